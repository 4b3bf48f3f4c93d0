//! Headings above the first priority: a district, a term, both, or a title.

use super::Binder;
use crate::form::{Field, fold};
use crate::outline::{Entry, Kind};
use crate::report::{Headed, Origin};
use crate::source::Text;
use crate::term::{self, Reading};
use std::ops::Range;

impl Binder<'_> {
    /// Whether a heading's words read as a term or as the district that the report states.
    pub(super) fn is_header(&self, label: &Text) -> bool {
        let words = label.words();
        if !self.report.priorities.is_empty() {
            return false;
        }
        let same = |d: &Headed<String>| same_name(&d.stated.value, words);
        term::read(words, self.form.scheme).is_term()
            || district_and_term(words, self.form.scheme).is_some()
            || self.report.districts.iter().any(same)
            || self.form.districts.find(words).is_some()
    }

    /// A heading above the first priority: "Northmoor: Spring 2 2023/24", a term, a district, or a title.
    pub(super) fn top_heading(&mut self, label: Text, kind: Kind) {
        let words = label.words();
        let reading = term::read(words, self.form.scheme);
        if reading.is_term() {
            self.state_term(reading, label, Origin::Heading);
        } else if let Some((district, term, reading)) = district_and_term(words, self.form.scheme) {
            let (district, term) = (label.slice(district), label.slice(term));
            if is_name(district.words()) {
                self.state(Field::District, district, Origin::Heading);
            } else if self.report.title.is_none() {
                self.report.title = Some(label.clone());
            }
            self.state_term(reading, term, Origin::Heading);
        } else if self.report.title.is_none() && !self.is_header(&label) {
            if reading.has_any() && reading.parts.season.is_some() && reading.parts.year.is_some() {
                self.state_term(reading, label.clone(), Origin::Heading);
            }
            self.report.title = Some(label);
        } else if !self.is_header(&label) {
            self.words(Entry { kind, ..Entry::of(Kind::Paragraph, label.clone(), label.span()) });
        }
    }
}

/// Whether both are one name.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    crate::form::fold_name(one) == crate::form::fold_name(other)
}

/// Where a district and a term stand, and what the term says.
type Both = (Range<usize>, Range<usize>, Reading);

/// The most bytes of a heading that may name a district and a term.
const LONGEST: usize = 300;

/// The parts of a heading that hold a district and a term: "Northmoor: Spring 2 2023/24", either way round.
fn district_and_term(words: &str, scheme: term::Scheme) -> Option<Both> {
    // Every sign that may part the two is tried, so words too long for a heading are not.
    if words.len() > LONGEST {
        return None;
    }
    for (at, c) in words.char_indices() {
        if !matches!(c, ':' | ',' | '-' | '\u{2013}' | '\u{2014}' | '|') {
            continue;
        }
        let after = at + c.len_utf8();
        let (Some(head), Some(tail)) = (words.get(..at), words.get(after..)) else { continue };
        let is_term = |words: &str| Some(term::read(words.trim(), scheme)).filter(Reading::is_term);
        if !head.trim().is_empty()
            && let Some(reading) = is_term(tail)
        {
            return Some((0..at, after..words.len(), reading));
        }
        if c != '-'
            && !tail.trim().is_empty()
            && let Some(reading) = is_term(head)
        {
            return Some((after..words.len(), 0..at, reading));
        }
    }
    None
}

/// Whether words beside a term, or above the officers, can be a district, not a title such as "Progress report".
pub(super) fn is_name(words: &str) -> bool {
    let folded = fold(words);
    let titles = ["report", "update", "return", "progress", "termly", "template", "draft", "minutes"];
    words.len() <= 60 && !folded.split(' ').any(|word| titles.contains(&word))
}
