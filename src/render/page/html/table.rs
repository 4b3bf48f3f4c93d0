//! A table in HTML. Where its columns find no room beside each other, those of the longest words stand under each row, across
//! the table, then those that are empty most; columns of nothing but empty cells are left out. A page is read from top to
//! bottom, not sideways.

use super::escaped;
use crate::page::{Block, Cell, Chart};
use crate::render::page::{is_counted, line};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How many characters find room beside each other.
const ROOM: usize = 112;
/// The same on a page that is printed upright.
const UPRIGHT: usize = 92;
/// What a column takes besides its words.
const AROUND: usize = 3;
/// The widest cell that is kept on one line, if the others of its column are no wider: a name, a term.
const MAX_NAME: usize = 18;
/// How narrow a column of words may be.
const NARROW: usize = 16;
/// The most rows that widths are taken from: a page of hundreds of thousands looks no different.
const MEASURED: usize = 10_000;
/// The columns that stay, since they tell whose row it is.
const STAY: usize = 2;

/// A table, and how its columns are laid out.
pub(super) struct Table<'p> {
    rows: &'p [Vec<Cell>],
    /// The columns beside each other.
    beside: Vec<Column>,
    /// Those that stand under each row.
    under: Vec<Column>,
}

struct Column {
    at: usize,
    name: String,
    class: &'static str,
    is_counted: bool,
    /// How wide its widest cell is.
    longest: usize,
    /// How many of its cells are empty.
    empty: usize,
    /// How wide it must be at least.
    need: usize,
}

impl Column {
    /// The column `at`; `None` where all of its cells are empty.
    fn of(name: &str, rows: &[Vec<Cell>], at: usize) -> Option<Column> {
        let cells = || rows.iter().filter_map(|row| row.get(at));
        if cells().all(is_empty) && !rows.is_empty() {
            return None;
        }
        let longest = cells().take(MEASURED).map(|cell| shown(cell).width()).max().unwrap_or(0);
        let is_counted = is_counted(rows, at);
        let class = match longest <= MAX_NAME {
            _ if is_counted => " class=\"count\"",
            true => " class=\"name\"",
            false => "",
        };
        let name = line(name);
        let word = name.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
        let empty = cells().take(MEASURED).filter(|cell| is_empty(cell)).count();
        let need = if class.is_empty() { NARROW } else { longest };
        Some(Column { at, name: escaped(&name), class, is_counted, longest, empty, need: need.max(word) + AROUND })
    }
}

impl<'p> Table<'p> {
    /// The table of a block, if it is one.
    pub(super) fn of(block: &'p Block) -> Option<Table<'p>> {
        let (Block::Table { head, rows } | Block::Figure { head, rows, .. }) = block else { return None };
        let is_of_lives = matches!(block, Block::Figure { chart: Chart::Lives(_), .. });
        let columns = head.iter().enumerate().filter_map(|(at, name)| Column::of(name, rows, at));
        let mut table = Table { rows, beside: columns.collect(), under: Vec::new() };
        while table.need() > ROOM {
            let Some(column) = table.least() else { break };
            table.under.push(table.beside.remove(column));
            // Terms are read in their order: all of them beside each other, or all of them under the row.
            if is_of_lives && table.under.len() > 1 {
                table.under.extend(table.beside.drain(1..));
            }
        }
        table.under.sort_by_key(|column| column.at);
        Some(table)
    }

    /// The column that is missed least beside the others, by its place among them. Counts are compared, and stay.
    fn least(&self) -> Option<usize> {
        let others = || self.beside.iter().enumerate().skip(STAY).filter(|(_, column)| !column.is_counted);
        let words = others().filter(|(_, column)| column.class.is_empty()).max_by_key(|(_, column)| column.longest);
        let sparse = || others().filter(|(_, column)| column.empty > 0).max_by_key(|(_, column)| column.empty);
        words.or_else(sparse).map(|(at, _)| at)
    }

    fn need(&self) -> usize {
        self.beside.iter().map(|column| column.need).sum()
    }

    /// Whether it needs more room than an upright page has.
    pub(super) fn is_broad(&self) -> bool {
        self.need() > UPRIGHT
    }

    /// Writes it under a name; it scrolls by itself where the page is narrower.
    pub(super) fn write(&self, name: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.beside.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">\n<table>\n<thead><tr>"
        )?;
        for Column { name, class, .. } in &self.beside {
            writeln!(out, "<th scope=\"col\"{class}>{name}</th>")?;
        }
        writeln!(out, "</tr></thead>")?;
        // A row and what stands under it are one group, so that they are banded and printed together.
        let (open, close) = if self.under.is_empty() { ("", "") } else { ("<tbody>", "</tbody>") };
        if self.under.is_empty() {
            writeln!(out, "<tbody>")?;
        }
        for row in self.rows {
            write!(out, "{open}<tr>")?;
            for Column { at, class, .. } in &self.beside {
                write!(out, "<td{class}>{}</td>", cell(row, *at))?;
            }
            write!(out, "</tr>")?;
            self.below(row, out)?;
            writeln!(out, "{close}")?;
        }
        if self.under.is_empty() {
            writeln!(out, "</tbody>")?;
        }
        writeln!(out, "</table>\n</div>")
    }

    /// What stands under a row, each after the name of its column.
    fn below(&self, row: &[Cell], out: &mut dyn Write) -> io::Result<()> {
        let said = self.under.iter().map(|column| (&column.name, cell(row, column.at)));
        let said: Vec<(&String, String)> = said.filter(|(_, words)| !words.is_empty()).collect();
        if said.is_empty() {
            return Ok(());
        }
        write!(out, "<tr class=\"under\"><td colspan=\"{}\"><div>", self.beside.len())?;
        said.iter().try_for_each(|(name, words)| write!(out, "<p><b>{name}</b> {words}</p>"))?;
        write!(out, "</div></td></tr>")
    }
}

fn is_empty(cell: &Cell) -> bool {
    match cell {
        Cell::Words(words) => words.trim().is_empty(),
        Cell::Number(_) => false,
        Cell::Empty => true,
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => line(words),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

/// A cell's words; a path may be broken after each of its folders.
fn cell(row: &[Cell], at: usize) -> String {
    let words = row.get(at).map(|cell| escaped(&shown(cell))).unwrap_or_default();
    if words.contains(' ') { words } else { words.replace('/', "/<wbr>") }
}
