//! Counts that a sentence sets beside another: how many it was before, or at another time. "4 pupils came back, up from 2
//! in autumn", "3 pupils were suspended (4 last term)": the second number is of the same people as the first.

use super::Count;
use super::elsewhere::sentence_of;
use super::joined::{is_of_other, opens_with_people};
use super::people::noun;
use crate::disclosure::lexicon::{
    BEFELL, CHANGED, EVENT, FOLK, LABEL, MONTH, PEOPLE, PERSON, SPAN, STATES, THING, TITLE,
};
use crate::disclosure::words::Said;
use std::ops::Range;

/// A number that is set beside a count of people; `counts` are those that were found before it.
pub(super) fn compared(said: &Said<'_>, at: isize, counts: &[Count]) -> Option<Range<usize>> {
    let word = said.word(at)?;
    // "up from 5 to 8 modules"
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    if said.low(at + 1) == "to" && number(at + 2) && is_of_other(said, at + 2) && noun(said, at + 2).is_none() {
        return None;
    }
    let of_them = is_set_beside(said, at) && ends(said, at) && is_of_people(said, at, counts);
    of_them.then_some(word.start..word.end)
}

/// Whether a number is a year, alone or as "2023/24".
pub(super) fn is_year(said: &Said<'_>, at: isize) -> bool {
    let year = |at: isize| {
        let first = said.raw(at).split('-').next().unwrap_or_default();
        first.len() == 4 && first.parse().is_ok_and(|year: u32| (1990..2100).contains(&year))
    };
    year(at) || said.gap(at - 1) == "/" && year(at - 1)
}

/// Whether the words before a number, or a time beside it, set it beside another one.
fn is_set_beside(said: &Said<'_>, at: isize) -> bool {
    // "from the 4 of last term", "against just 4"
    let small = |at: isize| matches!(said.low(at - 1), "the" | "just" | "only") && said.gap(at - 1) == " ";
    let from = if small(at) { at - 1 } else { at };
    let (left, second, before) = (said.low(from - 1), said.low(from - 2), said.gap(from - 1).trim());
    let opens_bracket = said.gap(from - 2).ends_with('(');
    let says = before.is_empty()
        && match left {
            "against" | "versus" | "vs" => true,
            "from" => opens_bracket || (sentence_of(said, at)..from - 1).any(|step| said.is(step, CHANGED)),
            "with" | "to" => matches!(second, "compared" | "compares" | "comparison" | "contrast" | "contrasted"),
            "than" => second == "rather" || from < at,
            "of" => second == "instead",
            "on" => matches!(second, "up" | "down"),
            "as" | "twice" | "double" | "half" => from < at,
            "was" | "were" => opens_bracket,
            _ => false,
        };
    let joined = matches!(before, "," | ";" | "(" | "-" | ":")
        || matches!(
            left,
            "and" | "but" | "while" | "was" | "were" | "is" | "are" | "it" | "had" | "has" | "been" | "then"
        );
    says || joined && time_after(said, at) || time_before(said, from)
}

/// "4 last term", "4 in autumn", "4 a year before", "4 in 2023/24".
pub(in crate::disclosure) fn time_after(said: &Said<'_>, at: isize) -> bool {
    if said.gap(at) != " " {
        return false;
    }
    match said.low(at + 1) {
        "last" | "this" => is_time(said, at + 2),
        "previously" | "before" | "earlier" | "beforehand" | "originally" | "initially" | "then" | "now" => {
            said.gap(at + 1) != " " || !said.low(at + 2).ends_with('s')
        }
        "so" => said.low(at + 2) == "far",
        "to" => said.low(at + 2) == "date",
        "a" | "the" => {
            matches!(said.low(at + 2), "previous" | "preceding" | "same" | "last")
                || is_time(said, at + 2) && matches!(said.low(at + 3), "before" | "earlier" | "ago" | "previously")
        }
        "in" | "at" | "by" | "since" | "during" | "for" => is_time(said, at + 2),
        _ => false,
    }
}

