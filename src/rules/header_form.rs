//! The district or the term stands in the text, or the block at the top does not begin as it must.
//!
//! Both ways are read. In the block at the top everyone finds them at the same place, the folder's tools
//! can list them, and a change of layout cannot lose them.
//!
//! The block itself begins on line 1, with exactly three dashes: else other programs take it for words of the report.
//!
//! `--fix` moves lines such as `**District:** Northmoor`, and tables of them, to the block at the top, the officers
//! and the date that stand with them too. It leaves them where a value has markup in it or goes on on the next line. It also
//! makes the block at the top begin as it must.
//!
//! ```markdown bad
//! # Northmoor: Spring 2 2023/24
//!
//! **District:** Northmoor
//!
//! **Officers:** Asha Rowe and Tom Pell
//!
//! **Term:** Spring 2 2023/24
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # Northmoor: Spring 2 2023/24
//! ```

use crate::diagnostic::{Edit, Level};
use crate::form::{Field, Form, Label};
use crate::outline::Language;
use crate::report::{Amiss, Headed, Origin, Report, amiss, field_name, write};
use crate::rule::{Check, Emit, Group, Rule, listed};
use crate::source::{Source, Span, Text, number};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "header-form",
    group: Group::Header,
    level: Level::Note,
    check: Check::Report(check),
    fixes: true,
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.language != Language::Markdown {
        return;
    }
    if let Some(block) = emit.sources.get(report.source).and_then(|source| amiss(&source.text)) {
        opens_amiss(report, &block, emit);
    }
    let mut labelled: Vec<(Field, &Text)> = Vec::new();
    labelled.extend(in_text(&report.districts).map(|text| (Field::District, text)));
    labelled.extend(in_text(&report.terms).map(|text| (Field::Term, text)));
    labelled.sort_by_key(|(_, text)| text.span());
    let Some((_, first)) = labelled.first() else { return };
    let names: Vec<&str> = labelled.iter().map(|(field, _)| field_name(emit.form, *field)).collect();
    let source = emit.sources.get(report.source);
    let is_term =
        |text: &Text| report.terms.iter().any(|term| term.stated.text.span() == text.span() && !term.stated.value.rest);
    let line = |(field, text): &(Field, &Text)| {
        let first = source.filter(|_| !is_term(text)).map(|source| on_first_line(text, source));
        let text = first.unwrap_or_else(|| (*text).clone());
        emit.form.field(*field).map(|row| format!("`{}: {}`", row.key, emit.sources.words(&text)))
    };
    let lines: Vec<String> = labelled.iter().filter_map(line).collect();
    let stand = if names.len() == 1 { "stands" } else { "stand" };
    let message = format!("{} {stand} in the text, not in the block at the top", listed(&names, "and"));
    let help =
        format!("write {} between two lines `---` at the very top, and take them out here", listed(&lines, "and"));
    let edit = source.and_then(|source| moved(report, &labelled, source, emit.form));
    let title = format!("move {} to the block at the top", listed(&names, "and"));
    emit.at(first.span(), message).advise(help).mend(title, edit.into_iter().collect());
}

/// The words of a value that stand on its first line: a paragraph goes on below it where the report meant to begin another.
fn on_first_line(text: &Text, source: &Source) -> Text {
    let end = source.line(source.position(text.span().start).line).end;
    let is_below = |(at, c): &(usize, char)| text.span_of(*at..at + c.len_utf8()).start >= end;
    let below = text.words().char_indices().find(is_below).map_or(text.words().len(), |(at, _)| at);
    text.slice(0..below)
}

/// Says that the block at the top is not opened as other programs want it.
fn opens_amiss(report: &Report, block: &Amiss, emit: &mut Emit<'_>) {
    let Some(source) = emit.sources.get(report.source) else { return };
    let span = |range: &Range<usize>| Span::new(report.source, number(range.start), number(range.end));
    let (open, close) = (span(&block.open), span(&block.close));
    let (opening, closing) = (source.slice(open.start, open.end), source.slice(close.start, close.end));
    let dashes = opening.trim();
    let start = open.start + number(opening.find('-').unwrap_or(0));
    let above = opening.find(|c: char| !c.is_whitespace()).and_then(|at| opening.get(..at)).unwrap_or_default();
    let help = match (above.matches('\n').count(), dashes) {
        (0, "---") => "take away the spaces before and after the `---`",
        (0, _) => "write `---` there and at the end of the block",
        (1, "---") => "delete the empty line above it",
        (_, "---") => "delete the empty lines above it",
        _ => "delete what is empty above it, and write `---` there and at the end of the block",
    };
    let mut edits = vec![Edit { span: open, text: "---\n".to_owned() }];
    if closing.trim_end() != "---" && closing.trim_end() != "..." {
        let end = if closing.ends_with('\n') { "---\n" } else { "---" };
        edits.push(Edit { span: close, text: end.to_owned() });
    }
    let at = Span::new(report.source, start, start + number(dashes.len()));
    let message = "the block at the top must begin on line 1 with exactly `---`";
    emit.at(at, message).advise(help).mend(help, edits);
}

/// The words of a value that only a label or table in the text states.
fn in_text<T>(stated: &[Headed<T>]) -> Option<&Text> {
    let labelled = |headed: &&Headed<T>| headed.origin == Origin::Label;
    let in_block = stated.iter().any(|headed| headed.origin == Origin::Key);
    stated.iter().find(labelled).filter(|_| !in_block).map(|headed| &headed.stated.text)
}

