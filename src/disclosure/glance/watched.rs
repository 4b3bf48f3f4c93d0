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
    /// The letters that some bytes begin with.
    pub fn of(bytes: &[u8]) -> Letters {
        let (first, mut len) = eight(bytes);
        let mut more = len;
        while more == 8 {
            more = eight(bytes.get(len..).unwrap_or_default()).1;
            len += more;
        }
        Letters { first, len }
    }

    /// The word as the lexicon keeps it.
    pub fn key(&self, word: &[u8]) -> u128 {
        match self.len {
            0..=8 => u128::from(self.first.swap_bytes() >> (8 * (8 - self.len.max(1)))),
            _ => word.iter().fold(0, |key, b| key << 8 | u128::from(b.to_ascii_lowercase())),
        }
    }
}

/// The bit that stands for some first letters.
#[inline(always)]
fn bit(first: u64) -> usize {
    usize::try_from(first.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48).unwrap_or_default()
}

/// The letters among the first eight of some bytes, in lower case, and how many come before anything else.
#[inline(always)]
fn eight(bytes: &[u8]) -> (u64, usize) {
    read(match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |chunk, b| chunk << 8 | u64::from(*b)),
    })
}

/// The same of eight bytes that are a number, the first one lowest.
#[inline(always)]
fn read(chunk: u64) -> (u64, usize) {
    let low = chunk | (0x20 * ONES);
    // Without its high bit a byte is a letter from 0x61 on, up to 0x7A: either sum sets that bit in its own byte alone.
    let plain = low & !HIGH;
    let letters = (plain + (0x80 - 0x61) * ONES) & !(plain + (0x80 - 0x7B) * ONES) & !chunk & HIGH;
    let others = !letters & HIGH;
    let len = others.trailing_zeros() as usize / 8;
    (if len < 8 { low & !(u64::MAX << (8 * len)) } else { low }, len)
}

/// Which words are asked for: a bit for each way in which they begin.
pub(super) struct Watched {
    told: Box<[u64; 1024]>,
    named: Box<[u64; 1024]>,
}

impl Watched {
    /// Whether a word may tell something.
    pub fn told(&self, word: &Letters) -> bool {
        holds(&self.told, word.first)
    }

    /// Passes over the words in small letters from `at` on that tell nothing, a space between each and the next: how many
    /// there are, and where they end, with the space behind the last.
    pub fn pass(&self, bytes: &[u8], mut at: usize) -> (u32, usize) {
        let mut count = 0;
        while let Some(rest) = bytes.get(at..)
            && rest.first().is_some_and(u8::is_ascii_lowercase)
        {
            let (first, mut len) = eight(rest);
            if holds(&self.told, first) {
                break;
            }
            let mut more = len;
            while more == 8 {
                more = eight(rest.get(len..).unwrap_or_default()).1;
                len += more;
            }
            count += 1;
            at += len;
            if rest.get(len) != Some(&b' ') {
                break;
            }
            at += 1;
        }
        (count, at)
    }

    /// Whether it may, or be a name.
    pub fn named(&self, word: &Letters) -> bool {
        holds(&self.named, word.first)
    }
}

#[inline(always)]
fn holds(bits: &[u64; 1024], first: u64) -> bool {
    let bit = bit(first);
    bits.get(bit / 64).is_some_and(|bits| bits & 1 << (bit % 64) != 0)
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
    Watched { told: bits(told), named: bits(told | GIVEN) }
});

fn bits(kinds: Kinds) -> Box<[u64; 1024]> {
    let mut bits = Box::new([0; 1024]);
    // Of what is written with a hyphen the parts are seen.
    for part in words(kinds).flat_map(|word| word.split(['-', '\''])) {
        let bit = bit(Letters::of(part.as_bytes()).first);
        if let Some(bits) = bits.get_mut(bit / 64) {
            *bits |= 1 << (bit % 64);
        }
    }
    bits
}

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
            let letters = Letters::of(bytes);
            let expected = key.iter().fold(0, |key, b| key << 8 | u128::from(*b));
            assert_eq!((letters.len, letters.key(bytes)), (len, expected), "{bytes:?}");
        }
        for word in ["a", "children", "headteacher", "grandparentsandgrandmothers"] {
            let letters = Letters::of(word.as_bytes());
            let expected = word.bytes().fold(0u128, |key, b| key << 8 | u128::from(b));
            assert_eq!((letters.len, letters.key(word.as_bytes())), (word.len(), expected), "{word}");
        }
    }
}
