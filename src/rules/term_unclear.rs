//! The term cannot be told from what is written.
//!
//! A quarter, a whole school year, several months or a number alone may each mean more than one term, and a
//! guess would put the report beside the wrong ones. A season and a school year are enough; the half and the
//! month may be added: “Spring 2 2023/24”, “Autumn October 2024”.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Quarter 3 2023/24
//! ---
//! ```
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2
//! ---
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Autumn October 2024
//! ---
//! ```

use crate::diagnostic::Level;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::term::{AcademicYear, Parts, Season, Term, Unclear};

pub(super) const RULE: Rule =
    Rule { name: "term-unclear", group: Group::Header, level: Level::Error, check: Check::Report(check), ..Rule::BASE };

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.term().is_some() {
        return;
    }
    let Some((stated, unclear)) = report.terms.iter().find_map(|t| Some((&t.stated, t.stated.value.term().err()?)))
    else {
        return;
    };
    let (fact, write) = match unclear {
        Unclear::WholeYear if stated.value.rest => {
            ("names a school year, but not autumn, spring or summer", "write which before the year")
        }
        unclear => words(unclear),
    };
    let message = format!("{} {fact}", emit.quote(&stated.text));
    let example = quoted(&like(&stated.value.parts).to_string());
    emit.at(stated.text.span(), message).advise(format!("{write}, for instance {example}"));
}

fn words(unclear: Unclear) -> (&'static str, &'static str) {
    match unclear {
        Unclear::Nothing => ("names no term", "write the season and the school year"),
        Unclear::Quarter => {
            ("is a quarter, and quarters are counted from different months", "write the term that the report is for")
        }
        Unclear::WholeYear => ("is a whole school year, not one of its terms", "add the season"),
        Unclear::Range => {
            ("covers more than one term or month", "write the one term that the report is for, and its school year")
        }
        Unclear::PartnershipYear => {
            ("counts the years of a partnership, not school years", "write the season and the school year")
        }
        Unclear::NumberedTerm => {
            ("is a number only, and schools count five or six terms", "write the season instead of the number")
        }
        Unclear::NoYear => ("does not say in which school year", "add the school year"),
        Unclear::NoSeason => ("does not say autumn, spring or summer", "add the season"),
        Unclear::YearsNotConsecutive => {
            ("has two years that do not follow each other", "write the two years of one school year")
        }
        Unclear::HalfOutOfRange => {
            ("has a half that is neither 1 nor 2", "write 1 or 2 after the season, or leave it out")
        }
    }
}

/// A term that keeps what was understood.
fn like(parts: &Parts) -> Term {
    Term {
        year: parts.year.unwrap_or(AcademicYear(2023)),
        season: parts.season.unwrap_or(Season::Spring),
        half: parts.half.filter(|half| matches!(half, 1 | 2)),
        month: None,
        shown: parts.shown,
    }
}
