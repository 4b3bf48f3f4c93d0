//! A page as text, for terminals, pipes and print. Marks are words' own signs (`[-old-]`, `{+new+}`)
//! without colour, and colour with it. Nothing here asks what the terminal is: width and colour come in.

use super::line;
use crate::page::{Block, Mark, Page, Run};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The narrowest page: below it no table can be read.
const NARROWEST: usize = 40;

/// Writes the page for lines of `width` columns. A word longer than a line is not broken, except in tables.
///
/// # Errors
/// What `out` gives.
pub fn write(page: &Page, width: usize, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    ruled(page, Rules::Drawn, width, colour, out)
}

/// What the rules of tables are made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rules {
    /// Signs for drawing.
    Drawn,
    /// `+`, `-` and `|`, which every terminal shows.
    Ascii,
}

/// The same, with tables ruled as a terminal can show it.
///
/// # Errors
/// What `out` gives.
pub fn ruled(page: &Page, rules: Rules, width: usize, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let width = width.max(NARROWEST);
    let mut begun = !page.title.is_empty();
    if begun {
        heading(&[Run { words: page.title.clone(), mark: Mark::Plain }], Some('='), width, colour, out)?;
    }
    // A chart says nothing that its table does not.
    for block in page.blocks.iter().filter(|block| !block.is_for_screens()) {
        if begun {
            writeln!(out)?;
        }
        begun = true;
        match block {
            Block::Heading(level, words) => heading(words, (*level == 1).then_some('-'), width, colour, out)?,
            Block::Note(words) => paragraph(words, "", width, colour, out)?,
            Block::List(items) => items.iter().try_for_each(|item| paragraph(item, "- ", width, colour, out))?,
            Block::Table { head, rows } | Block::Figure { head, rows, .. } => {
                table::write(head, rows, rules, width, out)?
            }
            Block::Chart(_) | Block::Counts(_) | Block::Anchor(_) | Block::Contents(_) | Block::Folded(..) => {}
        }
    }
    out.flush()
}

/// A heading; without colour it is ruled off below, so that it stands out in print.
fn heading(words: &[Run], rule: Option<char>, width: usize, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let strong = |run: &Run| Run { mark: if run.mark == Mark::Plain { Mark::Strong } else { run.mark }, ..run.clone() };
    let words: Vec<Run> = words.iter().map(strong).collect();
    paragraph(&words, "", width, colour, out)?;
    match rule.filter(|_| !colour) {
        Some(rule) => {
            let shown: String = words.iter().map(|run| run.words.as_str()).collect();
            writeln!(out, "{}", rule.to_string().repeat(line(&shown).width().min(width)))
        }
        None => Ok(()),
    }
}

/// A word: its pieces, which no line break parts.
type Word = Vec<(String, Mark)>;

/// Words wrapped to `width`, the first line after `lead`, the others indented as far.
fn paragraph(runs: &[Run], lead: &str, width: usize, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{lead}")?;
    let (mut used, mut open) = (lead.len(), Mark::Plain);
    for word in split(runs, colour) {
        let wide: usize = word.iter().map(|(piece, _)| piece.width()).sum();
        let first = word.first().map_or(Mark::Plain, |(_, mark)| *mark);
        if used > lead.len() && used + 1 + wide > width {
            switch(&mut open, Mark::Plain, colour, out)?;
            write!(out, "\n{:1$}", "", lead.len())?;
            used = lead.len();
        } else if used > lead.len() {
            if first != open {
                switch(&mut open, Mark::Plain, colour, out)?;
            }
            write!(out, " ")?;
            used += 1;
        }
        for (piece, mark) in &word {
            switch(&mut open, *mark, colour, out)?;
            write!(out, "{piece}")?;
        }
        used += wide;
    }
    switch(&mut open, Mark::Plain, colour, out)?;
    writeln!(out)
}

/// The words of runs, each escaped, with the signs of their marks where there is no colour.
fn split(runs: &[Run], colour: bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut apart = true;
    for run in runs {
        let (before, after) = if colour { ("", "") } else { signs(run.mark) };
        let pieces: Vec<&str> = run.words.split_whitespace().collect();
        apart |= run.words.starts_with(char::is_whitespace);
        for (at, piece) in pieces.iter().enumerate() {
            let open = if at == 0 { before } else { "" };
            let close = if at + 1 == pieces.len() { after } else { "" };
            let shown = (format!("{open}{}{close}", line(piece)), run.mark);
            match words.last_mut().filter(|_| !apart && at == 0) {
                Some(word) => word.push(shown),
                None => words.push(vec![shown]),
            }
            apart = false;
        }
        apart |= run.words.ends_with(char::is_whitespace);
    }
    words
}

fn signs(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Plain | Mark::Strong => ("", ""),
        Mark::Added => ("{+", "+}"),
        Mark::Removed => ("[-", "-]"),
    }
}

/// Ends the colour that is on and begins another, if they differ.
fn switch(open: &mut Mark, next: Mark, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    if !colour || *open == next {
        return Ok(());
    }
    if *open != Mark::Plain {
        write!(out, "\u{1b}[0m")?;
    }
    *open = next;
    match next {
        Mark::Plain => Ok(()),
        Mark::Strong => write!(out, "\u{1b}[1m"),
        Mark::Added => write!(out, "\u{1b}[4;32m"),
        Mark::Removed => write!(out, "\u{1b}[9;31m"),
    }
}

mod table;
#[cfg(test)]
mod tests;
