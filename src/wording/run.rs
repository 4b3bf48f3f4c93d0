//! A statement's words in their order, each as a number, with what sort of word it is: a figure, a month, "not". It
//! reads; what two statements have in common is for `again` to say.

/// A word.
pub(super) struct Word {
    /// Its letters and digits, whatever their case.
    pub(super) hash: u64,
    /// Its first five letters, which "launch" and "launched" share.
    pub(super) beginning: u64,
    /// What sorts it is of.
    pub(super) sorts: u8,
}

impl Word {
    /// Whether it is of one of these sorts.
    pub(super) fn is(&self, sorts: u8) -> bool {
        self.sorts & sorts > 0
    }
}

/// The words of a text. "10.5", "1,000" and "10%" are one figure each; "don't" is one word.
pub(super) fn of(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut word = Growing::default();
    for (at, byte) in text.bytes().enumerate() {
        let small = SMALL.get(usize::from(byte)).copied().unwrap_or_default();
        if small > 0 {
            word.add(u32::from(small));
            continue;
        }
        let begins_digit = || text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
        match byte {
            b'%' if word.is_figure => word.hash = step(word.hash, u32::from(byte)),
            b'.' if word.is_figure && begins_digit() => word.hash = step(word.hash, u32::from(byte)),
            b',' if word.is_figure && begins_digit() => {}
            b'\'' => {}
            0..=127 => word.end(&mut words),
            // The rest of a character that was read whole with its first byte.
            128..=191 => {}
            192.. => match text.get(at..).and_then(|rest| rest.chars().next()) {
                None | Some('\u{2019}') => {}
                Some(c) if c.is_alphanumeric() => c.to_lowercase().for_each(|c| word.add(u32::from(c))),
                Some(_) => word.end(&mut words),
            },
        }
    }
    word.end(&mut words);
    words
}

/// The words of a text as numbers, and nothing more of them: fit to see which texts may be alike.
pub(super) fn quick(text: &str) -> Vec<u64> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut hash = 0;
    for byte in text.bytes() {
        match SMALL.get(usize::from(byte)) {
            Some(small) if *small > 0 => hash = step(hash, u32::from(*small)),
            // "don’t" is "don't" and "dont"; a letter with an accent is left out, wherever the word stands.
            _ if byte == b'\'' || byte > 127 => {}
            _ if hash != 0 => words.push(std::mem::take(&mut hash)),
            _ => {}
        }
    }
    words.extend((hash != 0).then_some(hash));
    words
}

/// A word as it is read.
#[derive(Default)]
struct Growing {
    hash: u64,
    beginning: u64,
    length: usize,
    is_figure: bool,
}

impl Growing {
    fn add(&mut self, letter: u32) {
        self.is_figure |= letter.wrapping_sub(48) < 10;
        self.hash = step(self.hash, letter);
        self.length = self.length.wrapping_add(1);
        self.beginning = if self.length <= 5 { self.hash } else { self.beginning };
    }

    fn end(&mut self, words: &mut Vec<Word>) {
        let Growing { mut hash, beginning, length, is_figure } = std::mem::take(self);
        let mut sorts = match is_figure {
            true if YEARS.contains(&hash) => FIGURE | YEAR,
            true => FIGURE,
            false => sorts(hash),
        };
        // "nine" and "9" are one figure.
        if let Some((_, figure)) = NUMBERS.iter().find(|(word, _)| sorts & NOT > 0 && *word == hash) {
            (hash, sorts) = (*figure, FIGURE);
        }
        if length > 0 {
            words.push(Word { hash, beginning, sorts });
        }
    }
}

pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;

const fn step(hash: u64, letter: u32) -> u64 {
    (hash ^ START ^ letter as u64).wrapping_mul(0x100_0000_01b3)
}

/// Names of months and days.
pub(super) const MONTH: u8 = 1;
/// Words that turn a statement round, or count.
pub(super) const NOT: u8 = 2;
/// Words that say nothing of what a statement is about.
pub(super) const LIGHT: u8 = 4;
/// Figures, with their decimals and percent signs.
pub(super) const FIGURE: u8 = 8;
/// The years from 1990 to 2099.
pub(super) const YEAR: u8 = 16;

