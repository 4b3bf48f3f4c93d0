//! The grids of a rollup: who has reported for which term, and which theme is found in which district.

use super::column;
use crate::form::{Field, Form};
use crate::page::{Cell, Column, Grid, Square, Tone};
use crate::report::field_name;
use crate::rollup::coverage::{Coverage, Place, State};
use crate::rollup::page::covered::state;
use crate::rollup::page::{priority_name, several};
use crate::rollup::themes::Row;
use crate::source::Sources;
use crate::term::Term;
use std::collections::BTreeMap;

/// The places of districts, each a row, in these terms.
pub(in crate::rollup::page) fn coverage(
    rows: &[&[Place<'_>]],
    terms: &[Term],
    coverage: &Coverage<'_>,
    form: &Form,
    sources: &Sources,
) -> Grid {
    let asked = coverage.as_at.is_some();
    let row = |row: &&[Place<'_>]| {
        let name = row.first().map_or_else(String::new, |place| place.slot.district.shown(sources));
        let mut of: BTreeMap<Term, &Place<'_>> = BTreeMap::new();
        row.iter().for_each(|place| _ = of.entry(place.slot.term).or_insert(place));
        (name, terms.iter().map(|term| Some(square(of.get(term).copied(), asked))).collect())
    };
    let rows: Vec<(String, Vec<Option<Square>>)> = rows.iter().map(row).collect();
    let mut key: Vec<(Square, String)> = Vec::new();
    for square in rows.iter().flat_map(|(_, squares)| squares.iter().flatten()) {
        if !key.iter().any(|(known, _)| known == square) {
            let said = if let Cell::Words(words) = &square.said { words.clone() } else { String::new() };
            key.push((square.clone(), said));
        }
    }
    key.sort_by_key(|(square, _)| SIGNS.iter().position(|sign| *sign == square.sign));
    let (district, term) = (field_name(form, Field::District), field_name(form, Field::Term));
    let title = format!("Reports by {} and {}", district.to_lowercase(), term.to_lowercase());
    Grid { title, of: district.to_owned(), columns: terms.iter().copied().map(column).collect(), rows, key }
}

/// The signs of squares, in the order of the key.
const SIGNS: [&str; 10] = ["\u{2713}", "P", "M", "O", "N", "E", "L", "+", "+P", "\u{2013}"];

/// A letter beside the colour: not everybody tells them apart.
fn square(place: Option<&Place<'_>>, asked: bool) -> Square {
    let said = Cell::Words(state(place).to_owned());
    let [received, in_part, missing, overdue, not_due, excused, left_out, more, more_in_part, none] = SIGNS;
    let (sign, tone) = match place {
        None => (none, None),
        Some(place) => match place.state {
            State::Received if place.is_in_part() => (in_part, Some(Tone::Unsure)),
            State::Received => (received, Some(Tone::Good)),
            // On a day that is asked about, what is overdue stands out from what has no last day.
            State::Missing => (missing, Some(if asked { Tone::Halted } else { Tone::Lacking })),
            State::Overdue => (overdue, Some(Tone::Lacking)),
            State::NotDue => (not_due, Some(Tone::Waiting)),
            State::Excused => (excused, Some(Tone::Waiting)),
            State::LeftOut => (left_out, Some(Tone::Waiting)),
            State::NotExpected if place.reports.is_empty() => (none, None),
            State::NotExpected if place.is_in_part() => (more_in_part, Some(Tone::Unsure)),
            State::NotExpected => (more, Some(Tone::Good)),
        },
    };
    Square { sign: sign.to_owned(), tone, said }
}

/// How many priorities of a theme each of these districts has; they go by their folded names, and are shown by the others.
pub(in crate::rollup::page) fn themes(
    rows: &[Row<'_>],
    districts: &[(String, String)],
    form: &Form,
    sources: &Sources,
) -> Grid {
    let mut counts: Vec<(String, BTreeMap<String, u64>)> = Vec::new();
    for row in rows {
        let theme = row.assigned.as_ref().map_or_else(|| "No theme".to_owned(), |one| one.theme.shown(sources));
        if counts.last().is_none_or(|(last, _)| *last != theme) {
            counts.push((theme, BTreeMap::new()));
        }
        if let Some((_, of)) = counts.last_mut() {
            *of.entry(crate::form::fold_name(&row.district.value)).or_default() += 1;
        }
    }
    let square = |count: &u64| Square { sign: count.to_string(), tone: Some(Tone::Good), said: Cell::Number(*count) };
    let row = |(theme, of): (String, BTreeMap<String, u64>)| {
        (theme, districts.iter().map(|(folded, _)| of.get(folded).map(square)).collect())
    };
    let title =
        format!("{} by theme and {}", several(priority_name(form)), field_name(form, Field::District).to_lowercase());
    let columns = districts.iter().map(|(_, name)| Column { name: name.clone(), within: None }).collect();
    Grid { title, of: "Theme".to_owned(), columns, rows: counts.into_iter().map(row).collect(), key: Vec::new() }
}
