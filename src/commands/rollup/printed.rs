//! What `rollup` prints, and writes into files: the view that is asked for in each format, or all of them as a workbook.

use super::{choose, document};
use crate::cli::{self, PageFormat};
use crate::commands::{Out, outputs, rules, unwritten};
use crate::diagnostic::{Diagnostic, NotRead};
use crate::files;
use crate::form::Form;
use crate::load::Loaded;
use crate::output::Look;
use crate::render::page;
use crate::report::Report;
use crate::rollup::{self, Coverage, Filter, Rollup, View};
use crate::wire;
use anyhow::bail;

/// What is rolled up, and how.
#[derive(Clone, Copy)]
pub(super) struct From<'a> {
    pub loaded: &'a Loaded,
    pub form: &'a Form,
    pub findings: &'a [Diagnostic],
    pub filter: &'a Filter,
    /// The files that could not be read.
    pub unreadable: &'a [NotRead],
    /// The files among the reports of a kind that is not read.
    pub other_files: &'a [NotRead],
}

/// Whether the formats go where they are to go.
///
/// # Errors
/// A workbook would go to a terminal, two formats to one file, or a format to a file whose ending tells another.
pub(super) fn fits(options: &cli::Rollup, look: Look) -> anyhow::Result<()> {
    for (at, (_, file)) in options.output.iter().enumerate() {
        if options.output.iter().take(at).any(|(_, other)| other == file) {
            bail!("{} is to be written twice; give each --output a file of its own", files::name(file));
        }
    }
    if options.format() == PageFormat::Xlsx && look.terminal {
        bail!("a workbook is no text for the terminal; write it to a file with --output xlsx=rollup.xlsx");
    }
    document::fits(options)?;
    outputs::named_rightly(&options.output)
}

/// Whether what is asked for shows what the rules find.
pub(super) fn needs_findings(options: &cli::Rollup, loaded: &Loaded) -> bool {
    let view = chosen(options);
    let counts = matches!(view, View::Districts | View::Terms);
    let shows = |format: PageFormat| match format {
        PageFormat::Json => counts,
        PageFormat::Xlsx => options.view.is_none(),
        PageFormat::Table | PageFormat::Markdown | PageFormat::Html | PageFormat::Csv => false,
    };
    let tells = || options.document.is_some() || view.tells_reasons() || is_page(options);
    let reasons = || tells() && rollup::reasons_are_given(loaded.corpus.reports());
    view.is_of_findings() || formats(options).any(shows) || reasons()
}

/// Whether statements of every report are shown, or their figures masked: then all of them are looked through for what may
/// not be shown.
pub(super) fn shows_statements(options: &cli::Rollup) -> bool {
    let view = chosen(options);
    let whole = options.view.is_none() && formats(options).any(|format| format == PageFormat::Xlsx);
    options.mask
        || options.document.is_some()
        || whole
        || view.is_of_findings()
        || matches!(view, View::Statements | View::Plans)
}

/// Whether what is asked for is there to be handed to others: a page in HTML, or a paper.
pub(super) fn is_handed_on(options: &cli::Rollup) -> bool {
    options.document.is_some() || formats(options).any(|format| format == PageFormat::Html)
}

/// Whether a page in HTML is written that holds all that there is to see.
pub(super) fn is_page(options: &cli::Rollup) -> bool {
    formats(options).any(|format| format == PageFormat::Html) && is_whole(options)
}

/// Whether a page in HTML holds all that there is to see: where neither a view is asked for, nor an order of its rows.
fn is_whole(options: &cli::Rollup) -> bool {
    options.view.is_none() && options.sort.is_none() && options.limit.is_none()
}

/// Every format that is asked for.
pub(super) fn formats(options: &cli::Rollup) -> impl Iterator<Item = PageFormat> {
    options.output.iter().map(|(format, _)| *format).chain([options.format()])
}

/// The page in the format that is asked for, after it is written to the files that are asked for; `None` where nothing
/// is left of the reports.
///
/// # Errors
/// A file cannot be written, or there is no such column to sort by.
pub(super) fn printed(
    from: From<'_>,
    options: &cli::Rollup,
    look: Look,
    said: &mut Vec<String>,
) -> anyhow::Result<Option<Out>> {
    if let Some(document) = &options.document {
        return document::printed(from, document, options);
    }
    let rolled = from.rolled(chosen(options), options, true)?;
    let takes = |report: &Report| from.filter.takes(report, from.form);
    if rolled.coverage.places.is_empty() && !from.loaded.corpus.reports().iter().any(takes) {
        return Ok(None);
    }
    let left = rolled.left_out;
    if left > 0 && formats(options).any(|format| format == PageFormat::Csv) {
        let rows = if left == 1 { "row is" } else { "rows are" };
        said.push(format!("termwise: {left} more {rows} left out: fewer were asked for, with --limit"));
    }
    for (format, file) in &options.output {
        let look = Look { colour: false, ascii: false, ..look };
        let bytes = from.bytes(*format, &rolled, options, look, said)?;
        files::write(file, &bytes).map_err(|error| unwritten(file, &error))?;
    }
    let bytes = from.bytes(options.format(), &rolled, options, look, said)?;
    Ok(Some(match options.format() {
        PageFormat::Table => Out::Text(String::from_utf8(bytes)?),
        _ => Out::Data(bytes),
    }))
}

