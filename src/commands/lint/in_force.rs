//! What a run of `lint` goes by: the settings in force, and what a contribution changes of them.

use super::around::started_from;
use super::contribution::{self, Contribution};
use crate::cli::{self, Lint};
use crate::commands::configured::{Configured, Faulty, Unset, configured};
use crate::files;
use std::path::{Path, PathBuf};

/// What the commit of --contribution changes beside reports; nothing where none is named.
pub(super) fn contributed(options: &Lint) -> anyhow::Result<Contribution> {
    let Some((revision, since)) = options.contribution.as_ref().zip(options.changed_since.as_ref()) else {
        return Ok(Contribution::default());
    };
    contribution::of(revision, since, &top(options), options.baseline.as_deref())
}

/// Where the repository begins that a run is about.
pub(super) fn top(options: &Lint) -> PathBuf {
    files::top(options.paths.first().map_or(Path::new("."), PathBuf::as_path))
}

/// The configuration in force. Where that of the folder has faults and a contribution mends them, it is the built-in
/// one: else nobody could mend them by a contribution.
pub(super) fn judged_by(options: &Lint, contribution: &mut Contribution) -> anyhow::Result<Configured> {
    let error = match configured(&options.configured, &started_from(options), Unset::Refused) {
        Ok(configured) => return Ok(configured),
        Err(error) => error,
    };
    let mut faulty = error.downcast::<Faulty>()?;
    let path = files::address(Path::new(&faulty.name), &top(options));
    if contribution.mended.contains(&path) {
        contribution.tell_mended(&path);
        let none = cli::Configured { config: None, no_config: true };
        return configured(&none, &started_from(options), Unset::Refused);
    }
    if options.contribution.is_some() {
        _ = faulty.lines.pop();
        faulty.lines.push(format!(
            "termwise: {path} has faults, and it is that of the branch that the contribution goes to; nothing can be \
             checked until they are mended there"
        ));
    }
    Err(faulty.into())
}
