//! One row for each academic year and season.

use super::{Count, Kept, season};
use crate::form::{Form, fold_name};
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

/// A term.
#[derive(Clone, Debug)]
pub struct Row {
    /// Academic year and season; `None` for the reports without a clear term, together.
    pub term: Option<Term>,
    /// Districts that reported.
    pub districts: usize,
    /// Priorities in its reports.
    pub priorities: usize,
    /// What its reports hold.
    pub count: Count,
}

/// The terms in order, and last the reports without a clear one.
pub(super) fn rows(kept: &[Kept<'_>], form: &Form) -> Vec<Row> {
    let mut by_term: BTreeMap<(bool, Option<Term>), Vec<&Kept<'_>>> = BTreeMap::new();
    for one in kept {
        by_term.entry((one.term.is_none(), one.term.map(season))).or_default().push(one);
    }
    let row = |((_, term), reports): (_, Vec<&Kept<'_>>)| {
        let districts: BTreeSet<String> =
            reports.iter().filter_map(|one| one.report.district()).map(fold_name).collect();
        Row {
            term,
            districts: districts.len(),
            priorities: reports.iter().map(|one| one.report.priorities.len()).sum(),
            count: Count::of(&reports, form),
        }
    };
    by_term.into_iter().map(row).collect()
}
