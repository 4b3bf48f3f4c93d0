//! `--changed-since`: which of the reports that were found are not what a revision of their git repository has. Contents
//! are compared, not dates, and line endings count for nothing: git writes them anew on Windows.

use super::gone::{self, Old, Was};
use super::searched::Searched;
use crate::diagnostic::Trouble;
use crate::files::{self, Ignores, Walk};
use crate::form::{Form, Limit};
use crate::git::{Blob, Git};
use crate::load::{Content, Input};
use anyhow::bail;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// How many files are asked of git at once: their contents are in memory together.
pub(super) const AT_ONCE: usize = 100;

/// What has changed since a revision.
pub(super) struct Changed {
    /// The inputs that are new or not what they were.
    pub inputs: Vec<Input>,
    /// The others.
    pub rest: Vec<Input>,
    /// The files of the revision that are there no more, or are not what they were.
    pub old: Vec<Input>,
    /// The reports that the revision had in files that are there no more, or are not what they were.
    pub before: Vec<Was>,
    /// The paths that were asked for and are not there, without those that the revision had.
    pub missing: Vec<Trouble>,
    /// The paths that were asked for, are not there, and that the revision had, from the top of the repository.
    pub taken: Vec<String>,
}

/// Parts the inputs under `paths` by whether they are as `revision` has them. The files that it had beside them are those
/// that a search would have come to. A path that it had and that is not there is deleted, not mistyped.
///
/// # Errors
/// There is no git, no repository or no such revision.
pub(super) fn since(
    revision: &str,
    paths: &[PathBuf],
    walk: &Walk,
    inputs: Vec<Input>,
    mut missing: Vec<Trouble>,
    form: &Form,
) -> anyhow::Result<Changed> {
    if revision.is_empty() || revision.starts_with('-') || revision.contains("..") {
        bail!("--changed-since takes one revision, such as origin/main");
    }
    let top = files::top(paths.first().map_or(Path::new("."), |path| path.as_path()));
    let git = Git::in_folder(&top, "--changed-since")?;
    let blobs = Blobs::of(git.files(revision)?);
    let ignores = Ignores::on_disk(&top);
    let searched = Searched::of(paths, &top, walk, &ignores)?;
    let gone = paths.iter().filter(|path| !files::is_there(path));
    let gone = gone.filter_map(|path| Some((files::name(path), files::from_root(path, &top)?)));
    let gone: Vec<(String, String)> = gone.filter(|(_, path)| blobs.has(path)).collect();
    missing.retain(|trouble| !gone.iter().any(|(name, _)| *name == trouble.name));
    let mut paths = files::FromRoot::new(&top);
    let placed: Vec<(Input, Option<String>)> = inputs
        .into_iter()
        .map(|input| (paths.path(&input.place(), !input.named), input))
        .map(|(path, input)| (input, path))
        .collect();
    let is_read = |blob: &&Blob| blob.size <= Limit::File.most() as u64;
    let is_lost = |blob: &&Blob| {
        let place = top.join(&blob.raw);
        files::may_be_report(Path::new(&blob.path)) && (!files::is_there(&place) || files::is_link(&place))
    };
    let taken = gone.into_iter().map(|(_, path)| path).collect();
    let mut changed =
        Changed { inputs: Vec::new(), rest: Vec::new(), old: Vec::new(), before: Vec::new(), missing, taken };
    let lost = blobs.all.iter().filter(is_lost).filter(is_read).filter(|blob| searched.takes(&blob.path));
    let lost: Vec<Blob> = lost.cloned().collect();
    for batch in lost.chunks(AT_ONCE) {
        let old = |(blob, bytes): (&Blob, Vec<u8>)| Old {
            input: found(&blob.path, bytes, searched.names(&blob.path)),
            name: None,
            id: blob.id.clone(),
        };
        changed.was(batch.iter().zip(git.contents(batch)?).map(old).collect(), form);
    }
    for batch in placed.chunks(AT_ONCE) {
        // By their places: names that are no UTF-8 may be shown alike.
        let old = |(at, (input, path)): (usize, &(Input, Option<String>))| {
            blobs.get(path.as_ref()?, input, &top).filter(is_read).map(|blob| (at, blob.clone()))
        };
        let (places, known): (Vec<usize>, Vec<Blob>) = batch.iter().enumerate().filter_map(old).unzip();
        let known = known.iter().map(|blob| &blob.id).zip(git.contents(&known)?);
        let contents: HashMap<usize, (&String, Vec<u8>)> = places.into_iter().zip(known).collect();
        let mut edited = Vec::new();
        for (at, (input, path)) in batch.iter().enumerate() {
            let old = path.as_deref().zip(contents.get(&at));
            let is_same = old.is_some_and(|(_, (_, old))| holds(input, old));
            if let Some((path, (id, old))) = old.filter(|_| !is_same) {
                let (name, id) = (Some(input.name.clone()), (*id).clone());
                edited.push(Old { input: found(path, old.clone(), input.named), name, id });
            }
            if is_same { &mut changed.rest } else { &mut changed.inputs }
                .push(Input { handed_in: !is_same, ..input.clone() });
        }
        changed.was(edited, form);
    }
    Ok(changed)
}

