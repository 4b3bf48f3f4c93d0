//! Dates as people write them, and those so many years back that a child of a report may be born on them.

use regex::Regex;
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
pub(super) static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
    let day = "[0-9]{1,2}(?:st|nd|rd|th)?";
    let year = "(?:[0-9]{4}|'?[0-9]{2})";
    Regex::new(&format!(
        "[0-9]{{8}}|[0-9]{{4}} ?[-/.] ?[0-9]{{1,2}} ?[-/.] ?[0-9]{{1,2}}\
         |[0-9]{{1,2}} ?[-/.] ?[0-9]{{1,2}} ?[-/.] ?(?:[0-9]{{4}}|'?[0-9]{{2}})\
         |[0-9]{{1,2}} [0-9]{{1,2}} (?:19|20)[0-9]{{2}}\
         |{day}(?: day)?(?: of)?(?: ?[ ./-] ?)?{month}\\.?,?(?: ?[ /-] ?)?{year}|{month}\\.? {day},? {year}"
    ))
    .expect("a pattern")
});

/// A day without marks or with spaces alone, as it is written right behind its label: "120312", "12 03 12".
#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
pub(super) static BARE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^[0-9]{6}\\b|^[0-9]{1,2} [0-9]{1,2} [0-9]{2}\\b").expect("a pattern"));

/// Whether the numbers make a day of a year in which a child of a report may be born, or come of age.
pub(super) fn is_date(words: &str) -> bool {
    let numbers: Vec<u32> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let year = |year: u32| matches!(year, 1990..=2045) || year < 46;
    match *numbers.as_slice() {
        [year_, month, day] if year_ > 999 => year(year_) && (1..=12).contains(&month) && (1..=31).contains(&day),
        [day, month, last] => year(last) && (1..=31).contains(&day) && (1..=12).contains(&month),
        [whole] => {
            let is_day =
                |year_: u32, month: u32, day: u32| year(year_) && (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day(whole / 10_000, whole / 100 % 100, whole % 100)
                || is_day(whole % 10_000, whole / 10_000 % 100, whole / 1_000_000)
                || words.len() == 6 && is_day(whole % 100, whole / 100 % 100, whole / 10_000)
        }
        [day, last] => year(last) && (1..=31).contains(&day),
        _ => false,
    }
}

/// Whether a day lies so many years back that in a report only a birth is told of so.
pub(super) fn is_long_ago(date: &str) -> bool {
    let mut parts = date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let past = |part: &str| part.parse::<u32>().is_ok_and(|year| (2003..=2019).contains(&year));
    parts.clone().any(|part| match part.len() {
        4 => past(part),
        8 => [part.get(..4), part.get(4..)].into_iter().flatten().any(past),
        _ => false,
    }) || parts.next_back().is_some_and(|part| part.len() == 2 && matches!(part.parse::<u32>(), Ok(3..=19)))
}
