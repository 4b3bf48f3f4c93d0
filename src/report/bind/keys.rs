//! Keys of YAML, and what stands under them: priorities, sections, fields, and keys that the form does not know.

use super::Binder;
use super::statement::{is_part, parted, statement};
use crate::form::{Field, Label, Tail};
use crate::outline::{Body, Entry, Kind, split_label};
use crate::source::{Span, Text};

impl Binder<'_> {
    /// A key and its value; `inside` when it stands under a section's key.
    pub(super) fn key(&mut self, entry: Entry, inside: bool) {
        let span = entry.span;
        let Entry { label: Some(label), body, entries, .. } = entry else { return };
        let (label, tail) = self.key_label(label);
        match self.form.label(label.words()) {
            Some(Label::Section(id)) => {
                self.open_section(id, label, tail, entries.len());
                self.paragraphs(body);
                if entries.iter().any(is_part) {
                    self.words(Entry { kind: Kind::Item, label: None, body: Body::None, entries, span });
                } else {
                    self.walk(entries, true);
                }
            }
            Some(Label::Priority | Label::Priorities) => self.priorities(label, body, entries, span),
            Some(Label::Unplaced) => {
                self.close();
                self.outside = Some(None);
                self.paragraphs(body);
                self.walk(entries, true);
                self.outside = None;
            }
            Some(Label::Field(field)) => self.key_field(field, label, body, entries),
            None if inside && self.open && self.outside.is_none() => self.key_in_section(label, body, entries, span),
            None => {
                let section = !entries.is_empty() || self.form.nearest(label.words(), true).is_some();
                self.unknown_key(label, body, entries, section, span);
            }
        }
    }

    /// A key that the form does not know, under a section's: a sub-heading, or words with a colon in them.
    fn key_in_section(&mut self, label: Text, body: Body, entries: Vec<Entry>, span: Span) {
        if entries.is_empty() {
            let parts: Vec<Text> = [label].into_iter().chain(body).collect();
            let whole = parted(&parts);
            whole.into_iter().for_each(|text| self.words(Entry::of(Kind::Paragraph, text, span)));
            return;
        }
        self.sub_heading(label, false);
        self.paragraphs(body);
        self.walk(entries, true);
        self.settle();
    }

    /// Words that stand beside a label or key, as paragraphs under it.
    pub(super) fn paragraphs(&mut self, body: impl IntoIterator<Item = Text>) {
        body.into_iter().for_each(|text| {
            let span = text.span();
            self.words(Entry::of(Kind::Paragraph, text, span));
        });
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
    /// In an entry of that list that has no title yet, `priority: TITLE` is its title.
    fn priorities(&mut self, label: Text, body: Body, entries: Vec<Entry>, span: Span) {
        let untitled = self.priority && self.report.priorities.last().is_some_and(|open| open.title.is_none());
        if untitled && entries.is_empty() && !body.is_empty() {
            self.key_field(Field::Title, label, body, entries);
            return;
        }
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
                let mut body = item.body.into_iter();
                self.open_priority(None, body.next(), item.span);
                self.paragraphs(body);
                self.walk(item.entries, false);
                self.close();
            } else {
                self.words(item);
            }
        }
    }

    pub(super) fn unknown_key(&mut self, label: Text, body: Body, entries: Vec<Entry>, section: bool, span: Span) {
        let was_open = self.open;
        if entries.is_empty() {
            self.settle();
            let parts: Vec<Text> = [label.clone()].into_iter().chain(body).collect();
            if parts.len() > 1 {
                let joined = parted(&parts).map(|text| Entry::of(Kind::Paragraph, text, span));
                self.report.unplaced.extend(joined.and_then(|entry| statement(entry, self.form)));
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
}
