//! `lint --fix` on the disk: what it writes, what it leaves alone, and what it says of it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;

use shell::{Folder, Ran};
use std::fs;
use std::path::Path;
use termwise::files::{self, Walk, Written};

/// A report with typed bullets; nothing else in it can be mended.
const TYPED: &str = "---\ndistrict: Kelderby\nofficers: [Asha Rowe]\nterm: Autumn 2 2025/26\n---\n\n\
    ## Priority: Caf\u{e9} mornings\n\n### Activity last period\nThis term:\n\u{2022} one\n\u{2022} two\n\n### Impact so far\nIt helped.";

/// The same, mended.
fn mended() -> String {
    TYPED.replace("This term:\n", "This term:\n\n").replace('\u{2022}', "-")
}

#[test]
fn marks_and_line_endings_stay() {
    let folder = Folder::new("endings", None);
    for (name, before, after) in
        [("lf", "", "\n"), ("crlf", "", "\r\n"), ("cr", "", "\r"), ("mark", "\u{feff}", "\r\n")]
    {
        for end in ["", "\n"] {
            let file = format!("{name}{}.md", end.len());
            let bytes = |text: &str| format!("{before}{text}{end}").replace('\n', after);
            put(&folder, &file, bytes(TYPED));
            let ran = fix(&folder, &file);
            assert_eq!(text(&folder, &file), bytes(&mended()), "{file}: {}", ran.err);
            assert!(ran.err.contains(&format!("mended 1 finding in {file}")), "{}", ran.err);
            assert_eq!(fix(&folder, &file).err, "", "{file} is mended again");
        }
    }
}

#[test]
fn what_was_decoded_is_left_alone() {
    let folder = Folder::new("decoded", None);
    let wide = |units: &mut dyn Iterator<Item = u16>| units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let utf16 = wide(&mut std::iter::once(0xFEFF).chain(TYPED.encode_utf16()));
    let cp1252: Vec<u8> =
        TYPED.chars().map(|c| if c == '\u{2022}' { 0x95 } else { u8::try_from(c).unwrap() }).collect();
    let torn = [b"\xff\xfe\xc0".as_slice(), TYPED.as_bytes()].concat();
    for (name, bytes) in [("utf16.md", utf16), ("cp1252.md", cp1252), ("torn.md", torn)] {
        put(&folder, name, &bytes);
        let ran = fix(&folder, name);
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), bytes, "{name}");
        assert!(!ran.err.contains("mended"), "{name}: {}", ran.err);
        let found = folder.run(&format!("termwise lint --alone -f json {name}")).out;
        assert!(!found.contains("\"fixable\": true"), "{name}: {found}");
    }
}

#[test]
fn a_file_that_cannot_be_read_whole_is_left_alone() {
    let folder = Folder::new("unread", None);
    let broken = TYPED.replace("officers: [Asha", "officers: [[Asha");
    put(&folder, "broken.md", &broken);
    let ran = fix(&folder, "broken.md");
    assert!(ran.code == 1 && text(&folder, "broken.md") == broken, "{}", ran.out);
}

#[test]
fn a_file_that_is_too_long_is_left_alone() {
    let folder = Folder::new("long", None);
    let most = termwise::mend::MAX_MENDED;
    // One paragraph is read as fast as it can be.
    let filled = |bytes: usize| format!("{TYPED}\n\n{}\n", "word ".repeat((bytes - TYPED.len()) / 5));
    put(&folder, "short.md", filled(most - 20));
    put(&folder, "long.md", filled(most + 20));
    assert!(fix(&folder, "short.md").err.contains("mended 1 finding"));
    let said = "termwise: long.md is left as it is: it is too long for --fix, which tries every change\n".to_owned();
    assert_eq!((fix(&folder, "long.md").err, text(&folder, "long.md")), (said, filled(most + 20)));
}

#[test]
fn only_files_that_are_asked_for_are_mended() {
    let folder = Folder::new("asked", None);
    for name in ["asked.md", "beside.md"] {
        put(&folder, name, TYPED);
    }
    fix(&folder, "asked.md");
    assert_eq!((text(&folder, "asked.md"), text(&folder, "beside.md")), (mended(), TYPED.to_owned()));
    // A file without any sign of a report is one only where it is named.
    let notes = "# Notes\n\n\u{2022} one\n\u{2022} two\n";
    put(&folder, "walked/notes.md", notes);
    put(&folder, "walked/report.md", TYPED);
    fix(&folder, "walked");
    assert_eq!((text(&folder, "walked/notes.md"), text(&folder, "walked/report.md")), (notes.to_owned(), mended()));
}

