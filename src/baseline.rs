//! Findings that an authority has decided to live with for now: known by what they are about, not by where they
//! stand, so that a report may be edited around them.
//!
//! A finding is known again by its rule, district, term, priority and words, and by what it says of them: last term's
//! fault forgives none of this term's. Private words are masked before they come here.

use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::source::Sources;
use std::collections::BTreeMap;

mod fingerprint;
pub use fingerprint::{Fingerprint, fingerprints};

/// The most characters of a finding's words that are kept.
const LONGEST: usize = 200;

/// What a finding is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Entry {
    /// Its rule.
    pub rule: String,
    /// The district of its report, if one is stated.
    pub district: Option<String>,
    /// The term of its report, if one is stated.
    pub term: Option<String>,
    /// The title of its priority, if it stands in one that has a title.
    pub priority: Option<String>,
    /// The words it is about, cut where they are long; none where it is about the report as a whole.
    pub words: String,
    /// What it says: several findings of one rule may be about the same words.
    pub message: String,
}

/// How many findings are known of each kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Baseline {
    counts: BTreeMap<Entry, usize>,
}

impl Entry {
    /// What a finding is about; `report` is the one it stands in, if it stands in one.
    #[must_use]
    pub fn of(finding: &Diagnostic, report: Option<&Report>, sources: &Sources) -> Entry {
        let stated = report.and_then(|report| report.districts.first());
        let priorities = report.map_or(&[][..], |report| &report.priorities);
        // Priorities stand in order; the last that begins at or before the finding is the one, if it reaches so far.
        let before = priorities.partition_point(|priority| priority.whole.start <= finding.span.start);
        let last = before.checked_sub(1).and_then(|at| priorities.get(at));
        let priority = last.filter(|priority| priority.whole.holds(finding.span));
        let title = priority.and_then(|priority| priority.title.as_ref());
        let is_whole = report.is_some_and(|report| report.span == finding.span);
        Entry {
            rule: finding.rule.to_owned(),
            district: stated.map(|headed| short(&sources.value(&headed.stated.value, &headed.stated.text))),
            term: report.and_then(Report::term).map(|term| term.to_string()),
            priority: title.map(|title| short(&sources.words(title))),
            words: if is_whole { String::new() } else { short(&sources.shown(finding.span)) },
            message: short(&message(finding, sources)),
        }
    }
}

/// What a finding says, with other files by their paths from the root: what a path looks like from here is not kept.
fn message(finding: &Diagnostic, sources: &Sources) -> String {
    let mut message = finding.message.clone();
    for related in &finding.related {
        let (name, path) = (sources.name(related.span.source), sources.path(related.span.source));
        if name != path && !name.is_empty() {
            message = message.replacen(name, path, 1);
        }
    }
    message
}

/// Words on one line, cut where they are long.
fn short(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

impl Baseline {
    /// Adds a finding.
    pub fn add(&mut self, entry: Entry, count: usize) {
        let known = self.counts.entry(entry).or_default();
        *known = known.saturating_add(count);
    }

    /// Whether a finding is known; each is known as often as it was added.
    pub fn takes(&mut self, entry: &Entry) -> bool {
        let Some(left) = self.counts.get_mut(entry) else { return false };
        *left -= 1;
        if *left == 0 {
            self.counts.remove(entry);
        }
        true
    }

    /// What is in it, in order, with how often; after all findings were asked for, what is stale.
    pub fn entries(&self) -> impl Iterator<Item = (&Entry, usize)> {
        self.counts.iter().map(|(entry, count)| (entry, *count))
    }
}
