//! One row for each finding that is open, or for each that a report explains: what `lint` says of all reports.

use super::{Sieve, district};
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostic;
use crate::report::{Priority, Report, Stated};
use crate::source::{SourceId, Text};
use crate::term::Term;
use std::collections::HashMap;

/// A finding.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The district of its report, if that names one; none for what is said of all reports together.
    pub district: Option<&'a Stated<String>>,
    /// The term of its report, if that states a clear one.
    pub term: Option<Term>,
    /// The title of its priority, if it stands in one that has a title.
    pub priority: Option<&'a Text>,
    /// The finding.
    pub finding: Diagnostic,
}

/// The findings in the order of their places.
pub(super) fn rows<'a>(
    corpus: &'a Corpus,
    findings: &[Diagnostic],
    explained: bool,
    sieve: &Sieve<'_>,
) -> Vec<Row<'a>> {
    let mut by_source: HashMap<SourceId, Vec<&'a Report>> = HashMap::new();
    corpus.reports().iter().for_each(|report| by_source.entry(report.source).or_default().push(report));
    let row = |finding: &Diagnostic| match by_source.get(&finding.span.source) {
        Some(reports) => {
            let report = reports.iter().find(|report| report.whole.holds(finding.span)).or(reports.first())?;
            of_report(report, finding, sieve)
        }
        None => of_all(finding, sieve),
    };
    findings.iter().filter(|finding| finding.explained.is_some() == explained).filter_map(row).collect()
}

fn of_report<'a>(report: &'a Report, finding: &Diagnostic, sieve: &Sieve<'_>) -> Option<Row<'a>> {
    let holds = |priority: &&'a Priority| priority.whole.holds(finding.span) && !finding.place.is_empty();
    let priority = report.priorities.iter().find(holds);
    let is_taken = sieve.is_open() || priority.is_some_and(|priority| sieve.takes(priority));
    (is_taken && sieve.filter.takes(report, sieve.form)).then(|| Row {
        district: district(report),
        term: report.term(),
        priority: priority.and_then(|priority| priority.title.as_ref()),
        finding: finding.clone(),
    })
}

/// What is said of termwise.yaml: of a term that it expects.
fn of_all<'a>(finding: &Diagnostic, sieve: &Sieve<'_>) -> Option<Row<'a>> {
    let place = sieve.form.expected_at.iter().find(|(_, span)| *span == finding.span);
    let (term, filter) = (place.map(|(term, _)| *term), sieve.filter);
    let of_all = filter.districts.is_empty() && filter.areas.is_empty() && sieve.is_open();
    let is_taken = of_all && term.is_none_or(|term| filter.takes_slot(term));
    is_taken.then(|| Row { district: None, term, priority: None, finding: finding.clone() })
}
