//! A priority lacks a section that every report must have.
//!
//! The coordinator lays the sections of all districts side by side; a section that is not there reads as
//! work that was not done. Where there is nothing to say, give the section its heading and say why.
//! *Planned* is not needed once the status of the priority is handed-over, merged, split or closed, and
//! only a note says so while it is on-hold.
//!
//! ```markdown bad
//! ## Priority: Increasing attendance
//!
//! ### Intended outcomes
//! - Persistent absence falls in the six partner primaries
//!
//! ### Activity last period
//! - Met the heads of the six primaries
//!
//! ### Planned activity next period
//! - Agree the attendance pathway by June
//!
//! ### Impact so far
//! - Absence fell from 9% to 7%
//! ```
//!
//! ```markdown good
//! ## Priority: Increasing attendance
//!
//! ### Intended outcomes
//! - Persistent absence falls in the six partner primaries
//!
//! ### Activity last period
//! - Met the heads of the six primaries
//!
//! ### Planned activity next period
//! - Agree the attendance pathway by June
//!
//! ### Impact so far
//! - Absence fell from 9% to 7%
//!
//! ### Exit strategy
//! The attendance network takes the pathway on from September.
//! ```

use super::unknown_section;
use crate::diagnostic::Level;
use crate::form::{Section, SectionId};
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule, listed};

pub(super) const RULE: Rule = Rule {
    name: "section-missing",
    group: Group::Form,
    level: Level::Error,
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    for (at, section) in emit.form.sections.iter().enumerate() {
        if priority.passages_of(SectionId(at)).next().is_some() {
            continue;
        }
        let Some(level) = emit.demand(section, priority) else { continue };
        if misspelt(section, priority, emit) {
            continue;
        }
        let (title, label) = (emit.priority(priority), has(priority, emit));
        let help = format!("add {} and {}", emit.opening(section), section.role.ask());
        let message = format!("{title} has no {}", section.name);
        emit.at(priority.span, message).mark(label).advise(help).level = level;
    }
}

/// Whether a label of the priority is a misspelling of the section, and that is told at the label.
fn misspelt(section: &Section, priority: &Priority, emit: &Emit<'_>) -> bool {
    let Some(report) = emit.report().filter(|_| emit.tells(&unknown_section::RULE)) else { return false };
    let at = report.priorities.iter().position(|other| std::ptr::eq(other, priority));
    let here = report.unknown.iter().filter(|unknown| unknown.priority == at);
    here.filter_map(|unknown| emit.misspelt(unknown)).any(|(meant, _)| meant.key == section.key)
}

fn has(priority: &Priority, emit: &Emit<'_>) -> String {
    let sections = emit.form.sections.iter().enumerate();
    let there = sections.filter(|(at, _)| priority.passages_of(SectionId(*at)).next().is_some());
    let names: Vec<&str> = there.map(|(_, section)| section.name.as_str()).collect();
    match names.as_slice() {
        [] => "this priority has no section at all".to_owned(),
        [only] => format!("this priority has only {only}"),
        names => format!("this priority has {}", listed(names, "and")),
    }
}
