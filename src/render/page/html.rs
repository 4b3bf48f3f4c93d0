//! A page as one HTML file: no script, no request, nothing that a report says is markup. It opens by double click, prints
//! on A4, across it where a table wants that, and follows the reader's light or dark setting. Marks are `ins` and `del`, which readers for the blind name.

use super::line;
use crate::page::{Block, Mark, Page, Run};
use crate::render::escaped;
use shell::{Width, framed};
use std::io::{self, Write};
use table::Table;

mod shell;
mod table;
pub use shell::shell;

/// Writes the page.
///
/// # Errors
/// What `out` gives.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(&line(&page.title));
    let tables: Vec<Option<Table<'_>>> = page.blocks.iter().map(Table::of).collect();
    let is_broad = tables.iter().flatten().any(Table::is_broad);
    let width = if is_broad { Width::Broad } else { Width::Upright };
    framed(&page.title, width, |out| blocks(page, &title, &tables, out), out)
}

/// Everything that stands on the page.
fn blocks(page: &Page, title: &str, tables: &[Option<Table<'_>>], out: &mut dyn Write) -> io::Result<()> {
    if !title.is_empty() {
        writeln!(out, "<h1>{title}</h1>")?;
    }
    // Readers for the blind list the tables by their names, which no two may share.
    let (mut heading, mut number) = (String::new(), 0);
    for (block, table) in page.blocks.iter().zip(tables) {
        match block {
            Block::Heading(level, words) => {
                heading = escaped(&line(&words.iter().map(|run| run.words.as_str()).collect::<String>()));
                let level = (*level).clamp(1, 5) + 1;
                writeln!(out, "<h{level}>{}</h{level}>", inline(words))?;
            }
            Block::Note(words) => writeln!(out, "<p>{}</p>", inline(words))?,
            Block::List(items) => {
                writeln!(out, "<ul>")?;
                items.iter().try_for_each(|item| writeln!(out, "<li>{}</li>", inline(item)))?;
                writeln!(out, "</ul>")?;
            }
            Block::Table { .. } => {
                number += 1;
                let of = if heading.is_empty() { String::new() } else { format!(": {heading}") };
                table.iter().try_for_each(|table| table.write(&format!("Table {number}{of}"), out))?;
            }
            // Not drawn in HTML: its numbers stand in the tables.
            Block::Chart(_) => {}
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Cell, words};

    fn written(page: &Page) -> String {
        let mut out = Vec::new();
        write(page, &mut out).expect("memory takes it");
        String::from_utf8(out).expect("text")
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

    /// A page of one table; a cell of figures is a count, an empty one is empty.
    fn tabled(head: &[&str], rows: &[&[&str]]) -> String {
        let cell = |words: &&str| match (words.is_empty(), words.parse()) {
            (true, _) => Cell::Empty,
            (_, Ok(count)) => Cell::Number(count),
            _ => Cell::Words((*words).to_owned()),
        };
        let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let head = head.iter().map(|name| (*name).to_owned()).collect();
        written(&Page { title: String::new(), blocks: vec![Block::Table { head, rows }] })
    }

    #[test]
    fn a_table_that_finds_room_is_one() {
        let page =
            tabled(&["Name", "Due", "File", "Count"], &[&["Autumn 1 2024/25", "", "a/long/path/to/report.md", "3"]]);
        assert!(page.contains("<main>") && !page.contains("class=\"under\"") && !page.contains("Due"), "{page}");
        let row = "<tr><td class=\"name\">Autumn 1 2024/25</td><td>a/<wbr>long/<wbr>path/<wbr>to/<wbr>report.md</td>\
                   <td class=\"count\">3</td></tr>";
        assert!(page.contains(row), "{page}");
    }

    #[test]
    fn what_finds_no_room_stands_under_its_row() {
        let (long, longer) = ("words that say a good deal ".repeat(2), "words that say a good deal ".repeat(3));
        let head = ["Name", "Title", "One", "Two", "Three", "Four", "Long", "Status", "Longer", "Count"];
        let row = |words: &'static str, status: &'static str, longer: &'static str| -> Vec<&str> {
            vec!["Northmoor", words, words, words, words, words, words, status, longer, "7"]
        };
        let (long, longer) = (&*long.leak(), &*longer.leak());
        let page = tabled(&head, &[&row(long, "closed", longer), &row(long, "", "")]);
        let under = "<tr class=\"under\"><td colspan=\"7\"><div>";
        assert!(page.contains(&format!("{under}<p><b>Four</b> {}</p>", long.trim())), "{page}");
        assert!(page.contains(&format!("<p><b>Longer</b> {}</p></div></td></tr></tbody>", longer.trim())), "{page}");
        assert_eq!(page.matches("<b>Longer</b>").count(), 1, "nothing is said of an empty cell");
        assert!(
            page.contains("<main class=\"broad\">") && page.contains("<th scope=\"col\" class=\"count\">Count</th>")
        );
    }

    #[test]
    fn marks_and_spaces_stay_apart() {
        let run = |words: &str, mark| Run { words: words.to_owned(), mark };
        let runs =
            [run("Met ", Mark::Plain), run("six", Mark::Removed), run(" ", Mark::Plain), run("eight", Mark::Added)];
        assert_eq!(inline(&runs), "Met <del>six</del> <ins>eight</ins>");
    }
}
