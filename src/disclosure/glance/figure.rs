//! Figures at a first look: numbers that may be somebody's, days, small ones that may count people.

use super::Look;
use super::day::{is_after_mark, is_before_day, is_of_day, number};
use super::watched::{Letters, Watched};
use super::word::{is_after, last};
use crate::disclosure::lexicon::{PEOPLE, PERSON, STAGE, THING, kinds};

impl<'a> Look<'a> {
    /// A small number stands here, before these bytes.
    pub(super) fn small(&mut self, after: &'a [u8]) {
        self.small = Some((self.count, after));
        self.counted |= self.people && !is_of_things(after);
    }

    /// What comes right after digits: "7QQ", "123456A", "7B".
    pub(super) fn after_digits(&mut self, word: &[u8], next: Option<&u8>) {
        let ordinal = matches!(word, b"st" | b"nd" | b"rd" | b"th" | b"pm" | b"am");
        let ends = !next.is_some_and(u8::is_ascii_alphanumeric);
        self.coded |= self.apart == 0 && word.len() == 2 && ends && !ordinal || self.chain == 6 && word.len() == 1;
        // "four Year 11s"
        if self.apart == 0 && word == b"s" {
            self.people(PERSON);
        }
        self.near |= self.apart == 0 && word.len() == 1 && self.since_name().is_some_and(|words| words <= 4);
        self.chain = 0;
    }

    /// A number from `at` on; where it ends.
    pub(super) fn digits(&mut self, bytes: &'a [u8], at: usize, watched: &Watched) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        let len = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let count = u32::try_from(len).unwrap_or(u32::MAX);
        self.count += 1;
        self.chain = self.chain.saturating_add(count);
        self.coded |= self.chain >= 9;
        self.digits = self.digits.saturating_add(count);
        let decimal = at > 1 && bytes.get(at - 1) == Some(&b'.') && bytes.get(at - 2).is_some_and(u8::is_ascii_digit);
        let small = len == 1 && !decimal && rest.get(1) != Some(&b'%') && !is_sum(rest, bytes, at);
        // "Year 7", but "this year 4 pupils", "In Reception, 4 pupils"
        let after = rest.get(len..).unwrap_or_default();
        if small
            && !(is_stage(bytes, at) && last(bytes, at, watched).0 & STAGE != 0)
            && !is_of_things_before(bytes.get(..at).unwrap_or_default(), after)
        {
            self.small(after);
        }
        // "JB, 13, admitted", "JB (Y5)", "will be 16 on"; what "2024-25" ends with is no age.
        let joined = at > 1
            && matches!(bytes.get(at - 1), Some(b'-' | b'/'))
            && bytes.get(at - 2).is_some_and(u8::is_ascii_digit);
        self.near |= len <= 2 && !joined && self.since_name().is_some_and(|words| words <= 2);
        // "1-5", "1 to 5": a range that a figure is kept back in.
        self.masked |= len == 1 && [&b"1-"[..], b"1 to ", b"1\xE2\x80\x93"].iter().any(|range| rest.starts_with(range));
        let before = bytes.get(..at).unwrap_or_default();
        self.aged |= len < 3 && (is_after(before, b"be") || is_before_day(rest.get(len..)));
        // A day of a year in which a child of a report may be born: "14/03/12", "14 March 2012", "2012-03-14".
        self.dated |= match rest {
            [ten, one, ..] if len == 2 => {
                let year = number(*ten, *one);
                (year > 34 || 2000 + year <= self.born_by) && is_after_mark(bytes, at)
            }
            [b'1', b'9', ..] if len == 4 => is_of_day(rest, bytes, at),
            [b'2', b'0', ten, one, ..] if len == 4 => {
                2000 + number(*ten, *one) <= self.born_by && is_of_day(rest, bytes, at)
            }
            _ => false,
        };
        self.apart = 0;
        self.goes_on = true;
        at + len
    }
}

/// Whether the word right before a number is written as a stage that has one is: "Year 7", "KS3".
#[cold]
#[inline(never)]
fn is_stage(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let word = before.strip_suffix(b" ").unwrap_or(before);
    let letters = word.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
    word.get(word.len() - letters).is_some_and(|b| b.is_ascii_uppercase() && !matches!(b, b'R' | b'N'))
}

/// Whether things are counted that are no people: "3 schools", "3 to 12 schools", "3 primary schools", "a three-school
/// group". Whoever is spoken of beside them, they are others.
pub(super) fn is_of_things(after: &[u8]) -> bool {
    if let Some(after) = after.strip_prefix(b"-") {
        let word = Letters::at(after, 0);
        if word.len > 0 {
            return after.get(word.len) != Some(&b'-') && is_thing(&word, after);
        }
    }
    let other = [&b" to "[..], b" of ", b"-"].iter().find_map(|joint| after.strip_prefix(*joint)).unwrap_or_default();
    let digits = other.iter().take_while(|b| b.is_ascii_digit()).count();
    let after = if digits > 0 { other.get(digits..).unwrap_or_default() } else { after };
    let Some(after) = after.strip_prefix(b" ") else { return false };
    let kinds = [&b"primary "[..], b"secondary ", b"special ", b"local ", b"new ", b"more ", b"other ", b"further "];
    let after = kinds.iter().find_map(|kind| after.strip_prefix(*kind)).unwrap_or(after);
    let word = Letters::at(after, 0);
    word.len > 0 && after.get(word.len - 1) == Some(&b's') && is_thing(&word, after)
}

/// Whether a number before these words is compared with one of things: "12 schools, up from 3".
fn is_of_things_before(before: &[u8], after: &[u8]) -> bool {
    let ends = matches!(after, [] | [b'.' | b',' | b';' | b')', ..]);
    let Some(before) = before.strip_suffix(b" from ").filter(|_| ends) else { return false };
    let last = before.iter().rposition(u8::is_ascii_digit).and_then(|last| before.get(last + 1..));
    last.is_some_and(is_of_things)
}

/// Whether a number is one of pounds or the thousands of a larger one: "£7,400".
fn is_sum(rest: &[u8], bytes: &[u8], at: usize) -> bool {
    let is_of_pounds = at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&0xA3);
    is_of_pounds
        || matches!(rest, [_, b',', one, ten, hundred, ..] if [one, ten, hundred].iter().all(|b| b.is_ascii_digit()))
}

fn is_thing(word: &Letters, words: &[u8]) -> bool {
    kinds(word.key(words.get(..word.len).unwrap_or_default())) & (THING | PEOPLE) == THING
}
