//! Days and months as officers write them in running text: a day without its month, a month without its year.

use super::lexicon::{DET, HELD, MONTH, PREP, PRONOUN, PURE, WEEKDAY, key, keys};
use super::soon::{may_be_vague, vague};
use super::words::{Word, read};
use crate::term::{Season, Term};
use std::ops::Range;

/// A day or month that leaves something open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Loose {
    /// "on the 24th": the month is missing.
    Day(Range<usize>),
    /// "by the end of February" in a plan of the autumn: the turn of the year lies between, and no year is named. "By the
    /// end of September" in a plan of November: that month had passed.
    Month {
        /// The words.
        at: Range<usize>,
        /// The year that is meant, if the words stand where one looks back or ahead.
        year: u16,
        /// Whether the month lies in the report's own term, and had passed.
        passed: bool,
    },
    /// "Soon", "in due course": no day at all.
    Vague(Range<usize>),
}

/// The first day of a text that leaves something open; where the text is about what is to come, a month across
/// the turn of the year from `term`, or one of it that has passed, or a word such as "soon". Any other month of a plan
/// can be read in one way only.
#[must_use]
pub fn loose_day(text: &str, ahead: bool, term: impl FnOnce() -> Option<Term>) -> Option<Loose> {
    let may_be = may_hold_day(text.as_bytes()) || ahead && may_be_vague(text);
    if !may_be {
        return None;
    }
    let words = read(text);
    let day = (0..words.len()).find_map(|at| loose_ordinal(text, &words, at)).map(Loose::Day);
    if day.is_some() || !ahead {
        return day;
    }
    let month = || {
        let term = words.iter().any(is_month).then(term).flatten()?;
        (0..words.len()).find_map(|at| loose_month(&words, at, text, &term))
    };
    month().or_else(|| vague(text, &words).map(Loose::Vague))
}

/// Whether bytes may hold an ordinal, a month or a day of the week: a look at digits and capitals only.
fn may_hold_day(bytes: &[u8]) -> bool {
    // Written without a branch, so that many bytes are looked at together.
    let telling = |byte: &u8| (byte.wrapping_sub(b'0') < 10) | (byte.wrapping_sub(b'A') < 26);
    let opens = |at: usize| match bytes.get(at..).unwrap_or_default() {
        [b'0'..=b'9', b's' | b'S' | b'n' | b'N' | b'r' | b'R' | b't' | b'T', ..] => true,
        [a, b, c, ..] if a.is_ascii_uppercase() => OPENINGS.contains(&[*a, *b, *c]),
        _ => false,
    };
    // Runs of small letters, nearly all there is, are passed over at once; the first capital begins the sentence.
    let runs = bytes.get(1..).unwrap_or_default().chunks(32).enumerate();
    let mut telling = runs.filter(|(_, run)| run.iter().fold(false, |any, byte| any | telling(byte)));
    telling.any(|(run, bytes)| (0..bytes.len()).any(|at| opens(1 + run * 32 + at)))
}

/// How the names of months and days of the week begin.
const OPENINGS: [[u8; 3]; 19] = [
    *b"Jan", *b"Feb", *b"Mar", *b"Apr", *b"May", *b"Jun", *b"Jul", *b"Aug", *b"Sep", *b"Oct", *b"Nov", *b"Dec",
    *b"Mon", *b"Tue", *b"Wed", *b"Thu", *b"Fri", *b"Sat", *b"Sun",
];

fn letters<'a>(text: &'a str, word: &Word) -> &'a str {
    text.get(word.range()).unwrap_or_default()
}

/// The number of a day written "24th", else `None`.
fn ordinal(text: &str, word: &Word) -> Option<u32> {
    let letters = letters(text, word);
    let digits = letters.get(..letters.len().checked_sub(2)?)?;
    let suffix = letters.get(digits.len()..)?;
    let known = ["st", "nd", "rd", "th"].iter().any(|known| suffix.eq_ignore_ascii_case(known));
    digits.parse().ok().filter(|day| known && (1..=31).contains(day))
}

