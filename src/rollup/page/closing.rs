//! What a rollup comes to: the last line on a terminal, where the first has left the screen by then.

use super::many;
use crate::rollup::coverage::State;
use crate::rollup::{Rollup, Rows};

/// Whom to ask for what, counted; `None` but for the districts.
pub(super) fn closing(rollup: &Rollup<'_>) -> Option<String> {
    let Rows::Districts(rows) = &rollup.rows else { return None };
    let coverage = &rollup.coverage;
    let lacking = |state: State| coverage.places.iter().filter(|place| place.state == state).count();
    let plans = || rows.iter().filter_map(|row| row.plan.as_ref());
    let unmatched = plans().map(|plan| plan.unmatched().count()).sum();
    let counts = [
        (lacking(State::Overdue), "report", " overdue"),
        (lacking(State::Missing), "report", " missing"),
        (coverage.unreadable.len(), "file", " not read"),
        (coverage.cut_short.len(), "report", " read in part"),
        (coverage.misspelt.len(), "name", " that may be misspelt"),
        (unmatched, "planned statement", " without a matching activity"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, noun, what)| many(count, noun) + what)
        .collect();
    let said = match told.split_last() {
        None if plans().next().is_some() => {
            "Nobody is missing, and something is told of all that was planned.".to_owned()
        }
        None => "Nobody is missing.".to_owned(),
        Some((only, [])) => format!("To follow up: {only}."),
        Some((last, rest)) => format!("To follow up: {} and {last}.", rest.join(", ")),
    };
    Some(format!("What termwise lint finds, --view findings lists. {said}"))
}
