//! A section has its label, but nothing is said under it.
//!
//! A bare heading, the template's own question left without an answer, or “None” without a reason leave the
//! reader to guess whether nothing happened or nothing was written. Where there is nothing to say, say why:
//! staff were away, the meeting was moved, the figures come in June.
//!
//! ```markdown bad
//! ### Activity last period
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ```
//!
//! ```markdown bad
//! ### Impact so far
//! None
//! ```
//!
//! ```markdown bad
//! ### Exit strategy
//! Where this priority will no longer be a locality group focus, how will this work be sustained?
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! None: the network could not meet while its chair was ill; it meets again on 5 June 2024.
//! ```

use crate::diagnostic::Level;
use crate::form::{Role, SectionId};
use crate::report::{Passage, Priority};
use crate::rule::{Check, Emit, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "section-empty",
    group: Group::Form,
    level: Level::Error,
    check: Check::Priority(check),
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    for (at, section) in emit.form.sections.iter().enumerate() {
        if !priority.passages_of(SectionId(at)).all(Passage::is_empty) {
            continue;
        }
        let passages: Vec<&Passage> = priority.passages_of(SectionId(at)).collect();
        let Some(first) = passages.first() else { continue };
        let Some(level) = emit.demand(section, priority) else { continue };
        let (name, ask) = (&section.name, section.role.ask());
        let none = passages.iter().flat_map(|p| &p.statements).next();
        // What an authority asks beside the form may have "None" for its answer: "Issues escalated: none".
        if section.role == Role::Other && none.is_some() {
            continue;
        }
        let (message, help) = if let Some(none) = none {
            let why = format!("add the reason in a sentence, or {ask}");
            (format!("{name} says only {}, without a reason", emit.quote(&none.text)), why)
        } else if passages.iter().any(|p| !p.prompts().is_empty()) {
            let answer = format!("write the answer in place of the question; {ask}");
            (format!("{name} holds only the template's own question"), answer)
        } else if first.tail().is_some() {
            let below = "write what the section has to say below its label; what stands beside the label is not read";
            (format!("nothing stands below {name}"), below.to_owned())
        } else {
            (format!("{name} is empty"), ask.to_owned())
        };
        emit.at(first.label.span(), message).advise(help).level = level;
    }
}
