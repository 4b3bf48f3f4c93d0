//! What there is to tell of files beside findings: how it is put together, and what somebody may take for checked that was
//! passed by.

use super::Read;
use super::contribution::Contribution;
use crate::files::{self, Ignores};
use crate::form::Form;
use crate::load::{self, Input, Loaded};
use crate::outline::Language;
use crate::render::findings::{Concern, Notice};
use crate::rule::listed;
use std::collections::HashSet;
use std::path::Path;

/// The most paths of a kind that are named.
pub(super) const MOST: usize = 3;

/// One notice for several files, at the first of them.
pub(super) fn all_at_first(kind: Concern, paths: &[&str], words: &str, help: &str) -> Option<Notice> {
    let (first, others) = paths.split_first()?;
    let mut named: Vec<String> = others.iter().take(MOST).map(|path| (*path).to_owned()).collect();
    let more = others.len().saturating_sub(named.len());
    named.extend((more > 0).then(|| format!("{more} more")));
    let also = if named.is_empty() { String::new() } else { format!(" (also {})", listed(&named, "and")) };
    Some(notice(kind, first, &format!("{words}{also}"), help))
}

pub(super) fn notice(kind: Concern, path: &str, words: &str, help: &str) -> Notice {
    Notice { kind, path: path.to_owned(), words: words.to_owned(), help: help.to_owned() }
}

/// The files that have changed and were passed by: those that do not look like a report, those that say that termwise wrote
/// them, and reports where nobody looks for them. What is told of already is not told twice.
pub(super) fn passed_by(read: &Read, aside: &Loaded, contribution: &Contribution, top: &Path) -> Vec<Notice> {
    let is_told = |path: &String| {
        let has = |notice: &Notice| notice.path == *path || notice.words.contains(&format!("moved to {path},"));
        contribution.pointers.contains(path) || contribution.notices.iter().any(has)
    };
    let paths = |names: &mut dyn Iterator<Item = &String>| -> Vec<String> {
        let paths = names.map(|name| files::address(Path::new(name), top));
        paths.filter(|path| !is_told(path)).collect()
    };
    let is_own = |name: &String| read.loaded.own_pages.contains(name);
    let own = paths(&mut read.left_out.iter().filter(|name| is_own(name)));
    let others = paths(&mut read.left_out.iter().filter(|name| !is_own(name)));
    let elsewhere = elsewhere(aside, top).into_iter().filter(|path| !is_told(path)).collect();
    [(own, OWN), (others, NO_REPORT), (elsewhere, ELSEWHERE)]
        .into_iter()
        .filter_map(|(paths, (words, help)): (Vec<String>, _)| {
            let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            all_at_first(Concern::Unread, &paths, words, help)
        })
        .collect()
}

/// What has changed where nobody looks for a report: outside of what is checked, in a hidden folder, called as the pages of a
/// repository are, or left out by ignore files.
pub(super) fn aside(searched: &HashSet<String>, contribution: &Contribution, top: &Path, form: &Form) -> Loaded {
    let searched: HashSet<String> = searched.iter().map(|name| files::address(Path::new(name), top)).collect();
    let may_be = |path: &&String| {
        let (file, is_at_top) = (Path::new(path.as_str()), !path.contains('/'));
        let is_kind = Language::of(path).is_some() && !files::names_settings(file) && !searched.contains(*path);
        let is_page = is_at_top && !files::may_be_report(file);
        is_kind && !is_page && files::is_file(&top.join(file))
    };
    let paths = contribution.changed.iter().filter(may_be);
    let input = |path: &String| Input::found(files::Found { name: path.clone(), path: top.join(path), named: false });
    load::load(paths.map(input).collect(), form)
}

/// The reports among them, but for those that ignore files leave out: that is on purpose.
fn elsewhere(aside: &Loaded, top: &Path) -> Vec<String> {
    let ignores = Ignores::on_disk(top);
    let is_left_out = |name: &String| ignores.leaving_out(Path::new(""), Path::new(name)).is_some();
    let reports = aside.corpus.reports().iter();
    let mut names: Vec<String> = reports.map(|report| aside.sources.name(report.source).to_owned()).collect();
    names.dedup();
    names.retain(|name| !is_left_out(name));
    names
}

/// A fact, and what to do.
type Told = (&'static str, &'static str);

const OWN: Told = ("this says that termwise wrote it, so it was not checked as a report", UNMARK);
/// What to do with a report that is taken for a page of termwise's own.
pub(super) const UNMARK: &str = "if it is a report, take out what marks it as a page of termwise, such as the last line \
                                 \u{201c}<!-- written by termwise -->\u{201d}";
const NO_REPORT: Told = (
    "this does not look like a report, so it was not checked as one",
    "if it is one, state its district and term at the top, and begin each priority with a heading such as \u{201c}## Priority: \
     Attendance\u{201d}",
);
const ELSEWHERE: Told = (
    "this looks like a report, and lies outside of what is checked here, so it was not checked",
    "put it where the other reports are, under a name of its own; or have this folder checked too",
);
