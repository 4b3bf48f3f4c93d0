//! Issues for Azure Pipelines: the agent reads them from the log and lists them on the page of the run.
//!
//! The agent knows errors and warnings only; a note is a line of the log, so that advice does not look like a fault.

use super::{Concern, Results, sentence};
use crate::diagnostic::{Diagnostic, Level};
use crate::render::inert;
use std::fmt::Write;

/// The most of one level that are listed: a page of thousands is read by nobody.
const MOST: usize = 100;

/// A command for each finding that counts, the worst first; a line for each note.
#[must_use]
pub fn azure(results: &Results<'_>) -> String {
    let mut page = String::new();
    for trouble in results.troubles {
        let path = property(&(results.address)(&trouble.name));
        _ = writeln!(page, "##vso[task.logissue type=error;sourcepath={path}]{}", data(&sentence(&trouble.why)));
    }
    for notice in &results.ending.notices {
        let kind = if notice.kind == Concern::Fault { "error" } else { "warning" };
        let about = format!("type={kind};sourcepath={}", property(&notice.path));
        _ = writeln!(page, "##vso[task.logissue {about}]{}", data(&notice.sentences()));
    }
    for (level, kind) in [(Level::Error, "error"), (Level::Query, "warning"), (Level::Note, "")] {
        let all = || results.open().filter(|found| found.level == level);
        all().take(MOST).for_each(|found| page += &line(found, results));
        if let Some(more) = all().count().checked_sub(MOST).filter(|more| *more > 0) {
            let more = super::many(more, &format!("more {}", level.name()));
            let words = format!("And {more}; the log of the run and check.html have them.");
            _ = match kind {
                "" => writeln!(page, "{words}"),
                kind => writeln!(page, "##vso[task.logissue type={kind}]{words}"),
            };
        }
    }
    page
}

fn line(found: &Diagnostic, results: &Results<'_>) -> String {
    let place = results.place(found.span);
    let (line, column) = place.start;
    let mut words = sentence(&found.message);
    if !found.place.is_empty() && !found.message.contains(&found.place) {
        _ = write!(words, " At: {}.", found.place);
    }
    if let Some(help) = &found.help {
        _ = write!(words, " What to do: {}", sentence(help));
    }
    let kind = match found.level {
        Level::Error => "error",
        Level::Query => "warning",
        Level::Note => {
            return format!("note[{}]: {}:{line}:{column}: {}\n", found.rule, inert(&place.path), inert(&words));
        }
    };
    let path = property(&place.path);
    let at = if place.elsewhere { String::new() } else { format!("linenumber={line};columnnumber={column};") };
    let about = format!("type={kind};sourcepath={path};{at}code={}", found.rule);
    format!("##vso[task.logissue {about}]{}\n", data(&words))
}

/// Words as the value of a property.
fn property(words: &str) -> String {
    data(words).replace(';', "%3B").replace(']', "%5D")
}

/// Words as what is said.
fn data(words: &str) -> String {
    inert(words).replace('%', "%AZP25")
}
