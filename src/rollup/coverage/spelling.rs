//! Districts that may be others under a misspelt name: one then counts as missing, and the other as a stranger.

use super::{Coverage, Name};
use crate::corpus::Series;
use crate::form::{Form, fold_name, likeness};
use crate::report::{Report, Stated};
use crate::rollup::{district, season};
use crate::source::SourceId;
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

/// A district whose name may be that of another, misspelt.
#[derive(Clone, Debug)]
pub struct Misspelt<'a> {
    /// The name as its latest report states it.
    pub stated: &'a Stated<String>,
    /// The district that may be meant.
    pub meant: Name<'a>,
    /// Whether the authority names it as a district, beside the other.
    pub is_told: bool,
    /// The files of its reports, one for each.
    pub sources: Vec<SourceId>,
}

/// How alike two names are from which on one may be the other.
const NEAR: f64 = 0.75;
/// The same, where the authority names both: then it may well mean two.
const TOLD: f64 = 0.85;
/// The most names that are compared: no honest collection has as many districts that one may be taken for.
const MOST: usize = 20_000;

/// The districts with a name like that of one that misses a report where they have one. Names are compared only then:
/// two neighbours may well be called North Blackbeck and North Blackwick, and both report.
pub(super) fn misspelt<'a>(coverage: &Coverage<'a>, series: &[Series<'a>], form: &Form) -> Vec<Misspelt<'a>> {
    let mut lacking: BTreeMap<String, (Name<'a>, BTreeSet<Term>)> = BTreeMap::new();
    for slot in &coverage.missing {
        lacking
            .entry(slot.district.folded())
            .or_insert_with(|| (slot.district, BTreeSet::new()))
            .1
            .insert(season(slot.term));
    }
    let (mut found, mut compared) = (Vec::new(), 0);
    for one in series {
        let is_told = form.districts.find(one.district).is_some();
        let Some(stated) = one.reports.last().and_then(|(_, report)| district(report)) else { continue };
        let name = fold_name(one.district);
        // Whoever is another district under a second name has not reported where that one has.
        let fits = |terms: &BTreeSet<Term>| {
            one.reports.len() <= terms.len().saturating_mul(2)
                && one.reports.iter().all(|(term, _)| terms.contains(&season(*term)))
        };
        let near = lacking.iter().filter(|(other, (_, terms))| **other != name && fits(terms));
        let near: Vec<(&String, Name<'a>)> = near.map(|(other, (meant, _))| (other, *meant)).collect();
        compared += near.len();
        if compared > MOST {
            break;
        }
        let near = near.into_iter().map(|(other, meant)| (likeness(&name, other), meant));
        if let Some((_, meant)) =
            near.filter(|(near, _)| *near >= if is_told { TOLD } else { NEAR }).max_by(|a, b| a.0.total_cmp(&b.0))
        {
            let sources: Vec<SourceId> =
                one.reports.iter().map(|(_, report): &(Term, &Report)| report.source).collect();
            // Of two that the authority names, the one with fewer reports is asked about.
            let reversed = |other: &&mut Misspelt<'_>| {
                is_told
                    && other.is_told
                    && folded(meant) == fold_name(&other.stated.value)
                    && folded(other.meant) == name
            };
            match found.iter_mut().find(reversed) {
                Some(other) if other.sources.len() <= sources.len() => {}
                Some(other) => *other = Misspelt { stated, meant, sources, is_told },
                None => found.push(Misspelt { stated, meant, sources, is_told }),
            }
        }
    }
    found
}

fn folded(name: Name<'_>) -> String {
    match name {
        Name::Stated(stated) => fold_name(&stated.value),
        Name::Told(name) => fold_name(name),
    }
}
