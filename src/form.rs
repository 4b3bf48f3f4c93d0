//! The form: which sections and fields a report has, under which labels, and what must be there.
//!
//! It is data. [`Form::built_in`] is the form that the README shows; an authority's own differs in
//! its rows, not in code. Every message, heading and JSON key comes from the form in force.

use crate::source::{Source, Span};
use crate::term::{Scheme, Term};
use std::collections::HashMap;
use std::sync::Arc;

mod authority;
mod built_in;
mod filing;
mod fold;
mod index;
mod limits;
mod parts;
mod status;
pub use authority::{District, Districts, Due, Publication, Theme};
pub use filing::{Filed, Filing};
use fold::{composed, fold_prompt, opening};
pub use fold::{fold, fold_name, likeness};
use index::Index;
pub use limits::{Limit, Limits, grouped};
pub use parts::{Field, FieldLabels, Label, Needed, Role, Section, SectionId, Tail};
pub use status::Status;

/// A whole form.
#[derive(Clone, Debug)]
pub struct Form {
    /// The sections of a priority, in canonical order.
    pub sections: Vec<Section>,
    /// The fields of reports and priorities.
    pub fields: Vec<FieldLabels>,
    /// Labels that open a priority; the first is the canonical one.
    pub priority: Vec<String>,
    /// The districts that the authority names; none where it names none.
    pub districts: Districts,
    /// How terms are counted.
    pub scheme: Scheme,
    /// The terms that reports are expected for, earliest first; none where the authority does not say.
    pub expected: Vec<Term>,
    /// Where the authority names each of them.
    pub expected_at: Vec<(Term, Span)>,
    /// When the reports of a term are due.
    pub due: Vec<Due>,
    /// Reports that will not come: districts, folded, and terms.
    pub excused: Vec<(String, Term)>,
    /// Reports that are there and were not asked for, the terms by district, folded: they are not missing.
    pub elsewhere: HashMap<String, Vec<Term>>,
    /// The day that reports are asked for on, as `YYYY-MM-DD`; without one, none is late.
    pub as_at: Option<String>,
    /// The settings that it was read from, for what is said of them.
    pub settings: Option<Arc<Source>>,
    /// Where reports are kept, and what their paths say.
    pub filing: Option<Filing>,
    /// The themes of the authority's strategy.
    pub themes: Vec<Theme>,
    /// Abbreviations and what they stand for.
    pub glossary: Vec<(String, String)>,
    /// Who gets to see the reports.
    pub publication: Publication,
    /// How much is read and shown.
    pub limits: Limits,
    meaning: Index,
    /// Openings of labels that go on with a value, folded.
    prefixes: Vec<(String, SectionId)>,
    /// The most bytes that a label may be written in.
    longest: usize,
    prompts: Vec<String>,
}

impl Form {
    /// Puts a form together and indexes its labels. An earlier row wins a label that two rows claim.
    #[must_use]
    pub fn new(sections: Vec<Section>, fields: Vec<FieldLabels>, priority: Vec<String>) -> Form {
        let mut meaning = Index::default();
        let mut longest = 0;
        // As written too: canonical labels, nearly all there are, are then known without folding.
        let mut know = |words: &str, label: Label| {
            longest = longest.max(words.len());
            meaning.add(fold(words), label);
            meaning.add(words.to_owned(), label);
        };
        let prompts = sections.iter().flat_map(|s| &s.prompts).map(|p| fold_prompt(p)).collect();
        for (at, section) in sections.iter().enumerate() {
            let label = Label::Section(SectionId(at));
            [&section.heading, &section.key].into_iter().chain(&section.labels).for_each(|words| know(words, label));
        }
        for row in &fields {
            [&row.name, &row.key].into_iter().chain(&row.labels).for_each(|words| know(words, Label::Field(row.field)));
        }
        priority.iter().for_each(|words| know(words, Label::Priority));
        know("priorities", Label::Priorities);
        know("unplaced", Label::Unplaced);
        let numbered = sections.iter().enumerate();
        let prefixes = numbered.flat_map(|(at, s)| s.prefixes.iter().map(move |p| (fold(p), SectionId(at))));
        let prefixes: Vec<(String, SectionId)> = prefixes.collect();
        // White space and numbers may make a label longer, but not by much.
        let values = prefixes.iter().map(|(prefix, _)| prefix.len() + AFTER_PREFIX);
        let longest = values.fold(longest, usize::max) + 16;
        Form {
            sections,
            fields,
            priority,
            districts: Districts::default(),
            scheme: Scheme::default(),
            expected: Vec::new(),
            expected_at: Vec::new(),
            due: Vec::new(),
            excused: Vec::new(),
            elsewhere: HashMap::new(),
            as_at: None,
            settings: None,
            filing: None,
            themes: Vec::new(),
            glossary: Vec::new(),
            publication: Publication::default(),
            limits: Limits::default(),
            meaning,
            prefixes,
            longest,
            prompts,
        }
    }

