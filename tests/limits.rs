//! Each limit at its border, as it is and as an authority sets it: what just fits is read, what is just over is refused
//! with the limit and the key that raises it, in Markdown, YAML and plain text.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;

use shell::Folder;
use termwise::config;
use termwise::form::{Form, Limit};
use termwise::load::{Input, load};
use termwise::report::{Statement, write};
use termwise::rules;
use termwise::source::{Source, SourceId};

const HEAD: &str = "district: Northmoor\nofficers: [Asha Rowe]\nterm: Spring 2 2023/24\n";
const BODY: &str = "## Priority: Attendance\n\n### Intended outcomes\n\n- Absence falls\n";

/// The built-in form with these limits.
fn form(limits: &str) -> Form {
    let text = format!("limits: {{{limits}}}\n");
    let read = config::read(&Source::of(config::NAME, &text), SourceId(0), rules::ALL);
    assert!(read.faults.is_empty() && read.trouble.is_none(), "{text}: {:?}", read.faults);
    read.config.form
}

/// Why a file is not read as a whole; `None` where it is.
fn trouble(name: &str, text: &str, form: &Form) -> Option<String> {
    let loaded = load(vec![Input::of(name, text)], form);
    let why = loaded.troubles.first().map(|trouble| trouble.why.clone());
    let faults = &loaded.diagnostics;
    assert!(why.is_some() || faults.is_empty(), "{name}: {faults:?}");
    assert!(why.is_some() || loaded.corpus.reports().iter().all(|report| report.district().is_some()), "{name}");
    why
}

/// `text` made just as long as `size` by `filler`, which says nothing.
fn filled(text: &str, filler: char, size: usize) -> String {
    format!("{text}{}", filler.to_string().repeat(size - text.len()))
}

/// What just fits is read, and what is just over is refused in words that name what is allowed, the key and the most.
#[track_caller]
fn border(name: &str, limit: Limit, limits: &str, of: &dyn Fn(usize) -> String) {
    let form = form(limits);
    let value = form.limits.of(limit);
    assert_eq!(trouble(name, &of(value), &form), None, "{name} at {limits:?}");
    let over = trouble(name, &of(value + 1), &form);
    let why = over.unwrap_or_else(|| panic!("{name}: {} more than {value} is read", limit.name()));
    let key = format!("`{}` under `limits` in termwise.yaml", limit.name());
    assert!(why.contains(&limit.words(value)) && why.contains(&key), "{name}: {why}");
    let most = if value < limit.most() { limit.words(limit.most()) } else { "this is the most".to_owned() };
    assert!(why.contains(&most), "{name}: {why}");
}

#[test]
fn a_file_is_read_up_to_its_size() {
    let markdown = |size: usize| filled(&format!("---\n{HEAD}---\n\n{BODY}"), '\n', size);
    let plain = |size: usize| filled("District: Northmoor\n\nPriority: Attendance\nImpact\n- It fell\n", ' ', size);
    for limits in ["", "file: 4 KiB", "file: 5000", "file: 12 MiB"] {
        border("report.md", Limit::File, limits, &markdown);
    }
    border("report.txt", Limit::File, "file: 64 KiB", &plain);
    let yaml = |size: usize| filled(&format!("{HEAD}#"), ' ', size);
    for limits in ["file: 4 KiB", "file: 64 KB", "file: 256 KiB, yaml: 512 KiB"] {
        border("report.yaml", Limit::File, limits, &yaml);
    }
}

#[test]
fn a_file_on_the_disk_is_read_up_to_its_size() {
    let folder = Folder::new("limits-disk", None);
    let report = folder.path().join("report.md");
    std::fs::write(folder.path().join("termwise.yaml"), "limits:\n  file: 4 KiB\n").unwrap();
    let text = |size: usize| filled(&format!("---\n{HEAD}---\n\n{BODY}"), '\n', size);
    for (size, is_read) in [(4096, true), (4097, false)] {
        std::fs::write(&report, text(size)).unwrap();
        for line in ["lint -f concise report.md", "lint -f concise - --stdin-filename report.md < report.md"] {
            let ran = folder.run(&format!("termwise {line}"));
            let told = "it is larger than the 4 KiB that are read of a file (`file` under `limits` in termwise.yaml allows \
                        more, up to 12 MiB)";
            assert_eq!((ran.code == 2, ran.err.contains(told)), (!is_read, !is_read), "{line}: {}{}", ran.err, ran.out);
        }
        for command in ["convert report.md --to yaml", "rollup report.md", "diff report.md report.md"] {
            let ran = folder.run(&format!("termwise {command}"));
            assert_eq!(ran.err.contains("`file` under `limits`"), !is_read, "{command}: {}", ran.err);
        }
    }
}

