//! A term: academic year, season, half or none, month or none; and how officers write one.
//! `read` takes any string apart without guessing: what could mean two things is an `Unclear`, what contradicts itself a `Clash`.
//! It does not judge, find or word messages, and knows no dates of an authority's terms.

mod calendar;
mod line;
mod read;
mod reading;
#[cfg(test)]
mod tests;
mod words;
mod years;

pub use calendar::{day, days_in, month_name};
pub use read::{from_fields, read};

use calendar::{fits, number_of, slot};
use std::hash::{Hash, Hasher};
use std::{cmp::Ordering, fmt, ops::Range};

/// One of the three terms of a school year, in their order within it. Their dates differ between authorities: Solihull's of 2024/25
/// were 2 September to 20 December, 6 January to 11 April, 28 April to 21 July; Kent's spring ended a week earlier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Season {
    /// September to December.
    Autumn,
    /// January to about Easter.
    Spring,
    /// About Easter to July.
    Summer,
}

/// The academic year by the calendar year in which it starts: 2023 is 2023/24, and shown so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AcademicYear(pub u16);

/// A term as far as it was stated. Shown as "Spring 2 2023/24" ("Term 4 2023/24" where six terms are counted), or
/// "Autumn 2024/25" without a half; the month is not shown.
/// Ordered by year, season, place in the season (the half, else what the month implies; neither comes first), month from September.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// The year it is labelled with, which is academic even where the calendar year was written.
    pub year: AcademicYear,
    /// The season, or the one that the month is in.
    pub season: Season,
    /// The half of the season, 1 or 2, if stated: a break of a week or two divides each.
    pub half: Option<u8>,
    /// The month of the report, 1 to 12, if stated.
    pub month: Option<u8>,
    /// How it is shown.
    pub shown: Shown,
}

/// How the authority counts its terms, which no string says.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Scheme {
    /// Three terms of two halves. A number alone is unclear, because five-term schools exist: their Term 3 is January to March.
    #[default]
    ThreeTerms,
    /// The same, with a report for every half: "Spring 1" and "Spring 2" are two.
    HalfTerms,
    /// "Term 1" to "Term 6", "Module 1" to "6" (an academy) and Michaelmas, Advent, Epiphany, Lent, Easter, Trinity (a church
    /// school) are Autumn 1 to Summer 2, in the order in which schools in Kent print them.
    SixTerms,
}

/// What was said of a term, part by part. Also a filter: see [`Term::matches`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The academic year, written as one or told by a calendar year with a season or month.
    pub year: Option<AcademicYear>,
    /// The season, or the one that the month is in.
    pub season: Option<Season>,
    /// The half of the season, 1 or 2.
    pub half: Option<u8>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// How the term is shown.
    pub shown: Shown,
}

/// How a term is shown. It is no part of what the term is: "Term 6 2024/25" and "Summer 2 2024/25" are one.
#[derive(Clone, Copy, Default, Debug)]
pub enum Shown {
    /// "Summer 2 2024/25".
    #[default]
    BySeason,
    /// "Term 6 2024/25", where the authority counts six terms.
    ByNumber,
}

/// Why no term can be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unclear {
    /// Nothing of a term was said.
    Nothing,
    /// "Q3 2013-14": councils count quarters from April, a strategy from its own start.
    Quarter,
    /// A year and no part of it: "2023/24", "1 September 2021 - 31 August 2022".
    WholeYear,
    /// Months, seasons or years from and to, or since: "April to September 2009", "Autumn and Spring 2023/24".
    Range,
    /// "Year 3": the year of a partnership.
    PartnershipYear,
    /// "Term 3", where terms are not numbered.
    NumberedTerm,
    /// "Autumn term": the year must come from elsewhere.
    NoYear,
    /// "April 2016", "Term report 2024".
    NoSeason,
    /// "2023/25": by the Department for Education's standard the two years of an academic year follow each other.
    YearsNotConsecutive,
    /// "Spring 3".
    HalfOutOfRange,
}

