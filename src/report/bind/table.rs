//! Tables: a form laid out in columns, a header laid out in rows, or figures inside a section.

use super::{Binder, Sub};
use crate::form::{Field, Label, Status};
use crate::outline::markdown::joined;
use crate::outline::{Body, Entry, Kind};
use crate::source::{Run, Span, Text, number};
use crate::term;

impl Binder<'_> {
    /// A table whose head holds labels is read by columns, one whose first column holds labels by rows;
    /// any other is a statement a row.
    pub(super) fn table(&mut self, table: Entry) {
        let mut rows = table.entries.into_iter();
        let Some(head) = rows.next() else { return };
        let rows: Vec<Entry> = rows.collect();
        let columns: Vec<Option<Label>> = head.entries.iter().map(|cell| self.known(cell)).collect();
        if self.is_by_rows(&head, &rows, &columns) {
            std::iter::once(head).chain(rows).for_each(|row| self.labelled_row(row));
        } else if self.is_by_columns(&rows, &columns) {
            self.columns(&head, rows, &columns);
        } else {
            self.figures(&head, rows);
        }
    }

    fn known(&self, cell: &Entry) -> Option<Label> {
        cell.body.first().and_then(|text| self.form.label(text.words()))
    }

    /// Whether each row has its label first. A table of figures may have a label's name over its first column:
    /// `| Term | Pupils excluded |`.
    fn is_by_rows(&self, head: &Entry, rows: &[Entry], columns: &[Option<Label>]) -> bool {
        if columns.iter().skip(1).any(Option::is_some) {
            return false;
        }
        let label = |row: &Entry| row.entries.first().and_then(|cell| self.known(cell));
        let is_field = |row: &Entry| matches!(label(row), Some(Label::Field(_)));
        let opens = columns.len() > 1 && label(head).is_some();
        if are_figures(rows) {
            return rows.iter().all(is_field) || opens && !self.is_inside() && self.may_state(head);
        }
        // What a column is called inside a section opens none.
        let is_stray = self.is_inside() && !rows.is_empty();
        rows.iter().any(|row| label(row).is_some()) || opens && !is_stray
    }

    /// Whether columns are parts of a form. A school may have its status, or what was planned, beside its figures.
    fn is_by_columns(&self, rows: &[Entry], columns: &[Option<Label>]) -> bool {
        let is_inside = self.is_inside();
        if columns.len() == 1 || !is_inside && !are_figures(rows) {
            return columns.iter().any(Option::is_some);
        }
        let has_words = |at: usize| {
            let mut cells = rows.iter().filter_map(|row| row.entries.get(at)?.body.first());
            cells.any(|text| !is_short(text.words()))
        };
        let is_part =
            |label: &Option<Label>| label.is_some_and(|label| !is_inside || !matches!(label, Label::Field(_)));
        columns.iter().enumerate().filter(|(at, label)| is_part(label) && has_words(*at)).count() > 1
    }

    /// Whether words go into a section now, the form's or another.
    fn is_inside(&self) -> bool {
        self.open || self.outside.is_some()
    }

    /// Whether a row over figures may state a field of the report or the priority that is open.
    fn may_state(&self, row: &Entry) -> bool {
        let mut cells = row.entries.iter();
        let Some(Label::Field(field)) = cells.next().and_then(|cell| self.known(cell)) else { return false };
        let Some(value) = cells.next().and_then(|cell| cell.body.first()) else { return false };
        match field {
            Field::Term => term::read(value.words(), self.form.scheme).has_any(),
            Field::Status => Status::read(value.words()).is_some(),
            Field::District => self.report.districts.is_empty(),
            Field::Officers => self.report.officers.is_empty(),
            _ => true,
        }
    }

    /// `| District | Northmoor |`
    fn labelled_row(&mut self, row: Entry) {
        let span = row.span;
        let (cells, comments): (Vec<Body>, Vec<Vec<Entry>>) =
            row.entries.into_iter().map(|cell| (cell.body, cell.entries)).unzip();
        let mut cells = cells.into_iter();
        let label = cells.next().and_then(|body| body.into_iter().next());
        let body: Body = cells.flatten().collect();
        match label {
            Some(label) if self.form.label(label.words()).is_some() => {
                self.label(Entry { kind: Kind::Label, label: Some(label), body, entries: Vec::new(), span });
            }
            label => {
                let parts: Vec<Text> = label.into_iter().chain(body).collect();
                if let Some(text) = joined(&parts, " / ") {
                    self.words(Entry::of(Kind::Paragraph, text, span));
                }
            }
        }
        comments.into_iter().flatten().for_each(|comment| self.explain(comment));
    }

    /// Columns are sections or fields. With a column of priorities each row is one; without, each column
    /// is one section of the priority that is open.
    fn columns(&mut self, head: &Entry, rows: Vec<Entry>, columns: &[Option<Label>]) {
        let labels: Vec<Option<Text>> = head.entries.iter().map(|cell| cell.body.first().cloned()).collect();
        let cell = |row: &Entry, at: usize| {
            let cell = row.entries.get(at)?;
            cell.body.first().cloned().map(|text| (text, cell.entries.clone()))
        };
        let priority = columns.iter().position(|label| *label == Some(Label::Priority));
        // A row may have more cells than the head.
        let most = rows.iter().map(|row| row.entries.len()).fold(labels.len(), usize::max);
        let order: Vec<usize> = priority.into_iter().chain((0..most).filter(|at| Some(*at) != priority)).collect();
        let groups: Vec<&[Entry]> = match priority {
            Some(_) => rows.chunks(1).collect(),
            None => vec![rows.as_slice()],
        };
        for group in groups {
            for at in &order {
                let mut filled: Vec<(Text, Vec<Entry>)> = group.iter().filter_map(|row| cell(row, *at)).collect();
                match (columns.get(*at), labels.get(*at).cloned().flatten()) {
                    (Some(Some(Label::Section(id))), Some(label)) => {
                        self.open_section(*id, label, None, filled.len());
                        filled.into_iter().for_each(|(text, comments)| self.item(text, comments));
                    }
                    (Some(Some(Label::Priority)), Some(label)) => {
                        let span = filled.first().map_or(label.span(), |(text, _)| text.span());
                        let comments =
                            filled.iter_mut().flat_map(|cell| std::mem::take(&mut cell.1)).collect::<Vec<_>>();
                        self.open_priority(Some(label), filled.into_iter().next().map(|cell| cell.0), span);
                        comments.into_iter().for_each(|comment| self.explain(comment));
                    }
                    (Some(Some(Label::Field(field))), Some(label)) => {
                        let (values, comments): (Vec<Text>, Vec<Vec<Entry>>) = filled.into_iter().unzip();
                        self.field(*field, label, values.into());
                        comments.into_iter().flatten().for_each(|comment| self.explain(comment));
                    }
                    _ => filled.into_iter().for_each(|(text, comments)| self.item(text, comments)),
                }
            }
        }
    }

    /// A cell that is a statement, with what stands in it for termwise.
    fn item(&mut self, text: Text, comments: Vec<Entry>) {
        let span = text.span();
        self.place(Entry { entries: comments, ..Entry::of(Kind::Item, text, span) });
    }

    /// A statement a row; what the columns are called is the heading of the first.
    fn figures(&mut self, head: &Entry, rows: Vec<Entry>) {
        let is_any = rows.iter().any(|row| figures_of(row).any(|words| words.contains(|c: char| c.is_ascii_digit())));
        // The corner of a table is often empty; another head without a name keeps its place, as a cell does among figures.
        let corner = head.entries.iter().take(1).flat_map(|cell| cell.body.clone());
        let others = head.entries.iter().skip(1).flat_map(|cell| filled(cell.body.clone(), cell.span, is_any));
        let names: Vec<Text> = corner.chain(others).collect();
        let above: Vec<Text> = self.sub.take().map(|sub| sub.words).into_iter().chain(names).collect();
        self.sub = joined(&above, " / ").map(|words| Sub { words, bold: false });
        let mut lead_in = self.lead.take();
        for row in rows {
            let is_empty = row.entries.iter().all(|cell| cell.body.is_empty());
            let (cells, comments): (Vec<Body>, Vec<Vec<Entry>>) = row
                .entries
                .into_iter()
                .map(|cell| (filled(cell.body, cell.span, is_any && !is_empty), cell.entries))
                .unzip();
            let cells: Vec<Text> = cells.into_iter().flatten().collect();
            let entries = comments.into_iter().flatten().collect();
            if let Some(text) = joined(&cells, " / ") {
                self.add(Entry { entries, ..Entry::of(Kind::Item, text, row.span) }, lead_in.take());
            }
        }
    }
}

