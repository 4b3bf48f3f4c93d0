//! One row for each district.

use super::{Count, Kept, district};
use crate::form::{Form, fold_name};
use crate::report::Stated;
use crate::term::Term;
use std::collections::BTreeMap;

/// A district.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its name as its latest report states it; `None` for the reports that name no district, together.
    pub district: Option<&'a Stated<String>>,
    /// The term of its latest report, if that is clear.
    pub latest: Option<Term>,
    /// Priorities in its latest report; of the reports without a district, in all of them.
    pub priorities: usize,
    /// What its reports hold.
    pub count: Count,
}

/// The districts by name, and last the reports that name none.
pub(super) fn rows<'a>(kept: &[Kept<'a>], form: &Form) -> Vec<Row<'a>> {
    let mut by_name: BTreeMap<(bool, String), Vec<&Kept<'a>>> = BTreeMap::new();
    for one in kept {
        let name = one.report.district().map(fold_name);
        by_name.entry((name.is_none(), name.unwrap_or_default())).or_default().push(one);
    }
    by_name.into_values().filter_map(|reports| row(reports, form)).collect()
}

fn row<'a>(mut reports: Vec<&Kept<'a>>, form: &Form) -> Option<Row<'a>> {
    reports.sort_by_key(|one| one.term);
    let last = reports.last()?;
    let named = district(last.report);
    let all = reports.iter().map(|one| one.report.priorities.len()).sum();
    Some(Row {
        district: named,
        latest: last.term,
        priorities: if named.is_some() { last.report.priorities.len() } else { all },
        count: Count::of(&reports, form),
    })
}
