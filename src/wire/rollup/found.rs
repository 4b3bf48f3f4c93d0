//! Themes and findings of a rollup, as JSON.

use crate::rollup::themes::How;
use crate::rollup::{findings, shown, themes, title};
use crate::source::Sources;
use schemars::JsonSchema;
use serde::Serialize;

/// A theme of a priority, or a priority without one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Themed {
    /// The theme; null for a priority that has none.
    pub theme: Option<String>,
    /// How it is known: stated in the report, or by a word in the title or in an outcome.
    #[schemars(extend("enum" = ["stated", "title", "outcome", null]))]
    pub source: Option<&'static str>,
    /// The word that tells of it, where it is not stated.
    pub keyword: Option<String>,
    /// In how many districts the theme is found.
    pub districts: usize,
    /// Whether several districts have it.
    pub common: bool,
    /// The district.
    pub district: String,
    /// The latest title of the priority.
    pub title: Option<String>,
    /// The first term it is reported in.
    pub first_term: String,
    /// The latest term it is reported in.
    pub latest_term: String,
    /// How many reports it stands in.
    pub reports: usize,
    /// The file of the report that tells of its theme.
    pub path: String,
    /// The line there, from 1: of the outcome that tells it, else of the priority.
    pub line: u32,
}

/// A finding, open or explained.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Found {
    /// The district of its report.
    pub district: Option<String>,
    /// The term of its report.
    pub term: Option<String>,
    /// Its level: error, query or note.
    pub level: &'static str,
    /// Its rule.
    pub rule: &'static str,
    /// What is found.
    pub message: String,
    /// The title of the priority that it stands in.
    pub priority: Option<String>,
    /// Where in the report it is, in words.
    pub place: Option<String>,
    /// The reason that the report gives for it, where it is explained.
    pub reason: Option<String>,
    /// The file.
    pub path: String,
    /// The line there, from 1.
    pub line: u32,
    /// The column there, from 1, in characters.
    pub column: u32,
}

pub(super) fn themed(row: &themes::Row<'_>, sources: &Sources) -> Themed {
    let assigned = row.assigned.as_ref();
    let (source, keyword) = match assigned.map(|one| &one.how) {
        None => (None, None),
        Some(How::Stated(words)) => (Some("stated"), words.map(|words| shown(words, sources))),
        Some(How::Title(word)) => (Some("title"), Some(word.clone())),
        Some(How::Outcome(word, _)) => (Some("outcome"), Some(word.clone())),
    };
    let span = row.place();
    Themed {
        theme: assigned.map(|one| one.theme.shown(sources)),
        source,
        keyword,
        districts: row.districts,
        common: row.districts > 1,
        district: shown(row.district, sources),
        title: row.title.map(|words| title(words, sources)),
        first_term: row.first.to_string(),
        latest_term: row.latest.to_string(),
        reports: row.reports,
        path: sources.name(span.source).to_owned(),
        line: sources.start(span).line,
    }
}

pub(super) fn found(row: &findings::Row<'_>, sources: &Sources) -> Found {
    let finding = &row.finding;
    let start = sources.start(finding.span);
    Found {
        district: row.district.map(|district| shown(district, sources)),
        term: row.term.map(|term| term.to_string()),
        level: finding.level.name(),
        rule: finding.rule,
        message: finding.message.clone(),
        priority: row.priority.map(|words| title(words, sources)),
        place: Some(finding.place.clone()).filter(|place| !place.is_empty()),
        reason: finding.explained.clone(),
        path: sources.name(finding.span.source).to_owned(),
        line: start.line,
        column: start.column,
    }
}