/// Whether these rows are of figures: each has one beside its name, or a sign that there is none.
fn are_figures(rows: &[Entry]) -> bool {
    let mut any = false;
    let all = rows.iter().all(|row| {
        let mut short = figures_of(row).peekable();
        let there = short.peek().is_some();
        any |= short.any(|words| words.contains(|c: char| c.is_ascii_digit()));
        there
    });
    all && any
}

/// The short cells of a row beside its name.
fn figures_of(row: &Entry) -> impl Iterator<Item = &str> {
    let cells = row.entries.iter().skip(1).filter_map(|cell| cell.body.first());
    cells.map(Text::words).filter(|words| is_short(words))
}

/// What stands in a cell: among figures a dash where nothing does, so that those behind it keep their columns.
fn filled(body: Body, at: Span, among_figures: bool) -> Body {
    if !among_figures || !body.is_empty() {
        return body;
    }
    let dash = Run { at: 0, len: number(EMPTY.len()), from: at.start, from_len: 0, exact: false };
    Text::new(EMPTY.to_owned(), None, at, vec![dash]).into()
}

/// What an empty cell is written as.
const EMPTY: &str = "\u{2013}";

/// Whether a cell holds no more than a figure, or why there is none: "4", "3 of 30", "£400", "-", "none".
fn is_short(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() <= 4
}
