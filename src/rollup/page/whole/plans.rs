//! What came of the plans: of all, by district and by term, and what somebody may have to ask about.

use super::{Part, Whole};
use crate::form::{Field, fold_name};
use crate::page::{Block, Chart, words};
use crate::rollup::follow_through::{Plan, Row, plans};
use crate::rollup::page::{Reader, came, chart, covered, many};

impl Whole<'_, '_> {
    pub(super) fn came(&self) -> Part {
        let (form, sources) = (self.form, self.sources);
        let mut blocks = came::notes(self.plans, self.coverage.leaves_out(), Reader::Everybody, form, sources);
        blocks.extend(self.over_gaps().map(|said| Block::Note(words(said))));
        let is_shown = |row: &&Row<'_>| self.extent.holds(&fold_name(&row.district.value));
        let is_late = |row: &&Row<'_>| chart::place_of(&self.extent.terms, row.term).is_some();
        let by_district: Vec<&Row<'_>> = self.plans.iter().filter(is_shown).collect();
        let by_term: Vec<&Row<'_>> = self.plans.iter().filter(is_late).collect();
        for (field, rows) in [(Field::District, by_district), (Field::Term, by_term)] {
            let bars = chart::follow_through_by(field, &rows, form, sources);
            if !bars.labels.is_empty() {
                blocks.push(Chart::Bars(bars).with_table());
            }
        }
        blocks.extend(came::to_ask(self.plans.iter().filter_map(|row| row.plan.as_ref()), Reader::Everybody, sources));
        Part { anchor: "plans", name: "What came of the plans".to_owned(), blocks }
    }

    /// What is to be known of plans that a report between could have told of, and is not there.
    fn over_gaps(&self) -> Option<String> {
        let is_gap = |plan: &Plan<'_>| {
            let name = fold_name(&plan.district.value);
            self.coverage.places.iter().any(|place| {
                let is_between = plan.term < place.slot.term && place.slot.term < plan.later;
                is_between && covered::is_lacking(place.state) && place.slot.district.folded() == name
            })
        };
        let all = plans(self.plans.iter().filter_map(|row| row.plan.as_ref()));
        let of_gaps: Vec<&Plan<'_>> = all.iter().filter(|plan| is_gap(plan)).collect();
        let planned: usize = of_gaps.iter().map(|plan| plan.outcomes.len()).sum();
        let found = of_gaps.iter().map(|plan| plan.outcomes.len() - plan.unmatched().count()).sum::<usize>();
        let of = many(planned, "planned statement");
        let (term, district) = (self.term(), self.district());
        (planned > 0).then(|| {
            format!(
                "Between plan and later report a {term} is missing for {of} of these; the later report tells of {found} of \
                 them, and what the {district} would have told in the missing one nobody knows."
            )
        })
    }
}
