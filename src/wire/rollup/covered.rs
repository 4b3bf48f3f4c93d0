//! What a rollup is based on, and what came of a plan, as JSON.

use crate::diagnostic::NotRead;
use crate::follow::Outcome;
use crate::rollup::coverage::{self, State};
use crate::rollup::follow_through::{self, Plan};
use crate::rollup::page::remark;
use crate::rollup::{shown, title};
use crate::source::{SourceId, Sources};
use schemars::JsonSchema;
use serde::Serialize;

/// What a rollup is based on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Coverage {
    /// How many reports were expected: one for each district, academic year and season.
    pub expected: usize,
    /// Whether that was inferred, all or in part: false where termwise.yaml names the districts and the terms.
    pub inferred: bool,
    /// How many of them are due: those that are there, and those that are missing.
    pub due: usize,
    /// How many of them are there.
    pub received: usize,
    /// Those that are due and not there.
    pub missing: Vec<Missing>,
    /// Those that are not due yet: their last day is still to come, or nobody has reported for their term yet.
    pub not_due: Vec<Missing>,
    /// Reports that will not come, as termwise.yaml says; they are not expected.
    pub excused: Vec<Missing>,
    /// The day that reports are asked for on, `YYYY-MM-DD`; null without `--as-at`, and then none is overdue.
    pub as_at: Option<String>,
    /// Every district and term that is looked at.
    pub matrix: Vec<Place>,
    /// Files that could not be read.
    pub unreadable: Vec<String>,
    /// The same files, with what each is and what to do.
    pub unread: Vec<Unread>,
    /// Files of a kind that reports are often written in and that is not read, such as Word documents.
    pub other_files: Vec<Unread>,
    /// Files that termwise wrote itself; they are left out.
    pub own_pages: Vec<String>,
    /// Files of reports of which a part could not be read, one for each report.
    pub cut_short: Vec<String>,
    /// Districts whose name may be that of another, misspelt.
    pub misspelt: Vec<Misspelt>,
    /// Files of reports of a district or term that termwise.yaml does not name, one for each report.
    pub unexpected: Vec<String>,
    /// Files of reports that name no district, one for each report.
    pub unnamed: Vec<String>,
    /// Files of reports that state no clear term, one for each report.
    pub unclear: Vec<String>,
    /// Terms that a district has reported more than once.
    pub duplicates: Vec<Duplicate>,
}

/// Reports of one district for one term.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Duplicate {
    /// The district.
    pub district: String,
    /// The term.
    pub term: String,
    /// Their files.
    pub paths: Vec<String>,
    /// The one that counts, where they are versions of one report; null where all of them count.
    pub counted: Option<String>,
}

/// A file that is not read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Unread {
    /// The file.
    pub path: String,
    /// What it is, or why it cannot be read.
    pub why: String,
    /// What to do to have it read, or null.
    pub help: Option<&'static str>,
}

/// A report that is missing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Missing {
    /// The district.
    pub district: String,
    /// The term.
    pub term: String,
    /// Its last day, `YYYY-MM-DD`, if termwise.yaml gives one.
    pub due: Option<String>,
    /// Whether that day has passed on the day that is asked about; null where there is no such day, or no last day.
    pub overdue: Option<bool>,
}

/// What there is of a district's term.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Place {
    /// The district.
    pub district: String,
    /// The term.
    pub term: String,
    /// Whether its report is there; one that was not expected may have paths nevertheless.
    #[schemars(extend("enum" = ["received", "missing", "overdue", "not-due", "excused", "left-out", "not-expected"]))]
    pub state: &'static str,
    /// Whether a part of its report could not be read.
    pub in_part: bool,
    /// Its last day, `YYYY-MM-DD`, if termwise.yaml gives one.
    pub due: Option<String>,
    /// The files of its reports.
    pub paths: Vec<String>,
    /// Where the first of them begins in its file, a line from 1.
    pub line: Option<u32>,
    /// What is to be known of them: where one breaks off, or whose it may be; or null.
    pub remark: Option<String>,
}

/// A district whose name may be that of another, misspelt.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Misspelt {
    /// The name as its reports state it.
    pub district: String,
    /// The district that may be meant.
    pub meant: String,
    /// The files of its reports.
    pub paths: Vec<String>,
}

/// What came of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Came {
    /// The term of the report that planned.
    pub earlier_term: String,
    /// Its file.
    pub earlier_path: String,
    /// How many statements it planned: as many as the next four together.
    pub planned: usize,
    /// How many of them are reported.
    pub reported: usize,
    /// How many may be.
    pub possible: usize,
    /// How many are planned again.
    pub carried_forward: usize,
    /// For how many no matching activity was found, which is not to say that nothing was done.
    pub no_match: usize,
    /// How many of those that are reported, surely or possibly, are told as not done or put off.
    pub stalled: usize,
    /// Those that no matching activity was found for.
    pub unmatched: Vec<Unmatched>,
}

