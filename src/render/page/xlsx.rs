//! Pages as a workbook for Excel and LibreOffice, a sheet each. A sheet that is one table alone is laid out as data: its
//! head in the first row, in sight and with filters. Any other is laid out as it reads, with its charts drawn.
//!
//! Words stay words, whatever they begin with: there are no formulas and no links. The same pages give the same bytes.

use crate::page::{Block, Cell, Page, Sheet};
use fit::Cut;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::collections::HashSet;
use std::io;

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

/// Writes a workbook of these sheets.
///
/// # Errors
/// What the writer of workbooks gives.
pub fn write(sheets: &[Sheet]) -> io::Result<Book> {
    book(sheets, MAX_ROWS).map_err(io::Error::other)
}

fn book(sheets: &[Sheet], most_rows: usize) -> Result<Book, XlsxError> {
    let mut book = Workbook::new();
    // What the file says of itself: never the time, which would make every file another.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = sheets.first().map_or("", |sheet| sheet.page.title.as_str());
    book.set_properties(&DocProperties::new().set_title(title).set_author("termwise").set_creation_datetime(&made));
    let (mut names, mut said, mut cut) = (Names::default(), Vec::new(), Cut::default());
    for sheet in sheets {
        match sheet.page.blocks.as_slice() {
            [Block::Table { head, rows }] => {
                let mut parts: Vec<&[Vec<Cell>]> = rows.chunks(most_rows.saturating_sub(1).max(1)).collect();
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
                    let page = named(book.add_worksheet(), &names.free(&sheet.name))?;
                    data::write(head, part, page, &mut cut)?;
                }
            }
            _ => {
                let name = names.free(&sheet.name);
                reading::write(&sheet.page, &name, named(book.add_worksheet(), &name)?, &mut cut)?;
            }
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