/// Whether a word names a month: with a capital, so that "may" and "march" stay verbs.
pub(super) fn is_month(word: &Word) -> bool {
    word.has(MONTH) && word.capital
}

pub(super) fn is_year(text: &str, word: &Word) -> bool {
    let letters = letters(text, word);
    letters.len() >= 4 && (letters.starts_with("19") || letters.starts_with("20")) && word.digit
}

/// A day of the month without the month: "on the 24th", "Tuesday 19th", "by Friday 4th".
fn loose_ordinal(text: &str, words: &[Word], at: usize) -> Option<Range<usize>> {
    let word = words.get(at)?;
    if !word.digit || word.quoted {
        return None;
    }
    let last = at.checked_sub(1).and_then(|at| words.get(at)).filter(|_| word.before == ' ')?;
    let weekday = last.has(WEEKDAY) && last.capital;
    let next = words.get(at + 1).filter(|next| next.sentence == word.sentence);
    if ordinal(text, word).is_none() {
        // "on Tuesday 19." is a day as well, if nothing is counted by it.
        let day = letters(text, word).parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        let ends = next.is_none_or(|next| matches!(next.before, ',' | ';' | ')'));
        return (weekday && day && ends && !near_month(text, words, at)).then(|| opening(words, at)..word.range().end);
    }
    let named = match (weekday, last.is(key("the"))) {
        (true, _) => true,
        (_, true) => {
            let before = at.checked_sub(2).and_then(|at| words.get(at));
            before.is_some_and(|before| {
                let week = at.checked_sub(3).and_then(|at| words.get(at)).is_some_and(|word| word.is(key("week")));
                let of_week = week && before.is(key("of"));
                of_week || OPENS_DAY.contains(&before.key) || OPENS_RANGE.contains(&before.key) || before.has(WEEKDAY)
            })
        }
        _ => OPENS_DAY.contains(&last.key) || last.is(key("between")),
    };
    if !named || near_month(text, words, at) || next.is_some_and(|next| next.before == ' ' && !follows_day(next)) {
        return None;
    }
    // "the 1st and 4th meeting": the last of a list decides; "the 4th on 7 March" is no day.
    let (mut ahead, mut after, mut end) = (at + 1, next, word.range().end);
    while let Some(link) =
        after.filter(|link| ahead < at + 9 && (LIST.contains(&link.key) || ordinal(text, link).is_some()))
    {
        ahead += 1;
        after = words.get(ahead).filter(|next| next.sentence == link.sentence);
        if ordinal(text, link).is_some() {
            if after.is_some_and(|next| next.before == ' ' && !follows_day(next)) {
                return None;
            }
            end = link.range().end;
        }
    }
    let dated =
        next.is_some_and(|next| next.is(key("on")) || next.is(key("in")) && words.get(at + 2).is_some_and(|w| w.digit));
    let lead = words.get(at.saturating_sub(2)..at).unwrap_or_default();
    let ranges = lead.iter().any(|word| OPENS_RANGE.contains(&word.key));
    // "From the 3rd to the 7th" is one thing to mend; places in a table are no days.
    if is_ranked(words, at, if ranges { &RANKED } else { &RANKS }) || last.is(key("between")) && end == word.range().end
    {
        return None;
    }
    let from = opening(words, at);
    (!dated).then(|| from..if ranges { end } else { word.range().end })
}

/// Whether a sentence is about places in an order: "moved from the 14th to the 6th in the table".
fn is_ranked(words: &[Word], at: usize, ranked: &[u128]) -> bool {
    let near = words.get(at.saturating_sub(8)..words.len().min(at + 12)).unwrap_or_default();
    near.iter().any(|word| ranked.contains(&word.key) || RANKS.contains(&word.key))
}

/// Where the words that lead to a day begin: "on the 24th", "on Tuesday 19th".
fn opening(words: &[Word], at: usize) -> usize {
    let leads = |word: &&Word| word.has(WEEKDAY | PREP) || word.is(key("the")) || word.is(key("w/c"));
    let lead = words.get(..at).unwrap_or_default().iter().rev().take(3).take_while(leads);
    let first = lead.scan(false, |seen, word| {
        (!*seen).then(|| {
            *seen = word.has(PREP);
            word
        })
    });
    first.last().or(words.get(at)).map_or(0, |word| word.range().start)
}

