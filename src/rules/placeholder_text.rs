//! A placeholder stands where the officer's own words belong.
//!
//! “TBC”, “[insert date]” or “Click or tap here to enter text” tell the reader nothing, and are soon forgotten
//! once the report is sent. Where something is not known yet, say so, and who will settle it and by when.
//! Your authority may add those of its own template in termwise.yaml, as `patterns`.
//!
//! ```markdown bad
//! ### Planned activity next period
//! - To be confirmed
//! ```
//!
//! ```markdown bad
//! ### Planned activity next period
//! - Meet the heads of the six partner primaries on [insert date]
//! ```
//!
//! ```markdown bad
//! ### Planned activity next period
//! - Agree the attendance pathway with the heads, venue TBC
//! ```
//!
//! ```markdown good
//! ### Planned activity next period
//! - The date of the summer meeting is to be confirmed by Tom Pell by 3 May 2024
//! - Read the [guide to attendance](https://example.org/guide) with the heads on 8 May 2024
//! ```

use crate::diagnostic::Level;
use crate::report::{Report, Statement};
use crate::rule::{Check, Emit, Group, Rule, Setting, Standard};
use crate::source::Text;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "placeholder-text",
    group: Group::Form,
    level: Level::Query,
    settings: &[Setting {
        name: "patterns",
        standard: Standard::Patterns,
        about: "Patterns of further placeholders, such as those of your own template.",
    }],
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    report.districts.iter().for_each(|district| judge(&district.stated.text, emit));
    report.officers.iter().for_each(|officer| judge(&officer.text, emit));
    report.terms.iter().for_each(|term| judge(&term.stated.text, emit));
    report.submitted.iter().for_each(|day| judge(&day.text, emit));
    for priority in &report.priorities {
        priority.title.iter().chain(priority.scope()).chain(priority.receiver()).for_each(|text| judge(text, emit));
        priority.passages.iter().for_each(|passage| judge_all(&passage.statements, emit));
    }
}

fn judge_all(statements: &[Statement], emit: &mut Emit<'_>) {
    for statement in statements {
        judge(&statement.text, emit);
        judge_all(statement.children(), emit);
    }
}

fn judge(text: &Text, emit: &mut Emit<'_>) {
    let words = text.words();
    // A pattern may take a thousand steps for each letter: a text that nobody wrote by hand is not searched whole.
    let head = words.get(..(0..=SEARCHED.min(words.len())).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0));
    let head = head.unwrap_or_default();
    let own = || emit.patterns("patterns").iter().find_map(|pattern| pattern.find(head).map(|found| found.range()));
    let Some(range) = placeholder(words).or_else(own).filter(|range| !range.is_empty()) else { return };
    let message = format!("{} is a placeholder, not yet an answer", emit.quote(&text.slice(range.clone())));
    emit.at(text.span_of(range), message)
        .advise("write what belongs here; if it is not known yet, say so, and who will settle it and by when");
}

/// Where a placeholder stands: all of the words, words in brackets, or a word such as TBC in capitals.
fn placeholder(words: &str) -> Option<Range<usize>> {
    if !is_sentence(words) && (is_placeholder(words) || is_blank(words)) {
        return Some(0..words.len());
    }
    // What neither has a bracket nor a capital T holds none of the rest: nearly all statements.
    memchr::memchr3(b'[', b'<', b'T', words.as_bytes())?;
    bracketed(words).or_else(|| capitals(words))
}

/// Whether words are longer than any placeholder, and begin with a letter or figure, but not that of the one
/// that is a text of its own: nearly all statements.
fn is_sentence(words: &str) -> bool {
    let begins = |first: u8| first.is_ascii_alphanumeric() && !matches!(first, b'l' | b'L');
    words.len() > LONGEST_WHOLE && words.bytes().next().is_some_and(begins)
}

