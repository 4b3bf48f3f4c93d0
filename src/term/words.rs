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
    let (mut rest, mut glued) = (words, false);
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '0'..='9' => rest.find(|c: char| !c.is_ascii_digit()),
            _ if first.is_alphabetic() => rest.find(|c: char| !c.is_alphabetic()),
            _ => Some(first.len_utf8()),
        };
        let start = words.len() - rest.len();
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let kind = match first {
            _ if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}') => {
                glued = false;
                continue;
            }
            '0'..='9' => Kind::Number(u8::try_from(text.len()).unwrap_or(u8::MAX), text.parse().unwrap_or(u32::MAX)),
            '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Kind::Dash,
            '\'' | '’' | '‘' | 'ʼ' => Kind::Quote,
            '/' => Kind::Slash,
            '&' | '+' => Kind::Joiner,
            _ if first.is_alphabetic() => word(text, scheme),
            _ => Kind::Mark,
        };
        let at = start..words.len() - rest.len();
        match tokens.last_mut() {
            Some(Token { kind: Kind::Number(digits, _), at: number, .. }) if glued && kind == Kind::Ordinal => {
                (*digits, number.end) = (0, at.end);
            }
            _ => tokens.push(Token { kind, at, glued }),
        }
        glued = true;
    }
    tokens
}

/// What a word is, whatever its case. Most words are none of these, so nothing is allocated to find that out.
fn word(word: &str, scheme: Scheme) -> Kind {
    let mut lower = [0; "michaelmas".len()];
    let Some(lower) = lower.get_mut(..word.len()) else { return Kind::Word };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let word = str::from_utf8(lower).unwrap_or_default();
    let place = |names: [&str; 6]| (1..).zip(names).find(|(_, name)| *name == word).map(|(number, _)| number);
    match word {
        "autumn" => Kind::Season(Season::Autumn),
        "spring" => Kind::Season(Season::Spring),
        "summer" => Kind::Season(Season::Summer),
        "term" | "terms" | "module" => Kind::Term,
        "half" | "halfterm" | "ht" => Kind::Half,
        "year" => Kind::Year,
        "quarter" | "q" => Kind::Quarter,
        "report" | "reporting" | "period" | "academic" | "annual" | "termly" => Kind::Cue,
        "since" => Kind::Since,
        "st" | "nd" | "rd" | "th" => Kind::Ordinal,
        "to" | "and" | "until" | "till" | "through" => Kind::Joiner,
        "the" | "of" | "in" | "for" | "from" | "between" | "ending" | "ended" | "end" => Kind::Filler,
        _ => (month(word).map(Kind::Month))
            .or_else(|| place(NUMBERS).map(|number| Kind::Number(1, number)))
            .or_else(|| place(ORDINALS).map(|number| Kind::Number(0, number)))
            .or_else(|| place(NAMES).filter(|_| scheme == Scheme::SixTerms).map(Kind::Name))
            .unwrap_or(Kind::Word),
    }
}

const NUMBERS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
const NAMES: [&str; 6] = ["michaelmas", "advent", "epiphany", "lent", "easter", "trinity"];
