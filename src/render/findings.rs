//! Findings for people and machines: one file a format, all given the same findings.

mod azure;
mod concise;
mod github;
mod junit;
mod results;
mod sheet;
mod statistics;
mod text;
pub use azure::azure;
pub use concise::concise;
pub use github::github;
pub use junit::junit;
pub use results::{About, Place, Results, sentence};
pub use sheet::{Extent, sheet};
pub use statistics::statistics;
pub use text::{closing, excerpts, many, text};

use crate::diagnostic::{Diagnostic, Level};

/// What a run of `lint` came to, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Reports that were checked.
    pub reports: usize,
    /// Reports with at least one finding.
    pub with_findings: usize,
    /// Findings at the settings, in no report.
    pub at_settings: usize,
    /// Errors.
    pub errors: usize,
    /// Queries.
    pub queries: usize,
    /// Those of them at the settings.
    pub queries_at_settings: usize,
    /// Those of them about explanations, which nobody explains.
    pub of_explanations: usize,
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

/// What there is to tell of a file beside findings, where changes are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: Concern,
    /// The path of the file from the top of the repository.
    pub path: String,
    /// The fact: no capital, no full stop.
    pub words: String,
    /// What to do, starting with a verb.
    pub help: String,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// A report that was there before, and is read no more.
    Gone,
    /// A change of how reports are judged, or of which are.
    Ruling,
    /// A file that holds what somebody may take for checked, and is not read.
    Unread,
    /// A file that cannot be taken as it is: the job is not done.
    Fault,
}

impl Concern {
    /// The name for it that programs know.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Concern::Gone => "report-gone",
            Concern::Ruling => "rules-changed",
            Concern::Unread => "not-read",
            Concern::Fault => "not-in-order",
        }
    }

    /// The words for it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Concern::Gone => "no longer a report",
            Concern::Ruling => "how reports are judged",
            Concern::Unread => "not read",
            Concern::Fault => "not in order",
        }
    }
}

impl Notice {
    /// The fact and what to do, as sentences.
    #[must_use]
    pub fn sentences(&self) -> String {
        let help = if self.help.is_empty() { String::new() } else { format!(" {}", sentence(&self.help)) };
        sentence(&self.words) + &help
    }
}

/// What is said after the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// What the run came to.
    pub summary: Summary,
    /// That there was nothing to check, where that is as it should be.
    pub nothing: Option<String>,
    /// Whether nothing could be checked, for a reason that is not in the files that were to be.
    pub stopped: bool,
    /// What there is to tell of files beside findings.
    pub notices: Vec<Notice>,
    /// What was read, and by what it was judged, a line each; the text tells it when nothing has to be corrected.
    pub checked: Vec<String>,
    /// The files that could not be read, or from where on.
    pub unread: Vec<String>,
    /// That no earlier report was in view, told beside findings where it may be found elsewhere.
    pub unseen: Option<String>,
    /// Whether the findings that are explained are among those shown.
    pub explained: bool,
    /// Whether only some rules judged, so that nothing can be said of the others.
    pub partial: bool,
    /// How a query is explained, with one of those found as the example.
    pub explaining: Option<String>,
    /// How much of the findings is shown.
    pub room: Room,
}

impl Ending {
    /// How many files cannot be taken as they are.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.notices.iter().filter(|notice| notice.kind == Concern::Fault).count()
    }
}

/// How much of the findings is shown as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The most findings that are shown; the rest are counted.
    pub findings: usize,
    /// The most characters that are shown of a line.
    pub excerpt: usize,
    /// How more findings are shown, for whoever misses them.
    pub raising: String,
}

impl Default for Room {
    fn default() -> Room {
        Room { findings: 10_000, excerpt: 200, raising: String::new() }
    }
}

/// The findings that are shown, in their order: where there are more than `most`, notes are left out first,
/// then queries, so that advice never hides what must be corrected.
pub(crate) fn shown(findings: &[Diagnostic], most: usize) -> Vec<&Diagnostic> {
    let mut left = most;
    let room = [Level::Error, Level::Query, Level::Note].map(|level| {
        let room = findings.iter().filter(|found| found.level == level).count().min(left);
        left -= room;
        (level, room)
    });
    let mut room = room.to_vec();
    let mut fits = |found: &&Diagnostic| {
        let room = room.iter_mut().find(|room| room.0 == found.level).filter(|room| room.1 > 0);
        room.map(|room| room.1 -= 1).is_some()
    };
    findings.iter().filter(|found| fits(found)).collect()
}

/// Sorts findings as people and machines get them: by file (sources stand in the order of their names), place
/// and rule; those of one rule at one place stay as they were found, the sections in the order of the form.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| {
        let place = |d: &Diagnostic| (d.span.start, d.span.end);
        (a.span.source.cmp(&b.span.source)).then_with(|| place(a).cmp(&place(b))).then_with(|| a.rule.cmp(b.rule))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    #[test]
    fn notes_are_left_out_before_what_must_be_corrected() {
        let one = |level, at| Diagnostic::new("a-rule", level, Span::new(SourceId(0), at, at), "words");
        let mut findings: Vec<Diagnostic> = (0..10_050).map(|at| one(Level::Note, at)).collect();
        findings.push(one(Level::Query, 20_000));
        findings.push(one(Level::Error, 20_001));
        let shown = shown(&findings, 10_000);
        assert_eq!(shown.len(), 10_000);
        assert_eq!(shown.iter().filter(|found| found.level > Level::Note).count(), 2);
        assert!(shown.is_sorted_by_key(|found| found.span.start));
    }
}
