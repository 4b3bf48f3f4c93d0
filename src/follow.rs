//! Follow-through: what came of each statement that an earlier report planned, as far as the later report tells. Each is
//! given at most one later statement, and no later statement is given twice.
//!
//! Words cannot prove that a thing was not done: real plans come back told in other words altogether, and plans that look
//! alike come back once. So a match is graded, what is doubtful is `possible`, and what has none is "no matching
//! activity found", never "not done". A statement's id, where both carry it, settles the matter.

use crate::align::{Link, MANY, align, continued};
use crate::form::{Form, Role, SectionId};
use crate::report::{Report, Statement};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

mod fit;
mod kin;
mod stalled;
mod stem;
#[cfg(test)]
mod tests;
mod told;
mod weigh;
pub use kin::Lexicon;

use stalled::is_stalled;
pub use told::Desk;
use told::Told;
use weigh::weigh;

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
    /// Whether that statement says itself that it was not done, or was put off.
    pub stalled: bool,
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

    /// How many of those that are told, surely or possibly, are told as not done or put off.
    #[must_use]
    pub fn stalled(&self) -> usize {
        self.all.iter().filter(|followed| followed.stalled).count()
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
    /// Reads a report's statements. A bare "none" plans and tells nothing.
    #[must_use]
    pub fn of(report: &'a Report, form: &Form, lexicon: &Lexicon) -> Side<'a> {
        Side::read(report, form, lexicon, &mut Desk::default())
    }

    /// The same, for the next of several reports: the desk keeps what it knows of their words.
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
                    let words = match statement.children() {
                        [] => Cow::Borrowed(statement.text.words()),
                        _ => Cow::Owned(statement.flat(&|text| text.words().to_owned())),
                    };
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
/// assigned one to one so that all together fit best. A match needs strength of its own and a lead over its rivals.
/// With more than 90,000 pairs left (300 planned, 300 told), or more than 1,200 plans, nothing is weighed, and that is
/// said.
#[must_use]
pub fn follow<'a>(earlier: &Side<'a>, later: &Side<'a>, form: &Form) -> FollowThrough<'a> {
    let (before, after) = (&earlier.report.priorities, &later.report.priorities);
    follow_along(earlier, later, &align(before, after, form), &continued(before, after))
}

/// The same, where it is known already how the priorities of the two reports hang together.
#[must_use]
pub fn follow_along<'a>(
    earlier: &Side<'a>,
    later: &Side<'a>,
    links: &[Link],
    named: &[Vec<usize>],
) -> FollowThrough<'a> {
    let planned: Vec<&Item<'a>> = earlier.items.iter().filter(|item| item.role == Role::Planned).collect();
    let mut matches: Vec<Option<(usize, f64, bool)>> = vec![None; planned.len()];
    let mut taken = vec![false; later.items.len()];
    let kept = kept(links, named);
    let is_kept = |item: &Item<'_>, other: &Item<'_>| kept.contains(&(item.priority, other.priority));
    let mut by_id = Groups::of(later, |item| item.id.as_deref());
    for (at, item) in planned.iter().enumerate() {
        let same = item.id.as_deref().and_then(|id| by_id.get(id));
        settle(at, later, &mut matches, &mut taken, same, |other| Some(is_kept(item, other)));
    }
    let mut by_words = Groups::of(later, |item| Some(item.told.mark).filter(|mark| *mark != 0));
    for (at, item) in planned.iter().enumerate() {
        if matches.get(at).is_some_and(Option::is_none) {
            let same = by_words.get(item.told.mark);
            let fits = |other: &Item<'_>| (!told_apart(item, other)).then(|| is_kept(item, other));
            settle(at, later, &mut matches, &mut taken, same, fits);
        }
    }
    let rows: Vec<usize> = (0..planned.len()).filter(|at| matches.get(*at).is_some_and(Option::is_none)).collect();
    let columns: Vec<usize> = (0..later.items.len()).filter(|at| taken.get(*at) == Some(&false)).collect();
    let bounded =
        rows.len().saturating_mul(columns.len()) > MANY || rows.len().saturating_mul(planned.len()) > MANY_PLANNED;
    if !bounded {
        let rows_of: Vec<&Item<'_>> = rows.iter().filter_map(|at| planned.get(*at).copied()).collect();
        let columns_of: Vec<&Item<'_>> = columns.iter().filter_map(|at| later.items.get(*at)).collect();
        for (row, found) in rows.iter().zip(weigh(&planned, &rows_of, &columns_of, &later.items, &is_kept)) {
            let found = found.and_then(|(column, score, sure)| Some((*columns.get(column)?, score, sure)));
            matches.get_mut(*row).into_iter().for_each(|place| *place = found);
        }
    }
    let all = planned.iter().zip(matches).map(|(item, found)| {
        let found = found.and_then(|(at, score, sure)| Some((later.items.get(at)?, score, sure)));
        let outcome = match found {
            None => Outcome::NoMatch,
            Some((other, ..)) if other.role == Role::Planned => Outcome::CarriedForward,
            Some((_, _, true)) => Outcome::Reported,
            Some((_, _, false)) => Outcome::Possible,
        };
        let words = |statement: &Statement| statement.flat(&|text| text.words().to_owned());
        let stalled = found.is_some_and(|(other, ..)| {
            other.role == Role::Activity && is_stalled(&words(item.statement), &words(other.statement))
        });
        let found = found.map(|(other, score, _)| Match {
            statement: other.statement,
            priority: other.priority,
            section: other.section,
            role: other.role,
            score,
        });
        Followed { planned: item.statement, priority: item.priority, outcome, found, stalled }
    });
    FollowThrough { all: all.collect(), bounded }
}

