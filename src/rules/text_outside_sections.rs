//! Words stand outside every section.
//!
//! They are kept when the report is written anew, but no comparison and no rollup shows them, so a reader of
//! the district's progress never sees them. One finding counts them all and points at the first.
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
//! It was a busy term for everyone in the partnership.
//!
//! ## Priority: Increasing attendance
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
//! This priority is for the six primaries that share the bus route.
//! ```

use crate::diagnostic::Level;
use crate::outline::Language;
use crate::report::{Report, Statement};
use crate::rule::{Check, Emit, Group, Rule, listed};

pub(super) const RULE: Rule = Rule {
    name: "text-outside-sections",
    group: Group::Reading,
    level: Level::Query,
    roles: &[],
    check: Check::Report(check),
    page: "",
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let outside: Vec<&Statement> = report.unplaced.iter().filter(|text| !is_told_elsewhere(text, report)).collect();
    let Some(first) = outside.first() else { return };
    let (message, label) = match outside.len() {
        1 => (format!("{} stands in no section", emit.quote(&first.text)), String::new()),
        n => (format!("{n} pieces of text stand in no section"), "the first of them".to_owned()),
    };
    let names = listed(&emit.form.section_names(), "or");
    let help = match report.language {
        Language::Markdown | Language::Plain => {
            format!("move it under {names}, or under a priority's title if it says what the priority covers")
        }
        Language::Yaml => format!("move it to the key of {names}"),
    };
    emit.at(first.text.span(), message).mark(label).advise(help);
}

/// Whether another finding tells of this text: it stands under an unknown label, or may be a title.
fn is_told_elsewhere(text: &Statement, report: &Report) -> bool {
    let span = text.text.span();
    let mut candidates = report.priorities.iter().flat_map(|priority| &priority.candidates);
    report.unknown.iter().any(|unknown| unknown.whole.holds(span)) || candidates.any(|line| line.span() == span)
}
