//! A rollup as a page: first what it is based on, in words, then its table. Column heads come from the
//! form in force; words of reports only as the sources show them.

use super::{Count, Rollup, Rows, districts, priorities, shown, statements, terms, title};
use crate::form::{Field, Form, Status};
use crate::page::{Block, Cell, Page, words};
use crate::report::{Report, field_name};
use crate::source::{SourceId, Sources, Span, Text};
use crate::term::Term;

mod came;
mod chart;
mod covered;
mod found;
mod life;
mod order;
mod themed;
mod workbook;
pub use covered::{coverage, remark};
pub use order::{columns, sort};
pub use workbook::workbook;

/// The page of a rollup, for people.
#[must_use]
pub fn page(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    let Page { title, blocks } = view(rollup, form, sources, false);
    Page { title, blocks: opening(rollup, form, sources).into_iter().chain(blocks).collect() }
}

/// The page of a rollup for spreadsheets and scripts: the table says of every row in which file and line it is found.
#[must_use]
pub fn data(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    let Page { title, blocks } = view(rollup, form, sources, true);
    Page { title, blocks: opening(rollup, form, sources).into_iter().chain(blocks).collect() }
}

/// What every page opens with: what it is based on.
fn opening(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    let based_on = Block::Note(words(coverage(&rollup.coverage, form, sources)));
    std::iter::once(based_on).chain(covered::matrix(&rollup.coverage, form, sources)).collect()
}

/// The rows of a rollup and what is to be said of them; `placed` with the file and line of each, in every view.
fn view(rollup: &Rollup<'_>, form: &Form, sources: &Sources, placed: bool) -> Page {
    let district = field_name(form, Field::District);
    let (title, before) = match &rollup.rows {
        Rows::Districts(rows) => {
            let plans = rows.iter().filter_map(|row| row.plan.as_ref());
            (format!("Progress by {}", district.to_lowercase()), came::unmatched(plans, sources))
        }
        Rows::Terms(_) => (format!("Progress by {}", field_name(form, Field::Term).to_lowercase()), Vec::new()),
        Rows::Themes(rows) => ("Priorities by theme".to_owned(), themed::summary(rows, form, sources)),
        Rows::Priorities(_) => ("Priorities over time".to_owned(), Vec::new()),
        Rows::FollowThrough(_) => ("What came of the plans".to_owned(), Vec::new()),
        Rows::Findings(_) => ("What is to be corrected or explained".to_owned(), Vec::new()),
        Rows::Explanations(_) => ("What the reports explain".to_owned(), Vec::new()),
        Rows::Statements(_) => ("Statements".to_owned(), Vec::new()),
        Rows::Coverage(_) => ("Who has reported".to_owned(), Vec::new()),
    };
    let (head, mut rows) = table(rollup, form, sources, placed);
    rows.truncate(rollup.shown());
    let mut blocks = before;
    blocks.push(Block::Table { head, rows });
    if rollup.left_out > 0 {
        let rows = many(rollup.left_out, "more row");
        let are = if rollup.left_out == 1 { "is" } else { "are" };
        blocks.push(Block::Note(words(format!("{rows} {are} left out: fewer were asked for, with --limit."))));
    }
    match &rollup.rows {
        Rows::Districts(_) => {
            let note =
                "The columns of the sections count statements. What `termwise lint` finds, --view findings lists.";
            blocks.push(Block::Note(words(note.replace('`', ""))));
        }
        Rows::Terms(_) => blocks.push(Block::Note(words("The columns of the sections count statements."))),
        Rows::FollowThrough(rows) => {
            blocks.extend(came::notes(rows, form, sources));
            blocks.push(chart::follow_through(rows, form, sources));
            blocks.extend(came::unmatched(rows.iter().filter_map(|row| row.plan.as_ref()), sources));
        }
        Rows::Findings(rows) => blocks.push(found::sum(rows)),
        Rows::Explanations(rows) if rows.is_empty() => {
            blocks.push(Block::Note(words("No report explains a finding.")));
        }
        Rows::Themes(_) | Rows::Priorities(_) | Rows::Explanations(_) | Rows::Statements(_) | Rows::Coverage(_) => {}
    }
    Page { title, blocks }
}

