//! Priorities by theme: which themes several districts share and which one alone has, and how each is known.

use super::{Reader, many, number, priorities, term_cell, text_cell};
use crate::form::{Field, Form};
use crate::page::{Block, Cell, words};
use crate::report::field_name;
use crate::rollup::shown;
use crate::rollup::themes::{How, Row, Spread, themes};
use crate::source::Sources;
use std::collections::BTreeSet;

/// The most districts that are named beside a theme.
const MOST: usize = 8;

/// Which themes are common, which stand in one district only, and what has none. Where the rows are of some districts
/// only, another may have what one of them has.
pub(super) fn summary(
    rows: &[Row<'_>],
    is_of_some: bool,
    reader: Reader,
    form: &Form,
    sources: &Sources,
) -> Vec<Block> {
    let district = field_name(form, Field::District).to_lowercase();
    let mut blocks = Vec::new();
    // A row that was sorted otherwise stands apart from those of its theme: they are brought together here.
    let mut rows: Vec<Row<'_>> = rows.to_vec();
    crate::rollup::themes::group(&mut rows);
    let spread = themes(&rows);
    let (common, single): (Vec<&Spread<'_, '_>>, Vec<&Spread<'_, '_>>) =
        spread.iter().partition(|theme| theme.districts.len() > 1);
    let alone = match rows.iter().map(|row| &row.district.value).collect::<BTreeSet<_>>().len() {
        0 | 1 if is_of_some => "Themes:".to_owned(),
        _ if is_of_some => format!("In one of these {district}s:"),
        _ => format!("In one {district} only:"),
    };
    for (name, themes) in [(format!("Common to several {district}s:"), common), (alone, single)] {
        if !themes.is_empty() {
            blocks.push(Block::Note(words(name)));
            blocks.push(Block::List(themes.iter().map(|theme| words(told(theme, &district, form, sources))).collect()));
        }
    }
    let without = rows.iter().filter(|row| row.assigned.is_none()).count();
    if without > 0 {
        let (are, them) = if without == 1 { ("has", "It stands") } else { ("have", "They stand") };
        let priorities = priorities(without, form);
        let said = format!(
            "{priorities} {are} no theme: none is stated, and neither title nor outcomes hold a word that tells of one. {them} \
             last{}.",
            match reader {
                Reader::Coordinator =>
                    "; a line \u{201c}Theme:\u{201d} in the report, or a word under themes in termwise.yaml, gives one",
                Reader::Everybody => "",
            }
        );
        blocks.push(Block::Note(words(said)));
    }
    blocks
}

fn told(theme: &Spread<'_, '_>, district: &str, form: &Form, sources: &Sources) -> String {
    let names: Vec<String> = theme.districts.iter().take(MOST).map(|name| shown(name, sources)).collect();
    let more = theme.districts.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let priorities = priorities(theme.priorities, form);
    let count = match theme.districts.len() {
        1 => String::new(),
        several => format!(" in {}", many(several, district)),
    };
    format!("{}: {priorities}{count} ({}{more})", theme.theme.shown(sources), names.join(", "))
}

/// A row of the table.
pub(super) fn row(row: &Row<'_>, sources: &Sources) -> Vec<Cell> {
    let assigned = row.assigned.as_ref();
    vec![
        Cell::Words(assigned.map_or_else(|| "no theme".to_owned(), |one| one.theme.shown(sources))),
        number(row.districts),
        Cell::Words(shown(row.district, sources)),
        text_cell(row.title, sources),
        term_cell(Some(row.latest)),
        number(row.reports),
        assigned.map_or(Cell::Empty, |one| Cell::Words(known_by(&one.how, sources))),
    ]
}

/// How a theme is known, in words.
fn known_by(how: &How<'_>, sources: &Sources) -> String {
    match how {
        How::Stated(None) => "stated".to_owned(),
        How::Stated(Some(words)) => format!("stated as \u{201c}{}\u{201d}", shown(words, sources)),
        How::Title(word) => format!("\u{201c}{word}\u{201d} in the title"),
        How::Outcome(word, _) => format!("\u{201c}{word}\u{201d} in an outcome"),
    }
}
