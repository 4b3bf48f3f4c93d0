//! Follow-through: what came of each statement that an earlier report planned, as far as the later report tells. Each is
//! given at most one later statement, and no later statement is given twice.
//!
//! Words cannot prove that a thing was not done: real plans come back told in other words altogether, and plans that look
//! alike come back once. So a match is graded, what is doubtful is `possible`, and what has none is "no matching
//! activity found", never "not done". A statement's id, where both carry it, settles the matter.

use crate::align::{Link, Profile, align, continued};
use crate::form::{Form, Role, SectionId};
use crate::report::{Report, Statement};
use crate::wording::{Again, plans_nothing};
use std::collections::HashSet;

mod fit;
mod kin;
mod settle;
mod stalled;
mod stem;
#[cfg(test)]
mod tests;
mod told;
mod undone;
mod weigh;
pub use kin::Lexicon;

use settle::{Found, Groups, Settled};
pub use stalled::tells_done;
use stalled::{Says, graded, says};
pub use told::Desk;
use told::Told;
use undone::{is_all_undone, is_undone};

/// What came of a planned statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// Activity or Impact of the later report tells of it.
    Reported,
    /// A statement in Activity or Impact may be about it.
    Possible,
    /// It is planned again.
    CarriedForward,
    /// No statement of the later report seems to be about it.
    NoMatch,
}

impl Outcome {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Outcome; 4] = [Outcome::Reported, Outcome::Possible, Outcome::CarriedForward, Outcome::NoMatch];

    /// Its word in JSON: `carried-forward`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Reported => "reported",
            Outcome::Possible => "possible",
            Outcome::CarriedForward => "carried-forward",
            Outcome::NoMatch => "no-match",
        }
    }
}

/// A planned statement of the earlier report, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    /// The planned statement.
    pub planned: &'a Statement,
    /// The priority that planned it, by its number in the earlier report, from 0.
    pub priority: usize,
    /// What came of it.
    pub outcome: Outcome,
    /// The statement of the later report that tells it; there is none where nothing matches.
    pub found: Option<Match<'a>>,
    /// Whether the words leave little doubt that it is the one: the same id or words, or a clear lead over all others.
    pub sure: bool,
    /// Whether that statement says itself that it was not done, was put off, or is still to come, perhaps in words that
    /// leave it open.
    pub stalled: bool,
    /// Whether its words leave open what came of the plan: it tells so only perhaps, or one thing done and another not.
    pub open: bool,
}

/// A statement of the later report that answers a planned one.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The priority it stands in, by its number in the later report, from 0.
    pub priority: usize,
    /// The section it stands in.
    pub section: SectionId,
    /// The part that section plays.
    pub role: Role,
    /// How likely the two are one, from 0 to 1: 1 only where an id or the very words say so.
    pub score: f64,
}

/// What came of all that was planned.
#[derive(Clone, Debug, Default)]
pub struct FollowThrough<'a> {
    /// Every planned statement, in the order of the earlier report.
    pub all: Vec<Followed<'a>>,
    /// Whether there were too many statements to weigh all of them against each other: then only ids and the same words
    /// were looked for.
    pub bounded: bool,
}

impl FollowThrough<'_> {
    /// How many planned statements had this outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.all.iter().filter(|followed| followed.outcome == outcome).count()
    }

    /// How many of those that are told, surely or possibly, are told as not done or put off, in words that leave no doubt.
    #[must_use]
    pub fn stalled(&self) -> usize {
        self.all.iter().filter(|followed| followed.stalled && !followed.open).count()
    }
}

/// A report as it is followed: its statements in Activity, Impact and Planned, read once for all the comparisons that
/// the report takes part in.
#[derive(Debug)]
pub struct Side<'a> {
    report: &'a Report,
    items: Vec<Item<'a>>,
}

#[derive(Debug)]
struct Item<'a> {
    statement: &'a Statement,
    priority: usize,
    section: SectionId,
    role: Role,
    told: Told,
    id: Option<String>,
}

impl<'a> Side<'a> {
    /// Reads the statements of an earlier and a later report.
    #[must_use]
    pub fn both(earlier: &'a Report, later: &'a Report, form: &Form, lexicon: &Lexicon) -> (Side<'a>, Side<'a>) {
        let mut desk = Desk::default();
        (Side::read(earlier, form, lexicon, &mut desk), Side::read(later, form, lexicon, &mut desk))
    }

