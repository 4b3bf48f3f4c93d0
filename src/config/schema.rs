//! The JSON Schema of termwise.yaml, from the same table of keys that the reader checks by.

use super::shape::{Key, LEVELS, Shape, TOP};
use crate::form::Limit;
use crate::rule::{Rule, Standard};
use serde_json::{Map, Value, json};

/// The schema of a termwise.yaml that may set these rules.
#[must_use]
pub fn schema(rules: &[Rule]) -> Value {
    let mut schema = of(&Shape::Map(TOP), rules);
    if let Some(object) = schema.as_object_mut() {
        object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        object.insert("title".into(), super::NAME.into());
        object.insert("description".into(), "An authority's own form, districts, terms and rules.".into());
        object.insert(
            "$defs".into(),
            json!({
                "rules": of_rules(rules),
                "rule": either(Map::new()),
                "level": choice_of(LEVELS),
            }),
        );
    }
    schema
}

fn of(shape: &Shape, rules: &[Rule]) -> Value {
    match shape {
        Shape::Words(example) => json!({"type": "string", "minLength": 1, "examples": [example]}),
        Shape::Choice(choice) => choice_of(choice),
        Shape::Date => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
        Shape::List(shape) => json!({"type": "array", "items": of(shape, rules)}),
        Shape::Map(keys) => map(keys, rules),
        Shape::Named(_, shape) => json!({"type": "object", "additionalProperties": of(shape, rules)}),
        Shape::WordsOr(example, keys) => json!({"anyOf": [of(&Shape::Words(example), rules), map(keys, rules)]}),
        Shape::Rules => json!({"$ref": "#/$defs/rules"}),
        Shape::Limit(limit) => of_limit(*limit),
    }
}

/// A number between bounds; a size may have its unit too.
fn of_limit(limit: Limit) -> Value {
    let number = json!({"type": "integer", "minimum": limit.least(), "maximum": limit.most()});
    let words = json!({"type": "string", "pattern": "^[0-9,]+ ?([KkMm][Ii]?[Bb]|[Bb]|[Bb]ytes)?$"});
    let usual = limit.words(limit.usual());
    match limit.is_size() {
        true => json!({"anyOf": [number, words], "default": usual}),
        false => {
            json!({"type": "integer", "minimum": limit.least(), "maximum": limit.most(), "default": limit.usual()})
        }
    }
}

fn choice_of(choice: &[(&str, &str)]) -> Value {
    let words = choice.iter().map(|(word, means)| json!({"const": word, "description": means}));
    json!({"anyOf": words.collect::<Vec<_>>()})
}

fn map(keys: &[Key], rules: &[Rule]) -> Value {
    let property = |key: &Key| (key.name.to_owned(), described(of(&key.shape, rules), key.about));
    closed(keys.iter().map(property).collect())
}

fn closed(properties: Map<String, Value>) -> Value {
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

fn described(mut schema: Value, about: &str) -> Value {
    if let Some(object) = schema.as_object_mut() {
        object.insert("description".into(), about.into());
    }
    schema
}

fn of_rules(rules: &[Rule]) -> Value {
    let can_be_set = rules.iter().filter(|rule| !matches!(rule.name, "unknown-setting" | "setting-unclear"));
    closed(can_be_set.map(|rule| (rule.name.to_owned(), described(of_rule(rule), &rule.summary()))).collect())
}

fn of_rule(rule: &Rule) -> Value {
    if rule.settings.is_empty() {
        return json!({"$ref": "#/$defs/rule"});
    }
    let mut properties = Map::new();
    for setting in rule.settings {
        let shape = match setting.standard {
            Standard::Number(usual) => json!({"type": "integer", "minimum": 1, "default": usual}),
            Standard::Words | Standard::Patterns => {
                json!({"type": "array", "items": {"type": "string", "minLength": 1}})
            }
        };
        properties.insert(setting.name.into(), described(shape, setting.about));
    }
    either(properties)
}

/// A level, or a level with these settings.
fn either(settings: Map<String, Value>) -> Value {
    let level = json!({"$ref": "#/$defs/level"});
    let mut properties = Map::new();
    properties.insert("level".into(), level.clone());
    properties.extend(settings);
    json!({"anyOf": [level, closed(properties)]})
}
