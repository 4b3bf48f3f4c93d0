//! A text taken apart into words, with what the dictionary says of each and where sentences end.
//! Full stops in "Dr.", "e.g." and initials end none; words in quotation marks are marked as such.

use super::lexicon::{Kinds, key, keys, kinds};
use crate::source::number;
use std::ops::Range;

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    start: u32,
    end: u32,
    /// Its letters, small, as the dictionary knows words; without a possessive ending.
    pub(super) key: u128,
    pub(super) kinds: Kinds,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether it begins with a digit.
    pub(super) digit: bool,
    /// Whether it stands in quotation marks.
    pub(super) quoted: bool,
    /// Which sentence it is in, from 0.
    pub(super) sentence: u32,
    /// The mark between it and the word before, a space for none.
    pub(super) before: char,
}

impl Word {
    /// Whether it is one of these kinds.
    pub(super) fn has(&self, kinds: Kinds) -> bool {
        self.kinds & kinds != 0
    }

    /// Whether it is this word.
    pub(super) fn is(&self, word: u128) -> bool {
        self.key == word
    }

    /// Whether its last letters are these two.
    pub(super) fn ends(&self, letters: &str) -> bool {
        self.key & 0xffff == key(letters) && self.key > 0xffff
    }

    /// Where it stands in the text.
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The first word of a text, for a look before all are read.
pub(super) fn first(text: &str) -> Option<Word> {
    read_from(text, true).first().copied()
}

/// All words of a text.
pub(super) fn read(text: &str) -> Vec<Word> {
    read_from(text, false)
}

fn read_from(text: &str, only_first: bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(if only_first { 1 } else { 4 + text.len() / 5 });
    let mut reader = Reader { text, at: 0, before: ' ', quote: None, sentence: 0, blind: 0 };
    while let Some(word) = reader.next(words.last()) {
        words.push(word);
        if only_first {
            break;
        }
    }
    words
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    before: char,
    /// What closes the quotation that is open.
    quote: Option<char>,
    sentence: u32,
    /// Up to here a quotation mark opens none, since one before it was not closed.
    blind: usize,
}

impl Reader<'_> {
    fn next(&mut self, last: Option<&Word>) -> Option<Word> {
        self.before = ' ';
        // A single space parts most words.
        let bytes = self.text.as_bytes();
        self.at += usize::from(bytes.get(self.at) == Some(&b' '));
        if small(*bytes.get(self.at)?) != 0 {
            return Some(self.word());
        }
        let mut stop = false;
        loop {
            let c = self.peek(0)?;
            if c.is_alphanumeric() {
                break;
            }
            self.mark(c);
            stop |= matches!(c, '.' | '!' | '?' | '\n');
            self.at += c.len_utf8();
            if c.is_whitespace() && stop {
                self.sentence += u32::from(last.is_some_and(|last| self.ends_sentence(last)));
                stop = false;
            }
        }
        Some(self.word())
    }

    fn peek(&self, after: usize) -> Option<char> {
        self.text.get(self.at + after..)?.chars().next()
    }

    /// Takes in a mark: quotation marks open and close, others part what stands around them.
    fn mark(&mut self, c: char) {
        if self.quote == Some(c) {
            let inside = c == '\u{2019}' && self.peek(c.len_utf8()).is_some_and(char::is_alphanumeric);
            self.quote = if inside { self.quote } else { None };
        } else if self.quote.is_none() {
            let close = match c {
                '\u{201c}' => Some('\u{201d}'),
                '\u{2018}' => Some('\u{2019}'),
                '"' => Some('"'),
                '\'' if self.opens() => Some('\''),
                _ => None,
            };
            // One that is not closed soon is none.
            let rest = self.text.get(self.at + c.len_utf8()..).unwrap_or_default();
            self.quote = close.filter(|_| self.at >= self.blind);
            self.quote = self.quote.filter(|close| rest.chars().take(LONGEST_QUOTATION).any(|c| c == *close));
            if close.is_some() && self.quote.is_none() && self.at >= self.blind {
                self.blind = self.at + LONGEST_QUOTATION / 2;
            }
        }
        if !c.is_whitespace() || c == '\n' {
            self.before = c;
        }
    }

