//! The form: which sections and fields a report has, under which labels, and what must be there.
//!
//! It is data. [`Form::built_in`] is the form that the README shows; an authority's own differs in
//! its rows, not in code. Every message, heading and JSON key comes from the form in force.

use crate::term::Scheme;
use std::collections::HashMap;

mod built_in;

/// What follows words that may be a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tail {
    /// Nothing: the label stands alone.
    None,
    /// A colon and more words.
    Colon,
    /// A dash and more words.
    Dash,
    /// A colon and a value, in running text: fields stand so, sections do not.
    Value,
}

/// What a section is for. Rules ask for roles, not for headings.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// What is to change.
    Outcomes,
    /// What was done since the last report.
    Activity,
    /// What will be done next.
    Planned,
    /// What came of it so far.
    Impact,
    /// How the work is kept up when the priority ends.
    Exit,
    /// Anything else an authority asks for.
    Other,
}

impl Role {
    /// What an officer is asked to say under it, as help says it.
    #[must_use]
    pub fn ask(self) -> &'static str {
        match self {
            Role::Outcomes => "say what is to change, for whom",
            Role::Activity => "say what was done since the last report; if nothing was, say why",
            Role::Planned => {
                "say what will be done next, by whom and by when; if the priority has ended, state its status instead"
            }
            Role::Impact => "say what has changed so far; if it is too early to tell, say so and why",
            Role::Exit => "say how the work is kept up when this priority ends: who takes it on, and from when",
            Role::Other => "fill it in; if there is nothing to say, say why",
        }
    }
}

/// A section of the form in force, by its place in [`Form::sections`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SectionId(pub usize);

/// When a priority must have a section.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needed {
    /// In every priority.
    Always,
    /// While the priority goes on: not once it is handed over, merged, split or closed; a note when on hold.
    WhileOpen,
    /// Never: it may be left out.
    Never,
}

/// One section of the form.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its key in YAML and JSON: `intended_outcomes`.
    pub key: String,
    /// Its canonical heading: `Intended outcomes`.
    pub heading: String,
    /// Its short name in messages: `Activity`.
    pub name: String,
    /// Other labels it is known by.
    pub labels: Vec<String>,
    /// Openings of labels that go on with a value: `Progress made since` DATE.
    pub prefixes: Vec<String>,
    /// The template's own prompt lines, which are no statements.
    pub prompts: Vec<String>,
    /// What it is for.
    pub role: Role,
    /// When it must be there.
    pub needed: Needed,
}

/// A field of a report or of a priority.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    /// Of a report: the district.
    District,
    /// Of a report: the officers.
    Officers,
    /// Of a report: the term.
    Term,
    /// Of a report: when it was sent.
    Submitted,
    /// Of a priority: its title.
    Title,
    /// Of a priority: a paragraph on what it covers.
    Scope,
    /// Of a priority: a name that stays when the title changes.
    Id,
    /// Of a priority: ids of last term's priorities that it carries on.
    Continues,
    /// Of a priority: where it stands.
    Status,
    /// Of a priority: who takes it over.
    Receiver,
    /// Of a priority: the strategy's themes it belongs to.
    Theme,
}

/// The labels of one field.
#[derive(Clone, Debug)]
pub struct FieldLabels {
    /// Which field.
    pub field: Field,
    /// Its key in YAML and JSON.
    pub key: String,
    /// Its label in Markdown, and its name in messages.
    pub name: String,
    /// Other labels it is known by.
    pub labels: Vec<String>,
    /// Whether it belongs to a priority, not to the report.
    pub of_priority: bool,
}

/// What a label means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Label {
    /// It opens a section.
    Section(SectionId),
    /// It gives a field's value.
    Field(Field),
    /// It opens a priority.
    Priority,
    /// It holds the list of priorities.
    Priorities,
    /// It holds text that no section took.
    Unplaced,
}

/// Where a priority stands. Stated by the officer, never guessed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Status {
    /// First reported this term.
    New,
    /// Going on.
    Ongoing,
    /// Paused, to be taken up again.
    OnHold,
    /// Another body holds it now.
    HandedOver,
    /// Now part of another priority.
    Merged,
    /// Now several priorities.
    Split,
    /// Ended.
    Closed,
}

impl Status {
    /// All of them, in the order of a priority's life.
    pub const ALL: [Status; 7] = [
        Status::New,
        Status::Ongoing,
        Status::OnHold,
        Status::HandedOver,
        Status::Merged,
        Status::Split,
        Status::Closed,
    ];

