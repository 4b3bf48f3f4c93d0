//! Who was expected to report, and who did.
//!
//! Nobody is told what to expect, so it is inferred: from a district's first report on, one report in
//! every term for which any district reported. Terms count by academic year and season.

use super::{Filter, district, season};
use crate::corpus::{Corpus, Series};
use crate::form::Form;
use crate::report::{Report, Stated};
use crate::source::SourceId;
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

/// What a rollup is based on.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// How many reports were expected.
    pub expected: usize,
    /// Whether that was inferred from the reports themselves.
    pub inferred: bool,
    /// How many of them are there, one for each district, year and season.
    pub received: usize,
    /// The others, by district and term.
    pub missing: Vec<Slot<'a>>,
    /// The files of reports that name no district, one for each report.
    pub unnamed: Vec<SourceId>,
    /// The files of reports that state no clear term, one for each report.
    pub unclear: Vec<SourceId>,
    /// Terms that a district has reported more than once.
    pub duplicates: Vec<Duplicate<'a>>,
}

/// A term of a district.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'a> {
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The term.
    pub term: Term,
}

/// Reports of one district for one term.
#[derive(Clone, Debug)]
pub struct Duplicate<'a> {
    /// District and term, as the first of the reports states it.
    pub slot: Slot<'a>,
    /// Their files.
    pub sources: Vec<SourceId>,
}

/// The coverage of what the filter takes. Of a filter that asks for a half, a district that reported
/// another half of that season is not missing: it was not expected to report twice.
pub(super) fn coverage<'a>(corpus: &'a Corpus, form: &Form, filter: &Filter) -> Coverage<'a> {
    let series = corpus.series();
    let seasons: BTreeSet<Term> = series.iter().flat_map(|s| &s.reports).map(|(term, _)| season(*term)).collect();
    let mut coverage = Coverage {
        expected: 0,
        inferred: true,
        received: 0,
        missing: Vec::new(),
        unnamed: pick(corpus, |r| r.district().is_none() && (r.term().is_none() || filter.takes_term(r.term()))),
        unclear: pick(corpus, |r| {
            r.term().is_none() && (r.district().is_none() || filter.takes_district(r.district(), form))
        }),
        duplicates: Vec::new(),
    };
    for series in series.iter().filter(|series| filter.takes_district(Some(series.district), form)) {
        coverage.add(series, &seasons, filter);
    }
    coverage
}

fn pick(corpus: &Corpus, is_meant: impl Fn(&Report) -> bool) -> Vec<SourceId> {
    corpus.reports().iter().filter(|report| is_meant(report)).map(|report| report.source).collect()
}

impl<'a> Coverage<'a> {
    fn add(&mut self, series: &Series<'a>, seasons: &BTreeSet<Term>, filter: &Filter) {
        let mut there: BTreeMap<Term, Vec<(Term, &'a Report)>> = BTreeMap::new();
        for (term, report) in &series.reports {
            there.entry(season(*term)).or_default().push((*term, *report));
        }
        let (Some(first), Some(district)) =
            (there.keys().next().copied(), series.reports.last().and_then(|(_, report)| district(report)))
        else {
            return;
        };
        for term in seasons.range(first..).filter(|term| filter.takes_season(**term)) {
            let Some(reports) = there.get(term) else {
                self.missing.push(Slot { district, term: *term });
                continue;
            };
            let taken: Vec<_> = reports.iter().filter(|(term, _)| filter.takes_term(Some(*term))).copied().collect();
            self.received += usize::from(!taken.is_empty());
            self.duplicates.extend(duplicate(district, &taken));
        }
        self.expected = self.received + self.missing.len();
    }
}

/// Those reports of one season that share their place in it with another of them.
fn duplicate<'a>(district: &'a Stated<String>, reports: &[(Term, &'a Report)]) -> Option<Duplicate<'a>> {
    let alike =
        |at: usize, term: &Term| reports.iter().enumerate().any(|(i, (other, _))| i != at && other.same_slot(term));
    let mut double =
        reports.iter().enumerate().filter(|(at, (term, _))| alike(*at, term)).map(|(_, pair)| pair).peekable();
    let term = double.peek()?.0;
    Some(Duplicate { slot: Slot { district, term }, sources: double.map(|(_, report)| report.source).collect() })
}
