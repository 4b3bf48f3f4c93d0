//! A child seems to be named, or to stand here by their initials.
//!
//! Initials with a school or a year group are enough for a neighbour, and a report is read by more people than it was
//! written for. The Information Commissioner's test is whether somebody with a reason to find out could. Write “a
//! pupil”, or tell the story without what makes the child easy to know.
//!
//! Only words beside the name tell that it is a child's (“pupil”, “aged six”, “in 7B”, “'s mum”). Officers, heads, teachers,
//! councillors, streets, schools and awards are left alone. One that is a child's and may be named, with the family's
//! consent, is explained.
//!
//! ```markdown bad
//! ### Activity last period
//! - Pupil Jayden Marlock moved to Fellside after the panel met
//! ```
//!
//! ```markdown bad
//! ### Impact so far
//! - JB (Y5) now comes in every morning
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Ellie Whitcombe, SENCO at Wharf Lane, and Mr T.B. Rooke thanked Year 6; PE and EAL pupils joined the Maisie Grant Award
//! - Pupil Premium leads met the Child Protection team at St Mary’s
//! ```

use crate::diagnostic::Level;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::Kind;

pub(super) const RULE: Rule = Rule {
    name: "child-named",
    group: Group::Disclosure,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(_: &Report, emit: &mut Emit<'_>) {
    for (one, span) in emit.private() {
        let message = match one.kind {
            Kind::Name => "a child seems to be named here",
            Kind::Initials => {
                "a child’s initials seem to stand here; with the school or the year group they tell who it is"
            }
            _ => continue,
        };
        let help = "write “a pupil” or “a child”: by the Information Commissioner’s guidance nobody with a reason to look may \
                    be able to tell who it is; if it is an adult in their post, put the post before the name";
        emit.at(span, message).advise(help);
    }
}
