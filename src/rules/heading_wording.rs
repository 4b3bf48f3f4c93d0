//! A heading has another wording than the form's.
//!
//! Its meaning is understood. The same words in every report make them easier to lay side by side, and to
//! search. Case, spaces and a colon at the end do not matter.
//!
//! ```markdown bad
//! ### Exit plan
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```markdown good
//! ### Exit Strategy:
//! The attendance network takes the pathway on from September 2024.
//! ```

use crate::diagnostic::Level;
use crate::form::fold;
use crate::outline::Language;
use crate::report::{Passage, Priority};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::source::{Source, Span};

pub(super) const RULE: Rule = Rule {
    name: "heading-wording",
    group: Group::Form,
    level: Level::Note,
    check: Check::Passage(check),
    ..Rule::BASE
};

fn check(passage: &Passage, _: &Priority, emit: &mut Emit<'_>) {
    let label = &passage.label;
    let (Some(section), Some(source)) = (emit.form.section(passage.section), emit.sources.get(label.span().source))
    else {
        return;
    };
    if label.words() == section.heading {
        return;
    }
    let words = fold(label.words());
    let alias = section.labels.iter().chain([&section.key]).any(|other| fold(other) == words);
    let canonical = fold(&section.heading) == words;
    if emit.language() != Language::Markdown || !alias || canonical || !is_heading(source, label.span()) {
        return;
    }
    let message = format!("{} is called {} in the form", emit.quote(label), quoted(&section.heading));
    emit.at(label.span(), message).advise(format!("write {}", quoted(&section.heading)));
}

/// Whether the words stand on a line that `#` opens.
fn is_heading(source: &Source, label: Span) -> bool {
    let line = source.line(source.position(label.start).line);
    source.slice(line.start, line.end).trim_start_matches([' ', '>']).starts_with('#')
}
