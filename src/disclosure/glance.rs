//! A first look at some words: whether anything private may stand in them at all. Most statements tell of nobody, and
//! to look through each with care would take longer than all else that is done with it. It looks at every byte once and
//! asks the lexicon for few words; in doubt it says yes.

use super::born::date::LATE;
use super::lexicon::{BIRTH, GIVEN, INSURED, Kinds, PEOPLE, kinds};
use watched::{Letters, OF_PEOPLE, OF_TOLD, WATCHED, Watched};

mod day;
mod figure;
mod watched;
mod word;

/// What is to be looked for with care.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Needs {
    /// Numbers, addresses, dates of birth.
    pub numbers: bool,
    /// Dates of birth alone.
    pub births: bool,
    /// Names and initials.
    pub names: bool,
    /// Small counts.
    pub counts: bool,
    /// Figures that are kept back.
    pub figures: bool,
    /// What any of the words may be, of those that are asked for here.
    pub all: Kinds,
}

impl Needs {
    /// All of it.
    const ALL: Needs = Needs { numbers: true, births: true, names: true, counts: true, figures: true, all: Kinds::MAX };

    /// Whether there is nothing to look for.
    pub fn none(self) -> bool {
        !(self.numbers || self.births || self.names || self.counts || self.figures)
    }
}

/// Looks at words that others of these kinds lead in, of a report whose school year began in the year `report`.
pub(super) fn glance(words: &str, lead: Kinds, report: u32) -> Needs {
    let (bytes, watched) = (words.as_bytes(), &*WATCHED);
    let look = || Look { close: 1, born_by: report.saturating_sub(LATE), ..Look::default() };
    let Some(first) = opening(bytes, watched) else { return look().over(bytes, 0, lead, watched) };
    let (count, people, at) = watched.pass(bytes, first, true);
    let all = if people { PEOPLE } else { 0 };
    // Most statements end without a word that tells anything.
    if matches!(bytes.get(at..), Some(b"" | b".")) {
        return Needs { all, ..Needs::default() };
    }
    // What it stopped at is not passed over.
    let (count, close) = (count.saturating_add(1), count.saturating_add(2));
    Look { count, close, capital: Some(1), goes_on: true, people, all, ..look() }.over(bytes, at, lead, watched)
}

/// Where the words go on after a first one with a capital that tells nothing, as most begin with one.
#[inline(always)]
fn opening(bytes: &[u8], watched: &Watched) -> Option<usize> {
    let first = Letters::at(bytes, 0);
    let word = bytes.get(..first.len).unwrap_or_default();
    let is_plain = word.first().is_some_and(u8::is_ascii_uppercase)
        && (word.last().is_some_and(u8::is_ascii_lowercase) || bytes.starts_with(b"A "))
        && !(watched.named(&first) && kinds(first.key(word)) & (OF_TOLD | GIVEN) != 0);
    is_plain.then(|| first.len + usize::from(bytes.get(first.len) == Some(&b' ')))
}

/// Where the words end that follow each other from `at` on, each of letters with a capital first and a space behind it, and
/// tell nothing of anybody.
pub(super) fn capitals_alone(words: &str, mut at: usize) -> usize {
    let (bytes, watched) = (words.as_bytes(), &*WATCHED);
    while bytes.get(at).is_some_and(u8::is_ascii_uppercase) {
        let letters = Letters::at(bytes, at);
        let end = at + letters.len;
        if watched.told(&letters) || bytes.get(end).is_some_and(|b| *b != b' ') {
            break;
        }
        at = bytes.len().min(end + 1);
    }
    at
}

/// What was seen so far.
#[derive(Default)]
struct Look<'a> {
    all: Kinds,
    /// How many words and numbers there were.
    count: u32,
    /// The number of the last word that a name or a child stands close before: some words tell something only there.
    close: u32,
    /// The number of the last word that a child's name may follow.
    child: u32,
    /// The number of the last word that may be a name, of the last one with a capital, of the last one that has an `'s`.
    name: Option<u32>,
    capital: Option<u32>,
    owned: bool,
    /// Whether the sentence goes on: a capital does not open it.
    goes_on: bool,
    /// Digits that stand together, but for a mark or two, and the marks since the last of them.
    chain: u32,
    apart: u32,
    digits: u32,
    /// The number of the last word that is a small number, with what follows it.
    small: Option<(u32, &'a [u8])>,
    /// Whether people are counted: they stand a few words after a small number, or before it.
    people: bool,
    counted: bool,
    /// Whether an address or a number that may be somebody's stands here, or a word that says that one does.
    address: bool,
    coded: bool,
    labelled: bool,
    /// The last year in which somebody of the report was born, but for the newest; whether a day of such a year stands here,
    /// whether the word for a birth or a baby does, whether an age and a day do.
    born_by: u32,
    dated: bool,
    born: bool,
    baby: bool,
    aged: bool,
    /// Whether initials stand here, a given name, a word that may be a name beside one that says so.
    initials: bool,
    given: bool,
    near: bool,
    masked: bool,
}