/// A contradiction inside one string, as byte ranges of that string, the earlier first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// What contradicts what.
    pub kind: ClashKind,
    /// The words that come first in the string.
    pub first: Range<usize>,
    /// The words that contradict them.
    pub second: Range<usize>,
}

/// What contradicts what. Two values of one part are no contradiction where a word or dash joins them to a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClashKind {
    /// "Summer 1 - March".
    SeasonMonth,
    /// "Spring 1 - March". Only months that lie in one half everywhere: not February, April or August.
    HalfMonth,
    /// "2023/24, October 2024".
    YearMonth,
    /// "Autumn Spring 2024".
    Season,
    /// "Spring 1 2023/24, Spring 2".
    Half,
    /// "April 2025 May 2025".
    Month,
    /// "Autumn 2023, Autumn 2024".
    Year,
}

/// What a string said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What is understood; of a contradiction, what was said first.
    pub parts: Parts,
    /// Why no term can be told, where more was said than parts can hold. [`Reading::term`] also knows which part is missing.
    pub unclear: Option<Unclear>,
    /// The contradictions.
    pub clashes: Vec<Clash>,
    /// Whether it held words that are no part of a term.
    pub rest: bool,
}

/// Which part of two readings of one report (header, heading, path) differs; `None` if they agree. A missing part never contradicts.
pub fn differ(a: &Parts, b: &Parts) -> Option<ClashKind> {
    fn apart<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
        a.zip(b).is_some_and(|(a, b)| a != b)
    }
    let season_month = |a: &Parts, b: &Parts| a.season.zip(b.month).is_some_and(|(season, month)| !fits(season, month));
    let half_month =
        |a: &Parts, b: &Parts| a.half.zip(b.month.and_then(slot)).is_some_and(|(half, slot)| half != slot.1);
    [
        (apart(a.year, b.year), ClashKind::Year),
        (apart(a.season, b.season), ClashKind::Season),
        (season_month(a, b) || season_month(b, a), ClashKind::SeasonMonth),
        (apart(a.half, b.half), ClashKind::Half),
        (apart(a.month, b.month), ClashKind::Month),
        (half_month(a, b) || half_month(b, a), ClashKind::HalfMonth),
    ]
    .into_iter()
    .find_map(|(differs, kind)| differs.then_some(kind))
}

impl PartialEq for Shown {
    fn eq(&self, _: &Shown) -> bool {
        true
    }
}

impl Eq for Shown {}

impl Hash for Shown {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Season {
    /// "autumn", for keys and JSON.
    pub fn key(self) -> &'static str {
        match self {
            Season::Autumn => "autumn",
            Season::Spring => "spring",
            Season::Summer => "summer",
        }
    }
    /// "Autumn", for people.
    pub fn name(self) -> &'static str {
        match self {
            Season::Autumn => "Autumn",
            Season::Spring => "Spring",
            Season::Summer => "Summer",
        }
    }
}

impl Term {
    /// Whether every part the filter states is true of this term: "Spring", "2023/24" and "Spring 2" all match Spring 2 2023/24.
    pub fn matches(&self, filter: &Parts) -> bool {
        filter.year.is_none_or(|year| year == self.year)
            && filter.season.is_none_or(|season| season == self.season)
            && filter.half.is_none_or(|half| Some(half) == self.half_or_implied())
            && filter.month.is_none_or(|month| Some(month) == self.month)
    }
    /// Whether two reports of one district for these terms are duplicates: one season, and neither halves nor months that differ.
    pub fn same_slot(&self, other: &Term) -> bool {
        let agree = |a: Option<u8>, b: Option<u8>| a.is_none() || b.is_none() || a == b;
        (self.year, self.season) == (other.year, other.season)
            && agree(self.half, other.half)
            && agree(self.month, other.month)
    }
    /// The terms that lie between this one and a later one, by season: none between Spring 1 and Summer 2.
    #[must_use]
    pub fn between(&self, later: &Term) -> Vec<(AcademicYear, Season)> {
        const SEASONS: [Season; 3] = [Season::Autumn, Season::Spring, Season::Summer];
        let place = |term: &Term| usize::from(term.year.0) * SEASONS.len() + term.season as usize;
        let season = |at: usize| SEASONS.get(at % SEASONS.len()).copied().unwrap_or(Season::Autumn);
        let year = |at: usize| AcademicYear(u16::try_from(at / SEASONS.len()).unwrap_or(u16::MAX));
        (place(self) + 1..place(later)).map(|at| (year(at), season(at))).collect()
    }
    /// The half as stated, else as the month safely implies it.
    pub fn half_or_implied(&self) -> Option<u8> {
        self.half.or_else(|| self.month.and_then(slot).filter(|slot| slot.0 == self.season).map(|slot| slot.1))
    }
}

