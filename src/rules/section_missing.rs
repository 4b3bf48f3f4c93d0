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
use crate::report::{Priority, Report};
use crate::rule::{Check, Emit, Group, Rule, listed};
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    name: "section-missing",
    group: Group::Form,
    level: Level::Error,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    // Which sections are told of at a label that misspells them, looked up once: there may be thousands of priorities.
    let unknown = report.unknown.iter().filter(|_| emit.tells(&unknown_section::RULE));
    let misspelt = unknown.filter_map(|label| Some((label.priority?, emit.misspelt(label)?.0.key.as_str())));
    let misspelt: HashSet<(usize, &str)> = misspelt.collect();
    for (number, priority) in report.priorities.iter().enumerate() {
        judge(priority, &|section| misspelt.contains(&(number, section.key.as_str())), emit);
    }
}

fn judge(priority: &Priority, is_misspelt: &dyn Fn(&Section) -> bool, emit: &mut Emit<'_>) {
    for (at, section) in emit.form.sections.iter().enumerate() {
        if priority.passages_of(SectionId(at)).next().is_some() {
            continue;
        }
        let Some(level) = emit.demand(section, priority) else { continue };
        if is_misspelt(section) {
            continue;
        }
        let (title, label) = (emit.priority(priority), has(priority, emit));
        let help = format!("add {} and {}", emit.opening(section), section.role.ask());
        let message = format!("{title} has no {}", section.name);
        emit.at(priority.span, message).mark(label).advise(help).level = level;
    }
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
