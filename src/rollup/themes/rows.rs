//! The priorities of all districts by theme: which several districts share, and which one alone has.

use super::{Assigned, How, Named, Themes};
use crate::corpus::{Corpus, threads};
use crate::form::{Form, fold_name};
use crate::report::{Priority, Stated};
use crate::rollup::{Sieve, district};
use crate::source::{Span, Text};
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

/// A priority of a district, and one of the themes it belongs to.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The theme, and how it is known; `None` for a priority that has none.
    pub assigned: Option<Assigned<'a>>,
    /// In how many districts the theme is found.
    pub districts: usize,
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The priority in the latest report that tells of its themes.
    pub priority: &'a Priority,
    /// Its latest title, if one could be told.
    pub title: Option<&'a Text>,
    /// The first term it is reported in.
    pub first: Term,
    /// The latest term it is reported in.
    pub latest: Term,
    /// How many reports it stands in.
    pub reports: usize,
}

impl Row<'_> {
    /// Where the theme is told: in an outcome, else where the priority begins.
    #[must_use]
    pub fn place(&self) -> Span {
        match self.assigned.as_ref().map(|one| &one.how) {
            Some(How::Outcome(_, outcome)) => outcome.span,
            Some(How::Stated(_) | How::Title(_)) | None => self.priority.span,
        }
    }
}

/// The priorities by theme, those of most districts first, and last those without one.
pub(in crate::rollup) fn rows<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>) -> Vec<Row<'a>> {
    let Sieve { filter, form, .. } = *sieve;
    let themes = Themes::of(form);
    let mut rows: Vec<Row<'a>> = Vec::new();
    for series in corpus.series().into_iter().filter(|series| filter.takes_district(Some(series.district), form)) {
        let Some(named) = series.reports.last().and_then(|(_, report)| district(report)) else { continue };
        for thread in threads(&series, form) {
            let kept = thread.priorities.iter().filter(|(term, ..)| filter.takes_term(Some(*term)));
            let kept: Vec<(Term, &'a Priority)> = kept.map(|(term, _, priority)| (*term, *priority)).collect();
            let (Some((first, _)), Some((latest, last))) = (kept.first(), kept.last()) else { continue };
            if !sieve.takes(last) {
                continue;
            }
            let (priority, assigned) = told(&kept, &themes, form).unwrap_or((*last, Vec::new()));
            let row = |assigned| Row {
                assigned,
                districts: 0,
                district: named,
                priority,
                title: kept.iter().rev().find_map(|(_, priority)| priority.title.as_ref()),
                first: *first,
                latest: *latest,
                reports: kept.len(),
            };
            if assigned.is_empty() {
                rows.push(row(None));
            }
            let wanted = assigned.into_iter().filter(|one| sieve.takes_theme(&one.theme.key()));
            rows.extend(wanted.map(|one| row(Some(one))));
        }
    }
    spread(&mut rows);
    rows
}

/// The themes of a priority over its reports, and the latest that tells of them. What any of them states goes before what
/// words of a later one tell.
pub(in crate::rollup) fn told<'a>(
    kept: &[(Term, &'a Priority)],
    themes: &Themes,
    form: &Form,
) -> Option<(&'a Priority, Vec<Assigned<'a>>)> {
    let told = kept.iter().rev().map(|(_, priority)| (*priority, themes.of_priority(priority, form)));
    let mut told: Vec<_> = told.filter(|(_, assigned)| !assigned.is_empty()).collect();
    told.sort_by_key(|(_, assigned)| !assigned.iter().any(|one| matches!(one.how, How::Stated(_))));
    told.into_iter().next()
}

/// Counts the districts of each theme, and puts the themes of most districts first.
fn spread(rows: &mut [Row<'_>]) {
    let mut districts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let key = |row: &Row<'_>| row.assigned.as_ref().map(|assigned| assigned.theme.key());
    for row in rows.iter() {
        if let Some(theme) = key(row) {
            districts.entry(theme).or_default().insert(fold_name(&row.district.value));
        }
    }
    for row in rows.iter_mut() {
        row.districts = key(row).and_then(|theme| districts.get(&theme)).map_or(0, BTreeSet::len);
    }
    group(rows);
}

/// Puts the rows of each theme together, those of most districts first, those without a theme last.
pub(in crate::rollup) fn group(rows: &mut [Row<'_>]) {
    rows.sort_by_cached_key(|row| {
        let theme = row.assigned.as_ref().map(|assigned| assigned.theme.key());
        (theme.is_none(), std::cmp::Reverse(row.districts), theme)
    });
}

/// A theme over all districts.
#[derive(Clone, Debug)]
pub struct Spread<'r, 'a> {
    /// The theme.
    pub theme: &'r Named<'a>,
    /// The districts that have it, each once.
    pub districts: Vec<&'a Stated<String>>,
    /// How many priorities belong to it.
    pub priorities: usize,
}

/// The themes of rows that stand in order, each with its districts.
#[must_use]
pub fn themes<'r, 'a>(rows: &'r [Row<'a>]) -> Vec<Spread<'r, 'a>> {
    let key = |row: &Row<'_>| row.assigned.as_ref().map(|assigned| assigned.theme.key());
    let same = |a: &Row<'_>, b: &Row<'_>| key(a) == key(b);
    let of = |rows: &'r [Row<'a>]| {
        let theme = &rows.first()?.assigned.as_ref()?.theme;
        let mut districts: Vec<&'a Stated<String>> = rows.iter().map(|row| row.district).collect();
        let mut seen = BTreeSet::new();
        districts.retain(|name| seen.insert(fold_name(&name.value)));
        Some(Spread { theme, districts, priorities: rows.len() })
    };
    rows.chunk_by(same).filter_map(of).collect()
}
