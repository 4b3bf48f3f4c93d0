//! What stands where a name belongs and is none: "N/A", a dash, a question mark.

use super::Binder;
use crate::form::{Field, fold};
use crate::report::Stated;

impl Binder<'_> {
    /// A district that is no name comes after those that are; where none is, and where no officer is named, the
    /// words are kept apart, so that they found no series and no rollup shows them for a name.
    pub(super) fn part_nameless(&mut self) {
        let (form, report) = (self.form, &mut self.report);
        let is_name = |words: &str| !is_nameless(words) || form.districts.find(words).is_some();
        report.districts.sort_by_key(|district| !is_name(district.stated.text.words()));
        if report.districts.first().is_some_and(|district| !is_name(district.stated.text.words())) {
            let texts = std::mem::take(&mut report.districts).into_iter().map(|district| district.stated.text);
            report.nameless.extend(texts.map(|text| Stated { value: Field::District, text }));
        }
        if report.officers.iter().all(|officer| is_nameless(officer.text.words())) {
            let texts = std::mem::take(&mut report.officers).into_iter().map(|officer| officer.text);
            report.nameless.extend(texts.map(|text| Stated { value: Field::Officers, text }));
        }
    }
}

/// Whether words say only that there is no name, or that one is to come.
pub(super) fn is_nameless(words: &str) -> bool {
    // Most names are longer than any of these.
    if words.len() > 40 {
        return false;
    }
    let bare = fold(words.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.is_empty() || NAMELESS.contains(&bare.as_str()) && words != "Na"
}

/// What is written in the place of a name.
const NAMELESS: &[&str] = &[
    "none",
    "nil",
    "null",
    "n/a",
    "n.a",
    "na",
    "not applicable",
    "not known",
    "not yet known",
    "unknown",
    "not stated",
    "not set",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be completed",
    "to be advised",
    "to be added",
    "to be announced",
    "to follow",
    "vacant",
    "vacancy",
    "name",
    "names",
    "your name",
    "insert name",
    "district",
    "district name",
    "name of district",
    "insert district",
    "your district",
    "xx",
    "xxx",
    "xxxx",
];

#[cfg(test)]
mod tests {
    use super::is_nameless;

    #[test]
    fn what_is_no_name() {
        for words in
            ["N/A", "n/a.", "-", "\u{2013}", "?", "...", "None", "tbc", "[TBC]", "(to be confirmed)", "Not known"]
        {
            assert!(is_nameless(words), "{words}");
        }
        for words in ["Northmoor", "Na", "Nil Rowe", "A", "None the less", "St. None", "Vacantia"] {
            assert!(!is_nameless(words), "{words}");
        }
    }
}
