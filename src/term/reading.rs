//! From the parts found in a string to its reading: what they say together, where they contradict, and why no term can be told.
//! It looks at no word again, but for what is between two values.

use super::calendar::{fits, season_of, slot, start_of_year};
use super::line::Line;
use super::words::Kind;
use super::{AcademicYear, Clash, ClashKind, Parts, Reading, Scheme, Season, Shown, Unclear};
use std::ops::Range;

/// What the parts found in a line say together.
pub fn reading(line: &Line) -> Reading {
    let told = Told::by(line);
    let mut parts = told.parts();
    if line.scheme == Scheme::SixTerms {
        parts.shown = Shown::ByNumber;
    }
    let mut clashes = told.clashes(&parts);
    let unclear = unclear(line, &told, &parts);
    let date = line.days > 0 && told.season.value.is_none() && parts.month.is_some();
    let rest = line.rest || date && unclear.is_none() && !line.has(Kind::Term) && !line.has(Kind::Cue);
    if let Some(Unclear::Quarter | Unclear::Range) = unclear {
        // the years of quarters are financial ones
        let kept = !line.is_noted(Unclear::Quarter) && told.academic.value.is_some() && told.academic.other.is_none();
        let year = parts.year.filter(|_| kept);
        (parts, clashes) = (Parts { year, ..Parts::default() }, Vec::new());
    }
    parts.half = parts.half.filter(|_| !rest || parts.season.is_some());
    Reading { parts, unclear, clashes, rest }
}

/// The first reason, in this order, why the parts are no term.
fn unclear(line: &Line, told: &Told, parts: &Parts) -> Option<Unclear> {
    let silent = parts.season.is_none() && parts.month.is_none();
    let year = line.calendar.first().filter(|_| silent && parts.year.is_none());
    let bare = year.is_some_and(|(_, i)| line.stands(*i..*i + 1, [true; 2]));
    let unclear = [
        (line.is_noted(Unclear::Quarter), Unclear::Quarter),
        (told.is_range(line), Unclear::Range),
        (line.is_noted(Unclear::YearsNotConsecutive), Unclear::YearsNotConsecutive),
        (line.is_noted(Unclear::HalfOutOfRange), Unclear::HalfOutOfRange),
        (silent && line.is_noted(Unclear::NumberedTerm), Unclear::NumberedTerm),
        (silent && line.is_noted(Unclear::PartnershipYear), Unclear::PartnershipYear),
        (bare && line.has(Kind::Term), Unclear::NoSeason),
        (bare, Unclear::WholeYear),
    ];
    unclear.into_iter().find_map(|(is, unclear)| is.then_some(unclear))
}

/// What was said of each part.
struct Told {
    season: Said<Season>,
    half: Said<u8>,
    month: Said<u8>,
    academic: Said<u16>,
    calendar: Said<u16>,
}

/// What was said of one part: its first value and its last, where the first is, where one is that differs from it, and whether
/// the two are joined: from and to.
struct Said<T> {
    value: Option<T>,
    last: Option<T>,
    at: Range<usize>,
    other: Option<Range<usize>>,
    joined: bool,
}

impl<T: Copy + PartialEq> Said<T> {
    fn by(line: &Line, found: &[(T, usize)]) -> Said<T> {
        let [first, last] = [found.first(), found.last()];
        let value = first.map(|(value, _)| *value);
        let ends = first.map_or(0, |(_, i)| *i)..last.map_or(0, |(_, i)| *i);
        let other = found.iter().find(|(differs, _)| Some(*differs) != value).map(|(_, i)| line.at(*i));
        let joins = |kind| matches!(kind, Kind::Joiner | Kind::Dash | Kind::Slash);
        Said {
            value,
            last: last.map(|(value, _)| *value),
            at: first.map_or(0..0, |(_, i)| line.at(*i)),
            joined: other.is_some() && ends.into_iter().any(|i| joins(line.kind(i))),
            other,
        }
    }

