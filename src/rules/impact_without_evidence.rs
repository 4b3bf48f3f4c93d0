//! Impact says what has changed, and nothing that shows it.
//!
//! A reader who does not know the district cannot tell a hope from a finding. One figure with what it was before, a
//! line from a survey, what a parent said, or a case in three sentences is enough: “pupils are calmer” becomes “pupils
//! are calmer: lunchtime incidents fell from 14 to 6 a month (school log)”.
//!
//! ```markdown bad
//! ### Impact so far
//! - Pupils in Years 5 to 8 come back from lunch calmer
//! - Since March 2024 staff are more at ease when a child wants to talk
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - Pupils come back from lunch calmer, midday supervisors say
//! - Staff are more at ease when a child wants to talk
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - Lunchtime incidents fell from 14 to 6 a month
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - Eighteen young people have moved into work
//! ```

use crate::diagnostic::Level;
use crate::form::{Role, Status};
use crate::report::{Priority, Statement};
use crate::rule::{Check, Emit, Group, Rule};
use crate::wording::{Tells, gives_evidence, tells, too_early};

pub(super) const RULE: Rule = Rule {
    name: "impact-without-evidence",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Impact],
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    if matches!(priority.known_status(), Some(Status::New | Status::OnHold | Status::Merged | Status::Split)) {
        return;
    }
    let sections = priority.passages.iter().filter_map(|p| emit.form.section(p.section).map(|section| (p, section)));
    let mut impact = sections.filter(|(passage, section)| section.role == Role::Impact && !passage.is_empty());
    let Some((first, section)) = impact.next() else { return };
    let statements: Vec<&Statement> =
        first.statements.iter().chain(impact.flat_map(|(passage, _)| &passage.statements)).collect();
    if statements.iter().any(|statement| backed(statement)) {
        return;
    }
    // What is neither work nor plainly better may show it in words that are not known here.
    let better: Vec<&Statement> = statements.iter().filter_map(|statement| change(statement)).collect();
    let Some(change) = better.first().filter(|_| better.len() * 2 >= statements.len()) else { return };
    let message = format!("{} says {}, and nothing shows it", section.name, emit.quote(&change.text));
    let help = "add what shows it: a figure and what it was before, a line from a survey, what a parent or pupil \
                said, or one case: “… fell from … to … (school log)”";
    emit.at(first.label.span(), message).advise(help);
}

fn backed(statement: &Statement) -> bool {
    let words = statement.text.words();
    gives_evidence(words) || too_early(words) || statement.children().iter().any(backed)
}

/// The statement that says a change: this one, or one nested in it.
fn change(statement: &Statement) -> Option<&Statement> {
    if tells(statement.text.words()) == Tells::Better {
        return Some(statement);
    }
    statement.children().iter().find_map(change)
}
