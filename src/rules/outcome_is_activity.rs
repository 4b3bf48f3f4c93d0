//! An intended outcome says what is done, not what changes.
//!
//! An outcome is what will be different for children, families or staff. “Share good practice” can be done in
//! full while nothing changes for anyone, and then nobody can tell whether the priority has worked. Ask “so that
//! what?” of it and write the answer: “Share good practice between schools” becomes “More schools use what has worked
//! elsewhere, and fewer pupils are sent home”. To keep a good position is a change worth having too: “attendance
//! stays above 95%”. One note a report, at the first. What is passed on, such as good practice, is noted only where no
//! other outcome of the priority says the change that it is for.
//!
//! ```markdown bad
//! ### Intended outcomes
//! - Sharing of best practice between schools
//! ```
//!
//! ```markdown bad
//! ### Intended outcomes
//! - A joint induction programme for new SENCOs
//! ```
//!
//! ```markdown good
//! ### Intended outcomes
//! - Sharing of practice leads to fewer suspensions in the six primaries
//! - Maintain attendance above 95% in Reception
//! - Reduction in permanent exclusions
//! - Every parent knows whom to ask when a morning goes wrong
//! - Support for families comes sooner
//! - Sharing of best practice between schools
//! - Develop pupils' oracy skills
//! ```

use crate::diagnostic::Level;
use crate::form::Role;
use crate::report::{Priority, Report, Statement};
use crate::rule::{Check, Emit, Group, Rule};
use crate::wording::{Task, task};

pub(super) const RULE: Rule = Rule {
    name: "outcome-is-activity",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Outcomes],
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let open = report.priorities.iter().filter(|p| !p.known_status().is_some_and(|status| status.ended()));
    let found: Vec<&Statement> = open.flat_map(|priority| tasks(priority, emit)).collect();
    let Some((first, rest)) = found.split_first() else { return };
    let words = emit.quote(&first.text);
    let message = match rest.len() {
        0 => format!("{words} says what is done, not what changes"),
        1 => format!("{words} says what is done, not what changes, and so does one more outcome"),
        more => format!("{words} says what is done, not what changes, and so do {more} more outcomes"),
    };
    let help = "ask “so that what, for whom?” and write the answer: “more pupils …”, “fewer families …”, “staff are \
                able to …”; what is done belongs in the plan";
    let found = emit.at(first.text.span(), message).advise(help);
    for statement in rest {
        found.also(statement.text.span(), "so does this");
    }
}

/// The outcomes of a priority that are tasks.
fn tasks<'a>(priority: &'a Priority, emit: &Emit<'a>) -> Vec<&'a Statement> {
    // What has parts of its own is said by them.
    let whole = |outcome: &&Statement| outcome.children().is_empty() && outcome.lead_in().is_none();
    let outcomes = priority.statements(emit.form, Role::Outcomes).filter(whole);
    let judged: Vec<(&Statement, Option<Task>)> =
        outcomes.map(|outcome| (outcome, task(outcome.text.words()))).collect();
    // "Sharing of practice" beside what is to change by it leaves no question open.
    let told = judged.iter().any(|(_, task)| task.is_none());
    let counts = |task: &Option<Task>| task.is_some_and(|task| task == Task::Plain || !told);
    judged.into_iter().filter(|(_, task)| counts(task)).map(|(outcome, _)| outcome).collect()
}
