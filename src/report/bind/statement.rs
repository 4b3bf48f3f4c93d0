//! One statement: from an item, a paragraph, a map or a table row, with its children and its id.

use crate::form::Form;
use crate::outline::markdown::{escaped, settled, typed_bullet};
use crate::outline::{Body, Entry, Kind};
use crate::report::{Explanation, Statement, StatementMore};
use crate::source::{Span, Text};

/// Words that a colon parted, as one text again. What is no markup on either side of it may be some in both: a
/// backtick before the colon, and one behind it.
pub(super) fn parted(parts: &[Text]) -> Option<Text> {
    let text = Text::join(parts, ": ", ": ")?;
    if text.is_marked() {
        return Some(text);
    }
    let markup = escaped(text.words()).into_owned();
    Some(text.marked(&markup))
}

/// A statement from an item, a paragraph or a row; `None` where there are no words.
pub(super) fn statement(mut entry: Entry, form: &Form) -> Option<Statement> {
    let bullet = entry.kind == Kind::Item;
    let keyed = entry.entries.iter().any(|e| e.kind == Kind::Key);
    if bullet && keyed {
        return keyed_statement(entry, form);
    }
    if let (Body::One(_), None, []) = (&entry.body, &entry.label, entry.entries.as_slice()) {
        return entry.body.pop().and_then(|text| simple(text, bullet, entry.span));
    }
    let mut body: Vec<Text> = entry.body.into_iter().collect();
    if let Some(label) = entry.label {
        body.insert(0, label);
        body = parted(&body).into_iter().collect();
    }
    let mut parts = Parts { body, span: entry.span, children: Vec::new(), explanations: Vec::new() };
    entry.entries.into_iter().for_each(|child| parts.add(child, form));
    let Parts { body, span, children, explanations } = parts;
    let text = match <[Text; 1]>::try_from(body) {
        Ok([only]) => Some(only),
        Err(several) => Text::join(&several, "\n", "\n\n"),
    };
    let Some(text) = text.filter(|text| !text.words().trim().is_empty()) else {
        return first_of(children, explanations);
    };
    let (text, id, typed) = words(text);
    let bullet = bullet || typed;
    Some(Statement::new(text, bullet, span, StatementMore { id, children, explanations, ..StatementMore::default() }))
}

/// A statement of words alone, which nearly all are.
fn simple(text: Text, bullet: bool, span: Span) -> Option<Statement> {
    let own = text.words();
    if own.trim().is_empty() {
        return None;
    }
    if !text.is_marked() && !own.ends_with('}') && typed_bullet(own).is_none() {
        return Some(Statement { text, bullet, span, more: None });
    }
    let (text, id, typed) = words(text);
    let more = id.map(|id| Box::new(StatementMore { id: Some(id), ..StatementMore::default() }));
    Some(Statement { text, bullet: bullet || typed, span, more })
}

/// What a statement is made of.
struct Parts {
    body: Vec<Text>,
    span: Span,
    children: Vec<Statement>,
    explanations: Vec<Explanation>,
}

impl Parts {
    /// Adds what stands under it.
    fn add(&mut self, child: Entry, form: &Form) {
        self.span = self.span.to(child.span);
        match child.kind {
            Kind::Comment => self.explanations.extend(child.body.into_iter().map(|text| Explanation { text })),
            Kind::Paragraph | Kind::Line | Kind::Heading(_) => {
                self.body.extend(child.label.into_iter().chain(child.body));
            }
            Kind::Table => self.children.extend(child.entries.into_iter().filter_map(|row| row_statement(&row))),
            _ => self.children.extend(statement(child, form)),
        }
    }

    /// The words of a key that has one value: all of them, wherever they stand under it.
    fn value(&mut self, key: Entry, words: &mut Vec<Text>) {
        words.extend(key.body);
        for child in key.entries {
            match child.kind {
                Kind::Comment => self.explanations.extend(child.body.into_iter().map(|text| Explanation { text })),
                _ => {
                    words.extend(child.label.clone());
                    self.value(child, words);
                }
            }
        }
    }
}

/// Statements under no words of their own: the first stands for all.
fn first_of(children: Vec<Statement>, mut explanations: Vec<Explanation>) -> Option<Statement> {
    let mut children = children.into_iter();
    let mut first = children.next()?;
    if children.len() > 0 {
        first.more().children.extend(children);
    }
    if !explanations.is_empty() {
        let more = first.more();
        explanations.append(&mut more.explanations);
        more.explanations = explanations;
    }
    Some(first)
}

