//! The plain-text reader: labels on lines of their own, bullets of every kind, bare paragraphs.
//!
//! Text pasted from web pages and word processors has lost its layout, so a line is a paragraph of its
//! own unless it plainly goes on with the line before.

use super::markdown::{escaped, joined};
use super::told::{self, opens, told, told_in_comment};
use super::{Body, Entry, IsLabel, Kind, MAX_LABELS, MAX_LINES, Outline, Over, split_label};
use crate::form::{Limit, Limits, Tail};
use crate::source::{Source, SourceId, Span, Text, number};
use marks::{bullet, indent, wrapped_at};

mod marks;

/// The most characters of a line that may be a title, or a label with a tail.
const SHORT: usize = 80;

/// The most words beside a section's label, after a colon, that are its tail.
const MOST_OF_TAIL: usize = 4;

/// What parts the cells of a table in plain text.
const GAPS: [&str; 2] = ["\t", "   "];

/// Reads a plain-text report.
#[must_use]
pub fn read(source: &Source, id: SourceId, is_label: IsLabel<'_>, limits: &Limits) -> Outline {
    let width = wrapped_at(&source.text);
    let mut reader = Reader {
        id,
        is_label,
        width,
        entries: Vec::new(),
        items: Vec::new(),
        more: Vec::new(),
        labels: 0,
        after: Tail::None,
        blank: true,
        before: 0,
        nesting: limits.of(Limit::Nesting),
        over: false,
    };
    let mut at = 0;
    let mut over_limit = None;
    for (number, line) in source.text.split_inclusive('\n').enumerate() {
        if number >= MAX_LINES {
            over_limit = Some(Over::fixed(MAX_LINES, "lines"));
            break;
        }
        if reader.labels > MAX_LABELS {
            over_limit = Some(Over::fixed(MAX_LABELS, "labels"));
            break;
        }
        reader.line(line, at);
        at += line.len();
    }
    reader.join();
    reader.close_items(0, 0, true);
    reader.settle_tail();
    let span = Span::new(id, 0, number(source.text.len()));
    let report = Entry { kind: Kind::Report, label: None, body: Body::None, entries: reader.entries, span };
    if reader.over {
        over_limit = Some(Over::nested(limits));
    }
    Outline { reports: vec![report], over_limit, ..Outline::default() }
}

