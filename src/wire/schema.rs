//! `schema --of report`: JSON Schema of the YAML form, from the form in force, for editors that check
//! and complete YAML while it is typed.

use crate::form::{Field, Form, Needed, Status};
use serde_json::{Map, Value, json};

/// The schema of a report in YAML under this form. It describes the canonical keys; `lint` knows more
/// spellings and says more about what is wrong.
#[must_use]
pub fn report(form: &Form) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for row in form.fields.iter().filter(|row| !row.of_priority) {
        properties.insert(row.key.clone(), field(row.field));
        if row.field != Field::Submitted {
            required.push(row.key.clone());
        }
    }
    properties.insert("priorities".into(), json!({"type": "array", "minItems": 1, "items": priority(form)}));
    properties
        .insert("unplaced".into(), json!({"$ref": "#/$defs/statements", "description": "Text that no section took."}));
    required.push("priorities".into());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Termly progress report",
        "description": "One district, one term.",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "$defs": definitions(),
    })
}

fn priority(form: &Form) -> Value {
    let mut properties = Map::new();
    for row in form.fields.iter().filter(|row| row.of_priority) {
        properties.insert(row.key.clone(), field(row.field));
    }
    let mut required = vec!["title".to_owned()];
    for section in &form.sections {
        properties.insert(
            section.key.clone(),
            json!({"$ref": "#/$defs/statements", "description": format!("The section \u{201c}{}\u{201d}.", section.heading)}),
        );
        if section.needed == Needed::Always {
            required.push(section.key.clone());
        }
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn field(field: Field) -> Value {
    let words = || json!({"type": "string", "minLength": 1});
    let several = || json!({"anyOf": [words(), {"type": "array", "items": words()}]});
    let (mut shape, description) = match field {
        Field::District => (words(), "The district."),
        Field::Officers => (several(), "The officers' names."),
        Field::Term => (json!({"$ref": "#/$defs/term"}), "The term the report is about."),
        Field::Submitted => (words(), "When the report was sent, as YYYY-MM-DD."),
        Field::Title => (words(), "The priority's title."),
        Field::Scope => (words(), "What the priority covers."),
        Field::Id => (words(), "A short name that stays the same when the title changes."),
        Field::Continues => (several(), "Ids of last term's priorities that this one carries on."),
        Field::Status => (json!({"enum": Status::ALL.map(Status::key)}), "Where the priority stands."),
        Field::Receiver => (words(), "Who takes the priority over."),
        Field::Theme => (several(), "The strategy's themes that the priority belongs to."),
    };
    if let Some(object) = shape.as_object_mut() {
        object.insert("description".into(), description.into());
    }
    shape
}

fn definitions() -> Value {
    json!({
        "statements": {"anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"$ref": "#/$defs/statement"}}
        ]},
        "statement": {"anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "object", "properties": {
                "text": {"type": "string", "minLength": 1},
                "id": {"type": "string", "minLength": 1, "description": "A name by which the next report can refer to this statement."},
                "lead_in": {"type": "string", "description": "What opens the list that this statement begins."},
                "heading": {"type": "string", "description": "The sub-heading that this statement is the first under."},
                "children": {"$ref": "#/$defs/statements"}
            }, "required": ["text"], "additionalProperties": false}
        ]},
        "term": {"anyOf": [
            {"type": "string", "minLength": 1, "examples": ["Spring 2 2023/24", "Autumn 2024/25"]},
            {"type": "object", "properties": {
                "academic_year": {"type": "string", "pattern": "^[0-9]{4}/[0-9]{2}$"},
                "season": {"enum": ["autumn", "spring", "summer"]},
                "half": {"enum": [1, 2]},
                "month": {"type": "integer", "minimum": 1, "maximum": 12}
            }, "required": ["academic_year", "season"], "additionalProperties": false}
        ]}
    })
}
