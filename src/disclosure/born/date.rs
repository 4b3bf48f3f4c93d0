//! Days as people and scanners write them, and how far back they lie.

use crate::disclosure::lexicon;
use regex::Regex;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
pub(super) static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
    let roman = "(?:xi{0,2}|ix|vi{0,3}|iv|i{1,3})";
    let ordinal = "(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh\
                   |twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth";
    let day = "[0-9]{1,2}(?: ?(?:st|nd|rd|th))?";
    let year = "(?:[0-9]{4}|'?[0-9]{2}|\\(20\\)[0-9]{2})";
    let said = "(?:[0-9]{4}|two thousand(?: and)?(?: [a-z-]+)?|(?:nineteen|twenty)[ -][a-z]+(?:-[a-z]+)?)";
    // A letter O or an l for a figure, each figure by itself.
    let (figure, mark) = ("[0-9oil]", "(?: ?[-/.|\u{b7}_\\\\] ?|\\)\\()");
    let two = format!("{figure}(?: ?{figure})?(?:st|nd|rd|th)?");
    let four = format!("{figure}(?: ?{figure}){{3}}");
    Regex::new(&format!(
        "[0-9]{{8}}|(?:[0-9][ |/]{{1,3}}){{7}}[0-9]|{four}{mark}{two}{mark}{two}\
         |{two}{mark}{two}{mark}-? ?(?:{four}|'?[0-9]{{2}})\
         |[0-9]{{1,2}} [0-9]{{1,2}} (?:19|20)[0-9]{{2}}\
         |[0-9]{{4}},? {day}(?: of)? {month}|[0-9]{{4}}\\. ?{roman}\\. ?[0-9]{{1,2}}|[0-9]{{1,2}}[. ]{roman}[. ][0-9]{{4}}\
         |{day}(?: day)?(?: of)?(?: ?[ ./-] ?)?{month}\\.?,?(?: ?[/ -] ?)?{year}|{month}\\.? {day},? {year}\
         |{day} [a-z\u{e0}-\u{17f}]{{3,12}} (?:19|20)[0-9]{{2}}\
         |(?:{ordinal})(?: of)? {month} {said}"
    ))
    .expect("a pattern")
});

/// A day without marks or with spaces alone, as it is written right behind its label: "120312", "12 03 12".
#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
pub(super) static BARE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^[0-9]{6}\\b|^[0-9]{1,2} [0-9]{1,2} [0-9]{2}\\b").expect("a pattern"));

/// The year of a day, if the numbers make one of a year in which somebody whom a report speaks of may be born, or come of
/// age.
pub(super) fn year(words: &str) -> Option<u32> {
    let fits = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    let of = |year: u32| match year {
        FIRST..=2045 => Some(year),
        0..35 => Some(2000 + year),
        35..46 | 50..=99 => Some(1900 + year),
        _ => None,
    };
    match *numbers(words).as_slice() {
        [year, month, day] if year > 999 && fits(month, day) => of(year),
        // "04/25/2011", as American software has it
        [month, day @ 13..=31, year] if year > 999 && fits(month, day) => of(year),
        [day, month, year] if fits(month, day) => of(year),
        [whole] if whole > 9999 => {
            let day = |year: u32, month: u32, day: u32| of(year).filter(|_| fits(month, day));
            day(whole / 10_000, whole / 100 % 100, whole % 100)
                .or_else(|| day(whole % 10_000, whole / 10_000 % 100, whole / 1_000_000))
                .or_else(|| day(whole % 100, whole / 100 % 100, whole / 10_000).filter(|_| words.len() == 6))
        }
        // "the fourteenth of March 2012", "the ninth of August twenty twelve"
        [] => said(words),
        [year] if year > 999 => of(year),
        [year, day] if year > 999 && fits(1, day) => of(year),
        [day, year] if fits(1, day) => of(year),
        _ => None,
    }
}

