//! The settings that hold for what is checked: which of those that a contribution has would hold once it is merged, and
//! whether they are in order, so that nothing is taken that would stop every later check. Settings elsewhere have no say.

use super::contribution::{Change, Checked, Contribution, LOOK, Tree};
use super::told::all_at_first;
use crate::commands::configured::{self, Faulty};
use crate::files;
use crate::form::{Form, Limit};
use crate::git::{Blob, Git, Kind};
use crate::render::findings::Concern;
use crate::wire;
use std::collections::HashSet;
use std::path::Path;

/// How the words begin that say that settings change.
const CHANGES: &str = "this contribution changes the settings";

/// Looks at the settings that change, and at those that would hold.
pub(super) fn look(
    told: &mut Contribution,
    changed: &[Change<'_>],
    (before, after): (&Tree, &Tree),
    git: &Git,
    top: &Path,
    checked: &Checked,
) -> anyhow::Result<()> {
    let holding = |tree: &Tree| -> Vec<Option<String>> { checked.starts.iter().map(|at| nearest(tree, at)).collect() };
    let (held, holds) = (holding(before), holding(after));
    let is_of = |path: &str, of: &[Option<String>]| of.iter().flatten().any(|one| one == path);
    let here = checked.settings.as_deref();
    let here_at = here.map(|file| files::address(file, top));
    let settings = changed.iter().filter(|change| files::names_settings(Path::new(change.path)));
    let (ruling, others): (Vec<&Change<'_>>, Vec<&Change<'_>>) = settings.partition(|change| {
        is_of(change.path, &held) || is_of(change.path, &holds) || here_at.as_deref() == Some(change.path)
    });
    // What holds now since another is gone is looked at as well.
    let to_hold: HashSet<&String> = holds.iter().flatten().filter(|path| !is_of(path, &held)).collect();
    let mut to_hold: Vec<&str> = to_hold.into_iter().map(String::as_str).collect();
    to_hold.extend(ruling.iter().map(|change| change.path).filter(|path| is_of(path, &holds)));
    to_hold.sort_unstable();
    to_hold.dedup();
    let faults = |paths: &[&str], told: &mut Contribution| -> anyhow::Result<Vec<(String, String)>> {
        let mut faults = Vec::new();
        for path in paths {
            let why = after.get(path).map(|blob| fault(path, blob, git, &mut told.said)).transpose()?.flatten();
            faults.extend(why.map(|why| ((*path).to_owned(), why)));
        }
        Ok(faults)
    };
    let wrong = faults(&to_hold, told)?;
    let mut unsaid = Vec::new();
    told.is_sound = true;
    for path in holds.iter().flatten() {
        let fault = after.get(path).map(|blob| fault(path, blob, git, &mut unsaid)).transpose()?.flatten();
        told.is_sound &= fault.is_none();
    }
    for (path, why) in &wrong {
        let words = format!("{why}; once merged, no report could be checked");
        told.tell_of(Concern::Fault, path, &words, "put that right first");
    }
    let is_parted = |of: &[Option<String>]| of.iter().collect::<HashSet<_>>().len() > 1;
    told.is_sound &= !is_parted(&holds);
    if is_parted(&holds) && !is_parted(&held) {
        let paths: Vec<&str> = ruling.iter().map(|change| change.path).collect();
        let words =
            "once merged, the folders that are checked would go by different settings, and none could be checked";
        told.tell(Concern::Fault, &paths, words, "keep one termwise.yaml for all of them");
    }
    told.ruling = ruling.iter().map(|change| change.path.to_owned()).collect();
    if told.is_sound && !told.ruling.is_empty() {
        told.form = Some(form(holds.first().and_then(Option::as_deref), after, git)?);
    }
    let is_misnamed = |change: &&Change<'_>| {
        let is_read = files::SETTINGS_NAMES.iter().any(|name| change.path.rsplit('/').next() == Some(name));
        files::names_settings(Path::new(change.path)) && !is_read && change.now.is_some()
    };
    let misnamed: Vec<&str> = changed.iter().filter(is_misnamed).map(|change| change.path).collect();
    // One thing of a file: what has to be done first.
    let others: Vec<&str> =
        others.into_iter().filter(|change| !is_misnamed(change)).map(|change| change.path).collect();
    let wrong = faults(&others, told)?;
    let wrong: Vec<&str> = wrong.iter().map(|(path, _)| path.as_str()).collect();
    let others: Vec<&str> = others.into_iter().filter(|path| !wrong.contains(path)).collect();
    let words = "this contribution changes settings that have no say in what is checked here";
    told.tell(Concern::Ruling, &others, words, LOOK);
    told.tell(Concern::Unread, &wrong, "these settings have faults, and no say in what is checked here", "mend them");
    let words = "settings are not read under this name on every computer";
    told.tell(Concern::Unread, &misnamed, words, "call it termwise.yaml");
    let own = match here_at.as_deref().and_then(|path| after.get(path)).filter(|blob| is_readable(blob)) {
        Some(blob) => git.contents(std::slice::from_ref(blob))?.pop(),
        None => None,
    };
    let as_read = here.and_then(|file| files::read(file, Limit::File.usual()).ok());
    told.foreign = here_at.filter(|_| !told.is_own && as_read != own);
    Ok(())
}

/// The settings of a commit that hold at a path: the nearest up the tree, where a link counts as what it is called.
fn nearest(tree: &Tree, path: &str) -> Option<String> {
    let folders = Path::new(path).ancestors();
    let files = folders.flat_map(|folder| files::SETTINGS_NAMES.map(|name| files::name(&folder.join(name))));
    let mut there = files.filter(|file| tree.get(file).is_some_and(|blob| blob.kind != Kind::Module));
    there.next()
}

