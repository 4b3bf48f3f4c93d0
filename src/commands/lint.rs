//! `lint`: check reports, with the reports around them as context.

use super::{Out, Printed, troubles, walk};
use crate::cli::{FailOn, FindingsFormat, Lint};
use crate::diagnostic::{Diagnostic, Level};
use crate::files;
use crate::form::Form;
use crate::load::{self, Input, Loaded, Trouble};
use crate::output::Look;
use crate::render::findings::{self, Summary};
use crate::render::plain;
use crate::source::SourceId;
use crate::{rule, rules, wire};
use std::collections::HashSet;
use std::path::PathBuf;

pub(super) fn run(options: Lint, look: Look) -> anyhow::Result<Printed> {
    let form = Form::built_in();
    let (mut inputs, mut missing) = load::gather(&options.paths, &walk(&options.search), &options.stdin_filename)?;
    if inputs.is_empty() && missing.is_empty() {
        anyhow::bail!("nothing to check: there is no .md, .markdown, .yaml, .yml or .txt file here");
    }
    let asked: HashSet<String> = inputs.iter().map(|input| input.name.clone()).collect();
    if !options.alone && !options.show_files {
        let others = context(&options, &inputs)?;
        inputs.extend(others);
    }
    let mut loaded = load::load(inputs, &form);
    let is_asked = |id: SourceId| asked.contains(loaded.sources.name(id));
    let mut found = std::mem::take(&mut loaded.diagnostics);
    found.extend(rule::run(rules::ALL, &loaded.corpus, &form, &loaded.sources));
    found.retain(|finding| is_asked(finding.span.source));
    findings::sort(&mut found);
    missing.extend(loaded.troubles.iter().filter(|t| asked.contains(&t.name)).cloned());
    missing.sort_by(|a, b| a.name.cmp(&b.name));
    let left_out: Vec<String> = loaded.not_reports.iter().filter(|name| asked.contains(*name)).cloned().collect();
    if options.show_files {
        return Ok(show_files(&asked, &left_out, &missing));
    }
    let reports = loaded.corpus.reports().iter().filter(|r| is_asked(r.source)).count();
    if reports == 0 && missing.is_empty() && found.is_empty() {
        anyhow::bail!("nothing to check: no file here looks like a report ({} left out)", left_out.len());
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
    let render = |format: FindingsFormat, look: Look| match format {
        FindingsFormat::Text => {
            let shown: Vec<Diagnostic> =
                found.iter().filter(|f| !options.quiet || f.level == Level::Error).cloned().collect();
            findings::text(&shown, &summary, &loaded.sources, look.colour, look.width)
        }
        FindingsFormat::Concise => findings::concise(&found, &loaded.sources),
        FindingsFormat::Json => wire::json(&wire::lint::lint(&found, &summary, &missing, &loaded.sources)),
    };
    for (format, file) in &options.output {
        let plain = Look { colour: false, ..look };
        files::write(file, render(*format, plain).as_bytes())
            .map_err(|error| anyhow::anyhow!("{} could not be written: {error}", file.display()))?;
    }
    let out = match options.format {
        FindingsFormat::Json => Out::Data(render(FindingsFormat::Json, look).into_bytes()),
        format => Out::Text(render(format, look)),
    };
    Ok(Printed { said: troubles(&missing), out, code })
}

/// The other reports under the root of the paths, none of those that were asked for.
fn context(options: &Lint, asked: &[Input]) -> anyhow::Result<Vec<Input>> {
    let here = PathBuf::from(".");
    let first = options.paths.iter().find(|p| p.as_os_str() != "-").unwrap_or(&here);
    let Some(root) = files::root(first) else { return Ok(Vec::new()) };
    let covered = |path: &PathBuf| files::is_within(&root, path);
    if options.paths.is_empty() && covered(&here) || options.paths.iter().any(covered) {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = asked.iter().filter_map(Input::real_path).collect();
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
