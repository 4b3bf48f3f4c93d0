//! One row for each district.

use super::coverage::{Name, State};
use super::follow_through::{self, Plan};
use super::{Count, Coverage, Kept, Sieve, district};
use crate::corpus::Corpus;
use crate::form::fold_name;
use crate::report::{Report, Stated};
use crate::term::Term;
use std::collections::{BTreeMap, HashMap};

/// A district.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its name as its latest report states it; `None` for the reports that name no district, together.
    pub district: Option<&'a Stated<String>>,
    /// The term of its latest report, if that is clear.
    pub latest: Option<Term>,
    /// Its latest report.
    pub report: &'a Report,
    /// Priorities in its latest report; of the reports without a district, in all of them.
    pub priorities: usize,
    /// How many reports it misses.
    pub missing: usize,
    /// What came in its latest report of what the one before planned, if there is one.
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
) -> Vec<Row<'a>> {
    let mut by_name: BTreeMap<(bool, String), Vec<&Kept<'a>>> = BTreeMap::new();
    for one in kept {
        let name = one.report.district().map(fold_name);
        by_name.entry((name.is_none(), name.unwrap_or_default())).or_default().push(one);
    }
    let mut missing: HashMap<String, usize> = HashMap::new();
    for place in coverage.places.iter().filter(|place| matches!(place.state, State::Missing | State::Overdue)) {
        let name = match place.slot.district {
            Name::Stated(stated) => fold_name(&stated.value),
            Name::Told(name) => fold_name(name),
        };
        *missing.entry(name).or_default() += 1;
    }
    let mut plans: HashMap<*const Report, Plan<'a>> = HashMap::new();
    for row in follow_through::latest(corpus, sieve) {
        plans.extend(row.plan.map(|plan| (std::ptr::from_ref(row.report), plan)));
    }
    let row = |((_, name), reports): ((bool, String), Vec<&Kept<'a>>)| {
        let mut row = row(reports, sieve)?;
        row.missing = missing.get(&name).copied().unwrap_or(0);
        row.plan = plans.remove(&std::ptr::from_ref(row.report));
        Some(row)
    };
    by_name.into_iter().filter_map(row).collect()
}

fn row<'a>(mut reports: Vec<&Kept<'a>>, sieve: &Sieve<'_>) -> Option<Row<'a>> {
    reports.sort_by_key(|one| one.term);
    let last = reports.last()?;
    let named = district(last.report);
    let taken = |report: &Report| report.priorities.iter().filter(|priority| sieve.takes(priority)).count();
    let all = reports.iter().map(|one| taken(one.report)).sum();
    Some(Row {
        district: named,
        latest: last.term,
        report: last.report,
        priorities: if named.is_some() { taken(last.report) } else { all },
        missing: 0,
        plan: None,
        count: Count::of(&reports, sieve),
    })
}
