//! A term: academic year, season, half or none, month or none; and how officers write one.
//! `read` takes any string apart without guessing: what could mean two things is an `Unclear`, what contradicts itself a `Clash`.
//! It does not judge, find or word messages, and knows no dates of an authority's terms.

use std::{cmp::Ordering, fmt, ops::Range};

/// One of the three terms of a school year, in their order within it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Season {
    /// September to December.
    Autumn,
    /// January to Easter.
    Spring,
    /// Easter to July.
    Summer,
}

/// The academic year by the calendar year in which it starts: 2023 is 2023/24, and shown so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AcademicYear(pub u16);

/// A term as far as it was stated. Shown as "Spring 2 2023/24", or "Autumn 2024/25" without a half; the month is not shown.
/// Ordered by year, season, place in the season (the half, else what the month implies; neither comes first), month from September.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// The academic year.
    pub year: AcademicYear,
    /// The season.
    pub season: Season,
    /// The half of the season, 1 or 2, if one is stated.
    pub half: Option<u8>,
    /// The month, 1 to 12, if one is stated.
    pub month: Option<u8>,
}

/// How the authority counts its terms. With `SixTerms`, "Term 1" to "Term 6", "Module 1" to "6" (an academy) and Michaelmas, Advent,
/// Epiphany, Lent, Easter, Trinity (a church school) are Autumn 1 to Summer 2, in the order Kent prints them. With `ThreeTerms` a
/// number alone is unclear, because five-term schools exist: their Term 3 is January to March.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Scheme {
    /// Three terms of two halves.
    #[default]
    ThreeTerms,
    /// Six numbered terms.
    SixTerms,
}

/// What was said of a term, part by part. Also a filter: see [`Term::matches`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The academic year.
    pub year: Option<AcademicYear>,
    /// The season.
    pub season: Option<Season>,
    /// The half of the season, 1 or 2.
    pub half: Option<u8>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
}

/// Why no term can be told: a council or strategy quarter, a whole year, months or seasons from and to, the year of a partnership
/// ("Year 3"), a number in no known scheme, a part not stated, "2023/25" (DfE: the two years must be consecutive), "Spring 3".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unclear {
    /// No word of it is about a term.
    Nothing,
    /// A quarter.
    Quarter,
    /// A whole academic year.
    WholeYear,
    /// From one month, season or year to another.
    Range,
    /// A year of a partnership or strategy: "Year 3".
    PartnershipYear,
    /// A number that means a term in no known scheme: "Term 4".
    NumberedTerm,
    /// A season without an academic year.
    NoYear,
    /// An academic year without a season.
    NoSeason,
    /// Two years that do not follow each other: "2023/25".
    YearsNotConsecutive,
    /// A half other than 1 and 2: "Spring 3".
    HalfOutOfRange,
}

/// A contradiction inside one string, as byte ranges of that string, the earlier first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// What contradicts what.
    pub kind: ClashKind,
    /// Where the one stands.
    pub first: Range<usize>,
    /// Where the other stands.
    pub second: Range<usize>,
}

/// What contradicts what: "Summer 1 - March" is `SeasonMonth`, "Spring 1 - March" `HalfMonth`, "2023/24, October 2024" `YearMonth`;
/// `Season`, `Half`, `Month` and `Year` are two different ones that no word or dash joins to a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClashKind {
    /// A season and a month that lies in another.
    SeasonMonth,
    /// A half and a month that lies in the other.
    HalfMonth,
    /// An academic year and a calendar month outside it.
    YearMonth,
    /// Two seasons.
    Season,
    /// Two halves.
    Half,
    /// Two months.
    Month,
    /// Two academic years.
    Year,
}

/// What a string said. `rest`: it held words that are no part of a term.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What was said, part by part.
    pub parts: Parts,
    /// Why no term can be told, if none can.
    pub unclear: Option<Unclear>,
    /// What contradicts itself in it.
    pub clashes: Vec<Clash>,
    /// Whether words are left that are no part of a term.
    pub rest: bool,
}

