//! Header fields and the fields of priorities.

use super::nameless::is_nameless;
use super::statement::statement;
use super::top::is_name;
use super::{Awaits, Binder};
use crate::form::{Field, Status, fold};
use crate::outline::markdown::joined;
use crate::outline::{Body, Entry, Kind, Language};
use crate::report::{Headed, Origin, Stated, field_name};
use crate::source::{Run, Text, number};
use crate::term;

impl Binder<'_> {
    /// A field found by a label; without a value it waits for the next words.
    pub(super) fn field(&mut self, field: Field, label: Text, body: Body) {
        self.settle_before(field);
        if body.is_empty() {
            self.awaits = Some(Awaits::Field(field, label));
        } else {
            self.awaits = None;
            body.into_iter().for_each(|text| self.state(field, text, Origin::Label));
        }
    }

    /// A field found by a key: a value, a list of values, or (the term) a map.
    pub(super) fn key_field(&mut self, field: Field, label: Text, body: Body, entries: Vec<Entry>) {
        let keys = entries.iter().any(|entry| entry.kind == Kind::Key);
        if field == Field::Term && keys {
            self.term_of_keys(entries);
            return;
        }
        if field == Field::Title && self.priority {
            self.awaits = None;
        }
        body.into_iter().for_each(|text| self.state(field, text, Origin::Key));
        self.values(field, &label, entries);
    }

    /// The values under a field's key: a list, paragraphs, or maps that have the value under `name`.
    fn values(&mut self, field: Field, label: &Text, entries: Vec<Entry>) {
        for entry in entries {
            match entry.kind {
                Kind::Item | Kind::Paragraph | Kind::Heading(_) => {
                    entry.label.into_iter().chain(entry.body).for_each(|text| self.listed(field, text));
                    self.values(field, label, entry.entries);
                }
                Kind::Comment => self.explain(entry),
                Kind::Key if entry.label.as_ref().is_some_and(|key| fold(key.words()) == "name") => {
                    entry.body.into_iter().for_each(|text| self.listed(field, text));
                    self.values(field, label, entry.entries);
                }
                Kind::Key => {
                    let label = entry.label.unwrap_or_else(|| label.clone());
                    self.unknown_key(label, entry.body, entry.entries, false, entry.span);
                }
                _ => self.words(entry),
            }
        }
    }

    /// One value of a list: what a comma in it parts is still one value.
    fn listed(&mut self, field: Field, text: Text) {
        let priority = self.report.priorities.last_mut();
        let values = match (field, priority) {
            (Field::Theme, Some(priority)) => &mut priority.more().themes,
            (Field::Continues, Some(priority)) => &mut priority.more().continues,
            (Field::Officers, _) => &mut self.report.officers,
            _ => return self.state(field, text, Origin::Key),
        };
        values.push(Stated { value: text.words().to_owned(), text });
    }

    fn term_of_keys(&mut self, entries: Vec<Entry>) {
        let mut parts: [Option<Text>; 4] = [None, None, None, None];
        for entry in entries {
            let Some(label) = entry.label else {
                self.words(entry);
                continue;
            };
            let slot = match fold(label.words()).as_str() {
                "academic year" | "year" => 0,
                "term" | "season" | "name" => 1,
                "half" | "half term" => 2,
                "month" => 3,
                _ => parts.len(),
            };
            match parts.get_mut(slot) {
                Some(part @ None) if entry.entries.is_empty() => *part = entry.body.into_iter().next(),
                _ => self.unknown_key(label, entry.body, entry.entries, false, entry.span),
            }
        }
        let [year, season, half, month] = parts;
        let words = |part: &Option<Text>| part.as_ref().map(|text| text.words().to_owned());
        let (y, s, h, m) = (words(&year), words(&season), words(&half), words(&month));
        let reading = term::from_fields(y.as_deref(), s.as_deref(), h.as_deref(), m.as_deref(), self.form.scheme);
        let stated: Vec<Text> = [season, half, year, month].into_iter().flatten().collect();
        if let Some(text) = joined(&stated, " ") {
            self.state_term(reading, text, Origin::Key);
        }
    }

    /// States a term, of which these are the words.
    pub(super) fn state_term(&mut self, value: term::Reading, text: Text, origin: Origin) {
        self.report.terms.push(Headed { stated: Stated { value, text }, origin });
    }

    /// States a field: one more value of it.
    pub(super) fn state(&mut self, field: Field, text: Text, origin: Origin) {
        let report = &mut self.report;
        match field {
            Field::District => {
                let value = self.form.district(text.words());
                report.districts.push(Headed { stated: Stated { value, text }, origin });
                return;
            }
            Field::Officers if is_nameless(text.words()) => {
                report.officers.push(Stated { value: text.words().to_owned(), text });
                return;
            }
            Field::Officers => {
                report
                    .officers
                    .extend(names(&text).into_iter().map(|text| Stated { value: text.words().to_owned(), text }));
                return;
            }
            Field::Term => {
                let value = term::read(text.words(), self.form.scheme);
                self.state_term(value, text, origin);
                return;
            }
            Field::Title if !self.priority => {
                match report.title.clone() {
                    Some(there) => self.surplus(field, &there, text),
                    None => report.title = Some(text),
                }
                return;
            }
            Field::Submitted => {
                let there = report.submitted.as_ref().map(|there| there.text.clone());
                match there {
                    Some(there) => self.surplus(field, &there, text),
                    None => report.submitted = Some(Stated { value: text.words().to_owned(), text }),
                }
                return;
            }
            _ => {}
        }
        if let Some(label) = Some(&text).filter(|_| field == Field::Scope).and_then(|text| self.misspelt(text)) {
            self.note_unknown(label, false, text.span());
        }
        let Some(priority) = self.report.priorities.last_mut() else {
            let whole = text.span();
            self.note_unknown(text, false, whole);
            return;
        };
        let there = match field {
            Field::Title => priority.title.as_ref(),
            Field::Id => priority.id().map(|id| &id.text),
            Field::Status => priority.status().map(|status| &status.text),
            Field::Receiver => priority.receiver(),
            _ => None,
        };
        if let Some(there) = there.cloned() {
            return self.surplus(field, &there, text);
        }
        match field {
            Field::Title => {
                priority.span = text.span();
                priority.title = Some(text);
            }
            Field::Scope => priority.more().scope.push(text),
            Field::Id => priority.more().id = Some(Stated { value: text.words().to_owned(), text }),
            Field::Status => priority.more().status = Some(Stated { value: Status::read(text.words()), text }),
            Field::Receiver => priority.more().receiver = Some(text),
            Field::Continues => priority.more().continues.extend(listed(&text)),
            Field::Theme => priority.more().themes.extend(listed(&text)),
            Field::District | Field::Officers | Field::Term | Field::Submitted => {}
        }
    }

    /// A second value of a field that has one: it is kept among what no section took, unless it says the same.
    fn surplus(&mut self, field: Field, there: &Text, text: Text) {
        if fold(there.words()) == fold(text.words()) {
            return;
        }
        let span = text.span();
        let name = field_name(self.form, field);
        let run =
            Run { at: 0, len: number(name.len()), from: span.start, from_len: span.end - span.start, exact: false };
        let name = Text::new(name.to_owned(), None, span, vec![run]);
        let text = joined(&[name, text], ": ");
        let entry = Entry::of(Kind::Paragraph, text, span);
        self.report.unplaced.extend(statement(entry, self.form));
    }

    /// Plain text: a line before the first priority that reads as a term is the term; one right above the
    /// officers' label is the district.
    fn settle_before(&mut self, field: Field) {
        if self.report.language == Language::Plain
            && field == Field::Officers
            && self.report.priorities.is_empty()
            && self.report.districts.is_empty()
        {
            let can_name = |text: &Text| is_name(text.words()) && self.misspelt(text).is_none();
            let is_district = self.pending.last().is_some_and(|e| e.kind == Kind::Line && e.body.iter().all(can_name));
            if let Some(line) = self.pending.pop_if(|_| is_district) {
                line.body.into_iter().for_each(|text| self.state(Field::District, text, Origin::Heading));
            }
        }
        self.settle();
    }
}

