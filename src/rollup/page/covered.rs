//! What a rollup is based on: in sentences, and as a table of districts by terms.

use super::{files, many};
use crate::diagnostic::NotRead;
use crate::form::{Field, Form};
use crate::page::{Block, Cell, words};
use crate::report::{Report, field_name};
use crate::rollup::coverage::{Coverage, Place, State};
use crate::rollup::shown;
use crate::source::Sources;
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
    let lacking = |state: State| coverage.places.iter().filter(move |place| place.state == state);
    let both = || coverage.places.iter().filter(|place| matches!(place.state, State::Missing | State::Overdue));
    match coverage.as_at.map(day) {
        None => said += &listed("; missing", both(), |_| String::new(), sources),
        Some(today) => {
            let due = |place: &Place<'_>| place.due.map_or_else(String::new, |due| format!(" (due {})", day(due)));
            said += &listed(&format!("; overdue on {today}"), lacking(State::Overdue), due, sources);
            let waiting = || lacking(State::Missing).filter(|place| place.due.is_some());
            said += &listed("; not due yet", waiting(), due, sources);
            let open = lacking(State::Missing).filter(|place| place.due.is_none());
            said += &listed("; missing, and termwise.yaml names no due date", open, |_| String::new(), sources);
        }
    }
    said.push('.');
    said += &beside(coverage, (&one, &every), sources);
    said
}

/// Reports, after what they are: "; missing: Saltmarsh, Summer 2023/24".
fn listed<'p>(
    what: &str,
    places: impl Iterator<Item = &'p Place<'p>>,
    more: impl Fn(&Place<'_>) -> String,
    sources: &Sources,
) -> String {
    let places: Vec<&Place<'_>> = places.collect();
    if places.is_empty() {
        return String::new();
    }
    let one =
        |place: &&&Place<'_>| format!("{}, {}{}", place.slot.district.shown(sources), place.slot.term, more(place));
    let named: Vec<String> = places.iter().take(MOST_MISSING).map(|place| one(&place)).collect();
    let mut said = format!("{what}: {}", named.join("; "));
    if places.len() > MOST_MISSING {
        said += &format!("; and {} more, which --view coverage lists", places.len() - MOST_MISSING);
    }
    said
}

/// Where a report breaks off: "reports/north.yaml breaks off at line 10".
pub(super) fn breaks_off(report: &Report, sources: &Sources) -> String {
    let line = report.cut_at.map_or_else(String::new, |at| format!(" at line {}", sources.start(at).line));
    format!("{} breaks off{line}", sources.name(report.source))
}

/// The first names of a list, and how many more there are.
fn first_of(names: &[String]) -> String {
    let more = names.len().saturating_sub(MOST_MISSING);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    names.iter().take(MOST_MISSING).map(String::as_str).collect::<Vec<_>>().join(", ") + &more
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

/// What is there and does not count, and what could not be read.
fn beside(coverage: &Coverage<'_>, (one, every): (&str, &str), sources: &Sources) -> String {
    let mut said = String::new();
    if !coverage.unreadable.is_empty() {
        let names =
            first_of(&coverage.unreadable.iter().map(|it| format!("{} ({})", it.name, it.what)).collect::<Vec<_>>());
        let how = to_do(&coverage.unreadable);
        said += &format!(" {} could not be read: {names}.{how}", many(coverage.unreadable.len(), "file"));
    }
    if !coverage.other_files.is_empty() {
        let names: Vec<String> = coverage.other_files.iter().map(|file| file.name.clone()).collect();
        let is_one = names.len() == 1;
        let (files, are, a_report) = match is_one {
            true => ("1 file of a kind", "is", "if it is a report, it counts once it is saved as plain text"),
            false => ("files of a kind", "are", "those that are reports count once they are saved as plain text"),
        };
        let count = if is_one { String::new() } else { format!("{} ", names.len()) };
        let names = first_of(&names);
        said += &format!(" {count}{files} that termwise does not read {are} left out: {names}; {a_report}.");
    }
    if !coverage.own_pages.is_empty() {
        let names = first_of(&coverage.own_pages);
        said += &match coverage.own_pages.len() {
            1 => format!(" 1 page that termwise wrote itself is left out: {names}."),
            pages => format!(" {pages} pages that termwise wrote itself are left out: {names}."),
        };
    }
    if !coverage.cut_short.is_empty() {
        let (reports, it) = match coverage.cut_short.len() {
            1 => ("1 report is".to_owned(), "it"),
            count => (format!("{count} reports are"), "them"),
        };
        let names: Vec<String> = coverage.cut_short.iter().map(|report| breaks_off(report, sources)).collect();
        let names = first_of(&names);
        said += &format!(
            " {reports} received in part: {names}. What came of plans to and from {it} cannot be told before that is mended."
        );
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
            said += &format!(" {reports} {lacks} {counted} not among them: {}.", files(there, sources));
        }
    }
    for one in coverage.misspelt.iter().take(MOST_MISSING) {
        let (stated, meant) = (shown(one.stated, sources), one.meant.shown(sources));
        said += &format!(
            " \u{201c}{stated}\u{201d} may be {meant}, misspelt ({}): correct it there, or name it as an alias of \
             {meant} in termwise.yaml.",
            files(&one.sources, sources)
        );
    }
    for double in coverage.duplicates.iter().take(MOST_MISSING) {
        let name = double.slot.district.shown(sources);
        let (reports, term) = (many(double.sources.len(), "report"), double.slot.term);
        said += &format!(" {name} has {reports} for {term}, counted as one: {}.", files(&double.sources, sources));
    }
    said
}

