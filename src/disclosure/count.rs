//! How many people, where they are few: by the noun that is counted, by what a list or a table says is counted.

use super::lexicon::{BEFELL, FOLK, PEOPLE, PERSON};
use super::words::Said;
use compared::compared;
use elsewhere::elsewhere;
use may::may_count;
use people::{noun, speaks_of_people};
use std::ops::Range;

mod compared;
mod elsewhere;
mod item;
mod joined;
mod may;
mod people;
mod table;
mod written;
pub(super) use compared::{is_season, time_after};
pub(super) use item::{is_item, is_name_of_item};
pub(super) use may::is_named;
pub(super) use table::{has_word, is_of_other_label, is_several, table};

/// A count that is found: where in the copy, and how many.
pub(super) type Count = (Range<usize>, u32);

/// The most that may be a small count, whatever the authority sets.
const MOST: u32 = 9;

/// Every small count of people in a block.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, row: bool, counts: &mut Vec<Count>) {
    let any = PEOPLE | PERSON | FOLK | BEFELL;
    if (said.all | lead.all) & any == 0 && said.digits == 0 {
        return;
    }
    // "a 1:4 ratio" says of itself what is set against what.
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let pair = |at: isize| number(at) && number(at + 1) && said.gap(at) == ":";
    let ratios: Vec<isize> = (0..said.len())
        .filter(|at| matches!(said.low(*at), "ratio" | "ratios") && !(at - 4..at + 3).any(pair))
        .collect();
    let in_ratio = |at: isize| {
        let near = |ratio: &isize| {
            let (from, to) = (at.min(*ratio), at.max(*ratio));
            to - from < 8 && !(from + 1..=to).any(|step| said.opens(step))
        };
        ratios.iter().any(near)
    };
    for at in 0..said.len() {
        let is_ratio = in_ratio(at);
        if let Some(share) = written::share(said, at).filter(|_| !is_ratio && may_count(said, at + 1, at)) {
            counts.push(share);
            continue;
        }
        if let Some(range) = written::between(said, at) {
            counts.push(range);
            continue;
        }
        let Some((value, from)) = small(said, at) else { continue };
        if is_ratio || !may_count(said, at, from) {
            continue;
        }
        let found = noun(said, at).or_else(|| elsewhere(said, at, lead, row)).or_else(|| compared(said, at, counts));
        let found = found.or_else(|| written::is_moved(said, at).then(|| said.range(at, at)));
        if let Some(range) = found {
            let start = said.word(from).map_or(range.start, |word| word.start).min(range.start);
            counts.push((start..range.end, value));
        }
    }
    if !row {
        slashed(said, counts);
    }
}

/// The small number that a word is, and where its words begin.
fn small(said: &Said<'_>, at: isize) -> Option<(u32, isize)> {
    let word = said.word(at)?;
    if let Some(value) = word.value {
        return Some((value, at)).filter(|_| (1..=MOST).contains(&value) && !word.owns);
    }
    match said.low(at) {
        "single" => Some((1, at)),
        "pair" | "couple" if said.low(at + 1) == "of" => Some((2, at)),
        "trio" if said.low(at + 1) == "of" => Some((3, at)),
        _ => written::range(said, at).map(|most| (most, at)),
    }
}

/// "16/2" after "boys/girls:".
fn slashed(said: &Said<'_>, counts: &mut Vec<Count>) {
    for at in 1..said.len() {
        let (one, two) = (said.word(at - 1), said.word(at));
        let (Some(one), Some(two)) = (one, two) else { continue };
        let (Some(first), Some(second)) = (one.value, two.value) else { continue };
        if said.gap(at - 1) != "/" || !said.gap(at - 2).contains(':') || said.gap(at).starts_with('/') {
            continue;
        }
        if speaks_of_people(said, (at - 8).max(0), at - 1) && said.gap(at - 3) == "/" {
            let mut put = |value: u32, range: Range<usize>| {
                if (1..=MOST).contains(&value) {
                    counts.push((range, value));
                }
            };
            put(first, one.start..one.end);
            put(second, two.start..two.end);
        }
    }
}
