//! What each command prints and with which exit code, as transcripts in `tests/transcripts`.
//!
//! A transcript holds lines `$ termwise ...`, each followed by what goes to standard output, lines
//! `! ...` of what goes to standard error, and `= CODE`. What stands before the first command is a
//! remark. `BLESS=1 cargo test --test cli` writes the transcripts anew: read the difference before
//! you commit it, as an officer would.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;

use shell::Folder;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[test]
fn transcripts_are_what_is_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    assert!(files.len() > 5, "only {} transcripts", files.len());
    let bless = std::env::var_os("BLESS").is_some_and(|value| !value.is_empty());
    let mut wrong = String::new();
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let expected = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let actual = played(&name, &expected);
        if actual == expected {
            continue;
        }
        if bless {
            fs::write(&file, actual).unwrap();
        } else {
            let at = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
            let around = |text: &str| text.lines().skip(at.saturating_sub(3)).take(12).collect::<Vec<_>>().join("\n");
            let (is, was) = (around(&actual), around(&expected));
            _ = writeln!(wrong, "{name}.txt, line {}: expected\n{was}\n\nprinted\n{is}\n", at + 1);
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nBLESS=1 cargo test --test cli writes the transcripts anew");
}

/// The transcript with what its commands print now.
fn played(name: &str, transcript: &str) -> String {
    let folder = Folder::new(name, Some("tests/transcripts/files"));
    // Files that one transcript alone works on.
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(name);
    if own.is_dir() && name != "files" {
        folder.add(&own);
    }
    let remark: Vec<&str> = transcript.lines().take_while(|line| !line.starts_with("$ ")).collect();
    let mut played = remark.join("\n");
    if !remark.is_empty() {
        played.push('\n');
    }
    for (at, line) in transcript.lines().filter_map(|line| line.strip_prefix("$ ")).enumerate() {
        let ran = folder.run(line);
        if at > 0 {
            played.push('\n');
        }
        _ = writeln!(played, "$ {line}");
        let visible = |text: &str| text.replace('\u{1b}', "<ESC>").replace('\u{feff}', "<BOM>");
        played.extend(visible(&ran.out).lines().flat_map(|line| [line.trim_end(), "\n"]));
        played.extend(visible(&ran.err).lines().flat_map(|line| ["! ", line.trim_end(), "\n"]));
        _ = writeln!(played, "= {}", ran.code);
    }
    played
}

#[test]
fn without_a_root_the_earlier_reports_beside_a_file_are_its_context() {
    let folder = Folder::new("beside", None);
    fs::remove_dir_all(folder.path().join(".git")).unwrap();
    let report = |district: &str, term: &str, done: &str| {
        format!(
            "---\ndistrict: {district}\nofficers: [Asha Rowe]\nterm: {term}\n---\n\n## Priority: Increasing attendance\n\n### \
             Intended outcomes\n- Absence falls in six partner primaries by July 2026\n\n### Activity last period\n- {done}\n\n### \
             Planned activity next period\n- Train the mentors of both juniors by 4 July 2026\n\n### Impact so far\n- Absence fell \
             from 9% to 7% in the six primaries, by the spring census\n\n### Exit strategy\n- The heads' forum takes the calls on from \
             September 2026\n"
        )
    };
    let write = |name: &str, text: String| {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    let copied = "Met the heads of the six partner primaries about first-day calls";
    let nothing = "no earlier report of Northmoor was in view";
    write("mine/spring.md", report("Northmoor", "Spring 2 2025/26", copied));
    write("mine/spring-draft.md", report("Northmoor", "Spring 2 2025/26", copied));
    write("mine/summer.md", report("Northmoor", "Summer 1 2025/26", copied));
    write("mine/eastvale.md", report("Eastvale", "Autumn 2 2025/26", copied));
    write("mine/below/autumn.md", report("Northmoor", "Autumn 2 2025/26", copied));
    write("autumn.md", report("Northmoor", "Autumn 2 2025/26", copied));
    write("mine/shopping.txt", "Milk\nBread\n".to_owned());
    // Those below and above, of other districts, of later terms, and drafts of the same term are not looked at.
    let ran = folder.run("termwise lint mine/spring.md");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains(nothing) && ran.out.contains("content, disclosure and explaining"), "{}", ran.out);
    let ran = folder.run("termwise lint -f concise mine/summer.md");
    assert!(ran.out.contains("copied-forward") && !ran.out.contains("report-duplicate"), "{}", ran.out);
    assert!(!ran.out.contains("copied-from-district") && ran.code == 1, "{}", ran.out);
    let ran = folder.run("termwise lint --stdin-filename mine/summer.md - < mine/summer.md");
    assert!(ran.out.contains("copied-forward") && ran.code == 1, "{}", ran.out);
    let ran = folder.run("termwise lint --alone mine/summer.md");
    assert!(!ran.out.contains("in view") && ran.code == 0, "{}", ran.out);
    write("mine/summer.md", report("Northmoor", "Summer 1 2025/26", "Opened a quiet room on 4 May 2026"));
    let ran = folder.run("termwise lint mine/summer.md");
    assert!(ran.out.contains("  - compared with the report for Spring 2 2025/26, mine/spring"), "{}", ran.out);
    assert!(ran.out.contains("content, disclosure, terms and explaining") && !ran.out.contains(nothing), "{}", ran.out);
    // A folder that may hold anything is not searched.
    (0..500).for_each(|at| write(&format!("mine/{at}.txt"), String::new()));
    let ran = folder.run("termwise lint mine/summer.md");
    assert!(ran.out.contains("too many files") && !ran.out.contains("terms"), "{}", ran.out);
}
