//! One row for each statement: the long form, for tables and notebooks.
//!
//! A statement is one row with its nested items folded into its words, so that rows counted by section
//! are the numbers of the other views.

use super::{Kept, Sieve, district};
use crate::form::{SectionId, fold_name};
use crate::report::{Stated, Statement};
use crate::source::{Sources, Text};
use crate::term::Term;
use std::collections::BTreeMap;

/// A statement.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The district as its latest report states it, if this one names it.
    pub district: Option<&'a Stated<String>>,
    /// The term, if its report states a clear one.
    pub term: Option<Term>,
    /// The title of its priority, if one could be told.
    pub priority: Option<&'a Text>,
    /// Its section.
    pub section: SectionId,
    /// The statement.
    pub statement: &'a Statement,
}

/// The statements by district and term, then as they stand; those without a district come last.
pub(super) fn rows<'a>(kept: &[Kept<'a>], sieve: &Sieve<'_>) -> Vec<Row<'a>> {
    let mut by_name: BTreeMap<(bool, String), Vec<&Kept<'a>>> = BTreeMap::new();
    for one in kept {
        let name = one.report.district().map(fold_name);
        by_name.entry((name.is_none(), name.unwrap_or_default())).or_default().push(one);
    }
    let mut rows = Vec::new();
    for mut reports in by_name.into_values() {
        reports.sort_by_key(|one| one.term);
        let named = reports.last().and_then(|one| district(one.report));
        reports.sort_by_key(|one| one.term.is_none());
        rows.extend(reports.into_iter().flat_map(|one| of_report(named, one, sieve)));
    }
    rows
}

fn of_report<'a>(
    named: Option<&'a Stated<String>>,
    one: &Kept<'a>,
    sieve: &Sieve<'_>,
) -> impl Iterator<Item = Row<'a>> {
    let term = one.term;
    let passages = one
        .report
        .priorities
        .iter()
        .filter(|p| sieve.takes(p))
        .flat_map(|p| p.passages.iter().map(move |passage| (p, passage)));
    passages.filter(|(_, passage)| !passage.is_empty()).flat_map(move |(priority, passage)| {
        passage.statements.iter().map(move |statement| Row {
            district: named,
            term,
            priority: priority.title.as_ref(),
            section: passage.section,
            statement,
        })
    })
}

/// The words of a statement with its nested items: "visited schools: six primaries; two academies".
#[must_use]
pub fn words(statement: &Statement, sources: &Sources) -> String {
    let own = sources.words(&statement.text);
    let nested: Vec<String> = statement.children().iter().map(|child| words(child, sources)).collect();
    if nested.is_empty() {
        return own;
    }
    let own = own.trim_end();
    let colon = if own.ends_with(['.', ':', ';', ',', '!', '?', '\u{2013}', '\u{2014}']) { "" } else { ":" };
    format!("{own}{colon} {}", nested.join("; "))
}
