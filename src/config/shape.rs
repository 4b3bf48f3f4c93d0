//! What may stand in termwise.yaml: one table of keys, what is wanted under each, and what it is for.

use crate::form::Limit;

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What is wanted under it.
    pub shape: Shape,
    /// What it is for, in one sentence.
    pub about: &'static str,
}

/// What is wanted under a key or in a list.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Words, such as these.
    Words(&'static str),
    /// One of these words; what each means.
    Choice(&'static [(&'static str, &'static str)]),
    /// A day, as `YYYY-MM-DD`.
    Date,
    /// A list.
    List(&'static Shape),
    /// These keys.
    Map(&'static [Key]),
    /// Keys that the authority names itself, such as this one.
    Named(&'static str, &'static Shape),
    /// Words such as these, or these keys.
    WordsOr(&'static str, &'static [Key]),
    /// Names of rules.
    Rules,
    /// A number or a size, between the bounds of a limit.
    Limit(Limit),
}

use Shape::{Choice, Date, List, Map, Named, Rules, Words, WordsOr};

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, about }
}

/// The keys of the file.
pub const TOP: &[Key] = &[
    key(
        "districts",
        List(&WordsOr("Northmoor", DISTRICT)),
        "The districts that report, by name, in the order of your documents.",
    ),
    key("terms", Map(TERMS), "How terms are counted, and which reports are expected."),
    key(
        "path",
        Words("reports/{academic_year}/{term}/{district}.md"),
        "Where reports are kept, from the root of the reports on, which is the nearest folder above them with a termwise.yaml or, where there is none, of their repository; it gives a report its district where it states none.",
    ),
    key(
        "sections",
        List(&WordsOr("impact", SECTION)),
        "The sections of a priority, in order; those that are not listed are not part of your form.",
    ),
    key(
        "labels",
        Named("district", &List(&Words("Locality"))),
        "More labels for fields, sections and the priority itself, by their keys.",
    ),
    key(
        "names",
        Named("district", &Words("Locality")),
        "What fields and the priority are called in your form, by their keys.",
    ),
    key(
        "themes",
        Named("Attendance", &List(&Words("persistent absence"))),
        "The themes of your strategy, each with words that tell of it.",
    ),
    key(
        "glossary",
        Named("EET", &Words("education, employment and training")),
        "Abbreviations, and what they stand for.",
    ),
    key("publication", Choice(PUBLICATION), "Who gets to see the reports."),
    key("rules", Rules, "The level of a rule, or its level and settings, by its name."),
    key(
        "overrides",
        List(&Map(OVERRIDE)),
        "Levels and settings of rules for some files only; the last that fits a file wins.",
    ),
    key("limits", Map(LIMITS), "How much is read of a report, and how much is shown of it."),
];

/// The keys under `limits`.
const LIMITS: &[Key] = &[
    key("file", Shape::Limit(Limit::File), "The largest file that is read."),
    key(
        "yaml",
        Shape::Limit(Limit::Yaml),
        "The largest YAML that is read: a file of it, or the block at the top of a Markdown file.",
    ),
    key(
        "nesting",
        Shape::Limit(Limit::Nesting),
        "How deep bullets may stand in bullets; lists and keys of YAML may twice as deep, and eight more.",
    ),
    key(
        "excerpt",
        Shape::Limit(Limit::Excerpt),
        "The most characters of a line that are shown around a finding, where the window is so wide.",
    ),
    key("findings", Shape::Limit(Limit::Findings), "The most findings that are shown as text; the others are counted."),
];

/// The keys of a district.
const DISTRICT: &[Key] = &[
    key("name", Words("Northmoor"), "Its name."),
    key("aliases", List(&Words("North Moor")), "Other names and spellings of it."),
    key(
        "code",
        Words("E07000121"),
        "Its code, of nine characters as in national statistics, or of three digits as the Department for Education's.",
    ),
    key("area", Words("West"), "The part of the county that it lies in."),
];

/// The keys under `terms`.
const TERMS: &[Key] = &[
    key("scheme", Choice(SCHEME), "How terms are counted; three terms if not given."),
    key("expected", List(&Words("Autumn 2024/25")), "The terms that every district reports for."),
    key("due", Named("Autumn 2024/25", &Date), "The last day for the reports of a term."),
];

/// How terms are counted.
pub const SCHEME: &[(&str, &str)] = &[
    ("three-terms", "one report in autumn, spring and summer"),
    ("half-terms", "one report in every half: Spring 1, Spring 2"),
    ("six-terms", "one report in every term, Term 1 to Term 6"),
];

/// The keys of a section.
const SECTION: &[Key] = &[
    key(
        "key",
        Words("impact"),
        "Its key in YAML and JSON; one of the built-in form makes this section that one, but for what you change.",
    ),
    key("heading", Words("Where are we now"), "Its heading."),
    key("name", Words("Now"), "Its short name in messages and tables; the heading if not given."),
    key("labels", List(&Words("Where we are now")), "Other labels that it is known by."),
    key("prefixes", List(&Words("Progress made since")), "Beginnings of labels that go on with a date or a term."),
    key(
        "prompts",
        List(&Words("What has changed, and how do you know?")),
        "Questions of your template, which are no answers.",
    ),
    key("role", Choice(ROLE), "What it is for; rules ask for roles. Other if not given."),
    key(
        "required",
        Choice(REQUIRED),
        "When a priority must have it; always if not given, and while open for what is planned.",
    ),
];

/// What a section is for.
pub const ROLE: &[(&str, &str)] = &[
    ("outcomes", "what is to change"),
    ("activity", "what was done"),
    ("planned", "what will be done next"),
    ("impact", "what came of it so far"),
    ("exit", "how the work is kept up when the priority ends"),
    ("other", "anything else"),
];

/// When a priority must have a section.
pub const REQUIRED: &[(&str, &str)] = &[
    ("always", "in every priority"),
    ("while-open", "until the priority is handed over, merged, split or closed"),
    ("never", "it may be left out"),
];

const PUBLICATION: &[(&str, &str)] =
    &[("internal", "they stay within the authority and its partners"), ("public", "they are published")];

/// The keys of an override.
const OVERRIDE: &[Key] = &[
    key(
        "paths",
        List(&Words("reports/2019-20/**")),
        "The files that it is for, from the root of the reports on, as for `path`; `*` stands for any part of a name.",
    ),
    key("rules", Rules, "The levels and settings of rules for these files."),
];

/// The levels of a rule.
pub const LEVELS: &[(&str, &str)] = &[
    ("off", "it says nothing"),
    ("note", "advice"),
    ("query", "to be corrected or explained"),
    ("error", "to be corrected"),
];
