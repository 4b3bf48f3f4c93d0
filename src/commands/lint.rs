//! `lint`: check reports, with the reports around them as context.

use super::{Out, Printed, place, spaced, troubles, unwritten, walk};
use crate::cli::{FailOn, FindingsFormat, Lint};
use crate::diagnostic::{Diagnostic, Level, Trouble};
use crate::files;
use crate::form::Form;
use crate::load::{self, Input, Loaded};
use crate::output::Look;
use crate::render::findings::{self, Summary};
use crate::render::plain;
use crate::report::Report;
use crate::source::{SourceId, Sources};
use crate::{rule, rules, wire};
use std::collections::HashSet;
use std::path::PathBuf;

pub(super) fn run(options: Lint, look: Look) -> anyhow::Result<Printed> {
    let form = Form::built_in();
    let (mut inputs, mut missing) = load::gather(&options.paths, &walk(&options.search), &options.stdin_filename)?;
    if inputs.is_empty() && missing.is_empty() {
        anyhow::bail!(
            "nothing to check: there is no .md, .markdown, .yaml, .yml or .txt file {}",
            place(&options.paths)
        );
    }
    let others = if options.alone || options.show_files { Vec::new() } else { context(&options, &inputs)? };
    // Without any others all are asked for, and nobody need look a name up.
    let names = || inputs.iter().map(|input| input.name.clone()).collect();
    let asked: Option<HashSet<String>> = (options.show_files || !others.is_empty()).then(names);
    let is_asked = |name: &str| asked.as_ref().is_none_or(|asked| asked.contains(name));
    inputs.extend(others);
    let judge = |reports: &[Report], sources: &Sources| rule::judge(rules::ALL, reports, &form, sources);
    let (mut loaded, judged) = load::load_and(inputs, &form, judge);
    let mut found = std::mem::take(&mut loaded.diagnostics);
    let mut broken = Vec::new();
    for judged in judged {
        found.extend(judged.found);
        broken.extend(judged.broken);
    }
    found.extend(rule::across(rules::ALL, &loaded.corpus, &form, &loaded.sources));
    found.retain(|finding| is_asked(loaded.sources.name(finding.span.source)));
    findings::sort(&mut found);
    missing.extend(loaded.troubles.iter().chain(&broken).filter(|t| is_asked(&t.name)).cloned());
    missing.sort_by(|a, b| a.name.cmp(&b.name));
    let left_out: Vec<String> = loaded.not_reports.iter().filter(|name| is_asked(name)).cloned().collect();
    if let Some(asked) = asked.as_ref().filter(|_| options.show_files) {
        return Ok(show_files(asked, &left_out, &missing));
    }
    let reports = loaded.corpus.reports().iter().filter(|r| is_asked(loaded.sources.name(r.source))).count();
    if reports == 0 && missing.is_empty() && found.is_empty() {
        anyhow::bail!(
            "nothing to check: no file {} looks like a report; one that you name is checked whatever it looks like, \
             and --show-files lists those left out",
            place(&options.paths)
        );
    }
    let touched: HashSet<(SourceId, usize)> = found.iter().map(|f| (f.span.source, of_stream(&loaded, f))).collect();
    let summary = Summary {
        reports,
        with_findings: touched.len(),
        not_reports: left_out.len(),
        troubles: missing.len(),
        ..Summary::counting(&found)
    };
    let code = if missing.is_empty() { u8::from(fails(&found, options.fail_on)) } else { 2 };
    let shown: Vec<Diagnostic> = found.iter().filter(|f| !options.quiet || f.level == Level::Error).cloned().collect();
    let render = |format: FindingsFormat, look: Look| match format {
        FindingsFormat::Text => findings::text(&shown, &summary, &loaded.sources, look.colour, look.width),
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
    let mut said = troubles(&missing);
    said.extend(if missing.is_empty() { None } else { spaced(&options.paths) });
    Ok(Printed { said, out, code })
}

/// The other reports under the root of the paths, none of those that were asked for. Standard input
/// stands for the file that it is named after; named after none, it has no place and no context.
fn context(options: &Lint, asked: &[Input]) -> anyhow::Result<Vec<Input>> {
    let (here, stdin) = (PathBuf::from("."), PathBuf::from(&options.stdin_filename));
    let is_stdin = options.paths.iter().any(|path| path.as_os_str() == "-");
    let stands_for = files::real(&stdin).filter(|_| is_stdin);
    let first = match options.paths.iter().find(|path| path.as_os_str() != "-") {
        Some(first) => first,
        None if is_stdin && stands_for.is_none() => return Ok(Vec::new()),
        None if is_stdin => &stdin,
        None => &here,
    };
    let Some(root) = files::root(first) else { return Ok(Vec::new()) };
    let covered = |path: &PathBuf| files::is_within(&root, path);
    if options.paths.is_empty() && covered(&here) || options.paths.iter().any(covered) {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = asked.iter().filter_map(Input::real_path).chain(stands_for).collect();
    let (others, _) = load::gather(&[root], &walk(&options.search), "")?;
    let is_new = |input: &Input| input.real_path().is_none_or(|path| !known.contains(&path));
    Ok(others.into_iter().filter(is_new).collect())
}

/// Which report of a stream a finding is in: the last that begins at or before it. Reports stand in the
/// order of their files.
fn of_stream(loaded: &Loaded, found: &Diagnostic) -> usize {
    let (reports, place) = (loaded.corpus.reports(), (found.span.source, found.span.start));
    let before = reports.partition_point(|report| (report.source, report.whole.start) <= place);
    let last = before.checked_sub(1).and_then(|at| reports.get(at));
    last.filter(|report| report.source == found.span.source).map_or(0, |report| report.number)
}

fn fails(found: &[Diagnostic], fail_on: FailOn) -> bool {
    let least = match fail_on {
        FailOn::Error => Level::Error,
        FailOn::Query => Level::Query,
        FailOn::Note => Level::Note,
        FailOn::Never => return false,
    };
    found.iter().any(|finding| finding.level >= least)
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
