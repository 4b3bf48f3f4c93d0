//! A rollup as a page: first what it is based on, in words, then its table. Column heads come from the
//! form in force; words of reports only as the sources show them.

use super::{Count, Coverage, Rollup, Rows, districts, priorities, shown, statements, terms, title};
use crate::form::{Field, Form, Status};
use crate::page::{Block, Cell, Page, words};
use crate::report::field_name;
use crate::source::{SourceId, Sources, Text};
use crate::term::Term;

mod came;
mod chart;
mod life;
mod workbook;
pub use workbook::workbook;

/// The page of a rollup.
#[must_use]
pub fn page(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    let Page { title, blocks } = view(rollup, form, sources);
    Page { title, blocks: opening(rollup, form, sources).into_iter().chain(blocks).collect() }
}

/// What every page opens with: what it is based on.
fn opening(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    vec![Block::Note(words(coverage(&rollup.coverage, form, sources)))]
}

/// The rows of a rollup and what is to be said of them.
fn view(rollup: &Rollup<'_>, form: &Form, sources: &Sources) -> Page {
    let district = field_name(form, Field::District);
    let term = field_name(form, Field::Term);
    let (title, head, rows) = match &rollup.rows {
        Rows::Districts(rows) => (
            format!("Progress by {}", district.to_lowercase()),
            counted_head(form, &[district, "Reports", &format!("Latest {}", term.to_lowercase()), "Priorities in it"]),
            rows.iter().map(|row| of_district(row, sources)).collect(),
        ),
        Rows::Terms(rows) => (
            format!("Progress by {}", term.to_lowercase()),
            counted_head(form, &[term, "Reported by", "Reports", "Priorities"]),
            rows.iter().map(of_term).collect(),
        ),
        Rows::Priorities(rows) => (
            "Priorities over time".to_owned(),
            priorities_head(form),
            rows.iter().map(|row| of_priority(row, sources)).collect(),
        ),
        Rows::FollowThrough(rows) => (
            "What came of the plans".to_owned(),
            came::head(form),
            rows.iter().map(|row| came::row(row, sources)).collect(),
        ),
        Rows::Statements(rows) => (
            "Statements".to_owned(),
            [district, term, "File", "Line", priority_name(form), "Section", "Id", "Statement"]
                .map(str::to_owned)
                .to_vec(),
            rows.iter().map(|row| of_statement(row, form, sources)).collect(),
        ),
    };
    let mut blocks = vec![Block::Table { head, rows }];
    match &rollup.rows {
        Rows::Districts(_) | Rows::Terms(_) => {
            blocks.push(Block::Note(words("The columns of the sections count statements.")));
        }
        Rows::FollowThrough(rows) => {
            blocks.extend(came::notes(rows, form, sources));
            blocks.push(chart::follow_through(rows, form, sources));
        }
        Rows::Priorities(_) | Rows::Statements(_) => {}
    }
    Page { title, blocks }
}

/// The most missing reports that a page lists; JSON lists all.
const MOST_MISSING: usize = 100;

/// What a rollup is based on, in sentences.
#[must_use]
pub fn coverage(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> String {
    let Coverage { expected, received, .. } = coverage;
    let mut said = format!("Based on {received} of {}", many(*expected, "expected report"));
    let (one, every) = (field_name(form, Field::District).to_lowercase(), field_name(form, Field::Term).to_lowercase());
    let from = match coverage.districts_told {
        true => format!("from every {one} that termwise.yaml names"),
        false => format!("from each {one}\u{2019}s first report on"),
    };
    said += &match (coverage.districts_told, coverage.terms_told) {
        (true, true) => " (those that termwise.yaml expects)".to_owned(),
        (false, true) => format!(" (inferred: {from}, in every {every} that termwise.yaml expects)"),
        (_, false) => format!(" (inferred: {from}, in every {every} for which any {one} reported)"),
    };
    if !coverage.missing.is_empty() {
        let slots = coverage.missing.iter().take(MOST_MISSING);
        let slots = slots.map(|slot| format!("{}, {}", slot.district.shown(sources), slot.term));
        said += &format!("; missing: {}", slots.collect::<Vec<_>>().join("; "));
        if coverage.missing.len() > MOST_MISSING {
            said += &format!("; and {} more", coverage.missing.len() - MOST_MISSING);
        }
    }
    said.push('.');
    let told = match (coverage.districts_told, coverage.terms_told) {
        (true, true) => format!("of a {one} or {every}"),
        (true, false) => format!("of a {one}"),
        (false, _) => format!("of a {every}"),
    };
    for (there, lacks) in [
        (&coverage.unexpected, format!("{told} that termwise.yaml does not name")),
        (&coverage.unnamed, format!("without a {}", field_name(form, Field::District).to_lowercase())),
        (&coverage.unclear, format!("without a clear {}", field_name(form, Field::Term).to_lowercase())),
    ] {
        if !there.is_empty() {
            let counted = if there.len() == 1 { "is" } else { "are" };
            said += &format!(
                " {} {lacks} {counted} not among them: {}.",
                many(there.len(), "report"),
                files(there, sources)
            );
        }
    }
    for double in &coverage.duplicates {
        let name = double.slot.district.shown(sources);
        let (reports, term) = (many(double.sources.len(), "report"), double.slot.term);
        said += &format!(" {name} has {reports} for {term}, counted as one: {}.", files(&double.sources, sources));
    }
    said
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
    first.iter().copied().chain(sections).chain(["Errors", "Queries", "Notes"]).map(str::to_owned).collect()
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
    let first = [Cell::Words(name), number(row.count.reports), term_cell(row.latest), number(row.priorities)];
    first.into_iter().chain(counts(&row.count)).collect()
}

fn of_term(row: &terms::Row) -> Vec<Cell> {
    let term = row.term.map_or_else(|| "unclear".to_owned(), |term| term.to_string());
    let first = [Cell::Words(term), number(row.districts), number(row.count.reports), number(row.priorities)];
    first.into_iter().chain(counts(&row.count)).collect()
}

fn counts(count: &Count) -> impl Iterator<Item = Cell> {
    let findings = [count.findings.errors, count.findings.queries, count.findings.notes];
    count.statements.iter().copied().chain(findings).map(number)
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
