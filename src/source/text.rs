//! A run of plain words and the place of each of them in the source.

use super::{SourceId, Span, number};
use std::ops::Range;
use std::sync::Arc;

/// One stretch of words and the stretch of the source that gave them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// First byte in the words.
    pub at: u32,
    /// Bytes in the words.
    pub len: u32,
    /// First byte in the source.
    pub from: u32,
    /// Bytes in the source.
    pub from_len: u32,
    /// Whether both hold the same bytes, so that a part of one is a part of the other.
    pub exact: bool,
}

/// Where each byte of a laid-out text (a file's, or a YAML scalar's value) stands in the source.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The source the runs lead to.
    pub source: SourceId,
    runs: Vec<Run>,
    whole: Option<Arc<str>>,
}

impl Layout {
    /// A text that is the source's own bytes from `from` on.
    #[must_use]
    pub fn exact(source: SourceId, from: u32, len: usize) -> Layout {
        let run = Run { at: 0, len: number(len), from, from_len: number(len), exact: true };
        Layout { source, runs: vec![run], whole: None }
    }

    /// The same, for a part of `whole`, the source's own text: texts then share it and copy no words.
    #[must_use]
    pub fn shared(source: SourceId, whole: &Arc<str>, from: usize) -> Layout {
        let layout = Layout::exact(source, number(from), whole.len().saturating_sub(from));
        Layout { whole: Some(Arc::clone(whole)), ..layout }
    }

    /// A text laid out in several runs, in order.
    #[must_use]
    pub fn of(source: SourceId, runs: Vec<Run>) -> Layout {
        Layout { source, runs, whole: None }
    }

    /// Words that stand in the text as they are, from byte `at` on.
    #[must_use]
    pub fn text(&self, words: &str, at: usize) -> Text {
        let span = self.span(at..at + words.len());
        if let Some(whole) = &self.whole {
            return Text { words: Words::Shared(Arc::clone(whole)), span, more: None };
        }
        if matches!(self.runs.as_slice(), [only] if only.exact) {
            return Text::exact(words, span);
        }
        let mut runs = Vec::new();
        self.copy(at..at + words.len(), 0, &mut runs);
        Text::new(words.to_owned(), None, span, runs)
    }

    /// The bytes of the source behind a range of the text.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let place = place(&self.runs, number(range.start)..number(range.end));
        Span::new(self.source, place.start, place.end)
    }

    /// Adds to `out` the runs that lie behind `range`, as if its words stood at `at`.
    pub fn copy(&self, range: Range<usize>, at: usize, out: &mut Vec<Run>) {
        copy(&self.runs, range, at, out);
    }
}

/// Plain words, with the markup they were written in where it differs, and the place of every word.
#[derive(Clone, Debug)]
pub struct Text {
    words: Words,
    span: Span,
    /// What only some texts have: most are the very bytes of their span.
    more: Option<Box<More>>,
}

#[derive(Clone, Debug)]
enum Words {
    /// They are the span of this text, the source's own.
    Shared(Arc<str>),
    Own(Box<str>),
}

#[derive(Clone, Debug)]
struct More {
    markup: Option<Box<str>>,
    runs: Box<[Run]>,
}

impl Text {
    /// Words that came from `runs` of `source`; `markup` is how Markdown writes them, if that differs.
    #[must_use]
    pub fn new(words: String, markup: Option<String>, span: Span, runs: Vec<Run>) -> Text {
        let plain = matches!(runs.as_slice(), [run] if run.exact && run.at == 0 && run.from == span.start
            && run.len as usize == words.len() && run.from_len == span.end - span.start);
        let markup = markup.filter(|m| **m != *words).map(String::into_boxed_str);
        let runs = if plain { Box::default() } else { runs.into_boxed_slice() };
        let more = (markup.is_some() || !runs.is_empty()).then(|| Box::new(More { markup, runs }));
        Text { words: Words::Own(words.into_boxed_str()), span, more }
    }

    /// Words that are the very bytes of `span`.
    #[must_use]
    pub fn exact(words: &str, span: Span) -> Text {
        Text { words: Words::Own(words.into()), span, more: None }
    }

    fn written(&self) -> Option<&str> {
        self.more.as_ref().and_then(|more| more.markup.as_deref())
    }

    fn runs(&self) -> &[Run] {
        self.more.as_ref().map_or(&[], |more| &more.runs)
    }

    /// The words, without markup.
    #[must_use]
    pub fn words(&self) -> &str {
        match &self.words {
            Words::Own(words) => words,
            Words::Shared(whole) => whole.get(self.span.start as usize..self.span.end as usize).unwrap_or_default(),
        }
    }

    /// The words as Markdown writes them: emphasis, links and escapes included.
    #[must_use]
    pub fn markup(&self) -> &str {
        self.written().unwrap_or_else(|| self.words())
    }

