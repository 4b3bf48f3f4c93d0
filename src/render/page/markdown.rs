//! A page as Markdown for forges, wikis and Word: GitHub's tables and strikethrough. Whatever a report
//! says stays words: its markup is escaped, and an empty comment parts addresses, `@` and `#1`, which
//! forges look for in the finished page, where a backslash no longer helps.

use super::{is_counted, line};
use crate::page::{Block, Cell, MARK, Mark, Page, Run};
use std::io::{self, Write};

/// What parts words without being seen.
const APART: &str = "<!-- -->";

/// Writes the page.
///
/// # Errors
/// What `out` gives.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let mut begun = !page.title.is_empty();
    if begun {
        writeln!(out, "# {}", escaped(&line(&page.title)))?;
    }
    // A chart says nothing that its table does not.
    for block in page.blocks.iter().filter(|block| !block.is_for_screens()) {
        if begun {
            writeln!(out)?;
        }
        begun = true;
        match block {
            Block::Heading(level, words) => {
                let signs = "#".repeat(usize::from(*level).clamp(1, 5) + 1);
                writeln!(out, "{signs} {}", inline(words))?;
            }
            Block::Note(words) => writeln!(out, "{}", opening(&inline(words)))?,
            Block::List(items) => items.iter().try_for_each(|item| writeln!(out, "- {}", opening(&inline(item))))?,
            Block::Table { head, rows } | Block::Figure { head, rows, .. } => table(head, rows, out)?,
            Block::Chart(_) | Block::Counts(_) | Block::Anchor(_) | Block::Contents(_) | Block::Folded(..) => {}
        }
    }
    writeln!(out, "{}{MARK}", if begun { "\n" } else { "" })?;
    out.flush()
}

fn table(head: &[String], rows: &[Vec<Cell>], out: &mut dyn Write) -> io::Result<()> {
    if head.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = head.iter().map(|name| escaped(&line(name))).collect();
    writeln!(out, "| {} |", names.join(" | "))?;
    let rules: Vec<&str> = (0..head.len()).map(|at| if is_counted(rows, at) { "---:" } else { "---" }).collect();
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in rows {
        let cells: Vec<String> = row.iter().take(head.len()).map(cell).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => escaped(&line(words)),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Runs on one line, marked. A comment parts a mark's signs from the words they touch: next to a letter
/// or a stop they would be read as words.
fn inline(runs: &[Run]) -> String {
    let mut text = String::new();
    let (mut spaced, mut marked) = (true, false);
    for run in runs {
        let shown = escaped(&line(&run.words));
        let signs = match run.mark {
            _ if shown.is_empty() => "",
            Mark::Plain => "",
            Mark::Strong | Mark::Added => "**",
            Mark::Removed => "~~",
        };
        if run.words.starts_with(char::is_whitespace) && !spaced {
            text.push(' ');
            spaced = true;
        }
        if shown.is_empty() {
            continue;
        }
        if !spaced && (marked || !signs.is_empty()) {
            text.push_str(APART);
        }
        text.extend([signs, &shown, signs]);
        marked = !signs.is_empty();
        spaced = run.words.ends_with(char::is_whitespace);
        if spaced {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Words as Markdown that gives these very words and nothing else, wherever on a line they stand but at
/// its beginning (see [`opening`]). A `|` becomes an entity: a table looks for it before any escape.
pub(in crate::render) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut before = None;
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        match c {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '|' => text.push_str("&#124;"),
            '/' if before == Some('/') => text.extend([APART, "/"]),
            // GitHub makes a link of the letters before a point that is only parted off.
            '.' if ends_in(&text, "www") => text.push_str("\\."),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '~' | '$' | '!' | '@' => text.extend(['\\', c]),
            _ => text.push(c),
        }
        let refers = match c {
            '@' => true,
            '#' | '!' | '$' | '%' | '&' => next.is_none_or(|c| c.is_ascii_digit()),
            '~' => next.is_none_or(char::is_alphanumeric),
            // An issue, as GitHub reads it.
            _ => c == '-' && ends_in(&text, "gh-") && next.is_some_and(|c| c.is_ascii_digit()),
        };
        if refers {
            text.push_str(APART);
        }
        before = Some(c);
    }
    text
}

fn ends_in(text: &str, words: &str) -> bool {
    let end = text.len().checked_sub(words.len()).and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(words))
}

/// The words of a paragraph, a sign that would open a list or rule off a heading escaped.
pub(in crate::render) fn opening(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    match rest.chars().next() {
        Some('-' | '+' | '=') if number.is_empty() => format!("\\{rest}"),
        Some('.' | ')') if !number.is_empty() => format!("{number}\\{rest}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
