//! Whom a number counts: the noun after it, through all that may stand between.

use super::joined::{is_adults, is_of_other};
use crate::disclosure::lexicon::{
    AROUND, BEFELL, FAMILY, FOLK, FOLLOWS, LABEL, MONTH, OWNED, PEOPLE, PERSON, PLACE, STATES, THING, TITLE, YOUNG,
};
use crate::disclosure::words::Said;
use std::ops::Range;

/// Whether a word is people as they are counted after a number, and the last word of them.
pub(super) fn people(said: &Said<'_>, at: isize) -> Option<isize> {
    let low = said.low(at);
    let old = low.ends_with("-year-olds") || low.ends_with("-year-old") && !said.is(at + 1, THING);
    let of_year = low.ends_with('s')
        && low.trim_end_matches('s').parse::<u32>().is_ok_and(|year| year < 14)
        && matches!(said.low(at - 1), "year" | "y" | "yr");
    if old || of_year {
        return Some(at);
    }
    let plural = said.is(at, PEOPLE);
    let folk = said.is(at, FOLK) && (said.is(at - 1, YOUNG) || said.low(at - 1) == "teenage");
    if !(plural || folk || said.is(at, PERSON)) {
        return None;
    }
    // "two pupils' attendance", but not "two girls' groups"
    if said.word(at)?.owns {
        let home = low == "children" && said.low(at + 1).starts_with("home");
        return (said.is(at + 1, OWNED | FAMILY) && !home).then_some(at);
    }
    // "pupil workshops", "case studies", "family hub": what is counted comes after.
    let next = said.gap(at) == " " && (said.is(at + 1, THING | PLACE) || said.is(at + 1, PERSON | PEOPLE));
    // "three pupils lead the club"
    let leads = matches!(said.low(at + 1), "lead" | "leads" | "visit" | "visits" | "plan" | "report" | "reports");
    let next =
        next && !(leads && matches!(said.low(at + 2), "the" | "a" | "an" | "their" | "our" | "his" | "her" | "this"));
    if next && !said.is(at + 1, PERSON | PEOPLE) {
        return None;
    }
    if next {
        return people(said, at + 1);
    }
    // "two NEET prevention officers", "three EHCP coordinators"
    let need = matches!(low, "neet" | "neets" | "cla" | "lac" | "ehcp" | "cin" | "cic" | "ehe" | "cme" | "uasc");
    let of_staff = |at: isize| said.gap(at - 1) == " " && (said.is(at, TITLE) || is_adults(said.low(at)));
    if need && (of_staff(at + 1) || of_staff(at + 2) && said.gap(at) == " " && !said.is(at + 1, STATES | AROUND)) {
        return None;
    }
    // "one child psychologist", "a pupil lead"
    if !plural && said.gap(at) == " " && said.is(at + 1, TITLE) {
        return None;
    }
    // "one family liaison officer"
    if !plural
        && !folk
        && said.gap(at) == " "
        && said.gap(at + 1) == " "
        && said.is(at + 2, TITLE | THING)
        && !matches!(said.low(at + 1), "whose" | "after" | "under" | "without" | "which")
        && !said.is(at + 1, AROUND)
        && !said.low(at + 1).ends_with("ed")
        && said.low(at + 1).len() > 4
    {
        return None;
    }
    let singular = !plural && !folk;
    let attribute = singular
        && said.gap(at) == " "
        && said.low(at + 1).ends_with('s')
        && !matches!(said.low(at + 1), "is" | "was" | "has" | "does");
    // "One pupil looks after his mother"
    let goes_on = "after for to at in on up out with from back his her their the a an this"
        .split(' ')
        .any(|word| word == said.low(at + 2));
    let is_one = said.word(at - 1).and_then(|word| word.value) == Some(1);
    let is_verb = said.is(at + 1, FOLLOWS) || goes_on && is_one && !said.is(at + 1, THING);
    (!attribute || is_verb).then_some(at)
}

