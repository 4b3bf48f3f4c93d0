//! `--changed-since`: which of the reports that were found are not what a revision of their git repository has. Contents
//! are compared, not dates, and line endings count for nothing: git writes them anew on Windows.

use super::gone::{self, Was};
use crate::files;
use crate::form::{Form, Limit};
use crate::git::{Blob, Git};
use crate::load::{Content, Input};
use anyhow::bail;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// How many files are asked of git at once: their contents are in memory together.
const AT_ONCE: usize = 100;

/// What has changed since a revision.
pub(super) struct Changed {
    /// The inputs that are new or not what they were.
    pub inputs: Vec<Input>,
    /// The others.
    pub rest: Vec<Input>,
    /// Whether a file that may have been a report is there no more.
    pub gone: bool,
    /// The reports that the revision had in files that are there no more, or are not what they were.
    pub before: Vec<Was>,
}

/// Parts the inputs under `paths` by whether they are as `revision` has them. The files that it had beside them are those
/// that a search would have come to, hidden ones where `hidden` ones are searched.
///
/// # Errors
/// There is no git, no repository or no such revision.
pub(super) fn since(
    revision: &str,
    paths: &[PathBuf],
    hidden: bool,
    inputs: Vec<Input>,
    form: &Form,
) -> anyhow::Result<Changed> {
    if revision.is_empty() || revision.starts_with('-') || revision.contains("..") {
        bail!("--changed-since takes one revision, such as origin/main");
    }
    let top = files::top(paths.first().map_or(Path::new("."), |path| path.as_path()));
    let git = Git::in_folder(&top, "--changed-since")?;
    let blobs: HashMap<String, Blob> = git.files(revision)?.into_iter().map(|blob| (blob.path.clone(), blob)).collect();
    let searched = Searched::of(paths, &top, hidden);
    let mut paths = files::FromRoot::new(&top);
    let placed: Vec<(Input, Option<String>)> = inputs
        .into_iter()
        .map(|input| (paths.path(&input.place(), !input.named), input))
        .map(|(path, input)| (input, path))
        .collect();
    let there: HashSet<&str> = placed.iter().filter_map(|(_, path)| path.as_deref()).collect();
    let was_here =
        |blob: &&Blob| files::may_be_report(Path::new(&blob.path)) && files::real(&top.join(&blob.path)).is_none();
    let mut lost: Vec<Blob> =
        blobs.values().filter(was_here).filter(|blob| !there.contains(blob.path.as_str())).cloned().collect();
    let mut changed = Changed { inputs: Vec::new(), rest: Vec::new(), gone: !lost.is_empty(), before: Vec::new() };
    lost.retain(|blob| is_read(blob) && searched.takes(&blob.path));
    lost.sort_by(|a, b| a.path.cmp(&b.path));
    for batch in lost.chunks(AT_ONCE) {
        let old = batch.iter().zip(git.contents(batch)?).map(|(blob, bytes)| (found(&blob.path, bytes), None));
        changed.before.extend(gone::reports(old.collect(), form));
    }
    for batch in placed.chunks(AT_ONCE) {
        let old = |(_, path): &(Input, Option<String>)| blobs.get(path.as_ref()?).filter(|blob| is_read(blob)).cloned();
        let known: Vec<Blob> = batch.iter().filter_map(old).collect();
        let contents = git.contents(&known)?;
        let contents: HashMap<&str, Vec<u8>> = known.iter().map(|blob| blob.path.as_str()).zip(contents).collect();
        let mut edited = Vec::new();
        for (input, path) in batch {
            let old = path.as_deref().and_then(|path| Some((path, contents.get(path)?)));
            let is_same = old.is_some_and(|(_, old)| holds(input, old));
            if let Some((path, old)) = old.filter(|_| !is_same) {
                edited.push((found(path, old.clone()), Some(input.name.clone())));
            }
            if is_same { &mut changed.rest } else { &mut changed.inputs }.push(input.clone());
        }
        changed.before.extend(gone::reports(edited, form));
    }
    Ok(changed)
}

/// A file of the revision, as a search would have come to it.
fn found(path: &str, bytes: Vec<u8>) -> Input {
    Input { named: false, path: Some(path.to_owned()), ..Input::of(path, bytes) }
}

/// Where a search for reports goes, by paths from the top of the repository.
struct Searched {
    folders: Vec<String>,
    hidden: bool,
}

impl Searched {
    fn of(paths: &[PathBuf], top: &Path, hidden: bool) -> Searched {
        let here = [PathBuf::from(".")];
        let paths = if paths.is_empty() { &here[..] } else { paths };
        Searched { folders: paths.iter().filter_map(|path| files::from_root(path, top)).collect(), hidden }
    }

    fn takes(&self, path: &str) -> bool {
        let rest = |folder: &String| {
            let rest = path.strip_prefix(folder.as_str())?;
            if folder.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
        };
        let is_seen = |rest: &str| self.hidden || !rest.split('/').any(|part| part.starts_with('.'));
        self.folders.iter().filter_map(rest).any(is_seen)
    }
}

/// Whether a file of a revision can be compared: it is of a size that is read, and no other may go by its name, as it
/// may where a name is no UTF-8 and is shown otherwise than it is.
fn is_read(blob: &Blob) -> bool {
    blob.size <= Limit::File.most() as u64 && !blob.path.contains(char::REPLACEMENT_CHARACTER)
}

/// Whether an input holds these bytes, line endings aside. One that cannot be read has changed, so that it is told.
fn holds(input: &Input, old: &[u8]) -> bool {
    match &input.content {
        Content::File(path) => files::read(path, Limit::File.most()).is_ok_and(|new| is_alike(&new, old)),
        Content::Bytes(new) => is_alike(new, old),
    }
}

/// Whether two files hold the same, a line end written in either of the two ways that git knows. A carriage return by
/// itself ends a line for whoever reads a report, and is no such thing.
fn is_alike(new: &[u8], old: &[u8]) -> bool {
    feeds(new).eq(feeds(old))
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
        ] {
            assert_eq!(is_alike(new.as_bytes(), old.as_bytes()), alike, "{new:?} {old:?}");
        }
    }
}
