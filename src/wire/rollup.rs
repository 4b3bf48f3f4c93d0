//! A rollup as JSON, version 1. The names here are promises: fields are added, never renamed or removed.
//! The numbers are those of the tables; what is not stated is null.

use crate::follow::Outcome;
use crate::form::{Form, Status};
use crate::report::Report;
use crate::rollup::follow_through;
use crate::rollup::life::{self, What};
use crate::rollup::{self, Count, Rollup as Data, Rows, Tally, priorities::End, shown};
use crate::source::{Sources, Text};
use crate::term::Term;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

mod covered;
mod found;
mod planned;
pub use covered::{Came, Coverage, Duplicate, Missing, Misspelt, Place, Unmatched};
pub use found::{Found, Themed};
pub use planned::{Planned, ToldBy};

/// A rollup.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rollup {
    /// The version of this shape: 1.
    pub version: u32,
    /// The version of termwise.
    pub termwise: &'static str,
    /// What the rows are: `districts`, `terms`, `themes`, `priorities`, `follow-through`, `plans`, `findings`,
    /// `explanations`, `statements` or `coverage`.
    pub view: &'static str,
    /// What it is based on.
    pub coverage: Coverage,
    /// The rows.
    pub rows: Vec<Row>,
    /// How many rows are left out, because fewer were asked for.
    pub left_out: usize,
}

/// One row; which kind, the view says.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Row {
    /// Of the view `coverage`.
    Place(Place),
    /// Of the view `themes`: a theme of a priority, or a priority without one.
    Theme(Themed),
    /// Of the views `findings` and `explanations`.
    Found(Found),
    /// Of the view `plans`.
    Planned(Planned),
    /// Of the view `districts`.
    District {
        /// The district; null for the reports that name none, together.
        district: Option<String>,
        /// The term of its latest report.
        latest_term: Option<String>,
        /// Priorities in its latest report.
        priorities: usize,
        /// How many reports it misses.
        missing: usize,
        /// What came in its latest report of what the one before planned; null in a first report.
        follow_through: Option<Came>,
        /// The file of its latest report; null where there is none.
        path: Option<String>,
        /// Where that report begins there, a line from 1.
        line: Option<u32>,
        /// What its reports hold.
        #[serde(flatten)]
        held: Held,
    },
    /// Of the view `terms`.
    Term {
        /// Academic year and season; null for the reports without a clear term, together.
        term: Option<String>,
        /// Districts that reported.
        districts: usize,
        /// Priorities in its reports.
        priorities: usize,
        /// The files of its reports.
        paths: Vec<String>,
        /// What its reports hold.
        #[serde(flatten)]
        held: Held,
    },
    /// Of the view `priorities`.
    Priority {
        /// The district.
        district: String,
        /// The latest title.
        title: Option<String>,
        /// Other titles that it had before, the oldest first.
        earlier_titles: Vec<String>,
        /// The latest id.
        id: Option<String>,
        /// The first term it is reported in.
        first_term: String,
        /// The latest term it is reported in.
        latest_term: String,
        /// How many reports it stands in.
        reports: usize,
        /// The terms of those reports, and what each states.
        statuses: Vec<Stated>,
        /// The latest status that is stated.
        status: Option<&'static str>,
        /// Who takes it over.
        receiver: Option<String>,
        /// How it ended: a status, or `not-in-latest-report`; null while it goes on.
        ended: Option<&'static str>,
        /// The title of the priority it was merged into, or of the first that it was split into, or null.
        ended_into: Option<String>,
        /// What happened to it, the earliest first.
        life: Vec<Event>,
        /// The file of the latest report that holds it.
        path: String,
        /// Its line there, from 1.
        line: u32,
    },
    /// Of the view `follow-through`. In a district's first report there is nothing to follow: all from `earlier_term` on
    /// is null.
    FollowThrough {
        /// The district.
        district: String,
        /// The term of the report that tells what came of the plan.
        term: String,
        /// Its file.
        path: String,
        /// The term of the nearest earlier report of the district, which planned.
        earlier_term: Option<String>,
        /// Its file.
        earlier_path: Option<String>,
        /// How many statements it planned: as many as the next four together.
        planned: Option<usize>,
        /// How many of them are reported.
        reported: Option<usize>,
        /// How many may be: `reported` to `reported + possible` of `planned` are reported.
        possible: Option<usize>,
        /// How many are planned again.
        carried_forward: Option<usize>,
        /// For how many no matching activity was found, which is not to say that nothing was done.
        no_match: Option<usize>,
        /// How many of those that are reported, surely or possibly, are told as not done or put off.
        stalled: Option<usize>,
        /// Whether there were too many statements to weigh: then only the same ids and the same words were found.
        bounded: Option<bool>,
        /// The file of the report that breaks off, where what came of the plan cannot be told for that; else null.
        cannot_be_told: Option<String>,
        /// Where the report begins in its file, a line from 1.
        line: u32,
        /// The planned statements that no matching activity was found for.
        unmatched: Vec<Unmatched>,
    },
    /// Of the view `statements`.
    Statement {
        /// The district.
        district: Option<String>,
        /// The term.
        term: Option<String>,
        /// The file.
        path: String,
        /// Its line there, from 1.
        line: u32,
        /// The title of its priority.
        priority: Option<String>,
        /// The key of its section.
        section: Option<String>,
        /// Its id.
        id: Option<String>,
        /// Its words, those of nested items included.
        text: String,
    },
}

