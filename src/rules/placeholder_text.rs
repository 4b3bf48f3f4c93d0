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
//! ```markdown bad
//! ### Impact so far
//! - Attendance rose from 89.4% in November 2022 to XX% in November 2023
//! ```
//!
//! ```markdown good
//! ### Planned activity next period
//! - The date of the summer meeting is to be confirmed by Tom Pell by 3 May 2024
//! - Read the [guide to attendance](https://example.org/guide) with the heads on 8 May 2024
//! ```

use crate::diagnostic::Level;
use crate::report::{Report, Statement};
use crate::rule::{Check, Emit, Group, Patterns, Rule, Setting, Standard};
use crate::source::Text;
use std::cell::Cell;
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

/// What is looked for in every text of a report.
struct Own<'a> {
    patterns: Option<&'a Patterns>,
    /// The bytes of the report that they are still looked for in.
    left: Cell<usize>,
    may_hold: MayHold,
}

impl Own<'_> {
    /// Where one of the authority's own patterns stands. A pattern may take a thousand steps for each letter: what
    /// nobody wrote by hand is not searched whole.
    fn find(&self, words: &str) -> Option<Range<usize>> {
        let patterns = self.patterns?;
        let most = SEARCHED.min(words.len()).min(self.left.get());
        let end = (0..=most).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
        self.left.set(self.left.get() - end);
        patterns.find(words.get(..end)?)
    }
}

fn check(report: &Report, emit: &mut Emit<'_>) {
    let whole = emit.sources.get(report.source).map_or("", |source| &source.text);
    let patterns = emit.patterns("patterns");
    let own = &Own { patterns, left: Cell::new(SEARCHED_IN_ALL), may_hold: MayHold::of(whole) };
    report.districts.iter().for_each(|district| judge(&district.stated.text, own, emit));
    report.officers.iter().for_each(|officer| judge(&officer.text, own, emit));
    report.terms.iter().for_each(|term| judge(&term.stated.text, own, emit));
    report.submitted.iter().for_each(|day| judge(&day.text, own, emit));
    for priority in &report.priorities {
        let texts = priority.title.iter().chain(priority.scope()).chain(priority.receiver());
        texts.for_each(|text| judge(text, own, emit));
        priority.passages.iter().for_each(|passage| judge_all(&passage.statements, own, emit));
    }
}

fn judge_all(statements: &[Statement], own: &Own<'_>, emit: &mut Emit<'_>) {
    for statement in statements {
        judge(&statement.text, own, emit);
        judge_all(statement.children(), own, emit);
    }
}

fn judge(text: &Text, own: &Own<'_>, emit: &mut Emit<'_>) {
    let words = text.words();
    let found = placeholder(words, own.may_hold).or_else(|| own.find(words));
    let Some(range) = found.filter(|range| !range.is_empty()) else { return };
    let message = format!("{} is a placeholder, not yet an answer", emit.quote(&text.slice(range.clone())));
    let place = text.words().get(range.clone()).unwrap_or_default();
    let bare = place.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let help = if ELSEWHERE.contains(&bare.as_str()) {
        "write it out here: each section is read by itself"
    } else {
        "write what belongs here; if it is not known yet, say so, and who will settle it and by when"
    };
    emit.at(text.span_of(range), message).advise(help);
}

/// Whether words are nothing but a placeholder.
pub(super) fn is_whole(words: &str) -> bool {
    placeholder(words, MayHold::ANY).is_some_and(|range| range.len() == words.len())
}

/// Where a placeholder stands: all of the words, or (where there may be one) words in brackets, a word such as TBC in
/// capitals, a figure.
fn placeholder(words: &str, may_hold: MayHold) -> Option<Range<usize>> {
    if !is_sentence(words) && (is_placeholder(words) || is_blank(words)) {
        return Some(0..words.len());
    }
    // Few texts hold any of the letters and marks of the rest.
    let bytes = words.as_bytes();
    let tells = |[a, b, c]: [u8; 3]| memchr::memchr3(a, b, c, bytes).is_some();
    let is_open = || memchr::memchr2(b'[', b'<', bytes).is_some();
    let has_mark = || [[b'/', b'X', b'?'], [b'_', b'%', POUND]].into_iter().any(tells) || bytes.contains(&b'T');
    if !(may_hold.brackets && is_open() || may_hold.marks && has_mark()) {
        return None;
    }
    bracketed(words).or_else(|| capitals(words)).or_else(|| figure(words)).or_else(|| date(words))
}

