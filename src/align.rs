//! Which priority of an earlier report is which of a later one: one to one, with the reason and how sure.
//!
//! Real priorities are retitled while they keep their outcomes word for word, so titles alone do not do.
//! What became of a priority (merged, split, dropped) is for `diff` to say.

use crate::form::{Status, fold};
use crate::report::Priority;
use std::collections::{HashMap, HashSet};

mod assignment;
#[cfg(test)]
pub(crate) mod draft;
mod links;
mod parts;
mod profile;
mod words;
pub(crate) use assignment::{assign, assign_both_ways};
use links::{Links, link_alike, link_ids, link_same};
pub use parts::parts;
pub use profile::Profile;
pub use words::Folded;
pub(crate) use words::{composed, is_light};

/// An earlier and a later priority that are one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Link {
    /// Its number in the earlier report, from 0.
    pub earlier: usize,
    /// Its number in the later report, from 0.
    pub later: usize,
    /// Why they are taken for one.
    pub how: How,
    /// How sure that is, from 0 to 1; 0.5 or less where another priority would have done as well.
    pub sure: f64,
}

/// Why two priorities are taken for one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum How {
    /// Both state the same id.
    Id,
    /// The later says that it continues the earlier.
    Continues,
    /// Their titles are the same, or nearly.
    Title,
    /// Their intended outcomes are the same, or nearly.
    Outcomes,
}

impl How {
    /// Its word in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            How::Id => "id",
            How::Continues => "continues",
            How::Title => "title",
            How::Outcomes => "outcomes",
        }
    }
}

/// The largest number of candidate pairs that are weighed against each other, here and in `diff`: three
/// hundred on each side.
pub(crate) const MANY: usize = 300 * 300;

/// Links the priorities of two reports, in the order of the later one.
///
/// Reasons are tried in this order, each on what the ones before left over: the same id; `continues`; the
/// same title; then the likeness of outcomes and titles, for all that are left at once, so that the links
/// together fit best. With more than 90,000 pairs left (no real report has them) only priorities whose
/// outcomes are word for word the same are linked in that last step.
#[must_use]
pub fn align(before: &[Profile<'_>], after: &[Profile<'_>]) -> Vec<Link> {
    let [earlier, later] = [before, after].map(|list| list.iter().map(|one| one.priority).collect::<Vec<_>>());
    let mut links = Links::none(earlier.len(), later.len());
    link_ids(&earlier, &later, &mut links);
    for (at, named) in named_by(&earlier, &later).iter().enumerate() {
        if let Some(first) = named.iter().find(|first| links.is_free(**first, at)) {
            links.add(Link { earlier: *first, later: at, how: How::Continues, sure: 1.0 });
        }
    }
    link_same(before, after, How::Title, &mut links);
    if links.left().0.len().saturating_mul(links.left().1.len()) > MANY {
        link_same(before, after, How::Outcomes, &mut links);
    } else {
        link_alike(before, after, &mut links);
    }
    links.list.sort_by_key(|link| link.later);
    links.list
}

/// The links of [`align`] along which a priority goes on as itself. What continues one whose own report says that it was
/// merged or split, or has its outcomes, is what it went into and not that one again, unless it has its id or its title.
#[must_use]
pub fn carried(before: &[Profile<'_>], after: &[Profile<'_>]) -> Vec<Link> {
    let is_other = |link: &Link| {
        let both = before.get(link.earlier).zip(after.get(link.later));
        both.is_some_and(|(before, after)| {
            let went = before.priority.known_status();
            let is_ended = matches!(went, Some(Status::Merged | Status::Split));
            let is_told_again = after.priority.known_status() == went;
            is_ended && !is_told_again && link.how != How::Id && is_retitled(before.priority, after.priority)
        })
    };
    align(before, after).into_iter().filter(|link| !is_other(link)).collect()
}

/// What the priorities of a report can be named by in a later `continues`: an id, or a title, and an id before another's
/// title. It is the one reading of that line.
#[derive(Debug)]
pub struct Names(HashMap<String, usize>);

impl Names {
    /// The names of these priorities.
    #[must_use]
    pub fn of<'p>(priorities: impl IntoIterator<Item = &'p Priority>) -> Names {
        let mut names = HashMap::new();
        let mut add = |name: String, at: usize| {
            if !name.is_empty() {
                names.entry(name).or_insert(at);
            }
        };
        let title = |priority: &Priority| Folded::of(priority.name()).key().to_owned();
        let (known, bare): (Vec<_>, Vec<_>) = (0..).zip(priorities).partition(|(_, one)| id(one).is_some());
        known.iter().filter_map(|(at, one)| Some((id(one)?, *at))).for_each(|(id, at)| add(id, at));
        // Who has no id can be named by the title alone.
        bare.iter().chain(&known).for_each(|(at, one)| add(title(one), *at));
        Names(names)
    }

    /// The number of the priority that these words name.
    #[must_use]
    pub fn find(&self, words: &str) -> Option<usize> {
        self.0.get(&fold(words)).or_else(|| self.0.get(Folded::of(words).key())).copied()
    }
}

/// For each later priority the earlier ones that its `continues` names, by id or by title. The first is the one that
/// [`align`] links, if no other holds it; the others went into it.
#[must_use]
pub fn continued(earlier: &[Priority], later: &[Priority]) -> Vec<Vec<usize>> {
    let [earlier, later] = [earlier, later].map(|list| list.iter().collect::<Vec<_>>());
    named_by(&earlier, &later)
}

fn named_by(earlier: &[&Priority], later: &[&Priority]) -> Vec<Vec<usize>> {
    if later.iter().all(|priority| priority.continues().is_empty()) {
        return vec![Vec::new(); later.len()];
    }
    let names = Names::of(earlier.iter().copied());
    let all = later.iter().map(|priority| {
        let mut seen = HashSet::new();
        let all = priority.continues().iter().filter_map(|stated| names.find(&stated.value));
        all.filter(|at| seen.insert(*at)).collect()
    });
    all.collect()
}

/// A priority that no link leads to, and a linked one that holds most of its outcomes: it seems to have gone into it, or
/// to have come out of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Part {
    /// The number of the earlier priority, from 0.
    pub earlier: usize,
    /// The number of the later one, from 0.
    pub later: usize,
    /// Which of its intended outcomes stand in the other, as a share from 0.6 to 1.
    pub sure: f64,
}

/// From which sureness on two priorities are said to be one, or one a part of the other; below, it only looks so.
pub(crate) const SURE: f64 = 0.8;

/// Whether both have a title, and not the same one.
pub(crate) fn is_retitled(earlier: &Priority, later: &Priority) -> bool {
    let titles = earlier.title.as_ref().zip(later.title.as_ref());
    titles.is_some_and(|(before, after)| Folded::of(before.words()).key() != Folded::of(after.words()).key())
}

/// Its id as ids are compared.
pub(crate) fn id(priority: &Priority) -> Option<String> {
    priority.id().map(|id| fold(&id.value)).filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests;
