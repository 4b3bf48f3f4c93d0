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
        latest_share: share(latest_received, latest_due),
        missing,
        missing_left_out,
        not_due: lacking(&[State::NotDue]),
        excused: lacking(&[State::Excused]),
        elsewhere,
        unread,
        in_part,
        in_part_of: by_term(all, |place| place.reports.iter().any(|report| report.cut_short), sources).0,
        twice: twice(all, sources),
        versions: versions(all, sources),
        not_counted: [&all.unexpected, &all.unnamed, &all.unclear].into_iter().flatten().collect::<BTreeSet<_>>().len(),
    }
}

/// How many in a hundred: rounded, but all of them only where none is left, and none only where there is none.
fn share(some: usize, all: usize) -> usize {
    let rounded = (some * 200 + all).checked_div(all * 2).unwrap_or(0);
    match some {
        0 => 0,
        some if some < all => rounded.clamp(1, 99),
        _ => rounded,
    }
}

/// The reports of districts with several for a term that all count.
fn twice(all: &coverage::Coverage<'_>, sources: &Sources) -> Vec<Lacking> {
    let mut twice = by_term(all, |place| place.reports.len() > 1, sources).0;
    twice.reverse();
    twice
}

/// The reports of which there are several versions, one of which counts.
fn versions(all: &coverage::Coverage<'_>, sources: &Sources) -> Vec<Lacking> {
    let versions = all.duplicates.iter().filter(|double| double.counted.is_some()).map(|double| &double.slot);
    named(versions.map(|slot| (slot.term, slot.district.shown(sources)))).0
}

/// The reports that are not there, by term, those of the latest terms; and how many more there are.
fn lacking(all: &coverage::Coverage<'_>, states: &[State], sources: &Sources) -> (Vec<Lacking>, usize) {
    by_term(all, |place| states.contains(&place.state), sources)
}

/// The reports that are meant, in the same way.
fn by_term(
    all: &coverage::Coverage<'_>,
    is_meant: impl Fn(&coverage::Place<'_>) -> bool,
    sources: &Sources,
) -> (Vec<Lacking>, usize) {
    let meant = all.places.iter().filter(|place| is_meant(place));
    named(meant.map(|place| (place.slot.term, place.slot.district.shown(sources))))
}

/// Reports by term, each with the name of its district; and how many more there are of earlier terms.
fn named(reports: impl Iterator<Item = (Term, String)>) -> (Vec<Lacking>, usize) {
    let mut by_term: BTreeMap<Term, Vec<String>> = BTreeMap::new();
    for (term, district) in reports {
        by_term.entry(term).or_default().push(district);
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

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_rounded_but_never_up_to_all() {
        for (some, all, is) in [(2, 3, 67), (1, 3, 33), (199, 200, 99), (1, 300, 1), (0, 4, 0), (4, 4, 100), (0, 0, 0)]
        {
            assert_eq!(share(some, all), is, "{some} of {all}");
        }
    }
}
