//! What a priority is known by, and how well two priorities fit by it.

use super::{Folded, How, id};
use crate::form::{Form, Role, SectionId};
use crate::report::{Passage, Priority, Statement};
use std::cell::OnceCell;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a priority is known by, folded once for all the comparisons it takes part in; its outcomes only when they are
/// asked for, since most links need none.
#[derive(Debug)]
pub struct Profile<'a> {
    pub(super) title: Folded,
    pub(super) priority: &'a Priority,
    passages: Vec<&'a Passage>,
    outcomes: OnceCell<Folded>,
    each: OnceCell<Vec<Folded>>,
    has_id: bool,
}

impl<'a> Profile<'a> {
    /// What each of these priorities is known by.
    #[must_use]
    pub fn all(priorities: &'a [Priority], form: &Form) -> Vec<Profile<'a>> {
        priorities.iter().map(|priority| Profile::of(priority, form)).collect()
    }

    fn of(priority: &'a Priority, form: &Form) -> Profile<'a> {
        let (title, has_id) = (Folded::of(priority.name()), id(priority).is_some());
        let is_outcomes = |id: SectionId| form.section(id).is_some_and(|section| section.role == Role::Outcomes);
        let passages = priority.passages.iter().filter(|passage| is_outcomes(passage.section)).collect();
        Profile { title, priority, passages, outcomes: OnceCell::new(), each: OnceCell::new(), has_id }
    }

    fn stated(&self) -> impl Iterator<Item = &'a Statement> {
        self.passages.iter().flat_map(|passage| &passage.statements)
    }

    /// All its outcomes as one text.
    pub(super) fn outcomes(&self) -> &Folded {
        self.outcomes.get_or_init(|| {
            let mut words = String::new();
            self.stated().for_each(|statement| gather(statement, &mut words));
            Folded::of(&words)
        })
    }

    /// Each of its outcomes by itself.
    pub(super) fn each(&self) -> &[Folded] {
        self.each.get_or_init(|| {
            let all = self.stated().filter(|statement| !statement.is_bare_none());
            all.map(|statement| Folded::of(&statement.whole())).collect()
        })
    }

    /// A number for all that it is known by.
    pub(super) fn mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.title.key(), self.outcomes().key()).hash(&mut hasher);
        hasher.finish()
    }

    /// How well two priorities fit; `None` if they are not taken for one.
    pub(super) fn fit(&self, later: &Profile<'_>) -> Option<Fit> {
        let (outcomes, title) = (self.outcomes().likeness(later.outcomes()), self.title.likeness(&later.title));
        // Titles such as "attendance of primary pupils" and "of secondary pupils" are alike and not the same.
        let contrary = !self.outcomes().is_empty() && !later.outcomes().is_empty() && outcomes < 0.3;
        let (how, sure) = match (outcomes >= 0.6, title >= 0.75 && !contrary) {
            (true, true) if title > outcomes => (How::Title, title),
            (true, _) => (How::Outcomes, outcomes),
            (false, true) => (How::Title, title),
            (false, false) => return None,
        };
        // An id is there to stay: two different ones speak against what the words say.
        let doubt = if self.has_id && later.has_id { 0.5 } else { 1.0 };
        Some(Fit { how, sure: sure * doubt, worth: (outcomes + title) * doubt })
    }
}

/// How well two priorities fit. What is sure rests on the better reason alone; what it is worth counts
/// both, so that of several with the same outcomes those with like titles find each other.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    pub how: How,
    pub sure: f64,
    pub worth: f64,
}

fn gather(statement: &Statement, words: &mut String) {
    words.push_str(statement.text.words());
    words.push('\n');
    statement.children().iter().for_each(|child| gather(child, words));
}