#[test]
fn yaml_is_read_up_to_its_size() {
    let yaml = |size: usize| filled(&format!("{HEAD}#"), ' ', size);
    let front = |size: usize| format!("---\n{}\n---\n\n{BODY}", filled(&format!("{HEAD}#"), ' ', size - 1));
    for limits in ["", "yaml: 4 KiB", "yaml: 4097", "yaml: 512 KiB"] {
        border("report.yaml", Limit::Yaml, limits, &yaml);
        border("report.md", Limit::Yaml, limits, &front);
    }
}

/// Bullets in bullets, so many deep, each with words.
fn bullets(depth: usize, inset: usize) -> String {
    (0..depth).map(|at| format!("{}- word\n", " ".repeat(inset + at * 2))).collect()
}

#[test]
fn bullets_are_read_as_deep_as_is_allowed() {
    let markdown = |depth: usize| format!("---\n{HEAD}---\n\n{BODY}{}", bullets(depth, 0));
    let plain = |depth: usize| format!("District: Northmoor\n\nPriority: Attendance\nImpact\n{}", bullets(depth, 0));
    // Words of several lines under a key are read as Markdown.
    let block =
        |depth: usize| format!("{HEAD}priorities:\n  - title: A\n    impact: |\n      Words.\n\n{}", bullets(depth, 6));
    for limits in ["", "nesting: 4", "nesting: 12", "nesting: 128"] {
        border("report.md", Limit::Nesting, limits, &markdown);
        border("report.txt", Limit::Nesting, limits, &plain);
        border("report.yaml", Limit::Nesting, limits, &block);
    }
}

#[test]
fn lists_of_yaml_are_read_twice_as_deep() {
    for limits in ["", "nesting: 4", "nesting: 12", "nesting: 128"] {
        let form = form(limits);
        // The keys around the list are one deep themselves.
        let most = form.limits.yaml_nesting() - 1;
        let flow = |depth: usize| format!("{HEAD}theme: {}x{}\n", "[".repeat(depth), "]".repeat(depth));
        let lines = |depth: usize| format!("{HEAD}theme:\n  {}x\n", "- ".repeat(depth));
        for of in [&flow as &dyn Fn(usize) -> String, &lines] {
            for (name, text) in [("report.yaml", of(most)), ("report.md", format!("---\n{}---\n\n{BODY}", of(most)))] {
                let loaded = load(vec![Input::of(name, text)], &form);
                assert!(loaded.troubles.is_empty() && loaded.diagnostics.is_empty(), "{name}: {:?}", loaded.troubles);
            }
            for (name, text) in
                [("report.yaml", of(most + 1)), ("report.md", format!("---\n{}---\n\n{BODY}", of(most + 1)))]
            {
                let why = trouble(name, &text, &form).unwrap_or_else(|| panic!("{name}: deeper than {most} is read"));
                let deep = format!("nest more than {} deep", form.limits.yaml_nesting());
                assert!(why.contains(&deep) && why.contains("`nesting` under `limits`"), "{name}: {why}");
            }
        }
        // Whatever is read from Markdown is read from the YAML that is written of it.
        let deepest = form.limits.of(Limit::Nesting);
        let loaded =
            load(vec![Input::of("report.md", format!("---\n{HEAD}---\n\n{BODY}{}", bullets(deepest, 0)))], &form);
        let yaml = write::yaml(loaded.corpus.reports(), &form);
        let again = load(vec![Input::of("report.yaml", yaml)], &form);
        assert!(again.troubles.is_empty(), "{:?}", again.troubles);
        let depth = |statement: &Statement| {
            let mut depth = 1;
            let mut at = statement;
            while let Some(child) = at.children().first() {
                (depth, at) = (depth + 1, child);
            }
            depth
        };
        let report = again.corpus.reports().first().unwrap();
        let passage = report.priorities.first().unwrap().passages.first().unwrap();
        assert_eq!(passage.statements.iter().map(depth).max(), Some(deepest));
    }
}

