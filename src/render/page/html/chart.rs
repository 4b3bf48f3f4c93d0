//! Charts as SVG, drawn by us from plain data: no script, no inline style, every colour a class, so that dark and print have
//! their own. Places across are shares of the width and heights are in letters, so that a chart is as wide as its page and
//! its words stay as large as those around it. Each has a name and says in words what it shows.

use super::escaped;
use crate::page::{Chart, Sign, Tone};
use crate::render::page::line;
use std::io::{self, Write};

mod bars;
mod grid;
mod lives;
mod signs;

pub(super) use signs::definitions;

/// The most letters of a name beside a row, where the page is wide, and where it is narrow.
const NAME: [usize; 2] = [22, 14];

/// The most letters of a title above its row, likewise.
const TITLE: [usize; 2] = [90, 36];

/// The most lives that stay on one sheet with their table.
const LONG: usize = 6;

/// Writes a chart with its key. `number` tells it from the others of the page.
pub(super) fn write(chart: &Chart, number: usize, out: &mut dyn Write) -> io::Result<()> {
    match chart {
        Chart::Bars(bars) => bars::write(bars, number, out),
        Chart::Grid(grid) => grid::write(grid, number, out),
        Chart::Lives(lives) => lives::write(lives, number, out),
    }
}

/// What kind of chart it is, as the style knows it.
pub(super) fn kind(chart: &Chart) -> &'static str {
    match chart {
        Chart::Bars(_) => "of-bars",
        Chart::Grid(grid) if grid::turns(&grid.columns) => "of-squares of-names of-turning",
        Chart::Grid(grid) if grid.columns.iter().any(|column| column.within.is_none()) => "of-squares of-names",
        Chart::Grid(_) => "of-squares",
        Chart::Lives(lives) if lives.rows.len() > LONG => "of-lives of-long",
        Chart::Lives(_) => "of-lives",
    }
}

/// Begins a chart: its name, and what it shows in a sentence.
fn open(title: &str, said: &str, number: usize, high: usize, out: &mut dyn Write) -> io::Result<()> {
    let (title, said) = (escaped(&line(title)), escaped(&line(said)));
    writeln!(
        out,
        "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-{number}\" aria-describedby=\"chart-{number}-said\" \
         width=\"100%\" height=\"{}\">\n<title id=\"chart-{number}\">{title}</title>\n<desc id=\"chart-{number}-said\">{said}</desc>",
        Tall(high)
    )
}

/// A height in tenths of the letters' size.
#[derive(Clone, Copy)]
struct Tall(usize);

impl std::fmt::Display for Tall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}em", self.0 / 10, self.0 % 10)
    }
}

/// A share of the width, in hundredths of a percent.
#[derive(Clone, Copy)]
struct Share(u64);

impl Share {
    /// So many of so many.
    fn of(part: u64, whole: u64) -> Share {
        Share((part * 10_000).checked_div(whole).unwrap_or(0))
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// A count as wide numbers are reckoned with.
fn long(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The class of a tone.
fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Unsure => "unsure",
        Tone::Halted => "halted",
        Tone::Waiting => "waiting",
        Tone::Lacking => "lacking",
    }
}

/// The name of a row at a height, beside the chart or at its left edge: whole where the page is wide, cut where it is narrow.
/// SVG wraps no words.
fn name(words: &str, at: Tall, beside: bool, out: &mut dyn Write) -> io::Result<()> {
    let (words, class, x) =
        (line(words), if beside { "of-row" } else { "of-life" }, if beside { " x=\"-.8em\"" } else { "" });
    let [wide, narrow] = if beside { NAME } else { TITLE }.map(|most| cut(&words, most));
    if wide == narrow {
        return writeln!(out, "<text class=\"{class}\"{x} y=\"{at}\">{}</text>", escaped(&wide));
    }
    writeln!(out, "<text class=\"{class} wide-only\"{x} y=\"{at}\">{}</text>", escaped(&wide))?;
    writeln!(out, "<text class=\"{class} narrow-only\"{x} y=\"{at}\">{}</text>", escaped(&narrow))
}

/// The first letters, and a sign that there are more.
fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let kept: String = words.chars().take(most.saturating_sub(1)).collect();
    format!("{}\u{2026}", kept.trim_end())
}

/// A key: what each tone or sign means.
fn key(entries: &[(String, String)], out: &mut dyn Write) -> io::Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    writeln!(out, "<ul class=\"key\">")?;
    for (drawn, said) in entries {
        writeln!(out, "<li><svg class=\"mark\" aria-hidden=\"true\">{drawn}</svg>{}</li>", escaped(&line(said)))?;
    }
    writeln!(out, "</ul>")
}

/// A square with what stands in it, for a key.
fn mark(tone: Option<Tone>, sign: &str) -> String {
    let square = tone.map_or_else(String::new, |tone| {
        format!("<rect class=\"{}\" x=\"1\" y=\"1\" width=\"18\" height=\"18\" rx=\"3\"/>", class(tone))
    });
    let words = match tone {
        _ if sign.is_empty() => return square,
        Some(tone) => format!("<text class=\"on-{}\" x=\"50%\" y=\"14\">{}</text>", class(tone), escaped(sign)),
        None => format!("<text class=\"on-none\" x=\"50%\" y=\"14\">{}</text>", escaped(sign)),
    };
    square + &words
}

/// The name of the drawing of a sign.
fn id(sign: Sign) -> &'static str {
    match sign {
        Sign::There => "sign-there",
        Sign::Begins => "sign-begins",
        Sign::Renamed => "sign-renamed",
        Sign::Rests => "sign-rests",
        Sign::Resumes => "sign-resumes",
        Sign::Joins => "sign-joins",
        Sign::Parts => "sign-parts",
        Sign::Passes => "sign-passes",
        Sign::Ends => "sign-ends",
        Sign::Lost => "sign-lost",
    }
}

#[cfg(test)]
mod tests;
