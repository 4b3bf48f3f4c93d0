//! What of a view alone is drawn above its table.

use super::extent::Extent;
use crate::form::Form;
use crate::page::{Block, Chart, Grid};
use crate::rollup::page::{chart, priority_name, several};
use crate::rollup::priorities::Row;
use crate::rollup::{Rollup, Rows, shown, themes};
use crate::source::Sources;

/// The most lives that are drawn one under another.
const MOST: usize = 60;

/// The chart of a view; `None` where its sentences draw it, or there is nothing to draw.
pub(in crate::rollup::page) fn drawn(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Option<Block> {
    let extent = Extent::of(&rollup.coverage, sources);
    match &rollup.rows {
        Rows::Priorities(rows) => {
            let shown = rows.get(..rollup.shown()).unwrap_or_default();
            lives(shown, &extent, form, sources).map(|lives| Block::Chart(Chart::Lives(lives)))
        }
        Rows::Themes(rows) => {
            let mut shown = rows.get(..rollup.shown()).unwrap_or_default().to_vec();
            themes::group(&mut shown);
            self::themes(&shown, &extent, form, sources).map(|grid| Block::Chart(Chart::Grid(grid)))
        }
        Rows::Districts(_)
        | Rows::Terms(_)
        | Rows::FollowThrough(_)
        | Rows::Plans(_)
        | Rows::Findings(_)
        | Rows::Explanations(_)
        | Rows::Statements(_)
        | Rows::Coverage(_) => None,
    }
}

/// The themes of the districts that are shown; its title says what is not.
pub(super) fn themes(
    rows: &[themes::Row<'_>],
    extent: &Extent<'_, '_>,
    form: &Form,
    sources: &Sources,
) -> Option<Grid> {
    let mut grid = chart::themes(rows, &extent.names(), form, sources);
    grid.rows.retain(|(_, squares)| squares.iter().any(Option::is_some));
    let all = grid.rows.len();
    grid.rows.truncate(chart::MOST);
    let themes = (all > grid.rows.len()).then(|| format!("the first {} of {all} themes", grid.rows.len()));
    let districts = extent.districts_said(form);
    let cut: Vec<String> = themes.into_iter().chain(districts).collect();
    if !cut.is_empty() {
        grid.title += &format!(" ({})", cut.join(", and "));
    }
    (!grid.rows.is_empty()).then_some(grid)
}

/// The lives of the first priorities, each after its district.
fn lives(rows: &[Row<'_>], extent: &Extent<'_, '_>, form: &Form, sources: &Sources) -> Option<crate::page::Lives> {
    let drawn: Vec<&Row<'_>> = rows.iter().filter(|row| !chart::left_out(row, &extent.terms)).take(MOST).collect();
    let cut: Vec<String> = (drawn.len() < rows.len())
        .then(|| format!("{} of {}", drawn.len(), rows.len()))
        .into_iter()
        .chain(extent.terms_said(form))
        .collect();
    let mut title = format!("{} over time", several(priority_name(form)));
    if !cut.is_empty() {
        title += &format!(" ({})", cut.join(", in "));
    }
    let named = |row: &Row<'_>| format!("{}: {}", shown(row.district, sources), chart::called(row, sources));
    (!drawn.is_empty()).then(|| chart::lives(title, &drawn, &extent.terms, named, extent.leaves_out, form))
}
