//! The only disk: which files there are, what they hold, and writing a file whole or not at all.

use crate::form::{Limit, Limits};
use crate::outline::Language;
use crate::source::not_read;
use ignore::WalkBuilder;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

mod left_out;
mod owner;
mod whole;
pub use left_out::Ignores;
pub use whole::{Written, create, replace, write};

/// Why a file is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unread {
    /// It has more than this many bytes.
    TooLarge(usize),
    /// It is none, or the system says no: why, in words for people.
    Refused(String),
}

impl Unread {
    /// Why, in words for people.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Unread::TooLarge(most) => {
                format!("it is larger than the {} that are read of a file", Limit::File.words(*most))
            }
            Unread::Refused(why) => why.clone(),
        }
    }

    /// Why, and where the authority's limit is what stands in the way, how it is raised.
    #[must_use]
    pub fn told(&self, limits: &Limits) -> String {
        match self {
            Unread::TooLarge(_) => format!("{} ({})", self.words(), limits.raising(Limit::File)),
            Unread::Refused(why) => why.clone(),
        }
    }
}

/// A file to read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Found {
    /// The name shown to people: as the path was given, with `/`.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it was named, not found by walking.
    pub named: bool,
}

/// How folders are searched.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// Globs of files and folders to leave out.
    pub exclude: Vec<String>,
    /// Whether `.gitignore` and `.ignore` files are passed over.
    pub no_ignore: bool,
    /// Whether hidden files and folders are searched.
    pub hidden: bool,
}

/// What a search came to.
#[derive(Debug, Default)]
pub struct Finding {
    /// The files, by name, each once.
    pub files: Vec<Found>,
    /// Files among them that reports are often written in and that are not read, such as Word documents, by name.
    pub others: Vec<String>,
    /// What could not be searched, and why, in words.
    pub troubles: Vec<(String, String)>,
}

/// Finds the reports that paths name: a file is taken as it is, a folder is searched for Markdown, YAML
/// and plain-text files. Links to folders are not followed.
///
/// # Errors
/// A glob in `walk.exclude` that cannot be understood, or an ignore file that is too large to be read.
pub fn find(paths: &[PathBuf], walk: &Walk) -> anyhow::Result<Finding> {
    let mut found = Finding::default();
    for path in paths {
        match fs::metadata(path) {
            Err(error) => found.troubles.push((name(path), why(&error))),
            Ok(meta) if meta.is_dir() => search(path, walk, None, &mut found)?,
            Ok(_) if leads_out(path) => {
                found
                    .troubles
                    .push((name(path), "it is a link to a file outside this collection of reports".to_owned()));
            }
            // Settings are never a report, even where a pattern of the shell names them.
            Ok(_) if names_settings(path) => {}
            Ok(_) => found.files.push(Found { name: name(path), path: path.clone(), named: true }),
        }
    }
    found.others.sort();
    found.others.dedup();
    found.files.sort_by(|a, b| a.name.cmp(&b.name).then(b.named.cmp(&a.named)));
    // Names that are not UTF-8 may be shown alike: only a file that is met again is left out.
    found.files.dedup_by(|later, first| later.name == first.name && real(&later.path) == real(&first.path));
    if paths.len() > 1 {
        // One file may be named in several ways.
        let mut seen = std::collections::HashSet::new();
        found.files.retain(|file| seen.insert(real(&file.path).unwrap_or_else(|| file.path.clone())));
    }
    Ok(found)
}

/// The files of one folder that may be reports, none from below it, none of more than `largest` bytes; `None` where
/// there are more than `most`.
///
/// # Errors
/// A glob in `walk.exclude` that cannot be understood, or an ignore file that is too large to be read.
pub fn beside(folder: &Path, walk: &Walk, most: usize, largest: u64) -> anyhow::Result<Option<Vec<Found>>> {
    let mut found = Finding::default();
    search(folder, walk, Some(1), &mut found)?;
    if found.files.len() > most {
        return Ok(None);
    }
    found.files.retain(|file| fs::metadata(&file.path).is_ok_and(|meta| meta.len() <= largest));
    Ok(Some(found.files))
}

