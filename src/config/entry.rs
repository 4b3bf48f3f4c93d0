//! What stands in the file, as the parts of the reader ask for it: a key's value, the entries of a list, words.
//! What is of the wrong kind counts as not there: that it is wrong has been said by then.

use crate::form::fold;
use crate::outline::{Entry, Kind};
use crate::source::Text;
use crate::term::days_in;

/// What a value is.
pub enum Is<'a> {
    /// Nothing is written.
    Nothing,
    /// Words.
    Words(&'a Text),
    /// Lines with `- `.
    List,
    /// Keys.
    Map,
}

/// What the value of a key, or an entry of a list, is.
pub fn is(entry: &Entry) -> Is<'_> {
    match (entry.entries.iter().find(|child| child.kind != Kind::Comment), entry.body.first()) {
        (Some(child), _) if child.kind == Kind::Key => Is::Map,
        (Some(_), _) => Is::List,
        (None, Some(text)) if !text.words().trim().is_empty() => Is::Words(text),
        (None, _) => Is::Nothing,
    }
}

/// The value of a key, labels folded; of one that stands twice, the first.
pub fn get<'a>(entry: &'a Entry, name: &str) -> Option<&'a Entry> {
    let folded = fold(name);
    keys(entry).find(|(key, _)| fold(key.words()) == folded).map(|(_, value)| value)
}

/// The keys under an entry, and what stands under each.
pub fn keys(entry: &Entry) -> impl Iterator<Item = (&Text, &Entry)> {
    entry.entries.iter().filter(|child| child.kind == Kind::Key).filter_map(|key| Some((key.label.as_ref()?, key)))
}

/// The entries of a list.
pub fn items(entry: &Entry) -> impl Iterator<Item = &Entry> {
    entry.entries.iter().filter(|child| child.kind == Kind::Item)
}

/// The words of a value.
pub fn words(entry: &Entry) -> Option<&Text> {
    match is(entry) {
        Is::Words(text) => Some(text),
        Is::Nothing | Is::List | Is::Map => None,
    }
}

/// The words of a list.
pub fn texts(entry: &Entry) -> impl Iterator<Item = &Text> {
    items(entry).filter_map(words)
}

/// The words of a list, as plain strings.
pub fn strings(entry: &Entry) -> Vec<String> {
    texts(entry).map(|text| text.words().to_owned()).collect()
}

/// The words of a key, as a plain string.
pub fn string(entry: &Entry, name: &str) -> Option<String> {
    get(entry, name).and_then(words).map(|text| text.words().to_owned())
}

/// Whether words are a day as `YYYY-MM-DD`.
pub fn is_date(words: &str) -> bool {
    let parts: Vec<&str> = words.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    (1900..=2199).contains(&year) && (1..=days_in(year, month)).contains(&day)
}

/// The value of a key that is one of a table's words, with that word.
pub fn chosen<'c>(entry: &Entry, name: &str, choice: &'c [(&'c str, &'c str)]) -> Option<&'c str> {
    let words = fold(get(entry, name).and_then(words)?.words());
    choice.iter().map(|(word, _)| *word).find(|word| fold(word) == words)
}
