//! A priority has the same section twice.
//!
//! Whoever reads the districts side by side finds the first and misses the second. Put everything under one
//! label; sub-headings may keep the parts apart.
//!
//! ```markdown bad
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//!
//! ### Activity last period
//! - Trained office staff to read the weekly absence codes
//! ```
//!
//! ```markdown good
//! ### Activity last period
//!
//! #### With the heads
//! - Met the heads of the six partner primaries in January
//!
//! #### With office staff
//! - Trained office staff to read the weekly absence codes
//! ```

use crate::diagnostic::Level;
use crate::outline::Language;
use crate::report::{Passage, Priority};
use crate::rule::{Check, Emit, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "section-duplicate",
    group: Group::Reading,
    level: Level::Error,
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    let mut seen: Vec<Option<(&Passage, usize)>> = vec![None; emit.form.sections.len()];
    for passage in &priority.passages {
        let Some(there) = seen.get_mut(passage.section.0) else { continue };
        let (first, count) = there.get_or_insert((passage, 0));
        *count += 1;
        let times = match count {
            1 => continue,
            2 => "twice".to_owned(),
            count => format!("{count} times"),
        };
        let Some(section) = emit.form.section(passage.section) else { continue };
        let message = format!("{} has {} {times}", emit.priority(priority), section.name);
        let keep = match emit.language() {
            Language::Markdown => "heading",
            Language::Yaml => "key",
            Language::Plain => "label",
        };
        let help = format!("put both under the first {keep}, and take this one out");
        let found = emit.at(passage.label.span(), message).mark(format!("{} again", section.name)).advise(help);
        found.also(first.label.span(), "the first is here");
    }
}
