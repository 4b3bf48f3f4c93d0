//! The words of a term string: where one ends, and which of them can be part of a term.
//! What they mean beside each other is not told here.

use super::{Scheme, Season, calendar::month};
use std::ops::Range;

/// A run of letters, a run of digits, or one other character that is not a space.
pub struct Token {
    pub kind: Kind,
    pub at: Range<usize>,
    /// No space is before it.
    pub glued: bool,
}

impl Token {
    /// Whether it may say something of a term by itself: without any such token nothing is said.
    pub fn tells(&self) -> bool {
        use Kind::{Month, Name, Number, Quarter, Season, Since};
        matches!(self.kind, Season(_) | Month(_) | Name(_) | Number(..) | Quarter | Since)
    }
}

/// What a token can be to a term.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Season(Season),
    Month(u8),
    /// The church's name of a half-term, 1 to 6.
    Name(u32),
    /// How many digits it has, 0 for "1st" and "first"; and its value.
    Number(u8, u32),
    /// The number of a half, already understood.
    HalfNumber,
    /// Part of a year, already understood.
    Used,
    Term,
    Half,
    Year,
    Quarter,
    /// Beside a season it makes a term of it: "spring report".
    Cue,
    Since,
    /// It makes a range of what is on its two sides: "to", "and".
    Joiner,
    /// It may stand anywhere: "of", "the".
    Filler,
    Word,
    Dash,
    Slash,
    Quote,
    /// The end of "1st", on its own.
    Ordinal,
    Mark,
    /// No token: before the first and after the last.
    End,
}

/// The tokens of a string. "1st" is one; "Spring2" is two, glued.
pub fn split(words: &str, scheme: Scheme) -> Vec<Token> {
    let mut tokens = Vec::<Token>::with_capacity(words.len().div_ceil(4));
    for token in pieces(words, scheme) {
        match tokens.last_mut() {
            Some(Token { kind: Kind::Number(digits, _), at: number, .. })
                if token.glued && token.kind == Kind::Ordinal =>
            {
                (*digits, number.end) = (0, token.at.end);
            }
            _ => tokens.push(token),
        }
    }
    tokens
}

/// Whether there are words that are no part of a term, in a string that says nothing of one, as most that are tried
/// do: nothing is allocated to find that out. `None` where something may be said.
pub fn says_nothing(words: &str, scheme: Scheme) -> Option<bool> {
    let mut rest = false;
    for token in pieces(words, scheme) {
        if token.tells() {
            return None;
        }
        rest |= matches!(token.kind, Kind::Word | Kind::Ordinal);
    }
    Some(rest)
}

/// The tokens of a string, "1st" as two.
fn pieces(words: &str, scheme: Scheme) -> impl Iterator<Item = Token> {
    let (mut rest, mut was_glued) = (words, false);
    std::iter::from_fn(move || {
        loop {
            let first = rest.chars().next()?;
            let end = match first {
                '0'..='9' => rest.find(|c: char| !c.is_ascii_digit()),
                _ if first.is_alphabetic() => letters(rest),
                _ => Some(first.len_utf8()),
            };
            let start = words.len() - rest.len();
            let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after;
            let kind = match first {
                _ if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}') => {
                    was_glued = false;
                    continue;
                }
                '0'..='9' => {
                    Kind::Number(u8::try_from(text.len()).unwrap_or(u8::MAX), text.parse().unwrap_or(u32::MAX))
                }
                '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Kind::Dash,
                '\'' | '’' | '‘' | 'ʼ' => Kind::Quote,
                '/' => Kind::Slash,
                '&' | '+' => Kind::Joiner,
                _ if first.is_alphabetic() => word(text, scheme),
                _ => Kind::Mark,
            };
            let glued = std::mem::replace(&mut was_glued, true);
            return Some(Token { kind, at: start..words.len() - rest.len(), glued });
        }
    })
}

/// Where letters end; nearly all of them are plain ones.
fn letters(rest: &str) -> Option<usize> {
    let plain = rest.bytes().position(|b| !b.is_ascii_alphabetic())?;
    match rest.as_bytes().get(plain) {
        Some(0x80..) => rest.find(|c: char| !c.is_alphabetic()),
        _ => Some(plain),
    }
}

/// What a word is, whatever its case. Most words are none of these, so nothing is allocated to find that out, and
/// bytes are matched, which is done by length and letter, not row by row.
fn word(word: &str, scheme: Scheme) -> Kind {
    let mut lower = [0; "michaelmas".len()];
    let Some(lower) = lower.get_mut(..word.len()) else { return Kind::Word };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let six = scheme == Scheme::SixTerms;
    match &*lower {
        b"autumn" => Kind::Season(Season::Autumn),
        b"spring" => Kind::Season(Season::Spring),
        b"summer" => Kind::Season(Season::Summer),
        b"term" | b"terms" | b"module" => Kind::Term,
        b"half" | b"halfterm" | b"ht" => Kind::Half,
        b"year" => Kind::Year,
        b"quarter" | b"q" => Kind::Quarter,
        b"report" | b"reporting" | b"period" | b"academic" | b"annual" | b"termly" => Kind::Cue,
        b"since" => Kind::Since,
        b"st" | b"nd" | b"rd" | b"th" => Kind::Ordinal,
        b"to" | b"and" | b"until" | b"till" | b"through" => Kind::Joiner,
        b"the" | b"of" | b"in" | b"for" | b"from" | b"between" | b"ending" | b"ended" | b"end" => Kind::Filler,
        b"one" => Kind::Number(1, 1),
        b"two" => Kind::Number(1, 2),
        b"three" => Kind::Number(1, 3),
        b"four" => Kind::Number(1, 4),
        b"five" => Kind::Number(1, 5),
        b"six" => Kind::Number(1, 6),
        b"first" => Kind::Number(0, 1),
        b"second" => Kind::Number(0, 2),
        b"third" => Kind::Number(0, 3),
        b"fourth" => Kind::Number(0, 4),
        b"fifth" => Kind::Number(0, 5),
        b"sixth" => Kind::Number(0, 6),
        b"michaelmas" if six => Kind::Name(1),
        b"advent" if six => Kind::Name(2),
        b"epiphany" if six => Kind::Name(3),
        b"lent" if six => Kind::Name(4),
        b"easter" if six => Kind::Name(5),
        b"trinity" if six => Kind::Name(6),
        word => month(word).map_or(Kind::Word, Kind::Month),
    }
}
