//! What of a source no statement holds: front matter, comments, code, links, all of a file that cannot be read. It is
//! published like the rest, so numbers of people and their contacts are looked for in it; nobody is counted there.

use super::Pass;
use super::copy::{Copy, Home};
use super::words::Said;
use crate::source::number;
use std::ops::Range;

/// Looks through what is not among `covered`, the places of the report's words.
pub(super) fn walk<'a>(text: &'a str, mut covered: Vec<Range<u32>>, pass: &mut Pass) {
    covered.sort_unstable_by_key(|place| place.start);
    let mut from = 0;
    for place in covered.into_iter().chain(std::iter::once(number(text.len())..u32::MAX)) {
        if let Some(between) = text.get(from as usize..place.start as usize).filter(|between| may_tell(between)) {
            lines(between, from, pass);
        }
        from = from.max(place.end);
    }
}

/// Whether anything may stand here: a quick look, since most of it is markup.
fn may_tell(words: &str) -> bool {
    words.len() > 4
        && (words.contains('@')
            || words.bytes().filter(u8::is_ascii_digit).count() > 4
            || words.as_bytes().windows(3).any(|w| matches!(w, [b, b' ', c] if !matches!(b, b'#' | b'-' | b'*' | b'\n' | b':') && c.is_ascii_uppercase()))
            || words.as_bytes().windows(2).any(|w| matches!(w, [b, c] if b.is_ascii_uppercase() && (c.is_ascii_uppercase() || *c == b'.'))))
}

/// By paragraphs.
fn lines<'a>(words: &'a str, from: u32, pass: &mut Pass) {
    let mut at = 0;
    for part in words.split("\n\n") {
        let home = Home::Source(part, from + number(at));
        pass.uncounted(&Said::of(&Copy::of(home)), from + number(at), false);
        at += part.len() + 2;
    }
}