/// Whether a month stands so near that the day is in it: "24th May", "on 3 June and again on the 24th".
fn near_month(text: &str, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let same = |other: &&Word| other.sentence == word.sentence;
    let before = words.get(at.saturating_sub(6)..at).unwrap_or_default().iter().filter(same);
    let before: usize = before.rev().filter(|word| !is_year(text, word)).take(5).filter(|word| is_month(word)).count();
    // "The 3rd and 17th of May", "between the 24th and the 28th of each month": nothing but days stands before it.
    let day =
        |word: &&Word| word.digit || word.has(WEEKDAY | PREP) || LIST.contains(&word.key) || EACH.contains(&word.key);
    let mut after = words.iter().skip(at + 1).take(8).filter(same).skip_while(day);
    let month = |word: &Word| is_month(word) || word.is(key("month")) || word.is(key("months"));
    before > 0 || after.next().is_some_and(month) || words.get(at + 1).is_some_and(|word| word.is(key("of")))
}

fn follows_day(next: &Word) -> bool {
    next.has(PREP) && !next.is(key("of")) || AFTER_DAY.contains(&next.key)
}

/// A month without a year, across the turn of the year from the report's own term, or passed in it.
fn loose_month(words: &[Word], at: usize, text: &str, term: &Term) -> Option<Loose> {
    let word = words.get(at).filter(|word| is_month(word) && !word.quoted && !word.is(key("sun")))?;
    // No sentence that is read by people is longer than these.
    let around = words.get(at.saturating_sub(40)..words.len().min(at + 40)).unwrap_or_default();
    let mut sentence = around.iter().filter(|other| other.sentence == word.sentence);
    if sentence.any(|other| is_year(text, other) || is_short_year(text, other) || EACH.contains(&other.key)) {
        return None;
    }
    // What was in a plan looks the other way.
    let mut sentence = around.iter().filter(|other| other.sentence == word.sentence);
    if sentence.any(|other| other.has(PURE | HELD) || other.ends("ed")) {
        return None;
    }
    let last = at.checked_sub(1).and_then(|at| words.get(at))?;
    let open = last.has(PREP) && !last.is(key("with")) && !last.is(key("for")) && !last.is(key("per"));
    let leads = open || last.digit && at > 1 || MIDDLE.contains(&last.key);
    let next = words.get(at + 1).filter(|next| next.before == ' ' && next.sentence == word.sentence);
    let noun =
        next.is_some_and(|next| !next.has(PREP | DET | PRONOUN) && !AFTER_DAY.contains(&next.key) && !next.digit);
    if !leads || word.before != ' ' || noun || next.is_some_and(|next| next.is(key("for"))) {
        return None;
    }
    let month = month(word)?;
    let passed = has_passed(month, term);
    if !passed && (term.season != Season::Autumn || month > 8) {
        return None;
    }
    let year = own_year(term) + 1;
    let start =
        if open || last.digit || MIDDLE.contains(&last.key) { opening_month(words, at) } else { word.range().start };
    Some(Loose::Month { at: start..word.range().end, year, passed })
}

/// Whether a month lies in a term, before the month or half that the report is of.
fn has_passed(month: u8, term: &Term) -> bool {
    let first = match term.season {
        Season::Autumn => 9,
        Season::Spring => 1,
        Season::Summer => 5,
    };
    // The half-term break lies in October or at its end, in February, and at the end of May.
    let second = match term.season {
        Season::Autumn => 11,
        Season::Spring => 3,
        Season::Summer => 6,
    };
    let now = term.month.unwrap_or(if term.half == Some(2) { second } else { first });
    (first..now).contains(&month) && !(term.month.is_none() && month == 2)
}

