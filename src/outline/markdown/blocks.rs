//! Block structure: paragraphs, headings, lists, tables. Deeper than the limit it is flattened, and said.

use super::inline::{escaped, options, settled};
use super::lines::Lines;
use super::{comment_at, heading, html, paragraph, unclosed};
use crate::form::{Limit, Limits};
use crate::outline::{Body, Entry, IsLabel, Kind, MAX_LABELS, MAX_PIECES, Over};
use crate::source::{Layout, Span, Text};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// The blocks of a text, in order, headings not yet nested.
pub(super) struct Blocks {
    pub entries: Vec<Entry>,
    /// Where comments open that are never closed.
    pub unclosed: Vec<Span>,
    pub over_limit: Option<Over>,
}

pub(super) fn read(text: &str, layout: &Layout, headed: bool, is_label: IsLabel<'_>, limits: &Limits) -> Blocks {
    let mut over_limit = None;
    let text = match overfull(text) {
        Some(end) => {
            over_limit = Some(Over::fixed(MAX_PIECES, "pieces of text and markup"));
            text.get(..end).unwrap_or_default()
        }
        None => text,
    };
    let mut builder = Builder {
        text,
        layout,
        headed,
        is_label,
        open: Vec::new(),
        // A block has about this many bytes.
        done: Vec::with_capacity(text.len() / 64),
        below: Vec::new(),
        paragraph: None,
        lines: Lines::default(),
        skipped: 0,
        verbatim: None,
        cell: 0,
        nesting: limits.of(Limit::Nesting),
        over: false,
        told: 0,
        unclosed: Vec::new(),
        told_to: 0,
        may_comment: memchr::memmem::find(text.as_bytes(), b"<!--").is_some(),
    };
    let (mut headings, mut from, mut cuts) = (0, 0, 0);
    let mut events = Parser::new_ext(text, options(text)).into_offset_iter();
    let mut number = 0;
    while let Some((event, range)) = events.next() {
        number += 1;
        let range = from + range.start..from + range.end;
        headings += usize::from(matches!(event, Event::Start(Tag::Heading { .. } | Tag::TableRow)));
        if number >= MAX_PIECES {
            over_limit = Some(Over::fixed(MAX_PIECES, "pieces of text and markup"));
            break;
        }
        if headings + builder.comments() > MAX_LABELS {
            over_limit = Some(Over::fixed(MAX_LABELS, "headings, rows and comments"));
            break;
        }
        if matches!(event, Event::Start(Tag::HtmlBlock)) && builder.open.is_empty() && cuts < MAX_CUTS {
            // A comment that is never closed would hide all that stands below it.
            if let Some(cut) = html::cut(text, range.clone()).filter(|cut| *cut < range.end) {
                builder.event(event, range.start..cut);
                builder.end_verbatim();
                let rest = text.get(cut..).unwrap_or_default();
                events = Parser::new_ext(rest, options(rest)).into_offset_iter();
                (from, cuts) = (cut, cuts + 1);
                continue;
            }
        }
        builder.event(event, range);
    }
    builder.end_paragraph();
    if builder.over {
        over_limit = Some(Over::nested(limits));
    }
    let unclosed = builder.unclosed.iter().map(|at| layout.span(*at..at + "<!--".len())).collect();
    Blocks { entries: builder.done, unclosed, over_limit }
}

/// Where text ends that holds more marks and lines than are read, each of which may become a piece: the parser takes
/// room for all of them before the first can be counted.
fn overfull(text: &str) -> Option<usize> {
    if text.len() <= MAX_PIECES {
        return None;
    }
    let (mut before, mut line, mut left) = (0, 0, MAX_PIECES);
    for (at, byte) in text.bytes().enumerate() {
        let is_mark =
            matches!(byte, b'\n' | b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'<' | b'>' | b'!' | b'&' | b'\\' | b'|');
        // Brackets and quotes in a row are a piece each; stars or ticks in a row are one.
        let is_own = byte != before || matches!(byte, b'[' | b']' | b'|' | b'<' | b'>');
        // A bullet, or a number, may open a list in a list.
        let is_bullet = matches!(byte, b' ' | b'\t') && matches!(before, b'-' | b'+' | b'*' | b'.' | b')');
        if is_mark && is_own || is_bullet {
            left -= 1;
        }
        if byte == b'\n' {
            line = at + 1;
        }
        if left == 0 {
            // A line that holds all of them cannot be parted anywhere in particular.
            return Some(if line == 0 { at } else { line });
        }
        before = byte;
    }
    None
}

