//! What termwise has to say about a place in a report: the rule, the fact, and what to write instead.
//! Plain data; how it looks is for `render` and `wire`.

use crate::source::Span;

/// How much a finding matters, as in the returns that officers make to the Department for Education.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Advice.
    Note,
    /// To be corrected or explained.
    Query,
    /// To be corrected.
    Error,
}

impl Level {
    /// The word for it: `note`, `query`, `error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Query => "query",
            Level::Error => "error",
        }
    }
}

/// Another place that a finding is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What stands there, in a few words.
    pub message: String,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The rule's name, its only identity.
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// The fact, in the officer's words: no capital, no full stop.
    pub message: String,
    /// Where.
    pub span: Span,
    /// A few words for under the marks; empty for none.
    pub label: String,
    /// The place in words: "Increasing attendance, Activity, 3rd bullet"; empty where there is none.
    pub place: String,
    /// What to write instead, starting with a verb.
    pub help: Option<String>,
    /// Other places.
    pub related: Vec<Related>,
    /// How termwise can mend it by itself.
    pub fix: Option<Fix>,
    /// The reason that the report gives for it, as it may be shown.
    pub explained: Option<String>,
}

/// A change to the file that mends a finding and alters no statement, title or value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, starting with a verb: "delete the question".
    pub title: String,
    /// Its edits, none of which overlap.
    pub edits: Vec<Edit>,
}

/// New text for a run of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced; an empty span is a place to insert at.
    pub span: Span,
    /// The new text, lines ending in LF.
    pub text: String,
}

/// Why there is a trouble where the fault is termwise's own.
pub const BROKE: &str = "termwise broke on it; this is a fault of termwise, please report it";

/// What there is a trouble with where termwise broke on several reports, not on the file of one.
pub const TOGETHER: &str = "the reports together";

/// A file that is not read, what it is, and what to do to have it read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotRead {
    /// Its name.
    pub name: String,
    /// What it is, or why it cannot be read.
    pub what: String,
    /// What to do, if that can be told.
    pub how: Option<&'static str>,
}

impl From<Trouble> for NotRead {
    fn from(trouble: Trouble) -> NotRead {
        NotRead { name: trouble.name, what: trouble.why, how: None }
    }
}

/// Something that ended the work on one file; the others went on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// The file.
    pub name: String,
    /// Why, in words.
    pub why: String,
}

impl Diagnostic {
    /// A finding of `rule` at `span`.
    #[must_use]
    pub fn new(rule: &'static str, level: Level, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule,
            level,
            message: message.into(),
            span,
            label: String::new(),
            place: String::new(),
            help: None,
            related: Vec::new(),
            fix: None,
            explained: None,
        }
    }

    /// Text that cannot be read at `span`: the readers' own finding.
    #[must_use]
    pub fn unreadable(span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new("unreadable", Level::Error, span, message)
    }

    /// With what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// With a few words under the marks.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// With another place that it is about.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.related.push(Related { span, message: message.into() });
        self
    }

    /// Adds what to write instead, in place.
    pub fn advise(&mut self, help: impl Into<String>) -> &mut Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Adds a few words under the marks, in place.
    pub fn mark(&mut self, label: impl Into<String>) -> &mut Diagnostic {
        self.label = label.into();
        self
    }

    /// Adds how termwise can mend it by itself, in place; without edits it cannot.
    pub fn mend(&mut self, title: impl Into<String>, edits: Vec<Edit>) -> &mut Diagnostic {
        self.fix = (!edits.is_empty()).then(|| Fix { title: title.into(), edits });
        self
    }

    /// The fix that may be made: one that the report explains may stand as it is.
    #[must_use]
    pub fn mendable(&self) -> Option<&Fix> {
        self.fix.as_ref().filter(|_| self.explained.is_none())
    }

    /// Adds another place that it is about, in place.
    pub fn also(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.related.push(Related { span, message: message.into() });
        self
    }
}
