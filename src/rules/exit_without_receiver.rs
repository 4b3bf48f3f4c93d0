//! The exit strategy leaves open who keeps the work up.
//!
//! “The network will be in place” is a hope until somebody owns it: when the priority ends, the reader looks here
//! for a name. Say which body takes the work on, by what means it is kept up (a budget, a policy, a contract), or from
//! when: “The heads' forum takes over the network from September 2025”. Any name or arrangement is enough for this rule,
//! unless the rest is a hope (“second nature”, “momentum”) or puts it off (“to be agreed”).
//! Once the status is handed over, the name is what the report owes its reader, and its lack is an error.
//!
//! ```markdown bad
//! ### Exit strategy
//! Support for young people when they leave school will be commonplace.
//! ```
//!
//! ```markdown bad
//! ## Priority: Increasing attendance
//! Status: handed over
//!
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//! ### Activity last period
//! - Met the heads of the six partner primaries in January 2024
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ### Exit strategy
//! The guides have been passed on in good order in April 2024.
//! ```
//!
//! ```markdown good
//! ### Exit strategy
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```markdown bad
//! ### Exit strategy
//! It is too early to say where this would sit. Several options have been aired with partners.
//! ```
//!
//! ```markdown good
//! ### Exit strategy
//! It is too early to say where this would sit; the heads' forum decides it at its summer meeting.
//! ```
//!
//! ```markdown bad
//! ### Exit strategy
//! Momentum will be kept up after the grant ends in March 2026.
//! ```
//!
//! ```markdown good
//! ### Exit strategy
//! Health visitors, as part of the two-year check.
//! ```
//!
//! ```markdown good
//! ### Exit strategy
//! Links are made with the new youth team, and this priority will then sit with them.
//! ```
//!
//! ```markdown good
//! ## Priority: Increasing attendance
//! Status: handed over
//! Receiver: Northmoor Heads' Forum
//!
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//! ### Activity last period
//! - Met the heads of the six partner primaries in January 2024
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ### Exit strategy
//! The guides have been passed on in good order.
//! ```

use super::placeholder_text;
use crate::diagnostic::Level;
use crate::form::{Field, Role, Status};
use crate::report::{Passage, Priority, Statement};
use crate::rule::{Check, Emit, Group, Rule, Setting, Standard};
use crate::wording::{Open, held, is_early, leaves_open, too_early, will_settle};

pub(super) const RULE: Rule = Rule {
    name: "exit-without-receiver",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Exit],
    settings: &[Setting {
        name: "bodies",
        standard: Standard::Words,
        about: "Further names of bodies that take work over: where one stands in the exit strategy, the work has a holder.",
    }],
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    let over = priority.known_status() == Some(Status::HandedOver);
    if priority.receiver().is_some() || (priority.known_status().is_some_and(Status::ended) && !over) {
        return;
    }
    let form = emit.form;
    let is_exit = |p: &&Passage| form.section(p.section).is_some_and(|s| s.role == Role::Exit) && !p.is_empty();
    let mut exit = priority.passages.iter().filter(is_exit);
    let Some(first) = exit.next() else { return };
    let statements: Vec<&Statement> =
        first.statements.iter().chain(exit.flat_map(|passage| &passage.statements)).collect();
    let bodies = emit.words("bodies");
    if statements.iter().any(|statement| is_held(statement, bodies)) {
        return;
    }
    let name = form.section(first.section).map_or("", |section| &section.name);
    if over {
        let status = form.field(Field::Status).map_or("status", |field| &field.name);
        // The words may name one in a way that is not known here; stated as a field, it is beyond doubt.
        let receiver = form.field(Field::Receiver).map_or("receiver", |field| &field.name);
        let message = format!("{status} says handed over, but no {receiver} is stated or can be told from {name}");
        let add = emit.stating(Field::Receiver, "NAME");
        let found = emit.at(first.label.span(), message);
        found.advise(format!("add {add}, with the body that holds the work now"));
        found.level = Level::Error;
        return;
    }
    // What is no answer yet is told once, as a placeholder.
    let is_placeholder = |statement: &&Statement| placeholder_text::is_whole(statement.text.words());
    if emit.tells(&placeholder_text::RULE) && statements.iter().all(is_placeholder) {
        return;
    }
    let open = statements.iter().map(|statement| how_open(statement));
    // One that names somebody may be the answer to a hope beside it; a hope alone is none.
    let sure = match (open.clone().min(), open.max()) {
        (Some(least), Some(most)) => least > Open::No || most == Open::Hope,
        _ => false,
    };
    if !sure {
        return;
    }
    let words = statements.first().map(|first| emit.quote(&first.text)).unwrap_or_default();
    let span = match statements.as_slice() {
        [only] => only.text.span(),
        _ => first.label.span(),
    };
    let message = format!("{name} leaves open who keeps the work up: {words}");
    let help = "say who takes it on, and from when: “the … team takes over … from September …”; if that is not settled, \
                say who will settle it and by when";
    emit.at(span, message).advise(help);
}

fn is_held(statement: &Statement, bodies: &[String]) -> bool {
    held(statement.text.words(), bodies) || statement.children().iter().any(|child| is_held(child, bodies))
}

/// How far a statement and those nested in it leave open who keeps the work up.
fn how_open(statement: &Statement) -> Open {
    let words = statement.text.words();
    let unsettled = is_early(words) && !will_settle(words);
    let own = match leaves_open(words) {
        _ if unsettled => Open::Hope,
        // "None" has its reason with it.
        Open::Bare if too_early(words) => Open::No,
        open => open,
    };
    statement.children().iter().map(how_open).fold(own, Ord::min)
}
