//! What a paper is based on, as its templates are given it.

use super::records::{Coverage, Lacking};
use crate::rollup::coverage::{self, State};
use crate::source::Sources;
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

/// The most districts that are named of one term, and the most terms.
const NAMED: usize = 12;
const TERMS: usize = 6;

/// What a paper is based on; `latest` is its latest term.
pub(super) fn covered(all: &coverage::Coverage<'_>, latest: Option<Term>, sources: &Sources) -> Coverage {
    let counts = |state: State| matches!(state, State::Received | State::Missing | State::Overdue);
    let mut districts: BTreeMap<String, bool> = BTreeMap::new();
    for place in all.places.iter().filter(|place| counts(place.state)) {
        let there = districts.entry(place.slot.district.folded()).or_default();
        *there |= place.state == State::Received;
    }
    let of_latest = |state: fn(State) -> bool| {
        let meant = all.places.iter().filter(|place| Some(place.slot.term) == latest && state(place.state));
        meant.map(|place| place.slot.district.folded()).collect::<BTreeSet<String>>().len()
    };
    let latest_due = of_latest(|state| matches!(state, State::Received | State::Missing | State::Overdue));
    let latest_received = of_latest(|state| state == State::Received);
    let lacking = |states: &[State]| lacking(all, states, sources).0;
    let (missing, missing_left_out) = self::lacking(all, &[State::Missing, State::Overdue], sources);
    let unread = all.unreadable.len() + all.other_files.len();
    let in_part = all.cut_short.len();
    let elsewhere = lacking(&[State::LeftOut]);
    Coverage {
        due: all.due,
        received: all.received,
        complete: all.missing.is_empty() && unread == 0 && in_part == 0 && elsewhere.is_empty(),
        districts: districts.len(),
        districts_received: districts.values().filter(|there| **there).count(),
        latest_due,
        latest_received,
        latest_share: (latest_received * 100).checked_div(latest_due).unwrap_or(0),
        missing,
        missing_left_out,
        not_due: lacking(&[State::NotDue]),
        excused: lacking(&[State::Excused]),
        elsewhere,
        unread,
        in_part,
        twice: twice(all, sources),
        not_counted: [&all.unexpected, &all.unnamed, &all.unclear].into_iter().flatten().collect::<BTreeSet<_>>().len(),
    }
}

/// The reports of districts with several for a term that all count.
fn twice(all: &coverage::Coverage<'_>, sources: &Sources) -> Vec<Lacking> {
    let mut by_term: BTreeMap<Term, Vec<String>> = BTreeMap::new();
    for place in all.places.iter().filter(|place| place.reports.len() > 1) {
        by_term.entry(place.slot.term).or_default().push(place.slot.district.shown(sources));
    }
    let of_term = |(term, mut districts): (Term, Vec<String>)| {
        let left_out = districts.len().saturating_sub(NAMED);
        districts.truncate(NAMED);
        Lacking { term: term.to_string(), districts, left_out }
    };
    by_term.into_iter().rev().take(TERMS).map(of_term).collect()
}

/// The reports that are not there, by term, those of the latest terms; and how many more there are.
fn lacking(all: &coverage::Coverage<'_>, states: &[State], sources: &Sources) -> (Vec<Lacking>, usize) {
    let mut by_term: BTreeMap<Term, Vec<String>> = BTreeMap::new();
    for place in all.places.iter().filter(|place| states.contains(&place.state)) {
        by_term.entry(place.slot.term).or_default().push(place.slot.district.shown(sources));
    }
    let of_term = |(term, mut districts): (Term, Vec<String>)| {
        let left_out = districts.len().saturating_sub(NAMED);
        districts.truncate(NAMED);
        Lacking { term: term.to_string(), districts, left_out }
    };
    let earlier = by_term.len().saturating_sub(TERMS);
    let left_out = by_term.values().take(earlier).map(Vec::len).sum();
    (by_term.into_iter().skip(earlier).map(of_term).collect(), left_out)
}
