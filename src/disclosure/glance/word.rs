//! Words at a first look: what each tells of who is spoken of, and whether a name stands beside it.

use super::Look;
use super::day::is_before_day;
use super::figure::is_of_things;
use super::watched::{Letters, OF_PEOPLE, OF_TOLD, Watched};
use crate::disclosure::lexicon::{
    ACRONYM, AGES, ARRANGED, BIRTH, CALLED, CHILD, COUPLE, FAMILY, FOLK, GIVEN, INSURED, Kinds, MASKED, PEOPLE, PERSON,
    PLAIN, PLANNED, SOFT, STAGE, TURN, kinds,
};

impl<'a> Look<'a> {
    /// A word of letters from `at` on; where it ends, with a space behind it.
    #[inline(always)]
    pub(super) fn letters(&mut self, bytes: &'a [u8], at: usize, watched: &Watched) -> usize {
        let letters = Letters::at(bytes, at);
        let end = at + letters.len;
        // What tells something beside a name alone stands close to one.
        let is_close = self.count < self.close;
        self.count += 1;
        if self.chain > 0 {
            self.after_digits(bytes.get(at..end).unwrap_or_default(), bytes.get(end));
        }
        let is_capital = bytes.get(at).is_some_and(u8::is_ascii_uppercase);
        let is_shouted = is_capital && bytes.get(end - 1).is_some_and(u8::is_ascii_uppercase);
        let is_asked = match is_capital || self.child + 1 == self.count {
            true => is_shouted && letters.len < 4 || watched.named(&letters),
            false if is_close => watched.told(&letters),
            false => watched.alone(&letters),
        };
        if is_asked || is_shouted || is_capital && self.count > 1 {
            self.asked(bytes, at, &letters, is_asked, watched);
        } else if is_capital {
            self.capital = Some(self.count);
        }
        self.goes_on = true;
        // No number is left that a space could part.
        end + usize::from(bytes.get(end) == Some(&b' '))
    }

    /// A word that may tell something.
    fn asked(&mut self, bytes: &'a [u8], at: usize, letters: &Letters, is_asked: bool, watched: &Watched) {
        let rest = bytes.get(at..).unwrap_or_default();
        let (word, _) = rest.split_at_checked(letters.len).unwrap_or_default();
        let kinds = if is_asked { kinds(letters.key(word)) } else { 0 };
        if kinds & (OF_TOLD | GIVEN) != 0 {
            self.tells(word, kinds, bytes.get(..at).unwrap_or_default(), rest);
        }
        if word.first().is_some_and(u8::is_ascii_uppercase) {
            self.capital(word, kinds, (bytes, at), watched);
        }
        if kinds & CHILD != 0 {
            self.child = self.count;
            self.close = self.close.max(self.count + 1);
        }
    }

    /// Words for people, if they are any.
    pub(super) fn people(&mut self, kinds: Kinds) {
        if kinds & OF_PEOPLE != 0 {
            self.people = true;
            self.counted |= self.small.is_some_and(|(at, after)| self.count - at <= 9 && !is_of_things(after));
        }
    }

    /// How many words have passed since one that may be a name.
    pub(super) fn since_name(&self) -> Option<u32> {
        self.name.map(|name| self.count - name)
    }

    /// A word that tells something; `rest` begins with it, and stands after `before`.
    fn tells(&mut self, word: &[u8], kinds: Kinds, before: &[u8], rest: &'a [u8]) {
        // Whose it is, or which year they are in, comes a few words after a name.
        self.near |= kinds & STAGE != 0 && self.since_name().is_some_and(|words| (1..=3).contains(&words))
            || self.owned && kinds & (FAMILY | PLANNED) != 0;
        self.given |= kinds & GIVEN != 0 && kinds & PLAIN == 0;
        let after = rest.get(word.len()..).unwrap_or_default();
        if kinds & COUPLE != 0 {
            self.small(after);
            self.aged |= is_before_day(Some(after));
        }
        self.aged |= kinds & AGES != 0 && is_before_day(Some(after));
        self.baby |= word.eq_ignore_ascii_case(b"baby");
        // "was born at home on 4 May", whenever that was; and without a figure: "born on the ninth of May twenty twelve"
        if kinds & BIRTH != 0 {
            self.born |= matches!(word, [b'b' | b'B', b'o' | b'i', b'r', ..] | [b'd' | b'D', b'o' | b'O', ..]);
            // What turns or reaches an age has a day beside it: "turns 16 on 4 May".
            self.labelled |= matches!(word, [b'd' | b'D', ..]) || matches!(word, [b'b' | b'B', b, ..] if *b != b'e');
        }
        self.people(kinds);
        self.masked |= kinds & MASKED != 0 && keeps_back(word, before, after);
        self.labelled |= kinds & INSURED != 0;
        self.all |= kinds;
        if kinds & TURN != 0 {
            match word {
                b"dot" | b"Dot" | b"DOT" => self.address = true,
                // "three 15-year-olds"
                b"old" | b"olds" | b"fives" | b"schoolers" | b"looked" | b"pregnant" | b"whom" => self.people(PERSON),
                // "d.o.b."
                b"b" | b"B" => {
                    self.labelled = true;
                    self.all |= BIRTH;
                }
                _ => self.masked |= is_after(before, b"not"),
            }
        }
    }

