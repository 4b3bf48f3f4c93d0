//! Issues for Azure Pipelines: the agent reads them from the log and lists them on the page of the run.
//!
//! The agent knows errors and warnings only; a note is a line of the log, so that advice does not look like a fault.

use super::{Results, sentence};
use crate::diagnostic::{Diagnostic, Level};
use crate::render::inert;
use std::fmt::Write;

/// A command for each finding that counts, in their order; a line for each note.
#[must_use]
pub fn azure(results: &Results<'_>) -> String {
    let mut page = String::new();
    for trouble in results.troubles {
        let path = property(&(results.address)(&trouble.name));
        _ = writeln!(page, "##vso[task.logissue type=error;sourcepath={path}]{}", data(&sentence(&trouble.why)));
    }
    for gone in &results.ending.gone {
        let path = property(&gone.path);
        _ = writeln!(page, "##vso[task.logissue type=warning;sourcepath={path}]{}", data(&sentence(&gone.words)));
    }
    results.open().for_each(|found| page += &line(found, results));
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
    let about = format!("type={kind};sourcepath={path};linenumber={line};columnnumber={column};code={}", found.rule);
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
