//! `diff --rev A..B`: the reports that changed between two revisions of a folder. One that was edited is compared with
//! what it was; one that is new, with the district's report before it: what came of the plan.

use super::{page_of, part, walk};
use crate::cli::{Diff, DiffFormat};
use crate::commands::configured::{Unset, configured, places};
use crate::commands::{Out, Printed, troubles};
use crate::diagnostic::Trouble;
use crate::diff::{self, Beside, Changes, Comparison};
use crate::files::{self, Unread};
use crate::form::{Form, Limit};
use crate::git::{self, Blob, Git};
use crate::load::{self, Input, Loaded};
use crate::output::Look;
use crate::page::{Block, Page, words};
use crate::report::Report;
use crate::wire;
use anyhow::bail;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

pub(super) fn run(options: &Diff, revisions: &str, look: Look) -> anyhow::Result<Printed> {
    let Some((from, to)) = revisions.split_once("..").filter(|(from, to)| named(from) && named(to)) else {
        bail!("--rev takes two revisions with two dots between them, such as main..HEAD");
    };
    let folder = match options.paths.as_slice() {
        [] => PathBuf::from("."),
        [only] if files::is_folder(only) => only.clone(),
        _ => bail!("--rev compares one folder of reports; name that folder, or none for the one you are in"),
    };
    let configured = configured(&options.configured, &places(&options.paths), Unset::Joined)?;
    let form = &configured.config.form;
    let git = Git::in_folder(&folder, "--rev")?;
    let under = |path: &str| if folder == Path::new(".") { path.to_owned() } else { files::name(&folder.join(path)) };
    if options.search.no_ignore {
        bail!("--no-ignore is for searching a folder; --rev compares every report that git keeps, ignored or not");
    }
    let is_reached = files::reached(&walk(&options.search))?;
    let is_report = |blob: &Blob| files::may_be_report(Path::new(&blob.path)) && is_reached(Path::new(&blob.path));
    let [before, after] = [git.files(from)?, git.files(to)?].map(|mut blobs| {
        blobs.retain(is_report);
        blobs.iter_mut().for_each(|blob| blob.path = under(&blob.path));
        blobs
    });
    let same: HashSet<(String, String)> = {
        let known: HashSet<_> = before.iter().map(|blob| (blob.path.clone(), blob.id.clone())).collect();
        after.iter().map(|blob| (blob.path.clone(), blob.id.clone())).filter(|blob| known.contains(blob)).collect()
    };
    let is_same = |blob: &Blob| same.contains(&(blob.path.clone(), blob.id.clone()));
    let mut said: Vec<Trouble> = Vec::new();
    let mut inputs =
        gathered(&git, before.into_iter().filter(|blob| !is_same(blob)), &format!("{from}:"), form, &mut said)?;
    inputs.extend(gathered(&git, after.iter().cloned(), "", form, &mut said)?);
    let loaded = load::load(inputs, form);
    said.extend(loaded.troubles.iter().cloned());
    let unchanged: HashSet<&str> = after.iter().filter(|blob| is_same(blob)).map(|blob| blob.path.as_str()).collect();
    let changes = Changes::of(&loaded.corpus, &loaded.sources, &format!("{from}:"), &unchanged);
    let comparisons: Vec<Comparison<'_>> =
        changes.pairs.iter().map(|pair| diff::compare(&pair.earlier, &pair.later, form)).collect();
    let has_changed =
        changes.to_tell(&comparisons).next().is_some() || !changes.first.is_empty() || !changes.gone.is_empty();
    let code = if said.is_empty() { u8::from(options.exit_code && has_changed) } else { 2 };
    let out = match options.format {
        DiffFormat::Json => {
            let shape = wire::diff::revisions(&comparisons, &changes.first, &changes.gone, form, &loaded.sources);
            Out::Data(wire::json(&shape).into_bytes())
        }
        format => page_of(&sheet(revisions, &comparisons, &changes, options, form, &loaded), format, look)?,
    };
    Ok(Printed { said: troubles(&said), out, code })
}

/// Whether words may name a revision: git would take what begins with a dash for an option.
fn named(revision: &str) -> bool {
    !revision.is_empty() && !revision.starts_with(['-', '.'])
}

/// The files as inputs, their names after `prefix`. One that is too large is told and left out.
fn gathered(
    git: &Git,
    blobs: impl Iterator<Item = Blob>,
    prefix: &str,
    form: &Form,
    said: &mut Vec<Trouble>,
) -> anyhow::Result<Vec<Input>> {
    let most = form.limits.of(Limit::File);
    let (fit, large): (Vec<Blob>, Vec<Blob>) = blobs.partition(|blob| blob.size <= most as u64);
    let why = Unread::TooLarge(most).told(&form.limits);
    said.extend(large.into_iter().map(|blob| Trouble { name: format!("{prefix}{}", blob.path), why: why.clone() }));
    let contents = git.contents(&fit)?;
    let input = |(blob, bytes): (Blob, Vec<u8>)| Input {
        path: Some(blob.path.clone()),
        named: false,
        ..Input::of(&format!("{prefix}{}", blob.path), bytes)
    };
    Ok(fit.into_iter().zip(contents).map(input).collect())
}

/// One page of all comparisons, each under its own heading.
fn sheet(
    revisions: &str,
    comparisons: &[Comparison<'_>],
    changes: &Changes,
    options: &Diff,
    form: &Form,
    loaded: &Loaded,
) -> Page {
    let sources = &loaded.sources;
    let mut blocks = Vec::new();
    let (from, to) = revisions.split_once("..").unwrap_or((revisions, ""));
    let prefix = format!("{from}:");
    let path = |report: &Report| {
        let name = sources.name(report.source);
        name.strip_prefix(&prefix).unwrap_or(name).to_owned()
    };
    let title = |report: &Report| {
        let district = report.districts.first().map(|first| sources.value(&first.stated.value, &first.stated.text));
        let district = district.unwrap_or_else(|| path(report));
        report.term().map_or(district.clone(), |term| format!("{district}: {term}"))
    };
    // Of many that are new, the file says which is meant.
    let placed = |report: &Report| match report.districts.first() {
        Some(_) => words(format!("{} ({})", title(report), path(report))),
        None => words(title(report)),
    };
    let all = |reports: &[Report]| reports.iter().map(placed).collect::<Vec<_>>();
    let to_tell: Vec<_> = changes.to_tell(comparisons).collect();
    if to_tell.is_empty() && changes.first.is_empty() && changes.gone.is_empty() {
        blocks.push(Block::Note(words("No report changed.")));
    }
    for (text, reports) in [
        ("New, with no earlier report of the district to compare with:", &changes.first),
        ("There no more:", &changes.gone),
    ] {
        if !reports.is_empty() {
            blocks.extend([Block::Note(words(text)), Block::List(all(reports))]);
        }
    }
    for (pair, comparison) in to_tell {
        let page = diff::page(comparison, part(options), form, sources);
        let heading = match pair.beside {
            Beside::Itself => format!("{} (edited)", title(comparison.later)),
            Beside::Twin => {
                let (this, other) = (sources.name(pair.later.source), sources.name(pair.earlier.source));
                format!("{} (a second report of that term: {this} beside {other})", title(comparison.later))
            }
            Beside::Before => page.title,
        };
        blocks.push(Block::Heading(1, words(heading)));
        blocks.extend(page.blocks.into_iter().map(|block| match block {
            Block::Heading(level, words) => Block::Heading(level.saturating_add(1), words),
            other => other,
        }));
    }
    Page { title: format!("Reports from {} to {}", git::short(from), git::short(to)), blocks }
}