    /// Whether a straight quotation mark opens one: a space before it, a letter after it.
    fn opens(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| c.is_whitespace() || c == '(') && self.peek(1).is_some_and(char::is_alphanumeric)
    }

    /// Whether a full stop after `last` ends its sentence.
    fn ends_sentence(&self, last: &Word) -> bool {
        let word = self.text.get(last.range()).unwrap_or_default();
        let initial = word.len() == 1 && last.capital;
        let short = word.contains('.') || SHORT.contains(&last.key) || initial;
        let next = self.text.get(self.at..).unwrap_or_default();
        let next = next.chars().take(8).find(|c| !c.is_whitespace());
        !short && next.is_some_and(|c| !c.is_lowercase())
    }

    fn word(&mut self) -> Word {
        let (start, bytes) = (self.at, self.text.as_bytes());
        let (mut letters, mut possessive, mut end) = (0u128, 0, start);
        let first = bytes.get(start).copied().unwrap_or_default();
        let (mut capital, digit) = (first.is_ascii_uppercase(), first.is_ascii_digit());
        // Most words are letters and nothing else.
        let rest = bytes.get(start..).unwrap_or_default();
        end += rest.iter().position(|byte| small(*byte) == 0).unwrap_or(rest.len());
        letters = bytes.get(start..end).map_or(letters, |word| together(word, rest));
        if bytes.get(end).is_none_or(|byte| *byte == b' ') {
            return self.made(start..end, letters, capital, digit);
        }
        let (rest, plain) = (self.text.get(start..).unwrap_or_default(), end - start);
        end = rest.len();
        let mut chars = rest.get(plain..).unwrap_or_default().char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let at = plain + at;
            let mut next = || chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if c.is_ascii_alphanumeric() {
                letters = letters << 8 | u128::from(c.to_ascii_lowercase() as u8);
                possessive = if possessive == 1 && c == 's' { 2 } else { 0 };
            } else if c.is_alphanumeric() {
                capital |= at == 0 && c.is_uppercase();
                letters = letters << 8 | u128::from(b'~');
                possessive = 0;
            } else if matches!(c, '\'' | '\u{2019}') && next() && self.quote != Some('\'') {
                letters = letters << 8 | u128::from(b'\'');
                possessive = 1;
            } else if matches!(c, '-' | '\u{2010}' | '\u{2011}' | '.' | ',' | '/') && next() {
                // A comma or stroke joins figures only.
                let figures = digit && self.text.as_bytes().get(start + at + 1).is_some_and(u8::is_ascii_digit);
                if matches!(c, ',') && !figures {
                    end = at;
                    break;
                }
                let c = if c.is_ascii() { c as u8 } else { b'-' };
                letters = letters << 8 | u128::from(c);
                possessive = 0;
            } else {
                end = at;
                break;
            }
        }
        if possessive == 2 && !matches!(letters, IT_S | THAT_S) {
            letters >>= 16;
        }
        self.made(start..start + end, letters, capital, digit)
    }

    fn made(&mut self, Range { start, end }: Range<usize>, key: u128, capital: bool, digit: bool) -> Word {
        self.at = end;
        let (quoted, sentence, before) = (self.quote.is_some(), self.sentence, self.before);
        let kinds = if digit { 0 } else { kinds(key) };
        Word { start: number(start), end: number(end), key, kinds, capital, digit, quoted, sentence, before }
    }
}

/// The letters of a word of ASCII letters and figures, small, as one number; `rest` begins with the word.
fn together(word: &[u8], rest: &[u8]) -> u128 {
    // One bit makes a letter small, and is set in a figure already.
    match rest.first_chunk::<16>() {
        Some(sixteen) if (1..=16).contains(&word.len()) => {
            (u128::from_be_bytes(*sixteen) | SMALLER) >> (128 - 8 * word.len())
        }
        _ => word.iter().fold(0, |letters, byte| letters << 8 | u128::from(small(*byte))),
    }
}

const SMALLER: u128 = u128::from_be_bytes([0x20; 16]);

/// A letter or figure as the dictionary writes it, 0 for any other byte.
fn small(byte: u8) -> u8 {
    SMALL.get(usize::from(byte)).copied().unwrap_or_default()
}

static SMALL: [u8; 256] = {
    let (mut table, mut at) = ([0; 256], 0u8);
    while at < 128 {
        if at.is_ascii_alphanumeric() {
            #[expect(clippy::indexing_slicing, reason = "a byte is less than 256")]
            {
                table[at as usize] = at.to_ascii_lowercase();
            }
        }
        at += 1;
    }
    table
};

/// The most characters between two quotation marks.
const LONGEST_QUOTATION: usize = 200;

const IT_S: u128 = key("it's");
const THAT_S: u128 = key("that's");

/// Short forms whose full stop ends no sentence.
const SHORT: [u128; 23] = keys([
    "dr", "mr", "mrs", "ms", "st", "prof", "rev", "no", "nos", "approx", "incl", "vs", "cllr", "dept", "etc", "eg",
    "ie", "jan", "feb", "sept", "oct", "nov", "dec",
]);
