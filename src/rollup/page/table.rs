//! The table of each view: its columns, and a line of cells for each row.

use super::{
    came, covered, files, found, life, number, place, planned, priority_name, status_words, term_cell, text_cell,
    themed, word_cell,
};
use crate::form::{Field, Form};
use crate::page::Cell;
use crate::report::{Report, field_name};
use crate::rollup::{Count, Rollup, Rows, districts, priorities, shown, statements, terms, title};
use crate::source::Sources;

/// The head of a rollup's table, and all its rows in their order.
pub(super) fn table(
    rollup: &Rollup<'_>,
    form: &Form,
    sources: &Sources,
    placed: bool,
) -> (Vec<String>, Vec<Vec<Cell>>) {
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
            let at = |report: Option<&Report>| report.map_or([Cell::Empty, Cell::Empty], &at);
            let more = |row: &districts::Row<'_>| came::last_time(row).into_iter().chain(at(row.report)).collect();
            rows.iter().map(|row| line(of_district(row, sources), &|| more(row))).collect()
        }
        Rows::Terms(rows) => rows
            .iter()
            .map(|row| {
                line(of_term(row), &|| {
                    vec![Cell::Words(files(
                        &row.reports.iter().map(|report| report.source).collect::<Vec<_>>(),
                        sources,
                    ))]
                })
            })
            .collect(),
        Rows::Themes(rows) => {
            rows.iter().map(|row| line(themed::row(row, sources), &|| place(row.place(), sources).to_vec())).collect()
        }
        Rows::Priorities(rows) => {
            rows.iter().map(|row| line(of_priority(row, sources), &|| place(row.place, sources).to_vec())).collect()
        }
        Rows::FollowThrough(rows) => {
            rows.iter().map(|row| line(came::row(row, sources), &|| at(row.report).to_vec())).collect()
        }
        Rows::Plans(rows) => rows.iter().map(|row| planned::row(row, sources)).collect(),
        Rows::Findings(rows) => rows.iter().map(|row| found::finding(row, sources)).collect(),
        Rows::Explanations(rows) => rows.iter().map(|row| found::explanation(row, sources)).collect(),
        Rows::Statements(rows) => rows.iter().map(|row| of_statement(row, form, sources)).collect(),
        Rows::Coverage(rows) => rows.iter().map(|row| covered::row(row, &rollup.coverage, sources)).collect(),
    };
    (head, rows)
}

/// The columns of a table.
pub(super) fn head(rows: &Rows<'_>, form: &Form, placed: bool) -> Vec<String> {
    let (district, term) = (field_name(form, Field::District), field_name(form, Field::Term));
    let latest = format!("Latest {}", term.to_lowercase());
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let (mut head, more): (Vec<String>, &[&str]) = match rows {
        Rows::Districts(_) => {
            let head = counted_head(form, &[district, "Reports", "Missing", &latest, "Priorities in it"]);
            (head, &came::LAST_TIME_PLACED)
        }
        Rows::Terms(_) => (counted_head(form, &[term, "Reported by", "Reports", "Priorities"]), &["Files"]),
        Rows::Themes(_) => {
            let first = ["Theme", "Districts", district, priority_name(form), &latest, "Reports", "Known by"];
            (owned(&first), &["File", "Line"])
        }
        Rows::Priorities(_) => (priorities_head(form), &["File", "Line"]),
        Rows::FollowThrough(_) => (came::head(form), &["File", "Line"]),
        Rows::Plans(_) => (planned::head(form), &[]),
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

/// The name of a district.
pub(super) fn district_cell(row: &districts::Row<'_>, sources: &Sources) -> Cell {
    Cell::Words(row.district.map_or_else(|| "unnamed".to_owned(), |district| district.shown(sources)))
}

fn of_district(row: &districts::Row<'_>, sources: &Sources) -> Vec<Cell> {
    let first = [
        district_cell(row, sources),
        number(row.count.reports),
        number(row.missing),
        term_cell(row.latest),
        number(row.priorities),
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
