//! A copy of part of a source to look for private words in: without emphasis and what nobody sees, its spaces,
//! dashes and quotation marks plain, and the way back from each byte of it to the source.

use crate::source::number;
use std::ops::Range;

/// The copy.
#[derive(Default)]
pub(super) struct Copy {
    /// Its words.
    pub text: String,
    /// The same in lower case, byte for byte.
    pub low: String,
    /// From which byte of the copy on the bytes stand one after another from which byte of the source.
    runs: Vec<(u32, u32)>,
}

impl Copy {
    /// Adds what stands at a place of the source, as it is.
    pub fn put(&mut self, words: &str, from: usize) {
        let (at, from) = (number(self.text.len()), number(from));
        let goes_on = self.runs.last().is_some_and(|run| at - run.0 + run.1 == from);
        if !goes_on {
            self.runs.push((at, from));
        }
        self.text.push_str(words);
    }

    /// Adds a part of the source, made plain.
    pub fn plain(&mut self, part: &str, from: usize) {
        let bytes = part.as_bytes();
        let is_marked = |b: &u8| !b.is_ascii() || matches!(b, b'*' | b'_' | b'~' | b'`' | b'\\' | b'\t' | b'&');
        if !bytes.iter().any(is_marked) {
            return self.put(part, from);
        }
        let mut whole = 0;
        let mut done = 0;
        for (at, c) in part.char_indices() {
            if at < done || c.is_ascii() && !is_marked(&(c as u8)) || is_letter(c) {
                continue;
            }
            let (before, rest) = part.split_at_checked(at).unwrap_or((part, ""));
            let left = before.chars().next_back().unwrap_or(' ');
            let (plain, length) = plainly(rest, c, left);
            let Some(plain) = plain else { continue };
            self.put(part.get(whole..at).unwrap_or_default(), from + whole);
            self.put(plain, from + at);
            done = at + length;
            whole = done;
        }
        self.put(part.get(whole..).unwrap_or_default(), from + whole);
    }

    /// The copy is whole: its lower case.
    pub fn settle(&mut self) {
        self.low.push_str(&self.text);
        self.low.make_ascii_lowercase();
    }

    /// Where a part of the copy stands in the source.
    pub fn place(&self, range: Range<usize>) -> Range<u32> {
        let at = |byte: usize| {
            let byte = number(byte);
            let run = self.runs.partition_point(|run| run.0 <= byte).checked_sub(1);
            let (copy, source) = run.and_then(|run| self.runs.get(run)).copied().unwrap_or((0, 0));
            source + (byte - copy)
        };
        let end = range.end.max(range.start + 1);
        at(range.start)..at(end - 1) + 1
    }
}

fn is_letter(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric()
}

/// What stands for the mark that `rest` begins with, after `left`, and how many bytes it takes; `None` for itself.
fn plainly(rest: &str, c: char, left: char) -> (Option<&'static str>, usize) {
    let one = c.len_utf8();
    let plain = match c {
        '\t' => " ; ",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2018}' | '\u{2019}' | '\u{2032}' => "'",
        '\u{201c}' | '\u{201d}' => "\"",
        '\u{2264}' => "<",
        _ if is_unseen(c) => "",
        '`' => "",
        '\\' if rest.chars().nth(1).is_some_and(|next| next.is_ascii_punctuation()) => "",
        '&' if rest.starts_with("&nbsp;") => return (Some(" "), 6),
        '*' | '_' | '~' => {
            let run = rest.bytes().take_while(|b| *b == c as u8).count();
            let next = rest.get(run..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            let (before, after) = (left.is_alphanumeric(), next.is_alphanumeric());
            // Inside a word an underscore is a letter of it; a star that touches nothing stands for a figure.
            let is_word = c == '_' && before && after;
            let is_alone = c == '*' && run == 1 && matches!(left, ' ' | '|') && !after && !"\"'([£".contains(next);
            let is_mask = c != '~' && run > 3;
            let is_note = c == '*' && run == 1 && before && left.is_ascii_digit() && matches!(next, ',' | '.' | ' ');
            return (Some("").filter(|_| !is_word && !is_alone && !is_mask && !is_note), run);
        }
        _ => return (None, one),
    };
    (Some(plain), one)
}

/// Whether a character leaves nothing on the page: it parts what it stands in for a machine alone.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}
