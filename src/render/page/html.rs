//! A page as one HTML file: no script, no request, nothing that a report says is markup. It opens by double click, prints
//! on A4, and follows the reader's light or dark setting. Marks are `ins` and `del`, which readers for the blind name.

use super::{is_counted, line};
use crate::page::{Block, Cell, GENERATOR, Mark, Page, Run};
use std::io::{self, Write};

/// The look of the page. Its hash stands in the policy below, which lets nothing else in.
const STYLE: &str = include_str!("html.css");

/// The SHA-256 of the style, in base64, as a browser computes it; a test does too.
const STYLE_HASH: &str = "JUYljFd38frmYK0u8BGKP7NYG9iGxXR/vQ2D9q9KV1Q=";

/// Writes the page.
///
/// # Errors
/// What `out` gives.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(&line(&page.title));
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
         base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(out, "{GENERATOR}")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>")?;
    if !title.is_empty() {
        writeln!(out, "<h1>{title}</h1>")?;
    }
    for block in &page.blocks {
        match block {
            Block::Heading(level, words) => {
                let level = (*level).clamp(1, 5) + 1;
                writeln!(out, "<h{level}>{}</h{level}>", inline(words))?;
            }
            Block::Note(words) => writeln!(out, "<p>{}</p>", inline(words))?,
            Block::List(items) => {
                writeln!(out, "<ul>")?;
                items.iter().try_for_each(|item| writeln!(out, "<li>{}</li>", inline(item)))?;
                writeln!(out, "</ul>")?;
            }
            Block::Table { head, rows } => table(head, rows, out)?,
            // Not drawn in HTML: its numbers stand in the tables.
            Block::Chart(_) => {}
        }
    }
    writeln!(out, "</main>\n</body>\n</html>")?;
    out.flush()
}

/// A table that scrolls by itself where the page is narrower than it.
fn table(head: &[String], rows: &[Vec<Cell>], out: &mut dyn Write) -> io::Result<()> {
    if head.is_empty() {
        return Ok(());
    }
    let counts: Vec<&str> =
        (0..head.len()).map(|at| if is_counted(rows, at) { " class=\"count\"" } else { "" }).collect();
    writeln!(out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n<thead><tr>")?;
    for (name, class) in head.iter().zip(&counts) {
        writeln!(out, "<th scope=\"col\"{class}>{}</th>", escaped(&line(name)))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for row in rows {
        write!(out, "<tr>")?;
        for (cell, class) in row.iter().zip(&counts) {
            let words = match cell {
                Cell::Words(words) => escaped(&line(words)),
                Cell::Number(number) => number.to_string(),
                Cell::Empty => String::new(),
            };
            write!(out, "<td{class}>{words}</td>")?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>")
}

/// Runs on one line, marked; the spaces at their ends stay outside the marks.
fn inline(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        let shown = escaped(&line(&run.words));
        let (open, close) = match run.mark {
            _ if shown.is_empty() => ("", ""),
            Mark::Plain => ("", ""),
            Mark::Strong => ("<strong>", "</strong>"),
            Mark::Added => ("<ins>", "</ins>"),
            Mark::Removed => ("<del>", "</del>"),
        };
        let gap = |at_end: bool| if at_end { " " } else { "" };
        text.push_str(gap(run.words.starts_with(char::is_whitespace)));
        text.push_str(open);
        text.push_str(&shown);
        text.push_str(close);
        text.push_str(gap(!shown.is_empty() && run.words.ends_with(char::is_whitespace)));
    }
    text.trim().to_owned()
}

/// Words with all that HTML would read as its own written as references.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::words;
    use sha2::{Digest, Sha256};

    fn written(page: &Page) -> String {
        let mut out = Vec::new();
        write(page, &mut out).expect("memory takes it");
        String::from_utf8(out).expect("text")
    }

    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let number = three.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            for at in 0..4 {
                let letter = LETTERS[(number >> (18 - 6 * at)) as usize & 63];
                text.push(if at > three.len() { '=' } else { char::from(letter) });
            }
        }
        text
    }

    #[test]
    fn the_policy_lets_the_page_s_own_style_in() {
        assert_eq!(STYLE_HASH, base64(&Sha256::digest(STYLE)), "write this hash into STYLE_HASH");
        let page = written(&Page::default());
        assert!(
            page.contains(&format!("style-src 'sha256-{STYLE_HASH}'"))
                && page.contains(&format!("<style>{STYLE}</style>"))
        );
    }

    #[test]
    fn what_a_report_says_is_never_markup() {
        let hostile = "<script>alert('x')</script> \" onload=x & </title></style><!-- ]]> \u{202e}\u{1b}[31m";
        let page = Page {
            title: hostile.to_owned(),
            blocks: vec![
                Block::Heading(1, words(hostile)),
                Block::Note(vec![Run { words: hostile.to_owned(), mark: Mark::Added }]),
                Block::List(vec![words(hostile)]),
                Block::Table { head: vec![hostile.to_owned()], rows: vec![vec![Cell::Words(hostile.to_owned())]] },
            ],
        };
        let text = written(&page);
        assert!(!text.contains("<script") && !text.contains("\u{1b}") && !text.contains("\u{202e}"), "{text}");
        assert_eq!(text.matches("</title>").count(), 1);
        assert_eq!(text.matches("</style>").count(), 1);
        assert_eq!(text.matches("<!--").count(), 0);
    }

    #[test]
    fn marks_and_spaces_stay_apart() {
        let run = |words: &str, mark| Run { words: words.to_owned(), mark };
        let runs =
            [run("Met ", Mark::Plain), run("six", Mark::Removed), run(" ", Mark::Plain), run("eight", Mark::Added)];
        assert_eq!(inline(&runs), "Met <del>six</del> <ins>eight</ins>");
    }
}
