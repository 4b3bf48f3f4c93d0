//! `--contribution`: what a commit changes beside reports - the settings and the ignore files that reports are judged by, the
//! baseline, the pipeline itself - where the reports are judged by those that stand in the folder, which are not its own.
//! What it brings of settings is looked at, so that nothing is taken that would stop every later check.

use super::told::{MOST, all_at_first, notice};
use crate::commands::configured;
use crate::files;
use crate::form::{Form, Limit};
use crate::git::{Blob, Git, Kind};
use crate::render::findings::{Concern, Notice};
use crate::source;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What a contribution changes beside reports.
#[derive(Default)]
pub(super) struct Contribution {
    /// What there is to tell of it.
    pub notices: Vec<Notice>,
    /// Lines that show the faults of its settings.
    pub said: Vec<String>,
    /// Paths at which it has a link.
    pub links: HashSet<String>,
    /// The paths that it changes or adds.
    pub changed: HashSet<String>,
    /// Notes of Git LFS among them, which hold nothing that could be checked.
    pub pointers: HashSet<String>,
    /// The paths of settings that it changes, or takes away, and leaves without a fault.
    pub mended: HashSet<String>,
    /// Whether the settings in the folder at these paths are not its own.
    foreign: HashSet<String>,
}

/// What a file is to those who check reports.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Settings,
    Ignored,
    Attributes,
    Baseline,
    Pipeline,
}

const PARTS: [Part; 5] = [Part::Settings, Part::Ignored, Part::Attributes, Part::Baseline, Part::Pipeline];

/// What the commit `revision` changes since `since` in the repository at `top`.
///
/// # Errors
/// There is no git, or no such revision.
pub(super) fn of(revision: &str, since: &str, top: &Path, baseline: Option<&Path>) -> anyhow::Result<Contribution> {
    let git = Git::in_folder(top, "--contribution")?;
    let before: HashMap<String, Blob> = by_path(git.entries(since)?);
    let after: HashMap<String, Blob> = by_path(git.entries(revision)?);
    let is_same =
        |path: &String| before.get(path).zip(after.get(path)).is_some_and(|(a, b)| (&a.id, a.kind) == (&b.id, b.kind));
    let paths: HashSet<&String> = before.keys().chain(after.keys()).collect();
    let mut changed: Vec<&String> = paths.into_iter().filter(|path| !is_same(path)).collect();
    // Those of the top first.
    changed.sort_by_key(|path| (path.matches('/').count(), *path));
    let links = after.values().filter(|blob| blob.kind == Kind::Link).map(|blob| blob.path.clone());
    let mut told = Contribution {
        links: links.collect(),
        changed: changed.iter().map(|path| (*path).clone()).collect(),
        ..Contribution::default()
    };
    let baseline = baseline.and_then(|file| files::from_root(file, top));
    for part in PARTS {
        let of_part: Vec<&str> =
            changed.iter().filter(|path| is(path, part, baseline.as_deref())).map(|path| path.as_str()).collect();
        if part == Part::Settings {
            told.settings(&of_part, &after, &git, top)?;
        }
        told.notices.extend(change(part, &of_part, &told.foreign));
    }
    let mut pointers = Vec::new();
    let short =
        |blob: &&Blob| blob.size <= POINTER && blob.kind == Kind::File && files::may_be_report(Path::new(&blob.path));
    let new: Vec<Blob> = changed.iter().filter_map(|path| after.get(*path)).filter(short).cloned().collect();
    for (blob, bytes) in new.iter().zip(git.contents(&new)?) {
        if is_pointer(&bytes) {
            pointers.push(blob.path.as_str());
            told.pointers.insert(blob.path.clone());
        }
    }
    told.fault(
        &pointers,
        "git keeps only a note of this file here, and what it says elsewhere (Git LFS), so it was not checked",
        "keep reports in git itself",
    );
    let modules = |path: &&&String| after.get(**path).is_some_and(|blob| blob.kind == Kind::Module);
    let modules: Vec<&str> = changed.iter().filter(modules).map(|path| path.as_str()).collect();
    told.unread(
        &modules,
        "another repository stands here (a submodule), and no report in it is checked",
        "keep reports in this repository",
    );
    for path in changed.iter().filter(|path| after.get(**path).is_some_and(|blob| blob.kind == Kind::File)) {
        let kind = path.rsplit_once('.').and_then(|(_, ending)| source::not_read(ending));
        if let Some(kind) = kind {
            told.unread(
                &[path],
                &format!("this is {} and was not read", kind.what),
                &format!("if it is a report, save it as plain text: {}", kind.how),
            );
        }
    }
    Ok(told)
}