/// The words of each sort.
const SORTS: [(u8, &str); 3] = [
    (
        MONTH,
        "january february march april may june july august september october november december jan feb mar apr jun jul \
         aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday",
    ),
    (
        NOT,
        "no not never none nobody nothing without nor cannot didnt hasnt wasnt isnt havent one two three four five six \
         seven eight nine ten eleven twelve half all first second third fourth both",
    ),
    (
        LIGHT,
        "a an and are as at be been by for from had has have in is it its of on or our that the their they this to was \
         we were which will with more other all next new into so also further continue what who how already do does \
         first term half week fortnight before after spring summer autumn easter",
    ),
];

/// The numbers of those words and their sorts, each at the first free place from where its number points to.
static TABLE: [(u64, u8); PLACES] = table();
const PLACES: usize = 512;

const fn place(hash: u64) -> usize {
    (hash >> 40) as usize % PLACES
}

#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which stops at a slip")]
const fn table() -> [(u64, u8); PLACES] {
    let (mut table, mut all) = ([(0, 0); PLACES], SORTS.as_slice());
    while let [(sort, words), others @ ..] = all {
        let (mut rest, mut word) = (words.as_bytes(), 0);
        while let [first, after @ ..] = rest {
            word = if *first == b' ' { word } else { step(word, *first as u32) };
            if matches!(after, [] | [b' ', ..]) {
                let mut at = place(word);
                while table[at].1 != 0 && table[at].0 != word {
                    at = (at + 1) % PLACES;
                }
                table[at] = (word, table[at].1 | *sort);
                word = 0;
            }
            rest = after;
        }
        all = others;
    }
    table
}

/// What sorts the word of this number is of.
fn sorts(hash: u64) -> u8 {
    let mut at = place(hash);
    while let Some((word, sorts)) = TABLE.get(at).filter(|(_, sorts)| *sorts > 0) {
        if *word == hash {
            return *sorts;
        }
        at = (at + 1) % PLACES;
    }
    0
}

/// The numbers of "one" to "twelve", and those of their figures.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which stops at a slip")]
static NUMBERS: [(u64, u64); 12] = {
    let (mut rest, mut word, mut at) =
        (b"one two three four five six seven eight nine ten eleven twelve ".as_slice(), 0, 0);
    let mut numbers = [(0, 0); 12];
    while let [first, after @ ..] = rest {
        if *first == b' ' {
            let (tens, ones) = ((at as u32 + 1) / 10, (at as u32 + 1) % 10);
            let figure = if tens > 0 { step(0, 48 + tens) } else { 0 };
            numbers[at] = (word, step(figure, 48 + ones));
            (word, at) = (0, at + 1);
        } else {
            word = step(word, *first as u32);
        }
        rest = after;
    }
    numbers
};

/// The numbers of the years.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which stops at a slip")]
static YEARS: [u64; 110] = {
    let (mut years, mut at) = ([0; 110], 0);
    while at < 110 {
        let (year, mut tens, mut hash) = (1990 + at as u32, 1000, 0);
        while tens > 0 {
            hash = step(hash, 48 + year / tens % 10);
            tens /= 10;
        }
        years[at] = hash;
        at += 1;
    }
    years
};

/// Each plain letter in its small form, each digit as it is, and 0 for every other byte.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which stops at a slip")]
static SMALL: [u8; 256] = {
    let (mut small, mut byte) = ([0; 256], 0_u8);
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            small[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_by_sort() {
        let sorts = |text: &str| of(text).iter().map(|word| word.sorts).collect::<Vec<_>>();
        assert_eq!(
            sorts("No 10.5% of the heads in May 2024"),
            [NOT, FIGURE, LIGHT, LIGHT, 0, LIGHT, MONTH, FIGURE | YEAR]
        );
        assert_eq!(sorts("All didn’t, 1,000 élan 7th"), [NOT | LIGHT, NOT, FIGURE, 0, FIGURE]);
        assert!(sorts("— ’ ''").is_empty());
        let hash = |text: &str| of(text).iter().map(|word| word.hash).collect::<Vec<_>>();
        assert_eq!(hash("Élan, don’t"), hash("élan DON'T"));
        assert_ne!(hash("10.5"), hash("105"));
        assert_eq!(hash("one, nine, ten and twelve"), hash("1, 9, 10 and 12"));
        assert_eq!(of("launch")[0].beginning, of("Launched")[0].beginning);
    }
}
