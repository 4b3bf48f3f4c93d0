//! How an authority counts its terms, and which reports it expects.

use super::check::Faults;
use super::entry::{chosen, get, is_date, keys, texts, words};
use super::shape::SCHEME;
use crate::form::{Due, Form};
use crate::outline::Entry;
use crate::rule::quoted;
use crate::source::{SourceId, Span, Text};
use crate::term::{self, Scheme, Term};

/// The most reports that are expected: one of every district for every term.
const MOST_EXPECTED: usize = 50_000;

/// Puts what stands under `terms` into the form.
pub fn terms(entry: &Entry, form: &mut Form, faults: &mut Faults<'_>) {
    form.scheme = match chosen(entry, "scheme", SCHEME) {
        Some("half-terms") => Scheme::HalfTerms,
        Some("six-terms") => Scheme::SixTerms,
        _ => Scheme::ThreeTerms,
    };
    let scheme = form.scheme;
    let mut expected: Vec<(Term, &Text)> = Vec::new();
    for text in get(entry, "expected").into_iter().flat_map(texts) {
        let Some(term) = read(text, scheme, faults) else { continue };
        match expected.iter().find(|(first, _)| *first == term) {
            Some((_, first)) => {
                let found = faults.unclear(text.span(), format!("{} is listed twice", quoted(text.words())));
                found.advise("take one of the two out").also(first.span(), "the first");
            }
            None => expected.push((term, text)),
        }
    }
    let place = |text: &Text| Span::new(SourceId::SETTINGS, text.span().start, text.span().end);
    form.expected_at = expected.iter().map(|(term, text)| (*term, place(text))).collect();
    form.expected = expected.into_iter().map(|(term, _)| term).collect();
    form.expected.sort_unstable();
    let reports = form.districts.list().len().max(1) * form.expected.len();
    if reports > MOST_EXPECTED {
        let message = format!("{reports} reports are expected, and termwise takes at most {MOST_EXPECTED}");
        let help = "list the terms that reports are still asked for, or fewer districts";
        faults.unclear(super::place(get(entry, "expected").unwrap_or(entry)), message).advise(help);
        form.expected.clear();
    }
    for (key, value) in get(entry, "due").into_iter().flat_map(keys) {
        let term = read(key, scheme, faults);
        let date = words(value).map(Text::words).filter(|date| is_date(date));
        if let (Some(term), Some(date)) = (term, date) {
            form.due.push(Due { term, date: date.to_owned() });
        }
    }
}

/// A term of one school year, of the parts that the scheme counts by.
fn read(text: &Text, scheme: Scheme, faults: &mut Faults<'_>) -> Option<Term> {
    let reading = term::read(text.words(), scheme);
    let term = reading.term().ok().filter(|_| !reading.rest && reading.clashes.is_empty());
    let example = match scheme {
        Scheme::ThreeTerms => "Autumn 2024/25",
        Scheme::HalfTerms => "Autumn 1 2024/25",
        Scheme::SixTerms => "Term 1 2024/25",
    };
    let Some(term) = term else {
        let message = format!("{} is no term of a school year", quoted(text.words()));
        faults.unclear(text.span(), message).advise(format!("write it like {}", quoted(example)));
        return None;
    };
    let halves = scheme != Scheme::ThreeTerms;
    if halves != term.half.is_some() || term.month.is_some() {
        let (message, help) = if halves {
            ("is a whole season, and this scheme counts halves", format!("write it like {}", quoted(example)))
        } else {
            (
                "is more than a season, and three terms are counted by their season",
                format!("write it like {}, or set `scheme: half-terms`", quoted(example)),
            )
        };
        faults.unclear(text.span(), format!("{} {message}", quoted(text.words()))).advise(help);
        return None;
    }
    Some(term)
}
