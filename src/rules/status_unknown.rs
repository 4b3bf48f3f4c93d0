//! The status of a priority is a word that the form does not know.
//!
//! The status says whether anything need be planned, and rollups count priorities by it. It is stated by the
//! officer and never guessed, so one that is not understood counts as none.
//!
//! ```markdown bad
//! ## Priority: Increasing attendance
//! Status: stepped down
//! ```
//!
//! ```markdown good
//! ## Priority: Increasing attendance
//! Status: handed-over
//! Receiver: Northmoor Heads' Forum
//! ```

use crate::diagnostic::Level;
use crate::form::{Status, fold};
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};

pub(super) const RULE: Rule = Rule {
    name: "status-unknown",
    group: Group::Header,
    level: Level::Query,
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    let Some(status) = priority.status().filter(|status| status.value.is_none()) else { return };
    let text = &status.text;
    let known = listed(&Status::ALL.map(Status::key), "or");
    let help = format!("write {known}, or leave the status out");
    let label = meant(text.words()).map_or_else(String::new, |s| format!("did you mean {}?", quoted(s.key())));
    emit.at(text.span(), format!("{} is no status that the form knows", emit.quote(text))).mark(label).advise(help);
}

/// The status that words of everyday use, or misspelt ones, stand for.
fn meant(words: &str) -> Option<Status> {
    match fold(words).as_str() {
        "started" | "launched" | "newly started" | "just started" => Some(Status::New),
        "continuing" | "continued" | "continues" | "active" | "open" | "in progress" | "on track" => {
            Some(Status::Ongoing)
        }
        "paused" | "delayed" | "suspended" | "waiting" => Some(Status::OnHold),
        "stepped down" | "passed on" | "transferred" | "handed on" => Some(Status::HandedOver),
        "complete" | "completed" | "finished" | "ended" | "done" | "achieved" => Some(Status::Closed),
        _ => Status::nearest(words),
    }
}
