//! Two priorities of the report share an intended outcome, word for word.
//!
//! When it is met, nobody can tell which of the two did it, and the roll-up counts it twice. Say in each what that
//! priority itself changes, or keep it where most of the work is done.
//!
//! ```markdown bad
//! ## Priority: Increasing attendance
//! ### Intended outcomes
//! - Families ask for help sooner
//! ### Activity last period
//! - Met the heads of the six partner primaries in January 2024
//! ### Planned activity next period
//! - Agree the attendance pathway with the heads by 14 June 2024
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ### Exit strategy
//! - The attendance network takes the pathway on from September 2024
//!
//! ## Priority: Calmer homes
//! ### Intended outcomes
//! - Families ask for help sooner.
//! ### Activity last period
//! - Trained two members of staff in each of six schools
//! ### Planned activity next period
//! - Begin the worry groups in all six schools by 14 June 2024
//! ### Impact so far
//! - Scores on the worry scale came down from 6.2 to 4.9
//! ### Exit strategy
//! - The school nursing team takes the groups on from September 2024
//! ```
//!
//! ```markdown good
//! ## Priority: Increasing attendance
//! ### Intended outcomes
//! - Families ask for help before absence becomes a habit
//! ### Activity last period
//! - Met the heads of the six partner primaries in January 2024
//! ### Planned activity next period
//! - Agree the attendance pathway with the heads by 14 June 2024
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ### Exit strategy
//! - The attendance network takes the pathway on from September 2024
//!
//! ## Priority: Calmer homes
//! ### Intended outcomes
//! - Families ask for help before worries grow
//! ### Activity last period
//! - Trained two members of staff in each of six schools
//! ### Planned activity next period
//! - Begin the worry groups in all six schools by 14 June 2024
//! ### Impact so far
//! - Scores on the worry scale came down from 6.2 to 4.9
//! ### Exit strategy
//! - The school nursing team takes the groups on from September 2024
//! ```

use crate::diagnostic::Level;
use crate::form::Role;
use crate::report::{Priority, Report, Statement};
use crate::rule::{Check, Emit, Group, Rule};
use crate::wording::{mark_of, same_words};
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule {
    name: "outcomes-shared",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Outcomes],
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let form = emit.form;
    if report.priorities.len() < 2 {
        return;
    }
    let mut seen: BTreeMap<u64, (&Priority, &Statement)> = BTreeMap::new();
    for priority in &report.priorities {
        let mut shared: Vec<(&Statement, &Priority, &Statement)> = Vec::new();
        for mine in priority.statements(form, Role::Outcomes).filter(|one| !one.is_bare_none()) {
            let (other, first) = *seen.entry(mark_of(mine.text.words())).or_insert((priority, mine));
            if other.whole != priority.whole && same_words(first.text.words(), mine.text.words()) {
                shared.push((mine, other, first));
            }
        }
        tell(&shared, emit);
    }
}

/// One finding at the first outcome that an earlier priority has too; what else they share is related to it.
fn tell(shared: &[(&Statement, &Priority, &Statement)], emit: &mut Emit<'_>) {
    let Some(((one, other, first), rest)) = shared.split_first() else { return };
    let (words, title) = (emit.quote(&one.text), emit.priority(other));
    let message = format!("{words} is an outcome of {title} too, word for word");
    let help = "say in each what that priority itself changes, or keep the outcome where most of the work is done";
    let found = emit.at(one.text.span(), message).advise(help);
    found.also(first.text.span(), "the first is here");
    for (one, _, first) in rest {
        found.also(one.text.span(), "this one is shared too").also(first.text.span(), "and stands here as well");
    }
}
