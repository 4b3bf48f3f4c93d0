//! The configuration in force: which termwise.yaml, what it says, and what to say of its faults.

use crate::cli;
use crate::config::{self, Config};
use crate::disclosure;
use crate::files;
use crate::form::{Form, Limit};
use crate::load::Input;
use crate::render::findings;
use crate::rules;
use crate::source::{Source, SourceId, Sources};
use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an authority has set, and the root that it holds for.
pub(super) struct Configured {
    /// The form and the settings.
    pub config: Config,
    /// The folder that it holds for.
    pub root: PathBuf,
}

/// Faults of termwise.yaml, as lines for people: nothing is judged until they are mended.
#[derive(Debug)]
pub(super) struct Faulty {
    /// The file, as it is shown.
    pub name: String,
    /// What is wrong with it.
    lines: Vec<String>,
    /// What to do about it, at the end of the last line.
    advice: String,
}

impl Faulty {
    /// What is wrong, and what to do.
    pub fn lines(&self) -> Vec<String> {
        self.ending_with(&self.advice)
    }

    /// What is wrong, with a word on whose the file is in the place of what to do.
    pub fn of(&self, whose: &str) -> Vec<String> {
        self.ending_with(&format!(" (as {whose} has it)"))
    }

    fn ending_with(&self, end: &str) -> Vec<String> {
        let mut lines = self.lines.clone();
        if let Some(last) = lines.last_mut() {
            last.push_str(end);
        }
        lines
    }
}

/// Settings of this name that cannot be gone by, and why.
fn unfit(name: String, why: &str) -> anyhow::Error {
    Faulty { lines: vec![format!("termwise: {name}: {why}")], name, advice: String::new() }.into()
}

/// Settings that do not hold for all that is named, this file among them.
fn parted(name: String, words: &str) -> anyhow::Error {
    Faulty { lines: vec![format!("termwise: {words}")], name, advice: String::new() }.into()
}

impl fmt::Display for Faulty {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.lines().join("\n"))
    }
}

impl std::error::Error for Faulty {}

/// What becomes of paths without a termwise.yaml where others have one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unset {
    /// They go by that of the others.
    Joined,
    /// Nothing is done: they are not to be judged by it.
    Refused,
}

impl Configured {
    /// Gives each input its path from the root.
    pub fn place(&self, inputs: &mut [Input]) {
        let mut paths = files::FromRoot::new(&self.root);
        for input in inputs {
            input.path = paths.path(&input.place(), !input.named);
        }
    }
}

/// The configuration for these paths: the file that is named, none, or the nearest up the tree from all of them.
///
/// # Errors
/// A file that cannot be read, its faults, paths with a file each, or options that do not go together.
pub(super) fn configured(options: &cli::Configured, paths: &[&Path], unset: Unset) -> anyhow::Result<Configured> {
    let in_environment = || std::env::var_os("TERMWISE_CONFIG").map(PathBuf::from);
    let named = options.config.as_ref().filter(|file| !file.as_os_str().is_empty());
    let here = [Path::new(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let (file, place) = match (named, options.no_config) {
        // What the environment says is a wish, what is typed an order.
        (Some(file), true) if Some(file) != in_environment().as_ref() => {
            anyhow::bail!("--config does not go with --no-config")
        }
        (_, true) => (None, None),
        (Some(file), false) => (Some(file.clone()), None),
        (None, false) => found(paths, unset)?,
    };
    // An excerpt of it would show a file that nobody meant to have read.
    if let Some(link) = file.as_deref().filter(|file| place.is_some() && files::is_link(file)) {
        let why =
            "it is a link, and settings are not read through one; put the file itself there, or name it with --config";
        return Err(unfit(files::name(link), why));
    }
    // Who can write to a folder above the reports could else switch off what they are judged by.
    if let Some((foreign, _)) = file.as_deref().zip(place).filter(|(file, place)| files::is_foreign(file, place)) {
        anyhow::bail!(
            "{}: it belongs to another user, and is not gone by unless you say so; name it with --config, or go \
             without it with --no-config",
            files::name(foreign)
        );
    }
    let first = place.or(paths.first().copied()).unwrap_or(Path::new("."));
    let root = files::root(first).unwrap_or_else(|| PathBuf::from("."));
    let config = file.map_or_else(|| Ok(Config::built_in()), |file| read(&file))?;
    Ok(Configured { config, root })
}

/// The nearest file up the tree, the same one for all paths, and the path that it was found from. Were it that of
/// the first, it would switch rules off for reports that it says nothing of.
fn found<'p>(paths: &[&'p Path], unset: Unset) -> anyhow::Result<(Option<PathBuf>, Option<&'p Path>)> {
    // Files of one folder share theirs. What is not there is told of later.
    let (mut seen, mut first, mut bare) = (HashSet::new(), None::<(PathBuf, &Path)>, None);
    for path in paths {
        let folder = if files::is_folder(path) { path } else { path.parent().unwrap_or(path) };
        let is_there = files::real(path).is_some();
        if !seen.insert((folder, is_there)) {
            continue;
        }
        match (files::settings(path), &first) {
            (None, _) if unset == Unset::Refused && is_there => bare = bare.or(Some(path)),
            (None, _) => {}
            (Some(file), None) => first = Some((file, path)),
            (Some(file), Some((other, _))) if file != *other => {
                let (one, other) = (files::name(other), files::name(&file));
                let words = format!("these paths go by different termwise.yaml files: {one} and {other}; {ONE_BY_ONE}");
                return Err(parted(one, &words));
            }
            (Some(_), Some(_)) => {}
        }
    }
    if let (Some((file, _)), Some(bare)) = (&first, bare) {
        let (file, bare) = (files::name(file), files::name(bare));
        let words = format!("these paths do not all go by {file}: {bare} has no termwise.yaml above it; {ONE_BY_ONE}");
        return Err(parted(file, &words));
    }
    Ok(first.map_or((None, None), |(file, path)| (Some(file), Some(path))))
}

