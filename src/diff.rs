//! What came of an earlier report in a later one: what was planned and what is told of it, the fate of each priority,
//! and each section's statements added, removed, reworded or unchanged. Plain data; the words for it are `diff::page`'s.

use crate::align::{How, is_retitled};
use crate::follow::{FollowThrough, Lexicon, Side, follow};
use crate::form::{Form, SectionId};
use crate::report::{Priority, Report, Statement};
use crate::source::Text;

mod changes;
mod fates;
mod fields;
mod page;
mod reword;
mod statements;
pub use changes::{Beside, Changes, Pair};
pub use fields::FieldChange;
pub use page::{Part, page};
pub use reword::reword;

/// Two reports, side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The earlier report.
    pub earlier: &'a Report,
    /// The later report.
    pub later: &'a Report,
    /// Fields of the report that changed, other than the term.
    pub fields: Vec<FieldChange<'a>>,
    /// What came of each planned statement of the earlier report. Nothing where the other is for no later term, or of another
    /// district: what it tells is then no answer.
    pub followed: FollowThrough<'a>,
    /// Every priority of either: those of the later report in its order, then the earlier's that are gone.
    pub priorities: Vec<Change<'a>>,
}

/// What happened to one priority.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// What became of it.
    pub fate: Fate,
    /// Why `earlier` and `later` are taken for one; for one that was merged or split, why it is said to be.
    pub how: Option<How>,
    /// How sure that is, from 0 to 1; 0 where there is no `how`.
    pub sure: f64,
    /// The priority in the earlier report.
    pub earlier: Option<&'a Priority>,
    /// The priority in the later report.
    pub later: Option<&'a Priority>,
    /// A priority of the other report that it may be a part of: too little speaks for it to be told as a fact.
    pub like: Option<&'a Priority>,
    /// Other earlier priorities that the later one says it continues, or that have nearly all of its outcomes.
    pub from: Vec<&'a Priority>,
    /// The later priorities that the earlier one went into, where it went into another or into several.
    pub into: Vec<&'a Priority>,
    /// Of one that was dropped: where the later report names it all the same.
    pub named: Option<&'a Text>,
    /// Fields of the priority that changed, other than title, id and `continues`.
    pub fields: Vec<FieldChange<'a>>,
    /// The sections that either has, in the order of the form.
    pub sections: Vec<SectionChange<'a>>,
}

/// What changed in one section of one priority.
#[derive(Clone, Debug)]
pub struct SectionChange<'a> {
    /// Which section.
    pub section: SectionId,
    /// Statements of the later report only, in its order.
    pub added: Vec<&'a Statement>,
    /// Statements of the earlier report only, in its order.
    pub removed: Vec<&'a Statement>,
    /// Statements that say it in other words, earlier and later, in the later report's order.
    pub reworded: Vec<(&'a Statement, &'a Statement)>,
    /// How many statements say the same in the same words.
    pub unchanged: usize,
}

/// What became of a priority.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Fate {
    /// It is in the later report only.
    New,
    /// It goes on.
    Continued,
    /// It goes on under another title.
    Retitled,
    /// Another body holds it now.
    HandedOver,
    /// It is part of another priority now.
    Merged,
    /// It is several priorities now, or one of those.
    Split,
    /// It has ended.
    Closed,
    /// It is in the earlier report only, and nothing says why.
    Dropped,
}

impl Fate {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Fate; 8] = [
        Fate::Continued,
        Fate::Retitled,
        Fate::New,
        Fate::Split,
        Fate::Merged,
        Fate::HandedOver,
        Fate::Closed,
        Fate::Dropped,
    ];

    /// Its word in JSON: `handed-over`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Continued => "continued",
            Fate::Retitled => "retitled",
            Fate::HandedOver => "handed-over",
            Fate::Merged => "merged",
            Fate::Split => "split",
            Fate::Closed => "closed",
            Fate::Dropped => "dropped",
        }
    }
}

impl Comparison<'_> {
    /// Whether the report that was named as the earlier is for a later term than the other.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        let terms = self.earlier.term().zip(self.later.term());
        terms.is_some_and(|(before, after)| before > after && !before.same_slot(&after))
    }

    /// Whether the reports state two different districts.
    #[must_use]
    pub fn has_two_districts(&self) -> bool {
        let both = self.earlier.district().zip(self.later.district());
        both.is_some_and(|_| !fields::same_district(self.earlier, self.later))
    }

    /// Whether two districts may be one with a new name: the later report has the same priorities, by title and outcomes.
    #[must_use]
    pub fn may_be_renamed(&self) -> bool {
        let terms = self.earlier.term().zip(self.later.term());
        if !self.has_two_districts()
            || !terms.is_some_and(|(before, after)| before < after && !before.same_slot(&after))
        {
            return false;
        }
        let same = |change: &Change<'_>| change.sure > 0.5 && change.fate == Fate::Continued;
        !self.priorities.is_empty() && self.priorities.iter().all(same)
    }

    /// Whether nothing changed but the term.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let same = |change: &Change<'_>| {
            // What is closed in both reports has changed no more than what goes on.
            let both = change.earlier.zip(change.later);
            both.is_some_and(|(earlier, later)| !is_retitled(earlier, later))
                && change.fields.is_empty()
                && change.sections.iter().all(|section| !section.has_changed())
        };
        self.fields.is_empty() && self.priorities.iter().all(same)
    }
}

impl SectionChange<'_> {
    /// Whether any statement was added, removed or reworded.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        !(self.added.is_empty() && self.removed.is_empty() && self.reworded.is_empty())
    }
}

/// Compares two reports, of one district or of two.
#[must_use]
pub fn compare<'a>(earlier: &'a Report, later: &'a Report, form: &Form) -> Comparison<'a> {
    let ties = fates::Ties::of(&earlier.priorities, &later.priorities, form);
    let mut effort = statements::Effort::default();
    let mut priorities = Vec::with_capacity(later.priorities.len());
    for (at, priority) in later.priorities.iter().enumerate() {
        let mut change = ties.of_later(at, priority);
        change.sections = statements::sections(change.earlier, change.later, form, &mut effort);
        priorities.push(change);
    }
    for (at, priority) in earlier.priorities.iter().enumerate().filter(|(at, _)| !ties.goes_on(*at)) {
        let mut change = ties.of_gone(at, priority);
        let title = change.earlier.and_then(|earlier| earlier.title.as_ref()).filter(|_| change.fate == Fate::Dropped);
        change.named = title.and_then(|title| later.naming(title.words()));
        change.sections = statements::sections(change.earlier, change.later, form, &mut effort);
        priorities.push(change);
    }
    let fields = fields::of_report(earlier, later);
    let mut comparison = Comparison { earlier, later, fields, followed: FollowThrough::default(), priorities };
    let is_later = earlier.term().zip(later.term()).is_none_or(|(before, after)| !before.same_slot(&after));
    let is_whole = !earlier.cut_short && !later.cut_short;
    if is_whole && is_later && !comparison.is_backwards() && !comparison.has_two_districts() {
        comparison.followed = followed(earlier, later, form);
    }
    comparison
}

fn followed<'a>(earlier: &'a Report, later: &'a Report, form: &Form) -> FollowThrough<'a> {
    let lexicon = Lexicon::with(&form.glossary);
    let (before, after) = Side::both(earlier, later, form, &lexicon);
    follow(&before, &after, form)
}

#[cfg(test)]
mod tests;
