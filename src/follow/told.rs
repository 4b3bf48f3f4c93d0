//! A statement as the matcher sees it: its stems, what kind of word each is, the families they are of, and which stand
//! side by side. Read once; every comparison uses it again.

use super::fit::holds;
use super::kin::{ByStem, Kin, Lexicon, hash, joined};
use super::stem::stem;
use crate::align::composed;
use crate::wording::letters::{Number, Plain};
use std::collections::hash_map::Entry;

/// Among how many of its first words a statement says who will do it.
const ACTORS: usize = 8;

/// One different stem of a statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) stem: u64,
    /// The number of the stem among those that the desk has met.
    pub(super) id: u32,
    pub(super) kind: Kind,
    /// The families it is of, by itself or as the beginning of a phrase.
    pub(super) kin: Kin,
}

/// What a word can tell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    Plain,
    /// A short form or a word that it stands for: of a body or a scheme, often met in what is about another thing.
    Short,
    /// A figure: the same thing is often told with another.
    Figure,
    /// A name, by its capital: of a school, a body, a scheme.
    Name,
    /// A figure that names: "Year 9", "Cohort 2".
    Label,
}

/// A statement, read.
#[derive(Clone, Default, Debug)]
pub(super) struct Told {
    /// Its different stems, sorted.
    pub(super) words: Vec<Word>,
    /// The families of all its words.
    pub(super) kin: Kin,
    /// Two stems side by side, light words left out; sorted.
    pub(super) pairs: Vec<u64>,
    /// A number that is the same for the same words in the same order, whatever their case and the marks between them.
    pub(super) mark: u64,
    /// A bit for each of its stems, so that what has none in common is soon seen.
    sign: u64,
    /// How many of its stems are figures.
    figures: usize,
    /// The terms, phases, ordinals and years it names, a bit each.
    marks: u32,
    /// How many of what: the stem after a number, and the number, in their order.
    counts: Vec<(u64, u32)>,
}

impl Told {
    pub(super) fn of(words: &str, lexicon: &Lexicon, desk: &mut Desk) -> Told {
        let mark = read(&composed(words), lexicon, desk);
        let Desk { run, stems, ids, .. } = desk;
        // "Tom Pell will agree ...": who is to do it is no part of what is to be done.
        let actors = run.iter().take(ACTORS).position(|piece| piece.hash == WILL).unwrap_or(0);
        if run.iter().any(|piece| piece.begins) {
            stems.clear();
            stems.extend(run.iter().map(|piece| piece.hash));
            for at in 0..run.len() {
                if run.get(at).is_some_and(|piece| piece.begins) {
                    for (length, kin) in lexicon.phrases(stems.get(at..).unwrap_or_default()) {
                        run.iter_mut().skip(at).take(length).for_each(|piece| piece.kin |= kin);
                    }
                }
            }
        }
        let mut told = Told { mark, pairs: Vec::with_capacity(run.len()), ..Told::default() };
        let mut heavy: Vec<Word> = Vec::with_capacity(run.len());
        let mut before: Option<&Piece> = None;
        for (at, piece) in run.iter().enumerate() {
            told.kin |= piece.kin;
            told.marks |= piece.marks;
            let last = before.replace(piece);
            if piece.light {
                continue;
            }
            if let Some(count) = last.filter(|last| last.count > 0 && piece.kind != Kind::Figure) {
                told.counts.push((piece.hash, count.count));
            }
            let (mut stem, mut id, mut kind) = (piece.hash, piece.id, piece.kind);
            if let Some(last) = last.filter(|last| kind == Kind::Figure && last.numbers) {
                (stem, kind) = (joined(&[last.hash, piece.hash]), Kind::Label);
                id = number(ids, stem);
            } else if at < actors && kind == Kind::Name {
                kind = Kind::Plain;
            }
            told.pairs.extend(heavy.last().map(|last| joined(&[last.stem, stem])));
            told.sign |= 1 << (stem % 64);
            heavy.push(Word { stem, id, kind, kin: piece.kin });
        }
        told.pairs.sort_unstable();
        told.pairs.dedup();
        // Of a stem that stands twice, once as a name, the name counts, and the families of both.
        heavy.sort_unstable_by(|a, b| a.stem.cmp(&b.stem).then(b.kind.cmp(&a.kind)));
        heavy.dedup_by(|next, kept| {
            let same = next.stem == kept.stem;
            if same {
                kept.kin |= next.kin;
            }
            same
        });
        told.figures = heavy.iter().filter(|word| word.kind == Kind::Figure).count();
        told.words = heavy;
        told
    }

