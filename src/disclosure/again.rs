//! Where private words stand once more, without the words beside them that told of them: "Jayden Marlock came back",
//! "Jayden's school". They are masked there too. Nobody is told of them twice.

use super::lexicon::{GIVEN, MONTH, PLACE, PLAIN, kinds_of};
use crate::corpus::Corpus;
use crate::form::fold_name;
use crate::source::{Kind, Private, SourceId, Sources, number};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// Private words that may stand again: their own, and the words of them if they are a name.
struct Wanted {
    words: String,
    name: Option<Vec<String>>,
    kind: Kind,
    /// Whether they are only part of a name that was found, and then the first or the last word of it.
    part: Option<Part>,
}

/// A part of a name that may stand alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    First,
    Last,
}

/// What may stand again, by its first word in lower case.
#[derive(Default)]
pub(super) struct Again(HashMap<String, Vec<Wanted>>);

impl Again {
    /// Everything private of a text. `known` are the officers and districts in lower case: their names stay.
    pub fn of(text: &str, private: &[Private], known: &[String]) -> Again {
        let mut again = Again::default();
        for one in private.iter().filter(|one| one.kind.is_hidden()) {
            again.add(text.get(one.at.start as usize..one.at.end as usize).unwrap_or_default(), one.kind, known);
        }
        again
    }

    fn add(&mut self, words: &str, kind: Kind, known: &[String]) {
        let parts: Vec<String> = tokens(words).map(|(_, word)| word.to_lowercase()).collect();
        let Some(first) = parts.first() else { return };
        if kind == Kind::Name && known.contains(&words.to_lowercase()) {
            return;
        }
        // "May" and "Will" begin sentences about others.
        if kind == Kind::Name && parts.len() == 1 && kinds_of(first) & (MONTH | PLAIN) != 0 {
            return;
        }
        if let (Kind::Name, [first, .., last]) = (kind, parts.as_slice()) {
            for (word, part) in [(first, Part::First), (last, Part::Last)] {
                let is_plain = kinds_of(word) & (MONTH | PLAIN | PLACE) != 0 || word.chars().nth(1).is_none();
                if !is_plain && !known.iter().any(|name| name.split([' ', '-']).any(|known| known == word)) {
                    self.put(Wanted { words: word.clone(), name: Some(vec![word.clone()]), kind, part: Some(part) });
                }
            }
        }
        let name = (kind == Kind::Name).then_some(parts);
        self.put(Wanted { words: words.to_owned(), name, kind, part: None });
    }

    fn put(&mut self, new: Wanted) {
        let first = tokens(&new.words).next().map(|(_, word)| word.to_lowercase()).unwrap_or_default();
        let rows = self.0.entry(first).or_default();
        let is_there = |row: &Wanted| match &new.name {
            Some(name) => row.name.as_ref() == Some(name) && row.part == new.part,
            None => row.words == new.words,
        };
        if !rows.iter().any(is_there) {
            rows.push(new);
        }
    }

    /// Finds them anywhere in a text and adds them to what is private in it, which is in order.
    pub fn find(&self, text: &str, private: &mut Vec<Private>) {
        if !self.0.is_empty() {
            find(text, &self.0, private);
        }
    }
}

/// Has the children whom one report of a district names masked in its other reports too; of one district alone, or of
/// every one.
pub fn in_series(sources: &mut Sources, corpus: &Corpus, only: Option<&str>) {
    let only = only.map(fold_name);
    let mut districts: BTreeMap<String, (BTreeSet<SourceId>, Vec<String>)> = BTreeMap::new();
    for report in corpus.reports().iter().chain(corpus.aside()) {
        let Some(district) = report.district() else { continue };
        let folded = fold_name(district);
        if only.as_ref().is_some_and(|only| *only != folded) {
            continue;
        }
        let (ids, known) = districts.entry(folded).or_default();
        ids.insert(report.source);
        known.extend(super::head::known(report));
    }
    for (ids, known) in districts.values().filter(|(ids, _)| ids.len() > 1) {
        let mut again = Again::default();
        for source in ids.iter().filter_map(|id| sources.get(*id)) {
            let names = source.kept().iter().filter(|one| one.kind == Kind::Name && !one.again);
            let words = |one: &Private| source.text.get(one.at.start as usize..one.at.end as usize).map(str::to_owned);
            names.filter_map(words).for_each(|words| again.add(&words, Kind::Name, known));
        }
        for id in ids.iter().filter(|_| !again.0.is_empty()) {
            let Some(source) = sources.get_mut(*id) else { continue };
            let mut private = source.kept().to_vec();
            again.find(&source.text, &mut private);
            private.sort_by_key(|one| (one.at.start, one.kind));
            source.keep(private);
        }
    }
}

fn find(text: &str, wanted: &HashMap<String, Vec<Wanted>>, private: &mut Vec<Private>) {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, word) in tokens(text) {
        if at < end {
            continue;
        }
        let Some(rows) = wanted.get(&word.to_lowercase()) else { continue };
        let rest = text.get(at..).unwrap_or_default();
        let stands = |row: &&Wanted| row.part.is_none_or(|part| is_alone(text, at..at + word.len(), part));
        let lengths = rows.iter().filter(stands).filter_map(|row| Some((length(rest, row)?, row.kind)));
        let longest = lengths.max();
        if let Some((length, kind)) = longest {
            end = at + length;
            found.push(Private { again: true, ..Private::of(kind, number(at)..number(end)) });
        }
    }
    let hidden: Vec<_> = private.iter().filter(|one| one.kind.is_hidden()).map(|one| one.at.clone()).collect();
    // What is masked already is; a whole name of which only a part is masked so far is masked whole.
    found.retain(|one| {
        let next = hidden.partition_point(|at| at.end <= one.at.start);
        hidden.get(next).is_none_or(|at| one.at.end <= at.start || one.at.start < at.start || at.end < one.at.end)
    });
    private.append(&mut found);
}

/// Whether part of a name stands alone, and not in what somebody or something else is called: "Anna Marlock",
/// "Marlock Street".
fn is_alone(text: &str, range: Range<usize>, part: Part) -> bool {
    let (before, after) = (text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default());
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let next = after.strip_prefix(' ').and_then(|rest| tokens(rest).next()).filter(|(from, _)| *from == 0);
    if next.is_some_and(|(_, next)| is_capital(next) && kinds_of(&next.to_lowercase()) & MONTH == 0) {
        return false;
    }
    let previous = before.strip_suffix(' ').and_then(|rest| rest.rsplit(|c: char| !c.is_alphanumeric()).next());
    match part {
        Part::First => true,
        Part::Last => !previous.is_some_and(|word| is_capital(word) && kinds_of(&word.to_lowercase()) & GIVEN != 0),
    }
}

/// How long the words are that `text` begins with, if they are these.
fn length(text: &str, wanted: &Wanted) -> Option<usize> {
    let ends = |at: usize| !text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let Some(name) = &wanted.name else {
        return text.starts_with(&wanted.words).then_some(wanted.words.len()).filter(|at| ends(*at));
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