/// How many comments that are never closed are taken to end with their line: the text below each is read again.
const MAX_CUTS: usize = 20;

struct Builder<'a> {
    text: &'a str,
    layout: &'a Layout,
    /// Whether bold paragraphs are headings.
    headed: bool,
    is_label: IsLabel<'a>,
    /// Items, tables, rows and cells that are open; all else is transparent.
    open: Vec<Entry>,
    done: Vec<Entry>,
    /// Labels that stand straight below the words of an open item, which they end.
    below: Vec<Entry>,
    /// A paragraph or heading (by its level) that is open, and its place; its lines are in `lines`.
    paragraph: Option<(Option<u8>, Range<usize>)>,
    lines: Lines,
    /// How many containers beyond the nesting limit are open.
    skipped: usize,
    /// A code or HTML block that is open: its place and its words.
    verbatim: Option<(Range<usize>, bool)>,
    /// Where the last cell ended.
    cell: usize,
    /// How deep lists are read.
    nesting: usize,
    over: bool,
    /// How many comments have been read that tell termwise something.
    told: usize,
    /// Where comments open that are never closed.
    unclosed: Vec<usize>,
    /// Where the line ends on which a comment among words tells something, and is never closed.
    told_to: usize,
    /// Whether the text holds a comment at all.
    may_comment: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.start_lines(Some(depth(level)), range),
            Event::Start(Tag::Paragraph) => self.start_lines(None, range),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => self.end_paragraph(),
            Event::Start(Tag::Item) => self.start(Kind::Item, range),
            Event::Start(Tag::Table(_)) => self.start(Kind::Table, range),
            Event::Start(Tag::TableHead | Tag::TableRow) => self.start(Kind::Row, range),
            Event::Start(Tag::TableCell) => {
                self.cell = range.end;
                self.start(Kind::Cell, range);
            }
            Event::End(TagEnd::Item | TagEnd::Table | TagEnd::TableCell) => self.end(),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                self.surplus_cells(&range);
                self.end();
            }
            Event::Start(Tag::CodeBlock(_)) => self.start_verbatim(range, false),
            Event::Start(Tag::HtmlBlock) => self.start_verbatim(range, true),
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => self.end_verbatim(),
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) | Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => {
                self.end_paragraph();
            }
            Event::Rule => self.end_paragraph(),
            _ if self.verbatim.is_some() => {}
            event => {
                if self.paragraph.is_none() {
                    self.start_lines(None, range.clone());
                }
                if self.may_comment && matches!(event, Event::Text(_)) {
                    self.look_for_comment(&range);
                }
                if range.start < self.told_to {
                    return;
                }
                if let Some((_, place)) = &mut self.paragraph {
                    place.end = place.end.max(range.end);
                    self.lines.push(self.text, self.layout, event, range);
                }
            }
        }
    }

    fn start_lines(&mut self, level: Option<u8>, range: Range<usize>) {
        self.end_paragraph();
        self.paragraph = Some((level, range));
    }

    fn start(&mut self, kind: Kind, range: Range<usize>) {
        self.end_paragraph();
        if self.open.len() >= self.nesting {
            self.skipped += 1;
            self.over = true;
            return;
        }
        let span = self.trimmed(range);
        self.open.push(Entry::of(kind, Body::None, span));
    }

    fn end(&mut self) {
        self.end_paragraph();
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if let Some(entry) = self.open.pop() {
            self.put(entry);
            if self.open.is_empty() {
                self.done.append(&mut self.below);
            }
        }
    }

    /// How many comments have been read that tell termwise something, or are never closed.
    fn comments(&self) -> usize {
        self.told + self.unclosed.len()
    }

    fn put(&mut self, entry: Entry) {
        self.told += usize::from(entry.kind == Kind::Comment);
        match self.open.last_mut() {
            Some(parent) => parent.entries.push(entry),
            None => self.done.push(entry),
        }
    }

    fn end_paragraph(&mut self) {
        let Some((level, range)) = self.paragraph.take() else { return };
        let span = self.trimmed(range);
        let lines = &mut self.lines;
        if let Some(level) = level.filter(|_| self.open.is_empty()) {
            if let Some(words) = lines.whole(self.text, self.layout) {
                self.done.push(heading(level, words, span, self.is_label));
            }
        } else if let Some(parent) = self.open.last_mut() {
            let mut words = lines.whole(self.text, self.layout).map(settled);
            if parent.kind == Kind::Item
                && let Some((own, below)) = paragraph::below_item(self.text, self.layout, lines, self.is_label)
            {
                words = lines.text(self.text, self.layout, 0..own).map(settled);
                self.below.extend(below);
            }
            parent.body.extend(words);
        } else {
            self.done.extend(paragraph::entries(self.text, self.layout, lines, span, self.headed, self.is_label));
        }
        for range in std::mem::take(&mut self.lines.comments) {
            let entry = comment_at(self.text, self.layout, range);
            self.put(entry);
        }
        self.lines.clear();
    }

    /// A comment among the words of a line that is never closed.
    fn look_for_comment(&mut self, range: &Range<usize>) {
        let rest = self.text.get(range.start..).unwrap_or_default();
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or_default();
        let Some(at) = line.find("<!--").filter(|at| range.start + at < range.end) else { return };
        let escaped = self.text.get(..range.start + at).is_some_and(|before| before.ends_with('\\'));
        let place = range.start + at..range.start + line.len();
        if escaped || html::closed(self.text, place.start).is_some() {
            return;
        }
        self.unclosed.push(place.start);
        // What it tells is taken, and is no part of the words then.
        if let Some(told) = unclosed(self.text, place.clone()).filter(|_| at == 0) {
            self.told_to = place.end;
            self.lines.cut(self.text, self.layout, place, told);
        }
    }

    fn start_verbatim(&mut self, range: Range<usize>, html: bool) {
        self.end_paragraph();
        self.verbatim = Some((range, html));
    }

    /// Code and HTML are not part of the form; their words are kept all the same, a paragraph a line.
    fn end_verbatim(&mut self) {
        let Some((range, is_html)) = self.verbatim.take() else { return };
        if is_html {
            for entry in html::entries(self.text, self.layout, range, &mut self.unclosed) {
                if self.comments() > MAX_LABELS {
                    break;
                }
                match self.open.last_mut() {
                    Some(parent) if entry.kind == Kind::Paragraph => parent.body.extend(entry.body),
                    _ => self.put(entry),
                }
            }
            return;
        }
        let slice = self.text.get(range.clone()).unwrap_or_default();
        let mut at = range.start;
        for line in slice.split_inclusive('\n') {
            let from = at + (line.len() - line.trim_start().len());
            at += line.len();
            let words = line.trim();
            if words.is_empty() || words.starts_with("```") {
                continue;
            }
            let place = from..from + words.len();
            let span = self.layout.span(place.clone());
            let mut runs = Vec::new();
            self.layout.copy(place, 0, &mut runs);
            let text = Text::new(words.to_owned(), Some(escaped(words).into_owned()), span, runs);
            match self.open.last_mut() {
                Some(parent) => parent.body.push(text),
                None => self.done.push(Entry::of(Kind::Paragraph, text, span)),
            }
        }
    }

    /// The parser drops cells beyond the head's number without a word: their text is kept here.
    fn surplus_cells(&mut self, range: &Range<usize>) {
        let Some(row) = self.open.last_mut().filter(|row| row.kind == Kind::Row) else { return };
        let from = self.cell.max(range.start);
        let rest = self.text.get(from..range.end).unwrap_or_default();
        let words = rest.trim_matches(['|', ' ', '\t', '\n']);
        if let Some(at) = rest.find(words).filter(|_| !words.is_empty()) {
            let place = from + at..from + at + words.len();
            let span = self.layout.span(place);
            row.entries.push(Entry::of(Kind::Cell, Text::exact(words, span), span));
        }
    }

    /// A block's range without the line ends and blank lines that the parser counts in.
    fn trimmed(&self, range: Range<usize>) -> Span {
        let slice = self.text.get(range.clone()).unwrap_or_default();
        self.layout.span(range.start..range.start + slice.trim_end().len())
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
