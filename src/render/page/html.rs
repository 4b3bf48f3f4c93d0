//! A page as one HTML file: no script, no request, nothing that a report says is markup. It opens by double click, prints
//! on A4, across it where a table wants that, and follows the reader's light or dark setting. Marks are `ins` and `del`, which readers for the blind name.

use super::line;
use crate::page::{Block, Chart, Links, Mark, Page, Run, Words};
use crate::render::escaped;
use shell::{Width, framed};
use std::io::{self, Write};
use table::Table;

mod chart;
mod contents;
mod shell;
mod table;
pub use shell::shell;

/// Writes what leads to the parts of a page.
///
/// # Errors
/// What `out` gives.
pub fn contents(links: &[Links], out: &mut dyn Write) -> io::Result<()> {
    contents::write(links, false, out)
}

/// Writes the page.
///
/// # Errors
/// What `out` gives.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    let tables: Vec<Option<Table<'_>>> = page.blocks.iter().map(Table::of).collect();
    let is_led = page.blocks.iter().any(|block| matches!(block, Block::Contents(_)));
    let is_broad = tables.iter().flatten().any(Table::is_broad);
    let width = match (is_led, is_broad) {
        (true, _) => Width::Led,
        (false, true) => Width::Broad,
        (false, false) => Width::Upright,
    };
    framed(&page.title, width, |out| Body::default().write(page, &tables, out), out)
}

/// The most columns of a chart that has room beside its table on paper.
const SIDE: usize = 6;

/// The most columns of a chart that a narrow page has room for.
const MANY: usize = 16;

/// What is known of the page so far.
#[derive(Default)]
struct Body {
    /// The heading that the next block stands under.
    heading: String,
    /// The name that links know the next block by.
    anchor: Option<String>,
    /// How many tables and charts there are.
    tables: usize,
    charts: usize,
    /// Whether the contents stand beside what follows.
    is_led: bool,
}

impl Body {
    /// Writes everything that stands on the page.
    fn write(mut self, page: &Page, tables: &[Option<Table<'_>>], out: &mut dyn Write) -> io::Result<()> {
        let title = escaped(&line(&page.title));
        if !title.is_empty() {
            writeln!(out, "<h1>{title}</h1>")?;
        }
        if page.blocks.iter().any(|block| matches!(block, Block::Chart(_) | Block::Figure { .. })) {
            out.write_all(chart::definitions().as_bytes())?;
        }
        for (block, table) in page.blocks.iter().zip(tables) {
            self.block(block, table.as_ref(), out)?;
        }
        if self.is_led { writeln!(out, "</div>\n</div>") } else { Ok(()) }
    }

    fn block(&mut self, block: &Block, table: Option<&Table<'_>>, out: &mut dyn Write) -> io::Result<()> {
        match block {
            Block::Heading(level, words) => {
                self.heading = escaped(&line(&words.iter().map(|run| run.words.as_str()).collect::<String>()));
                let level = (*level).clamp(1, 5) + 1;
                let id = self.anchor.take().map_or_else(String::new, |id| format!(" id=\"{}\"", escaped(&id)));
                writeln!(out, "<h{level}{id}>{}</h{level}>", inline(words))
            }
            Block::Note(words) => writeln!(out, "<p>{}</p>", inline(words)),
            Block::List(items) => list(items, out),
            Block::Folded(name, items) => {
                writeln!(out, "<details class=\"aside\">\n<summary>{}</summary>", escaped(&line(name)))?;
                list(items, out)?;
                writeln!(out, "</details>")
            }
            Block::Table { .. } => {
                let of = if self.heading.is_empty() { String::new() } else { format!(": {}", self.heading) };
                let name = self.table_name(&of);
                table.map_or(Ok(()), |table| table.write(&name, out))
            }
            Block::Chart(chart) => self.figure(chart, None, out),
            Block::Figure { chart, .. } => self.figure(chart, table, out),
            Block::Counts(counts) => {
                writeln!(out, "<dl class=\"counts\">")?;
                for (count, of) in counts {
                    writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(&line(of)), escaped(&line(count)))?;
                }
                writeln!(out, "</dl>")
            }
            Block::Anchor(name) => {
                self.anchor = Some(name.clone());
                Ok(())
            }
            Block::Contents(all) => {
                let opens = !std::mem::replace(&mut self.is_led, true);
                contents::write(all, opens, out)
            }
        }
    }

    /// Readers for the blind list the tables by their names, which no two may share.
    fn table_name(&mut self, of: &str) -> String {
        self.tables += 1;
        format!("Table {}{of}", self.tables)
    }

    /// A chart; under it, folded away until it is wanted or printed, what it shows as a table.
    fn figure(&mut self, chart: &Chart, table: Option<&Table<'_>>, out: &mut dyn Write) -> io::Result<()> {
        self.charts += 1;
        let title = escaped(&line(chart.title()));
        let more = if chart.columns() > SIDE { " of-many" } else { "" };
        writeln!(out, "<figure class=\"{}{more}\">\n<figcaption>{title}</figcaption>", chart::kind(chart))?;
        // Where there are too many columns for a narrow page, the chart alone is moved sideways.
        if chart.columns() > MANY {
            writeln!(out, "<div class=\"wide many\" tabindex=\"0\" role=\"region\" aria-label=\"Chart: {title}\">")?;
            chart::write(chart, self.charts, out)?;
            writeln!(out, "</div>")?;
        } else {
            chart::write(chart, self.charts, out)?;
        }
        if let Some(table) = table {
            writeln!(out, "<details>\n<summary>As a table<span class=\"unseen\">: {title}</span></summary>")?;
            let name = self.table_name(&format!(": {title}"));
            table.write(&name, out)?;
            writeln!(out, "</details>")?;
        }
        writeln!(out, "</figure>")
    }
}

fn list(items: &[Words], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<ul>")?;
    items.iter().try_for_each(|item| writeln!(out, "<li>{}</li>", inline(item)))?;
    writeln!(out, "</ul>")
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
