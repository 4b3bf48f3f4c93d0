//! Source text and places in it: what was read, and where each word of it stands in the file.
//!
//! A [`Source`] holds decoded text whose lines all end in LF; its map leads back to the bytes of the
//! file. A [`Text`] is a run of plain words with the place of every one of them, through emphasis,
//! quotes and folded lines. Nothing here knows what a report is.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

mod decode;
mod kind;
mod layout;
mod private;
mod text;
pub use kind::{NoText, not_read};
pub(crate) use layout::copy;
pub use layout::{Layout, Run};
pub use private::{Kind, Look, Private};
pub use text::Text;

/// Which of the run's [`Sources`] a span is in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(pub u32);

impl SourceId {
    /// The settings that the reports are judged by, which are among the sources but no report.
    pub const SETTINGS: SourceId = SourceId(u32::MAX);
}

/// A run of bytes of one source's text. A span knows its source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The source it lies in.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

impl Span {
    /// The run from `start` to `end` in `source`.
    #[must_use]
    pub fn new(source: SourceId, start: u32, end: u32) -> Span {
        Span { source, start, end: end.max(start) }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span::new(self.source, self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn holds(self, other: Span) -> bool {
        self.source == other.source && self.start <= other.start && other.end <= self.end
    }
}

/// How the text came to be: whether its bytes are the file's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// UTF-8, with or without a byte-order mark: spans lead to bytes of the file.
    File,
    /// Decoded from the encoding named here: words are right, bytes are not the file's.
    Decoded(&'static str),
    /// Not plain text at all but this, and no words were read.
    Binary(&'static NoText),
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// Line, from 1. Lines end at LF, CRLF or a lone CR.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
}

/// One decoded input.
#[derive(Debug)]
pub struct Source {
    /// The name shown to people: a path with `/`, or what `--stdin-filename` says.
    pub name: String,
    /// Its path from the root of the collection of reports, with `/`; the name where it has none.
    pub path: String,
    /// The text, its line endings all LF, without a byte-order mark. Texts share it.
    pub text: Arc<String>,
    /// How the text came to be.
    pub origin: Origin,
    mark: u32,
    returns: Vec<u32>,
    lines: OnceLock<Vec<u32>>,
    /// How many characters begin before each stride of the text: a line may be millions of them long.
    counts: OnceLock<Vec<u32>>,
    /// What finds the private words, where they have not been looked for yet.
    look: Option<Look>,
    kept: OnceLock<Vec<Private>>,
    /// What may not be shown, and whether none of it may.
    hidden: OnceLock<Vec<(Range<u32>, bool)>>,
    /// What is shown instead of some words, in order.
    instead: Vec<(Range<u32>, String)>,
}

impl Source {
    /// A source of text that is at hand already, such as a test's.
    #[must_use]
    pub fn of(name: &str, text: &str) -> Source {
        Source::decode(name.to_owned(), text.as_bytes().to_vec())
    }

    /// The words at a byte range of the text, empty where there are none.
    #[must_use]
    pub fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Line and column of a byte of the text. A byte inside a character counts as that character.
    #[must_use]
    pub fn position(&self, at: u32) -> Position {
        let starts = self.starts();
        let line = starts.partition_point(|start| *start <= at).max(1);
        let from = starts.get(line - 1).copied().unwrap_or(0);
        let mut to = (at as usize).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let from = from as usize;
        // Nearly all lines are short: what is on one is soon counted, without a count of all the text.
        let before = match self.text.as_bytes().get(from..to) {
            Some(before) if before.len() < STRIDE => begun(before),
            _ => self.characters(to) - self.characters(from),
        };
        Position { line: number(line), column: before + 1 }
    }

    /// How many characters begin before byte `at`.
    fn characters(&self, at: usize) -> u32 {
        let counts = self.counts.get_or_init(|| {
            let add = |sum: &mut u32, bytes| {
                *sum += begun(bytes);
                Some(*sum)
            };
            std::iter::once(0).chain(self.text.as_bytes().chunks(STRIDE).scan(0, add)).collect()
        });
        let before = counts.get(at / STRIDE).copied().unwrap_or(0);
        before + begun(self.text.as_bytes().get(at - at % STRIDE..at).unwrap_or_default())
    }

    /// The bytes of line `line` (from 1), without its ending; an empty range past the end.
    #[must_use]
    pub fn line(&self, line: u32) -> Range<u32> {
        let starts = self.starts();
        let end_of_text = number(self.text.len());
        let start = starts.get((line as usize).saturating_sub(1)).copied().unwrap_or(end_of_text);
        let end = starts.get(line as usize).map_or(end_of_text, |next| next - 1);
        start..end.max(start)
    }

    /// The whole lines that a range of the text lies in, the ending of the last one with them.
    #[must_use]
    pub fn whole_lines(&self, range: Range<u32>) -> Range<u32> {
        let start = self.line(self.position(range.start).line).start;
        let last = if range.end > range.start { range.end - 1 } else { range.end };
        let end = self.line(self.position(last).line).end;
        start..(end + 1).min(number(self.text.len())).max(end)
    }

    /// Whether the file holds the very words of a text, in one run and without markup: then they can be replaced.
    #[must_use]
    pub fn holds(&self, text: &Text) -> bool {
        self.origin == Origin::File && self.slice(text.span().start, text.span().end) == text.words()
    }

    /// The bytes of the file that a range of the text stands for, or `None` if the text was decoded.
    #[must_use]
    pub fn in_file(&self, range: Range<u32>) -> Option<Range<usize>> {
        if self.origin != Origin::File {
            return None;
        }
        let at = |offset: u32| {
            let returns = self.returns.partition_point(|lf| *lf < offset);
            self.mark as usize + offset as usize + returns
        };
        Some(at(range.start)..at(range.end))
    }

    /// Marks a range of the text as private: nothing that prints will show it. Of a number its ends may be shown, so
    /// that whoever has it before them knows which one is meant; of what is `wholly` private nothing is.
    pub fn hide(&mut self, range: Range<u32>, wholly: bool) {
        self.hidden();
        let Some(hidden) = self.hidden.get_mut() else { return };
        let at = hidden.partition_point(|one| one.0.start <= range.start);
        hidden.insert(at, (range, wholly));
    }

    /// What may not be shown, and whether none of it may: all that was found to be private and is no count.
    fn hidden(&self) -> &[(Range<u32>, bool)] {
        self.hidden.get_or_init(|| {
            let end = number(self.text.len());
            let all = self.kept().iter().filter(|one| one.kind.is_hidden());
            let mut all: Vec<_> = all.map(|one| (one.at.start..one.at.end.min(end), !one.kind.is_number())).collect();
            all.sort_by_key(|one| one.0.start);
            // Where two meet, they are one, and what is private of either is.
            all.dedup_by(|next, one| {
                let meets = next.0.start < one.0.end;
                if meets {
                    (one.0.end, one.1) = (one.0.end.max(next.0.end), one.1 || next.1);
                }
                meets
            });
            all
        })
    }

    /// Has other words shown instead of a range of the text; the first that is said of a place holds.
    pub fn replace(&mut self, range: Range<u32>, words: String) {
        let at = self.instead.partition_point(|one| one.0.start < range.start);
        let meets = |one: Option<&(Range<u32>, String)>| {
            one.is_some_and(|one| one.0.start < range.end && range.start < one.0.end)
        };
        if !meets(self.instead.get(at)) && !meets(at.checked_sub(1).and_then(|at| self.instead.get(at))) {
            self.instead.insert(at, (range, words));
        }
    }

    /// Whether some of its words are not shown as they stand.
    fn is_shown(&self) -> bool {
        self.hidden().is_empty() && self.instead.is_empty()
    }

    /// Where the words begin that are shown instead of those at a byte, and which they are.
    fn instead(&self, at: u32) -> Option<(u32, &str)> {
        let last = self.instead.partition_point(|one| one.0.start <= at).checked_sub(1)?;
        let (range, words) = self.instead.get(last)?;
        range.contains(&at).then_some((range.start, words.as_str()))
    }

    /// Keeps what was found to be private here.
    pub fn keep(&mut self, private: Vec<Private>) {
        (self.look, self.kept, self.hidden) = (None, OnceLock::from(private), OnceLock::new());
    }

    /// Leaves it to `look` to find what is private here, once any of it is to be shown or told of.
    pub fn keep_later(&mut self, look: Look) {
        (self.look, self.kept, self.hidden) = (Some(look), OnceLock::new(), OnceLock::new());
    }

    /// Leaves it to another `look`, unless it is known by now what is private here.
    pub fn leave_to(&mut self, look: Option<&Look>) {
        self.look = look.filter(|_| self.kept.get().is_none()).cloned();
    }

    /// What was found to be private here, in order.
    #[must_use]
    pub fn kept(&self) -> &[Private] {
        self.kept.get_or_init(|| self.look.as_ref().map_or_else(Vec::new, |look| look.at(self)))
    }

    /// Whether these very words stand anywhere in it; a quick look.
    #[must_use]
    pub fn has_words(&self, words: &str) -> bool {
        memchr::memmem::find(self.text.as_bytes(), words.as_bytes()).is_some()
    }

    /// The words of a range as they may be shown: each private run keeps its first three and its last
    /// character (`N80*********1`), the rest are stars; a contact, a child's name and a run of fewer than eight
    /// characters are three stars, however long they are.
    #[must_use]
    pub fn shown(&self, range: Range<u32>) -> String {
        let words = self.slice(range.start, range.end);
        if self.is_shown() {
            return words.to_owned();
        }
        self.told(words.char_indices().map(|(at, c)| (range.start + number(at), c)))
    }

    /// Characters with their places, as they may be shown.
    fn told(&self, chars: impl Iterator<Item = (u32, char)>) -> String {
        let (mut told, mut last) = (String::new(), None);
        for (at, c) in chars {
            match self.instead(at).or_else(|| self.starred(at)) {
                Some((start, _)) if last == Some(start) => {}
                Some((start, words)) => {
                    told.push_str(words);
                    last = Some(start);
                }
                None => told.push(self.masked(at, c)),
            }
        }
        told
    }

    /// What is hidden at a place, and whether all of it is.
    fn hidden_at(&self, at: u32) -> Option<(&Range<u32>, bool)> {
        let before = self.hidden().partition_point(|one| one.0.start <= at);
        let (hidden, wholly) = before.checked_sub(1).and_then(|last| self.hidden().get(last))?;
        let is_long = self.slice(hidden.start, hidden.end).chars().nth(7).is_some();
        hidden.contains(&at).then_some((hidden, *wholly || !is_long))
    }

    /// Where something begins that is hidden wholly, and its stars: as many for every name, so that they do not tell how
    /// long it is.
    fn starred(&self, at: u32) -> Option<(u32, &'static str)> {
        self.hidden_at(at).filter(|one| one.1).map(|one| (one.0.start, "***"))
    }

    /// The character at a place, or the star that is shown for it.
    fn masked(&self, at: u32, c: char) -> char {
        let Some((hidden, _)) = self.hidden_at(at) else { return c };
        let first = self.slice(hidden.start, at).chars().count() < 3;
        let last = at + number(c.len_utf8()) == hidden.end;
        if first || last { c } else { '*' }
    }

    fn starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(breaks.map(|at| number(at + 1))).collect()
        })
    }
}

