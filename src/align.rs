//! Which priority of an earlier report is which of a later one: one to one, with the reason and how sure.
//!
//! Real priorities are retitled while they keep their outcomes word for word, so titles alone do not do.
//! What became of a priority (merged, split, dropped) is for `diff` to say.

use crate::form::{Form, Role, SectionId, fold};
use crate::report::{Passage, Priority, Statement};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

mod assignment;
#[cfg(test)]
pub(crate) mod draft;
mod words;
pub(crate) use assignment::{assign, assign_both_ways};
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
    let mut links = Links { earlier: vec![false; earlier.len()], later: vec![false; later.len()], list: Vec::new() };
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

/// The most pairs of outcomes that are compared: a thousand in each report.
const MANY_OUTCOMES: usize = 1000 * 1000;

/// How much of a priority's outcomes must stand in another for it to be a part of it.
const MOST: f64 = 0.6;

/// The merges and splits that the outcomes tell, beside the links: for each priority that is in none of `links`, the
/// priority of the other report that has most of its outcomes. A priority of one outcome tells too little; with more
/// than 90,000 pairs of priorities, or a million of outcomes, none is looked for.
#[must_use]
pub fn parts(earlier: &[Profile<'_>], later: &[Profile<'_>], links: &[Link]) -> Vec<Part> {
    if earlier.len().saturating_mul(later.len()) > MANY {
        return Vec::new();
    }
    let gone = (0..earlier.len()).filter(|at| links.iter().all(|link| link.earlier != *at));
    let new = (0..later.len()).filter(|at| links.iter().all(|link| link.later != *at));
    let (gone, new): (Vec<usize>, Vec<usize>) = (gone.collect(), new.collect());
    if gone.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let count = |list: &[Profile<'_>]| list.iter().map(|one| one.each().len()).sum::<usize>();
    if count(earlier).saturating_mul(count(later)) > MANY_OUTCOMES {
        return Vec::new();
    }
    let merged = gone.into_iter().filter_map(|at| {
        let (later, sure) = holder(earlier.get(at)?, later)?;
        Some(Part { earlier: at, later, sure })
    });
    let split = new.into_iter().filter_map(|at| {
        let (earlier, sure) = holder(later.get(at)?, earlier)?;
        Some(Part { earlier, later: at, sure })
    });
    merged.chain(split).collect()
}

/// Which of several priorities holds most of the outcomes of this one, and what share of them.
fn holder(priority: &Profile<'_>, others: &[Profile<'_>]) -> Option<(usize, f64)> {
    let outcomes = priority.each();
    if outcomes.len() < 2 {
        return None;
    }
    let share = |other: &Profile<'_>| {
        let is_in = |outcome: &&Folded| other.each().iter().any(|other| outcome.likeness(other) >= 0.75);
        outcomes.iter().filter(is_in).count() as f64 / outcomes.len() as f64
    };
    let all = others.iter().map(share).enumerate().filter(|(_, share)| *share >= MOST);
    all.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

/// The links found so far, and who is taken.
struct Links {
    earlier: Vec<bool>,
    later: Vec<bool>,
    list: Vec<Link>,
}

impl Links {
    fn is_free(&self, earlier: usize, later: usize) -> bool {
        self.earlier.get(earlier) == Some(&false) && self.later.get(later) == Some(&false)
    }

    fn add(&mut self, link: Link) {
        let taken = self.earlier.get_mut(link.earlier).into_iter().chain(self.later.get_mut(link.later));
        taken.for_each(|taken| *taken = true);
        self.list.push(link);
    }

    fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let free = |taken: &[bool]| (0..).zip(taken).filter(|(_, taken)| !**taken).map(|(at, _)| at).collect();
        (free(&self.earlier), free(&self.later))
    }
}

