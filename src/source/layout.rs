//! Where the bytes of words stand in the source: runs of them, in order.

use super::{SourceId, Span, Text, number};
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
    whole: Option<Arc<String>>,
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
    pub fn shared(source: SourceId, whole: &Arc<String>, from: usize) -> Layout {
        Layout::exact(source, number(from), whole.len().saturating_sub(from)).over(whole)
    }

    /// A text laid out in several runs, in order.
    #[must_use]
    pub fn of(source: SourceId, runs: Vec<Run>) -> Layout {
        Layout { source, runs, whole: None }
    }

    /// The same layout of runs that lead to `whole`, the source's own text.
    #[must_use]
    pub fn over(self, whole: &Arc<String>) -> Layout {
        Layout { whole: Some(Arc::clone(whole)), ..self }
    }

    /// Words that stand in the text as they are, from byte `at` on.
    #[must_use]
    pub fn text(&self, words: &str, at: usize) -> Text {
        let span = self.span(at..at + words.len());
        match (self.runs.as_slice(), &self.whole) {
            ([only], Some(whole)) if only.exact => return Text::shared(whole, span),
            ([only], None) if only.exact => return Text::exact(words, span),
            _ => {}
        }
        let mut runs = Vec::new();
        self.copy(at..at + words.len(), 0, &mut runs);
        Text::new(words.to_owned(), None, span, runs)
    }

    /// The bytes of the source behind a range of the text.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        if let [only] = self.runs.as_slice()
            && only.exact
            && only.at == 0
        {
            let at = |offset: usize| only.from + number(offset).min(only.from_len);
            return Span::new(self.source, at(range.start), at(range.end));
        }
        let place = place(&self.runs, number(range.start)..number(range.end));
        Span::new(self.source, place.start, place.end)
    }

    /// Adds to `out` the runs that lie behind `range`, as if its words stood at `at`.
    pub fn copy(&self, range: Range<usize>, at: usize, out: &mut Vec<Run>) {
        copy(&self.runs, range, at, out);
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
pub(super) fn place(runs: &[Run], range: Range<u32>) -> Range<u32> {
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
