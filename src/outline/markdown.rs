//! The Markdown reader: CommonMark with tables and strikethrough, on pulldown-cmark's events.
//!
//! Front matter is cut off here and read as YAML. Headings nest by level; a bold-only paragraph is a
//! heading of level 7; lines `Label: value` and typed bullets (`•`) inside a paragraph are told apart.

use super::told::{self, told_in_comment};
use super::{Body, Entry, IsLabel, Kind, Outline, Over, split_label, yaml};
use crate::diagnostic::Diagnostic;
use crate::form::{Limit, Limits};
use crate::source::{Layout, Source, SourceId, Span, Text, number};
use std::cell::RefCell;
use std::ops::Range;

mod blocks;
mod html;
mod inline;
mod lines;
mod paragraph;
pub use inline::{escaped, inline, opens_with_tag};
pub(crate) use inline::{has_marks, joined, settled};
pub use paragraph::tight_bullet;
pub(crate) use paragraph::{tight_heading, typed_bullet};

/// Reads a Markdown report.
#[must_use]
pub fn read(source: &Source, id: SourceId, is_label: IsLabel<'_>, limits: &Limits) -> Outline {
    let mut outline = Outline::default();
    let text: &str = &source.text;
    let front = front_matter(text, limits.of(Limit::Yaml));
    let mut entries = Vec::new();
    let mut body_at = 0;
    match front {
        Front::None => {}
        Front::Closed(matter, after) => {
            entries = yaml::map(source, matter, id, limits, &mut outline);
            body_at = after;
        }
        Front::Open => outline.diagnostics.push(
            Diagnostic::unreadable(Span::new(id, 0, 3), "the front matter that opens here is never closed")
                .help("write a line `---` after the last of its lines"),
        ),
        Front::TooLong => {
            let why = format!("its front matter is longer than the {} that are read", limits.words(Limit::Yaml));
            outline.over_limit = Some(Over { why, limit: Some(Limit::Yaml) });
            return outline;
        }
    }
    let body = text.get(body_at..).unwrap_or_default();
    let layout = Layout::shared(id, &source.text, body_at);
    let read = blocks::read(body, &layout, true, is_label, limits);
    outline.over_limit = outline.over_limit.or(read.over_limit);
    outline.diagnostics.extend(
        read.unclosed
            .into_iter()
            .map(|span| Diagnostic::unreadable(span, "this comment is never closed").help("end it with `-->`")),
    );
    entries.extend(nested(read.entries));
    let span = Span::new(id, 0, number(text.len()));
    outline.reports.push(Entry { kind: Kind::Report, label: None, body: Body::None, entries, span });
    outline
}

/// The blocks of a text that is laid out elsewhere, such as the value of a YAML block scalar; bold
/// paragraphs among them are headings where `headed`. What goes over a limit is kept in `over`.
#[must_use]
pub fn blocks(value: &str, layout: &Layout, headed: bool, limits: &Limits, over: &RefCell<Option<Over>>) -> Vec<Entry> {
    let read = blocks::read(value, layout, headed, &|_, _| false, limits);
    if read.over_limit.is_some() {
        over.replace(read.over_limit);
    }
    read.entries
}

enum Front {
    None,
    Closed(Range<usize>, usize),
    Open,
    TooLong,
}

/// A block of keys at the top that is not opened by a first line `---`.
pub struct Amiss {
    /// From the first byte of the file to the end of the line that opens it.
    pub open: Range<usize>,
    /// The line that closes it.
    pub close: Range<usize>,
}

/// The block of keys at the top, where empty lines stand above it or its lines of dashes are longer than three: only
/// keys and values stand in it, and a line closes it.
#[must_use]
pub fn amiss(text: &str) -> Option<Amiss> {
    let mut at = text.len() - text.trim_start().len();
    let mut lines = text.get(at..)?.split_inclusive('\n').take(MOST_KEYS);
    let opening = lines.next().filter(|line| is_dashes(line) && (at > 0 || *line != "---\n"))?;
    at += opening.len();
    let open = 0..at;
    for (number, line) in lines.enumerate() {
        let end = at + line.len();
        let closes = line.trim() == opening.trim() || matches!(line.trim_end(), "---" | "...");
        let key = line.split_once(':').map_or("", |(key, _)| key);
        let is_key =
            key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c));
        if closes && number > 0 {
            return Some(Amiss { open, close: at..end });
        }
        if !is_key && (number == 0 || !line.starts_with([' ', '-', '#', '\t']) || line.starts_with("##")) {
            return None;
        }
        at = end;
    }
    None
}

/// The most lines that are looked through for the end of a block that does not open as it should.
const MOST_KEYS: usize = 100;

fn is_dashes(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && line.bytes().all(|byte| byte == b'-')
}

