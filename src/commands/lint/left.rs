//! Whether a contribution leaves a report for the next check: it may delete the last, have ignore files leave it out, or have
//! the settings read it as none. A check that finds nothing to check is an error, so it is told before it is merged.

use super::changed::{AT_ONCE, found};
use super::contribution::Contribution;
use super::gone::{Now, Was};
use super::in_force;
use super::searched::Searched;
use super::told::all_at_first;
use crate::cli::Lint;
use crate::commands::walk;
use crate::files::{self, Ignores, Walk};
use crate::form::{Form, Limit};
use crate::git::{Blob, Git};
use crate::load::{self, Input, Loaded};
use crate::render::findings::{Concern, Notice};
use std::collections::{BTreeSet, HashSet};
use std::ffi::OsString;
use std::path::Path;

/// That nothing is left to check, and what leaves nothing. Where the path that is checked goes, that is told already;
/// and where there was nothing to check before, it is nobody's doing.
pub(super) fn none_left(
    contribution: &Contribution,
    before: &[Was],
    now: &Now<'_>,
    options: &Lint,
    form: &Form,
) -> anyhow::Result<Option<Notice>> {
    if options.contribution.is_none() || !contribution.taken.is_empty() {
        return Ok(None);
    }
    let top = in_force::top(options);
    let on_disk = Ignores::on_disk(&top);
    let [then, later] = contribution.ignores.as_ref().map_or([&on_disk, &on_disk], |both| both.each_ref());
    let search = |ignores| Searched::of(&options.paths, &top, &walk(&options.search), ignores);
    let (then, later) = (search(then)?, search(later)?);
    let form_later = contribution.form.as_ref().unwrap_or(form);
    let read = names(now.loaded).filter(|name| now.searched.contains(*name));
    let read: Vec<String> = read.map(|name| files::address(Path::new(name), &top)).collect();
    let mut had: BTreeSet<String> = before.iter().map(|was| was.path.clone()).collect();
    let mut hiding = BTreeSet::new();
    if contribution.ignores.is_none() && contribution.form.is_none() {
        if !read.is_empty() {
            return Ok(None);
        }
    } else {
        // Whatever is left out now or then.
        let all = Walk { no_ignore: true, ..walk(&options.search) };
        let (inputs, _) = load::gather(&options.paths, &all, "")?;
        let path = |input: &Input| files::address(&input.place(), &top);
        let to_check = inputs.iter().filter(|input| later.takes(&path(input))).cloned().collect();
        if names(&load::load(to_check, form_later)).next().is_some() {
            return Ok(None);
        }
        let is_old = |input: &&Input| then.takes(&path(input)) && !contribution.changed.contains(&path(input));
        let old = load::load(inputs.iter().filter(is_old).cloned().collect(), form);
        had.extend(names(&old).map(|name| files::address(Path::new(name), &top)));
        let is_there = |path: &&String| files::is_file(&top.join(path));
        let by = had.iter().chain(&read).filter(is_there).filter_map(|path| later.left_out_by(path));
        hiding.extend(by.map(|file| files::name(&file)));
    }
    let Some(first) = had.first() else { return Ok(None) };
    if has_gained(options, &top, &later, form_later)? {
        return Ok(None);
    }
    let hiding: Vec<&str> = hiding.iter().map(String::as_str).collect();
    let ruling: Vec<&str> = contribution.ruling.iter().map(String::as_str).collect();
    let first = [first.as_str()];
    let (paths, what, help) = match (hiding.as_slice(), read.as_slice()) {
        ([], []) => (first.as_slice(), "the contribution takes the last report away", "keep a report"),
        ([], _) => {
            let what = "by these settings no file is read as a report any more";
            (ruling.as_slice(), what, "keep what your reports call their district, their term and their priorities")
        }
        (hiding, _) => (
            hiding,
            "what this file leaves out takes the last report away",
            "take out the line that leaves reports out",
        ),
    };
    let words = format!("{what}; once merged, there is nothing to check, which is an error");
    Ok(all_at_first(Concern::Fault, paths, &words, &format!("{help}, or first take the check itself away")))
}

/// Whether the commit that the contribution is to go to has a report, among what is checked, where none was when the
/// contribution was begun: the contribution takes nothing of it away.
fn has_gained(options: &Lint, top: &Path, later: &Searched<'_>, form: &Form) -> anyhow::Result<bool> {
    let Some((onto, since)) = options.onto.as_ref().zip(options.changed_since.as_ref()) else { return Ok(false) };
    let git = Git::in_folder(top, "--onto")?;
    let known: HashSet<OsString> = git.entries(since)?.into_iter().map(|blob| blob.raw).collect();
    let mut gained = git.files(onto)?;
    gained.retain(|blob| {
        let may_be_report = later.names(&blob.path) || files::may_be_report(Path::new(&blob.path));
        let is_read = blob.size <= Limit::File.most() as u64;
        !known.contains(&blob.raw) && may_be_report && is_read && later.takes(&blob.path)
    });
    for batch in gained.chunks(AT_ONCE) {
        let input = |(blob, bytes): (&Blob, Vec<u8>)| found(&blob.path, bytes, later.names(&blob.path));
        let inputs = batch.iter().zip(git.contents(batch)?).map(input).collect();
        if names(&load::load(inputs, form)).next().is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The names of files that hold a report, or cannot be read.
fn names(loaded: &Loaded) -> impl Iterator<Item = &str> {
    let reports = loaded.corpus.reports().iter().map(|report| loaded.sources.name(report.source));
    let unread = loaded.no_text.iter().map(|file| &*file.name);
    reports.chain(unread).chain(loaded.troubles.iter().map(|trouble| &*trouble.name))
}
