//! Plain text without a `Priority` label: which of the unlabelled lines before a section is the title.

use super::Binder;
use crate::form::SectionId;
use crate::outline::{Entry, Kind};
use crate::source::{Span, Text};

impl Binder<'_> {
    /// Whether a section's label in plain text begins a new priority: there is none yet, or the one that
    /// is open has that section already and this is the form's first, or has a title right above it.
    pub(super) fn begins_priority(&self, id: SectionId) -> bool {
        let Some(priority) = self.report.priorities.last() else { return true };
        let again = priority.passages_of(id).next().is_some();
        again && (id == SectionId(0) || candidates(&self.pending).len() == 1)
    }

    /// Opens a priority whose title, if it can be told, is the one short line without a full stop among
    /// the unlabelled words since the last label. What stands after it is the scope. No guess between
    /// several: they stay where they are, and the finding names them.
    pub(super) fn open_untitled(&mut self, span: Span) {
        let found = candidates(&self.pending);
        let mut scope = Vec::new();
        let mut title = None;
        if let [only] = found.as_slice() {
            scope = self.pending.split_off(only + 1);
            title = self.pending.pop().and_then(|entry| entry.body.into_iter().next());
        }
        let several: Vec<Text> = if title.is_none() {
            found.iter().filter_map(|at| self.pending.get(*at)?.body.first().cloned()).collect()
        } else {
            Vec::new()
        };
        self.settle();
        let whole = title.as_ref().map_or(span, |t| t.span().to(span));
        self.open_priority(None, title, whole);
        if let Some(priority) = self.report.priorities.last_mut() {
            if !several.is_empty() {
                priority.more().candidates = several;
            }
            if !scope.is_empty() {
                priority.more().scope = scope.into_iter().flat_map(|entry| entry.body).collect();
            }
        }
    }
}

/// Lines that may be a title: those after the last bullet.
fn candidates(pending: &[Entry]) -> Vec<usize> {
    let from = pending.iter().rposition(|entry| entry.kind == Kind::Item).map_or(0, |at| at + 1);
    let lines = pending.iter().enumerate().skip(from).filter(|(_, entry)| entry.kind == Kind::Line);
    lines.map(|(at, _)| at).collect()
}
