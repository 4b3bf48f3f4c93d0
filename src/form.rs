//! The form: which sections and fields a report has, under which labels, and what must be there.
//!
//! It is data. [`Form::built_in`] is the form that the README shows; an authority's own differs in
//! its rows, not in code. Every message, heading and JSON key comes from the form in force.

use crate::term::Scheme;
use std::collections::HashMap;

mod built_in;
mod fold;
mod index;
mod parts;
mod status;
use fold::{composed, fold_prompt, opening};
pub use fold::{fold, fold_name, likeness};
use index::Index;
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
    /// Other spellings of a district's name, folded, and the name they stand for.
    pub districts: HashMap<String, String>,
    /// How terms are counted.
    pub scheme: Scheme,
    meaning: Index,
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
        Form {
            sections,
            fields,
            priority,
            districts: HashMap::new(),
            scheme: Scheme::default(),
            meaning,
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
        // White space and numbers may make a label longer, but not by much.
        let prefixed = self.sections.iter().any(|section| !section.prefixes.is_empty());
        if words.len() > self.longest + 16 && !prefixed {
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
        let opens = |section: &Section| section.prefixes.iter().any(|prefix| folded.starts_with(&fold(prefix)));
        self.sections.iter().position(opens).map(|at| Label::Section(SectionId(at)))
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
        let near = |known: &str| likeness(&folded, &fold(known));
        let rows: Vec<(&str, &[String])> = if sections {
            self.sections.iter().map(|s| (s.heading.as_str(), s.labels.as_slice())).collect()
        } else {
            self.fields.iter().map(|f| (f.name.as_str(), f.labels.as_slice())).collect()
        };
        let best = |(name, labels): &(&str, &[String])| labels.iter().map(|l| near(l)).fold(near(name), f64::max);
        let (score, name) = rows.iter().map(|row| (best(row), row.0)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (score >= 0.7).then_some(name)
    }

    /// The district that these words name: the alias table's name for them, else the words themselves in
    /// NFC with single spaces.
    #[must_use]
    pub fn district(&self, words: &str) -> String {
        let name = composed(words);
        if self.districts.is_empty() {
            return name;
        }
        self.districts.get(&fold_name(&name)).cloned().unwrap_or(name)
    }
}
