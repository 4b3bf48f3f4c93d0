//! What months, halves and years are to each other, the same for every authority: what Easter moves or a break divides is left open.
//! Dates of terms are not here; they differ between authorities.

use super::Season;

/// The English name of month 1 to 12.
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The days of a month; none where there is no such month. A year of two digits is one of this century.
pub fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// A day that is written `YYYY-MM-DD`, as people write it: "4 April 2025"; as it is where it is none.
pub fn day(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return date.to_owned() };
    let month = month.parse().ok().and_then(month_name);
    month.map_or_else(|| date.to_owned(), |month| format!("{} {month} {year}", day.trim_start_matches('0')))
}

/// The month that a word in lower case names whole or by its first letters, at least three.
pub fn month(word: &[u8]) -> Option<u8> {
    let number = match word {
        [b'j', b'a', b'n', ..] => 1,
        [b'f', b'e', b'b', ..] => 2,
        [b'm', b'a', b'r', ..] => 3,
        [b'a', b'p', b'r', ..] => 4,
        [b'm', b'a', b'y', ..] => 5,
        [b'j', b'u', b'n', ..] => 6,
        [b'j', b'u', b'l', ..] => 7,
        [b'a', b'u', b'g', ..] => 8,
        [b's', b'e', b'p', ..] => 9,
        [b'o', b'c', b't', ..] => 10,
        [b'n', b'o', b'v', ..] => 11,
        [b'd', b'e', b'c', ..] => 12,
        _ => return None,
    };
    let start = month_name(number)?.as_bytes().get(..word.len())?;
    start.eq_ignore_ascii_case(word).then_some(number)
}

/// The season a month is in; not April, which Easter moves, nor August, between two years.
pub fn season_of(month: u8) -> Option<Season> {
    match month {
        9..=12 => Some(Season::Autumn),
        1..=3 => Some(Season::Spring),
        5..=7 => Some(Season::Summer),
        _ => None,
    }
}

/// The half a month lies in, where every authority agrees: not February, with its break in the middle.
pub fn slot(month: u8) -> Option<(Season, u8)> {
    let half = if matches!(month, 9 | 10 | 1 | 5) { 1 } else { 2 };
    season_of(month).filter(|_| month != 2).map(|season| (season, half))
}

/// Whether a report of that season may bear that month. August contradicts nothing.
pub fn fits(season: Season, month: u8) -> bool {
    season_of(month).is_none_or(|known| known == season) && (month, season) != (4, Season::Autumn)
}

/// The season and half of the half-terms 1 to 6 of a year.
pub fn sixth(number: u32) -> Option<(Season, u8)> {
    match number {
        1 => Some((Season::Autumn, 1)),
        2 => Some((Season::Autumn, 2)),
        3 => Some((Season::Spring, 1)),
        4 => Some((Season::Spring, 2)),
        5 => Some((Season::Summer, 1)),
        6 => Some((Season::Summer, 2)),
        _ => None,
    }
}

/// The number of a half-term in its year, 1 to 6.
pub fn number_of(season: Season, half: u8) -> u8 {
    let before = match season {
        Season::Autumn => 0,
        Season::Spring => 2,
        Season::Summer => 4,
    };
    half.saturating_add(before)
}

/// A calendar year of two or four digits.
pub fn calendar_year(digits: u8, value: u32) -> Option<u16> {
    let year = match digits {
        4 => value,
        2 if value < 80 => 2000 + value,
        2 => 1900 + value,
        _ => return None,
    };
    u16::try_from(year).ok().filter(|year| (1950..2100).contains(year))
}

/// When the academic year starts that has this season or month in this calendar year. Where both are known and contradict each
/// other, the month decides.
pub fn start_of_year(calendar: u16, season: Option<Season>, month: Option<u8>) -> Option<u16> {
    let season = season.filter(|season| month.is_none_or(|month| fits(*season, month)));
    let second = season.map(|season| season != Season::Autumn).or(month.map(|month| month < 9));
    second.map(|second| calendar - u16::from(second))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
