//! What came of plans, as templates are given it: counts, and lists of what is to be asked about.

use super::MOST;
use super::chosen::turns;
use super::records::{Followed, Planned, Plans};
use crate::follow::Outcome;
use crate::form::fold_name;
use crate::rollup::follow_through::{Came, Plan, count, stalled};
use crate::rollup::statements::words;
use crate::rollup::{shown, title};
use crate::source::Sources;
use std::collections::BTreeSet;

/// The same of some plans.
pub(super) fn followed_of(plans: &[&Plan<'_>]) -> Followed {
    let all: Vec<Came<'_>> = plans.iter().flat_map(|plan| plan.outcomes.clone()).collect();
    let planning = plans.iter().filter(|plan| !plan.outcomes.is_empty());
    let districts: BTreeSet<String> = planning.map(|plan| fold_name(&plan.district.value)).collect();
    Followed { districts: districts.len(), ..followed(&all) }
}

/// How many planned statements came to what.
pub(super) fn followed(came: &[Came<'_>]) -> Followed {
    Followed {
        districts: usize::from(!came.is_empty()),
        planned: came.len(),
        reported: count(came, Outcome::Reported),
        possible: count(came, Outcome::Possible),
        not_done: stalled(came),
        again: count(came, Outcome::CarriedForward),
        not_found: count(came, Outcome::NoMatch),
    }
}

/// The plans of which something is to be said, at most so many, one of each district in turn.
pub(super) fn listed(plans: &[&Plan<'_>], is_meant: impl Fn(&Came<'_>) -> bool, sources: &Sources) -> Plans {
    let of_plan = |plan: &&Plan<'_>| {
        let (district, term) = (shown(plan.district, sources), plan.term.to_string());
        let meant = plan.outcomes.iter().filter(|came| is_meant(came));
        meant.map(|came| planned(came, &district, &term, sources)).collect::<Vec<_>>()
    };
    let all: Vec<Planned> = turns(plans.iter().flat_map(of_plan).collect(), |one| &one.district);
    let left_out = all.len().saturating_sub(MOST.plans);
    Plans { plans: all.into_iter().take(MOST.plans).collect(), left_out }
}

fn planned(came: &Came<'_>, district: &str, term: &str, sources: &Sources) -> Planned {
    let told = came.told.filter(|_| came.stalled).map(|told| words(told.statement, sources));
    Planned {
        words: words(came.statement, sources),
        district: district.to_owned(),
        priority: came.priority.title.as_ref().map_or_else(String::new, |words| title(words, sources)),
        term: term.to_owned(),
        said: told.or_else(|| came.reason.clone()).unwrap_or_default(),
    }
}