    /// Whether both name a term, a phase, an ordinal or a year, and another one, or `later` tells of fewer than planned.
    pub(super) fn contradicts(&self, later: &Told) -> bool {
        let differs = |mask: &&u32| {
            let (mine, theirs) = (self.marks & **mask, later.marks & **mask);
            mine != 0 && theirs != 0 && mine & theirs == 0
        };
        let labels = |told: &Told| told.words.iter().filter(|word| word.kind == Kind::Label).count();
        let other_label = || {
            let shared = later.words.iter().filter(|word| word.kind == Kind::Label && holds(self, word.stem)).count();
            labels(self) > 0 && labels(later) > 0 && shared == 0
        };
        let fewer = || {
            let of = |what| later.counts.iter().filter(move |(other, _)| *other == what).map(|(_, count)| *count).max();
            self.counts.iter().any(|(what, count)| of(*what).is_some_and(|told| told < *count))
        };
        MARKED.iter().any(|mask| differs(&mask)) || other_label() || fewer()
    }

    /// The most stems that this statement and another can share; a quick look.
    pub(super) fn most_shared(&self, other: &Told) -> usize {
        self.words.len().saturating_sub((self.sign & !other.sign).count_ones() as usize)
    }

    /// Whether no stem and no family of words stands in both; a quick look, which sees most of them.
    pub(super) fn is_strange_to(&self, other: &Told) -> bool {
        self.sign & other.sign == 0 && self.kin & other.kin == 0
    }

    /// Whether `later` has every stem of this statement, figures aside, and not many more: a longer one may have them all
    /// and tell of another matter.
    pub(super) fn stands_in(&self, later: &Told) -> bool {
        // Most pairs part here.
        let is_short = later.words.len() * 3 <= self.words.len() * 5;
        if !is_short || (self.sign & !later.sign).count_ones() as usize > self.figures {
            return false;
        }
        let mut own = self.words.iter().filter(|word| word.kind != Kind::Figure);
        self.words.len() > self.figures + 1 && own.all(|word| holds(later, word.stem))
    }
}

/// Words that name one of a few: a statement about another one is about another thing. Each group by its bits.
const MARKED: [u32; 4] = [0b111, 0b11 << 3, 0b1_1111 << 5, 0xff_ffff << 10];

/// The bit of a word of those groups: a season, a phase, an ordinal or a year.
fn mark(word: &str) -> u32 {
    match word {
        "autumn" => 1,
        "spring" => 1 << 1,
        "summer" => 1 << 2,
        "primary" | "primaries" => 1 << 3,
        "secondary" | "secondaries" => 1 << 4,
        "first" | "1st" => 1 << 5,
        "second" | "2nd" => 1 << 6,
        "third" | "3rd" => 1 << 7,
        "fourth" | "4th" => 1 << 8,
        "fifth" | "5th" => 1 << 9,
        _ => word.parse().ok().filter(|year| (2010..2032).contains(year)).map_or(0, |year: u32| 1 << (year - 2000)),
    }
}

/// The number that a word is, up to twelve in letters.
pub(super) fn count(word: &str) -> u32 {
    const SMALL: &[&str] =
        &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let small = SMALL.iter().zip(1..).find(|(name, _)| **name == word).map(|(_, count)| count);
    small.or_else(|| word.parse().ok().filter(|count| *count < 2000)).unwrap_or_default()
}

/// Room to read in, used again for every statement, and what is known of the words met so far: reports use the same few
/// hundred words over and over.
#[derive(Default, Debug)]
pub struct Desk {
    run: Vec<Piece>,
    stems: Vec<u64>,
    word: String,
    known: ByStem<Known>,
    /// The number of each stem, from 0.
    ids: ByStem<u32>,
}

/// The number of a stem among those that were met.
fn number(ids: &mut ByStem<u32>, stem: u64) -> u32 {
    let next = crate::source::number(ids.len());
    *ids.entry(stem).or_insert(next)
}