const ONE_BY_ONE: &str = "take them one after the other, or name one file for all with --config";

fn read(file: &Path) -> anyhow::Result<Config> {
    let name = files::name(file);
    let bytes = files::read(file, Limit::File.usual()).map_err(|why| unfit(name.clone(), &why.words()))?;
    understood(name, bytes)
}

/// What there is to say against settings of this name that hold this; nothing where they are in order.
pub(super) fn fault(name: &str, bytes: Vec<u8>) -> Option<Faulty> {
    understood(name.to_owned(), bytes).err()?.downcast::<Faulty>().ok()
}

/// The form that settings of this name state that hold this; none where they have faults.
pub(super) fn form(name: &str, bytes: Vec<u8>) -> Option<Form> {
    understood(name.to_owned(), bytes).ok().map(|config| config.form)
}

/// The configuration that is written in a file of this name.
fn understood(name: String, bytes: Vec<u8>) -> anyhow::Result<Config> {
    if name.to_lowercase().ends_with("termwise.yml") {
        let why = format!("it is not read under this name; call it {}", config::NAME);
        return Err(unfit(name, &why));
    }
    let mut source = Source::decode(name.clone(), bytes);
    if let Some(own) = Path::new(&name).file_name() {
        source.path = own.to_string_lossy().into_owned();
    }
    let private = disclosure::scan(&source, &[]);
    source.keep(private);
    let source = Arc::new(source);
    let mut read = config::read(&source, SourceId::SETTINGS, rules::ALL);
    if let Some(why) = read.trouble {
        return Err(unfit(name, &why));
    }
    if read.faults.is_empty() {
        read.config.form.settings = Some(source);
        return Ok(read.config);
    }
    let sources = Sources::default().beside(Some(source));
    let shown = read.faults.get(..MOST_SHOWN).unwrap_or(&read.faults);
    let page = findings::excerpts(shown, &sources, false, WIDTH);
    let (count, them) = match read.faults.len() + read.more {
        1 => ("1 fault".to_owned(), "it"),
        count if count > MOST_SHOWN => (format!("{count} faults, of which {MOST_SHOWN} are shown,"), "them"),
        count => (format!("{count} faults"), "them"),
    };
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    lines.push(format!("termwise: {count} in {name}"));
    let advice = format!("; mend {them} first, or go without the file with --no-config");
    Err(Faulty { name, lines, advice }.into())
}

/// The most faults that are shown.
const MOST_SHOWN: usize = 100;

/// The columns that faults are laid out in.
const WIDTH: usize = 100;

/// Those of the paths that are places on the disk.
pub(super) fn places(paths: &[PathBuf]) -> Vec<&Path> {
    paths.iter().map(PathBuf::as_path).filter(|path| path.as_os_str() != "-").collect()
}
