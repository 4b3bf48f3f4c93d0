//! Whose a file is, where the system keeps owners.

use std::path::Path;

/// Whether a file is neither this user's, nor the administrator's, nor of whoever the file or folder `beside` belongs
/// to.
#[cfg(unix)]
#[must_use]
pub fn is_anothers(file: &Path, beside: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let owner = |path: &Path| std::fs::metadata(path).ok().map(|meta| meta.uid());
    let known = [Some(0), Some(rustix::process::geteuid().as_raw()), owner(beside)];
    owner(file).is_some_and(|owner| !known.contains(&Some(owner)))
}

/// Whether a file is another user's: not known here.
#[cfg(not(unix))]
#[must_use]
pub fn is_anothers(_file: &Path, _beside: &Path) -> bool {
    false
}
