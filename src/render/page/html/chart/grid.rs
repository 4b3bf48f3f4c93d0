//! A grid of squares, each with a letter or a count beside its colour.

use super::{Share, Tall, class, cut, key, long, mark, name, open};
use crate::page::{Column, Grid};
use crate::render::escaped;
use crate::render::page::line;
use std::io::{self, Write};

/// The height of a row, and of a square, in tenths of the letters' size.
const ROW: usize = 22;
const SQUARE: usize = 19;
/// The most letters of all columns, were each named as the longest is, if the names stand upright; a name has that many.
const UPRIGHT: usize = 48;
const LETTERS: usize = 18;
/// The same where the page is narrow.
const NARROW: usize = 20;

pub(super) fn write(grid: &Grid, number: usize, out: &mut dyn Write) -> io::Result<()> {
    let entries: Vec<(String, String)> =
        grid.key.iter().map(|(square, said)| (mark(square.tone, &square.sign), said.clone())).collect();
    key(&entries, out)?;
    let top = head_height(&grid.columns);
    open(&grid.title, &said(grid), number, top + ROW * grid.rows.len(), out)?;
    for (at, (label, _)) in grid.rows.iter().enumerate() {
        name(label, Tall(top + ROW * at + 14), true, out)?;
    }
    head(&grid.columns, out)?;
    let all = long(grid.columns.len()) * 100;
    for (row, (_, squares)) in grid.rows.iter().enumerate() {
        let y = top + ROW * row;
        for (at, square) in squares.iter().enumerate() {
            let Some(square) = square else { continue };
            let tone = square.tone.map_or("none", class);
            if square.tone.is_some() {
                writeln!(
                    out,
                    "<rect class=\"{tone}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>",
                    Share::of(long(at) * 100 + 5, all),
                    Tall(y),
                    Share::of(90, all),
                    Tall(SQUARE)
                )?;
            }
            let (middle, sign) = (Share::of(long(at) * 100 + 50, all), escaped(&line(&square.sign)));
            writeln!(out, "<text class=\"on-{tone}\" x=\"{middle}\" y=\"{}\">{sign}</text>", Tall(y + 14))?;
        }
    }
    writeln!(out, "</svg>")
}

/// What the squares say together.
fn said(grid: &Grid) -> String {
    let squares = || grid.rows.iter().flat_map(|(_, squares)| squares.iter().flatten());
    let counts = grid.key.iter().map(|(of, said)| {
        let count = squares().filter(|square| *square == of).count();
        format!("{said}: {count}")
    });
    let counts: Vec<String> = counts.collect();
    let many = |count: usize, of: &str| format!("{count} {of}{}", if count == 1 { "" } else { "s" });
    let sizes = format!("{}, {}", many(grid.rows.len(), "row"), many(grid.columns.len(), "column"));
    let said = if counts.is_empty() { sizes } else { counts.join("; ") };
    format!("{said}.")
}

/// How high the names of columns are.
pub(super) fn head_height(columns: &[Column]) -> usize {
    match columns {
        [] => 0,
        [Column { within: Some(_), .. }, ..] => 34,
        columns if are_upright(columns) => 18,
        _ => 110,
    }
}

/// The names of the columns: terms by their letters under their year, others upright where there is room, else turned.
pub(super) fn head(columns: &[Column], out: &mut dyn Write) -> io::Result<()> {
    let all = long(columns.len()) * 2;
    let middle = |from: usize, to: usize| Share::of(long(from) + long(to) + 1, all);
    let mut at = 0;
    for within in columns.chunk_by(|a, b| year(a).is_some() && year(a) == year(b)) {
        if let Some(year) = within.first().and_then(year) {
            let last = at + within.len() - 1;
            let (from, to) = (Share::of(long(at) * 100 + 5, all * 50), Share::of(long(last) * 100 + 95, all * 50));
            let x = middle(at, last);
            let wide = if is_close(columns) { "head wide-only" } else { "head" };
            writeln!(out, "<text class=\"{wide}\" x=\"{x}\" y=\"{}\">{}</text>", Tall(10), escaped(year))?;
            if is_close(columns) {
                let short = escaped(&short(year));
                writeln!(out, "<text class=\"head narrow-only\" x=\"{x}\" y=\"{}\">{short}</text>", Tall(10))?;
            }
            writeln!(out, "<line class=\"year\" x1=\"{from}\" x2=\"{to}\" y1=\"{0}\" y2=\"{0}\"/>", Tall(14))?;
        }
        at += within.len();
    }
    for (at, column) in columns.iter().enumerate() {
        let x = middle(at, at);
        match &column.within {
            Some((_, letters)) => {
                let wide = if is_close(columns) { "head wide-only" } else { "head" };
                writeln!(out, "<text class=\"{wide}\" x=\"{x}\" y=\"{}\">{}</text>", Tall(27), escaped(letters))?;
                if is_close(columns) {
                    let letter: String = letters.chars().take(1).collect();
                    let letter = escaped(&letter);
                    writeln!(out, "<text class=\"head narrow-only\" x=\"{x}\" y=\"{}\">{letter}</text>", Tall(27))?;
                }
            }
            None if are_upright(columns) => {
                let words = escaped(&cut(&line(&column.name), LETTERS));
                let wide = if turns(columns) { "head wide-only" } else { "head" };
                writeln!(out, "<text class=\"{wide}\" x=\"{x}\" y=\"{}\">{words}</text>", Tall(12))?;
                if turns(columns) {
                    turned(&cut(&line(&column.name), 12), x, (" class=\"narrow-only\"", Tall(14)), out)?;
                }
            }
            None => turned(&cut(&line(&column.name), 17), x, ("", Tall(105)), out)?,
        }
    }
    Ok(())
}

/// Words that stand on end, from a height upwards.
fn turned(words: &str, x: Share, (class, y): (&str, Tall), out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<svg{class} x=\"{x}\" y=\"{y}\" overflow=\"visible\"><text class=\"turned\" y=\".35em\" \
         transform=\"rotate(-90)\">{}</text></svg>",
        escaped(words)
    )
}

/// Whether the names of the columns stand on end where the page is narrow, and beside each other where it is not.
pub(super) fn turns(columns: &[Column]) -> bool {
    let is_named = columns.iter().any(|column| column.within.is_none());
    is_named && are_upright(columns) && longest(columns) * columns.len() > NARROW
}

fn longest(columns: &[Column]) -> usize {
    columns.iter().map(|column| line(&column.name).chars().count().min(LETTERS)).max().unwrap_or(0)
}

/// Whether the names of the columns find room beside each other.
fn are_upright(columns: &[Column]) -> bool {
    longest(columns) * columns.len() <= UPRIGHT
}

/// The most terms whose letters, and their years, find room beside each other on a narrow page.
const CLOSE: usize = 6;

fn is_close(columns: &[Column]) -> bool {
    columns.len() > CLOSE
}

/// A year where there is little room: "\u{2019}07" for 2007/08.
fn short(year: &str) -> String {
    year.get(2..4).map_or_else(|| year.to_owned(), |digits| format!("\u{2019}{digits}"))
}

fn year(column: &Column) -> Option<&str> {
    column.within.as_ref().map(|(year, _)| year.as_str())
}