/// The form that settings at this path of a commit state, which have no fault; the built-in one where there are none.
fn form(path: Option<&str>, tree: &Tree, git: &Git) -> anyhow::Result<Form> {
    let Some((path, blob)) = path.and_then(|path| Some((path, tree.get(path)?))) else { return Ok(Form::built_in()) };
    let bytes = git.contents(std::slice::from_ref(blob))?.pop().unwrap_or_default();
    Ok(configured::form(path, bytes).unwrap_or_else(Form::built_in))
}

fn is_readable(blob: &Blob) -> bool {
    blob.kind == Kind::File && blob.size <= Limit::File.usual() as u64
}

/// What is wrong with settings, in words; what shows it goes to `said`.
fn fault(path: &str, blob: &Blob, git: &Git, said: &mut Vec<String>) -> anyhow::Result<Option<String>> {
    Ok(match blob.kind {
        Kind::Module => None,
        Kind::Link => Some("it is a link, and settings are not read through one".to_owned()),
        Kind::File if !is_readable(blob) => Some("it is larger than settings may be".to_owned()),
        Kind::File => {
            let bytes = git.contents(std::slice::from_ref(blob))?.pop().unwrap_or_default();
            let fault = configured::fault(path, bytes);
            // Some of very many show what is wrong with them.
            said.extend(
                fault
                    .iter()
                    .filter(|_| said.len() < MOST)
                    .flat_map(|fault| fault.of("the contribution"))
                    .collect::<Vec<_>>(),
            );
            fault.map(|_| "these settings have faults, which the log shows".to_owned())
        }
    })
}

/// The most lines that faults are shown in before no more are.
const MOST: usize = 100;

impl Contribution {
    /// Tells of settings that change what the reports were checked by.
    pub fn tell_ruling(&mut self, has_settings: bool) {
        let by = match (self.is_own, has_settings) {
            (true, _) => "its reports were checked by them as they lie in this folder",
            (false, true) => "its reports were checked by those of the branch it goes to",
            (false, false) => {
                "its reports were checked by termwise's own, since the branch it goes to has none that hold here"
            }
        };
        let ruling = self.ruling.clone();
        let paths: Vec<&str> = ruling.iter().map(String::as_str).collect();
        // Before all others of its kind: a host may show only some of them.
        let told = all_at_first(Concern::Ruling, &paths, &format!("{CHANGES}; {by}"), LOOK);
        self.notices.splice(0..0, told);
    }

    /// Whether the faults of settings that hold are no longer there after it.
    pub fn mends(&self) -> bool {
        self.is_sound && !self.ruling.is_empty()
    }

    /// That the faults of the settings in the folder are mended by the contribution: till then reports are judged by what
    /// termwise goes by of itself.
    pub fn tell_mended(&mut self, path: &str) {
        let words = "these settings have faults where the contribution is to go to, and it mends them; so its reports were \
                     checked by termwise's own settings, not by these";
        self.tell_of(Concern::Ruling, path, words, LOOK);
    }

    /// That the settings in the folder, which are not the contribution's, keep anything from being checked.
    pub fn tell_stopped(&mut self, path: &str, faulty: &Faulty) {
        let whose = "the branch that the contribution goes to";
        self.said.extend(faulty.of(whose));
        let words = format!("nothing could be checked: the settings of {whose} have faults, which the log shows");
        self.tell_of(Concern::Fault, path, &words, "mend them on that branch first; this contribution is not to blame");
    }

    /// Looks at the findings to live with that it has at this path, if it changes them.
    pub fn look_at_baseline(&mut self, path: &str, changed: &[Change<'_>], git: &Git) -> anyhow::Result<()> {
        let Some(blob) = changed.iter().find(|change| change.path == path).and_then(|change| change.now) else {
            return Ok(());
        };
        let is_read = blob.kind == Kind::File && blob.size <= Limit::File.most() as u64;
        let bytes = if is_read { git.contents(std::slice::from_ref(blob))?.pop() } else { None };
        let why = bytes.map_or(Some("it is no file, or too large".to_owned()), |bytes| {
            wire::baseline::read(&String::from_utf8_lossy(&bytes)).err()
        });
        if let Some(why) = why {
            self.has_broken_baseline = true;
            let words =
                format!("the findings to live with cannot be read: {why}; once merged, no report could be checked");
            self.tell_of(
                Concern::Fault,
                path,
                &words,
                "write them with `termwise lint --baseline FILE --write-baseline`",
            );
        }
        Ok(())
    }

    /// That the findings to live with cannot be read, which are not the contribution's: so every finding counts.
    pub fn tell_baseline(&mut self, path: &str, why: &str) {
        // What it puts in their place is its own.
        let folder = format!("{path}/");
        if let Some(own) = self.changed.iter().filter(|own| own.starts_with(&folder)).min().cloned() {
            let words = format!(
                "this stands in a folder at {path}, where the findings to live with are looked for; once merged, no report \
                 could be checked"
            );
            self.tell_of(Concern::Fault, &own, &words, "give the folder another name");
            return;
        }
        let is_mended = self.changed.contains(path) && !self.has_broken_baseline;
        let whose = "the branch that the contribution goes to";
        if is_mended {
            self.notices.retain(|notice| notice.path != path || notice.kind != Concern::Ruling);
            let words = format!(
                "the findings to live with cannot be read on {whose} ({why}), and it mends that; so every finding counts"
            );
            self.tell_of(Concern::Ruling, path, &words, LOOK);
        } else {
            let words = format!("the findings to live with cannot be read on {whose} ({why}), so every finding counts");
            self.tell_of(
                Concern::Fault,
                path,
                &words,
                "mend them on that branch first; this contribution is not to blame",
            );
        }
    }
}
