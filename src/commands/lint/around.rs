//! Where a run of `lint` starts from, and the reports around those that were asked for.

use crate::cli::Lint;
use crate::commands::configured::places;
use crate::commands::{STDIN, walk};
use crate::files;
use crate::load::{self, Input};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The paths whose termwise.yaml holds. Standard input stands for the file that it is named after; named after none,
/// it has no place of its own.
pub(super) fn started_from(options: &Lint) -> Vec<&Path> {
    let mut paths = places(&options.paths);
    let stdin = Path::new(stdin_name(options));
    if is_stdin(options) && (paths.is_empty() || files::real(stdin).is_some()) {
        paths.push(stdin);
    }
    paths
}

pub(super) fn stdin_name(options: &Lint) -> &str {
    options.stdin_filename.as_deref().unwrap_or(STDIN)
}

/// The other reports under the root of the paths, none of those that were asked for. Standard input
/// stands for the file that it is named after; named after none, it has no place and no context.
pub(super) fn context(options: &Lint, asked: &[Input]) -> anyhow::Result<Vec<Input>> {
    let stdin = Path::new(stdin_name(options));
    let is_stdin = is_stdin(options);
    let stands_for = files::real(stdin).filter(|_| is_stdin);
    let first = match options.paths.iter().find(|path| path.as_os_str() != "-") {
        Some(first) => first.as_path(),
        None if is_stdin && stands_for.is_none() => return Ok(Vec::new()),
        None if is_stdin => stdin,
        None => Path::new("."),
    };
    let Some(root) = files::root(first) else { return Ok(Vec::new()) };
    if covers(&options.paths, &root) {
        return Ok(Vec::new());
    }
    let known: HashSet<PathBuf> = asked.iter().filter_map(Input::real_path).chain(stands_for).collect();
    let (others, _) = load::gather(&[root], &walk(&options.search), "")?;
    let is_new = |input: &Input| input.real_path().is_none_or(|path| !known.contains(&path));
    Ok(others.into_iter().filter(is_new).collect())
}

/// The name of the termwise.yaml, where that is all that was to be checked and it was read.
pub(super) fn only_settings(options: &Lint) -> Option<String> {
    let [path] = options.paths.as_slice() else { return None };
    let is_read = options.configured.config.is_none() && !options.configured.no_config;
    (is_read && files::settings(path).is_some_and(|file| files::real(&file) == files::real(path)))
        .then(|| files::name(path))
}

pub(super) fn is_stdin(options: &Lint) -> bool {
    options.paths.iter().any(|path| path.as_os_str() == "-")
}

/// Whether the paths take in all of the root; no path is the current folder.
pub(super) fn covers(paths: &[PathBuf], root: &Path) -> bool {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    paths.iter().any(|path| files::is_within(root, path))
}