    /// Its word in reports and JSON: `handed-over`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::New => "new",
            Status::Ongoing => "ongoing",
            Status::OnHold => "on-hold",
            Status::HandedOver => "handed-over",
            Status::Merged => "merged",
            Status::Split => "split",
            Status::Closed => "closed",
        }
    }

    /// The status these words state, labels folded: "Handed over" is `handed-over`.
    #[must_use]
    pub fn read(words: &str) -> Option<Status> {
        let folded = fold(words);
        Status::ALL.into_iter().find(|status| fold(status.key()) == folded)
    }

    /// The status whose word is nearest to misspelt words, for "did you mean".
    #[must_use]
    pub fn nearest(words: &str) -> Option<Status> {
        let folded = fold(words);
        let near = |status: &Status| likeness(&folded, &fold(status.key()));
        let best = Status::ALL.into_iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
        (near(&best) >= 0.7).then_some(best)
    }

    /// Whether the priority has ended in this report, so that nothing need be planned.
    #[must_use]
    pub fn ended(self) -> bool {
        matches!(self, Status::HandedOver | Status::Merged | Status::Split | Status::Closed)
    }
}

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
    meaning: HashMap<String, Label>,
    longest: usize,
    prompts: Vec<String>,
}

impl Form {
    /// Puts a form together and indexes its labels. An earlier row wins a label that two rows claim.
    #[must_use]
    pub fn new(sections: Vec<Section>, fields: Vec<FieldLabels>, priority: Vec<String>) -> Form {
        let mut meaning = HashMap::new();
        let mut longest = 0;
        // As written too: canonical labels, nearly all there are, are then known without folding.
        let mut know = |words: &str, label: Label| {
            longest = longest.max(words.len());
            meaning.entry(fold(words)).or_insert(label);
            meaning.entry(words.to_owned()).or_insert(label);
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
            return Some(*label);
        }
        // White space and numbers may make a label longer, but not by much.
        let prefixed = self.sections.iter().any(|section| !section.prefixes.is_empty());
        if words.len() > self.longest + 16 && !prefixed {
            return None;
        }
        let folded = fold(words);
        if let Some(label) = self.meaning.get(&folded) {
            return Some(*label);
        }
        let unnumbered = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        if unnumbered.len() < folded.len() && self.meaning.get(unnumbered) == Some(&Label::Priority) {
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
        // Most paragraphs are plainly longer or shorter than any prompt, and need no folding.
        let about = |prompt: &String| words.len().abs_diff(prompt.len()) <= 16;
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

/// How alike two names are as they are spelt, from 0 to 1. The work grows with both lengths, so a text too
/// long for a name is like none.
#[must_use]
pub fn likeness(a: &str, b: &str) -> f64 {
    const LONGEST: usize = 200;
    if a.len().max(b.len()) > LONGEST { 0.0 } else { strsim::normalized_damerau_levenshtein(a, b) }
}

/// A label with what does not matter folded away: case, `-`, `_`, kinds of space, a trailing colon.
#[must_use]
pub fn fold(words: &str) -> String {
    let words = words.trim().trim_end_matches([':', ' ', '\u{a0}']);
    let mut folded = String::with_capacity(words.len());
    let mut gap = false;
    for c in words.chars() {
        if c == ' '
            || matches!(c, '-' | '_' | '\u{2010}' | '\u{2011}')
            || !c.is_ascii() && c.is_whitespace()
            || c == '\t'
            || c == '\n'
        {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        if c.is_ascii() { folded.push(c.to_ascii_lowercase()) } else { folded.extend(c.to_lowercase()) }
    }
    folded
}

/// A prompt line with what does not matter folded away: as a label, and the mark at its end.
fn fold_prompt(words: &str) -> String {
    fold(words.trim_end_matches(['?', '.', ':', ' ']))
}

/// A name of a place or person with what does not matter folded away: case, kinds of space, NFC.
#[must_use]
pub fn fold_name(words: &str) -> String {
    let name = composed(words);
    if name.is_ascii() { name.to_ascii_lowercase() } else { name.to_lowercase() }
}

/// Words in NFC with single spaces.
fn composed(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if words.is_ascii() && !words.contains("  ") && !words.contains(['\t', '\n']) {
        return words.trim().to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}
