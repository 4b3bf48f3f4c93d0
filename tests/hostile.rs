//! The binary on files that nobody means well with: it ends by itself, with 0, 1 or 2, soon and in little memory.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

mod hostile {
    pub mod machine;
    pub mod shapes;
}

use hostile::machine::{Folder, Run, run, run_with, shell};
use hostile::shapes::{HEAD, SECTIONS, largest, priority, settings, shapes};
use std::path::Path;

const MIB: usize = 1024 * 1024;

/// A binary that was not built for speed takes the awkward shapes at a hundredth of their size.
const SCALE: usize = if cfg!(debug_assertions) { 100 } else { 1 };

#[test]
fn awkward_shapes_end_soon() {
    let folder = Folder::new("shapes");
    let mut wrong = Vec::new();
    for (name, size, make) in shapes() {
        let text = make(size / SCALE);
        let file = folder.file(name, text.as_bytes());
        for command in [
            &["lint", "--alone"][..],
            &["lint", "--alone", "-f", "json"],
            &["lint", "--alone", "--fix", "--diff"],
            &["rollup", "-v", "statements"],
        ] {
            let done = run(&[command, &[file.as_str()]].concat());
            if !done.ended() {
                wrong.push(format!("{command:?} {name}: {done:?}"));
            }
        }
        let done = run(&["convert", &file, "--to", "json"]);
        if !done.ended() {
            wrong.push(format!("convert {name}: {done:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_of_the_largest_size_end_soon() {
    let folder = Folder::new("largest");
    let files = largest(10 * MIB / SCALE, 256 * 1024 / SCALE);
    ends_soon(&folder, files, &[&["lint", "--alone"], &["lint", "--alone", "-f", "json"]]);
}

#[test]
fn files_end_soon_with_every_limit_at_its_most() {
    let folder = Folder::new("most");
    let most = "limits: {file: 12 MiB, yaml: 512 KiB, nesting: 128, excerpt: 2000, findings: 50000}\n";
    folder.file("termwise.yaml", most.as_bytes());
    // One step more is refused, so nothing larger can be let in.
    let report = folder.file("report.md", format!("{HEAD}{}", priority("A")).as_bytes());
    for more in ["file: 12582913", "yaml: 524289", "nesting: 129", "excerpt: 2001", "findings: 50001"] {
        let settings = folder.file("more.yaml", format!("limits: {{{more}}}\n").as_bytes());
        assert_eq!(run(&["lint", "--alone", "--config", &settings, &report]).code, Some(2), "{more}");
    }
    let mut deep: String = "- x\n".to_owned();
    deep.extend((0..60_000 / SCALE).map(|at| format!("{}- x\n", "  ".repeat(at % 128))));
    let mut files = largest(12 * MIB / SCALE, 512 * 1024 / SCALE);
    files.push(("deep.md".to_owned(), format!("{HEAD}{}{deep}", priority("A"))));
    ends_soon(&folder, files, &[&["lint", "--alone", "-f", "json"], &["convert", "--to", "markdown"]]);
}

/// Each of these files by itself is worked on by each of these commands soon and in little memory.
fn ends_soon(folder: &Folder, files: Vec<(String, String)>, commands: &[&[&str]]) {
    let mut wrong = Vec::new();
    for (name, text) in files {
        let file = folder.file(&name, text.as_bytes());
        for command in commands {
            let done = run(&[command, &[file.as_str()][..]].concat());
            if !done.ended() {
                wrong.push(format!("{command:?} {name} ({} bytes): {done:?}", text.len()));
            }
        }
        _ = std::fs::remove_file(&file);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_series_of_awkward_reports_is_judged_soon() {
    let folder = Folder::new("series");
    type Shape<'a> = (&'a str, usize, &'a dyn Fn(usize) -> String);
    let shapes: [Shape<'_>; 4] = [
        ("thousand", 1000 * 10, &|n| {
            format!("Agree the pathway number {n} with the heads of all schools in the district")
        }),
        ("same", 20_000, &|_| "Agree the pathway with the heads of all schools in the district".to_owned()),
        ("nearly", 20_000, &|n| {
            format!("Agree the pathway with the heads of all schools in district {}", "abc".repeat(n % 7))
        }),
        ("short", 200_000, &|n| format!("w{n}")),
    ];
    for (name, size, words) in shapes {
        let count = (size / SCALE).max(1000 / SCALE);
        let items: String = (0..count).map(|n| format!("- {}\n", words(n))).collect();
        let titles: String = (0..count / 10).map(|n| format!("## Priority: {name} {n}\n\n")).collect();
        let report = |term: &str, district: &str| {
            let head = HEAD.replace("Spring 2023/24", term).replace("Oxmoor", district);
            assert!(head.contains(term) && head.contains(district), "{head}");
            format!("{head}{}{titles}", SECTIONS.map(|section| format!("### {section}\n\n{items}\n")).concat())
        };
        let files: Vec<String> =
            [("Spring 2 2023/24", "Northmoor"), ("Summer 1 2023/24", "Northmoor"), ("Autumn 1 2024/25", "Eastvale")]
                .iter()
                .enumerate()
                .map(|(at, (term, district))| {
                    folder.file(&format!("{name}-{at}.md"), report(term, district).as_bytes())
                })
                .collect();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let done = run(&[&["lint", "--alone", "-f", "concise"], files.as_slice()].concat());
        assert!(done.ended(), "{name}: {done:?}");
    }
}

#[test]
fn two_awkward_reports_are_compared_soon() {
    let folder = Folder::new("compared");
    let count = 300 / if SCALE > 1 { 6 } else { 1 };
    let report = |word: &str| {
        let items: String =
            (0..count).map(|n| format!("- {word}{n} {}\n", format!("{word} of {n} ").repeat(40))).collect();
        let one = |n: usize| format!("## Priority: {word} {n}\n\n### Intended outcomes\n\n- {word} {n}\n\n");
        format!(
            "{HEAD}{}{}",
            SECTIONS.map(|s| format!("### {s}\n\n{items}\n")).concat(),
            (0..count).map(one).collect::<String>()
        )
    };
    let (old, new) = (folder.file("old.md", report("a").as_bytes()), folder.file("new.md", report("b").as_bytes()));
    for format in ["text", "markdown", "json"] {
        let done = run(&["diff", &old, &new, "-f", format]);
        assert!(done.ended(), "{format}: {done:?}");
    }
}

#[test]
fn the_same_over_and_over_is_compared_soon() {
    let folder = Folder::new("over");
    let report = |term: &str, outcomes: &str, activity: &str, planned: &str| {
        let head = HEAD.replace("Spring 2023/24", term);
        let sections = [("Intended outcomes", outcomes), ("Activity last period", activity)];
        let sections = sections.into_iter().chain([("Planned activity next period", planned)]);
        let sections: String = sections.map(|(name, items)| format!("### {name}\n\n{items}\n")).collect();
        format!("{head}## Priority: A\n\n{sections}")
    };
    let same = "- Agreed the pathway with the heads\n".repeat(100_000 / SCALE);
    let planned = |plan: &str| format!("- {plan} the pathway with the heads\n").repeat(100_000 / SCALE);
    let numbered = |word: &str, n: usize| (0..n).map(|n| format!("- {word} {n} falls\n")).collect::<String>();
    let other = |n: usize| format!("## Priority: B\n\n### Intended outcomes\n\n{}", numbered("Cost", n));
    let with_id =
        |mark: &str| -> String { (0..20_000 / SCALE).map(|n| format!("- Visit the heads {{#{mark}{n}}}\n")).collect() };
    let many = 20_000 / SCALE;
    let first = |outcomes: &str, activity: &str, planned: &str| report("Spring 2 2023/24", outcomes, activity, planned);
    let second =
        |outcomes: &str, activity: &str, planned: &str| report("Summer 1 2023/24", outcomes, activity, planned);
    let rows = [
        ("told", first("- x\n", "- y\n", &planned("Agreed")), second("- x\n", &same, "- z\n")),
        ("again", first("- x\n", &same, &planned("Agree")), second("- x\n", &planned("Agree"), &same)),
        ("ids", first("- x\n", "- y\n", &with_id("a")), second("- x\n", "- y\n", &with_id("b"))),
        (
            "outcomes",
            first(&numbered("Absence", many), "- y\n", "- z\n"),
            format!("{}{}", second(&numbered("Lateness", many), "- y\n", "- z\n"), other(many)),
        ),
    ];
    for (name, before, after) in rows {
        let files =
            [("1", before), ("2", after)].map(|(at, text)| folder.file(&format!("{name}-{at}.md"), text.as_bytes()));
        for command in [&["diff"][..], &["lint", "--alone", "-f", "concise"], &["rollup", "-v", "priorities"]] {
            let done = run(&[command, &[files[0].as_str(), files[1].as_str()]].concat());
            assert!(done.ended(), "{command:?} {name}: {done:?}");
        }
    }
}

/// Four times as many private words take about four times as long: the words beside each are looked at no farther than a
/// sentence goes.
#[test]
fn private_words_take_time_in_proportion() {
    const SIZE: usize = if cfg!(debug_assertions) { 300 } else { 2000 };
    let folder = Folder::new("private");
    let many = |n: usize, line: &dyn Fn(usize) -> String| (0..n).map(line).collect::<String>();
    let shapes: [(&str, &dyn Fn(usize) -> String); 4] = [
        ("a run of numbers", &|n| format!("- {}", "1 2 3 4 5 6 ".repeat(n))),
        ("names", &|n| many(n / 4, &|i| format!("- pupil Jayden Marlock{i} came\n"))),
        ("counts", &|n| format!("- Exclusions: {}", "3 pupils, 9 pupils, 12 pupils; ".repeat(n / 4))),
        ("a table", &|n| {
            format!("\n| School | Boys | Girls |\n|---|---|---|\n{}", "| Fellside | 3 | 9 |\n".repeat(n / 4))
        }),
    ];
    for (name, make) in shapes {
        let time = |n: usize, command: &[&str]| {
            let text = format!("{HEAD}{}{}\n", priority("Attendance"), make(n));
            let file = folder.file("private.md", text.as_bytes());
            let once = || {
                let begun = std::time::Instant::now();
                let done = run(&[command, &[file.as_str()]].concat());
                assert!(done.ended(), "{name}: {done:?}");
                begun.elapsed()
            };
            (0..3).map(|_| once()).min().expect("three runs")
        };
        for command in [&["lint", "--alone", "--threads", "1"][..], &["rollup", "--mask", "-v", "statements"]] {
            // Other work on the machine may slow one of the two down, and not each time.
            let times = std::iter::repeat_with(|| (time(SIZE, command), time(4 * SIZE, command))).take(5);
            let mut ratios = times.map(|(one, four)| four.as_secs_f64() / one.as_secs_f64());
            assert!(
                ratios.any(|ratio| ratio < 8.0),
                "{name}: {command:?}: four times as much takes eight times as long"
            );
        }
    }
}

#[test]
fn sizes_are_bounded() {
    let folder = Folder::new("sizes");
    let line = "- word and word\n";
    let most = 10 * MIB / line.len();
    let ten = folder.file("ten.md", line.repeat(if SCALE > 1 { most / SCALE } else { most }).as_bytes());
    assert!(run(&["lint", "--alone", &ten]).ended());
    let over = folder.file("over.md", &[b'x'; 10 * MIB + 1]);
    let done = run(&["lint", "--alone", &over]);
    assert!(done.code == Some(2) && done.err.contains("over.md") && done.err.contains("10 MiB"), "{done:?}");
    let yaml = folder.file("over.yaml", format!("# {}\n", "x".repeat(256 * 1024)).as_bytes());
    assert_eq!(run(&["lint", "--alone", &yaml]).code, Some(2));
}

#[test]
fn awkward_settings_end_soon() {
    let folder = Folder::new("settings");
    let report = folder.file("report.md", format!("{HEAD}{}", priority("A")).as_bytes());
    let mut wrong = Vec::new();
    for (name, text, code) in settings() {
        folder.file("termwise.yaml", text.as_bytes());
        let begun = std::time::Instant::now();
        let done = run(&["lint", "--alone", &report]);
        let taken = begun.elapsed();
        let soon = taken < std::time::Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });
        let told = code != Some(2) || done.err.contains("termwise.yaml") && done.out.is_empty();
        if !done.ended() || !soon || !told || code.is_some() && done.code != code {
            wrong.push(format!("{name}: {taken:?} {done:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn patterns_of_an_authority_end_soon() {
    let folder = Folder::new("patterns");
    folder.file("termwise.yaml", b"rules: {placeholder-text: {patterns: ['[ab]*a[ab]{400}c']}}\n");
    let text = "ab".repeat(3 * MIB / 2 / SCALE);
    let report = folder.file("report.md", format!("{HEAD}{}\n- {text}\n", priority("A")).as_bytes());
    let done = run(&["lint", "--alone", &report]);
    assert!(done.ended() && done.code != Some(2), "{done:?}");
    // A hundred of them, over a thousand texts.
    let all: String = (0..100).map(|n| format!("'[ab]*a[ab]{{{}}}[cd]', ", 100 + n % 9)).collect();
    folder.file("termwise.yaml", format!("rules: {{placeholder-text: {{patterns: [{all}]}}}}\n").as_bytes());
    let text = |from: usize| (0..2000).map(move |n| if (n * 7919 + n * n * 31 + from) % 5 < 3 { 'a' } else { 'b' });
    let texts: String = (0..5000 / SCALE).map(|n| format!("- {}\n", text(n).collect::<String>())).collect();
    folder.file("report.md", format!("{HEAD}{}\n{texts}", priority("A")).as_bytes());
    let done = run(&["lint", "--alone", &report]);
    assert!(done.ended() && done.code != Some(2), "{done:?}");
    folder.file("termwise.yaml", b"rules: {placeholder-text: {patterns: ['[ab]*a[ab]{400}c']}}\n");
    // Looked for at the beginning of a text only.
    for (before, is_found) in [(0, true), (1500, false)] {
        let words = "\u{e9}".repeat(before) + &"a".repeat(800) + "c";
        folder.file("report.md", format!("{HEAD}{}\n- {words}\n", priority("A")).as_bytes());
        let done = run(&["lint", "--alone", &report]);
        assert!(done.ended() && done.out.contains("placeholder-text") == is_found, "{before}: {done:?}");
    }
}

#[cfg(unix)]
#[test]
fn settings_that_nobody_named_are_not_read_through_a_link() {
    let folder = Folder::new("linked");
    let report = folder.file("report.md", format!("{HEAD}{}", priority("A")).as_bytes());
    let secret = folder.file("secret", b"token: x4711\n");
    let link = folder.path.join("termwise.yaml");
    std::os::unix::fs::symlink(&secret, &link).expect("a link");
    let done = run(&["lint", "--alone", &report]);
    assert!(done.code == Some(2) && done.err.contains("it is a link") && !done.err.contains("x4711"), "{done:?}");
    assert!(!done.err.contains("token"), "{done:?}");
}

#[cfg(unix)]
#[test]
fn settings_of_another_user_are_not_gone_by_unless_named() {
    let folder = Folder::new("foreign");
    let settings = folder.file("termwise.yaml", b"rules: {section-missing: off}\n");
    std::fs::create_dir(folder.path.join("mine")).expect("a folder");
    let report = folder.file("mine/report.md", format!("{HEAD}## Priority: A\n").as_bytes());
    let done = run(&["lint", "--alone", &report]);
    assert!(done.code == Some(0), "one's own settings hold: {done:?}");
    // Only an administrator can give a file away.
    if std::os::unix::fs::chown(&settings, Some(65534), None).is_err() {
        return;
    }
    let done = run(&["lint", "--alone", &report]);
    assert!(done.code == Some(2) && done.err.contains("termwise.yaml: it belongs to another user"), "{done:?}");
    assert!(run(&["lint", "--alone", "--config", &settings, &report]).code == Some(0));
    let without = run(&["lint", "--alone", "--no-config", &report]);
    assert!(without.code == Some(1) && without.out.contains("section-missing"), "{without:?}");
    // In a repository they belong together.
    std::fs::create_dir(folder.path.join(".git")).expect("a folder");
    assert!(run(&["lint", "--alone", &report]).code == Some(0));
}

#[test]
fn what_is_no_report_is_said_to_be_none() {
    let folder = Folder::new("none");
    let table: &[(&str, &[u8], &[i32])] = &[
        ("empty.md", b"", &[1]),
        ("empty.yaml", b"", &[1, 2]),
        ("lines.md", b"\n\n\n\n", &[1]),
        ("mark.md", b"\xEF\xBB\xBF", &[1]),
        ("returns.md", b"\r\r\n\r", &[1]),
        ("zeros.md", &[0; 4096], &[1]),
        ("docx.md", b"PK\x03\x04\0\0\0\0", &[1]),
        ("bytes.md", &[0xff, 0xfe, 0x00, 0xd8, 0x0a], &[1]),
        ("overlong.md", b"\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80", &[1]),
        ("open.md", b"---\ndistrict: North\nterm: Spring 2023/24\n", &[1]),
        ("merge.yaml", b"a: &a {b: c}\nd: {<<: *a}\ne: !!python/object:os.system x\n", &[1]),
        ("self.yaml", b"a: &a [*a]\n", &[1]),
        ("docs.yaml", b"---\n---\n---\n...\n---\n", &[1, 2]),
        ("tabs.yaml", b"district:\n\tname: x\n", &[1]),
        ("report.docx", b"PK", &[2]),
    ];
    for (name, bytes, codes) in table {
        let file = folder.file(name, bytes);
        for command in [&["lint", "--alone"][..], &["lint", "--alone", "-f", "json"]] {
            let done = run(&[command, &[file.as_str()]].concat());
            assert!(done.ended() && codes.contains(&done.code.unwrap()), "{name}: {done:?}");
        }
        for command in [&["rollup", &file][..], &["convert", &file, "--to", "yaml"], &["diff", &file, &file]] {
            let done = run(command);
            assert!(done.ended(), "{command:?}: {done:?}");
        }
    }
}

/// What tries to speak to a terminal, a log or a runner from inside a report.
const SPEAKS: &[&str] = &[
    "\u{1b}[2J\u{1b}[31mred",
    "\u{1b}]52;c;aGk=\u{7}",
    "\u{1b}]8;;http://x.y\u{1b}\\link",
    "\u{9b}2J",
    "a\u{8}\u{8}b",
    "over\u{202e}txt.exe",
    "tag\u{e0041}\u{e007f}",
    "::error file=x::pwned",
    "::stop-commands::x",
    "##[error]x",
    "##vso[task.x]y",
];

#[test]
fn reports_cannot_speak_to_terminals_and_runners() {
    let folder = Folder::new("speaks");
    for (number, words) in SPEAKS.iter().enumerate() {
        let text = format!(
            "District: {words}\n\n# {words}\n\n## Priority: {words}\nStatus: {words}\nContinues: {words}\n\n### {words}\n\n- {words}\n\n\
             ### Impact so far\n\n- {words} TBC\n- {0} {words}\n\n{words}\n",
            "long enough to wrap the line of the terminal before this comes here and begins the next one"
        );
        let file = folder.file(&format!("{number}.md"), text.as_bytes());
        let other = folder.file(&format!("{number}-b.md"), text.replace("TBC", "TBA and more").as_bytes());
        for command in [
            &["lint", "--alone", &file][..],
            &["lint", "--alone", "-f", "concise", &file],
            &["diff", &file, &other],
            &["rollup", &file],
            &["rollup", "-v", "statements", &file],
            &["rollup", "-v", "priorities", &file],
            &["lint", "--color", "always", "--alone", "-f", "concise", &file],
            &["lint", words],
            &["diff", &file, &file, "--district", words, "--from", words, "--to", words],
        ] {
            // In their own folder: all that stands around words that name no file is read with them.
            let done = run_with(command, &folder.path, &[]);
            assert!(done.ended(), "{command:?}: {done:?}");
            for out in [&done.out, &done.err] {
                let drives =
                    |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202e}' | '\u{e0000}'..='\u{e007f}');
                assert!(!out.contains(drives), "{command:?}: {out:?}");
                // A runner reads from `::` to the next `::`.
                let opens = |line: &str| line.trim_start().strip_prefix("::").is_some_and(|rest| rest.contains("::"));
                let commands = |line: &str| opens(line) || line.contains("##[") || line.contains("##vso[");
                assert!(!out.lines().any(commands), "{command:?}: {out}");
            }
        }
        for command in [
            &["lint", "--alone", "-f", "json", &file][..],
            &["convert", &file, "--to", "json"],
            &["rollup", &file, "-f", "json"],
        ] {
            let done = run(command);
            assert!(serde_json::from_str::<serde_json::Value>(&done.out).is_ok(), "{command:?}: {done:?}");
        }
    }
}

#[test]
fn threads_change_no_byte() {
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    for format in ["text", "concise", "json"] {
        let [one, two] = ["1", "2"].map(|n| run(&["lint", "-f", format, "--threads", n, examples]));
        assert!(one.ended() && one.code == two.code && one.out == two.out && one.err == two.err, "{format}");
    }
}

#[test]
#[cfg(unix)]
fn files_that_are_no_files() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("files");
    let good = format!("{HEAD}{}", priority("A"));
    shell(&format!("mkfifo '{}/pipe.md'", folder.path.display()));
    std::fs::create_dir(folder.path.join("x.md")).unwrap();
    symlink(folder.path.join("nowhere.md"), folder.path.join("dangling.md")).unwrap();
    symlink(&folder.path, folder.path.join("loop")).unwrap();
    symlink("/dev/zero", folder.path.join("zero.md")).unwrap();
    folder.file("good.md", good.as_bytes());
    let done = run(&["lint", folder.path.to_str().unwrap()]);
    assert!(done.code == Some(0), "{done:?}");
    for named in ["pipe.md", "dangling.md", "zero.md", "missing.md"] {
        let done = run(&["lint", "--alone", folder.path.join(named).to_str().unwrap()]);
        assert!(done.code == Some(2) && done.err.contains(named), "{named}: {done:?}");
    }
    for name in [
        &b"line\nend ::error::.md"[..],
        b"::error::x.md",
        b"esc\x1b[31m.md",
        b"bidi\xe2\x80\xae.md",
        b"not\xff.md",
        b"not\xfe.md",
        b"-rf.md",
    ] {
        let other = Folder::new("names");
        std::fs::write(other.path.join(std::ffi::OsStr::from_bytes(name)), b"# x\n").unwrap();
        std::fs::write(other.path.join(std::ffi::OsStr::from_bytes(&[name, b".docx"].concat())), b"# x\n").unwrap();
        for arguments in [
            &["lint", "-f", "concise", "."][..],
            &["lint", "--show-files", "."],
            &["rollup", "."],
            &["lint", "-f", "json", "."],
        ] {
            let done = run_with(arguments, &other.path, &[]);
            assert!(done.ended() && !done.out.contains('\u{1b}') && !done.err.contains('\u{1b}'), "{name:?}: {done:?}");
            let forges = |line: &str| line.trim_start().starts_with("::") || line.trim_start().starts_with("end ");
            assert!(!done.out.lines().chain(done.err.lines()).any(forges), "{name:?}: {done:?}");
        }
    }
    let both = Folder::new("alike");
    for name in [&b"not\xff.md"[..], b"not\xfe.md"] {
        std::fs::write(both.path.join(std::ffi::OsStr::from_bytes(name)), b"# x\n\n## Priority: A\n").unwrap();
    }
    let done = run_with(&["lint", "-f", "json", "."], &both.path, &[]);
    assert!(done.out.contains("\"reports\": 2"), "{done:?}");
    let closed = folder.path.join("closed.md");
    std::fs::write(&closed, &good).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&closed).is_ok() {
        eprintln!("skipped: this user may read every file");
    } else {
        let done = run(&["lint", folder.path.to_str().unwrap()]);
        assert!(done.code == Some(2) && done.err.contains("closed.md"), "{done:?}");
    }
}

#[test]
#[cfg(unix)]
fn outputs_that_fail_are_told() {
    let folder = Folder::new("outputs");
    let many: String = (0..3000).map(|_| "## Priority\n\n### Impact so far\n\n").collect();
    let file = folder.file("many.md", format!("{HEAD}{many}").as_bytes());
    let bin = env!("CARGO_BIN_EXE_termwise");
    for arguments in [
        format!("lint --alone {file}"),
        format!("lint --alone -f json {file}"),
        format!("rollup -f csv -v priorities {file}"),
    ] {
        let piped = shell(&format!("{{ '{bin}' {arguments}; echo code $? >&2; }} | head -n 1"));
        assert!(piped.err.contains("code 0") || piped.err.contains("code 1"), "{arguments}: {piped:?}");
        assert!(!piped.err.contains("panicked"), "{arguments}: {piped:?}");
        if Path::new("/dev/full").exists() {
            assert_eq!(shell(&format!("'{bin}' {arguments} > /dev/full")).code, Some(2), "{arguments}");
        }
        for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
            let done = shell(&format!("'{bin}' {arguments} {closed}"));
            assert!(matches!(done.code, Some(0..=2)), "{arguments} {closed}: {done:?}");
        }
    }
    let done = shell(&format!("'{bin}' lint - <&-"));
    assert!(matches!(done.code, Some(1 | 2)), "{done:?}");
    let kept = folder.file("kept.json", b"old");
    let done = run(&["lint", "--alone", &file, "--output", &format!("json={kept}"), "--output", "concise=/dev/null"]);
    assert!(done.ended() && std::fs::read_to_string(&kept).unwrap().starts_with('{'), "{done:?}");
    assert!(Path::new("/dev/null").metadata().is_ok_and(|meta| !meta.is_file()), "/dev/null was put out of its place");
}

#[test]
#[cfg(unix)]
fn a_thousand_reports_need_few_files_open() {
    let folder = Folder::new("thousand");
    let text = format!("{HEAD}{}", priority("A"));
    for number in 0..1000 {
        std::fs::create_dir_all(folder.path.join(format!("{}", number % 10))).unwrap();
        folder.file(&format!("{}/{number}.md", number % 10), text.as_bytes());
    }
    let bin = env!("CARGO_BIN_EXE_termwise");
    let done = shell(&format!("ulimit -n 32; cd '{}' && '{bin}' lint -f concise .", folder.path.display()));
    assert!(done.code == Some(1) && !done.err.contains("too many"), "{:?} {}", done.code, done.err);
    assert_eq!(done.out.lines().filter(|line| line.contains("report-duplicate")).count(), 999);
}

/// A run that ended by itself is 0, 1 or 2, and says nothing of a panic.
impl Run {
    fn ended(&self) -> bool {
        let said =
            self.out.contains("panicked") || self.err.contains("panicked") || self.err.contains("termwise broke");
        matches!(self.code, Some(0..=2)) && !said && !self.late
    }
}
