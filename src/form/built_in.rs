//! The built-in form: priority, intended outcomes, activity, planned, impact, exit strategy.
//! Labels are those seen in published reports of one county and its neighbours' close variants.

use super::{Field, FieldLabels, Form, Needed, Role, Section};

impl Form {
    /// The form that is in force where an authority states none of its own.
    #[must_use]
    pub fn built_in() -> Form {
        let sections = SECTIONS.iter().map(|row| Section {
            key: row.key.into(),
            heading: row.heading.into(),
            name: row.name.into(),
            labels: owned(row.labels),
            prefixes: Vec::new(),
            prompts: owned(row.prompts),
            role: row.role,
            needed: row.needed,
        });
        let fields = FIELDS.iter().map(|(field, key, name, labels, of_priority)| FieldLabels {
            field: *field,
            key: (*key).into(),
            name: (*name).into(),
            labels: owned(labels),
            of_priority: *of_priority,
        });
        Form::new(sections.collect(), fields.collect(), owned(&["Priority", "Recommendation", "Strand"]))
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

struct Row {
    key: &'static str,
    heading: &'static str,
    name: &'static str,
    labels: &'static [&'static str],
    prompts: &'static [&'static str],
    role: Role,
    needed: Needed,
}

const SECTIONS: &[Row] = &[
    Row {
        key: "intended_outcomes",
        heading: "Intended outcomes",
        name: "Intended outcomes",
        labels: &["Intended outcome", "Outcomes"],
        prompts: &[],
        role: Role::Outcomes,
        needed: Needed::Always,
    },
    Row {
        key: "activity",
        heading: "Activity last period",
        name: "Activity",
        labels: &["Activity last term", "Activities last period", "Activities", "Last period"],
        prompts: &[],
        role: Role::Activity,
        needed: Needed::Always,
    },
    Row {
        key: "planned",
        heading: "Planned activity next period",
        name: "Planned",
        labels: &["Planned activity", "Planned activity next term", "Planned activities next period", "Next period"],
        prompts: &[],
        role: Role::Planned,
        needed: Needed::WhileOpen,
    },
    Row {
        key: "impact",
        heading: "Impact so far",
        name: "Impact",
        labels: &["Impact to date"],
        prompts: &[],
        role: Role::Impact,
        needed: Needed::Always,
    },
    Row {
        key: "exit_strategy",
        heading: "Exit strategy",
        name: "Exit strategy",
        labels: &["Exit", "Exit plan"],
        prompts: &["Where this priority will no longer be a locality group focus, how will this work be sustained?"],
        role: Role::Exit,
        needed: Needed::Always,
    },
];

type FieldRow = (Field, &'static str, &'static str, &'static [&'static str], bool);

const FIELDS: &[FieldRow] = &[
    (Field::District, "district", "District", &["Locality", "Area", "Partnership", "Place"], false),
    (
        Field::Officers,
        "officers",
        "Officers",
        &[
            "Officer",
            "Education Partnership Officer",
            "Education Partnership Officers",
            "Education Partnership Officer (EPO)",
            "Lead officer",
            "Lead officers",
        ],
        false,
    ),
    (Field::Term, "term", "Term", &["Period", "Reporting period"], false),
    (Field::Submitted, "submitted", "Submitted", &["Date submitted"], false),
    (Field::Title, "title", "Title", &[], true),
    (Field::Scope, "scope", "Scope", &[], true),
    (Field::Id, "id", "Id", &[], true),
    (Field::Continues, "continues", "Continues", &[], true),
    (Field::Status, "status", "Status", &[], true),
    (Field::Receiver, "receiver", "Receiver", &["Handed over to"], true),
    (Field::Theme, "theme", "Theme", &["Themes"], true),
];
