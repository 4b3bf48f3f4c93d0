//! What came of the plans of all districts: the table, and the notes that keep it from being misread.

use super::covered::breaks_off;
use super::table::district_cell;
use super::{Reader, grouped, many, number, term_cell};
use crate::follow::Outcome;
use crate::form::{Field, Form, Role};
use crate::page::{Block, Cell, words};
use crate::report::{Statement, field_name};
use crate::rollup::follow_through::{Came, Plan, Row, all, count, plans, stalled};
use crate::rollup::{districts, shown, title};
use crate::source::Sources;
use std::cmp::Reverse;
use std::collections::HashMap;

/// The most reports that a note lists.
const MOST: usize = 20;

/// What came of plans, in the order of [`Outcome::ALL`], as it is called.
pub(super) const OUTCOMES: [&str; 4] = ["Reported", "Possibly reported", "Planned again", "No matching activity found"];
/// The first two of those, of what is told as not done or put off.
pub(super) const STALLED_OUTCOMES: [&str; 2] = ["Reported as not done", "Possibly reported as not done"];
/// How many those are.
const STALLED: &str = "Of these not done";
/// The columns that count what came of plans.
pub(super) const COUNTS: [&str; 5] = {
    let [reported, possible, again, no_match] = OUTCOMES;
    [reported, possible, STALLED, again, no_match]
};

/// The columns that count what came in a district's latest report of what the one before planned.
const LAST_TIME: [&str; 6] = {
    let [reported, possible, stalled, again, no_match] = COUNTS;
    ["Planned last time", reported, possible, stalled, again, no_match]
};
/// The same, with where that report stands.
pub(super) const LAST_TIME_PLACED: [&str; 8] = {
    let [planned, reported, possible, stalled, again, no_match] = LAST_TIME;
    [planned, reported, possible, stalled, again, no_match, "File", "Line"]
};

/// What stands in those columns; nothing where there is no plan to follow.
pub(super) fn last_time(row: &districts::Row<'_>) -> [Cell; 6] {
    let Some(Plan { outcomes, .. }) = &row.plan else { return LAST_TIME.map(|_| Cell::Empty) };
    let [reported, possible, stalled, again, no_match] = counts(outcomes);
    [outcomes.len(), reported, possible, stalled, again, no_match].map(number)
}