impl Term {
    /// This term against a limit: by year, then season, then half, as far as both say; equal to one without a year.
    pub fn against(&self, limit: &Parts) -> Ordering {
        let Some(year) = limit.year else { return Ordering::Equal };
        let Some(season) = limit.season else { return self.year.cmp(&year) };
        let halves = self.half_or_implied().zip(limit.half).map_or(Ordering::Equal, |(a, b)| a.cmp(&b));
        self.year.cmp(&year).then(self.season.cmp(&season)).then(halves)
    }
}

impl Ord for Term {
    fn cmp(&self, other: &Term) -> Ordering {
        let key = |t: &Term| (t.year, t.season, t.half_or_implied(), t.month.map(|month| (month < 9, month)), t.half);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Term {
    fn partial_cmp(&self, other: &Term) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}/{:02}", self.0, (self.0 % 100 + 1) % 100)
    }
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match (self.shown, self.half) {
            (Shown::ByNumber, Some(half)) => write!(out, "Term {} ", number_of(self.season, half))?,
            (_, half) => {
                write!(out, "{} ", self.season.name())?;
                half.map_or(Ok(()), |half| write!(out, "{half} "))?;
            }
        }
        self.year.fmt(out)
    }
}

impl Parts {
    /// These parts, and from `other` what is missing; no half or month of another season.
    pub fn or(self, other: Parts) -> Parts {
        let same = self.season.is_none() || other.season.is_none() || self.season == other.season;
        let (half, month) = if same { (other.half, other.month) } else { (None, None) };
        Parts {
            year: self.year.or(other.year),
            season: self.season.or(other.season),
            half: self.half.or(half),
            month: self.month.or(month),
            shown: if matches!(self.shown, Shown::ByNumber) { self.shown } else { other.shown },
        }
    }
    /// The term, where year and season are known; else what is not.
    pub fn term(&self) -> Result<Term, Unclear> {
        match (self.year, self.season) {
            _ if self.half.is_some_and(|half| !(1..=2).contains(&half)) => Err(Unclear::HalfOutOfRange),
            (Some(year), Some(season)) => {
                Ok(Term { year, season, half: self.half, month: self.month, shown: self.shown })
            }
            (None, Some(_)) => Err(Unclear::NoYear),
            (_, None) if self.half.or(self.month).is_some() => Err(Unclear::NoSeason),
            (Some(_), None) => Err(Unclear::WholeYear),
            (None, None) => Err(Unclear::Nothing),
        }
    }
}

impl Reading {
    /// The term, or why there is none. Clashes do not prevent one: it then holds what was said first.
    pub fn term(&self) -> Result<Term, Unclear> {
        self.unclear.map_or_else(|| self.parts.term(), Err)
    }
    /// Whether the string is nothing but a term or an unclear one: the line "Autumn October 2024", not a sentence, title or bare date.
    pub fn is_term(&self) -> bool {
        self.has_any() && !self.rest
    }
    /// Whether anything of a term was said, understood or not.
    pub fn has_any(&self) -> bool {
        self.parts != Parts::default() || self.unclear.is_some()
    }
}
