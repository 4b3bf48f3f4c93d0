//! `lint --format json`, and `jsonl`, which has the same on a line each.

use crate::diagnostic::{Diagnostic, Trouble};
use crate::render::findings::{Ending, Notice, Summary};
use crate::source::{Position, Sources};
use schemars::JsonSchema;
use serde::Serialize;

/// What `lint` found.
#[derive(Serialize, JsonSchema)]
pub struct Lint<'a> {
    /// The version of this shape.
    version: u32,
    /// The version of termwise.
    termwise: &'static str,
    /// What it comes to, in numbers.
    summary: Counts,
    /// The findings, by file, place and rule.
    findings: Vec<Finding<'a>>,
    /// Files that could not be checked, or with `--fix` not mended.
    troubles: Vec<Unchecked>,
    /// What there is to tell of other files, where changes are checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    notices: Option<Vec<Told>>,
    /// Those of the paths that are not the names of the files as they are, since these are no UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    inexact_paths: Option<&'a [String]>,
}

impl<'a> Lint<'a> {
    /// With the paths that are not the names of their files.
    #[must_use]
    pub fn inexact(self, inexact_paths: &'a [String]) -> Lint<'a> {
        Lint { inexact_paths: Some(inexact_paths).filter(|paths| !paths.is_empty()), ..self }
    }
}

/// A line of `lint --format jsonl`: each finding, each file that could not be checked, and at the end what it comes to.
/// A run that was cut off has no such end.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Line<'a> {
    /// A finding.
    Finding(Finding<'a>),
    /// A file that could not be checked.
    Trouble(Unchecked),
    /// What there is to tell of another file, where changes are checked.
    Notice(Told),
    /// The last line.
    Summary(Last),
}

/// What the last line holds.
#[derive(Serialize, JsonSchema)]
pub struct Last {
    /// The version of this shape.
    version: u32,
    /// The version of termwise.
    termwise: &'static str,
    /// What it comes to, in numbers.
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Serialize, JsonSchema)]
struct Counts {
    /// Reports that were checked.
    reports: usize,
    /// Findings that must be corrected.
    errors: usize,
    /// Findings that must be corrected or explained.
    queries: usize,
    /// Advice.
    notes: usize,
    /// Findings that the report itself explains; they are in the list, and in no other count.
    explained: usize,
    /// Findings that termwise can mend.
    fixable: usize,
    /// Findings that the baseline knows; they are left out of the list.
    in_baseline: usize,
    /// Files that are no reports and were left out.
    not_reports: usize,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
pub struct Finding<'a> {
    /// The rule's name.
    rule: &'static str,
    /// `error`, `query` or `note`.
    level: &'static str,
    /// The fact.
    message: &'a str,
    /// The file.
    path: &'a str,
    /// Where it begins.
    start: Place,
    /// Where it ends.
    end: Place,
    /// The place in words, or null.
    place: Option<&'a str>,
    /// What to write instead, or null.
    help: Option<&'a str>,
    /// Other places it is about.
    related: Vec<Other<'a>>,
    /// Whether termwise can mend it.
    fixable: bool,
    /// The reason given for it in the report, or null.
    explanation: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Place {
    /// Line, from 1.
    line: u32,
    /// Column, from 1, in characters.
    column: u32,
}

#[derive(Serialize, JsonSchema)]
struct Other<'a> {
    /// What stands there.
    message: &'a str,
    /// The file.
    path: &'a str,
    /// Where it begins.
    start: Place,
    /// Where it ends.
    end: Place,
}

/// A file that could not be checked.
#[derive(Serialize, JsonSchema)]
pub struct Unchecked {
    /// The file.
    path: String,
    /// Why it could not be.
    why: String,
}

/// What there is to tell of a file beside findings: a report that is no more, a change of how reports are judged.
#[derive(Serialize, JsonSchema)]
pub struct Told {
    /// `report-gone`, `rules-changed`, `not-read`, or `not-in-order` where the file cannot be taken as it is.
    about: &'static str,
    /// The file, from the top of the repository.
    path: String,
    /// The fact.
    message: String,
    /// What to do.
    help: String,
}

impl From<Position> for Place {
    fn from(at: Position) -> Place {
        Place { line: at.line, column: at.column }
    }
}

/// The findings in the shape of version 1.
#[must_use]
pub fn lint<'a>(findings: &'a [Diagnostic], ending: &Ending, troubles: &[Trouble], sources: &'a Sources) -> Lint<'a> {
    Lint {
        version: super::VERSION,
        termwise: env!("CARGO_PKG_VERSION"),
        summary: counts(&ending.summary),
        findings: findings.iter().map(|found| finding(found, sources)).collect(),
        troubles: troubles.iter().map(unchecked).collect(),
        notices: (!ending.notices.is_empty()).then(|| ending.notices.iter().map(told).collect()),
        inexact_paths: None,
    }
}

fn told(notice: &Notice) -> Told {
    let Notice { kind, path, words, help } = notice.clone();
    Told { about: kind.name(), path, message: words, help }
}

/// The same as lines.
#[must_use]
pub fn lines<'a>(
    findings: &'a [Diagnostic],
    ending: &Ending,
    troubles: &[Trouble],
    sources: &'a Sources,
) -> Vec<Line<'a>> {
    let found = findings.iter().map(|found| Line::Finding(finding(found, sources)));
    let troubles = troubles.iter().map(|trouble| Line::Trouble(unchecked(trouble)));
    let last = Last { version: super::VERSION, termwise: env!("CARGO_PKG_VERSION"), counts: counts(&ending.summary) };
    let notices = ending.notices.iter().map(|notice| Line::Notice(told(notice)));
    found.chain(troubles).chain(notices).chain([Line::Summary(last)]).collect()
}

fn counts(summary: &Summary) -> Counts {
    let Summary { reports, errors, queries, notes, explained, fixable, known, not_reports, .. } = *summary;
    Counts { reports, errors, queries, notes, explained, fixable, in_baseline: known, not_reports }
}

fn unchecked(trouble: &Trouble) -> Unchecked {
    Unchecked { path: trouble.name.clone(), why: trouble.why.clone() }
}

fn finding<'a>(found: &'a Diagnostic, sources: &'a Sources) -> Finding<'a> {
    let (start, end) = sources.position(found.span);
    let related = found.related.iter().map(|other| {
        let (start, end) = sources.position(other.span);
        let path = sources.name(other.span.source);
        Other { message: &other.message, path, start: start.into(), end: end.into() }
    });
    Finding {
        rule: found.rule,
        level: found.level.name(),
        message: &found.message,
        path: sources.name(found.span.source),
        start: start.into(),
        end: end.into(),
        place: (!found.place.is_empty()).then_some(found.place.as_str()),
        help: found.help.as_deref(),
        related: related.collect(),
        fixable: found.mendable().is_some(),
        explanation: found.explained.as_deref(),
    }
}