/// The view that is asked for.
fn chosen(options: &cli::Rollup) -> View {
    match options.view.unwrap_or(cli::View::Districts) {
        cli::View::Districts => View::Districts,
        cli::View::Terms => View::Terms,
        cli::View::Themes => View::Themes,
        cli::View::Priorities => View::Priorities,
        cli::View::FollowThrough => View::FollowThrough,
        cli::View::Plans => View::Plans,
        cli::View::Findings => View::Findings,
        cli::View::Explanations => View::Explanations,
        cli::View::Statements => View::Statements,
        cli::View::Coverage => View::Coverage,
    }
}

impl<'a> From<'a> {
    /// Who was expected to report, and who did.
    pub(super) fn covered(self) -> Coverage<'a> {
        let mut coverage = rollup::coverage::coverage(&self.loaded.corpus, self.form, self.filter);
        coverage.unreadable = self.unreadable.to_vec();
        coverage.other_files = self.other_files.to_vec();
        coverage.own_pages.clone_from(&self.loaded.own_pages);
        coverage
    }

    /// A view, sorted and limited as it is asked for. One of several need not have the column that it is sorted by.
    fn rolled(self, view: View, options: &cli::Rollup, alone: bool) -> anyhow::Result<Rollup<'a>> {
        let (form, sources) = (self.form, &self.loaded.sources);
        let mut rolled = rollup::roll(view, &self.loaded.corpus, form, self.findings, self.filter);
        rolled.coverage.unreadable = self.unreadable.to_vec();
        rolled.coverage.other_files = self.other_files.to_vec();
        rolled.coverage.own_pages.clone_from(&self.loaded.own_pages);
        if let Some(column) = &options.sort
            && !rollup::page::sort(&mut rolled, column, form, sources)
            && alone
        {
            let columns = rollup::page::columns(&rolled, form);
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            bail!("the view {} has no column {column}{}", view.key(), choose::meant(column, &columns));
        }
        if let Some(most) = options.limit {
            rolled.limit(most);
        }
        Ok(rolled)
    }

    /// The view in a format; in a workbook all views, if none was asked for.
    fn bytes(
        self,
        format: PageFormat,
        rolled: &Rollup<'a>,
        options: &cli::Rollup,
        look: Look,
        said: &mut Vec<String>,
    ) -> anyhow::Result<Vec<u8>> {
        let (form, sources) = (self.form, &self.loaded.sources);
        let sheet = || rollup::page::page(rolled, form, sources);
        let mut bytes = Vec::new();
        match format {
            PageFormat::Table => {
                let screen = rollup::page::screen(rolled, form, sources);
                page::text::ruled(&screen, rules(look), look.width, look.colour, &mut bytes)?;
            }
            PageFormat::Markdown => page::markdown::write(&sheet(), &mut bytes)?,
            PageFormat::Html if is_whole(options) => {
                let views = rollup::page::VIEWS.into_iter().map(|view| self.rolled(view, options, false));
                let all = views.collect::<Result<Vec<_>, _>>()?;
                page::html::write(&rollup::page::whole(&all, !options.mask, form, sources), &mut bytes)?;
            }
            PageFormat::Html => page::html::write(&sheet(), &mut bytes)?,
            PageFormat::Csv => page::csv::write(&rollup::page::data(rolled, form, sources), &mut bytes)?,
            PageFormat::Json => bytes = wire::json(&wire::rollup::rollup(rolled, form, sources)).into_bytes(),
            PageFormat::Xlsx => {
                let all = match options.view {
                    Some(_) => Vec::new(),
                    None => {
                        View::ALL.into_iter().map(|view| self.rolled(view, options, false)).collect::<Result<_, _>>()?
                    }
                };
                let rollups = if all.is_empty() { std::slice::from_ref(rolled) } else { &all };
                let book = page::xlsx::write(|| rollup::page::workbook(rollups, form, sources))?;
                said.extend(book.said.iter().map(|line| format!("termwise: {line}")));
                bytes = book.bytes;
            }
        }
        Ok(bytes)
    }
}