#[test]
fn to_show_the_change_writes_nothing() {
    let folder = Folder::new("shown", None);
    put(&folder, "shown.md", TYPED);
    let before = fs::metadata(folder.path().join("shown.md")).unwrap().modified().unwrap();
    let ran = folder.run("termwise lint --fix --diff --alone shown.md");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("--- shown.md\n+++ shown.md\n@@") && ran.out.contains("\n+- two\n"), "{}", ran.out);
    assert_eq!(fs::metadata(folder.path().join("shown.md")).unwrap().modified().unwrap(), before);
    assert_eq!(text(&folder, "shown.md"), TYPED);
    put(&folder, "shown.md", mended());
    let ran = folder.run("termwise lint --fix --diff --alone shown.md");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn a_read_only_file_is_left_and_the_others_are_mended() {
    let folder = Folder::new("read-only", None);
    for name in ["closed.md", "open.md"] {
        put(&folder, name, TYPED);
    }
    let closed = folder.path().join("closed.md");
    let usual = fs::metadata(&closed).unwrap().permissions();
    let mut permissions = usual.clone();
    permissions.set_readonly(true);
    fs::set_permissions(&closed, permissions).unwrap();
    let ran = folder.run("termwise lint --fix --alone -q closed.md open.md");
    assert!(ran.code == 2 && ran.err.contains("closed.md: it is read-only"), "{} {}", ran.code, ran.err);
    assert_eq!((text(&folder, "closed.md"), text(&folder, "open.md")), (TYPED.to_owned(), mended()));
    fs::set_permissions(&closed, usual).unwrap();
}

#[test]
fn a_file_that_was_changed_meanwhile_is_left_alone() {
    let folder = Folder::new("changed", None);
    put(&folder, "report.md", "theirs");
    let path = folder.path().join("report.md");
    let why = files::replace(&path, b"as it was read", b"mended").unwrap_err();
    assert!(why.contains("changed by somebody else"), "{why}");
    assert_eq!(text(&folder, "report.md"), "theirs");
    assert_eq!(files::replace(&path, b"theirs", b"mended"), Ok(Written::Kept));
    assert_eq!(text(&folder, "report.md"), "mended");
    fs::remove_file(&path).unwrap();
    assert!(files::replace(&path, b"mended", b"again").is_err() && !path.exists());
    let left = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.filter(|name| name.to_string_lossy().starts_with(".termwise")).count(), 0);
}

#[test]
fn a_part_is_no_report() {
    let folder = Folder::new("part", None);
    put(&folder, ".termwise-part-1-0", TYPED);
    put(&folder, "report.md", TYPED);
    let walk = Walk { hidden: true, no_ignore: true, exclude: vec!["examples".to_owned(), ".git".to_owned()] };
    let found = files::find(&[folder.path().to_path_buf()], &walk).unwrap();
    assert_eq!(found.files.len(), 1, "{:?}", found.files);
}

#[cfg(unix)]
#[test]
fn mode_and_owner_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let folder = Folder::new("mode", None);
    put(&folder, "report.md", TYPED);
    let path = folder.path().join("report.md");
    // Only root can give a file away; whoever else this is keeps it.
    _ = chown(&path, Some(65534), Some(65534));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let meta = || fs::metadata(&path).map(|meta| (meta.mode(), meta.uid(), meta.gid())).unwrap();
    let before = meta();
    fix(&folder, "report.md");
    assert_eq!((text(&folder, "report.md"), meta()), (mended(), before));
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_only_inside() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (Folder::new("links", None), Folder::new("outside", None));
    // No collection of its own: then it would be one that was asked for.
    fs::remove_dir(outside.path().join(".git")).unwrap();
    put(&outside, "far.md", TYPED);
    put(&folder, "near/report.md", TYPED);
    symlink(outside.path().join("far.md"), folder.path().join("out.md")).unwrap();
    symlink(outside.path(), folder.path().join("through")).unwrap();
    symlink("near/report.md", folder.path().join("in.md")).unwrap();
    for name in ["out.md", "through/far.md"] {
        let ran = fix(&folder, name);
        assert!(ran.code == 2 && ran.err.contains("outside this collection"), "{name}: {} {}", ran.code, ran.err);
    }
    assert_eq!(text(&outside, "far.md"), TYPED);
    fix(&folder, "in.md");
    assert_eq!(text(&folder, "near/report.md"), mended());
    assert!(fs::symlink_metadata(folder.path().join("in.md")).unwrap().file_type().is_symlink(), "it is a link still");
}

#[test]
fn machines_are_told_what_can_be_mended() {
    let folder = Folder::new("machines", None);
    put(&folder, "report.md", TYPED);
    let ran = folder.run("termwise lint --alone -f json report.md");
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let fixable = found["findings"].as_array().unwrap().iter().filter(|f| f["fixable"] == true);
    assert_eq!((fixable.count(), &found["summary"]["fixable"]), (1, &serde_json::json!(1)));
}

fn put(folder: &Folder, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
    fs::write(path, bytes).unwrap();
}

fn text(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn fix(folder: &Folder, name: &str) -> Ran {
    folder.run(&format!("termwise lint --fix --alone -q {name}"))
}
