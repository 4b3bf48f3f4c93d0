//! `diff --rev` over a repository made here. Skipped, with a reason printed, where there is no git.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says why")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.current_dir(folder).args(arguments).env_remove("GIT_DIR");
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CEILING_DIRECTORIES", std::env::temp_dir());
    command.output().unwrap()
}

fn git(folder: &Path, arguments: &[&str]) {
    let named = ["-c", "user.name=Asha Rowe", "-c", "user.email=asha@example.org", "-c", "init.defaultBranch=main"];
    let output = run(folder, "git", &[&named, arguments].concat());
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn termwise(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = run(folder, env!("CARGO_BIN_EXE_termwise"), arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn report(district: &str, term: &str, planned: &str, activity: &str) -> String {
    format!(
        "---\ndistrict: {district}\nofficers: [Asha Rowe]\nterm: {term}\n---\n\n## Priority: Attendance\n\n### Activity last \
         period\n- {activity}\n\n### Planned activity next period\n- {planned}\n"
    )
}

/// Whether a value is what a schema describes, as far as these schemas go.
fn fits(value: &Value, schema: &Value, root: &Value) -> bool {
    if let Some(place) = schema["$ref"].as_str() {
        return fits(value, root.pointer(place.trim_start_matches('#')).unwrap(), root);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_kind = |of: &Value| of == kind || of == "number" && kind == "integer";
    let kinds = &schema["type"];
    let is_one = kinds.is_null() || is_kind(kinds) || kinds.as_array().is_some_and(|all| all.iter().any(is_kind));
    let any = schema["anyOf"].as_array().is_none_or(|all| all.iter().any(|one| fits(value, one, root)));
    let has = |name: &Value| value.get(name.as_str().unwrap()).is_some();
    let required = schema["required"].as_array().is_none_or(|all| all.iter().all(has));
    let parts = schema["properties"].as_object().into_iter().flatten();
    let parts =
        parts.filter_map(|(name, part)| Some((value.get(name)?, part))).all(|(value, part)| fits(value, part, root));
    let items = schema.get("items").zip(value.as_array());
    let items = items.is_none_or(|(item, all)| all.iter().all(|one| fits(one, item, root)));
    let listed = schema["enum"].as_array().is_none_or(|all| all.contains(value));
    is_one && any && required && parts && items && listed
}

/// An empty repository.
fn empty(name: &str) -> Option<PathBuf> {
    let folder = std::env::temp_dir().join(format!("termwise-{name}-{}", std::process::id()));
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    if Command::new("git").arg("--version").output().is_err() {
        println!("skipped: there is no git here");
        return None;
    }
    git(&folder, &["init", "-q", "."]);
    Some(folder)
}

fn commit(folder: &Path) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-qm", "one more"]);
}

/// A repository of two revisions: one report edited, one new, one new with none before it, one removed, one moved.
fn repository() -> Option<PathBuf> {
    let folder = empty("revisions")?;
    let write = |name: &str, text: String| std::fs::write(folder.join("reports").join(name), text).unwrap();
    write("a.md", report("Northmoor", "Spring 1 2023/24", "Train mentors at Fleet Road", "Met the heads"));
    write("b.md", report("Eastvale", "Spring 1 2023/24", "Write to parents", "Met the governors"));
    write("c.md", report("Saltmarsh", "Spring 1 2023/24", "Open a club", "Met the clubs"));
    write("readme.md", "# Reports".to_owned());
    commit(&folder);
    write("a2.md", report("Northmoor", "Summer 1 2023/24", "Meet again", "Trained mentors at Fleet Road"));
    write("d.md", report("Harrow Fell", "Summer 1 2023/24", "Meet", "Met"));
    std::fs::remove_file(folder.join("reports/b.md")).unwrap();
    write("b-moved.md", report("Eastvale", "Spring 1 2023/24", "Write to parents and carers", "Met the governors"));
    std::fs::remove_file(folder.join("reports/c.md")).unwrap();
    commit(&folder);
    Some(folder)
}

#[test]
fn the_reports_that_changed_are_compared() {
    let Some(folder) = repository() else { return };
    let (code, page, said) =
        termwise(&folder, &["diff", "--rev", "HEAD~1..HEAD", "--exit-code", "--format", "markdown"]);
    assert_eq!((code, said.as_str()), (1, ""), "{page}");
    for line in [
        "New, with no earlier report of the district to compare with:\n\n- Harrow Fell: Summer 1 2023/24 (reports/d.md)\n",
        "There no more:\n\n- Saltmarsh: Spring 1 2023/24 (reports/c.md)\n",
        "## Northmoor: Spring 1 2023/24 → Summer 1 2023/24",
        "- **reported in Activity:** Train mentors at Fleet Road → “Trained mentors at Fleet Road”",
        "## Eastvale: Spring 1 2023/24 (edited)",
    ] {
        assert!(page.contains(line), "{line:?} is not in\n{page}");
    }
    let (code, json, _) = termwise(&folder, &["diff", "--rev", "HEAD~1..HEAD", "--format", "json", "reports"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(code, 0);
    assert_eq!(json["comparisons"][0]["later"]["path"], "reports/a2.md");
    assert_eq!(json["gone"][0]["path"], "HEAD~1:reports/c.md");
    let files = ["diff", "--format", "json", "reports/a.md", "reports/a2.md"];
    let two: serde_json::Value = serde_json::from_str(&termwise(&folder, &files).1).unwrap();
    let schema = |of: &str| -> serde_json::Value {
        serde_json::from_str(&termwise(&folder, &["schema", "--of", of]).1).unwrap()
    };
    for (of, takes_two) in [("diff", true), ("revisions", false)] {
        let schema = schema(of);
        assert!(fits(&json, &schema, &schema), "{of}: {json}");
        assert_eq!(fits(&two, &schema, &schema), takes_two, "{of}: {two}");
    }
    let (code, page, _) = termwise(&folder, &["diff", "--rev", "HEAD..HEAD", "--exit-code"]);
    assert_eq!((code, page.contains("No report changed.")), (0, true), "{page}");
    let faults = [
        ("HEAD", "two revisions with two dots"),
        ("--exec=x..HEAD", "two revisions with two dots"),
        ("nowhere..HEAD", "git knows no revision “nowhere”"),
    ];
    for (revisions, why) in faults {
        let (code, _, said) = termwise(&folder, &["diff", &format!("--rev={revisions}")]);
        assert!(code == 2 && said.contains(why), "{revisions}: {code} {said}");
    }
    // A file of the name in the folder of reports is never run.
    std::fs::write(folder.join("git"), "#!/bin/sh\ntouch ran\n").unwrap();
    termwise(&folder, &["diff", "--rev", "HEAD~1..HEAD"]);
    assert!(!folder.join("ran").exists());
    let bare = folder.join("../").join(format!("termwise-bare-{}", std::process::id()));
    std::fs::create_dir_all(&bare).unwrap();
    let (code, _, said) = termwise(&bare, &["diff", "--rev", "a..b"]);
    assert!(code == 2 && said.contains("is in none"), "{said}");
    _ = std::fs::remove_dir_all(bare);
    _ = std::fs::remove_dir_all(folder);
}

#[test]
fn what_a_search_leaves_out_is_left_out_of_revisions_too() {
    let Some(folder) = empty("left-out") else { return };
    let write = |name: &str, term: &str| {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, report("Northmoor", term, "Train mentors", "Met the heads")).unwrap();
    };
    write("reports/a.md", "Autumn 2 2023/24");
    commit(&folder);
    write("reports/b.md", "Spring 1 2023/24");
    write("reports/drafts/c.md", "Spring 2 2023/24");
    write(".github/d.md", "Summer 1 2023/24");
    commit(&folder);
    let terms = |more: &[&str]| -> Vec<String> {
        let (code, json, said) = termwise(&folder, &[&["diff", "--rev", "HEAD~1..HEAD", "-f", "json"], more].concat());
        assert_eq!((code, said.as_str()), (0, ""));
        let json: Value = serde_json::from_str(&json).unwrap();
        let all = json["comparisons"].as_array().unwrap();
        all.iter().map(|one| one["later"]["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(terms(&[]), ["reports/b.md", "reports/drafts/c.md"]);
    assert_eq!(terms(&["--exclude", "reports/drafts/**"]), ["reports/b.md"]);
    assert_eq!(terms(&["--exclude", "drafts"]), ["reports/b.md"]);
    assert_eq!(terms(&["--hidden"]).len(), 3);
    let (code, _, said) = termwise(&folder, &["diff", "--rev", "HEAD~1..HEAD", "--no-ignore"]);
    assert!(code == 2 && said.contains("--no-ignore"), "{said}");
    _ = std::fs::remove_dir_all(folder);
}

#[test]
fn a_new_report_is_told_whatever_it_says() {
    let Some(folder) = empty("copied") else { return };
    let write = |name: &str, text: String| std::fs::write(folder.join("reports").join(name), text).unwrap();
    let of = |term: &str| report("Northmoor", term, "Train mentors at Fleet Road", "Met the heads of both schools");
    let pages = |revisions: &str| {
        ["text", "markdown", "html"].map(|format| {
            let arguments = ["diff", "--rev", revisions, "--exit-code", "--format", format];
            let (code, page, said) = termwise(&folder, &arguments);
            assert_eq!((code, said.as_str()), (1, ""), "{page}");
            assert!(!page.contains("No report changed"), "{page}");
            page
        })
    };
    write("a.md", of("Autumn 2 2023/24"));
    commit(&folder);
    // Last term's report, sent again for this term.
    write("b.md", of("Spring 1 2023/24"));
    commit(&folder);
    for page in pages("HEAD~1..HEAD") {
        assert!(page.contains("Northmoor: Autumn 2 2023/24 \u{2192} Spring 1 2023/24"), "{page}");
        assert!(page.contains("The two say the same; only the term differs"), "{page}");
    }
    // A corrected copy, saved beside the report that it corrects.
    write("b-new.md", of("Spring 1 2023/24").replace("both", "all"));
    commit(&folder);
    for page in pages("HEAD~1..HEAD") {
        let heading = "(a second report of that term: reports/b-new.md beside reports/b.md)";
        assert!(page.contains(heading) && !page.contains("no earlier report"), "{page}");
    }
    // The next report, written over the last one.
    write("b.md", of("Summer 1 2023/24"));
    std::fs::remove_file(folder.join("reports/b-new.md")).unwrap();
    commit(&folder);
    for page in pages("HEAD~1..HEAD") {
        assert!(page.contains("Northmoor: Spring 1 2023/24 \u{2192} Summer 1 2023/24"), "{page}");
        assert!(page.contains("There no more"), "{page}");
    }
    _ = std::fs::remove_dir_all(folder);
}

#[test]
fn before_the_first_commit_every_report_is_new() {
    let Some(folder) = empty("first") else { return };
    let text = report("Northmoor", "Autumn 2 2023/24", "Train mentors", "Met the heads");
    std::fs::write(folder.join("reports/a.md"), text).unwrap();
    let (code, page, said) = termwise(&folder, &["lint", "--changed-since", "HEAD"]);
    assert!(code == 1 && said.is_empty() && page.contains("reports/a.md"), "{code} {page}{said}");
    let (code, _, said) = termwise(&folder, &["lint", "--changed-since", "main"]);
    assert!(code == 2 && said.contains("git knows no revision"), "{said}");
    _ = std::fs::remove_dir_all(folder);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_letters_are_told_apart() {
    use std::os::unix::ffi::OsStrExt;
    let Some(folder) = empty("bytes") else { return };
    let name = |byte: u8| folder.join("reports").join(std::ffi::OsStr::from_bytes(&[b'n', byte, b'.', b'm', b'd']));
    let text = report("Northmoor", "Autumn 2 2023/24", "Train mentors", "Met the heads");
    std::fs::write(name(0xff), &text).unwrap();
    commit(&folder);
    std::fs::write(name(0xfe), &text).unwrap();
    let (code, page, _) = termwise(&folder, &["lint", "--changed-since", "HEAD"]);
    assert!(code == 1 && page.contains("report-duplicate"), "{code} {page}");
    _ = std::fs::remove_dir_all(folder);
}
