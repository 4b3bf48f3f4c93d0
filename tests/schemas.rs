//! What termwise writes for other programs is held to the schemas of those programs, and its own JSON to the schemas that
//! `termwise schema` prints; SARIF is also taken by the validator of those who keep it, with the rules of code scanning.
//!
//! The validators are Python's and npm's: `.ci/run` puts them into `target/validators`, and says in `CI` that they must be
//! there. Elsewhere, without them, what needs them is left out, and that is said.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test that cannot go on says so")]

mod shell;

use shell::Folder;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn everything_for_programs_is_as_its_schema_says() {
    let Some(validators) = validators() else { return };
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
    let Some(validators) = validators() else { return };
    let folder = folder("multitool");
    let tool = validators.join("node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
    for (at, line) in RUNS.iter().enumerate() {
        let file = folder.path().join(format!("run-{at}.sarif"));
        fs::write(&file, folder.run(&format!("{line} -f sarif")).out).unwrap();
        let report = folder.path().join(format!("report-{at}.sarif"));
        let ran = Command::new(&tool)
            .args(["validate", "--rule-kind", "Sarif;Gh", "--level", "Error;Warning", "--output"])
            .args([&report, &file])
            .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
        assert!(said.contains("1 files scanned"), "{said}");
        // termwise has no address of its own to point at, and its whole log is one run.
        let faults = said.lines().filter(|line| line.contains(": error ") || line.contains(": warning "));
        let faults: Vec<&str> = faults.filter(|line| !line.contains("SARIF2005")).collect();
        assert!(faults.is_empty(), "{line}: {faults:#?}");
    }
}

/// Runs of `lint` whose findings differ in kind: faulty, explained, known, of several files, none, and a file that cannot be read.
const RUNS: &[&str] = &[
    "termwise lint examples/draft.md",
    "termwise lint fixture explained.yaml",
    "termwise lint --baseline known.json",
    "termwise lint fixture/clean.md",
    "termwise lint fixture no-such-file.md",
    "termwise lint examples --as-at 2025-05-01",
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
    folder
}

/// Where the validators are; none where they are not, which CI must not leave out.
fn validators() -> Option<PathBuf> {
    let folder = std::env::var_os("TERMWISE_VALIDATORS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/validators"), PathBuf::from);
    let needed = ["venv/bin/python", "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"];
    if needed.iter().all(|file| folder.join(file).exists()) {
        return Some(folder);
    }
    if std::env::var_os("CI").is_some() {
        panic!("the validators are not in {}, and CI must not leave them out", folder.display());
    }
    println!("left out: the validators are not in {} (.ci/run says how they get there)", folder.display());
    None
}
