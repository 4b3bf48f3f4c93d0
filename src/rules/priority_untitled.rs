//! A priority has no title that can be told.
//!
//! The title is what a priority is followed by from term to term. In plain text without labels it is the
//! short line above the outcomes; where several lines could be it, none is taken, for a guess might tie the
//! work to the wrong priority.
//!
//! ```markdown bad
//! ## Priority:
//!
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//! ```
//!
//! ```text bad
//! District: Northmoor
//! Officers: Asha Rowe
//! Term: Spring 2 2023/24
//!
//! Increasing attendance
//! Work with the six primaries
//! Intended outcomes
//! - Persistent absence falls in the partner primaries
//! ```
//!
//! ```markdown good
//! ## Priority: Increasing attendance
//! ```

use crate::diagnostic::Level;
use crate::outline::Language;
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};
use crate::source::Text;

pub(super) const RULE: Rule = Rule {
    name: "priority-untitled",
    group: Group::Form,
    level: Level::Error,
    check: Check::Priority(check),
    ..Rule::BASE
};

/// The most lines that are named.
const SHOWN: usize = 12;

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    if priority.title.is_some() {
        return;
    }
    let candidates: Vec<String> = priority.candidates().iter().take(SHOWN).map(|line| emit.quote(line)).collect();
    let message = match candidates.as_slice() {
        [] => "this priority has no title".to_owned(),
        lines => {
            let more = if priority.candidates().len() > SHOWN { " or another line" } else { "" };
            format!("the title of this priority may be {}{more}", listed(lines, "or"))
        }
    };
    let label = emit.form.priority.first().map_or("", String::as_str);
    let help = match (emit.language(), candidates.is_empty()) {
        (Language::Yaml, _) => "add the line `title: TITLE` to this priority".to_owned(),
        (Language::Markdown, true) => {
            format!("write the title in its heading: {}", quoted(&format!("## {label}: TITLE")))
        }
        (Language::Markdown, false) => format!("make the title a heading: {}", quoted(&format!("## {label}: TITLE"))),
        (Language::Plain, true) => {
            format!("write the line {} above the first section", quoted(&format!("{label}: TITLE")))
        }
        (Language::Plain, false) => {
            format!("write {} before the words that are the title", quoted(&format!("{label}:")))
        }
    };
    let lines: Vec<&Text> = priority.candidates().iter().take(SHOWN).collect();
    let found = emit.at(priority.span, message).advise(help);
    lines.into_iter().fold(found, |found, line| found.also(line.span(), "this may be the title"));
}
