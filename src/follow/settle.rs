//! Giving each plan a later statement: by id, by the same words, by all of the plan's words, and the rest by weight.
//! It keeps the bounds and who is taken; how well two statements fit is for `fit` and `weigh` to say.

use super::weigh::weigh;
use super::{Item, Side};
use crate::align::{MANY, assign};
use crate::form::Role;
use std::collections::HashMap;
use std::hash::Hash;

/// A later statement by its number, how likely it is the one, and whether surely.
pub(super) type Found = (usize, f64, bool);

/// The plans, the later statements, and which have found each other so far.
pub(super) struct Settled<'s, 'a> {
    planned: &'s [&'s Item<'a>],
    later: &'s Side<'a>,
    /// For each earlier priority, the later ones that are it, or that it went into.
    kept: Vec<Vec<usize>>,
    /// For each plan.
    pub(super) found: Vec<Option<Found>>,
    /// For each later statement.
    taken: Vec<bool>,
}

impl<'s, 'a> Settled<'s, 'a> {
    pub(super) fn of(planned: &'s [&'s Item<'a>], later: &'s Side<'a>, kept: Vec<Vec<usize>>) -> Self {
        Settled { planned, later, kept, found: vec![None; planned.len()], taken: vec![false; later.items.len()] }
    }

    /// Matches what carries the same id.
    pub(super) fn by_id(&mut self) {
        let mut groups = Groups::of(self.later, |item| item.id.as_deref());
        for (at, item) in self.planned.iter().enumerate() {
            let same = item.id.as_deref().and_then(|id| groups.get(id));
            self.settle(at, same, |_| true);
        }
    }

    /// Matches what has the same words: what tells, and what plans only if asked for.
    pub(super) fn by_words(&mut self, groups: &mut Groups<u64>, plans: bool) {
        for (at, item) in self.planned.iter().enumerate() {
            if self.found.get(at).is_some_and(Option::is_none) {
                let same = groups.get(item.told.mark);
                self.settle(at, same, |other| (plans || other.role != Role::Planned) && !told_apart(item, other));
            }
        }
    }

    /// Matches the plans whose words all stand in a statement that tells, so that what is planned once more, as the next
    /// meeting of a network is, counts as done. Gives their pairs.
    pub(super) fn in_full(&mut self) -> Vec<(usize, usize)> {
        let (rows, columns) = (self.open(), self.free(false));
        if !self.is_within(&rows, &columns) {
            return Vec::new();
        }
        let worth = |item: &Item<'_>, other: &Item<'_>| {
            if !item.told.stands_in(&other.told) || item.told.contradicts(&other.told) || told_apart(item, other) {
                return 0.0;
            }
            let kept = if self.is_kept(item, other) { 1.0 } else { 0.5 };
            // The fewer other words the statement has, the more it is this plan that it tells of.
            kept + item.told.words.len() as f64 / other.told.words.len().max(1) as f64
        };
        let items: Vec<&Item<'_>> = columns.iter().filter_map(|column| self.later.items.get(*column)).collect();
        let mut worths = Vec::with_capacity(rows.len() * items.len());
        for item in rows.iter().filter_map(|row| self.planned.get(*row)) {
            worths.extend(items.iter().map(|other| worth(item, other)));
        }
        if worths.iter().all(|worth| *worth == 0.0) {
            return Vec::new();
        }
        let worth = |row: usize, column: usize| worths.get(row * columns.len() + column).copied().unwrap_or(0.0);
        let given = rows.iter().zip(assign(rows.len(), columns.len(), &worth));
        let full: Vec<_> = given.filter_map(|(row, column)| Some((*row, *columns.get(column?)?))).collect();
        full.iter().for_each(|(row, column)| self.take(*row, (*column, FULL, true)));
        full
    }

    /// Weighs what is left, and says whether that was within bounds.
    pub(super) fn weigh_rest(&mut self, full: &[(usize, usize)]) -> bool {
        let weighed = self.weighed(self.open(), self.free(true), full);
        weighed.iter().flatten().for_each(|(row, found)| self.take(*row, *found));
        weighed.is_some()
    }

    /// Weighs the plans that stand in the later report once more, word for word, against what tells and is left: what is
    /// surely told was done, and is planned anew or was left standing.
    pub(super) fn weigh_again(&mut self, full: &[(usize, usize)]) {
        let is_again = |(item, found): (&&Item<'_>, &Option<Found>)| {
            let again = found.and_then(|(column, ..)| self.later.items.get(column));
            again.is_some_and(|again| {
                again.role == Role::Planned && item.id.is_none() && again.told.mark == item.told.mark
            })
        };
        let all = self.planned.iter().zip(&self.found).enumerate();
        let rows: Vec<usize> = all.filter(|(_, pair)| is_again(*pair)).map(|(at, _)| at).collect();
        if rows.is_empty() {
            return;
        }
        let weighed = self.weighed(rows, self.free(false), full).unwrap_or_default();
        weighed.iter().filter(|(_, (.., sure))| *sure).for_each(|(row, found)| self.take(*row, *found));
    }

