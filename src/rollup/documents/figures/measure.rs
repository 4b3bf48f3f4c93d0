//! Whether two statements give figures of one measure. The question is asked strictly: a share of other pupils, of
//! another span or at another time of the year looks like a rise or a fall that nobody stated.

use crate::report::Statement;

/// A figure after these is a part of a name: "Year 7", "aged 16 and 17".
const NAMING: [&str; 10] = ["year", "years", "aged", "age", "ages", "stage", "grade", "level", "phase", "cohort"];
/// Whether two statements give the same measure: the same words in the same order, but for figures and years.
pub(super) fn is_same(one: &Statement, other: &Statement) -> bool {
    let (one, other) = (measure(&one.whole()), measure(&other.whole()));
    !one.is_empty() && one == other
}

/// All the words of a statement, small ones and those in brackets too, and of what kind each figure is. Only what a figure
/// is may differ; a figure that is part of a name ("Year 7", "KS2") is a word.
fn measure(whole: &str) -> Vec<String> {
    let small = whole.to_lowercase();
    let bare = |word: &str| -> String { word.trim_matches(|c: char| !c.is_alphanumeric() && !is_unit(c)).to_owned() };
    let words = small.split_whitespace().map(|word| (bare(word), word)).filter(|(bare, _)| !bare.is_empty());
    let mut measure = Vec::new();
    let mut names = false;
    for (word, marked) in words {
        let is_figure = word.contains(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic);
        if !is_figure {
            names = NAMING.contains(&word.as_str()) || names && matches!(word.as_str(), "and" | "or" | "to");
            measure.push(word);
        } else if names {
            measure.push(word);
        } else if is_year(&word) {
            measure.push("#year".to_owned());
        } else {
            let unit: String = word.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',')).collect();
            measure.push(format!("#{unit}"));
        }
        // A new clause is one on both sides.
        measure.extend(marked.ends_with(';').then(|| ";".to_owned()));
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
            (true, "Absence fell from 9% to 7%", "Absence fell from 7% to 6%."),
            (true, "In March 2024, 61% felt safe, up from 55%", "In March 2025, 64% felt safe, up from 61%"),
            (
                true,
                "12 of 15 nurseries have a contact (survey of 2023/24)",
                "14 of 15 nurseries have a contact (survey of 2024/25)",
            ),
            (false, "Absence fell by 3%", "Absence fell to 8%"),
            (false, "Absence fell from 9% to 7%", "Absence rose from 7% to 8%"),
            (false, "In March 2024, 61% of pupils felt safe, up from 55%", "In March 2025, 64% of pupils felt safe"),
            (false, "72% felt safe (survey at Hill Primary)", "60% felt safe (survey in all nine schools)"),
            (false, "40% felt sure; at Hill Primary 60% did", "50% felt sure; at Dale Primary 20% did"),
            (
                false,
                "3 staff trained; one lead from secondary schools",
                "7 staff trained; one lead from schools and settings",
            ),
            (false, "61% of 5-year-olds read daily", "64% of 7-year-olds read daily"),
            (false, "KS2 reading was 61%", "KS3 reading was 64%"),
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
