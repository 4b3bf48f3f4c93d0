//! The priorities of all districts by theme: which several districts share, and which one alone has.

use super::{Assigned, How, Named, Themes};
use crate::corpus::{Corpus, threads};
use crate::form::fold_name;
use crate::report::{Priority, Report, Stated};
use crate::rollup::{Sieve, district};
use crate::source::Text;
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
    /// That report.
    pub report: &'a Report,
    /// The first term it is reported in.
    pub first: Term,
    /// The latest term it is reported in.
    pub latest: Term,
    /// How many reports it stands in.
    pub reports: usize,
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
            let kept: Vec<&(Term, &'a Report, &'a Priority)> = kept.collect();
            let (Some((first, ..)), Some((latest, newest, last))) = (kept.first(), kept.last()) else { continue };
            if !sieve.takes(last) {
                continue;
            }
            let told =
                kept.iter().rev().map(|(_, report, priority)| (*report, *priority, themes.of_priority(priority, form)));
            let stated = |assigned: &[Assigned<'_>]| assigned.iter().any(|one| matches!(one.how, How::Stated(_)));
            // What any of its reports states goes before what words of a later one tell.
            let mut told: Vec<_> = told.filter(|(.., assigned)| !assigned.is_empty()).collect();
            told.sort_by_key(|(.., assigned)| !stated(assigned));
            let (report, priority, assigned) = told.into_iter().next().unwrap_or((*newest, *last, Vec::new()));
            let title = kept.iter().rev().find_map(|(.., priority)| priority.title.as_ref());
            let row = |assigned| Row {
                assigned,
                districts: 0,
                district: named,
                priority,
                title,
                report,
                first: *first,
                latest: *latest,
                reports: kept.len(),
            };
            match assigned.is_empty() {
                true => rows.push(row(None)),
                false => rows.extend(
                    assigned.into_iter().filter(|one| sieve.takes_theme(&one.theme.key())).map(|one| row(Some(one))),
                ),
            }
        }
    }
    spread(&mut rows);
    rows
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
