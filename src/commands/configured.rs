//! The configuration in force: which termwise.yaml, what it says, and what to say of its faults.

use crate::cli;
use crate::config::{self, Config};
use crate::files;
use crate::load::Input;
use crate::render::findings;
use crate::rules;
use crate::source::{Source, SourceId, Sources};
use std::fmt;
use std::path::{Path, PathBuf};

/// What an authority has set, and the root that it holds for.
pub(super) struct Configured {
    /// The form and the settings.
    pub config: Config,
    root: PathBuf,
}

/// Faults of termwise.yaml, as lines for people: nothing is judged until they are mended.
#[derive(Debug)]
pub(super) struct Faulty(pub Vec<String>);

impl fmt::Display for Faulty {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Faulty {}

impl Configured {
    /// Gives each input its path from the root.
    pub fn place(&self, inputs: &mut [Input]) {
        let mut paths = files::FromRoot::new(&self.root);
        for input in inputs {
            input.path = paths.path(&input.place());
        }
    }
}

/// The configuration for these paths: the file that is named, none, or the nearest up the tree from the first.
///
/// # Errors
/// A file that cannot be read, its faults, or options that do not go together.
pub(super) fn configured(options: &cli::Configured, first: Option<&Path>) -> anyhow::Result<Configured> {
    let first = first.unwrap_or(Path::new("."));
    let root = files::root(first).unwrap_or_else(|| PathBuf::from("."));
    let in_environment = || std::env::var_os("TERMWISE_CONFIG").map(PathBuf::from);
    let named = options.config.as_ref().filter(|file| !file.as_os_str().is_empty());
    let file = match (named, options.no_config) {
        // What the environment says is a wish, what is typed an order.
        (Some(file), true) if Some(file) != in_environment().as_ref() => {
            anyhow::bail!("--config does not go with --no-config")
        }
        (_, true) => None,
        (Some(file), false) => Some(file.clone()),
        (None, false) => files::settings(first),
    };
    let config = file.map_or_else(|| Ok(Config::built_in()), |file| read(&file))?;
    Ok(Configured { config, root })
}

fn read(file: &Path) -> anyhow::Result<Config> {
    let name = files::name(file);
    if file.ends_with("termwise.yml") {
        anyhow::bail!("{name}: it is not read under this name; call it {}", config::NAME);
    }
    let bytes = files::read(file).map_err(|why| anyhow::anyhow!("{name}: {why}"))?;
    let sources = Sources::new(vec![Source::decode(name.clone(), bytes)]);
    let Some(source) = sources.get(SourceId(0)) else { anyhow::bail!("{name}: it is empty") };
    let read = config::read(source, SourceId(0), rules::ALL);
    if let Some(why) = read.trouble {
        anyhow::bail!("{name}: {why}");
    }
    if read.faults.is_empty() {
        return Ok(read.config);
    }
    let shown = read.faults.get(..MOST_SHOWN).unwrap_or(&read.faults);
    let page = findings::excerpts(shown, &sources, false, WIDTH);
    let (count, them) = match read.faults.len() {
        1 => ("1 fault".to_owned(), "it"),
        count if count > MOST_SHOWN => (format!("{count} faults, of which {MOST_SHOWN} are shown,"), "them"),
        count => (format!("{count} faults"), "them"),
    };
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    lines.push(format!("termwise: {count} in {name}; mend {them} first, or go without the file with --no-config"));
    Err(Faulty(lines).into())
}

/// The most faults that are shown.
const MOST_SHOWN: usize = 100;

/// The columns that faults are laid out in.
const WIDTH: usize = 100;

/// The first of the paths that is a place on the disk.
pub(super) fn first(paths: &[PathBuf]) -> Option<&Path> {
    paths.iter().map(PathBuf::as_path).find(|path| path.as_os_str() != "-")
}
