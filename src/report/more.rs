//! What only some statements, sections and priorities have: kept apart, so that the many that have none of it
//! stay small. A collection of reports holds hundreds of thousands of them.

use super::{Explanation, Passage, Priority, Stated, Statement};
use crate::form::Status;
use crate::source::{Span, Text};

/// What a statement has besides its words.
#[derive(Clone, Debug, Default)]
pub struct StatementMore {
    /// Its id, if it carries one.
    pub id: Option<Text>,
    /// Statements nested in it.
    pub children: Vec<Statement>,
    /// What opens the list that it begins: "In this term we have:".
    pub lead_in: Option<Text>,
    /// A heading inside the section that it is the first under.
    pub heading: Option<Text>,
    /// Explanations that stand at it.
    pub explanations: Vec<Explanation>,
}

/// What a section has besides its label and statements.
#[derive(Clone, Debug, Default)]
pub struct PassageMore {
    /// What follows the label on its line: "linked to the skills plan".
    pub tail: Option<Text>,
    /// The template's prompt lines left in it.
    pub prompts: Vec<Text>,
    /// Explanations that stand at the section.
    pub explanations: Vec<Explanation>,
}

/// What a priority has besides its title and sections.
#[derive(Clone, Debug, Default)]
pub struct PriorityMore {
    /// Unlabelled lines that might each be the title: none, or several.
    pub candidates: Vec<Text>,
    /// Paragraphs between the title and the first section.
    pub scope: Vec<Text>,
    /// Its id.
    pub id: Option<Stated<String>>,
    /// Ids of last term's priorities that it carries on.
    pub continues: Vec<Stated<String>>,
    /// Where it stands; `None` inside for a word that is no status.
    pub status: Option<Stated<Option<Status>>>,
    /// Who takes it over.
    pub receiver: Option<Text>,
    /// The themes it is said to belong to.
    pub themes: Vec<Stated<String>>,
    /// Explanations that stand at the priority as a whole.
    pub explanations: Vec<Explanation>,
}

impl StatementMore {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let alone = self.id.is_none() && self.lead_in.is_none() && self.heading.is_none();
        alone && self.children.is_empty() && self.explanations.is_empty()
    }
}

impl Statement {
    /// A statement of these words; `bullet` if it is a list item, `span` all of it.
    #[must_use]
    pub fn new(text: Text, bullet: bool, span: Span, more: StatementMore) -> Statement {
        Statement { text, bullet, span, more: (!more.is_empty()).then(|| Box::new(more)) }
    }

    /// What it has besides its words, to add to.
    pub fn more(&mut self) -> &mut StatementMore {
        self.more.get_or_insert_default()
    }

    /// Its id, if it carries one.
    #[must_use]
    pub fn id(&self) -> Option<&Text> {
        self.more.as_ref()?.id.as_ref()
    }

    /// Statements nested in it.
    #[must_use]
    pub fn children(&self) -> &[Statement] {
        self.more.as_ref().map_or(&[], |more| &more.children)
    }

    /// What opens the list that it begins: "In this term we have:".
    #[must_use]
    pub fn lead_in(&self) -> Option<&Text> {
        self.more.as_ref()?.lead_in.as_ref()
    }

    /// A heading inside the section that it is the first under.
    #[must_use]
    pub fn heading(&self) -> Option<&Text> {
        self.more.as_ref()?.heading.as_ref()
    }

    /// Explanations that stand at it.
    #[must_use]
    pub fn explanations(&self) -> &[Explanation] {
        self.more.as_ref().map_or(&[], |more| &more.explanations)
    }
}

impl Passage {
    /// What it has besides its label and statements, to add to.
    pub fn more(&mut self) -> &mut PassageMore {
        self.more.get_or_insert_default()
    }

    /// What follows the label on its line: "linked to the skills plan".
    #[must_use]
    pub fn tail(&self) -> Option<&Text> {
        self.more.as_ref()?.tail.as_ref()
    }

    /// The template's prompt lines left in it.
    #[must_use]
    pub fn prompts(&self) -> &[Text] {
        self.more.as_ref().map_or(&[], |more| &more.prompts)
    }

    /// Explanations that stand at the section.
    #[must_use]
    pub fn explanations(&self) -> &[Explanation] {
        self.more.as_ref().map_or(&[], |more| &more.explanations)
    }
}

impl Priority {
    /// What it has besides its title and sections, to add to.
    pub fn more(&mut self) -> &mut PriorityMore {
        self.more.get_or_insert_default()
    }

    /// Unlabelled lines that might each be the title: none, or several.
    #[must_use]
    pub fn candidates(&self) -> &[Text] {
        self.more.as_ref().map_or(&[], |more| &more.candidates)
    }

    /// Paragraphs between the title and the first section.
    #[must_use]
    pub fn scope(&self) -> &[Text] {
        self.more.as_ref().map_or(&[], |more| &more.scope)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> Option<&Stated<String>> {
        self.more.as_ref()?.id.as_ref()
    }

    /// Ids of last term's priorities that it carries on.
    #[must_use]
    pub fn continues(&self) -> &[Stated<String>] {
        self.more.as_ref().map_or(&[], |more| &more.continues)
    }

    /// Where it stands; `None` inside for a word that is no status.
    #[must_use]
    pub fn status(&self) -> Option<&Stated<Option<Status>>> {
        self.more.as_ref()?.status.as_ref()
    }

    /// Who takes it over.
    #[must_use]
    pub fn receiver(&self) -> Option<&Text> {
        self.more.as_ref()?.receiver.as_ref()
    }

    /// The themes it is said to belong to.
    #[must_use]
    pub fn themes(&self) -> &[Stated<String>] {
        self.more.as_ref().map_or(&[], |more| &more.themes)
    }

    /// Explanations that stand at the priority as a whole.
    #[must_use]
    pub fn explanations(&self) -> &[Explanation] {
        self.more.as_ref().map_or(&[], |more| &more.explanations)
    }
}