    /// Reads a report's statements. A bare "none" plans and tells nothing. The desk keeps what it knows of words: only
    /// reports that were read at the same desk can be followed into each other.
    #[must_use]
    pub fn read(report: &'a Report, form: &Form, lexicon: &Lexicon, desk: &mut Desk) -> Side<'a> {
        Side::of_roles(report, form, lexicon, desk, &[Role::Activity, Role::Impact, Role::Planned])
    }

    /// The same, of what a report plans and no more: enough for the earlier of two.
    #[must_use]
    pub fn planning(report: &'a Report, form: &Form, lexicon: &Lexicon, desk: &mut Desk) -> Side<'a> {
        Side::of_roles(report, form, lexicon, desk, &[Role::Planned])
    }

    fn of_roles(report: &'a Report, form: &Form, lexicon: &Lexicon, desk: &mut Desk, roles: &[Role]) -> Side<'a> {
        let mut items = Vec::new();
        for (priority, of) in report.priorities.iter().enumerate() {
            for passage in &of.passages {
                let Some(role) = form.section(passage.section).map(|section| section.role) else { continue };
                if !roles.contains(&role) {
                    continue;
                }
                for statement in passage.statements.iter().filter(|statement| !statement.is_bare_none()) {
                    let words = statement.whole();
                    if role == Role::Planned && plans_nothing(&words) {
                        continue;
                    }
                    let id = statement.id().map(|id| crate::form::fold(id.words())).filter(|id| !id.is_empty());
                    let told = Told::of(&words, lexicon, desk);
                    items.push(Item { statement, priority, section: passage.section, role, told, id });
                }
            }
        }
        Side { report, items }
    }
}

/// Follows what `earlier` planned into `later`.
///
/// An id that both carry comes first, then the same words; what is left is weighed by stems, rare words, names, the
/// field's related words and short forms, by the order of words and by whether it stands under the same priority, and
/// assigned one to one so that all together fit best. So is what is planned again word for word, and counts as told only
/// where another statement surely tells of it. A match needs strength of its own and a lead over its rivals.
/// With more than 90,000 pairs left (300 planned, 300 told), or more than 1,200 plans, nothing is weighed, and that is
/// said.
#[must_use]
pub fn follow<'a>(earlier: &Side<'a>, later: &Side<'a>, form: &Form) -> FollowThrough<'a> {
    let (before, after) = (&earlier.report.priorities, &later.report.priorities);
    let links = align(&Profile::all(before, form), &Profile::all(after, form));
    follow_along(earlier, later, &links, &continued(before, after))
}

/// The same, where it is known already how the priorities of the two reports hang together.
#[must_use]
pub fn follow_along<'a>(
    earlier: &Side<'a>,
    later: &Side<'a>,
    links: &[Link],
    named: &[Vec<usize>],
) -> FollowThrough<'a> {
    Matches::of(earlier, later, links, named).judged()
}

/// Which planned statement has which later one, before it is judged what the later one says of it.
#[derive(Debug)]
pub struct Matches<'s, 'a> {
    earlier: &'s Side<'a>,
    later: &'s Side<'a>,
    planned: Vec<&'s Item<'a>>,
    found: Vec<Option<Found>>,
    /// Whether there were too many statements to weigh all of them against each other.
    pub bounded: bool,
}

impl<'s, 'a> Matches<'s, 'a> {
    /// Gives each planned statement the later one that answers it, if any does.
    #[must_use]
    pub fn of(earlier: &'s Side<'a>, later: &'s Side<'a>, links: &[Link], named: &[Vec<usize>]) -> Matches<'s, 'a> {
        let planned: Vec<&Item<'a>> = earlier.items.iter().filter(|item| item.role == Role::Planned).collect();
        let mut settled = Settled::of(&planned, later, kept(earlier, links, named));
        settled.by_id();
        let mut by_words = Groups::of(later, |item| Some(item.told.mark).filter(|mark| *mark != 0));
        settled.by_words(&mut by_words, false);
        let full = settled.in_full();
        settled.by_words(&mut by_words, true);
        let bounded = !settled.weigh_rest(&full);
        settled.weigh_again(&full);
        let found = settled.found;
        Matches { earlier, later, planned, found, bounded }
    }

