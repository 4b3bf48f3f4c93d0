//! Findings for people and machines: one file a format, all given the same findings.

mod concise;
mod statistics;
mod text;
pub use concise::concise;
pub use statistics::statistics;
pub use text::{closing, excerpts, many, text};

use crate::diagnostic::{Diagnostic, Level};

/// The most findings that the formats for people show; the rest are counted.
pub const MAX_SHOWN: usize = 10_000;

/// What a run of `lint` came to, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Reports that were checked.
    pub reports: usize,
    /// Reports with at least one finding.
    pub with_findings: usize,
    /// Errors.
    pub errors: usize,
    /// Queries.
    pub queries: usize,
    /// Notes.
    pub notes: usize,
    /// Findings that `--fix` would mend.
    pub fixable: usize,
    /// Findings that it has mended.
    pub mended: usize,
    /// Findings that the reports explain; they are in none of the other counts.
    pub explained: usize,
    /// Findings that the baseline knows; they are in none of the other counts.
    pub known: usize,
    /// Files that are no reports and were left out.
    pub not_reports: usize,
    /// Files that could not be worked on.
    pub troubles: usize,
}

impl Summary {
    /// Counts the findings by level, those that are explained apart.
    #[must_use]
    pub fn counting(findings: &[Diagnostic]) -> Summary {
        let open = || findings.iter().filter(|f| f.explained.is_none());
        let count = |level| open().filter(|f| f.level == level).count();
        Summary {
            explained: findings.len() - open().count(),
            errors: count(Level::Error),
            queries: count(Level::Query),
            notes: count(Level::Note),
            fixable: findings.iter().filter(|f| f.mendable().is_some()).count(),
            ..Summary::default()
        }
    }
}

/// What is said after the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// What the run came to.
    pub summary: Summary,
    /// What was checked, a line each, told when nothing has to be corrected.
    pub checked: Vec<String>,
    /// Whether the findings that are explained are among those shown.
    pub explained: bool,
    /// Whether only some rules judged, so that nothing can be said of the others.
    pub partial: bool,
    /// How a query is explained, with one of those found as the example.
    pub explaining: Option<String>,
}

/// Sorts findings as people and machines get them: by file (sources stand in the order of their names), place
/// and rule; those of one rule at one place stay as they were found, the sections in the order of the form.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        let place = |d: &Diagnostic| (d.span.start, d.span.end);
        (a.span.source.cmp(&b.span.source)).then_with(|| place(a).cmp(&place(b))).then_with(|| a.rule.cmp(b.rule))
    });
}
