//! Words by their first letters, read eight at once: whether the lexicon may know any of them. Most it does not know, and
//! to look each up would take longer than to read it.

use crate::disclosure::lexicon::{
    AGES, ARRANGED, BEFELL, BIRTH, CALLED, CHILD, COUPLE, EVENT, FAMILY, FOLK, GIVEN, INSURED, Kinds, MASKED, PEOPLE,
    PERSON, PLANNED, STAGE, TURN, kinds_of, words,
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

/// What fewer than eight bytes from `at` on are.
#[cold]
#[inline(never)]
fn last_chunk(bytes: &[u8], at: usize) -> u64 {
    chunk(bytes.get(at..).unwrap_or_default())
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

/// Which words are asked for: those that tell something wherever they stand, those that do beside a name too, and those
/// that may be one too.
pub(super) struct Watched {
    /// Every word of a report is looked up here: a table so small that it stays at hand.
    alone: Asked<256>,
    /// Those of them that speak of people and tell nothing else.
    people: Asked<256>,
    told: Asked<1024>,
    named: Asked<1024>,
}

/// Words by their first seven letters, a bit for each of 64 times so many places.
struct Asked<const N: usize>([u64; N]);

impl<const N: usize> Asked<N> {
    /// These words. What is written with a hyphen is read by its parts, which are asked for where they tell something by
    /// themselves.
    fn of(words: impl Iterator<Item = &'static str>) -> Asked<N> {
        let mut asked = Asked([0; N]);
        words.filter(|word| !word.contains(['-', '\''])).for_each(|word| asked.put(word));
        asked
    }

    fn put(&mut self, word: &str) {
        let (place, bit) = Asked::<N>::place(Letters::at(word.as_bytes(), 0).first);
        self.0.get_mut(place).into_iter().for_each(|bits| *bits |= 1 << bit);
    }

    /// Where a word has its bit, by its first seven letters.
    #[inline(always)]
    fn place(first: u64) -> (usize, u32) {
        // Of some hundreds of numbers that were tried, the one by which fewest of the words that the labelled lines are full
        // of fall into another's place.
        let mixed = (first << 8).wrapping_mul(0xb22c_c347_4ca2_7b41);
        ((mixed >> (64 - N.ilog2())) as usize, (mixed >> (58 - N.ilog2())) as u32 & 63)
    }

    #[inline(always)]
    fn holds(&self, first: u64) -> bool {
        let (place, bit) = Asked::<N>::place(first);
        self.0.get(place).is_some_and(|bits| bits >> bit & 1 != 0)
    }
}

impl Watched {
    /// Whether a word may tell something wherever it stands.
    #[inline(always)]
    pub fn alone(&self, word: &Letters) -> bool {
        self.alone.holds(word.first)
    }

    /// Whether a word may tell something beside a name.
    #[inline(always)]
    pub fn told(&self, word: &Letters) -> bool {
        self.told.holds(word.first)
    }

    /// Whether it may, or be a name.
    #[inline(always)]
    pub fn named(&self, word: &Letters) -> bool {
        self.named.holds(word.first)
    }

    /// Passes over the words in small letters from `at` on that tell nothing by themselves, a space between each and the
    /// next, or a mark that tells nothing between words: how many there are, whether any speaks of people, and where they
    /// end, with the space behind the last. Words for people are passed over where no small number stands before them,
    /// `uncounted`: only whether there are any tells something then.
    // Apart from what it is called by, all that it needs stays in registers.
    #[inline(never)]
    pub fn pass(&self, bytes: &[u8], mut at: usize, uncounted: bool) -> (u32, bool, usize) {
        let (mut count, mut people) = (0u32, false);
        loop {
            let eight = bytes.get(at..at.wrapping_add(8)).and_then(<[u8]>::first_chunk);
            let chunk = eight.map_or_else(|| last_chunk(bytes, at), |eight| u64::from_le_bytes(*eight));
            let others = not_small(chunk);
            let first = chunk & before(others);
            // Where no small letter comes first, none are read, and those are told of.
            if self.alone.holds(first) {
                if !uncounted || !self.is_of_people(first) {
                    return (count, people, at);
                }
                people = true;
            }
            let bits = others.trailing_zeros();
            let (mut len, mut next) = (bits as usize / 8, (chunk >> (bits & 56)) & 0xff);
            if others == 0 {
                len = end(bytes.get(at..).unwrap_or_default());
                next = bytes.get(at.wrapping_add(len)).copied().map_or(0, u64::from);
            }
            let after = at.wrapping_add(len);
            if next != 0x20 {
                match bytes.get(after..).unwrap_or_default() {
                    [b',' | b'-' | b':' | b';' | b'/' | b')', rest @ ..] => {
                        at = after.wrapping_add(1).wrapping_add(usize::from(rest.first() == Some(&b' ')));
                        count = count.wrapping_add(1);
                        continue;
                    }
                    // A word that goes on with a capital is not in small letters.
                    [b'A'..=b'Z', ..] => return (count, people, at),
                    _ => return (count.wrapping_add(1), people, after),
                }
            }
            count = count.wrapping_add(1);
            at = after.wrapping_add(1);
        }
    }

    #[cold]
    #[inline(never)]
    fn is_of_people(&self, first: u64) -> bool {
        self.people.holds(first)
    }
}

/// The kinds that tell something wherever they stand, and those that do beside a name.
const OF_ALONE: Kinds =
    AGES | BEFELL | BIRTH | CHILD | COUPLE | EVENT | FOLK | INSURED | MASKED | PEOPLE | PERSON | TURN;
/// Those that speak of people.
pub(super) const OF_PEOPLE: Kinds = PEOPLE | PERSON | FOLK | EVENT | BEFELL;
pub(super) const OF_TOLD: Kinds = OF_ALONE | ARRANGED | CALLED | FAMILY | PLANNED | STAGE;

pub(super) static WATCHED: LazyLock<Watched> = LazyLock::new(|| {
    // Where a word falls into another's place it is not passed over for it.
    let of_people = OF_PEOPLE & !BEFELL;
    let others = words(OF_ALONE).filter(|word| kinds_of(word) & OF_ALONE & !of_people != 0);
    let others = Asked::<256>::of(others.chain([""]));
    let people = words(of_people).filter(|word| !others.holds(Letters::at(word.as_bytes(), 0).first));
    Watched {
        alone: Asked::of(words(OF_ALONE).chain([""])),
        people: Asked::of(people),
        told: Asked::of(words(OF_TOLD)),
        named: Asked::of(words(OF_TOLD | GIVEN)),
    }
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
