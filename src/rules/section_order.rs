//! The sections of a priority stand in another order than the form's.
//!
//! Whoever reads many reports looks for a section at its usual place. The order tells a story: what was
//! meant, what was done, what comes next, what changed, and how it will go on.
//!
//! `--fix` moves whole sections, each with all that stands under it. It leaves a priority alone in which a section
//! stands twice, or something that is no section of the form between them.
//!
//! ```markdown bad
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//!
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//! ```
//!
//! ```markdown good
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//!
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ```

use crate::diagnostic::{Edit, Level};
use crate::outline::Language;
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule, listed};
use crate::source::{Source, Span, number};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "section-order",
    group: Group::Form,
    level: Level::Note,
    check: Check::Priority(check),
    fixes: true,
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    for (at, passage) in priority.passages.iter().enumerate() {
        let before = || priority.passages.iter().take(at);
        if before().any(|earlier| earlier.section == passage.section) {
            continue;
        }
        let Some(other) = before().find(|earlier| earlier.section > passage.section) else { continue };
        let (Some(this), Some(that)) = (emit.form.section(passage.section), emit.form.section(other.section)) else {
            continue;
        };
        let order = listed(&emit.form.section_names(), "and");
        let source = emit.sources.get(priority.whole.source);
        let edit = source.and_then(|source| sorted(priority, source, emit.language()));
        emit.at(passage.label.span(), format!("{} stands after {}", this.name, that.name))
            .advise(format!("move {} before {}: the order is {order}", this.name, that.name))
            .also(other.label.span(), format!("{} should come before this", this.name))
            .mend("put the sections in the order of the form", edit.into_iter().collect());
        return;
    }
}

/// The sections of a priority in the order of the form; `None` where they are not headings (in YAML, keys) of one
/// level one after the other, each once. The empty lines between them stay where they are.
fn sorted(priority: &Priority, source: &Source, language: Language) -> Option<Edit> {
    let starts = priority.passages.iter().map(|passage| {
        let at = passage.label.span().start;
        let line = source.line(source.position(at).line).start;
        Some((line, Opening::of(source.slice(line, at), language)?))
    });
    let starts: Vec<(u32, Opening)> = starts.collect::<Option<_>>()?;
    let (first, opening) = *starts.first()?;
    let rising = starts.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
    if !rising || starts.iter().any(|start| start.1 != opening) {
        return None;
    }
    let (mut parts, mut at): (Vec<Range<u32>>, u32) = (Vec::new(), first);
    let mut rest = starts.iter().skip(1).map(|start| start.0).peekable();
    for line in source.slice(first, number(source.text.len())).split_inclusive('\n') {
        let next = at + number(line.len());
        if at == first || rest.next_if_eq(&at).is_some() {
            parts.push(at..next);
        } else if opening.is_ended_by(line) {
            // Something beside the sections: at the end it is what comes next, between them it is odd.
            break;
        } else if is_rule(line) {
            return None;
        } else if let Some(part) = parts.last_mut() {
            part.end = next;
        }
        at = next;
    }
    let mut order: Vec<usize> = (0..starts.len()).collect();
    order.sort_by_key(|at| priority.passages.get(*at).map(|passage| passage.section));
    let section = |at: &usize| priority.passages.get(*at).map(|passage| passage.section);
    let twice = order.windows(2).any(|pair| matches!(pair, [a, b] if section(a) == section(b)));
    if parts.len() != starts.len() || twice {
        return None;
    }
    let words = |part: &Range<u32>| source.slice(part.start, part.end).trim_end();
    let mut text = String::new();
    for (part, from) in parts.iter().zip(order) {
        text.push_str(words(parts.get(from)?));
        text.push_str(source.slice(part.start + number(words(part).len()), part.end));
    }
    let span = Span::new(priority.whole.source, first, parts.last()?.end);
    Some(Edit { span, text })
}

/// How the sections of a priority are opened: by headings of this level, or by keys set in so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Heading(usize),
    Key(usize),
}

impl Opening {
    /// By what stands before a section's label on its line.
    fn of(before: &str, language: Language) -> Option<Opening> {
        let marks = before.trim_end();
        match language {
            Language::Markdown if !marks.is_empty() && marks.chars().all(|c| c == '#') => {
                Some(Opening::Heading(marks.len()))
            }
            Language::Yaml if marks.is_empty() => Some(Opening::Key(before.len())),
            Language::Markdown | Language::Yaml | Language::Plain => None,
        }
    }

    /// Whether a line begins something of the same level, or of a higher one.
    fn is_ended_by(self, line: &str) -> bool {
        let words = line.trim_start();
        let inset = line.len() - words.len();
        match self {
            Opening::Heading(level) => {
                let marks = words.len() - words.trim_start_matches('#').len();
                inset < 4 && (1..=level).contains(&marks)
            }
            Opening::Key(column) => {
                let in_list = inset == column && words.starts_with("- ");
                inset <= column && !words.is_empty() && !in_list
            }
        }
    }
}

/// Whether a line is a rule across the page, or the line below a heading.
fn is_rule(line: &str) -> bool {
    let mut marks = line.trim().chars();
    marks.next().is_some_and(|mark| "-=*_".contains(mark) && line.trim().len() > 2 && marks.all(|c| c == mark))
}
