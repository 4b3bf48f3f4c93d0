//! Which reports a rollup is of.

use crate::form::{Form, fold_name};
use crate::term::{Parts, Term};
use std::cmp::Ordering;

/// Which reports a rollup is of: those that pass every part. An empty filter takes all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of these districts, under any of their names; all of them if there is none.
    pub districts: Vec<String>,
    /// Of any of these terms, coarse ones too: see [`Term::matches`].
    pub terms: Vec<Parts>,
    /// From this term on. A part that is left out does not limit; without a year nothing does.
    pub from: Option<Parts>,
    /// Up to and with this term.
    pub to: Option<Parts>,
}

impl Filter {
    /// Whether it takes reports of this district. One that names none is taken if no district is asked for.
    #[must_use]
    pub fn takes_district(&self, district: Option<&str>, form: &Form) -> bool {
        let same = |name: &str| self.districts.iter().any(|d| fold_name(&form.district(d)) == fold_name(name));
        self.districts.is_empty() || district.is_some_and(same)
    }

    /// Whether it takes reports of this term. One without a clear term is taken if no term is asked for.
    #[must_use]
    pub fn takes_term(&self, term: Option<Term>) -> bool {
        let Some(term) = term else {
            return self.terms.is_empty() && self.from.is_none() && self.to.is_none();
        };
        (self.terms.is_empty() || self.terms.iter().any(|filter| term.matches(filter))) && self.is_between(&term)
    }

    /// Whether it can take a report for this year and season, and half if one is named, whatever its month.
    pub(super) fn takes_slot(&self, slot: Term) -> bool {
        let half = |filter: &Parts| slot.half.and(filter.half);
        let coarse = |filter: &Parts| slot.matches(&Parts { half: half(filter), month: None, ..*filter });
        (self.terms.is_empty() || self.terms.iter().any(coarse)) && self.is_between(&slot)
    }

    fn is_between(&self, term: &Term) -> bool {
        self.from.is_none_or(|from| term.against(&from) != Ordering::Less)
            && self.to.is_none_or(|to| term.against(&to) != Ordering::Greater)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{District, Districts};
    use crate::rollup::made::parts;

    fn term(season: u8, half: Option<u8>) -> Option<Term> {
        Some(parts((2023, season, half)).term().unwrap())
    }

    #[test]
    fn limits_are_inclusive_as_far_as_they_say() {
        let from = |limit| Filter { from: Some(limit), ..Filter::default() };
        let to = |limit| Filter { to: Some(limit), ..Filter::default() };
        let spring2 = parts((2023, 2, Some(2)));
        let year = Parts { season: None, half: None, ..spring2 };
        for (filter, season, half, taken) in [
            (from(spring2), 2, Some(2), true),
            (from(spring2), 2, Some(1), false),
            (from(spring2), 2, None, true),
            (from(spring2), 3, Some(1), true),
            (from(spring2), 1, Some(2), false),
            (to(spring2), 2, Some(2), true),
            (to(spring2), 3, None, false),
            (to(Parts { half: None, ..spring2 }), 2, Some(2), true),
            (from(year), 1, None, true),
            (to(year), 3, Some(2), true),
            (from(Parts { year: Some(crate::term::AcademicYear(2024)), ..Parts::default() }), 3, Some(2), false),
        ] {
            assert_eq!(filter.takes_term(term(season, half)), taken, "{filter:?} {season} {half:?}");
        }
        assert!(!from(spring2).takes_term(None) && Filter::default().takes_term(None));
    }

    #[test]
    fn coarse_filters_match_finer_terms() {
        let spring = Filter { terms: vec![parts((2023, 2, None))], ..Filter::default() };
        assert!(spring.takes_term(term(2, Some(1))) && !spring.takes_term(term(3, Some(1))));
        let half = Filter { terms: vec![parts((2023, 2, Some(1)))], ..Filter::default() };
        assert!(!half.takes_term(term(2, Some(2))) && half.takes_slot(term(2, None).unwrap()));
        // Where halves are counted, a slot is of one.
        assert!(half.takes_slot(term(2, Some(1)).unwrap()) && !half.takes_slot(term(2, Some(2)).unwrap()));
    }

    #[test]
    fn districts_go_by_any_of_their_names() {
        let mut form = Form::built_in();
        let aliases = vec!["n. moor".into()];
        form.districts = Districts::new(vec![District { name: "Northmoor".into(), aliases, ..District::default() }]);
        let filter = Filter { districts: vec!["N.  Moor".into()], ..Filter::default() };
        assert!(filter.takes_district(Some("NORTHMOOR"), &form));
        assert!(!filter.takes_district(Some("Eastvale"), &form) && !filter.takes_district(None, &form));
    }
}