/// A report that a priority stands in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Stated {
    /// Its term.
    pub term: String,
    /// The status that it states.
    pub status: Option<&'static str>,
}

/// What happened to a priority in the report of a term.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Event {
    /// What happened. `first-report`: it stands in the first report of its district, and when it was opened is not known.
    #[schemars(extend("enum" = ["first-report", "opened", "split-off", "resumed", "retitled", "took-in", "split", "merged",
        "handed-over", "closed", "away", "dropped"]))]
    pub event: &'static str,
    /// The term.
    pub term: String,
    /// Of `away` the last term that it was away for, if that is another.
    pub until: Option<String>,
    /// Of `retitled` the title before; of `split-off` and `took-in` the titles of the priorities it was a part of, or
    /// that are part of it now; at most 20.
    pub from: Vec<String>,
    /// Of `merged` and `split` the titles of the priorities that it, or a part of it, is now; at most 20.
    pub into: Vec<String>,
    /// How many more than those there are.
    pub more: usize,
    /// Who holds it now, where it was handed over and the report says so.
    pub receiver: Option<String>,
    /// Of `dropped` and `away`: the words of the report that name it all the same; it says something of it then.
    pub named: Option<String>,
    /// Of `dropped`: the reason that the report gives, if it explains that.
    pub reason: Option<String>,
    /// Whether it is not sure: `retitled` may be another priority, `opened` a part of those in `from`, `dropped` a part of
    /// those in `into`.
    pub doubtful: bool,
}

/// What some reports hold together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Held {
    /// How many reports they are.
    pub reports: usize,
    /// Statements by the key of their section, in the form's order.
    #[schemars(with = "BTreeMap<String, usize>")]
    #[serde(serialize_with = "in_order")]
    pub sections: Vec<(String, usize)>,
    /// What was found in them.
    pub findings: Findings,
}

/// Findings by level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Findings {
    /// To be corrected.
    pub errors: usize,
    /// To be corrected or explained.
    pub queries: usize,
    /// Advice.
    pub notes: usize,
}

fn in_order<S: Serializer>(pairs: &[(String, usize)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(key, count)| (key, count)))
}

/// A rollup in the shape of its JSON.
#[must_use]
pub fn rollup(rollup: &Data<'_>, form: &Form, sources: &Sources) -> Rollup {
    let most = rollup.shown();
    let rows = match &rollup.rows {
        Rows::Coverage(rows) => {
            rows.iter().take(most).map(|place| Row::Place(covered::place(place, &rollup.coverage, sources))).collect()
        }
        Rows::Themes(rows) => rows.iter().take(most).map(|row| Row::Theme(found::themed(row, sources))).collect(),
        Rows::Findings(rows) | Rows::Explanations(rows) => {
            rows.iter().take(most).map(|row| Row::Found(found::found(row, sources))).collect()
        }
        Rows::Districts(rows) => rows.iter().take(most).map(|row| of_district(row, form, sources)).collect(),
        Rows::Terms(rows) => rows.iter().take(most).map(|row| of_term(row, form, sources)).collect(),
        Rows::Priorities(rows) => rows.iter().take(most).map(|row| of_priority(row, sources)).collect(),
        Rows::FollowThrough(rows) => rows.iter().take(most).map(|row| of_report(row, sources)).collect(),
        Rows::Plans(rows) => {
            rows.iter().take(most).map(|row| Row::Planned(planned::planned(row, form, sources))).collect()
        }
        Rows::Statements(rows) => rows.iter().take(most).map(|row| of_statement(row, form, sources)).collect(),
    };
    let coverage = covered::coverage(&rollup.coverage, sources);
    let (version, termwise) = (1, env!("CARGO_PKG_VERSION"));
    Rollup { version, termwise, view: rollup.view.key(), coverage, rows, left_out: rollup.left_out }
}

fn of_district(row: &rollup::districts::Row<'_>, form: &Form, sources: &Sources) -> Row {
    Row::District {
        district: row.district.map(|district| district.shown(sources)),
        latest_term: row.latest.map(|term| term.to_string()),
        priorities: row.priorities,
        missing: row.missing,
        follow_through: row.plan.as_ref().map(|plan| covered::came(plan, sources)),
        path: row.report.map(|report| sources.name(report.source).to_owned()),
        line: row.report.map(|report| sources.start(report.span).line),
        held: held(&row.count, form),
    }
}

