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

/// Whether a file of a revision is of a size that is read.
fn is_read(blob: &Blob) -> bool {
    blob.size <= Limit::File.most() as u64
}

/// Whether an input holds these bytes, line endings aside. One that cannot be read has changed, so that it is told.
fn holds(input: &Input, old: &[u8]) -> bool {
    let feeds = |bytes: &[u8]| bytes.iter().copied().filter(|byte| *byte != b'\r').collect::<Vec<u8>>();
    match &input.content {
        Content::File(path) => files::read(path, Limit::File.most()).is_ok_and(|new| feeds(&new) == feeds(old)),
        Content::Bytes(new) => feeds(new) == feeds(old),
    }
}
