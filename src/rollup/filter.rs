//! Which reports a rollup is of.

use super::themes::Themes;
use crate::form::{Form, Status, fold, fold_name};
use crate::report::{Priority, Report};
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
    /// Of districts in these areas; of all if there is none.
    pub areas: Vec<String>,
    /// Priorities of these themes; of all, and without one, if there is none.
    pub themes: Vec<String>,
    /// Priorities that state one of these; all if there is none.
    pub statuses: Vec<Status>,
}

impl Filter {
    /// Whether it takes reports of this district. One that names none is taken if no district is asked for.
    #[must_use]
    pub fn takes_district(&self, district: Option<&str>, form: &Form) -> bool {
        let same = |name: &str| self.districts.iter().any(|d| fold_name(&form.district(d)) == fold_name(name));
        let lies = |name: &str| {
            let area = form.districts.find(name).and_then(|district| district.area.as_deref());
            area.is_some_and(|area| self.areas.iter().any(|wanted| fold_name(wanted) == fold_name(area)))
        };
        (self.districts.is_empty() || district.is_some_and(same))
            && (self.areas.is_empty() || district.is_some_and(lies))
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
    #[must_use]
    pub fn takes_slot(&self, slot: Term) -> bool {
        let half = |filter: &Parts| slot.half.and(filter.half);
        let coarse = |filter: &Parts| slot.matches(&Parts { half: half(filter), month: None, ..*filter });
        (self.terms.is_empty() || self.terms.iter().any(coarse)) && self.is_between(&slot)
    }

    /// Whether it takes a report, by district and term.
    #[must_use]
    pub fn takes(&self, report: &Report, form: &Form) -> bool {
        self.takes_district(report.district(), form) && self.takes_term(report.term())
    }

    fn is_between(&self, term: &Term) -> bool {
        self.from.is_none_or(|from| term.against(&from) != Ordering::Less)
            && self.to.is_none_or(|to| term.against(&to) != Ordering::Greater)
    }
}

/// Which priorities of those reports a rollup is of.
pub(super) struct Sieve<'f> {
    pub(super) filter: &'f Filter,
    pub(super) form: &'f Form,
    /// The themes that are known, and the folded names of those that are wanted; only where any are.
    themes: Option<(Themes, Vec<String>)>,
}

impl<'f> Sieve<'f> {
    pub(super) fn of(filter: &'f Filter, form: &'f Form) -> Sieve<'f> {
        let themes = (!filter.themes.is_empty()).then(|| {
            let known = Themes::of(form);
            let wanted = filter.themes.iter().map(|name| fold(known.find(name).unwrap_or(name))).collect();
            (known, wanted)
        });
        Sieve { filter, form, themes }
    }

    /// Whether it takes every priority.
    pub(super) fn is_open(&self) -> bool {
        self.themes.is_none() && self.filter.statuses.is_empty()
    }

    /// Whether it takes a priority, as its report has it.
    pub(super) fn takes(&self, priority: &Priority) -> bool {
        let wanted = &self.filter.statuses;
        let stated = || priority.known_status().is_some_and(|status| wanted.contains(&status));
        (wanted.is_empty() || stated()) && self.is_of_theme(priority)
    }

    fn is_of_theme(&self, priority: &Priority) -> bool {
        let Some((known, wanted)) = &self.themes else { return true };
        known.of_priority(priority, self.form).iter().any(|one| wanted.contains(&one.theme.key()))
    }

    /// Whether it takes a theme by its folded name.
    pub(super) fn takes_theme(&self, key: &str) -> bool {
        self.themes.as_ref().is_none_or(|(_, wanted)| wanted.iter().any(|name| name == key))
    }

    /// Whether it takes a report: all of it, or some of its priorities.
    pub(super) fn takes_some(&self, report: &Report) -> bool {
        self.is_open() || report.priorities.iter().any(|priority| self.takes(priority))
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
