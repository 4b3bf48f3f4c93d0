//! Where private words stand once more, without the words beside them that told of them: "Jayden Marlock came back".
//! They are masked there too. Nobody is told of them twice.

use super::lexicon::{MONTH, PLAIN, kinds_of};
use crate::source::{Kind, Private, number};
use std::collections::HashMap;

/// Private words that may stand again: their own, and the words of them if they are a name.
struct Wanted<'a> {
    words: &'a str,
    name: Option<Vec<String>>,
    kind: Kind,
}

/// Finds them anywhere in a text; `private` is in order.
pub(super) fn find(text: &str, private: &mut Vec<Private>) {
    let mut wanted: HashMap<String, Vec<Wanted<'_>>> = HashMap::new();
    for one in private.iter().filter(|one| one.kind.is_hidden()) {
        let words = text.get(one.at.start as usize..one.at.end as usize).unwrap_or_default();
        let parts: Vec<String> = tokens(words).map(|(_, word)| word.to_lowercase()).collect();
        let Some(first) = parts.first() else { continue };
        // "May" and "Will" begin sentences about others.
        if one.kind == Kind::Name && parts.len() == 1 && kinds_of(first) & (MONTH | PLAIN) != 0 {
            continue;
        }
        let rows = wanted.entry(first.clone()).or_default();
        let name = (one.kind == Kind::Name).then_some(parts);
        if rows.iter().all(|row| row.words != words && (name.is_none() || row.name != name)) {
            rows.push(Wanted { words, name, kind: one.kind });
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut found = Vec::new();
    let mut end = 0;
    for (at, word) in tokens(text) {
        if at < end {
            continue;
        }
        let Some(rows) = wanted.get(&word.to_lowercase()) else { continue };
        let rest = text.get(at..).unwrap_or_default();
        let longest = rows.iter().filter_map(|row| Some((length(rest, row)?, row.kind))).max();
        if let Some((length, kind)) = longest {
            end = at + length;
            found.push(Private { again: true, ..Private::of(kind, number(at)..number(end)) });
        }
    }
    let hidden: Vec<_> = private.iter().filter(|one| one.kind.is_hidden()).map(|one| one.at.clone()).collect();
    found.retain(|one| {
        let next = hidden.partition_point(|at| at.end <= one.at.start);
        hidden.get(next).is_none_or(|at| one.at.end <= at.start)
    });
    private.append(&mut found);
}

/// How long the words are that `text` begins with, if they are these.
fn length(text: &str, wanted: &Wanted<'_>) -> Option<usize> {
    let ends = |at: usize| !text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let Some(name) = &wanted.name else {
        return text.starts_with(wanted.words).then_some(wanted.words.len()).filter(|at| ends(*at));
    };
    // Of one name alone, nothing is masked that is written without a capital.
    if name.len() == 1 && text.starts_with(char::is_lowercase) {
        return None;
    }
    let mut end = 0;
    let mut words = tokens(text);
    for part in name {
        let (at, word) = words.next()?;
        let between = text.get(end..at)?;
        if word.to_lowercase() != *part || between.len() > 8 || between.contains(['.', ',', ';', ':']) {
            return None;
        }
        end = at + word.len();
    }
    Some(end)
}

/// The words of a text, each with its place: a name in capitals, an address and a number begin with one.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        from = start + end;
        Some((start, word.get(..end)?))
    })
}
