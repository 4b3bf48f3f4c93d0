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
mod filter;
pub mod follow_through;
pub mod life;
#[cfg(test)]
pub(crate) mod made;
pub mod page;
pub mod priorities;
pub mod statements;
pub mod terms;
#[cfg(test)]
mod tests;

pub use count::{Count, Tally};
pub use coverage::Coverage;
pub use filter::Filter;

/// What the rows of a rollup are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    /// One for each district.
    Districts,
    /// One for each term.
    Terms,
    /// One for each priority, over its terms.
    Priorities,
    /// One for each report: what came of what the one before it planned.
    FollowThrough,
    /// One for each statement.
    Statements,
}

impl View {
    /// All of them.
    pub const ALL: [View; 5] = [View::Districts, View::Terms, View::Priorities, View::FollowThrough, View::Statements];

    /// Its permanent word, for the command line and for machines.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            View::Districts => "districts",
            View::Terms => "terms",
            View::Priorities => "priorities",
            View::FollowThrough => "follow-through",
            View::Statements => "statements",
        }
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
}

/// The rows of a rollup.
#[derive(Clone, Debug)]
pub enum Rows<'a> {
    /// Of [`View::Districts`].
    Districts(Vec<districts::Row<'a>>),
    /// Of [`View::Terms`].
    Terms(Vec<terms::Row>),
    /// Of [`View::Priorities`].
    Priorities(Vec<priorities::Row<'a>>),
    /// Of [`View::FollowThrough`].
    FollowThrough(Vec<follow_through::Row<'a>>),
    /// Of [`View::Statements`].
    Statements(Vec<statements::Row<'a>>),
}

/// A report that the filter takes, and what was found in it.
#[derive(Clone, Copy, Debug)]
struct Kept<'a> {
    report: &'a Report,
    term: Option<Term>,
    findings: Tally,
}

/// Rolls the reports up that the filter takes. `findings` are counted where they stand; whether some are
/// left out of it is the caller's choice.
#[must_use]
pub fn roll<'a>(
    view: View,
    corpus: &'a Corpus,
    form: &'a Form,
    findings: &[Diagnostic],
    filter: &Filter,
) -> Rollup<'a> {
    let tallies = count::tallies(corpus.reports(), findings);
    let all = corpus.reports().iter().zip(tallies);
    let kept: Vec<Kept<'a>> = all
        .map(|(report, findings)| Kept { report, term: report.term(), findings })
        .filter(|kept| filter.takes_district(kept.report.district(), form) && filter.takes_term(kept.term))
        .collect();
    let rows = match view {
        View::Districts => Rows::Districts(districts::rows(&kept, form)),
        View::Terms => Rows::Terms(terms::rows(&kept, form)),
        View::Priorities => Rows::Priorities(priorities::rows(corpus, form, filter)),
        View::FollowThrough => Rows::FollowThrough(follow_through::rows(corpus, form, filter)),
        View::Statements => Rows::Statements(statements::rows(&kept)),
    };
    Rollup { view, coverage: coverage::coverage(corpus, form, filter), rows }
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