/// The numbers of a day, a month in words passed over: one that is written figure by figure is one.
fn numbers(date: &str) -> Vec<u32> {
    // A month has three letters, a slip of the scanner one or two, as the end of "28th" has.
    let letters = date.split(|c: char| !c.is_alphabetic()).map(str::len).max().unwrap_or_default();
    let plain: String = if letters > 2 {
        date.replace("(20)", "20")
    } else {
        date.chars()
            .map(|c| {
                if c == 'o' {
                    '0'
                } else if matches!(c, 'i' | 'l') {
                    '1'
                } else {
                    c
                }
            })
            .collect()
    };
    let is_mark = |c: char| !c.is_ascii_digit() && c != ' ';
    let by_marks = letters < 3 && plain.contains(is_mark);
    let parts: Vec<String> = if by_marks {
        plain.split(is_mark).map(|part| part.replace(' ', "")).filter(|part| !part.is_empty()).collect()
    } else {
        plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let parts = if parts.len() == 8 { vec![parts.concat()] } else { parts };
    parts.iter().filter_map(|part| part.parse().ok()).collect()
}

/// The year that is written in words: "two thousand and twelve", "twenty twelve".
fn said(date: &str) -> Option<u32> {
    let last = |after: &str| after.rsplit(' ').next().and_then(lexicon::number).filter(|year| *year < 100);
    let (_, after) = ["two thousand", "twenty ", "twenty-", "nineteen ", "nineteen-"]
        .iter()
        .find_map(|from| date.rsplit_once(from).filter(|(before, _)| before.contains(' ')))?;
    match date.contains("nineteen") {
        true => last(after).map(|year| 1900 + year),
        false if after.is_empty() => Some(2000),
        false => last(after).map(|year| 2000 + year),
    }
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

/// How many years before a report's school year its young people were born.
const LONG: RangeInclusive<u32> = 6..=22;

/// The fewest years that lie between a birth and what a report tells of in the next breath.
pub(in crate::disclosure) const LATE: u32 = 3;

impl Era {
    /// How far back a year lies from the one in which the report's school year began.
    pub fn of(year: u32, report: u32) -> Era {
        match report.saturating_sub(year) {
            0..LATE => Era::Recent,
            ago if ago < *LONG.start() => Era::Late,
            ago if ago <= *LONG.end() => Era::Long,
            _ => Era::Grown,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Era::Grown => "grown",
            Era::Long => "long",
            Era::Late => "late",
            Era::Recent => "recent",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        for (words, expected) in [
            ("12/03/2012", 2012),
            ("12.03.12", 2012),
            ("2012-03-12", 2012),
            ("03/25/2012", 2012),
            ("20120312", 2012),
            ("12032012", 2012),
            ("120312", 2012),
            ("14/o7/2o13", 2013),
            ("1 7 / 0 4 / 2 0 1 2", 2012),
            ("2 | 1 | 0 | 4 | 2 | 0 | 1 | 6", 2016),
            ("29)(01)(2011", 2011),
            ("28th.11.2010", 2010),
            ("25 th april 2019", 2019),
            ("3_12_08", 2008),
            ("24th / june / (20)16", 2016),
            ("2011, 7 of may", 2011),
            ("1.ix.2009", 2009),
            ("2012. viii. 14", 2012),
            ("6 mai 2011", 2011),
            ("14-sep-12", 2012),
            ("5 november, 1983", 1983),
            ("8 nov 2014", 2014),
            ("13/05/- 2014", 2014),
            ("19 oct '15", 2015),
            ("july 17, 2013", 2013),
            ("fourteenth of march 2012", 2012),
            ("ninth of august twenty seventeen", 2017),
            ("twenty-first of march two thousand and twelve", 2012),
            ("seventh of june two thousand", 2000),
            ("first of may nineteen eighty-two", 1982),
        ] {
            let found =
                DATE.find(words).map(|found| found.as_str()).or_else(|| BARE.find(words).map(|found| found.as_str()));
            assert_eq!(found, Some(words));
            assert_eq!(year(words), Some(expected), "{words}");
        }
        for words in ["32/03/2012", "12/13/2", "40/50/2012"] {
            assert_eq!(DATE.find(words).and_then(|found| year(found.as_str())), None, "{words}");
        }
    }
}
