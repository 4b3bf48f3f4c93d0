//! What a rollup is based on: in sentences, and as a table of districts by terms.

use super::{Reader, chart, files, grouped, many, some};
use crate::diagnostic::NotRead;
use crate::form::{Field, Form};
use crate::page::{Block, Cell, Chart, words};
use crate::report::{Report, field_name};
use crate::rollup::coverage::{Coverage, Place, State};
use crate::rollup::shown;
use crate::source::{SourceId, Sources};
use crate::term::{Term, day};
use std::collections::{BTreeMap, BTreeSet};

/// The most missing reports that a page lists in its first sentences; the view `coverage` and JSON list all.
const MOST_MISSING: usize = 20;
/// The most terms, and the most districts, that the table at the top shows.
const MOST_TERMS: usize = 6;
const MOST_DISTRICTS: usize = 24;

/// What a rollup is based on, in sentences.
#[must_use]
pub fn coverage(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> String {
    told(coverage, Reader::Coordinator, form, sources)
}

/// The same for a reader, who may never have heard of termwise.yaml.
pub(super) fn told(coverage: &Coverage<'_>, reader: Reader, form: &Form, sources: &Sources) -> String {
    let Coverage { expected, due, received, .. } = coverage;
    let what = if due == expected { "expected" } else { "due" };
    let mut said = format!("Based on {} of {}", grouped(*received), many(*due, &format!("{what} report")));
    let (one, every) = (field_name(form, Field::District).to_lowercase(), field_name(form, Field::Term).to_lowercase());
    let from = match coverage.districts_told {
        true if reader == Reader::Everybody => format!("from every {one} that is to report"),
        true => format!("from every {one} that termwise.yaml names"),
        false => format!("from each {one}\u{2019}s first report on"),
    };
    said += &match (coverage.districts_told, coverage.terms_told) {
        (true, true) if reader == Reader::Everybody => String::new(),
        (false, true) if reader == Reader::Everybody => format!(" (inferred: {from}, in every {every} of the plan)"),
        (true, true) => " (those that termwise.yaml expects)".to_owned(),
        (false, true) => format!(" (inferred: {from}, in every {every} that termwise.yaml expects)"),
        (_, false) => format!(" (inferred: {from}, in every {every} for which any {one} reported)"),
    };
    let day = coverage.as_at.map(day);
    let overdue = day.map_or_else(|| "overdue".to_owned(), |today| format!("overdue on {today}"));
    for (what, state) in [
        (overdue.as_str(), State::Overdue),
        ("missing", State::Missing),
        ("not due yet", State::NotDue),
        ("excused", State::Excused),
        ("there, but not among the files looked at, so that nothing is said of them", State::LeftOut),
    ] {
        said += &listed((what, state), reader, coverage, &one, sources);
    }
    said.push('.');
    said
}

/// Reports, after what they are, by term: "; missing: Summer 2023/24: Saltmarsh, Westmere".
fn listed(
    (what, state): (&str, State),
    reader: Reader,
    coverage: &Coverage<'_>,
    one: &str,
    sources: &Sources,
) -> String {
    let mut by_term: BTreeMap<Term, (usize, Vec<&Place<'_>>)> = BTreeMap::new();
    for place in &coverage.places {
        let (all, lacking) = by_term.entry(place.slot.term).or_default();
        *all += usize::from(place.state != State::NotExpected);
        lacking.extend((place.state == state).then_some(place));
    }
    by_term.retain(|_, (_, lacking)| !lacking.is_empty());
    let (mut terms, mut left) = (Vec::new(), MOST_MISSING);
    // The latest are those that somebody asks for now: the earlier ones are left out first.
    for (term, (all, lacking)) in by_term.iter().rev() {
        let last = lacking.first().and_then(|place| place.due).filter(|_| coverage.as_at.is_some());
        let last = match (last, state) {
            (Some(last), State::Overdue | State::NotDue) => format!(" (due {})", day(last)),
            (None, State::Missing) if coverage.as_at.is_some() && reader == Reader::Coordinator => {
                " (no due date in termwise.yaml)".to_owned()
            }
            _ => String::new(),
        };
        let whole = lacking.len() == *all && *all > 2;
        if left == 0 && !whole {
            continue;
        }
        let names = if whole {
            format!("all {all} {one}s")
        } else {
            let names: Vec<String> =
                lacking.iter().take(left).map(|place| place.slot.district.shown(sources)).collect();
            left -= names.len();
            let more = lacking.len() - names.len();
            names.join(", ") + &if more > 0 { format!(" and {more} more") } else { String::new() }
        };
        terms.push(match reader {
            Reader::Coordinator => format!("{term}{last}: {names}"),
            Reader::Everybody => format!("{names} for {term}{last}"),
        });
    }
    terms.reverse();
    let more = by_term.len() - terms.len();
    match (terms.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!("; {what}: {}", terms.join("; ")),
        (false, more) => {
            format!(
                "; {what}: {}; and more in {}{}",
                terms.join("; "),
                many(more, "other term"),
                if reader == Reader::Coordinator { ", which the view coverage lists" } else { "" }
            )
        }
    }
}

/// Where a report breaks off: "reports/north.yaml breaks off at line 10".
pub(super) fn breaks_off(report: &Report, sources: &Sources) -> String {
    let line = report.cut_at.map_or_else(String::new, |at| format!(" at line {}", sources.start(at).line));
    format!("{} breaks off{line}", sources.name(report.source))
}

/// What to do to have files read, where one way holds for all.
fn to_do(files: &[NotRead]) -> String {
    let ways: BTreeSet<&str> = files.iter().filter_map(|file| file.how).collect();
    match (ways.first(), ways.len()) {
        (Some(how), 1) => format!(" What to do: {how}."),
        (Some(_), _) => " Have those that are reports saved as plain text; lint says of each how.".to_owned(),
        (None, _) => String::new(),
    }
}

/// What could not be read, what is there and does not count, and what may be meant: a sentence or two each.
pub(super) fn remarks(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> Vec<String> {
    let (one, every) = (field_name(form, Field::District).to_lowercase(), field_name(form, Field::Term).to_lowercase());
    let mut remarks = Vec::new();
    if !coverage.unreadable.is_empty() {
        let named: Vec<_> = coverage.unreadable.iter().map(|it| format!("{} ({})", it.name, it.what)).collect();
        let how = to_do(&coverage.unreadable);
        remarks.push(format!("{} could not be read: {}.{how}", many(named.len(), "file"), some(&named)));
    }
    if !coverage.other_files.is_empty() {
        let names: Vec<String> = coverage.other_files.iter().map(|file| file.name.clone()).collect();
        let is_one = names.len() == 1;
        let (files, are, a_report) = match is_one {
            true => ("1 file of a kind", "is", "if it is a report, it counts once it is saved as plain text"),
            false => ("files of a kind", "are", "those that are reports count once they are saved as plain text"),
        };
        let count = if is_one { String::new() } else { format!("{} ", names.len()) };
        let names = some(&names);
        remarks.push(format!("{count}{files} that termwise does not read {are} left out: {names}; {a_report}."));
    }
    if !coverage.own_pages.is_empty() {
        let names = some(&coverage.own_pages);
        remarks.push(match coverage.own_pages.len() {
            1 => format!("1 page that termwise wrote itself is left out: {names}."),
            pages => format!("{pages} pages that termwise wrote itself are left out: {names}."),
        });
    }
    if !coverage.cut_short.is_empty() {
        let (reports, it) = match coverage.cut_short.len() {
            1 => ("1 report is".to_owned(), "it"),
            count => (format!("{count} reports are"), "them"),
        };
        let names: Vec<String> = coverage.cut_short.iter().map(|report| breaks_off(report, sources)).collect();
        let names = some(&names);
        remarks.push(format!(
            "{reports} received in part: {names}. What came of plans to and from {it} cannot be told before that is mended."
        ));
    }
    let told = match (coverage.districts_told, coverage.terms_told) {
        (true, true) => format!("of a {one} or {every}"),
        (true, false) => format!("of a {one}"),
        (false, _) => format!("of a {every}"),
    };
    for (there, lacks) in [
        (&coverage.unexpected, format!("{told} that termwise.yaml does not name")),
        (&coverage.unnamed, format!("without a {one}")),
        (&coverage.unclear, format!("without a clear {every}")),
    ] {
        if !there.is_empty() {
            let counted = if there.len() == 1 { "is" } else { "are" };
            let reports = many(there.len(), "report");
            remarks.push(format!("{reports} {lacks} {counted} not among them: {}.", files(there, sources)));
        }
    }
    let one_name = &one;
    remarks.extend(coverage.misspelt.iter().take(MOST_MISSING).map(|one| {
        let (stated, meant) = (shown(one.stated, sources), one.meant.shown(sources));
        let files = files(&one.sources, sources);
        match one.is_told {
            true => format!(
                "Are \u{201c}{stated}\u{201d} ({files}) and {meant} one {one_name}? Both count now; if they are one, name the \
                 misspelt one as an alias of the other in termwise.yaml."
            ),
            false => format!(
                "\u{201c}{stated}\u{201d} may be {meant}, misspelt ({files}): correct it there, or name it as an alias \
                 of {meant} in termwise.yaml."
            ),
        }
    }));
    remarks.extend(coverage.duplicates.iter().take(MOST_MISSING).map(|double| {
        let name = double.slot.district.shown(sources);
        let (reports, term) = (many(double.sources.len(), "report"), double.slot.term);
        match double.counted {
            None => {
                let them = files(&double.sources, sources);
                format!("{name} has {reports} for {term}, and all of them count: {them}.")
            }
            Some(counted) => {
                let left: Vec<SourceId> = double.sources.iter().copied().filter(|one| *one != counted).collect();
                let (counted, left) = (sources.name(counted), files(&left, sources));
                format!("{name} has {reports} for {term}: {counted} counts, {left} does not; keep the one that holds.")
            }
        }
    }));
    remarks
}

/// Districts by terms, where there is something to see: the latest terms, and of many districts those that lack one.
pub(super) fn matrix(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    let terms: BTreeSet<Term> = coverage.places.iter().map(|place| place.slot.term).collect();
    let terms: Vec<Term> = terms.into_iter().collect();
    let shown_terms = terms.get(terms.len().saturating_sub(MOST_TERMS)..).unwrap_or(&terms);
    let of_district = |a: &Place<'_>, b: &Place<'_>| a.slot.district.folded() == b.slot.district.folded();
    let rows: Vec<&[Place<'_>]> = coverage.places.chunk_by(of_district).collect();
    let is_in = |place: &&Place<'_>| shown_terms.contains(&place.slot.term);
    let lacks = |row: &&[Place<'_>]| row.iter().filter(is_in).any(|place| is_lacking(place.state));
    let all = rows.len() <= MOST_DISTRICTS;
    let told: Vec<&[Place<'_>]> = rows.iter().filter(|row| all || lacks(row)).copied().collect();
    if told.is_empty() {
        return Vec::new();
    }
    let field = |field| field_name(form, field);
    let told_rows = told.get(..MOST_DISTRICTS).unwrap_or(&told);
    let grid = chart::coverage_grid(told_rows, shown_terms, coverage, form, sources);
    let mut blocks = vec![Chart::Grid(grid).with_table()];
    let mut left = Vec::new();
    let named = |count: usize, name: &str| many(count, &name.to_lowercase());
    if terms.len() > shown_terms.len() {
        left.push(format!("the last {} of {}", shown_terms.len(), named(terms.len(), field(Field::Term))));
    }
    if !all {
        let (shown, lacking) = (told.len().min(MOST_DISTRICTS), told.len());
        let of = named(rows.len(), field(Field::District));
        left.push(format!("{shown} of {lacking} that lack a report in them (of {of} in all)"));
    }
    if !left.is_empty() {
        blocks.push(Block::Note(words(format!(
            "This table shows {}; the view coverage lists all.",
            left.join(", and ")
        ))));
    }
    blocks
}

/// Whether a report is due and not there.
pub(super) fn is_lacking(state: State) -> bool {
    matches!(state, State::Missing | State::Overdue)
}

/// What there is of a district's term, in a word or two.
pub(super) fn state(place: Option<&Place<'_>>) -> &'static str {
    let Some(place) = place else { return "not expected" };
    match place.state {
        State::Received if place.is_in_part() => "received in part",
        State::Received => "received",
        State::NotDue => "not due yet",
        State::Excused => "excused",
        State::LeftOut => "not looked at",
        State::Missing => "missing",
        State::Overdue => "overdue",
        State::NotExpected if place.reports.is_empty() => "not expected",
        State::NotExpected if place.is_in_part() => "received in part, not expected",
        State::NotExpected => "received, not expected",
    }
}

/// A row of the view: what there is of a district's term.
pub(super) fn row(place: &Place<'_>, coverage: &Coverage<'_>, sources: &Sources) -> Vec<Cell> {
    let first = place.reports.first();
    let names: Vec<&str> = place.reports.iter().map(|report| sources.name(report.source)).collect();
    vec![
        Cell::Words(place.slot.district.shown(sources)),
        Cell::Words(place.slot.term.to_string()),
        Cell::Words(state(Some(place)).to_owned()),
        place.due.map_or(Cell::Empty, |due| Cell::Words(due.to_owned())),
        if names.is_empty() { Cell::Empty } else { Cell::Words(names.join(", ")) },
        first.map_or(Cell::Empty, |report| Cell::Number(u64::from(sources.start(report.span).line))),
        remark(place, coverage, sources).map_or(Cell::Empty, Cell::Words),
    ]
}

/// What is to be known of a report that is there: where it breaks off, and whose it may be.
#[must_use]
pub fn remark(place: &Place<'_>, coverage: &Coverage<'_>, sources: &Sources) -> Option<String> {
    let broken = place.reports.iter().filter(|report| report.cut_short).map(|report| breaks_off(report, sources));
    let is_of = |sources: &[SourceId]| place.reports.iter().any(|report| sources.contains(&report.source));
    let misspelt = coverage.misspelt.iter().filter(|one| is_of(&one.sources));
    let misspelt = misspelt.map(|one| format!("may be {}, misspelt", one.meant.shown(sources)));
    let remarks: Vec<String> = broken.chain(misspelt).collect();
    Some(remarks.join("; ")).filter(|remarks| !remarks.is_empty())
}
