//! The report does not say which term it is for.
//!
//! Without its term a report has no place among the others of its district: nothing says which one came
//! before, and the term counts as one for which the district has not reported.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
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

pub(super) const RULE: Rule =
    Rule { name: "term-missing", group: Group::Header, level: Level::Error, check: Check::Report(check), ..Rule::BASE };

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.cut_short || !report.terms.is_empty() {
        return;
    }
    let message = format!("the report has no {}", field_name(emit.form, Field::Term));
    let line = emit.stating(Field::Term, "Spring 2 2023/24");
    let help = format!("add {line}, but with the season and school year that the report is for");
    emit.at(report.span, message).advise(help);
}
