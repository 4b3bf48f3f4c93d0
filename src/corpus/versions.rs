//! Two versions of one report: the same district and term, and priorities of the same titles. Counted both, the work would
//! count twice; so all but one are set aside.

use super::Corpus;
use crate::form::fold;
use crate::report::{Priority, Report};
use crate::source::SourceId;
use crate::term::Term;
use std::cmp::Ordering;
use std::collections::HashSet;

impl Corpus {
    /// Sets all versions of a report aside but the one that counts: the one that was sent last, where each says when; else the
    /// whole one, the fullest, the last by name.
    pub fn set_versions_aside(&mut self) {
        let mut aside: HashSet<(SourceId, usize)> = HashSet::new();
        for series in self.series() {
            let mut kept: Vec<(Term, &Report)> = Vec::new();
            for (term, report) in &series.reports {
                match kept.iter_mut().find(|(then, one)| then.same_slot(term) && are_versions(one, report)) {
                    Some((then, one)) if counts_before(report, one) => {
                        aside.insert((one.source, one.number));
                        (*then, *one) = (*term, report);
                    }
                    Some(_) => _ = aside.insert((report.source, report.number)),
                    None => kept.push((*term, report)),
                }
            }
        }
        if !aside.is_empty() {
            let is_aside = |report: &mut Report| aside.contains(&(report.source, report.number));
            self.aside = self.reports.extract_if(.., is_aside).collect();
        }
    }

    /// The versions that were set aside, in the order of their files.
    #[must_use]
    pub fn aside(&self) -> &[Report] {
        &self.aside
    }
}

/// Whether two reports of one term have a priority in common. Two without one are parts of a report, and both count.
pub(crate) fn are_versions(one: &Report, other: &Report) -> bool {
    let titles = |report: &Report| -> HashSet<String> { report.priorities.iter().map(|p| fold(p.name())).collect() };
    one.priorities.is_empty() || other.priorities.is_empty() || !titles(one).is_disjoint(&titles(other))
}

fn counts_before(one: &Report, other: &Report) -> bool {
    let sent = |report: &Report| report.submitted.as_ref().map(|sent| sent.value.clone());
    let sent = match (sent(one), sent(other)) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => Ordering::Equal,
    };
    let whole = other.cut_short.cmp(&one.cut_short);
    let full = statements(one).cmp(&statements(other));
    sent.then(whole).then(full).then((one.source, one.number).cmp(&(other.source, other.number))) == Ordering::Greater
}

fn statements(report: &Report) -> usize {
    let of = |priority: &Priority| priority.passages.iter().map(|passage| passage.statements.len()).sum::<usize>();
    report.priorities.iter().map(of).sum()
}
