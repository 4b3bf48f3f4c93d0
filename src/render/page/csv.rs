//! The table of a page as CSV, for spreadsheets and scripts. Other blocks have no place in CSV and are
//! left out; of several tables the last is written, since what leads up to it stands above it.
//!
//! Words that a spreadsheet would run as a formula are guarded with a leading `'`. The file begins with
//! a byte-order mark, without which Excel takes UTF-8 for the machine's own code page and breaks every
//! accent; lines end in CRLF, as RFC 4180 has it.

use crate::page::{Block, Cell, Page};
use crate::render::plain;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use std::io::{self, Write};

/// Writes the last table of the page; of a page without one, the byte-order mark alone.
///
/// # Errors
/// What `out` gives.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let table = page.blocks.iter().rev().find_map(|block| match block {
        Block::Table { head, rows } => Some((head, rows)),
        Block::Heading(..)
        | Block::Note(_)
        | Block::List(_)
        | Block::Chart(_)
        | Block::Figure { .. }
        | Block::Counts(_)
        | Block::Anchor(_)
        | Block::Contents(_)
        | Block::Folded(..) => None,
    });
    let Some((head, rows)) = table else { return out.flush() };
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::NonNumeric)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(out);
    writer.write_record(head.iter().map(|name| guarded(name)))?;
    for row in rows {
        writer.write_record(row.iter().map(field))?;
    }
    writer.flush()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => guarded(words),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Words that no spreadsheet runs: with a leading `'` where they begin as a formula does, in ASCII or in
/// the full-width and small forms, unless they are a number as a whole. Line ends inside them stay.
fn guarded(words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(|line| plain(line.strip_suffix('\r').unwrap_or(line))).collect();
    let shown = lines.join("\n");
    let begins = |c: char| {
        matches!(c, '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
            || matches!(c, '\u{fe62}' | '\u{fe63}' | '\u{fe66}' | '\u{fe6b}')
    };
    let runs = words.starts_with(['\t', '\r', '\n']) || shown.trim_start().starts_with(begins);
    if runs && !is_number(&shown) { format!("'{shown}") } else { shown }
}

/// Whether the whole cell is a number: digits, at most one point, a sign or none.
fn is_number(words: &str) -> bool {
    let digits = words.strip_prefix(['+', '-']).unwrap_or(words);
    let points = digits.matches('.').count();
    points <= 1
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::words;

    fn written(blocks: Vec<Block>) -> String {
        let mut out = Vec::new();
        write(&Page { title: "Any".into(), blocks }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn table(cells: &[&str]) -> Block {
        let row = |w: &&str| vec![Cell::Words((*w).to_owned()), Cell::Number(7), Cell::Empty];
        Block::Table {
            head: vec!["Words".into(), "=Count".into(), "None".into()],
            rows: cells.iter().map(row).collect(),
        }
    }

    fn read(written: &str) -> Vec<Vec<String>> {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn it_reads_back_as_written() {
        let cells = ["Siân, “so” she \"said\"", "two\nlines", "semi; colon", "", "12", "plain"];
        let rows = read(&written(vec![table(&["not this one"]), Block::Note(words("x")), table(&cells)]));
        assert_eq!(rows[0], ["Words", "'=Count", "None"]);
        for (row, cell) in rows.iter().skip(1).zip(cells) {
            assert_eq!(*row, [cell, "7", ""]);
        }
        assert_eq!(rows.len(), cells.len() + 1);
    }

    #[test]
    fn the_bytes_are_what_a_spreadsheet_wants() {
        assert_eq!(written(vec![table(&["é"])]), "\u{feff}\"Words\",\"'=Count\",\"None\"\r\n\"é\",7,\"\"\r\n");
        assert_eq!(written(vec![Block::Note(words("no table"))]), "\u{feff}");
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in [
            "=1+1",
            "+44 20",
            "-see below",
            "@SUM(A1)",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "\t=1",
            "\n=1",
            " =1",
            "-1-1",
            "-inf",
            "-.x",
        ] {
            let shown = guarded(formula);
            assert!(shown.starts_with('\''), "{formula:?} gave {shown:?}");
        }
        assert_eq!(guarded("\rx"), "'\\u{d}x");
        for safe in ["-5", "+3.25", "-12.", "4", "a=b", "", "a-b", "– dash"] {
            assert_eq!(guarded(safe), safe);
        }
        assert_eq!(guarded("\u{1b}[2J"), "\\u{1b}[2J");
    }
}
