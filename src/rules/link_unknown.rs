//! A priority continues one that the report before does not have.
//!
//! `Continues` ties a priority to last term's when its title changes, so that what was planned is looked for
//! in the right place. A link that leads nowhere breaks that thread, and the old priority looks dropped.
//!
//! ```markdown bad file=autumn-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Autumn 2 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! Id: attendance
//! ```
//!
//! ```markdown bad file=spring-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 1 2023/24
//! ---
//!
//! ## Priority: Attendance in the primaries
//! Continues: attendence
//! ```
//!
//! ```markdown good file=autumn-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Autumn 2 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! Id: attendance
//! ```
//!
//! ```markdown good file=spring-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 1 2023/24
//! ---
//!
//! ## Priority: Attendance in the primaries
//! Continues: attendance
//! ```

use crate::diagnostic::Level;
use crate::form::fold;
use crate::rule::{Check, Emit, Group, Rule, Step, listed};
use std::collections::HashSet;

pub(super) const RULE: Rule =
    Rule { name: "link-unknown", group: Group::Header, level: Level::Query, check: Check::Step(check), ..Rule::BASE };

/// The most ids or titles that are named.
const SHOWN: usize = 12;

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    if step.later.priorities.iter().all(|priority| priority.continues().is_empty()) {
        return;
    }
    let earlier = &step.earlier.priorities;
    let ids: Vec<_> = earlier.iter().flat_map(|priority| priority.id()).collect();
    let titles: Vec<_> = earlier.iter().flat_map(|priority| &priority.title).collect();
    let mut known: HashSet<String> = ids.iter().map(|id| fold(&id.value)).collect();
    known.extend(titles.iter().map(|title| fold(title.words())));
    for link in step.later.priorities.iter().flat_map(|priority| priority.continues()) {
        if known.contains(&fold(&link.value)) {
            continue;
        }
        let names = match ids.as_slice() {
            [] => titles.clone(),
            ids => ids.iter().map(|id| &id.text).collect(),
        };
        let mut shown: Vec<String> = names.iter().take(SHOWN).map(|name| emit.quote(name)).collect();
        shown.extend(names.len().checked_sub(SHOWN + 1).map(|more| format!("one of {} others", more + 1)));
        let help = match (shown.as_slice(), ids.is_empty()) {
            ([], _) => "take it out: that report has no priority to continue".to_owned(),
            (titles, true) => {
                format!("write the title of the priority that this one continues: {}", listed(titles, "or"))
            }
            (ids, false) => format!("write the id of the priority that this one continues: {}", listed(ids, "or")),
        };
        let message = format!("{} is no priority of the report before", emit.quote(&link.text));
        emit.at(link.text.span(), message).advise(help).also(step.earlier.span, "the report before");
    }
}
