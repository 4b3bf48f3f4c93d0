//! The labelled lines, each put into a report.

use serde_json::Value;
use std::ops::Range;
use std::path::Path;

/// The sets that may be read and learned from, by their folders: all but the one that is only measured.
#[allow(dead_code, reason = "each of its two users needs a part")]
pub fn sets(folder: &Path) -> Vec<String> {
    let named = |folder: &Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
        let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
        let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let sets = named(folder).into_iter().filter(|set| set != "evaluation" && set != "hands");
    sets.chain(named(&folder.join("hands")).into_iter().map(|hand| format!("hands/{hand}"))).collect()
}

/// The spans of a line.
pub fn spans(line: &Value) -> Vec<String> {
    line["spans"].as_array().unwrap().iter().map(|span| span.as_str().unwrap().to_owned()).collect()
}

/// A report that holds a labelled line where it says, and where the line begins.
pub fn report(text: &str, section: &str) -> (String, usize) {
    let mut report =
        "---\ndistrict: Northmoor\nofficers: [Asha Rowe, Tom Pell]\nterm: Spring 2 2025/26\n---\n\n".to_owned();
    let mut at = 0;
    if section == "header" {
        at = report.len();
        report += &format!("{text}\n\n");
    }
    report += "## Priority: Increasing attendance\n\n";
    let sections = [
        ("Intended outcomes", "Outcomes"),
        ("Activity last period", "Activity"),
        ("Planned activity next period", "Planned"),
        ("Impact so far", "Impact"),
        ("Exit strategy", "Exit"),
    ];
    for (heading, name) in sections {
        report += &format!("### {heading}\n");
        let is_here =
            section == name || section.len() > 3 && heading.to_lowercase().starts_with(&section.to_lowercase());
        if at == 0 && is_here {
            at = report.len();
            report += &format!("{text}\n\n");
        } else {
            report += "- Schools keep to the shared plan\n\n";
        }
    }
    assert!(at > 0, "{section} has no place in a report");
    (report, at)
}

/// Where a span stands by itself: "c" as a figure, not as a letter of a word.
fn place(report: &str, from: usize, span: &str) -> Option<usize> {
    let joins = |c: Option<char>, own: Option<char>| {
        c.is_some_and(char::is_alphanumeric) && own.is_some_and(char::is_alphanumeric)
    };
    let by_itself = |at: &usize| {
        let (before, after) = (report[..*at].chars().next_back(), report[*at + span.len()..].chars().next());
        !joins(before, span.chars().next()) && !joins(after, span.chars().next_back())
    };
    let places = || report[from..].match_indices(span).map(|(at, _)| from + at);
    places().find(by_itself).or_else(|| places().next())
}

/// Where the spans of a line stand in the report that holds it from `from` on.
pub fn places(report: &str, mut from: usize, spans: &[String]) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for span in spans {
        let start = place(report, from, span).unwrap_or_else(|| panic!("{span} is not in its line"));
        from = start + span.len();
        places.push(start..from);
    }
    places
}
