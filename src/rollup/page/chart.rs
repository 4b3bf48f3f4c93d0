//! What of a rollup is drawn: who has reported, what came of the plans, the lives of priorities and their themes. In bars,
//! one for each district, or for each term where the districts are too many to be told apart.

use super::came::OUTCOMES;
use crate::follow::Outcome;
use crate::form::{Field, Form};
use crate::page::{Bars, Part, Tone};
use crate::report::field_name;
use crate::rollup::coverage::{Coverage, State};
use crate::rollup::follow_through::{Row, all, stalled};
use crate::rollup::{season, shown};
use crate::source::Sources;
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

mod columns;
mod lives;
mod squares;
pub(super) use columns::{column, place_of};
pub(super) use lives::{called, left_out, lives};
pub(super) use squares::{coverage as coverage_grid, themes};

/// What is told, surely or possibly, as not done or put off; it is in no other part of a bar.
const STALLED: &str = "Told as not done";
/// The most bars that can be told apart.
pub(super) const MOST: usize = 40;

pub(super) fn coverage(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> Bars {
    // What is not due yet, or will not come, is not missing.
    let is_due = |state: State| matches!(state, State::Received | State::Missing | State::Overdue);
    let expected = coverage.places.iter().filter(|place| is_due(place.state));
    let expected = expected.map(|place| (place.slot.district.shown(sources), place.slot.term, place.state)).collect();
    let counted = |states: &[State]| {
        let are = |state: State| states.iter().filter(|one| **one == state).count();
        [are(State::Received), are(State::Missing), are(State::Overdue)]
    };
    let districts: BTreeSet<String> = coverage.places.iter().map(|place| place.slot.district.shown(sources)).collect();
    let field = bars_of(districts.len());
    let parts = [("Received", Tone::Good), ("Missing", Tone::Waiting), ("Overdue", Tone::Lacking)];
    // Without a day to ask about nothing is overdue, and what is not there is missing.
    if coverage.as_at.is_some() {
        return drawn("Reports received, missing and overdue", field, parts, expected, counted, form);
    }
    let counted = |states: &[State]| {
        let [received, missing, _] = counted(states);
        [received, missing]
    };
    let parts = [("Received", Tone::Good), ("Missing", Tone::Lacking)];
    drawn("Reports received and missing", field, parts, expected, counted, form)
}

/// By district, where they are few enough, else by term.
pub(super) fn follow_through(rows: &[Row<'_>], form: &Form, sources: &Sources) -> Bars {
    let rows: Vec<&Row<'_>> = rows.iter().collect();
    let districts: BTreeSet<String> =
        rows.iter().filter(|row| row.plan.is_some()).map(|row| shown(row.district, sources)).collect();
    follow_through_by(bars_of(districts.len()), &rows, form, sources)
}

/// What the bars are of so many districts.
fn bars_of(districts: usize) -> Field {
    if districts <= MOST { Field::District } else { Field::Term }
}

pub(super) fn follow_through_by(field: Field, rows: &[&Row<'_>], form: &Form, sources: &Sources) -> Bars {
    let [reported, possible, again, no_match] = OUTCOMES;
    let parts = [
        (reported, Tone::Good),
        (possible, Tone::Unsure),
        (STALLED, Tone::Halted),
        (again, Tone::Waiting),
        (no_match, Tone::Lacking),
    ];
    let plans = rows.iter().filter(|row| row.plan.is_some());
    let plans = plans.map(|row| (shown(row.district, sources), row.term, *row)).collect();
    let counted = |rows: &[&Row<'_>]| {
        let came = all(rows.iter().copied());
        let plain = |outcome| came.iter().filter(|one| one.outcome == outcome && !one.stalled).count();
        let [reported, possible, again, no_match] = Outcome::ALL.map(plain);
        [reported, possible, stalled(&came), again, no_match]
    };
    drawn("What came of what was planned", field, parts, plans, counted, form)
}

/// What is counted of each district, or of each term.
fn drawn<T: Copy, const N: usize>(
    title: &str,
    field: Field,
    parts: [(&str, Tone); N],
    all: Vec<(String, Term, T)>,
    counted: impl Fn(&[T]) -> [usize; N],
    form: &Form,
) -> Bars {
    let mut bars: BTreeMap<(Option<Term>, String), Vec<T>> = BTreeMap::new();
    for (district, term, one) in all {
        let bar = match field {
            Field::District => (None, district),
            _ => (Some(season(term)), season(term).to_string()),
        };
        bars.entry(bar).or_default().push(one);
    }
    let counts: Vec<[usize; N]> = bars.values().map(|all| counted(all)).collect();
    let part = |(at, (name, tone)): (usize, (&str, Tone))| Part {
        name: name.to_owned(),
        tone,
        counts: counts.iter().filter_map(|counts| u64::try_from(*counts.get(at)?).ok()).collect(),
    };
    let parts = parts.into_iter().enumerate().map(part).collect();
    let of = field_name(form, field);
    let title = format!("{title}, by {}", of.to_lowercase());
    let labels = bars.into_keys().map(|(_, name)| name).collect();
    Bars { title, of: of.to_owned(), labels, parts }
}
