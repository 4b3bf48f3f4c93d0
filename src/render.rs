//! How results look. Every writer here takes plain data and escapes for its own format; words that came
//! from a file pass through [`plain`] on their way out of every one of them.

pub mod document;
pub mod findings;
pub mod page;

/// Words as they may be shown anywhere: what could drive a terminal, reorder a line or hide in it is
/// written out as `\u{202e}`. That is every control character (line ends too: who keeps lines splits at
/// them first), bidirectional controls, tags and other characters that show nothing. A tab becomes a
/// space. Letters, accents, joiners and the variation selectors of emoji stay.
#[must_use]
pub fn plain(words: &str) -> String {
    if words.chars().all(|c| c != '\t' && !is_hidden(c)) {
        return words.to_owned();
    }
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\t' => safe.push(' '),
            c if is_hidden(c) => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    safe
}

/// Words as [`plain`] shows them, in which no CI runner finds a command of its own: the bracket of `##[error]` and
/// `##vso[task.complete]` is written out, wherever they stand.
#[must_use]
pub fn inert(words: &str) -> String {
    let words = plain(words);
    if !words.contains("##") {
        return words;
    }
    let mut safe = String::with_capacity(words.len() + 8);
    let mut opening = Opening::default();
    for c in words.chars() {
        if opening.at(c) { safe.extend(c.escape_unicode()) } else { safe.push(c) }
    }
    safe
}

/// Looks through words, letter by letter, for what opens a command of a CI runner: the bracket of `##[error]` and
/// `##vso[task.complete]`.
#[derive(Clone, Copy, Default)]
pub struct Opening {
    /// The signs `#` that were met last.
    signs: u8,
    /// Whether what was met last is `##` and the letters of a name, as far as it goes.
    named: bool,
}

impl Opening {
    /// Whether the next letter opens a command.
    pub fn at(&mut self, c: char) -> bool {
        let opens = self.named && c == '[';
        self.signs = if c == '#' { self.signs.saturating_add(1) } else { 0 };
        self.named = self.signs >= 2 || self.named && c.is_ascii_alphanumeric();
        opens
    }
}

/// Words with all that HTML and XML would read as their own written as references, and the sign at which a CI runner that
/// is shown the page would find a command.
#[must_use]
pub fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut opening = Opening::default();
    let colon = words.trim_start().starts_with("::").then(|| words.len() - words.trim_start().len());
    for (at, c) in words.char_indices() {
        match c {
            _ if opening.at(c) => text.push_str("&#91;"),
            ':' if colon == Some(at) => text.push_str("&#58;"),
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            _ => text.push(c),
        }
    }
    text
}

/// Whether a character is a control or shows nothing, less those that ordinary words need: the joiners, the
/// soft hyphen, and the variation selectors 1 to 16.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_control();
    }
    c.is_control()
        || matches!(c,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{inert, plain};

    #[test]
    fn no_words_are_a_command_of_a_runner() {
        let table = [
            ("a ##[error]x", r"a ##\u{5b}error]x"),
            ("##vso[task.complete result=Succeeded;]", r"##vso\u{5b}task.complete result=Succeeded;]"),
            ("###[group]", r"###\u{5b}group]"),
            ("a\n::error::x", r"a\u{a}::error::x"),
            ("## [x], ### Impact [so far]", "## [x], ### Impact [so far]"),
        ];
        for (words, shown) in table {
            assert_eq!(inert(words), shown);
        }
    }

    #[test]
    fn what_drives_a_terminal_is_written_out() {
        let cases = [
            ("\u{1b}[31mred\u{1b}[0m", r"\u{1b}[31mred\u{1b}[0m"),
            ("a\u{9b}2Jb", r"a\u{9b}2Jb"),
            ("\u{1b}]52;c;aGk=\u{7}", r"\u{1b}]52;c;aGk=\u{7}"),
            ("over\rwritten\u{8}\u{7f}", r"over\u{d}written\u{8}\u{7f}"),
            ("two\nlines", r"two\u{a}lines"),
            ("abc\u{202e}fdp.exe", r"abc\u{202e}fdp.exe"),
            ("hid\u{2066}den\u{2069}\u{200f}", r"hid\u{2066}den\u{2069}\u{200f}"),
            ("tag\u{e0041}\u{e007f}", r"tag\u{e0041}\u{e007f}"),
            ("a\u{200b}b\u{feff}c\u{2028}d", r"a\u{200b}b\u{feff}c\u{2028}d"),
        ];
        for (words, shown) in cases {
            assert_eq!(plain(words), shown);
            assert!(!plain(words).chars().any(super::is_hidden));
        }
    }

    #[test]
    fn ordinary_words_stay() {
        for words in
            ["Siân’s café – 12%", "e\u{301}", "👩\u{200d}🏫 ❤\u{fe0f}", "İstanbul, العربية, עברית", "co\u{ad}op"]
        {
            assert_eq!(plain(words), words);
        }
        assert_eq!(plain("a\tb"), "a b");
    }
}
