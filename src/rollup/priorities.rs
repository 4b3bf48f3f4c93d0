//! One row for each priority of a district, over its terms.
//!
//! Threads are drawn over all reports of the district, so that a filter never parts a priority from what
//! became of it; each row then tells of the reports that the filter takes.

use super::{Filter, district};
use crate::align::continued;
use crate::corpus::{Corpus, Series, Thread, threads};
use crate::form::{Form, Status, fold};
use crate::report::{Priority, Stated};
use crate::source::Text;
use crate::term::Term;

/// A priority over its terms.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The latest title, if one could be told.
    pub title: Option<&'a Text>,
    /// Other titles that it had before, the oldest first.
    pub earlier_titles: Vec<&'a Text>,
    /// The latest id.
    pub id: Option<&'a Stated<String>>,
    /// The first term it is reported in.
    pub first: Term,
    /// The latest term it is reported in.
    pub latest: Term,
    /// How many reports it stands in.
    pub reports: usize,
    /// The latest status that is stated.
    pub status: Option<Status>,
    /// The latest receiver that is stated.
    pub receiver: Option<&'a Text>,
    /// How it ended; `None` while it goes on.
    pub end: Option<End>,
    /// The priority of a later report that says it carries this one on, beside another.
    pub into: Option<&'a Priority>,
}

/// How a priority ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Its last report says so, or (merged) the next one of its district does.
    Stated(Status),
    /// The district's latest report is of a later term, and does not hold it.
    Unreported,
}

/// The priorities by district, in the order in which they begin.
pub(super) fn rows<'a>(corpus: &'a Corpus, form: &Form, filter: &Filter) -> Vec<Row<'a>> {
    let series = corpus.series().into_iter().filter(|series| filter.takes_district(Some(series.district), form));
    series.flat_map(|series| of_district(&series, form, filter)).collect()
}

fn of_district<'a>(series: &Series<'a>, form: &Form, filter: &Filter) -> Vec<Row<'a>> {
    let named = series.reports.last().and_then(|(_, report)| district(report));
    let latest = series.reports.iter().rev().map(|(term, _)| *term).find(|term| filter.takes_term(Some(*term)));
    let (Some(named), Some(latest)) = (named, latest) else { return Vec::new() };
    let threads = threads(series, form);
    let carried = |thread: &Thread<'a>| carried_on(thread, series);
    threads.iter().filter_map(|thread| row(named, thread, latest, filter, carried(thread))).collect()
}

/// The priority of the district's next report that names the thread's last one in `continues`. It has a
/// thread of its own, drawn from another priority that it names.
fn carried_on<'a>(thread: &Thread<'a>, series: &Series<'a>) -> Option<&'a Priority> {
    let (term, _, last) = thread.priorities.last()?;
    let (_, next) = series.reports.iter().find(|(later, _)| later > term && !later.same_slot(term))?;
    let named = continued(std::slice::from_ref(last), &next.priorities);
    next.priorities.iter().zip(named).find(|(_, earlier)| !earlier.is_empty()).map(|(priority, _)| priority)
}

fn row<'a>(
    district: &'a Stated<String>,
    thread: &Thread<'a>,
    now: Term,
    filter: &Filter,
    into: Option<&'a Priority>,
) -> Option<Row<'a>> {
    let kept: Vec<(Term, &'a Priority)> = thread
        .priorities
        .iter()
        .filter(|(term, ..)| filter.takes_term(Some(*term)))
        .map(|(term, _, priority)| (*term, *priority))
        .collect();
    let ((first, _), (latest, last)) = (*kept.first()?, *kept.last()?);
    let title = kept.iter().rev().find_map(|(_, priority)| priority.title.as_ref());
    let stated = last.known_status().filter(|status| status.ended()).map(End::Stated);
    let is_gone = now > latest && !now.same_slot(&latest);
    let into = into.filter(|_| is_gone);
    let gone = is_gone.then_some(if into.is_some() { End::Stated(Status::Merged) } else { End::Unreported });
    Some(Row {
        district,
        title,
        earlier_titles: other_titles(&kept, title),
        id: kept.iter().rev().find_map(|(_, priority)| priority.id()),
        first,
        latest,
        reports: kept.len(),
        status: kept.iter().rev().find_map(|(_, priority)| priority.known_status()),
        receiver: kept.iter().rev().find_map(|(_, priority)| priority.receiver()),
        end: stated.or(gone),
        into,
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
