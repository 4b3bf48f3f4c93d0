//! What is written instead of small counts: "5 or fewer", and "not given" for a second figure by which one of them
//! could be worked out.

use super::lexicon;
use super::together::together;
use crate::corpus::Corpus;
use crate::source::{Kind, Private, Source, Sources, number};
use std::ops::Range;

/// What stands instead of a figure that is kept back for another's sake.
const NOT_GIVEN: &str = "(not given)";

/// Has every count of people up to `threshold` shown as "5 or fewer" from now on, and other figures not at all by which
/// one of them could be worked out: in its own report, or in all the reports together.
pub fn mask(sources: &mut Sources, corpus: &Corpus, threshold: u32) {
    let given = together(corpus);
    let mut ids: Vec<_> = corpus.reports().iter().map(|report| report.source).collect();
    ids.dedup();
    for id in ids {
        let Some(source) = sources.get_mut(id) else { continue };
        let counts: Vec<Private> = source.kept().to_vec();
        let small = |one: &&Private| one.kind == Kind::SmallCount && one.value <= threshold;
        for one in counts.iter().filter(small) {
            let (range, words) = instead(source, one, threshold);
            source.replace(range, words);
        }
        for one in counts.iter().filter(small).chain(counts.iter().filter(|one| one.kind == Kind::Recoverable)) {
            one.beside.iter().for_each(|other| source.replace(other.clone(), NOT_GIVEN.to_owned()));
        }
    }
    for one in given {
        if let Some(source) = sources.get_mut(one.second.source) {
            source.replace(one.second.start..one.second.end, NOT_GIVEN.to_owned());
        }
    }
}

/// What to write instead of a count, its noun included: "5 or fewer pupils".
#[must_use]
pub fn instead_of(source: &Source, one: &Private, threshold: u32) -> String {
    let (range, words) = instead(source, one, threshold);
    let rest = source.shown(range.end.min(one.at.end)..one.at.end);
    format!("{words}{rest}").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words to replace, and those instead of them: the figure alone, but all that says that it is one.
fn instead(source: &Source, one: &Private, threshold: u32) -> (Range<u32>, String) {
    let words = source.slice(one.at.start, one.at.end);
    let figure = format!("{threshold} or fewer");
    let end = number(words.find(|c: char| !c.is_alphanumeric()).unwrap_or(words.len()));
    let before = source.slice(one.at.start.saturating_sub(2), one.at.start);
    let start = one.at.start - if matches!(before, "a " | "A ") { 2 } else { 0 };
    if let Some(rest) = words.strip_prefix("pair of ").or_else(|| words.strip_prefix("couple of ")) {
        return (start..one.at.end, format!("{figure} {rest}"));
    }
    let rest = words.get(end as usize..).unwrap_or_default();
    if one.value > 1 || rest.trim().is_empty() {
        return (start..one.at.start + end, figure);
    }
    // "One pupil was": whoever reads "5 or fewer pupil was" knows that it was one.
    let after = source.slice(one.at.end, number(source.text.len()));
    let verb = [(" was ", " were "), (" is ", " are "), (" has ", " have ")]
        .into_iter()
        .find(|verb| after.starts_with(verb.0));
    let (length, verb) = verb.map_or((0, ""), |(one, many)| (number(one.len() - 1), many.trim_end()));
    (start..one.at.end + length, format!("{figure}{}{verb}", several(rest)))
}

/// A noun as it is written of several: "pupils", "families", "children".
fn several(words: &str) -> String {
    let low = words.to_lowercase();
    if lexicon::is_people(low.rsplit(' ').next().unwrap_or_default()) {
        return words.to_owned();
    }
    for (one, many) in [("child", "children"), ("person", "people"), ("family", "families"), ("man", "men")] {
        if let Some(rest) = words.strip_suffix(one) {
            return format!("{rest}{many}");
        }
    }
    format!("{words}s")
}