/// Reads a term out of any string, in time linear in its length. Case, kinds of space and dash, and abbreviated months are all one.
/// Autumn of the calendar year Y is in Y/(Y+1), Spring and Summer in (Y-1)/Y (DfE: a term is labelled with its academic year).
/// A season or month that merely stands in a sentence ("it may help") is not taken for one.
pub fn read(words: &str, scheme: Scheme) -> Reading {
    let mut line = Line { tokens: lex(words, scheme), six: scheme == Scheme::SixTerms, ..Line::default() };
    line.drop_strays();
    line.take_pairs();
    for i in 0..line.tokens.len() {
        line.take(i);
    }
    line.reading()
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
    let mut words =
        season.map_or(String::new(), |s| format!("{}{s}; ", if number(s).is_some() { "term " } else { "" }));
    words += &half.map_or(String::new(), |h| format!("half {h} half; "));
    words += &month.map_or(String::new(), |m| format!("{}; ", number(m).and_then(month_name).unwrap_or(m)));
    words += &year.map_or(String::new(), |y| format!("{}{}", if number(y).is_some() { "'" } else { "" }, y.trim()));
    let mut reading = read(&words, scheme);
    reading.clashes.iter_mut().for_each(|clash| (clash.first, clash.second) = (0..0, 0..0));
    reading
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

/// The English name of month 1 to 12.
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
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
    /// The half as stated, else as the month safely implies it.
    pub fn half_or_implied(&self) -> Option<u8> {
        self.half.or_else(|| self.month.and_then(slot).filter(|slot| slot.0 == self.season).map(|slot| slot.1))
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
        write!(out, "{} ", self.season.name())?;
        self.half.map_or(Ok(()), |half| write!(out, "{half} "))?;
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
        }
    }
    /// The term, where year and season are known; else what is not.
    pub fn term(&self) -> Result<Term, Unclear> {
        match (self.year, self.season) {
            _ if self.half.is_some_and(|half| !(1..=2).contains(&half)) => Err(Unclear::HalfOutOfRange),
            (Some(year), Some(season)) => Ok(Term { year, season, half: self.half, month: self.month }),
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

const SEASONS: [Season; 3] = [Season::Autumn, Season::Spring, Season::Summer];
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/// The season a month is in; not April, which Easter moves, nor August, between two years.
fn season_of(month: u8) -> Option<Season> {
    match month {
        9..=12 => Some(Season::Autumn),
        1..=3 => Some(Season::Spring),
        5..=7 => Some(Season::Summer),
        _ => None,
    }
}

/// The half a month lies in, where every authority agrees: not February, with its break in the middle.
fn slot(month: u8) -> Option<(Season, u8)> {
    let half = if matches!(month, 9 | 10 | 1 | 5) { 1 } else { 2 };
    season_of(month).filter(|_| month != 2).map(|season| (season, half))
}

/// Whether a report of that season may bear that month. August contradicts nothing.
fn fits(season: Season, month: u8) -> bool {
    season_of(month).is_none_or(|known| known == season) && (month, season) != (4, Season::Autumn)
}

/// The half-terms 1 to 6 of the year.
fn sixth(number: u32) -> Option<(Season, u32)> {
    let place = number.checked_sub(1)?;
    SEASONS.into_iter().nth(place as usize / 2).map(|season| (season, place % 2 + 1))
}

/// A calendar year of two or four digits.
fn calendar(digits: u8, value: u32) -> Option<u16> {
    let year = match digits {
        4 => value,
        2 if value < 80 => 2000 + value,
        2 => 1900 + value,
        _ => return None,
    };
    u16::try_from(year).ok().filter(|year| (1950..2100).contains(year))
}

/// `Number` holds its count of digits, 0 for "1st" and "first". `Name` is the church's name of a half-term. `Cue` words, beside a
/// season, make it one; `Filler` may stand anywhere. `HalfNumber` and `Used` are numbers already understood.
#[derive(Clone, Copy, PartialEq)]
#[rustfmt::skip]
enum Kind {
    Season(Season), Month(u8), Name(u32), Number(u8, u32), HalfNumber, Used, Term, Half, Year, Quarter, Cue,
    Since, Joiner, Filler, Word, Dash, Slash, Quote, Ordinal, Mark, End,
}

struct Token {
    kind: Kind,
    at: Range<usize>,
    glued: bool,
}

fn lex(words: &str, scheme: Scheme) -> Vec<Token> {
    let class = |c: char| if c.is_ascii_digit() { 0 } else { 2 - u8::from(c.is_alphabetic()) };
    let mut tokens = Vec::<Token>::new();
    let (mut glued, mut chars) = (false, words.char_indices().peekable());
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        let more = |c: char| class(first) < 2 && class(c) == class(first);
        while let Some((at, next)) = chars.next_if(|(_, next)| more(*next)) {
            end = at + next.len_utf8();
        }
        let text = words.get(start..end).unwrap_or_default();
        let digits = u8::try_from(text.len()).unwrap_or(u8::MAX);
        let kind = match first {
            _ if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}') => {
                glued = false;
                continue;
            }
            '0'..='9' => Kind::Number(digits, text.parse().unwrap_or(u32::MAX)),
            '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Kind::Dash,
            '\'' | '’' | '‘' | 'ʼ' => Kind::Quote,
            '/' => Kind::Slash,
            '&' | '+' => Kind::Joiner,
            _ if class(first) == 1 => word(&text.to_lowercase(), scheme),
            _ => Kind::Mark,
        };
        match tokens.last_mut() {
            Some(Token { kind: Kind::Number(digits, _), at, .. }) if glued && kind == Kind::Ordinal => {
                (*digits, at.end) = (0, end);
            }
            _ => tokens.push(Token { kind, at: start..end, glued }),
        }
        glued = true;
    }
    tokens
}

fn word(word: &str, scheme: Scheme) -> Kind {
    let place = |names: &str| (1..).zip(names.split(' ')).find(|(_, name)| *name == word).map(|(number, _)| number);
    let opens = |month: &str| word.len() > 2 && month.to_lowercase().starts_with(word);
    let names = "michaelmas advent epiphany lent easter trinity";
    match word {
        "term" | "terms" | "module" => Kind::Term,
        "half" | "halfterm" | "ht" => Kind::Half,
        "year" => Kind::Year,
        "quarter" | "q" => Kind::Quarter,
        "report" | "reporting" | "period" | "academic" | "annual" | "termly" => Kind::Cue,
        "since" => Kind::Since,
        "st" | "nd" | "rd" | "th" => Kind::Ordinal,
        "to" | "and" | "until" | "till" | "through" => Kind::Joiner,
        "the" | "of" | "in" | "for" | "from" | "between" | "ending" | "ended" | "end" => Kind::Filler,
        _ => None
            .or_else(|| SEASONS.into_iter().find(|season| season.key() == word).map(Kind::Season))
            .or_else(|| (1..).zip(MONTHS).find(|(_, month)| opens(month)).map(|(month, _)| Kind::Month(month)))
            .or_else(|| place("one two three four five six").map(|number| Kind::Number(1, number)))
            .or_else(|| place("first second third fourth fifth sixth").map(|number| Kind::Number(0, number)))
            .or_else(|| place(names).filter(|_| scheme == Scheme::SixTerms).map(Kind::Name))
            .unwrap_or(Kind::Word),
    }
}

#[derive(Clone, Copy, PartialEq)]
#[rustfmt::skip]
enum Part { Season, Half, Month, AcademicYear, CalendarYear }