#[test]
fn findings_are_shown_up_to_their_number() {
    let folder = Folder::new("limits-findings", None);
    let report = |count: usize| {
        let items: String = (0..count).map(|at| format!("- TBC\n- Absence falls in school {at}\n")).collect();
        format!("---\n{HEAD}---\n\n## Priority: Attendance\n\n### Intended outcomes\n\n{items}")
    };
    for (limits, most) in [("findings: 10", 10), ("findings: 25", 25)] {
        std::fs::write(folder.path().join("termwise.yaml"), format!("limits: {{{limits}}}\n")).unwrap();
        let line = "termwise lint report.md --select placeholder-text";
        for (count, more) in [(most, 0), (most + 1, 1), (most + 7, 7)] {
            std::fs::write(folder.path().join("report.md"), report(count)).unwrap();
            let text = folder.run(line).out;
            assert_eq!(text.matches("query[placeholder-text]").count(), most, "{limits}, {count}");
            assert!(text.contains(&format!("{count} queries in 1 report")), "{text}");
            let told = format!(
                "not shown, since this text shows at most {most}, notes left out first (`findings` under `limits` in \
                 termwise.yaml allows more, up to 50,000); --format json and --format concise give them all.\n"
            );
            let says = match more {
                0 => !text.contains("not shown"),
                1 => text.contains(&format!("1 more finding is {told}")),
                more => text.contains(&format!("{more} more findings are {told}")),
            };
            assert!(says, "{limits}, {count}: {text}");
            // The other formats are read by programs, which miss nothing.
            let concise = folder.run(&format!("{line} -f concise")).out;
            assert_eq!(concise.lines().count(), count, "{limits}");
            assert_eq!(folder.run(&format!("{line} -f json")).out.matches("\"placeholder-text\"").count(), count);
        }
    }
}

#[test]
fn lines_are_shown_up_to_their_length() {
    let folder = Folder::new("limits-excerpt", None);
    let line = "abcdefghi ".repeat(500);
    for at in [0, 300, 2000, 4900] {
        let (before, after) = line.split_at(at);
        let report = format!("---\n{HEAD}---\n\n{BODY}- {before}TBC {after}\n");
        std::fs::write(folder.path().join("report.md"), report).unwrap();
        for (limits, most) in [("{}", 200), ("{excerpt: 40}", 40), ("{excerpt: 500}", 500), ("{excerpt: 2000}", 2000)] {
            std::fs::write(folder.path().join("termwise.yaml"), format!("limits: {limits}\n")).unwrap();
            for (columns, room) in [(60, most.min(60)), (3000, most)] {
                let ran = folder.run(&format!("COLUMNS={columns} termwise lint report.md --select placeholder-text"));
                let excerpt = ran.out.lines().find_map(|line| line.split_once(" | ").map(|(_, words)| words)).unwrap();
                let shown = excerpt.trim().trim_matches('.').chars().count();
                assert!(shown <= room && excerpt.contains("TBC"), "{limits}, {columns}, {at}: {shown}: {}", ran.out);
                assert!(shown * 2 > room, "{limits}, {columns}, {at}: only {shown}: {}", ran.out);
                assert!(ran.out.contains(&format!("report.md:12:{}", at + 3)), "{}", ran.out);
            }
        }
    }
}

#[test]
fn what_may_be_set_is_said_where_something_else_is() {
    let faults = |set: &str| {
        let text = format!("limits:\n  {set}\n");
        let read = config::read(&Source::of(config::NAME, &text), SourceId(0), rules::ALL);
        assert_eq!(read.config.form.limits, Form::built_in().limits, "{set}");
        read.faults.into_iter().map(|fault| format!("{}; {}", fault.message, fault.help.unwrap())).collect::<Vec<_>>()
    };
    for limit in Limit::ALL {
        let [least, usual, most] = [limit.least(), limit.usual(), limit.most()].map(|value| limit.words(value));
        let help =
            format!("write {usual}, which is usual, or what you need between {least} and {most}; or take it out");
        for (value, is) in [
            (limit.least() - 1, format!("less than {least}, the least that can be set")),
            (limit.most() + 1, format!("more than {most}, the most that can be set")),
        ] {
            let found = faults(&format!("{}: {value}", limit.name()));
            let here = format!("`{}` is {} here, which is {is}; {help}", limit.name(), limit.words(value));
            assert_eq!(found, [here]);
        }
        for odd in ["many", "-5", "1.5", "10 boxes", "[1]", "{a: 1}", ""] {
            let found = faults(&format!("{}: {odd}", limit.name()));
            assert!(found.len() == 1 && found.iter().all(|found| found.ends_with(&help)), "{odd}: {found:?}");
        }
        for value in [limit.least(), limit.most()] {
            assert_eq!(form(&format!("{}: {value}", limit.name())).limits.of(limit), value);
        }
    }
}
