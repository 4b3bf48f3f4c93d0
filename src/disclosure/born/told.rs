//! Words round a day that say in so many words that somebody was born on it, or came of an age.

use super::date::is_long_ago;
use super::said::{is_birth_told, is_one};
use super::weigh::is_thing_born;
use crate::disclosure::cue;
use crate::disclosure::lexicon::{CHILD, ORG};
use crate::disclosure::words::Said;

/// Whether a word after "date of birth" goes on to tell it, and is not of what is done with such dates.
fn tells(low: &str) -> bool {
    low.ends_with("ed")
        || low.bytes().any(|b| b.is_ascii_digit())
        || matches!(
            low,
            "is" | "was"
                | "of"
                | "as"
                | "given"
                | "shown"
                | "reads"
                | "says"
                | "in"
                | "on"
                | "for"
                | "now"
                | "wrong"
                | "not"
                | "should"
                | "could"
                | "being"
                | "will"
                | "would"
                | "entered"
                | "unknown"
                | "and"
                | "at"
                | "put"
                | "here"
                | "are"
                | "were"
                | "has"
                | "may"
                | "might"
                | "or"
                | "to"
                | "which"
                | "written"
                | "his"
                | "her"
                | "with"
                | "makes"
                | "withheld"
        )
}

/// Words that may stand between "date of birth" and the date: none that say what the date is of instead.
pub(super) const OTHER: &[&str] = &[
    "by", "until", "due", "removed", "field", "fields", "column", "census", "template", "form", "deadline", "from",
    "before", "after", "since", "between", "updated", "checked", "audit", "box", "meeting", "on-line", "policy",
    "review",
];

/// What is done with dates of birth, on a day of late.
pub(super) const DONE: &[&str] = &[
    "training",
    "data",
    "check",
    "checks",
    "validation",
    "evidence",
    "redaction",
    "error",
    "errors",
    "list",
    "lists",
    "rule",
    "rules",
    "sent",
    "lost",
    "e-mailed",
    "emailed",
    "issues",
    "queries",
    "runs",
    "excluded",
    "audit",
    "briefing",
    "guidance",
];

