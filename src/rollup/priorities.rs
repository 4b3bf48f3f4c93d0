//! One row for each priority of a district, over its terms.
//!
//! Threads are drawn over all reports of the district, so that a filter never parts a priority from what
//! became of it: each row tells of all reports of the priority up to the latest that the filter takes. A priority has a
//! row if any of these reports holds it, or if something happened to it in the term of one: it was dropped, for example.

use super::life::{Event, Life, What, lives};
use super::reasons::Reasons;
use super::{Filter, Sieve, district};
use crate::corpus::{Corpus, Series, Thread, threads};
use crate::form::{Status, fold};
use crate::report::{Priority, Report, Stated};
use crate::source::{Span, Text};
use crate::term::Term;

/// A priority over its terms.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The latest title, if one could be told.
    pub title: Option<&'a Text>,
    /// Where the latest of its reports has it.
    pub place: Span,
    /// Other titles that it had before, the oldest first.
    pub earlier_titles: Vec<&'a Text>,
    /// The latest id.
    pub id: Option<&'a Stated<String>>,
    /// The first term it is reported in.
    pub first: Term,
    /// The latest term it is reported in.
    pub latest: Term,
    /// How many reports it stands in, up to the latest term that the filter takes.
    pub reports: usize,
    /// What each of them says of it, the earliest first; never empty.
    pub said: Vec<(Term, &'a Report, &'a Priority)>,
    /// The status that the latest report states.
    pub status: Option<Status>,
    /// The receiver that the latest report states.
    pub receiver: Option<&'a Text>,
    /// How it ended; `None` while it goes on.
    pub end: Option<End>,
    /// The priority of a later report that says it carries this one on, beside another; the first of several.
    pub into: Option<&'a Priority>,
    /// What happened to it, up to the latest term that the filter takes, the earliest first.
    pub life: Vec<Event<'a>>,
}

/// How a priority ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Its last report says so, or (merged, split) the next one of its district does.
    Stated(Status),
    /// The district's latest report is of a later term, and does not hold it.
    Unreported,
}

impl Row<'_> {
    /// The terms of its reports, and the status that each states.
    pub fn stands(&self) -> impl Iterator<Item = (Term, Option<Status>)> {
        self.said.iter().map(|(term, _, priority)| (*term, priority.known_status()))
    }
}

/// The priorities by district, in the order in which they begin.
pub(super) fn rows<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>, reasons: &Reasons<'_>) -> Vec<Row<'a>> {
    let Sieve { filter, form, .. } = *sieve;
    let series = corpus.series().into_iter().filter(|series| filter.takes_district(Some(series.district), form));
    series.flat_map(|series| of_district(&series, sieve, reasons)).collect()
}

fn of_district<'a>(series: &Series<'a>, sieve: &Sieve<'_>, reasons: &Reasons<'_>) -> Vec<Row<'a>> {
    let Sieve { filter, form, .. } = *sieve;
    let named = series.reports.last().and_then(|(_, report)| district(report));
    let latest = series.reports.iter().rev().map(|(term, _)| *term).find(|term| filter.takes_term(Some(*term)));
    let (Some(named), Some(latest)) = (named, latest) else { return Vec::new() };
    let threads = threads(series, form);
    let mut lives = lives(series, &threads, form);
    for (life, thread) in lives.iter_mut().zip(&threads) {
        let Some((.., last)) = thread.priorities.last() else { continue };
        for event in life.events.iter_mut().filter(|event| event.what == What::Dropped) {
            let of_term = series.reports.iter().filter(|(term, _)| *term == event.term);
            event.reason = of_term.filter_map(|(_, report)| reasons.of(report, last)).next().map(str::to_owned);
        }
    }
    let taken = threads.iter().zip(lives).filter(|(thread, _)| thread_is_taken(thread, latest, sieve));
    let mut rows: Vec<Row<'a>> = taken.filter_map(|(thread, life)| row(named, thread, life, latest, filter)).collect();
    // What is not found in a report that breaks off may stand in the rest of it.
    let after = |last: Term| series.reports.iter().find(|(term, _)| *term > last && !term.same_slot(&last));
    let is_open = |row: &Row<'_>| after(row.latest).is_some_and(|(_, report)| report.cut_short);
    rows.iter_mut().filter(|row| row.end == Some(End::Unreported) && is_open(row)).for_each(|row| row.end = None);
    rows
}

/// Whether a term is not after the latest that the filter takes.
fn is_by(term: Term, now: Term) -> bool {
    term <= now || term.same_slot(&now)
}

/// Whether the latest of a priority's reports by then has it as it is wanted.
fn thread_is_taken(thread: &Thread<'_>, now: Term, sieve: &Sieve<'_>) -> bool {
    let mut kept = thread.priorities.iter().rev().filter(|(term, ..)| is_by(*term, now));
    sieve.is_open() || kept.next().is_some_and(|(.., priority)| sieve.takes(priority))
}

fn row<'a>(
    district: &'a Stated<String>,
    thread: &Thread<'a>,
    mut life: Life<'a>,
    now: Term,
    filter: &Filter,
) -> Option<Row<'a>> {
    let said: Vec<(Term, &'a Report, &'a Priority)> =
        thread.priorities.iter().filter(|(term, ..)| is_by(*term, now)).copied().collect();
    let kept: Vec<(Term, &'a Priority)> = said.iter().map(|(term, _, priority)| (*term, *priority)).collect();
    life.events.retain(|event| is_by(event.term, now));
    let mut terms = kept.iter().map(|(term, _)| *term).chain(life.events.iter().map(|event| event.term));
    if !terms.any(|term| filter.takes_term(Some(term))) {
        return None;
    }
    let ((first, _), (latest, last)) = (*kept.first()?, *kept.last()?);
    let title = kept.iter().rev().find_map(|(_, priority)| priority.title.as_ref());
    let stated = last.known_status().filter(|status| status.ended()).map(End::Stated);
    let is_gone = now > latest && !now.same_slot(&latest);
    let goes =
        |(term, _): &&(Term, &'a Priority)| is_gone || stated.is_some() && (*term <= now || term.same_slot(&now));
    let into: Vec<&'a Priority> = life.into.iter().filter(goes).map(|(_, priority)| *priority).collect();
    let gone = is_gone.then_some(match into.as_slice() {
        [] => End::Unreported,
        [_] => End::Stated(Status::Merged),
        _ => End::Stated(Status::Split),
    });
    life.events.iter_mut().for_each(|event| event.until = event.until.map(|until| until.min(now)));
    Some(Row {
        district,
        title,
        place: last.span,
        earlier_titles: other_titles(&kept, title),
        id: kept.iter().rev().find_map(|(_, priority)| priority.id()),
        first,
        latest,
        reports: kept.len(),
        said,
        status: last.known_status(),
        receiver: last.receiver(),
        end: stated.or(gone),
        into: into.first().copied(),
        life: life.events,
    })
}

fn other_titles<'a>(kept: &[(Term, &'a Priority)], title: Option<&Text>) -> Vec<&'a Text> {
    let mut seen: Vec<String> = title.map(|title| fold(title.words())).into_iter().collect();
    let mut others = Vec::new();
    for earlier in kept.iter().filter_map(|(_, priority)| priority.title.as_ref()) {
        let folded = fold(earlier.words());
        if !seen.contains(&folded) {
            seen.push(folded);
            others.push(earlier);
        }
    }
    others
}
