//! Words compared as people compare them: without what does not matter in a label or a name.

/// How alike two names are as they are spelt, from 0 to 1. The work grows with both lengths, so a text too
/// long for a name is like none.
#[must_use]
pub fn likeness(a: &str, b: &str) -> f64 {
    const LONGEST: usize = 200;
    if a.len().max(b.len()) > LONGEST { 0.0 } else { strsim::normalized_damerau_levenshtein(a, b) }
}

/// A label with what does not matter folded away: case, `-`, `_`, kinds of space, a trailing colon.
#[must_use]
pub fn fold(words: &str) -> String {
    let words = words.trim().trim_end_matches([':', ' ', '\u{a0}']);
    let mut folded = String::with_capacity(words.len());
    let mut gap = false;
    for c in words.chars() {
        if c == ' '
            || matches!(c, '-' | '_' | '\u{2010}' | '\u{2011}')
            || !c.is_ascii() && c.is_whitespace()
            || c == '\t'
            || c == '\n'
        {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        if c.is_ascii() { folded.push(c.to_ascii_lowercase()) } else { folded.extend(c.to_lowercase()) }
    }
    folded
}

/// A prompt line with what does not matter folded away: as a label, and the mark at its end.
pub(super) fn fold_prompt(words: &str) -> String {
    fold(words.trim_end_matches(['?', '.', ':', ' ']))
}

/// A name of a place or person with what does not matter folded away: case, kinds of space, NFC.
#[must_use]
pub fn fold_name(words: &str) -> String {
    let name = composed(words);
    if name.is_ascii() { name.to_ascii_lowercase() } else { name.to_lowercase() }
}

/// Words in NFC with single spaces.
pub(super) fn composed(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if words.is_ascii() && !words.contains("  ") && !words.contains(['\t', '\n']) {
        return words.trim().to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}
