//! Counts that go on after others: parts of those who were counted, items of a list that people lead in.

use super::elsewhere::is_counting;
use super::item::is_item;
use super::may::is_named;
use super::people::{noun, speaks_of_people};
use crate::disclosure::lexicon::{
    BEFELL, CARE, EVENT, FOLLOWS, LABEL, MONTH, PEOPLE, SPAN, STATES, THING, TITLE, kinds_of,
};
use crate::disclosure::words::Said;

/// Whether what follows a number makes it one of something else: "3 sessions", "2 Year 9", "4 points".
pub(super) fn is_of_other(said: &Said<'_>, at: isize) -> bool {
    let near = matches!(said.gap(at), " " | "-");
    near && (said.is(at + 1, THING | SPAN | LABEL | TITLE | MONTH)
        || said.word(at + 1).is_some_and(|word| word.value.is_some())
        || said.is(at + 2, THING | SPAN | TITLE) && said.gap(at + 1) == " "
        // A noun of several that nothing says is people.
        || said.low(at + 1).len() > 3 && said.low(at + 1).ends_with('s') && !said.is(at + 1, PEOPLE | FOLLOWS | STATES | CARE))
}

/// "two kids went to home education and one to the PRU", "31 sat, 27 passed, 4 did not": people were counted before it,
/// and nothing else is said to be.
pub(super) fn goes_on_counting(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let before = said.gap(at - 1).trim();
    let joined = matches!(before, "," | ";" | "(" | "-" | ":" | "/")
        || before.is_empty()
            && matches!(
                said.low(at - 1),
                "and" | "but" | "while" | "including" | "with" | "only" | "just" | "another" | "other"
            );
    // "with 2 of the 5 governors"
    let base = if matches!(said.low(at + 2), "the" | "our" | "their") { at + 3 } else { at + 2 };
    let part_of_other = said.low(at + 1) == "of" && said.word(base).is_some_and(|word| word.value.is_some());
    if !joined || is_of_other(said, at) || part_of_other && is_of_other(said, base) {
        return false;
    }
    let next = said.low(at + 1);
    let closes = matches!(said.gap(at).trim(), "," | ";" | "." | ")" | "" | "/") && said.gap(at) != " ";
    let goes_on = said.gap(at) == " "
        && (said.is(at + 1, STATES | BEFELL)
            || matches!(
                next,
                "in" | "at"
                    | "on"
                    | "to"
                    | "with"
                    | "without"
                    | "from"
                    | "not"
                    | "back"
                    | "still"
                    | "now"
                    | "into"
                    | "under"
                    | "awaiting"
                    | "full-time"
                    | "part-time"
                    | "out"
                    | "of"
                    | "left"
                    | "came"
                    | "got"
                    | "chose"
                    | "new"
                    | "who"
                    | "here"
                    | "there"
                    | "elsewhere"
            )
            || next.len() > 3 && next.ends_with("ed")
            || is_how(said, at));
    if !closes && !goes_on {
        return false;
    }
    // "with 3 on the board": of what stands between, nothing is a thing.
    let mut numbers = (sentence..at).rev().filter(|step| {
        said.word(*step).is_some_and(|word| word.value.is_some())
            && !(said.is(step - 1, LABEL) && said.gap(step - 1) == " ")
    });
    let people = numbers.find(|step| noun(said, *step).is_some());
    people.is_some_and(|step| {
        let from = noun(said, step).map_or(step, |range| said.at(range.end));
        // "3 children moved school and another 2 are waiting"
        let more = matches!(said.low(at - 1), "another" | "other") && said.is(at + 1, STATES | BEFELL);
        // Several are not said to have done something by what one thing does: "12 started the course and 3 finished".
        let several = |low: &str| low.ends_with('s') && !low.ends_with("ss") || low == "staff";
        let finite = said.low(at + 1).ends_with("ed");
        let thing = |step: isize| {
            said.is(step, THING | TITLE)
                && !(more && matches!(said.low(step), "school" | "year"))
                && (!finite || several(said.low(step)))
        };
        goes_on && !(from..at).any(|step| thing(step) || said.gap(step).contains('%'))
    })
}

/// "15 pupils were moved (primary 11, secondary 4)": what a list in brackets or after a colon comes to is those who were
/// counted before it.
pub(super) fn comes_to_all(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let opens = |step: &isize| said.gap(*step).contains(['(', ':', '[']) || said.gap(*step) == " - ";
    let Some(first) = (sentence..at).find(opens) else { return false };
    let value = |step: isize| said.word(step).and_then(|word| word.value).filter(|_| !is_named(said, step, step));
    let ends = |step: &isize| said.opens(*step) || said.gap(*step - 1).starts_with([')', ']']);
    let close = (first + 2..said.len()).find(ends).unwrap_or(said.len());
    let parts: Vec<u32> = (first + 1..close).filter_map(value).collect();
    let sum = parts.iter().fold(0, |sum: u32, part| sum.saturating_add(*part));
    let is_all = |step: isize| value(step) == Some(sum) && noun(said, step).is_some();
    at < close && parts.len() > 1 && !is_of_other(said, at) && (sentence..=first).any(is_all)
}

/// "4 more than once", "1 permanently", "4 fixed-term)": how it befell some of them.
fn is_how(said: &Said<'_>, at: isize) -> bool {
    let often =
        said.low(at + 1) == "more" && said.low(at + 2) == "than" && matches!(said.low(at + 3), "once" | "twice");
    let ends = said.gap(at + 1) != " ";
    often
        || ends && matches!(said.low(at + 1), "permanently" | "repeatedly" | "temporarily" | "twice")
        || ends && matches!(said.low(at + 1), "permanent" | "fixed-term" | "temporary" | "managed" | "male" | "female")
}

