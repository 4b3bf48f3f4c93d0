//! From an outline to a report: what each label means, and what belongs under it.
//!
//! Total: whatever stands in the file ends up in a field, a section, or among the text that no section
//! took. It walks the outline once, in order, with the priority and section that are open in hand.

use super::{Passage, Priority, Report, Statement, Unknown};
use crate::form::{Field, Form, Label, SectionId, Tail};
use crate::outline::{Entry, Kind, Language, split_label};
use crate::source::{Span, Text};

mod header;
mod statements;
mod table;
mod untitled;

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
        terms: Vec::new(),
        submitted: None,
        priorities: Vec::new(),
        title: None,
        unplaced: Vec::new(),
        unknown: Vec::new(),
        explanations: Vec::new(),
        span: start,
        whole,
    };
    let mut binder = Binder {
        form,
        report,
        priority: false,
        open: false,
        awaits: None,
        outside: None,
        pending: Vec::new(),
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
    /// A paragraph ending in a colon that may open a list.
    lead: Option<Text>,
    /// A sub-heading that waits for its first statement.
    sub: Option<Text>,
}

impl Binder<'_> {
    /// Binds siblings in order; `inside` when they stand under a section's heading.
    fn walk(&mut self, siblings: Vec<Entry>, inside: bool) {
        let follows: Vec<Option<SectionId>> = (0..siblings.len()).map(|at| self.section_after(&siblings, at)).collect();
        for (entry, next) in siblings.into_iter().zip(follows) {
            match entry.kind {
                Kind::Heading(_) => self.heading(entry, inside, next),
                Kind::Label => self.label(entry),
                Kind::Key => self.key(entry),
                Kind::Table => self.table(entry),
                _ => self.words(entry),
            }
        }
    }

    /// The section that the next label after the heading at `at` opens, if it opens one.
    fn section_after(&self, siblings: &[Entry], at: usize) -> Option<SectionId> {
        let is_label = |entry: &&Entry| matches!(entry.kind, Kind::Heading(_) | Kind::Label);
        siblings.get(at).filter(|entry| matches!(entry.kind, Kind::Heading(_)))?;
        siblings.iter().skip(at + 1).find(is_label).and_then(|entry| self.section_of(entry))
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

    fn heading(&mut self, entry: Entry, inside: bool, next: Option<SectionId>) {
        let meaning = self.meaning(&entry);
        let Entry { kind, label, body, entries, span } = entry;
        let Some(label) = label else { return };
        match meaning {
            Some(Label::Section(id)) => {
                self.open_section(id, label, body.into_iter().next());
                self.walk(entries, true);
            }
            Some(Label::Field(field)) => {
                self.field(field, label, body);
                self.walk(entries, false);
            }
            Some(Label::Priority) => {
                self.open_priority(Some(label), body.into_iter().next(), span);
                self.walk(entries, false);
            }
            Some(Label::Priorities) => self.walk(entries, false),
            Some(Label::Unplaced) => {
                self.close();
                self.outside = Some(None);
                self.walk(entries, true);
            }
            None => {
                let holds_sections = entries.iter().any(|child| self.section_of(child).is_some());
                let restarts = !inside && next.is_some_and(|next| self.restarts(next));
                if (holds_sections || restarts) && !self.is_header(&label) && self.outside.is_none() {
                    self.open_priority(None, Some(label), span);
                    self.walk(entries, false);
                } else if self.open && inside {
                    self.sub_heading(label);
                    self.walk(entries, true);
                } else if self.report.priorities.is_empty() && self.outside.is_none() {
                    self.top_heading(label, kind);
                    self.walk(entries, false);
                } else {
                    let empty = entries.is_empty();
                    self.unknown(label, true, span);
                    self.walk(entries, true);
                    if empty {
                        self.settle();
                    }
                }
            }
        }
    }

    /// Whether a section that follows an unlabelled heading begins a priority of its own: there is none
    /// yet, or the one that is open has that section already or has got to the form's last.
    fn restarts(&self, next: SectionId) -> bool {
        let last = SectionId(self.form.sections.len().saturating_sub(1));
        let has = |priority: &Priority, id: SectionId| priority.passages_of(id).next().is_some();
        self.report.priorities.last().is_none_or(|priority| has(priority, next) || has(priority, last))
    }

    fn label(&mut self, entry: Entry) {
        let meaning = self.meaning(&entry);
        let Entry { label, body, span, .. } = entry;
        let Some(label) = label else { return };
        match meaning {
            Some(Label::Section(id)) => {
                self.open_section(id, label, None);
                body.into_iter()
                    .for_each(|text| self.words(Entry::of(Kind::Paragraph, vec![text.clone()], text.span())));
            }
            Some(Label::Field(field)) if self.takes(field, &body) => self.field(field, label, body),
            Some(Label::Priority) => self.open_priority(Some(label), body.into_iter().next(), span),
            Some(Label::Unplaced) => {
                self.close();
                self.outside = Some(None);
            }
            Some(Label::Priorities | Label::Field(_)) | None => {
                let parts: Vec<Text> = [label].into_iter().chain(body).collect();
                if let Some(text) = Text::join(&parts, ": ", ": ") {
                    self.words(Entry::of(Kind::Paragraph, vec![text], span));
                }
            }
        }
    }

    /// Whether a `Label: value` line may state this field here: the report's own only before the first
    /// priority, a priority's where there is one, and not again inside its sections.
    fn takes(&self, field: Field, body: &[Text]) -> bool {
        let of_priority = self.form.field(field).is_some_and(|row| row.of_priority);
        let Some(priority) = self.report.priorities.last() else { return !of_priority };
        let stated = match field {
            Field::Id => priority.id.is_some(),
            Field::Status => {
                let known = body.first().is_some_and(|b| crate::form::Status::read(b.words()).is_some());
                priority.status.is_some() || self.open && !known
            }
            Field::Receiver => priority.receiver.is_some(),
            Field::Continues => !priority.continues.is_empty(),
            Field::Theme => !priority.themes.is_empty(),
            Field::Scope => self.open,
            Field::District | Field::Officers | Field::Term | Field::Submitted | Field::Title => true,
        };
        of_priority && !(stated && self.open)
    }

    fn key(&mut self, entry: Entry) {
        let span = entry.span;
        let Entry { label: Some(label), body, entries, .. } = entry else { return };
        let (label, tail) = self.key_label(label);
        match self.form.label(label.words()) {
            Some(Label::Section(id)) => {
                self.open_section(id, label, tail);
                body.into_iter()
                    .for_each(|text| self.words(Entry::of(Kind::Paragraph, vec![text.clone()], text.span())));
                self.walk(entries, true);
            }
            Some(Label::Priority | Label::Priorities) => self.priorities(label, body, entries, span),
            Some(Label::Unplaced) => {
                self.close();
                self.outside = Some(None);
                body.into_iter()
                    .for_each(|text| self.words(Entry::of(Kind::Paragraph, vec![text.clone()], text.span())));
                self.walk(entries, true);
                self.outside = None;
            }
            Some(Label::Field(field)) => self.key_field(field, label, body, entries),
            None => {
                let section = !entries.is_empty() || self.form.nearest(label.words(), true).is_some();
                self.unknown_key(label, body, entries, section, span);
            }
        }
    }

    /// A key that opens with a label and goes on: `intended_outcomes - linked to the plan`.
    fn key_label(&self, label: Text) -> (Text, Option<Text>) {
        let is_label = |words: &str, tail: Tail| self.form.is_label(words, tail);
        match split_label(label.words(), &is_label) {
            Some((end, rest, Tail::Colon | Tail::Dash)) => {
                let tail = label.slice(rest..label.words().len());
                (label.slice(0..end), Some(tail).filter(|tail| !tail.words().is_empty()))
            }
            _ => (label, None),
        }
    }

    /// `priorities:` and its list. A title alone, or a map without a list, is a priority too.
    fn priorities(&mut self, label: Text, body: Vec<Text>, entries: Vec<Entry>, span: Span) {
        if let Some(title) = body.into_iter().next() {
            self.open_priority(Some(label.clone()), Some(title), span);
        }
        let is_map = entries.iter().any(|entry| entry.kind == Kind::Key);
        if is_map {
            self.open_priority(Some(label), None, span);
            self.walk(entries, false);
            self.close();
            return;
        }
        for item in entries {
            if item.kind == Kind::Item {
                self.open_priority(None, item.body.into_iter().next(), item.span);
                self.walk(item.entries, false);
                self.close();
            } else {
                self.words(item);
            }
        }
    }

    fn open_priority(&mut self, label: Option<Text>, title: Option<Text>, span: Span) {
        self.settle();
        self.priority = true;
        self.open = false;
        self.outside = None;
        self.awaits = title.is_none().then_some(Awaits::Title);
        let at = title.as_ref().or(label.as_ref()).map_or(span, Text::span);
        self.report.priorities.push(Priority {
            title,
            candidates: Vec::new(),
            scope: Vec::new(),
            id: None,
            continues: Vec::new(),
            status: None,
            receiver: None,
            themes: Vec::new(),
            passages: Vec::new(),
            explanations: Vec::new(),
            span: at,
            whole: span,
        });
    }

    fn open_section(&mut self, id: SectionId, label: Text, tail: Option<Text>) {
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
            tail,
            statements: Vec::new(),
            prompts: Vec::new(),
            explanations: Vec::new(),
        });
    }

    /// A label that the form does not know: what stands under it belongs to no section.
    fn unknown(&mut self, label: Text, section: bool, whole: Span) {
        self.settle();
        self.open = false;
        self.outside = Some(Some(label.clone()));
        self.sub = Some(label.clone());
        self.note_unknown(label, section, whole);
    }

    fn note_unknown(&mut self, label: Text, section: bool, whole: Span) {
        let priority = self.report.priorities.len().checked_sub(1);
        self.report.unknown.push(Unknown { label, section, priority, whole });
    }

    fn unknown_key(&mut self, label: Text, body: Vec<Text>, entries: Vec<Entry>, section: bool, span: Span) {
        let was_open = self.open;
        if entries.is_empty() {
            self.settle();
            let parts: Vec<Text> = [label.clone()].into_iter().chain(body).collect();
            if parts.len() > 1 {
                let joined = Text::join(&parts, ": ", ": ").map(|text| Entry::of(Kind::Paragraph, vec![text], span));
                self.report.unplaced.extend(joined.and_then(|entry| statements::statement(entry, self.form)));
            }
            self.note_unknown(label, section, span);
            return;
        }
        self.unknown(label, section, span);
        self.walk(entries, true);
        self.settle();
        self.outside = None;
        self.open = was_open;
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
        let spans = (self.report.districts.first().map(|d| d.stated.text.span()).into_iter())
            .chain(self.report.officers.first().map(|o| o.text.span()))
            .chain(self.report.terms.first().map(|t| t.stated.text.span()));
        if let Some(first) = spans.min() {
            self.report.span = first;
        }
        for priority in &mut self.report.priorities {
            let ends = priority.passages.iter().flat_map(|p| p.statements.iter().map(|s| s.span));
            priority.whole = ends.fold(priority.whole, Span::to);
        }
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
