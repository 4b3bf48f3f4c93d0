//! Tables: a form laid out in columns, a header laid out in rows, or figures inside a section.

use super::{Binder, Sub};
use crate::form::Label;
use crate::outline::markdown::joined;
use crate::outline::{Body, Entry, Kind};
use crate::source::Text;

impl Binder<'_> {
    /// A table whose head holds labels is read by columns, one whose first column holds labels by rows;
    /// any other is a statement a row.
    pub(super) fn table(&mut self, table: Entry) {
        let mut rows = table.entries.into_iter();
        let Some(head) = rows.next() else { return };
        let rows: Vec<Entry> = rows.collect();
        let known = |cell: &Entry| cell.body.first().and_then(|text| self.form.label(text.words()));
        let columns: Vec<Option<Label>> = head.entries.iter().map(known).collect();
        let by_rows = columns.iter().skip(1).all(Option::is_none)
            && (columns.first().is_some_and(Option::is_some) && head.entries.len() > 1
                || rows.iter().any(|row| row.entries.first().is_some_and(|cell| known(cell).is_some())));
        if by_rows {
            std::iter::once(head).chain(rows).for_each(|row| self.labelled_row(row));
        } else if columns.iter().any(Option::is_some) {
            self.columns(&head, rows, &columns);
        } else {
            self.figures(&head, rows);
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
        let names: Vec<Text> = head.entries.iter().flat_map(|cell| cell.body.clone()).collect();
        let above: Vec<Text> = self.sub.take().map(|sub| sub.words).into_iter().chain(names).collect();
        self.sub = joined(&above, " / ").map(|words| Sub { words, bold: false });
        let mut lead_in = self.lead.take();
        for row in rows {
            let (cells, comments): (Vec<Body>, Vec<Vec<Entry>>) =
                row.entries.into_iter().map(|cell| (cell.body, cell.entries)).unzip();
            let cells: Vec<Text> = cells.into_iter().flatten().collect();
            let entries = comments.into_iter().flatten().collect();
            if let Some(text) = joined(&cells, " / ") {
                self.add(Entry { entries, ..Entry::of(Kind::Item, text, row.span) }, lead_in.take());
            }
        }
    }
}
