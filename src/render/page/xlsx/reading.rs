//! A page as it reads, from top to bottom: what is said stands across the sheet, tables and charts below one another.

use super::data::{high, table, wide};
use super::fit::{self, Cut, lines};
use super::look::Look;
use super::{Block, MAX_COLUMNS, MAX_ROWS, Page, chart, column, row};
use crate::page::{Bars, Chart, Run};
use crate::render::page::line;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// How many columns words are spread over, at least.
const ACROSS: usize = 8;
/// The most characters of a paragraph's lines: longer ones are hard to read, and to print.
const READABLE: usize = 120;
/// The narrowest column.
const NARROWEST: usize = 13;
/// About how many rows a printed page holds.
const PAGE: usize = 34;

/// Lays a page out.
pub fn write(page: &Page, name: &str, sheet: &mut Worksheet, cut: &mut Cut) -> Result<(), XlsxError> {
    let look = Look::new();
    let widths = widths(page);
    for (at, characters) in widths.iter().enumerate() {
        sheet.set_column_width(column(at), wide(*characters))?;
    }
    sheet.set_screen_gridlines(false);
    let mut down = Down { sheet, cut, look: &look, widths: &widths, at: 0 };
    if !page.title.is_empty() {
        down.across(&page.title, &look.title, 1.5)?;
    }
    // A chart is not torn apart by the end of a page: its part of the sheet begins one, or it does.
    let (mut rest, mut breaks, mut top) = (page.blocks.as_slice(), Vec::new(), 0);
    while let Some((block, after)) = rest.split_first() {
        match block {
            Block::Heading(_, words) => {
                let part = after.iter().take_while(|block| !matches!(block, Block::Heading(..)));
                if part.into_iter().any(|block| matches!(block, Block::Chart(Chart::Bars(_)))) {
                    breaks.push(row(down.at + 1));
                    top = down.at;
                }
                down.at += 1;
                down.across(&said(words), &look.heading, 1.2)?;
            }
            Block::Note(words) => down.across(&said(words), &look.note, 1.0)?,
            Block::List(items) => {
                let item = |item: &Vec<Run>| format!("\u{2022} {}", said(item));
                items.iter().try_for_each(|words| down.across(&item(words), &look.note, 1.0))?;
            }
            Block::Table { head, rows } | Block::Figure { head, rows, .. } => down.table(head, rows)?,
            Block::Chart(Chart::Bars(drawn)) => {
                if down.at > top && down.at - top + chart::rows(drawn) > PAGE {
                    breaks.push(row(down.at));
                    top = down.at;
                }
                down.chart(drawn, name)?;
            }
            // A workbook draws bars alone.
            Block::Chart(Chart::Grid(_) | Chart::Lives(_))
            | Block::Counts(_)
            | Block::Anchor(_)
            | Block::Contents(_)
            | Block::Folded(..) => {}
        }
        rest = after;
    }
    // No more breaks than a sheet can have.
    sheet.set_page_breaks(breaks.get(..1023).unwrap_or(&breaks))?;
    Ok(())
}

fn said(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}

/// How wide each column is: as the tables and charts that stand in it want it.
fn widths(page: &Page) -> Vec<usize> {
    let mut widths = vec![NARROWEST; ACROSS];
    for block in &page.blocks {
        let wanted = match block {
            Block::Table { head, rows } | Block::Figure { head, rows, .. } => {
                fit::widths(head.get(..MAX_COLUMNS).unwrap_or(head), rows)
            }
            Block::Chart(Chart::Bars(drawn)) => {
                let (head, rows) = drawn.table();
                fit::widths(&head, &rows)
            }
            Block::Heading(..)
            | Block::Note(_)
            | Block::List(_)
            | Block::Chart(_)
            | Block::Counts(_)
            | Block::Anchor(_)
            | Block::Contents(_)
            | Block::Folded(..) => Vec::new(),
        };
        widths.resize(widths.len().max(wanted.len()), NARROWEST);
        widths.iter_mut().zip(wanted).for_each(|(width, wanted)| *width = wanted.max(*width));
    }
    widths
}

/// A sheet that is filled from top to bottom.
struct Down<'s> {
    sheet: &'s mut Worksheet,
    cut: &'s mut Cut,
    look: &'s Look,
    widths: &'s [usize],
    /// The next free row.
    at: usize,
}

impl Down<'_> {
    /// Words across the first columns, as high as they need in a type of this size.
    fn across(&mut self, words: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let words = self.cut.words(&line(words));
        let (mut columns, mut room) = (0, 0);
        for width in self.widths {
            if columns >= 2 && room + width > READABLE {
                break;
            }
            (columns, room) = (columns + 1, room + width);
        }
        let last = column(columns.max(2) - 1);
        self.sheet.merge_range(row(self.at), 0, row(self.at), last, &words, format)?;
        // Cells that are merged do not grow by themselves.
        // A width counts figures, and letters are narrower.
        let lines = lines(&words, room * 11 / 10);
        self.sheet.set_row_height(row(self.at), (high(lines) * size + 3.0).min(409.0))?;
        self.at += 1;
        Ok(())
    }

    fn table(&mut self, head: &[String], rows: &[Vec<crate::page::Cell>]) -> Result<(), XlsxError> {
        let head = head.get(..MAX_COLUMNS).unwrap_or(head);
        let shown = rows.get(..MAX_ROWS.saturating_sub(self.at + 2)).unwrap_or(rows);
        self.cut.rows += rows.len() - shown.len();
        self.at += 1;
        table(head, shown, self.widths, self.at, self.sheet, self.look, self.cut)?;
        self.at += shown.len() + 2;
        Ok(())
    }

    fn chart(&mut self, drawn: &Bars, name: &str) -> Result<(), XlsxError> {
        if drawn.labels.is_empty() {
            return Ok(());
        }
        let (head, rows) = drawn.table();
        self.at += 1;
        table(&head, &rows, self.widths, self.at, self.sheet, self.look, self.cut)?;
        chart::draw(drawn, name, self.at, self.sheet)?;
        self.at += chart::rows(drawn) + 1;
        Ok(())
    }
}
