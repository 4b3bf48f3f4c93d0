//! Impact says nothing that the report before did not say.
//!
//! Impact adds up over the terms, so it may well repeat what was reached before. But a section with nothing new in it
//! leaves the reader to guess: has nothing changed, is it too early to tell, or was the section not looked at?
//!
//! A figure or a date that differs is news. A priority that is on hold or has ended is left alone.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ```
//!
//! ```markdown bad file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ```
//!
//! ```markdown good file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ```
//!
//! ```markdown good file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! - Since Easter it has stayed there, while it rose to 10% elsewhere in the district
//! ```

use crate::diagnostic::Level;
use crate::form::Role;
use crate::rule::{Check, Emit, Group, Rule, Said, Step};

pub(super) const RULE: Rule = Rule {
    name: "impact-unchanged",
    group: Group::Terms,
    level: Level::Note,
    roles: &[Role::Impact],
    check: Check::Step(check),
    ..Rule::BASE
};

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let impact: Vec<&Said<'_>> = step.said().iter().filter(|said| said.role == Role::Impact).collect();
    for of_one in impact.chunk_by(|a, b| a.priority == b.priority) {
        let Some(first) = of_one.first().filter(|said| step.goes_on(said.priority)) else { continue };
        let told: Vec<&Said<'_>> = of_one.iter().map_while(|said| step.again(said)).collect();
        if told.len() < of_one.len() {
            continue;
        }
        let (name, since) = (emit.called(Role::Impact), step.since);
        let message = format!("{name} says nothing that it did not say in {since}");
        let help =
            "add what has changed since then, and how you know; if nothing has yet, say so, and when it can be told";
        let found = emit.at(first.passage.label.span(), message).advise(help);
        if let Some(earlier) = told.first() {
            found.also(earlier.passage.label.span(), format!("the same in {since}"));
        }
    }
}
