//! Annotations for GitHub Actions: the runner reads them from the log and shows them beside the lines of a pull request.
//!
//! It shows ten of a kind for each step and drops the rest without a word. So the worst come first, and the tenth
//! says how many more there are.

use super::{Concern, Results, sentence};
use crate::diagnostic::{Diagnostic, Level};
use crate::render::inert;
use std::fmt::Write;

/// The most of one kind that are shown of a step.
const MOST: usize = 10;

/// A command for each finding that counts, the worst first.
#[must_use]
pub fn github(results: &Results<'_>) -> String {
    let mut page = String::new();
    let unread = results.troubles.iter().map(|trouble| {
        let file = format!(" file={},title={}", property(&(results.address)(&trouble.name)), property("not checked"));
        format!("::error{file}::{}\n", data(&sentence(&trouble.why)))
    });
    for (level, kind) in [(Level::Error, "error"), (Level::Query, "warning"), (Level::Note, "notice")] {
        let found = results.open().filter(|found| found.level == level).map(|found| annotation(found, kind, results));
        let unread = unread.clone().take(if level == Level::Error { usize::MAX } else { 0 });
        let of_level = |concern| match concern {
            Concern::Fault => level == Level::Error,
            Concern::Gone | Concern::Ruling | Concern::Unread => level == Level::Query,
        };
        let notices = results.ending.notices.iter().filter(|notice| of_level(notice.kind)).map(|notice| {
            let about = format!("file={},title={}", property(&notice.path), property(notice.kind.title()));
            format!("::{kind} {about}::{}\n", data(&notice.sentences()))
        });
        let all: Vec<String> = unread.chain(notices).chain(found).collect();
        let shown = if all.len() > MOST { MOST - 1 } else { all.len() };
        page.extend(all.iter().take(shown).map(String::as_str));
        if let Some(more) = all.len().checked_sub(shown).filter(|more| *more > 0) {
            // It stands where the first that is left out does, so that it is found beside the reports.
            let place = all.get(shown).and_then(|first| first.split_once(" file=")?.1.split_once(','));
            let file = place.map_or(String::new(), |(file, _)| format!("file={file},"));
            let more = super::many(more, &format!("more {kind}"));
            _ = writeln!(
                page,
                "::{kind} {file}title=and {more}::GitHub shows ten of a kind here; the log of the run and check.html have them all."
            );
        }
    }
    page
}

fn annotation(found: &Diagnostic, kind: &str, results: &Results<'_>) -> String {
    let place = results.place(found.span);
    let mut about = format!("file={}", property(&place.path));
    if !place.elsewhere {
        _ = write!(about, ",line={},endLine={}", place.start.0, place.end.0);
    }
    // Columns are taken of one line only.
    if place.start.0 == place.end.0 && !place.elsewhere {
        _ = write!(about, ",col={},endColumn={}", place.start.1, place.end.1);
    }
    let mut words = sentence(&found.message);
    if !found.place.is_empty() && !found.message.contains(&found.place) {
        _ = write!(words, "\nAt: {}", found.place);
    }
    if let Some(help) = &found.help {
        _ = write!(words, "\nWhat to do: {help}");
    }
    let title = property(&format!("{} ({})", found.rule, found.level.name()));
    format!("::{kind} {about},title={title}::{}\n", data(&words))
}

/// Words as the value of a property.
fn property(words: &str) -> String {
    inert(words).replace('%', "%25").replace(':', "%3A").replace(',', "%2C")
}

/// Words as what is said; each of our own lines stays one.
fn data(words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(|line| inert(line).replace('%', "%25")).collect();
    lines.join("%0A")
}
