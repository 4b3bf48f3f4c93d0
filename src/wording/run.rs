//! A statement's words in their order, each as a number, with what sort of word it is: a figure, a month, "not". It
//! reads; what two statements have in common is for `again` to say.

use super::letters::{Number, Plain};

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
    let (mut word, mut rest) = (Growing::default(), text);
    loop {
        if word.number.letters() == 0 {
            // Most words are plain letters from beginning to end.
            let plain = Plain::at(rest.as_bytes());
            word = Growing { number: plain.number, is_figure: plain.has_figure };
            rest = rest.get(plain.length..).unwrap_or_default();
        }
        let mut chars = rest.chars();
        let Some(next) = chars.next() else { break };
        let begins_digit = || rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        match next {
            '%' if word.is_figure => word.add('%'),
            '.' if word.is_figure && begins_digit() => word.add('.'),
            ',' if word.is_figure && begins_digit() => {}
            '\'' | '\u{2019}' => {}
            _ if next.is_alphanumeric() => word.add(next),
            _ => std::mem::take(&mut word).end(&mut words),
        }
        rest = chars.as_str();
    }
    word.end(&mut words);
    words
}

/// The words of a text as numbers, and nothing more of them: fit to see which texts may be alike.
pub(super) fn quick(text: &str) -> Vec<u64> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let Plain { mut length, mut number, .. } = Plain::at(rest);
        // "don’t" is "don't" and "dont"; a letter with an accent is left out, wherever the word stands.
        while let Some(byte) = rest.get(length).filter(|byte| **byte != b' ') {
            match byte.is_ascii_alphanumeric() {
                true => number = number.and(byte.to_ascii_lowercase()),
                false if *byte == b'\'' || *byte > 127 => {}
                false => break,
            }
            length += 1;
        }
        if number.letters() > 0 {
            words.push(number.whole());
        }
        rest = rest.get(length + 1..).unwrap_or_default();
    }
    words
}

/// A word as it is read.
#[derive(Default)]
struct Growing {
    number: Number,
    is_figure: bool,
}

impl Growing {
    fn add(&mut self, c: char) {
        self.is_figure |= c.is_ascii_digit();
        self.number = self.number.with(c);
    }

    fn end(self, words: &mut Vec<Word>) {
        let Growing { number, is_figure } = self;
        if number.letters() == 0 {
            return;
        }
        let mut hash = number.whole();
        let mut sorts = match is_figure {
            true if number.letters() == 4 && YEARS.contains(&hash) => FIGURE | YEAR,
            true => FIGURE,
            // The words that are of a sort are all short.
            false if number.letters() > LONGEST => 0,
            false => sorts(hash),
        };
        // "nine" and "9" are one figure.
        if let Some((_, figure)) = NUMBERS.iter().find(|(word, _)| sorts & NOT > 0 && *word == hash) {
            (hash, sorts) = (*figure, FIGURE);
        }
        words.push(Word { hash, beginning: number.beginning(), sorts });
    }
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
/// How many letters the longest of them has: "wednesday", "september".
const LONGEST: usize = 9;
/// A word without a letter.
const NONE: Number = Number::of(b"");

const fn place(hash: u64) -> usize {
    (hash >> 40) as usize % PLACES
}

#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which stops at a slip")]
const fn table() -> [(u64, u8); PLACES] {
    let (mut table, mut all) = ([(0, 0); PLACES], SORTS.as_slice());
    while let [(sort, words), others @ ..] = all {
        let (mut rest, mut word) = (words.as_bytes(), NONE);
        while let [first, after @ ..] = rest {
            word = if *first == b' ' { word } else { word.and(*first) };
            if matches!(after, [] | [b' ', ..]) {
                let (hash, mut at) = (word.whole(), place(word.whole()));
                while table[at].1 != 0 && table[at].0 != hash {
                    at = (at + 1) % PLACES;
                }
                table[at] = (hash, table[at].1 | *sort);
                word = NONE;
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
        (b"one two three four five six seven eight nine ten eleven twelve ".as_slice(), NONE, 0);
    let mut numbers = [(0, 0); 12];
    while let [first, after @ ..] = rest {
        if *first == b' ' {
            let (tens, ones) = ((at as u8 + 1) / 10, (at as u8 + 1) % 10);
            let figure = if tens > 0 { NONE.and(b'0' + tens) } else { NONE };
            numbers[at] = (word.whole(), figure.and(b'0' + ones).whole());
            (word, at) = (NONE, at + 1);
        } else {
            word = word.and(*first);
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
        let (year, mut tens, mut number) = (1990 + at as u32, 1000, NONE);
        while tens > 0 {
            number = number.and(b'0' + (year / tens % 10) as u8);
            tens /= 10;
        }
        years[at] = number.whole();
        at += 1;
    }
    years
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_by_sort() {
        let all = SORTS.iter().flat_map(|(_, words)| words.split(' '));
        assert_eq!(all.map(str::len).max(), Some(LONGEST));
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