/// How many characters begin among these bytes.
fn begun(bytes: &[u8]) -> u32 {
    number(bytes.iter().filter(|b| !matches!(b, 0x80..=0xBF)).count())
}

/// The bytes that one count of characters stands for.
const STRIDE: usize = 1024;

/// Every source of a run. The only way from a span to words that may be printed.
#[derive(Debug, Default)]
pub struct Sources {
    list: Vec<Source>,
    /// The number of the first.
    first: u32,
    /// The settings, for what is said of them.
    settings: Option<Arc<Source>>,
}

impl Sources {
    /// Sources in this order: the first has `SourceId(0)`.
    #[must_use]
    pub fn new(list: Vec<Source>) -> Sources {
        Sources { list, first: 0, settings: None }
    }

    /// These sources, and the settings beside them.
    #[must_use]
    pub fn beside(self, settings: Option<Arc<Source>>) -> Sources {
        Sources { settings, ..self }
    }

    /// One source by itself, under the id that it has among the others, for as long as `look` takes.
    pub fn alone<T>(source: Source, id: SourceId, look: impl FnOnce(&Sources) -> T) -> (Source, T) {
        let mut alone = Sources { list: vec![source], first: id.0, settings: None };
        let told = look(&alone);
        #[expect(clippy::expect_used, reason = "nothing is taken out while it is looked at")]
        let source = alone.list.pop().expect("the one source");
        (source, told)
    }

