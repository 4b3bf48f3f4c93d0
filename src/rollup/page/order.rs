//! The rows of a rollup in the order of one of its columns: counts from the largest, terms from the earliest, levels from
//! the gravest, other words from A to Z, and empty cells last.

use super::table::{head, table};
use crate::diagnostic::Level;
use crate::form::{Form, fold, fold_name};
use crate::page::Cell;
use crate::rollup::{Rollup, Rows};
use crate::source::Sources;
use crate::term::{self, Term};

/// The columns that a rollup's rows can be sorted by.
#[must_use]
pub fn columns(rollup: &Rollup<'_>, form: &Form) -> Vec<String> {
    head(&rollup.rows, form, true)
}

/// What a cell is put in order by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(std::cmp::Reverse<u64>),
    Level(std::cmp::Reverse<Level>),
    Term(Term),
    Words(String),
    Empty,
}

const LEVELS: [Level; 3] = [Level::Error, Level::Query, Level::Note];

/// Sorts the rows by a column; rows alike in it stay as they are. Whether there is such a column.
#[must_use]
pub fn sort(rollup: &mut Rollup<'_>, column: &str, form: &Form, sources: &Sources) -> bool {
    let (head, rows) = table(rollup, form, sources, true);
    let Some(at) = head.iter().position(|name| fold(name) == fold(column)) else { return false };
    let key = |row: &Vec<Cell>| match row.get(at) {
        Some(Cell::Number(number)) => Key::Number(std::cmp::Reverse(*number)),
        Some(Cell::Words(words)) => {
            let level = LEVELS.into_iter().find(|level| level.name() == words);
            if let Some(level) = level.filter(|_| matches!(rollup.rows, Rows::Findings(_))) {
                return Key::Level(std::cmp::Reverse(level));
            }
            let reading = term::read(words, form.scheme);
            let term = reading.term().ok().filter(|_| reading.is_term());
            term.map_or_else(|| Key::Words(fold_name(words)), Key::Term)
        }
        Some(Cell::Empty) | None => Key::Empty,
    };
    let keys: Vec<Key> = rows.iter().map(key).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|at| keys.get(*at).cloned());
    rollup.rows.arrange(&order);
    true
}
