//! What reports hold, counted in one way for every view.

use super::{Kept, Sieve};
use crate::diagnostic::{Diagnostic, Level};
use crate::form::SectionId;
use crate::report::{Priority, Report};
use crate::source::SourceId;
use std::collections::HashMap;

/// Findings by level.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// To be corrected.
    pub errors: usize,
    /// To be corrected or explained.
    pub queries: usize,
    /// Advice.
    pub notes: usize,
}

impl Tally {
    fn add(&mut self, level: Level) {
        match level {
            Level::Error => self.errors += 1,
            Level::Query => self.queries += 1,
            Level::Note => self.notes += 1,
        }
    }
}

/// What some reports hold together.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Count {
    /// How many reports they are, duplicates too.
    pub reports: usize,
    /// Statements in each section of the form, in its order.
    pub statements: Vec<usize>,
    /// What was found in them.
    pub findings: Tally,
}

impl Count {
    /// Counts reports.
    pub(super) fn of(kept: &[&Kept<'_>], sieve: &Sieve<'_>) -> Count {
        let mut count = Count { statements: vec![0; sieve.form.sections.len()], ..Count::default() };
        for Kept { report, findings, .. } in kept {
            count.reports += 1;
            count.findings.errors += findings.errors;
            count.findings.queries += findings.queries;
            count.findings.notes += findings.notes;
            for priority in report.priorities.iter().filter(|priority| sieve.takes(priority)) {
                for (number, held) in count.statements.iter_mut().enumerate() {
                    *held += statements(priority, SectionId(number));
                }
            }
        }
        count
    }
}

/// How many statements a section of a priority holds; one that says but "none" holds none.
fn statements(priority: &Priority, section: SectionId) -> usize {
    priority.passages_of(section).filter(|passage| !passage.is_empty()).map(|passage| passage.statements.len()).sum()
}

/// The findings of each report, in the order of the reports. A finding belongs to the report of its file
/// that it stands in; one that stands between the reports of a file, to the first of them. Where only some priorities are
/// taken, only what stands in these counts.
pub(super) fn tallies(reports: &[Report], findings: &[Diagnostic], sieve: &Sieve<'_>) -> Vec<Tally> {
    if findings.is_empty() {
        return vec![Tally::default(); reports.len()];
    }
    let mut by_source: HashMap<SourceId, Vec<usize>> = HashMap::new();
    for (number, report) in reports.iter().enumerate() {
        by_source.entry(report.source).or_default().push(number);
    }
    let mut tallies = vec![Tally::default(); reports.len()];
    for finding in findings.iter().filter(|finding| finding.explained.is_none()) {
        let Some(there) = by_source.get(&finding.span.source) else { continue };
        let holds = |number: &&usize| reports.get(**number).is_some_and(|report| report.whole.holds(finding.span));
        let number = there.iter().find(holds).or(there.first());
        let within = |priority: &Priority| priority.whole.holds(finding.span) && sieve.takes(priority);
        let counts = |number: &&usize| {
            sieve.is_open() || reports.get(**number).is_some_and(|report| report.priorities.iter().any(within))
        };
        if let Some(tally) = number.filter(counts).and_then(|number| tallies.get_mut(*number)) {
            tally.add(finding.level);
        }
    }
    tallies
}