/// "will", which is its own stem.
const WILL: u64 = Number::of(b"will").whole();

/// What there is to know of a word in small letters, by itself.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// Of its stem.
    hash: u64,
    id: u32,
    /// Whether its stem says nothing of what a statement is about, and whether the word as it stands does not.
    light: bool,
    light_whole: bool,
    /// Whether a figure after it names one of several: "Year 9".
    numbers: bool,
    marks: u32,
    count: u32,
    /// The families it is of by itself, and whether phrases of several words begin with it.
    kin: Kin,
    begins: bool,
}

impl Known {
    fn of(word: &str, whole: u64, lexicon: &Lexicon, ids: &mut ByStem<u32>) -> Known {
        let stem = stem(word);
        let hash = hash(&stem);
        let id = number(ids, hash);
        let numbers =
            matches!(word, "year" | "years" | "cohort" | "stage" | "phase" | "group" | "term" | "level" | "ks");
        let (light, light_whole) = (stem.len() < 2 || lexicon.is_light(hash), lexicon.is_light(whole));
        let (kin, begins) = lexicon.by_itself(hash);
        Known { hash, id, light, light_whole, numbers, marks: mark(word), count: count(word), kin, begins }
    }
}

/// A word of the running text.
#[derive(Debug)]
struct Piece {
    hash: u64,
    id: u32,
    kind: Kind,
    light: bool,
    /// Whether a figure after it names one of several: "Year 9".
    numbers: bool,
    marks: u32,
    count: u32,
    kin: Kin,
    begins: bool,
}

impl Piece {
    fn of(known: Known, kind: Kind) -> Piece {
        let Known { hash, id, light, numbers, marks, count, kin, begins, .. } = known;
        Piece { hash, id, kind, light: light && kind != Kind::Figure, numbers, marks, count, kin, begins }
    }
}

/// Reads the words of a text in their order, short forms spelt out before themselves, and gives the mark of them all.
fn read(words: &str, lexicon: &Lexicon, desk: &mut Desk) -> u64 {
    desk.run.clear();
    let (mut rest, mut before, mut mark) = (words, ' ', 0);
    let mut opens = true;
    loop {
        // Most of a text is plain words of known meaning, a space between them.
        if let Some(after) = rest.strip_prefix(' ') {
            (rest, before) = (after, ' ');
        }
        if let Some((length, whole)) = plain_word(rest) {
            let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            mark = joined(&[mark, known_piece(word, whole, opens, lexicon, desk)]);
            (rest, before, opens) = (after, 'a', false);
            continue;
        }
        let Some(first) = rest.chars().next() else { break };
        let is_figure = first.is_ascii_digit();
        if !first.is_alphanumeric() {
            // A capital after one of these is no sign of a name; quotes and brackets leave it as it was.
            match first {
                '.' | '!' | '?' | ':' | ';' => opens = true,
                '"' | '\u{201c}' | '\u{2018}' | '(' | '*' | '_' => {}
                _ if first.is_whitespace() => {}
                _ => opens = false,
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            let below = || before.is_whitespace() && rest.starts_with(|c: char| c.is_ascii_digit());
            let says = match first {
                '&' => Some(hash("and")),
                // These make another of a figure.
                '<' | '>' | '+' | '\u{a3}' | '\u{20ac}' => Some(u64::from(u32::from(first))),
                '-' | '\u{2212}' if below() => Some(0),
                _ => None,
            };
            mark = says.map_or(mark, |says| joined(&[mark, says]));
            before = first;
            continue;
        }
        let goes_on = |c: char| match is_figure {
            true => c.is_ascii_digit() || matches!(c, '.' | ',' | '%'),
            false => c.is_alphabetic() || matches!(c, '\'' | '\u{2019}'),
        };
        let end = rest.find(|c| !goes_on(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        (rest, before) = (after, first);
        let word = if is_figure { word.trim_end_matches(['.', ',']) } else { word.trim_matches(['\'', '\u{2019}']) };
        mark = joined(&[mark, piece(word, is_figure, opens, lexicon, desk)]);
        opens = false;
    }
    mark
}

/// Writes a word in small letters, without a possessive ending and apostrophes.
fn small<'t>(word: &str, to: &'t mut String) -> &'t str {
    to.clear();
    let lower: String = word.to_lowercase().chars().map(|c| if c == '\u{2019}' { '\'' } else { c }).collect();
    to.extend(lower.strip_suffix("'s").unwrap_or(&lower).chars().filter(|c| *c != '\''));
    to
}

/// Adds a word to the run, and gives its number as it stands.
fn piece(word: &str, is_figure: bool, opens: bool, lexicon: &Lexicon, desk: &mut Desk) -> u64 {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let whole = hash(small(word, &mut desk.word));
    if !is_figure && bare.chars().all(char::is_uppercase) && bare.chars().count() > 1 {
        let short = bare.to_lowercase();
        let long = lexicon.spelt_out(&short);
        let mut add = |word: &str, kind: Kind| {
            let known = desk.know(hash(word), lexicon, |_| word.to_owned());
            desk.run.push(Piece::of(known, kind));
        };
        long.into_iter().flatten().for_each(|word| add(word, Kind::Short));
        let named = if opens { Kind::Plain } else { Kind::Name };
        add(&short, if long.is_some() { Kind::Short } else { named });
        return whole;
    }
    if is_figure {
        let known = desk.know(whole, lexicon, |_| word.to_lowercase());
        desk.run.push(Piece::of(known, Kind::Figure));
        return whole;
    }
    known_piece(word, whole, opens, lexicon, desk)
}

/// The same of a word that is no figure and no short form, its number known.
fn known_piece(word: &str, whole: u64, opens: bool, lexicon: &Lexicon, desk: &mut Desk) -> u64 {
    let known = desk.know(whole, lexicon, |room| small(word, room).to_owned());
    let named = !opens && word.starts_with(char::is_uppercase) && !known.light_whole;
    desk.run.push(Piece::of(known, if named { Kind::Name } else { Kind::Plain }));
    whole
}

impl Desk {
    /// What there is to know of the word of this number, which `spell` writes in small letters if it is met for the first
    /// time.
    fn know(&mut self, whole: u64, lexicon: &Lexicon, spell: impl FnOnce(&mut String) -> String) -> Known {
        let Desk { known, ids, word, .. } = self;
        match known.entry(whole) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => *place.insert(Known::of(&spell(word), whole, lexicon, ids)),
        }
    }
}

