//! From words to a reading: which words are parts of a term, and what each number among them counts.
//! How the parts go together is not judged here.

use super::calendar::{calendar_year, month_name, sixth};
use super::line::Line;
use super::reading::reading;
use super::words::{Kind, says_nothing, split};
use super::years::take_years;
use super::{Parts, Reading, Scheme, Unclear};

/// Reads a term out of any string, in time linear in its length. Case, kinds of space and dash, and abbreviated months are all one.
/// Autumn of the calendar year Y is in Y/(Y+1), Spring and Summer in (Y-1)/Y: the Department for Education labels a term with its
/// academic year. A season or month that merely stands in a sentence ("it may help") is not taken for one.
pub fn read(words: &str, scheme: Scheme) -> Reading {
    if let Some(rest) = says_nothing(words, scheme) {
        return Reading { parts: Parts::default(), unclear: None, clashes: Vec::new(), rest };
    }
    let mut line = Line::new(split(words, scheme), scheme);
    line.drop_strays();
    take_years(&mut line);
    for i in 0..line.tokens.len() {
        line.take(i);
    }
    reading(&line)
}

/// Reads a term from the values of a map (`academic_year`, `term` or `season`, `half`, `month`), words or numbers, each optional.
/// The ranges of its clashes are empty.
pub fn from_fields(
    year: Option<&str>,
    season: Option<&str>,
    half: Option<&str>,
    month: Option<&str>,
    scheme: Scheme,
) -> Reading {
    let number = |text: &str| text.trim().parse::<u8>().ok();
    let before_number = |mark, text: &str| if number(text).is_some() { mark } else { "" };
    let words = [
        season.map(|season| format!("{}{season}", before_number("term ", season))),
        half.map(|half| format!("half {half} half")),
        month.map(|month| number(month).and_then(month_name).unwrap_or(month).to_owned()),
        year.map(|year| format!("{}{}", before_number("'", year), year.trim())),
    ];
    let mut reading = read(&words.into_iter().flatten().collect::<Vec<_>>().join("; "), scheme);
    reading.clashes.iter_mut().for_each(|clash| (clash.first, clash.second) = (0..0, 0..0));
    reading
}

impl Line {
    /// Seasons and months of a sentence ("spring clean day", "it may help", April Jones) become plain words.
    fn drop_strays(&mut self) {
        let is_stray = |i: &usize| match self.kind(*i) {
            Kind::Season(_) | Kind::Name(_) => !self.stands(*i..*i + 1, [true; 2]),
            Kind::Month(_) => !self.stands(*i..*i + 1, [false; 2]),
            _ => false,
        };
        let strays: Vec<usize> = (0..self.tokens.len()).filter(is_stray).collect();
        strays.into_iter().for_each(|i| self.set(i..i + 1, Kind::Word));
    }

    fn take(&mut self, i: usize) {
        match self.kind(i) {
            Kind::Season(season) => self.seasons.push((season, i)),
            Kind::Month(month) => self.months.push((month, i)),
            Kind::Name(number) => self.take_sixth(number, i),
            Kind::Number(digits, value) => self.take_number(i, digits, value),
            Kind::Since => self.notes.push(Unclear::Range),
            Kind::Quarter => {
                let around = [self.kind_before(i), self.kind(i + 1)];
                self.rest |= !matches!(around, [Kind::Number(0, _), _] | [_, Kind::Number(1, _)]);
            }
            Kind::Word | Kind::Ordinal => self.rest = true,
            _ => {}
        }
    }

    fn take_number(&mut self, i: usize, digits: u8, value: u32) {
        let lead = self.lead(i);
        let (before, after) = (self.kind_before(i), self.kind(i + 1));
        let noun = self.kind(i + 1 + usize::from(matches!(after, Kind::Dash | Kind::Filler)));
        // "Summer Term 5" where terms are numbered
        let six = self.scheme == Scheme::SixTerms && lead.counted == Kind::Term;
        let named = sixth(value).filter(|(season, _)| six && lead.part == Kind::Season(*season));
        let season = matches!(lead.part, Kind::Season(_));
        let anchored = lead.counted != Kind::End || season || lead.part == Kind::Quarter;
        let counts = digits == 1 && anchored && !lead.marked && (!season || value < 3 || named.is_some());
        let year = calendar_year(digits, value).map(|year| (year, i));
        match (lead.part, digits) {
            (_, 4) if year.is_some() => self.calendar.extend(year),
            (_, 2) if before == Kind::Quote && self.is_glued(i) => self.calendar.extend(year),
            // "second half of", "third term", "1st quarter"
            (_, 0) if noun == Kind::Half => self.take_half(value, i),
            (_, 0) if noun == Kind::Term => self.take_sixth(value, i),
            (_, 0) if noun == Kind::Quarter => self.notes.push(Unclear::Quarter),
            // "4th of March", but not the 1 of "Term 1 October"
            (_, 0..=2) if !counts && value < 32 && matches!(noun, Kind::Month(_)) && after != Kind::Dash => {
                self.days += 1;
            }
            (Kind::Quarter, 1) => self.notes.push(Unclear::Quarter),
            (Kind::Season(_), 1) => self.take_half(named.map_or(value, |(_, half)| half.into()), i),
            // "Autumn, 24 schools", "March 24 2025", "October 24", "May 4"
            (Kind::Season(_), 2) if lead.marked && after == Kind::Word => self.rest = true,
            (Kind::Month(_), 2) if matches!(after, Kind::Number(4, _)) => self.days += 1,
            (Kind::Season(_) | Kind::Month(_), 2) => self.calendar.extend(year),
            (Kind::Month(_), 0 | 1) => self.days += 1,
            // "half 2", "Term 3", the 2 of "Autumn 1 and 2"
            (_, 1) if lead.counted == Kind::Half && value < 3 => self.take_half(value, i),
            (_, 1) if lead.counted != Kind::End => self.take_sixth(value, i),
            (Kind::HalfNumber, 1) if value < 3 => self.take_half(value, i),
            _ => {
                let opens = before == Kind::Year && self.sides(i - 1..i, [true; 2]).first() == Some(&Kind::End);
                self.notes.extend((opens && digits < 3).then_some(Unclear::PartnershipYear));
                self.rest = true;
            }
        }
    }

    fn take_half(&mut self, number: u32, i: usize) {
        match number {
            1 => self.halves.push((1, i)),
            2 => self.halves.push((2, i)),
            _ => self.notes.push(Unclear::HalfOutOfRange),
        }
        self.set(i..i + 1, Kind::HalfNumber);
    }

    fn take_sixth(&mut self, number: u32, i: usize) {
        match sixth(number).filter(|_| self.scheme == Scheme::SixTerms) {
            Some((season, half)) => {
                self.seasons.push((season, i));
                self.take_half(half.into(), i);
            }
            None => self.notes.push(Unclear::NumberedTerm),
        }
    }
}
