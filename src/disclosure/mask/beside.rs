//! Figures that may be of few people: nobody can list all the words for people, nor all that set one count beside another,
//! so each figure that is small is kept back, unless the words at it say that it is of none.

use super::NOT_GIVEN;
use super::figures::Figures;
use super::noun::{Of, of};
use super::other::{is_other, is_scored};
use super::pair::{Pair, pair};
use super::sentence::tells_change;
use crate::disclosure::count::is_item;
use crate::disclosure::words::{Said, is_in};
use std::ops::Range;

/// Keeps back the small figures of some words, unless their words say that they are of no people.
pub(super) fn read(said: &Said<'_>, figures: &mut Figures) {
    // Nought may stand, but beside a count it tells whose the others are.
    let is_small =
        |at: isize| said.word(at).is_some_and(|word| figures.is_small(place(said, word.start..word.end).start));
    let least = u32::from(!(0..said.len()).any(is_small));
    let (mut sentence, mut done) = (0, 0);
    for at in 0..said.len() {
        if said.opens(at) {
            sentence = at;
        }
        let Some(found) = beside(said, at, sentence, figures.most()).filter(|found| found.place.start >= done) else {
            continue;
        };
        done = found.place.end;
        match found.value {
            Some(value) if value < least => {}
            Some(value) => figures.count(place(said, found.place), value),
            None => figures.show(place(said, found.place), NOT_GIVEN),
        }
    }
}

fn place(said: &Said<'_>, range: Range<usize>) -> Range<u32> {
    said.copy.place(range)
}

/// What may be of as few people as the count beside it.
struct Beside {
    place: Range<usize>,
    /// How many; none where it is a share of them.
    value: Option<u32>,
}

/// The figure that a word is, where it may be of as few people as the count beside it.
fn beside(said: &Said<'_>, at: isize, sentence: isize, most: u32) -> Option<Beside> {
    let word = said.word(at).filter(|word| !word.owns)?;
    let value = word.value.or_else(|| range(said.low(at))).or_else(|| times(said.low(at)));
    let value = value.filter(|value| *value <= most);
    match pair(said, at).filter(|_| !is_scored(said, at, sentence)) {
        Some(Pair::Part(end)) if value.is_some() => return Some(Beside { place: word.start..end, value }),
        Some(Pair::Ratio(end)) => return Some(Beside { place: word.start..end, value: None }),
        _ => {}
    }
    let value = value?;
    // "One third of the 12" is a share of them.
    let part =
        value == 1 && said.gap(at) == " " && is_in("third half quarter fifth sixth eighth tenth", said.low(at + 1));
    if part || tells_change(said, at) || !is_item(said, at) && is_other(said, at, sentence) {
        return None;
    }
    let end = match of(said, at) {
        Of::Things => return None,
        Of::People(last) if value == 1 => said.word(last)?.end,
        Of::People(_) | Of::Open => word.end,
    };
    Some(Beside { place: word.start..end, value: Some(value) })
}

/// "x3", "3x".
fn times(low: &str) -> Option<u32> {
    low.strip_prefix('x').or_else(|| low.strip_suffix('x'))?.parse().ok()
}

/// The most that "2-3" comes to.
fn range(low: &str) -> Option<u32> {
    let (least, most) = low.split_once('-')?;
    let (least, most) = (least.parse::<u32>().ok()?, most.parse::<u32>().ok()?);
    (least < most).then_some(most)
}
