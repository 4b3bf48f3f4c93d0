//! One row for each planned statement of a report that has a later one: what came of it, and what tells of it.

use super::Sieve;
use super::follow_through::{self, Came};
use super::reasons::Reasons;
use crate::corpus::Corpus;
use crate::report::Stated;
use crate::term::Term;

/// A planned statement.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The term it was planned in.
    pub term: Term,
    /// The term in whose report it was looked for.
    pub later: Term,
    /// What came of it.
    pub came: Came<'a>,
}

/// The planned statements by district and term, as they stand; one that several reports of a term tell of once.
pub(super) fn rows<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>, reasons: &Reasons<'_>) -> Vec<Row<'a>> {
    let followed = follow_through::rows(corpus, sieve, reasons);
    let plans = follow_through::plans(followed.iter().filter_map(|row| row.plan.as_ref()));
    let of_plan = |plan: follow_through::Plan<'a>| {
        let (district, term, later) = (plan.district, plan.term, plan.later);
        plan.outcomes.into_iter().map(move |came| Row { district, term, later, came })
    };
    plans.into_iter().flat_map(of_plan).collect()
}
