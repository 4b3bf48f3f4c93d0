//! The README is what the program does: its commands are run and print what it shows, its reports are in
//! order, its tables are the program's own. In a block of commands a line `...` stands for lines left out.
//!
//! `BLESS=1 cargo test --test docs` writes the table of rules and every whole block anew.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;

use shell::Folder;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use termwise::config;
use termwise::form::{Form, Limit, grouped};
use termwise::load::{Input, load};
use termwise::page::{Kind, shapes};
use termwise::render::document::BUILT_IN;
use termwise::rollup::documents::records::Paper;
use termwise::rule::Settings;
use termwise::source::{Source, SourceId};
use termwise::{outline, render, rules};

/// Held by the tests that may write the README.
static WRITING: Mutex<()> = Mutex::new(());

#[test]
fn commands_print_what_is_shown() {
    let _alone = WRITING.lock();
    let folder = Folder::new("docs", None);
    let (readme, mut wrong, mut anew) = (readme(), String::new(), String::new());
    let mut blocks = 0;
    let mut rest = readme.as_str();
    while let Some((before, after)) = rest.split_once("```console\n") {
        let (block, after) = after.split_once("```\n").unwrap();
        let (line, shown) = block.strip_prefix("$ ").and_then(|block| block.split_once('\n')).unwrap();
        let ran = folder.run(line);
        let printed: String = (ran.err + &ran.out).lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
        let printed = printed.trim_start_matches('\u{feff}');
        let is_whole = !shown.lines().any(|line| line == "...");
        if !shows(shown, printed) {
            _ = writeln!(wrong, "$ {line}\n{printed}");
        }
        let body = if is_whole { printed } else { shown };
        _ = write!(anew, "{before}```console\n$ {line}\n{body}```\n");
        (rest, blocks) = (after, blocks + 1);
    }
    anew += rest;
    assert!(blocks >= 10, "only {blocks} commands are shown");
    settle(&readme, &anew, &wrong);
}

/// Whether what is shown is what is printed, but for what `...` leaves out.
fn shows(shown: &str, printed: &str) -> bool {
    let mut parts = shown.split("...\n").peekable();
    let mut rest = printed;
    let mut first = true;
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        let found = if first && last {
            (rest == part).then_some("")
        } else if first {
            rest.strip_prefix(part)
        } else if last {
            rest.strip_suffix(part).map(|_| "")
        } else {
            rest.split_once(part).map(|(_, after)| after)
        };
        match found {
            Some(after) => rest = after,
            None => return false,
        }
        first = false;
    }
    true
}

#[test]
fn the_table_of_rules_is_the_list_of_rules() {
    let _alone = WRITING.lock();
    let readme = readme();
    let (before, rest) = readme.split_once("<!-- rules: begin -->\n").unwrap();
    let (table, after) = rest.split_once("<!-- rules: end -->\n").unwrap();
    let mut own = "\n| rule | level | what it finds |\n|---|---|---|\n".to_owned();
    for rule in rules::ALL {
        let star = if rule.fixes { "*" } else { "" };
        _ = writeln!(own, "| `{}`{star} | {} | {} |", rule.name, rule.level.name(), rule.summary());
    }
    own.push('\n');
    let wrong = if table == own { String::new() } else { own.clone() };
    settle(&readme, &format!("{before}<!-- rules: begin -->\n{own}<!-- rules: end -->\n{after}"), &wrong);
}

#[test]
fn the_table_of_settings_is_that_of_the_rules() {
    let _alone = WRITING.lock();
    let readme = readme();
    let (before, rest) = readme.split_once("<!-- settings: begin -->\n").unwrap();
    let (table, after) = rest.split_once("<!-- settings: end -->\n").unwrap();
    let mut own = "\n| rule | setting | what it is |\n|---|---|---|\n".to_owned();
    for (rule, setting) in rules::ALL.iter().flat_map(|rule| rule.settings.iter().map(move |s| (rule, s))) {
        let about = setting.about.trim_end_matches('.');
        _ = writeln!(own, "| `{}` | `{}` | {about} ({}) |", rule.name, setting.name, setting.takes());
    }
    own.push('\n');
    let wrong = if table == own { String::new() } else { own.clone() };
    settle(&readme, &format!("{before}<!-- settings: begin -->\n{own}<!-- settings: end -->\n{after}"), &wrong);
}

