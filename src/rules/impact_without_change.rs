//! Impact tells what was done, and names no change for people.
//!
//! Meetings held, people trained, money won and links made are the work; impact is what became better, and for
//! whom. It is what a committee asks first: is anyone better off? “Twelve schools trained” may become “Since the training,
//! pupils in the twelve schools miss fewer lessons (removals down by 22%)”. Where it is too early to tell, say so and
//! when you will know; that is an answer too. This note comes only where every statement is plainly work.
//!
//! ```markdown bad
//! ### Impact so far
//! - Initial meeting with key stakeholders held
//! - Funding of £12,000 secured for the mentoring offer
//! - 30 training courses delivered and a further 8 sessions scheduled
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - 30 courses delivered
//! - Teaching assistants feel more confident in calming a child (survey in March 2024)
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - Take-up of the free hours rose from 68% to 77%
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - Two meetings held with the youth service
//! - Fifteen families no longer need support
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - Too early to tell: the first figures come in July 2024
//! ```

use crate::diagnostic::Level;
use crate::form::{Role, Status};
use crate::report::{Priority, Statement};
use crate::rule::{Check, Emit, Group, Rule};
use crate::wording::{Tells, tells, too_early};

pub(super) const RULE: Rule = Rule {
    name: "impact-without-change",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Impact],
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    // A priority that has just begun, or rests, has nothing to show yet.
    if matches!(priority.known_status(), Some(Status::New | Status::OnHold | Status::Merged | Status::Split)) {
        return;
    }
    let sections = priority.passages.iter().filter_map(|p| emit.form.section(p.section).map(|section| (p, section)));
    let mut impact = sections.filter(|(passage, section)| section.role == Role::Impact && !passage.is_empty());
    let Some((first, section)) = impact.next() else { return };
    let statements: Vec<&Statement> =
        first.statements.iter().chain(impact.flat_map(|(passage, _)| &passage.statements)).collect();
    let mut counts = Counts::default();
    // Only where nearly all is plainly work is it sure that nothing else is told.
    let only_work = statements.iter().all(|statement| counts.add(statement)) && counts.other <= counts.work;
    let Some(example) = counts.first.filter(|_| only_work).map(|statement| emit.quote(&statement.text)) else { return };
    let message = format!("{} tells what was done, such as {example}, and names no change for people", section.name);
    let help = "say who is better off since, and how you know: “since then, pupils …”, “… fell from … to …”; if it is \
                too early to tell, say so and when you will know";
    emit.at(first.label.span(), message).advise(help);
}

/// How many statements tell of work, and how many of what is not known.
#[derive(Default)]
struct Counts<'a> {
    /// The first that tells of work.
    first: Option<&'a Statement>,
    work: usize,
    other: usize,
}

impl<'a> Counts<'a> {
    /// Counts a statement and those nested in it; false if one may say a result, or why there is none.
    fn add(&mut self, statement: &'a Statement) -> bool {
        let words = statement.text.words();
        match tells(words) {
            _ if too_early(words) => return false,
            Tells::Better | Tells::Perhaps => return false,
            Tells::Work => {
                self.first.get_or_insert(statement);
                self.work += 1;
            }
            Tells::Other if statement.lead_in().is_some() => {}
            Tells::Other => self.other += 1,
        }
        statement.children().iter().all(|child| self.add(child))
    }
}
