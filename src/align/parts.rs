//! What went into another priority, or came out of one, as the outcomes tell.

use super::{Folded, Link, MANY, Part, Profile};
use crate::form::Status;

/// The most pairs of outcomes that are compared: a thousand in each report.
const MANY_OUTCOMES: usize = 1000 * 1000;

/// How much of a priority's outcomes must stand in another for it to be a part of it.
const MOST: f64 = 0.6;

/// The merges and splits that the outcomes tell, beside the links: for each priority that is in none of `links`, the
/// priority of the other report that has most of its outcomes. One that was closed or handed over by its own report's word
/// went nowhere since; one that says it was merged or split does not say into what. A priority of one outcome tells too
/// little, unless its own report says that it was merged, or that of the other that that was split; with more than 90,000 pairs of priorities, or a million of outcomes, none is looked for.
#[must_use]
pub fn parts(earlier: &[Profile<'_>], later: &[Profile<'_>], links: &[Link]) -> Vec<Part> {
    if earlier.len().saturating_mul(later.len()) > MANY {
        return Vec::new();
    }
    let is_elsewhere =
        |one: &Profile<'_>| matches!(one.priority.known_status(), Some(Status::Closed | Status::HandedOver));
    let gone = (0..).zip(earlier).filter(|(_, one)| !is_elsewhere(one)).map(|(at, _)| at);
    let gone = gone.filter(|at| links.iter().all(|link| link.earlier != *at));
    let new = (0..later.len()).filter(|at| links.iter().all(|link| link.later != *at));
    let (gone, new): (Vec<usize>, Vec<usize>) = (gone.collect(), new.collect());
    if gone.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let count = |list: &[Profile<'_>]| list.iter().map(|one| one.each().len()).sum::<usize>();
    if count(earlier).saturating_mul(count(later)) > MANY_OUTCOMES {
        return Vec::new();
    }
    let says = |one: &Profile<'_>, status: Status| one.priority.known_status() == Some(status);
    let merged = gone.into_iter().filter_map(|at| {
        let one = earlier.get(at)?;
        let tells = one.each().len() > 1 || says(one, Status::Merged);
        let (later, sure) = holder(one, later, |_| tells)?;
        Some(Part { earlier: at, later, sure })
    });
    let split = new.into_iter().filter_map(|at| {
        let one = later.get(at)?;
        let (earlier, sure) = holder(one, earlier, |other| one.each().len() > 1 || says(other, Status::Split))?;
        Some(Part { earlier, later: at, sure })
    });
    merged.chain(split).collect()
}

/// Which of the priorities that may be it holds most of the outcomes of this one, and what share of them.
fn holder(priority: &Profile<'_>, others: &[Profile<'_>], may: impl Fn(&Profile<'_>) -> bool) -> Option<(usize, f64)> {
    let outcomes = priority.each();
    if outcomes.is_empty() {
        return None;
    }
    let share = |other: &Profile<'_>| {
        let is_in = |outcome: &&Folded| other.each().iter().any(|other| outcome.likeness(other) >= 0.75);
        outcomes.iter().filter(is_in).count() as f64 / outcomes.len() as f64
    };
    let all = others.iter().enumerate().filter(|(_, other)| may(other)).map(|(at, other)| (at, share(other)));
    let all = all.filter(|(_, share)| *share >= MOST);
    all.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}
