//! Inline events of a paragraph, line by line: plain words with the place of each, and their markup.

use super::comment;
use crate::source::{Layout, Run, Span, Text, copy, number};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// HTML that officers' tools leave inside text: it dresses words and says none.
#[rustfmt::skip]
pub(super) const DRESS: &[&str] = &[
    "a", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "tt", "u", "o:p", "st1:place", "v:shape",
];

/// HTML that parts the words before it from those after it.
#[rustfmt::skip]
pub(super) const BREAKS: &[&str] = &[
    "article", "aside", "blockquote", "body", "br", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl",
    "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li",
    "link", "main", "meta", "nav", "ol", "p", "pre", "section", "style", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
];

pub(super) fn is_tag(html: &str, names: &[&str]) -> bool {
    let name = html.trim_start_matches(['<', '/']).split([' ', '>', '/', '\n', '\t']).next().unwrap_or_default();
    // A name with words after it that are no attributes is not a tag either.
    let rest = html.split_once([' ', '\n']).map_or("", |(_, rest)| rest);
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
        && (rest.trim_matches(['/', '>', ' ']).is_empty() || rest.contains('='))
}

/// Whether a backslash stands before this place.
fn is_escaped(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with('\\'))
}

/// Inline events of one paragraph, line by line.
#[derive(Default)]
pub(super) struct Lines {
    /// All of it, while it is one line without markup: nearly every paragraph and item is.
    pub plain: Option<Range<usize>>,
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
    /// Makes it ready for the next paragraph, and keeps the room that it has.
    pub fn clear(&mut self) {
        self.plain = None;
        if self.lines.is_empty() {
            return;
        }
        self.words.clear();
        self.runs.clear();
        self.lines.clear();
        self.patches.clear();
        self.strong = None;
        self.bold.clear();
        self.comments.clear();
        self.links.clear();
    }

    pub fn push(&mut self, text: &str, layout: &Layout, event: Event<'_>, range: Range<usize>) {
        if let Event::Text(words) = &event {
            let goes_on = match &self.plain {
                Some(plain) => plain.end == range.start,
                None => self.lines.is_empty() && !is_escaped(text, range.start),
            };
            if goes_on && text.get(range.clone()) == Some(words) {
                self.plain = Some(self.plain.as_ref().map_or(range.start, |plain| plain.start)..range.end);
                return;
            }
        }
        self.spell_out(text, layout);
        if let Some(line) = self.lines.last_mut() {
            line.text.end = line.text.end.max(range.end);
        } else {
            // An escape that opens the words stands before what the parser gives as their place.
            let escape = usize::from(is_escaped(text, range.start));
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

    /// Turns what was plain so far into words and runs, since there is more to it.
    pub fn spell_out(&mut self, text: &str, layout: &Layout) {
        let Some(plain) = self.plain.take() else { return };
        self.lines.push(Line { words: 0..0, text: plain.clone() });
        self.add(text, layout, text.get(plain.clone()).unwrap_or_default(), plain);
        if let Some(line) = self.lines.last_mut() {
            line.words.end = self.words.len();
        }
    }

    /// Leaves a comment that is never closed out of the words, and keeps what it tells.
    pub fn cut(&mut self, text: &str, layout: &Layout, place: Range<usize>, told: Range<usize>) {
        self.spell_out(text, layout);
        if self.lines.is_empty() {
            self.lines.push(Line { words: 0..0, text: place.start..place.start });
        }
        self.comments.push(told);
        self.patches.push((place, String::new()));
    }

    /// All the words as one text; `None` if there are none.
    pub fn whole(&self, text: &str, layout: &Layout) -> Option<Text> {
        let Some(plain) = &self.plain else { return self.text(text, layout, 0..self.lines.len()) };
        let all = text.get(plain.clone())?;
        let words = all.trim_start();
        let start = plain.end - words.len();
        let words = words.trim_end();
        (!words.is_empty()).then(|| layout.text(words, start))
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
        } else if is_tag(html, BREAKS) && self.opens_line() {
            // There is nothing before it to part from, and at the beginning of a line it would open a block.
            self.patches.push((range, String::new()));
        } else if is_tag(html, BREAKS) {
            self.add(text, layout, " ", range);
        } else if !is_tag(html, DRESS) {
            // `<insert date>` only looks like HTML: these are the officer's words.
            self.add(text, layout, html, range);
        }
    }

    /// Whether no words stand on the line yet.
    fn opens_line(&self) -> bool {
        let start = self.lines.last().map_or(0, |line| line.words.start);
        self.words.get(start..).is_none_or(|words| words.trim().is_empty())
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
        self.stretch(text, layout, first.words.start..last.words.end, first.text.start..last.text.end)
    }

    /// The words of a line that is bold as a whole, without the marks that make it bold.
    pub fn unbold(&self, text: &str, layout: &Layout) -> Option<Text> {
        let line = self.lines.first()?;
        let marked = text.get(line.text.clone())?;
        let start = line.text.end - marked.trim_start().len() + 2;
        let inside = |mark: &&str| marked.trim().strip_prefix(mark)?.strip_suffix(mark).filter(|i| !i.contains(mark));
        let inside = ["**", "__"].iter().find_map(inside)?;
        self.stretch(text, layout, line.words.clone(), start..start + inside.len())
    }

    /// The words at `all`, whose markup is the text at `place`.
    fn stretch(&self, text: &str, layout: &Layout, all: Range<usize>, place: Range<usize>) -> Option<Text> {
        let from = all.start;
        let all = self.words.get(all)?;
        let start = from + (all.len() - all.trim_start().len());
        let words = all.trim();
        if words.is_empty() {
            return None;
        }
        let range = start..start + words.len();
        let mut runs = Vec::new();
        copy(&self.runs, range, 0, &mut runs);
        let markup = self.markup(text, place.clone());
        let span = match (runs.first(), runs.last()) {
            (Some(first), Some(last)) => Span::new(layout.source, first.from, last.from + last.from_len),
            _ => layout.span(place),
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
