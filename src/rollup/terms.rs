//! One row for each academic year and season.

use super::{Count, Kept, Sieve, season};
use crate::form::fold_name;
use crate::report::Report;
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

/// A term.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Academic year and season; `None` for the reports without a clear term, together.
    pub term: Option<Term>,
    /// Districts that reported.
    pub districts: usize,
    /// Its reports.
    pub reports: Vec<&'a Report>,
    /// Priorities in its reports.
    pub priorities: usize,
    /// What its reports hold.
    pub count: Count,
}

/// The terms in order, and last the reports without a clear one.
pub(super) fn rows<'a>(kept: &[Kept<'a>], sieve: &Sieve<'_>) -> Vec<Row<'a>> {
    let mut by_term: BTreeMap<(bool, Option<Term>), Vec<&Kept<'a>>> = BTreeMap::new();
    for one in kept {
        by_term.entry((one.term.is_none(), one.term.map(season))).or_default().push(one);
    }
    let row = |((_, term), reports): (_, Vec<&Kept<'a>>)| {
        let districts: BTreeSet<String> =
            reports.iter().filter_map(|one| one.report.district()).map(fold_name).collect();
        Row {
            term,
            districts: districts.len(),
            reports: reports.iter().map(|one| one.report).collect(),
            priorities: reports.iter().flat_map(|one| &one.report.priorities).filter(|p| sieve.takes(p)).count(),
            count: Count::of(&reports, sieve),
        }
    };
    by_term.into_iter().map(row).collect()
}
