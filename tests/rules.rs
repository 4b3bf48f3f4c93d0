//! Every rule's page, run: each bad example is found by its rule, in each good one the rule is silent.
//!
//! An example is a fence of the page: ```` ```markdown bad ````, ```` ```yaml good ````, ```` ```text bad ````.
//! Fences in a row with `file=NAME` and the same word make one example of several files. `windows-1252`
//! gives its bytes in that encoding. `file=termwise.yaml` is the configuration of its example. A good example has no error or query of any rule either, unless its
//! fence says `partial`. What an example leaves out is put around it: see [`complete`].

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use termwise::config::{self, Config};
use termwise::diagnostic::{Diagnostic, Level};
use termwise::form::{Form, Label, SectionId};
use termwise::load::{Input, load};
use termwise::rule::{Check, Patterns, Rows, Rule, Settings, Value};
use termwise::rules::ALL;
use termwise::source::{Source, SourceId};

#[test]
fn every_page_has_examples_of_both_kinds() {
    let lacks = |rule: &&Rule| {
        let examples = examples(rule);
        !examples.iter().any(|e| e.bad) || !examples.iter().any(|e| !e.bad)
    };
    let lacking: Vec<&str> = ALL.iter().filter(lacks).map(|rule| rule.name).collect();
    assert!(lacking.is_empty(), "no bad or no good example: {lacking:?}");
}

