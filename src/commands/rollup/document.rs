//! The papers of `rollup`: which one is asked for, its template, and where it goes.

use super::choose;
use super::printed::{From, formats};
use crate::cli::{self, PageFormat};
use crate::commands::{Out, unwritten};
use crate::files;
use crate::page::Given;
use crate::render::document::{self, BUILT_IN, Fault, LARGEST};
use crate::rollup::documents;
use anyhow::{anyhow, bail};
use clap::ValueEnum;
use std::borrow::Cow;
use std::path::Path;

/// Whether a paper can be written in the formats that are asked for.
///
/// # Errors
/// It cannot, or there is no such paper.
pub(super) fn fits(options: &cli::Rollup) -> anyhow::Result<()> {
    let Some(name) = &options.document else { return Ok(()) };
    for format in formats(options) {
        match format {
            PageFormat::Markdown | PageFormat::Html => {}
            PageFormat::Table | PageFormat::Csv | PageFormat::Xlsx | PageFormat::Json => {
                let value = format.to_possible_value();
                let format = value.as_ref().map_or("this", |value| value.get_name());
                bail!(
                    "a paper is written as markdown or html, not as {format}; for the numbers in it, leave out \
                     --document and choose a --view"
                );
            }
        }
    }
    template(name).map(|_| ())
}

/// The paper, after it is written to the files that are asked for; `None` where nothing is left of the reports.
///
/// # Errors
/// The template has a fault, or a file cannot be written.
pub(super) fn printed(from: From<'_>, name: &str, options: &cli::Rollup) -> anyhow::Result<Option<Out>> {
    let From { loaded, form, findings, filter, .. } = from;
    let coverage = from.covered();
    let sources = &loaded.sources;
    let Some(paper) = documents::paper(&loaded.corpus, form, sources, findings, filter, &coverage) else {
        return Ok(None);
    };
    let markdown = document::markdown(&template(name)?, &paper.value()).map_err(|fault| told(name, &fault))?;
    let bytes = |format: PageFormat| -> anyhow::Result<Vec<u8>> {
        if format != PageFormat::Html {
            return Ok(markdown.clone().into_bytes());
        }
        let mut page = Vec::new();
        document::html(&markdown, &mut page)?;
        Ok(page)
    };
    for (format, file) in &options.output {
        files::write(file, &bytes(*format)?).map_err(|error| unwritten(file, &error))?;
    }
    Ok(Some(Out::Data(bytes(options.format())?)))
}

/// The template of a paper: one that is built in, else the file of this name.
fn template(name: &str) -> anyhow::Result<Cow<'static, str>> {
    if let Some(template) = document::built_in(name) {
        return Ok(Cow::Borrowed(template));
    }
    let path = Path::new(name);
    if !files::is_file(path) {
        let is_name = !name.contains(['/', '\\', '.']);
        if is_name {
            let known = BUILT_IN.map(|(name, _)| name);
            bail!("there is no paper {name}{}; your own is the file of its template", choose::meant(name, &known));
        }
        let name = files::name(path);
        bail!("there is no file {name}; --document wants the name of a paper, or the file of its template");
    }
    let bytes = files::read(path, LARGEST).map_err(|unread| anyhow!("{}: {}", files::name(path), unread.words()))?;
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| anyhow!("{} is no text in UTF-8; save it as such", files::name(path)))?;
    Ok(Cow::Owned(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
}

/// What is wrong with a template, where.
fn told(name: &str, fault: &Fault) -> anyhow::Error {
    let place = if document::built_in(name).is_some() { name.to_owned() } else { files::name(Path::new(name)) };
    let line = fault.line.map_or_else(String::new, |line| format!(", line {line}"));
    let mut said = format!("{place}{line}: {}", fault.fact);
    let unknown = fault.missed.as_ref().or(fault.meant.as_deref());
    let near = unknown.and_then(|(missed, known)| choose::nearest(missed, known));
    if let Some(help) = fault.help.as_ref().filter(|_| near.is_none()) {
        said += &format!("; {help}");
    }
    said += near.as_deref().unwrap_or_default();
    if let Some((_, known)) = &fault.missed {
        said += &format!("{} has {}", if near.is_some() { " It" } else { "; it" }, known.join(", "));
    }
    anyhow!(said)
}
