//! A pull request on a shared repository, as `action/check.sh` checks it: right exit codes and true annotations only, whatever
//! is in it. What the runner of the host would make of the log is told by a small runner here.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a test that cannot go on says so")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[test]
fn a_hostile_pull_request_is_judged_by_the_settings_of_main() {
    let repo = Repository::new("hostile");
    repo.put("reports/spring-2/hostile.md", &hostile());
    // Settings that switch everything off, at the top and beside the reports, and one more that hides what is checked.
    repo.put("termwise.yaml", "rules:\n  section-missing: off\n  vague-date: off\n  placeholder-text: off\n");
    repo.put("reports/spring-2/termwise.yaml", "rules:\n  section-missing: off\n");
    repo.put(".ignore", "*\n");
    repo.put(".gitignore", "*.md\n");
    repo.put(".gitattributes", "*.md export-ignore\n");
    std::os::unix::fs::symlink("/etc/passwd", repo.path("reports/spring-2/passwd.md")).unwrap();
    std::os::unix::fs::symlink("/", repo.path("reports/everything")).unwrap();
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    repo.git(&["mv", "reports/spring-2/renamed.md", "reports/spring-2/renamed: a,b%0A.md"]);
    repo.put("reports/spring-2/clean.md", &report("Harrow Fell", "Spring 2 2024/25"));
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    // Main would find nothing to check after it.
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    let files: BTreeSet<&str> = told.iter().map(|told| told.file.as_str()).collect();
    let ruling = [".gitattributes", ".gitignore", ".ignore", "reports/spring-2/termwise.yaml", "termwise.yaml"];
    let reports = ["reports/spring-2/hostile.md", "reports/spring-2/deleted.md", "reports/spring-2/passwd.md"];
    let expected: Vec<&str> = reports.into_iter().chain(ruling).collect();
    assert_eq!(files, expected.iter().copied().collect(), "{told:#?}");
    // What is of one kind is told once.
    assert!(told.iter().any(|told| told.words.contains("(also .ignore)")), "{told:#?}");
    let errors = told.iter().filter(|told| told.kind == "error" && told.file != ".ignore");
    assert!(errors.clone().all(|told| told.file == expected[0]) && errors.count() > 1, "{told:#?}");
    for told in told.iter().filter(|told| !reports[1..].contains(&told.file.as_str())) {
        let lines = fs::read_to_string(repo.path(&told.file)).unwrap().lines().count();
        assert!(told.line.is_none_or(|line| (1..=lines).contains(&line)), "{told:?} is not there");
        assert!(!told.words.starts_with("forged"), "{told:?} is the report's own");
    }
    assert!(told.iter().any(|told| told.title == "section-missing (error)"), "{told:#?}");
    // The words are told all the same, and drive nothing.
    assert!(ran.out.contains("\\u{1b}") && !ran.out.contains('\u{1b}'), "{}", ran.out);
    let summary = fs::read_to_string(repo.path(".summary")).unwrap();
    assert!(summary.contains("hostile.md") && !summary.contains("<script"), "{summary}");
    // The work tree of whoever runs it is as it was.
    assert_eq!(repo.git(&["status", "--porcelain", "-uno"]), "");
    assert_eq!(repo.git(&["worktree", "list"]).lines().count(), 1);
}

#[test]
fn what_is_in_order_is_met_with_no_annotation() {
    let repo = Repository::new("clean");
    repo.git(&["mv", "reports/spring-2/renamed.md", "reports/spring-2/saltmarsh.md"]);
    repo.put("reports/spring-2/clean.md", &report("Harrow Fell", "Spring 2 2024/25"));
    repo.put("README.md", "# Notes\n\nNothing of a report, TBC.\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("2 reports checked: nothing to correct"), "{}", ran.out);
    // Nothing that is a report has changed.
    repo.git(&["reset", "-q", "--hard", "main"]);
    repo.put("README.md", "# Notes\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "{}{}", ran.out, ran.err);
    // A push is checked whole: what has stood on main for long is told.
    let ran = repo.check("", "github");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(runner(&ran).iter().all(|told| told.file == "reports/autumn-2/old.md"), "{}", ran.out);
}

#[test]
fn settings_that_change_are_told_and_those_with_faults_fail() {
    let repo = Repository::new("settings");
    repo.put("termwise.yaml", "rules:\n  vague-date: note\n");
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert_eq!((ran.code, told.len()), (0, 1), "{}{}", ran.out, ran.err);
    assert_eq!((told[0].kind.as_str(), told[0].file.as_str()), ("warning", "termwise.yaml"));
    repo.put("termwise.yaml", "rules:\n  \"::error file=x::forged ##[error]\": off\n");
    repo.commit();
    let ran = repo.check("main", "github");
    let kinds: Vec<String> = runner(&ran).into_iter().map(|told| format!("{} {}", told.kind, told.file)).collect();
    assert_eq!((ran.code, kinds), (2, vec!["error termwise.yaml".to_owned(), "warning termwise.yaml".to_owned()]));
    repo.git(&["rm", "-q", "--cached", "termwise.yaml"]);
    fs::remove_file(repo.path("termwise.yaml")).unwrap();
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran).len()), (0, 1), "{}{}", ran.out, ran.err);
}

#[test]
fn what_a_contribution_does_to_other_reports_is_told() {
    let repo = Repository::new("others");
    repo.git(&["checkout", "-q", "main"]);
    let districts = ["Eastvale", "Northmoor", "Saltmarsh"];
    let named: String = districts.iter().map(|name| format!("  - name: {name}\n")).collect();
    let terms = "terms:\n  expected: [Autumn 2024/25, Spring 2024/25]\n";
    repo.put("termwise.yaml", &format!("districts:\n{named}{terms}rules:\n  district-unknown: off\n"));
    for district in districts {
        let text = report(district, "Autumn 2 2024/25").replace("14 January 2025", "4 November 2024");
        repo.put(&format!("reports/autumn-2/{district}.md"), &text.replace("23 May 2025", "24 January 2025"));
    }
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "reports/autumn-2/Eastvale.md"]);
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    let told: Vec<(&str, &str)> = told.iter().map(|told| (told.title.as_str(), told.file.as_str())).collect();
    let expected =
        [("no longer a report", "reports/autumn-2/Eastvale.md"), ("report-missing (query)", "termwise.yaml")];
    assert_eq!((ran.code, told.as_slice()), (1, &expected[..]), "a report that is expected is gone: {}", ran.err);
    // One that is new stands before the one that it doubles.
    repo.git(&["reset", "-q", "--hard", "main"]);
    repo.put("reports/autumn-2/A.md", &fs::read_to_string(repo.path("reports/autumn-2/Northmoor.md")).unwrap());
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    let doubled =
        told.iter().any(|told| told.title == "report-duplicate (error)" && told.file.ends_with("Northmoor.md"));
    assert!(ran.code == 1 && doubled, "{told:#?}{}", ran.err);
}

/// Whatever is done to a report that others count on: deleted, written over, made into no report.
#[test]
fn a_report_that_is_expected_may_not_be_made_into_another() {
    let repo = Repository::new("expected");
    repo.git(&["checkout", "-q", "main"]);
    let places: String = ["Eastvale", "Northmoor", "Saltmarsh"].map(|name| format!("  - name: {name}\n")).concat();
    let terms = "terms:\n  expected: [Autumn 2024/25]\n";
    repo.put("termwise.yaml", &format!("districts:\n{places}{terms}rules:\n  district-unknown: off\n"));
    // One that is missing on main is nobody's who changes another.
    for district in ["Eastvale", "Northmoor"] {
        let text = report(district, "Autumn 2 2024/25").replace("14 January 2025", "4 November 2024");
        repo.put(&format!("reports/autumn-2/{district}.md"), &text.replace("23 May 2025", "24 January 2025"));
    }
    repo.commit();
    let good = fs::read_to_string(repo.path("reports/autumn-2/Eastvale.md")).unwrap();
    let other = fs::read_to_string(repo.path("reports/autumn-2/Northmoor.md")).unwrap();
    let missing = |told: &[Annotation]| told.iter().any(|told| told.title == "report-missing (query)");
    for (text, code) in [
        (Some("# Notes\n".to_owned()), 1),
        (Some(format!("{good}\n<!-- written by termwise -->\n")), 1),
        (Some(other.replace("Northmoor", "Saltmarsh")), 1),
        (Some(good.replace("Autumn 2", "Spring 1")), 1),
        (None, 1),
        (Some(good.replace("opened the library", "opened the new library")), 0),
    ] {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        match &text {
            Some(text) => repo.put("reports/autumn-2/Eastvale.md", &text.replace("Opened", "Then opened")),
            None => _ = repo.git(&["rm", "-q", "reports/autumn-2/Eastvale.md"]),
        }
        repo.commit();
        let ran = repo.check("main", "github");
        let told = runner(&ran);
        assert_eq!((ran.code, missing(&told)), (code, code == 1), "{text:?}: {told:#?}{}", ran.err);
        // There is no explanation in it that could be mended.
        assert!(!ran.out.contains("explanation"), "{}", ran.out);
    }
}

#[test]
fn what_a_change_does_to_the_next_report_is_its_own() {
    let repo = Repository::new("next");
    repo.git(&["checkout", "-q", "main"]);
    let titled = |term: &str, title: &str, more: &str| {
        let text =
            report("Garth", term).replace("## Priority: Reading in Garth\n", &format!("## Priority: {title}\n{more}"));
        // The words of one must not stand in the next.
        match term.starts_with("Summer") {
            true => text
                .replace("More pupils of Garth read for pleasure", "Every school keeps a choir")
                .replace("Opened the library of Garth", "Choirs sang at the fair")
                .replace("of Garth's pupils read at home", "of schools sang"),
            false => text,
        }
    };
    repo.put("reports/a.md", &titled("Autumn 1 2023/24", "Road safety", "Id: road\n"));
    repo.put("reports/b.md", &titled("Spring 1 2023/24", "Road safety", "Id: road\nStatus: closed\n"));
    repo.put("reports/c.md", &titled("Summer 1 2023/24", "Choirs for all", "Id: choirs\nStatus: new\n"));
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "reports/b.md"]);
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    let at: Vec<&Annotation> =
        told.iter().filter(|told| told.file == "reports/c.md" && told.kind == "warning").collect();
    assert!(ran.code == 1 && at.len() == 1 && at[0].title == "priority-dropped (query)", "{told:#?}{}", ran.err);
    assert!(at[0].words.contains("this report is as it was"), "{told:#?}");
    // What stood there before is nobody's.
    repo.git(&["checkout", "-q", "main"]);
    repo.git(&["merge", "-q", "contribution"]);
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran).len()), (0, 1), "{}{}", ran.out, ran.err);
}

