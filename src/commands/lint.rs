//! `lint`: check reports, with the reports around them as context.

use super::configured::{Unset, configured, places};
use super::{Out, Printed, place, spaced, troubles, unwritten, walk};
use crate::cli::{FailOn, FindingsFormat, Lint};
use crate::diagnostic::{Diagnostic, Level, Trouble};
use crate::files;
use crate::load::{self, Input, Loaded};
use crate::mend::Judge;
use crate::output::Look;
use crate::render::findings::{self, Ending, Summary};
use crate::render::plain;
use crate::report::Report;
use crate::rule::{Rule, listed};
use crate::rules;
use crate::source::SourceId;
use crate::term::Term;
use crate::wire;
use choose::Choice;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

mod checked;
mod choose;
mod known;
mod mending;

pub(super) fn run(options: Lint, look: Look) -> anyhow::Result<Printed> {
    let stdin = PathBuf::from(&options.stdin_filename);
    let mut paths = places(&options.paths);
    // Standard input stands for the file that it is named after; named after none, it has no place of its own.
    if is_stdin(&options) && (paths.is_empty() || files::real(&stdin).is_some()) {
        paths.push(&stdin);
    }
    let configured = configured(&options.configured, &paths, Unset::Refused)?;
    let form = &configured.config.form;
    let choice = Choice::of(&options, form.scheme)?;
    let settings = choice.applied(configured.config.settings.clone());
    let (mut inputs, mut missing) = load::gather(&options.paths, &walk(&options.search), &options.stdin_filename)?;
    if inputs.is_empty() && missing.is_empty() {
        if let Some(settings) = only_settings(&options) {
            let said = vec![format!("termwise: {settings} is in order; it holds settings and is no report")];
            return Ok(Printed { said, ..Printed::default() });
        }
        anyhow::bail!(
            "nothing to check: there is no .md, .markdown, .yaml, .yml or .txt file {}",
            place(&options.paths)
        );
    }
    configured.place(&mut inputs);
    let judge = Judge { form, settings: &settings };
    let takes = |finding: &Diagnostic, loaded: &Loaded| {
        choice.takes(finding.rule) && report_of(loaded, finding).is_none_or(|report| choice.is_in_term(report))
    };
    if options.fix && !options.diff && options.paths.iter().any(|path| path.as_os_str() == "-") {
        anyhow::bail!(
            "--fix mends files where they stand, and standard input is none; name the file, or add --diff to see \
             what would be changed"
        );
    }
    let to_show = if options.diff { inputs.clone() } else { Vec::new() };
    let mended = match options.fix && !options.diff {
        true => mending::write(&inputs, judge, &takes),
        false => mending::Mending::default(),
    };
    let mut others = if options.alone || options.show_files { Vec::new() } else { context(&options, &inputs)? };
    configured.place(&mut others);
    // Without any others all are asked for, and nobody need look a name up.
    let names = || inputs.iter().map(|input| input.name.clone()).collect();
    let asked: Option<HashSet<String>> = (options.show_files || !others.is_empty()).then(names);
    let is_asked = |name: &str| asked.as_ref().is_none_or(|asked| asked.contains(name));
    inputs.extend(others);
    let (loaded, mut found, broken) = load::judged(inputs, form, &settings);
    missing.extend(loaded.troubles.iter().chain(&broken).filter(|t| is_asked(&t.name)).cloned());
    missing.sort_by(|a, b| a.name.cmp(&b.name));
    let left_out: Vec<String> = loaded.not_reports.iter().filter(|name| is_asked(name)).cloned().collect();
    if let Some(asked) = asked.as_ref().filter(|_| options.show_files) {
        return Ok(show_files(asked, &left_out, &missing));
    }
    let sources = &loaded.sources;
    let in_place: Vec<&Report> =
        loaded.corpus.reports().iter().filter(|report| is_asked(sources.name(report.source))).collect();
    let reports: Vec<&Report> = in_place.iter().copied().filter(|report| choice.is_in_term(report)).collect();
    found.retain(|finding| is_asked(sources.name(finding.span.source)) && takes(finding, &loaded));
    if reports.is_empty() && missing.is_empty() && found.is_empty() {
        if !in_place.is_empty() {
            anyhow::bail!(
                "nothing to check: no report {} is of that term; {}",
                place(&options.paths),
                terms(&in_place)
            );
        }
        anyhow::bail!(
            "nothing to check: no file {} looks like a report; one that you name is checked whatever it looks like, \
             and --show-files lists those left out",
            place(&options.paths)
        );
    }
    if options.diff {
        return Ok(mending::show(&to_show, &missing, judge, &takes));
    }
    judge.prove(&mut found, &loaded);
    // What cannot be read is told once.
    let unmended: Vec<Trouble> = mended.troubles.into_iter().filter(|trouble| !missing.contains(trouble)).collect();
    missing.extend(unmended);
    let mut said = mended.said;
    said.extend(troubles(&missing));
    said.extend(if missing.is_empty() { None } else { spaced(&options.paths) });
    let known = match &options.baseline {
        Some(file) => known::leave_out(&mut found, file, &options, &choice, &loaded, &mut said)?,
        None => 0,
    };
    let open = found.iter().filter(|finding| finding.explained.is_none());
    let touched: HashSet<(SourceId, usize)> =
        open.map(|f| (f.span.source, report_of(&loaded, f).map_or(0, |report| report.number))).collect();
    let summary = Summary {
        reports: reports.len(),
        with_findings: touched.len(),
        known,
        not_reports: left_out.len(),
        troubles: missing.len(),
        mended: mended.findings,
        ..Summary::counting(&found)
    };
    let checked = if summary.errors + summary.queries == 0 {
        checked::lines(&reports, form, &settings, &choice, &loaded.sources)
    } else {
        Vec::new()
    };
    let ending = Ending {
        summary,
        checked,
        explained: options.explained,
        partial: choice.limits_rules(),
        explaining: checked::explaining(&found, &loaded.sources),
    };
    let code = if missing.is_empty() { u8::from(fails(&found, options.fail_on)) } else { 2 };
    let is_shown = |finding: &&Diagnostic| {
        (options.explained || finding.explained.is_none()) && (!options.quiet || finding.level == Level::Error)
    };
    let shown: Vec<Diagnostic> = found.iter().filter(is_shown).cloned().collect();
    let about = |name: &str| rules::ALL.iter().find(|rule| rule.name == name).map_or(String::new(), Rule::summary);
    let render = |format: FindingsFormat, look: Look| match format {
        FindingsFormat::Text if options.statistics => {
            let table = findings::statistics(&found, &about);
            let gap = if table.is_empty() { "" } else { "\n" };
            table + gap + &findings::closing(&ending)
        }
        FindingsFormat::Concise if options.statistics => findings::statistics(&found, &about),
        FindingsFormat::Text => findings::text(&shown, &ending, &loaded.sources, look.colour, look.width),
        FindingsFormat::Concise => findings::concise(&shown, &loaded.sources),
        FindingsFormat::Json => wire::json(&wire::lint::lint(&found, &summary, &missing, &loaded.sources)),
    };
    for (format, file) in &options.output {
        let plain = Look { colour: false, ..look };
        files::write(file, render(*format, plain).as_bytes()).map_err(|error| unwritten(file, &error))?;
    }
    let out = match options.format {
        FindingsFormat::Json => Out::Data(render(FindingsFormat::Json, look).into_bytes()),
        format => Out::Text(render(format, look)),
    };
    // The process ends here: the system takes the memory back faster than it could be freed piece by piece.
    std::mem::forget(loaded);
    Ok(Printed { said, out, code })
}