    /// Two values that nothing joins.
    fn clash(&self, kind: ClashKind) -> Option<Clash> {
        self.other.as_ref().filter(|_| !self.joined).map(|other| clash(kind, &self.at, other))
    }
}

impl Told {
    fn by(line: &Line) -> Told {
        let mut month = Said::by(line, &line.months);
        // "1 October 2013 31 December 2013": two days are from and to
        month.joined |= month.other.is_some() && line.days > 1;
        Told {
            season: Said::by(line, &line.seasons),
            half: Said::by(line, &line.halves),
            month,
            academic: Said::by(line, &line.academic),
            calendar: Said::by(line, &line.calendar),
        }
    }

    /// Whether the months are those of an academic year: September to July or August of the next.
    fn is_year(&self) -> bool {
        let months = self.month.value == Some(9) && matches!(self.month.last, Some(7 | 8));
        let years = self.calendar.last == self.calendar.value.map(|year| year + 1);
        self.month.joined && self.season.value.is_none() && months && years
    }

    /// Whether more than one term was said. Months that all lie in the season are the season, and so are both its halves.
    fn is_range(&self, line: &Line) -> bool {
        let silent = self.season.value.is_none();
        let dated = self.month.value.is_some() || self.calendar.value.is_some();
        let since = line.is_noted(Unclear::Range) && silent && dated;
        let inside = |season| line.months.iter().all(|(month, _)| fits(season, *month));
        let months = self.month.joined && !self.season.value.is_some_and(inside);
        since || self.season.joined || self.academic.joined || (self.calendar.joined || months) && !self.is_year()
    }

    fn parts(&self) -> Parts {
        let month = self.month.value.filter(|_| !self.month.joined);
        let season = self.season.value.or(month.and_then(season_of));
        let start = |calendar| if self.is_year() { Some(calendar) } else { start_of_year(calendar, season, month) };
        Parts {
            year: self.academic.value.or(self.calendar.value.and_then(start)).map(AcademicYear),
            season,
            half: self.half.value.filter(|_| !self.half.joined),
            month,
            shown: Shown::BySeason,
        }
    }

    fn clashes(&self, parts: &Parts) -> Vec<Clash> {
        let astray = parts.season.zip(parts.month).is_some_and(|(season, month)| !fits(season, month));
        let implied = parts.month.and_then(slot).map(|(_, half)| half);
        let half_astray = !astray && parts.half.zip(implied).is_some_and(|(half, implied)| half != implied);
        let clashes = [
            self.season.clash(ClashKind::Season),
            self.half.clash(ClashKind::Half),
            self.month.clash(ClashKind::Month),
            self.academic.clash(ClashKind::Year),
            self.calendar.clash(ClashKind::Year),
            astray.then(|| clash(ClashKind::SeasonMonth, &self.season.at, &self.month.at)),
            half_astray.then(|| clash(ClashKind::HalfMonth, &self.half.at, &self.month.at)),
            self.years_clash(parts),
        ];
        clashes.into_iter().flatten().collect()
    }

    /// An academic year that the calendar year beside it, with the season or the month, is not in.
    fn years_clash(&self, parts: &Parts) -> Option<Clash> {
        let (academic, calendar) = self.academic.value.zip(self.calendar.value).filter(|_| !self.is_year())?;
        let start = start_of_year(calendar, parts.season, parts.month);
        let agree = start.map_or(academic == calendar || academic + 1 == calendar, |start| start == academic);
        let (month, year) = (&self.month.at, &self.calendar.at);
        match parts.month {
            _ if agree => None,
            None => Some(clash(ClashKind::Year, &self.academic.at, year)),
            Some(_) => {
                let date = month.start.min(year.start)..month.end.max(year.end);
                Some(clash(ClashKind::YearMonth, &self.academic.at, &date))
            }
        }
    }
}

fn clash(kind: ClashKind, a: &Range<usize>, b: &Range<usize>) -> Clash {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    Clash { kind, first: first.clone(), second: second.clone() }
}
