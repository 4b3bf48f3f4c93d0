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
    if words.is_ascii() {
        return fold_ascii(words);
    }
    let mut folded = String::with_capacity(words.len());
    let mut gap = false;
    for c in words.chars() {
        if is_gap(c) {
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

/// The same for words without accents, which nearly all are: byte by byte takes a fifth of the time.
fn fold_ascii(words: &str) -> String {
    // Most have single spaces already. Every byte is looked at, since that can be done many at a time.
    let mark = |byte: &u8| matches!(byte, b'-' | b'_' | b'\t' | b'\n');
    let marks = words.as_bytes().iter().fold(false, |marks, byte| marks | mark(byte));
    let double = words.as_bytes().windows(2).fold(false, |double, two| double | (two == b"  "));
    if !marks && !double {
        return words.to_ascii_lowercase();
    }
    let is_gap = |byte: &u8| *byte == b' ' || mark(byte);
    let mut folded = Vec::with_capacity(words.len());
    for part in words.as_bytes().split(is_gap).filter(|part| !part.is_empty()) {
        if !folded.is_empty() {
            folded.push(b' ');
        }
        folded.extend_from_slice(part);
    }
    folded.make_ascii_lowercase();
    String::from_utf8(folded).unwrap_or_default()
}

fn is_gap(c: char) -> bool {
    match c {
        ' ' | '-' | '_' | '\t' | '\n' | '\u{2010}' | '\u{2011}' => true,
        c => !c.is_ascii() && c.is_whitespace(),
    }
}

/// The first character that folding gives of words: where it differs, so do the folded words.
pub(super) fn opening(words: &str) -> Option<char> {
    words.trim().chars().find(|c| !is_gap(*c)).and_then(|c| c.to_lowercase().next())
}

/// A prompt line with what does not matter folded away: as a label, and its punctuation.
pub(super) fn fold_prompt(words: &str) -> String {
    let bare: String = words.chars().filter(|c| !matches!(c, '?' | '!' | '.' | ',' | ';' | ':')).collect();
    fold(bare.trim())
}

/// A name of a place or person with what does not matter folded away: case, kinds of space, NFC; `&` is "and".
#[must_use]
pub fn fold_name(words: &str) -> String {
    let mut name = match words.contains('&') {
        true => composed(&words.replace('&', " and ")),
        false => composed(words),
    };
    if name.is_ascii() {
        name.make_ascii_lowercase();
        return name;
    }
    name.to_lowercase()
}

/// Words in NFC with single spaces.
pub(super) fn composed(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let bytes = words.as_bytes();
    let plain = |byte: &u8| byte.is_ascii() && !matches!(byte, b'\t' | b'\n');
    if bytes.iter().all(plain) && !bytes.windows(2).any(|two| two == b"  ") {
        return words.trim().to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}