/// The other reports under the root of the paths, none of those that were asked for. Standard input
/// stands for the file that it is named after; named after none, it has no place and no context.
fn context(options: &Lint, asked: &[Input]) -> anyhow::Result<Vec<Input>> {
    let stdin = PathBuf::from(&options.stdin_filename);
    let is_stdin = is_stdin(options);
    let stands_for = files::real(&stdin).filter(|_| is_stdin);
    let first = match options.paths.iter().find(|path| path.as_os_str() != "-") {
        Some(first) => first,
        None if is_stdin && stands_for.is_none() => return Ok(Vec::new()),
        None if is_stdin => &stdin,
        None => Path::new("."),
    };
    let Some(root) = files::root(first) else { return Ok(Vec::new()) };
    if covers(&options.paths, &root) {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = asked.iter().filter_map(Input::real_path).chain(stands_for).collect();
    let (others, _) = load::gather(&[root], &walk(&options.search), "")?;
    let is_new = |input: &Input| input.real_path().is_none_or(|path| !known.contains(&path));
    Ok(others.into_iter().filter(is_new).collect())
}

/// The name of the termwise.yaml, where that is all that was to be checked and it was read.
fn only_settings(options: &Lint) -> Option<String> {
    let [path] = options.paths.as_slice() else { return None };
    let is_read = options.configured.config.is_none() && !options.configured.no_config;
    (is_read && files::settings(path).is_some_and(|file| files::real(&file) == files::real(path)))
        .then(|| files::name(path))
}

fn is_stdin(options: &Lint) -> bool {
    options.paths.iter().any(|path| path.as_os_str() == "-")
}

/// Whether the paths take in all of the root; no path is the current folder.
fn covers(paths: &[PathBuf], root: &Path) -> bool {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    paths.iter().any(|path| files::is_within(root, path))
}

/// Which report a finding is in: the last of its file that begins at or before it. Reports stand in the order of
/// their files.
fn report_of<'a>(loaded: &'a Loaded, found: &Diagnostic) -> Option<&'a Report> {
    let (reports, place) = (loaded.corpus.reports(), (found.span.source, found.span.start));
    let before = reports.partition_point(|report| (report.source, report.whole.start) <= place);
    let last = before.checked_sub(1).and_then(|at| reports.get(at));
    last.filter(|report| report.source == found.span.source)
}

/// Which terms there are reports of, in words.
fn terms(reports: &[&Report]) -> String {
    let mut terms: Vec<Term> = reports.iter().filter_map(|report| report.term()).collect();
    terms.sort();
    let mut names: Vec<String> = terms.iter().map(Term::to_string).collect();
    names.dedup();
    match names.as_slice() {
        [first, .., last] if names.len() > 6 => format!("there are reports from {first} to {last}"),
        _ => format!("there are reports of {}", listed(&names, "and")),
    }
}

fn fails(found: &[Diagnostic], fail_on: FailOn) -> bool {
    let least = match fail_on {
        FailOn::Error => Level::Error,
        FailOn::Query => Level::Query,
        FailOn::Note => Level::Note,
        FailOn::Never => return false,
    };
    found.iter().any(|finding| finding.explained.is_none() && finding.level >= least)
}

fn show_files(asked: &HashSet<String>, left_out: &[String], missing: &[Trouble]) -> Printed {
    let mut names: Vec<&String> = asked.iter().filter(|name| !missing.iter().any(|t| t.name == **name)).collect();
    names.sort();
    let line = |name: &&String| {
        if left_out.contains(name) {
            format!("{}: left out, it does not look like a report\n", plain(name))
        } else {
            format!("{}\n", plain(name))
        }
    };
    let out = Out::Text(names.iter().map(line).collect());
    Printed { said: troubles(missing), out, code: if missing.is_empty() { 0 } else { 2 } }
}
