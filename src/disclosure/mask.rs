//! What is written instead of small counts: "5 or fewer", and nothing for the other figures of a sentence, a list or
//! a table by which one of them could be worked out.

use super::copy::{Copy, Home};
use super::together::together_below;
use super::words::Said;
use super::{count, held};
use crate::corpus::Corpus;
use crate::report::Report;
use crate::source::{Kind, Private, Source, Sources, Text};
use figures::Figures;
use std::ops::Range;
use wording::{figure, one_as_several};

mod beside;
mod figures;
mod lines;
mod noun;
mod other;
mod pair;
mod sentence;
mod several;
mod share;
mod wording;

/// What stands instead of a figure that is kept back for another's sake.
const NOT_GIVEN: &str = "(not given)";

/// The smallest count under which figures can be kept back: nought is given, so "1 or fewer" would say one.
const LEAST: u32 = 2;

/// Has every count of people up to `threshold` shown as "5 or fewer" from now on, and other figures not at all by which
/// one of them could be worked out: in its own report, or in all the reports together.
pub fn mask(sources: &mut Sources, corpus: &Corpus, threshold: u32) {
    let threshold = threshold.max(LEAST);
    let given = together_below(corpus, threshold);
    let mut ids: Vec<_> = corpus.reports().iter().chain(corpus.aside()).map(|report| report.source).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let Some(source) = sources.get_mut(id) else { continue };
        let reports = || corpus.reports().iter().chain(corpus.aside()).filter(|report| report.source == id);
        let mut counts = source.kept().to_vec();
        counts.retain(|one| match one.kind {
            Kind::SmallCount => one.value <= threshold,
            kind => kind == Kind::Recoverable,
        });
        reports().for_each(|report| explained(report, threshold, &mut counts));
        let mut named = Vec::new();
        reports().for_each(|report| named_by_count(report, threshold, &mut named));
        for range in named {
            source.replace(range, NOT_GIVEN.to_owned());
        }
        let mut figures = Figures::of(&counts, threshold);
        reports().for_each(|report| lines::read(report, &mut figures));
        counts.extend_from_slice(figures.beside());
        for one in counts.iter().filter(|one| one.kind == Kind::SmallCount) {
            let (range, words) = figure(source, one, threshold);
            source.replace(range, words);
            if one.value == 1 {
                for (range, words) in one_as_several(source, one) {
                    source.replace(range, words);
                }
            }
        }
        for (range, words) in figures.kept_back() {
            source.replace(range, words);
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
    let (range, words) = figure(source, one, threshold.max(LEAST));
    let rest = source.shown(range.end.min(one.at.end)..one.at.end);
    format!("{words}{rest}").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The small counts of what explains a finding: nobody is told of them, and they are published with the rest.
fn explained(report: &Report, threshold: u32, counts: &mut Vec<Private>) {
    held::explanations(report, &mut |text: &Text| {
        for part in held::parts(text.words()) {
            let mut copy = Copy::default();
            copy.plain(Home::Words(text), part);
            let copy = copy.settled();
            let mut found = Vec::new();
            count::find(&Said::of(&copy), &Said::of(&Copy::default()), false, &mut found);
            for (range, value) in found.into_iter().filter(|one| one.1 <= threshold) {
                counts.push(Private { value, ..Private::of(Kind::SmallCount, copy.place(range)) });
            }
        }
    });
    counts.sort_by_key(|one| one.at.start);
}

/// Where ids stand that tell a small count: "two-pupils-back", "four-back".
fn named_by_count(report: &Report, threshold: u32, named: &mut Vec<Range<u32>>) {
    held::ids(report, &mut |id: &Text| {
        let words = id.words().replace(['-', '_', '.'], " ");
        let copy = Copy::of(Home::Source(&words, 0));
        let (said, mut found) = (Said::of(&copy), Vec::new());
        count::find(&said, &Said::of(&Copy::default()), false, &mut found);
        let mut figures = Figures::of(&[], threshold);
        beside::read(&said, &mut figures);
        if found.iter().any(|one| one.1 <= threshold) || !figures.beside().is_empty() {
            named.push(id.span().start..id.span().end);
        }
    });
}

/// A place in the source, and the words to show there.
type Shown = (Range<u32>, String);

#[cfg(test)]
mod tests;
