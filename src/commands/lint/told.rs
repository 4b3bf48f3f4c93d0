//! What there is to tell of files beside findings: how it is put together, and what somebody may take for checked that was
//! passed by.

use super::Read;
use super::contribution::Contribution;
use crate::files;
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
pub(super) fn passed_by(
    read: &Read,
    searched: &HashSet<String>,
    contribution: &Contribution,
    top: &Path,
) -> Vec<Notice> {
    let is_told = |path: &String| {
        contribution.pointers.contains(path) || contribution.notices.iter().any(|notice| notice.path == *path)
    };
    let paths = |names: &mut dyn Iterator<Item = &String>| -> Vec<String> {
        let paths = names.map(|name| files::address(Path::new(name), top));
        paths.filter(|path| !is_told(path)).collect()
    };
    let is_own = |name: &String| read.loaded.own_pages.contains(name);
    let own = paths(&mut read.left_out.iter().filter(|name| is_own(name)));
    let others = paths(&mut read.left_out.iter().filter(|name| !is_own(name)));
    let all = read.loaded.corpus.reports().iter();
    let mut names: Vec<String> = all.map(|report| read.loaded.sources.name(report.source).to_owned()).collect();
    names.dedup();
    let elsewhere = paths(&mut names.iter().filter(|name| !searched.contains(*name)));
    let elsewhere = elsewhere.into_iter().filter(|path| contribution.changed.contains(path)).collect();
    [(own, OWN), (others, NO_REPORT), (elsewhere, ELSEWHERE)]
        .into_iter()
        .filter_map(|(paths, (words, help)): (Vec<String>, _)| {
            let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            all_at_first(Concern::Unread, &paths, words, help)
        })
        .collect()
}

/// A fact, and what to do.
type Told = (&'static str, &'static str);

const OWN: Told = (
    "this says that termwise wrote it, so it was not checked as a report",
    "if it is a report, take out what marks it as a page of termwise, such as the last line \u{201c}<!-- written by termwise -->\u{201d}",
);
const NO_REPORT: Told = (
    "this does not look like a report, so it was not checked as one",
    "if it is one, state its district and term at the top, and begin each priority with a heading such as \u{201c}## Priority: \
     Attendance\u{201d}",
);
const ELSEWHERE: Told = (
    "this report lies outside of what is checked here, and was not checked",
    "put it where the other reports are, or have this folder checked too",
);
