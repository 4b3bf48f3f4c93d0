//! A figure is kept back in one report, and the other reports give it away.
//!
//! Each report may be safe by itself, and all of them together are not: where one says how many there are in all and others give
//! their parts, whoever reads them one after another has the figure that is left. A rollup puts them side by side. Leave the
//! total out, round it to the nearest 10, or keep a second figure back; `termwise rollup --mask` leaves a second one out by itself.
//!
//! Statements are compared that count the same in the same words, each with one figure: those of all districts for one term, and
//! those of one district in one academic year.
//!
//! ```markdown bad file=eastvale.md
//! ---
//! district: Eastvale
//! officers: [Noor Abadi]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Impact so far
//! - 5 or fewer pupils were permanently excluded
//! ```
//!
//! ```markdown bad file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Impact so far
//! - 18 pupils were permanently excluded
//! - 21 pupils were permanently excluded in the county altogether
//! ```
//!
//! ```markdown good file=eastvale.md
//! ---
//! district: Eastvale
//! officers: [Noor Abadi]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Impact so far
//! - 5 or fewer pupils were permanently excluded
//! ```
//!
//! ```markdown good file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Impact so far
//! - 18 pupils were permanently excluded
//! - About 20 pupils were permanently excluded in the county altogether
//! ```

use crate::corpus::Corpus;
use crate::diagnostic::Level;
use crate::disclosure;
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "recoverable-together",
    group: Group::Disclosure,
    level: Level::Query,
    check: Check::Corpus(check),
    ..Rule::BASE
};

fn check(corpus: &Corpus, emit: &mut Emit<'_>) {
    for one in disclosure::together(corpus) {
        let shown = emit.sources.shown(one.span);
        let place = |span: Span| format!("{}, line {}", emit.sources.name(span.source), emit.sources.start(span).line);
        let (total, second) = (place(one.total), place(one.second));
        let message = format!(
            "“{}” is given away by the reports together: the total in {total} less the other figures leaves it",
            shown.trim()
        );
        let help =
            format!("leave the total out or round it to the nearest 10, or keep back the figure in {second} as well");
        emit.at(one.span, message).advise(help).also(one.total, "how many there are in all");
    }
}
