//! Words by their first eight letters, read at once: whether the lexicon may know any of them. Most it does not know, and
//! to look each up would take longer than to read it.

use crate::disclosure::lexicon::{
    ARRANGED, BEFELL, BIRTH, CALLED, CHILD, COUPLE, EVENT, FAMILY, FOLK, GIVEN, Kinds, MASKED, PEOPLE, PERSON, PLANNED,
    PRONOUN, STAGE, TURN, words,
};
use std::sync::LazyLock;

/// A word: its first eight letters in lower case, the first one lowest, and how many there are.
pub(super) struct Letters {
    first: u64,
    pub len: usize,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

impl Letters {
    /// The letters from `at` on.
    #[inline(always)]
    pub fn at(bytes: &[u8], at: usize) -> Letters {
        let chunk = chunk(bytes, at);
        let others = others(chunk);
        let len = if others == 0 { end(bytes, at) - at } else { others.trailing_zeros() as usize / 8 };
        Letters { first: letters(chunk, others), len }
    }

    /// The word as the lexicon keeps it.
    pub fn key(&self, word: &[u8]) -> u128 {
        match self.len {
            0..=8 => u128::from(self.first.swap_bytes() >> (8 * (8 - self.len.max(1)))),
            _ => word.iter().fold(0, |key, b| key << 8 | u128::from(b.to_ascii_lowercase())),
        }
    }
}

/// Eight bytes from `at` on as a number, the first one lowest; zeros for those that are not there.
#[inline(always)]
fn chunk(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => match bytes.last_chunk() {
            Some(eight) if !rest.is_empty() => u64::from_le_bytes(*eight) >> (8 * (8 - rest.len())),
            _ => rest.iter().rev().fold(0, |chunk, b| chunk << 8 | u64::from(*b)),
        },
    }
}

/// The high bit of each byte that is no letter.
#[inline(always)]
fn others(chunk: u64) -> u64 {
    // Without its high bit a byte is a letter from 0x61 on, up to 0x7A: either sum sets that bit in its own byte alone.
    let plain = (chunk | (0x20 * ONES)) & !HIGH;
    let letters = (plain + (0x80 - 0x61) * ONES) & !(plain + (0x80 - 0x7B) * ONES) & !chunk;
    !letters & HIGH
}

/// The letters that a chunk begins with, in lower case, where its others are these.
#[inline(always)]
fn letters(chunk: u64, others: u64) -> u64 {
    // All bits below the first of the others; all there are where there are none.
    let word = ((others & others.wrapping_neg()) >> 7).wrapping_sub(1);
    (chunk | (0x20 * ONES)) & word
}

/// Which words are asked for: a bit for each way in which they begin, so few that they stay at hand.
pub(super) struct Watched {
    told: Bits,
    named: Bits,
}

struct Bits(Box<[u64; 256]>);

impl Bits {
    /// Of all words of these kinds. Of what is written with a hyphen the parts are seen.
    fn of(kinds: Kinds) -> Bits {
        let mut bits = Bits(Box::new([0; 256]));
        words(kinds).flat_map(|word| word.split(['-', '\''])).for_each(|part| bits.put(part));
        bits
    }

    fn put(&mut self, word: &str) {
        let (at, bit) = Bits::place(Letters::at(word.as_bytes(), 0).first);
        self.0.get_mut(at).into_iter().for_each(|bits| *bits |= 1 << bit);
    }

    #[inline(always)]
    fn place(first: u64) -> (usize, u64) {
        let mixed = first.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (usize::try_from(mixed >> 56).unwrap_or_default(), (mixed >> 50) & 63)
    }

    #[inline(always)]
    fn holds(&self, first: u64) -> bool {
        let (at, bit) = Bits::place(first);
        self.0.get(at).is_some_and(|bits| (bits >> bit) & 1 != 0)
    }
}

impl Watched {
    /// Whether a word may tell something.
    #[inline(always)]
    pub fn told(&self, word: &Letters) -> bool {
        self.told.holds(word.first)
    }

    /// Whether it may, or be a name.
    #[inline(always)]
    pub fn named(&self, word: &Letters) -> bool {
        self.named.holds(word.first)
    }

    /// Passes over the words in small letters from `at` on that tell nothing, a space between each and the next: how many
    /// there are, and where they end, with the space behind the last.
    #[inline(always)]
    pub fn pass(&self, bytes: &[u8], mut at: usize) -> (u32, usize) {
        let mut count = 0u32;
        loop {
            let chunk = chunk(bytes, at);
            let others = others(chunk);
            // A small letter must come first. Where none does, none are read, and those are told of.
            if (chunk & 0x20 == 0) | self.told.holds(letters(chunk, others)) {
                break;
            }
            count = count.wrapping_add(1);
            let bits = others.trailing_zeros() & 56;
            if (chunk >> bits) & 0xff == 0x20 {
                at = at.wrapping_add(bits as usize / 8 + 1);
                continue;
            }
            at = if others == 0 { end(bytes, at) } else { at.wrapping_add(bits as usize / 8) };
            if bytes.get(at) != Some(&b' ') {
                break;
            }
            at = at.wrapping_add(1);
        }
        (count, at)
    }
}

/// Where a word ends whose first eight letters stand at `at`.
#[inline(always)]
fn end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += 8;
        let others = others(chunk(bytes, at));
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
    }
}

pub(super) static WATCHED: LazyLock<Watched> = LazyLock::new(|| {
    let told = ARRANGED
        | BEFELL
        | BIRTH
        | CALLED
        | CHILD
        | COUPLE
        | EVENT
        | FAMILY
        | FOLK
        | MASKED
        | PEOPLE
        | PERSON
        | PLANNED
        | PRONOUN
        | STAGE
        | TURN;
    let mut watched = Watched { told: Bits::of(told), named: Bits::of(told | GIVEN) };
    watched.told.put("");
    watched
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_eight_at_once() {
        for (bytes, len, key) in [
            (&b"Pupils came"[..], 6, *b"pupils"),
            (b"pupils", 6, *b"pupils"),
            (b"pupils\xc3\xa9", 6, *b"pupils"),
            (b"pupils'", 6, *b"pupils"),
            (b"pupils@", 6, *b"pupils"),
            (b"pupils[", 6, *b"pupils"),
            (b"pupils9", 6, *b"pupils"),
        ] {
            let letters = Letters::at(bytes, 0);
            let expected = key.iter().fold(0, |key, b| key << 8 | u128::from(*b));
            assert_eq!((letters.len, letters.key(bytes)), (len, expected), "{bytes:?}");
        }
        for word in ["a", "children", "headteacher", "grandparentsandgrandmothers"] {
            let letters = Letters::at(word.as_bytes(), 0);
            let expected = word.bytes().fold(0u128, |key, b| key << 8 | u128::from(b));
            assert_eq!((letters.len, letters.key(word.as_bytes())), (word.len(), expected), "{word}");
        }
    }
}
