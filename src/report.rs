//! A report as the form sees it: district, officers, term, priorities and their sections, each value
//! with its place. What is not there is left out; one broken part never hides the rest.

use crate::form::{Field, Form, Role, SectionId, Status};
use crate::outline::{Entry, Language, is_nearly_told};
use crate::source::{SourceId, Span, Text};
use crate::term::{self, Term};
use std::borrow::Cow;

mod bind;
mod more;
mod naming;
mod place;
pub mod write;
pub use bind::bind;
pub use more::{PassageMore, PriorityMore, StatementMore};
pub use naming::{can_be_continued, can_be_named};
pub use place::Places;

// What rules may know of how Markdown is written: where its marks stand wrong.
pub use crate::outline::markdown::{Amiss, amiss, tight_bullet};

/// A value and the words that state it.
#[derive(Clone, Debug)]
pub struct Stated<T> {
    /// What was understood.
    pub value: T,
    /// The words.
    pub text: Text,
}

/// Where in the report a header value stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Front matter, or a key of a YAML report.
    Key,
    /// A table, a bold label, a `Label: value` line, a label with its value on the next line.
    Label,
    /// The top heading, or an unlabelled line before the first priority.
    Heading,
    /// The path of the file, by the authority's pattern for paths.
    Path,
}

/// A header value, and where it stands.
#[derive(Clone, Debug)]
pub struct Headed<T> {
    /// What was understood, and the words.
    pub stated: Stated<T>,
    /// Where it stands.
    pub origin: Origin,
}

/// One report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file it is in.
    pub source: SourceId,
    /// The language it is written in.
    pub language: Language,
    /// Which report of its file it is, from 0: several only in a YAML stream.
    pub number: usize,
    /// Everywhere a district is stated; the first is the district. The value is the name through the aliases.
    pub districts: Vec<Headed<String>>,
    /// Everyone who is named as an officer.
    pub officers: Vec<Stated<String>>,
    /// Words such as "N/A" that stand for the district, or for all officers, where no name does.
    pub nameless: Vec<Stated<Field>>,
    /// Everywhere a term is stated; the first is the term.
    pub terms: Vec<Headed<term::Reading>>,
    /// When it was sent, as `YYYY-MM-DD`, or as written if that is no date.
    pub submitted: Option<Stated<String>>,
    /// Its priorities, in order.
    pub priorities: Vec<Priority>,
    /// A top heading that is neither district nor term, such as "Termly progress report".
    pub title: Option<Text>,
    /// Text that no section took, in order.
    pub unplaced: Vec<Statement>,
    /// Labels and keys that the form does not know.
    pub unknown: Vec<Unknown>,
    /// Explanations that stand at the report as a whole.
    pub explanations: Vec<Explanation>,
    /// Where to point for the report as a whole: its first header value, else its first line.
    pub span: Span,
    /// All of it, and what of its file stands before the first and behind the last.
    pub whole: Span,
    /// Whether part of its file could not be read: what is not found may stand in that part.
    pub cut_short: bool,
    /// Where the first such part begins.
    pub cut_at: Option<Span>,
}

/// A label that the form does not know.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// The words.
    pub label: Text,
    /// Whether it stands where a section would (else where a field would).
    pub section: bool,
    /// The priority it stands in, by number, if any.
    pub priority: Option<usize>,
    /// The label and all that stands under it.
    pub whole: Span,
}

/// One priority.
#[derive(Clone, Debug)]
pub struct Priority {
    /// Its title, if one could be told.
    pub title: Option<Text>,
    /// Its sections as they stand, in order; one of the form may stand twice.
    pub passages: Vec<Passage>,
    /// Where to point for the priority as a whole: its title, else its first label.
    pub span: Span,
    /// All of it.
    pub whole: Span,
    /// What only some have: read by the methods of these names.
    pub more: Option<Box<PriorityMore>>,
}

/// One section of one priority, as it stands.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Which section of the form it is.
    pub section: SectionId,
    /// The label it was found by.
    pub label: Text,
    /// Its statements, in order.
    pub statements: Vec<Statement>,
    /// What only some have: read by the methods of these names.
    pub more: Option<Box<PassageMore>>,
}

/// One statement: a list item with its sub-paragraphs, a paragraph, or a table cell.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its words, without its id.
    pub text: Text,
    /// Whether it is a list item.
    pub bullet: bool,
    /// All of it, the list marker included.
    pub span: Span,
    /// What only some have: read by the methods of these names.
    pub more: Option<Box<StatementMore>>,
}

/// Why a finding may stand, kept in the report.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What is written, after `termwise:`; `explain RULE: REASON`.
    pub text: Text,
    /// Whether its comment lacks the name `termwise:`, so that it explains nothing.
    pub lacks_name: bool,
}

impl Explanation {
    /// What a comment holds.
    #[must_use]
    pub fn of(comment: Entry) -> Option<Explanation> {
        let lacks_name = comment.body.is_empty();
        comment.body.into_iter().next().or(comment.label).map(|text| Explanation { text, lacks_name })
    }

    /// The words of the comment that keeps it, `termwise:` included; one that was not written so stays as it was.
    #[must_use]
    pub fn comment(&self) -> String {
        let words = self.text.words();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.lacks_name || is_nearly_told(&words) { words } else { format!("termwise: {words}") }
    }
}

