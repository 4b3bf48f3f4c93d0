//! Pages as a workbook for Excel and LibreOffice, a sheet each. A sheet that is one table alone is laid out as data: its
//! head in the first row, in sight and with filters. Any other is laid out as it reads, with its charts drawn.
//!
//! Words stay words, whatever they begin with: there are no formulas and no links. The same pages give the same bytes.

use crate::page::{Block, Cell, Page, Sheet};
use fit::Cut;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::collections::HashSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

mod chart;
mod data;
mod fit;
mod look;
mod reading;

/// The most rows of a sheet, its head among them.
const MAX_ROWS: usize = 1_048_576;
/// The most columns of a sheet.
const MAX_COLUMNS: usize = 16_384;
/// The most UTF-16 units of a sheet's name.
const MAX_NAME: usize = 31;

/// A workbook.
#[derive(Debug)]
pub struct Book {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What a workbook cannot hold as it is, and what became of it, in sentences.
    pub said: Vec<String>,
}

/// The most rows of a table that is put together in memory: a longer one is by way of a temporary file, which takes half
/// the memory.
const IN_MEMORY: usize = 20_000;

/// Writes a workbook of the sheets that `sheets` gives, one after another. It may be asked twice: where a long table finds
/// no room for its temporary file, all is put together in memory.
///
/// # Errors
/// What the writer of workbooks gives.
pub fn write<I: Iterator<Item = Sheet>>(sheets: impl Fn() -> I) -> io::Result<Book> {
    let by_file = || book(sheets(), Limits { rows: MAX_ROWS, in_memory: IN_MEMORY });
    // The writer panics where a disk is full.
    if let Ok(Ok(book)) = catch_unwind(AssertUnwindSafe(by_file)) {
        return Ok(book);
    }
    book(sheets(), Limits { rows: MAX_ROWS, in_memory: usize::MAX }).map_err(io::Error::other)
}

/// How many rows there may be.
#[derive(Clone, Copy)]
struct Limits {
    /// On a sheet, its head among them.
    rows: usize,
    /// In a table that is put together in memory.
    in_memory: usize,
}

fn book(sheets: impl Iterator<Item = Sheet>, limits: Limits) -> Result<Book, XlsxError> {
    let mut book = Workbook::new();
    // What the file says of itself: never the time, which would make every file another.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let about = DocProperties::new().set_author("termwise").set_creation_datetime(&made);
    let (mut names, mut said, mut cut) = (Names::default(), Vec::new(), Cut::default());
    for (number, sheet) in sheets.enumerate() {
        if number == 0 {
            book.set_properties(&about.clone().set_title(sheet.page.title.as_str()));
        }
        let [Block::Table { head, rows }] = sheet.page.blocks.as_slice() else {
            let name = names.free(&sheet.name);
            reading::write(&sheet.page, &name, named(book.add_worksheet(), &name)?, &mut cut)?;
            continue;
        };
        let mut parts: Vec<&[Vec<Cell>]> = rows.chunks(limits.rows.saturating_sub(1).max(1)).collect();
        if parts.is_empty() {
            parts.push(rows);
        }
        if parts.len() > 1 {
            said.push(format!(
                "{} has {} rows, more than a sheet holds; they go on in {} more sheets after it",
                sheet.name,
                rows.len(),
                parts.len() - 1
            ));
        }
        for part in parts {
            let page = match part.len() > limits.in_memory {
                true => book.add_worksheet_with_constant_memory()?,
                false => book.add_worksheet(),
            };
            data::write(head, part, named(page, &names.free(&sheet.name))?, &mut cut)?;
        }
    }
    said.extend(cut.said());
    Ok(Book { bytes: book.save_to_buffer()?, said })
}

fn named<'w>(sheet: &'w mut Worksheet, name: &str) -> Result<&'w mut Worksheet, XlsxError> {
    // A4, across, as wide as one page: nobody has to set that before printing.
    sheet.set_name(name)?.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_footer("&L&A&RPage &P of &N");
    Ok(sheet)
}

/// The names of sheets so far.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    /// A name that a sheet may have and no other has, as near to `wanted` as can be.
    fn free(&mut self, wanted: &str) -> String {
        let is_legal =
            |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !super::super::is_hidden(*c);
        let legal: String = wanted.chars().filter(is_legal).collect();
        let legal = legal.trim_matches(['\'', ' ']);
        // Excel keeps this one for itself.
        let legal = if legal.is_empty() || legal.eq_ignore_ascii_case("history") { "Sheet" } else { legal };
        let mut number = 1;
        loop {
            let ending = if number == 1 { String::new() } else { format!(" {number}") };
            let name =
                format!("{}{ending}", fit::beginning(legal, MAX_NAME - ending.len()).trim_end_matches(['\'', ' ']));
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The number of a row or column, as the writer wants it.
fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
