//! Annotations for GitHub Actions: the runner reads them from the log and shows them beside the lines of a pull request.
//!
//! It shows ten of a kind for each step and drops the rest without a word. So the worst come first, and the tenth
//! says how many more there are.

use super::{Concern, Notice, Results, sentence};
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
        let told = |concern: Concern| -> Vec<String> {
            let of_level = matches!(level, Level::Error) == (concern == Concern::Fault) && level != Level::Note;
            let notices = results.ending.notices.iter().filter(|notice| notice.kind == concern && of_level);
            let line = |notice: &Notice| {
                let about = format!("file={},title={}", property(&notice.path), property(notice.kind.title()));
                format!("::{kind} {about}::{}\n", data(&notice.sentences()))
            };
            notices.map(line).collect()
        };
        let [faults, rulings, gone, passed] = CONCERNS.map(told);
        let lists = [faults, unread.collect(), rulings, gone, passed, found.collect()];
        let all: usize = lists.iter().map(Vec::len).sum();
        let most = if all > MOST { MOST - 1 } else { all };
        let (shown, left) = some_of_each(lists, most);
        page.extend(shown);
        if let Some(first) = left.first() {
            // It stands where the first that is left out does, so that it is found beside the reports.
            let place = first.split_once(" file=").and_then(|(_, about)| about.split_once(','));
            let file = place.map_or(String::new(), |(file, _)| format!("file={file},"));
            let more = super::many(left.len(), &format!("more {kind}"));
            _ = writeln!(
                page,
                "::{kind} {file}title=and {more}::GitHub shows ten of a kind here; the log of the run and check.html have more, findings.jsonl has them all."
            );
        }
    }
    page
}

/// What there is to tell beside findings, in the order in which it is.
const CONCERNS: [Concern; 4] = [Concern::Fault, Concern::Ruling, Concern::Gone, Concern::Unread];

/// At most so many of the lines, in their order, and the others: of no list so many that none of another is left.
fn some_of_each(lists: [Vec<String>; 6], most: usize) -> (Vec<String>, Vec<String>) {
    let mut room = lists.each_ref().map(|_| 0_usize);
    let mut left = most;
    while left > 0 && room.iter().zip(&lists).any(|(room, list)| *room < list.len()) {
        for (room, list) in room.iter_mut().zip(&lists) {
            if left > 0 && *room < list.len() {
                *room += 1;
                left -= 1;
            }
        }
    }
    let (mut shown, mut others) = (Vec::new(), Vec::new());
    for (mut list, room) in lists.into_iter().zip(room) {
        others.extend(list.split_off(room));
        shown.extend(list);
    }
    (shown, others)
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
    let mut lines = vec![sentence(&found.message)];
    if !found.place.is_empty() && !found.message.contains(&found.place) {
        lines.push(format!("At: {}", found.place));
    }
    lines.extend(found.help.as_ref().map(|help| format!("What to do: {help}")));
    let title = property(&format!("{} ({})", found.rule, found.level.name()));
    let lines: Vec<String> = lines.iter().map(|line| data(line)).collect();
    format!("::{kind} {about},title={title}::{}\n", lines.join("%0A"))
}

/// Words as the value of a property.
fn property(words: &str) -> String {
    inert(words).replace('%', "%25").replace(':', "%3A").replace(',', "%2C")
}

/// Words as a line of what is said: the name of a file may hold a line end, and begins no line of ours.
fn data(words: &str) -> String {
    inert(words).replace('%', "%25")
}
