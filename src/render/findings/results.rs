//! All that a run of `lint` has to tell, for the formats that tell more of it than the findings: plain data.

use super::Ending;
use crate::baseline::Fingerprint;
use crate::diagnostic::{Diagnostic, Level, Trouble};
use crate::source::{SourceId, Sources, Span};

/// What a run found, and what there is to say beside it.
pub struct Results<'a> {
    /// The findings, in their order, those that the reports explain among them.
    pub found: &'a [Diagnostic],
    /// Those that the baseline knows, which are in no other list.
    pub known: &'a [Diagnostic],
    /// Whether there is a baseline.
    pub has_baseline: bool,
    /// What names each finding for as long as it stands: those of `found`, then those of `known`.
    pub fingerprints: &'a [Fingerprint],
    /// Files that could not be worked on.
    pub troubles: &'a [Trouble],
    /// The files that were checked, in their order.
    pub checked: &'a [SourceId],
    /// What is said after the findings.
    pub ending: &'a Ending,
    /// What is told of every rule, in the order of the rules.
    pub rules: &'a [About],
    /// The lowest level that fails the run; none where findings never do.
    pub fails_at: Option<Level>,
    /// Whether the settings that were gone by are not those that stand in what is checked.
    pub foreign_settings: bool,
    /// The sources.
    pub sources: &'a Sources,
    /// The path of a file of this name as hosts of repositories write it: from the top of the repository.
    pub address: &'a dyn Fn(&str) -> String,
}

/// What is told of a rule beside its findings.
#[derive(Clone, Debug)]
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// The word for its family.
    pub group: &'static str,
    /// How much its findings matter, if nothing else is set.
    pub level: Level,
    /// Whether it is on, if nothing else is set.
    pub on: bool,
    /// The first sentence of its page, without the full stop.
    pub summary: String,
    /// Its page as Markdown.
    pub page: String,
    /// Its page as plain text.
    pub text: String,
    /// Whether it had something to judge in this run.
    pub judged: bool,
}

/// A place as services show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: String,
    /// First line and column, from 1.
    pub start: (u32, u32),
    /// Last line, and the column after the last character.
    pub end: (u32, u32),
    /// Whether the file that goes by this path is another one there, so that no line of it is meant.
    pub elsewhere: bool,
}

impl<'a> Results<'a> {
    /// The findings that count: those that no report explains.
    pub fn open(&self) -> impl Iterator<Item = &'a Diagnostic> + use<'a> {
        self.found.iter().filter(|found| found.explained.is_none())
    }

    /// Where a span stands.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let (start, end) = self.sources.position(span);
        let path = (self.address)(self.sources.name(span.source));
        let elsewhere = self.foreign_settings && span.source == SourceId::SETTINGS;
        Place { path, start: (start.line, start.column), end: (end.line, end.column), elsewhere }
    }

    /// Whether a finding fails the run.
    #[must_use]
    pub fn fails(&self, found: &Diagnostic) -> bool {
        found.explained.is_none() && self.fails_at.is_some_and(|least| found.level >= least)
    }
}

/// A fact as a sentence: it begins with a capital and ends with a stop.
#[must_use]
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    let stop = if words.ends_with(['.', '?', '!', '\u{2026}']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}
