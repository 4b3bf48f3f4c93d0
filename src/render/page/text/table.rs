//! A table as text. One of many counts that is too wide for the page goes on below itself, its first
//! column repeated where that names the rows; one of words becomes a list of its rows, a line for each cell.

use super::{Rules, paragraph};
use crate::page::{Cell, words};
use crate::render::page::{is_counted, line};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};
use std::collections::HashSet;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The most characters of a cell that a text table shows; CSV and JSON hold all of them. A longer word
/// would cost its length squared to wrap.
const MAX_CELL: usize = 1000;
/// The most rows that a text table shows: nobody reads more, and laying them out takes ten times their bytes.
const MAX_ROWS: usize = 5000;
/// The widest word that is never broken; file names and addresses are.
const MAX_WORD: usize = 14;
/// The widest cell that is kept on one line, if the others of its column are no wider: a name, a term.
const MAX_NAME: usize = 16;
/// The fewest columns of counts that may stand apart from the words.
const MIN_COUNTS: usize = 3;
/// What a column takes besides its words: a space on either side and a rule.
const AROUND: usize = 3;

/// Writes a table in `width` columns, and says what it does not show.
pub(super) fn write(
    head: &[String],
    rows: &[Vec<Cell>],
    rules: Rules,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (rows, more) = rows.split_at_checked(MAX_ROWS).unwrap_or((rows, &[]));
    write_rows(head, rows, rules, width, out)?;
    let mut left_out = Vec::new();
    if !more.is_empty() {
        left_out.push(format!("{} more rows are not shown; the formats csv and json give them all.", more.len()));
    }
    let is_cut = |cell: &Cell| matches!(cell, Cell::Words(words) if cut(&line(words)).is_some());
    if rows.iter().flatten().any(is_cut) {
        left_out.push(format!(
            "Cells of more than {MAX_CELL} characters end in \u{2026}; the formats csv and json give them whole."
        ));
    }
    left_out.into_iter().try_for_each(|said| {
        writeln!(out)?;
        paragraph(&words(said), "", width, false, out)
    })
}

fn write_rows(head: &[String], rows: &[Vec<Cell>], rules: Rules, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<Column> = (0..head.len()).map(|at| Column::of(head, rows, at)).collect();
    let breaks_words = columns.iter().map(|c| c.word + AROUND).sum::<usize>() >= width;
    if !is_of_counts(&columns) && (breaks_words || is_crowded(&columns, rows.len(), width)) {
        return list(&columns, rows.len(), width, out);
    }
    for (number, group) in groups(&columns, width).into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        draw(&group, rows.len(), rules, width).try_for_each(|line| writeln!(out, "{line}"))?;
    }
    Ok(())
}

/// Whether the rows hold so many words that most cells would be a few letters wide and many lines high.
fn is_crowded(columns: &[Column], rows: usize, width: usize) -> bool {
    let words: usize = columns.iter().flat_map(|column| column.cells.iter().skip(1)).map(|cell| cell.width()).sum();
    words * 2 > rows * width * 3
}

/// The rows one after another, without their empty cells.
fn list(columns: &[Column], rows: usize, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for at in 1..=rows {
        if at > 1 {
            writeln!(out)?;
        }
        let filled = columns.iter().filter_map(|c| Some((c.cells.first()?, c.cells.get(at)?)));
        for (number, (name, cell)) in filled.filter(|(_, cell)| !cell.is_empty()).enumerate() {
            let lead = if number == 0 { "" } else { "  " };
            paragraph(&words(format!("{name}: {cell}")), lead, width, false, out)?;
        }
    }
    Ok(())
}

/// Whether enough of the columns are counts for some to stand apart from the words, and the first column is enough
/// to tell whose they are.
fn is_of_counts(columns: &[Column]) -> bool {
    let Some((first, others)) = columns.split_first() else { return false };
    let mut names = HashSet::new();
    others.iter().filter(|column| column.is_counted).count() >= MIN_COUNTS
        && first.cells.iter().skip(1).all(|name| names.insert(name))
}

/// A column as it is shown: its head, then its cells.
struct Column {
    cells: Vec<String>,
    is_counted: bool,
    /// How wide its widest unbroken word is.
    word: usize,
    /// How wide it would like to be at least, so that names stay on one line.
    name: usize,
    /// The same, so that names take two lines at most: "Autumn 1", "2024/25".
    two: usize,
}

