//! Whether a number, a day or an address is somebody's own, weighed by what it looks like and by the words round it.
//!
//! People write of the same thing in ever new ways, so no list of turns of phrase carries far. What stands in each
//! table was learned instead: each trait of a thing and of the words round it has a weight, in hundredths, which
//! says how much it speaks for or against; the sum decides. They were learned from the labelled lines in
//! `tests/disclosure`, but for those of the set that is only measured, by `learn`:
//! `BLESS=1 cargo test --lib weigh::learn -- --ignored`.

use super::cue;
use super::lexicon::{self, EXAMPLE, Kinds};
use super::words::Said;
use crate::source::Kind;
use std::ops::Range;
use std::sync::LazyLock;

#[cfg(test)]
mod learn;

/// What each trait weighs, by its hash.
struct Table(Vec<(u64, i32)>);

impl Table {
    fn read(lines: &str) -> Table {
        let row =
            |line: &str| line.split_once(' ').and_then(|(weight, name)| Some((hash(&[name]), weight.parse().ok()?)));
        let mut rows: Vec<(u64, i32)> = lines.lines().filter_map(row).collect();
        rows.sort_unstable();
        Table(rows)
    }

    fn weight(&self, of: u64) -> i32 {
        let found = self.0.binary_search_by_key(&of, |row| row.0).ok();
        found.and_then(|at| self.0.get(at)).map_or(0, |row| row.1)
    }
}

/// The kinds that are weighed.
const KINDS_WEIGHED: [Kind; 3] = [Kind::DateOfBirth, Kind::Email, Kind::NiNumber];

/// What speaks for each of them.
static TABLES: [LazyLock<Table>; 3] = [
    LazyLock::new(|| Table::read(include_str!("weigh/birth.txt"))),
    LazyLock::new(|| Table::read(include_str!("weigh/email.txt"))),
    LazyLock::new(|| Table::read(include_str!("weigh/insurance.txt"))),
];

/// The traits of one thing.
#[derive(Default)]
pub(super) struct Traits {
    hashes: Vec<u64>,
    #[cfg(test)]
    names: Vec<String>,
}

impl Traits {
    /// Adds one, which is called by these parts, a space between each and the next.
    pub fn put(&mut self, parts: &[&str]) {
        self.hashes.push(hash(parts));
        #[cfg(test)]
        self.names.push(parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" "));
    }

    /// Adds those of the words round a place, and of those that lead in what stands there. A day of late is in other
    /// company than one of long ago: where `of` is given, each word counts for itself and with that.
    pub fn around(&mut self, said: &Said<'_>, lead: &Said<'_>, range: &Range<usize>, of: &str) {
        let (first, next) = (said.at(range.start), said.at(range.end));
        let (start, end) = cue::sentence(said, first.min(said.len() - 1));
        if (start.max(first - FAR)..end.min(next + FAR)).any(|at| is_shown(said, at)) {
            self.put(&["shown as an example"]);
        }
        self.side("before", of, said, (1..=FAR).map(|step| (first - step, said.gap(first - step))));
        self.side("after", of, said, (0..FAR).map(|step| (next + step, said.gap(next + step - 1))));
        for at in 0..lead.len().min(12) {
            self.put(&["under", lead.low(at)]);
        }
    }

    /// Adds those of the words on one side, from the nearest on, each with what stands between it and the nearer one.
    fn side<'t>(&mut self, side: &str, of: &str, said: &Said<'t>, words: impl Iterator<Item = (isize, &'t str)>) {
        let (mut far, mut last) = ("", "");
        for (step, (at, gap)) in words.enumerate() {
            // What another sentence or cell says, it may say of something else.
            if gap.contains(['!', '?', ';', '|']) || gap.contains('.') && gap.len() > 1 {
                far = "past";
            }
            let distance = match step {
                0 => "1",
                1 => "2",
                2 | 3 => "4",
                4..=7 => "8",
                _ => "14",
            };
            if step < 2 {
                self.put(&[side, distance, "gap", gap.trim()]);
                self.put(&[side, distance, "written", written(said.raw(at))]);
            }
            if said.word(at).is_none() {
                break;
            }
            let mut pattern = String::new();
            let word = word(said, at, &mut pattern);
            self.put(&[side, far, distance, word]);
            self.put(&[side, far, word]);
            self.put(&["near", word]);
            if step == 1 {
                self.put(&[side, word, last]);
            }
            if !of.is_empty() && far.is_empty() {
                self.put(&[of, side, word]);
            }
            let kinds = said.word(at).map_or(0, |word| word.kinds);
            for (_, name) in KINDS.iter().filter(|(kind, _)| kinds & kind != 0) {
                self.put(&[side, far, distance, name]);
                self.put(&[side, far, name]);
                self.put(&["near", name]);
                if !of.is_empty() && far.is_empty() {
                    self.put(&[of, side, distance, name]);
                }
            }
            last = if step == 0 { said.low(at) } else { last };
        }
    }

    /// Whether what stands at a place and has these traits is of this kind. A test learns from what was asked for.
    #[cfg_attr(not(test), expect(unused_variables, reason = "where it stands is what a test learns by"))]
    pub fn tip(mut self, kind: Kind, said: &Said<'_>, range: &Range<usize>) -> bool {
        #[cfg(test)]
        learn::asked(kind, &said.copy.place(range.clone()), &self.names);
        let Some(table) = KINDS_WEIGHED.iter().position(|one| *one == kind).and_then(|at| TABLES.get(at)) else {
            return false;
        };
        self.hashes.sort_unstable();
        self.hashes.dedup();
        let sum: i32 = self.hashes.iter().map(|hash| table.weight(*hash)).sum();
        sum + table.weight(hash(&["always"])) + LEAN > 0
    }
}