    /// Whether markup and words differ.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.written().is_some()
    }

    /// The same words, written as `markup`.
    #[must_use]
    pub fn marked(self, markup: &str) -> Text {
        let markup = Some(markup).filter(|m| *m != self.words()).map(Box::from);
        if markup.is_none() && self.runs().is_empty() {
            return Text { more: None, ..self };
        }
        let runs = self.runs().into();
        Text { more: Some(Box::new(More { markup, runs })), ..self }
    }

    /// The whole run in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The place of a byte range of the words: the very word, through emphasis, quotes and folded lines.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let (start, end) = (number(range.start), number(range.end));
        if self.runs().is_empty() {
            let at = |offset: u32| (self.span.start + offset).min(self.span.end);
            return Span::new(self.span.source, at(start), at(end));
        }
        let place = place(self.runs(), start..end);
        Span::new(self.span.source, place.start, place.end)
    }

    /// The part of the words at `range`, white space at its ends left off.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Text {
        let words = self.words().get(range.clone()).unwrap_or_default();
        let start = range.start + (words.len() - words.trim_start().len());
        let words = words.trim();
        let end = start + words.len();
        let span = self.span_of(start..end);
        if self.more.is_none() {
            return match &self.words {
                Words::Shared(whole) => Text { words: Words::Shared(Arc::clone(whole)), span, more: None },
                Words::Own(_) => Text::exact(words, span),
            };
        }
        let len = number(self.words().len());
        let whole = Run { at: 0, len, from: self.span.start, from_len: len, exact: true };
        let all = if self.runs().is_empty() { std::slice::from_ref(&whole) } else { self.runs() };
        let mut runs = Vec::new();
        copy(all, start..end, 0, &mut runs);
        Text::new(words.to_owned(), self.markup_of(start..end), span, runs)
    }

    /// Several texts as one, `between` their words and `between_markup` between their markup.
    #[must_use]
    pub fn join(texts: &[Text], between: &str, between_markup: &str) -> Option<Text> {
        let first = texts.first()?;
        let (mut words, mut runs, mut span) = (String::new(), Vec::new(), first.span);
        for text in texts {
            if !words.is_empty() {
                words.push_str(between);
            }
            let at = number(words.len());
            let len = number(text.words().len());
            if text.runs().is_empty() {
                runs.push(Run { at, len, from: text.span.start, from_len: len, exact: true });
            } else {
                runs.extend(text.runs().iter().map(|run| Run { at: run.at + at, ..*run }));
            }
            words.push_str(text.words());
            span = span.to(text.span);
        }
        let markup: Vec<&str> = texts.iter().map(Text::markup).collect();
        Some(Text::new(words, Some(markup.join(between_markup)), span, runs))
    }

    /// Markup of a part: known where the words before it, or the part itself, carry none.
    fn markup_of(&self, range: Range<usize>) -> Option<String> {
        let markup = self.written()?;
        let (before, part) = (self.words().get(..range.start)?, self.words().get(range.clone())?);
        let after = self.words().get(range.end..)?;
        let inner = match (markup.strip_prefix(before), markup.strip_suffix(after)) {
            (Some(_), Some(_)) => markup.get(before.len()..markup.len().checked_sub(after.len())?)?,
            (Some(rest), None) if rest.trim_start().starts_with(part) => part,
            (None, Some(rest)) if rest.trim_end().ends_with(part) => part,
            _ => return None,
        };
        Some(inner.trim().to_owned())
    }
}

/// Adds to `out` those of `runs` that lie behind `range`, as if its words stood at `at`.
pub(crate) fn copy(runs: &[Run], range: Range<usize>, at: usize, out: &mut Vec<Run>) {
    let (start, end, at) = (number(range.start), number(range.end), number(at));
    let first = runs.partition_point(|run| run.at + run.len <= start);
    for run in runs.iter().skip(first).take_while(|run| run.at < end) {
        let (from, to) = (run.at.max(start), (run.at + run.len).min(end));
        let mut part = Run { at: at + from - start, len: to - from, ..*run };
        if run.exact {
            part.from = run.from + (from - run.at);
            part.from_len = part.len;
        }
        match out.last_mut() {
            Some(last)
                if last.exact
                    && part.exact
                    && last.at + last.len == part.at
                    && last.from + last.from_len == part.from =>
            {
                last.len += part.len;
                last.from_len += part.len;
            }
            _ => out.push(part),
        }
    }
}

/// The source range behind `range` of the words that `runs` lay out.
fn place(runs: &[Run], range: Range<u32>) -> Range<u32> {
    let at = |offset: u32, end: bool| -> Option<u32> {
        let seen = runs.partition_point(|run| if end { run.at < offset } else { run.at <= offset });
        let run = runs.get(seen.checked_sub(1)?)?;
        let inside = offset - run.at;
        Some(match (run.exact, end) {
            (true, _) => run.from + inside.min(run.from_len),
            (false, false) if inside >= run.len => run.from + run.from_len,
            (false, false) => run.from,
            (false, true) => run.from + run.from_len,
        })
    };
    let first = runs.first().map_or(0, |run| run.from);
    let start = at(range.start, false).unwrap_or(first);
    let end = if range.end > range.start { at(range.end, true).unwrap_or(start) } else { start };
    start..end.max(start)
}
