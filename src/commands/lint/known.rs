//! The baseline: findings that are known already are left out, those that are gone are told.

use super::super::unwritten;
use super::contribution::Contribution;
use super::in_force::top;
use super::{Read, around::covers, choose::Choice, report_of};
use crate::baseline::{Baseline, Entry};
use crate::cli::Lint;
use crate::diagnostic::Diagnostic;
use crate::files;
use crate::form::Limit;
use crate::rule::quoted;
use crate::wire;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The most stale entries that are told.
const MOST: usize = 10;

/// Takes the findings that the baseline in `file` knows out of those that were found; with `--write-baseline` the file is
/// written first, from all of them. Lines about stale entries go to `said`.
///
/// # Errors
/// The file cannot be read or written, or is no baseline.
pub fn leave_out(
    read: &mut Read,
    file: &Path,
    options: &Lint,
    choice: &Choice,
    contribution: &mut Contribution,
    said: &mut Vec<String>,
) -> anyhow::Result<()> {
    let (loaded, asked, found) = (&read.loaded, read.asked.as_ref(), &mut read.found);
    let entry = |finding: &Diagnostic| Entry::of(finding, report_of(loaded, finding), &loaded.sources);
    let open = |finding: &Diagnostic| finding.explained.is_none();
    let name = files::name(file);
    let here = [PathBuf::from(".")];
    let first = options.paths.first().unwrap_or(&here[0]);
    // A run over a part of the reports cannot tell which entries are stale.
    let named = |asked: &HashSet<String>| {
        let mut reports = loaded.corpus.reports().iter();
        reports.all(|report| asked.contains(loaded.sources.name(report.source)))
    };
    let none_left_out = || !options.alone && asked.is_none_or(named);
    let covers_all = || files::root(first).is_none_or(|root| covers(&options.paths, &root));
    let is_whole = choice.is_all() && options.changed_since.is_none() && (covers_all() || none_left_out());
    let mut baseline = if options.write_baseline {
        if !is_whole {
            anyhow::bail!(
                "a baseline holds what there is in all reports, and these are only a part of them; leave the paths out, \
                 or name the folder that holds them all"
            );
        }
        may_be_written(file)?;
        let mut baseline = Baseline::default();
        found.iter().filter(|finding| open(finding)).for_each(|finding| baseline.add(entry(finding), 1));
        files::write(file, wire::baseline::write(&baseline).as_bytes()).map_err(|error| unwritten(file, &error))?;
        baseline
    } else {
        let hint = "; --write-baseline writes it";
        let understood = bytes_of(file).and_then(|bytes| wire::baseline::read(&String::from_utf8_lossy(&bytes)));
        match understood {
            Ok(baseline) => baseline,
            // That of the branch that a contribution goes to is not the contribution's fault, which may mend it.
            Err(why) if options.contribution.is_some() && !contribution.is_own => {
                contribution.tell_baseline(&files::address(file, &top(options)), &why);
                Baseline::default()
            }
            Err(why) => anyhow::bail!("{name} could not be read: {why}{hint}"),
        }
    };
    let (known, new) =
        std::mem::take(found).into_iter().partition(|found| open(found) && baseline.takes(&entry(found)));
    *found = new;
    if is_whole {
        stale(&baseline, &name, said);
    }
    read.known = known;
    Ok(())
}

/// The bytes of a baseline: it is no report, and may be as large as any file.
fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    files::read(file, Limit::File.most()).map_err(|why| why.words())
}

/// Whether a baseline may be written to this place: what is there must be a baseline, or nothing.
fn may_be_written(file: &Path) -> anyhow::Result<()> {
    let name = files::name(file);
    if files::real(file).is_none() {
        return Ok(());
    }
    let bytes = bytes_of(file).map_err(|why| anyhow::anyhow!("{name} is left as it is: {why}"))?;
    let text = String::from_utf8_lossy(&bytes);
    match wire::baseline::read(&text) {
        Err(_) if !text.trim().is_empty() => {
            anyhow::bail!("{name} is no baseline of termwise and is left as it is; give the baseline another name")
        }
        _ => Ok(()),
    }
}

fn stale(baseline: &Baseline, name: &str, said: &mut Vec<String>) {
    let entries: Vec<(&Entry, usize)> = baseline.entries().collect();
    let many = match entries.len() {
        0 => return,
        1 => "1 entry is stale: what it knew is".to_owned(),
        n => format!("{n} entries are stale: what they knew is"),
    };
    said.push(format!("termwise: {name}: {many} no longer found; write the baseline anew with --write-baseline"));
    for (entry, count) in entries.iter().take(MOST) {
        let of = [entry.district.as_deref(), entry.term.as_deref(), entry.priority.as_deref()];
        let mut of: Vec<String> = of.into_iter().flatten().map(quoted).collect();
        if of.is_empty() {
            of.push("a report without a district".to_owned());
        }
        let at = if entry.words.is_empty() { String::new() } else { format!(" at {}", quoted(&entry.words)) };
        let times = if *count > 1 { format!(", {count} times") } else { String::new() };
        said.push(format!("  {}{at} ({}){times}", entry.rule, of.join(", ")));
    }
    if let Some(more) = entries.len().checked_sub(MOST).filter(|more| *more > 0) {
        said.push(format!("  and {more} more"));
    }
}
