//! Activity tells what is still to come, in the future or as a plan.
//!
//! Whoever reads Activity takes it for done, and next term's report is compared with it. A plan among it, often
//! left from last term's report, makes the reader wonder which of the rest has happened. Move it to Planned, or
//! write what has happened by now: “started Cohort 3 on 8 May” in place of “Cohort 3 will start after Easter”.
//! A sentence that also says what was done is left alone, and so are titles in quotation marks.
//!
//! ```markdown bad
//! ### Activity last period
//! - The remaining four settings will be visited after Easter
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Hold a workshop for designated teachers on 12 June 2024
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Planned and held the workshop “What will happen next?” with designated teachers
//! - The attendance clinic, which will stay at the health centre, saw 64 families
//! - A lesson pack is being designed with the college
//! - The guide has been printed and will be sent out after Easter
//! - Put a loan box of picture books into all three family centres
//! - Help desk in the library on Fridays, and a train the trainer day
//! ```

use crate::diagnostic::Level;
use crate::form::Role;
use crate::report::{Passage, Priority, Statement};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::wording::{in_the_past, still_to_come};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "activity-in-future-tense",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Activity],
    check: Check::Passage(check),
    ..Rule::BASE
};

fn check(passage: &Passage, _: &Priority, emit: &mut Emit<'_>) {
    let Some(section) = emit.form.section(passage.section).filter(|section| section.role == Role::Activity) else {
        return;
    };
    let term = || emit.report()?.term();
    let mut led = false;
    let mut found: Vec<(&Statement, Range<usize>)> = Vec::new();
    for statement in &passage.statements {
        // A list under "This term we have:" goes on from there, each item a part of the sentence.
        led = statement.bullet && (led || statement.lead_in().is_some());
        if !led && let Some(range) = still_to_come(statement.text.words(), term) {
            found.push((statement, range));
        }
    }
    let Some(((first, range), rest)) = found.split_first() else { return };
    let words = emit.quote(&first.text.slice(range.clone()));
    let name = &section.name;
    let planned = emit.form.sections.iter().find(|section| section.role == Role::Planned);
    let place =
        planned.map_or("keep it for the next report".to_owned(), |planned| format!("move it to {}", planned.name));
    let done = in_the_past(first.text.words(), range.clone()).map(|(before, verb)| {
        let before = emit.sources.beginning(&first.text.slice(before), 1000);
        quoted(format!("{before} {verb} \u{2026}").trim_start())
    });
    let done = done.map_or("what was done, and when".to_owned(), |done| format!("so: {done}"));
    let message = match rest.len() {
        0 => format!("{name} tells what is still to come: {words}"),
        more => format!("{name} tells what is still to come: {words}, and {more} more"),
    };
    let found = emit.at(first.text.span_of(range.clone()), message);
    found.advise(format!("{place}; or, if it has happened by now, write {done}"));
    for (statement, range) in rest {
        found.also(statement.text.span_of(range.clone()), "so does this");
    }
}
