// Opens pages in Chromium, in light and in dark, and says what axe-core finds in them, what they ask for, how narrow
// they may be, what words of theirs are cut off, whether keys are enough to use them, and what they are printed on. Takes the
// browser and the pages; prints a line of JSON for each.
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
  const { narrow, boxes } = await shaped(page);
  const cut = await cutOff(page);
  const keys = await keyed(page);
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  const sizes = [...new Set([...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map((box) => box[1].trim()))];
  // axe-core itself is a script, which the policy would not let in.
  const bare = await open(true);
  await bare.evaluate(axe);
  // What is folded away is looked at, too.
  await bare.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const found = await bare.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  const faults = found.violations.map((fault) => `${fault.id}: ${fault.help}: ${fault.nodes[0].html}`);
  const passes = found.passes.length;
  await page.close();
  await bare.close();
  return { file, scheme, faults, passes, said, asked: asked.filter((url) => url !== "file://" + file), sizes, sheets, narrow, boxes, cut, keys, ...own };
}

// Whether the page itself moves sideways at 320 pixels, which is 1280 at 400 %, folded or not, and how many boxes in it do.
async function shaped(page) {
  await page.setViewport({ width: 320, height: 800 });
  const wide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  const folded = await page.evaluate(wide);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const open = await page.evaluate(wide);
  const boxes = await page.evaluate(() => [...document.querySelectorAll(".wide")].filter((one) => one.scrollWidth > one.clientWidth).length);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
  return { narrow: folded || open, boxes };
}

// What words of charts stand where nobody sees them at 1440 pixels: beyond what clips them, or before the start or after the
// end of the box that they can be scrolled in.
async function cutOff(page) {
  await page.setViewport({ width: 1440, height: 900 });
  return page.evaluate(() => {
    const outside = (text) => {
      const { left, right, top, bottom, width } = text.getBoundingClientRect();
      if (width === 0) {
        return false;
      }
      const svg = text.ownerSVGElement;
      const chart = svg.getBoundingClientRect();
      const clips = getComputedStyle(svg).overflowX === "hidden";
      if (clips && (left < chart.left - 1 || right > chart.right + 1 || top < chart.top - 1 || bottom > chart.bottom + 1)) {
        return true;
      }
      const box = text.closest(".wide") || text.closest("figure");
      const start = box.getBoundingClientRect().left - box.scrollLeft;
      return left < start - 1 || right > start + box.scrollWidth + 1;
    };
    const texts = [...document.querySelectorAll("figure svg.chart text")].filter(outside);
    return texts.map((text) => `${text.textContent}: ${JSON.stringify(text.getBoundingClientRect())}`);
  });
}

// What the key Tab does not reach of what can be used, what scrolls and cannot be reached or has no name, and what the key
// Enter does not open.
async function keyed(page) {
  const faults = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((one) => (one.open = true));
    const scrolls = [...document.querySelectorAll("body *")].filter((one) => {
      const how = getComputedStyle(one).overflowX;
      return (how === "auto" || how === "scroll") && one.scrollWidth > one.clientWidth;
    });
    const named = (one) => one.getAttribute("aria-label") && (one.tabIndex >= 0 || one.querySelector("a"));
    return scrolls.filter((one) => !named(one)).map((one) => one.outerHTML.slice(0, 200));
  });
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], summary, [tabindex]")];
    all.forEach((one, at) => (one.dataset.at = at));
    return all.length;
  });
  const reached = new Set();
  for (let at = 0; at < Math.min(wanted, 150); at += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => document.activeElement && document.activeElement.dataset.at);
    reached.add(here);
  }
  if (reached.size < Math.min(wanted, 150)) {
    faults.push(`Tab reaches ${reached.size} of ${wanted}`);
  }
  const opens = await page.evaluate(() => {
    const first = document.querySelector("summary");
    if (first) {
      first.parentElement.open = false;
      first.focus();
    }
    return Boolean(first);
  });
  if (opens) {
    await page.keyboard.press("Enter");
    if (!(await page.evaluate(() => document.querySelector("details").open))) {
      faults.push("Enter does not open what is folded");
    }
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
  }
  return faults;
}

(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  args.push("--disable-component-update", "--disable-sync", "--disable-quic");
  // A browser for each: keys go to the page in front, and there is one in front of each.
  const each = async (scheme) => {
    const browser = await puppeteer.launch({ executablePath: program, args });
    for (const file of pages) {
      console.log(JSON.stringify(await look(browser, file, scheme)));
    }
    await browser.close();
  };
  await Promise.all(["light", "dark"].map(each));
})();
