//! Which numbers say how many, and which are labels, rates, limits, ages, times, or parts of larger numbers.

use super::compared::{is_season, is_year};
use super::item::is_item;
use super::written::is_moved;
use crate::disclosure::lexicon::{CHANGED, FOLK, LABEL, MONTH, PEOPLE, PERSON, TITLE};
use crate::disclosure::words::Said;

/// Whether a number is one of how many, and not a label, a rate, a limit, an age, a time, or part of a larger one.
pub(super) fn may_count(said: &Said<'_>, at: isize, from: isize) -> bool {
    !is_named(said, at, from) && !is_limit(said, at, from)
}

/// Whether a number says of nothing how many there are: a label, a price, a share, a time, part of a larger one.
pub(in crate::disclosure) fn is_named(said: &Said<'_>, at: isize, from: isize) -> bool {
    let (before, after) = (said.gap(from - 1), said.gap(at));
    let (left, next) = (said.low(from - 1), said.low(at + 1));
    let glued = before.ends_with(['\u{a3}', '$', '<', '.', '/', '\u{2264}', '#', '\u{20ac}', '@', 'v'])
        || before.ends_with('-') && !before.ends_with(" -") && !before.starts_with(' ')
        || before.ends_with(':') && before.len() == 1 && said.word(from - 1).is_some_and(|word| word.value.is_some())
        || after.starts_with(['%', '/', ':', '-']) && after.len() == 1
        || after.starts_with('%')
        || after.starts_with(" %")
        || after.starts_with('-');
    // "at the end of term 4 pupils had left"
    let of_term = left == "term" && said.low(from - 2) == "of" && matches!(said.low(from - 3), "end" | "start" | "beginning")
        // "3 this term, last term 4"
        || matches!(left, "term" | "year") && !said.is_capital(from - 1) && matches!(said.low(from - 2), "last" | "previous" | "this" | "that");
    // "Suspensions: Autumn 4, Spring 3": a term has two halves, which are called so.
    let of_season = is_season(left) && said.word(at).and_then(|word| word.value).is_some_and(|value| value > 2);
    let may = left == "may" && said.is_capital(from - 1) && !said.opens(from - 1);
    let labelled = (said.is(from - 1, LABEL) || may)
        && !before.contains([':', '=', ';', '.', '(', ','])
        && !before.contains(" - ")
        && !of_term
        && !of_season
        // "By July one pupil": a day of a month is no word, nor has "Since January 3 pupils" or "On 12 May 4 pupils" one.
        && (!said.is(from - 1, MONTH)
            || said.raw(from).bytes().any(|b| !b.is_ascii_alphabetic())
                && !said.is(at + 1, PEOPLE | PERSON)
                && said.word(from - 2).is_none_or(|word| word.value.is_none() || said.gap(from - 2) != " "));
    let of_more = matches!(
        next,
        "per" | "percent" | "hundred" | "thousand" | "million" | "billion" | "k" | "m" | "half" | "quarter"
    ) || left == "point" && before == " "
        || matches!(next, "pm" | "am" | "yrs" | "years" | "year-old" | "years-old")
        || matches!(next, "year" | "yr") && !said.low(at + 2).starts_with(|c: char| c.is_ascii_digit());
    let larger = said.word(from - 1).is_some_and(|word| word.value.is_some())
        && before == " "
        // "in 2024/25 two"
        && !is_year(said, from - 1)
        && (said.raw(from - 1).bytes().all(|b| b.is_ascii_digit()) || said.low(from - 1).ends_with("ty"))
        // "two hundred and four families"
        || matches!(left, "hundred" | "thousand")
        || left == "and" && matches!(said.low(from - 2), "hundred" | "thousand");
    // "Year 3, 4 and 5 pupils", but "In Year 4, 3 pupils" and "Year 8 and 2 others"
    let mut step = from;
    while goes_on_naming(said, at, from)
        && step > from - 14
        && (matches!(said.low(step - 1), "and" | "or" | "to") || matches!(said.gap(step - 1).trim(), "," | "/"))
    {
        step -= if said.word(step - 1).is_some_and(|word| word.value.is_some()) { 1 } else { 2 };
        if said.word(step).is_none_or(|word| word.value.is_none()) {
            break;
        }
        if said.is(step - 1, LABEL) && said.gap(step - 1) == " " && next != "in" {
            return true;
        }
    }
    glued || of_more || (labelled || larger) && !is_item(said, at)
}

