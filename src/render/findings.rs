//! Findings for people and machines: one file a format, all given the same findings.

mod concise;
mod text;
pub use concise::concise;
pub use text::{many, text};

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
    /// Files that are no reports and were left out.
    pub not_reports: usize,
    /// Files that could not be worked on.
    pub troubles: usize,
}

impl Summary {
    /// Counts the findings by level.
    #[must_use]
    pub fn counting(findings: &[Diagnostic]) -> Summary {
        let count = |level| findings.iter().filter(|f| f.level == level).count();
        Summary {
            errors: count(Level::Error),
            queries: count(Level::Query),
            notes: count(Level::Note),
            fixable: findings.iter().filter(|f| f.mendable().is_some()).count(),
            ..Summary::default()
        }
    }
}

/// Sorts findings as people and machines get them: by file (sources stand in the order of their names), place
/// and rule; those of one rule at one place stay as they were found, the sections in the order of the form.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        let place = |d: &Diagnostic| (d.span.start, d.span.end);
        (a.span.source.cmp(&b.span.source)).then_with(|| place(a).cmp(&place(b))).then_with(|| a.rule.cmp(b.rule))
    });
}
