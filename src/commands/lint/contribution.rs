//! `--contribution`: what a commit changes beside reports - the settings and the ignore files that reports are judged by, the
//! baseline, the pipeline itself - where the reports are judged by those that stand in the folder, which are not its own.

use super::ruling;
use super::told::{all_at_first, notice};
use crate::cli::Lint;
use crate::files::{self, Ignores, Unread, Walk};
use crate::form::{Form, Limit};
use crate::git::{Blob, Git, Kind};
use crate::render::findings::{Concern, Notice};
use crate::source;
use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// What a contribution changes beside reports.
#[derive(Default)]
pub(super) struct Contribution {
    /// What there is to tell of it.
    pub notices: Vec<Notice>,
    /// Lines that show the faults of its settings.
    pub said: Vec<String>,
    /// The paths that are to be checked and that it takes away.
    pub taken: Vec<String>,
    /// Whether the folder lies as the commit has it: then all that stands there is its own.
    pub is_own: bool,
    /// The paths that it changes or takes away.
    pub changed: HashSet<String>,
    /// Those of them whose settings hold for what is checked, before it or after it.
    pub ruling: Vec<String>,
    /// Whether the settings that would hold after it have no fault.
    pub is_sound: bool,
    /// Whether the findings to live with that it brings cannot be read.
    pub has_broken_baseline: bool,
    /// The path of the settings that stand in the folder and are not as it has them.
    pub foreign: Option<String>,
    /// Paths at which it has a link.
    pub links: HashSet<String>,
    /// Notes of Git LFS, which hold nothing that could be checked.
    pub pointers: HashSet<String>,
    /// A path of each content that it puts somewhere, by what git calls the content.
    pub places: HashMap<String, String>,
    /// Which files are left out before it and after it, where it changes that.
    pub ignores: Option<[Ignores; 2]>,
    /// The form by which reports will be read, where it changes the settings that hold.
    pub form: Option<Form>,
}

/// What is checked, and by what.
pub(super) struct Checked {
    /// The folders and files, from the top of the repository.
    pub starts: Vec<String>,
    /// The settings that stand in the folder and hold for them.
    pub settings: Option<PathBuf>,
    /// The findings to live with.
    pub baseline: Option<PathBuf>,
    /// How folders are searched.
    pub walk: Walk,
}

impl Checked {
    /// Whether a search reads the ignore file at a path: one in a folder that is checked, above it or in it, or that it
    /// comes to when it looks around for other reports.
    fn reads(&self, ignore_file: &str) -> anyhow::Result<bool> {
        let folder = Path::new(ignore_file).parent().unwrap_or(Path::new(""));
        let is_reached = files::reached(&self.walk)?;
        let is_read = |start: &String| {
            Path::new(start).starts_with(folder) || is_reached(folder.strip_prefix(start).unwrap_or(folder))
        };
        Ok(!self.walk.no_ignore && self.starts.iter().any(is_read))
    }
}

/// The files of a commit, by their paths as git has them.
pub(super) struct Tree(HashMap<OsString, Blob>);

impl Tree {
    fn of(blobs: Vec<Blob>) -> Tree {
        Tree(blobs.into_iter().map(|blob| (blob.raw.clone(), blob)).collect())
    }

    /// What stands at a path.
    pub fn get(&self, path: &str) -> Option<&Blob> {
        self.0.get(OsStr::new(path))
    }

    /// Its ignore files, but for those that are too large: with such a one no search goes on.
    fn ignores(&self, git: &Git, top: &Path) -> anyhow::Result<Ignores> {
        let is_one = |blob: &&Blob| blob.kind == Kind::File && !is_too_large(blob) && Ignores::is_one(&blob.path);
        let files: Vec<Blob> = self.0.values().filter(is_one).cloned().collect();
        let paths = files.iter().map(|blob| blob.path.clone());
        Ok(Ignores::of_commit(top, paths.zip(git.contents(&files)?)))
    }
}

fn is_too_large(blob: &Blob) -> bool {
    blob.size > Limit::File.most() as u64
}

/// A file that is not what it was, and what it is now.
pub(super) struct Change<'a> {
    /// Its path, as it is shown.
    pub path: &'a str,
    /// What stands there now.
    pub now: Option<&'a Blob>,
}

/// What a file is to those who check reports.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Ignored,
    Attributes,
    Baseline,
    Pipeline,
}

/// What weighs most comes first: a host may show only some of them.
const PARTS: [Part; 4] = [Part::Baseline, Part::Pipeline, Part::Ignored, Part::Attributes];

