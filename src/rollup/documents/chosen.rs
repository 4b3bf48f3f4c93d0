//! Which statements a paper shows of many: those that several districts make first, then one of each district in turn.

use super::records::{Chosen, Statement};
use crate::report;
use crate::rollup::statements::words;
use crate::source::Sources;
use crate::wording::Again;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A statement that may be shown.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub district: &'a str,
    pub priority: &'a str,
    pub term: String,
    pub statement: &'a report::Statement,
}

/// The most statements that are compared word by word with each other; of more, only those are one that are the same.
const COMPARED: usize = 600;

/// The statements that are shown, at most so many.
pub(super) fn chosen(candidates: Vec<Candidate<'_>>, most: usize, sources: &Sources) -> Chosen {
    chosen_beside(&mut HashSet::new(), candidates, most, sources)
}

/// The same, without those that are shown already; those that are chosen then are too.
pub(super) fn chosen_beside<'a>(
    already: &mut HashSet<*const report::Statement>,
    mut candidates: Vec<Candidate<'a>>,
    most: usize,
    sources: &Sources,
) -> Chosen {
    candidates.retain(|one| !already.contains(&std::ptr::from_ref(one.statement)));
    let merged = merged(candidates);
    let left_out = merged.len().saturating_sub(most);
    let shown: Vec<Shared<'a>> = in_turn(merged).into_iter().take(most).collect();
    already.extend(shown.iter().map(|(one, _)| std::ptr::from_ref(one.statement)));
    let statement = |(first, districts): Shared<'a>| Statement {
        words: words(first.statement, sources),
        districts: districts.into_iter().map(str::to_owned).collect(),
        priority: first.priority.to_owned(),
        term: first.term,
    };
    Chosen { statements: shown.into_iter().map(statement).collect(), left_out }
}

type Shared<'a> = (Candidate<'a>, Vec<&'a str>);

/// Statements in the same words, or nearly, are one, with the districts that make it.
fn merged(candidates: Vec<Candidate<'_>>) -> Vec<Shared<'_>> {
    let near = candidates.len() <= COMPARED;
    let mut merged: Vec<(Again, Shared<'_>)> = Vec::new();
    let mut known: HashMap<u64, usize> = HashMap::new();
    for one in candidates {
        let again = Again::of(&one.statement.whole());
        let same = known.get(&again.mark()).copied().or_else(|| {
            let is_one = |(other, _): &(Again, Shared<'_>)| near && again.is_again(other);
            merged.iter().position(is_one)
        });
        match same.and_then(|at| merged.get_mut(at)) {
            Some((_, (_, districts))) => {
                if !districts.contains(&one.district) {
                    districts.push(one.district);
                }
            }
            None => {
                known.insert(again.mark(), merged.len());
                let districts = vec![one.district];
                merged.push((again, (one, districts)));
            }
        }
    }
    merged.into_iter().map(|(_, shared)| shared).collect()
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
