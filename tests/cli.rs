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
