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
use crate::report::{Passage, Priority};
use crate::rule::{Check, Emit, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "template-prompt",
    group: Group::Form,
    level: Level::Query,
    roles: &[],
    check: Check::Passage(check),
    page: "",
};

fn check(passage: &Passage, priority: &Priority, emit: &mut Emit<'_>) {
    let answered = priority.passages_of(passage.section).any(|part| !part.is_empty());
    for prompt in passage.prompts.iter().filter(|_| answered) {
        emit.at(prompt.span(), "the template's own question is still here")
            .advise("delete the question, and keep the answer");
    }
}
