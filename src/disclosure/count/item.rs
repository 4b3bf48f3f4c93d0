//! Figures of a list whose items are named before them: "Autumn term 3, Spring term 1", "Year 7 3, Year 8 1". What has its
//! name, or its number, needs no other, so that the next number says how many.

use super::compared::is_season;
use crate::disclosure::lexicon::{LABEL, MONTH};
use crate::disclosure::words::Said;

/// Whether what stands before a number is called something already.
pub(in crate::disclosure) fn is_item(said: &Said<'_>, at: isize) -> bool {
    if said.gap(at - 1) != " " {
        return false;
    }
    is_numbered(said, at) || is_named_before(said, at) || is_of_month(said, at)
}

/// Whether a number is the name of what the next one counts: the 7 of "Year 7 3".
pub(in crate::disclosure) fn is_name_of_item(said: &Said<'_>, at: isize) -> bool {
    said.gap(at) == " " && number(said, at + 1) && is_numbered(said, at + 1)
}

fn number(said: &Said<'_>, at: isize) -> bool {
    said.word(at).is_some_and(|word| word.value.is_some())
}

/// "Year 7 3", "term 1 3", "Phase one 3".
fn is_numbered(said: &Said<'_>, at: isize) -> bool {
    number(said, at - 1) && said.gap(at - 2) == " " && said.is(at - 2, LABEL) && !number(said, at - 2)
}

/// "Autumn term 3", "last year 4", "First phase 2", but "in autumn term 2" is a half of it.
fn is_named_before(said: &Said<'_>, at: isize) -> bool {
    if !said.is(at - 1, LABEL) || said.gap(at - 2) != " " {
        return false;
    }
    // "First half term 3", but "half term 3" is one of six.
    let half = said.low(at - 2) == "half" && said.gap(at - 3) == " ";
    let name = said.low(if half { at - 3 } else { at - 2 });
    if is_season(name) {
        let others = || (2..said.len()).any(|step| is_of_season(said, step) && !is_half(said, step));
        return !is_half(said, at) || is_told(said, at - 3) && ends(said, at) || others();
    }
    NAMED.contains(&name)
        || name.starts_with(|c: char| c.is_ascii_digit()) && said.word(at - 2).is_some_and(|word| word.value.is_none())
}

/// What says which of several is meant.
const NAMED: [&str; 17] = [
    "this",
    "last",
    "next",
    "previous",
    "current",
    "same",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "final",
    "other",
    "either",
    "academic",
    "financial",
    "calendar",
];

/// "Autumn term 3"
fn is_of_season(said: &Said<'_>, at: isize) -> bool {
    is_season(said.low(at - 2)) && said.is(at - 1, LABEL) && number(said, at)
}

/// Whether a number may be that of a half of a term.
fn is_half(said: &Said<'_>, at: isize) -> bool {
    said.word(at).and_then(|word| word.value).is_some_and(|value| value == 1 || value == 2)
}

/// "September 3, October 1", "in May 3": no day is said so, and none of several alone.
fn is_of_month(said: &Said<'_>, at: isize) -> bool {
    let told =
        |at: isize| said.is(at - 1, MONTH) && said.gap(at - 1) == " " && number(said, at) && is_told(said, at - 2);
    let dated = said.gap(at).starts_with(['/', '-']) || said.gap(at) == " " && said.is(at + 1, MONTH);
    let several = (1..said.len()).filter(|step| told(*step)).count() > 1;
    told(at) && several && !dated || said.is(at - 1, MONTH) && said.low(at - 2) == "in"
}

/// Whether a number ends an item.
fn ends(said: &Said<'_>, at: isize) -> bool {
    said.gap(at) != " " && !said.gap(at).contains(':') || said.low(at + 1) == "and"
}

/// Whether what comes after a word is told of one after another: "excluded: Autumn ...", "3, Spring ...", an item of a list.
fn is_told(said: &Said<'_>, before: isize) -> bool {
    before < 0 || said.gap(before).contains([':', '(', '[', ',', ';', '=']) || said.gap(before) == " - "
}
