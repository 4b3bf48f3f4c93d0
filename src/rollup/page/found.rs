//! Findings, and what the reports explain of them.

use super::{many, place, term_cell, word_cell};
use crate::diagnostic::{Diagnostic, Level};
use crate::page::{Block, Cell, words};
use crate::rollup::findings::Row;
use crate::rollup::shown;
use crate::source::Sources;

/// An open finding.
pub(super) fn finding(row: &Row<'_>, sources: &Sources) -> Vec<Cell> {
    let Diagnostic { rule, level, message, .. } = &row.finding;
    let said = [level.name(), rule, message].map(|words| Cell::Words(words.to_owned()));
    of(row, said, sources)
}

/// An explained one.
pub(super) fn explanation(row: &Row<'_>, sources: &Sources) -> Vec<Cell> {
    let Diagnostic { rule, message, explained, .. } = &row.finding;
    let said = [rule, explained.as_deref().unwrap_or_default(), message].map(|words| Cell::Words(words.to_owned()));
    of(row, said, sources)
}

fn of(row: &Row<'_>, said: [Cell; 3], sources: &Sources) -> Vec<Cell> {
    let district = word_cell(row.district.map(|district| shown(district, sources)));
    let place_words = word_cell(Some(row.finding.place.clone()).filter(|place| !place.is_empty()));
    let first = [district, term_cell(row.term)].into_iter().chain(said);
    first.chain([place_words]).chain(place(row.finding.span, sources)).collect()
}

/// How many there are of each level, which are not added up.
pub(super) fn sum(rows: &[Row<'_>]) -> Block {
    let count = |level: Level| rows.iter().filter(|row| row.finding.level == level).count();
    let query = |count: usize| if count == 1 { "1 query".to_owned() } else { format!("{count} queries") };
    let (errors, notes) = (many(count(Level::Error), "error"), many(count(Level::Note), "note"));
    Block::Note(words(match rows {
        [] => "Nothing is open.".to_owned(),
        _ => format!("In these rows: {errors}, {} and {notes}.", query(count(Level::Query))),
    }))
}
