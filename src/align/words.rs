//! Words as they are compared: case, punctuation and line breaks folded away, once for each text.
//!
//! What changes the meaning stays: digits with their decimal point, a minus before a number, `%`, `£`,
//! `<`. Hyphens part words, apostrophes do not; `&` is "and".

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// One text, folded once for all the comparisons it takes part in.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    key: String,
    /// Each different word by its hash, with its weight, sorted.
    set: Vec<(u64, u32)>,
    weight: u32,
}

impl Folded {
    /// The words of `text`, folded. A text of nothing but punctuation is its own only word.
    #[must_use]
    pub fn of(text: &str) -> Folded {
        let key = key(text);
        let mut set: Vec<(u64, u32)> = key.split_whitespace().map(|word| (hash(word), weight(word))).collect();
        set.sort_unstable();
        set.dedup();
        let weight = set.iter().map(|(_, weight)| weight).sum();
        Folded { key, set, weight }
    }

    /// The folded words in their order, a space between them: equal keys are the same words.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// A number that is the same for the same words.
    pub(crate) fn mark(&self) -> u64 {
        hash(&self.key)
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.key.is_empty()
    }

    /// How much two texts have in common, from 0 to 1, whatever the order of their words (Dice, with
    /// words such as "the" and "of" counting a quarter). Nothing is like an empty text.
    #[must_use]
    pub fn likeness(&self, other: &Folded) -> f64 {
        let (mut mine, mut theirs) = (self.set.iter().peekable(), other.set.iter().peekable());
        let mut shared: u32 = 0;
        while let (Some((word, weight)), Some((other, _))) = (mine.peek(), theirs.peek()) {
            match word.cmp(other) {
                std::cmp::Ordering::Less => _ = mine.next(),
                std::cmp::Ordering::Greater => _ = theirs.next(),
                std::cmp::Ordering::Equal => {
                    shared += weight;
                    (_, _) = (mine.next(), theirs.next());
                }
            }
        }
        let all = self.weight + other.weight;
        if all == 0 { 0.0 } else { 2.0 * f64::from(shared) / f64::from(all) }
    }
}

/// Whether a folded word says so little that sharing it is no sign of likeness.
pub(crate) fn is_light(word: &str) -> bool {
    LIGHT.binary_search(&word).is_ok()
}

/// Sorted. "no", "not" and the like are missing on purpose: they turn a statement round.
const LIGHT: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "is", "it",
    "its", "of", "on", "or", "our", "that", "the", "their", "they", "this", "to", "was", "we", "were", "which", "will",
    "with",
];

const LONGEST_LIGHT: usize = 5;

fn weight(word: &str) -> u32 {
    if word.len() <= LONGEST_LIGHT && is_light(word) { 1 } else { 4 }
}

/// Words are compared by hash: a chance collision of 64 bits would only make two texts look a little
/// more alike, never the same.
fn hash(word: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The folded words of `text` in their order.
fn key(text: &str) -> String {
    let key = fold(text);
    if key.is_empty() { text.trim().to_owned() } else { key }
}

/// The text with its accents composed, which looks the same: "e" and an accent are "é".
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    match text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

fn fold(text: &str) -> String {
    // Most text is plain, and stays as it is when composed.
    match text.is_ascii() {
        true => fold_small(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())), text.len()),
        false => fold_small(text.to_lowercase().nfc(), text.len()),
    }
}

fn fold_small(chars: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    let (mut chars, mut before) = (chars.peekable(), ' ');
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        match c {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' if before.is_alphanumeric() && next.is_alphanumeric() => {}
            _ if c.is_alphanumeric() => folded.push(c),
            '.' if before.is_ascii_digit() && next.is_ascii_digit() => folded.push(c),
            '-' | '\u{2212}' if before.is_whitespace() && next.is_ascii_digit() => alone("-", &mut folded),
            '&' => alone("and", &mut folded),
            _ if is_invisible(c) => continue,
            _ if parts_words(c) => part(&mut folded),
            _ => alone(c.encode_utf8(&mut [0; 4]), &mut folded),
        }
        before = c;
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn part(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// A sign is a word of its own, so that "7%" and "7 %" are the same.
fn alone(word: &str, folded: &mut String) {
    part(folded);
    folded.push_str(word);
    folded.push(' ');
}

/// Soft hyphen, zero-width characters, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// White space and punctuation; what is left are signs that say something.
fn parts_words(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || c.is_ascii_punctuation() && !matches!(c, '%' | '$' | '+' | '<' | '=' | '>')
        || matches!(c, '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}' | '\u{2bc}')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{205e}' | '\u{2212}' | '\u{3001}'..='\u{3011}')
        || matches!(c, '\u{25a0}'..='\u{25ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn similarity(a: &str, b: &str) -> f64 {
        Folded::of(a).likeness(&Folded::of(b))
    }

    #[test]
    fn what_does_not_matter_is_folded_away_and_what_does_stays() {
        let table = [
            ("Absence fell,\n  from 9% to 7 %.", "absence fell from 9 % to 7 %"),
            ("The children\u{2019}s plan; 'follow-up'", "the childrens plan follow up"),
            ("Up 1.5 points. -3 in Year\u{a0}6", "up 1.5 points - 3 in year 6"),
            ("SEND & inclusion \u{2013} 5\u{2013}11", "send and inclusion 5 11"),
            ("cafe\u{301} \u{201c}Caf\u{e9}\u{201d}", "caf\u{e9} caf\u{e9}"),
            ("<5 pupils, \u{a3}200", "< 5 pupils \u{a3} 200"),
            ("at\u{ad}ten\u{200b}dance", "attendance"),
            ("\u{2026}", "\u{2026}"),
            ("  ", ""),
        ];
        for (text, key) in table {
            assert_eq!(Folded::of(text).key(), key, "{text:?}");
        }
        assert!(LIGHT.is_sorted() && LIGHT.iter().all(|word| word.len() <= LONGEST_LIGHT));
    }

    #[test]
    fn likeness_counts_words_once_and_light_words_little() {
        let table = [
            ("Absence fell", "absence FELL!", 1.0),
            ("Absence fell", "fell: absence fell", 1.0),
            ("Absence", "Exclusions", 0.0),
            ("", "", 0.0),
            ("Absence", "", 0.0),
            ("Reducing exclusions", "Reducing suspensions and exclusions", 16.0 / 21.0),
        ];
        for (a, b, likeness) in table {
            assert!((similarity(a, b) - likeness).abs() < 1e-12, "{a:?} {b:?}");
            assert!((similarity(b, a) - likeness).abs() < 1e-12, "{b:?} {a:?}");
        }
        let (a, b) = ("Met with the heads of the six primaries to agree", "Met with the head of a secondary to review");
        assert!(similarity(a, b) < 0.5, "shared small words alone are no likeness");
    }
}
