//! Where a run of `lint` starts from, and the reports around those that were asked for.

use crate::cli::Lint;
use crate::commands::configured::places;
use crate::commands::{STDIN, walk};
use crate::files;
use crate::form::{Form, fold_name};
use crate::load::{self, Input};
use crate::report::Report;
use crate::term::Term;
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

/// The reports around those that were asked for.
#[derive(Default)]
pub(super) struct Around {
    /// They, none of those that were asked for.
    pub inputs: Vec<Input>,
    /// How far was looked.
    pub view: View,
}

/// How far was looked for the reports around those that were asked for.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    /// All that stands under the root, or nothing but what was asked for.
    #[default]
    Root,
    /// Without a root, the earlier reports of the district in the file's own folder.
    Folder,
    /// The folder holds more files than are looked at.
    Crowded,
}

/// The most files of a folder that are looked at, and the bytes of the largest: a folder of reports holds fewer, and an
/// officer's own may hold anything.
const MOST: usize = 500;
const LARGEST: u64 = 1024 * 1024;

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
/// stands for the file that it is named after; named after none, it has no place and no context. Where there is no root
/// the folder of a file that was named is looked at: neither below nor above it.
pub(super) fn context(options: &Lint, asked: &[Input], form: &Form) -> anyhow::Result<Around> {
    let stdin = Path::new(stdin_name(options));
    let is_stdin = is_stdin(options);
    let stands_for = files::real(stdin).filter(|_| is_stdin);
    let first = match options.paths.iter().find(|path| path.as_os_str() != "-") {
        Some(first) => first.as_path(),
        None if is_stdin && stands_for.is_none() => return Ok(Around::default()),
        None if is_stdin => stdin,
        None => Path::new("."),
    };
    let stdin = Some(stdin).filter(|_| stands_for.is_some());
    // Asked of the disk for each file, and only where there are others.
    let known = LazyCell::new(|| -> HashSet<PathBuf> {
        asked.iter().filter_map(Input::real_path).chain(stands_for.clone()).collect()
    });
    let is_new = |input: &Input| input.real_path().is_none_or(|path| !known.contains(&path));
    let Some(root) = files::root(first) else {
        let named = places(&options.paths).into_iter().filter(|path| !files::is_folder(path)).chain(stdin);
        return in_folders(named, options, asked, form, &is_new);
    };
    if covers(&options.paths, &root) {
        return Ok(Around::default());
    }
    let (others, _) = load::gather(&[root], &walk(&options.search), "")?;
    Ok(Around { inputs: others.into_iter().filter(is_new).collect(), view: View::Root })
}

/// The earlier reports of the same districts that stand in the folders of these files.
fn in_folders<'p>(
    named: impl Iterator<Item = &'p Path>,
    options: &Lint,
    asked: &[Input],
    form: &Form,
    is_new: &dyn Fn(&Input) -> bool,
) -> anyhow::Result<Around> {
    let own = |path: &'p Path| path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folders: BTreeSet<&Path> = named.filter(|path| files::real(path).is_some()).map(own).collect();
    let mut inputs = Vec::new();
    for folder in folders {
        match files::beside(folder, &walk(&options.search), MOST, LARGEST)? {
            Some(found) => inputs.extend(found.into_iter().map(Input::found).filter(is_new)),
            None => return Ok(Around { inputs: Vec::new(), view: View::Crowded }),
        }
    }
    if inputs.is_empty() {
        return Ok(Around { inputs, view: View::Folder });
    }
    let slot = |report: &Report| Some((fold_name(report.district()?), report.term()?));
    let judged = load::load(asked.to_vec(), form);
    let judged: Vec<(String, Term)> = judged.corpus.reports().iter().filter_map(slot).collect();
    let is_before = |report: &Report| {
        slot(report).is_some_and(|(district, term)| {
            judged.iter().any(|(of, later)| *of == district && term < *later && !term.same_slot(later))
        })
    };
    let loaded = load::load(inputs.clone(), form);
    let before = loaded.corpus.reports().iter().filter(|report| is_before(report));
    let names: HashSet<&str> = before.map(|report| loaded.sources.name(report.source)).collect();
    inputs.retain(|input| names.contains(input.name.as_str()));
    Ok(Around { inputs, view: View::Folder })
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