/// What came of the latest plans as a table of its own, beside which that of the districts stays narrow enough to be read.
pub(super) fn of_districts(rows: &[districts::Row<'_>], form: &Form, sources: &Sources) -> Vec<Block> {
    let line = |row: &districts::Row<'_>| std::iter::once(district_cell(row, sources)).chain(last_time(row)).collect();
    let rows: Vec<Vec<Cell>> = rows.iter().filter(|row| row.plan.is_some()).map(line).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = std::iter::once(field_name(form, Field::District)).chain(LAST_TIME).map(str::to_owned).collect();
    let said = "What the latest reports say of what the ones before them planned:";
    vec![Block::Note(words(said)), Block::Table { head, rows }]
}

/// What stands in them.
pub(super) fn counts(outcomes: &[Came<'_>]) -> [usize; 5] {
    let [reported, possible, again, no_match] = Outcome::ALL.map(|outcome| count(outcomes, outcome));
    [reported, possible, stalled(outcomes), again, no_match]
}

pub(super) fn head(form: &Form) -> Vec<String> {
    let (district, term) = (field_name(form, Field::District), field_name(form, Field::Term));
    let earlier = format!("Earlier {}", term.to_lowercase());
    [district, term, earlier.as_str(), "Planned"].into_iter().chain(COUNTS).map(str::to_owned).collect()
}

pub(super) fn row(row: &Row<'_>, sources: &Sources) -> Vec<Cell> {
    let first = [Cell::Words(shown(row.district, sources)), term_cell(Some(row.term))];
    let rest = match &row.plan {
        None => {
            let none = if row.broken.is_some() { "cannot be told" } else { "first report" };
            let none = Cell::Words(none.to_owned());
            std::iter::once(none).chain(std::iter::repeat_n(Cell::Empty, 1 + COUNTS.len())).collect::<Vec<_>>()
        }
        Some(Plan { term, outcomes, .. }) => {
            let planned = [term_cell(Some(*term)), number(outcomes.len())];
            planned.into_iter().chain(counts(outcomes).map(number)).collect()
        }
    };
    first.into_iter().chain(rest).collect()
}

/// All plans together, and what the counts do not say.
pub(super) fn notes(rows: &[Row<'_>], leaves_out: bool, reader: Reader, form: &Form, sources: &Sources) -> Vec<Block> {
    let outcomes = all(rows);
    let mut notes = Vec::new();
    if !form.has_role(Role::Planned) {
        notes.push("The form has no section for what is planned, so that there is nothing to follow.".to_owned());
    } else if rows.iter().any(|row| row.broken.is_some()) && outcomes.is_empty() {
        // What cannot be told is said below.
    } else if rows.iter().all(|row| row.plan.is_none()) && leaves_out {
        notes.push("Earlier reports are there and were not looked at, so that no plan is followed.".to_owned());
    } else if rows.iter().all(|row| row.plan.is_none()) {
        let term = field_name(form, Field::Term).to_lowercase();
        notes.push(format!("There is no earlier report to follow: what is planned here shows in the next {term}."));
    } else if outcomes.is_empty() {
        notes.push("The earlier reports plan nothing, so that there is nothing to follow.".to_owned());
    } else {
        notes.push(format!("In all, {}.", rate(&outcomes)));
    }
    let followed = rows.iter().filter_map(|row| row.plan.as_ref()).map(|plan| plan.outcomes.len()).sum::<usize>();
    if followed > outcomes.len() {
        let term = field_name(form, Field::Term).to_lowercase();
        notes.push(format!(
            "Where a {term} has several reports, each has a row, and \u{201c}in all\u{201d} counts a plan once."
        ));
    }
    if count(&outcomes, Outcome::NoMatch) > 0 {
        let said = "\u{201c}No matching activity found\u{201d} does not say that it was not done: a later report may \
                    tell it in words of its own, or not at all.";
        notes.push(said.to_owned());
    }
    let broken: Vec<&Row<'_>> = rows.iter().filter(|row| row.broken.is_some()).collect();
    if !broken.is_empty() {
        let one = |row: &&Row<'_>| {
            let why = match reader {
                Reader::Coordinator => row.broken.map_or_else(String::new, |report| breaks_off(report, sources)),
                Reader::Everybody => "a report breaks off".to_owned(),
            };
            format!("{}, {} ({why})", shown(row.district, sources), row.term)
        };
        let mut named = broken.iter().take(MOST).map(one).collect::<Vec<_>>().join("; ");
        if broken.len() > MOST {
            named += &format!("; and {} more", broken.len() - MOST);
        }
        notes.push(format!("What came of the plan cannot be told in {named}."));
    }
    let bounded: Vec<&Row<'_>> = rows.iter().filter(|row| row.plan.as_ref().is_some_and(|plan| plan.bounded)).collect();
    if !bounded.is_empty() {
        let named = bounded.iter().take(MOST).map(|row| format!("{}, {}", shown(row.district, sources), row.term));
        let mut named = named.collect::<Vec<_>>().join("; ");
        if bounded.len() > MOST {
            named += &format!("; and {} more", bounded.len() - MOST);
        }
        notes.push(format!(
            "There are too many statements to weigh each against all others: only those with the same id or the same \
             words were found in {named}."
        ));
    }
    notes.into_iter().map(|note| Block::Note(words(note))).collect()
}

/// The most planned statements that a page lists.
const MOST_LISTED: usize = 12;

/// What a list of planned statements holds: how it begins, and which.
type Listing = (&'static str, fn(&Came<'_>) -> bool);

/// The lists of the planned statements that somebody may have to ask about.
const LISTINGS: [Listing; 4] = [
    ("Planned, and no matching activity found in the report after it:", |came| {
        came.outcome == Outcome::NoMatch && came.reason.is_none()
    }),
    ("Planned, and told in the report after it as not done or put off:", |came| came.stalled),
    ("Planned, and told in the report after it in words that leave open whether it was done:", |came| came.open),
    ("Planned, and no matching activity found, for a reason that the report after it gives:", |came| {
        came.reason.is_some()
    }),
];

/// What nothing is said of, what is told as not done, and what the reports explain; for a coordinator each with its place.
pub(super) fn to_ask<'r, 'a: 'r>(
    all: impl Iterator<Item = &'r Plan<'a>>,
    reader: Reader,
    sources: &Sources,
) -> Vec<Block> {
    let plans = plans(all);
    let listed = |(lead, is_meant): Listing| {
        let all = latest_first(&plans, is_meant);
        let mut list: Vec<_> = some_of_each(&all).into_iter().map(|one| words(asked(one, reader, sources))).collect();
        if all.len() > MOST_LISTED {
            let more = all.len() - MOST_LISTED;
            let whole = match reader {
                Reader::Coordinator => ": the view \u{201c}plans\u{201d}, in a workbook the sheet Plans, has all",
                Reader::Everybody => "",
            };
            list.push(words(format!("and {more} more{whole}")));
        }
        (!all.is_empty()).then(|| [Block::Note(words(lead)), Block::List(list)])
    };
    LISTINGS.into_iter().filter_map(listed).flatten().collect()
}

