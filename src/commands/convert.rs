//! `convert`: any input to canonical Markdown, YAML or JSON, nothing lost.

use super::configured::{Unset, configured};
use super::{NO_STDIN, Out, Printed, STDIN, outputs, troubles, unread, unwritten};
use crate::cli::{Convert, Language};
use crate::files::{self, Walk};
use crate::form::{Form, Limit};
use crate::load::{self, Loaded};
use crate::outline;
use crate::report::{Report, write};
use crate::wire;
use std::path::Path;

pub(super) fn run(options: &Convert) -> anyhow::Result<Printed> {
    let is_stdin = options.file.as_os_str() == "-";
    if options.stdin_filename.is_some() && !is_stdin {
        anyhow::bail!(NO_STDIN);
    }
    let stdin = options.stdin_filename.as_deref().unwrap_or(STDIN);
    let place = if is_stdin { Path::new(stdin) } else { &options.file };
    let configured = configured(&options.configured, &[place], Unset::Joined)?;
    let form = &configured.config.form;
    let (mut inputs, mut missing) = load::gather(std::slice::from_ref(&options.file), &Walk::default(), stdin)?;
    if inputs.len() > 1 || inputs.iter().any(|input| !input.named) {
        anyhow::bail!("{} is a folder; name one report to convert", options.file.display());
    }
    inputs.iter_mut().for_each(|input| input.named = true);
    if let Some(fault) = options.output.as_deref().and_then(|file| misnamed(file, options.to)) {
        anyhow::bail!(fault);
    }
    configured.place(&mut inputs);
    let loaded = load::load(inputs, form);
    missing.extend(loaded.troubles.iter().cloned());
    if !missing.is_empty() {
        return Ok(Printed { said: troubles(&missing), code: 2, ..Printed::default() });
    }
    if let Some(own) = loaded.own_pages.first() {
        anyhow::bail!("{own} is a page that termwise wrote, and no report");
    }
    let unread = unread(&loaded);
    if !unread.is_empty() {
        let mut said = unread;
        said.push("termwise: nothing was converted, since words would be lost; mend this first".to_owned());
        return Ok(Printed { said, code: 1, ..Printed::default() });
    }
    let said = unplaced(&loaded);
    let reports = loaded.corpus.reports();
    let text = match options.to {
        Language::Json => wire::json(&wire::convert::convert(reports, form, &loaded.sources)),
        Language::Yaml => write::yaml(reports, form),
        Language::Markdown => match (reports, &options.output) {
            ([only], _) => write::markdown(only, form),
            (several, Some(folder)) => {
                into_folder(several, folder, form)?;
                return Ok(Printed { said, ..Printed::default() });
            }
            (several, None) => anyhow::bail!(
                "{} holds {} reports; name a folder for them with --output",
                options.file.display(),
                several.len()
            ),
        },
    };
    if let Some(file) = &options.output {
        spare(file, text.as_bytes(), form)?;
        files::write(file, text.as_bytes()).map_err(|error| unwritten(file, &error))?;
        return Ok(Printed { said, ..Printed::default() });
    }
    Ok(Printed { said, out: Out::Data(text.into_bytes()), code: 0 })
}

/// What to say of a file whose ending tells another language than it would hold: nobody could read it.
fn misnamed(file: &Path, to: Language) -> Option<String> {
    let (holds, ending, right) = match to {
        Language::Markdown => ("Markdown", "md", Some(outline::Language::Markdown)),
        Language::Yaml => ("YAML", "yaml", Some(outline::Language::Yaml)),
        Language::Json => ("JSON", "json", None),
    };
    let told = outline::Language::of(&files::name(file))?;
    let better = files::name(&file.with_extension(ending));
    (Some(told) != right).then(|| format!("{} would hold {holds}; name it {better}", files::name(file)))
}

fn into_folder(reports: &[Report], folder: &Path, form: &Form) -> anyhow::Result<()> {
    files::make_folder(folder).map_err(|error| unwritten(folder, &error))?;
    let mut files = Vec::with_capacity(reports.len());
    for (number, report) in reports.iter().enumerate() {
        let term = report.term().map(|t| t.to_string()).unwrap_or_default();
        let name = safe_name(&format!("{} {term}", report.district().unwrap_or("unnamed")));
        let file = folder.join(format!("{:02}-{name}.md", number + 1));
        let text = write::markdown(report, form);
        spare(&file, text.as_bytes(), form)?;
        files.push((file, text));
    }
    for (file, text) in files {
        files::write(&file, text.as_bytes()).map_err(|error| unwritten(&file, &error))?;
    }
    Ok(())
}

/// That no report is lost under what is written, and no settings; what is there already may be written again.
fn spare(file: &Path, text: &[u8], form: &Form) -> anyhow::Result<()> {
    match files::read(file, Limit::File.most()) {
        Ok(there) if there == text => Ok(()),
        _ => outputs::spare([file], &[], &[], form),
    }
}

/// Words as a file name that every system takes: small letters, digits and hyphens.
fn safe_name(words: &str) -> String {
    let mut name = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    name.trim_end_matches('-').chars().take(80).collect()
}

/// A line that names the text that no section took.
fn unplaced(loaded: &Loaded) -> Vec<String> {
    let all = loaded.corpus.reports().iter().flat_map(|report| &report.unplaced);
    let lines: Vec<String> = all.map(|s| loaded.sources.position(s.text.span()).0.line.to_string()).collect();
    match lines.as_slice() {
        [] => Vec::new(),
        [line] => vec![format!(
            "termwise: the text on line {line} belongs to no section; it is kept under \u{201c}Unplaced\u{201d}"
        )],
        lines => vec![format!(
            "termwise: the text on lines {} belongs to no section; it is kept under \u{201c}Unplaced\u{201d}",
            lines.join(", ")
        )],
    }
}
