//! One statement: from an item, a paragraph, a map or a table row, with its children and its id.

use crate::form::Form;
use crate::outline::markdown::{settled, typed_bullet};
use crate::outline::{Entry, Kind};
use crate::report::{Explanation, Statement};
use crate::source::Text;

/// A statement from an item, a paragraph or a row; `None` where there are no words.
pub(super) fn statement(entry: Entry, form: &Form) -> Option<Statement> {
    let bullet = entry.kind == Kind::Item;
    let keyed = entry.entries.iter().any(|e| e.kind == Kind::Key);
    if bullet && keyed {
        return keyed_statement(entry, form);
    }
    let mut children = Vec::new();
    let mut explanations = Vec::new();
    let mut body = entry.body;
    let mut span = entry.span;
    for child in entry.entries {
        span = span.to(child.span);
        match child.kind {
            Kind::Comment => explanations.extend(child.body.into_iter().map(|text| Explanation { text })),
            Kind::Paragraph | Kind::Line => body.extend(child.body),
            Kind::Table => children.extend(child.entries.into_iter().filter_map(|row| row_statement(&row))),
            _ => children.extend(statement(child, form)),
        }
    }
    let text = match <[Text; 1]>::try_from(body) {
        Ok([only]) => Some(only),
        Err(several) => Text::join(&several, "\n", "\n\n"),
    };
    let Some(text) = text.filter(|text| !text.words().trim().is_empty()) else {
        let mut children = children.into_iter();
        return children
            .next()
            .map(|first| Statement { children: first.children.into_iter().chain(children).collect(), ..first });
    };
    let (text, id, typed) = words(text);
    let bullet = bullet || typed;
    Some(Statement { text, id, children, lead_in: None, heading: None, bullet, span, explanations })
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
    let (mut text, mut id, mut lead_in, mut heading) = (None, None, None, None);
    let (mut children, mut explanations) = (Vec::new(), Vec::new());
    let mut others: Vec<Text> = entry.body;
    for child in entry.entries {
        let key = child.label.as_ref().map(|l| crate::form::fold(l.words())).unwrap_or_default();
        match (child.kind, key.as_str()) {
            (Kind::Comment, _) => explanations.extend(child.body.into_iter().map(|text| Explanation { text })),
            (_, "text") => {
                let paragraphs = child.entries.into_iter().flat_map(|e| e.label.into_iter().chain(e.body));
                let body: Vec<Text> = child.body.into_iter().chain(paragraphs).collect();
                text = Text::join(&body, "\n", "\n\n");
            }
            (_, "id") => id = child.body.into_iter().next().map(Box::new),
            (_, "lead in") => lead_in = child.body.into_iter().next().map(Box::new),
            (_, "heading") => heading = child.body.into_iter().next().map(Box::new),
            (_, "children") => children.extend(child.entries.into_iter().filter_map(|e| statement(e, form))),
            _ => {
                let parts: Vec<Text> = child.label.into_iter().chain(child.body).collect();
                others.extend(Text::join(&parts, ": ", ": "));
                children.extend(child.entries.into_iter().filter_map(|e| statement(e, form)));
            }
        }
    }
    let parts: Vec<Text> = text.into_iter().chain(others).collect();
    let (text, own_id, _) = words(Text::join(&parts, "\n", "\n\n")?);
    let id = id.or(own_id);
    Some(Statement { text, id, children, lead_in, heading, bullet: true, span: entry.span, explanations })
}

/// A table row that no label explains: its cells are one statement.
fn row_statement(row: &Entry) -> Option<Statement> {
    let cells: Vec<Text> = row.entries.iter().flat_map(|cell| cell.body.clone()).collect();
    let text = Text::join(&cells, " / ", " / ")?;
    let (text, id, _) = words(text);
    let span = row.span;
    Some(Statement {
        text,
        id,
        children: Vec::new(),
        lead_in: None,
        heading: None,
        bullet: true,
        span,
        explanations: Vec::new(),
    })
}

/// The words of a statement without a typed bullet before them and their id after them, and whether there
/// was a bullet.
fn words(text: Text) -> (Text, Option<Box<Text>>, bool) {
    let (text, id) = with_id(text);
    match typed_bullet(text.words()).filter(|mark| *mark < text.words().len()) {
        Some(mark) => (settled(text.slice(mark..text.words().len())), id.map(Box::new), true),
        None => (settled(text), id.map(Box::new), false),
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
