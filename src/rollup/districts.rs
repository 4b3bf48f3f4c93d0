//! One row for each district, and for each that was to report and has not.

use super::coverage::{Name, State};
use super::follow_through::{self, Plan};
use super::reasons::Reasons;
use super::{Count, Coverage, Kept, Sieve, district};
use crate::corpus::Corpus;
use crate::form::fold_name;
use crate::report::Report;
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A district.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its name as its latest report states it, or as the authority does where there is none; `None` for the reports that
    /// name no district, together.
    pub district: Option<Name<'a>>,
    /// The term of its latest report, if that is clear.
    pub latest: Option<Term>,
    /// Its latest report, if there is any.
    pub report: Option<&'a Report>,
    /// Priorities in its latest report; of the reports without a district, in all of them.
    pub priorities: usize,
    /// How many reports it misses.
    pub missing: usize,
    /// What came of what the report before planned, in the latest, or in any of several of that term; if there are both.
    pub plan: Option<Plan<'a>>,
    /// What its reports hold.
    pub count: Count,
}

/// The districts by name, and last the reports that name none.
pub(super) fn rows<'a>(
    kept: &[Kept<'a>],
    coverage: &Coverage<'a>,
    corpus: &'a Corpus,
    sieve: &Sieve<'_>,
    reasons: &Reasons<'_>,
) -> Vec<Row<'a>> {
    let mut by_name: BTreeMap<(bool, String), Vec<&Kept<'a>>> = BTreeMap::new();
    for one in kept {
        let name = one.report.district().map(fold_name);
        by_name.entry((name.is_none(), name.unwrap_or_default())).or_default().push(one);
    }
    let mut missing: BTreeMap<String, (Name<'a>, usize)> = BTreeMap::new();
    for place in coverage.places.iter().filter(|place| matches!(place.state, State::Missing | State::Overdue)) {
        let name = place.slot.district;
        missing.entry(name.folded()).or_insert((name, 0)).1 += 1;
    }
    // One that has reported, if on other priorities than are asked for, has no row.
    let there = corpus.reports().iter().filter(|report| sieve.filter.takes(report, sieve.form));
    let heard: BTreeSet<String> = there.filter_map(Report::district).map(fold_name).collect();
    for name in missing.keys().filter(|name| !heard.contains(*name)) {
        by_name.entry((false, name.clone())).or_default();
    }
    let latest = follow_through::latest(corpus, sieve, reasons);
    let mut plans: HashMap<String, Plan<'a>> =
        latest.into_iter().map(|(district, plan)| (fold_name(district), plan)).collect();
    let row = |((_, name), reports): ((bool, String), Vec<&Kept<'a>>)| {
        let missing = missing.get(&name).copied();
        let mut row = row(reports, missing.map(|(name, _)| name), sieve);
        row.missing = missing.map_or(0, |(_, missing)| missing);
        row.plan = plans.remove(&name);
        row
    };
    by_name.into_iter().map(row).collect()
}

fn row<'a>(mut reports: Vec<&Kept<'a>>, told: Option<Name<'a>>, sieve: &Sieve<'_>) -> Row<'a> {
    reports.sort_by_key(|one| one.term);
    let last = reports.last();
    let named = last.and_then(|last| district(last.report)).map(Name::Stated);
    let taken = |report: &Report| report.priorities.iter().filter(|priority| sieve.takes(priority)).count();
    let priorities = match (named, last) {
        (Some(_), Some(last)) => taken(last.report),
        _ => reports.iter().map(|one| taken(one.report)).sum(),
    };
    Row {
        district: named.or(told.filter(|_| reports.is_empty())),
        latest: last.and_then(|last| last.term),
        report: last.map(|last| last.report),
        priorities,
        missing: 0,
        plan: None,
        count: Count::of(&reports, sieve),
    }
}
