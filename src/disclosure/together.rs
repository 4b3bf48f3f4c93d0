//! Figures that one report keeps back and that others give away: the same thing is counted in each of them, in the same
//! words, and one says how many there are in all.

use super::copy::{Copy, Home};
use super::glance::glance;
use super::lexicon::{EVENT, FOLK, MONTH, PEOPLE, PERSON, PLACE, TOTAL};
use super::total::{self, Alone};
use super::words::Said;
use crate::corpus::Corpus;
use crate::form::fold_name;
use crate::report::{Report, Statement};
use crate::source::Span;
use crate::term::Term;
use std::collections::BTreeMap;

/// A figure that reports give away together.
#[derive(Clone, Debug)]
pub struct Together {
    /// Where it is kept back.
    pub span: Span,
    /// What it works out to.
    pub value: u32,
    /// The figure that says how many there are in all.
    pub total: Span,
    /// The smallest of the others: kept back too, it gives nothing away.
    pub second: Span,
}

/// A figure of a statement, and the words that say of what it is.
struct Figure {
    alone: Alone,
    span: Span,
}

/// What is counted: the words, in order and without places and figures.
type Frame = Vec<String>;

/// Every figure that the reports of a term, or of one district in a year, give away together.
#[must_use]
pub fn together(corpus: &Corpus) -> Vec<Together> {
    // Most collections keep nothing back in a sentence of its own.
    let masked = |report: &Report| figures(report, true).iter().any(|one| matches!(one.1, Alone::Masked { .. }));
    if corpus.reports().iter().any(masked) { together_below(corpus, 0) } else { Vec::new() }
}

/// The same where every count up to `most` is kept back.
pub(super) fn together_below(corpus: &Corpus, most: u32) -> Vec<Together> {
    let mut found: Vec<Together> = Vec::new();
    let mut groups: BTreeMap<(Option<String>, String, Frame), Vec<Figure>> = BTreeMap::new();
    for report in corpus.reports() {
        let (Some(term), Some(district)) = (report.term(), report.district()) else { continue };
        let in_term = Term { half: None, month: None, ..term }.to_string();
        for (frame, alone, span) in figures(report, false) {
            let alone = match alone {
                Alone::Number { value, total: false, at } if (1..=most).contains(&value) => Alone::Masked { most, at },
                alone => alone,
            };
            let of_year = (Some(fold_name(district)), term.year.to_string(), frame.clone());
            groups.entry(of_year).or_default().push(Figure { alone: alone.clone(), span });
            groups.entry((None, in_term.clone(), frame)).or_default().push(Figure { alone, span });
        }
    }
    for figures in groups.values() {
        found.extend(worked_out(figures).filter(|one| !found.iter().any(|other| other.span == one.span)));
    }
    found
}

/// The one figure that is kept back, where the total less the others leaves it.
fn worked_out(figures: &[Figure]) -> Option<Together> {
    let mut sources: Vec<_> = figures.iter().map(|figure| figure.span.source).collect();
    sources.dedup();
    let (mut masked, mut total, mut parts) = (None, None, Vec::new());
    for figure in figures {
        match figure.alone {
            Alone::Masked { most, .. } if masked.is_none() => masked = Some((figure.span, most)),
            Alone::Number { value, total: true, .. } if total.is_none() => total = Some((figure.span, value)),
            // The same total may be said twice.
            Alone::Number { value, total: true, .. } if total.is_some_and(|one| one.1 == value) => {}
            Alone::Number { value, total: false, .. } => parts.push((value, figure.span)),
            Alone::Masked { .. } | Alone::Number { .. } => return None,
        }
    }
    let ((span, most), (of_all, whole)) = (masked?, total?);
    let sum = total::sum(parts.iter().map(|part| part.0));
    let value = whole.checked_sub(sum).filter(|value| (1..=most).contains(value))?;
    let second = parts.iter().min_by_key(|part| part.0)?.1;
    (sources.len() > 1).then_some(Together { span, value, total: of_all, second })
}

/// The figures of the statements of a report that give one, or keep it back; of those that may, if `masked`.
fn figures(report: &Report, masked: bool) -> Vec<(Frame, Alone, Span)> {
    let passages = report.priorities.iter().flat_map(|priority| &priority.passages);
    let mut found = Vec::new();
    passages.flat_map(|passage| &passage.statements).for_each(|statement| add(statement, masked, &mut found));
    found
}

fn add(statement: &Statement, masked: bool, found: &mut Vec<(Frame, Alone, Span)>) {
    statement.children().iter().for_each(|child| add(child, masked, found));
    let needs = glance(statement.text.words(), 0, super::YEAR);
    let counts = needs.all & (PEOPLE | PERSON | FOLK | EVENT) != 0;
    if !counts || !needs.figures && (masked || !statement.text.words().bytes().any(|b| b.is_ascii_digit())) {
        return;
    }
    // "Exclusions: 10; exclusions this year: 25" gives two.
    let mut from = 0;
    for clause in statement.text.words().split(';') {
        let mut copy = Copy::default();
        copy.plain(Home::Words(&statement.text), from..from + clause.len());
        from += clause.len() + 1;
        let copy = copy.settled();
        let said = Said::of(&copy);
        let Some((alone, end)) = total::alone(&said) else { continue };
        let frame = frame(&said, &alone, end);
        if frame.is_empty() {
            continue;
        }
        for one in alone {
            let place = copy.place(one.range());
            let span = statement.text.span();
            found.push((frame.clone(), one, Span::new(span.source, place.start, place.end)));
        }
    }
}

/// The words that say what is counted: none that begin with a capital, name a time or a place, or tell how many.
fn frame(said: &Said<'_>, alone: &[Alone], end: isize) -> Frame {
    let small = [
        "the", "a", "an", "of", "in", "at", "by", "for", "to", "and", "across", "or", "all", "our", "this", "there",
        "over", "has", "have", "been", "so", "far",
    ];
    let figure = alone.first().map(Alone::range).unwrap_or_default();
    let tells = |at: &isize| {
        let Some(word) = said.word(*at) else { return false };
        let outside = word.end <= figure.start || figure.end <= word.start;
        outside
            && word.value.is_none()
            && word.kinds & (TOTAL | MONTH | PLACE) == 0
            && (!said.is_capital(*at) || word.kinds & (PEOPLE | PERSON | EVENT) != 0)
            && !small.contains(&said.low(*at))
            && !matches!(said.low(*at), "county" | "district" | "districts" | "term" | "year" | "were" | "was" | "had")
    };
    (0..end).filter(tells).map(|at| said.low(at).trim_end_matches('s').to_owned()).collect()
}