/// Where a date was never filled in: "DD/MM/YYYY".
fn date(words: &str) -> Option<Range<usize>> {
    memchr::memchr(b'/', words.as_bytes())?;
    let start = words.find("DD/MM").or_else(|| words.find("dd/mm"))?;
    let rest = words.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '/').unwrap_or(rest.len());
    Some(start..start + end)
}

/// Whether words are longer than any placeholder, and begin with a letter or figure, but not that of the one
/// that is a text of its own: nearly all statements.
fn is_sentence(words: &str) -> bool {
    let begins = |first: u8| first.is_ascii_alphanumeric() && !matches!(first, b'l' | b'L');
    words.len() > LONGEST_WHOLE && words.bytes().next().is_some_and(begins)
}

/// Which placeholders that are a part of a text a report may hold: few reports hold any of the marks and letters of one,
/// but for the brackets of a list of officers.
#[derive(Clone, Copy)]
struct MayHold {
    /// Those in brackets.
    brackets: bool,
    /// All others.
    marks: bool,
}

impl MayHold {
    const ANY: MayHold = MayHold { brackets: true, marks: true };

    fn of(whole: &str) -> MayHold {
        let bytes = whole.as_bytes();
        let next = |at: usize| bytes.get(at + 1).copied();
        let last = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        // Signs that are written by their numbers, and stars between the letters, may hide any.
        if memchr::memchr2(b'&', b'\\', bytes).is_some() {
            return MayHold::ANY;
        }
        let marks = memchr::memchr_iter(b'/', bytes)
            .any(|at| matches!((last(at), next(at)), (Some(b'D' | b'd'), Some(b'M' | b'm'))))
            || memchr::memchr_iter(b'T', bytes).any(|at| matches!(next(at), Some(b'B' | b'O' | b'*' | b'[' | b']')))
            || memchr::memchr3_iter(b'X', b'?', b'_', bytes).any(|at| {
                matches!(
                    (last(at), next(at)),
                    (Some(POUND), _) | (_, Some(b'X' | b'?' | b'_' | b'%' | b'*' | b'[' | b']'))
                )
            })
            || memchr::memchr2_iter(b'%', POUND, bytes)
                .any(|at| matches!(last(at), Some(b'x' | b'*')) || matches!(next(at), Some(b'x' | b'*')));
        // A tag of HTML may stand between the letters too.
        let tag = memchr::memchr(b'<', bytes).is_some();
        MayHold { brackets: tag || memchr::memchr(b'[', bytes).is_some(), marks: marks || tag }
    }
}

/// Where a figure was never filled in: "XX%", "£XX", "?? pupils", "__ schools".
fn figure(words: &str) -> Option<Range<usize>> {
    let bytes = words.as_bytes();
    let unit = || memchr::memchr2(b'%', POUND, bytes).and_then(|_| memchr::memchr(b'x', bytes));
    memchr::memchr3(b'X', b'?', b'_', bytes).or_else(unit)?;
    let mut runs = bytes.chunk_by(|a, b| a == b).scan(0, |at, run| {
        *at += run.len();
        Some((*at - run.len(), run))
    });
    runs.find_map(|(start, run)| {
        let (end, mark) = (start + run.len(), run.first().copied()?);
        let (before, after) = (words.get(..start)?, words.get(end..)?);
        let (last, next) = (before.chars().next_back(), after.chars().next());
        let pounds = last == Some('\u{a3}');
        let unit = pounds || next == Some('%');
        let alone = !last.is_some_and(char::is_alphanumeric) && !next.is_some_and(char::is_alphanumeric);
        let several = run.len() > 1;
        // "XX" after a name is a Roman number: "Olympiad XXX".
        let named = || {
            let mut words = before.split_whitespace().rev();
            words.next().is_some_and(|word| word.starts_with(char::is_uppercase)) && words.next().is_some()
        };
        let counts = || after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        let is_figure = alone
            && match mark {
                b'X' => unit || several && next != Some('/') && last != Some('/') && !named(),
                b'x' => unit && several,
                b'?' => several && (unit || counts() && last.is_none_or(|last| last == ' ')),
                b'_' => several && (unit || next.is_none_or(|next| next != '_')),
                _ => false,
            };
        let start = if pounds { start - '\u{a3}'.len_utf8() } else { start };
        is_figure.then_some(start..if next == Some('%') { end + 1 } else { end })
    })
}

