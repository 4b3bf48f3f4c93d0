//! Where a search for reports goes, by paths from the top of the repository: for files that are not on the disk, or are
//! not searched for as they lie there.

use crate::files::{self, Ignores, Walk};
use std::path::{Path, PathBuf};

/// The folders and files of a search, and what it leaves out.
pub(super) struct Searched<'a> {
    folders: Vec<String>,
    is_reached: Box<dyn Fn(&Path) -> bool>,
    /// None where they are passed over.
    ignores: Option<&'a Ignores>,
}

impl<'a> Searched<'a> {
    /// A search of these paths, by these ignore files.
    pub fn of(paths: &[PathBuf], top: &Path, walk: &Walk, ignores: &'a Ignores) -> anyhow::Result<Searched<'a>> {
        let here = [PathBuf::from(".")];
        let paths = if paths.is_empty() { &here[..] } else { paths };
        let folders = paths.iter().filter_map(|path| files::from_root(path, top)).collect();
        let ignores = Some(ignores).filter(|_| !walk.no_ignore);
        Ok(Searched { folders, is_reached: Box::new(files::reached(walk)?), ignores })
    }

    /// Whether a file is asked for by its own name: then it is a report, whatever it looks like.
    pub fn names(&self, path: &str) -> bool {
        self.folders.iter().any(|folder| folder == path)
    }

    /// Whether a search comes to a file.
    pub fn takes(&self, path: &str) -> bool {
        self.names(path) || self.reaching(path).any(|folder| self.leaving_out(folder, path).is_none())
    }

    /// The ignore file without which a search would come to a file.
    pub fn left_out_by(&self, path: &str) -> Option<PathBuf> {
        if self.takes(path) { None } else { self.reaching(path).find_map(|folder| self.leaving_out(folder, path)) }
    }

    /// The folders from which a search comes to a file, but for ignore files.
    fn reaching<'s>(&'s self, path: &'s str) -> impl Iterator<Item = &'s str> {
        self.folders.iter().map(String::as_str).filter(|folder| {
            let rest = path.strip_prefix(folder);
            let rest = rest.and_then(|rest| if folder.is_empty() { Some(rest) } else { rest.strip_prefix('/') });
            rest.is_some_and(|rest| (self.is_reached)(Path::new(rest)))
        })
    }

    fn leaving_out(&self, folder: &str, path: &str) -> Option<PathBuf> {
        self.ignores?.leaving_out(Path::new(folder), Path::new(path))
    }
}
