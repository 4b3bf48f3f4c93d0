//! Inline markup: one line of it as words, and words written so that they need none.

use super::lines::Lines;
use crate::source::{Layout, Text};
use pulldown_cmark::{Event, Options, Parser};
use std::borrow::Cow;

/// The options that reports need. Task lists and footnotes are left off: their marks stay words.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// What a text is read with: without a stroke it has no table, and is not searched for one line by line.
pub(super) fn options(text: &str) -> Options {
    match memchr::memchr(b'|', text.as_bytes()) {
        Some(_) => OPTIONS,
        None => Options::ENABLE_STRIKETHROUGH,
    }
}

/// One line of inline text, as words with places. Its block structure, if it looks like any, is ignored.
#[must_use]
pub fn inline(value: &str, layout: &Layout) -> Text {
    settled(parsed(value, layout))
}

/// A text without escapes that its words do not need: those that keep a line from being a label, a list or
/// a heading, which whoever writes the line puts back. Where markup does nothing but escape, it becomes what
/// these words need, however they were escaped.
pub(crate) fn settled(text: Text) -> Text {
    let escapes = text.is_marked() && text.markup().contains(['\\', '&']);
    if !escapes {
        return text;
    }
    if unescaped(text.markup(), "") == text.words() {
        let markup = escaped(text.words()).into_owned();
        return text.marked(&markup);
    }
    let markup = unescaped(text.markup(), INLINE);
    // One that keeps the words from opening a block of HTML is not needed inside a line.
    let bare = markup.strip_prefix('\\').filter(|bare| bare.starts_with('<') && !opens_with_tag(bare));
    text.marked(bare.unwrap_or(&markup))
}

/// Texts as one, with this between them. Marks that mean nothing in each may mean something together, such as the ticks
/// of `a `` b` and `c`` d`: where they do, the words are written so that they do not.
#[must_use]
pub(crate) fn joined(texts: &[Text], between: &str) -> Option<Text> {
    let text = Text::join(texts, between, between)?;
    if texts.len() < 2 || !has_marks(text.markup()) {
        return Some(settled(text));
    }
    let layout = Layout::exact(crate::source::SourceId(0), 0, text.markup().len());
    let read = parsed(text.markup(), &layout);
    if read.words().split_whitespace().eq(text.words().split_whitespace()) {
        return Some(settled(text));
    }
    let markup = escaped(text.words()).into_owned();
    Some(text.marked(&markup))
}

/// Characters that mean something inside a line.
const INLINE: &str = "\\`*_[]()<>&~!\"'";

/// Markup without its escapes, but for those of the characters in `kept`.
fn unescaped(markup: &str, kept: &str) -> String {
    let mut plain = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(c) = rest.chars().next() {
        let escape = escape(rest);
        let len = escape.map_or(c.len_utf8(), |(_, len)| len).max(code(rest)).max(link(rest));
        match escape {
            Some((c, _)) if !kept.contains(c) => plain.push(c),
            _ => plain.push_str(rest.get(..len).unwrap_or_default()),
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    plain
}

/// The bytes of the code that begins here, its marks included; 0 where none does.
fn code(rest: &str) -> usize {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let (mark, after) = rest.split_at_checked(ticks).unwrap_or_default();
    if ticks == 0 { 0 } else { after.find(mark).map_or(0, |end| end + ticks * 2) }
}

/// The bytes of the address between `<` and `>` that begins here, in which nothing is an escape; 0 where none does.
fn link(rest: &str) -> usize {
    let inside = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).map_or("", |(inside, _)| inside);
    let scheme = inside.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = (2..=32).contains(&scheme.len())
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    let is_link = is_scheme && !inside.contains(|c: char| c == '<' || c.is_ascii_whitespace() || c.is_control());
    if is_link { inside.len() + 2 } else { 0 }
}

/// The character that an escape or entity at the beginning of `rest` stands for, and its bytes.
fn escape(rest: &str) -> Option<(char, usize)> {
    if let Some(after) = rest.strip_prefix('\\') {
        return after.chars().next().filter(char::is_ascii_punctuation).map(|c| (c, 2));
    }
    let (name, _) = rest.strip_prefix('&')?.split_once(';')?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        number => char::from_u32(number.strip_prefix('#')?.parse().ok()?)?,
    };
    Some((c, name.len() + 2))
}

/// Whether words hold a character that may be markup.
pub(crate) fn has_marks(words: &str) -> bool {
    words.bytes().any(|byte| matches!(byte, b'\\' | b'`' | b'*' | b'_' | b'[' | b'<' | b'&' | b'~'))
}

fn parsed(value: &str, layout: &Layout) -> Text {
    let trimmed = value.trim();
    let start = value.len() - value.trim_start().len();
    let mut lines = Lines::default();
    if has_marks(trimmed) {
        // A full stop before the words keeps the parser from taking them for a heading or a list.
        let guarded = format!(".{trimmed}");
        for (event, range) in Parser::new_ext(&guarded, options(&guarded)).into_offset_iter() {
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
        .whole(value, layout)
        .unwrap_or_else(|| Text::new(String::new(), None, layout.span(start..start + trimmed.len()), Vec::new()))
}

/// Whether the sign `<` that a line of markup begins with is markup: a tag that dresses words or parts them, or a link;
/// not the first of the officer's words, as in `<insert date>`.
#[must_use]
pub fn opens_with_tag(line: &str) -> bool {
    let escaped = format!("\\{line}");
    let words =
        |markup: &str| parsed(markup, &Layout::exact(crate::source::SourceId(0), 0, markup.len())).words().to_owned();
    line.starts_with('<') && words(&escaped) != words(line)
}

/// Words written so that Markdown reads them back as these very words.
#[must_use]
pub fn escaped(words: &str) -> Cow<'_, str> {
    let layout = Layout::exact(crate::source::SourceId(0), 0, words.len());
    if parsed(words, &layout).words() == words.trim() {
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
