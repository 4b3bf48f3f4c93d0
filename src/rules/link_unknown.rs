//! A priority continues one that no earlier report has.
//!
//! `Continues` ties a priority to last term's when its title changes, or to one of the terms before that is taken up
//! again. A link that leads nowhere breaks that thread, and the old priority looks dropped.
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
use crate::form::{fold, likeness};
use crate::rule::{Check, Emit, Group, Rule, Step, listed};
use crate::source::Text;
use std::collections::HashMap;

pub(super) const RULE: Rule =
    Rule { name: "link-unknown", group: Group::Header, level: Level::Query, check: Check::Step(check), ..Rule::BASE };

/// The most earlier reports that are looked through: twenty years of three terms.
const MOST: usize = 60;
/// How alike an id or title must be for it to be offered.
const NEAR: f64 = 0.6;
/// The most that are offered.
const SHOWN: usize = 3;

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    if step.later.priorities.iter().all(|priority| priority.continues().is_empty()) {
        return;
    }
    let earlier = || step.all_earlier().take(MOST).flat_map(|report| &report.priorities);
    let ids = earlier().filter_map(|priority| priority.id()).map(|id| (fold(&id.value), ("id", &id.text)));
    let titles = earlier().filter_map(|priority| priority.title.as_ref());
    let titles = titles.map(|title| (fold(title.words()), ("title", title)));
    let known: HashMap<String, (&str, &Text)> = titles.chain(ids).collect();
    let named = step.names(MOST);
    for link in step.later.priorities.iter().flat_map(|priority| priority.continues()) {
        if named.iter().any(|names| names.find(&link.value).is_some()) {
            continue;
        }
        let name = fold(&link.value);
        let near = known.iter().map(|(other, said)| (likeness(&name, other), other, said));
        let mut near: Vec<_> = near.filter(|(near, ..)| *near >= NEAR).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let names: Vec<String> = near.iter().take(SHOWN).map(|(.., (_, text))| emit.quote(text)).collect();
        let help = match near.first() {
            Some((.., (what, _))) => {
                format!("write the {what} of the priority that this one continues: {}", listed(&names, "or"))
            }
            None => "write the id or the title of the priority that this one continues, or take the line out if it \
                     continues none"
                .to_owned(),
        };
        let message = format!("no earlier report has a priority {}", emit.quote(&link.text));
        emit.at(link.text.span(), message).advise(help).also(step.earlier.span, "the report before");
    }
}
