//! What the reader makes of whole files, and of single faults.

use super::*;
use crate::form::{Label, Needed, Role};
use crate::rule::{Check, Setting, Standard};
use crate::term::Scheme;
use std::collections::BTreeSet;

/// Rules made for these tests: one with a setting of every kind.
const RULES: &[Rule] = &[
    Rule {
        name: "too-many",
        settings: &[
            Setting { name: "most", standard: Standard::Number(5), about: "How many there may be." },
            Setting { name: "words", standard: Standard::Words, about: "Words that count." },
            Setting { name: "patterns", standard: Standard::Patterns, about: "Patterns that count." },
        ],
        check: Check::Elsewhere,
        ..Rule::BASE
    },
    Rule { name: "section-order", ..Rule::BASE },
    Rule { name: "setting-unclear", ..Rule::BASE },
];

/// Every key that can be set, each with something to see it by.
const WHOLE: &str = r#"
districts:
  - Eastvale
  - name: Northmoor
    aliases: [North Moor, "Moor, North"]
    code: E07000121
    area: West
terms:
  scheme: half-terms
  expected: [Spring 1 2024/25, Autumn 2 2024/25]
  due: {Spring 1 2024/25: 2025-02-14}
path: reports/{academic_year}/{term}/{district}.md
sections:
  - intended_outcomes
  - key: impact
    heading: Where are we now
    name: Now
    labels: [Where we are]
    prefixes: [Progress made since]
    prompts: ["What has changed?"]
    role: impact
    required: never
  - heading: What we will do
    role: planned
labels:
  district: [Patch]
  impact: [So far]
names:
  term: Round
  priority: Aim
themes:
  Attendance: [absence, late]
glossary:
  EET: education, employment and training
publication: public
rules:
  too-many: {level: query, most: 3, words: [some], patterns: ['\*[a-z]+\*']}
  section-order: off
overrides:
  - paths: ['reports\2019-20\**', "*.txt", drafts]
    rules: {too-many: off, section-order: note}
limits: {file: 2 MiB, yaml: 4096, nesting: 8, excerpt: 2000, findings: "50,000"}
"#;

fn read_of(text: &str) -> Read {
    read(&Source::of(NAME, text), SourceId(0), RULES)
}

fn messages(text: &str) -> Vec<String> {
    read_of(text).faults.into_iter().map(|fault| fault.message).collect()
}

#[test]
fn everything_that_is_set_is_in_force() {
    let read = read_of(WHOLE);
    assert!(read.faults.is_empty() && read.trouble.is_none(), "{:?}", read.faults);
    let Config { form, settings } = read.config;
    let northmoor = form.districts.find("north-moor").unwrap();
    assert_eq!((northmoor.name.as_str(), northmoor.code.as_deref()), ("Northmoor", Some("E07000121")));
    assert_eq!((northmoor.area.as_deref(), form.districts.list().len()), (Some("West"), 2));
    assert_eq!(form.district("MOOR,  NORTH"), "Northmoor");
    assert_eq!(form.scheme, Scheme::HalfTerms);
    let expected: Vec<String> = form.expected.iter().map(ToString::to_string).collect();
    assert_eq!(expected, ["Autumn 2 2024/25", "Spring 1 2024/25"]);
    assert_eq!((form.due[0].term, form.due[0].date.as_str()), (form.expected[1], "2025-02-14"));
    assert_eq!(form.filed("reports/2024-25/spring-1/eastvale.md").unwrap().district.as_deref(), Some("Eastvale"));
    let keys: Vec<&str> = form.sections.iter().map(|section| section.key.as_str()).collect();
    assert_eq!(keys, ["intended_outcomes", "impact", "what_we_will_do"]);
    let now = &form.sections[1];
    assert_eq!((now.heading.as_str(), now.name.as_str()), ("Where are we now", "Now"));
    assert_eq!((now.needed, now.role), (Needed::Never, Role::Impact));
    assert_eq!((form.sections[2].role, form.sections[2].needed), (Role::Planned, Needed::WhileOpen));
    for label in ["where we are", "So far", "Progress made since 12 March 2025", "Where are we now"] {
        assert_eq!(form.label(label), Some(Label::Section(crate::form::SectionId(1))), "{label}");
    }
    let sentence = "Progress made since the autumn is good, and all schools have told us that they are pleased";
    assert_eq!((form.label(sentence), form.label("Impact so far")), (None, None));
    assert!(form.is_prompt("What has changed"));
    assert!(matches!(form.label("Patch"), Some(Label::Field(crate::form::Field::District))));
    assert_eq!(form.field(crate::form::Field::Term).unwrap().name, "Round");
    assert_eq!((form.priority[0].as_str(), form.label("Aim 2")), ("Aim", Some(Label::Priority)));
    assert_eq!(
        (form.themes[0].name.as_str(), form.themes[0].keywords.join(" ").as_str()),
        ("Attendance", "absence late")
    );
    assert_eq!(form.glossary[0], ("EET".to_owned(), "education, employment and training".to_owned()));
    assert_eq!(form.publication, Publication::Public);
    let limits = Limit::ALL.map(|limit| form.limits.of(limit));
    assert_eq!(limits, [2 * 1024 * 1024, 4096, 8, 2000, 50_000]);
    let rows = settings.everywhere();
    assert_eq!(rows.level(&RULES[0]), Some(crate::diagnostic::Level::Query));
    assert_eq!((rows.number(&RULES[0], "most"), rows.words(&RULES[0], "words")), (3, &["some".to_owned()][..]));
    assert!(rows.patterns(&RULES[0], "patterns").unwrap().find("a *word*") == Some(2..8));
    assert_eq!(rows.level(&RULES[1]), None);
    for path in ["reports/2019-20/autumn/x.md", "reports/x.txt", "old/drafts/x.md"] {
        assert_eq!(settings.at(path).level(&RULES[0]), None, "{path}");
    }
    assert_eq!(settings.at("reports/2023-24/x.md").level(&RULES[0]), Some(crate::diagnostic::Level::Query));
}