/// Where the words that lead to a month begin: "by the end of February", "on 12 January".
fn opening_month(words: &[Word], at: usize) -> usize {
    let leads = |word: &&Word| {
        word.has(PREP)
            || word.digit
            || MIDDLE.contains(&word.key)
            || word.is(key("the"))
            || word.is(key("end"))
            || word.is(key("start"))
    };
    let lead = words.get(..at).unwrap_or_default().iter().rev().take(4).take_while(leads);
    lead.last().or(words.get(at)).map_or(0, |word| word.range().start)
}

fn is_short_year(text: &str, word: &Word) -> bool {
    let letters = letters(text, word);
    word.digit && (letters.contains('/') || letters.contains('-') || letters.contains('.'))
}

/// The month, 1 to 12, that a word in small letters names.
pub(super) fn month_of(word: &str) -> Option<u32> {
    let index = NAMES.iter().position(|names| names.contains(&word))?;
    u32::try_from(index + 1).ok()
}

/// The month, 1 to 12, that a word names.
fn month(word: &Word) -> Option<u8> {
    let short = |index: usize| NAMES.get(index).is_some_and(|names| names.iter().any(|name| word.is(key(name))));
    (0..12).find(|index| short(*index)).and_then(|index| u8::try_from(index + 1).ok())
}

/// The calendar year that a term stands in.
fn own_year(term: &Term) -> u16 {
    term.year.0 + u16::from(term.season != Season::Autumn)
}

/// Whether a sentence names a month and year after the term: "in January 2025" in a report of autumn 2024.
pub(super) fn past_the_term(words: &[Word], term: Option<&Term>) -> bool {
    let Some(term) = term else { return false };
    let last = match (term.season, term.half) {
        (Season::Autumn, Some(1)) => 10,
        (Season::Autumn, _) => 12,
        (Season::Spring, Some(1)) => 2,
        (Season::Spring, _) => 4,
        (Season::Summer, Some(1)) => 5,
        (Season::Summer, _) => 8,
    };
    let end = (own_year(term), last.max(term.month.unwrap_or(0)));
    words.windows(2).any(|pair| {
        let [name, year] = pair else { return false };
        if !is_month(name) {
            return false;
        }
        four_digits(year).zip(month(name)).is_some_and(|when| when > end)
    })
}

/// A year of four digits.
fn four_digits(word: &Word) -> Option<u16> {
    let [.., a, b, c, d] = word.key.to_be_bytes();
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let year = digit(a)? * 1000 + digit(b)? * 100 + digit(c)? * 10 + digit(d)?;
    (word.key >> 32 == 0 && (1990..2100).contains(&year)).then_some(year)
}

/// Words that lead straight to a day.
const OPENS_DAY: [u128; 10] =
    keys(["on", "by", "until", "till", "before", "after", "since", "commencing", "beginning", "w/c"]);
/// Words that may follow a day, besides prepositions.
const AFTER_DAY: [u128; 22] = keys([
    "and", "or", "but", "when", "where", "which", "so", "because", "due", "was", "were", "is", "are", "will", "has",
    "had", "then", "followed", "led", "there", "to", "with",
]);
const LIST: [u128; 4] = keys(["and", "or", "to", "the"]);
/// Words that lead to the first day of several.
const OPENS_RANGE: [u128; 2] = keys(["from", "between"]);
/// Words of an order that is no calendar's.
const RANKS: [u128; 14] = keys([
    "quartile",
    "quartiles",
    "quintile",
    "decile",
    "deciles",
    "centile",
    "percentile",
    "percentiles",
    "rank",
    "ranked",
    "ranking",
    "rankings",
    "league",
    "nationally",
]);
/// Words that may be of such an order: meetings take place too.
const RANKED: [u128; 4] = keys(["table", "place", "placed", "position"]);
/// Words between "by" and the month.
const MIDDLE: [u128; 6] = keys(["early", "mid", "late", "of", "end", "mid-"]);
/// What makes a month one of every year.
const EACH: [u128; 7] = keys(["each", "every", "annually", "annual", "yearly", "year", "years"]);
const NAMES: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];
