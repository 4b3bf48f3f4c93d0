//! `rollup`: all districts and terms on one page.

use super::configured::{Unset, configured, places};
use super::{Out, Printed, districts, place, troubles, unread, walk};
use crate::cli::{self, PageFormat, Rollup};
use crate::config::Config;
use crate::load::{self, Loaded};
use crate::output::Look;
use crate::render::page;
use crate::report::Report;
use crate::rollup::{self, View};
use crate::rule::listed;
use crate::term::Term;
use crate::wire;
use anyhow::bail;

mod choose;

pub(super) fn run(options: Rollup, look: Look) -> anyhow::Result<Printed> {
    let mut configured = configured(&options.configured, &places(&options.paths), Unset::Joined)?;
    configured.config.form.as_at.clone_from(&options.as_at);
    let Config { form, settings } = &configured.config;
    let filter = choose::filter(&options, form)?;
    let (mut inputs, mut missing) = load::gather(&options.paths, &walk(&options.search), "standard-input.md")?;
    configured.place(&mut inputs);
    let mut loaded = load::load(inputs, form);
    missing.extend(std::mem::take(&mut loaded.troubles));
    let mut said = troubles(&missing);
    said.extend(unread(&loaded));
    if loaded.corpus.reports().is_empty() {
        if missing.is_empty() {
            bail!("nothing to roll up: no file {} looks like a report", place(&options.paths));
        }
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    choose::known(&options, &loaded, form)?;
    let view = match options.view {
        cli::View::Districts => View::Districts,
        cli::View::Terms => View::Terms,
        cli::View::Themes => View::Themes,
        cli::View::Priorities => View::Priorities,
        cli::View::FollowThrough => View::FollowThrough,
        cli::View::Findings => View::Findings,
        cli::View::Explanations => View::Explanations,
        cli::View::Statements => View::Statements,
        cli::View::Coverage => View::Coverage,
    };
    // The rules take longer than all else together, and only these show what they find.
    let counts_findings = options.format == PageFormat::Json && matches!(view, View::Districts | View::Terms);
    let mut findings = Vec::new();
    if view.is_of_findings() || counts_findings {
        let (found, broken) = loaded.judge(form, settings);
        findings = found;
        said.extend(troubles(&broken));
        missing.extend(broken);
    }
    let code = if missing.is_empty() { 0 } else { 2 };
    let mut rolled = rollup::roll(view, &loaded.corpus, form, &findings, &filter);
    let takes = |report: &Report| filter.takes(report, form);
    if rolled.coverage.places.is_empty() && !loaded.corpus.reports().iter().any(takes) {
        said.push(none_left(&loaded));
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    rolled.coverage.unreadable = missing.into_iter().map(|trouble| trouble.name).collect();
    let sort = |column: &&String| !rollup::page::sort(&mut rolled, column, form, &loaded.sources);
    if let Some(column) = options.sort.as_ref().filter(sort) {
        let columns = rollup::page::columns(&rolled, form);
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        bail!("the view {} has no column {column}{}", view.key(), choose::meant(column, &columns));
    }
    if let Some(most) = options.limit {
        rolled.limit(most);
        let left = rolled.left_out;
        said.extend((left > 0 && options.format == PageFormat::Csv).then(|| {
            format!(
                "termwise: {left} more {} left out: fewer were asked for, with --limit",
                if left == 1 { "row is" } else { "rows are" }
            )
        }));
    }
    let sheet = || rollup::page::page(&rolled, form, &loaded.sources);
    let mut bytes = Vec::new();
    let out = match options.format {
        PageFormat::Table => {
            page::text::write(&sheet(), look.width, look.colour, &mut bytes)?;
            Out::Text(String::from_utf8(bytes)?)
        }
        PageFormat::Markdown => {
            page::markdown::write(&sheet(), &mut bytes)?;
            Out::Data(bytes)
        }
        PageFormat::Html => {
            page::html::write(&sheet(), &mut bytes)?;
            Out::Data(bytes)
        }
        PageFormat::Csv => {
            page::csv::write(&rollup::page::data(&rolled, form, &loaded.sources), &mut bytes)?;
            Out::Data(bytes)
        }
        PageFormat::Json => Out::Data(wire::json(&wire::rollup::rollup(&rolled, form, &loaded.sources)).into_bytes()),
    };
    // The process ends here: the system takes the memory back faster than it could be freed piece by piece.
    drop(rolled);
    std::mem::forget(loaded);
    Ok(Printed { said, out, code })
}

/// What to say where the options leave no report: which there are.
fn none_left(loaded: &Loaded) -> String {
    let districts = districts(loaded);
    let districts: Vec<&str> = districts.iter().map(String::as_str).collect();
    let reports = loaded.corpus.reports();
    let mut terms: Vec<Term> = reports.iter().filter_map(Report::term).collect();
    terms.sort_unstable();
    let of = if districts.is_empty() { String::new() } else { format!(" of {}", listed(&districts, "and")) };
    let span = match (terms.first(), terms.last()) {
        (Some(first), Some(last)) if first != last => format!(", from {first} to {last}"),
        (Some(only), _) => format!(", for {only}"),
        (None, _) => String::new(),
    };
    format!("termwise: nothing to roll up: no report is of what you asked for; there are reports{of}{span}")
}
