//! Where --output may write: never over a report or the settings, and never under a name that tells another format, which
//! nobody could open.

use crate::files;
use crate::form::Form;
use crate::load::{self, Content, Input};
use crate::outline::Language;
use clap::ValueEnum;
use std::path::Path;

/// What a file would hold: the name of the format, what it is in words, and the endings of its files, the best first.
type Holds = (&'static str, &'static str, &'static [&'static str]);

const FORMATS: &[Holds] = &[
    ("markdown", "Markdown", &["md", "markdown", "txt"]),
    ("html", "a web page", &["html", "htm"]),
    ("csv", "a table as CSV", &["csv", "txt"]),
    ("xlsx", "a workbook", &["xlsx"]),
    ("json", "JSON", &["json", "txt"]),
    ("jsonl", "JSON in lines", &["jsonl", "ndjson", "txt"]),
    ("sarif", "SARIF", &["sarif", "json"]),
    ("github", "plain text", &["txt", "log"]),
    ("gitlab", "JSON", &["json"]),
    ("azure", "plain text", &["txt", "log"]),
    ("junit", "test results as XML", &["xml"]),
    ("table", "plain text", &["txt"]),
    ("text", "plain text", &["txt"]),
    ("concise", "plain text", &["txt"]),
];

/// Endings that tell what is in a file to whoever opens it, beside those of the formats.
const OTHERS: &[&str] = &["yaml", "yml", "doc", "docx", "odt", "rtf", "pdf", "xls", "xlsm", "ods", "zip"];

/// That each file's ending is one for what it would hold.
///
/// # Errors
/// A file whose ending tells another format, one that two formats would be written to, or a name that is none.
pub(super) fn named_rightly<F: ValueEnum>(outputs: &[(F, impl AsRef<Path>)]) -> anyhow::Result<()> {
    let mut seen = Vec::new();
    for (format, file) in outputs {
        let file = file.as_ref();
        if file == Path::new("-") {
            anyhow::bail!(
                "--output writes into a file, and - is none; what goes to standard output is chosen with --format"
            );
        }
        // `./a`, `b/../a` and a link to it are one.
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let in_folder = || Some(files::real(folder)?.join(file.file_name()?));
        let plain = files::real(file).or_else(in_folder).unwrap_or_else(|| file.to_path_buf());
        if seen.contains(&plain) {
            anyhow::bail!(
                "--output names {} twice, and one format would take the place of the other; name two files",
                files::name(file)
            );
        }
        seen.push(plain);
        let value = format.to_possible_value();
        let holds = FORMATS.iter().find(|(name, ..)| value.as_ref().is_some_and(|value| value.get_name() == *name));
        let Some((_, holds, endings)) = holds else { continue };
        let Some(ending) = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()) else { continue };
        let tells = || FORMATS.iter().flat_map(|(_, _, all)| *all).chain(OTHERS).any(|known| *known == ending);
        if let Some(best) = endings.first().filter(|_| !endings.contains(&ending.as_str()) && tells()) {
            let (name, better) = (files::name(file), files::name(&file.with_extension(best)));
            anyhow::bail!("{name} would hold {holds}, and its ending tells otherwise; name it {better}");
        }
    }
    Ok(())
}

/// That no file is one that the run is about: a report, whether it is read in this run or not, one that was named, the
/// settings, or one of the `others` that it reads.
///
/// # Errors
/// A file that would be lost.
pub(super) fn spare<'p>(
    outputs: impl IntoIterator<Item = &'p Path>,
    inputs: &[Input],
    others: &[&Path],
    form: &Form,
) -> anyhow::Result<()> {
    for file in outputs {
        let name = files::name(file);
        if files::names_settings(file) {
            anyhow::bail!("{name} is the name of the settings, and nothing else is written there; {ANOTHER}");
        }
        let Some(real) = files::real(file).filter(|_| files::is_file(file)) else { continue };
        let is_settings =
            || form.settings.as_ref().is_some_and(|it| files::real(Path::new(&it.name)).as_ref() == Some(&real));
        if is_settings() || others.iter().any(|other| files::real(other).as_ref() == Some(&real)) {
            anyhow::bail!("{name} is read in this run, and is left as it is; {ANOTHER}");
        }
        let is_named = || inputs.iter().any(|input| input.named && input.real_path().as_ref() == Some(&real));
        if holds_a_report(file, form) || is_named() {
            anyhow::bail!("{name} holds a report, and is left as it is; {ANOTHER}");
        }
    }
    Ok(())
}

const ANOTHER: &str = "nothing was written: name another file with --output";

/// Whether a file is there that reads as a report, or may be one and cannot be read.
fn holds_a_report(file: &Path, form: &Form) -> bool {
    let name = files::name(file);
    if Language::of(&name).is_none() {
        return false;
    }
    let input = Input { name, content: Content::File(file.to_path_buf()), path: None, named: false, handed_in: false };
    let loaded = load::load(vec![input], form);
    loaded.not_reports.is_empty()
}
