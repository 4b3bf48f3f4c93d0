//! Where somebody can be reached: telephones, e-mail addresses, postcodes of homes. What an office gives to all is
//! not private, nor is what officers give of themselves at the top of their report.

use super::identifier::Hit;
use super::lexicon::{BUSINESS, CHILD, FAMILY, MANY, OFFICE, PLACE, PRIVATELY, PRONOUN, TITLE};
use super::words::Said;
use crate::source::Kind;
use email::{email, spelt};
use postcode::postcode;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

mod email;
mod postcode;

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern")
}

static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:(?:\+|00 ?)44[ .-]{0,2}(?:\(0\) ?)?|\(?0 ?)[1237](?:[ .()-]{0,2}[0-9]){8,9}|0[127][0-9]{3}/[0-9]{6}")
});
static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-pr-uwyz][a-hk-y]?[0-9][0-9a-z]?(?: {0,2}|-)[0-9][abd-hjlnp-uw-z]{2}"));
static SPELT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"((?:[a-z0-9]+ (?:dot|underscore|dash) )*[a-z0-9][a-z0-9._-]*)(?: ?[\[({<]at[\])}>] ?| at )([a-z0-9-]+(?:(?: ?[\[({<]dot[\])}>] ?| dot )[a-z]+)*?)(?: ?[\[({<]dot[\])}>] ?| dot )[a-z]+",
    )
});

static BRACKETED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"([a-z0-9][a-z0-9._-]*) ?[\[({<]at[\])}>] ?([a-z0-9-]+(?:\.[a-z0-9-]+)*?)\.[a-z]+"));

/// The `at` as a word, the points as they are: "jo.marr at mail.com". A name without a mark in it may be any word.
static WORDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b([a-z0-9]+(?:[._-][a-z0-9]+)+) at ([a-z0-9-]+(?:\.[a-z0-9-]+)*?)\.(?:com|org|net|co\.uk|example)\b")
});

/// Everything of these kinds in a block; `heads` where officers say who they are.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, heads: bool, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    if low.contains('@') || low.contains("%40") {
        email(said, lead, heads, hits);
    }
    if low.contains("dot") {
        spelt(said, lead, heads, &SPELT, hits);
    }
    if ["at]", "at)", "at}", "at>"].iter().any(|at| low.contains(at)) {
        spelt(said, lead, heads, &BRACKETED, hits);
    }
    if low.contains(" at ") {
        spelt(said, lead, heads, &WORDED, hits);
    }
    if said.digits >= 9 {
        for found in PHONE.find_iter(low) {
            if telephone(said, found.range(), heads) {
                hits.push((found.range(), Kind::Telephone));
            }
        }
    }
    if said.digits >= 2 {
        let mut from = 0;
        while let Some(found) = POSTCODE.find_at(low, from) {
            from = found.start() + 1;
            if postcode(said, lead, &found.range()) {
                hits.push((found.range(), Kind::Postcode));
                from = found.end();
            }
        }
    }
}

/// Whether one person is spoken of, who has this for their own.
fn is_personal(said: &Said<'_>) -> bool {
    (0..said.len()).any(|at| {
        let Some(word) = said.word(at) else { return false };
        let next = said.is(at + 1, OFFICE)
            || matches!(said.low(at + 1), "education" | "rep's" | "survey" | "forum" | "evening" | "council")
            || said.low(at) == "baby" && !word.owns;
        word.kinds & (FAMILY | PRIVATELY) != 0 && word.kinds & MANY == 0 && !next
            || word.kinds & (FAMILY | PRIVATELY) != 0
                && word.owns
                && said.is(at, FAMILY)
                && !said.low(at).ends_with('s')
    })
}

fn telephone(said: &Said<'_>, range: Range<usize>, heads: bool) -> bool {
    let low = said.copy.low.as_str();
    let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | '#' | '\u{a3}');
    let stays = |c: Option<char>| !c.is_some_and(joins);
    let glued =
        before.ends_with(['.', '-']) && before.trim_end_matches(['.', '-']).ends_with(|c: char| c.is_ascii_digit());
    let listed = before.ends_with("/") && !before.trim_end_matches(['/', ' ']).ends_with(|c: char| c.is_alphabetic());
    let ends = stays(after.chars().next()) || after.starts_with('/');
    let dashed = after.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    if !(stays(before.chars().next_back()) || before.ends_with('_') || listed) || glued || !ends || dashed {
        return false;
    }
    let words = low.get(range.clone()).unwrap_or_default();
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let own = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| words.contains('+')));
    let own = own.unwrap_or(&digits).trim_start_matches('0');
    let at = said.at(range.start);
    let of_thing =
        |step: isize| said.is(step, BUSINESS) && !matches!(said.low(step), "call" | "account" | "form" | "number");
    let personal = is_personal(said);
    let numbered = matches!(said.low(at - 1), "number" | "no" | "ref" | "code");
    // "Dial-in meeting ID 077 0090 0123"
    let call = said.low(at - 1) == "id" && matches!(said.low(at - 2), "meeting" | "webinar" | "zoom" | "teams");
    let referred = matches!(said.low(at - 1), "ref" | "reference" | "order" | "invoice") && !personal;
    let filed = personal && said.gap(at - 1).starts_with(',');
    if call || referred || of_thing(at - 1) && !filed || numbered && of_thing(at - 2) {
        return false;
    }
    if heads && !personal {
        return false;
    }
    let public = (0..said.len()).any(|at| {
        said.is(at, OFFICE) && !said.is(at, PRIVATELY)
            || said.is(at, PLACE) && said.is_capital(at) && said.is_capital(at - 1)
            || said.low(at) == "front" && said.low(at + 1) == "door"
            || said.is(at, TITLE) && at < said.at(range.start) && said.at(range.start) - at < 7
            || said.low(at) == "social" && said.low(at + 1) == "care"
    }) || after.starts_with(" to book")
        || said.low(at - 1) == "call" && said.low(0) == "for";
    // "Text service for parents: 07700 900800"
    let of_service = (at - 6..at).any(|step| {
        matches!(
            said.low(step),
            "service" | "line" | "helpline" | "duty" | "desk" | "advice" | "enquiries" | "helpdesk" | "hub"
        )
    }) && !(0..said.len())
        .any(|step| said.is(step, CHILD | PRONOUN) || said.is(step, FAMILY) && !said.is(step, MANY));
    match own.as_bytes() {
        [b'7', b'0' | b'6', ..] => false,
        [b'7', ..] if own.len() == 10 => {
            personal
                || !of_service
                    && !after.starts_with(" to book")
                    && !said.words.iter().any(|word| word.kinds & OFFICE != 0 && is_before(said, word.end, &range))
        }
        // The large cities' numbers have ten digits after the nought; a few of the country's have nine.
        [b'2', ..] | [b'1', b'1', ..] | [b'1', _, b'1', ..] if own.len() != 10 => false,
        [b'1' | b'2', ..] if matches!(own.len(), 9 | 10) => personal || !public && one_number(words),
        [b'3', ..] => own.len() == 10 && personal && !heads,
        _ => false,
    }
}

/// Whether a word ends shortly before a place.
fn is_before(said: &Said<'_>, end: usize, range: &Range<usize>) -> bool {
    end <= range.start && range.start - end < 12 && said.copy.low.len() > range.start
}

/// Whether the digits stand as those of one telephone, not as days, months and years.
fn one_number(words: &str) -> bool {
    let groups: Vec<usize> = words.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|len| *len > 0).collect();
    groups.first().is_some_and(|first| *first >= 3)
        || groups.len() > 1 && groups.first() == Some(&2) && words.starts_with('+')
}
