//! All districts and terms rolled up: who has reported, and what the reports hold, counted. Plain data
//! that points into the reports; the words for people are `rollup/page.rs`, formats are elsewhere.
//!
//! One choice of reports (the [`Filter`]) stands under every number of a rollup, and every view counts
//! alike: a statement with its nested items is one, a bare "none" is no statement.

use crate::corpus::Corpus;
use crate::diagnostic::Diagnostic;
use crate::form::Form;
use crate::report::{Report, Stated};
use crate::source::{Sources, Text};
use crate::term::Term;

mod count;
pub mod coverage;
pub mod districts;
pub mod documents;
mod filter;
pub mod findings;
pub mod follow_through;
pub mod life;
#[cfg(test)]
pub(crate) mod made;
pub mod page;
pub mod plans;
pub mod priorities;
mod reasons;
mod rows;
pub mod statements;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod themes;

pub use count::{Count, Tally};
pub use coverage::Coverage;
pub use filter::Filter;
use filter::Sieve;
use reasons::Reasons;
pub use reasons::are_given as reasons_are_given;
pub use rows::Rows;

/// What the rows of a rollup are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    /// One for each district.
    Districts,
    /// One for each term.
    Terms,
    /// One for each theme of each priority.
    Themes,
    /// One for each priority, over its terms.
    Priorities,
    /// One for each report: what came of what the one before it planned.
    FollowThrough,
    /// One for each planned statement: what came of it.
    Plans,
    /// One for each finding that is open.
    Findings,
    /// One for each finding that a report explains.
    Explanations,
    /// One for each statement.
    Statements,
    /// One for each district and term: whether its report is there.
    Coverage,
}

impl View {
    /// All of them.
    pub const ALL: [View; 10] = [
        View::Districts,
        View::Terms,
        View::Themes,
        View::Priorities,
        View::FollowThrough,
        View::Plans,
        View::Findings,
        View::Explanations,
        View::Statements,
        View::Coverage,
    ];

    /// Its permanent word, for the command line and for machines.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            View::Districts => "districts",
            View::Terms => "terms",
            View::Themes => "themes",
            View::Priorities => "priorities",
            View::FollowThrough => "follow-through",
            View::Plans => "plans",
            View::Findings => "findings",
            View::Explanations => "explanations",
            View::Statements => "statements",
            View::Coverage => "coverage",
        }
    }

    /// Whether its rows are findings: then the rules must have been run.
    #[must_use]
    pub fn is_of_findings(self) -> bool {
        matches!(self, View::Findings | View::Explanations)
    }

    /// Whether it tells the reasons that reports give for what is gone: then the rules must have been run, if any are given.
    #[must_use]
    pub fn tells_reasons(self) -> bool {
        matches!(self, View::Districts | View::Priorities | View::FollowThrough | View::Plans)
    }
}

/// A rollup.
#[derive(Clone, Debug)]
pub struct Rollup<'a> {
    /// What its rows are.
    pub view: View,
    /// Who was expected to report, and who did.
    pub coverage: Coverage<'a>,
    /// Its rows.
    pub rows: Rows<'a>,
    /// How many of its rows, the last, are not shown. What is said of all of them together counts these too.
    pub left_out: usize,
    /// What it is limited to beside terms, such as "the theme Attendance".
    pub limits: Vec<String>,
    /// Whether it is of some districts only, so that what one of them has alone cannot be told.
    pub is_of_some: bool,
}

impl Rollup<'_> {
    /// Shows the first rows alone.
    pub fn limit(&mut self, most: usize) {
        self.left_out = self.rows.len().saturating_sub(most);
    }

    /// How many rows are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.rows.len().saturating_sub(self.left_out)
    }
}

/// A report that the filter takes, and what was found in it.
#[derive(Clone, Copy, Debug)]
struct Kept<'a> {
    report: &'a Report,
    term: Option<Term>,
    findings: Tally,
}

/// Rolls the reports up that the filter takes. `findings` are counted where they stand, but for those that a report
/// explains; whoever needs neither a count of them nor the reasons that are given need not give any.
#[must_use]
pub fn roll<'a>(
    view: View,
    corpus: &'a Corpus,
    form: &'a Form,
    findings: &[Diagnostic],
    filter: &Filter,
) -> Rollup<'a> {
    let sieve = Sieve::of(filter, form);
    let reasons = &Reasons::among(findings);
    let coverage = coverage::coverage(corpus, form, filter);
    let kept = || -> Vec<Kept<'a>> {
        let tallies = count::tallies(corpus.reports(), findings, &sieve);
        let all = corpus.reports().iter().zip(tallies);
        let taken = all.filter(|(report, _)| filter.takes(report, form) && sieve.takes_some(report));
        taken.map(|(report, findings)| Kept { report, term: report.term(), findings }).collect()
    };
    let rows = match view {
        View::Districts => Rows::Districts(districts::rows(&kept(), &coverage, corpus, &sieve, reasons)),
        View::Terms => Rows::Terms(terms::rows(&kept(), &sieve)),
        View::Themes => Rows::Themes(themes::rows(corpus, &sieve)),
        View::Priorities => Rows::Priorities(priorities::rows(corpus, &sieve, reasons)),
        View::FollowThrough => Rows::FollowThrough(follow_through::rows(corpus, &sieve, reasons)),
        View::Plans => Rows::Plans(plans::rows(corpus, &sieve, reasons)),
        View::Findings => Rows::Findings(findings::rows(corpus, findings, false, &sieve)),
        View::Explanations => Rows::Explanations(findings::rows(corpus, findings, true, &sieve)),
        View::Statements => Rows::Statements(statements::rows(&kept(), &sieve)),
        View::Coverage => Rows::Coverage(coverage.places.clone()),
    };
    let is_of_some = !filter.districts.is_empty() || !filter.areas.is_empty() || coverage.leaves_out();
    Rollup { view, coverage, rows, left_out: 0, limits: documents::limits(filter, form), is_of_some }
}

/// A stated value as it may be shown: the value, but the masked words where a part of them is private.
#[must_use]
pub fn shown(stated: &Stated<String>, sources: &Sources) -> String {
    sources.value(&stated.value, &stated.text)
}

/// A title or name that many rows repeat, cut where it is longer than any: a table of thousands of rows would
/// otherwise be thousands of times as long as the report.
#[must_use]
pub fn title(text: &Text, sources: &Sources) -> String {
    sources.beginning(text, 200)
}

/// The district as the report states it, with its place.
fn district(report: &Report) -> Option<&Stated<String>> {
    report.districts.first().map(|district| &district.stated)
}

/// The term that coverage counts by: academic year and season.
fn season(term: Term) -> Term {
    Term { half: None, month: None, ..term }
}