/// The people that a number counts where they follow it: "two Year 10 pupils", "4 of the 17 pupils".
pub(super) fn noun(said: &Said<'_>, at: isize) -> Option<Range<usize>> {
    let start = said.word(at)?.start;
    let mut step = at + 1;
    let mut between = 0;
    let mut totals = 0;
    let mut brackets = 0;
    loop {
        let gap = said.gap(step - 1);
        brackets += usize::from(gap.contains('('));
        let is_plain = match gap.trim() {
            "" | "(" => true,
            "-" | "," => between > 0,
            // "4 of Kirk's 23 pupils"
            "'s" | "'" => totals > 0,
            ")" | "%)" => brackets > 0,
            _ => false,
        };
        if !is_plain || said.word(step).is_none() {
            return None;
        }
        // "On 3 April pupils planted trees"
        if between == 0 && said.is(step, MONTH) && said.is_capital(step) {
            return None;
        }
        if let Some(last) = people(said, step) {
            // "3 pupils in every 100", "two pupils to a class", "nine cases in ten"
            let (next, after) = (said.low(last + 1), said.low(last + 2));
            // "3 child poverty briefings": no number but one stands before one of them.
            let value = said.word(at).and_then(|word| word.value);
            if said.is(last, PERSON) && !said.is(last, PEOPLE) && value.is_some_and(|value| value > 1) && totals == 0 {
                return None;
            }
            // "3 referrals a week", "5 pupils at a time"
            let each = ["session", "time", "week", "day", "class", "term", "year", "month", "lesson", "visit", "group"];
            if next == "a" && each.contains(&after)
                || next == "at" && after == "a" && each.contains(&said.low(last + 3))
                || next == "at" && matches!(after, "once" | "any")
            {
                return None;
            }
            let of_ten = next == "in"
                && said
                    .word(last + 2)
                    .is_some_and(|word| word.value.is_some_and(|value| value > 1 && (value < 21 || value % 50 == 0)));
            // "4 pupils in 3 schools"
            let of_ten = of_ten && !is_of_other(said, last + 2);
            if of_ten
                || next == "or" && matches!(after, "fewer" | "less" | "more" | "under")
                || next == "for" && matches!(after, "every" | "each")
                || matches!(next, "in" | "from" | "to" | "of" | "at")
                    && matches!(after, "every" | "each" | "a")
                    && !(after == "a" && next != "to" || after == "each" && next == "in")
                || matches!(next, "per" | "each") && said.gap(last) == " " && (next == "per" || is_each(said, last + 1))
            {
                return None;
            }
            return Some(start..said.word(last)?.end);
        }
        let word = said.word(step)?;
        let low = said.low(step);
        if word.value.is_some() {
            let of_year = matches!(said.low(step - 1), "year" | "yr" | "y" | "years");
            let mine = ["our", "their", "its", "his", "her", "your", "my", "whose"].contains(&said.low(step - 1));
            let in_total = matches!(said.low(step - 1), "of" | "the" | "these" | "those" | "all")
                || totals > 0 && (mine || said.word(step - 1).is_some_and(|word| word.owns));
            // "Two (2) young carers", "4 (2) pupils"
            let again = said.gap(step - 1).contains('(') && said.gap(step).starts_with(')');
            // "3 (18%) of 17 pupils"
            let share = said.gap(step - 1).contains('(')
                && said.gap(step).trim_start_matches(|c: char| c == '.' || c.is_ascii_digit()).starts_with("%)");
            if !of_year && !again && !in_total && !share {
                return None;
            }
            totals += u32::from(in_total);
        } else if low.parse::<f32>().is_ok() && said.gap(step - 1).contains('(') && said.gap(step).starts_with("%)") {
            // "3 (6.7%) learners"
        } else if low == "out" && said.low(step + 1) == "of" || low == "of" {
            totals += 1;
        } else {
            let described = word.kinds & AROUND != 0
                || low.len() > 4
                    && ["ed", "al", "ic", "ish", "ian", "ive", "ous", "less", "able", "ese", "ing"]
                        .iter()
                        .any(|end| low.ends_with(end))
                    && word.kinds & THING == 0
                || low.contains('-')
                    && low.len() > 3
                    && low.bytes().any(|b| b.is_ascii_alphabetic())
                    && word.kinds & THING == 0
                || said.is_capital(step) && !low.ends_with('s') && word.kinds & (THING | PLACE) == 0
                || low.len() == 2 && low.starts_with('y');
            // "3 medically unfit learners"
            let described = described
                || low.ends_with("ly")
                || said.low(step - 1).ends_with("ly")
                    && said.low(step - 1).len() > 5
                    && word.kinds & (THING | PLACE | TITLE) == 0
                || low == "after" && said.low(step - 1) == "looked"
                || low == "most"
                || low == "x" && between == 0;
            if !described
                || low.len() == 1 && low != "x"
                || low.len() == 3 && low.contains('-')
                || word.owns && !said.is_capital(step)
            {
                return None;
            }
        }
        between += 1;
        step += 1;
        if between > 6 || totals > 3 {
            return None;
        }
    }
}

/// "3 pupils each week", "groups of 3 pupils each", but not "3 pupils each had a mentor".
fn is_each(said: &Said<'_>, at: isize) -> bool {
    let next = at + 1;
    said.gap(at) != " "
        || said.word(next).is_none_or(|word| word.value.is_some())
        || said.is(next, THING | PLACE | LABEL) && !said.is(next, STATES)
        || matches!(said.low(next), "a" | "for" | "in" | "on" | "at" | "to" | "and")
}

/// Whether words say that people are counted: they name several of them, or what befell one.
pub(super) fn speaks_of_people(said: &Said<'_>, from: isize, to: isize) -> bool {
    (from..to).any(|at| {
        let plural = said.is(at, PEOPLE) && !said.word(at).is_some_and(|word| word.owns);
        let folk = said.is(at, FOLK) && said.is(at - 1, YOUNG);
        let event = said.low(at) == "exclusion"
            || said.low(at) == "destinations"
            || said.low(at) == "suspension"
            || said.is(at, BEFELL);
        let year = said.low(at).strip_suffix('s').is_some_and(|year| year.parse::<u32>().is_ok_and(|year| year < 14))
            && matches!(said.low(at - 1), "year" | "y" | "yr");
        let of_thing = said.gap(at) == " " && said.is(at + 1, THING) && !said.is(at + 1, PEOPLE);
        (plural || folk || event || year) && !of_thing
    })
}
