//! A [`Page`](crate::page::Page) in one format each: a file, a function. None of them knows what the page
//! is about; each escapes for itself.

pub mod csv;
pub mod html;
pub mod markdown;
pub mod text;
pub mod xlsx;

use super::plain;
use crate::page::Cell;

/// Words on one line: white space folded to single spaces, the rest as [`plain`] shows it.
pub(super) fn line(words: &str) -> String {
    let spaced: Vec<&str> = words.split_whitespace().collect();
    plain(&spaced.join(" "))
}

/// Whether the column `at` holds counts alone, so that it is set to the right.
fn is_counted(rows: &[Vec<Cell>], at: usize) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(at)).peekable();
    cells.peek().is_some()
        && cells.clone().all(|cell| !matches!(cell, Cell::Words(_)))
        && cells.any(|cell| matches!(cell, Cell::Number(_)))
}