/// "last term 4", "in autumn it was 4", "last year's 4", "in 2023/24, 4".
fn time_before(said: &Said<'_>, at: isize) -> bool {
    let is_verb = |step: isize| {
        let low = said.low(step);
        matches!(
            low,
            "was" | "were" | "is" | "are" | "had" | "has" | "have" | "been" | "it" | "there" | "that" | "we" | "they"
        )
    };
    let mut step = at - 1;
    while step > at - 4 && said.gap(step) == " " && is_verb(step) {
        step -= 1;
    }
    let apart = matches!(said.gap(step).trim(), "" | "," | ":" | "-" | "(" | "'s");
    let named = said.is(step, MONTH) || is_year(said, step) || is_season(said.low(step));
    let told = || matches!(said.low(step), "previously" | "before" | "earlier" | "formerly" | "originally" | "now");
    let since = || {
        let led = |at: isize| matches!(said.low(at), "last" | "previous" | "that" | "this");
        is_time(said, step) && (led(step - 1) || led(step - 2) || is_season(said.low(step - 1)))
    };
    apart && (named || told() || since())
}

pub(in crate::disclosure) fn is_season(low: &str) -> bool {
    matches!(low, "autumn" | "spring" | "summer" | "winter")
}

/// Whether words go on with a time: "the spring term", "2023/24", "that year", "the end of May".
fn is_time(said: &Said<'_>, at: isize) -> bool {
    let leads = ["the", "last", "previous", "preceding", "same", "that", "this", "early", "late", "academic", "school"];
    let step = (at..at + 3).find(|step| !leads.contains(&said.low(*step))).unwrap_or(at);
    let word = said.low(step);
    is_season(word)
        || matches!(word, "term" | "year" | "month" | "week" | "half-term" | "time" | "end" | "start" | "beginning")
        || said.is(step, MONTH)
        || is_year(said, step)
}

/// Whether a number ends what is said of how many, or goes on as one of people may: "4 of 20", "2 here", "3 in Year 9".
fn ends(said: &Said<'_>, at: isize) -> bool {
    if said.gap(at) != " " || time_after(said, at) {
        return !said.gap(at).starts_with(['%', '/', '+']);
    }
    if said.low(at + 1) == "of" {
        let base = if matches!(said.low(at + 2), "the" | "our" | "all" | "these") { at + 3 } else { at + 2 };
        return matches!(said.low(at + 2), "them" | "these" | "those" | "whom")
            || said.word(base).is_some_and(|word| word.value.is_some()) && !is_of_other(said, base)
            || matches!(said.low(at + 2), "last" | "autumn" | "spring" | "summer");
    }
    said.is(at + 1, STATES | BEFELL)
        || matches!(
            said.low(at + 1),
            "in" | "at"
                | "on"
                | "by"
                | "to"
                | "from"
                | "for"
                | "and"
                | "but"
                | "or"
                | "who"
                | "with"
                | "here"
                | "there"
                | "elsewhere"
                | "when"
                | "while"
                | "since"
                | "so"
                | "across"
                | "out"
                | "as"
        )
}

