//! What of a source no statement holds: front matter, comments, code, links, all of a file that cannot be read. It is
//! published like the rest, so numbers of people and their contacts are looked for in it; nobody is counted there.

use super::Pass;
use super::copy::{Copy, Home};
use super::glance::{Needs, glance};
use super::words::Said;
use crate::source::number;
use std::ops::Range;

/// The longest markup in which nothing can stand: a line end and the mark of a bullet.
const SHORT: usize = 7;

/// Looks through what is not among `covered`, the places of the report's words.
pub(super) fn walk(text: &str, mut covered: Vec<Range<u32>>, pass: &mut Pass) {
    covered.sort_unstable_by_key(|place| place.start);
    let mut from = 0;
    for place in covered.into_iter().chain(std::iter::once(number(text.len())..u32::MAX)) {
        if let Some(between) = text.get(from as usize..place.start as usize).filter(|between| between.len() > SHORT) {
            lines(between, from, pass);
        }
        from = from.max(place.end);
    }
}

/// By paragraphs.
fn lines(words: &str, from: u32, pass: &mut Pass) {
    let mut at = 0;
    for part in words.split("\n\n") {
        let start = from + number(at);
        let needs = glance(part, 0);
        if needs.numbers || needs.names {
            let copy = Copy::of(Home::Source(part, start));
            let needs = Needs { names: needs.names && !pass.is_head(start), ..needs };
            pass.people(&Said::of(&copy), &Said::of(&Copy::default()), needs, start);
        }
        at += part.len() + 2;
    }
}
