//! Each district by itself: its reports, its plans, its themes, and the lives of its priorities.

use super::extent::One;
use super::{Part, Whole, lacking, lacks};
use crate::form::fold_name;
use crate::page::{Block, Chart, words};
use crate::rollup::coverage::State;
use crate::rollup::follow_through::all;
use crate::rollup::page::{came, chart, grouped, life, priority_name, several};
use crate::rollup::priorities::Row;

/// The name of the anchor of a district, by its place: nothing of a report is part of a link.
pub fn anchor(at: usize) -> String {
    format!("district-{}", at + 1)
}

/// The most priorities of a district that are drawn.
const MOST: usize = 30;

impl Whole<'_, '_> {
    pub(super) fn by_district(&self) -> Part {
        let blocks = self.extent.districts.iter().enumerate().flat_map(|(at, one)| {
            let mut blocks = vec![Block::Anchor(anchor(at)), Block::Heading(2, words(one.name.as_str()))];
            blocks.push(Block::Note(words(self.about(one))));
            blocks.extend(self.lives(one));
            blocks
        });
        let name = format!("{} by {}", several(priority_name(self.form)), self.district());
        Part { anchor: "districts", name, blocks: blocks.collect() }
    }

    /// "Reports: 3 of 4; missing: Summer 2023/24. 5 to 7 of 9 planned statements are reported. Themes: Attendance."
    fn about(&self, one: &One<'_, '_>) -> String {
        let received = one.places.iter().filter(|place| place.state == State::Received).count();
        let missing = one.places.iter().filter(|place| lacks(place)).count();
        let mut said = format!("Reports: {received} of {}", received + missing);
        let missing = one.places.iter().filter(|place| lacks(place)).map(|place| place.slot.term.to_string());
        said += &lacking(missing).map_or_else(String::new, |terms| format!("; missing: {terms}"));
        said += ".";
        let outcomes = all(self.plans.iter().filter(|row| fold_name(&row.district.value) == one.folded));
        if !outcomes.is_empty() {
            said += &format!(" Plans: {}.", came::rate(&outcomes));
        }
        let themes = self.themes.iter().filter(|row| fold_name(&row.district.value) == one.folded);
        let mut themes: Vec<String> =
            themes.filter_map(|row| Some(row.assigned.as_ref()?.theme.shown(self.sources))).collect();
        themes.sort_unstable();
        themes.dedup();
        if !themes.is_empty() {
            said += &format!(" Themes: {}.", super::super::some(&themes));
        }
        said
    }

    fn lives(&self, one: &One<'_, '_>) -> Vec<Block> {
        let terms = &self.extent.terms;
        let own = self.priorities.iter().filter(|row| fold_name(&row.district.value) == one.folded);
        let (out, mut rows): (Vec<&Row<'_>>, Vec<&Row<'_>>) = own.partition(|row| chart::left_out(row, terms));
        let more = out.len() + rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let mut blocks = Vec::new();
        if !rows.is_empty() {
            let title = format!("{} over time: {}", several(priority_name(self.form)), one.name);
            let lives = chart::lives(
                title,
                &rows,
                terms,
                |row| chart::called(row, self.sources),
                self.extent.leaves_out,
                self.form,
            );
            let (mut head, mut cells) = lives.table();
            head.push("Life".to_owned());
            for (line, row) in cells.iter_mut().zip(&rows) {
                line.push(life::with_rests(row, self.extent.leaves_out, self.sources));
            }
            blocks.push(Block::Figure { chart: Chart::Lives(lives), head, rows: cells });
        }
        if more > 0 {
            let are = if more == 1 { "is" } else { "are" };
            let name = priority_name(self.form).to_lowercase();
            let name = if more == 1 { name } else { several(&name) };
            blocks.push(Block::Note(words(format!("{} more {name} {are} not shown.", grouped(more)))));
        }
        blocks
    }
}
