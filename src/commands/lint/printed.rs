//! What `lint` prints, and writes into other files: the findings in each format, or the names of the files.

use super::brought::as_in_all;
use super::{Job, Read, least, report_of};
use crate::baseline::{Entry, fingerprints};
use crate::cli::FindingsFormat;
use crate::commands::{Out, Printed, explain, troubles, unwritten};
use crate::diagnostic::{Diagnostic, Level, NotRead};
use crate::files;
use crate::output::{Look, safe};
use crate::render::findings::{self, About, Ending, Extent, Results};
use crate::render::{page, plain};
use crate::rule::Rule;
use crate::rules;
use crate::source::SourceId;
use crate::wire;
use std::io;
use std::path::{Path, PathBuf};

/// The findings in the format that is asked for, after they are written to the files that are asked for.
///
/// # Errors
/// A file cannot be written.
pub(super) fn findings(job: Job<'_>, read: &Read, ending: &Ending, look: Look) -> anyhow::Result<Out> {
    let options = job.options;
    let printed = Printing { job, read, ending };
    for (format, file) in &options.output {
        let plain = Look { colour: false, ..look };
        let page = printed.page(*format, plain)?;
        let page = if is_for_people(*format) { safe(&page) } else { page.into() };
        files::write(file, page.as_bytes()).map_err(|error| unwritten(file, &error))?;
    }
    let page = printed.page(options.format, look)?;
    Ok(if is_for_people(options.format) { Out::Text(page) } else { Out::Data(page.into_bytes()) })
}

/// Whether a format is read in a terminal or a log, where what reports say must be no command. The others escape for
/// themselves, as their readers want it.
fn is_for_people(format: FindingsFormat) -> bool {
    match format {
        FindingsFormat::Text | FindingsFormat::Concise => true,
        FindingsFormat::Json
        | FindingsFormat::Jsonl
        | FindingsFormat::Sarif
        | FindingsFormat::Github
        | FindingsFormat::Gitlab
        | FindingsFormat::Azure
        | FindingsFormat::Junit
        | FindingsFormat::Markdown
        | FindingsFormat::Html => false,
    }
}

/// What a run has to tell, for each format that it is told in.
struct Printing<'a> {
    job: Job<'a>,
    read: &'a Read,
    ending: &'a Ending,
}

impl Printing<'_> {
    fn page(&self, format: FindingsFormat, look: Look) -> anyhow::Result<String> {
        let Printing { job: Job { options, .. }, read, ending } = *self;
        let is_shown = |finding: &&Diagnostic| {
            (options.explained || finding.explained.is_none()) && (!options.quiet || finding.level == Level::Error)
        };
        let shown = || read.found.iter().filter(is_shown).cloned().collect::<Vec<Diagnostic>>();
        let about = |name: &str| rules::ALL.iter().find(|rule| rule.name == name).map_or(String::new(), Rule::summary);
        let sources = &read.loaded.sources;
        Ok(match format {
            FindingsFormat::Text if options.statistics => {
                let table = findings::statistics(&read.found, &about);
                let gap = if table.is_empty() { "" } else { "\n" };
                table + gap + &findings::closing(ending)
            }
            FindingsFormat::Concise if options.statistics => findings::statistics(&read.found, &about),
            FindingsFormat::Text => findings::text(&shown(), ending, sources, look.colour, look.columns),
            FindingsFormat::Concise => findings::concise(&shown(), sources),
            FindingsFormat::Json => {
                let shape = wire::lint::lint(&read.found, ending, &read.missing, sources);
                wire::json(&shape.inexact(&read.inexact))
            }
            FindingsFormat::Jsonl => wire::lines(&wire::lint::lines(&read.found, ending, &read.missing, sources)),
            FindingsFormat::Sarif => self.told(&read.found, |results| wire::json(&wire::sarif::log(results))),
            FindingsFormat::Gitlab => self.told(&read.found, |results| wire::json(&wire::gitlab::report(results))),
            FindingsFormat::Junit => self.told(&read.found, findings::junit),
            FindingsFormat::Github => self.told(&shown(), findings::github),
            FindingsFormat::Azure => self.told(&shown(), findings::azure),
            FindingsFormat::Markdown => {
                let sheet = self.told(&shown(), |results| findings::sheet(results, Extent::Short));
                written(|out| page::markdown::write(&sheet, out))?
            }
            FindingsFormat::Html => {
                let sheet = self.told(&shown(), |results| findings::sheet(results, Extent::Whole));
                written(|out| page::html::write(&sheet, out))?
            }
        })
    }

    /// What `tell` makes of the results of the run, `found` among them.
    fn told<T>(&self, found: &[Diagnostic], tell: impl FnOnce(&Results<'_>) -> T) -> T {
        let Printing { job, read, ending } = *self;
        let sources = &read.loaded.sources;
        let first = job.options.paths.first().map_or(Path::new("."), PathBuf::as_path);
        let top = files::top(first);
        let entry = |finding: &Diagnostic| Entry::of(&as_in_all(finding), report_of(&read.loaded, finding), sources);
        let all = found.iter().chain(&read.known);
        let fingerprints = fingerprints(all.map(|found| (sources.path(found.span.source), entry(found))));
        let mut checked: Vec<SourceId> = read.reports().map(|report| report.source).collect();
        checked.dedup();
        let rules: Vec<About> = rules::ALL.iter().map(|rule| about(rule, read)).collect();
        tell(&Results {
            found,
            known: &read.known,
            has_baseline: job.options.baseline.is_some(),
            fingerprints: &fingerprints,
            troubles: &read.missing,
            checked: &checked,
            ending,
            rules: &rules,
            fails_at: least(job.options.fail_on),
            foreign_settings: read.foreign_settings,
            sources,
            address: &|name| files::address(Path::new(name), &top),
        })
    }
}

fn about(rule: &Rule, read: &Read) -> About {
    About {
        name: rule.name,
        group: rule.group.name(),
        level: rule.level,
        on: rule.on,
        summary: rule.summary(),
        page: rule.documentation(),
        text: explain::text(rule),
        judged: read.judged.contains(&rule.name),
    }
}

/// What is written to memory.
fn written(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    Ok(String::from_utf8(bytes)?)
}

/// The names of the files that would be checked, and of those that are left out.
pub(super) fn files(read: &Read, others: &[NotRead]) -> Printed {
    let is_missing = |name: &str| read.missing.iter().any(|trouble| trouble.name == name);
    let mut names: Vec<&String> = read.asked.iter().flatten().filter(|name| !is_missing(name)).collect();
    names.sort();
    let line = |name: &&String| {
        if read.loaded.own_pages.contains(name) {
            format!("{}: left out, it is a page that termwise wrote\n", plain(name))
        } else if read.left_out.contains(name) {
            format!("{}: left out, it does not look like a report\n", plain(name))
        } else {
            format!("{}\n", plain(name))
        }
    };
    let other = |file: &NotRead| format!("{}: left out, it is {}\n", plain(&file.name), file.what);
    let mut lines: Vec<String> = names.iter().map(line).chain(others.iter().map(other)).collect();
    lines.sort();
    let out = Out::Text(lines.concat());
    Printed { said: troubles(&read.missing), out, code: if read.missing.is_empty() { 0 } else { 2 } }
}
