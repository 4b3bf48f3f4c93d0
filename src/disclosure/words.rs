//! The words of a copy, each with what the lexicon knows of it and the number that it is.

use super::copy::Copy;
use super::lexicon::{self, Kinds};
use std::ops::Range;

/// A word.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    /// What it may be.
    pub kinds: Kinds,
    /// The number that it is.
    pub value: Option<u32>,
    /// Whether it is somebody's: "Tilly's", "pupils'".
    pub owns: bool,
}

/// A copy and its words. Places before the first and after the last word read as nothing.
pub(super) struct Said<'a> {
    pub copy: &'a Copy<'a>,
    pub words: Vec<Word>,
    /// What any of its words may be.
    pub all: Kinds,
    /// How many digits there are.
    pub digits: usize,
}

impl<'a> Said<'a> {
    pub fn of(copy: &'a Copy<'a>) -> Said<'a> {
        let bytes = copy.low.as_bytes();
        let is_word = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80;
        // "£3,000": what the sum is of is no letter of it.
        let is_sign = |at: usize| {
            matches!(bytes.get(at..at + 2), Some([0xC2, 0xA3]))
                || matches!(bytes.get(at..at + 3), Some([0xE2, 0x82, 0xAC]))
        };
        let (mut words, mut all, mut digits, mut at) = (Vec::with_capacity(bytes.len() / 6), 0, 0, 0);
        while let Some(byte) = bytes.get(at).copied() {
            if !is_word(byte) {
                at += 1;
                continue;
            }
            if byte >= 0x80 && is_sign(at) {
                at += if byte == 0xC2 { 2 } else { 3 };
                continue;
            }
            let (start, mut key, mut numeric) = (at, 0u128, 0);
            while let Some(b) = bytes.get(at).copied() {
                if b.is_ascii_alphabetic() {
                    (key, at) = (key << 8 | u128::from(b), at + 1);
                    continue;
                }
                let joins = matches!(b, b'\'' | b'-') && bytes.get(at + 1).is_some_and(|b| is_word(*b));
                // Thousands are one number: "1,204".
                let thousands = b == b',' && numeric == at - start && at - start <= 3 && is_thousands(bytes, at);
                let decimal = b == b'.' && numeric == at - start && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                if !is_word(b) && !joins && !thousands && !decimal {
                    break;
                }
                numeric += usize::from(b.is_ascii_digit());
                key = key << 8 | u128::from(b);
                at += 1;
            }
            digits += numeric;
            let (mut end, mut owns) = (at, bytes.get(at) == Some(&b'\''));
            if at - start > 2 && bytes.get(at - 2..at) == Some(b"'s") {
                (end, owns, key) = (at - 2, true, key >> 16);
            }
            let word = copy.low.get(start..end).unwrap_or_default();
            let value = if numeric > 0 { word.replace(',', "").parse().ok() } else { lexicon::number(word) };
            let kinds = if numeric > 0 { 0 } else { lexicon::kinds(key) };
            all |= kinds;
            words.push(Word { start, end, kinds, value, owns });
        }
        Said { copy, words, all, digits }
    }

    pub fn word(&self, at: isize) -> Option<&Word> {
        usize::try_from(at).ok().and_then(|at| self.words.get(at))
    }

    /// A word in lower case.
    pub fn low(&self, at: isize) -> &'a str {
        self.word(at).map_or("", |word| self.copy.low.get(word.start..word.end).unwrap_or_default())
    }

    /// A word as it is written.
    pub fn raw(&self, at: isize) -> &'a str {
        self.word(at).map_or("", |word| self.copy.text.get(word.start..word.end).unwrap_or_default())
    }

    /// Whether a word may be of this kind.
    pub fn is(&self, at: isize, kinds: Kinds) -> bool {
        self.word(at).is_some_and(|word| word.kinds & kinds != 0)
    }

    /// What stands between a word and the next; at the ends, what stands outside.
    pub fn gap(&self, at: isize) -> &'a str {
        let start = self.word(at).map_or(0, |word| word.end);
        let end = self.word(at + 1).map_or(self.copy.low.len(), |word| word.start);
        self.copy.low.get(start..end).unwrap_or_default()
    }

    pub fn len(&self) -> isize {
        isize::try_from(self.words.len()).unwrap_or(isize::MAX)
    }

    /// The bytes from one word to another.
    pub fn range(&self, from: isize, to: isize) -> Range<usize> {
        let start = self.word(from).map_or(0, |word| word.start);
        start..self.word(to).map_or(start, |word| word.end)
    }

    /// The first word that begins at or after a byte.
    pub fn at(&self, byte: usize) -> isize {
        isize::try_from(self.words.partition_point(|word| word.start < byte)).unwrap_or(isize::MAX)
    }

    /// Whether a word opens with a capital.
    pub fn is_capital(&self, at: isize) -> bool {
        self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a sentence, or the block, begins with a word.
    pub fn opens(&self, at: isize) -> bool {
        at == 0 || self.gap(at - 1).contains(['.', '!', '?']) && self.low(at - 1).len() > 1
    }
}

fn is_thousands(bytes: &[u8], comma: usize) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..=3).all(|step| digit(comma + step)) && !digit(comma + 4)
}

impl Said<'_> {
    /// Whether a sentence or something quoted begins with a word.
    pub fn opens_or_quoted(&self, at: isize) -> bool {
        self.opens(at) || self.gap(at - 1).contains(['"', ':'])
    }
}

/// Whether a list has a word.
pub(super) fn is_in(list: &str, low: &str) -> bool {
    list.split_whitespace().any(|one| one == low)
}
