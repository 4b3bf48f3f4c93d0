//! A first look at some words: whether anything private may stand in them at all. Most statements tell of nobody, and
//! to look through each with care would take longer than all else that is done with it. It looks at every byte once and
//! asks the lexicon for few words; in doubt it says yes.

use super::born::date::LATE;
use super::lexicon::{
    ACRONYM, AGES, ARRANGED, BEFELL, BIRTH, CALLED, CHILD, COUPLE, EVENT, FAMILY, FOLK, GIVEN, INSURED, Kinds, MASKED,
    PEOPLE, PERSON, PLAIN, PLANNED, SOFT, STAGE, THING, TURN, kinds,
};
use day::{is_after_mark, is_before_day, is_of_day, number};
use watched::{Letters, WATCHED, Watched};

mod day;
mod watched;

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
    let mut look = Look { close: 1, born_by: report.saturating_sub(LATE), ..Look::default() };
    let bytes = words.as_bytes();
    let watched = &*WATCHED;
    let mut at = look.opening(bytes, watched);
    while let Some(b) = bytes.get(at).copied() {
        if b == b' ' {
            look.parted();
            at += 1;
        } else if b.is_ascii_alphabetic() {
            // Most words tell nothing, unless a name stands beside them.
            if look.chain == 0 && look.count >= look.close {
                let (count, end) = watched.pass(bytes, at);
                look.count += count;
                look.goes_on |= count > 0;
                at = end;
                if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                    continue;
                }
            }
            at = look.letters(bytes, at, watched);
        } else if b.is_ascii_digit() {
            at = look.digits(bytes, at, watched);
        } else if b < 0x80 {
            // A comma or a colon tells something between digits alone.
            if look.chain > 0 || !matches!(b, b',' | b':' | b';' | b'-' | b'/' | b'"' | b')' | b'\n') {
                look.mark(bytes, at, b);
            }
            at += 1;
        } else {
            // Marks that reports are full of; any other may part a number for a machine alone.
            match bytes.get(at..at + 3) {
                Some([0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D]) => {
                    look.mark(bytes, at + 2, if bytes.get(at + 2) == Some(&0x99) { b'\'' } else { b',' });
                    at += 3;
                }
                Some([0xC2, 0xA3, _]) => {
                    look.mark(bytes, at + 1, b',');
                    at += 2;
                }
                _ => return Needs::ALL,
            }
        }
    }
    look.needs(lead)
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
    /// The numbers of the last "not" and "be".
    not: Option<u32>,
    be: Option<u32>,
    /// Digits that stand together, but for a mark or two, and the marks since the last of them.
    chain: u32,
    apart: u32,
    digits: u32,
    /// How many numbers there are, and the number of the last word that is a small one, with what follows it.
    figures: u32,
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

/// Whether the word right before a number is written as a stage that has one is: "Year 7", "KS3".
#[cold]
#[inline(never)]
fn is_stage(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let word = before.strip_suffix(b" ").unwrap_or(before);
    let letters = word.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
    word.get(word.len() - letters).is_some_and(|b| b.is_ascii_uppercase() && !matches!(b, b'R' | b'N'))
}

impl<'a> Look<'a> {
    /// Passes a first word with a capital that tells nothing, as most begin with one.
    #[inline(always)]
    fn opening(&mut self, bytes: &[u8], watched: &Watched) -> usize {
        let first = Letters::at(bytes, 0);
        let end = bytes.get(first.len.saturating_sub(1));
        if !bytes.first().is_some_and(u8::is_ascii_uppercase)
            || !end.is_some_and(u8::is_ascii_lowercase)
            || watched.named(&first)
        {
            return 0;
        }
        (self.count, self.capital, self.goes_on) = (1, Some(1), true);
        first.len + usize::from(bytes.get(first.len) == Some(&b' '))
    }

