//! A run of plain words and the place of each of them in the source.

use super::layout::{copy, place};
use super::{Run, Span, number};
use std::ops::Range;
use std::sync::Arc;

/// Plain words, with the markup they were written in where it differs, and the place of every word.
#[derive(Clone, Debug)]
pub struct Text(Words);

/// Most words are the very bytes of their place, so they keep the place alone, and the text that it is in:
/// behind one thin pointer, since a collection of reports holds hundreds of thousands of them.
#[derive(Clone, Debug)]
enum Words {
    Shared(Arc<String>, Span),
    Own(Box<Own>, Span),
}

#[derive(Clone, Debug, Default)]
struct Own {
    words: Box<str>,
    markup: Option<Box<str>>,
    /// None where the words are the very bytes of their place.
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
        Text(Words::Own(Box::new(Own { words: words.into_boxed_str(), markup, runs }), span))
    }

    /// Words that are the very bytes of `span`.
    #[must_use]
    pub fn exact(words: &str, span: Span) -> Text {
        Text(Words::Own(Box::new(Own { words: words.into(), ..Own::default() }), span))
    }

    /// The very bytes of `span`, in the text of its source.
    #[must_use]
    pub fn shared(whole: &Arc<String>, span: Span) -> Text {
        Text(Words::Shared(Arc::clone(whole), span))
    }

    fn written(&self) -> Option<&str> {
        match &self.0 {
            Words::Shared(..) => None,
            Words::Own(own, _) => own.markup.as_deref(),
        }
    }

    fn runs(&self) -> &[Run] {
        match &self.0 {
            Words::Shared(..) => &[],
            Words::Own(own, _) => &own.runs,
        }
    }

    /// The words, without markup.
    #[must_use]
    pub fn words(&self) -> &str {
        match &self.0 {
            Words::Shared(whole, span) => whole.get(span.start as usize..span.end as usize).unwrap_or_default(),
            Words::Own(own, _) => &own.words,
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
        match self.0 {
            Words::Own(own, span) => Text(Words::Own(Box::new(Own { markup, ..*own }), span)),
            Words::Shared(..) if markup.is_none() => self,
            Words::Shared(_, span) => {
                let own = Own { words: self.words().into(), markup, runs: Box::default() };
                Text(Words::Own(Box::new(own), span))
            }
        }
    }

    /// The whole run in the source.
    #[must_use]
    pub fn span(&self) -> Span {
        match &self.0 {
            Words::Shared(_, span) | Words::Own(_, span) => *span,
        }
    }

    /// The place of a byte range of the words: the very word, through emphasis, quotes and folded lines.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let (start, end, span) = (number(range.start), number(range.end), self.span());
        if self.runs().is_empty() {
            let at = |offset: u32| (span.start + offset).min(span.end);
            return Span::new(span.source, at(start), at(end));
        }
        let place = place(self.runs(), start..end);
        Span::new(span.source, place.start, place.end)
    }

    /// Adds to `places` the bytes of the source that its words are made of, in order: the markup between them is left out.
    pub fn add_places(&self, places: &mut Vec<Range<u32>>) {
        match self.runs() {
            [] => places.push(self.span().start..self.span().end),
            runs => places.extend(runs.iter().map(|run| run.from..run.from + run.from_len)),
        }
    }

    /// The part of the words at `range`, white space at its ends left off.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Text {
        let words = self.words().get(range.clone()).unwrap_or_default();
        let start = range.start + (words.len() - words.trim_start().len());
        let words = words.trim();
        let end = start + words.len();
        let span = self.span_of(start..end);
        match &self.0 {
            Words::Shared(whole, _) => return Text::shared(whole, span),
            Words::Own(own, _) if own.markup.is_none() && own.runs.is_empty() => return Text::exact(words, span),
            Words::Own(..) => {}
        }
        let len = number(self.words().len());
        let whole = Run { at: 0, len, from: self.span().start, from_len: len, exact: true };
        let all = if self.runs().is_empty() { std::slice::from_ref(&whole) } else { self.runs() };
        let mut runs = Vec::new();
        copy(all, start..end, 0, &mut runs);
        Text::new(words.to_owned(), self.markup_of(start..end), span, runs)
    }

    /// Several texts as one, `between` their words and `between_markup` between their markup.
    #[must_use]
    pub fn join(texts: &[Text], between: &str, between_markup: &str) -> Option<Text> {
        let first = texts.first()?;
        let (mut words, mut runs, mut span) = (String::new(), Vec::new(), first.span());
        for text in texts {
            if !words.is_empty() {
                words.push_str(between);
            }
            let at = number(words.len());
            let len = number(text.words().len());
            if text.runs().is_empty() {
                runs.push(Run { at, len, from: text.span().start, from_len: len, exact: true });
            } else {
                runs.extend(text.runs().iter().map(|run| Run { at: run.at + at, ..*run }));
            }
            words.push_str(text.words());
            span = span.to(text.span());
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