/// The head of a rollup's table, and all its rows in their order.
fn table(rollup: &Rollup<'_>, form: &Form, sources: &Sources, placed: bool) -> (Vec<String>, Vec<Vec<Cell>>) {
    let head = head(&rollup.rows, form, placed);
    let line = |mut cells: Vec<Cell>, more: &dyn Fn() -> Vec<Cell>| {
        if placed {
            cells.extend(more());
        }
        cells
    };
    let at = |report: &Report| place(report.span, sources);
    let rows = match &rollup.rows {
        Rows::Districts(rows) => {
            rows.iter().map(|row| line(of_district(row, sources), &|| at(row.report).to_vec())).collect()
        }
        Rows::Terms(rows) => rows.iter().map(|row| line(of_term(row), &|| vec![reports(row, sources)])).collect(),
        Rows::Themes(rows) => {
            let at = |row: &super::themes::Row<'_>| place(row.priority.span, sources).to_vec();
            rows.iter().map(|row| line(themed::row(row, sources), &|| at(row))).collect()
        }
        Rows::Priorities(rows) => {
            rows.iter().map(|row| line(of_priority(row, sources), &|| place(row.place, sources).to_vec())).collect()
        }
        Rows::FollowThrough(rows) => {
            rows.iter().map(|row| line(came::row(row, sources), &|| at(row.report).to_vec())).collect()
        }
        Rows::Findings(rows) => rows.iter().map(|row| found::finding(row, sources)).collect(),
        Rows::Explanations(rows) => rows.iter().map(|row| found::explanation(row, sources)).collect(),
        Rows::Statements(rows) => rows.iter().map(|row| of_statement(row, form, sources)).collect(),
        Rows::Coverage(rows) => rows.iter().map(|row| covered::row(row, &rollup.coverage, sources)).collect(),
    };
    (head, rows)
}

/// The columns of a table.
fn head(rows: &Rows<'_>, form: &Form, placed: bool) -> Vec<String> {
    let (district, term) = (field_name(form, Field::District), field_name(form, Field::Term));
    let latest = format!("Latest {}", term.to_lowercase());
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let (mut head, more): (Vec<String>, &[&str]) = match rows {
        Rows::Districts(_) => {
            let counts = ["Priorities in it", "Planned last time", "No matching activity found"];
            let first: Vec<&str> = [district, "Reports", "Missing", &latest].into_iter().chain(counts).collect();
            (counted_head(form, &first), &["File", "Line"])
        }
        Rows::Terms(_) => (counted_head(form, &[term, "Reported by", "Reports", "Priorities"]), &["Files"]),
        Rows::Themes(_) => {
            let first = ["Theme", "Districts", district, priority_name(form), &latest, "Reports", "Known by"];
            (owned(&first), &["File", "Line"])
        }
        Rows::Priorities(_) => (priorities_head(form), &["File", "Line"]),
        Rows::FollowThrough(_) => (came::head(form), &["File", "Line"]),
        Rows::Findings(_) => (owned(&[district, term, "Level", "Rule", "Finding", "Place", "File", "Line"]), &[]),
        Rows::Explanations(_) => (owned(&[district, term, "Rule", "Reason", "Finding", "Place", "File", "Line"]), &[]),
        Rows::Statements(_) => {
            (owned(&[district, term, "File", "Line", priority_name(form), "Section", "Id", "Statement"]), &[])
        }
        Rows::Coverage(_) => (owned(&[district, term, "Report", "Due", "File", "Line", "Remark"]), &[]),
    };
    head.extend(owned(if placed { more } else { &[] }));
    head
}

/// The most files that a cell lists; JSON lists all.
const MOST_FILES: usize = 20;

/// The files of a term's reports.
fn reports(row: &terms::Row<'_>, sources: &Sources) -> Cell {
    let ids: Vec<SourceId> = row.reports.iter().take(MOST_FILES).map(|report| report.source).collect();
    let more = row.reports.len().saturating_sub(MOST_FILES);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Cell::Words(files(&ids, sources) + &more)
}

