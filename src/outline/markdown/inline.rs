//! Inline markup: from events to plain words with the place of each, and back to words that need no markup.

use super::comment;
use crate::source::{Layout, Run, Span, Text, copy, number};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// The options that reports need. Task lists and footnotes are left off: their marks stay words.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// One line of inline text, as words with places. Its block structure, if it looks like any, is ignored.
#[must_use]
pub fn inline(value: &str, layout: &Layout) -> Text {
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
    let layout = Layout::exact(crate::source::SourceId(0), 0, words.len());
    if inline(words, &layout).words() == words.trim() {
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

/// HTML that officers' tools leave in text: it dresses words and says none.
const TAGS: &[&str] = &[
    "a",
    "b",
    "big",
    "center",
    "cite",
    "code",
    "del",
    "div",
    "em",
    "font",
    "i",
    "img",
    "ins",
    "mark",
    "p",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "ol",
    "li",
    "o:p",
    "st1:place",
    "v:shape",
];

fn is_tag(html: &str, names: &[&str]) -> bool {
    let name = html.trim_start_matches(['<', '/']).split([' ', '>', '/', '\n', '\t']).next().unwrap_or_default();
    // A name with words after it that are no attributes is not a tag either.
    let rest = html.split_once([' ', '\n']).map_or("", |(_, rest)| rest);
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
        && (rest.trim_matches(['/', '>', ' ']).is_empty() || rest.contains('='))
}

/// Inline events of one paragraph, line by line.
#[derive(Default)]
pub(super) struct Lines {
    words: String,
    runs: Vec<Run>,
    /// Each line's place in `words` and in the text it was parsed from.
    pub lines: Vec<Line>,
    /// Stretches of the text that markup writes otherwise: breaks, comments, links by reference.
    patches: Vec<(Range<usize>, String)>,
    strong: Option<(usize, usize)>,
    /// Stretches of words that are bold.
    pub bold: Vec<Range<usize>>,
    /// What termwise is told in comments, as places in the text.
    pub comments: Vec<Range<usize>>,
    links: Vec<(usize, String)>,
}

pub(super) struct Line {
    pub words: Range<usize>,
    pub text: Range<usize>,
}

impl Lines {
    pub fn push(&mut self, text: &str, layout: &Layout, event: Event<'_>, range: Range<usize>) {
        if let Some(line) = self.lines.last_mut() {
            line.text.end = line.text.end.max(range.end);
        } else {
            // An escape that opens the words stands before what the parser gives as their place.
            let escape = usize::from(text.get(..range.start).is_some_and(|before| before.ends_with('\\')));
            self.lines.push(Line { words: 0..0, text: range.start - escape..range.end });
        }
        match event {
            Event::Text(words) => self.add(text, layout, &words, range),
            Event::Code(words) => {
                let inner = text.get(range.clone()).and_then(|slice| slice.find(&*words));
                let range = inner.map_or(range.clone(), |at| range.start + at..range.start + at + words.len());
                self.add(text, layout, &words, range);
            }
            Event::SoftBreak | Event::HardBreak => self.break_line(text, range),
            Event::InlineHtml(html) | Event::Html(html) => self.html(text, layout, &html, range),
            Event::Start(Tag::Strong) => {
                let (depth, at) = self.strong.unwrap_or((0, self.words.len()));
                self.strong = Some((depth + 1, at));
            }
            Event::End(TagEnd::Strong) => {
                self.strong = self.strong.and_then(|(depth, at)| {
                    if depth == 1 {
                        self.bold.push(at..self.words.len());
                    }
                    (depth > 1).then_some((depth - 1, at))
                });
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let by_reference = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
                self.links.push((range.end, if by_reference { dest_url.into_string() } else { String::new() }));
            }
            Event::End(TagEnd::Link) => self.close_link(text, range),
            _ => {}
        }
        if let Some(line) = self.lines.last_mut() {
            line.words.end = self.words.len();
        }
    }

    fn add(&mut self, text: &str, layout: &Layout, words: &str, range: Range<usize>) {
        let at = self.words.len();
        if text.get(range.clone()) == Some(words) {
            layout.copy(range, at, &mut self.runs);
        } else {
            let place = layout.span(range);
            self.runs.push(Run {
                at: number(at),
                len: number(words.len()),
                from: place.start,
                from_len: place.end - place.start,
                exact: false,
            });
        }
        self.words.push_str(words);
    }

    /// Ends a line. What lies between it and the next line's first words (white space, quote marks) is
    /// one space in the markup.
    fn break_line(&mut self, text: &str, range: Range<usize>) {
        let rest = text.get(range.end..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start_matches([' ', '\t', '>']).len();
        let next = range.end + skipped;
        let start = text.get(..range.start).map_or(range.start, |before| before.trim_end_matches([' ', '\t']).len());
        self.patches.push((start..next, " ".to_owned()));
        if let Some(line) = self.lines.last_mut() {
            line.text.end = start;
            line.words.end = self.words.len();
        }
        self.words.push(' ');
        self.lines.push(Line { words: self.words.len()..self.words.len(), text: next..next });
    }

    fn html(&mut self, text: &str, layout: &Layout, html: &str, range: Range<usize>) {
        if let Some(inner) = comment(html) {
            self.comments.push(range.start + inner.start..range.start + inner.end);
            self.patches.push((range, String::new()));
        } else if html.starts_with("<!--") {
            self.patches.push((range, String::new()));
        } else if is_tag(html, &["br", "hr"]) {
            self.add(text, layout, " ", range);
        } else if !is_tag(html, TAGS) {
            // `<insert date>` only looks like HTML: these are the officer's words.
            self.add(text, layout, html, range);
        }
    }

    /// A link by reference is written out, since what it refers to may stand anywhere in the file.
    fn close_link(&mut self, text: &str, range: Range<usize>) {
        let Some((_, target)) = self.links.pop().filter(|(_, target)| !target.is_empty()) else { return };
        let Some(inner) = text.get(range.clone()).and_then(|slice| slice.strip_prefix('[')) else { return };
        let mut depth = 1usize;
        let close = inner.char_indices().find(|(_, c)| {
            match c {
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        if let Some((at, _)) = close {
            let from = range.start + 1 + at;
            self.patches.push((from..range.end, format!("](<{}>)", target.replace(['<', '>', '\n'], ""))));
        }
    }

    /// The words of some lines as one text; `None` if there are none.
    pub fn text(&self, text: &str, layout: &Layout, lines: Range<usize>) -> Option<Text> {
        let first = self.lines.get(lines.start)?;
        let last = self.lines.get(lines.end.checked_sub(1)?)?;
        let all = self.words.get(first.words.start..last.words.end)?;
        let start = first.words.start + (all.len() - all.trim_start().len());
        let words = all.trim();
        if words.is_empty() {
            return None;
        }
        let range = start..start + words.len();
        let mut runs = Vec::new();
        copy(&self.runs, range, 0, &mut runs);
        let markup = self.markup(text, first.text.start..last.text.end);
        let span = match (runs.first(), runs.last()) {
            (Some(first), Some(last)) => Span::new(layout.source, first.from, last.from + last.from_len),
            _ => layout.span(first.text.start..last.text.end),
        };
        Some(Text::new(words.to_owned(), Some(markup), span, runs))
    }

    fn markup(&self, text: &str, range: Range<usize>) -> String {
        let mut markup = String::with_capacity(range.len());
        let mut at = range.start;
        // Patches stand in the order of the text, so those of the lines before need not be looked at.
        let first = self.patches.partition_point(|(place, _)| place.start < range.start);
        for (place, other) in self.patches.iter().skip(first).take_while(|(place, _)| place.start < range.end) {
            if place.start >= at && place.end <= range.end {
                markup.push_str(text.get(at..place.start).unwrap_or_default());
                markup.push_str(other);
                at = place.end;
            }
        }
        markup.push_str(text.get(at..range.end).unwrap_or_default());
        markup.trim().to_owned()
    }
}
