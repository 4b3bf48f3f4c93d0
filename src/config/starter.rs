//! A first termwise.yaml, written from the reports that are there. What it sets changes nothing that is found in them;
//! everything else stands in it switched off, as an example of what can be set.
//!
//! Names that look like one district are asked about and never merged: whether they are one, nobody can tell from here.

use crate::corpus::Corpus;
use crate::form::{Filing, fold, fold_name};
use crate::report::Report;
use crate::source::Sources;
use crate::term::{Scheme, Term, Unclear};
use std::collections::{BTreeMap, BTreeSet};

mod alike;
mod filing;
mod text;
pub use alike::alike;

/// What the reports say of those who wrote them.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// How many reports there are.
    pub reports: usize,
    /// The districts as most of their reports spell them, with the number of those, by name.
    pub districts: Vec<(String, usize)>,
    /// Those of them that look like one district, by name.
    pub alike: Vec<Vec<String>>,
    /// Reports that name no district.
    pub unnamed: usize,
    /// Districts whose names are no ordinary words, or private.
    pub left_out: usize,
    /// How terms seem to be counted.
    pub scheme: Scheme,
    /// The terms as that scheme counts them, with the number of their reports.
    pub terms: BTreeMap<Term, usize>,
    /// The themes that priorities state, with the number of those.
    pub themes: Vec<(String, usize)>,
    /// A pattern for the paths of the reports, and how many are of it.
    pub filing: Option<(String, usize)>,
}

/// Whether the settings that come from the reports hold, or stand there switched off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// They hold.
    On,
    /// They do not: with them, other things would be found.
    Off,
}

impl Seen {
    /// What these reports say.
    #[must_use]
    pub fn of(corpus: &Corpus, sources: &Sources) -> Seen {
        let reports = corpus.reports();
        let scheme = scheme(reports);
        let named = reports.iter().filter_map(|report| report.districts.first());
        // What is private, or drives what shows it, is not copied on.
        let shown = named.map(|named| sources.value(&named.stated.value, &named.stated.text));
        let (districts, left_out) = counted(shown, fold_name);
        let themes = reports.iter().flat_map(|report| &report.priorities).flat_map(|priority| priority.themes());
        let (themes, _) = counted(themes.map(|theme| sources.value(&theme.value, &theme.text)), fold);
        let mut terms = BTreeMap::new();
        for term in reports.iter().filter_map(Report::term) {
            let half = term.half_or_implied().filter(|_| scheme != Scheme::ThreeTerms);
            *terms.entry(Term { half, month: None, ..term }).or_default() += 1;
        }
        Seen {
            reports: reports.len(),
            alike: alike(&districts.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>()),
            districts,
            unnamed: reports.iter().filter(|report| report.districts.is_empty()).count(),
            left_out,
            scheme,
            terms,
            themes,
            filing: filing::pattern(reports, sources),
        }
    }

    /// The words of the file.
    #[must_use]
    pub fn text(&self, switch: Switch) -> String {
        text::text(self, switch)
    }
}

/// How most of the reports count terms.
fn scheme(reports: &[Report]) -> Scheme {
    let stated = || reports.iter().filter_map(|report| report.terms.first()).map(|term| &term.stated.value);
    let numbered = stated().filter(|reading| reading.unclear == Some(Unclear::NumberedTerm)).count();
    let halves = stated().filter(|reading| reading.parts.half.is_some()).count();
    match numbered + stated().filter(|reading| reading.parts.season.is_some()).count() {
        all if numbered * 2 > all => Scheme::SixTerms,
        // A county with one report a term counts whole terms, whichever half its reports name.
        all if halves * 2 > all && has_both_halves(reports) => Scheme::HalfTerms,
        _ => Scheme::ThreeTerms,
    }
}

/// Whether a district has reported for both halves of a season.
fn has_both_halves(reports: &[Report]) -> bool {
    let mut first: BTreeMap<(String, Term), u8> = BTreeMap::new();
    reports.iter().any(|report| {
        let named = report.district().zip(report.term());
        let Some((district, (term, half))) = named.and_then(|(d, term)| Some((d, (term, term.half?)))) else {
            return false;
        };
        let season = Term { half: None, month: None, ..term };
        *first.entry((fold_name(district), season)).or_insert(half) != half
    })
}

/// Names with how often each stands there, the most frequent of the spellings that fold alike; and how many there are
/// that are no ordinary words.
fn counted(names: impl Iterator<Item = String>, fold: fn(&str) -> String) -> (Vec<(String, usize)>, usize) {
    let (mut spellings, mut odd) = (BTreeMap::<String, BTreeMap<String, usize>>::new(), BTreeSet::new());
    for name in names {
        if is_ordinary(&name) {
            *spellings.entry(fold(&name)).or_default().entry(name).or_default() += 1;
        } else {
            odd.insert(fold(&name));
        }
    }
    let most = |spellings: BTreeMap<String, usize>| {
        let all = spellings.values().sum();
        let best = spellings.into_iter().max_by_key(|(_, count)| *count);
        best.map(|(name, _)| (name, all))
    };
    (spellings.into_values().filter_map(most).collect(), odd.len())
}

/// The longest name that is taken over.
const LONGEST: usize = 100;

/// Whether a name is of letters, figures and the usual signs, on one line.
fn is_ordinary(name: &str) -> bool {
    let usual = |c: char| c.is_alphanumeric() || " -'&.,()/\u{2019}\u{2018}\u{2013}".contains(c);
    !name.trim().is_empty() && name.len() <= LONGEST && name.chars().all(usual)
}

/// Whether a pattern of this kind can be written.
fn is_pattern(pattern: &str) -> bool {
    is_ordinary(&pattern.replace(['{', '}', '_'], "")) && Filing::read(pattern).is_ok()
}

#[cfg(test)]
mod tests;
