//! The priorities of a paper by theme, and those that are told of at length.

use super::MOST;
use super::chosen::{Candidate, chosen, chosen_beside};
use super::gathered::{From, One};
use super::latest::candidates;
use super::records::{Chosen, Strand, Theme};
use crate::follow::tells_done;
use crate::form::{Role, fold_name};
use crate::report::Statement;
use crate::wording::gives_evidence;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The priorities of one theme.
type Group<'s, 'a> = (String, Vec<&'s One<'a>>);

/// The themes, those of most districts first; a priority stands under each of its own.
pub(super) fn themes(all: &[One<'_>], from: &From<'_, '_>) -> Vec<Theme> {
    let mut already = HashSet::new();
    let theme = |(name, ones): Group<'_, '_>| {
        let going: Vec<&One<'_>> = ones.iter().copied().filter(|one| one.row.end.is_none()).collect();
        let intended = candidates(&going, Role::Outcomes, from);
        let outcomes = chosen_beside(&mut already, intended, MOST.outcomes, from);
        let (districts, still) = (districts(&ones), districts(&going));
        Theme {
            name,
            is_shared: districts.len() > 1,
            districts,
            priorities: ones.len(),
            titles: ones.iter().map(|one| one.named()).collect(),
            is_shared_still: still.len() > 1 && !outcomes.statements.is_empty(),
            outcomes,
        }
    };
    groups(all, usize::MAX).into_iter().map(theme).collect()
}

/// The priorities by the first of their themes, and last those without one.
pub(super) fn strands(all: &[One<'_>], from: &From<'_, '_>) -> Vec<Strand> {
    let mut grouped = groups(all, 1);
    let without: Vec<&One<'_>> = all.iter().filter(|one| one.themes.is_empty()).collect();
    if !without.is_empty() {
        grouped.push((String::new(), without));
    }
    let alone = alone(all);
    let strand = |(name, ones): Group<'_, '_>| {
        let is_shared = !ones.first().and_then(|one| one.themes.first()).is_some_and(|(key, _)| alone.contains(key));
        let (activity, put_off): (Vec<_>, Vec<_>) =
            candidates(&ones, Role::Activity, from).into_iter().partition(|one| tells_done(&one.statement.whole()));
        let mut longest: Vec<(usize, &One<'_>)> = (0..).zip(ones.iter().copied()).collect();
        longest.sort_by_key(|(at, one)| (Reverse(one.row.reports), *at));
        longest.truncate(MOST.priorities);
        longest.sort_by_key(|(at, _)| *at);
        Strand {
            name,
            is_shared,
            districts: districts(&ones),
            left_out: ones.len().saturating_sub(MOST.priorities),
            activity: chosen(activity, MOST.statements, from),
            put_off: chosen(put_off, MOST.statements, from),
            priorities: longest.into_iter().map(|(_, one)| one.record(from)).collect(),
        }
    };
    grouped.into_iter().map(strand).collect()
}

/// What was done in priorities whose theme one district alone has, where others are shared: what is less common.
pub(super) fn less_common(all: &[One<'_>], from: &From<'_, '_>) -> Chosen {
    let alone = alone(all);
    let is_alone = |one: &&One<'_>| one.themes.first().is_some_and(|(key, _)| alone.contains(key));
    let ones: Vec<&One<'_>> = all.iter().filter(is_alone).collect();
    let mut done = candidates(&ones, Role::Activity, from);
    done.retain(|one| tells_done(&one.statement.whole()));
    chosen(done, MOST.statements, from)
}

/// The themes that one district alone has, where there are others.
fn alone(all: &[One<'_>]) -> BTreeSet<String> {
    let mut of_theme: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for one in all {
        for (key, _) in &one.themes {
            of_theme.entry(key).or_default().insert(fold_name(&one.row.district.value));
        }
    }
    let is_any_shared = of_theme.values().any(|districts| districts.len() > 1);
    let single = of_theme.into_iter().filter(|(_, districts)| is_any_shared && districts.len() == 1);
    single.map(|(key, _)| key.to_owned()).collect()
}

/// The priorities by their themes, by so many of each, those of most districts first.
fn groups<'s, 'a>(all: &'s [One<'a>], most: usize) -> Vec<Group<'s, 'a>> {
    let mut by_key: BTreeMap<&str, Group<'s, 'a>> = BTreeMap::new();
    for one in all {
        for (key, name) in one.themes.iter().take(most) {
            by_key.entry(key).or_insert_with(|| (name.clone(), Vec::new())).1.push(one);
        }
    }
    let mut groups: Vec<Group<'s, 'a>> = by_key.into_values().collect();
    groups.sort_by_key(|(_, ones)| Reverse(districts(ones).len()));
    groups
}

/// The districts of some priorities, each once.
fn districts(ones: &[&One<'_>]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let fresh = ones.iter().filter(|one| seen.insert(fold_name(&one.row.district.value)));
    fresh.map(|one| one.district.clone()).collect()
}

/// The priorities that most reports tell of, and of these the ones of most statements; one of each district.
pub(super) fn case_studies<'s, 'a>(all: &'s [One<'a>]) -> Vec<&'s One<'a>> {
    let mut fullest: Vec<(usize, &One<'a>)> = all.iter().map(|one| (one.statements(), one)).collect();
    fullest.sort_by_key(|(statements, one)| (Reverse(one.row.reports), Reverse(*statements)));
    let mut seen = BTreeSet::new();
    let one_each = fullest.into_iter().filter(|(_, one)| seen.insert(fold_name(&one.row.district.value)));
    one_each.take(MOST.case_studies).map(|(_, one)| one).collect()
}

/// The first statement of impact of each priority that gives what stands behind it. Whether that is good or bad news only
/// a reader can tell: a figure that rose may be either.
pub(super) fn impact(all: &[One<'_>], from: &From<'_, '_>) -> Chosen {
    let is_told = |statement: &&Statement| {
        let whole = statement.whole();
        !is_start(&whole) && tells_done(&whole) && gives_evidence(&whole)
    };
    let mut found: Vec<Candidate<'_>> = Vec::new();
    for one in all {
        let (district, priority, term) = (one.district.as_str(), one.title.as_str(), one.now.0);
        let first = one.says(from.form, Role::Impact).find(is_told);
        found.extend(first.map(|statement| Candidate { district, priority, term, statement }));
    }
    chosen(found, MOST.impact, from)
}

/// Whether a statement tells where things stood at first, and not what came of the work.
fn is_start(whole: &str) -> bool {
    let small = whole.to_lowercase();
    ["starting point", "baseline", "starting figure", "at the start", "before the work"].iter().any(|opening| {
        small.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_start_matches("the ").starts_with(opening)
    })
}