impl<'a> Look<'a> {
    /// Looks at all from `at` on; what is to be looked for with care.
    #[inline(never)]
    fn over(&mut self, bytes: &'a [u8], mut at: usize, lead: Kinds, watched: &Watched) -> Needs {
        while let Some(b) = bytes.get(at).copied() {
            if b == b' ' {
                self.parted();
                at += 1;
            } else if b.is_ascii_alphabetic() {
                // Most words tell nothing, unless a name stands beside them.
                if self.chain == 0 && self.count >= self.close {
                    let (count, people, end) = watched.pass(bytes, at, self.small.is_none());
                    self.count += count;
                    if people {
                        self.people = true;
                        self.all |= PEOPLE;
                    }
                    self.goes_on |= count > 0;
                    at = end;
                    if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                        continue;
                    }
                }
                at = self.letters(bytes, at, watched);
            } else if b.is_ascii_digit() {
                at = self.digits(bytes, at, watched);
            } else if b < 0x80 {
                // A comma or a colon tells something between digits alone.
                if self.chain > 0 || !matches!(b, b',' | b':' | b';' | b'-' | b'/' | b'"' | b')' | b'\n') {
                    self.mark(bytes, at, b);
                }
                at += 1;
            } else {
                // Marks that reports are full of; any other may part a number for a machine alone.
                match bytes.get(at..at + 3) {
                    Some([0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D]) => {
                        self.mark(bytes, at + 2, if bytes.get(at + 2) == Some(&0x99) { b'\'' } else { b',' });
                        at += 3;
                    }
                    Some([0xC2, 0xA3, _]) => {
                        self.mark(bytes, at + 1, b',');
                        at += 2;
                    }
                    _ => return Needs::ALL,
                }
            }
        }
        self.needs(lead)
    }

    /// A mark or a space stands between digits, if there were any.
    fn parted(&mut self) {
        if self.chain > 0 {
            self.apart += 1;
            if self.apart > 2 {
                self.chain = 0;
            }
        }
    }

    fn mark(&mut self, bytes: &[u8], at: usize, b: u8) {
        // Emphasis parts nothing.
        if !matches!(b, b'*' | b'_' | b'~' | b'`') {
            self.parted();
        }
        match b {
            b'!' | b'?' => self.goes_on = false,
            // "J.B. hit": a point inside initials ends no sentence.
            b'.' => {
                self.goes_on = false;
                self.address |= matches!(bytes.get(at + 1), Some(b'c' | b'o' | b'n' | b'e')) && is_at_host(bytes, at);
            }
            b'@' => self.address = true,
            // "jo%40mail.example", "jo.m at mail.com"
            b'%' => self.address |= bytes.get(at + 1..at + 3) == Some(b"40"),
            // "bea (at) mail.example"
            b'(' | b'[' | b'{' => {
                self.address |=
                    matches!(bytes.get(at + 1..at + 4), Some([b'a' | b'A', b't' | b'T', b')' | b']' | b'}']));
            }
            b'<' | b'*' | b'#' => self.masked = true,
            b'\'' if self.capital == Some(self.count) && matches!(bytes.get(at + 1), Some(b's' | b' ')) => {
                self.owned = true;
                self.close = u32::MAX;
            }
            _ => {}
        }
    }

    fn needs(&self, lead: Kinds) -> Needs {
        let labelled = self.all & BIRTH != 0;
        let led = lead & OF_PEOPLE != 0;
        Needs {
            numbers: self.address || self.coded || (self.labelled || lead & (BIRTH | INSURED) != 0) && self.digits > 2,
            // A day alone is one of a birth where somebody stands beside it.
            births: (self.dated || self.aged || self.baby || labelled) && self.digits > 4
                || (self.dated || self.aged) && labelled && self.digits > 2
                || self.born,
            names: self.near || self.given || self.initials,
            counts: self.counted || led && self.small.is_some(),
            figures: self.masked,
            all: self.all,
        }
    }
}

/// Whether the point at `at` is in a host that "at" stands before: "jo.m at mail.com".
#[cold]
#[inline(never)]
fn is_at_host(bytes: &[u8], at: usize) -> bool {
    if !matches!(bytes.get(at + 1..at + 4), Some(b"com" | b"org" | b"net" | b"co." | b"exa")) {
        return false;
    }
    let before = bytes.get(..at).unwrap_or_default();
    let host = before.iter().rev().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
    before.get(..before.len() - host).is_some_and(|before| before.ends_with(b" at "))
}
