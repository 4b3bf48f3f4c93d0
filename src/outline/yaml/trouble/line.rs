//! Places on the lines around a slip.

use super::Slip;
use crate::diagnostic::Diagnostic;
use crate::source::{Span, number};

impl Slip<'_> {
    /// A finding at the rest of the line where the parser stopped.
    pub(super) fn at_rest(&self, message: impl Into<String>) -> Diagnostic {
        self.on(self.at, self.line_end(self.at), message)
    }

    /// A finding from byte `start` to `end`.
    pub(super) fn on(&self, start: usize, end: usize, message: impl Into<String>) -> Diagnostic {
        Diagnostic::unreadable(self.span(start, end), message)
    }

    /// The span of these bytes, widened to whole characters.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let mut end = end.clamp(start, self.text.len().max(start));
        while !self.text.is_char_boundary(end) && end < self.text.len() {
            end += 1;
        }
        Span::new(self.id, self.from + number(start), self.from + number(end))
    }

    /// The character at a byte.
    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Where the line of a byte begins.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |lf| lf + 1)
    }

    /// How many spaces its line begins with.
    pub(super) fn indent(&self, at: usize) -> usize {
        let line = self.text.get(self.line_start(at)..).unwrap_or_default();
        line.len() - line.trim_start_matches(' ').len()
    }

    /// The end of the words on the line of `at`.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        at + line.trim_end().len()
    }
}

/// A colon with words right after it, where one with a space was meant.
pub fn tight_colon(line: &str) -> Option<usize> {
    let at = line.find(':')?;
    let (before, after) = (line.get(..at)?, line.get(at + 1..)?);
    // A time of day has digits before its colon.
    let word = before.ends_with(char::is_alphabetic) && before.len() < 60;
    (word && after.starts_with(char::is_alphanumeric)).then_some(at)
}
