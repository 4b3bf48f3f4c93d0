//! The lives of priorities over the terms: in which reports each stands, and what happened to it.

use super::{column, place_of};
use crate::form::{Form, Status};
use crate::page::{Lives, Moment, Sign};
use crate::rollup::life::{Event, What};
use crate::rollup::page::priority_name;
use crate::rollup::priorities::Row;
use crate::rollup::title;
use crate::source::Sources;
use crate::term::Term;

/// The lives that fall into these terms, each after the words of `named`.
pub(in crate::rollup::page) fn lives(
    of: String,
    rows: &[&Row<'_>],
    terms: &[Term],
    named: impl Fn(&Row<'_>) -> String,
    leaves_out: bool,
    form: &Form,
) -> Lives {
    let rows: Vec<(String, Vec<Moment>)> = rows.iter().map(|row| (named(row), moments(row, terms))).collect();
    // Whether earlier ones are there that were not looked at, nobody knows from these.
    let first = if leaves_out { FIRST_SEEN } else { FIRST };
    let rows: Vec<(String, Vec<Moment>)> =
        rows.into_iter().map(|(name, moments)| (name, since(moments, first))).collect();
    let signs = || rows.iter().flat_map(|(_, moments)| moments).flat_map(|moment| &moment.signs);
    let key = Sign::ALL.into_iter().filter(|sign| signs().any(|(there, _)| there == sign));
    let meant = |sign: Sign| if sign == Sign::There { first } else { meaning(sign) };
    let key = key.map(|sign| (sign, meant(sign).to_owned())).collect();
    let columns = terms.iter().copied().map(column).collect();
    Lives { title: of, of: priority_name(form).to_owned(), columns, rows, key }
}

/// What is said of what the first report of a district holds, and of what the first of those does that were looked at.
const FIRST: &str = "in the first report";
const FIRST_SEEN: &str = "in the first report looked at";

fn since(mut moments: Vec<Moment>, first: &str) -> Vec<Moment> {
    let signs = moments.iter_mut().flat_map(|moment| &mut moment.signs);
    signs.filter(|(sign, _)| *sign == Sign::There).for_each(|(_, said)| first.clone_into(said));
    moments
}

/// Whether nothing of a life falls into these terms.
pub(in crate::rollup::page) fn left_out(row: &Row<'_>, terms: &[Term]) -> bool {
    moments(row, terms).iter().all(|moment| !moment.there && moment.signs.is_empty())
}

/// The title, by which a priority is known.
pub(in crate::rollup::page) fn called(row: &Row<'_>, sources: &Sources) -> String {
    row.title.map_or_else(|| "a priority without a title".to_owned(), |words| title(words, sources))
}

fn moments(row: &Row<'_>, terms: &[Term]) -> Vec<Moment> {
    let mut moments = vec![Moment::default(); terms.len()];
    let mut at = |term: Term, note: &mut dyn FnMut(&mut Moment)| {
        if let Some(moment) = place_of(terms, term).and_then(|place| moments.get_mut(place)) {
            note(moment);
        }
    };
    for event in &row.life {
        if let Some((sign, said)) = sign(event) {
            at(event.term, &mut |moment| add(moment, sign, said));
        }
    }
    for (term, status) in row.stands() {
        at(term, &mut |moment| {
            moment.there = true;
            if status == Some(Status::OnHold) {
                add(moment, Sign::Rests, "on hold");
            }
        });
    }
    if row.end.is_none()
        && let Some(last) = moments.iter_mut().rev().find(|moment| moment.there)
    {
        last.goes_on = true;
    }
    moments
}

/// Two reports of one column may say the same.
fn add(moment: &mut Moment, sign: Sign, said: &str) {
    if !moment.signs.iter().any(|(_, known)| known == said) {
        moment.signs.push((sign, said.to_owned()));
    }
}

/// What an event is drawn as, and what it is called in the table. Where a priority is away, the gap says so.
fn sign(event: &Event<'_>) -> Option<(Sign, &'static str)> {
    Some(match event.what {
        What::First => (Sign::There, FIRST),
        What::Opened => (Sign::Begins, "first reported"),
        What::SplitOff => (Sign::Parts, "split off"),
        What::Resumed => (Sign::Resumes, "taken up again"),
        What::Retitled if event.doubtful => (Sign::Renamed, "perhaps retitled"),
        What::Retitled => (Sign::Renamed, "retitled"),
        What::TookIn => (Sign::Joins, "took in another"),
        What::Split => (Sign::Parts, "split"),
        What::Merged => (Sign::Joins, "merged"),
        What::HandedOver => (Sign::Passes, "handed over"),
        What::Closed => (Sign::Ends, "closed"),
        What::Dropped if event.named.is_some() && !event.doubtful => (Sign::Lost, "only named"),
        What::Dropped => (Sign::Lost, "no longer reported"),
        What::Away => return None,
    })
}

/// What a sign says in the key.
fn meaning(sign: Sign) -> &'static str {
    match sign {
        Sign::There => FIRST,
        Sign::Begins => "first reported",
        Sign::Renamed => "retitled",
        Sign::Rests => "on hold",
        Sign::Resumes => "taken up again",
        Sign::Joins => "merged",
        Sign::Parts => "split",
        Sign::Passes => "handed over",
        Sign::Ends => "closed",
        Sign::Lost => "no longer reported",
    }
}