/// How it is said that settings change.
const SETTINGS: &str = "this contribution changes the settings";

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
    /// Whether the settings that are gone by are not those that the contribution has.
    pub fn is_foreign(&self, form: &Form, top: &Path) -> bool {
        let name = form.settings.as_ref().map(|settings| files::address(Path::new(&settings.name), top));
        name.is_some_and(|name| self.foreign.contains(&name))
    }

    /// That the faults of the settings in the folder, at this path, are mended by the contribution: till then reports are
    /// judged by what termwise goes by of itself.
    pub fn tell_mended(&mut self, path: &str) {
        let words = "these settings have faults where the contribution is to go to, and it mends them; so its reports were \
                     checked by termwise's own settings, not by these";
        self.notices.retain(|notice| !notice.words.starts_with(SETTINGS));
        self.notices.insert(0, notice(Concern::Ruling, path, words, "look at the change before you merge it"));
    }

    /// Looks at settings that have changed.
    fn settings(&mut self, paths: &[&str], after: &HashMap<String, Blob>, git: &Git, top: &Path) -> anyhow::Result<()> {
        let mut faulty = Vec::new();
        for path in paths {
            let own = after.get(*path);
            let content = own.filter(|blob| blob.kind == Kind::File && blob.size <= Limit::File.usual() as u64);
            let content = match content {
                Some(blob) => git.contents(std::slice::from_ref(blob))?.pop(),
                None => None,
            };
            let here = files::read(&top.join(path), Limit::File.usual()).ok();
            if here != content {
                self.foreign.insert((*path).to_owned());
            }
            match (own, content) {
                (None, _) => {
                    self.mended.insert((*path).to_owned());
                }
                (Some(blob), _) if blob.kind != Kind::File => {
                    self.fault(
                        &[path],
                        "it is a link, and settings are not read through one",
                        "put the file itself there",
                    );
                }
                (Some(_), None) => self.fault(&[path], "it is larger than settings may be", "make it shorter"),
                (Some(_), Some(bytes)) => match configured::fault(path, bytes) {
                    None => {
                        self.mended.insert((*path).to_owned());
                    }
                    Some(lines) => {
                        if faulty.len() < MOST {
                            self.said.extend(lines);
                        }
                        faulty.push(*path);
                    }
                },
            }
            let is_misnamed = own.is_some() && !path.ends_with("termwise.yaml");
            if is_misnamed && path.to_lowercase().ends_with("termwise.yaml") {
                self.unread(
                    &[path],
                    "settings are not read under this name on every computer",
                    "call it termwise.yaml",
                );
            }
        }
        self.fault(
            &faulty,
            "these settings have faults, which the log shows; once merged, no report could be checked",
            "mend them first",
        );
        Ok(())
    }

    fn fault(&mut self, paths: &[&str], words: &str, help: &str) {
        self.notices.extend(all_at_first(Concern::Fault, paths, words, help));
    }

    fn unread(&mut self, paths: &[&str], words: &str, help: &str) {
        self.notices.extend(all_at_first(Concern::Unread, paths, words, help));
    }
}

/// What there is to tell of files of one part that a contribution changes.
fn change(part: Part, paths: &[&str], foreign: &HashSet<String>) -> Option<Notice> {
    let is_foreign = paths.iter().any(|path| foreign.contains(*path));
    let words = match part {
        Part::Settings if is_foreign => {
            &format!("{SETTINGS}; its reports were checked by those of the branch it goes to")
        }
        Part::Settings => &format!("{SETTINGS}; its reports were checked by them as they are now"),
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
    };
    all_at_first(Concern::Ruling, paths, words, "look at the change before you merge it")
}

/// Whether a path is of a part, by its name; some disks do not tell small letters from capitals.
fn is(path: &str, part: Part, baseline: Option<&str>) -> bool {
    let path_lower = path.to_lowercase();
    let own = path_lower.rsplit('/').next().unwrap_or_default();
    match part {
        Part::Settings => files::names_settings(Path::new(path)),
        Part::Ignored => matches!(own, ".ignore" | ".gitignore"),
        Part::Attributes => own == ".gitattributes",
        Part::Baseline => baseline == Some(path),
        Part::Pipeline => {
            let folders = [".github/workflows/", ".github/actions/", ".gitlab/", ".azure-pipelines/"];
            let files = [".gitlab-ci.yml", "azure-pipelines.yml", "azure-pipelines.yaml", "codeowners", "action.yml"];
            folders.iter().any(|folder| path_lower.starts_with(folder)) || files.contains(&own)
        }
    }
}

fn by_path(blobs: Vec<Blob>) -> HashMap<String, Blob> {
    blobs.into_iter().map(|blob| (blob.path.clone(), blob)).collect()
}
