//! The report does not say which district it is for.
//!
//! A report without a district joins no series: it cannot be compared with the term before, and in every
//! rollup the district counts as one that has not reported. *Locality*, *Area*, *Partnership* and *Place*
//! are understood too. Words such as “N/A”, “tbc” or a dash are no name.
//!
//! ```markdown bad
//! ---
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown bad
//! ---
//! district: N/A
//! officers: [Asha Rowe, Tom Pell]
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
    name: "district-missing",
    group: Group::Header,
    level: Level::Error,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.cut_short || !report.districts.is_empty() {
        return;
    }
    if let Some(words) = report.nameless(Field::District).next() {
        let message =
            format!("{} is given for {}, and is no name", emit.quote(words), field_name(emit.form, Field::District));
        emit.at(words.span(), message).advise("write the name of your district in its place, such as Northmoor");
        return;
    }
    let message = format!("the report has no {}", field_name(emit.form, Field::District));
    let help = format!("add {}, but with your own district", emit.stating(Field::District, "Northmoor"));
    emit.at(report.span, message).advise(help);
}
