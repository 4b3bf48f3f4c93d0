//! Which statements a paper shows of many: those that several districts make first, then one of each district in turn.

use super::gathered::From;
use super::records::{Chosen, Statement};
use super::slot;
use crate::form::fold;
use crate::report;
use crate::rollup::statements::words;
use crate::term::Term;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A statement that may be shown.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub district: &'a str,
    pub priority: &'a str,
    pub term: Term,
    pub statement: &'a report::Statement,
}

/// The statements that are shown, at most so many.
pub(super) fn chosen(candidates: Vec<Candidate<'_>>, most: usize, from: &From<'_, '_>) -> Chosen {
    chosen_beside(&mut HashSet::new(), candidates, most, from)
}

/// The same, without those that are shown already; those that are chosen then are too.
pub(super) fn chosen_beside<'a>(
    already: &mut HashSet<*const report::Statement>,
    mut candidates: Vec<Candidate<'a>>,
    most: usize,
    from: &From<'_, '_>,
) -> Chosen {
    candidates.retain(|one| !already.contains(&std::ptr::from_ref(one.statement)));
    let merged = merged(candidates, from);
    let left_out = merged.len().saturating_sub(most);
    let shown: Vec<Shared<'a>> = in_turn(merged).into_iter().take(most).collect();
    already.extend(shown.iter().map(|(one, _)| std::ptr::from_ref(one.statement)));
    let statement = |(first, districts): Shared<'a>| Statement {
        words: words(first.statement, from.sources),
        districts: districts.into_iter().map(str::to_owned).collect(),
        priority: first.priority.to_owned(),
        term: first.term.to_string(),
        is_current: Some(slot(first.term, from.form)) == from.last,
    };
    Chosen { statements: shown.into_iter().map(statement).collect(), left_out }
}

type Shared<'a> = (Candidate<'a>, Vec<&'a str>);

/// Statements of one term in the same words are one, with the districts that make it: no district is to be given the
/// words of another, and a name or a figure that differs makes them two. Where the priorities that they stand in are
/// called differently, it has none.
fn merged<'a>(candidates: Vec<Candidate<'a>>, from: &From<'_, '_>) -> Vec<Shared<'a>> {
    let mut merged: Vec<Shared<'a>> = Vec::new();
    let mut known: HashMap<(String, Term), usize> = HashMap::new();
    for one in candidates {
        let said = said(&one.statement.whole());
        let at = *known.entry((said, slot(one.term, from.form))).or_insert(merged.len());
        let Some((first, districts)) = merged.get_mut(at) else {
            let districts = vec![one.district];
            merged.push((one, districts));
            continue;
        };
        if !districts.contains(&one.district) {
            districts.push(one.district);
        }
        if fold(first.priority) != fold(one.priority) {
            first.priority = "";
        }
    }
    merged
}

/// The words of a statement without what says nothing: capitals, spaces, and the marks at its end.
fn said(whole: &str) -> String {
    let small = whole.to_lowercase();
    let words: Vec<&str> = small.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';', ',', ':', '!', ' ']).to_owned()
}

/// Those of most districts first, then one of each district in turn.
fn in_turn(all: Vec<Shared<'_>>) -> Vec<Shared<'_>> {
    let (mut shared, single): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, districts)| districts.len() > 1);
    shared.sort_by_key(|(_, districts)| std::cmp::Reverse(districts.len()));
    shared.extend(turns(single, |(one, _)| one.district));
    shared
}

/// One of each group in turn, the groups in the order of their names.
pub(super) fn turns<T>(all: Vec<T>, group: impl Fn(&T) -> &str) -> Vec<T> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut keyed: Vec<(usize, T)> = Vec::with_capacity(all.len());
    for one in all {
        let turn = seen.entry(group(&one).to_owned()).or_default();
        keyed.push((*turn, one));
        *turn += 1;
    }
    keyed.sort_by_key(|(turn, _)| *turn);
    keyed.into_iter().map(|(_, one)| one).collect()
}
