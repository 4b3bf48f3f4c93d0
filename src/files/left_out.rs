//! What ignore files leave out, told of a path by itself: of one that is not on the disk any more, or where only the ignore
//! files of its own repository are to be asked. A search of a folder asks them as it goes.

use super::{above, whole};
use ignore::gitignore::Gitignore;
use std::path::{Path, PathBuf};

/// The names of ignore files, the one that beats the other first.
const NAMES: [&str; 2] = [".ignore", ".gitignore"];

/// Whether the ignore files from the `top` of a repository down leave out a path in it, for a search that begins at the
/// folder `from`; both are paths from the top.
#[must_use]
pub fn is_left_out(top: &Path, from: &Path, path: &Path) -> bool {
    let Some(top) = whole(top) else { return false };
    // A folder that is left out takes with it whatever is in it.
    let below = path.ancestors().take_while(|part| *part != from && !part.as_os_str().is_empty());
    let mut parts: Vec<&Path> = below.collect();
    parts.reverse();
    parts.into_iter().any(|part| says(&top, part, part != path).unwrap_or(false))
}

/// What the ignore files say of a file or folder: the nearest decides.
fn says(top: &Path, part: &Path, is_folder: bool) -> Option<bool> {
    let folders = || part.ancestors().skip(1).map(|folder| top.join(folder));
    let files = NAMES.into_iter().flat_map(|name| folders().map(move |folder| folder.join(name)));
    let mut decided = files.filter(|file| file.is_file()).filter_map(|file| {
        let (rules, _) = Gitignore::new(&file);
        let told = rules.matched(top.join(part), is_folder);
        if told.is_none() { None } else { Some(told.is_ignore()) }
    });
    decided.next()
}

/// A search in a repository above which there are ignore files that are none of its own.
pub(super) struct Bounded {
    top: PathBuf,
    from: PathBuf,
}

impl Bounded {
    /// The bounds of a search of this folder; none where nothing above its repository would have a say.
    pub(super) fn of(folder: &Path) -> Option<Bounded> {
        let top = above(folder)?.1?;
        let has_one = top.ancestors().skip(1).any(|above| above.join(".ignore").is_file());
        let from = whole(folder)?.strip_prefix(&top).ok()?.to_path_buf();
        has_one.then_some(Bounded { top, from })
    }

    /// Whether the repository's own ignore files let a search come to this path.
    pub(super) fn takes(&self, path: &Path) -> bool {
        let Some(inside) = whole(path).and_then(|path| path.strip_prefix(&self.top).map(Path::to_path_buf).ok()) else {
            return true;
        };
        !is_left_out(&self.top, &self.from, &inside)
    }
}
