//! What termwise writes for other programs is held to the schemas of those programs, and its own JSON to the schemas that
//! `termwise schema` prints; SARIF is also taken by the validator of those who keep it, with the rules of code scanning.
//!
//! `tests/validators` says where the validators come from, and what happens without them.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;
mod validators;

use shell::Folder;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn everything_for_programs_is_as_its_schema_says() {
    let Some(validators) = validators::folder() else { return };
    let folder = folder("schemas");
    let mut list = String::new();
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas");
    let sarif = validators.join("node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json");
    let own = |name: &str| {
        let file = folder.path().join(format!("{name}.schema.json"));
        fs::write(&file, folder.run(&format!("termwise schema --of {name}")).out).unwrap();
        file
    };
    let (findings, lines) = (own("findings"), own("lines"));
    for (at, line) in RUNS.iter().enumerate() {
        for (kind, format, schema) in [
            ("json", "json", &findings),
            ("lines", "jsonl", &lines),
            ("json", "sarif", &sarif),
            ("json", "gitlab", &schemas.join("gitlab.json")),
            ("xml", "junit", &schemas.join("junit-10.xsd")),
        ] {
            let ran = folder.run(&format!("{line} -f {format}"));
            assert!(ran.code <= 2 && !ran.out.is_empty(), "{line}: {}", ran.err);
            let file = folder.path().join(format!("run-{at}.{format}"));
            fs::write(&file, ran.out).unwrap();
            list += &format!("{kind}\t{}\t{}\n", schema.display(), file.display());
        }
    }
    for (at, (name, line)) in OWN.iter().enumerate() {
        let ran = folder.run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        let file = folder.path().join(format!("own-{at}.json"));
        fs::write(&file, ran.out).unwrap();
        list += &format!("json\t{}\t{}\n", own(name).display(), file.display());
    }
    for view in termwise::rollup::View::ALL {
        let ran = folder.run(&format!("termwise rollup examples --view {} -f json", view.key()));
        let file = folder.path().join(format!("{}.json", view.key()));
        fs::write(&file, ran.out).unwrap();
        list += &format!("json\t{}\t{}\n", own("rollup").display(), file.display());
    }
    let file = folder.path().join("list");
    fs::write(&file, &list).unwrap();
    let python = validators.join("venv/bin/python");
    let ran = Command::new(python).arg(schemas.join("validate.py")).arg(file).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    assert!(list.lines().count() > 30);
}

#[test]
fn the_keepers_of_sarif_and_code_scanning_take_the_log() {
    let Some(validators) = validators::folder() else { return };
    let folder = folder("multitool");
    let tool = validators.join("node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
    let faults = |name: &str, log: &str| -> Vec<String> {
        let file = folder.path().join(format!("{name}.sarif"));
        fs::write(&file, log).unwrap();
        let ran = Command::new(&tool)
            .args(["validate", "--rule-kind", "Sarif;Gh", "--level", "Error;Warning", "--output"])
            .args([&folder.path().join(format!("{name}-report.sarif")), &file])
            .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
        assert!(said.contains("1 files scanned"), "{said}");
        // termwise has no address of its own that a log could point at.
        let faults = said.lines().filter(|line| line.contains(": error ") || line.contains(": warning "));
        faults.filter(|line| !line.contains("SARIF2005")).map(str::to_owned).collect()
    };
    for (at, line) in RUNS.iter().enumerate() {
        let faults = faults(&format!("run-{at}"), &folder.run(&format!("{line} -f sarif")).out);
        assert!(faults.is_empty(), "{line}: {faults:#?}");
    }
    let log = folder.run(&format!("{} -f sarif", RUNS[0])).out;
    assert!(!faults("turned", &log.replace("\"startLine\": 6,", "\"startLine\": 7000,")).is_empty());
}

/// Runs of `lint` whose findings differ in kind: faulty, explained, known, of several files, none, and a file that cannot be read.
const RUNS: &[&str] = &[
    "termwise lint examples/draft.md",
    "termwise lint fixture explained.yaml",
    "termwise lint --baseline known.json",
    "termwise lint fixture/clean.md",
    "termwise lint fixture no-such-file.md",
    "termwise lint examples --as-at 2025-05-01",
    "termwise lint contribution --changed-since HEAD~1 --contribution HEAD",
];

/// The other JSON outputs, each with what its schema is called.
const OWN: &[(&str, &str)] = &[
    (
        "diff",
        "termwise diff -f json examples/reports/2024-25/autumn-1/northmoor.md examples/reports/2024-25/spring-2/northmoor.md",
    ),
    ("convert", "termwise convert --to json examples/reports/2024-25/spring-2/saltmarsh.yaml"),
];

/// A folder with the examples, and the reports of the formats' fixture with a baseline of some of them.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(&format!("schemas-{name}"), None);
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lint-formats");
    fs::create_dir_all(folder.path().join("fixture")).unwrap();
    for report in ["clean.md", "faulty.md"] {
        fs::copy(fixture.join(report), folder.path().join("fixture").join(report)).unwrap();
    }
    fs::copy(fixture.join("explained.yaml"), folder.path().join("explained.yaml")).unwrap();
    let written = folder.run("termwise lint -q --baseline known.json --write-baseline");
    assert_eq!(written.code, 0, "{}", written.err);
    // A contribution that changes the pipeline, whose files begin with a point.
    let contribution = folder.path().join("contribution");
    fs::create_dir_all(contribution.join(".github/workflows")).unwrap();
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"];
        let ran = Command::new("git").args(who).args(arguments).current_dir(&contribution).output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
    };
    git(&["init", "-q"]);
    fs::copy(fixture.join("clean.md"), contribution.join("clean.md")).unwrap();
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "reports"]);
    for file in [".gitlab-ci.yml", ".github/workflows/reports.yml"] {
        fs::write(contribution.join(file), "a: b\n").unwrap();
    }
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "pipeline"]);
    folder
}
