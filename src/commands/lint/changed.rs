//! `--changed-since`: which of the reports that were found are not what a revision of their git repository has. Contents
//! are compared, not dates, and line endings count for nothing: git writes them anew on Windows.

use crate::files;
use crate::form::Limit;
use crate::git::{Blob, Git};
use crate::load::{Content, Input};
use anyhow::bail;
use std::collections::{HashMap, HashSet};
use std::path::Path;

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
}

/// Parts the inputs under `path` by whether they are as `revision` has them.
///
/// # Errors
/// There is no git, no repository or no such revision.
pub(super) fn since(revision: &str, path: &Path, inputs: Vec<Input>) -> anyhow::Result<Changed> {
    if revision.is_empty() || revision.starts_with('-') || revision.contains("..") {
        bail!("--changed-since takes one revision, such as origin/main");
    }
    let top = files::top(path);
    let git = Git::in_folder(&top, "--changed-since")?;
    let blobs: HashMap<String, Blob> = git.files(revision)?.into_iter().map(|blob| (blob.path.clone(), blob)).collect();
    let mut paths = files::FromRoot::new(&top);
    let placed: Vec<(Input, Option<String>)> = inputs
        .into_iter()
        .map(|input| (paths.path(&input.place(), !input.named), input))
        .map(|(path, input)| (input, path))
        .collect();
    let there: HashSet<&str> = placed.iter().filter_map(|(_, path)| path.as_deref()).collect();
    let was_here =
        |blob: &&Blob| files::may_be_report(Path::new(&blob.path)) && files::real(&top.join(&blob.path)).is_none();
    let gone = blobs.values().filter(was_here).any(|blob| !there.contains(blob.path.as_str()));
    let mut changed = Changed { inputs: Vec::new(), rest: Vec::new(), gone };
    for batch in placed.chunks(AT_ONCE) {
        let old = |(_, path): &(Input, Option<String>)| blobs.get(path.as_ref()?).filter(|blob| is_read(blob)).cloned();
        let known: Vec<Blob> = batch.iter().filter_map(old).collect();
        let contents = git.contents(&known)?;
        let contents: HashMap<&str, Vec<u8>> = known.iter().map(|blob| blob.path.as_str()).zip(contents).collect();
        for (input, path) in batch {
            let old = path.as_deref().and_then(|path| contents.get(path));
            let is_same = old.is_some_and(|old| holds(input, old));
            if is_same { &mut changed.rest } else { &mut changed.inputs }.push(input.clone());
        }
    }
    Ok(changed)
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