impl Changed {
    /// Takes in files of the revision.
    fn was(&mut self, files: Vec<Old>, form: &Form) {
        self.before.extend(gone::reports(&files, form));
        self.old.extend(files.into_iter().map(|old| old.input));
    }
}

/// A file of the revision, as a search would have come to it, or by its name.
pub(super) fn found(path: &str, bytes: Vec<u8>, named: bool) -> Input {
    Input { named, path: Some(path.to_owned()), ..Input::of(path, bytes) }
}

/// The files of a revision, by their paths.
struct Blobs {
    all: Vec<Blob>,
    /// Where those of each path stand: several where names are no UTF-8, and are shown alike.
    places: HashMap<String, Vec<usize>>,
}

impl Blobs {
    fn of(all: Vec<Blob>) -> Blobs {
        let mut places: HashMap<String, Vec<usize>> = HashMap::with_capacity(all.len());
        for (at, blob) in all.iter().enumerate() {
            places.entry(blob.path.clone()).or_default().push(at);
        }
        Blobs { all, places }
    }

    /// The one of an input, which has this path from the top.
    fn get(&self, path: &str, input: &Input, top: &Path) -> Option<&Blob> {
        let mut alike = self.places.get(path)?.iter().filter_map(|at| self.all.get(*at));
        if !path.contains(char::REPLACEMENT_CHARACTER) {
            return alike.next();
        }
        let own = input.real_path()?;
        alike.find(|blob| files::real(&top.join(&blob.raw)).as_ref() == Some(&own))
    }

    /// Whether there is a file of this path, or one in the folder of this path.
    fn has(&self, path: &str) -> bool {
        let within = |blob: &Blob| blob.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        self.places.contains_key(path) || self.all.iter().any(within)
    }
}

/// Whether an input holds these bytes, line endings aside. One that cannot be read has changed, so that it is told.
fn holds(input: &Input, old: &[u8]) -> bool {
    match &input.content {
        Content::File(path) => files::read(path, Limit::File.most()).is_ok_and(|new| is_alike(&new, old)),
        Content::Bytes(new) => is_alike(new, old),
    }
}

/// Whether two files hold the same, a line end written in either of the two ways that git knows. A carriage return by
/// itself ends a line for whoever reads a report, and is no such thing; nor is one beside a line feed where letters are
/// of two bytes each, as a zero among them tells: there the two may be one letter.
fn is_alike(new: &[u8], old: &[u8]) -> bool {
    let is_wide = |bytes: &[u8]| bytes.contains(&0) || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_wide(new) || is_wide(old) { new == old } else { feeds(new).eq(feeds(old)) }
}

fn feeds(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let next = bytes.iter().skip(1).copied().map(Some).chain([None]);
    bytes.iter().copied().zip(next).filter(|(byte, next)| (*byte, *next) != (b'\r', Some(b'\n'))).map(|(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn only_the_line_ends_that_git_writes_count_for_nothing() {
        for (new, old, alike) in [
            ("a\r\nb\r\n", "a\nb\n", true),
            ("a\n", "a\n", true),
            ("a\rb\n", "ab\n", false),
            ("a\rb\n", "a\nb\n", false),
            ("a\r\r\nb", "a\nb", false),
            ("a\n\rb", "a\nb", false),
            ("a\r", "a", false),
            ("", "\r", false),
            // A line end of UTF-16, and a letter of it that is made of the same two bytes.
            ("\0a\0\r\0\n", "\0a\0\n", false),
            ("\0a\r\n\0b", "\0a\n\0b", false),
        ] {
            assert_eq!(is_alike(new.as_bytes(), old.as_bytes()), alike, "{new:?} {old:?}");
        }
    }
}
