//! The formats of `lint` that pipelines and other programs read: each is what `fixtures/lint-formats/pages` holds, all of
//! them tell the same findings, none decides the exit code, and nothing that stands in a report, its name, a key or the
//! settings is a command or markup in any of them.
//!
//! `BLESS=1 cargo test --test pipelines` writes the pages anew: read them before they are kept.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]

mod shell;
mod validators;

#[path = "pipelines/hostile.rs"]
mod hostile;
#[path = "pipelines/rendered.rs"]
mod rendered;
#[path = "pipelines/told.rs"]
mod told;

use serde_json::Value;
use shell::Folder;
use std::fs;
use std::path::{Path, PathBuf};
use told::{Told, told};

/// Every format, with the ending of its files.
const FORMATS: &[(&str, &str)] = &[
    ("text", "txt"),
    ("concise", "txt"),
    ("json", "json"),
    ("jsonl", "jsonl"),
    ("sarif", "sarif"),
    ("github", "txt"),
    ("gitlab", "json"),
    ("azure", "txt"),
    ("junit", "xml"),
    ("markdown", "md"),
    ("html", "html"),
];

#[test]
fn every_format_is_what_its_page_holds() {
    let bless = std::env::var_os("BLESS").is_some_and(|value| !value.is_empty());
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lint-formats/pages");
    let folder = reports("pages");
    let mut wrong = Vec::new();
    for (format, ending) in FORMATS {
        let is = folder.run(&format!("termwise lint {REPORTS} --explained -f {format}"));
        assert_eq!((is.code, is.err.as_str()), (1, ""), "{format}");
        let is = match *format {
            "sarif" => without_pages(&is.out),
            // What was looked for and not found is the list of rules, which is shown elsewhere.
            "html" => is.out.split_inclusive("<h2>What is in order</h2>\n").next().unwrap().to_owned(),
            _ => is.out,
        };
        let file = pages.join(format!("{format}.{ending}"));
        if bless {
            fs::create_dir_all(&pages).unwrap();
            fs::write(&file, &is).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        if is != expected {
            wrong.push(*format);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}: BLESS=1 writes what is there now; read it before you keep it");
}

#[test]
fn every_format_tells_the_same_findings() {
    let folder = reports("same");
    let ran = |format: &str| folder.run(&format!("termwise lint {REPORTS} -f {format}")).out;
    let expected = told("json", &ran("json"));
    assert!(expected.len() >= 8, "{expected:?}");
    for (format, _) in FORMATS.iter().filter(|(format, _)| !matches!(*format, "markdown" | "html")) {
        assert_eq!(told(format, &ran(format)), expected, "{format}");
    }
    // Pages say no rule's name twice for one line; each finding is a heading.
    let headings = |page: &str, sign: &str| page.lines().filter(|line| line.starts_with(sign)).count();
    assert_eq!(headings(&ran("markdown"), "### "), expected.len());
    assert_eq!(headings(&ran("html"), "<h3>"), expected.len());
}

/// What is in order is told only of what was looked at.
#[test]
fn what_was_not_read_is_not_in_order() {
    let folder = reports("unread");
    let page = |paths: &str| folder.run(&format!("termwise lint {paths} -f html")).out;
    let (in_order, part) = ("What is in order", "little or nothing was looked for");
    put(&folder, "large.md", "a".repeat(11_000_000));
    put(&folder, "document.docx", "PK");
    put(&folder, "archive.md", b"PK\x03\x04\0\0");
    for paths in ["large.md", "document.docx", "archive.md", "large.md archive.md"] {
        let page = page(paths);
        assert!(page.contains("</html>") && !page.contains(in_order), "{paths}: {page}");
    }
    let whole = page("clean.md");
    assert!(whole.contains(in_order) && !whole.contains(part), "{whole}");
    put(
        &folder,
        "cut.yaml",
        "district: Northmoor\nterm: Summer 1 2024/25\nofficers: [A B]\npriorities:\n  - title: [x\n",
    );
    let cut = page("clean.md cut.yaml archive.md");
    let sentence = format!("In what could not be read, {part}: cut.yaml from line 5 on; archive.md.");
    assert!(cut.contains(in_order) && cut.contains(&sentence), "{cut}");
}

#[test]
fn no_format_and_no_output_decides_the_exit_code() {
    let folder = reports("codes");
    for (paths, fail_on, code) in [
        ("clean.md", "note", 0),
        ("faulty.md", "query", 1),
        ("faulty.md", "never", 0),
        ("explained.yaml", "query", 0),
        ("clean.md no-such.md", "query", 2),
        ("clean.md no-such.md", "never", 2),
        ("no-such.md", "query", 2),
    ] {
        for (format, ending) in FORMATS {
            let ran = folder.run(&format!("termwise lint {paths} --fail-on {fail_on} -f {format}"));
            assert_eq!(ran.code, code, "{format}: {paths}: {}{}", ran.out, ran.err);
            let to_file = format!("termwise lint {paths} --fail-on {fail_on} --output {format}=out/page.{ending}");
            fs::create_dir_all(folder.path().join("out")).unwrap();
            let to_file = folder.run(&to_file);
            assert_eq!(to_file.code, code, "{format}: {paths}: {}{}", to_file.out, to_file.err);
            let file = folder.path().join(format!("out/page.{ending}"));
            if *format != "text" && *format != "concise" {
                assert_eq!(fs::read_to_string(&file).unwrap().replace('\r', ""), ran.out, "{format}: {paths}");
            }
            // A page in Markdown or text lies where reports are looked for.
            fs::remove_file(file).unwrap();
        }
    }
}

#[test]
fn several_outputs_are_written_in_one_run() {
    let folder = reports("several");
    let all: String =
        FORMATS.iter().map(|(format, ending)| format!(" --output {format}=out/{format}.{ending}")).collect();
    fs::create_dir_all(folder.path().join("out")).unwrap();
    let ran = folder.run(&format!("termwise lint {REPORTS} -f concise{all}"));
    assert_eq!(ran.code, 1, "{}", ran.err);
    for (format, ending) in FORMATS {
        let file = fs::read_to_string(folder.path().join(format!("out/{format}.{ending}"))).unwrap();
        let printed = folder.run(&format!("termwise lint {REPORTS} -f {format}")).out;
        assert!(!printed.is_empty() && file.replace('\r', "").lines().count() == printed.lines().count(), "{format}");
    }
}

#[test]
fn annotations_are_the_worst_and_say_how_many_more() {
    let folder = reports("many");
    let priority =
        |n: usize| format!("## Priority: P{n}\n\n### Intended outcomes\n- Absence falls below {n}%, TBC\n\n");
    let text = "---\ndistrict: Northmoor\nofficers: [A B]\nterm: Spring 2 2024/25\n---\n\n".to_owned();
    fs::write(folder.path().join("faulty.md"), text + &(0..8).map(priority).collect::<String>()).unwrap();
    let ran = folder.run("termwise lint faulty.md -f github");
    let of = |kind: &str| ran.out.lines().filter(|line| line.starts_with(&format!("::{kind} "))).collect::<Vec<_>>();
    let (errors, warnings) = (of("error"), of("warning"));
    assert_eq!((errors.len(), warnings.len()), (10, 8), "{}", ran.out);
    assert!(errors[9].starts_with("::error file=faulty.md,title=and 23 more errors::"), "{}", errors[9]);
    let sarif: Value = serde_json::from_str(&folder.run("termwise lint faulty.md -f sarif").out).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 40);
    let text = fs::read_to_string(folder.path().join("faulty.md")).unwrap();
    fs::write(folder.path().join("faulty.md"), text + &(8..40).map(priority).collect::<String>()).unwrap();
    let azure = folder.run("termwise lint faulty.md -f azure").out;
    let of = |kind: &str| azure.matches(&format!("##vso[task.logissue type={kind}")).count();
    assert_eq!((of("error"), of("warning")), (101, 40), "{azure}");
    let more = azure.lines().find(|line| line.contains("]And "));
    assert_eq!(
        more,
        Some("##vso[task.logissue type=error]And 60 more errors; the log of the run and check.html have them.")
    );
}

/// Of two tests that are called alike, some hosts show the first only; and a log that tells of every rule is long.
#[test]
fn tests_have_names_of_their_own_and_logs_the_rules_that_found_something() {
    let folder = reports("names");
    fs::write(
        folder.path().join("faulty.md"),
        "---\ndistrict: Northmoor\nofficers: [A B]\nterm: Spring 2 2024/25\n---\n\n## Priority: P\n\n### Activity last \
         period\n- Met TBC and TBC and on the 4th with TBC\n",
    )
    .unwrap();
    let junit = folder.run("termwise lint faulty.md -f junit").out;
    let mut names: Vec<&str> =
        junit.lines().filter_map(|line| line.split_once(" name=\"")?.1.split('"').next()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() == all && junit.contains("section-missing, line 7, column 14, 3"), "{junit}");
    let rules = |line: &str| {
        let log: Value = json_of(&folder.run(line).out);
        log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len()
    };
    assert_eq!(rules("termwise lint clean.md -f sarif"), 0);
    assert!((1..10).contains(&rules("termwise lint faulty.md -f sarif")));
}

#[test]
fn one_file_is_not_written_twice() {
    let folder = reports("twice");
    fs::create_dir_all(folder.path().join("out")).unwrap();
    for other in ["page", "./page", "out/../page", "out/./../page"] {
        let ran = folder.run(&format!("termwise lint clean.md --output json=page --output html={other}"));
        assert!(ran.code == 2 && ran.err.contains("twice"), "{other}: {}{}", ran.out, ran.err);
    }
    #[cfg(unix)]
    {
        fs::write(folder.path().join("page"), "").unwrap();
        std::os::unix::fs::symlink("page", folder.path().join("link")).unwrap();
        let ran = folder.run("termwise lint clean.md --output json=page --output html=link");
        assert!(ran.code == 2 && ran.err.contains("twice"), "{}{}", ran.out, ran.err);
    }
}

#[test]
fn fingerprints_outlive_an_edit_elsewhere() {
    let folder = reports("prints");
    let prints = |format: &str| -> Vec<String> {
        let page: Value =
            serde_json::from_str(&folder.run(&format!("termwise lint faulty.md -f {format}")).out).unwrap();
        let (list, at) = match format {
            "gitlab" => (&page, "/fingerprint"),
            _ => (&page["runs"][0]["results"], "/partialFingerprints/primaryLocationLineHash"),
        };
        list.as_array().unwrap().iter().map(|one| one.pointer(at).unwrap().as_str().unwrap().to_owned()).collect()
    };
    let before = ["gitlab", "sarif"].map(prints);
    let file = folder.path().join("faulty.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("---\n\n## Priority: Att", "---\n\n\n\n\n## Priority: Att")).unwrap();
    let after = ["gitlab", "sarif"].map(prints);
    assert_eq!(before, after);
    fs::create_dir_all(folder.path().join("moved")).unwrap();
    fs::rename(&file, folder.path().join("moved/northmoor.md")).unwrap();
    fs::write(&file, "").unwrap();
    let moved = folder.run("termwise lint moved/northmoor.md -f gitlab").out;
    for print in &before[0] {
        assert_eq!(moved.matches(print.as_str()).count(), 1, "{print} is not in\n{moved}");
    }
    for prints in &before {
        let mut own = prints.clone();
        own.sort();
        own.dedup();
        assert_eq!(own.len(), prints.len(), "{prints:?}");
    }
}

#[test]
fn a_log_tells_what_is_explained_and_what_the_baseline_knows() {
    let folder = reports("known");
    let log = |line: &str| -> Vec<(String, String, String)> {
        let ran = folder.run(line);
        let page: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err));
        let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let results = page["runs"][0]["results"].as_array().unwrap().iter();
        let of =
            |one: &Value| (words(&one["ruleId"]), words(&one["baselineState"]), words(&one["suppressions"][0]["kind"]));
        results.map(of).collect()
    };
    assert!(log(&format!("termwise lint {REPORTS} -f sarif")).contains(&(
        "placeholder-text".to_owned(),
        String::new(),
        "inSource".to_owned()
    )));
    let written = folder.run(&format!("termwise lint {REPORTS} --baseline known.json --write-baseline -q"));
    assert_eq!(written.code, 0, "{}{}", written.out, written.err);
    let file = folder.path().join("faulty.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("venue TBC\n", "venue TBC\n- A visit in July 2025, host TBC\n")).unwrap();
    let known = log(&format!("termwise lint {REPORTS} --baseline known.json -f sarif"));
    let of = |state: &str, kind: &str| known.iter().filter(|one| one.1 == state && one.2 == kind).count();
    assert_eq!((of("new", ""), of("new", "inSource")), (1, 1), "{known:?}");
    assert!(of("unchanged", "external") > 6 && known.len() == of("unchanged", "external") + 2, "{known:?}");
}

#[test]
fn addresses_start_at_the_top_of_the_repository() {
    let folder = reports("tops");
    fs::create_dir_all(folder.path().join("reports/spring 2")).unwrap();
    fs::rename(folder.path().join("faulty.md"), folder.path().join("reports/spring 2/north:moor.md")).unwrap();
    let whole = folder.path().join("reports/spring 2/north:moor.md");
    for path in ["reports", whole.to_str().unwrap()] {
        let ran = |format: &str| folder.run(&format!("termwise lint \"{path}\" -f {format}")).out;
        let expected: Vec<Told> = told("gitlab", &ran("gitlab"));
        assert!(expected.iter().all(|told| told.path == "reports/spring 2/north:moor.md"), "{expected:?}");
        assert!(ran("github").contains("file=reports/spring 2/north%3Amoor.md,"));
        assert!(ran("azure").contains(";sourcepath=reports/spring 2/north:moor.md;"));
        assert!(ran("sarif").contains("\"uri\": \"reports/spring%202/north%3Amoor.md\""));
        assert!(ran("junit").contains("<testsuite name=\"reports/spring 2/north:moor.md\""));
    }
}

const REPORTS: &str = "clean.md explained.yaml faulty.md";

/// A folder with the reports of the fixture, and no others.
fn reports(name: &str) -> Folder {
    let folder = Folder::new(&format!("pipelines-{name}"), None);
    fs::remove_dir_all(folder.path().join("examples")).unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lint-formats");
    for report in REPORTS.split(' ') {
        fs::copy(fixture.join(report), folder.path().join(report)).unwrap();
    }
    folder
}

/// A log without the pages of the rules, and without the rules that found nothing.
fn without_pages(log: &str) -> String {
    let mut log: Value = serde_json::from_str(log).unwrap();
    let run = &mut log["runs"][0];
    run["tool"]["driver"]["semanticVersion"] = "".into();
    let names: Vec<Value> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].clone()).collect();
    for result in run["results"].as_array_mut().unwrap() {
        let at = usize::try_from(result["ruleIndex"].take().as_u64().unwrap()).unwrap();
        assert_eq!(names[at], result["ruleId"]);
    }
    run["tool"]["driver"]["rules"] = Value::Array(Vec::new());
    serde_json::to_string_pretty(&log).unwrap() + "\n"
}

/// A file in the folder of a test.
fn put(folder: &Folder, name: impl Into<PathBuf>, bytes: impl AsRef<[u8]>) {
    let file = folder.path().join(name.into());
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
