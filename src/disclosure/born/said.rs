//! What stands round a date and says that somebody was born on it.

use super::date::is_long_ago;
use super::{DONE, OTHER};
use crate::disclosure::lexicon::{BUSINESS, CHILD, FAMILY, GIVEN, LABEL, ORG, PERSON, PRONOUN};
use crate::disclosure::words::Said;

/// Whether what leads in a list says that dates of birth stand in it: "Dates of birth:".
pub(super) fn is_led(lead: &Said<'_>) -> bool {
    let told = |at: isize| {
        matches!(lead.low(at), "dob" | "dobs" | "birthdays" | "birthdates" | "birthdate")
            || lead.low(at) == "birth" && lead.low(at - 1) == "of"
            || lead.low(at) == "b" && lead.low(at - 1) == "o" && lead.low(at - 2) == "d"
    };
    let last = (0..lead.len()).rev().find(|at| told(*at));
    last.is_some_and(|last| lead.len() - last < 4)
        && !(0..lead.len()).any(|at| OTHER.contains(&lead.low(at)) && !matches!(lead.low(at), "by" | "from" | "list"))
}

/// Labels of a date of birth, as they stand right before one.
const LABELS: [&str; 14] = [
    "dob",
    "dobs",
    "dob's",
    "d.o.b",
    "d/o/b",
    "d o b",
    "dofb",
    "d of b",
    "date of birth",
    "dates of birth",
    "date-of-birth",
    "birthdate",
    "date_of_birth",
    "birth date",
];

/// Whether a label stands right before a date, with no more than marks between: "DOB-12/03/2012", "(b. 12.3.12)".
pub(super) fn is_labelled(said: &Said<'_>, before: &str, long_ago: bool) -> bool {
    let trimmed = before.trim_end_matches([' ', ':', '-', '=', '#', '(', '/', '.', '"', '\'', '[', ',']);
    let between = before.get(trimmed.len()..).unwrap_or_default();
    let starts = |rest: &str| !rest.ends_with(|c: char| c.is_alphanumeric());
    if LABELS.iter().any(|label| trimmed.strip_suffix(label).is_some_and(starts)) {
        // "Audit of dates of birth: 12 March 2026"
        let at = said.at(trimmed.len());
        let other = (at - 9..at).any(|step| {
            (OTHER.contains(&said.low(step)) || DONE.contains(&said.low(step))) && said.low(step) != "form"
        });
        return long_ago || !other;
    }
    let Some(rest) = trimmed.strip_suffix('b').filter(|rest| starts(rest)) else { return false };
    let own = said.copy.text.as_bytes().get(rest.len()) == Some(&b'b') || long_ago;
    let at = said.at(rest.len());
    // "a. 5/3/2026 b. 12/3/2026": items.
    let item = (0..at).any(|step| said.low(step) == "a" && said.gap(step).starts_with(['.', ')']));
    let alone = rest.is_empty() || rest.ends_with(['(', '"', ',', ';', '-', '\'', '[']) || rest.ends_with(", ");
    let of_one = alone || is_one(said, at - 1) || rest.ends_with("- ");
    let dotted = between.starts_with(['.', ':']);
    own && !item && !said.is(at - 1, LABEL) && !between.starts_with(['-', '/', ')']) && (dotted || of_one && long_ago)
}

/// Whether a word is one person.
pub(super) fn is_one(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    said.is(at, PRONOUN | FAMILY | PERSON)
        || said.is(at, CHILD) && (!low.ends_with('s') || said.word(at).is_some_and(|word| word.owns))
        || said.is(at, GIVEN) && said.is_capital(at)
        || low == "person" && said.low(at - 1) == "young"
        || matches!(
            low,
            "learner" | "leaver" | "student" | "twins" | "twin" | "siblings" | "who" | "lad" | "baby" | "triplets"
        )
}