fn is_placeholder(words: &str) -> bool {
    let lorem = |words: &str| words.get(..LOREM.len()).is_some_and(|head| head.eq_ignore_ascii_case(LOREM));
    if words.len() > LONGEST_WHOLE && !lorem(words.trim_start()) {
        return false;
    }
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let x_only = bare.len() > 1 && bare.chars().all(|c| c == 'x');
    x_only || bare.starts_with(LOREM) || WHOLE.contains(&bare.as_str())
}

/// Dots, underscores or question marks only: "....", "____", "??".
fn is_blank(words: &str) -> bool {
    let mark = |c: char| matches!(c, '.' | '_' | '?' | '\u{2026}') || c.is_whitespace();
    if !words.starts_with(mark) {
        return false;
    }
    words.chars().filter(|c| !c.is_whitespace()).count() > 1 && words.chars().all(mark) || words.trim() == "\u{2026}"
}

/// `[insert date]`, `<add the names>`, `[TBC]`, `[xxx]`.
fn bracketed(words: &str) -> Option<Range<usize>> {
    for start in memchr::memchr2_iter(b'[', b'<', words.as_bytes()) {
        let close = if words.as_bytes().get(start) == Some(&b'[') { ']' } else { '>' };
        let rest = words.get(start + 1..).unwrap_or_default();
        let Some((length, _)) = rest.char_indices().take(LONGEST).find(|(_, c)| *c == close) else { continue };
        let inner = rest.get(..length).unwrap_or_default().trim().to_lowercase();
        let asks = inner.split_once(' ').is_some_and(|(verb, _)| ["insert", "add", "enter"].contains(&verb));
        if asks || inner == "insert" || is_placeholder(&inner) {
            return Some(start..start + length + 2);
        }
    }
    None
}

fn capitals(words: &str) -> Option<Range<usize>> {
    let goes_on = |at: usize| matches!(words.as_bytes().get(at + 1), Some(b'B' | b'O'));
    if !memchr::memchr_iter(b'T', words.as_bytes()).any(goes_on) {
        return None;
    }
    let mut start = 0;
    for word in words.split(|c: char| !c.is_alphanumeric()) {
        if ["TBC", "TBA", "TBD", "TODO"].contains(&word) {
            return Some(start..start + word.len());
        }
        start += word.len();
        start += words.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    None
}

/// The bytes of a text in which an authority's own patterns are looked for.
const SEARCHED: usize = 2000;

/// The most bytes of a statement that is nothing but a placeholder, with room for marks around it.
const LONGEST_WHOLE: usize = 40;

const LOREM: &str = "lorem ipsum";

/// The most characters that words in brackets may have to be looked at.
const LONGEST: usize = 120;

const WHOLE: &[&str] = &[
    "tbc",
    "tba",
    "tbd",
    "todo",
    "to do",
    "to be completed",
    "to be confirmed",
    "to be added",
    "to be advised",
    "to be announced",
    "to follow",
    "add text here",
    "add text",
    "insert text here",
    "insert text",
    "enter text here",
    "type here",
    "click or tap here to enter text",
    "click here to enter text",
    "click or tap to enter a date",
    "click here to enter a date",
];

#[cfg(test)]
mod tests {
    #[test]
    fn where_a_placeholder_stands() {
        let rows = [
            ("TBC", "TBC"),
            ("To be completed.", "To be completed."),
            ("xxx", "xxx"),
            ("Lorem ipsum dolor sit amet", "Lorem ipsum dolor sit amet"),
            ("....", "...."),
            ("Meet on <insert date>, at noon", "<insert date>"),
            ("The £400 (TBC) for Café Réunion", "TBC"),
            ("Names – [add the names of schools] – at the gate", "[add the names of schools]"),
        ];
        for (words, found) in rows {
            let range = super::placeholder(words).unwrap_or(0..0);
            assert_eq!(words.get(range), Some(found), "{words}");
        }
        let none = [
            "The date is to be confirmed by May",
            "Absence fell to <5% of pupils [Northmoor]",
            "Hold TBCs on [Type 2 diabetes]",
            "None",
            "?",
            "",
            "[a",
        ];
        for words in none {
            assert_eq!(super::placeholder(words), None, "{words}");
        }
    }
}
