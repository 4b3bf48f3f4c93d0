//! A report as canonical Markdown.

use super::block::{heading, is_bold, paragraph, sub_heading};
use super::{TermWords, districts, fields, has_own_label, header, line, paragraphs, passages, terms};
use crate::form::{Field, Form, Section};
use crate::report::{Explanation, Passage, Priority, Report, Statement, opens_list};
use crate::source::Text;
use crate::term;

/// The whole report.
pub fn write(report: &Report, form: &Form) -> String {
    let mut parts = Vec::new();
    parts.extend(front_matter(report, form));
    parts.extend(top(report, form));
    parts.extend(report.priorities.iter().map(|p| priority(p, form)));
    if !report.unplaced.is_empty() {
        let mut blocks = vec![Block::heading("## Unplaced".to_owned())];
        statements(&report.unplaced, form, &mut blocks);
        parts.push(Block::join(blocks));
    }
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn front_matter(report: &Report, form: &Form) -> Option<String> {
    let mut lines = header(report, form);
    lines.extend(report.explanations.iter().map(|e| format!("# {}", e.comment())));
    (!lines.is_empty()).then(|| format!("---\n{}\n---", lines.join("\n")))
}

/// The top heading (a title that is neither district nor term stays), and under it what else is stated
/// as district or term.
fn top(report: &Report, form: &Form) -> Option<String> {
    let ((district, other_districts), (term, other_terms)) = (districts(report), terms(report, form.scheme));
    // In a heading, words that are no clear term would not be known for one, and a term whose month is at
    // odds with the rest would contradict the front matter.
    let is_sound = report.terms.first().is_some_and(|t| t.stated.value.clashes.is_empty());
    let term = term.and_then(|stated| match stated {
        TermWords::Clear(term) | TermWords::Monthly(term) | TermWords::Numbered(term, _) => {
            is_sound.then(|| term.to_string())
        }
        TermWords::Own(_) => None,
    });
    let named = district.filter(|_| !report.districts.is_empty());
    let words: Vec<String> = named.map(|d| heading(d.markup())).into_iter().chain(term).collect();
    let mut parts = Vec::new();
    if let Some(title) = &report.title {
        parts.push(format!("# {}", heading(title.markup())));
    } else if !words.is_empty() && !district.is_some_and(|d| holds_term(d, form)) {
        parts.push(format!("# {}", words.join(": ")));
    }
    let label = |field: Field, text: &Text| {
        let name = form.field(field).map(|row| row.name.as_str()).unwrap_or_default();
        format!("{name}: {}", line(text.markup()))
    };
    let mut lines: Vec<String> = other_districts.into_iter().map(|d| label(Field::District, d)).collect();
    lines.extend(other_terms.into_iter().map(|t| label(Field::Term, t)));
    if !lines.is_empty() {
        parts.push(lines.join("\n"));
    }
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// Whether a district's words hold what reads as a part of a term: in a heading they would be parted there.
fn holds_term(district: &Text, form: &Form) -> bool {
    term::read(district.words(), form.scheme).has_any()
}

fn priority(priority: &Priority, form: &Form) -> String {
    let label = form.priority.first().map_or("Priority", String::as_str);
    let mut top = match &priority.title {
        Some(title) => format!("## {label}: {}", heading(title.markup())),
        None => format!("## {label}"),
    };
    top.push_str(&comments(priority.explanations(), 0));
    for (field, values) in fields(priority) {
        let name = form.field(field).map(|row| row.name.as_str()).unwrap_or_default();
        for value in values {
            // A comma would part one value of a list; a semicolon says that it does not.
            let is_list = matches!(field, Field::Theme | Field::Continues);
            let end = if is_list && value.contains(',') { ";" } else { "" };
            top.push_str(&format!("\n{name}: {}{end}", line(value)));
        }
    }
    let mut scope = priority.scope().iter().flat_map(|scope| paragraphs(scope.markup()));
    if priority.title.is_none()
        && fields(priority).is_empty()
        && let (Some(row), Some(first)) = (form.field(Field::Scope), scope.next())
    {
        // Without its label it would be read as the title.
        top.push_str(&format!("\n{}: {}", row.name, line(first)));
    }
    let mut parts = vec![top];
    parts.extend(scope.map(|p| paragraph(p, Some(form))));
    parts.extend(passages(priority, form).into_iter().map(|(p, section)| passage(p, section, form)));
    parts.join("\n\n")
}

fn passage(passage: &Passage, section: &Section, form: &Form) -> String {
    let label = if has_own_label(passage, section) { passage.label.markup() } else { &section.heading };
    let tail = passage.tail().map_or(String::new(), |tail| format!(" - {}", line(tail.markup())));
    let top = format!("### {}{}", heading(&format!("{label}{tail}")), comments(passage.explanations(), 0));
    let mut blocks = vec![Block::heading(top)];
    blocks.extend(passage.prompts().iter().map(|prompt| Block::paragraph(paragraph(prompt.markup(), Some(form)))));
    statements(&passage.statements, form, &mut blocks);
    Block::join(blocks)
}

/// A stretch of lines, and what it is, for the blank lines between them.
struct Block {
    kind: Kind,
    text: String,
}

#[derive(PartialEq)]
enum Kind {
    Heading,
    Item,
    Paragraph,
}

impl Block {
    fn heading(text: String) -> Block {
        Block { kind: Kind::Heading, text }
    }

    fn paragraph(text: String) -> Block {
        Block { kind: Kind::Paragraph, text }
    }

    /// The blocks with a blank line between them, but for the items of a list and what a heading opens.
    fn join(blocks: Vec<Block>) -> String {
        let mut out = String::new();
        let mut before: Option<Kind> = None;
        for block in blocks {
            out.push_str(match (&before, &block.kind) {
                (None, _) => "",
                (Some(Kind::Item), Kind::Item) | (Some(Kind::Heading), Kind::Item | Kind::Paragraph) => "\n",
                _ => "\n\n",
            });
            out.push_str(&block.text);
            before = Some(block.kind);
        }
        out
    }
}

fn statements(list: &[Statement], form: &Form, blocks: &mut Vec<Block>) {
    // Words ending in a colon would be read as what opens the list below them, so they join it.
    let mut above_item = false;
    let as_item = |statement: &Statement| {
        let is_item = is_item(statement) || above_item && opens_list(statement.text.words());
        above_item = is_item && statement.lead_in().is_none();
        is_item
    };
    let items: Vec<bool> = list.iter().rev().map(as_item).collect();
    for (statement, as_item) in list.iter().zip(items.into_iter().rev()) {
        if let Some(words) = statement.heading() {
            blocks.push(Block::heading(format!("#### {}", sub_heading(words.markup(), form))));
        }
        if let Some(words) = statement.lead_in() {
            blocks.push(Block::paragraph(paragraph(words.markup(), Some(form))));
        }
        blocks.push(if as_item {
            Block { kind: Kind::Item, text: item(statement, 0) }
        } else {
            let words = paragraph(&marked(statement), Some(form));
            Block::paragraph(words + &comments(statement.explanations(), 0))
        });
    }
}

/// Whether a statement has to be a list item to read back as one statement.
fn is_item(statement: &Statement) -> bool {
    let markup = statement.text.markup();
    let one = paragraphs(markup).count() == 1 && !is_bold(markup);
    statement.bullet || statement.lead_in().is_some() || !statement.children().is_empty() || !one
}

/// A list item with all that stands in it, set in by `inset`.
fn item(statement: &Statement, inset: usize) -> String {
    let space = " ".repeat(inset + 2);
    let words = marked(statement);
    let set_in = |p: &str| paragraph(p, None).replace('\n', &format!("\n{space}"));
    let words: Vec<String> = paragraphs(&words).map(set_in).collect();
    let mut out = format!("{}- {}", " ".repeat(inset), words.join(&format!("\n\n{space}")));
    out.push_str(&comments(statement.explanations(), inset + 2));
    for child in statement.children() {
        for words in child.heading().into_iter().chain(child.lead_in()) {
            out.push_str(&format!("\n\n{space}{}\n", set_in(words.markup())));
        }
        out.push('\n');
        out.push_str(&item(child, inset + 2));
    }
    out
}

/// A statement's markup with its id.
fn marked(statement: &Statement) -> String {
    let markup = statement.text.markup().trim();
    statement.id().map_or(markup.to_owned(), |id| format!("{markup} {{#{}}}", id.words()))
}

/// Explanations, each on a line of its own below what it stands at.
fn comments(explanations: &[Explanation], inset: usize) -> String {
    let space = " ".repeat(inset);
    let each = explanations.iter().map(|e| {
        // The words must not end the comment.
        let words = e.comment().replace("-->", "-- >");
        format!("\n{space}<!-- {words} -->")
    });
    each.collect()
}