    /// The source with this id, if the run has one.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        if id == SourceId::SETTINGS {
            return self.settings.as_deref();
        }
        self.list.get(id.0.checked_sub(self.first)? as usize)
    }

    /// The source with this id, to mark private words in.
    pub fn get_mut(&mut self, id: SourceId) -> Option<&mut Source> {
        self.list.get_mut(id.0.checked_sub(self.first)? as usize)
    }

    /// The name of a span's source, for people.
    #[must_use]
    pub fn name(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |source| &source.name)
    }

    /// The path of a span's source from the root of the collection.
    #[must_use]
    pub fn path(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |source| &source.path)
    }

    /// Where a span begins and ends, in lines and columns.
    #[must_use]
    pub fn position(&self, span: Span) -> (Position, Position) {
        let start = Position { line: 1, column: 1 };
        self.get(span.source).map_or((start, start), |s| (s.position(span.start), s.position(span.end)))
    }

    /// Where a span begins, in line and column.
    #[must_use]
    pub fn start(&self, span: Span) -> Position {
        self.get(span.source).map_or(Position { line: 1, column: 1 }, |source| source.position(span.start))
    }

    /// The words of a span with private parts masked.
    #[must_use]
    pub fn shown(&self, span: Span) -> String {
        self.get(span.source).map_or_else(String::new, |s| s.shown(span.start..span.end))
    }

    /// The words of a text with private parts masked.
    #[must_use]
    pub fn words(&self, text: &Text) -> String {
        self.masked(text, text.words())
    }

    /// The words of a text with private parts masked, cut where they are longer than `most` bytes.
    #[must_use]
    pub fn beginning(&self, text: &Text, most: usize) -> String {
        let words = text.words();
        if words.len() <= most {
            return self.masked(text, words);
        }
        let end = (0..=most).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
        self.masked(text, words.get(..end).unwrap_or_default()) + " \u{2026}"
    }

    /// The first words of a text, `words`, with private parts masked.
    fn masked(&self, text: &Text, words: &str) -> String {
        let Some(source) = self.get(text.span().source).filter(|s| !s.is_shown()) else {
            return words.to_owned();
        };
        source.told(words.char_indices().map(|(at, c)| (text.span_of(at..at + c.len_utf8()).start, c)))
    }

    /// A value as it was understood, unless the words that state it hold something private: then those
    /// words, masked. A value is the name of a district, an officer or a theme: of letters alone it is nobody's number
    /// or address, and no search of the whole source is begun for it. A source where one may name a child was searched
    /// when it was read.
    #[must_use]
    pub fn value(&self, value: &str, text: &Text) -> String {
        let is_searched = self.get(text.span().source).is_some_and(|source| source.kept.get().is_some());
        if !is_searched && text.words().split(' ').all(is_name) {
            return value.to_owned();
        }
        let shown = self.words(text);
        if shown == text.words() { value.to_owned() } else { shown }
    }
}

/// Whether a word may stand in a name, and stands for no mark of an address: "name at mail dot example".
fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}' | '&' | ','))
        && !["at", "dot"].iter().any(|mark| word.eq_ignore_ascii_case(mark))
}

/// A byte count as a span holds it. Inputs are bounded to far less than 4 GiB; past that it saturates.
#[must_use]
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
