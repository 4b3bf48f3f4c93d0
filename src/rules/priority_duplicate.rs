//! Two priorities of the report have the same title.
//!
//! Nobody can tell them apart next term, and what was planned for one may be looked for in the other.
//!
//! ```markdown bad
//! ## Priority: Increasing attendance
//!
//! ## Priority: Increasing Attendance
//! ```
//!
//! ```markdown good
//! ## Priority: Increasing attendance in the primaries
//!
//! ## Priority: Increasing attendance after the move to secondary school
//! ```

use crate::diagnostic::Level;
use crate::form::fold;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::Text;
use std::collections::HashMap;

pub(super) const RULE: Rule = Rule {
    name: "priority-duplicate",
    group: Group::Form,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.priorities.len() < 2 {
        return;
    }
    let mut seen: HashMap<String, &Text> = HashMap::new();
    for title in report.priorities.iter().filter_map(|priority| priority.title.as_ref()) {
        let first = *seen.entry(fold(title.words())).or_insert(title);
        if first.span() == title.span() {
            continue;
        }
        let message = format!("two priorities are called {}", emit.quote(title));
        let found = emit.at(title.span(), message).advise("give each its own title, or put the two together");
        found.also(first.span(), "the first is here");
    }
}
