//! Words of plain letters, many bytes at a time: where one ends, and the number that stands for it whatever its case.
//! Every statement of a collection is read this way, several times over. What is no plain letter is for the callers.

/// Eight times this byte.
const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The number of a word, made from its letters in small form as they come in.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Number {
    hash: u64,
    /// The letters since the last eight, the first in the lowest byte.
    last: u64,
    /// How many letters there were.
    letters: usize,
    /// The first five, which "launch" and "launched" share.
    beginning: u64,
}

const FIVE: u64 = 0xff_ffff_ffff;

impl Number {
    /// The number of these letters, which are small.
    pub(crate) const fn of(word: &[u8]) -> Number {
        let (mut number, mut rest) = (Number { hash: 0, last: 0, letters: 0, beginning: 0 }, word);
        while let [first, others @ ..] = rest {
            number = number.and(*first);
            rest = others;
        }
        number
    }

    /// With one more letter, which is small.
    pub(crate) const fn and(self, letter: u8) -> Number {
        let Number { hash, last, letters, beginning } = self;
        let last = last | (letter as u64) << (letters % 8 * 8);
        let letters = letters.wrapping_add(1);
        let beginning = if letters <= 5 { last } else { beginning };
        match letters % 8 {
            0 => Number { hash: folded(hash ^ last), last: 0, letters, beginning },
            _ => Number { hash, last, letters, beginning },
        }
    }

    /// With a character, in small form.
    pub(crate) fn with(self, c: char) -> Number {
        c.to_lowercase().fold(self, |number, c| c.encode_utf8(&mut [0; 4]).bytes().fold(number, Number::and))
    }

    /// How many letters it has.
    pub(crate) fn letters(self) -> usize {
        self.letters
    }

    /// The number of its first five letters.
    pub(crate) fn beginning(self) -> u64 {
        folded(self.beginning ^ START)
    }

    /// The number of the whole word.
    pub(crate) const fn whole(self) -> u64 {
        folded(self.hash ^ self.last ^ START)
    }
}

/// A run of plain letters, or of letters and figures, at the beginning of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain {
    /// How many bytes it has.
    pub(crate) length: usize,
    /// Its number so far.
    pub(crate) number: Number,
    /// Whether more than one of its letters is a capital.
    pub(crate) has_capitals: bool,
    /// Whether it has a figure.
    pub(crate) has_figure: bool,
}

impl Plain {
    /// The plain letters and figures that a text begins with.
    #[inline(always)]
    pub(crate) fn at(text: &[u8]) -> Plain {
        let (first, count, capitals, figures) = eight_of(text);
        let number = Number { hash: 0, last: first, letters: count, beginning: first & FIVE };
        let plain = Plain { length: count, number, has_capitals: are_many(capitals), has_figure: figures > 0 };
        if count < 8 { plain } else { plain.longer(text, capitals) }
    }

    /// The same of a word of eight letters or more.
    fn longer(mut self, text: &[u8], mut capitals: u64) -> Plain {
        loop {
            self.number.hash = folded(self.number.hash ^ self.number.last);
            let (next, count, more, figures) = eight_of(text.get(self.length..).unwrap_or_default());
            self.number.last = next;
            self.length += count;
            self.number.letters = self.length;
            self.has_capitals |= are_many(more) || capitals > 0 && more > 0;
            self.has_figure |= figures > 0;
            capitals |= more;
            if count < 8 {
                return self;
            }
        }
    }
}

/// The letters and figures that a text begins with, in small form, eight at most, the first in the lowest byte; how many
/// they are; and the highest bit of each byte that is a capital, and that is a figure.
#[inline(always)]
fn eight_of(text: &[u8]) -> (u64, usize, u64, u64) {
    let all = match text.first_chunk::<8>() {
        Some(all) => u64::from_le_bytes(*all),
        None => text.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    };
    // The highest bit of a byte says whether it is one: no sum of two bytes below 128 runs over.
    let (low, small) = (all & eight(0x7f), (all | eight(0x20)) & eight(0x7f));
    let from = |bytes: u64, first: u8| bytes.wrapping_add(eight(0x80 - first));
    let letters = from(small, b'a') & !from(small, b'z' + 1) & !all & eight(0x80);
    let figures = from(low, b'0') & !from(low, b'9' + 1) & !all & eight(0x80);
    let ends = (letters | figures) ^ eight(0x80);
    // All below the first byte that is neither.
    let within = (ends & ends.wrapping_neg()).wrapping_sub(1);
    let within = if ends == 0 { u64::MAX } else { within >> 7 };
    let count = (ends.trailing_zeros() / 8) as usize;
    ((all | letters >> 2) & within, count, letters & !(all << 2) & within, figures & within)
}

/// Whether more than one bit is set.
fn are_many(bits: u64) -> bool {
    bits & bits.wrapping_sub(1) > 0
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// A number whose every bit depends on every bit of this one.
const fn folded(number: u64) -> u64 {
    let product = number as u128 * 0x9e37_79b9_7f4a_7c15_u128;
    (product >> 64) as u64 ^ product as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_however_it_is_read() {
        let words = [
            "a",
            "Heads",
            "launched",
            "LAUNCHED9",
            "x1y2",
            "safeguardingleadership",
            "9",
            "2024",
            "sixteenletterss",
            "eightLetterS",
            "Eightletters",
            "LEAD",
            "ks2lead",
        ];
        for word in words {
            let one_by_one = word.chars().fold(Number::default(), Number::with);
            for after in ["", " and the rest of it", "'s", "\u{e9}", "-", "@", "[", "`", "{", "/", ":"] {
                let text = format!("{word}{after}");
                let plain = Plain::at(text.as_bytes());
                assert_eq!(plain.length, word.len(), "{text}");
                assert_eq!(plain.number.whole(), one_by_one.whole(), "{text}");
                assert_eq!(plain.number.beginning(), one_by_one.beginning(), "{text}");
                assert_eq!(plain.number.letters(), word.len(), "{text}");
                assert_eq!(plain.has_capitals, word.chars().filter(char::is_ascii_uppercase).count() > 1, "{text}");
                assert_eq!(plain.has_figure, word.contains(|c: char| c.is_ascii_digit()), "{text}");
            }
        }
        let number = |word: &str| word.chars().fold(Number::default(), Number::with);
        assert_eq!(number("launch").beginning(), number("Launched").beginning());
        assert_ne!(number("launch").whole(), number("launched").whole());
        assert_eq!(number("\u{c9}lan").whole(), number("\u{e9}lan").whole());
        assert_eq!(Plain::at(b"").length, 0);
    }

    #[test]
    fn every_byte_is_a_letter_a_figure_or_neither() {
        for byte in 0..=255_u8 {
            assert_eq!(Plain::at(&[byte]).length, usize::from(byte.is_ascii_alphanumeric()), "{byte}");
            assert_eq!(Plain::at(&[byte; 9]).length, 9 * usize::from(byte.is_ascii_alphanumeric()), "{byte}");
        }
    }
}
