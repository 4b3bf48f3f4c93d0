//! The report has no priority.
//!
//! A report is made of its priorities; without one there is nothing to compare with the term before. Often
//! they are there, but under headings that the form does not know as a priority's.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # Northmoor: Spring 2 2023/24
//!
//! ## Our work this term
//! Met the heads of the six partner primaries in January.
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # Northmoor: Spring 2 2023/24
//!
//! ## Priority: Increasing attendance
//! ```

use crate::diagnostic::Level;
use crate::outline::Language;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};

pub(super) const RULE: Rule =
    Rule { name: "no-priorities", group: Group::Form, level: Level::Error, check: Check::Report(check), ..Rule::BASE };

fn check(report: &Report, emit: &mut Emit<'_>) {
    let may_be_unread = report.cut_short && report.language == Language::Yaml;
    if may_be_unread || !report.priorities.is_empty() {
        return;
    }
    let label = emit.form.priority.first().map_or("", String::as_str);
    let opening = match report.language {
        Language::Markdown => format!("the heading {}", quoted(&format!("## {label}: TITLE"))),
        Language::Yaml => "the key `priorities:`, and under it `- title: TITLE`".to_owned(),
        Language::Plain => format!("the line {}", quoted(&format!("{label}: TITLE"))),
    };
    let names = listed(&emit.form.section_names(), "and");
    let help = format!("add {opening} for each priority, and then its sections: {names}");
    emit.at(report.span, "the report has no priority").advise(help);
}
