//! Two revisions of a folder, asked of the git program: the only process that termwise starts, and only for `diff --rev` and
//! `lint --changed-since`.
//! It is found by its absolute path, so that no file named `git` beside the reports is ever run; it is asked for names and
//! contents only, which run no hook and no filter, and it fetches nothing.

use crate::form::Limit;
use anyhow::{Context, bail};
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// Its path from the folder that was asked for, with `/`, as it is shown.
    pub path: String,
    /// The same as git has it, which may be no UTF-8.
    pub raw: OsString,
    /// What kind of entry it is.
    pub kind: Kind,
    /// What names its content: two with one id are the same.
    pub id: String,
    /// Its size in bytes.
    pub size: u64,
}

/// What git keeps under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A link; its content is where it leads to.
    Link,
    /// Another repository.
    Module,
}

/// A revision as it is shown: the whole name of a commit by its first letters.
#[must_use]
pub fn short(revision: &str) -> &str {
    let is_whole = matches!(revision.len(), 40 | 64) && revision.bytes().all(|byte| byte.is_ascii_hexdigit());
    revision.get(..7).filter(|_| is_whole).unwrap_or(revision)
}

/// The git program, for one folder.
#[derive(Debug)]
pub struct Git {
    program: PathBuf,
    folder: PathBuf,
}

impl Git {
    /// Git for this folder, which `option` asks for.
    ///
    /// # Errors
    /// There is no git program on the search path, or the folder is in no repository.
    pub fn in_folder(folder: &Path, option: &str) -> anyhow::Result<Git> {
        let names: &[&str] = if cfg!(windows) { &["git.exe"] } else { &["git"] };
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
        let program =
            folders.flat_map(|folder| names.iter().map(move |name| folder.join(name))).find(|at| at.is_file());
        let program = program.with_context(|| {
            format!("{option} asks the git program for a revision, and there is none on this computer")
        })?;
        let git = Git { program, folder: folder.to_owned() };
        let shown = crate::files::name(folder);
        let place = git.answer(&["rev-parse", "--git-dir"]);
        place.with_context(|| format!("{option} asks for a revision of a git repository, and {shown} is in none"))?;
        Ok(git)
    }

    /// The files of a revision under the folder, in the order of their paths. Links and modules are left out.
    ///
    /// # Errors
    /// The folder is in no repository, or there is no such revision.
    pub fn files(&self, revision: &str) -> anyhow::Result<Vec<Blob>> {
        let mut blobs = self.entries(revision)?;
        blobs.retain(|blob| blob.kind == Kind::File);
        Ok(blobs)
    }

    /// The same, with links and modules.
    ///
    /// # Errors
    /// The folder is in no repository, or there is no such revision.
    pub fn entries(&self, revision: &str) -> anyhow::Result<Vec<Blob>> {
        let commit = format!("{revision}^{{commit}}");
        let id = self.answer(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]);
        // Before the first commit, the last one holds nothing.
        if id.is_none() && revision == "HEAD" && self.answer(&["symbolic-ref", "--quiet", "HEAD"]).is_some() {
            return Ok(Vec::new());
        }
        let id = id.with_context(|| {
            format!("git knows no revision \u{201c}{revision}\u{201d} of {}", self.folder.display())
        })?;
        let listed = self.bytes(&["ls-tree", "-r", "-z", "-l", id.trim(), "--", "."]);
        let listed = listed.with_context(|| format!("git does not list the files of \u{201c}{revision}\u{201d}"))?;
        let mut blobs: Vec<Blob> = listed.split(|byte| *byte == 0).filter_map(blob).collect();
        blobs.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(blobs)
    }

    /// Whether the commit that is checked out in the folder is this one.
    #[must_use]
    pub fn is_at(&self, revision: &str) -> bool {
        let commit = format!("{revision}^{{commit}}");
        let id = |name: &str| self.answer(&["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
        id("HEAD^{commit}").is_some_and(|head| id(&commit) == Some(head))
    }

    /// The contents of files, in their order.
    ///
    /// # Errors
    /// Git gives less than was asked for.
    pub fn contents(&self, blobs: &[Blob]) -> anyhow::Result<Vec<Vec<u8>>> {
        let mut child = self.command(&["cat-file", "--batch"]).stdin(Stdio::piped()).spawn()?;
        let (asks, answers) = child.stdin.take().zip(child.stdout.take()).context("git cannot be talked to")?;
        let all = std::thread::scope(|scope| {
            // Asked from another thread: git waits for its answers to be read, and would never take in the rest.
            let asking = scope.spawn(move || {
                let mut asks = asks;
                blobs.iter().try_for_each(|blob| writeln!(asks, "{}", blob.id))
            });
            let mut answers = BufReader::new(answers);
            let all: anyhow::Result<Vec<Vec<u8>>> = blobs.iter().map(|blob| content(blob, &mut answers)).collect();
            match asking.join() {
                Ok(asked) => all.and_then(|all| asked.map(|()| all).context("git stopped before it was asked for all")),
                Err(_) => all,
            }
        })?;
        child.wait()?;
        Ok(all)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("-C").arg(&self.folder).args(arguments).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let quiet = [("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_NO_LAZY_FETCH", "1")];
        command.envs(quiet);
        command
    }

    /// What git answers; `None` if it refuses.
    fn answer(&self, arguments: &[&str]) -> Option<String> {
        Some(String::from_utf8_lossy(&self.bytes(arguments)?).into_owned())
    }

    fn bytes(&self, arguments: &[&str]) -> Option<Vec<u8>> {
        let output = self.command(arguments).output().ok().filter(|output| output.status.success())?;
        Some(output.stdout)
    }
}

/// `100644 blob ID SIZE<tab>PATH`.
fn blob(line: &[u8]) -> Option<Blob> {
    let mut parts = line.splitn(2, |byte| *byte == b'\t');
    let (about, path) = (String::from_utf8_lossy(parts.next()?), parts.next()?);
    let mut about = about.split_ascii_whitespace();
    let kind = match about.next()? {
        "120000" => Kind::Link,
        "160000" => Kind::Module,
        _ => Kind::File,
    };
    let (_, id, size) = (about.next()?, about.next()?, about.next()?);
    let path_shown = String::from_utf8_lossy(path).into_owned();
    Some(Blob { path: path_shown, raw: raw(path), kind, id: id.to_owned(), size: size.parse().unwrap_or(0) })
}

/// A path as the system has it: git's own bytes, or where names are no bytes, what they say.
#[cfg(unix)]
fn raw(path: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(path.to_vec())
}

#[cfg(not(unix))]
fn raw(path: &[u8]) -> OsString {
    OsString::from(String::from_utf8_lossy(path).into_owned())
}

/// `ID blob SIZE`, a line end, the content, a line end.
fn content(blob: &Blob, answers: &mut impl BufRead) -> anyhow::Result<Vec<u8>> {
    let mut head = String::new();
    answers.take(1000).read_line(&mut head)?;
    // A copy of a repository may lack what stood in old files, and nothing is fetched behind anybody's back.
    if head.trim_end().ends_with(" missing") {
        bail!("git does not have here what stood in {}; fetch the whole repository (without --filter)", blob.path);
    }
    let size: u64 = head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok()).unwrap_or(u64::MAX);
    if size != blob.size || size > Limit::File.most() as u64 {
        bail!("git does not give {}", blob.path);
    }
    let mut bytes = Vec::new();
    answers.take(size).read_to_end(&mut bytes)?;
    answers.take(1).read_to_end(&mut Vec::new())?;
    Ok(bytes)
}