/// What the commit `revision` changes since `since` in the repository at `top`.
///
/// # Errors
/// There is no git, or no such revision.
pub(super) fn of(revision: &str, since: &str, top: &Path, checked: &Checked) -> anyhow::Result<Contribution> {
    let git = Git::in_folder(top, "--contribution")?;
    let (before, after) = (Tree::of(git.entries(since)?), Tree::of(git.entries(revision)?));
    let is_same = |path: &OsString| {
        before.0.get(path).zip(after.0.get(path)).is_some_and(|(a, b)| (&a.id, a.kind) == (&b.id, b.kind))
    };
    let paths: HashSet<&OsString> = before.0.keys().chain(after.0.keys()).collect();
    let shown = |path: &OsString| after.0.get(path).or(before.0.get(path)).map_or("", |blob| blob.path.as_str());
    let change = |path: &&OsString| Change { path: shown(path), now: after.0.get(*path) };
    let mut changed: Vec<Change<'_>> = paths.iter().filter(|path| !is_same(path)).map(change).collect();
    // Those of the top first.
    changed.sort_by_key(|change| (change.path.matches('/').count(), change.path));
    let mut told = Contribution {
        is_own: git.is_at(revision),
        changed: changed.iter().map(|change| change.path.to_owned()).collect(),
        links: after.0.values().filter(|blob| blob.kind == Kind::Link).map(|blob| blob.path.clone()).collect(),
        places: changed
            .iter()
            .filter_map(|change| change.now)
            .map(|blob| (blob.id.clone(), blob.path.clone()))
            .collect(),
        ..Contribution::default()
    };
    let baseline = checked.baseline.as_deref().and_then(|file| files::from_root(file, top));
    for part in PARTS {
        let of_part = changed.iter().filter(|change| is(change.path, part, baseline.as_deref()));
        let of_part: Vec<&str> = of_part.map(|change| change.path).collect();
        told.tell(Concern::Ruling, &of_part, words(part), LOOK);
    }
    ruling::look(&mut told, &changed, (&before, &after), &git, top, checked)?;
    if let Some(path) = &baseline {
        told.look_at_baseline(path, &changed, &git)?;
    }
    if changed.iter().any(|change| Ignores::is_one(change.path)) {
        told.ignores = Some([before.ignores(&git, top)?, after.ignores(&git, top)?]);
        told.look_for_large_ignores(&changed, checked)?;
    }
    told.look_for_pointers(&changed, &git)?;
    let is_module = |change: &&Change<'_>| change.now.is_some_and(|blob| blob.kind == Kind::Module);
    let modules: Vec<&str> = changed.iter().filter(is_module).map(|change| change.path).collect();
    let words = "another repository stands here (a submodule), and no report in it is checked";
    told.tell(Concern::Unread, &modules, words, "keep reports in this repository");
    let is_link = |change: &&Change<'_>| {
        let is_one = change.now.is_some_and(|blob| blob.kind == Kind::Link);
        is_one && files::may_be_report(Path::new(change.path)) && before.get(change.path).is_none()
    };
    let links: Vec<&str> = changed.iter().filter(is_link).map(|change| change.path).collect();
    let words = "this is a link, which is not followed, so nothing was checked through it";
    told.tell(Concern::Unread, &links, words, "if it is to be a report, put the file itself there");
    told.look_for_documents(&changed);
    Ok(told)
}

/// What to do about a change that nobody but a person can judge.
pub(super) const LOOK: &str = "look at the change before you merge it";

/// The most bytes of a note by which Git LFS finds a file.
const POINTER: u64 = 1024;

/// Whether a file is such a note, in the words of today or of before.
fn is_pointer(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    ["https://git-lfs.github.com/spec/", "https://hawser.github.com/spec/", "http://git-media.io/v/"]
        .iter()
        .any(|at| bytes.strip_prefix(b"version ").is_some_and(|rest| rest.starts_with(at.as_bytes())))
}

impl Contribution {
    /// Tells one fact of these files, at the first of them.
    pub fn tell(&mut self, kind: Concern, paths: &[&str], words: &str, help: &str) {
        self.notices.extend(all_at_first(kind, paths, words, help));
    }

    /// Tells one fact of a file.
    pub fn tell_of(&mut self, kind: Concern, path: &str, words: &str, help: &str) {
        self.notices.push(notice(kind, path, words, help));
    }

    /// Tells of paths that are checked, and that it takes away: the next check would not find them.
    pub fn tell_taken(&mut self, paths: &[String], options: &Lint) {
        let paths: Vec<&str> = paths.iter().map(String::as_str).filter(|_| options.contribution.is_some()).collect();
        let words =
            "this path is to be checked, and the contribution takes it away; once merged, nothing could be checked";
        let help = "keep what is to be checked there, or first have the pipeline check where it is to be";
        self.tell(Concern::Fault, &paths, words, help);
        self.taken.extend(paths.into_iter().map(str::to_owned));
    }

