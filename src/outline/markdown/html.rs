//! A block of HTML: its words, a paragraph a line, and what termwise is told in its comments.

use super::comment;
use super::inline::escaped;
use super::lines::{BREAKS, DRESS, is_tag};
use crate::outline::{Entry, Kind};
use crate::source::{Layout, Run, Span, Text, copy};
use std::ops::Range;

/// What the block at `range` says. Comments and tags are no words; all else is.
pub(super) fn entries(text: &str, layout: &Layout, range: Range<usize>) -> Vec<Entry> {
    let mut block =
        Block { text, layout, words: String::new(), runs: Vec::new(), comments: Vec::new(), found: Vec::new() };
    let slice = text.get(range.clone()).unwrap_or_default();
    // A comment that is never closed is not looked for again and again.
    let last_close = slice.rfind("-->").map_or(0, |at| range.start + at);
    let mut at = range.start;
    while let Some(rest) = text.get(at..range.end).filter(|rest| !rest.is_empty()) {
        let plain = rest.find(['<', '\n']).unwrap_or(rest.len());
        block.add(at..at + plain);
        at += plain;
        let rest = rest.get(plain..).unwrap_or_default();
        at += if rest.starts_with('\n') {
            block.end_line();
            1
        } else if rest.starts_with("<!--") {
            let len = if at < last_close { rest.find("-->").map(|close| close + 3) } else { None };
            block.comment(at..at + len.unwrap_or(0));
            len.unwrap_or(4)
        } else {
            block.tag(rest, at)
        };
    }
    block.end_line();
    block.found
}

struct Block<'a> {
    text: &'a str,
    layout: &'a Layout,
    /// The words of the line, and where they stand.
    words: String,
    runs: Vec<Run>,
    /// What termwise is told on the line.
    comments: Vec<Range<usize>>,
    found: Vec<Entry>,
}

impl Block<'_> {
    fn add(&mut self, range: Range<usize>) {
        self.layout.copy(range.clone(), self.words.len(), &mut self.runs);
        self.words.push_str(self.text.get(range).unwrap_or_default());
    }

    fn comment(&mut self, range: Range<usize>) {
        let inner = self.text.get(range.clone()).and_then(comment);
        self.comments.extend(inner.map(|inner| range.start + inner.start..range.start + inner.end));
    }

    /// Takes what opens with `<` at byte `at`, and gives its bytes: a tag, or a sign among the words.
    fn tag(&mut self, rest: &str, at: usize) -> usize {
        let after = rest.get(1..).unwrap_or_default();
        let end = after.find(['<', '>']).filter(|end| after.get(*end..).is_some_and(|end| end.starts_with('>')));
        let html = end.and_then(|end| rest.get(..end + 2)).unwrap_or_default();
        if is_tag(html, BREAKS) || html.starts_with("<!") || html.starts_with("<?") {
            self.words.push(' ');
            html.len()
        } else if is_tag(html, DRESS) {
            html.len()
        } else {
            self.add(at..at + 1);
            1
        }
    }

    fn end_line(&mut self) {
        let all = std::mem::take(&mut self.words);
        let runs = std::mem::take(&mut self.runs);
        // In a quote the lines of a block begin with its mark.
        let words = all.trim_end().trim_start_matches([' ', '\t', '>']);
        let start = all.trim_end().len() - words.len();
        let mut own = Vec::new();
        copy(&runs, start..start + words.len(), 0, &mut own);
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            let span = Span::new(self.layout.source, first.from, last.from + last.from_len);
            let text = Text::new(words.to_owned(), Some(escaped(words).into_owned()), span, own);
            self.found.push(Entry::of(Kind::Paragraph, text, span));
        }
        for range in std::mem::take(&mut self.comments) {
            let span = self.layout.span(range.clone());
            let words = self.text.get(range).unwrap_or_default();
            self.found.push(Entry::of(Kind::Comment, Text::exact(words, span), span));
        }
    }
}
