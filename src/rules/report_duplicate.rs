//! Two reports of one district are for the same term.
//!
//! Comparisons and rollups would count the work twice, or show the older of two versions. Two reports in one
//! season are welcome where their halves or months differ.
//!
//! ```markdown bad file=northmoor-draft.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown bad file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 - March 2024
//! ---
//! ```
//!
//! ```markdown good file=northmoor-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 1 2023/24
//! ---
//! ```
//!
//! ```markdown good file=northmoor-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```

use crate::corpus::Corpus;
use crate::diagnostic::Level;
use crate::rule::{Check, Emit, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "report-duplicate",
    group: Group::Repository,
    level: Level::Error,
    check: Check::Corpus(check),
    ..Rule::BASE
};

fn check(corpus: &Corpus, emit: &mut Emit<'_>) {
    for series in corpus.series() {
        let mut reports = series.reports;
        reports.sort_by_key(|(_, report)| (report.source, report.number));
        for (at, (term, report)) in reports.iter().enumerate() {
            let same = reports.iter().take(at).find(|(other, _)| other.same_slot(term));
            let (Some((_, first)), Some(district)) = (same, report.districts.first()) else { continue };
            let name = emit.sources.name(first.source);
            let message = format!("{} has another report for {term}: {name}", emit.quote(&district.stated.text));
            emit.at(report.span, message)
                .advise("keep one of the two; if they are for different halves or months, say in each which it is for")
                .also(first.span, "the first is here");
        }
    }
}
