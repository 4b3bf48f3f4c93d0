//! Which words go together: the families of the field's words, and what its short forms stand for. Data that people
//! can read and mend (`kin.txt`, `short.txt`), read once a run. It does not weigh or compare.

use super::stem::stem;
use crate::wording::letters::Number;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// The families that a word is of: one bit each.
pub(super) type Kin = u128;

/// The field's families of words and its short forms, with an authority's own short forms beside them.
#[derive(Debug)]
pub struct Lexicon {
    /// By the hash of a phrase's first stem: how many stems it has, the hash of them all, its families.
    phrases: ByStem<Vec<(usize, u64, Kin)>>,
    /// By the short form in small letters: the words it stands for.
    short: HashMap<String, Vec<String>>,
    /// The hashes of words that say nothing of what a statement is about, and of their stems.
    light: HashSet<u64, BuildHasherDefault<Kept>>,
}

impl Lexicon {
    /// The lexicon, with the short forms of a `glossary` (short form, what it stands for) beside the built-in ones.
    #[must_use]
    pub fn with(glossary: &[(String, String)]) -> Lexicon {
        let mut phrases: ByStem<Vec<(usize, u64, Kin)>> = ByStem::default();
        for (family, line) in lines(include_str!("kin.txt")).enumerate().take(Kin::BITS as usize) {
            for phrase in line.split(',') {
                let stems: Vec<u64> = words(phrase).map(|word| hash(&stem(&word))).collect();
                let Some(first) = stems.first() else { continue };
                let rows = phrases.entry(*first).or_default();
                rows.push((stems.len(), joined(&stems), 1 << family));
            }
        }
        let built_in = lines(include_str!("short.txt")).filter_map(|line| line.split_once(':'));
        let own = glossary.iter().map(|(short, long)| (short.as_str(), long.as_str()));
        let light = LIGHT.split_whitespace().flat_map(|word| [hash(word), hash(&stem(word))]).collect();
        let short = built_in.chain(own).map(|(short, long)| (short.trim().to_lowercase(), words(long).collect()));
        Lexicon { phrases, short: short.collect(), light }
    }

    /// The phrases that begin with the first of these stems: how many stems each has, and its families.
    pub(super) fn phrases(&self, stems: &[u64]) -> impl Iterator<Item = (usize, Kin)> {
        let rows = stems.first().and_then(|first| self.phrases.get(first)).map_or(&[][..], Vec::as_slice);
        let is_here = |(length, all, _): &&(usize, u64, Kin)| {
            *length == 1 || stems.get(..*length).is_some_and(|phrase| joined(phrase) == *all)
        };
        rows.iter().filter(is_here).map(|(length, _, kin)| (*length, *kin))
    }

    /// The families that a stem is of by itself, and whether phrases of several stems begin with it.
    pub(super) fn by_itself(&self, stem: u64) -> (Kin, bool) {
        let rows = self.phrases.get(&stem).map_or(&[][..], Vec::as_slice);
        let alone = rows.iter().filter(|(length, ..)| *length == 1).fold(0, |all, (.., kin)| all | kin);
        (alone, rows.iter().any(|(length, ..)| *length > 1))
    }

    /// The words that a short form stands for, if it is known.
    pub(super) fn spelt_out(&self, short: &str) -> Option<&[String]> {
        self.short.get(short).map(Vec::as_slice)
    }

    /// Whether the word or stem of this hash says nothing of what a statement is about.
    pub(super) fn is_light(&self, hash: u64) -> bool {
        self.light.contains(&hash)
    }
}

/// Stems are compared by hash: a chance collision of 64 bits would only make two statements look a little more alike.
pub(super) fn hash(stem: &str) -> u64 {
    Number::of(stem.as_bytes()).whole()
}

/// A table by the hashes of stems, which are not hashed once more.
pub(super) type ByStem<T> = HashMap<u64, T, BuildHasherDefault<Kept>>;

/// Keeps a hash as it is.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// One number for a run of stems in their order.
pub(super) fn joined(stems: &[u64]) -> u64 {
    stems.iter().fold(0, |all, stem| all.rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ stem)
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn words(phrase: &str) -> impl Iterator<Item = String> {
    phrase.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Words that carry nothing here: function words, months and days, and the verbs that every statement is told with.
const LIGHT: &str = "a an and are as at be been by for from had has have in is it its of on or our that the their they this to was we \
    were which will with i you he she his her them us who whom what when where how than then there these those so if \
    into onto out up down over under between about after before during since until while also all any both each every \
    other more most some such only own same too very can could may might must shall should would do does did done being \
    but not no nor per via through across still now next last once again yet already further following within without \
    against one two three four five six seven eight nine ten eleven twelve first second third new term half year years \
    week weeks day days month months monday tuesday wednesday thursday friday saturday sunday january february march \
    april june july august september october november december morning afternoon evening spring summer autumn easter \
    christmas whitsun hold held run ran set get got make made took take taken give gave given go went goes come came see \
    saw seen put use used using work worked working part begin began begun start started starting continue continued \
    continuing carry look looked looking plan planned planning ask asked find found help helped helping need needed \
    provide provided complete completed ensure deliver delivered bring brought keep kept tell told say said says feel \
    felt like people place places thing things way ways number numbers nearly around group groups able many much few \
    several";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_can_be_read() {
        let families = lines(include_str!("kin.txt")).count();
        assert!(families <= Kin::BITS as usize, "{families} families are more than there are bits");
        assert!(lines(include_str!("short.txt")).all(|line| line.contains(": ")));
        let lexicon = Lexicon::with(&[("PMHW".to_owned(), "primary mental health worker".to_owned())]);
        let kin = |words: &str| {
            let stems: Vec<u64> = words.split(' ').map(|word| hash(&stem(word))).collect();
            lexicon.phrases(&stems).fold(0, |kin, phrase| kin | phrase.1)
        };
        assert_ne!(kin("parents") & kin("families"), 0);
        assert_ne!(kin("pupil referral unit") & kin("alternative provision"), 0);
        assert_eq!(kin("exclusions") & kin("suspensions"), 0, "they are not the same");
        assert_eq!(lexicon.spelt_out("pmhw").map(<[String]>::len), Some(4));
        assert!(
            lexicon.spelt_out("ebsa").is_some() && lexicon.is_light(hash("the")) && !lexicon.is_light(hash("school"))
        );
    }
}
