//! Which themes words tell of: whole words, in their order, a plural as its singular. A word tells of one theme: the
//! longer phrase wins, and the authority's own before a built-in one.

use std::collections::HashMap;

/// A phrase to look for.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// As it is written in the table or in termwise.yaml.
    pub(super) written: String,
    /// The theme, by its number; `None` for a phrase that tells of none.
    pub(super) theme: Option<usize>,
    /// Whether it counts in titles alone.
    pub(super) in_title: bool,
}

/// The words of a text as they are compared.
pub(super) fn words(text: &str) -> Vec<String> {
    let split = text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '\u{2019}'));
    let bare = split.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let own = bare.map(|word| word.strip_suffix("'s").or(word.strip_suffix("\u{2019}s")).unwrap_or(word));
    own.filter(|word| !word.is_empty()).map(|word| singular(&word.to_lowercase())).collect()
}

/// A word without the ending of the plural.
fn singular(word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{}", ending.trim_end_matches("es"));
        }
    }
    let is_plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    word.strip_suffix('s').filter(|_| is_plural).unwrap_or(word).to_owned()
}

/// Phrases to look for: those that win first, and found by the word that they begin with.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    list: Vec<Phrase>,
    by_first: HashMap<String, Vec<usize>>,
}

impl Phrases {
    /// These phrases, those that win first.
    pub(super) fn new(list: Vec<Phrase>) -> Phrases {
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, phrase) in list.iter().enumerate() {
            if let Some(first) = phrase.words.first() {
                by_first.entry(first.clone()).or_default().push(at);
            }
        }
        Phrases { list, by_first }
    }

    /// The themes that a text tells of, each once with the phrase that says so, in the order of the text.
    pub(super) fn found(&self, text: &str, is_title: bool) -> Vec<&Phrase> {
        let words = words(text);
        let mut there: Vec<(usize, usize)> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let begun = self.by_first.get(word).map_or(&[][..], Vec::as_slice);
            there.extend(begun.iter().map(|phrase| (*phrase, at)));
        }
        there.sort_unstable();
        let mut taken = vec![false; words.len()];
        let mut found: Vec<(usize, &Phrase)> = Vec::new();
        for (phrase, at) in there {
            let Some(phrase) = self.list.get(phrase).filter(|phrase| is_title || !phrase.in_title) else { continue };
            let within = at..at + phrase.words.len();
            let is_there = words.get(within.clone()) == Some(phrase.words.as_slice());
            let free = taken.get_mut(within).filter(|free| is_there && !free.contains(&true));
            if let Some(free) = free {
                free.fill(true);
                found.push((at, phrase));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        let mut themes: Vec<&Phrase> = Vec::new();
        for (_, phrase) in found {
            if phrase.theme.is_some() && themes.iter().all(|other| other.theme != phrase.theme) {
                themes.push(phrase);
            }
        }
        themes
    }
}
