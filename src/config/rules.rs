//! The levels and settings of rules, everywhere and for some files.

use super::check::Faults;
use super::entry::{Is, get, is, keys, strings, words};
use super::patterns::Patterns;
use super::place;
use crate::diagnostic::Level;
use crate::form::fold;
use crate::outline::Entry;
use crate::rule::{Override, Rows, Rule, Standard, Value};

/// What is set of the rules.
pub fn rows(entry: Option<&Entry>, patterns: &mut Patterns, faults: &mut Faults<'_>) -> Rows {
    let mut rows = Rows::default();
    let rules = faults.rules;
    for (key, value) in entry.into_iter().flat_map(keys) {
        let Some(rule) = rules.iter().find(|rule| fold(rule.name) == fold(key.words())) else { continue };
        if matches!(is(value), Is::Map) {
            set(rule, value, &mut rows, patterns, faults);
        } else if let Some(level) = level(value) {
            rows.levels.insert(rule.name, level);
        }
    }
    rows
}

/// What is set for some files.
pub fn over(entry: &Entry, patterns: &mut Patterns, faults: &mut Faults<'_>) -> Option<Override> {
    if !matches!(is(entry), Is::Map) {
        return None;
    }
    let rows = rows(get(entry, "rules"), patterns, faults);
    let Some(paths) = get(entry, "paths").filter(|paths| !matches!(is(paths), Is::Nothing)) else {
        let help = "name them under `paths:`, each on a line of its own with `- ` before it";
        faults.unclear(place(entry), "this override does not say which files it is for").advise(help);
        return None;
    };
    Some(Override { paths: patterns.files(paths, faults), rows })
}

fn set(rule: &Rule, entry: &Entry, rows: &mut Rows, patterns: &mut Patterns, faults: &mut Faults<'_>) {
    if let Some(level) = get(entry, "level").and_then(level) {
        rows.levels.insert(rule.name, level);
    }
    for setting in rule.settings {
        let Some(value) = get(entry, setting.name) else { continue };
        let value = match setting.standard {
            Standard::Number(_) => words(value).and_then(|text| text.words().parse().ok()).map(Value::Number),
            Standard::Words => Some(Value::Words(strings(value))),
            Standard::Patterns => Some(Value::Patterns(patterns.words(value, faults))),
        };
        rows.values.extend(value.map(|value| ((rule.name, setting.name), value)));
    }
}

fn level(entry: &Entry) -> Option<Option<Level>> {
    match fold(words(entry)?.words()).as_str() {
        "off" => Some(None),
        "note" => Some(Some(Level::Note)),
        "query" => Some(Some(Level::Query)),
        "error" => Some(Some(Level::Error)),
        _ => None,
    }
}
