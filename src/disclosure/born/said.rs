//! What stands round a date and says that somebody was born on it.

use super::told::{DONE, OTHER};
use crate::disclosure::lexicon::{CHILD, FAMILY, GIVEN, LABEL, PERSON, PRONOUN};
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
    // "he'll", "she's"
    let low = said.low(at).split('\'').next().unwrap_or_default();
    matches!(low, "he" | "she")
        || said.is(at, PRONOUN | FAMILY | PERSON)
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
        "which"
            | "last"
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
