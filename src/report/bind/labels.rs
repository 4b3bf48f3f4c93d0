//! Headings and labels: sections, fields, priorities, and those that the form does not know.

use super::Binder;
use crate::form::{Field, Label, SectionId};
use crate::outline::markdown::joined;
use crate::outline::{Entry, Kind, Language};
use crate::report::Priority;
use crate::source::Text;

impl Binder<'_> {
    /// A heading: what it means by its words, or by what stands under it and after it; `inside` a section's
    /// heading.
    pub(super) fn heading(&mut self, entry: Entry, inside: bool, after: &[Entry]) {
        let meaning = self.meaning(&entry);
        let Entry { kind, label, body, entries, span } = entry;
        // Without a label its words are meant as they stand.
        let mut body = body.into_iter();
        let Some(label) = label.or_else(|| body.next()) else { return };
        match meaning {
            Some(Label::Section(id)) => {
                self.open_section(id, label, body.next(), entries.len());
                self.walk(entries, true);
            }
            Some(Label::Field(field)) => {
                self.field(field, label, body.collect());
                self.walk(entries, false);
            }
            Some(Label::Priority) => {
                self.open_priority(Some(label), body.next(), span);
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
                let restarts = || !inside && self.first_section(after).is_some_and(|next| self.restarts(next));
                if (holds_sections || restarts()) && !self.is_header(&label) && self.outside.is_none() {
                    self.open_priority(None, Some(label), span);
                    self.walk(entries, false);
                } else if self.open && inside {
                    self.sub_heading(label, kind == Kind::Heading(7));
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

    /// A label on a line of its own, or before its value.
    pub(super) fn label(&mut self, entry: Entry) {
        let meaning = self.meaning(&entry);
        let Entry { label, body, span, .. } = entry;
        let Some(label) = label else { return };
        match meaning {
            Some(Label::Section(id)) => {
                // Of what stands beside a label in plain text, a term says only when it was.
                let is_tail = |text: &Text| crate::term::read(text.words(), self.form.scheme).is_term();
                match body.first().filter(|text| self.report.language == Language::Plain && is_tail(text)).cloned() {
                    Some(tail) => self.open_section(id, label, Some(tail), 0),
                    None => {
                        self.open_section(id, label, None, 0);
                        self.paragraphs(body);
                    }
                }
            }
            Some(Label::Field(field)) if self.takes(field, &body) => self.field(field, label, body),
            Some(Label::Priority) => self.open_priority(Some(label), body.into_iter().next(), span),
            Some(Label::Unplaced) => {
                self.close();
                self.outside = Some(None);
            }
            Some(Label::Priorities | Label::Field(_)) | None => {
                let parts: Vec<Text> = [label].into_iter().chain(body).collect();
                if let Some(text) = joined(&parts, ": ") {
                    self.words(Entry::of(Kind::Paragraph, text, span));
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
            Field::Id => priority.id().is_some(),
            Field::Status => {
                let known = body.first().is_some_and(|b| crate::form::Status::read(b.words()).is_some());
                priority.status().is_some() || self.open && !known
            }
            Field::Receiver => priority.receiver().is_some(),
            Field::Continues => !priority.continues().is_empty(),
            Field::Theme => !priority.themes().is_empty(),
            Field::Scope => self.open,
            Field::District | Field::Officers | Field::Term | Field::Submitted | Field::Title => true,
        };
        of_priority && !(stated && self.open)
    }
}
