//! A planned statement and what came of it as JSON.

use crate::form::Form;
use crate::rollup::follow_through::Told;
use crate::rollup::plans::Row;
use crate::rollup::{self, shown, title};
use crate::source::Sources;
use schemars::JsonSchema;
use serde::Serialize;

/// A planned statement of a report that has a later one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Planned {
    /// The district.
    district: String,
    /// The term of the report that planned it.
    planned_in: String,
    /// The term of the next report of the district, in which it was looked for.
    looked_for_in: String,
    /// The title of the priority that planned it.
    priority: Option<String>,
    /// The id of that priority.
    priority_id: Option<String>,
    /// The id of the statement.
    id: Option<String>,
    /// Its words, those of nested items included.
    planned: String,
    /// What came of it. `no-match` is not to say that nothing was done.
    #[schemars(extend("enum" = ["reported", "possible", "carried-forward", "no-match"]))]
    outcome: &'static str,
    /// Whether what tells of it says that it was not done or put off.
    stalled: bool,
    /// What tells of it, or plans it again; null where nothing does.
    told_by: Option<ToldBy>,
    /// Where nothing does: the reason that the later report gives, if it explains that.
    reason: Option<String>,
    /// The file of the planned statement.
    path: String,
    /// Its line there, from 1.
    line: u32,
}

/// A statement that tells of a planned one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ToldBy {
    /// The title of its priority.
    priority: Option<String>,
    /// The key of its section.
    section: Option<String>,
    /// Its words, those of nested items included.
    text: String,
    /// Its file.
    path: String,
    /// Its line there, from 1.
    line: u32,
}

pub(super) fn planned(row: &Row<'_>, form: &Form, sources: &Sources) -> Planned {
    let came = &row.came;
    Planned {
        district: shown(row.district, sources),
        planned_in: row.term.to_string(),
        looked_for_in: row.later.to_string(),
        priority: came.priority.title.as_ref().map(|words| title(words, sources)),
        priority_id: came.priority.id().map(|id| shown(id, sources)),
        id: came.statement.id().map(|id| sources.words(id)),
        planned: rollup::statements::words(came.statement, sources),
        outcome: came.outcome.key(),
        stalled: came.stalled,
        told_by: came.told.map(|told| told_by(&told, form, sources)),
        reason: came.reason.clone(),
        path: sources.name(came.statement.span.source).to_owned(),
        line: sources.start(came.statement.span).line,
    }
}

fn told_by(told: &Told<'_>, form: &Form, sources: &Sources) -> ToldBy {
    ToldBy {
        priority: told.priority.title.as_ref().map(|words| title(words, sources)),
        section: form.section(told.section).map(|section| section.key.clone()),
        text: rollup::statements::words(told.statement, sources),
        path: sources.name(told.statement.span.source).to_owned(),
        line: sources.start(told.statement.span).line,
    }
}
