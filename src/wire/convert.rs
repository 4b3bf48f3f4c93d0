//! `convert --to json`: reports as data. The officer's own words, nothing masked.

use crate::form::Form;
use crate::report::{Passage, Priority, Report, Statement};
use crate::source::{Sources, Text};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The reports of one file.
#[derive(Serialize, JsonSchema)]
pub struct Convert {
    /// The version of this shape.
    version: u32,
    /// The version of termwise.
    termwise: &'static str,
    /// The reports, in the order of the file.
    reports: Vec<Reported>,
}

#[derive(Serialize, JsonSchema)]
struct Reported {
    /// The file.
    path: String,
    /// The district, or null.
    district: Option<String>,
    /// The officers.
    officers: Vec<String>,
    /// The term, or null if none is stated clearly.
    term: Option<TermShape>,
    /// When it was sent, or null.
    submitted: Option<String>,
    /// The priorities.
    priorities: Vec<PriorityShape>,
    /// Text that no section took.
    unplaced: Vec<StatementShape>,
}

#[derive(Serialize, JsonSchema)]
struct TermShape {
    /// `2023/24`.
    academic_year: String,
    /// `autumn`, `spring` or `summer`.
    season: &'static str,
    /// 1 or 2, or null.
    half: Option<u8>,
    /// 1 to 12, or null.
    month: Option<u8>,
    /// As people read it: `Spring 2 2023/24`.
    label: String,
}

#[derive(Serialize, JsonSchema)]
struct PriorityShape {
    /// The title, or null.
    title: Option<String>,
    /// What it covers, or null.
    scope: Option<String>,
    /// Its id, or null.
    id: Option<String>,
    /// Its status as stated, or null.
    status: Option<String>,
    /// Ids of last term's priorities that it carries on.
    continues: Vec<String>,
    /// Who takes it over, or null.
    receiver: Option<String>,
    /// Its themes.
    themes: Vec<String>,
    /// Statements by the form's section keys; a section that is not there has no key.
    sections: Sections,
}

/// Sections by key, in the order of the form.
struct Sections(Vec<(String, Vec<StatementShape>)>);

impl Serialize for Sections {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, statements)| (key, statements)))
    }
}

impl JsonSchema for Sections {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Sections".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        BTreeMap::<String, Vec<StatementShape>>::json_schema(generator)
    }
}

#[derive(Serialize, JsonSchema)]
struct StatementShape {
    /// Its words.
    text: String,
    /// Its words with their Markdown, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
    /// Its id, or null.
    id: Option<String>,
    /// What opens the list that it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    lead_in: Option<String>,
    /// The sub-heading that it is the first under.
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<String>,
    /// Statements nested in it.
    children: Vec<StatementShape>,
    /// Line of its first word, from 1.
    line: u32,
    /// Column of its first word, from 1, in characters.
    column: u32,
}

/// The reports in the shape of version 1.
#[must_use]
pub fn convert(reports: &[Report], form: &Form, sources: &Sources) -> Convert {
    let reports = reports.iter().map(|r| reported(r, form, sources)).collect();
    Convert { version: super::VERSION, termwise: env!("CARGO_PKG_VERSION"), reports }
}

fn reported(report: &Report, form: &Form, sources: &Sources) -> Reported {
    let term = report.term().map(|term| TermShape {
        academic_year: term.year.to_string(),
        season: term.season.key(),
        half: term.half,
        month: term.month,
        label: term.to_string(),
    });
    Reported {
        path: sources.name(report.source).to_owned(),
        district: report.district().map(str::to_owned),
        officers: report.officers.iter().map(|o| o.value.clone()).collect(),
        term,
        submitted: report.submitted.as_ref().map(|s| s.value.clone()),
        priorities: report.priorities.iter().map(|p| priority(p, form, sources)).collect(),
        unplaced: statements(&report.unplaced, sources),
    }
}

fn priority(priority: &Priority, form: &Form, sources: &Sources) -> PriorityShape {
    let scope: Vec<&str> = priority.scope().iter().map(Text::words).collect();
    let of_section = |(at, section): (usize, &crate::form::Section)| {
        let passages: Vec<&Passage> = priority.passages_of(crate::form::SectionId(at)).collect();
        let all = passages.iter().flat_map(|p| statements(&p.statements, sources)).collect();
        (!passages.is_empty()).then(|| (section.key.clone(), all))
    };
    PriorityShape {
        title: priority.title.as_ref().map(|t| t.words().to_owned()),
        scope: (!scope.is_empty()).then(|| scope.join("\n\n")),
        id: priority.id().map(|id| id.value.clone()),
        status: priority.status().map(|s| s.value.map_or(s.text.words(), |status| status.key()).to_owned()),
        continues: priority.continues().iter().map(|c| c.value.clone()).collect(),
        receiver: priority.receiver().map(|r| r.words().to_owned()),
        themes: priority.themes().iter().map(|t| t.value.clone()).collect(),
        sections: Sections(form.sections.iter().enumerate().filter_map(of_section).collect()),
    }
}

fn statements(list: &[Statement], sources: &Sources) -> Vec<StatementShape> {
    let shape = |statement: &Statement| {
        let (start, _) = sources.position(statement.text.span());
        let words = |text: &Text| text.words().to_owned();
        StatementShape {
            text: words(&statement.text),
            markdown: statement.text.is_marked().then(|| statement.text.markup().to_owned()),
            id: statement.id().map(words),
            lead_in: statement.lead_in().map(words),
            heading: statement.heading().map(words),
            children: statements(statement.children(), sources),
            line: start.line,
            column: start.column,
        }
    };
    list.iter().map(shape).collect()
}
