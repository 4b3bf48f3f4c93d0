//! A whole date, as officers write one: "22 March 2024", "22/03/2024", "2024-03-22". It judges no running text.

use super::days::month_of;
use super::lexicon::WEEKDAY;
use crate::term::days_in;

/// What words are that should be a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dated {
    /// A day of the calendar.
    Day,
    /// Day, month and year, which the calendar does not have.
    NoSuchDay,
    /// No date.
    No,
}

/// Whether words are one date: day, month and year, in any usual order, the month as a number or a name.
#[must_use]
pub fn dated(words: &str) -> Dated {
    // A time of day may follow, as computers write it.
    let words = words.trim().split_once('T').filter(|(day, _)| day.len() == 10).map_or(words, |(day, _)| day);
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(str::to_lowercase).filter(|part| !is_beside(part)).collect();
    let [first, second, third] = parts.as_slice() else { return Dated::No };
    let (year, month, day) = match (first.len(), month_of(second), month_of(first)) {
        (4, None, _) => (number(first), number(second), number(third)),
        (_, Some(month), _) => (number(third), Some(month), number(first)),
        (_, None, Some(month)) => (number(third), Some(month), number(second)),
        (..) => (number(third), number(second), number(first)),
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Dated::No };
    if day > 0 && day <= days_in(year, month) { Dated::Day } else { Dated::NoSuchDay }
}

/// Whether a word stands beside a date and is no part of it: "Friday", "of".
fn is_beside(part: &str) -> bool {
    part == "of" || part == "the" || super::words::read(part).first().is_some_and(|word| word.has(WEEKDAY))
}

/// A number in figures, as an ordinal too: "22", "22nd".
fn number(part: &str) -> Option<u32> {
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|end| part.strip_suffix(end)).unwrap_or(part);
    figures.parse().ok().filter(|_| figures.len() <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_any_usual_order() {
        for words in [
            "2024-03-22",
            "22 March 2024",
            "22nd of March 2024",
            "Friday, 22 March 2024",
            "Fri 22 Mar 24",
            "March 22, 2024",
            "22/03/2024",
            "22.3.24",
            "29/02/2024",
            "2024-03-22T10:00:00Z",
        ] {
            assert_eq!(dated(words), Dated::Day, "{words}");
        }
        for words in ["31/02/2024", "29 February 2023", "0 May 2024", "2024-13-01", "31 June 2024"] {
            assert_eq!(dated(words), Dated::NoSuchDay, "{words}");
        }
        for words in ["last week", "March 2024", "22 March", "Spring 2 2023/24", "", "22 Marsh 2024", "on time"] {
            assert_eq!(dated(words), Dated::No, "{words}");
        }
    }
}
