//! A label or key of the header or of a priority is not one that the form knows.
//!
//! What stands under an unknown label joins no comparison and no rollup, and nobody is told. Mostly it is a
//! slip of the pen. Under a title only a label that is nearly one of the form's is told of: a sentence there may
//! hold a colon. What has no field of the form belongs in a section, or in the words under a title.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! submited: 2024-03-22
//! ---
//! ```
//!
//! ```yaml bad
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! budget: 4000
//! ```
//!
//! ```markdown bad
//! ## Priority: Increasing attendance
//! Statu: ongoing
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! submitted: 2024-03-22
//! ---
//! ```

use crate::diagnostic::Level;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};

pub(super) const RULE: Rule = Rule {
    name: "unknown-field",
    group: Group::Reading,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    for unknown in report.unknown.iter().filter(|unknown| !unknown.section) {
        let label = &unknown.label;
        let message = format!("the form has no field {}", emit.quote(label));
        let of_priority = unknown.priority.is_some();
        match emit.form.nearest(label.words(), false) {
            Some(name) => emit
                .at(label.span(), message)
                .mark(format!("did you mean {}?", quoted(name)))
                .advise(format!("write {} if that is what it is, or move the words into a section", quoted(name))),
            None => {
                let rows = emit.form.fields.iter().filter(|row| row.of_priority == of_priority);
                let names: Vec<&str> = rows.map(|row| row.name.as_str()).collect();
                let (whose, names) = (if of_priority { "a priority" } else { "a report" }, listed(&names, "and"));
                let help = format!("take it out, or move the words into a section; the fields of {whose} are {names}");
                emit.at(label.span(), message).advise(help)
            }
        };
    }
}
