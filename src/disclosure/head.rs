//! What the head of a report states: whose report it is, of which term, by whom. Officers and districts are no children,
//! but a sentence that stands right below is taken into what is stated, and that may name one.

use super::copy::{Copy, Home};
use super::glance::{Needs, capitals_alone, glance};
use super::held::parts;
use super::lexicon::{CHILD, kinds_of_any_case};
use super::words::Said;
use super::{Pass, YEAR};
use crate::report::{Origin, Report};
use crate::source::Text;

/// The officers and the districts that a report names, in lower case.
pub(super) fn known(report: &Report) -> impl Iterator<Item = String> {
    let officers = report.officers.iter().map(|officer| &officer.value);
    let names = officers.chain(report.districts.iter().map(|district| &district.stated.value));
    names.map(|name| name_in(name).to_lowercase()).filter(|name| !name.is_empty())
}

/// Whether what a report states of itself may name a child, so that none of it can be given back unsearched.
#[must_use]
pub fn may_name(report: &Report) -> bool {
    let themes = report.priorities.iter().flat_map(|priority| priority.themes()).map(|theme| &theme.text);
    stated(report).chain(themes).any(|text| !is_name(text.words()) && glance(text.words(), 0, YEAR).names)
}

/// Looks for children in what the head states, which is quoted where it is told of. Numbers and contacts are looked for
/// there with what stands around them.
pub(super) fn walk(report: &Report, source: &str, pass: &mut Pass) {
    // A value that is no status is quoted, and may have taken in what stands below it.
    let statuses = report.priorities.iter().filter_map(|priority| priority.status());
    let statuses = statuses.filter(|status| status.value.is_none()).map(|status| &status.text);
    stated(report).chain(statuses).for_each(|text| pass.names(text, source));
}

fn stated(report: &Report) -> impl Iterator<Item = &Text> {
    // A path is quoted as a path.
    let districts = report.districts.iter().filter(|district| district.origin != Origin::Path);
    let districts = districts.map(|district| &district.stated.text);
    let terms = report.terms.iter().map(|term| &term.stated.text);
    let officers = report.officers.iter().map(|officer| &officer.text);
    districts.chain(terms).chain(officers).chain(report.submitted.iter().map(|day| &day.text))
}

/// The name that words begin with: words with capitals and what joins them, up to one that speaks of a child.
fn name_in(words: &str) -> &str {
    let joins = |word: &str| {
        matches!(
            word,
            "and" | "of" | "upon" | "on" | "the" | "under" | "in" | "by" | "le" | "with" | "next" | "cum" | "&"
        )
    };
    let is_part = |word: &str| {
        let ends = word.bytes().rev().take_while(|b| matches!(b, b',' | b'.' | b';' | b':')).count();
        let bare = word.get(..word.len() - ends).unwrap_or_default();
        let is_capital = bare.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        (is_capital || joins(bare) || !bare.starts_with(char::is_lowercase)) && kinds_of_any_case(bare) & CHILD == 0
    };
    let mut end = capitals_alone(words, 0);
    while let Some(word) = words.get(end..).and_then(|rest| rest.split_inclusive(' ').next())
        && is_part(word.trim_end())
    {
        end = capitals_alone(words, end + word.len());
    }
    words.get(..end).unwrap_or(words).trim_end_matches([' ', ',', '.', ';', ':'])
}

/// Whether words are a name and nothing else: "Kirkby Stephen and Appleby" is a place.
fn is_name(words: &str) -> bool {
    name_in(words).len() == words.len()
}

impl Pass {
    /// Looks for names alone, in the whole and line by line: what is stated may go over the end of a line in the `source`,
    /// and may have taken in sentences that stand below it.
    fn names(&mut self, text: &Text, source: &str) {
        let words = text.words();
        if is_name(words) {
            return;
        }
        let needs = Needs { numbers: false, births: false, ..glance(words, 0, self.year) };
        if !needs.names {
            return;
        }
        let ends = |at: &usize| source.as_bytes().get(text.span_of(*at..at + 1).start as usize) == Some(&b'\n');
        let ends: Vec<usize> = words.match_indices(' ').map(|(at, _)| at).filter(ends).chain([words.len()]).collect();
        // The name that it begins with is a district's or an officer's.
        let name = name_in(words).len();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let lines = starts.zip(&ends).map(|(start, end)| start..*end).filter(|_| ends.len() > 1);
        for range in lines.chain(std::iter::once(0..words.len())) {
            let range = range.start.max(name)..range.end.max(name);
            for part in parts(words.get(range.clone()).unwrap_or_default()) {
                let mut copy = Copy::default();
                copy.plain(Home::Words(text), range.start + part.start..range.start + part.end);
                self.people(&Said::of(&copy.settled()), &Said::of(&Copy::default()), needs, text.span().start);
            }
        }
    }
}
