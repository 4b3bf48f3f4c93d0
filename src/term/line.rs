//! One string on its way from words to a reading: its tokens, what is beside each, and what was found in them so far.
//! It tells what stands where, not what that means.

use super::Unclear;
use super::words::{Kind, Token};
use super::{Scheme, Season};
use std::ops::Range;

/// The tokens, and the values found in them, each with the token that said it.
pub struct Line {
    pub tokens: Vec<Token>,
    pub scheme: Scheme,
    pub seasons: Vec<(Season, usize)>,
    pub halves: Vec<(u8, usize)>,
    pub months: Vec<(u8, usize)>,
    /// Academic years, by the calendar year in which they start.
    pub academic: Vec<(u16, usize)>,
    pub calendar: Vec<(u16, usize)>,
    /// How many days of a month.
    pub days: usize,
    pub notes: Vec<Unclear>,
    /// Whether some word is no part of a term.
    pub rest: bool,
}

/// What is before a number.
pub struct Lead {
    /// The nearest token that is more than punctuation and cue words.
    pub part: Kind,
    /// `Half` or `Term` if that word is between, else `End`.
    pub counted: Kind,
    /// Whether punctuation is between.
    pub marked: bool,
}

impl Line {
    pub fn new(tokens: Vec<Token>, scheme: Scheme) -> Line {
        let (seasons, halves, months, academic, calendar) = Default::default();
        Line { tokens, scheme, seasons, halves, months, academic, calendar, days: 0, notes: Vec::new(), rest: false }
    }

    pub fn kind(&self, i: usize) -> Kind {
        self.tokens.get(i).map_or(Kind::End, |token| token.kind)
    }
    pub fn kind_before(&self, i: usize) -> Kind {
        i.checked_sub(1).map_or(Kind::End, |i| self.kind(i))
    }
    pub fn at(&self, i: usize) -> Range<usize> {
        self.tokens.get(i).map_or(0..0, |token| token.at.clone())
    }
    pub fn is_glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.glued)
    }
    pub fn has(&self, kind: Kind) -> bool {
        self.tokens.iter().any(|token| token.kind == kind)
    }
    pub fn is_noted(&self, unclear: Unclear) -> bool {
        self.notes.contains(&unclear)
    }
    pub fn set(&mut self, tokens: Range<usize>, kind: Kind) {
        self.tokens.get_mut(tokens).into_iter().flatten().for_each(|token| token.kind = kind);
    }

    /// What is next to these tokens on both sides, cue words counted or not: `Used` for part of a term, `End` for the end or a word
    /// beyond punctuation, else `Word`.
    pub fn sides(&self, at: Range<usize>, cues: [bool; 2]) -> [Kind; 2] {
        let [before, after] = cues;
        [side(self.tokens.iter().take(at.start).rev(), before), side(self.tokens.iter().skip(at.end), after)]
    }
    /// Whether these tokens belong to a term: beside another part of one, or alone.
    pub fn stands(&self, at: Range<usize>, cues: [bool; 2]) -> bool {
        let sides = self.sides(at, cues);
        sides.contains(&Kind::Used) || sides == [Kind::End; 2]
    }
    /// What a number at this place counts.
    pub fn lead(&self, i: usize) -> Lead {
        let mut lead = Lead { part: Kind::End, counted: Kind::End, marked: false };
        for token in self.tokens.iter().take(i).rev() {
            match token.kind {
                Kind::Half => lead.counted = Kind::Half,
                Kind::Term if lead.counted == Kind::End => lead.counted = Kind::Term,
                Kind::Mark => lead.marked = true,
                Kind::Term | Kind::Cue | Kind::Dash | Kind::Slash | Kind::Quote | Kind::Joiner => {}
                part => return Lead { part, ..lead },
            }
        }
        lead
    }
}

fn side<'a>(tokens: impl Iterator<Item = &'a Token>, cues: bool) -> Kind {
    let mut marked = false;
    for token in tokens {
        match token.kind {
            Kind::Word | Kind::Ordinal if marked => return Kind::End,
            Kind::Word | Kind::Ordinal => return Kind::Word,
            Kind::Mark | Kind::Dash | Kind::Slash => marked = true,
            Kind::Quote | Kind::Filler | Kind::Joiner | Kind::Since => {}
            Kind::Cue | Kind::Term | Kind::Half | Kind::Year if !cues => {}
            _ => return Kind::Used,
        }
    }
    Kind::End
}
