//! From an outline to a report: what each label means, and what belongs under it.
//!
//! Total: whatever stands in the file ends up in a field, a section, or among the text that no section
//! took. It walks the outline once, in order, with the priority and section that are open in hand.

use super::{Passage, PassageMore, Priority, Report, Statement, Unknown};
use crate::form::{Field, Form, Label, SectionId};
use crate::outline::{Entry, Kind, Language};
use crate::source::{Span, Text};

mod beside;
mod header;
mod keys;
mod labels;
mod nameless;
mod statement;
mod statements;
mod table;
mod top;
mod untitled;
use top::same_name;

/// Binds one report of a file (the `number`th, from 0) to the form.
#[must_use]
pub fn bind(entry: Entry, language: Language, number: usize, form: &Form) -> Report {
    let whole = entry.span;
    let start = Span::new(whole.source, whole.start, whole.start);
    let report = Report {
        source: whole.source,
        language,
        number,
        districts: Vec::new(),
        officers: Vec::new(),
        nameless: Vec::new(),
        terms: Vec::new(),
        submitted: None,
        priorities: Vec::new(),
        title: None,
        unplaced: Vec::new(),
        unknown: Vec::new(),
        explanations: Vec::new(),
        span: start,
        whole,
        cut_short: false,
        cut_at: None,
    };
    let mut binder = Binder {
        form,
        report,
        priority: false,
        open: false,
        awaits: None,
        outside: None,
        pending: Vec::new(),
        to_come: Vec::new(),
        lead: None,
        sub: None,
    };
    binder.walk(entry.entries, false);
    binder.finish();
    binder.report
}

/// A label whose value is still to come, on the next line or in the next paragraph.
enum Awaits {
    Field(Field, Text),
    Title,
}

/// A sub-heading.
struct Sub {
    words: Text,
    /// Whether it is bold text, which is a statement of its section if nothing stands under it.
    bold: bool,
}

struct Binder<'a> {
    form: &'a Form,
    report: Report,
    /// Whether a priority is open: the last of the report.
    priority: bool,
    /// Whether that priority has a section open: its last.
    open: bool,
    awaits: Option<Awaits>,
    /// Set while what is read belongs to no section: `Some(None)` under no heading of its own.
    outside: Option<Option<Text>>,
    /// Plain text only: unlabelled words since the last label, whose place is not yet clear.
    pending: Vec<Entry>,
    /// Plain text only: sections of the priority that is open, whose labels are known to stand further on.
    to_come: Vec<SectionId>,
    /// A paragraph ending in a colon that may open a list.
    lead: Option<Text>,
    /// A sub-heading that waits for its first statement.
    sub: Option<Sub>,
}

