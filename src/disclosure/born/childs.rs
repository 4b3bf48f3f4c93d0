//! Days that a sentence says a child was born on, by what is told in all of it.

use super::OTHER;
use super::date::is_long_ago;
use super::said::is_birth_told;
use crate::disclosure::cue;
use crate::disclosure::lexicon::ORG;
use crate::disclosure::words::Said;

/// Whether a day lies so many years back that only a birth is told of so, in a sentence that speaks of one: "Birthdays
/// on the list (04.02.2010, 19.08.2010)".
pub(super) fn is_childs(said: &Said<'_>, date: &str, before: &str, after: &str) -> bool {
    let at = said.at(before.len());
    let next = said.at(said.copy.low.len() - after.len());
    let (start, end) = cue::sentence(said, at.min(said.len() - 1));
    let long_ago = is_long_ago(date);
    let told = |step: isize| {
        matches!(
            said.low(step),
            "dob" | "dobs" | "born" | "brn" | "birth" | "birthday" | "birthdays" | "birthdate" | "birthdates"
        )
    };
    let directly = told(at - 1) && !said.is(at - 2, ORG);
    let barred = (start..end)
        .any(|step| said.is(step, ORG) && !matches!(said.low(step), "school" | "nursery" | "group"))
        || (start..at).any(|step| {
            OTHER.contains(&said.low(step))
                && !matches!(said.low(step), "from" | "by" | "form" | "checked" | "review" | "meeting" | "updated")
        })
        || matches!(said.low(at - 1), "from" | "before" | "after" | "since" | "between" | "by" | "until" | "to")
        || (start..end).any(|step| {
            is_old(said.low(step))
                || matches!(
                    said.low(step),
                    "cut-off"
                        | "cutoff"
                        | "range"
                        | "act"
                        | "cohort"
                        | "its"
                        | "opened"
                        | "celebrated"
                        | "merger"
                        | "founded"
                        | "launched"
                )
        });
    let near = (at - 14..next + 8).any(|step| told(step) && step >= start && step < end);
    // "born at term on 30 October 2025"
    let born = (at - 5..at - 1).rev().find(|step| *step >= start && said.low(*step) == "born");
    let recent = said.low(at - 1) == "on"
        && born.is_some_and(|born| (born + 1..at).all(|step| is_birth_told(said, step) && said.gap(step - 1) == " "));
    if recent && !barred && !said.copy.low.contains("born out of") {
        return true;
    }
    (date.len() != 8 || !date.bytes().all(|b| b.is_ascii_digit()) || directly)
        && (long_ago && near && !barred || directly && long_ago)
}

/// "says", "states", "gives as": words of a paper that tells of somebody.
pub(super) fn is_said(low: &str) -> bool {
    matches!(
        low,
        "says"
            | "said"
            | "states"
            | "stated"
            | "shows"
            | "showing"
            | "gives"
            | "as"
            | "saying"
            | "records"
            | "has"
            | "reads"
    )
}

/// "150th": older than a child is.
pub(super) fn is_old(low: &str) -> bool {
    let digits = low.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.len() < low.len() && digits.parse::<u32>().is_ok_and(|year| year > 25)
        || matches!(low, "fiftieth" | "sixtieth" | "seventieth" | "hundredth" | "centenary" | "golden")
}

/// Whether a birthday is said to be that of a thing: "birthday of the toy library".
pub(super) fn of_thing(said: &Said<'_>, at: isize) -> bool {
    said.low(at + 1) == "of" && (at + 2..at + 6).any(|step| said.is(step, ORG))
}