/// Names in one value: split at `&`, `and`, `,` and `/`.
fn names(text: &Text) -> Vec<Text> {
    let words = text.words();
    let mut cuts: Vec<(usize, usize)> = words
        .char_indices()
        .filter(|(_, c)| matches!(c, '&' | ',' | '/' | ';'))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    cuts.extend(words.match_indices(" and ").map(|(at, and)| (at, at + and.len())));
    cuts.sort_unstable();
    parts(text, &cuts)
}

/// Values in one value: split at semicolons, without any at commas. The brackets of a YAML list may stand around them.
fn listed(text: &Text) -> Vec<Stated<String>> {
    let whole = text.words();
    let in_brackets = whole.len() > 1 && whole.starts_with('[') && whole.ends_with(']');
    let text = &if in_brackets { text.slice(1..whole.len() - 1) } else { text.clone() };
    let inner = text.words();
    let mark = if inner.contains(';') { ';' } else { ',' };
    let cuts: Vec<(usize, usize)> = inner.match_indices(mark).map(|(at, c)| (at, at + c.len())).collect();
    let stated = |text: Text| Stated { value: text.words().to_owned(), text };
    parts(text, &cuts).into_iter().map(stated).collect()
}

fn parts(text: &Text, cuts: &[(usize, usize)]) -> Vec<Text> {
    let starts = std::iter::once(0).chain(cuts.iter().map(|cut| cut.1));
    let ends = cuts.iter().map(|cut| cut.0).chain([text.words().len()]);
    let slices = starts.zip(ends).map(|(start, end)| text.slice(start..end.max(start)));
    slices.filter(|part| !part.words().is_empty()).collect()
}
