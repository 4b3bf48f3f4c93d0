//! What came of the plans: of all, by district and by term, and what somebody may have to ask about.

use super::{Part, Whole};
use crate::form::{Field, fold_name};
use crate::page::Chart;
use crate::rollup::follow_through::Row;
use crate::rollup::page::{Reader, came, chart};

impl Whole<'_, '_> {
    pub(super) fn came(&self) -> Part {
        let (form, sources) = (self.form, self.sources);
        let mut blocks = came::notes(self.plans, Reader::Everybody, form, sources);
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
}