impl Column {
    fn of(head: &[String], rows: &[Vec<Cell>], at: usize) -> Column {
        let name = head.get(at).map_or_else(String::new, |name| short(name));
        let cells: Vec<String> = std::iter::once(name).chain(rows.iter().map(|row| shown(row.get(at)))).collect();
        let broken = cells.iter().flat_map(|cell| cell.split(' '));
        let word = broken.map(|word| word.width().min(MAX_WORD)).max().unwrap_or(0).max(1);
        let widest = |of: fn(&str) -> usize| cells.iter().skip(1).map(|cell| of(cell)).max().unwrap_or(0).max(word);
        let is_name = cells.iter().skip(1).all(|cell| cell.width() <= MAX_NAME);
        let (name, two) = if is_name { (widest(|cell| cell.width()), widest(two_lines)) } else { (word, word) };
        Column { is_counted: is_counted(rows, at), word, name, two, cells }
    }
}

/// How wide two lines must be for these words.
fn two_lines(words: &str) -> usize {
    let parted = words.match_indices(' ').map(|(at, _)| words.split_at(at));
    parted.map(|(first, rest)| first.width().max(rest.trim_start().width())).min().unwrap_or(words.width())
}

fn shown(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Words(words)) => short(words),
        Some(Cell::Number(number)) => number.to_string(),
        Some(Cell::Empty) | None => String::new(),
    }
}

/// A cell's words on one line, cut where a table would no longer be one.
fn short(words: &str) -> String {
    let shown = line(words);
    match cut(&shown) {
        Some(end) => format!("{}\u{2026}", shown.get(..end).unwrap_or_default()),
        None => shown,
    }
}

/// Where words end that are too long for a table.
fn cut(shown: &str) -> Option<usize> {
    // Nearly all are plainly shorter.
    if shown.len() <= MAX_CELL {
        return None;
    }
    shown.char_indices().nth(MAX_CELL).map(|(end, _)| end)
}

/// The columns of each table, the first column in all of them. Columns of words stay together in the
/// first, and a few counts with them: apart, nobody could read them as a row.
fn groups(columns: &[Column], width: usize) -> Vec<Vec<&Column>> {
    let Some((first, others)) = columns.split_first() else { return Vec::new() };
    if !is_of_counts(columns) {
        return vec![columns.iter().collect()];
    }
    let words: usize = others.iter().filter(|c| !c.is_counted).map(|c| c.name + AROUND).sum();
    let alone = 1 + first.name + AROUND;
    let (mut groups, mut group, mut used) = (Vec::<Vec<&Column>>::new(), vec![first], alone + words);
    for column in others {
        let wide = column.name + AROUND;
        if !column.is_counted {
            groups.first_mut().unwrap_or(&mut group).push(column);
            continue;
        }
        if used + wide > width && (group.len() > 1 || words > 0) {
            groups.push(std::mem::replace(&mut group, vec![first]));
            used = alone;
        }
        group.push(column);
        used += wide;
    }
    groups.push(group);
    groups
}

/// The lines of a table, counts set to the right; rules between the rows only where one wraps.
fn draw(columns: &[&Column], rows: usize, rules: Rules, width: usize) -> impl Iterator<Item = String> {
    let mut table = Table::new();
    let (condensed, full) = match rules {
        Rules::Drawn => (presets::UTF8_FULL_CONDENSED, presets::UTF8_FULL),
        Rules::Ascii => (presets::ASCII_FULL_CONDENSED, presets::ASCII_FULL),
    };
    table
        .load_style(condensed)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX));
    let row = |at: usize| columns.iter().map(move |c| c.cells.get(at).map_or("", String::as_str));
    table.set_header(row(0));
    for at in 1..=rows {
        table.add_row(row(at));
    }
    let fits = |wide: fn(&Column) -> usize| columns.iter().map(|c| wide(c) + AROUND).sum::<usize>() < width;
    let least: [fn(&Column) -> usize; 3] = [|column| column.name, |column| column.two, |column| column.word];
    let least = least.into_iter().find(|wide| fits(*wide));
    for (drawn, column) in table.column_iter_mut().zip(columns) {
        if column.is_counted {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
        if let Some(Ok(wide)) = least.map(|least| u16::try_from(least(column) + 2)) {
            drawn.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(wide)));
        }
    }
    let lines: Vec<String> = table.lines().collect();
    let heads = lines.iter().skip(1).take_while(|line| line.starts_with(['\u{2502}', '|'])).count();
    if lines.len() > rows + heads + 3 {
        table.load_style(full);
        return table.lines().collect::<Vec<_>>().into_iter();
    }
    lines.into_iter()
}
