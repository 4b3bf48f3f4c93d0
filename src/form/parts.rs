//! What a form is made of: sections, fields, labels, and what they mean.

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
    /// The same after words that are no label, but nearly a field's.
    Near,
    /// Nothing, after words that are no label, but nearly a section's.
    NearSection,
}

/// What a section is for. Rules ask for roles, not for headings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
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

/// A section of the form in force, by its place in [`Form::sections`](super::Form::sections).
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