/// The front matter: from a first line `---` to the next line `---` or `...`. A `---` that a blank line
/// follows is a rule across the page, not front matter.
fn front_matter(text: &str, most: usize) -> Front {
    let Some(rest) = text.strip_prefix("---\n") else {
        return amiss(text)
            .map_or(Front::None, |block| Front::Closed(block.open.end..block.close.start, block.close.end));
    };
    if rest.trim_start_matches([' ', '\t']).starts_with('\n') {
        return Front::None;
    }
    let mut at = 4;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Front::Closed(4..at, at + line.len());
        }
        at += line.len();
        if at - 4 > most {
            return Front::TooLong;
        }
    }
    Front::Open
}

/// Headings with what stands under them, by level.
fn nested(flat: Vec<Entry>) -> Vec<Entry> {
    let mut rooms = rooms(&flat).into_iter();
    let mut top = Vec::with_capacity(rooms.next().unwrap_or(0));
    let mut open: Vec<(u8, Entry)> = Vec::with_capacity(8);
    let close = |open: &mut Vec<(u8, Entry)>, top: &mut Vec<Entry>| {
        if let Some((_, mut done)) = open.pop() {
            if let Some(last) = done.entries.last() {
                done.span = done.span.to(last.span);
            }
            open.last_mut().map_or(top, |(_, parent)| &mut parent.entries).push(done);
        }
    };
    for mut entry in flat {
        if let Kind::Heading(level) = entry.kind {
            entry.entries.reserve_exact(rooms.next().unwrap_or(0));
            while open.last().is_some_and(|(deeper, _)| *deeper >= level) {
                close(&mut open, &mut top);
            }
            open.push((level, entry));
        } else {
            open.last_mut().map_or(&mut top, |(_, parent)| &mut parent.entries).push(entry);
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut top);
    }
    top
}

/// How many entries stand at the top, and straight under each heading, in order.
fn rooms(flat: &[Entry]) -> Vec<usize> {
    let mut rooms = vec![0];
    let mut open: Vec<(u8, usize)> = vec![(0, 0)];
    for entry in flat {
        let level = if let Kind::Heading(level) = entry.kind { level } else { u8::MAX };
        while open.last().is_some_and(|(deeper, _)| *deeper >= level) {
            open.pop();
        }
        if let Some(room) = open.last().and_then(|(_, parent)| rooms.get_mut(*parent)) {
            *room += 1;
        }
        if level < u8::MAX {
            open.push((level, rooms.len()));
            rooms.push(0);
        }
    }
    rooms
}

/// A heading of `level`: a known label at its beginning becomes the label, the rest its tail. One that is written with
/// an escape is meant as plain words.
fn heading(level: u8, words: Text, span: Span, is_label: IsLabel<'_>) -> Entry {
    let found = split_label(words.words(), is_label);
    let undone = found.is_some_and(|(end, _, _)| is_undone(&words, end));
    let words = settled(words);
    let (label, body) = match found {
        _ if undone => (None, words.into()),
        Some((end, _, _)) if end == words.words().len() => (Some(words), Body::None),
        Some((label, rest, _)) => {
            let tail = words.slice(rest..words.words().len());
            (Some(words.slice(0..label)), Some(tail).filter(|tail| !tail.words().is_empty()).into())
        }
        None => (Some(words), Body::None),
    };
    Entry { kind: Kind::Heading(level), label, body, entries: Vec::new(), span }
}

/// Whether the first letter of a heading's label, or what stands right after it, is escaped.
fn is_undone(words: &Text, end: usize) -> bool {
    let markup = words.markup().trim_start_matches(['*', '_']);
    let after = markup.strip_prefix(words.words().get(..end).unwrap_or_default());
    let escaped = after.map_or(markup, |after| after.trim_start_matches(['*', '_', ' ']));
    escaped.starts_with("&#") || after.is_some() && escaped.starts_with('\\')
}

/// What termwise is told in an HTML comment: `<!-- termwise: explain ... -->` gives `explain ...`.
fn comment(html: &str) -> Option<Range<usize>> {
    let open = html.find("<!--")? + 4;
    let close = open + html.get(open..)?.find("-->")?;
    let said = told_in_comment(html.get(open..close)?)?;
    Some(open + said.start..open + said.end)
}

/// The comment whose words for termwise stand at `range`.
fn comment_at(text: &str, layout: &Layout, range: Range<usize>) -> Entry {
    let span = layout.span(range.clone());
    let before = text.get(..range.start).unwrap_or_default();
    told::comment(before, Text::exact(text.get(range).unwrap_or_default(), span), span)
}

/// What termwise is told in a comment at `range` that is never closed.
fn unclosed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let said = told_in_comment(text.get(range.clone())?.strip_prefix("<!--")?)?;
    Some(range.start + 4 + said.start..range.start + 4 + said.end)
}
