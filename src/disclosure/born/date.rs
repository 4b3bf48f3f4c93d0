//! Dates as people write them, and those so many years back that a child of a report may be born on them.

use regex::Regex;
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
pub(super) static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
    let ordinal = "(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh\
                   |twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth";
    let day = "[0-9]{1,2}(?:st|nd|rd|th)?";
    let year = "(?:[0-9]{4}|'?[0-9]{2})";
    Regex::new(&format!(
        "[0-9]{{8}}|[0-9]{{4}} ?[-/.] ?[0-9]{{1,2}} ?[-/.] ?[0-9]{{1,2}}\
         |[0-9]{{1,2}} ?[-/.|] ?[0-9]{{1,2}} ?[-/.|](?: |-\\B ?)?(?:[0-9]{{4}}|'?[0-9]{{2}})\
         |[0-9]{{1,2}} [0-9]{{1,2}} (?:19|20)[0-9]{{2}}\
         |{day}(?: day)?(?: of)?(?: ?[ ./-] ?)?{month}\\.?,?(?: ?[ /-] ?)?{year}|{month}\\.? {day},? {year}\
         |(?:{ordinal})(?: of)? {month} [0-9]{{4}}"
    ))
    .expect("a pattern")
});

/// A day without marks or with spaces alone, as it is written right behind its label: "120312", "12 03 12".
#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
pub(super) static BARE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^[0-9]{6}\\b|^[0-9]{1,2} [0-9]{1,2} [0-9]{2}\\b").expect("a pattern"));

/// Whether the numbers make a day of a year in which somebody whom a report speaks of may be born, or come of age.
pub(super) fn is_date(words: &str) -> bool {
    let numbers: Vec<u32> = numbers(words).filter_map(|part| part.parse().ok()).collect();
    let year = |year: u32| matches!(year, FIRST..=2045) || year < 46 || matches!(year, 50..=99);
    match *numbers.as_slice() {
        [year_, month, day] if year_ > 999 => year(year_) && (1..=12).contains(&month) && (1..=31).contains(&day),
        // "04/25/2011", as American software has it
        [month, day @ 13..=31, last] if last > 999 => year(last) && (1..=12).contains(&month) && day > 12,
        [day, month, last] => year(last) && (1..=31).contains(&day) && (1..=12).contains(&month),
        [whole] if whole > 9999 => {
            let is_day =
                |year_: u32, month: u32, day: u32| year(year_) && (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day(whole / 10_000, whole / 100 % 100, whole % 100)
                || is_day(whole % 10_000, whole / 10_000 % 100, whole / 1_000_000)
                || words.len() == 6 && is_day(whole % 100, whole / 100 % 100, whole / 10_000)
        }
        // "the fourteenth of March 2012"
        [last] => year(last) && last > 999,
        [day, last] => year(last) && (1..=31).contains(&day),
        _ => false,
    }
}

fn numbers(date: &str) -> impl Iterator<Item = &str> {
    date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty())
}

/// The year in which the oldest of whom a report speaks were born.
const FIRST: u32 = 1935;

/// How far back a day lies: the farther, the less may have been on it but a birth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    /// A grown person of a report may be born on it.
    Grown,
    /// A child or a young person who is at school.
    Long,
    /// A child who comes to school now; much that a report tells of was done then too.
    Late,
    /// What a report tells of was done on it, or will be.
    Recent,
}

/// How far back a day lies.
pub(super) fn era(date: &str) -> Era {
    let of = |year: u32| match year {
        FIRST..=2002 => Some(Era::Grown),
        2003..=2019 => Some(Era::Long),
        2020..=2022 => Some(Era::Late),
        _ => None,
    };
    let whole = |part: &str| part.parse().ok().and_then(of);
    let full = numbers(date).find_map(|part| match part.len() {
        4 => whole(part),
        8 => [part.get(..4), part.get(4..)].into_iter().flatten().find_map(whole),
        _ => None,
    });
    let short = || {
        let last = numbers(date).last().filter(|part| part.len() == 2 && numbers(date).all(|part| part.len() < 3))?;
        let year: u32 = last.parse().ok()?;
        of(if year < 35 { 2000 + year } else { 1900 + year })
    };
    full.or_else(short).unwrap_or(Era::Recent)
}

/// Whether a day lies so many years back that in a report only a birth is told of so.
pub(super) fn is_long_ago(date: &str) -> bool {
    matches!(era(date), Era::Long | Era::Grown)
}
