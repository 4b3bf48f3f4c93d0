//! A rollup as a page: first what it is based on, in words, then its table. Column heads come from the
//! form in force; words of reports only as the sources show them.

use super::documents::several;
use super::{Coverage, Rollup, Rows};
use crate::form::{Field, Form, Status};
use crate::page::{Block, Cell, Chart, Page, words};
use crate::report::field_name;
use crate::source::{SourceId, Sources, Span, Text};
use crate::term::Term;

mod came;
mod chart;
mod closing;
mod covered;
mod found;
mod life;
mod open;
mod order;
mod planned;
mod table;
mod themed;
mod whole;
mod workbook;
pub use covered::{coverage, remark};
pub(super) use life::told as event_words;
pub use order::{columns, sort};
pub use whole::{VIEWS, whole};
pub use workbook::workbook;

/// Whom a page is written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Reader {
    /// Who keeps the reports: files are named, and what can be done.
    Coordinator,
    /// Whoever is given the page.
    Everybody,
}

/// The page of a rollup, for people.
#[must_use]
pub fn page(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    alone(rollup, form, sources, false)
}

/// The same for a terminal, whose last line is the first that is read.
#[must_use]
pub fn screen(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    let mut page = page(rollup, form, sources);
    page.blocks.extend(closing::closing(rollup).map(|said| Block::Note(words(said))));
    page
}

/// The page of a rollup for spreadsheets and scripts: the table says of every row in which file and line it is found.
#[must_use]
pub fn data(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    alone(rollup, form, sources, true)
}

fn alone(rollup: &Rollup<'_>, form: &Form, sources: &Sources, placed: bool) -> Page {
    let mut blocks = opening(rollup, form, sources);
    blocks.extend(before(rollup, form, sources));
    if !placed {
        blocks.extend(whole::drawn(rollup, form, sources));
    }
    blocks.push(shown_rows(rollup, form, sources, placed));
    blocks.extend(after(rollup, form, sources));
    Page { title: heading(&rollup.rows, form), blocks }
}

/// What every page opens with: what it is based on.
fn opening(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    let mut blocks = opening_words(&rollup.coverage, Reader::Coordinator, form, sources);
    blocks.extend(covered::matrix(&rollup.coverage, form, sources));
    blocks
}

/// The same in words alone.
fn opening_words(of: &Coverage<'_>, reader: Reader, form: &Form, sources: &Sources) -> Vec<Block> {
    let mut blocks = vec![Block::Note(words(covered::told(of, reader, form, sources)))];
    let remarks = match reader {
        Reader::Coordinator => covered::remarks(of, form, sources),
        Reader::Everybody => open::remarks(of, form, sources),
    };
    if !remarks.is_empty() {
        blocks.push(Block::List(remarks.into_iter().map(words).collect()));
    }
    blocks
}

/// What a view is called.
fn heading(rows: &Rows<'_>, form: &Form) -> String {
    let by = |field| format!("Progress by {}", field_name(form, field).to_lowercase());
    match rows {
        Rows::Districts(_) => by(Field::District),
        Rows::Terms(_) => by(Field::Term),
        Rows::Themes(_) => format!("{} by theme", several(priority_name(form))),
        Rows::Priorities(_) => format!("{} over time", several(priority_name(form))),
        Rows::FollowThrough(_) => "What came of the plans".to_owned(),
        Rows::Plans(_) => "What came of each planned statement".to_owned(),
        Rows::Findings(_) => "What is to be corrected or explained".to_owned(),
        Rows::Explanations(_) => "What the reports explain".to_owned(),
        Rows::Statements(_) => "Statements".to_owned(),
        Rows::Coverage(_) => "Who has reported".to_owned(),
    }
}

/// What is said before the rows.
fn before(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    match &rollup.rows {
        Rows::Districts(rows) => {
            let lists = came::to_ask(rows.iter().filter_map(|row| row.plan.as_ref()), Reader::Coordinator, sources);
            let shown = rows.get(..rollup.shown()).unwrap_or_default();
            let mut blocks = came::of_districts(shown, form, sources);
            blocks.extend(lists);
            blocks
        }
        Rows::Themes(rows) => themed::summary(rows, rollup.is_of_some, Reader::Coordinator, form, sources),
        Rows::Terms(_)
        | Rows::Priorities(_)
        | Rows::FollowThrough(_)
        | Rows::Plans(_)
        | Rows::Findings(_)
        | Rows::Explanations(_)
        | Rows::Statements(_)
        | Rows::Coverage(_) => Vec::new(),
    }
}