    /// A word with a capital: whether words before it say that it is a child's.
    fn capital(&mut self, word: &[u8], kinds: Kinds, (bytes, at): (&[u8], usize), watched: &Watched) {
        let after = bytes.get(at + word.len()..).unwrap_or_default();
        let next = after.first();
        let (one, at) = last(bytes, at, watched);
        let (two, at) = last(bytes, at, watched);
        let (three, _) = last(bytes, at, watched);
        let shouted = word.last().is_some_and(u8::is_ascii_uppercase) && word.iter().all(u8::is_ascii_uppercase);
        let known = kinds & ACRONYM != 0 && kinds & SOFT == 0;
        let initials =
            shouted && !known && (word.len() > 1 && word.len() < 4 || word.len() == 1 && next == Some(&b'.'))
                || word.len() == 1 && shouted && self.capital.is_some_and(|last| last + 1 == self.count);
        let of_one = |kinds: Kinds| kinds & (CHILD | FAMILY | FOLK) != 0 && kinds & PEOPLE == 0;
        self.near |= one & (CHILD | FAMILY | FOLK | CALLED) != 0
            || two & (CALLED | FAMILY | PLANNED | ARRANGED) != 0
            || of_one(two)
            || of_one(three);
        // "KB from Beck Road Primary School"
        self.near |= initials && (after.starts_with(b" from ") || after.starts_with(b" at "));
        self.initials |= initials;
        if self.goes_on || initials || kinds & GIVEN != 0 {
            self.name = Some(self.count);
        }
        self.capital = Some(self.count);
        self.owned = false;
        self.close = self.name.map_or(self.count, |name| name + 3);
    }
}

/// The kinds of the word or number before `at`, and where it begins.
pub(super) fn last(bytes: &[u8], at: usize, watched: &Watched) -> (Kinds, usize) {
    let before = bytes.get(..at).unwrap_or_default();
    let Some(end) = before.iter().rposition(u8::is_ascii_alphanumeric) else { return (0, 0) };
    let (before, _) = before.split_at_checked(end + 1).unwrap_or_default();
    if before.last().is_some_and(u8::is_ascii_digit) {
        return (0, before.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |at| at + 1));
    }
    let start = before.iter().rposition(|b| !b.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    let letters = Letters::at(bytes, start);
    (if watched.told(&letters) { kinds(letters.key(before.get(start..).unwrap_or_default())) } else { 0 }, start)
}

/// Whether this word is the last one before.
pub(super) fn is_after(before: &[u8], word: &[u8]) -> bool {
    let end = before.iter().rposition(u8::is_ascii_alphanumeric).map_or(0, |last| last + 1);
    let before = before.get(..end).and_then(|before| before.strip_suffix(word));
    before.is_some_and(|before| !before.last().is_some_and(u8::is_ascii_alphabetic))
}

/// Whether a word between these says that a figure is kept back.
fn keeps_back(word: &[u8], before: &[u8], after: &[u8]) -> bool {
    match word {
        b"fewer" | b"less" => after.starts_with(b" than") || before.ends_with(b"or "),
        b"small" => before.ends_with(b"too "),
        b"low" => {
            after.first() == Some(&b')')
                || !before.last_chunk().is_some_and(|[b, space]: &[u8; 2]| b.is_ascii_alphanumeric() && *space == b' ')
        }
        b"under" => after.starts_with(b" ") || before.ends_with(b"or "),
        _ => true,
    }
}