/// The length and the number of the word of plain letters that a text begins with, if it is one that no apostrophe, accent,
/// figure or second capital makes more of.
fn plain_word(text: &str) -> Option<(usize, u64)> {
    let plain = Plain::at(text.as_bytes());
    let ends = text.as_bytes().get(plain.length).is_none_or(|next| next.is_ascii() && *next != b'\'');
    let is_word = plain.length > 0 && !plain.has_capitals && !plain.has_figure && ends;
    is_word.then(|| (plain.length, plain.number.whole()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str) -> Told {
        Told::of(words, &Lexicon::with(&[]), &mut Desk::default())
    }

    fn kind(told: &Told, stem: &str) -> Option<Kind> {
        told.words.iter().find(|word| word.stem == hash(stem)).map(|word| word.kind)
    }

    #[test]
    fn names_figures_and_short_forms_are_told_apart() {
        let read = told("Trained 14 SENCOs at Hythe Lane with Year 9. Hythe helped");
        assert_eq!(kind(&read, "train"), Some(Kind::Plain));
        assert_eq!(kind(&read, "14"), Some(Kind::Figure));
        assert_eq!(kind(&read, &stem("hythe")), Some(Kind::Name));
        assert_eq!(kind(&read, "senco"), Some(Kind::Short));
        assert!(read.words.iter().any(|word| word.kind == Kind::Label), "Year 9 is one of several years");
        assert_eq!(kind(&read, "9"), None);
        assert_eq!(kind(&read, "at"), None);
        let (short, long) = (told("EBSA"), told("emotionally based school avoidance"));
        let found = long.words.iter().filter(|word| short.words.iter().any(|other| other.stem == word.stem));
        assert_eq!(found.count(), 4);
    }

    #[test]
    fn odd_text_is_harmless() {
        for words in ["", "—", "''", "9..", "É’s ’ ", "a\u{301}b", "1.5%, 3", "ΑΣ"] {
            let read = told(words);
            assert!(read.words.windows(2).all(|two| two[0].stem < two[1].stem), "{words:?}");
        }
    }
}
