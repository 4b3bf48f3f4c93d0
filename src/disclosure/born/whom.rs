//! Who is spoken of beside a day: a name, one of a family, what one is on a list.

use super::said::is_one;
use crate::disclosure::lexicon::{
    ACRONYM, BUSINESS, CHILD, FAMILY, FOLK, GIVEN, LABEL, MANY, MONTH, OFFICE, ORG, PERSON, PLACE, TITLE,
};
use crate::disclosure::words::Said;

/// Who is spoken of: somebody right beside the day, or elsewhere in the sentence or in what leads it in.
pub(super) fn who(said: &Said<'_>, lead: &Said<'_>, (at, next): (isize, isize), (start, end): (isize, isize)) -> i32 {
    let beside = ((at - 5).max(start)..at).chain(next..(next + 3).min(end));
    if said.low(at - 1) == "b" && is_named(said, at) {
        return 5;
    }
    // "a boy of 22 May 2010", "boys of 6/8/2013 and 19/2/2015"
    if said.low(at - 1) == "of" && said.is(at - 2, CHILD) {
        return 3;
    }
    if beside.into_iter().any(|step| is_somebody(said, step)) || is_named(said, at) {
        return 3;
    }
    let led = lead.len() < 8 && (0..lead.len()).any(|step| is_somebody(lead, step));
    if led || (start..end).any(|step| is_somebody(said, step)) { 2 } else { 0 }
}

/// Whether a word is one person, or what one is on a list: a sex, an age, a year at school.
pub(super) fn is_somebody(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    let number = |at: isize| said.word(at).and_then(|word| word.value);
    // "pupil premium", "boys' final": not one of them.
    let of_thing = said.gap(at) == " "
        && (said.is(at + 1, BUSINESS | ORG | OFFICE | PLACE)
            || matches!(
                said.low(at + 1),
                "premium"
                    | "protection"
                    | "voice"
                    | "privacy"
                    | "passports"
                    | "passport"
                    | "support"
                    | "council"
                    | "forum"
            ));
    let many = said.is(at, MANY) || low.ends_with('s') && said.is(at, CHILD) && !is_kin(low);
    let in_year = matches!(low, "year" | "yr") && number(at + 1).is_some_and(|year| year < 15)
        || low.strip_prefix('y').is_some_and(|year| {
            let year = year.strip_prefix('r').unwrap_or(year);
            (1..3).contains(&year.len()) && year.bytes().all(|b| b.is_ascii_digit())
        });
    let parted = said.gap(at) != " " && !said.gap(at - 1).starts_with('/');
    let bracketed = said.gap(at - 1).ends_with('(') && said.gap(at).starts_with(')') && matches!(low, "m" | "f");
    let sex = matches!(low, "male" | "female") || bracketed || matches!(said.raw(at), "M" | "F") && parted;
    let aged = matches!(low, "aged" | "age") && number(at + 1).is_some_and(|age| age < 26)
        || low == "old" && said.low(at - 1) == "years"
        || ["yo", "yr", "yrs", "-year-old", "-yr-old"].iter().any(|end| {
            low.strip_suffix(end)
                .is_some_and(|age| (1..3).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit()))
        });
    (is_one(said, at) || is_kin(low) || said.is(at, FOLK) && said.low(at - 1) == "young" || low == "hers")
        && !many
        && !of_thing
        && !matches!(low, "case" | "family" | "household" | "referral" | "exclusion" | "suspension")
        || in_year
        || sex
        || aged
}

/// Several of a family, each with a day of their own.
fn is_kin(low: &str) -> bool {
    matches!(
        low,
        "twins"
            | "siblings"
            | "cousins"
            | "brothers"
            | "sisters"
            | "sons"
            | "daughters"
            | "triplets"
            | "eldest"
            | "oldest"
            | "youngest"
    )
}

/// Whether a name or initials stand right before the day, with no more than a mark between: "Keira Shuttle, 02.03.2013".
pub(super) fn is_named(said: &Said<'_>, at: isize) -> bool {
    let gap = said.gap(at - 1);
    let at = if said.low(at - 1) == "b" && gap.trim_matches(['.', ' ']).is_empty() { at - 1 } else { at };
    let apart = at != said.at(0) && (!said.gap(at - 1).trim().is_empty() || said.low(at) == "b");
    let other = PLACE | ORG | OFFICE | BUSINESS | MONTH | ACRONYM | LABEL | TITLE;
    let capital = |at: isize| said.is_capital(at) && !said.is(at, other) && said.low(at).len() > 1;
    let letter = |at: isize| said.raw(at).len() == 1 && said.is_capital(at);
    let initials = (2..4).contains(&said.raw(at - 1).len())
        && said.raw(at - 1).bytes().all(|b| b.is_ascii_uppercase())
        && !said.is(at - 1, ACRONYM)
        || letter(at - 1) && (letter(at - 2) || capital(at - 2) && !said.opens(at - 2))
        || letter(at - 1) && said.gap(at - 1).contains('(') && !said.is(at - 2, other) && said.gap(at - 2) != " "
        || letter(at - 1) && said.is(at - 2, GIVEN | CHILD | PERSON | FAMILY);
    // "R Sykes 17/08/2010"
    let initialled = letter(at - 2) && capital(at - 1);
    initialled || apart && (initials || capital(at - 1) && capital(at - 2) && said.gap(at - 2) == " ")
}
