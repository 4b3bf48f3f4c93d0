//! Words of a report that were meant for an explanation, and are none: no comment holds them, or not as it is written.
//! They stay words of the report, so that nothing is lost; what stands here only finds them.

use super::nearest;
use crate::form::likeness;
use crate::outline::Language;
use crate::report::{Report, Statement};
use crate::rule::Rule;
use crate::source::{Sources, Text};
use std::ops::Range;

/// Words that were meant for an explanation of a rule.
pub(super) struct Slip<'r> {
    pub words: Text,
    rule: &'r Rule,
}

impl Slip<'_> {
    /// How an explanation of the rule is written in a language.
    pub fn help(&self, language: Language) -> String {
        let name = self.rule.name;
        let how = match language {
            Language::Markdown => format!("`<!-- termwise: explain {name}: the reason -->`"),
            Language::Yaml => format!("`# termwise: explain {name}: the reason`"),
            Language::Plain => format!("“Explain {name}: the reason”"),
        };
        format!("write it as {how}, on a line of its own, or delete it")
    }
}

/// All such words of a report.
pub(super) fn slips<'r>(report: &Report, rules: &'r [Rule], sources: &Sources) -> Vec<Slip<'r>> {
    let mut found = Vec::new();
    // Hardly any report holds the verb at all.
    if sources.get(report.source).is_none_or(|source| !source.has_words(VERB)) {
        return found;
    }
    let mut look = |text: &Text| {
        if let Some((range, rule)) = slip(text.words(), rules) {
            found.push(Slip { words: text.slice(range), rule });
        }
    };
    for priority in &report.priorities {
        priority.scope().iter().for_each(&mut look);
        priority.passages.iter().for_each(|passage| each(&passage.statements, &mut look));
    }
    each(&report.unplaced, &mut look);
    found
}

fn each(statements: &[Statement], look: &mut impl FnMut(&Text)) {
    for statement in statements {
        statement.lead_in().into_iter().chain([&statement.text]).for_each(&mut *look);
        each(statement.children(), look);
    }
}

/// Where words begin to explain a rule by its name, or nearly, up to their end: "Explain small number: the reason".
fn slip<'r>(words: &str, rules: &'r [Rule]) -> Option<(Range<usize>, &'r Rule)> {
    for (found, _) in words.match_indices(VERB) {
        let Some(start) = found.checked_sub(1) else { continue };
        let (Some(before), Some(rest)) = (words.get(..start), words.get(found + VERB.len()..)) else { continue };
        let is_verb = words.get(start..found).is_some_and(|first| first.eq_ignore_ascii_case("e"));
        if !is_verb || before.ends_with(char::is_alphanumeric) {
            continue;
        }
        if let Some(rule) = named(rest, rules) {
            // The marks of a comment that Word made dashes of belong to it.
            let from = before.rfind("<!").filter(|from| start - from < MOST_BEFORE).unwrap_or(start);
            return Some((from..words.len(), rule));
        }
    }
    None
}

/// The rule whose name words begin with, spelt as a name or, before a colon, with spaces.
fn named<'r>(words: &str, rules: &'r [Rule]) -> Option<&'r Rule> {
    let words = words.strip_prefix([' ', ':', '-'])?.trim_start();
    let is_of_name = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '_');
    let name = words.get(..words.find(|c| !is_of_name(c)).unwrap_or(words.len()))?;
    if name.contains(['-', '_']) {
        return nearest(&folded(name), rules);
    }
    let head = words.get(..words.find(':').filter(|colon| *colon <= LONGEST)?)?;
    let name = folded(head.split(" until ").next()?);
    nearest(&name, rules).filter(|rule| likeness(rule.name, &name) > SURE)
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '_'], "-")
}

/// "Explain" without its first letter, which may be a capital.
const VERB: &str = "xplain";
/// How far before the verb the mark of a comment may stand.
const MOST_BEFORE: usize = 24;
/// The most bytes of a name and a term before the colon.
const LONGEST: usize = 60;
/// How alike words with spaces must be to a rule's name: they may be any words.
const SURE: f64 = 0.85;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_for_an_explanation() {
        let rules = [
            Rule { name: "placeholder-text", ..Rule::BASE },
            Rule { name: "vague-date", ..Rule::BASE },
            Rule { name: "section-missing", ..Rule::BASE },
        ];
        for (words, found) in [
            ("Explain placeholder-text: r", Some("Explain placeholder-text: r")),
            ("Explain placeholder text: r", Some("Explain placeholder text: r")),
            ("Explain Vague Date until Summer 2024/25: r", Some("Explain Vague Date until Summer 2024/25: r")),
            ("Met on the 24th explain vague_dat: r", Some("explain vague_dat: r")),
            ("Met <!– termwise: explain vague-date: r –>", Some("<!– termwise: explain vague-date: r –>")),
            ("Explain follow-up work to the families", None),
            ("Explain the missing section: r", None),
            ("Explain what a vague date is: r", None),
            ("Unexplained vague-date", None),
            ("xplain vague-date: r", None),
        ] {
            let range = slip(words, &rules).map(|(range, _)| range);
            assert_eq!(range.and_then(|range| words.get(range)), found, "{words}");
        }
    }
}