fn search(folder: &Path, walk: &Walk, depth: Option<usize>, found: &mut Finding) -> anyhow::Result<()> {
    let mut builder = WalkBuilder::new(folder);
    builder.hidden(!walk.hidden).overrides(left_out(folder, walk)?).max_depth(depth);
    if walk.no_ignore {
        builder.ignore(false).git_ignore(false).git_global(false).git_exclude(false).parents(false);
    }
    // Ignore files hold as settings do: none from above the repository has a say.
    let bounded = if walk.no_ignore { None } else { left_out::Bounded::of(folder) };
    if bounded.is_some() {
        builder.parents(false).require_git(false);
    }
    let sizes = if walk.no_ignore { None } else { Some(left_out::Sizes::watch(folder, &mut builder)?) };
    let takes = |path: &Path| bounded.as_ref().is_none_or(|bounded| bounded.takes(path));
    for entry in builder.build() {
        match entry {
            Err(error) => {
                let place = error_path(&error).map_or_else(|| name(folder), |p| name(&p));
                found.troubles.push((place, error.io_error().map_or_else(|| error.to_string(), why)));
            }
            Ok(entry) if !takes(entry.path()) => {}
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && may_be_report(entry.path()) => {
                let path = entry.into_path();
                found.files.push(Found { name: name(&path), path, named: false });
            }
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && is_document(entry.path()) => {
                found.others.push(name(entry.path()));
            }
            Ok(_) => {}
        }
    }
    sizes.map_or(Ok(()), |sizes| sizes.judged())
}

/// What `--exclude` leaves out of a folder.
fn left_out(folder: &Path, walk: &Walk) -> anyhow::Result<ignore::overrides::Override> {
    let mut leave_out = ignore::overrides::OverrideBuilder::new(folder);
    for glob in &walk.exclude {
        leave_out.add(&format!("!{glob}")).map_err(|_| {
            anyhow::anyhow!(
                "the pattern \u{201c}{glob}\u{201d} of --exclude cannot be understood; write it like \u{201c}drafts\u{201d}, \
                 \u{201c}*.txt\u{201d} or \u{201c}2019-20/**\u{201d}"
            )
        })?;
    }
    Ok(leave_out.build()?)
}

/// Whether a search of a folder would come to a path in it, as far as the names of its folders and `--exclude` say: for
/// files that are not on the disk, such as those of a revision.
///
/// # Errors
/// A glob in `walk.exclude` that cannot be understood.
pub fn reached(walk: &Walk) -> anyhow::Result<impl Fn(&Path) -> bool + use<>> {
    let (left_out, hidden) = (left_out(Path::new(""), walk)?, walk.hidden);
    Ok(move |path: &Path| {
        let mut within = path.ancestors().filter(|part| !part.as_os_str().is_empty());
        let is_hidden = |part: &Path| part.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !within.any(|part| !hidden && is_hidden(part) || left_out.matched(part, part != path).is_ignore())
    })
}

fn error_path(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => error_path(err),
        _ => None,
    }
}

/// Whether a file found by walking is of a kind that is read, and not one of a repository's own pages.
#[must_use]
pub fn may_be_report(path: &Path) -> bool {
    let Some(file) = path.file_name().map(|f| f.to_string_lossy().to_ascii_lowercase()) else { return false };
    let stem = file.split('.').next().unwrap_or_default();
    Language::of(&file).is_some() && !matches!(stem, "readme" | "changelog") && !is_settings(&file)
}

/// Whether a file is a document that reports are often written in, none that an office program only keeps while one is
/// open.
fn is_document(path: &Path) -> bool {
    let is_lock = path.file_name().is_some_and(|file| file.to_string_lossy().starts_with("~$"));
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
    !is_lock && ending.is_some_and(|ending| not_read(&ending).is_some())
}

/// Whether a path is that of a file of settings, by its name.
#[must_use]
pub fn names_settings(path: &Path) -> bool {
    path.file_name().is_some_and(|file| is_settings(&file.to_string_lossy().to_ascii_lowercase()))
}

fn is_settings(file: &str) -> bool {
    matches!(file, SETTINGS | ALMOST)
}