/// The file and the line that a span begins in.
fn place(span: Span, sources: &Sources) -> [Cell; 2] {
    [Cell::Words(sources.name(span.source).to_owned()), Cell::Number(u64::from(sources.start(span).line))]
}

fn many(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The names of files, each once.
fn files(ids: &[SourceId], sources: &Sources) -> String {
    let mut names: Vec<&str> = ids.iter().map(|id| sources.name(*id)).collect();
    names.dedup();
    names.join(", ")
}

fn priority_name(form: &Form) -> &str {
    form.priority.first().map_or("Priority", String::as_str)
}

fn counted_head(form: &Form, first: &[&str]) -> Vec<String> {
    let sections = form.sections.iter().map(|section| section.name.as_str());
    first.iter().copied().chain(sections).map(str::to_owned).collect()
}

fn priorities_head(form: &Form) -> Vec<String> {
    let term = field_name(form, Field::Term).to_lowercase();
    vec![
        field_name(form, Field::District).to_owned(),
        priority_name(form).to_owned(),
        "Earlier titles".to_owned(),
        field_name(form, Field::Id).to_owned(),
        format!("First {term}"),
        format!("Latest {term}"),
        "Reports".to_owned(),
        field_name(form, Field::Status).to_owned(),
        field_name(form, Field::Receiver).to_owned(),
        "Ended".to_owned(),
        "Merged into".to_owned(),
        "Life".to_owned(),
    ]
}

fn of_district(row: &districts::Row<'_>, sources: &Sources) -> Vec<Cell> {
    let name = row.district.map_or_else(|| "unnamed".to_owned(), |district| shown(district, sources));
    let plan = row.plan.as_ref();
    let counted = |count: Option<usize>| count.map_or(Cell::Empty, number);
    let first = [
        Cell::Words(name),
        number(row.count.reports),
        number(row.missing),
        term_cell(row.latest),
        number(row.priorities),
        counted(plan.map(|plan| plan.outcomes.len())),
        counted(plan.map(|plan| plan.unmatched.len())),
    ];
    first.into_iter().chain(counts(&row.count)).collect()
}

fn of_term(row: &terms::Row<'_>) -> Vec<Cell> {
    let term = row.term.map_or_else(|| "unclear".to_owned(), |term| term.to_string());
    let first = [Cell::Words(term), number(row.districts), number(row.count.reports), number(row.priorities)];
    first.into_iter().chain(counts(&row.count)).collect()
}

fn counts(count: &Count) -> impl Iterator<Item = Cell> {
    count.statements.iter().copied().map(number)
}

fn of_priority(row: &priorities::Row<'_>, sources: &Sources) -> Vec<Cell> {
    let earlier: Vec<String> = row.earlier_titles.iter().map(|title| sources.words(title)).collect();
    let ended = row.end.map(|end| match end {
        priorities::End::Stated(status) => status_words(status),
        priorities::End::Unreported => "not in the latest report".to_owned(),
    });
    vec![
        Cell::Words(shown(row.district, sources)),
        text_cell(row.title, sources),
        word_cell(Some(earlier.join("; ")).filter(|titles| !titles.is_empty())),
        word_cell(row.id.map(|id| shown(id, sources))),
        term_cell(Some(row.first)),
        term_cell(Some(row.latest)),
        number(row.reports),
        word_cell(row.status.map(status_words)),
        text_cell(row.receiver, sources),
        word_cell(ended),
        text_cell(row.into.and_then(|priority| priority.title.as_ref()), sources),
        life::life(&row.life, sources),
    ]
}

fn of_statement(row: &statements::Row<'_>, form: &Form, sources: &Sources) -> Vec<Cell> {
    let (start, _) = sources.position(row.statement.span);
    vec![
        word_cell(row.district.map(|district| shown(district, sources))),
        term_cell(row.term),
        Cell::Words(sources.name(row.statement.span.source).to_owned()),
        Cell::Number(u64::from(start.line)),
        word_cell(row.priority.map(|text| title(text, sources))),
        word_cell(form.section(row.section).map(|section| section.name.clone())),
        text_cell(row.statement.id(), sources),
        Cell::Words(statements::words(row.statement, sources)),
    ]
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