/// Main goes by its baseline, which knows findings by what they say: one is not taken for another at the same words.
#[test]
fn a_new_finding_is_not_taken_for_another_that_goes_away() {
    let repo = Repository::new("swap");
    repo.git(&["checkout", "-q", "main"]);
    repo.git(&["rm", "-q", "-r", "reports"]);
    let of = |term: &str, titles: &[&str]| {
        let whole = report("Garth", term);
        let (head, body) = whole.split_once("## Priority: Reading in Garth\n").unwrap();
        let parts = titles.iter().map(|title| {
            let name = title.split(' ').next().unwrap();
            let status = title.split_once('|').map_or("", |(_, status)| status);
            let shown = title.split('|').next().unwrap();
            let body = body.replace("of Garth", &format!("of {name} {}", &term[..6])).replace("Garth", name);
            format!("## Priority: {shown}\nId: {}\n{status}{body}\n", name.to_lowercase())
        });
        format!("{head}{}", parts.collect::<String>())
    };
    repo.put("reports/a.md", &of("Autumn 1 2023/24", &["Road safety", "Water play"]));
    repo.put("reports/b.md", &of("Spring 1 2023/24", &["Road safety|Status: closed\n", "Water play"]));
    repo.put("reports/c.md", &of("Summer 1 2023/24", &["Choirs for all"]));
    repo.commit();
    let whole = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
        command.args(["lint", "--baseline", "known.json"]).args(more).current_dir(&repo.folder).output().unwrap()
    };
    assert_eq!(whole(&["--write-baseline"]).status.code(), Some(0));
    repo.commit();
    assert!(fs::read_to_string(repo.path("known.json")).unwrap().contains("priority-dropped"));
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "reports/b.md"]);
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_BASELINE", "known.json")]);
    let told = runner(&ran);
    assert!(ran.code == 1 && told.iter().any(|told| told.words.contains("Road safety")), "{told:#?}{}", ran.err);
    assert_eq!(whole(&[]).status.code(), Some(1), "so main fails once it is merged");
}

#[test]
fn the_baseline_and_the_base_are_those_of_main() {
    let repo = Repository::new("baseline");
    repo.git(&["checkout", "-q", "main"]);
    repo.put("known.json", "{\"version\": 1, \"findings\": []}\n");
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("reports/spring-2/hostile.md", &hostile());
    let written = Command::new(env!("CARGO_BIN_EXE_termwise"))
        .args(["lint", "-q", "--baseline", "known.json", "--write-baseline"])
        .current_dir(&repo.folder)
        .output()
        .unwrap();
    assert!(
        String::from_utf8_lossy(&fs::read(repo.path("known.json")).unwrap()).contains("section-missing"),
        "{written:?}"
    );
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_BASELINE", "known.json")]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    // A file in the place of a folder with settings is no way around them.
    repo.git(&["checkout", "-q", "main"]);
    repo.put("reports/own.md/termwise.yaml", "rules:\n  heading-wording: off\n");
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "-r", "reports/own.md"]);
    repo.put("reports/own.md", "no folder\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("reports/own.md: this file cannot be laid out"), "{}", ran.err);
    // No revision that git does not know is taken, nor one that git would take for an option.
    for base in ["no-such-branch", "--output=x", "main..contribution", "x\n::error::forged ##vso[x]"] {
        let ran = repo.check(base, "github");
        let told = runner(&ran);
        assert!(ran.code == 2 && told.len() == 1 && told[0].title == "not checked", "{base}: {told:?}{}", ran.err);
        assert!(told[0].words.starts_with("Nothing was checked: git knows no revision"), "{told:?}");
    }
}

#[test]
fn azure_gets_its_own_commands_and_no_others() {
    let repo = Repository::new("azure");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    let ran = repo.check("main", "azure");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    let commands: BTreeSet<&str> =
        ran.out.match_indices("##vso[").map(|(at, _)| ran.out[at + 6..].split([' ', ']']).next().unwrap()).collect();
    let own = ["artifact.upload", "results.publish", "task.logissue", "task.uploadsummary"];
    assert_eq!(commands, BTreeSet::from(own), "{}", ran.out);
    assert!(!ran.out.contains("##[") && !ran.err.contains("##"), "{}", ran.err);
}

#[test]
fn a_report_is_checked_as_git_keeps_it() {
    let repo = Repository::new("attributes");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.put(".gitattributes", "*.md text working-tree-encoding=IBM037\n");
    repo.git(&["-c", "core.safecrlf=false", "add", "reports"]);
    repo.put("reports/plain.md", "");
    // The report is kept as it is, and would be written as letters of another alphabet.
    let blob = repo.git(&["hash-object", "-w", "--no-filters", "reports/spring-2/hostile.md"]);
    repo.git(&["add", "--force", ".gitattributes"]);
    let entry = format!("100644,{},reports/spring-2/hostile.md", blob.trim());
    repo.git(&["update-index", "--add", "--cacheinfo", &entry]);
    repo.git(&["commit", "-q", "-m", "attributes"]);
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(told.iter().any(|told| told.kind == "error" && told.file.ends_with("hostile.md")), "{told:#?}");
    assert!(told.iter().any(|told| told.kind == "warning" && told.file == ".gitattributes"), "{told:#?}");
    // A filter of the computer is never run on what a contribution holds.
    let repo = Repository::new("filter");
    let ran_by = repo.path("filter-ran");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.put(".gitattributes", "*.md filter=large\n");
    repo.commit();
    repo.git(&["config", "filter.large.smudge", &format!("touch '{}'; echo large", ran_by.display())]);
    let ran = repo.check("main", "github");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(!ran_by.exists());
}

#[test]
fn a_folder_with_the_name_of_the_settings_hides_nothing() {
    let repo = Repository::new("folder");
    for folder in ["reports/termwise.yaml", "reports/termwise.yml", ".ignore", ".gitignore"] {
        repo.put(&format!("{folder}/x.md"), &hostile());
    }
    repo.commit();
    let ran = repo.check("main", "github");
    let files: BTreeSet<String> = runner(&ran).into_iter().map(|told| told.file).collect();
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(files.iter().any(|file| file == "reports/termwise.yaml/x.md"), "{files:?}");
    // Where main has settings of that name, both cannot be there.
    let repo = Repository::new("folder-2");
    repo.git(&["rm", "-q", "termwise.yaml"]);
    repo.put("termwise.yaml/x.md", &hostile());
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert!(ran.code == 2 && told.iter().any(|told| told.file == "termwise.yaml/x.md"), "{told:#?}{}", ran.err);
}

#[test]
fn a_lone_carriage_return_is_a_change() {
    let repo = Repository::new("return");
    let kept = fs::read_to_string(repo.path("reports/spring-2/kept.md")).unwrap();
    repo.put("reports/spring-2/kept.md", &kept.replace("### Impact so far", "### Imp\ract so far"));
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    // One before a line feed is how some computers end a line.
    repo.put("reports/spring-2/kept.md", &kept.replace('\n', "\r\n"));
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "{}{}", ran.out, ran.err);
}

