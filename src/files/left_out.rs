//! What ignore files leave out, told of a path by itself: of one that is not on the disk any more, or where only the ignore
//! files of its own repository, or of one commit of it, are to be asked. A search of a folder asks them as it goes.

use super::{Unread, above, from_here, name, whole};
use crate::form::Limit;
use anyhow::bail;
use ignore::WalkBuilder;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The names of ignore files, the one that beats the other first.
const NAMES: [&str; 2] = [".ignore", ".gitignore"];

/// The ignore files of a repository.
#[derive(Debug)]
pub struct Ignores {
    top: PathBuf,
    /// Those of a commit, by their paths from the top; those on the disk where there is none.
    of_commit: Option<HashMap<PathBuf, Gitignore>>,
}

impl Ignores {
    /// Those that lie in the repository with this `top`.
    #[must_use]
    pub fn on_disk(top: &Path) -> Ignores {
        Ignores { top: whole(top).unwrap_or_else(|| top.to_path_buf()), of_commit: None }
    }

    /// Those of a commit: these files, by their paths from the top, among others.
    pub fn of_commit(top: &Path, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Ignores {
        let on_disk = Ignores::on_disk(top);
        let rules = |(path, bytes): (String, Vec<u8>)| {
            let path = PathBuf::from(path);
            let mut rules = GitignoreBuilder::new(on_disk.top.join(path.parent().unwrap_or(Path::new(""))));
            // As in a search: a line that cannot be understood leaves nothing out, nor does what stands below one of no letters.
            for line in bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).lines().map_while(Result::ok) {
                _ = rules.add_line(None, &line);
            }
            Some((path, rules.build().ok()?))
        };
        let of_commit = files.into_iter().filter_map(rules).collect();
        Ignores { of_commit: Some(of_commit), ..on_disk }
    }

    /// Whether a file of this name is one.
    #[must_use]
    pub fn is_one(path: &str) -> bool {
        NAMES.iter().any(|name| path.rsplit('/').next() == Some(name))
    }

    /// The ignore file that leaves out a path, for a search that begins at the folder `from`. All are paths from the top.
    #[must_use]
    pub fn leaving_out(&self, from: &Path, path: &Path) -> Option<PathBuf> {
        // A folder that is left out takes with it whatever is in it.
        let below = path.ancestors().take_while(|part| *part != from && !part.as_os_str().is_empty());
        let mut parts: Vec<&Path> = below.collect();
        parts.reverse();
        parts.into_iter().find_map(|part| {
            let (file, is_left_out) = self.says(part, part != path)?;
            is_left_out.then_some(file)
        })
    }

    /// What the ignore files say of a file or folder: the nearest decides.
    fn says(&self, part: &Path, is_folder: bool) -> Option<(PathBuf, bool)> {
        let folders = || part.ancestors().skip(1);
        let mut files = NAMES.into_iter().flat_map(|name| folders().map(move |folder| folder.join(name)));
        files.find_map(|file| {
            let on_disk = || {
                let place = self.top.join(&file);
                place.is_file().then(|| Gitignore::new(&place).0)
            };
            let rules = match &self.of_commit {
                Some(all) => Cow::Borrowed(all.get(&file)?),
                None => Cow::Owned(on_disk()?),
            };
            let told = rules.matched(self.top.join(part), is_folder);
            let is_left_out = told.is_ignore();
            (!told.is_none()).then_some((file, is_left_out))
        })
    }
}

/// A search in a repository above which there are ignore files that are none of its own.
pub(super) struct Bounded {
    ignores: Ignores,
    from: PathBuf,
}

impl Bounded {
    /// The bounds of a search of this folder; none where nothing above its repository would have a say.
    pub(super) fn of(folder: &Path) -> Option<Bounded> {
        let top = above(folder)?.1?;
        let has_one = top.ancestors().skip(1).any(|above| above.join(".ignore").is_file());
        let from = whole(folder)?.strip_prefix(&top).ok()?.to_path_buf();
        has_one.then(|| Bounded { ignores: Ignores::on_disk(&top), from })
    }

    /// Whether the repository's own ignore files let a search come to this path.
    pub(super) fn takes(&self, path: &Path) -> bool {
        let top = &self.ignores.top;
        let Some(inside) = whole(path).and_then(|path| path.strip_prefix(top).map(Path::to_path_buf).ok()) else {
            return true;
        };
        self.ignores.leaving_out(&self.from, &inside).is_none()
    }
}

/// A look at the size of ignore files before a search reads them, which it does whole.
pub(super) struct Sizes(Arc<OnceLock<PathBuf>>);

impl Sizes {
    /// Has a search of this folder go into none that has too large a one.
    ///
    /// # Errors
    /// The folder itself has, or one above it whose ignore files have a say.
    pub(super) fn watch(folder: &Path, search: &mut WalkBuilder) -> anyhow::Result<Sizes> {
        let top = above(folder).and_then(|(_, repository)| repository);
        let own = whole(folder).unwrap_or_default();
        let having_a_say = own.ancestors().take_while(|above| top.as_ref().is_none_or(|top| above.starts_with(top)));
        having_a_say.map(from_here).find_map(|above| too_large(&above)).map_or(Ok(()), |file| refused(&file))?;
        let found = Arc::new(OnceLock::new());
        let one = Arc::clone(&found);
        search.filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let file = if is_folder { too_large(entry.path()) } else { None };
            let may_enter = file.is_none();
            file.map(|file| one.set(file));
            may_enter
        });
        Ok(Sizes(found))
    }

    /// What came of it, once the search is over.
    ///
    /// # Errors
    /// A folder below has too large a one.
    pub(super) fn judged(&self) -> anyhow::Result<()> {
        self.0.get().map_or(Ok(()), |file| refused(file))
    }
}

/// The ignore file of a folder that is too large to be read, if one that is read is.
fn too_large(folder: &Path) -> Option<PathBuf> {
    let most = Limit::File.most() as u64;
    let mut large = NAMES
        .into_iter()
        .filter(|name| fs::metadata(folder.join(name)).is_ok_and(|meta| meta.is_file() && meta.len() > most));
    // Outside of a repository git's own are not read.
    let is_read =
        |name: &&str| *name != ".gitignore" || above(folder).is_some_and(|(_, repository)| repository.is_some());
    large.find(is_read).map(|name| folder.join(name))
}

fn refused(file: &Path) -> anyhow::Result<()> {
    let (file, why) = (name(file), Unread::TooLarge(Limit::File.most()).words());
    bail!(
        "{file}: {why}, so nobody can tell which reports it leaves out; keep in it a line for each file or folder to leave \
         out, or have ignore files passed over with --no-ignore"
    )
}
