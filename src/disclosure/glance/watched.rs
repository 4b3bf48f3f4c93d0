//! Words by their first letters, read eight at once: whether the lexicon may know any of them. Most it does not know, and
//! to look each up would take longer than to read it.

use crate::disclosure::lexicon::{
    AGES, ARRANGED, BEFELL, BIRTH, CALLED, CHILD, COUPLE, EVENT, FAMILY, FOLK, GIVEN, INSURED, Kinds, MASKED, PEOPLE,
    PERSON, PLANNED, STAGE, TURN, words,
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
        let rest = bytes.get(at..).unwrap_or_default();
        let chunk = chunk(rest);
        let others = others(chunk);
        let len = if others == 0 { end(rest) } else { others.trailing_zeros() as usize / 8 };
        // All are letters where there are no others.
        let letters = if others == 0 { u64::MAX } else { before(others) };
        Letters { first: (chunk | (0x20 * ONES)) & letters, len }
    }

    /// The word as the lexicon keeps it.
    pub fn key(&self, word: &[u8]) -> u128 {
        match self.len {
            0..=8 => u128::from(self.first.swap_bytes() >> (8 * (8 - self.len.max(1)))),
            _ => word.iter().fold(0, |key, b| key << 8 | u128::from(b.to_ascii_lowercase())),
        }
    }
}

/// The first eight bytes as a number, the first one lowest; zeros for those that are not there.
#[inline(always)]
fn chunk(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |chunk, b| chunk << 8 | u64::from(*b)),
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

/// The high bit of the first byte that is no small letter; those of the bytes after it may be any.
#[inline(always)]
fn not_small(chunk: u64) -> u64 {
    // What one byte borrows of the next or carries over to it, it does where it is none itself.
    let from_a = chunk.wrapping_sub(0x61 * ONES);
    (from_a | from_a.wrapping_add((0x80 - 26) * ONES)) & HIGH
}

/// All bits of the bytes before the first of the others; of the first seven where there are none.
#[inline(always)]
fn before(others: u64) -> u64 {
    (others ^ others.wrapping_sub(1)) >> 8
}

/// How many letters there are, where the first eight bytes are letters.
#[inline(always)]
fn end(word: &[u8]) -> usize {
    let (mut len, mut rest) = (0usize, word);
    loop {
        (len, rest) = (len.wrapping_add(8), rest.get(8..).unwrap_or_default());
        let others = others(chunk(rest));
        if others != 0 {
            return len.wrapping_add(others.trailing_zeros() as usize / 8);
        }
    }
}

/// Which words are asked for: what those are that begin with the same seven letters, in a table so small that it stays at
/// hand.
pub(super) struct Watched(Box<[u8; SLOTS]>);

const SLOTS: usize = 1 << 14;

/// The word tells something wherever it stands, beside a name, or because it may be one.
const ALONE: u8 = 1;
const TOLD: u8 = 2;
const NAMED: u8 = 4;

impl Watched {
    /// Of what is written with a hyphen the parts are seen.
    fn put(&mut self, kinds: Kinds, what: u8) {
        words(kinds).flat_map(|word| word.split(['-', '\''])).for_each(|part| self.put_word(part, what));
    }

    fn put_word(&mut self, word: &str, what: u8) {
        let place = Watched::place(Letters::at(word.as_bytes(), 0).first);
        self.0.get_mut(place).into_iter().for_each(|slot| *slot |= what);
    }

    /// Where a word has its slot, by its first seven letters.
    #[inline(always)]
    fn place(first: u64) -> usize {
        usize::try_from((first << 8).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 50).unwrap_or_default()
    }

    #[inline(always)]
    fn holds(&self, first: u64, what: u8) -> bool {
        self.0.get(Watched::place(first)).is_some_and(|slot| slot & what != 0)
    }

    /// Whether a word may tell something beside a name.
    #[inline(always)]
    pub fn told(&self, word: &Letters) -> bool {
        self.holds(word.first, TOLD)
    }

    /// Whether it may, or be a name.
    #[inline(always)]
    pub fn named(&self, word: &Letters) -> bool {
        self.holds(word.first, NAMED)
    }

    /// Passes over the words in small letters from `at` on that tell nothing by themselves, a space between each and the
    /// next: how many there are, and where they end, with the space behind the last.
    // Apart from what it is called by, all that it needs stays in registers.
    #[inline(never)]
    pub fn pass(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (mut count, mut rest) = (0u32, bytes.get(at..).unwrap_or_default());
        loop {
            let chunk = chunk(rest);
            let others = not_small(chunk);
            // Where no small letter comes first, none are read, and those are told of.
            if self.holds(chunk & before(others), ALONE) {
                return (count, bytes.len() - rest.len());
            }
            let bits = others.trailing_zeros();
            let (mut len, mut next) = (bits as usize / 8, (chunk >> (bits & 56)) & 0xff);
            if others == 0 {
                len = end(rest);
                next = rest.get(len).copied().map_or(0, u64::from);
            }
            if next != 0x20 {
                let after = rest.get(len..).unwrap_or_default();
                // A word that goes on with a capital is not in small letters.
                let is_whole = !after.first().is_some_and(u8::is_ascii_uppercase);
                let end = if is_whole { after } else { rest };
                return (count.wrapping_add(u32::from(is_whole)), bytes.len() - end.len());
            }
            count = count.wrapping_add(1);
            rest = rest.get(len + 1..).unwrap_or_default();
        }
    }
}

pub(super) static WATCHED: LazyLock<Watched> = LazyLock::new(|| {
    let alone = AGES | BEFELL | BIRTH | CHILD | COUPLE | EVENT | FOLK | INSURED | MASKED | PEOPLE | PERSON | TURN;
    let told = alone | ARRANGED | CALLED | FAMILY | PLANNED | STAGE;
    let mut watched = Watched(Box::new([0; SLOTS]));
    watched.put(alone, ALONE);
    watched.put(told, TOLD);
    watched.put(told | GIVEN, NAMED);
    watched.put_word("", ALONE);
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
