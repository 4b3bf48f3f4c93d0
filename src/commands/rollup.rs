//! `rollup`: all districts and terms on one page.

use super::configured::{Configured, Unset, configured, places};
use super::{Printed, districts, not_read, outputs, place, troubles, unread, walk};
use crate::cli::{Rollup, Search};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, NotRead};
use crate::disclosure;
use crate::files;
use crate::form::fold_name;
use crate::load::{self, Input, Loaded, Scan};
use crate::output::Look;
use crate::report::Report;
use crate::rollup::Filter;
use crate::rule::listed;
use crate::rules;
use crate::term::Term;
use anyhow::bail;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

mod choose;
mod document;
mod printed;

pub(super) fn run(options: Rollup, look: Look) -> anyhow::Result<Printed> {
    printed::fits(&options, look)?;
    let mut configured = configured(&options.configured, &places(&options.paths), Unset::Joined)?;
    configured.config.form.as_at.clone_from(&options.as_at);
    let (mut inputs, mut missing, mut other_files) =
        load::gather_all(&options.paths, &walk(&options.search), "standard-input.md")?;
    configured.config.form.elsewhere = elsewhere(&options, &inputs, &configured)?;
    let Config { form, settings } = &configured.config;
    let filter = choose::filter(&options, form)?;
    let template: Vec<&Path> = options.document.iter().map(Path::new).collect();
    outputs::spare(options.output.iter().map(|(_, file)| file.as_path()), &inputs, &template, form)?;
    configured.place(&mut inputs);
    if printed::is_handed_on(&options) {
        inputs.iter_mut().for_each(|input| input.name = near(&input.name, &configured.root, &options.paths));
    }
    let scan = if printed::shows_statements(&options) { Scan::Now } else { Scan::WhenShown };
    let (mut read, _) = load::load_and(inputs, form, scan, |_, _, _| ());
    missing.extend(std::mem::take(&mut read.troubles));
    let loaded = &read;
    let mut said = troubles(&missing);
    said.extend(unread(loaded));
    if loaded.corpus.reports().is_empty() {
        if said.is_empty() {
            let others = not_read(&other_files).map_or_else(String::new, |others| format!("; {others}"));
            bail!("nothing to roll up: no file {} looks like a report{others}", place(&options.paths));
        }
        said.extend(not_read(&other_files).map(|others| format!("termwise: {others}")));
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    choose::known(&options, &filter, loaded, form)?;
    if scan == Scan::Now || printed::is_page(&options) {
        disclosure::in_series(&mut read.sources, &read.corpus, None);
    }
    if options.mask {
        let threshold = rules::threshold(settings.everywhere());
        disclosure::mask(&mut read.sources, &read.corpus, threshold);
    } else if scan == Scan::Now {
        said.extend(together(&read));
    }
    let loaded = &read;
    let mut findings = Vec::new();
    // The rules take longer than all else together, and only some views and formats show what they find.
    if printed::needs_findings(&options, loaded) {
        let (found, broken) = loaded.judge(form, settings);
        findings = found;
        said.extend(troubles(&broken));
        missing.extend(broken);
    }
    read.corpus.set_versions_aside();
    findings.retain(|found| found.rule == "report-duplicate" || !is_aside(found, &read));
    if options.mask {
        // What they tell of stands no more on a page that is masked.
        findings.retain(|found| !disclosure::OF_COUNTS.contains(&found.rule));
    }
    let loaded = &read;
    let code = if missing.is_empty() { 0 } else { 2 };
    let mut unreadable: Vec<NotRead> = missing.into_iter().map(NotRead::from).collect();
    unreadable.extend(loaded.no_text.iter().cloned());
    if printed::is_handed_on(&options) {
        let names = unreadable.iter_mut().chain(&mut other_files).map(|file| &mut file.name);
        names.for_each(|name| *name = near(name, &configured.root, &options.paths));
    }
    unreadable.sort_by(|a, b| a.name.cmp(&b.name));
    let (findings, filter) = (&findings[..], &filter);
    let from = printed::From { loaded, form, findings, filter, unreadable: &unreadable, other_files: &other_files };
    let Some(out) = printed::printed(from, &options, look, &mut said)? else {
        said.push(none_left(loaded, filter));
        return Ok(Printed { said, code: 2, ..Printed::default() });
    };
    // The process ends here: the system takes the memory back faster than it could be freed piece by piece.
    std::mem::forget(read);
    Ok(Printed { said, out, code })
}

/// The name of a file without the folders above the reports, as it may stand on a page that is handed on: it may hold the
/// name of whoever keeps them.
fn near(name: &str, root: &Path, paths: &[PathBuf]) -> String {
    if !Path::new(name).is_absolute() {
        return name.to_owned();
    }
    let folders = std::iter::once(root).chain(paths.iter().filter_map(|path| path.parent()));
    let under = |folder: &Path| {
        let rest = name.strip_prefix(files::name(folder).trim_end_matches('/'))?.strip_prefix('/')?;
        folder.is_absolute().then(|| rest.to_owned())
    };
    let last = || name.rsplit('/').next().unwrap_or_default().to_owned();
    folders.into_iter().find_map(under).unwrap_or_else(last)
}

/// The reports that are there and were not asked for, as a folder, files or --exclude leave them out: they are not missing.
fn elsewhere(options: &Rollup, asked: &[Input], configured: &Configured) -> anyhow::Result<HashMap<String, Vec<Term>>> {
    let here = Path::new(".");
    let root = files::root(options.paths.first().map_or(here, |path| path.as_path()));
    let covers = |root: &PathBuf| match options.paths.as_slice() {
        [] => files::is_within(root, here),
        paths => paths.iter().any(|path| files::is_within(root, path)),
    };
    if options.search.exclude.is_empty() && root.as_ref().is_none_or(covers) {
        return Ok(HashMap::new());
    }
    let search = Search { exclude: Vec::new(), ..options.search.clone() };
    let places = root.map_or_else(|| options.paths.clone(), |root| vec![root]);
    let (mut others, _) = load::gather(&places, &walk(&search), "")?;
    let known: HashSet<PathBuf> = asked.iter().filter_map(Input::real_path).collect();
    others.retain(|input| input.real_path().is_none_or(|path| !known.contains(&path)));
    configured.place(&mut others);
    let loaded = load::load(others, &configured.config.form);
    let mut terms: HashMap<String, Vec<Term>> = HashMap::new();
    for report in loaded.corpus.reports() {
        if let (Some(district), Some(term)) = (report.district(), report.term()) {
            terms.entry(fold_name(district)).or_default().push(term);
        }
    }
    Ok(terms)
}

/// What to say where reports together give away a figure that one of them keeps back.
fn together(loaded: &Loaded) -> Option<String> {
    let given = disclosure::together(&loaded.corpus);
    let first = given.first()?;
    let place = format!("{}, line {}", loaded.sources.name(first.span.source), loaded.sources.start(first.span).line);
    let figures = if given.len() == 1 { "a figure that is" } else { "figures that are" };
    let more = if given.len() == 1 { String::new() } else { format!(" and {} more", given.len() - 1) };
    Some(format!(
        "termwise: these reports together give away {figures} kept back ({place}{more}); \
         --view findings says how, and --mask leaves out another figure"
    ))
}

/// Whether a finding is in a version of a report that does not count.
fn is_aside(found: &Diagnostic, loaded: &Loaded) -> bool {
    let holds = |reports: &[Report]| reports.iter().any(|report| report.source == found.span.source);
    holds(loaded.corpus.aside()) && !holds(loaded.corpus.reports())
}

/// What to say where the options leave no report: which there are.
fn none_left(loaded: &Loaded, filter: &Filter) -> String {
    let statuses: Vec<&str> = filter.statuses.iter().map(|status| status.key()).collect();
    if !statuses.is_empty() {
        return format!(
            "termwise: nothing to roll up: no priority states {} in the latest report on it that you asked for; \
             --to TERM asks for earlier ones",
            listed(&statuses, "or")
        );
    }
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
