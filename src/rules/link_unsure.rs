//! A priority looks like one of the report before, but another may be meant.
//!
//! Two priorities of the same title, two that share their outcomes, or two ids that differ: then it cannot be told what
//! goes on from what, and what was planned is looked for in the wrong place. One line settles it for good.
//!
//! An id that stays from term to term makes every link sure.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! Id: attendance
//! ```
//!
//! ```markdown bad file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ## Priority: Being in school
//! Id: in-school
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
//! Id: attendance
//! ```
//!
//! ```markdown good file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ## Priority: Being in school
//! Id: in-school
//! Continues: attendance
//! ```

use crate::diagnostic::Level;
use crate::rule::{Check, Emit, Group, Rule, Step};

pub(super) const RULE: Rule =
    Rule { name: "link-unsure", group: Group::Terms, level: Level::Query, check: Check::Step(check), ..Rule::BASE };

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    for guess in step.guesses().filter(|guess| !guess.sure) {
        let (Some(title), Some(old)) = (&guess.later.title, &guess.earlier.title) else { continue };
        let (later, earlier, since) = (emit.quote(title), emit.quote(old), step.since);
        let (mine, theirs) = (guess.later.id(), guess.earlier.id());
        let message = match (mine, theirs) {
            (Some(mine), Some(theirs)) => format!(
                "{later} looks like {earlier} of {since} continued, but the id is {} now and was {} then",
                emit.quote(&mine.text),
                emit.quote(&theirs.text)
            ),
            _ if guess.retitled => {
                format!("{later} looks like {earlier} of {since} continued, but another priority fits as well")
            }
            _ => format!(
                "{later} is a title that stands more than once, so it cannot be told which goes on from {since}"
            ),
        };
        let help = format!(
            "if it continues {earlier}, add {}; if it is a new priority, explain that",
            emit.tying(guess.earlier)
        );
        emit.at(title.span(), message).advise(help).also(old.span(), format!("the one of {since}"));
    }
}
