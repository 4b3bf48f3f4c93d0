//! Capitals that may be initials, in every way in which they are written.

use crate::disclosure::lexicon::ACRONYM;
use crate::disclosure::words::Said;
use std::ops::Range;

/// Initials as they stand: from which word to which, and how they are written.
pub(super) struct Mark {
    pub from: isize,
    pub to: isize,
    /// With points: "J.B.", "F. D.".
    pub dotted: bool,
    /// Letters apart: "P K".
    pub spaced: bool,
    /// Whether they are an abbreviation of the field.
    pub known: bool,
    pub range: Range<usize>,
}

/// Abbreviations that are written with points.
const DOTTED: &[&str] = &[
    "pe", "re", "uk", "usa", "us", "eu", "rc", "wi", "obe", "mbe", "cbe", "phd", "msc", "ba", "ma", "bsc", "am", "pm",
    "eg", "ie", "gp", "dob", "qc", "kc", "jp", "md", "tv", "bbc", "un", "upn", "uln", "nhs", "ni", "no", "la", "sen",
    "ps",
];

pub(super) fn has_capitals(text: &str) -> bool {
    let bytes = text.as_bytes();
    let capital = |b: Option<&u8>| b.is_some_and(u8::is_ascii_uppercase);
    bytes.iter().enumerate().any(|(at, b)| {
        b.is_ascii_uppercase()
            && (capital(bytes.get(at + 1))
                || bytes.get(at + 1) == Some(&b'.')
                || bytes.get(at + 1) == Some(&b' ') && capital(bytes.get(at + 2)))
    })
}

pub(super) fn mark(said: &Said<'_>, at: isize) -> Option<Mark> {
    let raw = said.raw(at);
    // "to XX% in November": a figure is still to come.
    if raw.bytes().all(|b| matches!(b, b'x' | b'X')) && !said.gap(at).starts_with(['.', ' '])
        || said.gap(at).starts_with('%')
    {
        return None;
    }
    let letter = |at: isize| {
        let raw = said.raw(at);
        raw.len() == 1
            && raw.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
            && !said.word(at).is_some_and(|word| word.owns && said.gap(at).starts_with("'s."))
    };
    let hyphened = raw.len() == 3
        && raw.as_bytes().get(1) == Some(&b'-')
        && raw.bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
    if letter(at) || hyphened {
        let mut to = at;
        let dot =
            |at: isize| said.gap(at).starts_with('.') && said.gap(at).trim_start_matches(['.', '-']).trim().is_empty();
        while to - at < 3 && dot(to) && (letter(to + 1) || is_long_last(said, to + 1)) && said.gap(to).len() <= 2 {
            to += 1;
        }
        if to > at {
            let start = said.word(at)?.start;
            let end = said.word(to)?.end + usize::from(said.gap(to).starts_with('.'));
            let letters: String = (at..=to).map(|at| said.low(at)).collect();
            let letters = letters.replace('-', "");
            let known = DOTTED.contains(&letters.as_str()) || letters.len() > 3 && !is_long_last(said, to);
            return Some(Mark { from: at, to, dotted: true, spaced: false, known, range: start..end });
        }
        if !hyphened && said.gap(at) == " " && letter(at + 1) && !letter(at + 2) {
            return Some(Mark {
                from: at,
                to: at + 1,
                dotted: false,
                spaced: true,
                known: false,
                range: said.range(at, at + 1),
            });
        }
        return None;
    }
    // "SM-R"
    let short = raw.replace('-', "");
    let is_mark = (2..=3).contains(&short.len())
        && raw.len() < 5
        && raw.starts_with(|c: char| c.is_ascii_uppercase())
        && short.bytes().all(|b| b.is_ascii_uppercase());
    is_mark.then(|| Mark {
        from: at,
        to: at,
        dotted: false,
        spaced: false,
        known: said.is(at, ACRONYM),
        range: said.range(at, at),
    })
}

/// "McG", "O'D", "T-W": the last of some initials.
fn is_long_last(said: &Said<'_>, at: isize) -> bool {
    let raw = said.raw(at);
    ["Mc", "Mac", "O'", "O’"].iter().any(|first| {
        raw.strip_prefix(first).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_uppercase()))
    }) || raw.len() == 3 && matches!(raw.as_bytes(), [b'A'..=b'Z', b'-', b'A'..=b'Z'])
}

/// Whether initials stand in one list with those before.
pub(super) fn joins(said: &Said<'_>, last: isize, next: isize) -> bool {
    let trimmed = |at: isize| said.gap(at).trim_start_matches('.').trim();
    let gap = |at: isize| matches!(trimmed(at), "," | "/" | "&" | "");
    next == last + 1 && matches!(trimmed(last), "," | "/" | "&")
        || next == last + 2 && said.low(last + 1) == "and" && gap(last) && gap(last + 1)
}
