//! The place of a span in words: "Increasing attendance, Activity, 3rd bullet".

use super::{Report, Statement};
use crate::form::Form;
use crate::source::{Sources, Span};

impl Report {
    /// The place of `span` in words; empty where the report has no name for it: in its header, or for the
    /// report as a whole, which a span without words points at.
    #[must_use]
    pub fn place(&self, span: Span, form: &Form, sources: &Sources) -> String {
        let priority = self.priorities.iter().rev().find(|p| p.whole.holds(span));
        let Some(priority) = priority.filter(|_| span.start < span.end) else { return String::new() };
        let title = priority.title.as_ref().map(|t| sources.words(t));
        let mut words = vec![title.unwrap_or_else(|| "a priority without a title".to_owned())];
        if self.unknown.iter().any(|label| label.section && label.whole.holds(span)) {
            return words.join(", ");
        }
        let before = priority.passages.iter().filter(|p| p.label.span().start <= span.start);
        if let Some(passage) = before.max_by_key(|p| p.label.span().start) {
            words.extend(form.section(passage.section).map(|s| s.name.clone()));
            words.extend(nth(&passage.statements, span));
        }
        words.join(", ")
    }
}

fn nth(statements: &[Statement], span: Span) -> Option<String> {
    let at = statements.iter().position(|s| s.span.holds(span))?;
    let statement = statements.get(at)?;
    let alike = statements.iter().take(at + 1).filter(|s| s.bullet == statement.bullet).count();
    Some(format!("{} {}", ordinal(alike), if statement.bullet { "bullet" } else { "paragraph" }))
}

/// "1st", "2nd", "3rd", "4th", "11th".
#[must_use]
pub fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