/// What weighs for every one: in doubt it is told of, as what is published cannot be taken back.
const LEAN: i32 = 20;

/// How many words on either side are looked at.
const FAR: isize = 14;

/// Whether a word says that what stands there is made up, or shown for its form: "e.g.", "a test record".
fn is_shown(said: &Said<'_>, at: isize) -> bool {
    said.is(at, EXAMPLE)
        || said.low(at) == "g" && said.low(at - 1) == "e"
        || matches!(said.low(at), "test" | "training" | "practice" | "default")
            && matches!(
                said.low(at + 1),
                "record"
                    | "records"
                    | "pupil"
                    | "child"
                    | "account"
                    | "system"
                    | "copy"
                    | "data"
                    | "database"
                    | "entry"
                    | "user"
                    | "version"
                    | "site"
                    | "environment"
                    | "case"
                    | "screen"
                    | "set"
                    | "pack"
                    | "date"
                    | "value"
            )
}

/// A word as it counts: numbers by what they may be, without what is drawn together with it: "he'll" is "he".
fn word<'a>(said: &Said<'a>, at: isize, pattern: &'a mut String) -> &'a str {
    let low = said.low(at);
    match said.word(at).and_then(|word| word.value) {
        Some(0..=25) => "#small",
        Some(1900..=2099) => "#year",
        Some(_) => "#number",
        None if low.bytes().any(|b| b.is_ascii_digit()) => {
            pattern.extend(low.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }));
            pattern
        }
        None => low.split('\'').next().filter(|word| !word.is_empty()).unwrap_or(low),
    }
}

/// How a word is written.
fn written(raw: &str) -> &'static str {
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    match (raw.chars().count(), capitals) {
        (0, _) => "-",
        (_, 0) if raw.starts_with(|c: char| c.is_ascii_digit()) => "9",
        (_, 0) => "a",
        (1, 1) => "A",
        (2 | 3, all) if all == raw.len() => "AA",
        (len, all) if all == len => "AAAA",
        _ => "Aa",
    }
}

/// What words may be, and what that is called in the tables.
const KINDS: &[(Kinds, &str)] = &[
    (lexicon::PEOPLE, "#people"),
    (lexicon::PERSON, "#person"),
    (lexicon::CHILD, "#child"),
    (lexicon::FAMILY, "#family"),
    (lexicon::FOLK, "#folk"),
    (lexicon::TITLE, "#title"),
    (lexicon::PLACE, "#place"),
    (lexicon::OFFICE, "#office"),
    (lexicon::BUSINESS, "#business"),
    (lexicon::ORG, "#body"),
    (lexicon::ACRONYM, "#acronym"),
    (lexicon::GIVEN, "#given"),
    (lexicon::PRONOUN, "#one"),
    (lexicon::LABEL, "#label"),
    (lexicon::MONTH, "#month"),
    (lexicon::EVENT, "#event"),
    (lexicon::BEFELL, "#befell"),
    (lexicon::THING, "#thing"),
    (lexicon::PLANNED, "#planned"),
    (lexicon::ARRANGED, "#arranged"),
    (lexicon::STAGE, "#stage"),
    (lexicon::CALLED, "#called"),
    (lexicon::HOME, "#home"),
    (lexicon::PRIVATELY, "#privately"),
    (lexicon::CARE, "#care"),
    (lexicon::BIRTH, "#birth"),
    (lexicon::MANY, "#many"),
    (lexicon::HEALTH, "#health"),
    (lexicon::LEARNER, "#learner"),
    (lexicon::NINUMBER, "#paid"),
    (lexicon::INSURED, "#insured"),
    (lexicon::EXAMPLE, "#example"),
    (lexicon::ANIMAL, "#animal"),
    (lexicon::DONE, "#done"),
    (lexicon::BOUND, "#bound"),
];

/// What some words may be, each by its name.
pub(super) fn kinds_of(word: &str) -> impl Iterator<Item = &'static str> {
    let kinds = lexicon::kinds_of(word);
    KINDS.iter().filter(move |(kind, _)| kinds & kind != 0).map(|(_, name)| *name)
}

/// The hash of what a trait is called (FNV-1a); names of the tables and of what is asked for are made alike by it.
fn hash(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut put = |b: u8| hash = (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
    for (at, part) in parts.iter().filter(|part| !part.is_empty()).enumerate() {
        if at > 0 {
            put(b' ');
        }
        part.bytes().for_each(&mut put);
    }
    hash
}
