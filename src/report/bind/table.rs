//! Tables: a form laid out in columns, a header laid out in rows, or figures inside a section.

use super::{Binder, Sub};
use crate::form::Label;
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
        let mut cells = row.entries.into_iter().map(|cell| cell.body);
        let label = cells.next().and_then(|body| body.into_iter().next());
        let body: Body = cells.flatten().collect();
        match label {
            Some(label) if self.form.label(label.words()).is_some() => {
                self.label(Entry { kind: Kind::Label, label: Some(label), body, entries: Vec::new(), span });
            }
            label => {
                let parts: Vec<Text> = label.into_iter().chain(body).collect();
                if let Some(text) = Text::join(&parts, " / ", " / ") {
                    self.words(Entry::of(Kind::Paragraph, text, span));
                }
            }
        }
    }

    /// Columns are sections or fields. With a column of priorities each row is one; without, each column
    /// is one section of the priority that is open.
    fn columns(&mut self, head: &Entry, rows: Vec<Entry>, columns: &[Option<Label>]) {
        let labels: Vec<Option<Text>> = head.entries.iter().map(|cell| cell.body.first().cloned()).collect();
        let cell = |row: &Entry, at: usize| row.entries.get(at).and_then(|cell| cell.body.first().cloned());
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
                let bodies: Vec<Text> = group.iter().filter_map(|row| cell(row, *at)).collect();
                match (columns.get(*at), labels.get(*at).cloned().flatten()) {
                    (Some(Some(Label::Section(id))), Some(label)) => {
                        self.open_section(*id, label, None, bodies.len());
                        bodies.into_iter().for_each(|text| self.item(text));
                    }
                    (Some(Some(Label::Priority)), Some(label)) => {
                        let span = bodies.first().map_or(label.span(), Text::span);
                        self.open_priority(Some(label), bodies.into_iter().next(), span);
                    }
                    (Some(Some(Label::Field(field))), Some(label)) => self.field(*field, label, bodies.into()),
                    _ => bodies.into_iter().for_each(|text| self.item(text)),
                }
            }
        }
    }

    fn item(&mut self, text: Text) {
        let span = text.span();
        self.place(Entry::of(Kind::Item, text, span));
    }

    /// A statement a row; what the columns are called is the heading of the first.
    fn figures(&mut self, head: &Entry, rows: Vec<Entry>) {
        let names: Vec<Text> = head.entries.iter().flat_map(|cell| cell.body.clone()).collect();
        let above: Vec<Text> = self.sub.take().map(|sub| sub.words).into_iter().chain(names).collect();
        self.sub = Text::join(&above, " / ", " / ").map(|words| Sub { words, bold: false });
        let mut lead_in = self.lead.take();
        for row in rows {
            let cells: Vec<Text> = row.entries.into_iter().flat_map(|cell| cell.body).collect();
            if let Some(text) = Text::join(&cells, " / ", " / ") {
                self.add(Entry::of(Kind::Item, text, row.span), lead_in.take());
            }
        }
    }
}