    /// What these words mean as a label; case, `-`, `_`, spaces and a trailing colon do not matter, and
    /// `Priority` may carry a number.
    #[must_use]
    pub fn label(&self, words: &str) -> Option<Label> {
        if let Some(label) = self.meaning.get(words) {
            return Some(label);
        }
        // Most words are plainly longer than any label, and need no folding.
        if words.len() > self.longest {
            return None;
        }
        let folded = fold(words);
        if let Some(label) = self.meaning.get(&folded) {
            return Some(label);
        }
        let unnumbered = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        if unnumbered.len() < folded.len() && self.meaning.get(unnumbered) == Some(Label::Priority) {
            return Some(Label::Priority);
        }
        let opened = |(prefix, _): &&(String, SectionId)| {
            folded.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.is_empty() || is_value(rest))
        };
        self.prefixes.iter().find(opened).map(|(_, section)| Label::Section(*section))
    }

    /// What these words mean, where they are a label as a whole: no number or value after it.
    #[must_use]
    pub fn whole_label(&self, words: &str) -> Option<Label> {
        self.meaning.get(&fold(words))
    }

    /// Whether a reader may take these words for a label. A dash leads to a tail only after a section's
    /// label or a numbered priority: names of places hold dashes too.
    #[must_use]
    pub fn is_label(&self, words: &str, tail: Tail) -> bool {
        match (self.label(words), tail) {
            (Some(Label::Section(_)), tail) => tail != Tail::Value,
            (Some(Label::Priority), _) => true,
            (Some(Label::Field(field)), Tail::None | Tail::Colon | Tail::Value) => field != Field::Title,
            (Some(Label::Unplaced), Tail::None) => true,
            (Some(Label::Priorities), Tail::None) => true,
            (None, Tail::Near) => self.near_field(words, true) || self.near_field(words, false),
            (None, Tail::NearSection) => words.len() <= self.longest && self.nearest(words, true).is_some(),
            _ => false,
        }
    }

    /// A section of this form.
    #[must_use]
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.get(id.0)
    }

    /// The names of all sections, in canonical order, for messages.
    #[must_use]
    pub fn section_names(&self) -> Vec<&str> {
        self.sections.iter().map(|section| section.name.as_str()).collect()
    }

    /// The labels of a field.
    #[must_use]
    pub fn field(&self, field: Field) -> Option<&FieldLabels> {
        self.fields.iter().find(|row| row.field == field)
    }

    /// Whether any section has this role.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.sections.iter().any(|section| section.role == role)
    }

    /// Whether these words are a prompt line of the template, in any section.
    #[must_use]
    pub fn is_prompt(&self, words: &str) -> bool {
        // Most paragraphs are plainly longer or shorter than any prompt, or begin otherwise, and need no folding.
        let first = opening(words);
        let about = |prompt: &String| words.len().abs_diff(prompt.len()) <= 16 && opening(prompt) == first;
        self.prompts.iter().any(about) && self.prompts.contains(&fold_prompt(words))
    }

    /// The canonical label nearest to misspelt words, among sections (`sections`) or fields of a
    /// priority or report, for "did you mean"; `None` where nothing is near.
    #[must_use]
    pub fn nearest(&self, words: &str, sections: bool) -> Option<&str> {
        let folded = fold(words);
        // Words of quite another length are not near, and need not be looked at letter by letter.
        let about = |known: &str| folded.len().abs_diff(known.len()) * 3 <= folded.len().max(known.len()) + 12;
        let near = |known: &str| if about(known) { likeness(&folded, &fold(known)) } else { 0.0 };
        let rows: Vec<(&str, &[String])> = if sections {
            self.sections.iter().map(|s| (s.heading.as_str(), s.labels.as_slice())).collect()
        } else {
            self.fields.iter().map(|f| (f.name.as_str(), f.labels.as_slice())).collect()
        };
        let best = |(name, labels): &(&str, &[String])| labels.iter().map(|l| near(l)).fold(near(name), f64::max);
        let (score, name) = rows.iter().map(|row| (best(row), row.0)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (score >= NEAR).then_some(name)
    }

    /// Whether words are no label, but nearly that of a field of a priority (`of_priority`) or of the report.
    #[must_use]
    pub fn near_field(&self, words: &str, of_priority: bool) -> bool {
        if words.len() > self.longest || self.label(words).is_some() {
            return false;
        }
        let folded = fold(words);
        let is_near = |known: &String| likeness(&folded, &fold(known)) >= NEAR;
        let rows = self.fields.iter().filter(|row| row.of_priority == of_priority);
        rows.flat_map(|row| [&row.name].into_iter().chain(&row.labels)).any(is_near)
    }

    /// What the path of a report, from the root, says of it; `None` where the authority has no pattern for paths,
    /// or the path is not of it.
    #[must_use]
    pub fn filed(&self, path: &str) -> Option<Filed> {
        self.filing.as_ref()?.filed(path, &self.districts, self.scheme)
    }

    /// The last day for the reports of a term, as `YYYY-MM-DD`, if the authority gives one.
    #[must_use]
    pub fn due(&self, term: Term) -> Option<&str> {
        self.due.iter().find(|due| due.term == term).map(|due| due.date.as_str())
    }

    /// Whether the reports of a term are overdue on the day that is asked about; without such a day none are.
    #[must_use]
    pub fn is_overdue(&self, term: Term) -> bool {
        // Days written as `YYYY-MM-DD` stand in order as words.
        self.as_at.as_deref().zip(self.due(term)).is_some_and(|(day, due)| day > due)
    }

    /// Whether the report of a district for a term will not come, as the authority says.
    #[must_use]
    pub fn is_excused(&self, district: &str, term: Term) -> bool {
        !self.excused.is_empty() && self.excused.contains(&(fold_name(&self.district(district)), term))
    }

    /// The district that these words name: the alias table's name for them, else the words themselves in
    /// NFC with single spaces.
    #[must_use]
    pub fn district(&self, words: &str) -> String {
        self.districts.find(words).map_or_else(|| composed(words), |district| district.name.clone())
    }
}

/// How alike a misspelt label is to the one that is meant.
const NEAR: f64 = 0.7;

/// The most bytes of a value after a prefix: a date, a month, a term.
const AFTER_PREFIX: usize = 40;

/// Whether what follows a prefix can be its value, and does not make a sentence of it.
fn is_value(rest: &str) -> bool {
    let is_long = rest.len() > AFTER_PREFIX;
    rest.starts_with([' ', ':', '(']) && !is_long && !rest.ends_with(['.', ',', ';', '!', '?'])
}
