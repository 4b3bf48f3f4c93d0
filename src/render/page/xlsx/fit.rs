//! What fits: the words of a cell, and how wide a column is best.

use crate::page::Cell;
use crate::render::plain;
use unicode_width::UnicodeWidthStr;

/// The most UTF-16 units of a cell.
const MAX_CELL: usize = 32_767;
/// What stands at the end of a cell that was cut.
const MARK: &str = "\u{2026} [cut here: a cell holds no more]";
/// The widest column; longer words wrap.
const WIDEST: usize = 60;
/// The narrowest column of data: room for a name and the filter's button.
const NARROWEST: usize = 9;
/// The room that a filter's button takes in the head.
const BUTTON: usize = 3;
/// The room that words keep from the column before.
const INDENT: usize = 2;
/// How wide a table may be for its print to be read.
const PAGE: usize = 220;
/// The most rows that widths are taken from: a page of hundreds of thousands looks no different.
const MEASURED: usize = 10_000;

/// What was cut.
#[derive(Default)]
pub struct Cut {
    cells: usize,
    /// Rows that found no room on their sheet.
    pub rows: usize,
}

impl Cut {
    /// The words of a cell as they may stand in one, each line as every format shows it.
    pub fn words(&mut self, words: &str) -> String {
        let lines: Vec<String> = words.lines().map(plain).collect();
        let shown = lines.join("\n");
        if length(&shown) <= MAX_CELL {
            return shown;
        }
        self.cells += 1;
        format!("{}{MARK}", beginning(&shown, MAX_CELL - length(MARK)))
    }

    /// What to say of it.
    pub fn said(&self) -> Vec<String> {
        let cells = match self.cells {
            1 => "1 cell is".to_owned(),
            many => format!("{many} cells are"),
        };
        let cells = format!(
            "{cells} longer than a workbook can hold ({MAX_CELL} characters) and cut, with a mark; the formats csv and json \
             give them whole"
        );
        let rows = format!("{} rows found no room on their sheet; the formats csv and json give all", self.rows);
        [(self.cells, cells), (self.rows, rows)]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, said)| said)
            .collect()
    }
}

fn length(words: &str) -> usize {
    words.encode_utf16().count()
}

/// As much of the words as `most` UTF-16 units hold.
pub fn beginning(words: &str, most: usize) -> &str {
    let mut used = 0;
    let end = words.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > most
    });
    end.and_then(|(end, _)| words.get(..end)).unwrap_or(words)
}

/// How wide the columns of a table are best, in characters: as their widest cells, but no wider than can be read; their
/// heads wrap. Where all of them together were wider than a page, the widest give way.
pub fn widths(head: &[String], rows: &[Vec<Cell>]) -> Vec<usize> {
    let column = |(at, name): (usize, &String)| {
        let cells = rows.iter().take(MEASURED).filter_map(|row| row.get(at));
        let word = name.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0) + BUTTON;
        (word.clamp(NARROWEST, WIDEST), cells.map(|cell| widest_line(cell) + INDENT).max().unwrap_or(0))
    };
    let columns: Vec<(usize, usize)> = head.iter().enumerate().map(column).collect();
    let no_wider = |most: usize| columns.iter().map(|(least, best)| (*best).min(most).max(*least)).collect();
    let fits = |widths: &Vec<usize>| widths.iter().sum::<usize>() <= PAGE;
    let tried = [WIDEST, 45, 36, 30, 24].into_iter().map(no_wider).find(fits);
    tried.unwrap_or_else(|| no_wider(20))
}

fn widest_line(cell: &Cell) -> usize {
    match cell {
        Cell::Words(words) => words.lines().map(UnicodeWidthStr::width).max().unwrap_or(0),
        Cell::Number(number) => number.to_string().len(),
        Cell::Empty => 0,
    }
}

/// How high the cells of a row are together, in lines.
pub fn height<'c>(cells: impl Iterator<Item = &'c str>, widths: &[usize]) -> usize {
    // A width counts figures, and letters are narrower by far: a few are kept for words that wrap early.
    cells.zip(widths).map(|(words, width)| lines(words, width.saturating_sub(INDENT) * 8 / 7)).max().unwrap_or(1)
}

/// How many lines words take in a column of this width.
pub fn lines(words: &str, width: usize) -> usize {
    let mut lines = 0;
    for line in words.split('\n') {
        lines += 1;
        let mut used = 0;
        for word in line.split(' ') {
            let wide = word.width();
            if used > 0 && used + wide > width {
                lines += 1;
                used = 0;
            }
            used += wide + 1;
            // A word wider than the column is broken.
            lines += wide / width.max(1);
        }
    }
    lines
}
