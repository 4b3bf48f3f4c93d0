//! The links of one report's priorities with another's, one reason at a time: each tries what the ones before left.

use super::profile::Fit;
use super::{How, Link, Profile, assign_both_ways, id};
use crate::report::Priority;
use std::collections::{HashMap, HashSet};

/// The links found so far, and who is taken.
pub(super) struct Links {
    earlier: Vec<bool>,
    later: Vec<bool>,
    pub list: Vec<Link>,
}

impl Links {
    /// None yet, between so many earlier and so many later priorities.
    pub fn none(earlier: usize, later: usize) -> Links {
        Links { earlier: vec![false; earlier], later: vec![false; later], list: Vec::new() }
    }

    pub fn is_free(&self, earlier: usize, later: usize) -> bool {
        self.earlier.get(earlier) == Some(&false) && self.later.get(later) == Some(&false)
    }

    pub fn add(&mut self, link: Link) {
        let taken = self.earlier.get_mut(link.earlier).into_iter().chain(self.later.get_mut(link.later));
        taken.for_each(|taken| *taken = true);
        self.list.push(link);
    }

    pub fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let free = |taken: &[bool]| (0..).zip(taken).filter(|(_, taken)| !**taken).map(|(at, _)| at).collect();
        (free(&self.earlier), free(&self.later))
    }
}

/// Links what states the same id.
pub(super) fn link_ids(earlier: &[&Priority], later: &[&Priority], links: &mut Links) {
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
pub(super) fn link_same(earlier: &[Profile<'_>], later: &[Profile<'_>], how: How, links: &mut Links) {
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
pub(super) fn link_alike(earlier: &[Profile<'_>], later: &[Profile<'_>], links: &mut Links) {
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