/// What was said of one part: its first value, where, where another value is, and whether a joining word or dash is between.
#[derive(Default)]
struct Said {
    value: Option<u16>,
    at: Range<usize>,
    other: Option<Range<usize>>,
    joined: bool,
}

/// One string on its way from tokens to a reading.
#[derive(Default)]
struct Line {
    tokens: Vec<Token>,
    six: bool,
    /// values with the token that said them; seasons as their place in the year
    found: Vec<(Part, u16, usize)>,
    notes: Vec<Unclear>,
    days: usize,
    rest: bool,
}

impl Line {
    fn kind(&self, i: usize) -> Kind {
        self.tokens.get(i).map_or(Kind::End, |token| token.kind)
    }
    fn set(&mut self, tokens: Range<usize>, kind: Kind) {
        self.tokens.get_mut(tokens).into_iter().flatten().for_each(|token| token.kind = kind);
    }
    fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.glued)
    }

    /// What is next to these tokens on both sides, cue words counted or not: `Used` for part of a term, `End` for the end or a word
    /// beyond punctuation, else `Word`.
    fn sides(&self, at: Range<usize>, cues: [bool; 2]) -> [Kind; 2] {
        fn side<'a>(tokens: impl Iterator<Item = &'a Token>, cues: bool) -> Kind {
            let mut end = false;
            for token in tokens {
                match token.kind {
                    Kind::Word | Kind::Ordinal if !end => return Kind::Word,
                    Kind::Word | Kind::Ordinal => return Kind::End,
                    Kind::Mark | Kind::Dash | Kind::Slash => end = true,
                    Kind::Quote | Kind::Filler | Kind::Joiner | Kind::Since => {}
                    Kind::Cue | Kind::Term | Kind::Half | Kind::Year if !cues => {}
                    _ => return Kind::Used,
                }
            }
            Kind::End
        }
        let [before, after] = cues;
        [side(self.tokens.iter().take(at.start).rev(), before), side(self.tokens.iter().skip(at.end), after)]
    }
    /// Whether these tokens belong to a term: beside another part of one, or alone.
    fn stands(&self, at: Range<usize>, cues: [bool; 2]) -> bool {
        let sides = self.sides(at, cues);
        sides.contains(&Kind::Used) || sides == [Kind::End; 2]
    }

    /// Seasons and months of a sentence ("spring clean day", "it may help", April Jones) become plain words.
    fn drop_strays(&mut self) {
        let stray = |i: &usize| match self.kind(*i) {
            Kind::Season(_) | Kind::Name(_) => !self.stands(*i..*i + 1, [true; 2]),
            Kind::Month(_) => !self.stands(*i..*i + 1, [false; 2]),
            _ => false,
        };
        let strays: Vec<usize> = (0..self.tokens.len()).filter(stray).collect();
        strays.into_iter().for_each(|i| self.set(i..i + 1, Kind::Word));
    }

    /// The years that are two numbers: "2023/24", "202324". Of a date in figures only the year is kept.
    fn take_pairs(&mut self) {
        for i in 0..self.tokens.len() {
            let joint = self.kind(i + 1);
            let (digits, first, last_digits, last, end) = match (self.kind(i), joint, self.kind(i + 2)) {
                (Kind::Number(6, both), ..) => (4, both / 100, 2, both % 100, i + 1),
                (Kind::Number(a, first), Kind::Dash | Kind::Slash, Kind::Number(b @ (2 | 4), last)) => {
                    (a, first, b, last, i + 3)
                }
                _ => continue,
            };
            let Some(first) = calendar(digits, first) else { continue };
            let glued = end == i + 1 || self.glued(i + 1) && self.glued(i + 2);
            let date = end == i + 3 && glued && last_digits == 2 && self.kind(end) == joint;
            if date && matches!(self.kind(end + 1), Kind::Number(2 | 4, _)) {
                let start = i + usize::from(digits == 4);
                self.set(start..start + 4, Kind::Word);
                continue;
            }
            let next = u32::from(first) + 1;
            let consecutive = last == next || last_digits == 2 && last == next % 100;
            // in "1 July 2023 - 24 August" and "19-20 October" the last number is a day
            let sure = glued && (digits == 4 || joint == Kind::Slash);
            let taken = match (consecutive, digits) {
                _ if matches!(self.kind(end), Kind::Month(_)) && last_digits == 2 && !sure => false,
                (true, 2) => self.stands(i..end, [true, false]),
                (true, _) => true,
                (false, 2) => glued && self.sides(i..end, [false; 2]).contains(&Kind::Used),
                (false, _) => (sure || calendar(4, last).is_some()) && self.stands(i..end, [true; 2]),
            };
            if taken {
                let to = self.at(end - 1).end;
                self.tokens.get_mut(i).into_iter().for_each(|token| token.at.end = to);
                self.set(i..end, Kind::Used);
                match consecutive {
                    true => self.found.push((Part::AcademicYear, first, i)),
                    false => self.notes.push(Unclear::YearsNotConsecutive),
                }
            }
        }
    }

    fn take(&mut self, i: usize) {
        match self.kind(i) {
            Kind::Season(season) => self.found.push((Part::Season, season as u16, i)),
            Kind::Month(month) => self.found.push((Part::Month, month.into(), i)),
            Kind::Name(number) => self.take_sixth(number, i),
            Kind::Number(digits, value) => self.take_number(i, digits, value),
            Kind::Since => self.notes.push(Unclear::Range),
            Kind::Quarter => {
                let around = [self.kind(i.wrapping_sub(1)), self.kind(i + 1)];
                self.rest |= !matches!(around, [Kind::Number(0, _), _] | [_, Kind::Number(1, _)]);
            }
            Kind::Word | Kind::Ordinal => self.rest = true,
            _ => {}
        }
    }

    fn take_number(&mut self, i: usize, digits: u8, value: u32) {
        let (lead, counted, marked) = self.lead(i);
        let [before, after] = [i.wrapping_sub(1), i + 1].map(|i| self.kind(i));
        let skip = usize::from(matches!(after, Kind::Dash | Kind::Filler));
        let noun = self.kind(i + 1 + skip);
        // "Summer Term 5" where terms are numbered
        let named =
            sixth(value).filter(|(season, _)| self.six && counted == Kind::Term && lead == Kind::Season(*season));
        let season = matches!(lead, Kind::Season(_));
        let anchored = counted != Kind::End || season || lead == Kind::Quarter;
        let counts = digits == 1 && anchored && !marked && (!season || value < 3 || named.is_some());
        let year = calendar(digits, value).map(|year| (Part::CalendarYear, year, i));
        match (lead, digits) {
            (_, 4) if year.is_some() => self.found.extend(year),
            (_, 2) if before == Kind::Quote && self.glued(i) => self.found.extend(year),
            (_, 0) if noun == Kind::Half => self.take_half(value, i),
            (_, 0) if noun == Kind::Term => self.take_sixth(value, i),
            (_, 0) if noun == Kind::Quarter => self.notes.push(Unclear::Quarter),
            (_, 0..=2) if !counts && value < 32 && matches!(noun, Kind::Month(_)) && after != Kind::Dash => {
                self.days += 1
            }
            (Kind::Quarter, 1) => self.notes.push(Unclear::Quarter),
            (Kind::Season(_), 1) => self.take_half(named.map_or(value, |sixth| sixth.1), i),
            (Kind::Season(_), 2) if marked && after == Kind::Word => self.rest = true,
            (Kind::Month(_), 2) if matches!(after, Kind::Number(4, _)) => self.days += 1,
            (Kind::Season(_) | Kind::Month(_), 2) => self.found.extend(year),
            (Kind::Month(_), 0 | 1) => self.days += 1,
            (_, 1) if counted == Kind::Half && value < 3 => self.take_half(value, i),
            (_, 1) if counted != Kind::End => self.take_sixth(value, i),
            (Kind::HalfNumber, 1) if value < 3 => self.take_half(value, i),
            _ => {
                let opens = before == Kind::Year && self.sides(i - 1..i, [true; 2]).first() == Some(&Kind::End);
                self.notes.extend((opens && digits < 3).then_some(Unclear::PartnershipYear));
                self.rest = true;
            }
        }
    }

    /// What a number counts: the part of a term before it, the word "term" or "half" between, and whether punctuation is between.
    fn lead(&self, i: usize) -> (Kind, Kind, bool) {
        let (mut counted, mut marked) = (Kind::End, false);
        for token in self.tokens.iter().take(i).rev() {
            match token.kind {
                Kind::Term if counted != Kind::Half => counted = Kind::Term,
                Kind::Half => counted = Kind::Half,
                Kind::Mark => marked = true,
                Kind::Term | Kind::Cue | Kind::Dash | Kind::Slash | Kind::Quote | Kind::Joiner => {}
                other => return (other, counted, marked),
            }
        }
        (Kind::End, counted, marked)
    }

    fn take_half(&mut self, number: u32, i: usize) {
        match number {
            1 => self.found.push((Part::Half, 1, i)),
            2 => self.found.push((Part::Half, 2, i)),
            _ => self.notes.push(Unclear::HalfOutOfRange),
        }
        self.set(i..i + 1, Kind::HalfNumber);
    }
    fn take_sixth(&mut self, number: u32, i: usize) {
        match sixth(number).filter(|_| self.six) {
            Some((season, half)) => {
                self.found.push((Part::Season, season as u16, i));
                self.take_half(half, i);
            }
            None => self.notes.push(Unclear::NumberedTerm),
        }
    }

    fn at(&self, i: usize) -> Range<usize> {
        self.tokens.get(i).map_or(0..0, |token| token.at.clone())
    }
    fn said(&self, part: Part) -> Said {
        let mut found = self.found.iter().filter(|found| found.0 == part);
        let Some(&(_, value, first)) = found.clone().next() else { return Said::default() };
        let last = found.clone().next_back().map_or(first, |found| found.2);
        let mut between = self.tokens.iter().take(last).skip(first);
        let joint = between.any(|token| matches!(token.kind, Kind::Joiner | Kind::Dash | Kind::Slash));
        let other = found.find(|found| found.1 != value).map(|found| self.at(found.2));
        // two days are from and to
        let joined = other.is_some() && (joint || part == Part::Month && self.days > 1);
        Said { value: Some(value), at: self.at(first), other, joined }
    }

    fn reading(self) -> Reading {
        let said =
            [Part::Season, Part::Half, Part::Month, Part::AcademicYear, Part::CalendarYear].map(|part| self.said(part));
        let [season, half, month, academic, year] = &said;
        let byte = |said: &Said| said.value.and_then(|value| u8::try_from(value).ok());
        let stated = season.value.and_then(|place| SEASONS.into_iter().nth(place.into()));
        let noted = |unclear| self.notes.contains(&unclear);
        let has = |kind| self.tokens.iter().any(|token| token.kind == kind);
        let all = |part| self.found.iter().filter(move |found| found.0 == part).map(|found| found.1);

        // months that all lie in the season are the season, and so are both its halves; September to August is a year
        let whole = month.joined
            && stated.is_none()
            && month.value == Some(9)
            && matches!(all(Part::Month).next_back(), Some(7 | 8))
            && all(Part::CalendarYear).next_back() == year.value.map(|year| year + 1);
        let inside = stated.is_some_and(|season| all(Part::Month).all(|month| fits(season, month as u8)));
        let since = noted(Unclear::Range) && stated.is_none() && (month.value.is_some() || year.value.is_some());
        let years = !whole && (year.joined || month.joined && !inside);
        let range = since || season.joined || academic.joined || years;
        let mut parts = Parts {
            year: academic.value.or(year.value.filter(|_| whole)).map(AcademicYear),
            season: stated,
            half: byte(half).filter(|_| !half.joined),
            month: byte(month).filter(|_| !month.joined),
        };
        parts.season = stated.or(parts.month.and_then(season_of));
        let silent = parts.season.is_none() && parts.month.is_none();

        let mut clashes = Vec::new();
        let mut clash = |kind, a: &Range<usize>, b: &Range<usize>| {
            let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
            clashes.push(Clash { kind, first: first.clone(), second: second.clone() });
        };
        let kinds = [ClashKind::Season, ClashKind::Half, ClashKind::Month, ClashKind::Year, ClashKind::Year];
        for (said, kind) in said.iter().zip(kinds) {
            said.other.iter().filter(|_| !said.joined).for_each(|other| clash(kind, &said.at, other));
        }
        let astray = parts.season.zip(parts.month).is_some_and(|(season, month)| !fits(season, month));
        let implied = parts.month.and_then(slot).map(|slot| slot.1);
        if astray {
            clash(ClashKind::SeasonMonth, &season.at, &month.at);
        } else if parts.half.zip(implied).is_some_and(|(half, implied)| half != implied) {
            clash(ClashKind::HalfMonth, &half.at, &month.at);
        }
        if let Some(calendar) = year.value.filter(|_| !whole) {
            let by_season = parts.season.filter(|_| !astray).map(|season| season != Season::Autumn);
            let by_month = parts.month.map(|month| month < 9);
            let told = by_season.or(by_month).map(|second| calendar - u16::from(second));
            let dated = month.at.start.min(year.at.start)..month.at.end.max(year.at.end);
            match academic.value {
                None => parts.year = told.map(AcademicYear),
                Some(stated) if told.map_or(stated == calendar || stated + 1 == calendar, |told| told == stated) => {}
                Some(_) if parts.month.is_some() => clash(ClashKind::YearMonth, &academic.at, &dated),
                Some(_) => clash(ClashKind::Year, &academic.at, &year.at),
            }
        }

        let bare = self.found.iter().find(|found| found.0 == Part::CalendarYear).map_or(0, |found| found.2);
        let bare = silent && year.value.is_some() && parts.year.is_none() && self.stands(bare..bare + 1, [true; 2]);
        let unclear = [
            (noted(Unclear::Quarter), Unclear::Quarter),
            (range, Unclear::Range),
            (noted(Unclear::YearsNotConsecutive), Unclear::YearsNotConsecutive),
            (noted(Unclear::HalfOutOfRange), Unclear::HalfOutOfRange),
            (silent && noted(Unclear::NumberedTerm), Unclear::NumberedTerm),
            (silent && noted(Unclear::PartnershipYear), Unclear::PartnershipYear),
            (bare && has(Kind::Term), Unclear::NoSeason),
            (bare, Unclear::WholeYear),
        ];
        let unclear = unclear.into_iter().find_map(|(is, unclear)| is.then_some(unclear));
        let date = self.days > 0 && stated.is_none() && parts.month.is_some();
        let rest = self.rest || date && unclear.is_none() && !has(Kind::Term) && !has(Kind::Cue);
        if let Some(Unclear::Quarter | Unclear::Range) = unclear {
            // the years of quarters are financial ones
            let kept = !noted(Unclear::Quarter) && academic.value.is_some() && academic.other.is_none();
            let year = parts.year.filter(|_| kept);
            (parts, clashes) = (Parts { year, ..Parts::default() }, Vec::new());
        }
        parts.half = parts.half.filter(|_| !rest || parts.season.is_some());
        Reading { parts, unclear, clashes, rest }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use super::*;

    use ClashKind::*;
    use Scheme::{SixTerms, ThreeTerms};

    /// The reading in one line: the term or why there is none, `m3` for a month, `!` a contradiction, `+` words beside the term.
    fn told(words: &str, scheme: Scheme) -> String {
        let reading = read(words, scheme);
        let mut told = reading.term().map_or_else(|unclear| format!("{unclear:?}"), |term| term.to_string());
        reading.parts.month.iter().for_each(|month| told += &format!(" m{month}"));
        reading.clashes.iter().for_each(|clash| told += &format!(" !{:?}", clash.kind));
        assert_eq!(reading.is_term(), reading.has_any() && !reading.rest);
        if reading.rest { told + " +" } else { told }
    }

    #[test]
    fn how_a_term_is_read() {
        let rows = [
            // every period string collected from published reports
            ("Spring Term 2- March 2024", "Spring 2 2023/24 m3"),
            ("Summer 1 - May 2024", "Summer 1 2023/24 m5"),
            ("Summer 1 – May 2024", "Summer 1 2023/24 m5"),
            ("Summer 1 May 2024", "Summer 1 2023/24 m5"),
            ("Autumn October 2024", "Autumn 2024/25 m10"),
            ("Autumn October 24", "Autumn 2024/25 m10"),
            ("Autumn - October 24", "Autumn 2024/25 m10"),
            ("Autumn - November 2024", "Autumn 2024/25 m11"),
            ("Autumn – Nov 2024", "Autumn 2024/25 m11"),
            ("Spring- March 2025", "Spring 2024/25 m3"),
            ("SUMMER TERM REPORT 2009", "Summer 2008/09"),
            ("Partnership Autumn Term Report 20", "Autumn 2020/21 +"),
            ("Partnership Spring Term Report 21", "Spring 2020/21 +"),
            ("Partnership Dec 22 Report", "Autumn 2022/23 m12 +"),
            ("Annual Report for 19-20", "WholeYear"),
            ("Quarter 1, 01 April 2015 – 30 June 2015", "Quarter"),
            ("Quarter 3, Period 1 October 2013 31 December 2013", "Quarter"),
            ("Quarter 1 for 2025-26", "Quarter"),
            ("Q3 2013-14", "Quarter"),
            ("Quarter 1 Report Education Strategy", "Quarter +"),
            ("Autumn term", "NoYear"),
            ("Autumn Term", "NoYear"),
            ("Autumn", "NoYear"),
            ("Spring 2", "NoYear"),
            ("2023/24", "WholeYear"),
            ("2023-24", "WholeYear"),
            ("2020-21", "WholeYear"),
            ("19-20", "WholeYear"),
            ("24/25", "WholeYear"),
            ("2015/16", "WholeYear"),
            ("15-16", "WholeYear"),
            ("1 September 2021 – 31 August 2022", "WholeYear"),
            ("DECEMBER 2013 - FEBRUARY 2014", "Range"),
            ("April to September 2009", "Range"),
            ("Progress made since 4th December 2024", "Range +"),
            ("Progress made since 7th January 2025:", "Range +"),
            ("Year 3 – the way forward", "PartnershipYear +"),
            ("June 2018", "Summer 2017/18 m6"),
            ("April 2016", "NoSeason m4"),
            ("December 2025", "Autumn 2025/26 m12"),
            // spaces, dashes, case, glue
            ("", "Nothing"),
            ("  \u{a0}Autumn\u{a0}October\u{202f}2024 \t", "Autumn 2024/25 m10"),
            ("spring 2\u{2011}2023\u{2011}24", "Spring 2 2023/24"),
            ("Spring Term 2—March 2024", "Spring 2 2023/24 m3"),
            ("Spring2 2023–24", "Spring 2 2023/24"),
            ("reports/2023-24/spring-2/northmoor.md", "Spring 2 2023/24 +"),
            ("northmoor_autumn_2024", "Autumn 2024/25 +"),
            ("Northmoor: Spring 2 2023/24", "Spring 2 2023/24 +"),
            ("Northmoor - Autumn", "NoYear +"),
            ("Autumn 2 – Dec 24", "Autumn 2 2024/25 m12"),
            ("Term: Spring 2 2023/24", "Spring 2 2023/24"),
            ("Reporting Period: Autumn October 2024", "Autumn 2024/25 m10"),
            ("Reporting Period: 1 April 2024 to 30 June 2024", "Range"),
            ("Autumn 2024 & Spring 2025", "Range"),
            ("Summer 2 2024 to Autumn 1 2024", "Range"),
            ("2023-24-autumn-northmoor", "Autumn 2023/24 +"),
            ("Autumn 202324, 2023", "Autumn 2023/24"),
            ("AUTUMN 24TH OCTOBER 2024", "Autumn 2024/25 m10"),
            ("Spring \u{2013} 4th of March 2024", "Spring 2023/24 m3"),
            // halves
            ("Spring term, second half 2023/24", "Spring 2 2023/24"),
            ("Spring (2nd half) 2023/24", "Spring 2 2023/24"),
            ("second half of the spring term 2024", "Spring 2 2023/24"),
            ("Spring half term 2, 2023/24", "Spring 2 2023/24"),
            ("Spring half-term 2 2023/24", "Spring 2 2023/24"),
            ("Spring Term One 2024", "Spring 1 2023/24"),
            ("Autumn 1 and 2 2023/24", "Autumn 2023/24"),
            ("Spring 3 2023/24", "HalfOutOfRange"),
            ("Spring, 1 March 2024", "Spring 2023/24 m3"),
            ("February half term 2024", "Spring 2023/24 m2"),
            // years
            ("Autumn '24", "Autumn 2024/25"),
            ("Spring ’24", "Spring 2023/24"),
            ("Autumn 24/25", "Autumn 2024/25"),
            ("Autumn 2023/2024", "Autumn 2023/24"),
            ("Autumn 1 202324", "Autumn 1 2023/24"),
            ("202324", "WholeYear"),
            ("202325", "YearsNotConsecutive"),
            ("2023/25", "YearsNotConsecutive"),
            ("Autumn 2023-2025", "YearsNotConsecutive"),
            ("Spring 1999/00", "Spring 1999/00"),
            ("Autumn 2024/25, October 2024", "Autumn 2024/25 m10"),
            ("Autumn 2024/25 October 2024", "Autumn 2024/25 m10"),
            ("Autumn - August 2024", "Autumn 2024/25 m8"),
            ("Summer - August 2024", "Summer 2023/24 m8"),
            ("Sept. 2024", "Autumn 2024/25 m9"),
            ("Oct., 2024", "Autumn 2024/25 m10"),
            ("2024", "WholeYear"),
            ("Annual report 2024", "WholeYear"),
            ("Term report 2024", "NoSeason"),
            // days
            ("May 24th", "NoYear m5 +"),
            ("Summer 24th May 2024", "Summer 2023/24 m5"),
            ("Summer, May 24th 2024", "Summer 2023/24 m5"),
            ("14 October 2024", "Autumn 2024/25 m10 +"),
            ("Period ending 31 March 2024", "Spring 2023/24 m3"),
            ("Autumn, 14/10/2024", "Autumn 2024/25 +"),
            ("2024-10-14", "Nothing +"),
            // ranges, quarters, partnership years
            ("Autumn and Spring 2023/24", "Range"),
            ("Autumn/Spring 2023/24", "Range"),
            ("Autumn, Spring and Summer 2023/24", "Range"),
            ("Autumn 2023 to Spring 2024", "Range"),
            ("Oct 23 - Feb 24", "Range"),
            ("2009 to 2012", "Range"),
            ("1 October 2013 31 December 2013", "Range"),
            ("Autumn term, September to December 2024", "Autumn 2024/25"),
            ("1st quarter", "Quarter"),
            ("Year 3", "PartnershipYear +"),
            ("Year 6, Spring 2024", "Spring 2023/24 +"),
            // numbers without a scheme
            ("Term 3", "NumberedTerm"),
            ("Term 3 2023/24", "NumberedTerm"),
            ("third term", "NumberedTerm"),
            ("HT3 2023/24", "NumberedTerm"),
            ("Term 2: Spring 2024", "Spring 2023/24"),
            ("Lent term 2024", "NoSeason +"),
            // contradictions
            ("Summer 1 - March 2024", "Summer 1 2023/24 m3 !SeasonMonth"),
            ("Spring 1 - March 2024", "Spring 1 2023/24 m3 !HalfMonth"),
            ("Spring 1 - February 2024", "Spring 1 2023/24 m2"),
            ("Summer 2 - April 2024", "Summer 2 2023/24 m4"),
            ("Autumn - April 2024", "Autumn 2023/24 m4 !SeasonMonth"),
            ("Autumn 2023/24, October 2024", "Autumn 2023/24 m10 !YearMonth"),
            ("Spring 2024/25 2024", "Spring 2024/25 !Year"),
            ("Autumn Spring 2024", "Autumn 2024/25 !Season"),
            ("Spring 1 2023/24, Spring 2", "Spring 1 2023/24 !Half"),
            ("April 2025 May 2025", "NoSeason m4 !Month"),
            ("Autumn 2023, Autumn 2024", "Autumn 2023/24 !Year"),
            ("Autumn 2022/23, Autumn 2023/24", "Autumn 2022/23 !Year"),
            // prose
            ("We are Community", "Nothing +"),
            ("Increasing attendance in Year 6", "Nothing +"),
            ("It may help in 24 schools", "Nothing +"),
            ("Spring clean day", "Nothing +"),
            ("March for Peace group", "Nothing +"),
            ("April Jones and May Smith", "Nothing +"),
            ("ages 15-16", "Nothing +"),
            ("16-17 year olds", "Nothing +"),
            ("10/12 pupils", "Nothing +"),
            ("We met 2000 pupils", "Nothing +"),
            ("the first half of the match", "Nothing +"),
            ("Three terms of report", "Nothing +"),
            ("Period", "Nothing"),
            ("KS1 and Y5, post-16", "Nothing +"),
        ];
        let mut wrong = String::new();
        for (words, expected) in rows {
            let told = told(words, ThreeTerms);
            if told != expected {
                wrong += &format!("{words}: {told}, not {expected}\n");
            }
        }
        let rows = [
            ("Term 1 2023/24", "Autumn 1 2023/24"),
            ("Term 3 January 2024", "Spring 1 2023/24 m1"),
            ("Module 6 2023/24", "Summer 2 2023/24"),
            ("fourth term 2024", "Spring 2 2023/24"),
            ("Michaelmas 2023", "Autumn 1 2023/24"),
            ("Lent Term 2024", "Spring 2 2023/24"),
            ("Summer Term 5 2023/24", "Summer 1 2023/24"),
            ("Spring Term 2 2023/24", "Spring 2 2023/24"),
            ("Term 3 (Spring 1) 2023/24", "Spring 1 2023/24"),
            ("Term 2 - March 2024", "Autumn 2 2023/24 m3 !SeasonMonth"),
            ("Term 7", "NumberedTerm"),
            ("Holy Trinity Primary", "Nothing +"),
        ];
        for (words, expected) in rows {
            let told = told(words, SixTerms);
            if told != expected {
                wrong += &format!("{words}: {told}, not {expected}\n");
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }

    #[test]
    fn where_a_clash_is() {
        let words = "Period: Summer 1 – March 2024";
        let [clash] = &read(words, ThreeTerms).clashes[..] else { panic!() };
        assert_eq!((&words[clash.first.clone()], &words[clash.second.clone()]), ("Summer", "March"));
        let words = "October 2024: Autumn 2023/24";
        let [clash] = &read(words, ThreeTerms).clashes[..] else { panic!() };
        assert_eq!((&words[clash.first.clone()], &words[clash.second.clone()]), ("October 2024", "2023/24"));
    }

    #[test]
    fn years_of_unclear_readings_still_filter() {
        for (words, year) in [
            ("2023/24", Some(2023)),
            ("Annual Report for 19-20", Some(2019)),
            ("Autumn and Spring 2023/24", Some(2023)),
            ("1 September 2021 – 31 August 2022", Some(2021)),
            ("Q3 2013-14", None),
            ("Autumn and Spring 2024", None),
            ("April to September 2009", None),
        ] {
            assert_eq!(read(words, ThreeTerms).parts.year, year.map(AcademicYear), "{words}");
        }
    }

    #[test]
    fn any_string_of_any_length() {
        for piece in [
            "7",
            "may ",
            "24/",
            "term ",
            "- ",
            "é",
            "\u{301}",
            "2023/24 ",
            "spring ",
            "'",
            "the ",
            "1st ",
            "quarter 1 ",
            "since ",
            "🏫",
        ] {
            let long = piece.repeat(1_000_000 / piece.len());
            let started = std::time::Instant::now();
            read(&long, SixTerms);
            read(&long, ThreeTerms);
            assert!(started.elapsed().as_secs() < 20, "{piece}");
        }
        let pieces = [
            "Spring", "2", "-", "March", " ", "2024", "/", "25", "term", "half", "to", "Year", "'", "q", "st",
            "202324", "é", "the",
        ];
        let mut seed = 1_u64;
        for _ in 0..50_000 {
            let mut words = String::new();
            for _ in 0..9 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                words += pieces[(seed >> 33) as usize % pieces.len()];
            }
            for clash in read(&words, SixTerms).clashes {
                assert!(
                    clash.first.start <= clash.second.start
                        && words.get(clash.first).is_some()
                        && words.get(clash.second).is_some()
                );
            }
        }
    }

    #[test]
    fn from_the_fields_of_a_map() {
        let of = |y, s, h, m| {
            from_fields(y, s, h, m, ThreeTerms)
                .term()
                .map_err(|unclear| format!("{unclear:?}"))
                .map(|term| (term.to_string(), term.month))
        };
        let term = |shown: &str, month| Ok((shown.to_string(), month));
        assert_eq!(of(Some("2023/24"), Some("Spring"), Some("2"), Some("March")), term("Spring 2 2023/24", Some(3)));
        assert_eq!(of(Some("202324"), Some("spring term"), Some("second"), None), term("Spring 2 2023/24", None));
        assert_eq!(of(Some("2024"), Some("Spring 2"), None, Some("3")), term("Spring 2 2023/24", Some(3)));
        assert_eq!(of(Some("24"), Some("Autumn"), None, None), term("Autumn 2024/25", None));
        assert_eq!(of(Some("2023/24"), Some("3"), None, None), Err("NumberedTerm".into()));
        assert_eq!(of(Some("2023/24"), Some("Spring"), Some("3"), None), Err("HalfOutOfRange".into()));
        assert_eq!(of(None, Some("Spring"), None, None), Err("NoYear".into()));
        assert_eq!(of(None, None, None, None), Err("Nothing".into()));
        let six = from_fields(Some("2023/24"), Some("3"), None, None, SixTerms);
        assert_eq!(six.term().map(|term| term.to_string()), Ok("Spring 1 2023/24".to_string()));
        let clash = from_fields(Some("2023/24"), Some("Spring"), Some("1"), Some("3"), ThreeTerms).clashes;
        assert_eq!(clash, [Clash { kind: HalfMonth, first: 0..0, second: 0..0 }]);
    }

    fn term(words: &str) -> Term {
        read(words, ThreeTerms).term().unwrap()
    }

    #[test]
    fn order() {
        let rows = [
            "Summer 2022/23",
            "Autumn 2023/24",
            "Autumn August 2023",
            "Autumn September 2023",
            "Autumn 1 2023/24, September",
            "Autumn 1 2023/24, October",
            "Autumn 2 2023/24",
            "Autumn December 2023",
            "Spring 2023/24",
            "Spring February 2024",
            "Spring January 2024",
            "Spring 2 2023/24",
            "Spring March 2024",
            "Summer April 2024",
            "Summer 1 2023/24",
            "Summer 2 2023/24",
            "Autumn 2024/25",
        ];
        let terms = rows.map(term);
        for pair in terms.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
        for a in terms {
            for b in terms {
                assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
                assert_eq!(a == b, a.cmp(&b).is_eq());
            }
        }
    }

    #[test]
    fn coarse_and_fine() {
        let filter = |words: &str| read(words, ThreeTerms).parts;
        let spring = term("Spring 2 2023/24");
        for (words, matches) in [
            ("2023/24", true),
            ("Spring", true),
            ("Spring 2023/24", true),
            ("Spring 2 2023/24", true),
            ("", true),
            ("Spring 1 2023/24", false),
            ("2024/25", false),
            ("Summer 2023/24", false),
            ("Spring March 2024", false),
        ] {
            assert_eq!(spring.matches(&filter(words)), matches, "{words}");
        }
        assert!(term("Spring March 2024").matches(&filter("Spring 2 2023/24")));
        assert!(!term("Spring 2023/24").matches(&filter("Spring 2 2023/24")));
        for (a, b, same) in [
            ("Spring 2 2023/24", "Spring 2023/24", true),
            ("Spring 2 2023/24", "Spring 1 2023/24", false),
            ("Spring March 2024", "Spring 2 2023/24", true),
            ("Spring March 2024", "Spring January 2024", false),
            ("Spring 2023/24", "Summer 2023/24", false),
            ("Spring 2023/24", "Spring 2024/25", false),
        ] {
            assert_eq!(term(a).same_slot(&term(b)), same, "{a} and {b}");
        }
        for (a, b, kind) in [
            ("Spring 2 2023/24", "Spring", None),
            ("Spring 2 2023/24", "March 2024", None),
            ("Spring 2 2023/24", "2024/25", Some(Year)),
            ("Spring 2 2023/24", "Summer", Some(Season)),
            ("Spring 2 2023/24", "Spring 1", Some(Half)),
            ("Spring 1 2023/24", "Spring March", Some(HalfMonth)),
            ("Autumn", "April", Some(SeasonMonth)),
            ("April 2025", "May 2025", Some(Month)),
        ] {
            assert_eq!(differ(&filter(a), &filter(b)), kind, "{a} and {b}");
            assert_eq!(differ(&filter(b), &filter(a)), kind, "{b} and {a}");
        }
        let whole = filter("Spring").or(filter("2023/24"));
        assert_eq!(whole.term().unwrap().to_string(), "Spring 2023/24");
        assert_eq!(filter("Spring").or(filter("Autumn 2 2023/24")).half, None);
    }

    #[test]
    fn what_is_shown_reads_back() {
        for year in 1990..=2060 {
            for season in [super::Season::Autumn, super::Season::Spring, super::Season::Summer] {
                for half in [None, Some(1), Some(2)] {
                    let term = Term { year: AcademicYear(year), season, half, month: None };
                    for scheme in [ThreeTerms, SixTerms] {
                        assert_eq!(read(&term.to_string(), scheme).term(), Ok(term), "{term}");
                    }
                }
            }
        }
    }
}
