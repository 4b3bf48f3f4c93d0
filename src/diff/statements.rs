//! Which statement of an earlier section is which of the later one: by id, by the same words, by like
//! words. What is nested in a statement counts as its words. No statement is matched twice.

use super::SectionChange;
use crate::align::{Folded, MANY, assign_both_ways};
use crate::form::{Form, SectionId};
use crate::report::{Priority, Statement};
use std::collections::{HashMap, VecDeque};

/// How alike two statements must be for one to be the other reworded.
const ALIKE: f64 = 0.5;

/// How many pairs of statements may still be weighed against each other in this comparison. Real reports
/// need some thousands; what would go over it is given as added and removed.
pub(super) struct Effort(usize);

impl Default for Effort {
    fn default() -> Effort {
        Effort(20 * MANY)
    }
}

/// The sections that either priority has, in the order of the form, with what changed in them.
pub(super) fn sections<'a>(
    earlier: Option<&'a Priority>,
    later: Option<&'a Priority>,
    form: &Form,
    effort: &mut Effort,
) -> Vec<SectionChange<'a>> {
    let mut changes = Vec::new();
    for section in (0..form.sections.len()).map(SectionId) {
        let sides = [earlier, later].map(|priority| priority.filter(|p| p.passages_of(section).next().is_some()));
        if let [None, None] = sides {
            continue;
        }
        let [before, after] = sides.map(|priority| {
            let passages = priority.into_iter().flat_map(|p| p.passages_of(section));
            passages.flat_map(|passage| &passage.statements).map(Side::of).collect::<Vec<_>>()
        });
        changes.push(compare(section, before, after, effort));
    }
    changes
}

/// A statement with its words folded, and the one that it was matched with.
struct Side<'a> {
    statement: &'a Statement,
    folded: Folded,
    id: Option<String>,
    mate: Option<usize>,
}

impl<'a> Side<'a> {
    fn of(statement: &'a Statement) -> Side<'a> {
        let folded = Folded::of(&statement.whole());
        let id = statement.id().map(|id| crate::form::fold(id.words())).filter(|id| !id.is_empty());
        Side { statement, folded, id, mate: None }
    }
}

fn compare<'a>(
    section: SectionId,
    mut before: Vec<Side<'a>>,
    mut after: Vec<Side<'a>>,
    effort: &mut Effort,
) -> SectionChange<'a> {
    match_by(&mut before, &mut after, |side| side.id.as_deref());
    match_by(&mut before, &mut after, |side| Some(side.folded.key()));
    match_alike(&mut before, &mut after, effort);
    let mut change =
        SectionChange { section, added: Vec::new(), removed: Vec::new(), reworded: Vec::new(), unchanged: 0 };
    for side in &after {
        match side.mate.and_then(|mate| before.get(mate)) {
            Some(mate) if mate.folded.key() == side.folded.key() => change.unchanged += 1,
            Some(mate) => change.reworded.push((mate.statement, side.statement)),
            None => change.added.push(side.statement),
        }
    }
    change.removed = before.iter().filter(|side| side.mate.is_none()).map(|side| side.statement).collect();
    change
}

/// Matches what has the same key; several of one key in their order.
fn match_by(before: &mut [Side<'_>], after: &mut [Side<'_>], key: impl for<'s> Fn(&'s Side<'_>) -> Option<&'s str>) {
    let mut places: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, side) in before.iter().enumerate().filter(|(_, side)| side.mate.is_none()) {
        if let Some(key) = key(side) {
            places.entry(key.to_owned()).or_default().push_back(at);
        }
    }
    for (at, side) in after.iter_mut().enumerate().filter(|(_, side)| side.mate.is_none()) {
        let place = key(side).and_then(|key| places.get_mut(key)).and_then(VecDeque::pop_front);
        if let Some(place) = place {
            marry(before, place, side, at);
        }
    }
}

/// Matches what is alike, so that the likeness in all is as great as can be. Two statements that both
/// carry an id are not the same, or the ids would have matched.
fn match_alike(before: &mut [Side<'_>], after: &mut [Side<'_>], effort: &mut Effort) {
    let free = |sides: &[Side<'_>]| {
        let free = sides.iter().enumerate().filter(|(_, side)| side.mate.is_none());
        free.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let (rows, columns) = (free(before), free(after));
    let pairs = rows.len().saturating_mul(columns.len());
    if pairs > MANY.min(effort.0) {
        return;
    }
    effort.0 -= pairs;
    let mut likeness = Vec::with_capacity(pairs);
    for row in rows.iter().filter_map(|row| before.get(*row)) {
        for column in columns.iter().filter_map(|column| after.get(*column)) {
            let alike = row.folded.likeness(&column.folded);
            let told_apart = row.id.is_some() && column.id.is_some();
            likeness.push(if alike < ALIKE || told_apart { 0.0 } else { alike });
        }
    }
    let worth = |row: usize, column: usize| likeness.get(row * columns.len() + column).copied().unwrap_or(0.0);
    let marks = |list: &[usize], all: &[Side<'_>]| -> Vec<u64> {
        list.iter().map(|at| all.get(*at).map_or(0, |side| side.folded.mark())).collect()
    };
    let (mine, theirs) = (marks(&rows, before), marks(&columns, after));
    for (row, column) in rows.iter().zip(assign_both_ways(&mine, &theirs, &worth)) {
        let Some(column) = column.and_then(|column| columns.get(column)) else { continue };
        if let Some(side) = after.get_mut(*column) {
            marry(before, *row, side, *column);
        }
    }
}

fn marry(before: &mut [Side<'_>], place: usize, side: &mut Side<'_>, at: usize) {
    if let Some(mate) = before.get_mut(place) {
        (mate.mate, side.mate) = (Some(at), Some(place));
    }
}
