//! Where a report names a priority that it does not report on.

use super::{Report, Statement};
use crate::form::fold;
use crate::source::Text;

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
        let mut scopes = self.priorities.iter().flat_map(|priority| priority.scope());
        let sections = self.priorities.iter().flat_map(|priority| &priority.passages);
        let mut statements = sections.flat_map(|passage| &passage.statements).chain(&self.unplaced);
        let scope = scopes.find(|text| fold(text.words()).contains(&title));
        scope.or_else(|| statements.find_map(|statement| within(statement, &title)))
    }
}

fn within<'s>(statement: &'s Statement, title: &str) -> Option<&'s Text> {
    match fold(statement.text.words()).contains(title) {
        true => Some(&statement.text),
        false => statement.children().iter().find_map(|child| within(child, title)),
    }
}

/// Whether a title can be written after `continues` as it stands: nothing in it parts a list, opens markup or begins a
/// comment.
#[must_use]
pub fn can_be_continued(title: &str) -> bool {
    !title.contains([',', ';', ':', '#', '[', ']', '{', '}', '"', '\'']) && title.len() <= 100
}