/// The last byte of a pound sign.
const POUND: u8 = 0xa3;

fn is_placeholder(words: &str) -> bool {
    let lorem = |words: &str| words.get(..LOREM.len()).is_some_and(|head| head.eq_ignore_ascii_case(LOREM));
    if words.len() > LONGEST_WHOLE && !lorem(words.trim_start()) {
        return false;
    }
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    // Most titles and names begin as no placeholder does, and need not be written in small letters.
    let opens = |first: char| {
        let first = first.to_ascii_lowercase();
        !first.is_ascii() || matches!(first, 'x' | 'l') || WHOLE.iter().any(|whole| whole.starts_with(first))
    };
    if !bare.starts_with(opens) {
        return false;
    }
    let bare = bare.to_lowercase();
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
        let blank = ["number", "figure", "figures", "amount", "percentage", "date"].contains(&inner.as_str());
        let slot = ["name of ", "date of ", "number of ", "your "].iter().any(|begins| inner.starts_with(begins));
        if asks || blank || slot || inner == "insert" || is_placeholder(&inner) {
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

/// The same of all texts of a report.
const SEARCHED_IN_ALL: usize = 64 * 1024;

/// The most bytes of a statement that is nothing but a placeholder, with room for marks around it.
const LONGEST_WHOLE: usize = 40;

const LOREM: &str = "lorem ipsum";

/// The most characters that words in brackets may have to be looked at.
const LONGEST: usize = 120;

/// Placeholders that point to words elsewhere.
const ELSEWHERE: &[&str] = &["see above", "see below", "as above", "as before", "ditto"];

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
    "see above",
    "see below",
    "as above",
    "as before",
    "ditto",
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
            ("Attendance rose from 89.4% to XX% in a year", "XX%"),
            ("Won £XX for the club", "£XX"),
            ("Won £XX,XXX for the club", "£XX"),
            ("Absence fell from X% to 7%", "X%"),
            ("In the poll xx% agreed", "xx%"),
            ("A survey of ?? pupils in May", "??"),
            ("Visited __ schools", "__"),
            ("Trained XX staff in March 2024", "XX"),
            ("Visited [number] schools by [date]", "[number]"),
            ("Meet the heads on DD/MM/YYYY at noon", "DD/MM/YYYY"),
            ("See above.", "See above."),
            ("Names – [add the names of schools] – at the gate", "[add the names of schools]"),
        ];
        for (words, found) in rows {
            let range = super::placeholder(words, super::MayHold::of(words)).unwrap_or(0..0);
            assert_eq!(words.get(range), Some(found), "{words}");
        }
        let none = [
            "The date is to be confirmed by May",
            "Absence fell to <5% of pupils [Northmoor]",
            "Hold TBCs on [Type 2 diabetes]",
            "None",
            "What next?? Nobody knew",
            "They asked “why us ??” and left",
            "Year X and Generation X and the X-ray lab",
            "Held the fair of Olympiad XXX with a talk on XX/XY and XY",
            "Sent the file absence__2024 by x% or so",
            "Six boxes, exxon, £20 and 5%",
            "He said “when [name] is back [they] laugh”",
            "?",
            "",
            "[a",
        ];
        for words in none {
            assert_eq!(super::placeholder(words, super::MayHold::of(words)), None, "{words}");
        }
    }
}