impl Binder<'_> {
    /// Binds siblings in order; `inside` when they stand under a section's heading.
    fn walk(&mut self, siblings: Vec<Entry>, inside: bool) {
        let mut siblings = siblings.into_iter();
        while let Some(entry) = siblings.next() {
            match entry.kind {
                Kind::Heading(_) => self.heading(entry, inside, siblings.as_slice()),
                Kind::Label => self.label(entry),
                Kind::Key => self.key(entry, inside),
                Kind::Table => self.table(entry),
                Kind::Paragraph if self.report.language == Language::Plain => {
                    if let Some(entry) = self.beside(entry, siblings.as_slice()) {
                        self.words(entry);
                    }
                }
                _ => self.words(entry),
            }
        }
    }

    /// The section that the first label among these opens, if it opens one.
    fn first_section(&self, entries: &[Entry]) -> Option<SectionId> {
        let is_label = |entry: &&Entry| matches!(entry.kind, Kind::Heading(_) | Kind::Label);
        entries.iter().find(is_label).and_then(|entry| self.section_of(entry))
    }

    fn meaning(&self, entry: &Entry) -> Option<Label> {
        entry.label.as_ref().and_then(|label| self.form.label(label.words()))
    }

    fn section_of(&self, entry: &Entry) -> Option<SectionId> {
        match self.meaning(entry) {
            Some(Label::Section(id)) => Some(id),
            _ => None,
        }
    }

    fn open_priority(&mut self, label: Option<Text>, title: Option<Text>, span: Span) {
        self.settle();
        self.to_come.clear();
        self.priority = true;
        self.open = false;
        self.outside = None;
        self.awaits = title.is_none().then_some(Awaits::Title);
        let at = title.as_ref().or(label.as_ref()).map_or(span, Text::span);
        self.report.priorities.push(Priority {
            title,
            passages: Vec::with_capacity(self.form.sections.len()),
            span: at,
            whole: span,
            more: None,
        });
    }

    /// Opens a section; `room` is how many statements it will have, as far as that can be told.
    fn open_section(&mut self, id: SectionId, label: Text, tail: Option<Text>, room: usize) {
        if self.report.language == Language::Plain && self.begins_priority(id) {
            self.open_untitled(label.span());
        } else {
            self.settle();
        }
        if self.report.priorities.is_empty() {
            self.open_priority(None, None, label.span());
        }
        self.awaits = None;
        self.outside = None;
        self.open = true;
        let Some(priority) = self.report.priorities.last_mut() else { return };
        // A label that heads a column stands above the priorities of all its rows.
        if label.span().start >= priority.whole.start {
            priority.whole = priority.whole.to(label.span());
        }
        priority.passages.push(Passage {
            section: id,
            label,
            statements: Vec::with_capacity(room),
            more: tail.map(|tail| Box::new(PassageMore { tail: Some(tail), ..PassageMore::default() })),
        });
    }

    /// A label that the form does not know: what stands under it belongs to no section.
    fn unknown(&mut self, label: Text, section: bool, whole: Span) {
        self.settle();
        self.open = false;
        self.outside = Some(Some(label.clone()));
        self.sub = Some(Sub { words: label.clone(), bold: false });
        self.note_unknown(label, section, whole);
    }

    /// Words outside every section that begin with a field's label, misspelt: an unknown label is told of.
    fn note_misspelt(&mut self, entry: &Entry) {
        let Some(label) = entry.body.first().and_then(|text| self.misspelt(text)) else { return };
        self.note_unknown(label, false, entry.span);
    }

    /// The words before a colon, where they are nearly the label of a field that may stand here.
    fn misspelt(&self, text: &Text) -> Option<Text> {
        let (head, _) = text.words().split_once(':')?;
        let is_near = self.form.near_field(head.trim_end(), !self.report.priorities.is_empty());
        is_near.then(|| text.slice(0..head.len()))
    }

    fn note_unknown(&mut self, label: Text, section: bool, whole: Span) {
        let priority = self.report.priorities.len().checked_sub(1);
        self.report.unknown.push(Unknown { label, section, priority, whole });
    }

    /// Ends the priority that is open, if any.
    fn close(&mut self) {
        self.settle();
        self.priority = false;
        self.open = false;
        self.outside = None;
        self.awaits = None;
    }

    fn finish(&mut self) {
        self.close();
        // A top heading stands before the field that shows it to be the district's name.
        self.part_nameless();
        let districts = &self.report.districts;
        let is_district = |title: &mut Text| districts.iter().any(|d| same_name(&d.stated.value, title.words()));
        self.report.title.take_if(is_district);
        let spans = (self.report.districts.first().map(|d| d.stated.text.span()).into_iter())
            .chain(self.report.officers.first().map(|o| o.text.span()))
            .chain(self.report.nameless.iter().map(|n| n.text.span()))
            .chain(self.report.terms.first().map(|t| t.stated.text.span()));
        if let Some(first) = spans.min() {
            self.report.span = first;
        }
        for priority in &mut self.report.priorities {
            let ends = priority.passages.iter().flat_map(|p| p.statements.iter().map(|s| s.span));
            priority.whole = ends.fold(priority.whole, Span::to);
        }
        // A report is kept for as long as the run goes on, with room for nothing more.
        self.report.priorities.shrink_to_fit();
        self.report.districts.shrink_to_fit();
        self.report.terms.shrink_to_fit();
        self.report.officers.shrink_to_fit();
    }

    fn last_statements(&mut self) -> Option<&mut Vec<Statement>> {
        if self.outside.is_some() {
            return Some(&mut self.report.unplaced);
        }
        if !self.open {
            return None;
        }
        self.report.priorities.last_mut()?.passages.last_mut().map(|passage| &mut passage.statements)
    }
}
