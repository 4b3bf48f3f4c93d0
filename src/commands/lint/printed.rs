//! What `lint` prints, and writes into other files: the findings in each format, or the names of the files.

use super::Read;
use crate::cli::{FindingsFormat, Lint};
use crate::commands::{Out, Printed, troubles, unwritten};
use crate::diagnostic::{Diagnostic, Level, NotRead};
use crate::files;
use crate::output::Look;
use crate::render::findings::{self, Ending};
use crate::render::plain;
use crate::rule::Rule;
use crate::rules;
use crate::wire;

/// The findings in the format that is asked for, after they are written to the files that are asked for.
///
/// # Errors
/// A file cannot be written.
pub(super) fn findings(read: &Read, ending: &Ending, options: &Lint, look: Look) -> anyhow::Result<Out> {
    let is_shown = |finding: &&Diagnostic| {
        (options.explained || finding.explained.is_none()) && (!options.quiet || finding.level == Level::Error)
    };
    let shown = || read.found.iter().filter(is_shown).cloned().collect::<Vec<Diagnostic>>();
    let about = |name: &str| rules::ALL.iter().find(|rule| rule.name == name).map_or(String::new(), Rule::summary);
    let sources = &read.loaded.sources;
    let render = |format: FindingsFormat, look: Look| match format {
        FindingsFormat::Text if options.statistics => {
            let table = findings::statistics(&read.found, &about);
            let gap = if table.is_empty() { "" } else { "\n" };
            table + gap + &findings::closing(ending)
        }
        FindingsFormat::Concise if options.statistics => findings::statistics(&read.found, &about),
        FindingsFormat::Text => findings::text(&shown(), ending, sources, look.colour, look.columns),
        FindingsFormat::Concise => findings::concise(&shown(), sources),
        FindingsFormat::Json => wire::json(&wire::lint::lint(&read.found, &ending.summary, &read.missing, sources)),
    };
    for (format, file) in &options.output {
        let plain = Look { colour: false, ..look };
        files::write(file, render(*format, plain).as_bytes()).map_err(|error| unwritten(file, &error))?;
    }
    Ok(match options.format {
        FindingsFormat::Json => Out::Data(render(FindingsFormat::Json, look).into_bytes()),
        format => Out::Text(render(format, look)),
    })
}

/// The names of the files that would be checked, and of those that are left out.
pub(super) fn files(read: &Read, others: &[NotRead]) -> Printed {
    let is_missing = |name: &str| read.missing.iter().any(|trouble| trouble.name == name);
    let mut names: Vec<&String> = read.asked.iter().flatten().filter(|name| !is_missing(name)).collect();
    names.sort();
    let line = |name: &&String| {
        if read.loaded.own_pages.contains(name) {
            format!("{}: left out, it is a page that termwise wrote\n", plain(name))
        } else if read.left_out.contains(name) {
            format!("{}: left out, it does not look like a report\n", plain(name))
        } else {
            format!("{}\n", plain(name))
        }
    };
    let other = |file: &NotRead| format!("{}: left out, it is {}\n", plain(&file.name), file.what);
    let mut lines: Vec<String> = names.iter().map(line).chain(others.iter().map(other)).collect();
    lines.sort();
    let out = Out::Text(lines.concat());
    Printed { said: troubles(&read.missing), out, code: if read.missing.is_empty() { 0 } else { 2 } }
}