#[test]
fn a_section_changes_only_what_is_given() {
    let form = read_of("sections: [{key: impact, heading: Difference}, {key: activity, labels: []}]").config.form;
    let (impact, activity) = (&form.sections[0], &form.sections[1]);
    assert_eq!((impact.role, impact.needed, impact.name.as_str()), (Role::Impact, Needed::Always, "Difference"));
    // Reports in the old wording are understood; where labels are given, those are all.
    assert!(form.label("Impact so far").is_some() && form.label("Last period").is_none());
    assert_eq!((activity.heading.as_str(), activity.name.as_str()), ("Activity last period", "Activity"));
}

#[test]
fn nothing_and_comments_set_nothing() {
    for text in ["", "# nothing yet\n", "rules:\n  # section-order: off\n", "districts:\n", "---\n"] {
        let read = read_of(text);
        assert!(read.faults.is_empty() && read.config.form.sections.len() == 5, "{text:?}: {:?}", read.faults);
    }
}

#[test]
fn the_schema_and_the_reader_know_the_same_keys() {
    let schema = schema(RULES);
    let mut named = BTreeSet::new();
    collect(&schema, &mut named);
    let mut known: BTreeSet<String> =
        ["level", "most", "words", "patterns", "too-many", "section-order"].map(str::to_owned).into();
    walk(&shape::Shape::Map(shape::TOP), &mut known);
    assert_eq!(named, known);
    // The reader takes every one of them where the schema has it, and none elsewhere.
    let mut unused = known.clone();
    let document = read_document(WHOLE);
    used(&document, &mut unused);
    assert!(unused.is_empty(), "the whole example does not show {unused:?}");
    for key in ["districts", "name", "scheme", "heading", "level", "paths"] {
        let misspelt = WHOLE.replacen(&format!("{key}:"), &format!("{key}x:"), 1);
        let found = read_of(&misspelt).faults;
        assert!(found.iter().any(|fault| fault.rule == "unknown-setting"), "{key}: {found:?}");
    }
}

fn read_document(text: &str) -> crate::outline::Entry {
    yaml::plainly(&Source::of(NAME, text), SourceId(0)).reports.remove(0)
}

fn used(entry: &crate::outline::Entry, unused: &mut BTreeSet<String>) {
    for child in &entry.entries {
        if let Some(label) = &child.label {
            unused.remove(label.words());
        }
        used(child, unused);
    }
}

fn walk(shape: &shape::Shape, known: &mut BTreeSet<String>) {
    use shape::Shape::{Choice, Date, Limit, List, Map, Named, Rules, Words, WordsOr};
    match shape {
        Map(keys) | WordsOr(_, keys) => {
            for key in *keys {
                known.insert(key.name.to_owned());
                walk(&key.shape, known);
            }
        }
        List(shape) | Named(_, shape) => walk(shape, known),
        Words(_) | Choice(_) | Date | Rules | Limit(_) => {}
    }
}

fn collect(schema: &serde_json::Value, named: &mut BTreeSet<String>) {
    if let Some(object) = schema.as_object() {
        for (key, value) in object {
            if key == "properties" {
                named.extend(value.as_object().unwrap().keys().cloned());
            }
            collect(value, named);
        }
    }
    schema.as_array().into_iter().flatten().for_each(|part| collect(part, named));
}

#[test]
fn patterns_are_bounded() {
    let many = |count: usize| {
        let patterns: String = (0..count).map(|n| format!("      - a{n}\n")).collect();
        messages(&format!("rules:\n  too-many:\n    patterns:\n{patterns}"))
    };
    assert!(many(100).is_empty());
    assert_eq!(many(150), ["this is the 101st pattern; termwise takes at most 100"]);
    for (pattern, says) in [
        ("(", "this pattern cannot be understood: unclosed group"),
        ("\\w{1000}", "this pattern is too large to be worked with"),
        ("(?:x{1000}){1000}", "this pattern is too large to be worked with"),
    ] {
        assert_eq!(messages(&format!("rules: {{too-many: {{patterns: ['{pattern}']}}}}")), [says]);
    }
    let long = messages(&format!("rules: {{too-many: {{patterns: ['{}']}}}}", "x".repeat(1001)));
    assert_eq!(long, ["this pattern is 1001 characters long; termwise takes at most 1000"]);
}

#[test]
fn what_cannot_be_read_is_told_first_and_alone() {
    let found = read_of("distrcts: [\nx: *y\n").faults;
    assert!(!found.is_empty() && found.iter().all(|fault| fault.rule == "unreadable"), "{found:?}");
    assert_eq!(messages("publication: public\n---\npublication: internal\n").len(), 1);
}
