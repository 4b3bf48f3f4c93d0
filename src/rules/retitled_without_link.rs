//! A priority has a new title and the outcomes of an old one, and nothing links the two.
//!
//! Comparisons and roll-ups take them for one because their outcomes are the same, or nearly; edit the outcomes too, and
//! the old priority looks dropped and the new one begun. One line keeps the thread whatever changes.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
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
//! ## Priority: Being in school, every day
//! ```
//!
//! ```markdown good file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
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
//! ## Priority: Being in school, every day
//! Continues: Increasing attendance
//! ```

use crate::diagnostic::Level;
use crate::form::Role;
use crate::rule::{Check, Emit, Group, Rule, Step};

pub(super) const RULE: Rule = Rule {
    name: "retitled-without-link",
    group: Group::Terms,
    level: Level::Note,
    roles: &[Role::Outcomes],
    check: Check::Step(check),
    ..Rule::BASE
};

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    for guess in step.guesses().filter(|guess| guess.sure && guess.retitled && !guess.split) {
        let (Some(title), Some(old)) = (&guess.later.title, &guess.earlier.title) else { continue };
        let (earlier, since, outcomes) = (emit.quote(old), step.since, emit.called(Role::Outcomes));
        let message = format!(
            "{} looks like {earlier} of {since} under a new title: its {outcomes} are those of that one, or nearly",
            emit.quote(title)
        );
        let help = format!("if it continues {earlier}, add {}", emit.tying(guess.earlier));
        emit.at(title.span(), message).advise(help).also(old.span(), format!("the title in {since}"));
    }
}
