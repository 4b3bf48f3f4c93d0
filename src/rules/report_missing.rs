//! A report that termwise.yaml expects is not there.
//!
//! Whoever puts the districts together would take a report that is missing for work that was not done. The finding stands at
//! the term in termwise.yaml, one for each district that lacks it. It is told where termwise.yaml names
//! districts and lists the terms that are expected, and where all reports are checked, not some of them by name.
//!
//! Reports of a term come in over weeks, and a report that is not due yet is not missing. So nothing is said of a term before
//! a report of a later one is there; with `--as-at DATE` also once its last day, under `due` in termwise.yaml, has passed. A
//! report that will not come can be named under `excused`, as `DISTRICT, TERM`.
//!
//! ```yaml bad file=termwise.yaml
//! districts: [Northmoor, Eastvale]
//! terms:
//!   expected: [Spring 2023/24, Summer 2023/24]
//! ```
//!
//! ```markdown bad file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown bad file=eastvale.md
//! ---
//! district: Eastvale
//! officers: [Noor Abadi]
//! term: Summer 1 2023/24
//! ---
//! ```
//!
//! ```yaml good file=termwise.yaml
//! districts: [Northmoor, Eastvale]
//! terms:
//!   expected: [Spring 2023/24, Summer 2023/24]
//! rules:
//!   report-missing:
//!     # Eastvale had no officer in spring.
//!     excused: ["Eastvale, Spring 2023/24"]
//! ```
//!
//! ```markdown good file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown good file=eastvale.md
//! ---
//! district: Eastvale
//! officers: [Noor Abadi]
//! term: Summer 1 2023/24
//! ---
//! ```

use crate::corpus::Corpus;
use crate::diagnostic::Level;
use crate::form::{Field, fold_name};
use crate::report::field_name;
use crate::rule::{Check, Emit, Group, Rule, Setting, Standard};
use crate::source::{SourceId, Span};
use crate::term::{self, Term};
use std::collections::HashMap;

pub(super) const RULE: Rule = Rule {
    name: "report-missing",
    group: Group::Repository,
    level: Level::Query,
    settings: &[Setting {
        name: "excused",
        standard: Standard::Words,
        about: "Reports that will not come, each as its district, a comma and its term.",
    }],
    check: Check::Corpus(check),
    ..Rule::BASE
};

fn check(corpus: &Corpus, emit: &mut Emit<'_>) {
    let form = emit.form;
    let told = form.districts.list();
    if told.is_empty() || emit.sources.get(SourceId::SETTINGS).is_none() {
        return;
    }
    let mut reported: HashMap<String, Vec<Term>> = HashMap::new();
    for report in corpus.reports() {
        if let (Some(district), Some(term)) = (report.district(), report.term()) {
            reported.entry(fold_name(district)).or_default().push(term);
        }
    }
    let Some(latest) = reported.values().flatten().max().copied() else { return };
    for (term, place) in &form.expected_at {
        let is_past = (latest.year, latest.season, half(term, &latest)) > (term.year, term.season, term.half);
        let is_overdue = form.is_overdue(*term);
        if !is_past && !is_overdue {
            continue;
        }
        let lacks = |name: &str| {
            let terms = reported.get(&fold_name(name)).map_or(&[][..], Vec::as_slice);
            !terms.iter().any(|one| fills(term, one)) && !form.is_excused(name, *term)
        };
        // One for each district: that another comes in is nothing new about this one.
        for one in told.iter().filter(|one| lacks(&one.name)) {
            tell(*term, *place, &one.name, is_overdue, emit);
        }
    }
}

fn tell(term: Term, place: Span, name: &str, is_overdue: bool, emit: &mut Emit<'_>) {
    let district = field_name(emit.form, Field::District).to_lowercase();
    let due = emit.form.due(term).filter(|_| is_overdue);
    let overdue = due.map_or_else(String::new, |due| format!(", which was due on {},", term::day(due)));
    let help = format!(
        "ask for the report{overdue} or see whether one that is there states another {district} or term; if it will not come, \
         write `excused: [\"{name}, {term}\"]` under the rule report-missing in termwise.yaml"
    );
    emit.at(place, format!("there is no report from {name} for {term}")).advise(help);
}

/// Whether a report for this term is the one that is expected.
fn fills(expected: &Term, term: &Term) -> bool {
    expected.same_slot(&Term { half: half(expected, term), month: None, ..*term })
}

/// The half that counts: none where whole seasons are expected.
fn half(expected: &Term, term: &Term) -> Option<u8> {
    expected.half.and(term.half_or_implied())
}
