//! The table of the planned statements: what came of each, what tells of it, and where both stand.

use super::came::{OUTCOMES, STALLED_OUTCOMES};
use super::{place, priority_name, term_cell, word_cell};
use crate::follow::Outcome;
use crate::form::{Field, Form};
use crate::page::Cell;
use crate::report::{Priority, field_name};
use crate::rollup::follow_through::{Came, Told};
use crate::rollup::plans::Row;
use crate::rollup::{shown, statements, title};
use crate::source::Sources;

pub(super) fn head(form: &Form) -> Vec<String> {
    let (district, priority) = (field_name(form, Field::District), priority_name(form));
    let id = format!("{priority} {}", field_name(form, Field::Id).to_lowercase());
    let first = [district, "Planned in", "Looked for in", priority, &id, "Planned", "Outcome"];
    let told = ["Told by", "Reason", "File", "Line", "Told in file", "Told in line"];
    first.into_iter().chain(told).map(str::to_owned).collect()
}

pub(super) fn row(row: &Row<'_>, sources: &Sources) -> Vec<Cell> {
    let Row { district, term, later, came } = row;
    let Came { priority, statement, told, reason, .. } = came;
    let name = |priority: &Priority| word_cell(priority.title.as_ref().map(|words| title(words, sources)));
    let whole = |statement| Cell::Words(statements::words(statement, sources));
    let mut cells = vec![
        Cell::Words(shown(district, sources)),
        term_cell(Some(*term)),
        term_cell(Some(*later)),
        name(priority),
        word_cell(priority.id().map(|id| shown(id, sources))),
        whole(statement),
        Cell::Words(outcome(came).to_owned()),
        told.map_or(Cell::Empty, |Told { statement, .. }| whole(statement)),
        word_cell(reason.clone()),
    ];
    cells.extend(place(statement.span, sources));
    cells.extend(told.map_or([Cell::Empty, Cell::Empty], |told| place(told.statement.span, sources)));
    cells
}

/// What came of it, as the other views call it.
fn outcome(came: &Came<'_>) -> &'static str {
    let at = Outcome::ALL.iter().position(|outcome| *outcome == came.outcome);
    let words: &[&str] = if came.stalled { &STALLED_OUTCOMES } else { &OUTCOMES };
    at.and_then(|at| words.get(at).or_else(|| OUTCOMES.get(at))).copied().unwrap_or_default()
}