#[test]
fn the_table_of_what_papers_are_given_is_that_of_the_records() {
    let _alone = WRITING.lock();
    let readme = readme();
    let (before, rest) = readme.split_once("<!-- papers: begin -->\n").unwrap();
    let (table, after) = rest.split_once("<!-- papers: end -->\n").unwrap();
    let mut own = "\n| in | name | is | what it holds |\n|---|---|---|---|\n".to_owned();
    for shape in shapes(Paper::SHAPE) {
        for field in shape.fields {
            let (kind, about) = (kind(&(field.kind)()), field.about.trim().trim_end_matches('.'));
            _ = writeln!(own, "| {} | `{}` | {kind} | {about} |", shape.name, field.name);
        }
    }
    own.push('\n');
    let wrong = if table == own { String::new() } else { own.clone() };
    settle(&readme, &format!("{before}<!-- papers: begin -->\n{own}<!-- papers: end -->\n{after}"), &wrong);
}

/// What a value of a paper is, in a word or two.
fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Words => "words".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Flag => "yes or no".to_owned(),
        Kind::Record(shape) => shape.name.to_owned(),
        Kind::List(of) => format!("list of {}", self::kind(of)),
    }
}

#[test]
fn the_blocks_and_helpers_of_papers_are_named() {
    let readme = readme();
    let section = readme.split_once("#### Your own paper").unwrap().1.split_once("<!-- papers: begin -->").unwrap().0;
    let section = section.replace('\n', " ");
    for (name, template) in BUILT_IN {
        assert!(readme.contains(&format!("\n| `{name}` |")), "{name} is not in the table of papers");
        let blocks: Vec<&str> =
            template.split("{% block ").skip(1).map(|rest| rest.split(' ').next().unwrap()).collect();
        let list = format!("`{name}` {}", blocks.join(", "));
        assert!(section.contains(&list), "the README does not say: {list}");
    }
    for helper in ["listed", "counted", "sentence", "tags", "author"] {
        assert!(section.contains(&format!("`{helper}")), "{helper} is not named");
    }
}

#[test]
fn the_reports_shown_are_in_order() {
    let readme = readme();
    let form = Form::built_in();
    for (fence, name) in [("```markdown\n", "northmoor.md"), ("```yaml\n", "northmoor.yaml")] {
        let report = readme.split_once(fence).unwrap().1.split_once("```\n").unwrap().0;
        let loaded = load(vec![Input::of(name, report)], &form);
        let (found, _) = loaded.judge(&form, &Settings::default());
        assert!(found.is_empty(), "{name}: {found:?}");
        let only = &loaded.corpus.reports()[0];
        assert_eq!(only.priorities[0].passages.len(), form.sections.len(), "{name} shows every section");
    }
}

#[test]
fn the_settings_shown_are_in_order_and_all_are_named() {
    let readme = readme();
    let section = readme.split_once("\n## termwise.yaml").unwrap().1.split_once("\n## ").unwrap().0;
    let shown = section.split_once("```yaml\n").unwrap().1.split_once("```\n").unwrap().0;
    let read = config::read(&Source::of(config::NAME, shown), SourceId(0), rules::ALL);
    assert!(read.faults.is_empty() && read.trouble.is_none(), "{:?}", read.faults);
    assert_eq!((read.config.form.sections.len(), read.config.form.districts.list().len()), (5, 2));
    let mut names = BTreeSet::new();
    properties(&config::schema(&[]), &mut names);
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(shown.contains(&format!("{name}:")), "`{name}` is not in the example");
        assert!(section.contains(&format!("`{name}`")), "`{name}` is not in the table");
    }
}

#[test]
fn every_field_and_section_of_the_form_is_named() {
    let (readme, form) = (readme(), Form::built_in());
    let keys = form.fields.iter().map(|field| &field.key).chain(form.sections.iter().map(|section| &section.key));
    for key in keys {
        assert!(readme.contains(&format!("\n| `{key}` |")), "`{key}` is in no table of the form");
    }
    for section in &form.sections {
        assert!(readme.contains(&format!("*{}*", section.heading)), "{} is not named", section.heading);
    }
}