/// The name of the file that holds an authority's settings.
const SETTINGS: &str = "termwise.yaml";
/// A name that it is often given, and that is not read.
const ALMOST: &str = "termwise.yml";
/// The names by which settings hold, or are refused, the one that beats the other first.
pub const SETTINGS_NAMES: [&str; 2] = [SETTINGS, ALMOST];

/// Whether a path of such a name is that of settings. A link is, wherever it leads: they are told that none is followed.
fn may_hold(path: &Path) -> bool {
    path.is_file() || is_link(path)
}

/// The folder whose reports are the context of `path`: the nearest above it with a `termwise.yaml`, else
/// the git repository's, else none.
#[must_use]
pub fn root(path: &Path) -> Option<PathBuf> {
    let (settings, repository) = above(path)?;
    settings.or(repository).map(|root| from_here(&root))
}

/// The nearest `termwise.yaml` above `path`, but none above the git repository that it is in; a file that is
/// called `termwise.yml` where there is none, so that nobody thinks it holds.
#[must_use]
pub fn settings(path: &Path) -> Option<PathBuf> {
    let folder = above(path)?.0?;
    let file = if may_hold(&folder.join(SETTINGS)) { SETTINGS } else { ALMOST };
    let folder = from_here(&folder);
    Some(if folder == Path::new(".") { PathBuf::from(file) } else { folder.join(file) })
}

/// Whether the settings that hold for `path` were put above it by another user: no repository says that they belong
/// together.
#[must_use]
pub fn is_foreign(settings: &Path, path: &Path) -> bool {
    above(path).is_some_and(|(_, repository)| repository.is_none()) && owner::is_anothers(settings, path)
}

/// The nearest folders above `path` that hold a `termwise.yaml`, and a git repository.
fn above(path: &Path) -> Option<(Option<PathBuf>, Option<PathBuf>)> {
    let start = whole(path)?;
    let above = |is: &dyn Fn(&Path) -> bool| start.ancestors().find(|folder| is(folder)).map(Path::to_path_buf);
    let repository = above(&|folder| folder.join(".git").exists());
    let within = |folder: &Path| repository.as_ref().is_none_or(|r| folder.starts_with(r));
    let holds = |folder: &Path| SETTINGS_NAMES.iter().any(|file| may_hold(&folder.join(file)));
    let settings = above(&|folder| holds(folder) && within(folder));
    Some((settings, repository))
}

/// A folder as it is written from the current one, where it lies in it.
fn from_here(folder: &Path) -> PathBuf {
    let here = std::env::current_dir().ok();
    let inside = here.as_deref().and_then(|here| folder.strip_prefix(here).ok());
    match inside {
        Some(inside) if inside.as_os_str().is_empty() => PathBuf::from("."),
        Some(inside) => inside.to_path_buf(),
        None => folder.to_path_buf(),
    }
}

/// A path from the top of the disk, without `.` and `..` and links as they are.
fn whole(path: &Path) -> Option<PathBuf> {
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
        if part == Component::ParentDir {
            whole.pop();
        } else {
            whole.push(part);
        }
    }
    Some(whole)
}

/// The path of a file from a root that it lies in, with `/`; `None` if it lies elsewhere.
#[must_use]
pub fn from_root(file: &Path, root: &Path) -> Option<String> {
    as_written(file, root).or_else(|| inside(&real(file)?, &real(root)?))
}

/// The same for many files, which stand folder by folder: what is found out of one's folder holds for the next.
#[derive(Debug)]
pub struct FromRoot<'a> {
    root: &'a Path,
    /// The last folder, whether it lies in the root as it is written, and its path where it lies there.
    last: Option<(PathBuf, bool, Option<String>)>,
}

