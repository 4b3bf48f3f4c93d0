//! A table alone, as data: its head in the first row, the rows under it, and nothing else on the sheet.

use super::fit::{Cut, height, widths};
use super::look::Look;
use super::{Cell, MAX_COLUMNS, column, row};
use crate::render::page::{is_counted, line};
use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The highest that a row can be, in points.
const HIGHEST: f64 = 409.0;

/// Lays a table out from the first cell of a sheet on.
pub fn write(head: &[String], rows: &[Vec<Cell>], sheet: &mut Worksheet, cut: &mut Cut) -> Result<(), XlsxError> {
    let head = head.get(..MAX_COLUMNS).unwrap_or(head);
    let widths = widths(head, rows);
    for (at, characters) in widths.iter().enumerate() {
        sheet.set_column_width(column(at), wide(*characters))?;
    }
    table(head, rows, &widths, 0, sheet, &Look::new(), cut)?;
    let last = (row(rows.len()), column(head.len().saturating_sub(1)));
    sheet.set_freeze_panes(1, u16::from(head.len() > 1))?;
    sheet.set_repeat_rows(0, 0)?;
    if !head.is_empty() {
        sheet.autofilter(0, 0, last.0, last.1)?;
        // An id or a title may look like a number, and is none.
        sheet.ignore_error_range(0, 0, last.0, last.1, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// Puts a table into columns of these widths, its head in the row `top`.
pub fn table(
    head: &[String],
    rows: &[Vec<Cell>],
    widths: &[usize],
    top: usize,
    sheet: &mut Worksheet,
    look: &Look,
    cut: &mut Cut,
) -> Result<(), XlsxError> {
    for (at, name) in head.iter().enumerate() {
        let [left, right] = &look.head;
        let format = if is_counted(rows, at) { right } else { left };
        sheet.write_string_with_format(row(top), column(at), cut.words(&line(name)), format)?;
    }
    let heads = height(head.iter().map(String::as_str), widths);
    sheet.set_row_height(row(top), high(heads) + 4.0)?;
    for (below, cells) in rows.iter().enumerate() {
        let at = row(top + below + 1);
        for (number, one) in cells.iter().take(head.len()).enumerate() {
            cell(one, at, column(number), sheet, look, cut)?;
        }
        let words = cells.iter().map(|cell| if let Cell::Words(words) = cell { words.as_str() } else { "" });
        // Not every program makes a row as high as its words need.
        let lines = height(words, widths);
        if lines > 1 {
            sheet.set_row_height(at, high(lines))?;
        }
    }
    Ok(())
}

/// A count as a number, words as words.
fn cell(
    cell: &Cell,
    row: u32,
    column: u16,
    sheet: &mut Worksheet,
    look: &Look,
    cut: &mut Cut,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Words(words) => {
            let words = cut.words(words);
            let format = look.of(&words);
            sheet.write_string_with_format(row, column, words, format)?;
        }
        Cell::Number(number) => match u32::try_from(*number) {
            Ok(exact) => _ = sheet.write_number_with_format(row, column, exact, &look.number)?,
            // Workbooks hold numbers as fractions, which would round one of twenty digits.
            Err(_) => _ = sheet.write_string_with_format(row, column, number.to_string(), &look.words)?,
        },
        Cell::Empty => _ = sheet.write_blank(row, column, &look.words)?,
    }
    Ok(())
}

/// A width of so many characters, as workbooks want it.
pub fn wide(characters: usize) -> f64 {
    f64::from(u16::try_from(characters).unwrap_or(u16::MAX)) + 1.0
}

/// A height of so many lines, as workbooks want it.
pub fn high(lines: usize) -> f64 {
    (f64::from(u16::try_from(lines).unwrap_or(u16::MAX)) * LINE).min(HIGHEST)
}
