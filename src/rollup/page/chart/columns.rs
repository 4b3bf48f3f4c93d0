//! The terms of a chart as its columns.

use crate::page::Column;
use crate::rollup::coverage::fills;
use crate::term::Term;

/// A term as a column: under its year, where there is little room by its first letters.
pub(in crate::rollup::page) fn column(term: Term) -> Column {
    let letters: String = term.season.name().chars().take(2).collect();
    let half = term.half.map_or_else(String::new, |half| half.to_string());
    Column { name: term.to_string(), within: Some((term.year.to_string(), letters + &half)) }
}

/// In which of these columns a report of a term stands.
pub(in crate::rollup::page) fn place_of(terms: &[Term], term: Term) -> Option<usize> {
    terms.iter().position(|slot| fills(slot, &term))
}