/// "Pupils on part-time timetables by phase: primary 3 / special 1": in a list that people lead in.
pub(super) fn in_list_of_people(said: &Said<'_>, lead: &Said<'_>, at: isize, sentence: isize, row: bool) -> bool {
    // "(2023: 9)", "a fall of 5"
    let of_year = said.word(at - 1).is_some_and(|word| word.value.is_some()) && !is_item(said, at);
    let of_year = of_year || said.low(at - 1) == "of";
    if row || of_year || is_of_other(said, at) {
        return false;
    }
    let thing = |said: &Said<'_>, from: isize, to: isize| {
        (from..to).any(|step| {
            (said.is(step, THING | TITLE | SPAN) || is_adults(said.low(step)))
                && !said.is(step, PEOPLE)
                && !matches!(
                    said.low(step),
                    "year" | "school" | "schools" | "place" | "group" | "plan" | "plans" | "class"
                )
        })
    };
    let colon = (sentence..at).find(|step| said.gap(*step).trim() == ":");
    let opened = colon.is_some_and(|colon| {
        opens_with_people(said, sentence, colon + 1)
            && !thing(said, sentence, colon + 1)
            && !thing(said, colon + 1, at)
            && is_counting(said)
    });
    let before = said.gap(at - 1);
    let labelled = matches!(before.trim(), "" | ":" | "=" | "-") && at > 0;
    let ends = !said.gap(at).starts_with(' ') || matches!(said.gap(at).trim(), "/" | ";" | "(" | "-" | "|");
    let place = said.gap(at) == " "
        && said.word(at + 1).is_some_and(|word| word.value.is_none())
        && matches!(said.gap(at + 1).trim(), "," | ";" | "." | "" | "/")
        && said.gap(at + 1) != " ";
    // "over 20 days: 3"
    let long = said.gap(at - 1).trim() == ":"
        && said.is(at - 1, SPAN)
        && said.word(at - 2).is_some_and(|word| word.value.is_some());
    let led = lead.len() > 0
        && opens_with_people(lead, 0, lead.len())
        && !asks_when(lead)
        && (measured(lead) || is_counting(lead) && !thing(lead, 0, lead.len()))
        && (long || !thing(said, sentence, at))
        && at - sentence < 6
        && sentence == 0;
    opened && (labelled && ends || place) || led && labelled && ends
}

/// "Pupils read to us in:" does not lead in how many they were.
pub(super) fn asks_when(lead: &Said<'_>) -> bool {
    matches!(lead.low(lead.len() - 1), "in" | "on" | "at" | "during")
}

/// "Of the group only 2 (8%) moved into work".
pub(super) fn of_group(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    said.low(sentence) == "of"
        && at - sentence < 8
        && (sentence + 1..(sentence + 5).min(at)).any(|step| {
            matches!(
                said.low(step),
                "group" | "cohort" | "class" | "rest" | "others" | "remainder" | "intake" | "leavers"
            )
        })
        && !is_of_other(said, at)
        && (said.is(at + 1, STATES | BEFELL)
            || said.gap(at).starts_with(" (")
            || said.low(at + 1).ends_with("ed")
            || matches!(said.low(at + 1), "in" | "into" | "at" | "to" | "from" | "got" | "left" | "stayed"))
}

/// "School A sent 12 pupils, school B 4", "Referrals to the hub 14, declined 3": alike, after those that were counted.
pub(super) fn named_before(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let ends = matches!(said.gap(at).trim(), "," | ";" | "." | "" | ")") && said.gap(at) != " ";
    let numeric = said.raw(at).bytes().all(|b| b.is_ascii_digit());
    if !ends || !numeric || said.gap(at - 1) != " " || said.is(at - 1, LABEL | MONTH | THING) {
        return false;
    }
    let Some(comma) =
        (at - 4..at).rev().find(|step| *step > sentence && matches!(said.gap(step - 1).trim(), "," | ";"))
    else {
        return false;
    };
    let verb = comma == at - 1
        && (said.low(comma).ends_with("ed") || matches!(said.low(comma), "withdrawn" | "upheld" | "refused" | "left"));
    let named =
        (comma..at).all(|step| said.is_capital(step) || matches!(said.low(step), "school" | "district" | "and"));
    let counted = (sentence..comma).rev().find(|step| said.word(*step).is_some_and(|word| word.value.is_some()));
    let counts = counted.is_some_and(|step| {
        noun(said, step).is_some_and(|range| said.at(range.end) == comma)
            || verb
                && step == comma - 1
                && opens_with_people(said, sentence, step) | (sentence..step).any(|at| said.is(at, EVENT))
    });
    counts && (verb || named)
}

/// Whether words begin with people of whom a measure says which: "Pupils under 10% attendance".
fn measured(lead: &Said<'_>) -> bool {
    lead.is(0, PEOPLE)
        && lead.gap(0) == " "
        && matches!(
            lead.low(1),
            "under" | "over" | "below" | "above" | "on" | "with" | "in" | "at" | "without" | "not" | "who" | "missing"
        )
}

/// "volunteers", "tutors": several in a post.
pub(super) fn is_adults(low: &str) -> bool {
    low.strip_suffix('s').is_some_and(|one| kinds_of(one) & TITLE != 0)
}

/// Whether the first noun of some words is of people.
pub(super) fn opens_with_people(said: &Said<'_>, from: isize, to: isize) -> bool {
    (from..to.min(from + 5)).any(|at| {
        let owns = said.word(at).is_some_and(|word| word.owns);
        speaks_of_people(said, at, at + 1) || said.is(at, PEOPLE) && at == from && !owns
    })
}
