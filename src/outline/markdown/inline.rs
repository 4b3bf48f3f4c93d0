//! Inline markup: one line of it as words, and words written so that they need none.

use super::lines::Lines;
use crate::source::{Layout, Text};
use pulldown_cmark::{Event, Options, Parser};
use std::borrow::Cow;

/// The options that reports need. Task lists and footnotes are left off: their marks stay words.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// One line of inline text, as words with places. Its block structure, if it looks like any, is ignored.
#[must_use]
pub fn inline(value: &str, layout: &Layout) -> Text {
    settled(parsed(value, layout))
}

/// Words whose markup does nothing but escape what reads the same without: they need no markup.
pub(super) fn settled(text: Text) -> Text {
    let escapes = text.is_marked() && text.markup().contains(['\\', '&']);
    if escapes && reads_as_it_stands(text.words()) { text.unmarked() } else { text }
}

fn reads_as_it_stands(words: &str) -> bool {
    let layout = Layout::exact(crate::source::SourceId(0), 0, words.len());
    parsed(words, &layout).words() == words.trim()
}

fn parsed(value: &str, layout: &Layout) -> Text {
    let trimmed = value.trim();
    let start = value.len() - value.trim_start().len();
    let mut lines = Lines::default();
    if trimmed.contains(['\\', '`', '*', '_', '[', '<', '&', '~']) {
        // A full stop before the words keeps the parser from taking them for a heading or a list.
        let guarded = format!(".{trimmed}");
        for (event, range) in Parser::new_ext(&guarded, OPTIONS).into_offset_iter() {
            let from_stop = range.start == 0;
            let range = (range.start + start).saturating_sub(1)..(range.end + start).saturating_sub(1);
            match event {
                Event::Text(words) if from_stop => {
                    let words = words.strip_prefix('.').unwrap_or(&words);
                    lines.push(value, layout, Event::Text(words.into()), start..range.end);
                }
                event => lines.push(value, layout, event, range),
            }
        }
    } else {
        lines.push(value, layout, Event::Text(trimmed.into()), start..start + trimmed.len());
    }
    lines
        .text(value, layout, 0..lines.lines.len())
        .unwrap_or_else(|| Text::new(String::new(), None, layout.span(start..start + trimmed.len()), Vec::new()))
}

/// Words written so that Markdown reads them back as these very words.
#[must_use]
pub fn escaped(words: &str) -> Cow<'_, str> {
    if reads_as_it_stands(words) {
        return Cow::Borrowed(words);
    }
    let mut safe = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '!') {
            safe.push('\\');
        }
        safe.push(c);
    }
    Cow::Owned(safe)
}
