//! One tree for every input language: labels, the words that stand under them, and where they stand.
//!
//! A reader finds out what looks like a label and what like a statement; what a label *means* is the
//! binder's business. Readers are total: whatever cannot be read becomes a diagnostic, and the rest is
//! read all the same.

use crate::diagnostic::Diagnostic;
use crate::form::{Limit, Limits, Tail, grouped};
use crate::source::{NoText, Origin, Source, SourceId, Span, Text};

mod body;
pub mod markdown;
pub mod plain;
mod told;
pub mod yaml;
pub use body::Body;
pub use told::is_nearly_told;

/// What an [`Entry`] is in its input language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A whole report: a file, or one document of a YAML stream.
    Report,
    /// A heading of this level, 1 to 6; 7 is a bold-only paragraph. What stands under it is in `entries`.
    Heading(u8),
    /// A YAML key; its value is the body (a scalar) or the entries (a list, a map, a block of text).
    Key,
    /// A label on a line of its own, or before a value on the same line (the body).
    Label,
    /// A paragraph.
    Paragraph,
    /// One unbulleted line of plain text short enough to be a title.
    Line,
    /// A list item: its paragraphs are the body, items nested in it the entries.
    Item,
    /// A table: rows in `entries`.
    Table,
    /// A table row: cells in `entries`. The first row is the head.
    Row,
    /// A table cell; an empty one has no body.
    Cell,
    /// A comment of the input language that holds a word to termwise; the body is what stands in it, or the label
    /// where it lacks the name of termwise.
    Comment,
}

/// A label or some words, with what stands under them.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is in its language.
    pub kind: Kind,
    /// A heading's words (the label alone if a known one opens it), a key, a label.
    pub label: Option<Text>,
    /// A heading's tail, a label's value, an item's paragraphs, a paragraph.
    pub body: Body,
    /// What stands under it.
    pub entries: Vec<Entry>,
    /// All of it, marker or key included.
    pub span: Span,
}

impl Entry {
    /// An entry without label or children.
    #[must_use]
    pub fn of(kind: Kind, body: impl Into<Body>, span: Span) -> Entry {
        Entry { kind, label: None, body: body.into(), entries: Vec::new(), span }
    }
}

/// Whether the form in force knows these words as a label when they are followed so.
pub type IsLabel<'a> = &'a (dyn Fn(&str, Tail) -> bool + Sync);

/// The language a report is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// CommonMark with tables: `.md`, `.markdown`.
    Markdown,
    /// YAML 1.2: `.yaml`, `.yml`.
    Yaml,
    /// Labelled or flattened plain text: `.txt`.
    Plain,
}

impl Language {
    /// The language of a file by its extension, in any case; `None` for files termwise does not read.
    #[must_use]
    pub fn of(name: &str) -> Option<Language> {
        let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" => Some(Language::Markdown),
            "yaml" | "yml" => Some(Language::Yaml),
            "txt" => Some(Language::Plain),
            _ => None,
        }
    }
}

/// The most pieces of text and markup that are read of a Markdown file. A report of ordinary length
/// has a few hundred; this many keep a file of the largest size in memory.
pub const MAX_PIECES: usize = 1_000_000;
/// The most lines of plain text that are read.
pub const MAX_LINES: usize = 250_000;
/// The most labels and headings that are read: every one may be found fault with several times.
pub const MAX_LABELS: usize = 32_768;

/// What a reader made of a source.
#[derive(Debug, Default)]
pub struct Outline {
    /// One entry of kind [`Kind::Report`] for each report in the file; what stands in the file is in one of them.
    pub reports: Vec<Entry>,
    /// What could not be read, with its place.
    pub diagnostics: Vec<Diagnostic>,
    /// The limit that the file goes over, if it does: the rest of it was not read.
    pub over_limit: Option<Over>,
}

/// A limit that a file goes over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Over {
    /// What is too much, in words.
    pub why: String,
    /// Which limit it is, if it can be set.
    pub limit: Option<Limit>,
}

impl Over {
    /// What is too much, and what to do about it.
    #[must_use]
    pub fn told(&self, limits: &Limits) -> String {
        let what = self.limit.map_or_else(
            || "this limit is fixed, so divide the file into several".to_owned(),
            |limit| limits.raising(limit),
        );
        format!("{} ({what})", self.why)
    }

    /// More lists in lists than are read.
    fn nested(limits: &Limits) -> Over {
        let most = limits.words(Limit::Nesting);
        Over { why: format!("its lists are nested more than {most} deep"), limit: Some(Limit::Nesting) }
    }

    /// More of something than is ever read.
    fn fixed(most: usize, of: &str) -> Over {
        Over { why: format!("it holds more than {} {of}, and no more are read", grouped(most)), limit: None }
    }
}

/// Reads a source in its language. Total: any text gives an outline.
#[must_use]
pub fn read(source: &Source, id: SourceId, language: Language, is_label: IsLabel<'_>, limits: &Limits) -> Outline {
    if let Origin::Binary(kind) = source.origin {
        let diagnostic = Diagnostic::unreadable(Span::new(id, 0, 0), format!("this file is {}", not_text(kind)));
        let diagnostic = diagnostic.help(kind.how);
        return Outline { diagnostics: vec![diagnostic], ..Outline::default() };
    }
    match language {
        Language::Markdown => markdown::read(source, id, is_label, limits),
        Language::Yaml => yaml::read(source, id, limits),
        Language::Plain => plain::read(source, id, is_label, limits),
    }
}

/// What a file is that is no plain text: "a PDF, and not plain text", "no text".
fn not_text(kind: &NoText) -> String {
    if kind.what == "no text" { kind.what.to_owned() } else { format!("{}, and not plain text", kind.what) }
}

/// Splits a label off the words it opens: `Priority: TITLE`, `Intended outcomes - linked to the plan`.
/// Gives the byte at which the label ends, the byte at which the rest begins, and what stands between.
/// Words that are a label as a whole end at their own end.
#[must_use]
pub fn split_label(words: &str, is_label: IsLabel<'_>) -> Option<(usize, usize, Tail)> {
    let whole = words.trim_end();
    if is_label(whole.trim_end_matches(':'), Tail::None) {
        return Some((whole.trim_end_matches(':').len(), words.len(), Tail::None));
    }
    // No colon or dash beyond this matters, and both long dashes begin with one byte.
    let beginning = words.as_bytes().get(..=MAX_LABEL).unwrap_or(words.as_bytes());
    for at in memchr::memchr3_iter(b':', b'-', 0xE2, beginning) {
        let Some((head, rest)) = words.split_at_checked(at) else { continue };
        let mut rest = rest.chars();
        let Some(c) = rest.next() else { continue };
        let rest = rest.as_str();
        let tail = match c {
            ':' => Tail::Colon,
            // A hyphen inside a word parts nothing: "impact-minded".
            '-' if head.ends_with(char::is_whitespace) || !rest.starts_with(char::is_lowercase) => Tail::Dash,
            '\u{2013}' | '\u{2014}' => Tail::Dash,
            _ => continue,
        };
        if is_label(head.trim_end(), tail) {
            return Some((head.trim_end().len(), at + c.len_utf8(), tail));
        }
    }
    None
}

/// The most bytes that the words before a colon or dash may have to be tried as a label.
const MAX_LABEL: usize = 120;