/// The rows that are shown; `placed` with the file and line of each, in every view.
fn shown_rows(rollup: &Rollup<'_>, form: &Form, sources: &Sources, placed: bool) -> Block {
    let (head, mut rows) = table::table(rollup, form, sources, placed);
    rows.truncate(rollup.shown());
    Block::Table { head, rows }
}

/// What is said after the rows.
fn after(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    let note = |said: &str| Block::Note(words(said));
    let mut blocks = Vec::new();
    if rollup.left_out > 0 {
        let rows = many(rollup.left_out, "more row");
        let are = if rollup.left_out == 1 { "is" } else { "are" };
        blocks.push(note(&format!("{rows} {are} left out: fewer were asked for.")));
    }
    match &rollup.rows {
        Rows::Districts(rows) if !rows.is_empty() => {
            blocks.push(note(COUNTS_STATEMENTS));
        }
        Rows::Terms(rows) if !rows.is_empty() => blocks.push(note(COUNTS_STATEMENTS)),
        Rows::FollowThrough(rows) => {
            blocks.extend(came::notes(rows, rollup.coverage.leaves_out(), Reader::Coordinator, form, sources));
            blocks.push(Block::Chart(Chart::Bars(chart::follow_through(rows, form, sources))));
            blocks.extend(came::to_ask(rows.iter().filter_map(|row| row.plan.as_ref()), Reader::Coordinator, sources));
        }
        Rows::Findings(rows) => blocks.push(found::sum(rows)),
        Rows::Explanations(rows) if rows.is_empty() => blocks.push(note("No report explains a finding.")),
        rows if rows.is_empty() => blocks.push(note("There is nothing to list.")),
        Rows::Districts(_)
        | Rows::Terms(_)
        | Rows::Themes(_)
        | Rows::Priorities(_)
        | Rows::Plans(_)
        | Rows::Explanations(_)
        | Rows::Statements(_)
        | Rows::Coverage(_) => {}
    }
    blocks
}

/// The file and the line that a span begins in.
fn place(span: Span, sources: &Sources) -> [Cell; 2] {
    [Cell::Words(sources.name(span.source).to_owned()), Cell::Number(u64::from(sources.start(span).line))]
}

fn many(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A count as people write it: "2,994".
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

const COUNTS_STATEMENTS: &str = "The columns of the sections count statements.";

/// The most files that are listed in one place; JSON lists all.
const MOST_FILES: usize = 20;

/// The names of files, each once.
fn files(ids: &[SourceId], sources: &Sources) -> String {
    let mut names: Vec<&str> = ids.iter().map(|id| sources.name(*id)).collect();
    names.dedup();
    some(&names)
}

/// The first of several names, and how many more there are.
fn some(names: &[impl AsRef<str>]) -> String {
    let first: Vec<&str> = names.iter().take(MOST_FILES).map(AsRef::as_ref).collect();
    let more = names.len() - first.len();
    first.join(", ") + &if more == 0 { String::new() } else { format!(" and {more} more") }
}

/// So many priorities, by the form's own word: "1 workstream", "3 workstreams".
fn priorities(count: usize, form: &Form) -> String {
    let name = priority_name(form).to_lowercase();
    format!("{} {}", grouped(count), if count == 1 { name } else { several(&name) })
}

fn priority_name(form: &Form) -> &str {
    form.priority.first().map_or("Priority", String::as_str)
}

fn status_words(status: Status) -> String {
    status.key().replace('-', " ")
}

fn word_cell(words: Option<String>) -> Cell {
    words.map_or(Cell::Empty, Cell::Words)
}

fn text_cell(text: Option<&Text>, sources: &Sources) -> Cell {
    word_cell(text.map(|text| sources.words(text)))
}

fn term_cell(term: Option<Term>) -> Cell {
    word_cell(term.map(|term| term.to_string()))
}

fn number(count: usize) -> Cell {
    Cell::Number(u64::try_from(count).unwrap_or(u64::MAX))
}
