//! A priority of the report before is missing, and nothing says what became of it.
//!
//! Readers ask of a priority that is gone whether it succeeded, failed or was forgotten, and who looks after it now. One
//! term with a status that ends it (closed, handed over, merged, split) answers that for good.
//!
//! A priority counts as there where it has the same id, title or outcomes, where another says that it continues it, and
//! where its title is named anywhere in the report.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ## Priority: Calmer lunchtimes
//! Id: lunchtimes
//! ### Intended outcomes
//! - Fewer pupils are sent home after a lunchtime
//! ### Activity last period
//! - Opened a quiet room at Oxmere Juniors on 4 March 2024
//! ### Planned activity next period
//! - Train the lunchtime staff of both juniors by 3 May 2024
//! ### Impact so far
//! - Suspensions after lunch fell from 14 to 8 a term
//! ### Exit strategy
//! - The heads' forum takes the quiet rooms on from September 2024
//!
//! ## Priority: Increasing attendance
//! ```
//!
//! ```markdown bad file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! ```
//!
//! ```markdown good file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ## Priority: Calmer lunchtimes
//! Status: closed
//! ### Intended outcomes
//! - Fewer pupils are sent home after a lunchtime
//! ### Activity last period
//! - Opened a quiet room at Oxmere Juniors on 4 March 2024
//! ### Impact so far
//! - Suspensions after lunch fell from 14 to 8 a term
//! ### Exit strategy
//! - The heads' forum takes the quiet rooms on from September 2024
//!
//! ## Priority: Increasing attendance
//! ```
//!
//! ```markdown good file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! ```

use crate::diagnostic::Level;
use crate::form::{Field, Role, Status};
use crate::report::{Priority, can_be_named};
use crate::rule::{Check, Emit, Group, Rule, Step, listed};

pub(super) const RULE: Rule = Rule {
    name: "priority-dropped",
    group: Group::Terms,
    level: Level::Query,
    check: Check::Step(check),
    ..Rule::BASE
};

/// The most new priorities that are named, and the most that are told of as missing.
const SHOWN: usize = 3;
const MOST: usize = 100;

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let later = step.later;
    // What is not found in a part that cannot be told apart may stand there all the same.
    let unclear = later.cut_short || later.priorities.iter().any(|priority| priority.title.is_none());
    if !step.alone || unclear || later.priorities.is_empty() {
        return;
    }
    let gone = step.earlier.priorities.iter().enumerate().filter(|(at, _)| step.heirs(*at).next().is_none());
    for (at, priority) in gone.take(MOST) {
        let ended = priority.known_status().is_some_and(Status::ended);
        let Some(title) = priority.title.as_ref().filter(|_| !ended) else { continue };
        if later.naming(title.words()).is_some() {
            continue;
        }
        let since = step.since;
        let message = format!("{} of {since} is missing here, and nothing says what became of it", emit.quote(title));
        let found_help = match step.taken_in(at) {
            Some(other) => format!(
                "most of its outcomes stand in {} now: if it went into that, add {} there; else say in a sentence with its \
                 title what became of it",
                emit.priority(other),
                emit.tying(priority)
            ),
            None => help(priority, step, emit),
        };
        let found = emit.at(later.span, message).advise(found_help);
        found.also(title.span(), format!("reported on in {since}"));
    }
}

fn help(priority: &Priority, step: &Step<'_, '_>, emit: &Emit<'_>) -> String {
    let status = emit.form.field(Field::Status).map_or("status", |field| &field.name);
    let ends: Vec<String> =
        Status::ALL.iter().filter(|status| status.ended()).map(|status| status.key().to_owned()).collect();
    let but = match emit.form.has_role(Role::Planned) {
        true => format!(" but {}", emit.called(Role::Planned)),
        false => String::new(),
    };
    let once = format!("report on it once more with its {status}: {}, and all its sections{but}", listed(&ends, "or"));
    let mut help = match priority.title.as_ref().is_some_and(|title| can_be_named(title.words())) {
        true => format!("say in a sentence with its title what became of it; or {once}"),
        false => once,
    };
    let begun: Vec<String> = step.begun().take(SHOWN + 1).map(|priority| emit.priority(priority)).collect();
    if !begun.is_empty() && begun.len() <= SHOWN {
        let how = emit.tying(priority);
        help += &format!("; if it goes on as {}, add {how}", listed(&begun, "or"));
    }
    help
}
