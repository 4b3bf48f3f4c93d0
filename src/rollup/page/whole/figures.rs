//! The few counts that stand out at the top of a page. Counts of different things are never added up.

use super::Whole;
use crate::follow::Outcome;
use crate::form::Status;
use crate::rollup::follow_through::{all, count};
use crate::rollup::page::{came, grouped, priority_name, several};
use crate::rollup::priorities::End;
use crate::rollup::themes;

impl Whole<'_, '_> {
    /// Each count, and what is counted.
    pub(super) fn figures(&self) -> Vec<(String, String)> {
        let due = if self.coverage.due == self.coverage.expected { "expected" } else { "due" };
        let mut figures = vec![(
            format!("{} of {}", grouped(self.coverage.received), grouped(self.coverage.due)),
            format!("{due} reports received"),
        )];
        let outcomes = all(self.plans);
        if !outcomes.is_empty() {
            figures.push((
                format!("{} of {}", came::told(&outcomes), grouped(outcomes.len())),
                match count(&outcomes, Outcome::Possible) {
                    0 => "planned statements reported".to_owned(),
                    _ => "planned statements reported, the lower figure for certain".to_owned(),
                },
            ));
        }
        let on = self.priorities.iter().filter(|row| row.end.is_none()).count();
        let gone = self.priorities.iter().filter(|row| row.end == Some(End::Unreported)).count();
        let ended = self.priorities.len() - on - gone;
        let one = |count: usize, one: &str, more: &str| if count == 1 { one.to_owned() } else { more.to_owned() };
        let held = self.priorities.iter().filter(|row| row.end.is_none() && row.status == Some(Status::OnHold)).count();
        let held = if held > 0 { format!(", {} on hold", grouped(held)) } else { String::new() };
        let name = priority_name(self.form).to_lowercase();
        let names = several(&name);
        let said = |count: usize, one: &str, more: &str| {
            if count == 1 { format!("{name} {one}") } else { format!("{names} {more}") }
        };
        let open = said(on, "not ended by its latest report", "not ended by their latest report");
        figures.push((grouped(on), open + &held));
        figures.push((grouped(ended), said(ended, "has ended", "have ended")));
        if gone > 0 {
            let are = said(gone, "is no longer reported", "are no longer reported");
            figures.push((grouped(gone), are));
        }
        if self.is_of_some {
            return figures;
        }
        let mut rows = self.themes.to_vec();
        themes::group(&mut rows);
        let common = themes::themes(&rows).iter().filter(|theme| theme.districts.len() > 1).count();
        figures
            .push((common.to_string(), format!("{} in several {}s", one(common, "theme", "themes"), self.district())));
        figures
    }
}
