//! Figures that stand beside a small count in its sentence, and bare ones in the next: nobody can list all the words that
//! set the one beside the other, so each that is as small is kept back too, unless the words at it say that it is of no
//! people.

use super::figures::Figures;
use super::noun::{Of, is_in, of};
use super::other::{holds_people, is_measure, is_other};
use super::sentence::tells_change;
use super::thing::is_thing;
use crate::disclosure::lexicon::LABEL;
use crate::disclosure::words::Said;
use std::ops::Range;

/// Keeps back what stands beside the small counts of some words; `all` of the words stand beside one, as a cell does in
/// its row.
pub(super) fn read(said: &Said<'_>, figures: &mut Figures, all: bool) {
    let (mut from, mut follows) = (0, false);
    while from < said.len() {
        let to = (from + 1..said.len()).find(|step| said.opens(*step)).unwrap_or(said.len());
        let is_small =
            |at: isize| said.word(at).is_some_and(|word| figures.is_small(place(said, word.start..word.end).start));
        let counts = all || (from..to).any(is_small);
        follows = counts || follows && !has_noun(said, from, to);
        let before = figures.beside().len();
        for at in (from..to).filter(|_| follows) {
            if let Some((range, value)) = beside(said, at, from, figures.most()) {
                figures.count(place(said, range), value);
            }
        }
        follows &= counts || figures.beside().len() > before;
        from = to;
    }
}

fn place(said: &Said<'_>, range: Range<usize>) -> Range<u32> {
    said.copy.place(range)
}

/// Whether a sentence speaks of several things, so that a bare figure in it may be of them: not of schools and the like,
/// where people are counted, nor of times.
fn has_noun(said: &Said<'_>, from: isize, to: isize) -> bool {
    let several =
        |low: &str| low.ends_with('s') && !holds_people(low) && !is_in("terms years months weeks days times", low);
    (from..to).any(|at| is_thing(said, at) && several(said.low(at)) || is_measure(said.low(at)))
}

/// The figure that a word is, where it may be of as few people as the count beside it: where it stands, and how many.
fn beside(said: &Said<'_>, at: isize, sentence: isize, most: u32) -> Option<(Range<usize>, u32)> {
    let word = said.word(at).filter(|word| !word.owns)?;
    let value = word.value.or_else(|| range(said.low(at))).filter(|value| *value <= most)?;
    if let Some(whole) = share(said, at) {
        return Some((word.start..whole, value));
    }
    if tells_change(said, at) || is_other(said, at, sentence) {
        return None;
    }
    let end = match of(said, at) {
        Of::Things => return None,
        Of::People(last) if value == 1 => said.word(last)?.end,
        Of::People(_) | Of::Open => word.end,
    };
    Some((word.start..end, value))
}

/// The most that "2-3" comes to.
fn range(low: &str) -> Option<u32> {
    let (least, most) = low.split_once('-')?;
    let (least, most) = (least.parse::<u32>().ok()?, most.parse::<u32>().ok()?);
    (least < most).then_some(most)
}

/// "2/20": the end of the number that it is a part of. Not "Year 3/4", "on 3/4", "3/4 of", "3/4/2025".
fn share(said: &Said<'_>, at: isize) -> Option<usize> {
    let (part, whole) = (said.word(at)?.value?, said.word(at + 1)?.value?);
    let alone = said.gap(at) == "/"
        && !said.gap(at + 1).starts_with('/')
        && !said.gap(at - 1).ends_with(['/', '.', '-', '\u{a3}']);
    let left = said.low(at - 1);
    let dated = whole < 13 && matches!(left, "on" | "by" | "since" | "until" | "before" | "after" | "dated");
    let named = said.is(at - 1, LABEL) || is_in("classes tiers phases levels rooms stages units bands", left);
    let fraction = said.low(at + 2) == "of" || part > whole;
    let things = of(said, at + 1) == Of::Things;
    (alone && !dated && !named && !fraction && !things).then_some(said.word(at + 1)?.end)
}