impl<'a> FromRoot<'a> {
    /// Paths from this root.
    #[must_use]
    pub fn new(root: &'a Path) -> FromRoot<'a> {
        FromRoot { root, last: None }
    }

    /// The path of a file, as [`from_root`] gives it. One that a search came to is no link: where it lies is told by its
    /// folder.
    #[must_use]
    pub fn path(&mut self, file: &Path, was_found: bool) -> Option<String> {
        let (Some(folder), Some(file_name)) = (file.parent(), file.file_name()) else {
            return from_root(file, self.root);
        };
        if self.last.as_ref().is_none_or(|(last, ..)| last != folder) {
            let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let written = as_written(here, self.root);
            let inside = written.clone().or_else(|| inside(&real(here)?, &real(self.root)?));
            self.last = Some((folder.to_path_buf(), written.is_some(), inside));
        }
        let (_, is_written, inside) = self.last.as_ref()?;
        if !was_found && !is_written {
            return from_root(file, self.root);
        }
        let folder = inside.as_ref()?;
        let file_name = name(Path::new(file_name));
        Some(if folder.is_empty() { file_name } else { format!("{folder}/{file_name}") })
    }
}

/// Where the git repository of `path` begins; where it is in none, the current folder.
#[must_use]
pub fn top(path: &Path) -> PathBuf {
    above(path).and_then(|(_, repository)| repository).map_or_else(|| PathBuf::from("."), |top| from_here(&top))
}

/// A file's path as hosts of repositories write it: from the `top` of the repository. Of a file outside it, it is what
/// was typed, or its own name alone where that would tell of other folders of this computer.
#[must_use]
pub fn address(file: &Path, top: &Path) -> String {
    let is_plain = file.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let own = || file.file_name().filter(|_| !is_plain).map_or_else(|| name(file), |own| name(Path::new(own)));
    from_root(file, top).unwrap_or_else(own)
}

/// The path of a file from a root that it lies in, links as they are.
fn as_written(file: &Path, root: &Path) -> Option<String> {
    inside(&whole(file)?, &whole(root)?)
}

fn inside(file: &Path, root: &Path) -> Option<String> {
    file.strip_prefix(root).ok().map(name)
}

/// The one path of a file or folder, links resolved; `None` if it is not there.
#[must_use]
pub fn real(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// Whether there is anything at a path, be it a link that leads nowhere.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a path is that of a file that is there, not of a folder or a device.
#[must_use]
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether a path is a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a path is a link out of the collection that it stands in: followed, it would show a file that
/// nobody meant to have checked.
fn leads_out(path: &Path) -> bool {
    is_link(path) && root(path).is_some_and(|root| !is_within(path, &root))
}

/// Whether a path is a link.
#[must_use]
pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_symlink())
}

/// Whether `inner` is `outer` or lies in it.
#[must_use]
pub fn is_within(inner: &Path, outer: &Path) -> bool {
    matches!((real(inner), real(outer)), (Some(inner), Some(outer)) if inner.starts_with(&outer))
}

/// The bytes of a file of at most `most` bytes.
///
/// # Errors
/// Why it is not read.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>, Unread> {
    let refused = |error: io::Error| Unread::Refused(why(&error));
    // Asked before opening: opening a pipe would wait for ever.
    let meta = fs::metadata(path).map_err(refused)?;
    if !meta.is_file() {
        return Err(Unread::Refused("it is not a file".to_owned()));
    }
    if meta.len() > most as u64 {
        return Err(Unread::TooLarge(most));
    }
    let file = fs::File::open(path).map_err(refused)?;
    // Once all that was promised is read, the system need not be asked for the end; but it makes up the
    // files of its own as they are read, and promises nothing.
    let length = if meta.len() == 0 { most as u64 + 1 } else { meta.len() };
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    file.take(length).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() > most { Err(Unread::TooLarge(most)) } else { Ok(bytes) }
}

/// All of standard input, but no more than is enough to tell that it is larger than any file may be.
///
/// # Errors
/// Why it cannot be read, in words for people.
pub fn read_stdin() -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(Limit::File.most() as u64 + 1).read_to_end(&mut bytes).map_err(|e| why(&e))?;
    Ok(bytes)
}

/// Makes a folder and those above it.
///
/// # Errors
/// The system's own error.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// A path as people read it: with `/`, without a leading `./`.
#[must_use]
pub fn name(path: &Path) -> String {
    let shown = path.to_string_lossy();
    let shown = if std::path::MAIN_SEPARATOR == '\\' { shown.replace('\\', "/") } else { shown.into_owned() };
    shown.strip_prefix("./").map_or(shown.clone(), str::to_owned)
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you have no permission to read it".to_owned(),
        _ => {
            let words = error.to_string();
            words.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}

#[cfg(test)]
mod tests;
