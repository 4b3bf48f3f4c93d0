//! The report does not say who wrote it.
//!
//! The coordinator needs somebody to ask, and rollups name the officers of each district. Several names may
//! be joined by commas, by “and” or by “&”.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
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
use crate::report::Report;
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
    let help = format!("add {}, but with your own name", emit.stating(Field::Officers, "Asha Rowe"));
    emit.at(report.span, "the report names no officer").advise(help);
}