/// Those that are meant, of the latest reports first: the earlier ones are left out where there are many.
fn latest_first<'p, 'a>(plans: &'p [Plan<'a>], is_meant: fn(&Came<'_>) -> bool) -> Vec<(&'p Plan<'a>, &'p Came<'a>)> {
    let of_plan =
        |plan: &'p Plan<'a>| plan.outcomes.iter().filter(move |came| is_meant(came)).map(move |came| (plan, came));
    let mut all: Vec<_> = plans.iter().flat_map(of_plan).collect();
    all.sort_by_key(|(plan, _)| Reverse(plan.later));
    all
}

/// Where the statements stand that [`to_ask`] lists.
pub(super) fn places<'r, 'a: 'r>(all: impl Iterator<Item = &'r Plan<'a>>, sources: &Sources) -> Vec<String> {
    let plans = plans(all);
    let listed = |(_, is_meant): Listing| {
        let all = latest_first(&plans, is_meant);
        let place = |(plan, came): &(&Plan<'_>, &Came<'_>)| {
            let planned = came.statement.flat(&|text| sources.beginning(text, 60));
            let (file, line) = (sources.name(plan.report.source), sources.start(came.statement.span).line);
            format!("\u{201c}{planned}\u{201d} stands in {file}, line {line}.")
        };
        some_of_each(&all).into_iter().map(place).collect::<Vec<_>>()
    };
    LISTINGS.into_iter().flat_map(listed).collect()
}

/// A planned statement, for a coordinator with its place, and what the later report tells or explains of it.
fn asked((plan, came): &(&Plan<'_>, &Came<'_>), reader: Reader, sources: &Sources) -> String {
    let begins = |statement: &Statement| statement.flat(&|text| sources.beginning(text, 160));
    let district = plan.report.districts.first().map(|district| shown(&district.stated, sources));
    let of = came.priority.title.as_ref().map(|words| format!(", {}", title(words, sources))).unwrap_or_default();
    let place = match reader {
        Reader::Coordinator => {
            format!(" ({}:{})", sources.name(plan.report.source), sources.start(came.statement.span).line)
        }
        Reader::Everybody => String::new(),
    };
    let told = match (&came.reason, came.told.filter(|_| came.stalled || came.open)) {
        (Some(reason), _) => format!(": {reason}"),
        (None, Some(told)) => format!(": \u{201c}{}\u{201d}", begins(told.statement)),
        (None, None) => String::new(),
    };
    let (district, term, planned) = (district.unwrap_or_default(), plan.term, begins(came.statement));
    format!("{district}, {term}{of}: \u{201c}{planned}\u{201d}{place}{told}")
}

/// As many as a page lists, and of as many districts as it can: the first of each, then the second. They stay in order.
fn some_of_each<'l, 'p, 'a>(all: &'l [(&'p Plan<'a>, &'p Came<'a>)]) -> Vec<&'l (&'p Plan<'a>, &'p Came<'a>)> {
    let mut taken: HashMap<&str, usize> = HashMap::new();
    let rank = |(at, (plan, _)): (usize, &(&'p Plan<'a>, &'p Came<'a>))| {
        let before = taken.entry(&plan.district.value).or_default();
        *before += 1;
        (*before, at)
    };
    let mut ranked: Vec<(usize, usize)> = all.iter().enumerate().map(rank).collect();
    ranked.sort_unstable();
    let mut first: Vec<usize> = ranked.into_iter().take(MOST_LISTED).map(|(_, at)| at).collect();
    first.sort_unstable();
    first.into_iter().filter_map(|at| all.get(at)).collect()
}

/// How many are reported: "5 to 7", where some are doubtful.
pub(super) fn told(outcomes: &[Came<'_>]) -> String {
    match (count(outcomes, Outcome::Reported), count(outcomes, Outcome::Possible)) {
        (0, 0) => "none".to_owned(),
        (reported, 0) => grouped(reported),
        (0, possible) => format!("up to {}", grouped(possible)),
        (reported, possible) => format!("{} to {}", grouped(reported), grouped(reported + possible)),
    }
}

/// "5 to 7 of 9 planned statements are reported": what is doubtful is counted apart.
pub(super) fn rate(outcomes: &[Came<'_>]) -> String {
    let (reported, possible) = (count(outcomes, Outcome::Reported), count(outcomes, Outcome::Possible));
    let told = told(outcomes);
    let are = if reported + possible == 1 || outcomes.len() == 1 { "is" } else { "are" };
    let stalled = Some(stalled(outcomes)).filter(|stalled| *stalled > 0);
    let stalled = stalled.map_or_else(String::new, |stalled| format!(" ({stalled} as not done or put off)"));
    format!("{told} of {} {are} reported{stalled}", many(outcomes.len(), "planned statement"))
}
