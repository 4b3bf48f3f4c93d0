//! Words stand outside every section.
//!
//! They are kept when the report is written anew, but no comparison and no rollup shows them, so a reader of
//! the district's progress never sees them. One finding counts them all and points at the first. In YAML the words
//! after a `#` are a remark to whoever edits the file; where it follows words of a list, it may be meant otherwise.
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
//! ```yaml bad
//! priorities:
//!   - title: Increasing attendance
//!     activity:
//!       - Met the heads of the six partner primaries about #1 of the plan
//! ```
//!
//! ```yaml good partial
//! priorities:
//!   - title: Increasing attendance # as in the plan
//!     activity:
//!       # what came of the plan
//!       - "Met the heads of the six partner primaries about #1 of the plan" # in May
//!       - Ran a day for the office staff of room#2
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
use crate::source::{Span, Text};
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    name: "text-outside-sections",
    group: Group::Reading,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let outside: Vec<&Statement> = told_nowhere_else(report);
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

/// Text that no other finding tells of: it stands under no unknown label, and may not be a title.
fn told_nowhere_else(report: &Report) -> Vec<&Statement> {
    let candidates: HashSet<Span> = report.priorities.iter().flat_map(|p| p.candidates()).map(Text::span).collect();
    let mut unknown: Vec<Span> = report.unknown.iter().map(|unknown| unknown.whole).collect();
    unknown.sort_unstable();
    let reach = unknown.iter().scan(0, |furthest: &mut u32, whole| {
        *furthest = whole.end.max(*furthest);
        Some(*furthest)
    });
    let reach: Vec<u32> = reach.collect();
    let is_under = |span: Span| {
        let before = unknown.partition_point(|whole| whole.start <= span.start);
        before.checked_sub(1).and_then(|last| reach.get(last)).is_some_and(|end| span.end <= *end)
    };
    let told = |text: &&Statement| is_under(text.text.span()) || candidates.contains(&text.text.span());
    report.unplaced.iter().filter(|text| !told(text)).collect()
}