/// Words between "born" and the date that say how, where and when: "born at 29 weeks in Leeds General Hospital on".
pub(super) fn is_birth_told(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    let plain = matches!(
        low,
        "last"
            | "week"
            | "month"
            | "today"
            | "yesterday"
            | "school"
            | "approx"
            | "approximately"
            | "around"
            | "about"
            | "circa"
            | "to"
            | "young"
            | "mother"
            | "mum"
            | "parents"
            | "on"
            | "the"
            | "a"
            | "is"
            | "was"
            | "falls"
            | "in"
            | "at"
            | "of"
            | "hospital"
            | "home"
            | "weeks"
            | "term"
            | "abroad"
            | "overseas"
            | "early"
            | "late"
            | "just"
            | "midnight"
            | "hours"
            | "day"
            | "one"
            | "here"
            | "there"
            | "uk"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
    );
    let day = low.ends_with("day") && !matches!(low, "birthday" | "b'day" | "bday");
    let named = said.is_capital(at)
        && !said.opens(at)
        && !low.starts_with("born")
        && !low.starts_with("birth")
        && said.gap(at - 1) == " ";
    let plain = plain || low == "before" && said.low(at + 1) == "midnight";
    let how = low.ends_with("ly") && !matches!(low, "july" | "assembly" | "family" | "reply" | "supply");
    let first = said.low(at - 1) == "born" && said.is_capital(at) && said.is_capital(at - 1) && !said.opens(at - 1);
    // A place has a word before it that says so: "born in", not "Born Free".
    let placed = !named
        || matches!(said.low(at - 1), "in" | "at")
        || said.is_capital(at - 1) && !said.low(at - 1).starts_with("born");
    let weeks = said.word(at).is_some_and(|word| word.value.is_some()) && said.low(at + 1) == "weeks";
    plain || day || weeks || how || named && placed && !first
}

/// Whether a day long ago stands right beside a child, an age or a sex: "the girl (05/05/2012)", "M 05/05/2012 Y8".
pub(super) fn is_beside_child(said: &Said<'_>, date: &str, before: &str, after: &str) -> bool {
    if !is_long_ago(date) {
        return false;
    }
    let at = said.at(before.len());
    let (left, gap) = (said.low(at - 1), said.gap(at - 1));
    // "31.08.2014, male, Y6"
    let next = said.at(said.copy.low.len() - after.len());
    if matches!(said.low(next), "male" | "female") && !said.gap(next - 1).trim().is_empty() && said.gap(next) != " " {
        return true;
    }
    if !gap.trim().is_empty() && !gap.trim().starts_with(['(', ',', ':', '-', ';']) || said.is(at - 2, ORG) {
        return false;
    }
    let number = |at: isize| said.word(at).and_then(|word| word.value).is_some_and(|value| value < 20);
    // "Form F 12/05/2015"
    let part = said.is(at - 2, LABEL | BUSINESS) || matches!(said.low(at - 2), "form" | "block" | "site" | "junction");
    let sex = matches!(left, "male" | "female" | "boy" | "girl" | "lad")
        || matches!(said.raw(at - 1), "M" | "F") && !gap.is_empty() && !part;
    let child =
        (matches!(left, "baby" | "son" | "daughter" | "sibling" | "siblings" | "twins" | "brothers" | "sisters")
            || said.is(at - 1, CHILD) && !left.ends_with('s'))
            && !gap.trim().is_empty();
    // "the girl in Year 5 (12/05/2015)"
    let in_year = gap.trim().starts_with('(')
        && (number(at - 1) && matches!(said.low(at - 2), "year" | "yr")
            || left.strip_prefix('y').is_some_and(|year| !year.is_empty() && year.bytes().all(|b| b.is_ascii_digit())))
        && (at - 6..at - 1).any(|step| said.is(step, CHILD) && !said.low(step).ends_with('s'));
    let digits = left.bytes().take_while(u8::is_ascii_digit).count();
    let age_word = (1..3).contains(&digits)
        && matches!(left.get(digits..), Some("yo" | "yr" | "yrs" | "-year-old" | "-yr-old" | "years" | "y/o"));
    let aged = number(at - 1)
        && !gap.trim().is_empty()
        && (matches!(said.low(at - 2), "aged" | "age" | "boy" | "girl" | "lad" | "child" | "pupil")
            || is_one(said, at - 2));
    let old = left == "old" && said.low(at - 2) == "years";
    sex || child || in_year || (age_word || old) && !gap.trim().is_empty() || aged
}
