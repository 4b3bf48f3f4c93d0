//! What `rollup` prints, and writes into files: the view that is asked for in each format, or all of them as a workbook.

use crate::cli::{self, PageFormat};
use crate::commands::{Out, rules, unwritten};
use crate::diagnostic::Diagnostic;
use crate::files;
use crate::form::Form;
use crate::load::Loaded;
use crate::output::Look;
use crate::render::page;
use crate::rollup::{self, Filter, Rollup, View};
use crate::wire;
use anyhow::bail;

/// What is rolled up, and how.
#[derive(Clone, Copy)]
pub(super) struct From<'a> {
    pub loaded: &'a Loaded,
    pub form: &'a Form,
    pub findings: &'a [Diagnostic],
    pub filter: &'a Filter,
}

/// Whether the formats go where they are to go.
///
/// # Errors
/// A workbook would go to a terminal.
pub(super) fn fits(options: &cli::Rollup, look: Look) -> anyhow::Result<()> {
    if options.format == PageFormat::Xlsx && look.terminal {
        bail!("a workbook is no text for the terminal; write it to a file with --output xlsx=rollup.xlsx");
    }
    Ok(())
}

/// The page in the format that is asked for, after it is written to the files that are asked for.
///
/// # Errors
/// A file cannot be written.
pub(super) fn printed(
    from: From<'_>,
    options: &cli::Rollup,
    look: Look,
    said: &mut Vec<String>,
) -> anyhow::Result<Out> {
    let view = options.view.map_or(View::Districts, view);
    for (format, file) in &options.output {
        let look = Look { colour: false, ascii: false, ..look };
        let bytes = from.bytes(*format, view, options.view.is_none(), look, said)?;
        files::write(file, &bytes).map_err(|error| unwritten(file, &error))?;
    }
    let bytes = from.bytes(options.format, view, options.view.is_none(), look, said)?;
    Ok(match options.format {
        PageFormat::Table => Out::Text(String::from_utf8(bytes)?),
        _ => Out::Data(bytes),
    })
}

fn view(view: cli::View) -> View {
    match view {
        cli::View::Districts => View::Districts,
        cli::View::Terms => View::Terms,
        cli::View::Priorities => View::Priorities,
        cli::View::FollowThrough => View::FollowThrough,
        cli::View::Statements => View::Statements,
    }
}

impl<'a> From<'a> {
    fn rolled(self, view: View) -> Rollup<'a> {
        rollup::roll(view, &self.loaded.corpus, self.form, self.findings, self.filter)
    }

    /// A view in a format; `all` views in a workbook.
    fn bytes(
        self,
        format: PageFormat,
        view: View,
        all: bool,
        look: Look,
        said: &mut Vec<String>,
    ) -> anyhow::Result<Vec<u8>> {
        let (form, sources) = (self.form, &self.loaded.sources);
        let sheet = || rollup::page::page(&self.rolled(view), form, sources);
        let mut bytes = Vec::new();
        match format {
            PageFormat::Table => page::text::ruled(&sheet(), rules(look), look.width, look.colour, &mut bytes)?,
            PageFormat::Markdown => page::markdown::write(&sheet(), &mut bytes)?,
            PageFormat::Html => page::html::write(&sheet(), &mut bytes)?,
            PageFormat::Csv => page::csv::write(&sheet(), &mut bytes)?,
            PageFormat::Json => {
                bytes = wire::json(&wire::rollup::rollup(&self.rolled(view), form, sources)).into_bytes();
            }
            PageFormat::Xlsx => {
                let views = if all { View::ALL.to_vec() } else { vec![view] };
                let rollups: Vec<Rollup<'_>> = views.into_iter().map(|view| self.rolled(view)).collect();
                let book = page::xlsx::write(&rollup::page::workbook(&rollups, form, sources))?;
                said.extend(book.said.iter().map(|line| format!("termwise: {line}")));
                bytes = book.bytes;
            }
        }
        Ok(bytes)
    }
}
