//! Whether two statements give figures of one measure. The question is asked strictly: a share of other pupils, of
//! another span or at another time of the year looks like a rise or a fall that nobody stated.

use crate::align::is_light;
use crate::report::Statement;

/// What follows these is the measure of another time or place, which the statement compares its own with.
const COMPARED: [&str; 7] =
    ["compared with", "compared to", " against ", "up from", "down from", "a rise from", "a fall from"];
/// Words that tell how a figure moved, and not of what it is.
const MOVED: [&str; 14] = [
    "rose",
    "fell",
    "risen",
    "fallen",
    "increased",
    "decreased",
    "dropped",
    "grew",
    "reached",
    "now",
    "only",
    "still",
    "stood",
    "up",
];
/// A figure after these is a part of a name: "Year 7", "aged 16 and 17".
const NAMING: [&str; 10] = ["year", "years", "aged", "age", "ages", "stage", "grade", "level", "phase", "cohort"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether two statements give the same measure: the same words in the same order, but for figures and years.
pub(super) fn is_same(one: &Statement, other: &Statement) -> bool {
    let (one, other) = (measure(&one.whole()), measure(&other.whole()));
    !one.is_empty() && one == other
}

/// The words that a statement gives its figures with, and of what kind each figure is. What it compares them with, years
/// and days of a month are left out; a month or a season stays, since figures of other parts of a year are others.
fn measure(whole: &str) -> Vec<String> {
    let small = whole.to_lowercase();
    let end = COMPARED.iter().filter_map(|phrase| small.find(phrase)).chain(small.find([';', '('])).min();
    let main = end.and_then(|end| small.get(..end)).unwrap_or(&small);
    let bare = |word: &str| -> String { word.trim_matches(|c: char| !c.is_alphanumeric() && !is_unit(c)).to_owned() };
    let words: Vec<String> = main.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let mut measure = Vec::new();
    let mut names = false;
    for (at, word) in words.iter().enumerate() {
        let beside = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| words.get(at)));
        let is_day = || beside.iter().flatten().any(|word| MONTHS.contains(&word.as_str()));
        if !word.contains(|c: char| c.is_ascii_digit()) {
            names = NAMING.contains(&word.as_str()) || names && matches!(word.as_str(), "and" | "or" | "to");
            if !is_light(word) && !MOVED.contains(&word.as_str()) {
                measure.push(word.clone());
            }
        } else if names {
            measure.push(word.clone());
        } else if !(is_year(word) || word.len() < 3 && is_day()) {
            let unit: String = word.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',')).collect();
            measure.push(format!("#{unit}"));
        }
    }
    measure
}

fn is_unit(c: char) -> bool {
    matches!(c, '%' | '\u{a3}')
}

/// Whether a word is a year: "2024", "2023/24".
fn is_year(word: &str) -> bool {
    let first = word.split(['/', '-', '\u{2013}']).next().unwrap_or(word);
    first.len() == 4
        && (first.starts_with("19") || first.starts_with("20"))
        && first.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::measure;

    #[test]
    fn a_measure_is_the_same_only_in_the_same_words() {
        let table = [
            (true, "Absence fell from 9% to 7%", "Absence rose from 7% to 8%"),
            (true, "In March 2024, 61% of pupils felt safe, up from 55%", "In March 2025, 64% of pupils felt safe"),
            (true, "12 of 15 nurseries have a contact", "14 of 15 nurseries have a contact (survey)"),
            (false, "61% of pupils in Year 7 felt safe", "64% of pupils in Year 8 felt safe"),
            (false, "61% of pupils felt safe in March 2024", "64% of pupils felt safe in July 2024"),
            (false, "Early leaving was 3% by half-term", "Early leaving was 5% for the whole term"),
            (false, "At Elm Road 70% of pupils felt calm", "In all six schools 74% of pupils felt calm"),
            (false, "Funding of \u{a3}900 for a drop-in", "Funding of \u{a3}700 for a review"),
            (false, "12 pupils came back", "12% of pupils came back"),
            (false, "2.2% of sessions in spring 2024", "3.1% of sessions in autumn 2024"),
        ];
        for (same, one, other) in table {
            assert_eq!(
                measure(one) == measure(other),
                same,
                "{one}: {:?}; {other}: {:?}",
                measure(one),
                measure(other)
            );
        }
    }
}
