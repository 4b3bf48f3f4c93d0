//! What speaks for a day's being that of a birth and what against it: how many years back it lies, who is spoken of
//! beside it, how it stands there. What was done on a day is said with a verb and "on"; a birth stands by itself.

use super::date::{Era, era};
use super::said::is_birth_told;
use super::told::{OTHER, is_old};
use super::whom::{is_named, is_somebody, who};
use crate::disclosure::cue;
use crate::disclosure::lexicon::{BUSINESS, CHILD, FAMILY, LABEL, ORG, PERSON};
use crate::disclosure::words::Said;

/// What is enough.
const ENOUGH: i32 = 3;

/// Whether what speaks for a birth outweighs what speaks against it; `lead` leads in what is said.
pub(super) fn is_births(said: &Said<'_>, lead: &Said<'_>, date: &str, before: &str, after: &str) -> bool {
    let (at, next) = (said.at(before.len()), said.at(said.copy.low.len() - after.len()));
    // A day may be words that a point parts: "10.08.13".
    let (start, end) = (cue::sentence(said, at.min(said.len() - 1)).0, cue::sentence(said, next - 1).1);
    let era = era(date);
    let cue = (at - 14..next + 8)
        .filter(|step| (start..end).contains(step) && is_cue(said, *step))
        .min_by_key(|step| if *step < at { at - step } else { step - next + 1 });
    // "in the form 01/01/2010"
    let shown =
        said.gap(at - 1) == " " && matches!(said.low(at - 1), "form" | "format" | "like" | "example" | "eg" | "sample");
    if cue.is_some() && (is_bound(said, at) || shown) {
        return false;
    }
    if era == Era::Recent {
        return is_just_born(said, at, next, (start, end));
    }
    let mut weight = match cue {
        // Figures without marks may be of anything, a few words on.
        Some(_) if is_whole(date) && cue != Some(at - 1) && cue != Some(next + 2) && cue != Some(next + 1) => 2,
        Some(_) => 4,
        None if is_whole(date) => -2,
        None => 0,
    };
    weight += who(said, lead, (at, next), (start, end));
    weight += i32::from(stands_alone(said, at, next));
    // "the child (09/07/2020)"
    let number = said.word(at - 1).is_some_and(|word| word.value.is_some());
    let beside = is_somebody(said, at - 1) || number && is_somebody(said, at - 2);
    weight += i32::from(matches!(said.gap(at - 1).trim(), "(" | "-" | ",") && beside);
    if cue.is_none() && (start..end).any(|step| matches!(said.low(step), "passport" | "certificate")) {
        weight += 2;
    }
    weight -= match era {
        Era::Grown | Era::Late => 2,
        Era::Long | Era::Recent => 0,
    };
    weight -= done(said, (at, next), (start, end), cue);
    weight >= ENOUGH
}

