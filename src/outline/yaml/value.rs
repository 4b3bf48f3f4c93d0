//! The words of one YAML scalar: a key's label, a value's paragraphs and lists, a comment to termwise.

use super::scalar::align;
use crate::form::Limits;
use crate::outline::told::{self, told_in_comment};
use crate::outline::{Body, Entry, Kind, Over, markdown};
use crate::source::{Layout, SourceId, Span, Text, number};
use granit_parser::ScalarStyle;
use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

/// A scalar and where it stands.
#[derive(Clone, Copy)]
pub struct Scalar<'a> {
    /// The text of the source, which words share where they are its very bytes.
    pub whole: &'a Arc<String>,
    /// Its value, as YAML understands it.
    pub value: &'a str,
    /// How it is written.
    pub style: ScalarStyle,
    /// As the source writes it, quotation marks included; empty where nothing is written.
    pub raw: &'a str,
    /// The source.
    pub id: SourceId,
    /// Where `raw` begins in the source.
    pub from: u32,
    /// How deep its lists are read.
    pub limits: &'a Limits,
    /// The limit that it goes over.
    pub over: &'a RefCell<Option<Over>>,
}

impl Scalar<'_> {
    /// Its words as a label: no markup is read in keys.
    pub fn label(self) -> Text {
        let span = Span::new(self.id, self.from, self.from + number(self.raw.len()));
        if self.raw.is_empty() || self.is_bare() && !markdown::has_marks(self.value) {
            return Text::shared(self.whole, span);
        }
        let runs = align(self.value, self.style, self.raw, self.from);
        let span = match runs.as_slice() {
            [run] if run.exact && run.len as usize == self.value.len() => {
                Span::new(self.id, run.from, run.from + run.from_len)
            }
            _ => span,
        };
        let markup = markdown::escaped(self.value).into_owned();
        Text::new(self.value.to_owned(), Some(markup), span, runs)
    }

    /// Its words as they are written; `None` where nothing is.
    pub fn verbatim(self) -> Option<Text> {
        let says = !(self.raw.is_empty() || self.style == ScalarStyle::Plain && is_null(self.value));
        says.then(|| self.label())
    }

    /// Its words as a value: one paragraph as the body, or the blocks of a text of several lines.
    pub fn words(self) -> (Body, Vec<Entry>) {
        self.blocks(true)
    }

    fn blocks(self, headed: bool) -> (Body, Vec<Entry>) {
        let value = self.value.trim_end();
        let plain = self.style == ScalarStyle::Plain;
        if self.raw.is_empty() || value.is_empty() || plain && is_null(value) {
            return (Body::None, Vec::new());
        }
        if self.is_bare() && !markdown::has_marks(value) {
            let start = self.from + number(value.len() - value.trim_start().len());
            let span = Span::new(self.id, start, self.from + number(value.len()));
            return (Text::shared(self.whole, span).into(), Vec::new());
        }
        let value = &*on_its_line(value);
        if !value.contains('\n') {
            let layout = Layout::of(self.id, align(self.value.trim_end(), self.style, self.raw, self.from));
            let words = value.trim_start();
            let mut runs = Vec::new();
            layout.copy(value.len() - words.len()..value.len(), 0, &mut runs);
            return (markdown::inline(words, &Layout::of(self.id, runs).over(self.whole)).into(), Vec::new());
        }
        let value = unfolded(value, self.style);
        let own = unfolded(self.value.trim_end(), self.style);
        let layout = Layout::of(self.id, align(&own, self.style, self.raw, self.from)).over(self.whole);
        (Body::None, markdown::blocks(&value, &layout, headed, self.limits, self.over))
    }

    /// Whether it is written as its value is: without quotation marks, on one line.
    fn is_bare(self) -> bool {
        self.style == ScalarStyle::Plain && self.raw == self.value
    }

    /// Its words as those of a list item: its paragraphs are the body, the rest stands under it.
    pub fn item(self) -> (Body, Vec<Entry>) {
        let (mut body, blocks) = self.blocks(false);
        let is_words = |e: &Entry| matches!(e.kind, Kind::Paragraph | Kind::Heading(_));
        let (paragraphs, entries): (Vec<_>, Vec<_>) = blocks.into_iter().partition(is_words);
        body.extend(paragraphs.into_iter().flat_map(|p| p.label.into_iter().chain(p.body)));
        (body, entries)
    }
}

/// A comment's word to termwise: what stands after `termwise:`.
pub fn comment(payload: &str, id: SourceId, from: u32, to: u32) -> Option<Entry> {
    let said = told_in_comment(payload)?;
    let start = from + number("#".len() + said.start);
    let (before, words) = (payload.get(..said.start)?, payload.get(said)?);
    let text = Text::exact(words, Span::new(id, start, start + number(words.len())));
    Some(told::comment(before, text, Span::new(id, from, to)))
}

/// Words in which an escaped carriage return is a space: Markdown has no way to write one.
fn on_its_line(words: &str) -> Cow<'_, str> {
    if words.contains('\r') { words.replace('\r', " ").into() } else { words.into() }
}

fn is_null(value: &str) -> bool {
    matches!(value, "~" | "null" | "Null" | "NULL")
}

/// Folding leaves one break of a blank line; whoever left the line blank meant a new paragraph.
fn unfolded(value: &str, style: ScalarStyle) -> Cow<'_, str> {
    match style {
        ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::Folded => value.replace('\n', "\n\n").into(),
        ScalarStyle::DoubleQuoted | ScalarStyle::Literal => value.into(),
    }
}