    /// A word of letters from `at` on; where it ends, with a space behind it.
    #[inline(always)]
    fn letters(&mut self, bytes: &'a [u8], at: usize, watched: &Watched) -> usize {
        let letters = Letters::at(bytes, at);
        let end = at + letters.len;
        self.count += 1;
        if self.chain > 0 {
            self.after_digits(bytes.get(at..end).unwrap_or_default(), bytes.get(end));
        }
        let is_capital = bytes.get(at).is_some_and(u8::is_ascii_uppercase);
        let is_shouted = is_capital && bytes.get(end - 1).is_some_and(u8::is_ascii_uppercase);
        let is_asked = match is_capital || self.child + 1 == self.count {
            true => is_shouted && letters.len < 4 || watched.named(&letters),
            false => watched.told(&letters),
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
        if kinds != 0 {
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

    /// A small number stands here, before these bytes.
    fn small(&mut self, after: &'a [u8]) {
        self.small = Some((self.count, after));
        self.counted |= self.people && !is_of_things(after);
    }

    /// Words for people, if they are any.
    fn people(&mut self, kinds: Kinds) {
        if kinds & (PEOPLE | PERSON | FOLK | EVENT | BEFELL) != 0 {
            self.people = true;
            self.counted |= self.small.is_some_and(|(at, after)| self.count - at <= 9 && !is_of_things(after));
        }
    }

    /// How many words have passed since one that may be a name.
    fn since_name(&self) -> Option<u32> {
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
        }
        self.people(kinds);
        self.figures += u32::from(kinds & COUPLE != 0);
        self.masked |= kinds & MASKED != 0 && keeps_back(word, before, after);
        self.labelled |= kinds & (BIRTH | INSURED) != 0;
        self.all |= kinds;
        if kinds & TURN != 0 {
            match word {
                b"not" => self.not = Some(self.count),
                b"be" => self.be = Some(self.count),
                b"dot" | b"Dot" | b"DOT" => self.address = true,
                // "three 15-year-olds"
                b"old" | b"olds" | b"fives" | b"schoolers" | b"looked" | b"pregnant" | b"whom" => self.people(PERSON),
                // "d.o.b."
                b"b" | b"B" => {
                    self.labelled = true;
                    self.all |= BIRTH;
                }
                _ => self.masked |= self.not.is_some_and(|not| not + 1 == self.count),
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

    /// What comes right after digits: "7QQ", "123456A", "7B".
    fn after_digits(&mut self, word: &[u8], next: Option<&u8>) {
        let ordinal = matches!(word, b"st" | b"nd" | b"rd" | b"th" | b"pm" | b"am");
        let ends = !next.is_some_and(u8::is_ascii_alphanumeric);
        self.coded |= self.apart == 0 && word.len() == 2 && ends && !ordinal || self.chain == 6 && word.len() == 1;
        // "four Year 11s"
        if self.apart == 0 && word == b"s" {
            self.people(PERSON);
        }
        self.near |= self.apart == 0 && word.len() == 1 && self.since_name().is_some_and(|words| words <= 4);
        self.chain = 0;
    }

    /// A number from `at` on; where it ends.
    fn digits(&mut self, bytes: &'a [u8], at: usize, watched: &Watched) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        let len = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let count = u32::try_from(len).unwrap_or(u32::MAX);
        self.count += 1;
        self.chain = self.chain.saturating_add(count);
        self.coded |= self.chain >= 9;
        self.digits = self.digits.saturating_add(count);
        self.figures += 1;
        let decimal = at > 1 && bytes.get(at - 1) == Some(&b'.') && bytes.get(at - 2).is_some_and(u8::is_ascii_digit);
        let small = len == 1 && !decimal && rest.get(1) != Some(&b'%');
        // "Year 7", but "this year 4 pupils", "In Reception, 4 pupils"
        if small && !(last(bytes, at, watched).0 & STAGE != 0 && is_stage(bytes, at)) {
            self.small(rest.get(len..).unwrap_or_default());
        }
        // "JB, 13, admitted", "JB (Y5)", "will be 16 on"; what "2024-25" ends with is no age.
        let joined = at > 1
            && matches!(bytes.get(at - 1), Some(b'-' | b'/'))
            && bytes.get(at - 2).is_some_and(u8::is_ascii_digit);
        self.near |= len <= 2 && !joined && self.since_name().is_some_and(|words| words <= 2);
        // "1-5", "1 to 5": a range that a figure is kept back in.
        self.masked |= len == 1 && [&b"1-"[..], b"1 to ", b"1\xE2\x80\x93"].iter().any(|range| rest.starts_with(range));
        self.aged |= self.be.is_some_and(|be| be + 1 == self.count) || len < 3 && is_before_day(rest.get(len..));
        // A day of a year in which a child of a report may be born: "14/03/12", "14 March 2012", "2012-03-14".
        self.dated |= match rest {
            [ten, one, ..] if len == 2 => {
                let year = number(*ten, *one);
                (year > 34 || 2000 + year <= self.born_by) && is_after_mark(bytes, at)
            }
            [b'1', b'9', ..] if len == 4 => is_of_day(rest, bytes, at),
            [b'2', b'0', ten, one, ..] if len == 4 => {
                2000 + number(*ten, *one) <= self.born_by && is_of_day(rest, bytes, at)
            }
            _ => false,
        };
        self.apart = 0;
        self.goes_on = true;
        at + len
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
        let led = lead & (PEOPLE | PERSON | FOLK | EVENT | BEFELL) != 0;
        Needs {
            numbers: self.address || self.coded || (self.labelled || lead & (BIRTH | INSURED) != 0) && self.digits > 2,
            // A day alone is one of a birth where somebody stands beside it.
            births: (self.dated || self.aged || self.baby) && self.digits > 4 || self.born && self.all & BIRTH != 0,
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

/// The kinds of the word or number before `at`, and where it begins.
fn last(bytes: &[u8], at: usize, watched: &Watched) -> (Kinds, usize) {
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

/// Whether things are counted that are no people: "3 schools". Whoever is spoken of beside them, they are others.
fn is_of_things(after: &[u8]) -> bool {
    let word = Letters::at(after, 1);
    let kinds = || kinds(word.key(after.get(1..=word.len).unwrap_or_default()));
    after.first() == Some(&b' ') && after.get(word.len) == Some(&b's') && kinds() & (THING | PEOPLE) == THING
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
