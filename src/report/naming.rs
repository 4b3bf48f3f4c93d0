//! Where a report names a priority that it does not report on.

use super::{Report, Statement};
use crate::form::fold;
use crate::source::Text;
use memchr::memmem::Finder;

/// Whether a title is told from the words of a sentence: one of a single word may be any word.
#[must_use]
pub fn can_be_named(title: &str) -> bool {
    fold(title).contains(' ')
}

impl Report {
    /// The first words that name this title, in a scope, a statement or what stands outside the sections: then the report
    /// says something of that priority, though it has no part of its own.
    #[must_use]
    pub fn naming(&self, title: &str) -> Option<&Text> {
        if !can_be_named(title) {
            return None;
        }
        let title = fold(title);
        let title = Finder::new(title.as_bytes());
        let mut scopes = self.priorities.iter().flat_map(|priority| priority.scope());
        let sections = self.priorities.iter().flat_map(|priority| &priority.passages);
        let mut statements = sections.flat_map(|passage| &passage.statements).chain(&self.unplaced);
        let scope = scopes.find(|text| title.find(fold(text.words()).as_bytes()).is_some());
        scope.or_else(|| statements.find_map(|statement| within(statement, &title)))
    }
}

fn within<'s>(statement: &'s Statement, title: &Finder<'_>) -> Option<&'s Text> {
    match title.find(fold(statement.text.words()).as_bytes()) {
        Some(_) => Some(&statement.text),
        None => statement.children().iter().find_map(|child| within(child, title)),
    }
}

/// Whether a title can be written after `continues` as it stands: nothing in it parts a list, opens markup or begins a
/// comment.
#[must_use]
pub fn can_be_continued(title: &str) -> bool {
    !title.contains([',', ';', ':', '#', '[', ']', '{', '}', '"', '\'']) && title.len() <= 100
}
