//! The figures of a sentence, and what in it would tell of a count that is kept back: a change, a share, a multiple.

use super::NOT_GIVEN;
use super::figures::{Figures, not_given};
use super::noun::{Of, of};
use super::other::is_address;
use super::several::{of_two, ordinal, times};
use super::share::{part, share, share_of_few};
use crate::disclosure::count::is_name_of_item;
use crate::disclosure::lexicon::{CHANGED, PEOPLE, PERSON, SPAN, STATES};
use crate::disclosure::total::counts;
use crate::disclosure::words::Said;
use std::ops::Range;

/// The figures of some words, in order.
pub(super) fn figures(said: &Said<'_>, figures: &mut Figures) -> Vec<usize> {
    let mut line = Vec::new();
    for at in 0..said.len() {
        let Some(word) = said.word(at) else { continue };
        let place = said.copy.place(word.start..word.end);
        if let Some(kept) = figures.kept(place.start) {
            line.push(kept);
            continue;
        }
        // "1:1 support"
        let is_ratio = said.gap(at) == ":" || said.gap(at - 1) == ":";
        // "2 Year 9, 1 Year 10"
        let is_year = matches!(said.low(at - 1), "year" | "yr") && said.is_capital(at - 1) && said.gap(at - 1) == " ";
        let says = || {
            !is_ratio
                && !is_year
                && !is_name_of_item(said, at)
                && !is_address(said, at)
                && (counts(said, at) || moves(said, at))
                && of(said, at) != Of::Things
        };
        let Some(value) = word.value.filter(|_| says()) else { continue };
        if !(1990..=2100).contains(&value) {
            line.push(figures.add(place, value, instead(said, at)));
        }
    }
    line
}

/// Keeps back what tells of a count in the same words.
pub(super) fn read(said: &Said<'_>, figures: &mut Figures) {
    let starts = |at: isize| said.word(at).map(|word| said.copy.place(word.start..word.end).start);
    (0..said.len()).for_each(|at| share_of_few(said, at, figures));
    if !(0..said.len()).any(|at| starts(at).is_some_and(|start| figures.kept(start).is_some())) {
        return;
    }
    let measured = is_measure(&said.copy.low);
    for at in 0..said.len() {
        let Some(word) = said.word(at).copied() else { continue };
        if let Some(value) = word.value
            && tells_change(said, at)
        {
            let place = said.copy.place(word.start..word.end);
            if let Some((range, words)) = signed(said, at) {
                figures.show(said.copy.place(range), words);
            } else if figures.kept(place.start).is_none() {
                let figure = figures.add(place, value, instead(said, at));
                figures.hide(figure);
            }
        }
        share(said, at, measured, figures);
        part(said, at, figures);
        ordinal(said, at, figures);
        of_two(said, at, figures);
        times(said, at, figures);
        per_head(said, at, figures);
    }
}

/// "£3,000 each", "4.5 days each", "£1,600 for each pupil": beside what it comes to in all it gives how many they are.
fn per_head(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let Some(word) = said.word(at).filter(|_| said.raw(at).starts_with(|c: char| c.is_ascii_digit())) else { return };
    let of_sum = said.gap(at - 1).ends_with(['\u{a3}', '\u{20ac}']);
    let next = if said.is(at + 1, SPAN) { at + 2 } else { at + 1 };
    let each = matches!(said.low(next), "each" | "apiece")
        || matches!(said.low(next), "per" | "for")
            && (said.is(next + 1, PERSON) || said.low(next + 1) == "head" || said.low(next + 1) == "each")
        || said.low(next) == "a" && said.low(next + 1) == "head";
    if (of_sum || next > at + 1) && each && said.gap(at) == " " {
        figures.show(said.copy.place(word.start..word.end), NOT_GIVEN);
    }
}

/// Whether words are of attendance and the like, of which a percentage tells nothing about how many there are.
pub(super) fn is_measure(low: &str) -> bool {
    // Who are persistently absent are pupils.
    let of_pupils = ["persistent", "severe"].iter().any(|one| low.contains(one));
    let measured = ["attend", "absence", "attainment", "progress", "punctual", "lateness", "timetable"];
    !of_pupils && measured.iter().any(|one| low.contains(one))
}

/// What stands instead of a figure.
fn instead(said: &Said<'_>, at: isize) -> &'static str {
    let (before, left) = (said.gap(at - 1), said.low(at - 1));
    let of_them = said.low(at + 1) == "of" && matches!(said.low(at + 2), "them" | "these" | "those" | "whom");
    let named = said.gap(at) == " " && (said.is(at + 1, PEOPLE | STATES) || said.low(at + 1) == "others" || of_them);
    let led = matches!(left, "of" | "from" | "to" | "by" | "than" | "the" | "these" | "those" | "our" | "about")
        || before.contains([':', '=', '(']);
    not_given(named && !led, said.opens(at))
}

/// "from 12 to 15", where something changes: not ages.
fn moves(said: &Said<'_>, at: isize) -> bool {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let from = said.low(at - 1) == "from" && said.low(at + 1) == "to" && number(at + 2);
    let to = said.low(at - 1) == "to" && number(at - 2) && said.low(at - 3) == "from";
    (from || to) && !said.gap(at).starts_with(['%', '-']) && !said.is(at + 1, SPAN) && !said.copy.low.contains(" age")
}

/// Whether a figure of people tells by how much another has changed.
pub(super) fn tells_change(said: &Said<'_>, at: isize) -> bool {
    let may = counts(said, at) || said.low(at) == "one";
    may && (is_change(said, at) || is_multiple(said, at) || signed(said, at).is_some()) && of(said, at) != Of::Things
}

/// "(-2)", "+1": what to write instead, and where.
fn signed(said: &Said<'_>, at: isize) -> Option<(Range<usize>, &'static str)> {
    let (word, before) = (said.word(at)?, said.gap(at - 1));
    let is_sign = before.ends_with(['-', '+']) && before.trim_end_matches(['-', '+']).ends_with([' ', '(']);
    let is_alone = before.starts_with(" (") && before.len() == 3 && said.gap(at).starts_with(')');
    match (is_sign, is_alone) {
        (false, _) => None,
        (true, true) => Some((word.start - 3..word.end + 1, "")),
        (true, false) => Some((word.start - 1..word.end, NOT_GIVEN)),
    }
}

/// "a fall of 5", "by 5", "5 fewer", "down 2 since autumn".
fn is_change(said: &Said<'_>, at: isize) -> bool {
    let (left, next) = (said.low(at - 1), said.low(at + 1));
    let change = ["rise", "fall", "drop", "increase", "decrease", "reduction", "gain", "cut", "change", "difference"];
    let since = matches!(next, "since" | "on" | "against") || said.gap(at).starts_with(')');
    left == "of" && change.contains(&said.low(at - 2))
        || matches!(left, "up" | "down") && since
        || left == "by" && (at - 8..at).any(|step| said.is(step, CHANGED) || change.contains(&said.low(step)))
        || matches!(next, "fewer" | "more" | "less" | "higher" | "lower") && said.low(at - 1) != "or"
}

/// "twice last year's 2".
fn is_multiple(said: &Said<'_>, at: isize) -> bool {
    let near = (at - 5..at).rev().take_while(|step| matches!(said.gap(*step).trim(), "" | "'s"));
    near.into_iter().any(|step| matches!(said.low(step), "twice" | "double" | "half" | "triple" | "treble" | "thrice"))
}