/// A planned statement that no matching activity was found for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Unmatched {
    /// The title of its priority.
    pub priority: Option<String>,
    /// Its words, those of nested items included.
    pub text: String,
    /// Its file.
    pub path: String,
    /// Its line there, from 1.
    pub line: u32,
}

pub(super) fn coverage(coverage: &coverage::Coverage<'_>, sources: &Sources) -> Coverage {
    let names = |ids: &[SourceId]| ids.iter().map(|id| sources.name(*id).to_owned()).collect();
    let duplicates = coverage.duplicates.iter().map(|double| Duplicate {
        district: double.slot.district.shown(sources),
        term: double.slot.term.to_string(),
        paths: names(&double.sources),
        counted: double.counted.map(|id| sources.name(id).to_owned()),
    });
    let misspelt = coverage.misspelt.iter().map(|one| Misspelt {
        district: shown(one.stated, sources),
        meant: one.meant.shown(sources),
        paths: names(&one.sources),
    });
    let lacking = |states: &[State]| -> Vec<Missing> {
        let places = coverage.places.iter().filter(|place| states.contains(&place.state));
        let one = |place: &coverage::Place<'_>| Missing {
            district: place.slot.district.shown(sources),
            term: place.slot.term.to_string(),
            due: place.due.map(str::to_owned),
            overdue: coverage.as_at.and(place.due).map(|_| place.state == State::Overdue),
        };
        places.map(one).collect()
    };
    Coverage {
        expected: coverage.expected,
        inferred: !(coverage.districts_told && coverage.terms_told),
        received: coverage.received,
        due: coverage.due,
        missing: lacking(&[State::Missing, State::Overdue]),
        not_due: lacking(&[State::NotDue]),
        excused: lacking(&[State::Excused]),
        as_at: coverage.as_at.map(str::to_owned),
        matrix: coverage.places.iter().map(|one| place(one, coverage, sources)).collect(),
        unreadable: coverage.unreadable.iter().map(|file| file.name.clone()).collect(),
        unread: coverage.unreadable.iter().map(unread).collect(),
        other_files: coverage.other_files.iter().map(unread).collect(),
        own_pages: coverage.own_pages.clone(),
        cut_short: coverage.cut_short.iter().map(|report| sources.name(report.source).to_owned()).collect(),
        misspelt: misspelt.collect(),
        unexpected: names(&coverage.unexpected),
        unnamed: names(&coverage.unnamed),
        unclear: names(&coverage.unclear),
        duplicates: duplicates.collect(),
    }
}

fn unread(file: &NotRead) -> Unread {
    Unread { path: file.name.clone(), why: file.what.clone(), help: file.how }
}

pub(super) fn place(place: &coverage::Place<'_>, coverage: &coverage::Coverage<'_>, sources: &Sources) -> Place {
    Place {
        district: place.slot.district.shown(sources),
        term: place.slot.term.to_string(),
        state: place.state.key(),
        in_part: place.is_in_part(),
        due: place.due.map(str::to_owned),
        paths: place.reports.iter().map(|report| sources.name(report.source).to_owned()).collect(),
        line: place.reports.first().map(|report| sources.start(report.span).line),
        remark: remark(place, coverage, sources),
    }
}

pub(super) fn came(plan: &Plan<'_>, sources: &Sources) -> Came {
    let count = |outcome| follow_through::count(&plan.outcomes, outcome);
    Came {
        earlier_term: plan.term.to_string(),
        earlier_path: sources.name(plan.report.source).to_owned(),
        planned: plan.outcomes.len(),
        reported: count(Outcome::Reported),
        possible: count(Outcome::Possible),
        carried_forward: count(Outcome::CarriedForward),
        no_match: count(Outcome::NoMatch),
        stalled: follow_through::stalled(&plan.outcomes),
        unmatched: unmatched(plan, sources),
    }
}

pub(super) fn unmatched(plan: &Plan<'_>, sources: &Sources) -> Vec<Unmatched> {
    let one = |one: &follow_through::Came<'_>| Unmatched {
        priority: one.priority.title.as_ref().map(|words| title(words, sources)),
        text: crate::rollup::statements::words(one.statement, sources),
        path: sources.name(one.statement.span.source).to_owned(),
        line: sources.start(one.statement.span).line,
    };
    plan.unmatched().map(one).collect()
}
