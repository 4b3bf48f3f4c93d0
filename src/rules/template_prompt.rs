//! The template's own question still stands above the answer.
//!
//! It reads as if the district had written it, and it is printed in every document made from the report. Where
//! the question stands alone, the section is empty, and `section-empty` says so.
//!
//! ```markdown bad
//! ### Exit strategy
//! Where this priority will no longer be a locality group focus, how will this work be sustained?
//!
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```markdown good
//! ### Exit strategy
//! The attendance network takes the pathway on from September 2024.
//! ```

use crate::diagnostic::Level;
use crate::form::SectionId;
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule};
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    name: "template-prompt",
    group: Group::Form,
    level: Level::Query,
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    if priority.passages.iter().all(|part| part.prompts().is_empty()) {
        return;
    }
    let answers = priority.passages.iter().filter(|part| !part.is_empty());
    let answered: HashSet<SectionId> = answers.map(|part| part.section).collect();
    let asks = priority.passages.iter().filter(|part| answered.contains(&part.section));
    for prompt in asks.flat_map(|part| part.prompts()) {
        emit.at(prompt.span(), "the template's own question is still here")
            .advise("delete the question, and keep the answer");
    }
}