fn of_term(row: &rollup::terms::Row<'_>, form: &Form, sources: &Sources) -> Row {
    Row::Term {
        term: row.term.map(|term| term.to_string()),
        districts: row.districts,
        priorities: row.priorities,
        paths: row.reports.iter().map(|report| sources.name(report.source).to_owned()).collect(),
        held: held(&row.count, form),
    }
}

fn held(count: &Count, form: &Form) -> Held {
    let keys = form.sections.iter().map(|section| section.key.clone());
    let Tally { errors, queries, notes } = count.findings;
    Held {
        reports: count.reports,
        sections: keys.zip(count.statements.iter().copied()).collect(),
        findings: Findings { errors, queries, notes },
    }
}

fn of_priority(row: &rollup::priorities::Row<'_>, sources: &Sources) -> Row {
    let words = |text: &Text| sources.words(text);
    Row::Priority {
        district: shown(row.district, sources),
        title: row.title.map(words),
        earlier_titles: row.earlier_titles.iter().map(|title| sources.words(title)).collect(),
        id: row.id.map(|id| shown(id, sources)),
        first_term: row.first.to_string(),
        latest_term: row.latest.to_string(),
        reports: row.reports,
        statuses: row.stands().map(of_stand).collect(),
        status: row.status.map(|status| status.key()),
        receiver: row.receiver.map(words),
        ended: row.end.map(|end| match end {
            End::Stated(status) => status.key(),
            End::Unreported => "not-in-latest-report",
        }),
        ended_into: row.into.and_then(|priority| priority.title.as_ref()).map(words),
        life: row.life.iter().map(|event| of_event(event, sources)).collect(),
        path: sources.name(row.place.source).to_owned(),
        line: sources.start(row.place).line,
    }
}

fn of_stand((term, status): (Term, Option<Status>)) -> Stated {
    Stated { term: term.to_string(), status: status.map(Status::key) }
}

fn of_event(event: &life::Event<'_>, sources: &Sources) -> Event {
    let titles = event.others.iter().filter_map(|other| other.title.as_ref());
    let titles: Vec<String> = titles.map(|text| rollup::title(text, sources)).collect();
    let (from, into) = match event.what {
        What::Opened | What::SplitOff | What::Retitled | What::TookIn => (titles, Vec::new()),
        What::Split | What::Merged | What::Dropped => (Vec::new(), titles),
        What::First | What::Resumed | What::HandedOver | What::Closed | What::Away => Default::default(),
    };
    Event {
        event: event.what.key(),
        term: event.term.to_string(),
        until: event.until.map(|until| until.to_string()),
        from,
        into,
        more: event.more,
        receiver: event.receiver.map(|receiver| rollup::title(receiver, sources)),
        named: event.named.map(|text| rollup::title(text, sources)),
        reason: event.reason.clone(),
        doubtful: event.doubtful,
    }
}

fn of_report(row: &rollup::follow_through::Row<'_>, sources: &Sources) -> Row {
    let plan = row.plan.as_ref();
    let count = |outcome| plan.map(|plan| follow_through::count(&plan.outcomes, outcome));
    let path = |report: &Report| sources.name(report.source).to_owned();
    Row::FollowThrough {
        district: shown(row.district, sources),
        term: row.term.to_string(),
        path: path(row.report),
        earlier_term: plan.map(|plan| plan.term.to_string()),
        earlier_path: plan.map(|plan| path(plan.report)),
        planned: plan.map(|plan| plan.outcomes.len()),
        reported: count(Outcome::Reported),
        possible: count(Outcome::Possible),
        carried_forward: count(Outcome::CarriedForward),
        no_match: count(Outcome::NoMatch),
        stalled: plan.map(|plan| follow_through::stalled(&plan.outcomes)),
        bounded: plan.map(|plan| plan.bounded),
        cannot_be_told: row.broken.map(path),
        line: sources.start(row.report.span).line,
        unmatched: plan.map_or_else(Vec::new, |plan| covered::unmatched(plan, sources)),
    }
}

fn of_statement(row: &rollup::statements::Row<'_>, form: &Form, sources: &Sources) -> Row {
    let words = |text: &Text| sources.words(text);
    Row::Statement {
        district: row.district.map(|district| shown(district, sources)),
        term: row.term.map(|term| term.to_string()),
        path: sources.name(row.statement.span.source).to_owned(),
        line: sources.position(row.statement.span).0.line,
        priority: row.priority.map(|text| rollup::title(text, sources)),
        section: form.section(row.section).map(|section| section.key.clone()),
        id: row.statement.id().map(words),
        text: rollup::statements::words(row.statement, sources),
    }
}

#[cfg(test)]
mod tests;