/// Districts by terms, where there is something to see: the latest terms, and of many districts those that lack one.
pub(super) fn matrix(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> Vec<Block> {
    let terms: BTreeSet<Term> = coverage.places.iter().map(|place| place.slot.term).collect();
    let terms: Vec<Term> = terms.into_iter().collect();
    let shown_terms = terms.get(terms.len().saturating_sub(MOST_TERMS)..).unwrap_or(&terms);
    let of_district = |a: &Place<'_>, b: &Place<'_>| a.slot.district.same(&b.slot.district);
    let rows: Vec<&[Place<'_>]> = coverage.places.chunk_by(of_district).collect();
    let is_in = |place: &&Place<'_>| shown_terms.contains(&place.slot.term);
    let lacks = |row: &&[Place<'_>]| {
        row.iter().filter(is_in).any(|place| matches!(place.state, State::Missing | State::Overdue))
    };
    let all = rows.len() <= MOST_DISTRICTS;
    let told: Vec<&[Place<'_>]> = rows.iter().filter(|row| all || lacks(row)).copied().collect();
    if told.is_empty() {
        return Vec::new();
    }
    let field = |field| field_name(form, field);
    let head = std::iter::once(field(Field::District).to_owned()).chain(shown_terms.iter().map(Term::to_string));
    let line = |row: &[Place<'_>]| {
        let name = row.first().map_or_else(String::new, |place| place.slot.district.shown(sources));
        let mut of: BTreeMap<Term, &Place<'_>> = BTreeMap::new();
        row.iter().for_each(|place| _ = of.entry(place.slot.term).or_insert(place));
        let cell = |term: &Term| Cell::Words(state(of.get(term).copied(), coverage.as_at).to_owned());
        std::iter::once(Cell::Words(name)).chain(shown_terms.iter().map(cell)).collect::<Vec<_>>()
    };
    let lines = told.iter().take(MOST_DISTRICTS).map(|row| line(row)).collect();
    let mut blocks = vec![Block::Table { head: head.collect(), rows: lines }];
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
        blocks
            .push(Block::Note(words(format!("This table shows {}; --view coverage lists all.", left.join(", and ")))));
    }
    blocks
}

/// What there is of a district's term, in a word or two.
fn state(place: Option<&Place<'_>>, as_at: Option<&str>) -> &'static str {
    let Some(place) = place else { return "not expected" };
    match place.state {
        State::Received if place.is_in_part() => "received in part",
        State::Received => "received",
        State::Missing if as_at.is_some() && place.due.is_some() => "not due yet",
        State::Missing => "missing",
        State::Overdue => "overdue",
        State::NotExpected if place.reports.is_empty() => "not expected",
        State::NotExpected if place.is_in_part() => "received in part, not expected",
        State::NotExpected => "received, not expected",
    }
}

/// A row of the view: what there is of a district's term.
pub(super) fn row(place: &Place<'_>, as_at: Option<&str>, sources: &Sources) -> Vec<Cell> {
    let first = place.reports.first();
    let names: Vec<&str> = place.reports.iter().map(|report| sources.name(report.source)).collect();
    vec![
        Cell::Words(place.slot.district.shown(sources)),
        Cell::Words(place.slot.term.to_string()),
        Cell::Words(state(Some(place), as_at).to_owned()),
        place.due.map_or(Cell::Empty, |due| Cell::Words(due.to_owned())),
        if names.is_empty() { Cell::Empty } else { Cell::Words(names.join(", ")) },
        first.map_or(Cell::Empty, |report| Cell::Number(u64::from(sources.start(report.span).line))),
    ]
}