/// Whether the words round a day say that it is of a birth, or of a birthday.
pub(super) fn is_told(said: &Said<'_>, date: &str, before: &str, after: &str) -> bool {
    let at = said.at(before.len());
    let cue = |step: isize| {
        let low = said.low(step);
        matches!(low, "dob" | "dobs" | "birthdate")
            || low == "b" && matches!(said.low(step - 1), "o" | "of") && said.low(step - 2) == "d"
            || matches!(low, "birth")
                && matches!(said.low(step - 1), "of")
                && matches!(said.low(step - 2), "date" | "dates")
            || low == "date" && said.low(step - 1) == "birth"
            || low == "dates" && said.low(step - 1) == "birth"
    };
    if (at - 8..at).any(|step| matches!(said.low(step), "cut-off" | "cutoff" | "range")) {
        return false;
    }
    // "Date of birth on the plan, 8 July 2016"
    let labelled = (at - 8..at).rev().take_while(|step| *step >= 0).find(|step| cue(*step));
    // Figures that stand together may be of anything, a few words on; and a day of late is of what was done then.
    let whole = date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit());
    let done = !is_long_ago(date) && said.low(at - 1) == "on";
    if let Some(step) = labelled.filter(|step| !(whole && at - step > 4 || done || said.low(at - 1) == "to")) {
        let between = step + 1..at;
        let done = |at: isize| !is_long_ago(date) && DONE.contains(&said.low(at));
        let stops = between.clone().any(|at| OTHER.contains(&said.low(at)))
            || (step - 6..at).any(done)
            // "DOB mismatches at 4 November 2025"
            || !is_long_ago(date) && at > step + 1 && said.gap(step) == " " && !tells(said.low(step + 1))
            // A column of its own: "DOB held: yes ; Review: 12/05/2026".
            || said.gap(at - 1).contains(':') && (step..at).any(|at| said.gap(at).contains(';'))
            || between
                .clone()
                .any(|at| said.gap(at - 1).contains(['.', '!', '?']) && said.low(at - 1).len() > 2 && at > step + 1);
        if !stops {
            return true;
        }
    }
    // "gives July 17, 2013 as birth date"
    let next = said.at(before.len() + (said.copy.low.len() - before.len() - after.len()));
    let parted = said.gap(next - 1).contains([';', '.', ':']);
    if !parted
        && (next..next + 6).any(|step| cue(step) || said.low(step) == "birthday" && said.low(step - 1) != "a")
        && matches!(said.low(next), "as" | "is" | "was" | "being" | "dob" | "for")
    {
        return true;
    }
    // "On 2 May 2026 he will be 16"
    let comes = |step: isize| {
        let verb = said.low(step - 1 - isize::from(said.low(step - 1) == "be" && said.low(step - 2) == "will"));
        said.word(step).and_then(|word| word.value).is_some_and(|value| (3..26).contains(&value))
            && matches!(verb, "turns" | "turned" | "will" | "becomes" | "became" | "reaches" | "reached" | "be")
    };
    if said.low(at - 1) == "on" && is_one(said, next) && (next + 2..next + 5).any(comes) {
        return true;
    }
    // "male, White British, 06/06/2010"
    let gap = said.gap(at - 1).trim();
    // "Male role models day, 12 March 2026": of late only where the word stands by itself.
    let sex = |step: isize| {
        matches!(said.low(step), "male" | "female") && (is_long_ago(date) || said.gap(step).starts_with(','))
    };
    if gap == "," && (at - 5..at).any(sex) {
        return true;
    }
    // "birth certificate: SIMS says 10/02/2010", "birth certificate seen, 16 October 2019"
    // "His passport shows 4 November 2013"
    let passport =
        is_long_ago(date) && (at - 4..at - 1).any(|step| said.low(step) == "passport") && is_said(said.low(at - 1));
    let shown = (0..at).any(|step| {
        said.low(step) == "birth"
            && matches!(said.low(step + 1), "certificate")
            && (step..at).all(|step| !said.gap(step).contains(';'))
    }) && (matches!(
        said.low(at - 1),
        "says"
            | "shows"
            | "gives"
            | "reads"
            | "has"
            | "states"
            | "said"
            | "showed"
            | "gave"
            | "giving"
            | "showing"
            | "reading"
            | "stating"
            | "with"
    ) || matches!(gap, "," | "(" | ":")
        && matches!(said.low(at - 1), "seen" | "certificate" | "checked"));
    // "Summer born child (28 August 2019)", "at the age of 13 years (09.12.2010)", "the child (04/05/2012)"
    let bracketed = gap == "("
        && (said.is(at - 1, CHILD) && !said.low(at - 1).ends_with('s')
            || (at - 4..at).any(|step| {
                matches!(said.low(step), "age" | "aged")
                    && (step + 1..at).any(|at| said.word(at).is_some_and(|word| word.value.is_some()))
            }));
    // "the girl with a birthday of 25 May 2016", "aged 13, born 17/05/2010"
    let of_one = said.low(at - 1) == "of" && said.low(at - 2) == "birthday"
        || said.low(at - 1) == "born"
            && said.word(at - 2).is_some_and(|word| word.value.is_some_and(|value| value < 20))
            && matches!(said.low(at - 3), "aged" | "age");
    if shown || passport || bracketed || of_one {
        return true;
    }
    let org = |from: isize, to: isize| (from..to).any(|at| said.is(at, ORG) || is_thing_born(said.low(at)));
    let mut step = at - 1;
    // "born prematurely on", "born in Leeds General Hospital on 4 March 2013"
    while step > at - 10
        && is_birth_told(said, step)
        && said.gap(step).trim().trim_end_matches([',', '(', ':', '"', '.']).is_empty()
    {
        step -= 1;
    }
    let (start, far) = (cue::sentence(said, at.min(said.len() - 1)).0, at - step);
    let one = |from: isize| (from.max(start)..step).any(|at| is_one(said, at));
    // "the number of children on roll was 14 on"
    let counts = (start..step).any(|at| {
        matches!(
            said.low(at),
            "reading"
                | "spelling"
                | "score"
                | "number"
                | "numbers"
                | "count"
                | "roll"
                | "list"
                | "places"
                | "attendance"
                | "total"
                | "children"
                | "people"
                | "pupils"
        )
    });
    match said.low(step) {
        // "Hospital letter says born": the letter was not.
        "born" if far > 4 && !is_long_ago(date) && !one(step - 8) => false,
        "born" => said.is(step - 1, CHILD) || !org(step - 5, step) || is_said(said.low(step - 1)),
        // "gave birth on 3 May 2025"
        "birth" => {
            matches!(said.low(step - 1), "gave" | "gives" | "giving")
                || said.low(step + 1) == "on" && far < 4 && (step == 0 || said.gap(step - 1) != " ")
        }
        // "Summer-born: 30 August 2021"
        low if low.ends_with("-born") => far == 1 && said.gap(step) != " ",
        "birthday" | "birthdays" | "bday" | "b'day" => {
            // "the King's birthday", "Shakespeare's birthday"
            let owner = said.low(step - 1);
            let of_another = said.word(step - 1).is_some_and(|word| word.owns)
                && (matches!(owner, "king" | "queen" | "prince" | "princess" | "majesty")
                    || owner.len() > 2 && !is_one(said, step - 1) && !is_long_ago(date));
            let own = (step - 3..step).any(|at| matches!(said.low(at), "his" | "her"));
            let of_age = (step - 2..step).any(|at| is_old(said.low(at))) || said.low(step - 1) == "its";
            !of_age && !of_another && (own || !org(step - 6, step) && !org(step, at + 4)) && !of_thing(said, step)
        }
        _ => {
            let numbered = said.word(step).and_then(|word| word.value).is_some_and(|value| value < 26);
            let verb = |word: &str| matches!(word, "turned" | "turns" | "turn" | "becomes" | "became" | "turning");
            // What a list or a roll may be as well needs somebody who it is.
            let grows = |word: &str| {
                matches!(
                    word,
                    "be" | "was" | "is" | "reached" | "reaches" | "reach" | "attained" | "attains" | "reaching"
                )
            };
            let of_age = if said.low(step - 1) == "of" && said.low(step - 2) == "age" { step - 2 } else { step };
            let left = said.low(of_age - 1 - isize::from(said.low(of_age - 1) == "the"));
            let led = step < at - 1 || said.gap(step).contains('(');
            // "The play park turned ten": no child did.
            let turns = verb(left)
                && (one(step - 9) || said.opens(of_age - 1) || said.is_capital(of_age - 2) || of_age - 2 < start);
            let turned = numbered
                && (turns || grows(left) && (one(step - 7) || said.opens(of_age - 1)) && !counts)
                && (led || matches!(left, "turns" | "turned"))
                && said.low(at - 1) != "by"
                && !org(step - 6, step);
            let bracket = numbered
                && step == at - 1
                && said.gap(step).contains('(')
                && matches!(said.low(step - 1), "aged" | "age");
            turned || bracket
        }
    }
}

/// "says", "states", "gives as": words of a paper that tells of somebody.
fn is_said(low: &str) -> bool {
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
fn of_thing(said: &Said<'_>, at: isize) -> bool {
    said.low(at + 1) == "of" && (at + 2..at + 6).any(|step| said.is(step, ORG))
}