    /// Every planned statement, the priority that planned it, by its number in the earlier report, and whether any later
    /// statement answers it.
    pub fn planned(&self) -> impl Iterator<Item = (&'a Statement, usize, bool)> {
        let all = self.planned.iter().zip(&self.found);
        all.map(|(item, found)| (item.statement, item.priority, found.is_some()))
    }

    /// The later statements that answer a planned one.
    pub fn answers(&self) -> impl Iterator<Item = &'a Statement> {
        self.found.iter().flatten().filter_map(|(at, ..)| Some(self.later.items.get(*at)?.statement))
    }

    /// What came of each, as far as the later statement says.
    #[must_use]
    pub fn judged(&self) -> FollowThrough<'a> {
        let stood: HashSet<_> = self.earlier.items.iter().map(|item| (item.role, item.told.mark)).collect();
        let all = self.planned.iter().zip(&self.found).map(|(item, found)| self.judge(item, *found, &stood));
        FollowThrough { all: all.collect(), bounded: self.bounded }
    }

    /// Judges one of them; `stood` is what the earlier report said already.
    fn judge(&self, item: &Item<'a>, found: Option<Found>, stood: &HashSet<(Role, u64)>) -> Followed<'a> {
        let found = found.and_then(|(at, score, sure)| Some((self.later.items.get(at)?, score, sure)));
        let says = found.map_or(Says::Done, |(other, ..)| match other.role {
            Role::Activity => says(&item.statement.whole(), &other.statement.whole()),
            _ => Says::Done,
        });
        // What was begun and then put off may be another thing than was planned.
        let is_begun = || {
            let of_activity = found.filter(|(other, ..)| other.role == Role::Activity);
            of_activity
                .is_some_and(|(other, ..)| graded(&item.statement.whole(), &other.statement.whole()) == Says::Begun)
        };
        let is_plain = |other: &Item<'_>| match other.role {
            Role::Planned => !item.told.contradicts(&other.told),
            _ => {
                let stood = || stood.contains(&(other.role, other.told.mark));
                let is_told = !is_begun() && !item.told.contradicts(&other.told);
                is_told && !stood() && has_all(item.statement, other.statement)
            }
        };
        let sure = found.is_some_and(|(other, _, sure)| {
            let by_id = item.id.is_some() && item.id == other.id;
            by_id || sure && is_plain(other)
        });
        let outcome = match found {
            None => Outcome::NoMatch,
            Some((other, ..)) if other.role == Role::Planned => Outcome::CarriedForward,
            Some(_) if sure => Outcome::Reported,
            Some(_) => Outcome::Possible,
        };
        let found = found.map(|(other, score, _)| Match {
            statement: other.statement,
            priority: other.priority,
            section: other.section,
            role: other.role,
            score,
        });
        let stalled = matches!(says, Says::Open | Says::Stalled);
        // What stands in no list of what was done is not counted as done.
        let is_mixed = |found: &Match<'_>| found.role == Role::Activity && !tells_done(&found.statement.whole());
        let open = says == Says::Open || !stalled && found.as_ref().is_some_and(is_mixed);
        Followed { planned: item.statement, priority: item.priority, outcome, found, sure, stalled, open }
    }
}

/// Whether a statement has the words of all that is nested in a plan, where several things are.
fn has_all(planned: &Statement, told: &Statement) -> bool {
    let nested = planned.children();
    if nested.len() < 2 {
        return true;
    }
    let told = Again::of(&told.whole());
    nested.iter().all(|one| Again::of(&one.whole()).is_all_in(&told))
}

/// For each earlier priority, the later ones that are it, or that it went into.
fn kept(earlier: &Side<'_>, links: &[Link], named: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let linked = links.iter().map(|Link { earlier, later, .. }| (*earlier, *later));
    let named = named.iter().enumerate().flat_map(|(at, names)| names.iter().map(move |first| (*first, at)));
    let mut kept = vec![Vec::new(); earlier.report.priorities.len()];
    for (earlier, later) in linked.chain(named) {
        kept.get_mut(earlier).into_iter().for_each(|kept: &mut Vec<usize>| kept.push(later));
    }
    kept
}