struct Reader<'a> {
    id: SourceId,
    is_label: IsLabel<'a>,
    /// The characters that a line has room for, where lines are broken to fit a width.
    width: Option<usize>,
    entries: Vec<Entry>,
    /// Open items: how far in they stand, the rank of their bullet, and what they hold.
    items: Vec<(usize, usize, Entry)>,
    /// Lines that go on with the last words, to be joined to them all at once.
    more: Vec<Text>,
    /// How many labels have been read.
    labels: usize,
    /// What parts the last label from the words beside it.
    after: Tail,
    /// Whether the line before was blank.
    blank: bool,
    /// The characters of the line before.
    before: usize,
    /// How deep lists are read.
    nesting: usize,
    /// Whether its lists nest deeper than is read.
    over: bool,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, at: usize) {
        let words = line.trim();
        if words.is_empty() {
            self.blank = true;
            return;
        }
        let indent = indent(line);
        let start = at + (line.len() - line.trim_start().len());
        if let Some((mark, rank)) = bullet(words) {
            self.join();
            self.close_items(indent, rank, false);
            if self.items.len() >= self.nesting {
                self.over = true;
                self.close_item();
            }
            let span = self.span(start, words.len());
            let body = words.get(mark..).filter(|rest| !rest.is_empty()).map(|rest| self.text(rest, start + mark));
            self.items.push((indent, rank, Entry::of(Kind::Item, body, span)));
        } else if let Some(entry) = self.explanation(words, start) {
            self.opens(entry);
        } else if let Some((entry, after)) = self.label(words, start) {
            self.opens(entry);
            self.after = after;
        } else {
            self.words(words, start, indent);
        }
        self.blank = false;
        self.before = line.trim_end().chars().count();
    }

    /// A line that ends what stands before it.
    fn opens(&mut self, entry: Entry) {
        self.join();
        self.close_items(0, 0, true);
        self.labels += 1;
        if entry.kind != Kind::Comment {
            self.settle_tail();
        }
        self.entries.push(entry);
    }

    /// The tail of a label that nothing follows is all that its section says.
    fn settle_tail(&mut self) {
        let is_tail = |entry: &&mut Entry| self.after == Tail::Colon && matches!(entry.kind, Kind::Heading(_));
        if let Some(last) = self.entries.iter_mut().rev().find(|entry| entry.kind != Kind::Comment).filter(is_tail) {
            last.kind = Kind::Label;
        }
    }

    /// A line that is neither bullet nor label: it goes on with what stands before it, or is a paragraph.
    fn words(&mut self, words: &str, start: usize, indent: usize) {
        let text = self.text(words, start);
        let no_room = !self.blank && self.had_no_room(words);
        let goes_on = !self.blank && words.starts_with(char::is_lowercase) || no_room;
        if let Some((item_indent, _, item)) = self.items.last() {
            let inside = indent > *item_indent;
            if !self.blank && (inside || goes_on && unfinished(self.more.last().or(item.body.last()))) {
                self.more.push(text);
                return;
            }
            self.join();
            match self.items.last_mut() {
                Some((_, _, item)) if inside => {
                    item.span = item.span.to(text.span());
                    item.body.push(text);
                    return;
                }
                _ => self.close_items(0, 0, true),
            }
        } else if let Some(last) = self.entries.last() {
            let goes_on = match last.kind {
                Kind::Paragraph | Kind::Line => goes_on,
                Kind::Label | Kind::Heading(_) if last.body.is_empty() || self.is_field(last) => false,
                Kind::Label | Kind::Heading(_) => no_room || goes_on && self.after != Tail::Dash,
                _ => false,
            };
            if goes_on && unfinished(self.more.last().or(last.body.last())) {
                self.more.push(text);
                return;
            }
            self.join();
        }
        let kind = if is_short(words) && !words.ends_with(':') { Kind::Line } else { Kind::Paragraph };
        let span = text.span();
        self.entries.push(Entry::of(kind, vec![text], span));
    }

    /// Joins the lines that go on to the words they go on with.
    fn join(&mut self) {
        if self.more.is_empty() {
            return;
        }
        let entry = match self.items.last_mut() {
            Some((_, _, item)) => item,
            None => match self.entries.last_mut() {
                Some(last) => {
                    last.kind = if last.label.is_some() { Kind::Label } else { Kind::Paragraph };
                    last
                }
                None => return,
            },
        };
        let parts: Vec<Text> = entry.body.pop().into_iter().chain(self.more.drain(..)).collect();
        entry.span = parts.iter().map(Text::span).fold(entry.span, Span::to);
        entry.body.extend(joined(&parts, " "));
    }

    /// Whether the first of these words did not fit on the line before.
    fn had_no_room(&self, words: &str) -> bool {
        let first = words.split_whitespace().next().map_or(0, |word| word.chars().count());
        self.width.is_some_and(|width| self.before + 1 + first > width)
    }

    /// Whether a label is a field's: the words beside it are its value.
    fn is_field(&self, entry: &Entry) -> bool {
        entry.label.as_ref().is_some_and(|label| (self.is_label)(label.words(), Tail::Value))
    }

    /// A line that begins with a label, and what parts the label from the words beside it. Few words beside a
    /// section's label are its tail, more are what the section says first.
    fn label(&self, words: &str, start: usize) -> Option<(Entry, Tail)> {
        let short = is_short(words);
        let known = |head: &str, tail: Tail| match tail {
            Tail::None => (self.is_label)(head, Tail::None),
            Tail::Colon => (self.is_label)(head, Tail::Value) || short && (self.is_label)(head, Tail::Colon),
            Tail::Dash => short && (self.is_label)(head, Tail::Dash),
            Tail::Value | Tail::Near | Tail::NearSection => false,
        };
        let (end, rest, tail) = split_label(words, &known).or_else(|| self.cells(words))?;
        let head = words.get(..end)?;
        let value = words.get(rest..)?;
        let skipped = value.len() - value.trim_start().len();
        let value = value.trim();
        let is_tail = match tail {
            Tail::Colon => value.split_whitespace().count() <= MOST_OF_TAIL,
            Tail::Dash => true,
            Tail::None | Tail::Value | Tail::Near | Tail::NearSection => false,
        };
        let is_tail = is_tail && !value.trim_end_matches('-').ends_with(':') && !(self.is_label)(head, Tail::Value);
        let body = (!value.is_empty()).then(|| self.text(value, start + rest + skipped)).into();
        let kind = if is_tail { Kind::Heading(7) } else { Kind::Label };
        let span = self.span(start, words.len());
        Some((Entry { kind, label: Some(self.text(head, start)), body, entries: Vec::new(), span }, tail))
    }

    /// A label and words beside it as two cells of a table that lost its lines: a tab or a gap parts them.
    fn cells(&self, words: &str) -> Option<(usize, usize, Tail)> {
        let end = GAPS.iter().filter_map(|gap| words.find(gap)).min()?;
        let head = words.get(..end)?;
        (self.is_label)(head, Tail::None).then_some((end, end, Tail::Value))
    }

    /// `Explain RULE: REASON` or `Explain RULE until TERM: REASON`, the plain-text form of an explanation; the forms
    /// of other languages; and what was nearly written so.
    fn explanation(&self, words: &str, start: usize) -> Option<Entry> {
        let comment = words.strip_prefix("<!--").map(|rest| rest.strip_suffix("-->").unwrap_or(rest));
        let comment = comment.or_else(|| words.strip_prefix('#'));
        let span = self.span(start, words.len());
        let said = comment.map_or_else(|| told(words), told_in_comment);
        if let Some((at, said)) = said.and_then(|said| Some((said.start, comment.unwrap_or(words).get(said)?))) {
            let from = comment.map_or(at, |_| words.find(said).unwrap_or(0));
            return Some(told::comment(words.get(..from).unwrap_or_default(), self.text(said, start + from), span));
        }
        let (verb, rest) = words.split_at(words.find(|c: char| !c.is_alphabetic())?);
        let named = rest.trim_start_matches([':', ' ']);
        let (rule, after) = named.split_at(named.find(|c: char| !c.is_ascii_lowercase() && c != '-')?);
        if !rule.contains('-') || rest == named || verb.len().abs_diff("explain".len()) > 2 || !opens(verb) {
            return None;
        }
        let is_until = || after.split_once(':').is_some_and(|(until, _)| until.starts_with(" until "));
        if verb.eq_ignore_ascii_case("explain") && rest.trim_start() == named && (after.starts_with(':') || is_until())
        {
            return Some(Entry::of(Kind::Comment, Text::new(format!("explain {named}"), None, span, Vec::new()), span));
        }
        // Without a mark after it the hyphen may be that of any word.
        let is_slip = after.trim_start().starts_with([':', '-', '\u{2013}', '\u{2014}']);
        is_slip.then(|| Entry::of(Kind::Comment, self.text(words, start), span))
    }

    fn close_items(&mut self, indent: usize, rank: usize, all: bool) {
        while let Some((open, open_rank, _)) = self.items.last() {
            if !all && (indent > *open || indent == *open && rank > *open_rank) {
                return;
            }
            self.close_item();
        }
    }

    /// Ends the innermost item.
    fn close_item(&mut self) {
        let Some((_, _, item)) = self.items.pop() else { return };
        match self.items.last_mut() {
            Some((_, _, parent)) => {
                parent.span = parent.span.to(item.span);
                parent.entries.push(item);
            }
            None => self.entries.push(item),
        }
    }

    fn span(&self, start: usize, len: usize) -> Span {
        Span::new(self.id, number(start), number(start + len))
    }

    fn text(&self, words: &str, start: usize) -> Text {
        let run = crate::source::Run {
            at: 0,
            len: number(words.len()),
            from: number(start),
            from_len: number(words.len()),
            exact: true,
        };
        let span = self.span(start, words.len());
        Text::new(words.to_owned(), Some(escaped(words).into_owned()), span, vec![run])
    }
}

fn unfinished(text: Option<&Text>) -> bool {
    text.is_none_or(|text| !text.words().ends_with(['.', '!', '?', ':', ';']))
}

/// Whether a line may be a title, or a label with a tail: few characters and no full stop.
fn is_short(words: &str) -> bool {
    words.chars().count() <= SHORT && !words.ends_with('.') && !words.contains(". ")
}