#[test]
fn nothing_is_written_where_a_contribution_points() {
    let elsewhere = Repository::new("elsewhere");
    let victim = elsewhere.path("termwise.yaml");
    let before = fs::read_to_string(&victim).unwrap();
    let link = std::os::unix::fs::symlink::<&Path, PathBuf>;
    let repo = Repository::new("out-link");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    // Not tracked, so it may be there from a run before: it is replaced, and what it leads to stays.
    fs::create_dir(repo.path("check")).unwrap();
    link(&victim, repo.path("check/changes.md")).unwrap();
    let ran = repo.check_with("main", "none", &[("TERMWISE_OUT", "check")]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(fs::symlink_metadata(repo.path("check/changes.md")).unwrap().is_file());
    assert_eq!(fs::read_to_string(&victim).unwrap(), before);
    // Committed files or links there, or a link on the way: nothing is written.
    fs::remove_file(repo.path("check/changes.md")).unwrap();
    link(&victim, repo.path("check/changes.md")).unwrap();
    link(&elsewhere.folder, repo.path("away")).unwrap();
    repo.commit();
    for out in ["check", "check/", "away", "away//", "away/.", "away/new", "away/reports/new", "."] {
        let ran = repo.check_with("main", "none", &[("TERMWISE_OUT", out)]);
        assert!(ran.code == 2 && ran.err.contains("name a folder outside of"), "{out}: {}{}", ran.out, ran.err);
    }
    assert_eq!(fs::read_to_string(&victim).unwrap(), before);
    assert_eq!(elsewhere.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_git_says_is_no_command() {
    let long = format!("{}.md", "a".repeat(300));
    let names = [
        (format!("::error::forged\n::add-mask::x\n::stop-commands::y {long}"), "name is too long"),
        (format!("##vso[task.complete result=Succeeded;]x ##[error]y {long}"), "name is too long"),
        (format!("\u{202e}\u{200b}\u{e0041}\u{1b}[2J {long}"), "name is too long"),
        ("reports/.git/config\n::error::forged".to_owned(), ""),
        ("..".to_owned(), ""),
    ];
    for (name, why) in names {
        let repo = Repository::new("names");
        let blob = repo.git(&["hash-object", "-w", "reports/spring-2/kept.md"]);
        let tree = repo.tree(&name, blob.trim());
        let commit = repo.git(&["commit-tree", "-p", "HEAD", "-m", "x", &tree]);
        for host in ["github", "azure", "none"] {
            let ran = repo.check_with("main", host, &[("TERMWISE_HEAD", commit.trim())]);
            assert_eq!(ran.code, 2, "{name:?}: {}{}", ran.out, ran.err);
            assert!(ran.err.contains(why), "{name:?}: {}", ran.err);
            assert!(ran.err.lines().all(|line| line.starts_with("termwise: ")), "{}", ran.err);
            assert!(!ran.err.contains("##"), "{}", ran.err);
            let hidden = |c: char| c != '\n' && termwise::render::is_hidden(c);
            assert!(!ran.err.contains(hidden) && !ran.out.contains(hidden), "{:?}", ran.err);
            let forged = runner(&ran).into_iter().any(|told| told.words.starts_with("forged"));
            assert!(!forged && ran.out.matches("##").count() <= 1, "{}", ran.out);
        }
    }
}

#[test]
fn a_report_that_is_no_more_is_told() {
    let repo = Repository::new("gone");
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    let page = format!("{}\n<!-- written by termwise -->\n", report("Northmoor", "Spring 2 2024/25"));
    repo.put("reports/spring-2/kept.md", &page);
    repo.git(&["mv", "reports/spring-2/renamed.md", "reports/spring-2/moved.md"]);
    repo.commit();
    for host in ["github", "azure"] {
        let ran = repo.check_with("main", host, &[("TERMWISE_OUT", "out")]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let told = [
            ("deleted.md", "a report was deleted: Eastvale, Spring 2 2024/25"),
            (
                "kept.md",
                "this file is no longer read as the report that it was, since it says that termwise wrote it: Northmoor, \
                 Spring 2 2024/25",
            ),
        ];
        for (file, words) in told {
            assert!(ran.out.contains(&format!("reports/spring-2/{file}: {words}")), "{}", ran.out);
            for page in ["summary.md", "check.html"] {
                let page = fs::read_to_string(repo.path("out").join(page)).unwrap();
                assert!(page.contains(&words[1..]) && !page.contains("changes no report"), "{page}");
            }
            let warned = |line: &str| line.contains("warning") && line.contains(file) && line.contains("Spring 2");
            assert_eq!(ran.out.lines().filter(|line| warned(line)).count(), 1, "{}", ran.out);
        }
        assert!(!ran.out.contains("renamed.md"), "what has moved is not gone: {}", ran.out);
    }
}

#[test]
fn what_is_passed_by_is_named_and_holds_nothing_private() {
    let repo = Repository::new("passed");
    let good = report("Harrow Fell", "Spring 2 2024/25");
    let private = "\nAnn Lee, NHS number 943 476 5919, has a place.\n";
    let flat = "Harrow Fell, the spring of 2025\n\nWe opened the library in January.\n";
    for (name, text, words) in [
        ("east.md", format!("{good}{{}}\n<!-- written by termwise -->\n"), "This says that termwise wrote it"),
        (
            "east.yaml",
            "{\n\"version\": 1,\n\"termwise\": \"1\", \"a\": \"{}\"}\n".to_owned(),
            "This says that termwise wrote it",
        ),
        ("east.md", format!("{flat}{{}}"), "This does not look like a report"),
        ("east.txt", format!("{flat}{{}}"), "This does not look like a report"),
    ] {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        let path = format!("reports/spring-2/{name}");
        repo.put(&path, &text.replace("{}", ""));
        repo.commit();
        for host in ["github", "azure"] {
            let ran = repo.check_with("main", host, &[("TERMWISE_OUT", "out")]);
            assert_eq!(ran.code, 0, "{text}: {}{}", ran.out, ran.err);
            assert!(ran.out.lines().any(|line| line.contains("warning") && line.contains(words)), "{}", ran.out);
            for page in ["summary.md", "check.html", "junit.xml", "findings.jsonl", "gitlab.json", "termwise.sarif"] {
                let page = fs::read_to_string(repo.path("out").join(page)).unwrap();
                assert!(page.contains(words) || page.contains(&words.replacen('T', "t", 1)), "{page}");
            }
        }
        repo.put(
            &path,
            &text.replace("{}", private.trim_start_matches(if name.ends_with("yaml") { "\n" } else { "" }).trim_end()),
        );
        repo.commit();
        let ran = repo.check("main", "github");
        let told = runner(&ran);
        let found = told.iter().any(|told| told.title == "personal-identifier (error)" && told.file == path);
        assert!(ran.code == 1 && found && !ran.out.contains("943 476 5919"), "{text}: {told:#?}{}", ran.err);
        // Nothing else is said of what is no report.
        assert!(told.iter().all(|told| told.kind != "error" || told.title.starts_with("personal")), "{told:#?}");
    }
    // A report that is put where nobody looks for one.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    repo.put("rapports/spring-2/east.md", &good);
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", "reports")]);
    let told = runner(&ran);
    assert!(told.len() == 1 && told[0].words.contains("outside of what is checked"), "{told:#?}{}", ran.err);
    // Nor in a hidden folder, nor under the name of a page of the repository; but that of the repository itself is none.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    repo.put(".hidden/east.md", &good);
    repo.put("reports/east/README.md", &good);
    repo.put("README.md", &good);
    repo.commit();
    let told = runner(&repo.check("main", "github"));
    assert!(told.len() == 1 && told[0].file == ".hidden/east.md", "{told:#?}");
    assert!(
        told[0].words.contains("outside of what is checked here")
            && told[0].words.contains("(also reports/east/README.md)")
    );
    // Data among the reports is no report, however much there is of it.
    repo.put("reports/data.txt", &"A line of data, and no report.\n".repeat(400_000));
    repo.commit();
    let ran = repo.check("main", "none");
    assert!(ran.code == 2 && ran.err.contains("if it is no report, name it in .ignore"), "{}", ran.err);
    repo.git(&["rm", "-q", "reports/data.txt"]);
    // Git LFS has had several ways to say so.
    repo.put("reports/a.md", "\u{feff}version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
    repo.put("reports/b.md", "version https://hawser.github.com/spec/v1\noid sha256:0\nsize 9\n");
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", "reports")]);
    let told = runner(&ran);
    let of: Vec<&Annotation> = told.iter().filter(|told| told.file == "reports/a.md").collect();
    assert!(ran.code == 2 && of.len() == 1 && of[0].words.contains("(also reports/b.md)"), "{told:#?}{}", ran.err);
}

/// The contribution was made before main's settings grew: what lies at that line of its own file is something else.
#[test]
fn a_finding_at_settings_of_another_day_has_no_line() {
    let repo = Repository::new("older");
    repo.git(&["rm", "-q", "reports/autumn-2/old.md"]);
    repo.commit();
    repo.git(&["checkout", "-q", "main"]);
    let places: String = ["Eastvale", "Westmere"].map(|name| format!("  - name: {name}\n")).concat();
    let expected = "terms:\n  expected: [Autumn 2024/25]\nrules:\n  district-unknown: off\n";
    repo.put("termwise.yaml", &format!("{}districts:\n{places}{expected}", "# a line\n".repeat(20)));
    repo.commit();
    repo.git(&["checkout", "-q", "contribution"]);
    let told = runner(&repo.check("main", "github"));
    let at: Vec<&Annotation> = told.iter().filter(|told| told.title == "report-missing (query)").collect();
    assert!(at.len() == 1 && at[0].line.is_none(), "{told:#?}");
    assert!(at[0].words.contains("by the settings of the branch"), "{told:#?}");
}

/// What stops every check on main must be such that a contribution can mend it, and no contribution may bring it.
#[test]
fn what_stops_every_check_can_be_mended_and_not_be_brought() {
    let link = |repo: &Repository, to: &str, at: &str| std::os::unix::fs::symlink(to, repo.path(at)).unwrap();
    let large = format!("rules: {{}}\n{}", "# a line of many\n".repeat(700_000));
    let broken = "{\n<<<<<<< HEAD\n";
    let whole = "{\"version\": 1, \"findings\": []}\n";
    type Make<'a> = &'a dyn Fn(&Repository);
    let cases: [(&str, Make<'_>, Make<'_>); 6] = [
        ("faults", &|repo| repo.put("termwise.yaml", "rulse: {}\n"), &|repo| repo.put("termwise.yaml", "rules: {}\n")),
        ("name", &|repo| _ = repo.git(&["mv", "termwise.yaml", "termwise.yml"]), &|repo| {
            _ = repo.git(&["mv", "termwise.yml", "termwise.yaml"])
        }),
        (
            "link",
            &|repo| {
                repo.put("own/settings.yaml", "rules: {}\n");
                fs::remove_file(repo.path("termwise.yaml")).unwrap();
                link(repo, "own/settings.yaml", "termwise.yaml");
            },
            &|repo| {
                fs::remove_file(repo.path("termwise.yaml")).unwrap();
                repo.put("termwise.yaml", "rules: {}\n");
            },
        ),
        ("large", &|repo| repo.put("termwise.yaml", &large), &|repo| repo.put("termwise.yaml", "rules: {}\n")),
        ("baseline", &|repo| repo.put("known.json", broken), &|repo| repo.put("known.json", whole)),
        ("deleted", &|repo| repo.put("known.json", broken), &|repo| fs::remove_file(repo.path("known.json")).unwrap()),
    ];
    for (name, broke, mend) in cases {
        let repo = Repository::new(&format!("mend-{name}"));
        repo.git(&["checkout", "-q", "main"]);
        repo.put("known.json", whole);
        repo.commit();
        let out = repo.folder.with_extension("out");
        let summary = out.with_extension("summary");
        let more = [
            ("TERMWISE_BASELINE", "known.json"),
            ("TERMWISE_OUT", out.to_str().unwrap()),
            ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()),
        ];
        let check = |base: &str| repo.check_with(base, "github", &more);
        // It is brought.
        repo.git(&["checkout", "-q", "-B", "contribution"]);
        broke(&repo);
        repo.commit();
        let ran = check("main");
        let told = runner(&ran);
        let faults: Vec<&Annotation> = told.iter().filter(|told| told.kind == "error").collect();
        assert!(ran.code == 2 && faults.len() == 1, "{name}: {told:#?}{}", ran.err);
        assert!(faults[0].words.contains("once merged, no report could be checked"), "{name}: {told:#?}");
        // It stands on main: whoever has nothing to do with it is told so, in the files too.
        repo.git(&["checkout", "-q", "main"]);
        repo.git(&["merge", "-q", "contribution"]);
        repo.git(&["checkout", "-q", "-B", "contribution"]);
        repo.put("reports/spring-2/hostile.md", &hostile());
        repo.commit();
        let ran = check("main");
        let told = runner(&ran);
        let blames = |told: &&Annotation| told.kind == "error" && told.words.contains("is not to blame");
        assert!(ran.code == 2 && told.iter().filter(blames).count() == 1, "{name}: {told:#?}{}", ran.err);
        for page in ["gitlab.json", "junit.xml", "check.html", "summary.md", "termwise.sarif", "findings.jsonl"] {
            assert!(fs::read_to_string(out.join(page)).unwrap().contains("is not to blame"), "{page}");
        }
        // It is mended, and what else is brought is checked all the same.
        mend(&repo);
        repo.commit();
        let ran = check("main");
        let told = runner(&ran);
        assert!(ran.code == 1 && told.iter().any(|told| told.words.contains("mends")), "{name}: {told:#?}{}", ran.err);
        assert!(told.iter().any(|told| told.title == "section-missing (error)"), "{name}: {told:#?}");
        repo.git(&["rm", "-q", "reports/spring-2/hostile.md"]);
        repo.commit();
        let ran = check("main");
        assert_eq!(ran.code, 0, "{name}: {}{}", ran.out, ran.err);
        repo.git(&["checkout", "-q", "main"]);
        repo.git(&["merge", "-q", "contribution"]);
        repo.git(&["rm", "-q", "reports/autumn-2/old.md"]);
        repo.commit();
        let ran = check("");
        assert_eq!(ran.code, 0, "{name}: {}{}", ran.out, ran.err);
        _ = (fs::remove_dir_all(&out), fs::remove_file(&summary));
    }
}

#[test]
fn settings_that_hold_elsewhere_have_no_say() {
    let repo = Repository::new("elsewhere-settings");
    repo.git(&["checkout", "-q", "main"]);
    fs::create_dir(repo.path("archive")).unwrap();
    std::os::unix::fs::symlink("../termwise.yaml", repo.path("archive/termwise.yaml")).unwrap();
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    let first = |ran: &Ran| runner(ran).into_iter().map(|told| told.words).collect::<Vec<String>>();
    // A link of main where no settings are looked for, and one who takes it away.
    repo.put("README.md", "# Notes\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, first(&ran)), (0, Vec::new()), "{}", ran.err);
    repo.git(&["rm", "-q", "archive/termwise.yaml"]);
    repo.put("examples/termwise.yaml", "rulse: {}\n");
    repo.commit();
    let ran = repo.check("main", "github");
    let words = first(&ran).join(" ");
    assert!(ran.code == 0 && words.contains("no say in what is checked here. Look"), "{words}{}", ran.err);
    assert!(words.contains("These settings have faults, and no say") && !words.contains("were checked by"), "{words}");
    // Where those very folders are checked, they have.
    let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", "examples")]);
    assert!(ran.code == 2 && first(&ran).join(" ").contains("once merged, no report could be checked"), "{}", ran.err);
    // Folders that would go by different settings cannot be checked together.
    repo.put("examples/termwise.yaml", "rules: {}\n");
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", "examples\nreports")]);
    assert!(ran.code == 2 && first(&ran).join(" ").contains("would go by different settings"), "{}", ran.err);
    // Where that is so on main, a contribution can mend it.
    repo.git(&["branch", "-q", "-f", "main", "HEAD"]);
    repo.git(&["rm", "-q", "examples/termwise.yaml"]);
    repo.put("examples/README.md", "# Examples\n");
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", "examples\nreports")]);
    assert!(ran.code == 0 && first(&ran).join(" ").contains("and it mends them"), "{}{}", ran.out, ran.err);
    // Main has none: nobody's reports were checked by those of main.
    let repo = Repository::new("none");
    repo.git(&["checkout", "-q", "main"]);
    repo.git(&["rm", "-q", "termwise.yaml"]);
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("termwise.yaml", "rules: {}\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert!(first(&ran).join(" ").contains("by termwise's own, since the branch it goes to has none"), "{}", ran.out);
    // Names that are shown alike are two.
    use std::os::unix::ffi::OsStrExt;
    let folder = |byte: u8| repo.path("").join(std::ffi::OsStr::from_bytes(&[b'a', byte]));
    for byte in [0xff, 0xfe] {
        fs::create_dir(folder(byte)).unwrap();
        fs::write(folder(byte).join("termwise.yaml"), "rules: {}\n").unwrap();
        repo.commit();
        repo.git(&["branch", "-q", "-f", "main", if byte == 0xff { "HEAD" } else { "HEAD~1" }]);
    }
    let ran = repo.check("main", "github");
    assert!(first(&ran).join(" ").contains("no say in what is checked here"), "{}", ran.out);
}

#[test]
fn many_notices_hide_no_other() {
    let repo = Repository::new("hidden");
    repo.git(&["checkout", "-q", "main"]);
    let names: Vec<String> =
        (1..=40).map(|number| format!("Place {}{}", (b'A' + number / 8) as char, number % 8)).collect();
    for name in &names {
        repo.put(&format!("reports/{name}.md"), &report(name, "Spring 2 2024/25"));
    }
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    for name in &names {
        repo.git(&["rm", "-q", &format!("reports/{name}.md")]);
    }
    for number in 1..=15 {
        repo.put(&format!("reports/{number}.docx"), "PK");
        repo.put(&format!("{number}/termwise.yaml"), "rules: {}\n");
    }
    repo.put(".ignore", "*\n");
    repo.put(
        "reports/late.md",
        &report("Harrow Fell", "Spring 2 2024/25").replace("on 14 January 2025", "on the 14th"),
    );
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert!(told.iter().filter(|told| told.kind == "warning").count() <= 10, "{told:#?}");
    for words in ["40 reports were deleted: Place", "and 20 more", "Word document", "which files are left out", "vague"]
    {
        assert!(told.iter().any(|told| told.words.contains(words) || told.title.contains(words)), "{words}: {told:#?}");
    }
    // Where what was deleted lies in a folder that nobody looks into now, that is told.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    fs::create_dir(repo.path(".old")).unwrap();
    repo.git(&["mv", "reports/spring-2/kept.md", ".old/kept.md"]);
    repo.commit();
    let told = runner(&repo.check("main", "github"));
    assert!(told.len() == 1 && told[0].words.contains("moved to .old/kept.md, where none is looked for"), "{told:#?}");
}

#[test]
fn the_settings_in_force_are_told_before_others() {
    let repo = Repository::new("in-force");
    repo.put("termwise.yaml", "rules: {}\n");
    for file in ["docs/termwise.yaml", ".gitignore", ".gitattributes", "Jenkinsfile", "known.json"] {
        repo.put(file, if file.ends_with("json") { "{\"version\": 1, \"findings\": []}\n" } else { "{}\n" });
    }
    for district in ["Eastvale", "Saltmarsh", "Northmoor"] {
        for number in 1..=4 {
            let text =
                report(&format!("{district} {number}"), "Spring 2 2024/25").replace("on 14 January 2025", "soon");
            repo.put(&format!("reports/{district}{number}.md"), &text);
        }
    }
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_BASELINE", "known.json")]);
    let told = runner(&ran);
    let at = |file: &str| told.iter().position(|told| told.file == file);
    assert!(
        at("termwise.yaml").is_some_and(|first| at("known.json").is_some_and(|second| first < second)),
        "{told:#?}"
    );
    assert!(at("known.json") < at("docs/termwise.yaml") || at("docs/termwise.yaml").is_none(), "{told:#?}");
}

#[test]
fn what_runs_by_itself_is_told_whatever_runs_it() {
    let repo = Repository::new("runs");
    let files = [
        ".pre-commit-config.yaml",
        "Jenkinsfile",
        ".circleci/config.yml",
        "bitbucket-pipelines.yml",
        ".azuredevops/x.yml",
    ];
    for file in files {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        repo.put(file, "a: b\n");
        repo.commit();
        let told = runner(&repo.check("main", "github"));
        let runs = |told: &&Annotation| told.file == file && told.words.contains("runs by itself");
        assert_eq!(told.iter().filter(runs).count(), 1, "{file}: {told:#?}");
    }
}

/// At the desk, what lies in the folder is one's own, and is not taken for that of main.
#[test]
fn at_the_desk_the_settings_are_ones_own() {
    let repo = Repository::new("own");
    repo.put("termwise.yaml", "rulse: {}\n");
    repo.commit();
    let lint = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
        command.args(["lint", "--changed-since", "main", "--contribution", "HEAD"]).current_dir(&repo.folder);
        let ran = command.output().unwrap();
        (ran.status.code().unwrap(), String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap())
    };
    let (code, said) = lint();
    assert!(code == 2 && said.contains("rulse") && !said.contains("branch"), "{said}");
    // A fault that is not committed yet.
    repo.put("termwise.yaml", "rules: {}\n");
    repo.commit();
    repo.put("termwise.yaml", "rulse: {}\n");
    let (code, said) = lint();
    assert!(code == 2 && said.contains("rulse") && !said.contains("mends") && !said.contains("branch"), "{said}");
}

#[test]
fn the_base_is_not_blamed_on_a_contribution() {
    let repo = Repository::new("blame");
    repo.git(&["checkout", "-q", "main"]);
    repo.put("termwise.yaml", "rulse: {}\n");
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("termwise.yaml", "rules: {}\n");
    repo.commit();
    // It mends them: its reports are judged by what termwise goes by of itself.
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert!(ran.code == 0 && told.len() == 1 && told[0].words.contains("and it mends them"), "{told:#?}{}", ran.err);
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    let ran = repo.check("main", "github");
    assert!(ran.code == 1 && ran.out.contains("section-missing"), "{}{}", ran.out, ran.err);
    // One that has nothing to do with them is not blamed for them.
    repo.git(&["checkout", "-q", "main", "--", "termwise.yaml"]);
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert!(ran.code == 2 && told.len() == 1 && told[0].words.contains("is not to blame"), "{told:#?}");
    assert!(ran.err.contains("(as the branch that the contribution goes to has it)"), "{}", ran.err);
    assert!(!ran.err.contains("--no-config") && ran.out.contains("Nothing was checked.\n"), "{}", ran.err);
    assert!(repo.path(".summary").exists());
    // A contribution that brings the first baseline: on main there is none yet, and that is no fault.
    let repo = Repository::new("first");
    repo.put("known.json", "{\"version\": 1, \"findings\": []}\n");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_BASELINE", "./known.json")]);
    let told = runner(&ran);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(told.iter().any(|told| told.kind == "warning" && told.file == "known.json"), "{told:#?}");
    // One that is named and deleted is no fault of the call, but main could not be checked after it.
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md", "reports/spring-2/hostile.md"]);
    repo.commit();
    let ran = repo.check_with("main", "none", &[("TERMWISE_PATHS", "reports/spring-2/deleted.md\nreports/spring-2")]);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    // Names of other alphabets stay what they are, so that the host finds the file.
    repo.put("Siân é/x;[a], 100%/termwise.yaml", "rules: {}\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert!(runner(&ran).iter().any(|told| told.file == "Siân é/x;[a], 100%/termwise.yaml"), "{}", ran.out);
    let ran = repo.check("main", "azure");
    assert!(ran.out.contains("sourcepath=Siân é/x%3B[a%5D, 100%AZP25/termwise.yaml]"), "{}", ran.out);
}

#[test]
fn a_history_that_is_cut_short_is_told_as_that() {
    let repo = Repository::new("whole");
    repo.put("README.md", "# Notes\n");
    repo.commit();
    repo.git(&["checkout", "-q", "main"]);
    repo.put("CHANGELOG.md", "# Notes\n");
    repo.commit();
    let short = Repository::new("short");
    let from = format!("file://{}", repo.folder.display());
    short.git(&["remote", "add", "origin", &from]);
    short.git(&["fetch", "-q", "--depth", "1", "origin", "main:refs/heads/theirs", "contribution:refs/heads/ours"]);
    for (host, how) in [("github", "fetch-depth: 0"), ("azure", "fetchDepth: '0'"), ("none", "GIT_DEPTH")] {
        let ran = short.check_with("theirs", host, &[("TERMWISE_HEAD", "ours")]);
        assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("the history is cut short here") && ran.err.contains(how), "{}", ran.err);
    }
}

#[test]
fn a_clone_without_its_old_files_says_what_it_lacks() {
    let repo = Repository::new("filtered");
    repo.put("reports/spring-2/kept.md", &report("Northmoor", "Spring 2 2024/25").replace("Opened", "We opened"));
    repo.commit();
    repo.git(&["config", "uploadpack.allowFilter", "true"]);
    let clone = repo.folder.with_extension("clone");
    _ = fs::remove_dir_all(&clone);
    let from = format!("file://{}", repo.folder.display());
    repo.git(&["clone", "-q", "--filter=blob:none", "-b", "contribution", &from, clone.to_str().unwrap()]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
    let ran = command.args(["lint", "--changed-since", "origin/main"]).current_dir(&clone).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert!(said.contains("what stood in reports/spring-2/kept.md; fetch the whole repository"), "{said}");
    _ = fs::remove_dir_all(clone);
}

#[test]
fn ignore_files_are_those_of_main() {
    let repo = Repository::new("ignored");
    repo.git(&["checkout", "-q", "main"]);
    repo.put(".ignore", "reports/drafts/\n");
    repo.put("reports/drafts/old.md", &hostile());
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("reports/drafts/old.md", &hostile().replace("19th", "20th"));
    repo.commit();
    // As at the desk of whoever wrote it: drafts are left out.
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "{}{}", ran.out, ran.err);
    repo.put(".ignore", "spring-2\n");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(told.iter().any(|told| told.kind == "warning" && told.file == ".ignore"), "{told:#?}");
    assert!(told.iter().any(|told| told.file == "reports/spring-2/hostile.md"), "{told:#?}");
}

/// Main finds nothing to check after it, which is an error there.
#[test]
fn what_leaves_the_last_report_out_is_an_error_before_it_is_merged() {
    let repo = Repository::new("last");
    let begin = |files: &[(&str, &str)]| {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        files.iter().for_each(|(name, text)| repo.put(name, text));
        repo.commit();
    };
    let last = |words: &str| {
        let ran = repo.check("main", "github");
        let told = runner(&ran);
        let told: Vec<&Annotation> = told.iter().filter(|told| told.kind == "error").collect();
        assert!(ran.code == 2 && told.len() == 1 && told[0].words.contains(words), "{words}: {told:#?}{}", ran.err);
        assert!(told[0].words.contains("; once merged, there is nothing to check"), "{told:#?}");
        // And so it is.
        assert_eq!(repo.check("", "github").code, 2);
        told[0].file.clone()
    };
    for (file, text) in [(".ignore", "reports/\n"), (".gitignore", "*.md\n"), ("reports/.ignore", "/*/*\n")] {
        begin(&[(file, text)]);
        assert_eq!(last("this file leaves out takes the last report away"), file);
    }
    begin(&[("reports/spring-2/.ignore", "*\n"), ("reports/autumn-2/.gitignore", "old.md\n")]);
    assert_eq!(last("(also reports/spring-2/.ignore)"), "reports/autumn-2/.gitignore");
    // Some of them deleted, the others left out; and a new one with them.
    begin(&[(".ignore", "/reports/autumn-2\nnew.md\n"), ("new.md", &report("Harrow Fell", "Spring 2 2024/25"))]);
    repo.git(&["rm", "-q", "-r", "reports/spring-2"]);
    repo.commit();
    assert_eq!(last("this file leaves out takes the last report away"), ".ignore");
    // One that is left, or is no longer left out, is enough; what is checked by its name is left out by nothing.
    let code = |paths: &str| repo.check_with("main", "github", &[("TERMWISE_PATHS", paths)]).code;
    for text in ["reports/*\n!reports/spring-2\n", "reports/\n"] {
        begin(&[(".ignore", text), ("drafts/a.md", &report("Harrow Fell", "Spring 2 2024/25"))]);
        assert_eq!((code(""), code("reports")), (0, 0), "{text}");
    }
    begin(&[(".ignore", "*.md\n")]);
    assert_eq!((code("reports"), code("reports/spring-2/kept.md")), (2, 0));
    repo.git(&["checkout", "-q", "-f", "main"]);
    repo.put(".ignore", "/reports/spring-2\n/reports/autumn-2\n");
    repo.commit();
    begin(&[(".ignore", "autumn-2\n")]);
    assert_eq!(code(""), 0);
    // Main has none already: that is nobody's doing.
    begin(&[(".ignore", "*-2\n")]);
    assert_eq!(code(""), 0);
    // Reports that are known as such by the headings of their sections alone.
    repo.git(&["checkout", "-q", "-f", "main"]);
    repo.git(&["rm", "-q", "-r", "-f", "reports", ".ignore"]);
    repo.put("notes.md", "# Reading\n\n### Exit strategy\n- The forum takes it on from September 2025\n");
    repo.commit();
    begin(&[("termwise.yaml", "sections: [impact]\n")]);
    assert_eq!(last("these settings no file is read as a report any more"), "termwise.yaml");
}

/// A contribution is not blamed for leaving nothing where main has another report by now; a draft or a file that the
/// contribution leaves out is none.
#[test]
fn a_report_that_main_gained_meanwhile_is_left_to_check() {
    let repo = Repository::new("gained");
    for (file, text, code) in [
        ("reports/summer-1/new.md", report("Harrow Fell", "Summer 1 2024/25"), 0),
        ("drafts/new.md", report("Harrow Fell", "Summer 1 2024/25"), 2),
        ("reports/notes.md", "The forum met on 14 January 2025.\n".to_owned(), 2),
    ] {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        repo.git(&["rm", "-q", "-r", "reports"]);
        repo.put(".ignore", "drafts/\n");
        repo.commit();
        repo.git(&["checkout", "-q", "-f", "-B", "meanwhile", "main"]);
        repo.put(file, &text);
        repo.commit();
        repo.git(&["checkout", "-q", "-f", "contribution"]);
        let ran = repo.check("meanwhile", "github");
        let nothing = "the contribution takes the last report away; once merged, there is nothing to check";
        assert_eq!((ran.code, ran.out.contains(nothing)), (code, code == 2), "{file}: {}{}", ran.out, ran.err);
        // And so it is.
        repo.git(&["merge", "-q", "--no-edit", "meanwhile"]);
        assert_eq!(repo.check("", "github").code, code, "{file}");
    }
}

/// A search reads ignore files whole: one without end stops every check.
#[test]
fn an_ignore_file_that_is_too_large_is_an_error_before_it_is_merged() {
    let repo = Repository::new("large-ignores");
    let large = "# left out\n".repeat(1_200_000) + "/reports\n";
    let told = |ran: &Ran| {
        let told = runner(ran).into_iter().filter(|told| told.kind == "error");
        told.map(|told| (told.file, told.words)).collect::<Vec<_>>()
    };
    for file in [".ignore", "reports/.gitignore"] {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        repo.put(file, &large);
        repo.commit();
        let ran = repo.check("main", "github");
        let told = told(&ran);
        assert!(ran.code == 2 && told.len() == 1 && told[0].0 == file, "{file}: {told:#?}{}", ran.err);
        assert!(told[0].1.contains("larger than the 12 MiB that are read of a file, so nobody can tell"), "{told:#?}");
        assert!(told[0].1.contains("; once merged, no report could be checked"), "{told:#?}");
        // And so it is, by all that search, from below it and from above it, and for what stands around a report.
        let ran = repo.check("", "github");
        let words = format!("termwise: {file}: it is larger than the 12 MiB that are read of a file");
        assert!(ran.code == 2 && ran.err.contains(&words), "{file}: {}", ran.err);
        for (arguments, code) in [
            ("lint reports/spring-2", 2),
            ("lint reports/spring-2/kept.md", 2),
            ("rollup .", 2),
            ("rollup . --no-ignore", 0),
            ("lint reports/spring-2/kept.md --alone", 0),
        ] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
            let ran = command.args(arguments.split(' ')).current_dir(&repo.folder).output().unwrap();
            let said = String::from_utf8_lossy(&ran.stderr);
            assert_eq!(ran.status.code(), Some(code), "{file}: {arguments}: {said}");
            let is_told = said.contains(".ignore: it is larger than") || said.contains(".gitignore: it is larger than");
            assert_eq!(is_told, code == 2, "{file}: {arguments}: {said}");
        }
    }
    // Where no search comes to, it is none's.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    repo.put(".hidden/.ignore", &large);
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, told(&ran), repo.check("", "github").code), (0, Vec::new(), 1), "{}", ran.err);
}

/// GitHub checks out the contribution joined with main as it is now, whatever main was when it was opened.
#[test]
fn what_main_did_meanwhile_is_not_put_down_to_a_contribution() {
    let repo = Repository::new("meanwhile");
    repo.put("reports/spring-2/clean.md", &report("Harrow Fell", "Spring 2 2024/25"));
    repo.commit();
    repo.git(&["checkout", "-q", "main"]);
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    repo.put("termwise.yaml", "rules:\n  heading-wording: off\n  vague-date: error\n");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    repo.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    repo.git(&["checkout", "-q", "--detach", "main"]);
    repo.git(&["merge", "-q", "--no-edit", "contribution"]);
    let action = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml")).unwrap();
    assert!(
        action.contains("format('refs/remotes/origin/{0}', github.base_ref)"),
        "the branch, not the event's commit"
    );
    let ran = repo.check("refs/remotes/origin/main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "{}{}", ran.out, ran.err);
    // What is stricter on main by now is in force.
    repo.git(&["checkout", "-q", "contribution"]);
    let text = report("Harrow Fell", "Spring 2 2024/25").replace("on 14 January 2025", "on the 14th");
    repo.put("reports/spring-2/clean.md", &text);
    repo.commit();
    repo.git(&["checkout", "-q", "--detach", "main"]);
    repo.git(&["merge", "-q", "--no-edit", "contribution"]);
    let ran = repo.check("refs/remotes/origin/main", "github");
    let told = runner(&ran);
    assert!(told.len() == 1 && told[0].title == "vague-date (error)", "{told:#?}");
}

#[test]
fn paths_that_lead_elsewhere_are_refused() {
    let repo = Repository::new("paths");
    repo.put("termwise.yaml", "rules:\n  section-missing: off\n  vague-date: off\n  placeholder-text: off\n");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.put("known.json", "{\"version\": 1, \"findings\": []}\n");
    repo.commit();
    let whole = repo.path("reports");
    let tilde = format!("~/{}", repo.folder.display());
    for path in
        [whole.to_str().unwrap(), "..", "reports/../../x", "reports//x", "reports/./x", "C:/x", "a\\b", &tilde, "-"]
    {
        for name in ["TERMWISE_PATHS", "TERMWISE_BASELINE"] {
            let ran = repo.check_with("main", "github", &[(name, path)]);
            assert!(ran.code == 2 && ran.err.contains("is no path from the top"), "{name} {path}: {}", ran.err);
        }
    }
    for path in ["reports", "./reports/", "reports/spring-2/", ".", "reports\n\n./reports/spring-2"] {
        let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", path)]);
        assert_eq!(ran.code, 1, "{path}: {}{}", ran.out, ran.err);
    }
}

#[test]
fn a_tag_is_not_taken_for_the_branch() {
    let repo = Repository::new("tag");
    repo.put("termwise.yaml", "rules:\n  section-missing: off\n  vague-date: off\n  placeholder-text: off\n");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.commit();
    repo.git(&["update-ref", "refs/remotes/origin/main", "main"]);
    assert_eq!(repo.check("origin/main", "azure").code, 1);
    repo.git(&["tag", "origin/main", "contribution"]);
    let ran = repo.check("origin/main", "azure");
    assert!(ran.code == 2 && ran.err.contains("of a branch and of a tag"), "{}{}", ran.out, ran.err);
    assert_eq!(repo.check("refs/remotes/origin/main", "azure").code, 1);
}

#[test]
fn a_contribution_does_not_choose_what_it_is_compared_with() {
    let repo = Repository::new("crossed");
    repo.git(&["checkout", "-q", "main"]);
    let good = fs::read_to_string(repo.path("reports/spring-2/kept.md")).unwrap();
    repo.put("reports/spring-2/kept.md", &hostile());
    repo.commit();
    repo.git(&["checkout", "-q", "-b", "fix"]);
    repo.put("reports/spring-2/kept.md", &good);
    repo.commit();
    repo.git(&["checkout", "-q", "main"]);
    repo.put("README.md", "# Notes\n");
    repo.commit();
    let parted = repo.git(&["rev-parse", "main"]);
    repo.git(&["merge", "-q", "--no-edit", "fix"]);
    // Joined with what main was, and with the mend that main has, but as main was before it.
    let tree = format!("{}^{{tree}}", parted.trim());
    let head = repo.git(&["commit-tree", "-p", parted.trim(), "-p", "fix", "-m", "x", &tree]);
    let ran = repo.check_with("main", "none", &[("TERMWISE_HEAD", head.trim())]);
    assert!(ran.code == 2 && ran.err.contains("bring it up to date"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_letter_of_two_bytes_is_no_line_end() {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    let with_mark = |text: &[u8]| [&[0xfe, 0xff], text].concat();
    let repo = Repository::new("wide");
    let words = report("Eastvale", "Spring 2 2024/25");
    let (before, after) = words.split_once("### Planned").unwrap();
    let old = [wide(before), vec![0x0a], wide("\n### Planned"), wide(after)].concat();
    let new = [wide(before), vec![0x0d, 0x0a], wide("\n### Planned"), wide(after)].concat();
    repo.git(&["checkout", "-q", "main"]);
    fs::write(repo.path("reports/spring-2/deleted.md"), with_mark(&old)).unwrap();
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    fs::write(repo.path("reports/spring-2/deleted.md"), with_mark(&new)).unwrap();
    repo.commit();
    let ran = repo.check("main", "none");
    assert!(!ran.out.contains("changes no report"), "{}{}", ran.out, ran.err);
}

#[test]
fn no_ignore_file_from_outside_of_the_commit_holds() {
    let repo = Repository::new("outside");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.put(".ignore", "hostile.md\n");
    repo.commit();
    fs::create_dir(repo.path("temp")).unwrap();
    let ran = repo.check_with("main", "none", &[("TMPDIR", repo.path("temp").to_str().unwrap())]);
    assert!(ran.code == 2 && ran.err.contains("TMPDIR"), "{}{}", ran.out, ran.err);
    // Nor one above the folder for what is kept for a while.
    let temp = repo.folder.with_extension("temp");
    fs::create_dir_all(&temp).unwrap();
    fs::write(temp.join(".ignore"), "*.md\n").unwrap();
    let ran = repo.check_with("main", "none", &[("TMPDIR", temp.to_str().unwrap())]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    _ = fs::remove_dir_all(temp);
}

#[test]
fn a_report_that_is_written_over_is_told() {
    let repo = Repository::new("over");
    let place = "reports/spring-2";
    repo.put(&format!("{place}/kept.md"), &report("Harrow Fell", "Spring 2 2024/25"));
    repo.git(&["rm", "-q", &format!("{place}/deleted.md")]);
    std::os::unix::fs::symlink("kept.md", repo.path(&format!("{place}/deleted.md"))).unwrap();
    // Moved, and said more finely; moved, with its district mended.
    repo.git(&["rm", "-q", &format!("{place}/renamed.md")]);
    repo.put(
        &format!("{place}/new.md"),
        &report("Saltmarsh", "Spring 2 2024/25").replace("district: Saltmarsh", "district: Salt Marsh"),
    );
    repo.commit();
    let ran = repo.check("main", "github");
    let told: Vec<String> = runner(&ran).into_iter().map(|told| told.words).collect();
    let expected = [
        "A link stands where a report was, and is not followed: Eastvale, Spring 2 2024/25. If that is not meant, put the file back.",
        "This report has moved to reports/spring-2/new.md and is that of Salt Marsh, Spring 2 2024/25 now; it was that of \
         Saltmarsh, Spring 2 2024/25. See whether that is meant.",
        "This is the report of Harrow Fell, Spring 2 2024/25 now; it was that of Northmoor, Spring 2 2024/25. If that is not \
         meant, put the file back.",
    ];
    assert_eq!((ran.code, told.iter().map(String::as_str).collect()), (0, expected.to_vec()), "{}", ran.err);
    // A link of main that nobody touched is in no contribution.
    repo.git(&["checkout", "-q", "main"]);
    std::os::unix::fs::symlink("notes", repo.path("link.md")).unwrap();
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("README.md", "# Notes\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "{}{}", ran.out, ran.err);
}

#[test]
fn what_only_moved_or_was_never_read_is_not_told_as_deleted() {
    let repo = Repository::new("moved");
    repo.git(&["checkout", "-q", "main"]);
    repo.put(".ignore", "/drafts/\n*.old.md\n");
    repo.put("drafts/a.md", &report("Dunford", "Spring 2 2024/25"));
    repo.put("reports/b.old.md", &report("Elmley", "Spring 2 2024/25"));
    repo.put("reports/open.md", &report("Fenwick", "Spring 2 2024/25").replace("district: Fenwick\n", ""));
    repo.put("reports/coarse.md", &report("Garth", "Spring 2024/25"));
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "drafts/a.md", "reports/b.old.md", "reports/coarse.md"]);
    repo.git(&["mv", "reports/open.md", "reports/opened.md"]);
    repo.put("reports/fine.md", &report("Garth", "Spring 2 2024/25"));
    repo.commit();
    let ran = repo.check("main", "github");
    assert!(runner(&ran).iter().all(|told| told.title != "no longer a report"), "{}{}", ran.out, ran.err);
    // A report of the same district for another term is another report.
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    repo.put("reports/e.md", &report("Eastvale", "Summer 1 2024/25"));
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    let gone: Vec<&str> =
        told.iter().filter(|told| told.title == "no longer a report").map(|told| told.file.as_str()).collect();
    assert_eq!(gone, ["reports/spring-2/deleted.md"], "{told:#?}");
}

/// Whatever was changed in it on the way.
#[test]
fn a_report_that_moved_to_where_main_leaves_it_out_is_not_told_as_deleted() {
    let repo = Repository::new("aside");
    repo.git(&["checkout", "-q", "main"]);
    repo.put(".ignore", "/drafts/\n");
    repo.commit();
    for folder in ["drafts", ".hidden"] {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        fs::create_dir_all(repo.path(folder)).unwrap();
        repo.git(&["mv", "-f", "reports/spring-2/deleted.md", &format!("{folder}/moved.md")]);
        let text = report("Eastvale", "Spring 2 2024/25").replace("Opened", "Then opened");
        repo.put(&format!("{folder}/moved.md"), &text);
        repo.commit();
        let ran = repo.check("main", "github");
        let told = runner(&ran);
        let words = format!(
            "A report has moved to {folder}/moved.md, where none is looked for: Eastvale, Spring 2 2024/25. If that is not meant, move the \
             file back."
        );
        assert!(ran.code == 0 && told.len() == 1 && told[0].words == words, "{told:#?}{}", ran.err);
    }
    // A draft of another district is no place that it moved to.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    repo.put("drafts/other.md", &report("Harrow Fell", "Spring 2 2024/25"));
    repo.commit();
    let told = runner(&repo.check("main", "github"));
    assert!(told.len() == 1 && told[0].words.starts_with("A report was deleted: Eastvale"), "{told:#?}");
}

#[test]
fn what_goes_from_the_paths_that_are_checked_is_told() {
    let repo = Repository::new("away");
    repo.git(&["checkout", "-q", "main"]);
    repo.git(&["rm", "-q", "-r", "reports/autumn-2"]);
    repo.put("archive/old.md", &report("Westmere", "Summer 1 2023/24"));
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["mv", "reports", "rapports"]);
    repo.git(&["rm", "-q", "-f", "rapports/spring-2/deleted.md"]);
    repo.put("rapports/hostile.md", &hostile());
    repo.commit();
    for paths in ["reports\narchive", "reports"] {
        let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", paths)]);
        let told = runner(&ran);
        let has = |file: &str, words: &str| {
            told.iter().any(|told| told.file == format!("reports/spring-2/{file}.md") && told.words.contains(words))
        };
        assert!(told.len() == 5 && has("deleted", "was deleted"), "{told:#?}{}", ran.err);
        assert!(has("kept", "moved to rapports/spring-2/kept.md, which is not among"), "{told:#?}");
        // Main could not be checked after it.
        let fault = told.iter().find(|told| told.file == "reports").unwrap();
        assert!(fault.kind == "error" && fault.words.contains("the contribution takes it away"), "{fault:?}");
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert_eq!(repo.check_with("", "github", &[("TERMWISE_PATHS", paths)]).code, 2);
    }
    // The last of all.
    repo.git(&["rm", "-q", "-r", "rapports", "archive"]);
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert!(told.len() == 2 && told[1].words.starts_with("4 reports were deleted: Westmere, Summer 1"), "{told:#?}");
    // Main could not be checked after it, so this cannot be merged as it is.
    assert!(
        ran.code == 2 && told[0].kind == "error" && told[0].words.contains("takes the last report away"),
        "{told:#?}"
    );
    assert_eq!(repo.check("", "github").code, 2);
}

/// A file that is asked for by its name is a report, whatever it looks like.
#[test]
fn a_report_that_is_named_may_not_go() {
    let repo = Repository::new("named");
    repo.git(&["checkout", "-q", "main"]);
    repo.put("reports/plain.txt", "We opened the library.\n");
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.git(&["rm", "-q", "reports/plain.txt"]);
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_PATHS", "reports/plain.txt")]);
    let told: Vec<String> = runner(&ran).into_iter().map(|told| told.words).collect();
    assert_eq!((ran.code, told.len()), (2, 2), "{told:#?}{}", ran.err);
    assert!(told[0].contains("takes it away") && told[1].starts_with("A report was deleted"), "{told:#?}");
}

/// Districts of one authority report on the same priorities: what is called alike has not moved.
#[test]
fn a_report_is_said_to_have_moved_only_where_its_words_did() {
    let repo = Repository::new("decoy");
    let place = "reports/spring-2";
    let decoy = report("Harrow Fell", "Spring 2 2024/25").replace("Reading in Harrow Fell", "Reading in Eastvale");
    repo.git(&["rm", "-q", &format!("{place}/deleted.md")]);
    repo.put(&format!("{place}/decoy.md"), &decoy);
    repo.commit();
    let words = || -> Vec<String> {
        let ran = repo.check("main", "github");
        runner(&ran).into_iter().filter(|told| told.title == "no longer a report").map(|told| told.words).collect()
    };
    let told = words();
    assert!(told.len() == 1 && told[0].starts_with("A report was deleted: Eastvale"), "{told:#?}");
    // Nor does such a one hide where the report is.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    fs::create_dir(repo.path(".x")).unwrap();
    repo.git(&["mv", &format!("{place}/deleted.md"), ".x/deleted.md"]);
    repo.put(&format!("{place}/decoy.md"), &decoy);
    repo.commit();
    let told = words();
    assert!(told.len() == 1 && told[0].contains("moved to .x/deleted.md, where none is looked for"), "{told:#?}");
    // One new report is where one old one went, not several.
    repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
    let text = fs::read_to_string(repo.path("reports/spring-2/deleted.md")).unwrap();
    repo.git(&["rm", "-q", &format!("{place}/deleted.md"), &format!("{place}/kept.md")]);
    repo.put(&format!("{place}/new.md"), &text.replace("district: Eastvale", "district: Harrow Fell"));
    repo.commit();
    let told = words();
    assert!(
        told.len() == 2 && told.iter().any(|told| told.starts_with("A report was deleted: Northmoor")),
        "{told:#?}"
    );
    assert!(told.iter().any(|told| told.contains("has moved to reports/spring-2/new.md")), "{told:#?}");
}

/// Whoever brings one of several missing reports in makes it better, whatever else is edited.
#[test]
fn a_report_that_was_missing_before_is_nobodys() {
    let repo = Repository::new("lacks");
    repo.git(&["checkout", "-q", "main"]);
    let settings = "districts: [Eastvale, Saltmarsh, Northmoor, Westmere, Garth]\nterms:\n  expected: [Autumn 2024/25]\nrules:\n  \
                    district-unknown: off\n";
    repo.put("termwise.yaml", settings);
    let autumn = |district: &str| {
        let text = report(district, "Autumn 2 2024/25").replace("14 January 2025", "4 November 2024");
        text.replace("23 May 2025", "24 January 2025")
    };
    repo.put("reports/autumn-2/misspelt.md", &autumn("Eastvail"));
    repo.commit();
    let whole = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
        command.args(["lint", "--baseline", "known.json"]).args(more).current_dir(&repo.folder).output().unwrap()
    };
    whole(&["--write-baseline"]);
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("reports/autumn-2/garth.md", &autumn("Garth"));
    repo.put("reports/autumn-2/misspelt.md", &autumn("Eastvail").replace("district: Eastvail", "district: Eastvale"));
    repo.commit();
    let ran = repo.check("main", "github");
    let missing = runner(&ran).into_iter().filter(|told| told.title == "report-missing (query)").count();
    assert_eq!((ran.code, missing), (0, 0), "{}{}", ran.out, ran.err);
    // What the baseline knows of the others stays known.
    let after = whole(&[]);
    assert_eq!(after.status.code(), Some(0), "{}", String::from_utf8_lossy(&after.stdout));
}

/// A guide holds examples; only what a contribution puts into one is its own.
#[test]
fn what_a_page_held_before_is_nobodys() {
    let repo = Repository::new("guide");
    repo.git(&["checkout", "-q", "main"]);
    let guide = "# A guide\n\nNever write like this: Ann Lee, NHS number 943 476 5919, has a place.\n";
    repo.put("docs/guide.md", guide);
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("docs/guide.md", &format!("A line above.\n\n{guide}\nOne more line.\n"));
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Nothing was checked as a report") || ran.err.contains("Nothing was checked as a report"));
    repo.put("docs/guide.md", &format!("{guide}\nBen Hale, NHS number 987 654 4321, too.\n"));
    repo.commit();
    let ran = repo.check("main", "github");
    let told: Vec<Annotation> = runner(&ran).into_iter().filter(|told| told.kind == "error").collect();
    assert!(ran.code == 1 && !told.is_empty(), "{told:#?}{}", ran.err);
    assert!(told.iter().all(|told| told.line == Some(5) && told.words.contains("in the file .ignore")), "{told:#?}");
}

#[test]
fn what_a_contribution_puts_at_the_place_of_the_baseline_is_its_own() {
    let repo = Repository::new("at-baseline");
    repo.put("known.json/x.md", "# Notes\n");
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_BASELINE", "known.json")]);
    let told = runner(&ran);
    let fault = told.iter().find(|told| told.kind == "error").unwrap();
    assert!(ran.code == 2 && fault.file == "known.json/x.md", "{told:#?}{}", ran.err);
    assert!(told.iter().all(|told| !told.words.contains("not to blame")), "{told:#?}");
}

#[test]
fn of_settings_that_have_no_say_one_thing_is_told() {
    let repo = Repository::new("once");
    repo.put("docs/Termwise.yml", "rules: [\n");
    repo.commit();
    let told = runner(&repo.check("main", "github"));
    assert!(told.len() == 1 && told[0].words.contains("not read under this name"), "{told:#?}");
}

#[test]
fn a_finding_at_settings_that_are_not_there_has_no_line() {
    let repo = Repository::new("lines");
    repo.git(&["checkout", "-q", "main"]);
    let expected = "  expected: [Autumn 2024/25, Spring 2024/25]\n";
    let districts: String =
        ["Eastvale", "Northmoor", "Saltmarsh", "Westmere"].map(|name| format!("  - name: {name}\n")).concat();
    repo.put("termwise.yaml", &format!("{}districts:\n{districts}terms:\n{expected}", "# a line\n".repeat(20)));
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("termwise.yaml", "rules: {}\n");
    repo.git(&["rm", "-q", "reports/autumn-2/old.md"]);
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_OUT", "out")]);
    let told = runner(&ran);
    let at: Vec<&Annotation> = told.iter().filter(|told| told.title == "report-missing (query)").collect();
    assert!(!at.is_empty() && at.iter().all(|told| told.line.is_none()), "{told:#?}");
    assert!(at.iter().all(|told| told.words.contains("by the settings of the branch that this goes to")), "{told:#?}");
    assert!(ran.out.contains("1 query in the settings\n"), "{}", ran.out);
    let page = |name: &str| fs::read_to_string(repo.path("out").join(name)).unwrap();
    for name in ["azure.txt", "gitlab.json", "termwise.sarif", "junit.xml"] {
        let page = page(name);
        assert!(page.contains("report-missing"), "{name}");
        let lines: Vec<String> = (21..=40).map(|line| line.to_string()).collect();
        let has = |before: &str| lines.iter().any(|line| page.contains(&format!("{before}{line}")));
        let marks = ["linenumber=", "\"begin\": ", "\"startLine\": ", "report-missing, line "];
        assert!(!marks.into_iter().any(has), "{name}: {page}");
    }
}

#[test]
fn what_there_is_to_tell_stands_in_every_file() {
    let repo = Repository::new("told");
    repo.git(&["rm", "-q", "reports/spring-2/deleted.md"]);
    repo.put("termwise.yaml", "rulse: {}\n");
    for number in 1..=11 {
        repo.put(&format!("d{number}/termwise.yaml"), "rulse: {}\n");
    }
    repo.put(".github/workflows/reports.yml", "on: push\n");
    repo.put("reports/spring-2/hostile.md", &hostile());
    repo.put("reports/note.md", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
    repo.put("reports/north.docx", "PK");
    repo.commit();
    let ran = repo.check_with("main", "github", &[("TERMWISE_OUT", "out")]);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    let told = runner(&ran);
    // The report's own errors are seen, whatever else there is: ten of a kind are shown.
    for kind in ["error", "warning"] {
        assert!(told.iter().filter(|told| told.kind == kind).count() <= 10, "{told:#?}");
    }
    assert!(told.iter().any(|told| told.title == "section-missing (error)"), "{told:#?}");
    assert!(told.iter().any(|told| told.file == ".github/workflows/reports.yml"), "{told:#?}");
    for name in
        ["summary.md", "check.html", "gitlab.json", "junit.xml", "termwise.sarif", "findings.jsonl", "azure.txt"]
    {
        let page = fs::read_to_string(repo.path("out").join(name)).unwrap();
        let page = page.replace('\\', "");
        for words in [
            "hese settings have faults",
            "hanges the settings",
            "report was deleted: Eastvale",
            "Git LFS",
            "Word document",
            "runs by itself",
        ] {
            assert!(page.contains(words), "{name} lacks {words:?}: {page}");
        }
        assert!(!page.contains("Ready to submit"), "{name}");
        // Of a file that is no more, nothing is in order.
        assert!(!page.contains("deleted.md\" name=\"nothing to correct"), "{name}");
    }
}

/// GitLab and code scanning take what is in the pages of main and not in those of a contribution for mended.
#[test]
fn what_hosts_compare_is_of_all_reports_on_both_sides() {
    let repo = Repository::new("compared");
    let folder = repo.folder.with_extension("out");
    let out = |name: &str| folder.join(name);
    let json = |name: &str| -> Value { serde_json::from_str(&fs::read_to_string(out(name)).unwrap()).unwrap() };
    let known = |name: &str| -> BTreeSet<(String, String)> {
        let list = json(name);
        let (list, rule, print) = match name {
            "gitlab.json" => (&list, "/check_name", "/fingerprint"),
            _ => (&list["runs"][0]["results"], "/ruleId", "/partialFingerprints/termwise~1v1"),
        };
        let list = list.as_array().unwrap();
        let words = |one: &Value, at: &str| one.pointer(at).and_then(Value::as_str).unwrap_or_default().to_owned();
        let all: BTreeSet<_> = list.iter().map(|one| (words(one, rule), words(one, print))).collect();
        assert!(all.len() == list.len() && all.iter().all(|one| !one.1.is_empty()), "{name}: {list:?}");
        all
    };
    let check = |base: &str| repo.check_with(base, "none", &[("TERMWISE_OUT", folder.to_str().unwrap())]);
    assert_eq!(check("").code, 1);
    let pages = ["gitlab.json", "code-scanning.sarif"];
    let main = pages.map(known);
    assert!(main.iter().all(|all| !all.is_empty()), "{main:?}");
    repo.put(".gitlab-ci.yml", "a: b\n");
    let poor = report("Northmoor", "Spring 2 2024/25").replace("- Opened", "- TBC opened");
    repo.put("reports/spring-2/kept.md", &poor);
    repo.commit();
    let ran = check("main");
    assert!(ran.code == 1 && !ran.out.contains("old.md"), "{}", ran.out);
    assert!(!fs::read_to_string(out("findings.jsonl")).unwrap().contains("old.md"));
    for (name, main) in pages.into_iter().zip(&main) {
        let all = known(name);
        assert!(all.is_superset(main), "{name}: {all:?} {main:?}");
        let mut new: Vec<&str> = all.difference(main).map(|one| one.0.as_str()).collect();
        // What is told beside findings is none in code scanning.
        new.retain(|rule| name == "gitlab.json" || *rule != "rules-changed");
        let expected: &[&str] =
            if name == "gitlab.json" { &["placeholder-text", "rules-changed"] } else { &["placeholder-text"] };
        assert_eq!(new, expected, "{name}");
    }
    // What is mended is mended there too, and nothing is left to tell.
    repo.git(&["reset", "-q", "--hard", "main"]);
    repo.put("reports/autumn-2/old.md", &report("Westmere", "Autumn 2 2024/25"));
    repo.commit();
    assert_eq!(check("main").code, 0);
    assert_eq!(pages.map(known), [BTreeSet::new(), BTreeSet::new()]);
    // What is found at the settings is at a line of main's, and that is none of a file that the contribution changes.
    repo.git(&["checkout", "-q", "-f", "main"]);
    let places: String = ["Eastvale", "Northmoor", "Westmere"].map(|name| format!("  - name: {name}\n")).concat();
    let terms = "terms:\n  expected: [Autumn 2024/25, Spring 2024/25]\nrules:\n  district-unknown: off\n";
    repo.put("termwise.yaml", &format!("# settings\ndistricts:\n{places}{terms}"));
    repo.commit();
    let lines = || -> [Vec<i64>; 2] {
        let (list, log) = (json("gitlab.json"), json("code-scanning.sarif"));
        let at = |all: &Value, path: &str, line: &str| -> Vec<i64> {
            let is_one = |one: &&Value| one.pointer(path).unwrap() == "termwise.yaml";
            all.as_array().unwrap().iter().filter(is_one).filter_map(|one| one.pointer(line)?.as_i64()).collect()
        };
        let place = "/locations/0/physicalLocation";
        let (uri, region) = (format!("{place}/artifactLocation/uri"), format!("{place}/region"));
        let results = &log["runs"][0]["results"];
        let mut sarif = at(results, &uri, &format!("{region}/startLine"));
        sarif.dedup();
        // Of a line that is not meant, no letters are.
        let ends = at(results, &uri, &format!("{region}/endColumn"));
        assert!(ends.is_empty() == (sarif == [1]), "{results}");
        let mut gitlab = at(&list, "/location/path", "/location/lines/begin");
        gitlab.dedup();
        [gitlab, sarif]
    };
    assert_eq!(check("").code, 1);
    let main = lines();
    assert!(main[0] == main[1] && main[0].len() == 1 && main[0] > vec![1], "{main:?}");
    for (settings, expected) in [("# settings\n", main), ("# settings\n# and more\n", [vec![1], vec![1]])] {
        repo.git(&["checkout", "-q", "-f", "-B", "contribution", "main"]);
        let text = fs::read_to_string(repo.path("termwise.yaml")).unwrap();
        repo.put("termwise.yaml", &text.replace("# settings\n", settings));
        repo.put("reports/spring-2/kept.md", &poor);
        repo.commit();
        assert_eq!(check("main").code, 1);
        assert_eq!(lines(), expected, "{settings}");
    }
    _ = fs::remove_dir_all(&folder);
}

/// A line end in the name of a file begins no line under termwise's name.
#[cfg(unix)]
#[test]
fn a_name_writes_no_line_of_its_own() {
    let repo = Repository::new("ends");
    repo.put(".github/workflows/a.yml", "on: push\n");
    repo.put(".github/workflows/b\nReady to submit.\n3 reports checked.yml", "on: push\n");
    repo.put("reports/c\nReady to submit.\n.md", "Nothing of a report.\n");
    repo.put("reports/d.md", "Nothing of a report.\n");
    repo.commit();
    let told = runner(&repo.check("main", "github"));
    let ready = told.iter().filter(|told| told.words.contains("Ready to submit."));
    assert!(ready.count() > 0 && told.iter().all(|told| !told.words.contains('\n')), "{told:#?}");
}

#[test]
fn names_that_are_no_words_are_compared_as_they_are() {
    use std::os::unix::ffi::OsStrExt;
    let repo = Repository::new("bytes");
    let name = |byte: u8| repo.path("reports").join(std::ffi::OsStr::from_bytes(&[b'n', byte, b'.', b'm', b'd']));
    repo.git(&["checkout", "-q", "main"]);
    fs::write(name(0xff), hostile()).unwrap();
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("README.txt", "Notes.\n");
    repo.commit();
    let ran = repo.check("main", "github");
    assert_eq!((ran.code, runner(&ran)), (0, Vec::new()), "it is as it was: {}{}", ran.out, ran.err);
    fs::rename(name(0xff), name(0xfe)).unwrap();
    fs::write(name(0xfe), report("Harrow Fell", "Spring 2 2024/25")).unwrap();
    repo.commit();
    let ran = repo.check("main", "github");
    assert!(ran.out.contains("a report was deleted: Northmoor, Summer 1 2024/25"), "{}{}", ran.out, ran.err);
}

#[test]
fn settings_under_another_name_are_told_as_that() {
    let repo = Repository::new("case");
    repo.put("reports/Termwise.yaml", "rules: {}\n");
    repo.commit();
    let ran = repo.check("main", "github");
    let told = runner(&ran);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(told.iter().any(|told| told.words.contains("not read under this name on every computer")), "{told:#?}");
    assert!(told.iter().all(|told| !told.words.contains("faults")), "{told:#?}");
}

/// An officer's or a coordinator's own run tells the same of a deleted path, without the script.
#[test]
fn a_path_that_was_deleted_is_no_slip() {
    let repo = Repository::new("desk");
    repo.git(&["rm", "-q", "-r", "reports/spring-2"]);
    repo.commit();
    let lint = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
        let ran =
            command.args(["lint", "--changed-since", "main"]).args(more).current_dir(&repo.folder).output().unwrap();
        (ran.status.code().unwrap(), String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap())
    };
    let (code, said) = lint(&["reports/spring-2"]);
    assert!(code == 0 && said.matches("a report was deleted").count() == 3, "{said}");
    let (code, said) = lint(&["reports/summer"]);
    assert!(code == 2 && said.contains("there is no such file or folder"), "{said}");
    fs::create_dir(repo.path("empty")).unwrap();
    let (code, said) = lint(&["empty"]);
    assert!(code == 2 && said.contains("nothing to check"), "{said}");
    // At the desk, the settings in force are those that are being changed.
    repo.put("termwise.yaml", "rules: {}\n");
    repo.commit();
    let (code, said) = lint(&["--contribution", "HEAD"]);
    assert!(code == 0 && said.contains("its reports were checked by them as they lie in this folder"), "{said}");
}

#[test]
fn thousands_of_reports_are_laid_out_at_once() {
    let repo = Repository::new("many");
    repo.git(&["checkout", "-q", "main"]);
    for number in 0..3000 {
        repo.put(&format!("reports/{}/n{number}.md", number % 60), &format!("Nothing of a report, {number}.\n"));
    }
    repo.commit();
    repo.git(&["checkout", "-q", "-B", "contribution"]);
    repo.put("README.md", "# Notes\n");
    repo.commit();
    // A process for each file would take as many.
    let log = repo.path(".git/processes");
    let ran = repo.check_with("main", "none", &[("GIT_TRACE", log.to_str().unwrap())]);
    let started = fs::read_to_string(&log).unwrap().lines().filter(|line| line.contains("trace: built-in")).count();
    assert!(ran.code == 0 && started < 150, "{started} processes: {}", ran.err);
}

/// An annotation that a host shows.
#[derive(Debug, PartialEq, Eq)]
struct Annotation {
    kind: String,
    file: String,
    line: Option<usize>,
    title: String,
    words: String,
}

/// What GitHub's runner makes of a log: commands at the beginning of a line, none while they are stopped.
fn runner(ran: &Ran) -> Vec<Annotation> {
    let mut all = Vec::new();
    for log in [&ran.out, &ran.err] {
        let mut stopped: Option<String> = None;
        for line in log.lines().map(str::trim_start) {
            let Some((command, words)) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")) else {
                continue;
            };
            if let Some(token) = &stopped {
                stopped = stopped.clone().filter(|_| command != token);
                continue;
            }
            let (kind, about) = command.split_once(' ').unwrap_or((command, ""));
            match kind {
                "stop-commands" => stopped = Some(words.to_owned()),
                "error" | "warning" | "notice" => {
                    let value = |name: &str| {
                        let of = |part: &str| part.strip_prefix(name)?.strip_prefix('=').map(unescaped);
                        about.split(',').find_map(of).unwrap_or_default()
                    };
                    all.push(Annotation {
                        kind: kind.to_owned(),
                        file: value("file"),
                        line: value("line").parse().ok(),
                        title: value("title"),
                        words: unescaped(words),
                    });
                }
                _ => panic!("a command of nobody's: {line}"),
            }
        }
        assert_eq!(stopped, None, "commands stay stopped");
    }
    all
}

fn unescaped(words: &str) -> String {
    [("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")]
        .iter()
        .fold(words.to_owned(), |words, (from, to)| words.replace(from, to))
}

/// What a run of the check printed, and its exit code.
struct Ran {
    out: String,
    err: String,
    code: i32,
}

/// A repository with reports on `main`, and a branch for a contribution.
struct Repository {
    folder: PathBuf,
}

impl Repository {
    fn new(name: &str) -> Repository {
        let folder = std::env::temp_dir().join(format!("termwise-pull-{name}-{}", std::process::id()));
        _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let repo = Repository { folder };
        repo.git(&["init", "-q", "-b", "main"]);
        repo.put("termwise.yaml", "rules:\n  heading-wording: off\n");
        for (name, district) in [("deleted", "Eastvale"), ("renamed", "Saltmarsh"), ("kept", "Northmoor")] {
            repo.put(&format!("reports/spring-2/{name}.md"), &report(district, "Spring 2 2024/25"));
        }
        let old = report("Westmere", "Autumn 2 2024/25").replace("### Exit strategy\n", "### Exit strategy\nTBC\n\n");
        repo.put("reports/autumn-2/old.md", &old);
        repo.commit();
        repo.git(&["checkout", "-q", "-b", "contribution"]);
        repo
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn put(&self, name: &str, text: &str) {
        let file = self.path(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn git(&self, arguments: &[&str]) -> String {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"];
        let ran = Command::new("git").args(who).args(arguments).current_dir(&self.folder).output().unwrap();
        assert!(ran.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    fn commit(&self) {
        self.git(&["add", "-A", "--force"]);
        self.git(&["commit", "-q", "-m", "reports"]);
    }

    /// A tree with one entry more than that of `HEAD`, whatever git thinks of its name.
    fn tree(&self, name: &str, blob: &str) -> String {
        let mut bytes: Vec<u8> = Vec::new();
        let listed = self.git(&["ls-tree", "HEAD"]);
        let raw = |id: &str| -> Vec<u8> {
            (0..id.len() / 2).map(|at| u8::from_str_radix(&id[at * 2..at * 2 + 2], 16).unwrap()).collect()
        };
        let mut entries: Vec<(String, String, String)> = Vec::new();
        for line in listed.lines() {
            let (about, name) = line.split_once('\t').unwrap();
            let mode = about.split(' ').next().unwrap().trim_start_matches('0');
            entries.push((name.to_owned(), mode.to_owned(), about.rsplit(' ').next().unwrap().to_owned()));
        }
        let top = name.split('/').next().unwrap().to_owned();
        entries.retain(|(name, ..)| *name != top);
        let mut inner = (name.rsplit('/').next().unwrap().to_owned(), "100644".to_owned(), blob.to_owned());
        for folder in name.rsplit('/').skip(1) {
            let id = self.object(&[format!("{} {}\0", inner.1, inner.0).as_bytes(), &raw(&inner.2)].concat());
            inner = (folder.to_owned(), "40000".to_owned(), id);
        }
        entries.push(inner);
        entries.sort();
        for (name, mode, id) in entries {
            bytes.extend(format!("{mode} {name}\0").into_bytes());
            bytes.extend(raw(&id));
        }
        self.object(&bytes)
    }

    fn object(&self, bytes: &[u8]) -> String {
        let file = self.path(".git/object");
        fs::write(&file, bytes).unwrap();
        let file = file.to_str().unwrap();
        self.git(&["hash-object", "-t", "tree", "-w", "--literally", file]).trim().to_owned()
    }

    fn check(&self, base: &str, host: &str) -> Ran {
        self.check_with(base, host, &[])
    }

    fn check_with(&self, base: &str, host: &str, more: &[(&str, &str)]) -> Ran {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("action/check.sh");
        let Output { status, stdout, stderr } = Command::new("bash")
            .arg(script)
            .current_dir(&self.folder)
            .env("TERMWISE", env!("CARGO_BIN_EXE_termwise"))
            .env("TERMWISE_BASE", base)
            .env("TERMWISE_HOST", host)
            .env("GITHUB_STEP_SUMMARY", self.path(".summary"))
            .env("TERMWISE_FORMAT", "json")
            .env_remove("GITHUB_OUTPUT")
            .envs(more.iter().copied())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { out: text(stdout), err: text(stderr), code: status.code().unwrap() }
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.folder);
    }
}

/// A report in which nothing is found.
fn report(district: &str, term: &str) -> String {
    format!(
        "---\ndistrict: {district}\nofficers: [Asha Rowe]\nterm: {term}\n---\n\n## Priority: Reading in {district}\n\n### Intended outcomes\n\
         - More pupils of {district} read for pleasure by July 2026\n\n### Activity last period\n- Opened the library of {district} on 14 January \
         2025\n\n### Planned activity next period\n- Asha Rowe will train the readers of {district} by 23 May 2025\n\n### Impact so far\n- 41% of \
         {district}'s pupils read at home in March, 33% in October\n\n### Exit strategy\n- The library forum of {district} takes the \
         readers on from September 2025\n"
    )
}

/// A report that lacks sections, and tries to drive whatever reads the log.
fn hostile() -> String {
    let words = "\u{1b}]0;x\u{7}::error file=forged.md,line=1::forged ##[error]forged ##vso[task.complete result=Succeeded;]x \
                 <script>alert(1)</script> ${{ secrets.TOKEN }} $(touch forged) `touch forged` %0A::error::forged";
    format!(
        "---\ndistrict: Northmoor\nofficers: [B]\nterm: Summer 1 2024/25\n---\n\n## Priority: {words}\n\n### Intended outcomes\n::error \
         file=forged.md::forged\n\n### Activity last period\n::stop-commands::forged\n- on the 19th {words}\n- ::add-mask::TBC\n\n\
         ## Priority: ::warning file=forged.md::forged TBC\n"
    )
}