#[test]
fn every_bad_example_is_found() {
    let mut missed = String::new();
    for rule in ALL {
        for example in examples(rule).iter().filter(|e| e.bad) {
            let found = judge(example);
            if !found.iter().any(|d| d.rule == rule.name) {
                missed += &format!("\n{} does not find\n{}{}", rule.name, example.shown(), listed(&found));
            }
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn in_every_good_example_the_rule_is_silent() {
    let mut wrong = String::new();
    for rule in ALL {
        for example in examples(rule).iter().filter(|e| !e.bad) {
            let counts = |d: &Diagnostic| {
                let grave = !example.partial && matches!(d.level, Level::Error | Level::Query);
                d.explained.is_none() && (d.rule == rule.name || grave)
            };
            let found: Vec<Diagnostic> = judge(example).into_iter().filter(counts).collect();
            if !found.is_empty() {
                wrong += &format!("\n{}: its good example\n{}{}", rule.name, example.shown(), listed(&found));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_whole_report_has_no_finding() {
    let whole =
        complete("### Exit strategy\nThe attendance network takes the pathway on from September 2024.", "markdown", 0);
    let example = Example { bad: false, partial: false, files: vec![("northmoor.md".to_owned(), whole.into_bytes())] };
    let found = judge(&example);
    assert!(found.is_empty(), "{}{}", example.shown(), listed(&found));
    let whole = complete("district: Northmoor\nofficers: [Asha Rowe]\nterm: Spring 2 2023/24", "yaml", 0);
    let example =
        Example { bad: false, partial: false, files: vec![("northmoor.yaml".to_owned(), whole.into_bytes())] };
    let found = judge(&example);
    assert!(found.is_empty(), "{}{}", example.shown(), listed(&found));
}

#[test]
fn messages_are_in_the_officers_words() {
    let mut wrong = String::new();
    for rule in ALL {
        for example in examples(rule).iter().filter(|e| e.bad) {
            for found in judge(example).iter().filter(|d| d.rule == rule.name) {
                let help = found.help.as_deref().unwrap_or_default();
                let says = format!("{} {help} {}", found.message, found.label).to_lowercase();
                let banned = ["invalid", "failed to", "parse", "token", "scalar", "unexpected", "front matter"];
                let capital = |words: &str| words.chars().next().is_some_and(char::is_uppercase) && !names(words);
                let fine = !found.message.ends_with('.')
                    && !help.ends_with('.')
                    && !found.message.is_empty()
                    && !capital(&found.message)
                    && !banned.iter().any(|word| says.contains(word))
                    && (!help.is_empty() || matches!(rule.check, Check::Elsewhere));
                if !fine {
                    wrong += &format!("\n{}: {}\n   help: {help}", rule.name, found.message);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn settings_do_what_their_rules_say() {
    let rows = [
        ("too-many-outcomes", "most", Value::Number(1), "### Intended outcomes\n- Absence falls\n- Fewer are late", 1),
        ("too-many-outcomes", "most", Value::Number(2), "### Intended outcomes\n- Absence falls\n- Fewer are late", 0),
        ("exit-without-receiver", "bodies", words(&["brightside"]), "### Exit strategy\nBrightside knows it all", 0),
        ("exit-without-receiver", "bodies", words(&["Moorlight"]), "### Exit strategy\nBrightside knows it all", 1),
        ("undefined-abbreviation", "known", words(&["PMHW"]), "### Activity last period\n- Met the PMHW", 0),
        ("undefined-abbreviation", "known", words(&["PMHWS"]), "### Activity last period\n- Met the PMHW", 1),
        (
            "placeholder-text",
            "patterns",
            pattern("(?i)write here"),
            "### Activity last period\n- Write here, please",
            1,
        ),
        ("placeholder-text", "patterns", pattern("x*"), "### Activity last period\n- Met the heads", 0),
    ];
    for (name, setting, value, text, count) in rows {
        let rule = ALL.iter().find(|rule| rule.name == name).unwrap();
        let setting = rule.settings.iter().find(|known| known.name == setting).unwrap().name;
        let rows = Rows {
            levels: [(rule.name, Some(rule.level))].into(),
            values: [((rule.name, setting), value.clone())].into(),
            ..Rows::default()
        };
        let files = vec![("northmoor.md".to_owned(), complete(text, "markdown", 0).into_bytes())];
        let found = judge_by(&Example { bad: true, partial: false, files }, &Settings::new(rows, Vec::new()));
        let found: Vec<Diagnostic> = found.into_iter().filter(|found| found.rule == name).collect();
        assert_eq!(found.len(), count, "{name} with {setting} {value:?}\n{text}\n{}", listed(&found));
    }
}

fn words(words: &[&str]) -> Value {
    Value::Words(words.iter().map(|word| (*word).to_owned()).collect())
}

fn pattern(pattern: &str) -> Value {
    let all = regex::RegexSet::new([pattern]).unwrap();
    Value::Patterns(Patterns::new(all, vec![regex::Regex::new(pattern).unwrap()]))
}

/// Whether a message begins with the name of a section or field, which keeps its capital.
fn names(words: &str) -> bool {
    let form = Form::built_in();
    let mut known = form.sections.iter().map(|s| &s.name).chain(form.fields.iter().map(|f| &f.name));
    known.any(|name| words.starts_with(name.as_str()))
}

#[test]
fn names_are_kebab_case_unique_and_their_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut names = BTreeSet::new();
    for rule in ALL {
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(rule.name.chars().all(plain) && !rule.name.contains("--"), "{} is not kebab-case", rule.name);
        assert!(names.insert(rule.name.replace('-', "_")), "{} is there twice", rule.name);
        let file = folder.join(format!("{}.rs", rule.name.replace('-', "_")));
        let page = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(page, rule.page, "{} is not the page of {}", file.display(), rule.name);
    }
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let stems: BTreeSet<String> = files.map(|f| f.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(stems, names, "a file of src/rules is not in the list, or the other way round");
}

#[test]
fn every_summary_is_one_short_sentence() {
    for rule in ALL {
        let page = rule.documentation();
        let first = page.lines().next().unwrap_or_default();
        assert!(first.ends_with('.') && page.lines().nth(1) == Some(""), "{}: {first:?} is not one line", rule.name);
        assert!(first.chars().count() < 100, "{}: {first:?} is {} characters", rule.name, first.chars().count());
        assert_eq!(rule.summary(), first.trim_end_matches('.'), "{}", rule.name);
    }
}

/// One example of a page.
#[derive(Debug)]
struct Example {
    bad: bool,
    /// Only its own rule must be silent in it.
    partial: bool,
    files: Vec<(String, Vec<u8>)>,
}

impl Example {
    fn shown(&self) -> String {
        let file = |(name, bytes): &(String, Vec<u8>)| format!("--- {name}\n{}\n---\n", String::from_utf8_lossy(bytes));
        self.files.iter().map(file).collect()
    }
}

fn examples(rule: &Rule) -> Vec<Example> {
    let page = rule.documentation();
    let (mut examples, mut lines) = (Vec::<Example>::new(), page.lines());
    let mut several = false;
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let mut words = info.split_whitespace();
        let (language, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let flags: Vec<&str> = words.collect();
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let bad = match kind {
            "bad" => true,
            "good" => false,
            _ => continue,
        };
        let file = flags.iter().find_map(|flag| flag.strip_prefix("file="));
        for flag in &flags {
            let known = ["partial", "windows-1252"].contains(flag) || flag.starts_with("file=");
            assert!(known, "{}: what is {flag:?} at an example?", rule.name);
        }
        let ending = match language {
            "markdown" => "md",
            "yaml" => "yaml",
            "text" => "txt",
            _ => panic!("{}: no reader for {language:?}", rule.name),
        };
        let name = file.map_or_else(|| format!("northmoor.{ending}"), str::to_owned);
        let text = text.join("\n");
        let goes_on = |last: &&Example| several && file.is_some() && last.bad == bad;
        let later = examples.last().filter(goes_on).is_some_and(|last| last.files.iter().any(|f| f.0 != config::NAME));
        let later = usize::from(later && examples.last().is_some_and(|last| last.files.iter().all(|f| f.0 != name)));
        let whole = if name == config::NAME { format!("{text}\n") } else { complete(&text, language, later) };
        let mut bytes = whole.into_bytes();
        if flags.contains(&"windows-1252") {
            bytes = encoding_rs::WINDOWS_1252.encode(&String::from_utf8(bytes).unwrap()).0.into_owned();
        }
        let partial = flags.contains(&"partial");
        match examples.last_mut() {
            Some(last) if several && file.is_some() && last.bad == bad && last.files.iter().all(|f| f.0 != name) => {
                last.files.push((name, bytes));
                last.partial |= partial;
            }
            _ => examples.push(Example { bad, partial, files: vec![(name, bytes)] }),
        }
        several = file.is_some();
    }
    examples
}

/// Everything that is found in an example, by the readers and by every rule.
fn judge(example: &Example) -> Vec<Diagnostic> {
    // Rules that are off unless asked for are on here: their pages are examples too.
    let levels = ALL.iter().map(|rule| (rule.name, Some(rule.level))).collect();
    let is_settings = |(name, _): &&(String, Vec<u8>)| name == config::NAME;
    let values = example.files.iter().find(is_settings).map_or_else(Default::default, |(name, bytes)| {
        let source = Source::decode(name.clone(), bytes.clone());
        config::read(&source, SourceId::SETTINGS, ALL).config.settings.everywhere().values.clone()
    });
    judge_by(example, &Settings::new(Rows { levels, values, ..Rows::default() }, Vec::new()))
}

fn judge_by(example: &Example, settings: &Settings) -> Vec<Diagnostic> {
    let is_settings = |(name, _): &&(String, Vec<u8>)| name == config::NAME;
    let mut form = Form::built_in();
    if let Some((name, bytes)) = example.files.iter().find(is_settings) {
        let source = Source::decode(name.clone(), bytes.clone());
        let read = config::read(&source, SourceId::SETTINGS, ALL);
        assert_eq!(read.trouble, None);
        if !read.faults.is_empty() {
            return read.faults;
        }
        Config { form, .. } = read.config;
        form.settings = Some(Arc::new(source));
    }
    let file = |(name, bytes): &(String, Vec<u8>)| Input::of(name, bytes.clone());
    let loaded = load(example.files.iter().filter(|one| !is_settings(one)).map(file).collect(), &form);
    assert!(loaded.troubles.is_empty(), "{:?}", loaded.troubles);
    loaded.judge(&form, settings).0
}

fn listed(found: &[Diagnostic]) -> String {
    let line = |d: &Diagnostic| format!("   {}[{}]: {}\n", d.level.name(), d.rule, d.message);
    found.iter().map(line).collect()
}

const HEADER: &str = "district: Northmoor\nofficers: [Asha Rowe, Tom Pell]\nterm: Spring 2 2023/24\n";
const TITLE: &str = "## Priority: Increasing attendance\n";

/// What each section of the built-in form says where an example leaves it out, in canonical order: in its first
/// report, and in later ones, which tell of what the first planned.
const WORDS: [[&str; 5]; 2] = [
    [
        "Persistent absence falls in the partner primaries",
        "Met the heads of the six partner primaries in January 2024",
        "Agree the attendance pathway with the heads by 14 June 2024",
        "Absence in the partner primaries fell from 9% to 7%",
        "The attendance network takes the pathway on from September 2024",
    ],
    [
        "Persistent absence falls in the partner primaries",
        "Agreed the attendance pathway with the heads on 11 June 2024",
        "Train two members of staff in each school in using it by 18 October 2024",
        "Late arrivals came down from 40 to 25 a day once the registers were kept alike",
        "The attendance network takes the pathway on from September 2024",
    ],
];

/// A whole report from an example, so that a page shows only what it is about. Markdown gets front matter
/// unless it has some or begins with a top heading; sections that stand alone get a priority, and the
/// sections it lacks at their places; a priority without any section gets all; a report without any
/// second-level heading gets a priority. YAML gets a header before `priorities:`, and `priorities:` if it
/// has none. Plain text is whole as it stands. `later` is 1 for a later report of the example.
fn complete(example: &str, language: &str, later: usize) -> String {
    match language {
        "markdown" => markdown(example, later),
        "yaml" => yaml(example, later),
        _ => format!("{example}\n"),
    }
}

fn markdown(example: &str, later: usize) -> String {
    let lines: Vec<&str> = example.lines().collect();
    let first = lines.first().copied().unwrap_or_default();
    let top = match (first, lines.iter().skip(1).position(|line| *line == "---")) {
        ("---", Some(end)) => end + 2,
        ("---", None) => return format!("{example}\n"),
        _ => 0,
    };
    let (header, body) = lines.split_at(top);
    let mut report = header.join("\n") + "\n";
    if header.is_empty() && !first.starts_with("# ") {
        report = format!("---\n{HEADER}---\n\n");
    }
    let level = |line: &str| line.chars().take_while(|c| *c == '#').count();
    if !body.iter().any(|line| level(line) == 2) {
        let sections = body.iter().position(|line| level(line) == 3).unwrap_or(body.len());
        let (before, sections) = body.split_at(sections);
        return format!("{report}{}\n\n{TITLE}\n{}", before.join("\n"), filled(sections, later));
    }
    let mut blocks: Vec<Vec<&str>> = vec![vec![]];
    for line in body {
        if level(line) == 2 {
            blocks.push(vec![]);
        }
        blocks.last_mut().unwrap().push(line);
    }
    for block in blocks {
        let is_section = |line: &&str| level(line) == 3 || line.starts_with("**");
        let bare = block.first().is_some_and(|line| line.starts_with("## Priority")) && !block.iter().any(is_section);
        report += &(block.join("\n") + "\n");
        if bare {
            report += &format!("\n{}", filled(&[], later));
        }
    }
    report
}

/// Sections with those that they lack put in, each before the first that comes later in the form.
fn filled(lines: &[&str], later: usize) -> String {
    let form = Form::built_in();
    let place = |line: &str| match form.label(line.strip_prefix("### ")?) {
        Some(Label::Section(SectionId(place))) => Some(place),
        _ => None,
    };
    let mut wanting: BTreeSet<usize> = (0..form.sections.len()).collect();
    let there: Vec<usize> = lines.iter().filter_map(|line| place(line)).collect();
    wanting.retain(|section| !there.contains(section));
    let section = |at: &usize| format!("### {}\n- {}\n\n", form.sections[*at].heading, WORDS[later][*at]);
    let mut out = String::new();
    for line in lines {
        if let Some(here) = place(line) {
            let later = wanting.split_off(&here);
            out.extend(wanting.iter().map(section));
            wanting = later;
        }
        out += &format!("{line}\n");
    }
    out + "\n" + &wanting.iter().map(section).collect::<String>()
}

fn yaml(example: &str, later: usize) -> String {
    if example.starts_with("priorities:") {
        return format!("{HEADER}{example}\n");
    }
    let mut report = format!("{example}\n");
    if !example.lines().any(|line| line.starts_with("priorities:")) {
        report += "priorities:\n  - title: Increasing attendance\n";
        for (section, words) in Form::built_in().sections.iter().zip(WORDS[later]) {
            report += &format!("    {}:\n      - {words}\n", section.key);
        }
    }
    report
}
