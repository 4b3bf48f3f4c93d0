//! Words by which a plan says when and names no day: "soon", "in due course".

use super::days::{is_month, is_year};
use super::lexicon::{PREP, WEEKDAY, key};
use super::words::Word;
use std::ops::Range;

/// Whether a text may hold one of the words that name no day.
pub(super) fn may_be_vague(text: &str) -> bool {
    ["soon", "shortly", "some", "due course", "later date", "near future"].iter().any(|word| text.contains(word))
}

/// Words that say when, and no day, in a sentence that names no other time.
pub(super) fn vague(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let is = |at: usize, known: &str| words.get(at).is_some_and(|word| word.is(key(known)));
    let says = |at: usize| {
        VAGUE
            .iter()
            .find(|known| known.iter().enumerate().all(|(ahead, known)| is(at + ahead, known)))
            .map(|known| known.len())
    };
    let (at, length) = (0..words.len()).find_map(|at| says(at).map(|length| (at, length)))?;
    let (first, last) = (words.get(at)?, words.get(at + length - 1)?);
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    // "As soon as the school rings", "how soon", "too soon", "soon after".
    let next = words.get(at + length);
    let other = before.is_some_and(|last| ["as", "how", "too", "so", "very"].iter().any(|known| last.is(key(known))))
        || next.is_some_and(|next| next.has(PREP) && !next.is(key("with")) || next.is(key("as")));
    let opening = before.filter(|last| last.has(PREP) && length > 1);
    let dated = words.iter().any(|word| {
        word.sentence == first.sentence && (is_month(word) || is_year(text, word) || word.has(WEEKDAY) && word.capital)
    });
    (!other && !first.quoted && !dated).then(|| opening.unwrap_or(first).range().start..last.range().end)
}

/// Words that say when, and no day.
const VAGUE: [&[&str]; 10] = [
    &["soon"],
    &["shortly"],
    &["sometime"],
    &["some", "time", "later"],
    &["some", "point"],
    &["some", "stage"],
    &["due", "course"],
    &["later", "date"],
    &["a", "later", "stage"],
    &["near", "future"],
];