/// What a priority is known by, folded once for all the comparisons it takes part in; its outcomes only when they are
/// asked for, since most links need none.
#[derive(Debug)]
pub struct Profile<'a> {
    title: Folded,
    priority: &'a Priority,
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
    fn outcomes(&self) -> &Folded {
        self.outcomes.get_or_init(|| {
            let mut words = String::new();
            self.stated().for_each(|statement| gather(statement, &mut words));
            Folded::of(&words)
        })
    }

    /// Each of its outcomes by itself.
    fn each(&self) -> &[Folded] {
        self.each.get_or_init(|| {
            let all = self.stated().filter(|statement| !statement.is_bare_none());
            all.map(|statement| Folded::of(&statement.whole())).collect()
        })
    }

    /// A number for all that it is known by.
    fn mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.title.key(), self.outcomes().key()).hash(&mut hasher);
        hasher.finish()
    }

    /// How well two priorities fit; `None` if they are not taken for one.
    fn fit(&self, later: &Profile<'_>) -> Option<Fit> {
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
struct Fit {
    how: How,
    sure: f64,
    worth: f64,
}

/// Its id as ids are compared.
pub(crate) fn id(priority: &Priority) -> Option<String> {
    priority.id().map(|id| fold(&id.value)).filter(|id| !id.is_empty())
}

fn gather(statement: &Statement, words: &mut String) {
    words.push_str(statement.text.words());
    words.push('\n');
    statement.children().iter().for_each(|child| gather(child, words));
}

fn link_ids(earlier: &[&Priority], later: &[&Priority], links: &mut Links) {
    let mut ids: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, id) in earlier.iter().enumerate().rev().filter_map(|(at, p)| Some((at, id(p)?))) {
        ids.entry(id).or_default().push(at);
    }
    for (at, id) in later.iter().enumerate().filter_map(|(at, p)| Some((at, id(p)?))) {
        if let Some(first) = ids.get_mut(&id).and_then(Vec::pop) {
            links.add(Link { earlier: first, later: at, how: How::Id, sure: 1.0 });
        }
    }
}

/// Links what has the same title (or outcomes), word for word. Where several priorities of one report
/// share it, those that share the other too come first, then their order decides.
fn link_same(earlier: &[Profile<'_>], later: &[Profile<'_>], how: How, links: &mut Links) {
    let by_title = how != How::Outcomes;
    let name = |profile: &Profile<'_>| if by_title { profile.title.key() } else { profile.outcomes().key() }.to_owned();
    let other =
        |profile: &Profile<'_>| if by_title { profile.outcomes().key() } else { profile.title.key() }.to_owned();
    let mut seen = [HashSet::new(), HashSet::new()];
    let is_twice =
        |seen: &mut HashSet<String>, list: &[Profile<'_>]| list.iter().any(|profile| !seen.insert(name(profile)));
    let [first, second] = &mut seen;
    // Where no name stands twice, there is nothing for the other to tell apart.
    let twice = is_twice(first, earlier) | is_twice(second, later);
    for both in [true, false].into_iter().filter(|both| twice || !both) {
        let key = |profile: &Profile<'_>| {
            let name = name(profile);
            (!name.is_empty()).then(|| (name, if both { other(profile) } else { String::new() }))
        };
        let (before, after) = links.left();
        let mut groups: HashMap<_, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, key) in before.iter().filter_map(|at| Some((*at, key(earlier.get(*at)?)?))) {
            groups.entry(key).or_default().0.push(at);
        }
        for (at, key) in after.iter().filter_map(|at| Some((*at, key(later.get(*at)?)?))) {
            groups.entry(key).or_default().1.push(at);
        }
        for (before, after) in groups.into_values() {
            let sure = if before.len() == 1 && after.len() == 1 { 1.0 } else { 0.5 };
            for (earlier, later) in before.into_iter().zip(after) {
                links.add(Link { earlier, later, how, sure });
            }
        }
    }
}

/// Links what is alike, all at once.
fn link_alike(earlier: &[Profile<'_>], later: &[Profile<'_>], links: &mut Links) {
    let (before, after) = links.left();
    let fit = |(row, column): (&usize, &usize)| earlier.get(*row)?.fit(later.get(*column)?);
    let fits: Vec<Option<Fit>> =
        before.iter().flat_map(|row| after.iter().map(move |column| (row, column))).map(fit).collect();
    let at = |row: usize, column: usize| fits.get(row * after.len() + column).copied().flatten();
    let worth = |row: usize, column: usize| at(row, column).map_or(0.0, |fit| fit.worth);
    let marks = |list: &[usize], all: &[Profile<'_>]| -> Vec<u64> {
        list.iter().map(|at| all.get(*at).map_or(0, Profile::mark)).collect()
    };
    let (rows, columns) = (marks(&before, earlier), marks(&after, later));
    for (row, column) in (0..).zip(assign_both_ways(&rows, &columns, &worth)) {
        let Some((column, fit)) = column.and_then(|column| Some((column, at(row, column)?))) else { continue };
        let (Some(earlier), Some(later)) = (before.get(row), after.get(column)) else { continue };
        let rows = (0..before.len()).filter(|other| *other != row).map(|other| worth(other, column));
        let columns = (0..after.len()).filter(|other| *other != column).map(|other| worth(row, other));
        let rivalled = rows.chain(columns).any(|rival| rival > 0.0 && rival >= fit.worth - 0.05);
        let sure = if rivalled { fit.sure.min(0.5) } else { fit.sure };
        links.add(Link { earlier: *earlier, later: *later, how: fit.how, sure });
    }
}

#[cfg(test)]
mod tests;
