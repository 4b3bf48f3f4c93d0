//! `lint --format gitlab`: a Code Quality report, as GitLab shows it in a merge request.

use crate::baseline::Fingerprint;
use crate::diagnostic::{Diagnostic, Level, Trouble};
use crate::render::findings::{Concern, Notice, Results, sentence};
use serde::Serialize;

/// One entry of the report.
#[derive(Serialize)]
pub struct Issue {
    /// What was found, and what to do about it.
    description: String,
    /// The rule.
    check_name: &'static str,
    /// What the entry is known by from run to run; no two share one.
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// An entry for each finding that counts, for each file that could not be checked, and for what else there is to tell.
#[must_use]
pub fn report(results: &Results<'_>) -> Vec<Issue> {
    let found = results.found.iter().zip(results.fingerprints).filter(|(found, _)| found.explained.is_none());
    let unread = results.troubles.iter().map(|trouble| unchecked(trouble, results));
    let notices = results.ending.notices.iter().map(told);
    unread.chain(notices).chain(found.map(|(found, print)| issue(found, print, results))).collect()
}

fn told(notice: &Notice) -> Issue {
    let name = notice.kind.name();
    Issue {
        description: notice.sentences(),
        check_name: name,
        fingerprint: format!("{name}:{}:{}", notice.path, notice.words),
        severity: if notice.kind == Concern::Fault { "critical" } else { "info" },
        location: Location { path: notice.path.clone(), lines: Lines { begin: 1, end: 1 } },
    }
}

fn issue(found: &Diagnostic, print: &Fingerprint, results: &Results<'_>) -> Issue {
    let place = results.place(found.span);
    let at = if found.place.is_empty() { String::new() } else { format!(" At: {}.", found.place) };
    let help = found.help.as_ref().map_or(String::new(), |help| format!(" What to do: {}", sentence(help)));
    Issue {
        description: format!("{}{at}{help}", sentence(&found.message)),
        check_name: found.rule,
        fingerprint: print.words(),
        severity: match found.level {
            Level::Error => "major",
            Level::Query => "minor",
            Level::Note => "info",
        },
        location: Location {
            path: place.path,
            lines: if place.elsewhere {
                Lines { begin: 1, end: 1 }
            } else {
                Lines { begin: place.start.0, end: place.end.0 }
            },
        },
    }
}

fn unchecked(trouble: &Trouble, results: &Results<'_>) -> Issue {
    let path = (results.address)(&trouble.name);
    Issue {
        description: format!("Not checked: {}", sentence(&trouble.why)),
        check_name: "not-checked",
        // A file is told once, and no rule is called so.
        fingerprint: format!("not-checked:{path}"),
        severity: "critical",
        location: Location { path, lines: Lines { begin: 1, end: 1 } },
    }
}