fn is_whole(date: &str) -> bool {
    date.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word says that somebody was born.
fn is_cue(said: &Said<'_>, at: isize) -> bool {
    matches!(
        said.low(at),
        "dob"
            | "dobs"
            | "dofb"
            | "born"
            | "brn"
            | "birth"
            | "birthday"
            | "birthdays"
            | "bday"
            | "b'day"
            | "birthdate"
            | "birthdates"
            | "date-of-birth"
    ) || said.low(at) == "b" && matches!(said.low(at - 1), "o" | "of") && said.low(at - 2) == "d"
}

/// "born at term on 30 October 2025": of somebody, where no body and no animal is spoken of.
fn is_just_born(said: &Said<'_>, at: isize, next: isize, (start, end): (isize, isize)) -> bool {
    let born = (at - 5..at - 1).rev().find(|step| *step >= start && said.low(*step) == "born");
    said.low(at - 1) == "on"
        && born.is_some_and(|born| (born + 1..at).all(|step| is_birth_told(said, step) && said.gap(step - 1) == " "))
        && !said.copy.low.contains("born out of")
        && (start..end).all(|step| !is_barred(said, step))
        && next <= end
}

/// Whether a word says that what is born, or has a birthday, is nobody, or many.
fn is_barred(said: &Said<'_>, at: isize) -> bool {
    said.is(at, ORG) && !matches!(said.low(at), "school" | "nursery" | "group")
        || is_thing_born(said.low(at))
        || is_old(said.low(at))
        || matches!(
            said.low(at),
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
}

/// Whether a day is where a cohort begins or ends: "born after 31 August 2014", "between … and …".
fn is_bound(said: &Said<'_>, at: isize) -> bool {
    matches!(said.low(at - 1), "since" | "from" | "until" | "till" | "by" | "before" | "after" | "between" | "to")
        || said.low(at - 1) == "and" && (at - 7..at).any(|step| said.low(step) == "between")
}

/// Animals and bodies of which it is said that they were born, or turned five.
pub(super) fn is_thing_born(low: &str) -> bool {
    matches!(
        low,
        "dog"
            | "puppy"
            | "cat"
            | "kitten"
            | "rabbit"
            | "pony"
            | "horse"
            | "lamb"
            | "calf"
            | "tortoise"
            | "hamster"
            | "hens"
            | "chicks"
            | "cluster"
            | "cafe"
            | "caf\u{e9}"
            | "collective"
            | "federation"
            | "alliance"
            | "pledge"
            | "app"
            | "website"
            | "newsletter"
            | "consortium"
            | "building"
            | "minibus"
    )
}

/// Whether marks part the day from what stands before it and behind it, as in a row, a bracket, an apposition.
fn stands_alone(said: &Said<'_>, at: isize, next: isize) -> bool {
    let parts = |gap: &str| {
        gap.contains(['(', ')', ',', ';', ':', '|', '[', ']']) || gap.contains(" - ") || gap.contains(" / ")
    };
    (at == 0 || parts(said.gap(at - 1)))
        && (next >= said.len() || parts(said.gap(next - 1)) || said.gap(next - 1).starts_with('.'))
}

/// What says that something was done on the day, or that a paper is of it.
fn done(said: &Said<'_>, (at, next): (isize, isize), (start, end): (isize, isize), cue: Option<isize>) -> i32 {
    let left = said.low(at - 1);
    let apart = !said.gap(at - 1).trim().is_empty();
    let told = cue.is_some_and(|cue| cue < at && at - cue < 10);
    let led = is_led(left);
    let of_one = left == "of"
        && (said.is(at - 2, CHILD | PERSON | FAMILY) || matches!(said.low(at - 2), "certificate" | "passport"));
    // "signed 12/03/2015"; and what stands right before it is a paper: "agreement, 31/08/2016".
    let acted = left.ends_with("ed") && !apart && !matches!(left, "aged" | "reached");
    let paper = said.is(at - 1, BUSINESS | ORG | LABEL) && !is_somebody(said, at - 1) && !is_somebody(said, at - 2);
    let mut against = match () {
        () if led && !apart && !(told && matches!(left, "on" | "dated")) => 3,
        () if left == "of" && !of_one && cue.is_none_or(|cue| at - cue > 2 || cue > at) => 3,
        () if (acted || paper) && !told => 3,
        () => 0,
    };
    // What was done before somebody is spoken of is not of the day: "review closed for Oskar Nowak, 19.07.2014".
    let whom = if is_named(said, at) { Some(at - 2) } else { (start..at).rev().find(|step| is_somebody(said, *step)) };
    let near = ((at - 7).max(whom.unwrap_or(start)).max(start)..at).chain(next..(next + 3).min(end));
    let events = near
        .filter(|step| {
            is_event(said.low(*step)) || OTHER.contains(&said.low(*step)) && !is_led(said.low(*step)) && *step < at - 1
        })
        .count();
    against += if told { 1 } else { 2 } * i32::try_from(events.min(2)).unwrap_or_default();
    against += 4 * i32::from(cue.is_some() && (start..end).any(|step| is_barred(said, step)));
    against
}

/// What leads in a day on which something was done.
fn is_led(low: &str) -> bool {
    matches!(
        low,
        "on" | "since"
            | "from"
            | "until"
            | "till"
            | "by"
            | "before"
            | "after"
            | "between"
            | "to"
            | "at"
            | "in"
            | "dated"
            | "during"
    )
}

/// Words of what was done on a day, and of papers that have one.
fn is_event(low: &str) -> bool {
    matches!(
        low,
        "met"
            | "visited"
            | "inspected"
            | "inspection"
            | "opened"
            | "founded"
            | "launched"
            | "launch"
            | "signed"
            | "issued"
            | "adopted"
            | "version"
            | "policy"
            | "act"
            | "contract"
            | "agreement"
            | "lease"
            | "licence"
            | "census"
            | "strategy"
            | "survey"
            | "report"
            | "review"
            | "reviewed"
            | "minutes"
            | "ofsted"
            | "conference"
            | "cohort"
            | "published"
            | "article"
            | "photo"
            | "conviction"
            | "dbs"
            | "clause"
            | "edition"
            | "notice"
            | "guidance"
            | "circular"
            | "judgment"
            | "hearing"
            | "order"
            | "baseline"
            | "built"
            | "closed"
            | "merged"
            | "established"
            | "appointed"
            | "died"
            | "married"
            | "arrived"
            | "entered"
    )
}
