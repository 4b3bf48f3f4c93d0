//! The report does not say who wrote it.
//!
//! The coordinator needs somebody to ask, and rollups name the officers of each district. Several names may
//! be joined by commas, by “and” or by “&”. Words such as “none”, “tbc” or a dash are no name; where the post is
//! vacant, say so in an explanation.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: none
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```

use crate::diagnostic::Level;
use crate::form::Field;
use crate::report::{Report, field_name};
use crate::rule::{Check, Emit, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "officer-missing",
    group: Group::Header,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.cut_short || !report.officers.is_empty() {
        return;
    }
    if let Some(words) = report.nameless(Field::Officers).next() {
        let message =
            format!("{} is given for {}, and is no name", emit.quote(words), field_name(emit.form, Field::Officers));
        emit.at(words.span(), message).advise(
            "write your own name in its place, such as Asha Rowe; where the post is vacant, explain that it is",
        );
        return;
    }
    let help = format!("add {}, but with your own name", emit.stating(Field::Officers, "Asha Rowe"));
    emit.at(report.span, "the report names no officer").advise(help);
}