/// Whether the number before this one in the sentence counts people, or the sentence is of how many they are.
fn is_of_people(said: &Said<'_>, at: isize, counts: &[Count]) -> bool {
    let mut sentence = sentence_of(said, at);
    let is_number = |step: isize| said.word(step).is_some_and(|word| word.value.is_some()) && !is_year(said, step);
    // "3 pupils were suspended. It was 4 in autumn."
    let goes_back = ["it", "that", "this", "there", "last", "in", "up", "down", "against", "compared", "previously"];
    if sentence > 0 && !(sentence..at).any(is_number) && goes_back.contains(&said.low(sentence)) {
        sentence = sentence_of(said, sentence - 1);
    }
    // "2 of 20 schools took 30 pupils, up from 1 of 20"
    let of_things = |step: isize| {
        said.low(step - 1) == "of" && is_number(step) && is_of_other(said, step) && noun(said, step).is_none()
    };
    if said.low(at + 1) == "of" && (sentence..at).any(of_things) {
        return false;
    }
    // "3 clubs and 30 pupils, up from 2 and 20": each goes with the one in its own place.
    let mut behind = u32::from(said.low(at + 1) == "and" && is_number(at + 2));
    for step in (sentence..at).rev() {
        // "No pupil was excluded, against 2 in autumn": as "none", it is a count.
        let none = said.low(step) == "no" && (step + 1..step + 4).any(|step| said.is(step, PEOPLE | PERSON));
        if none {
            // "No child waited more than 4 weeks, against 5"
            let of_other = (step..at).any(|step| is_number(step) && is_of_other(said, step));
            return !of_other && !is_measured(said, step, at);
        }
        if !is_number(step) || said.is(step - 1, LABEL) && said.gap(step - 1) == " " {
            continue;
        }
        if behind > 0 {
            behind -= 1;
            continue;
        }
        if is_count(said, step, counts) {
            return !is_limit(said, step) && !is_measured(said, step, at);
        }
        // "missed over 20 days, up from 2": how long it was for each of them.
        let each = said.is(step + 1, SPAN) && matches!(said.low(step - 1), "over" | "than");
        // "three times as many as the 4 in autumn"
        let each = each || said.low(step + 1) == "times" && said.low(step + 2) == "as";
        let share = said.gap(step).starts_with('%') && said.gap(step - 1).ends_with('(');
        if !each && !share && !time_after(said, step) && (is_of_other(said, step) || said.gap(step).starts_with('%')) {
            return false;
        }
    }
    let of_events = (sentence..at).any(|step| {
        said.is(step, EVENT | BEFELL) || matches!(said.low(step), "number" | "numbers" | "total" | "count")
    });
    // "Exclusions per school", "the number of schools with exclusions"
    let of_each = (sentence..at).any(|step| {
        let of_things = said.is(step, THING) && said.low(step).ends_with('s');
        said.low(step) == "per" || of_things && matches!(said.low(step + 1), "with" | "where" | "that")
    });
    if of_events && !of_each && opens_with_people(said, sentence, at) {
        return !is_measured(said, sentence, at);
    }
    // "Compared with 3 in autumn, 12 pupils came back"
    let next = (at + 1..at + 12).take_while(|step| !said.opens(*step)).find(|step| is_number(*step));
    !(sentence..at).any(is_number) && next.is_some_and(|step| noun(said, step).is_some())
}

/// Whether a number is of people, that some words before it have found or that follow it: "5 or fewer pupils" too.
fn is_count(said: &Said<'_>, at: isize, counts: &[Count]) -> bool {
    let found = said.word(at).is_some_and(|word| counts.iter().any(|(range, _)| range.contains(&word.start)));
    let fewer = |at: isize| matches!(said.low(at), "fewer" | "less");
    let kept = said.low(at + 1) == "or" && fewer(at + 2) && noun(said, at + 2).is_some();
    found || kept || noun(said, at).is_some()
}

/// "up to 5 pupils", "one adult to 12 pupils", "groups of 4 pupils", "6 in 10 pupils": not how many there are.
fn is_limit(said: &Said<'_>, at: isize) -> bool {
    match said.low(at - 1) {
        "in" => said.word(at - 2).is_some_and(|word| word.value.is_some()) && !is_year(said, at - 2),
        "to" => said.low(at - 2) == "up" || said.is(at - 2, FOLK | TITLE),
        "of" => matches!(said.low(at - 2), "groups" | "teams" | "classes" | "sets" | "tables" | "pods"),
        left => matches!(left, "per" | "every"),
    }
}

/// Whether something between two numbers is measured, so that the second may be of that: "scored 8, up from 4".
pub(super) fn is_measured(said: &Said<'_>, from: isize, to: isize) -> bool {
    (from..to).any(|step| {
        matches!(
            said.low(step),
            "confidence"
                | "wellbeing"
                | "satisfaction"
                | "score"
                | "scored"
                | "scores"
                | "rated"
                | "rating"
                | "ratings"
                | "rate"
                | "average"
                | "averaged"
                | "grade"
                | "grades"
                | "mark"
                | "marks"
                | "points"
                | "level"
                | "levels"
                | "scale"
                | "hours"
                | "days"
                | "sessions"
                | "lessons"
                | "minutes"
                | "mornings"
                | "afternoons"
                | "subjects"
                | "times"
                | "visits"
                | "meetings"
        ) && said.word(step - 1).is_none_or(|word| word.value.is_none())
    })
}
