//! Planned tells what was done already.
//!
//! Next term's report is held against this section: what was planned, and what came of it. Something that is
//! done already cannot be followed up, and under Activity it would be counted as the work it is. Move it there,
//! and say here what comes next, who does it and by when. Background is welcome: “share the findings of the survey,
//! which closed in March” is left alone, and so is a past sentence that a plan goes with.
//!
//! ```markdown bad
//! ### Planned activity next period
//! - The four headteachers signed the shared protocol and received the starter pack
//! ```
//!
//! ```markdown bad
//! ### Planned activity next period
//! - Training has been delivered to all office staff
//! ```
//!
//! ```markdown bad
//! ### Planned activity next period
//! - Done
//! ```
//!
//! ```markdown good
//! ### Planned activity next period
//! - Share the findings of the survey, which closed in March 2024, with the heads
//! - The pilot was reviewed in March 2024. Two more schools will join it in June 2024
//! - Further visits agreed with the heads for May 2024
//! - Targeted support for the families who asked for it
//! - Adapted materials for pupils with SEND, and data reviewed termly by the panel
//! - The heads agreed to bring their figures to the summer meeting
//! ```

use crate::diagnostic::Level;
use crate::form::{Role, Status};
use crate::report::{Passage, Priority, Statement};
use crate::rule::{Check, Emit, Group, Rule};
use crate::wording::only_past;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "planned-in-past-tense",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Planned],
    check: Check::Passage(check),
    ..Rule::BASE
};

fn check(passage: &Passage, priority: &Priority, emit: &mut Emit<'_>) {
    let Some(section) = emit.form.section(passage.section).filter(|section| section.role == Role::Planned) else {
        return;
    };
    // Where a priority has ended, the section may tell how.
    if priority.known_status().is_some_and(Status::ended) {
        return;
    }
    let term = || emit.report()?.term();
    let mut led = false;
    let mut found: Vec<(&Statement, Range<usize>)> = Vec::new();
    for statement in &passage.statements {
        led = statement.bullet && (led || statement.lead_in().is_some());
        if !led
            && statement.children().is_empty()
            && let Some(range) = only_past(statement.text.words(), term)
        {
            found.push((statement, range));
        }
    }
    let Some(((first, range), rest)) = found.split_first() else { return };
    let words = emit.quote(&first.text.slice(range.clone()));
    let name = &section.name;
    let activity = emit.form.sections.iter().find(|section| section.role == Role::Activity);
    let place =
        activity.map_or("keep what was done apart".to_owned(), |activity| format!("move it to {}", activity.name));
    let message = match rest.len() {
        0 => format!("{name} tells what was done already: {words}"),
        more => format!("{name} tells what was done already: {words}, and {more} more"),
    };
    let found = emit.at(first.text.span_of(range.clone()), message);
    let next = "say here what comes next, who does it and by when: “NAME will … by DATE”";
    found.advise(format!("{place}, and {next}"));
    for (statement, range) in rest {
        found.also(statement.text.span_of(range.clone()), "so does this");
    }
}
