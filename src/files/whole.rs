//! Writing a file whole or not at all: a new file beside it takes its place once all of it is on disk.
//!
//! Whatever happens in between (no room, no permission, no power), the file holds the old or the new, never a part.

use super::{Unread, is_within, leads_out, read, real, root, why};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// How the names of files begin that are not whole yet. They have no ending that is read.
const PART: &str = ".termwise-part-";

/// A part that nobody has written to for so long was left by a run that was stopped.
const STALE: Duration = Duration::from_secs(60);

/// What became of a file that was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// It is on disk.
    Kept,
    /// It is written, but the disk did not confirm that it will stay.
    Unconfirmed,
}

/// Writes a file whole: what was there stays until all of the new is on disk.
///
/// # Errors
/// The system's own error; the old file is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        // A device or a pipe holds nothing to keep, and must not be put out of its place.
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    if there.as_ref().is_some_and(|there| there.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    // What a link leads to is written, not the link.
    let path = real(path).unwrap_or_else(|| path.to_path_buf());
    put(&path, there.as_ref(), bytes, || Ok(())).map(|_| ())
}

/// Writes a file that is not there yet, whole.
///
/// # Errors
/// The system's own error; `AlreadyExists` where something of this name is there, which is then as it was.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let absent = || match fs::symlink_metadata(path) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    absent()?;
    put(path, None, bytes, absent).map(|_| ())
}

/// Puts `new` in the place of `old`, the bytes that a report held when it was read. Its mode, and its owner where
/// that is allowed, stay.
///
/// # Errors
/// Why it was not written, in words for people; the file is then as it was.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<Written, String> {
    let whole = real(path).ok_or("it is not there any more")?;
    let is_link = fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_symlink());
    let outside = root(path).map_or(is_link, |root| !is_within(path, &root));
    if outside || leads_out(path) {
        return Err("it leads to a file outside this collection of reports, which is left as it is".to_owned());
    }
    let there = fs::metadata(&whole).map_err(|error| why(&error))?;
    if !there.is_file() {
        return Err("it is not a file".to_owned());
    }
    // Opened for writing, though nothing is written through this: the folder alone would let a file be replaced
    // that may not be written.
    if there.permissions().readonly() || OpenOptions::new().write(true).open(&whole).is_err() {
        return Err("it is read-only, so it was not mended; make it writable first, or mend a copy".to_owned());
    }
    let unchanged = || match read(&whole, old.len()) {
        Ok(now) if now == old => Ok(()),
        Ok(_) | Err(Unread::TooLarge(_)) => Err(io::Error::other(CHANGED)),
        Err(Unread::Refused(why)) => Err(io::Error::other(why)),
    };
    put(&whole, Some(&there), new, unchanged).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => "you have no permission to write in its folder".to_owned(),
        _ => format!("it could not be written, and is as it was: {}", why(&error)),
    })
}

const CHANGED: &str = "it was changed by somebody else meanwhile; run this again";

/// Writes a part beside the file, and lets it take the file's place unless `last` says no.
fn put(
    path: &Path,
    there: Option<&fs::Metadata>,
    bytes: &[u8],
    last: impl Fn() -> io::Result<()>,
) -> io::Result<Written> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let part = part(folder);
    let written = (|| {
        let mut out = created(&part, there.is_some())?;
        // A folder that cannot be closed makes the standard library panic; that is no reason not to write.
        _ = catch_unwind(AssertUnwindSafe(|| sweep(folder, &out)));
        out.write_all(bytes)?;
        if let Some(there) = there {
            own(&out, there);
            out.set_permissions(there.permissions())?;
        }
        out.sync_all()?;
        last()?;
        fs::rename(&part, path)
    })();
    if let Err(error) = written {
        _ = fs::remove_file(&part);
        return Err(error);
    }
    Ok(if confirmed(folder) { Written::Kept } else { Written::Unconfirmed })
}

/// A name that no other run, and no other file of this one, has.
fn part(folder: &Path) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    folder.join(format!("{PART}{}-{number}", std::process::id()))
}

/// A new file; for nobody else to read until it has the mode of the file whose place it takes.
fn created(part: &Path, private: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = private;
    options.open(part)
}

/// Gives a new file the owner and group of another, where this user may.
#[cfg(unix)]
fn own(out: &File, there: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let Ok(now) = out.metadata() else { return };
    if (now.uid(), now.gid()) != (there.uid(), there.gid())
        && fchown(out, Some(there.uid()), Some(there.gid())).is_err()
    {
        // One's own file may still go to a group that one is in.
        _ = fchown(out, None, Some(there.gid()));
    }
}

#[cfg(not(unix))]
fn own(_: &File, _: &fs::Metadata) {}

/// Whether the disk confirms that a name in a folder is now another file's.
#[cfg(unix)]
fn confirmed(folder: &Path) -> bool {
    File::open(folder).and_then(|folder| folder.sync_all()).is_ok()
}

#[cfg(not(unix))]
fn confirmed(_: &Path) -> bool {
    true
}

/// Removes the parts that runs of this user left in a folder when they were stopped. `own` is a file of this user.
fn sweep(folder: &Path, own: &File) {
    let (Ok(own), Ok(entries)) = (own.metadata(), fs::read_dir(folder)) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(PART)) {
        let Ok(meta) = entry.metadata() else { continue };
        let age = meta.modified().ok().and_then(|modified| modified.elapsed().ok());
        if meta.is_file() && same_owner(&meta, &own) && age.is_some_and(|age| age > STALE) {
            _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
fn same_owner(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.uid() == other.uid()
}

#[cfg(not(unix))]
fn same_owner(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}