    /// The best of these columns for each of these rows, if that is within bounds. What is matched in `full` stays a rival:
    /// it shows how well a true answer fits.
    fn weighed(
        &self,
        mut rows: Vec<usize>,
        mut columns: Vec<usize>,
        full: &[(usize, usize)],
    ) -> Option<Vec<(usize, Found)>> {
        let open = rows.len();
        rows.extend(full.iter().map(|(row, _)| row));
        columns.extend(full.iter().map(|(_, column)| column));
        if !self.is_within(&rows, &columns) {
            return None;
        }
        let rows_of: Vec<&Item<'_>> = rows.iter().filter_map(|at| self.planned.get(*at).copied()).collect();
        let columns_of: Vec<&Item<'_>> = columns.iter().filter_map(|at| self.later.items.get(*at)).collect();
        let is_kept = |item: &Item<'_>, other: &Item<'_>| self.is_kept(item, other);
        let weighed = weigh(self.planned, &rows_of, &columns_of, &self.later.items, full.len(), &is_kept);
        let found = rows.iter().zip(weighed).take(open).filter_map(|(row, found)| {
            let (column, score, sure) = found?;
            Some((*row, (*columns.get(column)?, score, sure)))
        });
        Some(found.collect())
    }

    fn is_kept(&self, item: &Item<'_>, other: &Item<'_>) -> bool {
        self.kept.get(item.priority).is_some_and(|kept| kept.contains(&other.priority))
    }

    fn take(&mut self, row: usize, found: Found) {
        self.taken.get_mut(found.0).into_iter().for_each(|taken| *taken = true);
        self.found.get_mut(row).into_iter().for_each(|place| *place = Some(found));
    }

    /// The plans that have no match yet.
    fn open(&self) -> Vec<usize> {
        (0..).zip(&self.found).filter(|(_, found)| found.is_none()).map(|(at, _)| at).collect()
    }

    /// The later statements that are no match yet, those that plan only if asked for.
    fn free(&self, plans: bool) -> Vec<usize> {
        let all = (0..).zip(&self.taken).zip(&self.later.items);
        let free = all.filter(|((_, taken), item)| !**taken && (plans || item.role != Role::Planned));
        free.map(|((at, _), _)| at).collect()
    }

    fn is_within(&self, rows: &[usize], columns: &[usize]) -> bool {
        rows.len().saturating_mul(columns.len()) <= MANY
            && rows.len().saturating_mul(self.planned.len()) <= MANY_PLANNED
    }

    /// Gives a plan the best free one of a group that fits: told before planned again, under the same priority before
    /// another.
    fn settle(&mut self, at: usize, group: Option<&mut Group>, fits: impl Fn(&Item<'_>) -> bool) {
        let Some((group, plan)) = group.zip(self.planned.get(at)) else { return };
        let is_taken = |column: &usize| self.taken.get(*column) == Some(&true);
        let passed = group.columns.iter().skip(group.from).take_while(|column| is_taken(column)).count();
        group.from += passed;
        let free = group.columns.iter().skip(group.from).take(SAME).filter(|column| !is_taken(column));
        let found = free.filter_map(|column| {
            let item = self.later.items.get(*column).filter(|item| fits(item))?;
            Some((item.role == Role::Planned, !self.is_kept(plan, item), *column))
        });
        if let Some((.., column)) = found.min() {
            self.take(at, (column, 1.0, true));
        }
    }
}

/// Two statements that both carry an id are not the same, or the ids would have matched.
pub(super) fn told_apart(item: &Item<'_>, other: &Item<'_>) -> bool {
    item.id.is_some() && other.id.is_some()
}

/// How likely a statement that has all of a plan's words is the answer.
const FULL: f64 = 0.95;
/// The largest number of pairs of planned statements that are asked whether they are twins: 1,200 of each.
const MANY_PLANNED: usize = 1200 * 1200;

/// The later statements that share an id or their words, those that tell before those that plan.
pub(super) struct Groups<K>(HashMap<K, Group>);

#[derive(Default)]
pub(super) struct Group {
    columns: Vec<usize>,
    /// All before this one are taken.
    from: usize,
}

impl<K: Eq + Hash> Groups<K> {
    pub(super) fn of<'s>(later: &'s Side<'_>, name: impl Fn(&'s Item<'_>) -> Option<K>) -> Groups<K> {
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
