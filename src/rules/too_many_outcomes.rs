//! A priority has more intended outcomes than a reader can follow.
//!
//! Guides to writing outcomes advise three to five. With more, the work spreads thin, and the impact of some is
//! never reported. Put together those that say nearly the same, or make a priority of its own of those that stand
//! apart. Parts of an outcome may stand under it and are not counted.
//!
//! ```markdown bad
//! ### Intended outcomes
//! - Persistent absence falls
//! - Fewer children start the day late
//! - More parents know whom to ask
//! - Fewer pupils are suspended
//! - Staff spot worries sooner
//! - Children feel safer on the way home
//! ```
//!
//! ```markdown good
//! ### Intended outcomes
//! - Persistent absence falls
//!   - in Reception
//!   - in Key Stage 1
//!   - in Key Stage 2
//! - Fewer children start the day late
//! - More parents know whom to ask
//! - Fewer pupils are suspended
//! - Staff spot worries sooner
//! ```

use crate::diagnostic::Level;
use crate::form::{Role, Status};
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule, Setting, Standard};

pub(super) const RULE: Rule = Rule {
    name: "too-many-outcomes",
    group: Group::Content,
    level: Level::Note,
    roles: &[Role::Outcomes],
    settings: &[Setting {
        name: "most",
        standard: Standard::Number(5),
        about: "How many intended outcomes a priority may have.",
    }],
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    if priority.known_status().is_some_and(Status::ended) {
        return;
    }
    let most = emit.number("most");
    let sections = priority.passages.iter().filter_map(|p| emit.form.section(p.section).map(|section| (p, section)));
    let mut outcomes = sections.filter(|(_, section)| section.role == Role::Outcomes).peekable();
    let Some((first, section)) = outcomes.peek().copied() else { return };
    let count: usize = outcomes.map(|(passage, _)| passage.statements.len()).sum();
    if u32::try_from(count).is_ok_and(|count| count <= most) {
        return;
    }
    let message = format!("{} has {count} {}, more than {most}", emit.priority(priority), section.name.to_lowercase());
    let help = format!(
        "keep the {most} that matter most: put together those that say nearly the same, or make a priority of some"
    );
    emit.at(first.label.span(), message).advise(help);
}
