//! The levels and settings of rules, everywhere and for some files: what can be set of them, and what is.

use super::check::{Faults, backed, nearest};
use super::entry::{Is, get, is, keys, strings, words};
use super::patterns::Patterns;
use super::place;
use super::shape::{LEVELS, Shape};
use crate::diagnostic::Level;
use crate::form::fold;
use crate::outline::Entry;
use crate::rule::{Override, Rows, Rule, Standard, Value, quoted};
use crate::source::Text;

impl Faults<'_> {
    /// Whether these are rules, and what is set of them can be set.
    pub(super) fn rules(&mut self, entry: &Entry) {
        self.twice(entry);
        let rules = self.rules;
        let names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
        for (key, value) in keys(entry) {
            let Some(rule) = rules.iter().find(|rule| fold(rule.name) == fold(key.words())) else {
                self.unknown_rule(key, &names);
                continue;
            };
            if matches!(rule.name, "unknown-setting" | "setting-unclear") {
                let message = format!("{} is about termwise.yaml itself and cannot be set", backed(key));
                self.unclear(key.span(), message).advise("take it out");
                continue;
            }
            match is(value) {
                Is::Map => self.settings(rule, value),
                _ => self.check(value, &Shape::Choice(LEVELS), &backed(key)),
            }
        }
    }

    fn unknown_rule(&mut self, key: &Text, names: &[&str]) {
        let message = format!("there is no rule {}", quoted(key.words()));
        let near = if self.is_full() { None } else { nearest(key.words(), names) };
        let found = self.note("unknown-setting", key.span(), message);
        match near {
            Some(near) => {
                found.mark(format!("did you mean `{near}`?")).advise(format!("write `{near}`, or take it out"))
            }
            None => found.advise("take it out; `termwise explain` lists all rules"),
        };
    }

    fn settings(&mut self, rule: &Rule, entry: &Entry) {
        self.twice(entry);
        let names: Vec<&str> = std::iter::once("level").chain(rule.settings.iter().map(|s| s.name)).collect();
        for (key, value) in keys(entry) {
            if fold(key.words()) == "level" {
                self.check(value, &Shape::Choice(LEVELS), "`level`");
                continue;
            }
            let Some(setting) = rule.settings.iter().find(|known| fold(known.name) == fold(key.words())) else {
                self.unknown(key, &names, &format!("in `{}`", rule.name));
                continue;
            };
            match setting.standard {
                Standard::Number(usual) => self.number(value, setting.name, usual),
                Standard::Words => self.check(value, &Shape::List(&Shape::Words("these")), &backed(key)),
                Standard::Patterns => self.check(value, &Shape::List(&Shape::Words("[A-Z]{3}")), &backed(key)),
            }
        }
    }

    fn number(&mut self, entry: &Entry, name: &str, usual: u32) {
        let text = words(entry);
        if text.and_then(|text| text.words().parse::<u32>().ok()).is_some_and(|number| number > 0) {
            return;
        }
        let span = text.map_or_else(|| place(entry), Text::span);
        self.unclear(span, format!("`{name}` wants a number from 1"))
            .advise(format!("write it in figures, such as {usual}"));
    }
}

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
        // A file whose words were not read must never pass for one without faults.
        if rule.name == "unreadable" && rows.levels.get(rule.name) == Some(&None) {
            faults
                .unclear(place(value), "what cannot be read is always told, so `unreadable` is never off")
                .advise("take it out, or write `note`, `query` or `error`");
        }
    }
    rows
}

/// What is set for some files.
pub fn over(entry: &Entry, patterns: &mut Patterns, faults: &mut Faults<'_>) -> Option<Override> {
    if !matches!(is(entry), Is::Map) {
        return None;
    }
    let rules = get(entry, "rules");
    if rules.is_none_or(|rules| matches!(is(rules), Is::Nothing)) {
        let help = "name the rules and their levels under `rules:`, such as `section-order: off`, or take it out";
        faults.unclear(place(entry), "this override does not say what is set for these files").advise(help);
    }
    let rows = rows(rules, patterns, faults);
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
            Standard::Patterns => patterns.words(value, faults).map(Value::Patterns),
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