#[test]
fn limits_are_those_of_the_program() {
    let readme = readme();
    let of = |words: &str| readme.lines().find(|line| line.starts_with(words)).unwrap().to_owned();
    let limits = readme.split_once("\n## Limits").unwrap().1.split_once("\n## ").unwrap().0;
    let rows: Vec<&str> = limits.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(rows.len(), Limit::ALL.len(), "a row for each limit that can be set");
    for limit in Limit::ALL {
        let [usual, least, most] = [limit.usual(), limit.least(), limit.most()].map(|value| limit.words(value));
        let row = rows.iter().find(|row| row.starts_with(&format!("| `{}` |", limit.name()))).unwrap();
        assert!(row.contains(&format!("| {usual} |")) && row.ends_with(&format!("| {least} to {most} |")), "{row}");
    }
    let mended = of("| a report that `--fix` mends");
    assert!(mended.contains(&format!("| {} MB |", termwise::mend::MAX_MENDED / 1024 / 1024)));
    let fixed = of("| pieces of text and markup");
    for (what, most) in [("pieces", outline::MAX_PIECES), ("lines", outline::MAX_LINES), ("head", outline::MAX_LABELS)]
    {
        assert!(fixed.contains(&grouped(most)), "{what}: {fixed}");
    }
    // What is usual for an authority is what is shown where nothing is set.
    let room = render::findings::Room::default();
    assert_eq!([room.findings, room.excerpt], [Limit::Findings, Limit::Excerpt].map(Limit::usual));
}

#[test]
fn every_json_field_is_named() {
    let (readme, folder) = (readme(), Folder::new("docs-schema", None));
    let table = readme.split_once("## The JSON outputs").unwrap().1.split_once("## What stays").unwrap().0;
    for shape in ["lint", "diff", "rollup", "convert"] {
        let schema: serde_json::Value =
            serde_json::from_str(&folder.run(&format!("termwise schema --of {shape}")).out).unwrap();
        let mut names = BTreeSet::new();
        properties(&schema, &mut names);
        assert!(names.contains("version") && names.len() > 8, "{shape}: {names:?}");
        names.retain(|name| !table.contains(&format!("`{name}`")) && !in_the_form(name));
        assert!(names.is_empty(), "{shape}: README does not name {names:?}");
    }
}

/// Parts of a term and counts by level, which the README explains elsewhere.
fn in_the_form(name: &str) -> bool {
    ["academic_year", "season", "half", "month", "label", "paths", "errors", "queries", "notes"].contains(&name)
}

fn properties(schema: &serde_json::Value, names: &mut BTreeSet<String>) {
    if let Some(object) = schema.as_object() {
        for (key, value) in object {
            if key == "properties" {
                names.extend(value.as_object().unwrap().keys().cloned());
            }
            properties(value, names);
        }
    }
    schema.as_array().into_iter().flatten().for_each(|part| properties(part, names));
}

#[test]
fn options_and_files_that_are_named_exist() {
    let folder = Folder::new("docs-help", None);
    let commands = ["lint", "diff", "rollup", "convert", "init", "explain", "schema", "completions"];
    let help: String = commands.iter().map(|command| folder.run(&format!("termwise {command} --help")).out).collect();
    let main = folder.run("termwise --help").out;
    for command in commands {
        assert!(main.contains(&format!("  {command} ")) && readme().contains(&format!("`{command}`")), "{command}");
    }
    for page in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] {
        let text = std::fs::read_to_string(root().join(page)).unwrap();
        if page == "README.md" {
            let options = text
                .split("--")
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect::<String>());
            let cargo = ["path", "lib", "release", "help", "test", "bench", "nocapture", "ignored", ""];
            let valgrind = ["tool", "callgrind-out-file", "inclusive"];
            let of_others = |option: &str| cargo.contains(&option) || valgrind.contains(&option);
            for option in options.filter(|option| !of_others(option.trim_matches('-'))) {
                assert!(help.contains(&format!("--{option}")), "{page} names --{option}, which is in no help");
            }
        }
        let slug = |line: &str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if let Some(anchor) = link.strip_prefix('#') {
                let headings = text.lines().filter(|line| line.starts_with('#'));
                assert!(headings.map(slug).any(|slug| slug == anchor), "{page} links to {link}");
                continue;
            }
            assert!(link.starts_with("https://") || root().join(link).exists(), "{page} links to {link}");
        }
    }
}

/// Fails with what is wrong, or writes the README anew where that is asked for.
fn settle(readme: &str, anew: &str, wrong: &str) {
    if std::env::var_os("BLESS").is_some_and(|value| !value.is_empty()) {
        if readme != anew {
            std::fs::write(root().join("README.md"), anew).unwrap();
        }
        return;
    }
    assert!(wrong.is_empty(), "the README shows something else; printed is\n\n{wrong}");
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap().replace("\r\n", "\n")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}