    /// Tells of ignore files with which no search would go on.
    fn look_for_large_ignores(&mut self, changed: &[Change<'_>], checked: &Checked) -> anyhow::Result<()> {
        let is_large = |blob: &Blob| blob.kind == Kind::File && is_too_large(blob);
        let large = changed.iter().filter(|change| Ignores::is_one(change.path) && change.now.is_some_and(is_large));
        let mut read = Vec::new();
        for Change { path, .. } in large {
            read.extend(checked.reads(path)?.then_some(*path));
        }
        let why = Unread::TooLarge(Limit::File.most()).words();
        let words =
            format!("{why}, so nobody can tell which reports it leaves out; once merged, no report could be checked");
        self.tell(Concern::Fault, &read, &words, "keep in it a line for each file or folder to leave out");
        Ok(())
    }

    fn look_for_pointers(&mut self, changed: &[Change<'_>], git: &Git) -> anyhow::Result<()> {
        let is_short = |blob: &&Blob| {
            blob.size <= POINTER && blob.kind == Kind::File && files::may_be_report(Path::new(&blob.path))
        };
        let new: Vec<Blob> = changed.iter().filter_map(|change| change.now).filter(is_short).cloned().collect();
        let mut pointers = Vec::new();
        for (blob, bytes) in new.iter().zip(git.contents(&new)?) {
            if is_pointer(&bytes) {
                pointers.push(blob.path.as_str());
            }
        }
        let words =
            "git keeps only a note of this file here, and what it says elsewhere (Git LFS), so it was not checked";
        self.tell(Concern::Fault, &pointers, words, "keep reports in git itself");
        self.pointers = pointers.into_iter().map(str::to_owned).collect();
        Ok(())
    }

    /// Tells of documents of office programs, those of a kind together.
    fn look_for_documents(&mut self, changed: &[Change<'_>]) {
        let mut kinds: Vec<(source::NoText, Vec<&str>)> = Vec::new();
        for change in changed.iter().filter(|change| change.now.is_some_and(|blob| blob.kind == Kind::File)) {
            let kind = change.path.rsplit_once('.').and_then(|(_, ending)| source::not_read(ending));
            let Some(kind) = kind.copied() else { continue };
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, paths)) => paths.push(change.path),
                None => kinds.push((kind, vec![change.path])),
            }
        }
        for (kind, paths) in kinds {
            let help = format!("if it is a report, save it as plain text: {}", kind.how);
            self.tell(Concern::Unread, &paths, &format!("this is {} and was not read", kind.what), &help);
        }
    }
}

/// How it is said that files of one part change.
fn words(part: Part) -> &'static str {
    match part {
        Part::Ignored => {
            "this contribution changes which files are left out; its reports were checked as the branch it goes to has it"
        }
        Part::Attributes => {
            "this contribution changes how git writes files; its reports were checked as git keeps them"
        }
        Part::Baseline => {
            "this contribution changes the findings to live with; its reports were checked by those of the branch it goes to"
        }
        Part::Pipeline => {
            "this contribution changes what runs by itself in this repository, or who must agree to a change; the check \
             that you see may be the contribution's own"
        }
    }
}

/// Whether a path is of a part, by its name; some disks do not tell small letters from capitals.
fn is(path: &str, part: Part, baseline: Option<&str>) -> bool {
    let path_lower = path.to_lowercase();
    let own = path_lower.rsplit('/').next().unwrap_or_default();
    match part {
        Part::Ignored => matches!(own, ".ignore" | ".gitignore"),
        Part::Attributes => own == ".gitattributes",
        Part::Baseline => baseline == Some(path),
        Part::Pipeline => {
            let folders = [
                ".github/workflows/",
                ".github/actions/",
                ".gitlab/",
                ".azure-pipelines/",
                ".azuredevops/",
                ".circleci/",
            ];
            let files = [
                ".gitlab-ci.yml",
                ".gitlab-ci.yaml",
                "azure-pipelines.yml",
                "azure-pipelines.yaml",
                "bitbucket-pipelines.yml",
                ".pre-commit-config.yaml",
                ".pre-commit-hooks.yaml",
                "prek.toml",
                "jenkinsfile",
                "codeowners",
                "action.yml",
                "action.yaml",
            ];
            folders.iter().any(|folder| path_lower.starts_with(folder)) || files.contains(&own)
        }
    }
}
