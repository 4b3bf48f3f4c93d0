//! A copy of words to look for private ones in: without what nobody sees, their spaces, dashes and quotation marks
//! plain, and the way back from each byte of it to the source.

use crate::source::{Text, number};
use std::ops::Range;

/// What the bytes of a copy were taken from.
#[derive(Clone, Copy)]
pub(super) enum Home<'a> {
    /// Words of the report, by their own bytes.
    Words(&'a Text),
    /// The source as it stands, from this byte on.
    Source(&'a str, u32),
}

impl<'a> Home<'a> {
    fn text(self) -> &'a str {
        match self {
            Home::Words(text) => text.words(),
            Home::Source(text, _) => text,
        }
    }

    fn is(self, other: Home<'_>) -> bool {
        std::ptr::eq(self.text(), other.text())
    }

    /// Where some of its bytes stand in the source.
    pub fn place(self, range: Range<usize>) -> Range<u32> {
        let mut end = range.end;
        while !self.text().is_char_boundary(end) {
            end += 1;
        }
        match self {
            Home::Words(text) => {
                let span = text.span_of(range.start..end);
                span.start..span.end
            }
            Home::Source(_, from) => from + number(range.start)..from + number(end),
        }
    }
}

/// A stretch of a copy whose bytes stand one after another in its home.
struct Piece<'a> {
    at: usize,
    home: Home<'a>,
    from: usize,
}

/// The copy.
#[derive(Default)]
pub(super) struct Copy<'a> {
    /// Its words.
    pub text: String,
    /// The same in lower case, byte for byte.
    pub low: String,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Copy<'a> {
    /// A copy of all of a home.
    pub fn of(home: Home<'a>) -> Copy<'a> {
        let mut copy = Copy::default();
        copy.plain(home, 0..home.text().len());
        copy.settled()
    }

    /// Adds words that stand for what is at byte `from` of a home.
    pub fn put(&mut self, words: &str, home: Home<'a>, from: usize) {
        let at = self.text.len();
        let goes_on = self.pieces.last().is_some_and(|last| last.home.is(home) && last.from + (at - last.at) == from);
        if !goes_on {
            self.pieces.push(Piece { at, home, from });
        }
        self.text.push_str(words);
    }

    /// Adds part of a home, made plain.
    pub fn plain(&mut self, home: Home<'a>, range: Range<usize>) {
        let (part, from) = (home.text().get(range.clone()).unwrap_or_default(), range.start);
        let is_marked = |b: &u8| {
            !b.is_ascii() || matches!(b, b'*' | b'_' | b'~' | b'`' | b'\\' | b'\t' | b'\n' | b'\r' | b'&' | b'[')
        };
        if !part.bytes().any(|b| is_marked(&b)) {
            return self.put(part, home, from);
        }
        let (mut whole, mut done) = (0, 0);
        for (at, c) in part.char_indices() {
            if at < done || c.is_ascii() && !is_marked(&(c as u8)) || is_letter(c) {
                continue;
            }
            let (before, rest) = part.split_at_checked(at).unwrap_or((part, ""));
            let left = before.chars().next_back().unwrap_or(' ');
            let (plain, length) = plainly(rest, c, left);
            let Some(plain) = plain else { continue };
            self.put(part.get(whole..at).unwrap_or_default(), home, from + whole);
            self.put(plain, home, from + at);
            done = at + length;
            whole = done;
        }
        self.put(part.get(whole..).unwrap_or_default(), home, from + whole);
    }

    /// The copy with nothing more to come: with its lower case.
    pub fn settled(mut self) -> Copy<'a> {
        self.low.clone_from(&self.text);
        self.low.make_ascii_lowercase();
        self
    }

    /// Where a part of the copy stands in the source.
    pub fn place(&self, range: Range<usize>) -> Range<u32> {
        let at = |byte: usize| {
            let piece = self.pieces.partition_point(|piece| piece.at <= byte).checked_sub(1);
            let piece = piece.and_then(|piece| self.pieces.get(piece));
            piece.map_or(0..0, |piece| {
                let from = piece.from + (byte - piece.at);
                piece.home.place(from..from + 1)
            })
        };
        let last = range.end.max(range.start + 1) - 1;
        at(range.start).start..at(last).end
    }
}

fn is_letter(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric() && !matches!(c, '\u{ff01}'..='\u{ff5e}') && circled(c).is_none()
}

/// What stands for the mark that `rest` begins with, after `left`, and how many bytes it takes; `None` for itself.
fn plainly(rest: &str, c: char, left: char) -> (Option<&'static str>, usize) {
    let one = c.len_utf8();
    let plain = match c {
        '\t' => " ; ",
        '\n' | '\r' => " ",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2018}' | '\u{2019}' | '\u{2032}' => "'",
        '\u{201c}' | '\u{201d}' => "\"",
        '\u{2264}' | '\u{2c2}' | '\u{2039}' => "<",
        // Full-width letters and digits, as some keyboards write them.
        '\u{ff01}'..='\u{ff5e}' => {
            let at = (c as usize).saturating_sub(0xff01);
            return (PRINTED.get(at..=at), one);
        }
        '\u{d7}' => "x",
        '\u{2044}' | '\u{2215}' => "/",
        '\u{2192}' | '\u{21d2}' | '\u{2794}' => " -> ",
        // "Three[^1] pupils"
        '[' if rest.starts_with("[^") && left != ' ' => match rest.find(']') {
            Some(end) if end < 12 => return (Some(""), end + 1),
            _ => return (None, one),
        },
        _ if is_unseen(c) => "",
        _ if circled(c).is_some() => return (circled(c), one),
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

/// The printed characters of ASCII, from the exclamation mark on.
const PRINTED: &str =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// The digit in a circle.
fn circled(c: char) -> Option<&'static str> {
    let first = ['\u{2460}', '\u{2776}', '\u{2780}', '\u{278a}'];
    let digit = first.iter().find_map(|first| (c as usize).checked_sub(*first as usize).filter(|digit| *digit < 9))?;
    PRINTED.get(ONE + digit..=ONE + digit)
}

/// Where the digit one stands among them.
const ONE: usize = 16;

/// Whether a character leaves nothing on the page: it parts what it stands in for a machine alone.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}