/// Whether a key is one of those that a statement written as a map has.
pub(super) fn is_part(entry: &Entry) -> bool {
    let is_part = |label: &Text| {
        matches!(crate::form::fold(label.words()).as_str(), "text" | "id" | "lead in" | "heading" | "children")
    };
    entry.kind == Kind::Key && entry.label.as_ref().is_some_and(is_part)
}

/// A statement written as a map: `{text: ..., id: ...}`.
fn keyed_statement(entry: Entry, form: &Form) -> Option<Statement> {
    let (mut id, mut lead_in, mut heading) = (None, Vec::new(), Vec::new());
    let mut others: Vec<Text> = entry.body.into_iter().collect();
    let mut parts = Parts { body: Vec::new(), span: entry.span, children: Vec::new(), explanations: Vec::new() };
    for child in entry.entries {
        let key = child.label.as_ref().map(|l| crate::form::fold(l.words())).unwrap_or_default();
        match (child.kind, key.as_str()) {
            (Kind::Comment, _) => parts.add(child, form),
            (_, "text") => {
                parts.body.extend(child.body);
                child.entries.into_iter().for_each(|e| parts.add(e, form));
            }
            (_, "id") if id.is_none() && child.entries.is_empty() => id = child.body.into_iter().next(),
            (_, "lead in") => parts.value(child, &mut lead_in),
            (_, "heading") => parts.value(child, &mut heading),
            (_, "children") => children(child, form, &mut parts),
            _ => {
                let words: Vec<Text> = child.label.into_iter().chain(child.body).collect();
                others.extend(parted(&words));
                child.entries.into_iter().for_each(|e| match e.kind {
                    Kind::Paragraph => others.extend(e.body),
                    _ => parts.add(e, form),
                });
            }
        }
    }
    let Parts { mut body, span, children, explanations } = parts;
    body.extend(others);
    let mut lead_in = Text::join(&lead_in, " ", " ");
    let mut heading = Text::join(&heading, " ", " ");
    let text = Text::join(&body, "\n", "\n\n");
    let Some(text) = text.or_else(|| lead_in.take().or_else(|| heading.take()).or_else(|| id.take())) else {
        return first_of(children, explanations);
    };
    let (text, own_id, _) = words(text);
    let id = id.or(own_id);
    Some(Statement::new(text, true, span, StatementMore { id, children, lead_in, heading, explanations }))
}

/// Takes `children:` of a statement: a list, a text, or a map that is one child.
fn children(key: Entry, form: &Form, parts: &mut Parts) {
    if key.entries.iter().any(|e| e.kind == Kind::Key) {
        parts.children.extend(statement(Entry { kind: Kind::Item, label: None, ..key }, form));
        return;
    }
    let body = key.body.into_iter().map(|text| Entry::of(Kind::Item, text.clone(), text.span()));
    for child in body.chain(key.entries) {
        match child.kind {
            Kind::Comment | Kind::Table => parts.add(child, form),
            kind => {
                let kind = if matches!(kind, Kind::Paragraph | Kind::Heading(_)) { Kind::Item } else { kind };
                parts.children.extend(statement(Entry { kind, ..child }, form));
            }
        }
    }
}

/// A table row that no label explains: its cells are one statement.
fn row_statement(row: &Entry) -> Option<Statement> {
    let cells: Vec<Text> = row.entries.iter().flat_map(|cell| cell.body.clone()).collect();
    let text = Text::join(&cells, " / ", " / ")?;
    let (text, id, _) = words(text);
    let comments = row.entries.iter().flat_map(|cell| &cell.entries).filter(|entry| entry.kind == Kind::Comment);
    let explanations = comments.flat_map(|entry| entry.body.iter().cloned()).map(|text| Explanation { text }).collect();
    Some(Statement::new(text, true, row.span, StatementMore { id, explanations, ..StatementMore::default() }))
}

/// The words of a statement without a typed bullet before them and their id after them, and whether there
/// was a bullet.
fn words(text: Text) -> (Text, Option<Text>, bool) {
    let (text, id) = with_id(text);
    match typed_bullet(text.words()).filter(|mark| *mark < text.words().len()) {
        Some(mark) => (settled(text.slice(mark..text.words().len())), id, true),
        None => (settled(text), id, false),
    }
}

/// Takes `{#id}` off the end of a statement.
fn with_id(text: Text) -> (Text, Option<Text>) {
    let words = text.words();
    let found = words.strip_suffix('}').and_then(|rest| Some((rest.rfind("{#")?, rest.len())));
    let Some((at, end)) = found else { return (text, None) };
    let id = words.get(at + 2..end).unwrap_or_default();
    let named = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !named || words.get(..at).is_none_or(|before| before.trim().is_empty()) {
        return (text, None);
    }
    (text.slice(0..at), Some(text.slice(at + 2..end)))
}
