//! What was read and found in some files, in shapes that can be compared.

use serde_json::Value;
use termwise::diagnostic::{Diagnostic, Level};
use termwise::form::Form;
use termwise::load::{Input, Loaded, load};
use termwise::render::findings::{Ending, Summary};
use termwise::report::Report;
use termwise::rule::Settings;
use termwise::source::Sources;
use termwise::wire;

/// What was read, and everything found in it.
pub struct Read {
    pub loaded: Loaded,
    pub found: Vec<Diagnostic>,
}

/// A file, read and judged by every rule.
pub fn one(name: &str, text: &str) -> Read {
    judged(vec![Input::of(name, text)])
}

/// Files, read and judged by every rule.
pub fn judged(inputs: Vec<Input>) -> Read {
    let form = Form::built_in();
    let loaded = load(inputs, &form);
    for trouble in &loaded.troubles {
        assert!(!trouble.why.contains("termwise broke"), "{}: {}", trouble.name, trouble.why);
    }
    let (found, _) = loaded.judge(&form, &Settings::default());
    Read { loaded, found }
}

impl Read {
    /// What is said after the findings.
    pub fn ending(&self) -> Ending {
        Ending { summary: self.summary(), ..Ending::default() }
    }

    /// The findings in numbers.
    pub fn summary(&self) -> Summary {
        Summary { reports: self.loaded.corpus.reports().len(), ..Summary::counting(&self.found) }
    }

    /// Each finding with its line and column.
    pub fn seen(&self) -> Vec<String> {
        let line = |found: &Diagnostic| {
            let (start, _) = self.loaded.sources.position(found.span);
            format!("{}:{}: {} {} [{}]", start.line, start.column, found.rule, found.message, found.place)
        };
        self.found.iter().map(line).collect()
    }
}

/// Rules about how a report is laid out, which its twin in another language is not.
const LAYOUT: &[&str] = &["header-form", "heading-wording", "bullet-style", "section-order"];

/// Rules that tell of text without a section. What stands under an unknown heading in Markdown stands under
/// the known key `unplaced` in YAML, so that one rule speaks there and another here.
const NOWHERE: &[&str] = &["unknown-section", "unknown-field", "text-outside-sections"];

/// What is found whatever the language: rule, level, fact, priority and section, sorted.
pub fn told(read: &Read) -> Vec<(&'static str, Level, String, String)> {
    // The heading above a report in Markdown says its head again.
    let in_title = |f: &Diagnostic| {
        let source = read.loaded.sources.get(f.span.source).unwrap();
        let before = source.text.get(..f.span.start as usize).unwrap();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        f.rule == "child-named" && source.text.get(line..).unwrap().starts_with("# ")
    };
    let all = read.found.iter().filter(|found| !LAYOUT.contains(&found.rule) && !in_title(found));
    let nowhere = |level| ("nowhere", level, String::new(), String::new());
    // Where an unknown heading is what a priority lacks, one error says both; its twin has an error for each.
    let lacking = |f: &Diagnostic| ("section-missing", f.level, String::new(), String::new());
    let mut told: Vec<_> = all
        .flat_map(|f| match (f.rule, f.level) {
            ("unknown-section", Level::Error) => vec![nowhere(Level::Query), lacking(f)],
            ("section-missing", _) => vec![lacking(f)],
            (rule, level) if NOWHERE.contains(&rule) => vec![nowhere(level)],
            (rule, level) => vec![(rule, level, spaced(&f.message), spaced(section(&f.place)))],
        })
        .collect();
    told.sort_unstable();
    told.dedup_by(|a, b| a == b && a.0 == "nowhere");
    told
}

/// A place without the number of the statement: what is a paragraph in one language is an item in another.
fn section(place: &str) -> &str {
    let is_number = |part: &str| {
        (part.ends_with(" bullet") || part.ends_with(" paragraph")) && part.starts_with(|c: char| c.is_ascii_digit())
    };
    match place.rsplit_once(", ") {
        Some((rest, part)) if is_number(part) => rest,
        _ => place,
    }
}

/// Reports as data, without where they stand and how they are escaped.
pub fn unmarked(reports: &[Report], sources: &Sources) -> Value {
    let data = wire::convert::convert(reports, &Form::built_in(), sources);
    let mut value = serde_json::to_value(data).unwrap();
    forget_places(&mut value);
    value
}

/// Words with one space between them.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn forget_places(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for place in ["path", "line", "column"] {
                map.remove(place);
            }
            // How words are escaped is each language's own business; emphasis and links are the officer's.
            let marks =
                |value: &Value| value.as_str().is_some_and(|words| words.contains(['*', '_', '`', '~', '[', '<']));
            if map.get("markdown").is_some_and(|value| !marks(value)) {
                map.remove("markdown");
            }
            map.values_mut().for_each(forget_places);
        }
        Value::Array(list) => list.iter_mut().for_each(forget_places),
        Value::String(words) => *words = spaced(words),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