/// The beginning of the file with the lines of these fields, and of others that stand like them, in the block at the
/// top; `None` where one of them is no line of its own.
fn moved(report: &Report, labelled: &[(Field, &Text)], source: &Source, form: &Form) -> Option<Edit> {
    let end = report
        .priorities
        .first()
        .map_or(number(source.text.len()), |first| source.line(source.position(first.whole.start).line).start);
    let lines = lines(source.slice(0, end), report, form);
    let stands = |(field, text): &(Field, &Text)| {
        let states = |line: &&Line| line.states.as_ref().is_some_and(|(other, ..)| other == field);
        source.holds(text) && lines.iter().filter(states).count() == 1
    };
    let block = block(&lines);
    let opens = block.is_some() || !source.text.trim_start().starts_with("---");
    if !opens || !labelled.iter().all(stands) || lines.iter().any(|line| line.goes && !line.may_go()) {
        return None;
    }
    let rows: String = lines.iter().filter_map(|line| line.states.as_ref()).map(|(_, row)| row.as_str()).collect();
    let mut text = if block.is_some() { String::new() } else { format!("---\n{rows}---\n\n") };
    // Whether the last line kept is empty, and whether lines were left out since.
    let (mut empty, mut cut) = (true, block.is_none());
    for (number, line) in lines.iter().enumerate() {
        if block == Some(number) {
            text.push_str(&rows);
        }
        let blank = line.words.trim().is_empty();
        if line.goes {
            cut = true;
        } else if !(blank && empty && cut) {
            text.push_str(line.words);
            (empty, cut) = (blank, false);
        }
    }
    if !source.slice(0, end).ends_with('\n') {
        // The file ends here, without the end of a line.
        text.truncate(text.trim_end_matches('\n').len());
    }
    Some(Edit { span: Span::new(report.source, 0, end), text })
}

/// One line of the report's head.
struct Line<'a> {
    words: &'a str,
    /// The field that it states and nothing else, and its row for the block at the top.
    states: Option<(Field, String)>,
    /// Whether it is taken out: it states a field, or stands in a table with one that does.
    goes: bool,
}

impl Line<'_> {
    fn may_go(&self) -> bool {
        self.states.is_some() || self.words.trim().chars().all(|c| "|-: ".contains(c))
    }
}

fn lines<'a>(head: &'a str, report: &Report, form: &Form) -> Vec<Line<'a>> {
    let line = |words: &'a str| Line { words, states: None, goes: false };
    let mut lines: Vec<Line<'a>> = head.split_inclusive('\n').map(line).collect();
    let below = block(&lines).map_or(0, |closing| closing + 1);
    let mut at = 0;
    for (number_of, line) in lines.iter_mut().enumerate() {
        line.states = if number_of < below { None } else { stated(line.words, at, report, form) };
        at += number(line.words.len());
    }
    let rows = lines.get_mut(below..).unwrap_or_default();
    for table in rows.chunk_by_mut(|a, b| a.words.contains('|') && b.words.contains('|')) {
        let goes = table.iter().any(|line| line.states.is_some());
        table.iter_mut().for_each(|line| line.goes = goes);
    }
    lines
}

/// The field of the report that a line in the text states, if that is all it does, and its row for the block.
fn stated(line: &str, at: u32, report: &Report, form: &Form) -> Option<(Field, String)> {
    let whole = Span::new(report.source, at, at + number(line.len()));
    let here = |text: &&Text| whole.holds(text.span());
    let in_text = report.districts.iter().filter(|d| d.origin == Origin::Label).map(|d| &d.stated.text);
    let terms = report.terms.iter().filter(|t| t.origin == Origin::Label).map(|t| &t.stated.text);
    let officers = report.officers.iter().map(|officer| &officer.text).collect::<Vec<_>>();
    let texts: Vec<&Text> = in_text.chain(terms).chain(report.submitted.iter().map(|s| &s.text)).filter(here).collect();
    let names: Vec<&Text> = officers.iter().copied().filter(here).collect();
    let (first, last) = match (texts.as_slice(), names.as_slice()) {
        ([only], []) => (only, only),
        ([], [first, .., last]) if names.len() == officers.len() => (first, last),
        ([], [only]) if officers.len() == 1 => (only, only),
        _ => return None,
    };
    let (from, to) = ((first.span().start - at) as usize, (last.span().end - at) as usize);
    let label = line.get(..from)?.trim_matches(|c: char| c.is_whitespace() || "*_:|".contains(c));
    let rest = line.get(to..)?.trim_matches(|c: char| c.is_whitespace() || "\\|".contains(c));
    let Some(Label::Field(field)) = form.label(label) else { return None };
    let is_plain = texts.iter().chain(&names).all(|text| !text.is_marked());
    let values: Vec<&str> = texts.iter().chain(&names).map(|text| text.words()).collect();
    let row = write::key_line(form, field, &values)?;
    (is_plain && rest.is_empty() && !form.field(field)?.of_priority).then_some((field, row))
}

/// The number of the line that closes the block at the top, if there is one.
fn block(lines: &[Line<'_>]) -> Option<usize> {
    lines.first().filter(|line| line.words == "---\n")?;
    let closes = |line: &Line<'_>| matches!(line.words.trim_end(), "---" | "...");
    lines.iter().skip(1).position(closes).map(|at| at + 1)
}
