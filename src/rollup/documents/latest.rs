//! What the latest term of a paper holds: where each priority stands, what was done, what is planned next.

use super::chosen::{Candidate, chosen, chosen_beside};
use super::gathered::{From, One};
use super::records::{Chosen, Priority};
use super::{MOST, slot};
use crate::follow::tells_done;
use crate::form::Role;
use crate::report::Statement;
use crate::rollup::follow_through::{Came, Plan};
use crate::rollup::life::What;
use crate::term::Term;
use std::collections::HashSet;

/// Where each priority of the latest term stands, and how many of them are left out.
pub(super) fn status(all: &[One<'_>], last: Option<Term>, from: &From<'_, '_>) -> (Vec<Priority>, usize) {
    let mut meant: Vec<(usize, &One<'_>)> = (0..).zip(all).filter(|(_, one)| is_of(one, last, from)).collect();
    let left_out = meant.len().saturating_sub(MOST.status);
    meant.sort_by_key(|(at, one)| (!one.has_changed(), *at));
    meant.truncate(MOST.status);
    meant.sort_by_key(|(at, _)| *at);
    (meant.into_iter().map(|(_, one)| one.record(from)).collect(), left_out)
}

/// Whether a priority is one of the latest term: its report holds it, or it ended there, or no report has come that could.
fn is_of(one: &One<'_>, last: Option<Term>, from: &From<'_, '_>) -> bool {
    let is_last = |term: Term| Some(slot(term, from.form)) == last;
    let ended = |what: What| matches!(what, What::Merged | What::Split | What::Dropped);
    is_last(one.row.latest)
        || one.row.life.iter().any(|event| ended(event.what) && is_last(event.term))
        || one.row.end.is_none()
}

/// What the reports of the latest term tell as done, the first statement of each priority before the second.
pub(super) fn done(all: &[One<'_>], plans: &[&Plan<'_>], from: &From<'_, '_>) -> Chosen {
    let open = told(plans, |came| came.open || came.stalled);
    let mut done = of_role(all, Role::Activity, from.last, from);
    done.retain(|one| tells_done(&one.statement.whole()) && !open.contains(&std::ptr::from_ref(one.statement)));
    chosen(done, MOST.done, from)
}

/// What they tell under activity as not done or put off, or so that it is open, but for what tells so of a plan and stands
/// with it.
pub(super) fn put_off(all: &[One<'_>], plans: &[&Plan<'_>], from: &From<'_, '_>) -> Chosen {
    let (mut already, open) = (told(plans, |came| came.stalled), told(plans, |came| came.open));
    let mut put_off = of_role(all, Role::Activity, from.last, from);
    put_off.retain(|one| !tells_done(&one.statement.whole()) || open.contains(&std::ptr::from_ref(one.statement)));
    chosen_beside(&mut already, put_off, MOST.done, from)
}

/// The statements that tell of plans of which this is so.
fn told<'a>(plans: &[&Plan<'a>], is_so: impl Fn(&Came<'a>) -> bool) -> HashSet<*const Statement> {
    let came = plans.iter().flat_map(|plan| &plan.outcomes).filter(|came| is_so(came));
    came.filter_map(|came| came.told).map(|told| std::ptr::from_ref(told.statement)).collect()
}

/// What they plan.
pub(super) fn next(all: &[One<'_>], last: Option<Term>, from: &From<'_, '_>) -> Chosen {
    chosen(of_role(all, Role::Planned, last, from), MOST.done, from)
}

fn of_role<'s>(all: &'s [One<'_>], role: Role, last: Option<Term>, from: &From<'_, '_>) -> Vec<Candidate<'s>> {
    let current: Vec<&One<'_>> = all.iter().filter(|one| Some(slot(one.row.latest, from.form)) == last).collect();
    candidates(&current, role, from)
}

/// What the latest reports of some priorities say, the first statement of each before the second of any.
pub(super) fn candidates<'s>(all: &[&'s One<'_>], role: Role, from: &From<'_, '_>) -> Vec<Candidate<'s>> {
    let mut ranked: Vec<(usize, Candidate<'s>)> = Vec::new();
    for one in all {
        ranked.extend(one.says(from.form, role).enumerate().map(|(rank, statement)| {
            let (district, priority) = (one.district.as_str(), one.title.as_str());
            (rank, Candidate { district, priority, term: one.now.0, statement })
        }));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}
