//! What a run of `lint` goes by: the settings in force, and what a contribution changes of them.

use super::around::started_from;
use super::contribution::{self, Checked, Contribution};
use crate::cli::{self, Lint};
use crate::commands::configured::{Configured, Faulty, Unset, configured};
use crate::commands::walk;
use crate::files;
use std::path::{Path, PathBuf};

/// What the commit of --contribution changes beside reports; nothing where none is named.
pub(super) fn contributed(options: &Lint) -> anyhow::Result<Contribution> {
    let Some((revision, since)) = options.contribution.as_ref().zip(options.changed_since.as_ref()) else {
        return Ok(Contribution::default());
    };
    let top = top(options);
    let (here, starts) = ([Path::new(".")], started_from(options));
    let starts = if starts.is_empty() { &here[..] } else { &starts };
    let checked = Checked {
        starts: starts.iter().filter_map(|path| files::from_root(path, &top)).collect(),
        settings: starts.iter().find_map(|path| files::settings(path)),
        baseline: options.baseline.clone(),
        walk: walk(&options.search),
    };
    contribution::of(revision, since, &top, &checked)
}

/// Where the repository begins that a run is about.
pub(super) fn top(options: &Lint) -> PathBuf {
    files::top(options.paths.first().map_or(Path::new("."), PathBuf::as_path))
}

/// The configuration in force; none where that of the branch that a contribution goes to has faults, so that nothing can
/// be checked. Where the contribution mends them, it is the built-in one: else nobody could mend them by a contribution.
pub(super) fn judged_by(options: &Lint, contribution: &mut Contribution) -> anyhow::Result<(Configured, bool)> {
    let error = match configured(&options.configured, &started_from(options), Unset::Refused) {
        Ok(configured) => {
            contribution.tell_ruling(configured.config.form.settings.is_some());
            return Ok((configured, true));
        }
        Err(error) => error,
    };
    let faulty = error.downcast::<Faulty>()?;
    // At a desk they are one's own.
    if options.contribution.is_none() || contribution.is_own {
        return Err(faulty.into());
    }
    let path = files::address(Path::new(&faulty.name), &top(options));
    let can_be_checked = contribution.mends();
    if can_be_checked {
        contribution.tell_mended(&path);
    } else {
        contribution.tell_ruling(true);
        contribution.tell_stopped(&path, &faulty);
    }
    let none = cli::Configured { config: None, no_config: true };
    Ok((configured(&none, &started_from(options), Unset::Refused)?, can_be_checked))
}
