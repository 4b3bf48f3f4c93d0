//! Builds entries from the parser's events: a stack of open maps and lists, no recursion.
//!
//! Comments to termwise are placed where they stand. One on a line of its own that is set in deeper than
//! the key or item before it stands inside that; otherwise it stands before what follows it.

use super::Way;
use super::trouble::{self, Slip};
use super::value::Scalar;
use crate::diagnostic::Diagnostic;
use crate::outline::{Body, Entry, Kind, Over};
use crate::source::{SourceId, Span, Text, number};
use granit_parser::{Event, ScalarStyle, ScanError, StructureStyle};
use std::cell::RefCell;
use std::sync::Arc;

mod comments;
mod level;
use level::{Key, Level, Loose, Node, Shape};

type Place = granit_parser::Span;

/// The documents read so far, and what is open.
pub struct Tree<'a> {
    /// The source's own text, which words share.
    whole: &'a Arc<String>,
    /// The part of it that is YAML, from byte `from` on.
    text: &'a str,
    id: SourceId,
    from: u32,
    way: Way<'a>,
    /// How many keys, and groups of them, have been read.
    pub labels: usize,
    /// The limit that a value goes over.
    pub over: Option<Over>,
    levels: Vec<Level>,
    loose: Vec<Loose>,
    /// The end of the last mark or words seen, where the next list marker is looked for.
    cursor: usize,
    /// What was placed last, for telling what a fault is about.
    last: (usize, usize),
    /// Where the last alias stands, and which diagnostic tells of it.
    alias: Option<(usize, usize)>,
    documents: Vec<Entry>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Tree<'a> {
    /// An empty tree over `text`, which stands at byte `from` of `whole`, the source's text.
    pub fn new(whole: &'a Arc<String>, text: &'a str, id: SourceId, from: u32, way: Way<'a>) -> Tree<'a> {
        Tree {
            whole,
            text,
            id,
            from,
            way,
            labels: 0,
            over: None,
            levels: Vec::new(),
            loose: Vec::new(),
            cursor: 0,
            last: (0, 0),
            alias: None,
            documents: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Takes one event; `false` where it would nest too deep.
    pub fn take(&mut self, event: Event<'_>, place: Place) -> bool {
        let (start, end) = self.range(place);
        if let Some(tag) = place.tag_span() {
            let (start, end) = self.range(tag);
            self.note(trouble::tag(self.span(start, end)));
        }
        self.event(event, start, end, place.start.col())
    }

    /// Takes an event without a tag from `start` to `end`, in this column.
    pub fn event(&mut self, event: Event<'_>, start: usize, end: usize, column: usize) -> bool {
        match event {
            Event::Scalar(value, style, ..) => self.scalar(&value, style, start, end),
            Event::SequenceStart(style, ..) => return self.open(Shape::List, style, start, end, column),
            Event::MappingStart(style, ..) => {
                self.labels += 1;
                return self.open(Shape::Map(None), style, start, end, column);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.alias(start, end),
            Event::Anchor(..) => self.note(trouble::anchor(self.span(start, end))),
            Event::Comment(words, placement) => self.comment(&words, placement, start, end, column),
            Event::DocumentStart(..) => {
                self.cursor = end;
                self.push(Shape::Document, Vec::new(), true, start, 0);
            }
            Event::DocumentEnd => self.end_document(),
            _ => {}
        }
        true
    }

    /// Notes a fault of the text and closes the document with what was read of it.
    pub fn fail(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let opened = self.levels.iter().rev().find(|l| l.flow && !matches!(l.shape, Shape::Document)).map(|l| l.end);
        // The words that look like an alias are the fault itself, not a second one.
        let alias =
            self.alias.filter(|(start, _)| self.text.get(*start..at).is_some_and(|between| !between.contains('\n')));
        if let Some((_, number)) = alias {
            self.diagnostics.remove(number);
        }
        let slip =
            Slip { text: self.text, id: self.id, from: self.from, at, cursor: self.cursor, last: self.last, opened };
        self.note(slip.diagnose(error));
        self.end_document();
    }

    /// The documents, each an entry of kind `Report`, and what could not be read.
    pub fn finish(mut self) -> (Vec<Entry>, Vec<Diagnostic>) {
        self.end_document();
        if !self.loose.is_empty() {
            let span = self.span(0, self.text.len());
            if self.documents.is_empty() {
                self.documents.push(Entry::of(Kind::Report, Body::None, span));
            }
            let comments = self.loose.drain(..).map(|l| l.entry);
            if let Some(last) = self.documents.last_mut() {
                last.entries.extend(comments);
            }
        }
        (self.documents, self.diagnostics)
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, start: usize, end: usize) {
        let raw = self.text.get(start..end).unwrap_or_default().trim_end();
        let end = start + raw.len();
        let from = self.from + number(start);
        let (limits, over) = (self.way.limits, RefCell::new(None));
        let scalar = Scalar { whole: self.whole, value, style, raw, id: self.id, from, limits, over: &over };
        let (begin, mut entries) = self.begin(start);
        if end > start {
            self.cursor = end;
        }
        if let Some(Level { shape: Shape::Map(key @ None), .. }) = self.levels.last_mut() {
            let label = scalar.label();
            let merges = style == ScalarStyle::Plain && value == "<<";
            *key = Some(Key { label, start, end });
            self.labels += 1;
            if merges {
                self.note(trouble::merge(self.span(start, end)));
            }
            self.last = (start, end);
            return;
        }
        let in_list = matches!(self.levels.last(), Some(Level { shape: Shape::List, .. }));
        let (body, blocks) = match (self.way.verbatim, in_list) {
            (true, _) => (scalar.verbatim().into_iter().collect(), Vec::new()),
            (false, true) => scalar.item(),
            (false, false) => scalar.words(),
        };
        self.over = over.into_inner().or(self.over.take());
        entries.extend(blocks);
        self.place(Node { body, entries, start: begin, end });
        self.last = (start, end);
    }

    /// Something is named again here: it is reported, and left out.
    fn alias(&mut self, start: usize, end: usize) {
        let (begin, entries) = self.begin(start);
        self.cursor = end;
        if let Some(Level { shape: Shape::Map(key), .. }) = self.levels.last_mut()
            && key.take_if(|key| key.label.words() == "<<").is_some()
        {
            return;
        }
        self.alias = Some((start, self.diagnostics.len()));
        self.note(trouble::alias(self.span(start, end)));
        self.place(Node { body: Body::None, entries, start: begin, end });
        self.last = (start, end);
    }

    fn open(&mut self, shape: Shape, style: StructureStyle, start: usize, end: usize, column: usize) -> bool {
        if self.levels.len() > self.way.limits.yaml_nesting() {
            return false;
        }
        let (begin, entries) = self.begin(start);
        let flow = style == StructureStyle::Flow;
        let marker = if flow || matches!(shape, Shape::Map(_)) { None } else { self.marker(self.text.len()) };
        let column = marker.map_or(column, |at| self.column(at));
        if flow {
            self.cursor = end;
        }
        self.push(shape, entries, flow, begin, column);
        if let Some(level) = self.levels.last_mut() {
            level.end = if flow { start } else { marker.unwrap_or(start) };
        }
        true
    }

    /// Ends the innermost map or list; `end` counts only where a bracket closes it.
    fn close(&mut self, end: usize) {
        self.settle_inner();
        let Some(mut level) = self.levels.pop() else { return };
        if let Shape::Map(Some(key)) = std::mem::replace(&mut level.shape, Shape::List) {
            let span = self.span(key.start, key.end);
            level.entries.push(Entry { label: Some(key.label), ..Entry::of(Kind::Key, Body::None, span) });
        }
        let end = if level.flow {
            self.cursor = end.max(self.cursor);
            end
        } else {
            level.entries.last().map_or(level.end, |e| (e.span.end - self.from) as usize)
        };
        self.last = (level.end.min(end), end);
        self.place(Node { body: level.body, entries: level.entries, start: level.start, end });
    }

    fn end_document(&mut self) {
        while self.levels.len() > 1 {
            let end = self.cursor;
            self.close(end);
        }
        self.settle_inner();
        let Some(level) = self.levels.pop() else { return };
        self.alias = None;
        let spans = level.entries.iter().map(|e| e.span).chain(level.body.iter().map(Text::span));
        let span = spans.reduce(Span::to).unwrap_or_else(|| self.span(level.start, level.end.max(level.start)));
        self.documents.push(Entry { kind: Kind::Report, label: None, body: level.body, entries: level.entries, span });
    }

    /// Gives a value to the key, list or document that is open.
    fn place(&mut self, node: Node) {
        let (id, from) = (self.id, self.from);
        let span = Span::new(id, from + number(node.start), from + number(node.end));
        let Some(level) = self.levels.last_mut() else { return };
        let (kind, label, span) = match &mut level.shape {
            Shape::Document => {
                level.body = node.body;
                level.entries.extend(node.entries);
                return;
            }
            Shape::List => (Kind::Item, None, span),
            Shape::Map(key) => match key.take() {
                Some(key) => {
                    let whole = Span::new(id, from + number(key.start), from + number(node.end.max(key.end)));
                    (Kind::Key, Some(key.label), whole)
                }
                None => {
                    *key = Some(Key { label: Text::shared(self.whole, span), start: node.start, end: node.end });
                    self.note(trouble::key_of_several(span));
                    return;
                }
            },
        };
        level.entries.push(Entry { kind, label, body: node.body, entries: node.entries, span });
    }

    fn push(&mut self, shape: Shape, entries: Vec<Entry>, flow: bool, start: usize, column: usize) {
        self.levels.push(Level { shape, flow, column, start, end: start, body: Body::None, entries });
    }

    fn column(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.chars().rev().take_while(|c| *c != '\n').count()
    }

    fn range(&self, place: Place) -> (usize, usize) {
        let range = place.byte_range().unwrap_or(0..0);
        let end = range.end.min(self.text.len());
        (range.start.min(end), end)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.id, self.from + number(start), self.from + number(end))
    }

    fn note(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}
