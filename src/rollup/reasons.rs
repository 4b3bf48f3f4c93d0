//! The reasons that reports give where they explain that something is gone: a planned statement that nothing is said of, a
//! priority that is not in the report. The rules have found and explained them; here they are looked up.

use crate::diagnostic::Diagnostic;
use crate::report::{Priority, Report};
use crate::source::SourceId;
use std::collections::HashMap;

/// The rules that tell of what is gone: their findings stand in the later report, and point to the priority before.
const OF_GONE: [&str; 2] = ["planned-not-mentioned", "priority-dropped"];

/// What is explained of what is gone, by the file of the later report.
#[derive(Debug)]
pub(super) struct Reasons<'f> {
    explained: HashMap<SourceId, Vec<&'f Diagnostic>>,
}

impl<'f> Reasons<'f> {
    pub(super) fn among(findings: &'f [Diagnostic]) -> Reasons<'f> {
        let mut explained: HashMap<SourceId, Vec<&Diagnostic>> = HashMap::new();
        for finding in findings.iter().filter(|one| one.explained.is_some() && OF_GONE.contains(&one.rule)) {
            explained.entry(finding.span.source).or_default().push(finding);
        }
        Reasons { explained }
    }

    /// Why a later report says nothing of a priority of an earlier one, or of something that it planned.
    pub(super) fn of(&self, later: &Report, earlier: &Priority) -> Option<&'f str> {
        let is_of = |finding: &&&Diagnostic| {
            let points = finding.related.iter().any(|other| earlier.whole.holds(other.span));
            points && later.whole.holds(finding.span)
        };
        self.explained.get(&later.source)?.iter().find(is_of)?.explained.as_deref()
    }
}

/// Whether any of the reports may give such a reason: then the rules must have been run.
#[must_use]
pub fn are_given(reports: &[Report]) -> bool {
    let names = |words: &str| OF_GONE.iter().any(|rule| words.to_ascii_lowercase().contains(rule));
    // What is gone is told of a report or of a priority, and so it is explained there.
    let of = |report: &Report| {
        let of_priorities = report.priorities.iter().flat_map(Priority::explanations);
        report.explanations.iter().chain(of_priorities).any(|one| names(one.text.words()))
    };
    reports.iter().any(of)
}
