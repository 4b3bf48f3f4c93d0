// Opens pages in Chromium, in light and in dark, and says what axe-core finds in them, what they ask for, and what size
// they are printed on. Takes the browser and the pages; prints a line of JSON for each.
const fs = require("fs");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [program, ...pages] = process.argv.slice(2);

async function look(browser, file, scheme) {
  const said = [];
  const asked = [];
  const open = async (bypass) => {
    const page = await browser.newPage();
    await page.setBypassCSP(bypass);
    await page.setViewport({ width: 1000, height: 1200 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("dialog", (dialog) => (said.push(dialog.message()), dialog.dismiss()));
    await page.goto("file://" + file);
    return page;
  };
  // As a reader opens it: what its own policy forbids would be said.
  const page = await open(false);
  const own = await page.evaluate(() => ({
    scripts: document.scripts.length,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = [...new Set([...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map((box) => box[1].trim()))];
  // axe-core itself is a script, which the policy would not let in.
  const bare = await open(true);
  await bare.evaluate(axe);
  const found = await bare.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  const faults = found.violations.map((fault) => `${fault.id}: ${fault.help}: ${fault.nodes[0].html}`);
  const passes = found.passes.length;
  await page.close();
  await bare.close();
  return { file, scheme, faults, passes, said, asked: asked.filter((url) => url !== "file://" + file), sizes, ...own };
}

(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  args.push("--disable-component-update", "--disable-sync", "--disable-quic");
  const browser = await puppeteer.launch({ executablePath: program, args });
  for (const file of pages) {
    for (const scheme of ["light", "dark"]) {
      console.log(JSON.stringify(await look(browser, file, scheme)));
    }
  }
  await browser.close();
})();
