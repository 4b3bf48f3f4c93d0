//! A report as canonical YAML: the form's keys, words as inline Markdown, explanations as comments.
//!
//! Layout is put together here, so that comments can stand among the keys; each scalar is written by
//! `quote`.

use super::{block, districts, fields, has_own_label, header, line, paragraphs, passages, quote, terms};
use crate::form::{Field, FieldLabels, Form, Section};
use crate::report::{Explanation, Passage, Priority, Report, Statement};
use crate::source::Text;

/// One document, without the line that opens it.
pub fn write(report: &Report, form: &Form) -> String {
    let title = report.title.as_ref().zip(form.field(Field::Title));
    let title = title.map(|(title, row)| entry(&row.key, &text(title.markup()), 0).trim_end().to_owned());
    let mut out = title.into_iter().chain(header(report, form)).collect::<Vec<_>>().join("\n");
    if !out.is_empty() {
        out.push('\n');
    }
    again(Field::District, &districts(report).1, form, &mut out);
    again(Field::Term, &terms(report, form.scheme).1, form, &mut out);
    out.push_str(&comments(&report.explanations, 0));
    if report.priorities.is_empty() {
        out.push_str("priorities: []\n");
    } else {
        out.push_str("priorities:\n");
        report.priorities.iter().for_each(|p| out.push_str(&as_item(&priority(p, form), 2)));
    }
    if !report.unplaced.is_empty() {
        out.push_str("unplaced:\n");
        report.unplaced.iter().for_each(|s| out.push_str(&statement(s, 2)));
    }
    out
}

/// Values of a field that was written already, each under another of its labels: a map holds a key once.
fn again(field: Field, texts: &[&Text], form: &Form, out: &mut String) {
    let Some(row) = form.field(field) else { return };
    let FieldLabels { key, name, labels, .. } = row;
    let names: Vec<&String> = std::iter::once(name).chain(labels).filter(|label| *label != key).collect();
    for (at, text) in texts.iter().enumerate() {
        let label = names.get(at).copied().unwrap_or(key);
        out.push_str(&format!("{}: {}\n", quote::line(label, false), quote::line(text.markup(), false)));
    }
}

/// The keys of a priority, as they stand at the margin.
fn priority(priority: &Priority, form: &Form) -> String {
    let mut out = String::new();
    if let (Some(title), Some(row)) = (&priority.title, form.field(Field::Title)) {
        out.push_str(&entry(&row.key, &text(title.markup()), 0));
    }
    out.push_str(&comments(priority.explanations(), 0));
    for (field, values) in fields(priority) {
        let Some(row) = form.field(field) else { continue };
        match values.as_slice() {
            [one] if !one.contains([',', ';']) => out.push_str(&entry(&row.key, one, 0)),
            several => {
                out.push_str(&format!("{}:\n", quote::line(&row.key, false)));
                several.iter().for_each(|value| out.push_str(&format!("  - {}\n", quote::line(value, false))));
            }
        }
    }
    let scope: Vec<&str> = priority.scope().iter().flat_map(|s| paragraphs(s.markup())).collect();
    if let (Some(row), false) = (form.field(Field::Scope), scope.is_empty()) {
        out.push_str(&entry(&row.key, &text(&scope.join("\n\n")), 0));
    }
    let mut used = Vec::new();
    for (p, section) in passages(priority, form) {
        let key = passage_key(p, section, &used);
        out.push_str(&passage(p, &key));
        used.push(key);
    }
    out
}

/// A passage's key: its section's, or another label of it where that is taken.
fn passage_key(passage: &Passage, section: &Section, used: &[String]) -> String {
    let tail = passage.tail().map_or(String::new(), |tail| format!(" - {}", line(tail.words())));
    let own = has_own_label(passage, section).then(|| line(passage.label.words()));
    let labels = [&section.key, &section.heading].into_iter().chain(&section.labels).cloned();
    let mut keys = own.into_iter().chain(labels).map(|label| label + &tail);
    keys.find(|key| !used.contains(key)).unwrap_or_else(|| section.key.clone() + &tail)
}

fn passage(passage: &Passage, key: &str) -> String {
    let remarks = comments(passage.explanations(), 2);
    let key_line = quote::line(key, false);
    match (passage.statements.as_slice(), passage.prompts()) {
        ([], []) => format!("{key_line}:\n{remarks}"),
        ([only], []) if remarks.is_empty() && is_words(only) && !only.bullet && !block::is_bold(only.text.markup()) => {
            entry(key, only.text.markup(), 0)
        }
        (statements, prompts) => {
            let mut out = format!("{key_line}:\n{remarks}");
            prompts.iter().for_each(|prompt| out.push_str(&format!("  - {}\n", quote::line(prompt.markup(), false))));
            statements.iter().for_each(|s| out.push_str(&statement(s, 2)));
            out
        }
    }
}

/// Whether a statement is nothing but one line of words.
fn is_words(statement: &Statement) -> bool {
    statement.more.as_ref().is_none_or(|more| more.is_empty()) && !statement.text.markup().trim().contains('\n')
}

/// A statement as a list item: its words, or a map where it holds more.
fn statement(statement: &Statement, inset: usize) -> String {
    let (words, children, explanations) = (&statement.text, statement.children(), statement.explanations());
    let extra = [("id", statement.id()), ("lead_in", statement.lead_in()), ("heading", statement.heading())];
    let extra: Vec<_> = extra.into_iter().filter_map(|(key, text)| Some((key, text?))).collect();
    let space = " ".repeat(inset);
    if extra.is_empty() && children.is_empty() && explanations.len() <= 1 {
        let (head, below) = quote::value(&text(words.markup()), inset + 2);
        let remark = explanations.first().map_or(String::new(), |e| format!(" # {}", e.comment()));
        return format!("{space}- {head}{remark}\n{below}");
    }
    let mut keys = entry("text", &text(words.markup()), 0) + &comments(explanations, 0);
    extra.iter().for_each(|(key, text)| keys.push_str(&entry(key, &line(text.markup()), 0)));
    if !children.is_empty() {
        keys.push_str("children:\n");
        children.iter().for_each(|child| keys.push_str(&self::statement(child, 2)));
    }
    as_item(&keys, inset)
}

/// Keys at the margin as one list item, set in by `inset`.
fn as_item(keys: &str, inset: usize) -> String {
    let (first, space) = (format!("{}- ", " ".repeat(inset)), " ".repeat(inset + 2));
    if keys.is_empty() {
        return format!("{first}{{}}\n");
    }
    // A comment beside the marker stands at the item, as one below it does.
    let set_in = |(at, line): (usize, &str)| match (at, line.is_empty()) {
        (0, _) => format!("{first}{line}\n"),
        (_, true) => "\n".to_owned(),
        (_, false) => format!("{space}{line}\n"),
    };
    keys.lines().enumerate().map(set_in).collect()
}

fn entry(key: &str, words: &str, inset: usize) -> String {
    let (head, below) = quote::value(words, inset + 2);
    format!("{}{}: {head}\n{below}", " ".repeat(inset), quote::line(key, false))
}

/// Words as they read back: one line as inline Markdown, several as blocks, whose openings are escaped.
fn text(markup: &str) -> String {
    if !markup.trim().contains('\n') {
        return markup.trim().to_owned();
    }
    paragraphs(markup).map(|p| block::paragraph(p, None)).collect::<Vec<_>>().join("\n\n")
}

fn comments(explanations: &[Explanation], inset: usize) -> String {
    let space = " ".repeat(inset);
    explanations.iter().map(|e| format!("{space}# {}\n", e.comment())).collect()
}
