//! A block of HTML: its words, a paragraph a line, and what termwise is told in its comments.

use super::inline::escaped;
use super::lines::{BREAKS, DRESS, is_tag};
use super::{comment, comment_at, unclosed};
use crate::outline::{Entry, Kind};
use crate::source::{Layout, Run, Span, Text, copy};
use std::ops::Range;

/// Where a comment that opens at byte `at` ends; `None` if it is never closed, or another opens on a later line first.
pub(super) fn closed(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 2..)?;
    let line = rest.find('\n').unwrap_or(rest.len());
    let next = rest.get(line..)?.find("<!--").map_or(rest.len(), |next| line + next);
    rest.get(..next)?.find("-->").map(|close| at + 2 + close + 3)
}

/// Where the line of the first comment in `range` ends that is never closed.
pub(super) fn cut(text: &str, range: Range<usize>) -> Option<usize> {
    let mut at = range.start;
    loop {
        at += text.get(at..range.end)?.find("<!--")?;
        let Some(end) = closed(text, at) else { break };
        at = end;
    }
    let rest = text.get(at..range.end)?;
    Some(rest.find('\n').map_or(range.end, |line| at + line + 1))
}

/// What the block at `range` says. Comments and tags are no words; all else is. Comments that are never closed are
/// taken to end with their line, and where they open is kept in `open`.
pub(super) fn entries(text: &str, layout: &Layout, range: Range<usize>, open: &mut Vec<usize>) -> Vec<Entry> {
    let mut block =
        Block { text, layout, words: String::new(), runs: Vec::new(), comments: Vec::new(), found: Vec::new() };
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
            let line = rest.find('\n').unwrap_or(rest.len());
            let end = closed(text, at);
            if end.is_none() {
                open.push(at);
                block.unclosed(at..at + line);
            }
            match end.filter(|end| *end <= range.end) {
                Some(end) => {
                    block.comment(at..end);
                    end - at
                }
                None if end.is_none() => line,
                None => 4,
            }
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

    /// Takes what a comment says that goes to the end of its line.
    fn unclosed(&mut self, range: Range<usize>) {
        self.comments.extend(unclosed(self.text, range));
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
            self.found.push(comment_at(self.text, self.layout, range));
        }
    }
}
