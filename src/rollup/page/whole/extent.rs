//! Which districts and terms a page shows: all, where they are few enough to be told apart; else those that lack most reports,
//! and the latest terms.

use crate::form::{Field, Form};
use crate::report::field_name;
use crate::rollup::coverage::{Coverage, Place};
use crate::rollup::page::{chart, covered};
use crate::source::Sources;
use crate::term::Term;
use std::collections::BTreeSet;

/// The most terms that stand beside each other.
const MOST_TERMS: usize = 12;

/// What a page shows.
pub struct Extent<'r, 'a> {
    /// The districts, by name.
    pub districts: Vec<One<'r, 'a>>,
    /// How many there are.
    pub all_districts: usize,
    /// The terms, the earliest first.
    pub terms: Vec<Term>,
    /// All of them.
    all_terms: Vec<Term>,
    /// Whether there are reports that are not looked at.
    pub leaves_out: bool,
}

/// A district.
pub struct One<'r, 'a> {
    /// Its name as names are compared.
    pub folded: String,
    /// Its name as it is shown.
    pub name: String,
    /// What there is of its terms.
    pub places: &'r [Place<'a>],
}

impl<'r, 'a> Extent<'r, 'a> {
    pub fn of(coverage: &'r Coverage<'a>, sources: &Sources) -> Extent<'r, 'a> {
        // Of files that were named, what is not looked at has no place on the page.
        let leaves_out = coverage.leaves_out();
        let is_seen = |place: &&Place<'_>| !leaves_out || !place.reports.is_empty();
        let seen = coverage.places.iter().filter(is_seen);
        let all_terms: BTreeSet<Term> = seen.map(|place| place.slot.term).collect();
        let all_terms: Vec<Term> = all_terms.into_iter().collect();
        let terms = all_terms.get(all_terms.len().saturating_sub(MOST_TERMS)..).unwrap_or(&all_terms).to_vec();
        let same = |a: &Place<'_>, b: &Place<'_>| a.slot.district.folded() == b.slot.district.folded();
        let one = |places: &'r [Place<'a>]| {
            let name = &places.first()?.slot.district;
            Some(One { folded: name.folded(), name: name.shown(sources), places })
        };
        let rows = coverage.places.chunk_by(same).filter(|places| places.iter().any(|place| is_seen(&place)));
        let mut districts: Vec<One<'r, 'a>> = rows.filter_map(one).collect();
        let all_districts = districts.len();
        if all_districts > chart::MOST {
            let missing =
                |one: &One<'_, '_>| one.places.iter().filter(|place| covered::is_lacking(place.state)).count();
            districts.sort_by_cached_key(|one| (std::cmp::Reverse(missing(one)), one.folded.clone()));
            districts.truncate(chart::MOST);
        }
        districts.sort_by(|a, b| a.folded.cmp(&b.folded));
        Extent { districts, all_districts, terms, all_terms, leaves_out }
    }

    /// The first and the last of all terms.
    pub fn span(&self) -> Option<(Term, Term)> {
        self.all_terms.first().copied().zip(self.all_terms.last().copied())
    }

    /// The names of the districts, as they are compared and as they are shown.
    pub fn names(&self) -> Vec<(String, String)> {
        self.districts.iter().map(|one| (one.folded.clone(), one.name.clone())).collect()
    }

    /// The place of a district among those that are shown.
    pub fn holds(&self, folded: &str) -> bool {
        self.districts.iter().any(|one| one.folded == folded)
    }

    /// Which of the districts are shown, where not all are.
    pub fn districts_said(&self, form: &Form) -> Option<String> {
        let (shown, all) = (self.districts.len(), self.all_districts);
        let district = field_name(form, Field::District).to_lowercase();
        (shown < all).then(|| format!("the {shown} {district}s with most missing reports of {all}"))
    }

    /// Which of the terms are shown, where not all are.
    pub fn terms_said(&self, form: &Form) -> Option<String> {
        let (shown, all) = (self.terms.len(), self.all_terms.len());
        let term = field_name(form, Field::Term).to_lowercase();
        (shown < all).then(|| format!("the last {shown} of {all} {term}s"))
    }

    /// What is not shown, where anything is not.
    pub fn said(&self, form: &Form) -> Option<String> {
        let said: Vec<String> = self.districts_said(form).into_iter().chain(self.terms_said(form)).collect();
        (!said.is_empty())
            .then(|| format!("This page shows {}; what it says in sentences counts all.", said.join(", and ")))
    }
}
