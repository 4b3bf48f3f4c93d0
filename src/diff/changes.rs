//! Which reports changed between two states of a folder, and which earlier report each is compared with: what it was, a
//! second report of its term, or the district's report before it. It pairs them; `compare` says what came of it.

use super::Comparison;
use crate::corpus::Corpus;
use crate::form::fold_name;
use crate::report::Report;
use crate::source::Sources;
use std::collections::HashSet;

/// Which reports changed, and what each is compared with.
#[derive(Debug)]
pub struct Changes {
    /// The earlier and the later report.
    pub pairs: Vec<Pair>,
    /// New reports of districts that have none before them.
    pub first: Vec<Report>,
    /// Reports that are there no more.
    pub gone: Vec<Report>,
}

/// A report that changed, and the one that it is compared with.
#[derive(Debug)]
pub struct Pair {
    /// The earlier report.
    pub earlier: Report,
    /// The one that changed.
    pub later: Report,
    /// What the earlier one is to it.
    pub beside: Beside,
}

/// What the earlier report is to the later one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    /// What it was before it was edited.
    Itself,
    /// Another report of the same term, which stands there still.
    Twin,
    /// The district's report before it: the later one is new.
    Before,
}

impl Changes {
    /// Pairs the reports of files whose names begin with `prefix`, as they were, with those of the others, as they are; those
    /// of the files in `unchanged` are looked at and not told of.
    #[must_use]
    pub fn of(corpus: &Corpus, sources: &Sources, prefix: &str, unchanged: &HashSet<&str>) -> Changes {
        let name = |report: &Report| sources.name(report.source);
        let (old, new): (Vec<Report>, Vec<Report>) =
            corpus.reports().iter().cloned().partition(|report| name(report).starts_with(prefix));
        let in_one_file = |a: &Report, b: &Report| name(a).strip_prefix(prefix) == Some(name(b));
        let in_one_term = |a: &Report, b: &Report| match (a.district(), b.district(), a.term(), b.term()) {
            (Some(a), Some(b), Some(before), Some(after)) => Some(fold_name(a) == fold_name(b) && before == after),
            _ => None,
        };
        let is_one = |a: &Report, b: &Report| in_one_term(a, b).unwrap_or(in_one_file(a, b) && a.number == b.number);
        let gone: Vec<Report> = old.iter().filter(|old| !new.iter().any(|new| is_one(old, new))).cloned().collect();
        // One that gave way to the next in the same file is still the report before it.
        let corpus = Corpus::new(gone.iter().chain(&new).cloned().collect());
        let mut changes = Changes { pairs: Vec::new(), first: Vec::new(), gone };
        let steps = corpus.steps();
        for report in new.iter().filter(|report| !unchanged.contains(name(report))) {
            let is = |other: &Report| other.source == report.source && other.number == report.number;
            let was = || {
                let mut was = old.iter().filter(|old| is_one(old, report));
                was.clone().find(|old| in_one_file(old, report)).or_else(|| was.next())
            };
            let twin = || {
                let mut there = new.iter().filter(|other| unchanged.contains(name(other)));
                there.find(|other| in_one_term(other, report) == Some(true))
            };
            let before = || steps.iter().find(|step| is(step.later)).map(|step| step.earlier);
            let beside = |beside| move |earlier: &Report| (earlier.clone(), beside);
            let found = was().map(beside(Beside::Itself)).or_else(|| twin().map(beside(Beside::Twin)));
            match found.or_else(|| before().map(beside(Beside::Before))) {
                Some((earlier, beside)) => changes.pairs.push(Pair { earlier, later: report.clone(), beside }),
                None => changes.first.push(report.clone()),
            }
        }
        changes
    }

    /// The comparisons that tell of a change: a report that is new is one, whatever it says.
    pub fn to_tell<'c, 'r>(
        &'c self,
        comparisons: &'c [Comparison<'r>],
    ) -> impl Iterator<Item = (&'c Pair, &'c Comparison<'r>)> {
        let is_told = |(pair, comparison): &(&Pair, &Comparison<'_>)| {
            pair.beside != Beside::Itself || !comparison.is_same() || pair.earlier.term() != pair.later.term()
        };
        self.pairs.iter().zip(comparisons).filter(is_told)
    }
}