impl Report {
    /// The district, if one is stated.
    #[must_use]
    pub fn district(&self) -> Option<&str> {
        self.districts.first().map(|d| d.stated.value.as_str())
    }

    /// Whether it shows any sign of being a report: a priority or section, or a labelled district or term.
    #[must_use]
    pub fn looks_like_one(&self) -> bool {
        let labelled = |origin: Origin| matches!(origin, Origin::Key | Origin::Label);
        !self.priorities.is_empty()
            || self.districts.iter().any(|d| labelled(d.origin))
            || self.terms.iter().any(|t| labelled(t.origin))
    }

    /// The words that stand where names for this field belong, and are none.
    pub fn nameless(&self, field: Field) -> impl Iterator<Item = &Text> {
        self.nameless.iter().filter(move |stated| stated.value == field).map(|stated| &stated.text)
    }

    /// The term, if one is stated clearly: the first statement's, filled up from the later ones where it
    /// leaves a part out that they give.
    #[must_use]
    pub fn term(&self) -> Option<Term> {
        let parts = self.terms.iter().map(|t| t.stated.value.parts).reduce(term::Parts::or)?;
        let first = self.terms.first()?;
        match first.stated.value.term() {
            Ok(_) | Err(term::Unclear::NoYear | term::Unclear::NoSeason) => parts.term().ok(),
            Err(_) => None,
        }
    }
}

impl Priority {
    /// The title's words, empty without one.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_ref().map_or("", Text::words)
    }

    /// The statements of every section with this role.
    pub fn statements<'a>(&'a self, form: &'a Form, role: Role) -> impl Iterator<Item = &'a Statement> {
        let plays = move |p: &&Passage| form.section(p.section).is_some_and(|s| s.role == role);
        self.passages.iter().filter(plays).flat_map(|p| &p.statements)
    }

    /// The passages of one section of the form: none, one, or several.
    pub fn passages_of(&self, section: SectionId) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |p| p.section == section)
    }

    /// The status, if a known one is stated.
    #[must_use]
    pub fn known_status(&self) -> Option<Status> {
        self.status().and_then(|s| s.value)
    }
}

impl Passage {
    /// Whether it says nothing: no statement, or a bare "none" without a reason.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.statements.as_slice() {
            [] => true,
            [only] => only.is_bare_none(),
            _ => false,
        }
    }
}

impl Statement {
    /// Its words with those of all that is nested in it, each text as `show` gives it.
    #[must_use]
    pub fn flat(&self, show: &dyn Fn(&Text) -> String) -> String {
        let mut words = show(&self.text);
        for child in self.children() {
            let child = child.flat(show);
            if !words.is_empty() && !child.is_empty() {
                words.push_str(if words.ends_with([':', ';', ',', '.', '?', '!']) { " " } else { "; " });
            }
            words.push_str(&child);
        }
        words
    }

    /// Its words with those of all that is nested in it, for comparing; nothing is copied where nothing is nested.
    #[must_use]
    pub fn whole(&self) -> Cow<'_, str> {
        match self.children() {
            [] => Cow::Borrowed(self.text.words()),
            _ => Cow::Owned(self.flat(&|text| text.words().to_owned())),
        }
    }

    /// Whether all it says is "none", "nil return" or "no activity this term", without a reason.
    #[must_use]
    pub fn is_bare_none(&self) -> bool {
        // Most are longer, or begin with another letter.
        let first = self.text.words().chars().find(|c| c.is_alphanumeric());
        if self.text.words().len() > 40 || !matches!(first, Some('n' | 'N')) || !self.children().is_empty() {
            return false;
        }
        let folded = crate::form::fold(self.text.words());
        let mut words = folded.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let first = words.find(|word| !word.is_empty()).unwrap_or_default();
        let rest: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let bare = match first {
            "none" | "nil" | "n/a" | "na" | "nothing" => true,
            "no" => rest.first().is_some_and(|word| NAUGHT.contains(word)),
            "not" => rest.first() == Some(&"applicable"),
            _ => false,
        };
        bare && rest.iter().all(|word| NAUGHT.contains(word) || WHEN.contains(word))
    }
}

/// What there may be none of, with no more said than "none".
const NAUGHT: &[&str] = &[
    "activity",
    "activities",
    "action",
    "actions",
    "impact",
    "progress",
    "update",
    "updates",
    "applicable",
    "return",
    "report",
    "further",
    "new",
    "planned",
];
/// Words that say of "none" no more than when.
const WHEN: &[&str] = &[
    "this",
    "last",
    "the",
    "in",
    "at",
    "for",
    "during",
    "over",
    "to",
    "so",
    "far",
    "as",
    "yet",
    "date",
    "present",
    "currently",
    "period",
    "term",
    "half",
    "time",
    "moment",
    "stage",
    "year",
    "quarter",
    "reporting",
    "autumn",
    "spring",
    "summer",
];

/// Whether words may open the list that follows them: they end in a colon, or in `:-`.
fn opens_list(words: &str) -> bool {
    words.trim_end_matches('-').trim_end().ends_with(':')
}

/// The name of a field in the form in force, for messages.
#[must_use]
pub fn field_name(form: &Form, field: Field) -> &str {
    form.field(field).map_or("", |row| &row.name)
}