/// Whether a number may be one of several that a label stands before: they rise, and the last one follows "and".
fn goes_on_naming(said: &Said<'_>, at: isize, from: isize) -> bool {
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    let joined = |at: isize| {
        matches!(said.gap(at).trim(), "," | "/") && value(at + 1).is_some()
            || matches!(said.low(at + 1), "and" | "or" | "to") && value(at + 2).is_some()
    };
    let last = if value(from - 1).is_some() { from - 1 } else { from - 2 };
    let rises = value(at).is_none_or(|this| value(last).is_none_or(|last| last < this));
    let second = said.gap(from - 1).trim() == "," && said.is(from - 2, LABEL);
    // "In terms 1 and 2, 4 pupils": after the last of them none follows.
    let closed =
        said.gap(from - 1).trim() == "," && value(from - 1).is_some() && matches!(said.low(from - 2), "and" | "or");
    rises && !closed && (!second || joined(at))
}

/// Whether a number is a bound, one of a rate, or one of two of which nobody says which it is.
fn is_limit(said: &Said<'_>, at: isize, from: isize) -> bool {
    let (left, next) = (said.low(from - 1), said.low(at + 1));
    // "down from 9 to 4"
    let fell = |to: isize| (to - 3..to).any(|at| said.is(at, CHANGED));
    let change = is_moved(said, at)
        || left == "to" && said.low(from - 3) == "from" && fell(from - 3)
        || left == "from" && next == "to" && fell(from - 1)
        // "went down 4 to 2"
        || left == "to" && said.is(from - 3, CHANGED)
        || next == "to" && said.is(from - 1, CHANGED);
    let limited = left == "than" && said.low(from - 2) != "rather"
        || matches!(
            left,
            "under" | "least" | "below" | "over" | "every" | "per" | "nearest" | "@" | "until" | "threshold"
        );
    let limit = next == "or" && matches!(said.low(at + 2), "fewer" | "less" | "under" | "more" | "over" | "below")
        || matches!(next, "in" | "of" | "from" | "at" | "for") && matches!(said.low(at + 2), "every" | "each") || next == "in" && said.word(at + 2).is_some_and(|word| word.value.is_some()) && !is_year(said, at + 2)
        || left == "in" && said.word(from - 2).is_some_and(|word| word.value.is_some())
        || !change && next == "to" && said.word(at + 2).is_some_and(|word| word.value.is_some())
        // "fell by 33% to 4"
        || !change && left == "to" && said.word(from - 2).is_some_and(|word| word.value.is_some()) && !said.gap(from - 2).contains('%')
        || matches!(left, "and" | "or") && said.word(from - 2).is_some_and(|word| word.value.is_some()) && said.low(from - 3) == "between"
        || next == "and" && left == "between"
        || left == "is" && said.low(from - 2) == "threshold"
        // "up to 5 pupils", "one adult to four pupils", "groups of four pupils"
        || left == "to" && said.low(from - 2) == "up" && !said.is(from - 3, CHANGED)
        || left == "to" && said.is(from - 2, FOLK | TITLE) && said.word(from - 3).is_some_and(|word| word.value.is_some())
        || left == "of" && matches!(said.low(from - 2), "groups" | "teams" | "classes" | "sets" | "tables" | "pods" | "threes")
        // "two or three households" tells of nobody, nor does "not one family"; "Years 5 and 6" are no counts.
        || left == "or" && said.word(from - 2).is_some_and(|word| word.value.is_some())
        || next == "or" && said.word(at + 2).is_some_and(|word| word.value.is_some())
        || matches!(left, "not" | "no")
        || matches!(left, "and" | "or") && said.word(from - 2).is_some_and(|word| word.value.is_some()) && said.is(from - 3, LABEL)
            // "12 are in Key Stage 4 and 5 in Key Stage 3"
            && !(next == "in" && said.is(at + 2, LABEL));
    limited || limit || next == "out" && said.low(at + 2) != "of"
}