/// The pairs of an earlier and a later priority that are one, or of which one went into the other.
fn kept(links: &[Link], named: &[Vec<usize>]) -> HashSet<(usize, usize)> {
    let linked = links.iter().map(|Link { earlier, later, .. }| (*earlier, *later));
    let named = named.iter().enumerate().flat_map(|(at, names)| names.iter().map(move |first| (*first, at)));
    linked.chain(named).collect()
}

/// Two statements that both carry an id are not the same, or the ids would have matched.
fn told_apart(item: &Item<'_>, other: &Item<'_>) -> bool {
    item.id.is_some() && other.id.is_some()
}

/// The later statements that share an id or their words, those that tell before those that plan.
struct Groups<K>(HashMap<K, Group>);

#[derive(Default)]
struct Group {
    columns: Vec<usize>,
    /// All before this one are taken.
    from: usize,
}

impl<K: Eq + Hash> Groups<K> {
    fn of<'s>(later: &'s Side<'_>, name: impl Fn(&'s Item<'_>) -> Option<K>) -> Groups<K> {
        let mut groups: HashMap<K, Group> = HashMap::with_capacity(later.items.len());
        for plans in [false, true] {
            let of_role = later.items.iter().enumerate().filter(|(_, item)| (item.role == Role::Planned) == plans);
            for (name, column) in of_role.filter_map(|(column, item)| Some((name(item)?, column))) {
                groups.entry(name).or_default().columns.push(column);
            }
        }
        Groups(groups)
    }

    fn get(&mut self, name: K) -> Option<&mut Group> {
        self.0.get_mut(&name)
    }
}

/// The most statements of one id or with the same words among which the best is looked for.
const SAME: usize = 1000;

/// Gives a planned statement the best free one of a group: told before planned again, under the same priority before
/// another. `fits` gives whether it stands under the same, and nothing where the two are told apart.
fn settle(
    at: usize,
    later: &Side<'_>,
    matches: &mut [Option<(usize, f64, bool)>],
    taken: &mut [bool],
    group: Option<&mut Group>,
    fits: impl Fn(&Item<'_>) -> Option<bool>,
) {
    let Some(group) = group else { return };
    let is_taken = |column: &usize| taken.get(*column) == Some(&true);
    let passed = group.columns.iter().skip(group.from).take_while(|column| is_taken(column)).count();
    group.from += passed;
    let free = group.columns.iter().skip(group.from).take(SAME).filter(|column| !is_taken(column));
    let found = free.filter_map(|column| {
        let item = later.items.get(*column)?;
        fits(item).map(|is_kept| (item.role == Role::Planned, !is_kept, *column))
    });
    if let Some((.., column)) = found.min() {
        taken.get_mut(column).into_iter().for_each(|taken| *taken = true);
        matches.get_mut(at).into_iter().for_each(|place| *place = Some((column, 1.0, true)));
    }
}

/// The largest number of pairs of planned statements that are asked whether they are twins: 1,200 of each.
const MANY_PLANNED: usize = 1200 * 1200;
