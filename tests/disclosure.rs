//! How much of what is private the disclosure check finds, and how much of what it finds is private: precision and
//! recall a kind, with their 95 % intervals, on every labelled set there is. A set is a folder of `tests/disclosure`.
//!
//! A line counts as found where something of its kind overlaps a span that it labels; anything of its kind in a line
//! that is labelled as good is a false alarm.

#![expect(clippy::print_stdout, reason = "the tables are what this test is for")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use termwise::form::Form;
use termwise::load::{Input, Loaded, load};
use termwise::source::{Kind, SourceId};

/// What the development set must not fall under: kind, precision, recall, in hundredths.
const FLOORS: &[(&str, u32, u32)] = &[
    ("upn", 98, 98),
    ("upn-temporary", 98, 98),
    ("uln", 98, 98),
    ("nhs-number", 98, 98),
    ("ni-number", 98, 98),
    ("date-of-birth", 97, 97),
    ("telephone", 97, 97),
    ("e-mail", 98, 98),
    ("postcode", 97, 97),
    ("initials", 95, 95),
    ("name", 95, 95),
    ("small-count", 95, 95),
    ("recoverable-total", 95, 93),
];

#[derive(Default)]
struct Counts {
    found: u32,
    missed: u32,
    false_alarms: u32,
}

#[test]
fn every_labelled_set_is_measured() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disclosure");
    let mut sets: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    sets.retain(|path| path.is_dir());
    sets.sort();
    assert!(!sets.is_empty());
    let mut low = Vec::new();
    for set in sets {
        let name = set.file_name().unwrap().to_string_lossy().into_owned();
        println!("\n{name}\n{:18} {:>9} {:>13}   {:>9} {:>13}", "kind", "precision", "95 %", "recall", "95 %");
        for (kind, of_kind) in Kind::ALL {
            let counts = measure(&set.join(format!("{of_kind}.jsonl")), *kind);
            let alarms = counts.found + counts.false_alarms;
            let positives = counts.found + counts.missed;
            println!("{of_kind:18} {}   {}", share(counts.found, alarms), share(counts.found, positives));
            if let Some(floor) = FLOORS.iter().find(|floor| floor.0 == *of_kind).filter(|_| name == "development") {
                let (precision, recall) = (counts.found * 100 / alarms.max(1), counts.found * 100 / positives.max(1));
                if precision < floor.1 || recall < floor.2 {
                    low.push(format!("{of_kind}: precision {precision}, recall {recall}"));
                }
            }
        }
    }
    assert!(low.is_empty(), "under the floor: {low:?}");
}

fn measure(path: &Path, kind: Kind) -> Counts {
    let mut counts = Counts::default();
    let show = std::env::var("SHOW").is_ok_and(|kinds| path.to_string_lossy().contains(&kinds));
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let (report, from) = report(&line);
        let loaded = load(vec![Input::of("northmoor.md", report.clone())], &Form::built_in());
        let found = of_kind(&loaded, kind, from);
        let words: Vec<&str> = found.iter().map(|range| &report[range.clone()]).collect();
        if line["positive"] != true {
            counts.false_alarms += u32::from(!found.is_empty());
            if show && !found.is_empty() {
                println!("  false alarm {}: {} {words:?}", line["id"], line["text"]);
            }
            continue;
        }
        let mut searched = from;
        for span in line["spans"].as_array().unwrap() {
            let span = span.as_str().unwrap();
            let start = place(&report, searched, span).unwrap_or_else(|| panic!("{} is not in its line", line["id"]));
            searched = start + span.len();
            if found.iter().any(|range| range.start < searched && start < range.end) {
                counts.found += 1;
            } else {
                counts.missed += 1;
                if show {
                    println!("  missed {}: {} {span:?}", line["id"], line["text"]);
                }
            }
        }
    }
    counts
}

/// A report that holds a labelled line where it says, and where the line begins.
fn report(line: &Value) -> (String, usize) {
    let text = line["text"].as_str().unwrap();
    let section = line["section"].as_str().unwrap();
    let mut report =
        "---\ndistrict: Northmoor\nofficers: [Asha Rowe, Tom Pell]\nterm: Spring 2 2023/24\n---\n\n".to_owned();
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
    assert!(at > 0, "{} has no place in a report", line["section"]);
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

fn of_kind(loaded: &Loaded, kind: Kind, from: usize) -> Vec<std::ops::Range<usize>> {
    let kept = loaded.sources.get(SourceId(0)).unwrap().kept().iter().filter(|one| one.kind == kind);
    // The threshold that is in force where an authority sets none.
    let kept = kept.filter(|one| one.value <= 5);
    kept.map(|one| one.at.start as usize..one.at.end as usize).filter(|at| at.start >= from).collect()
}

/// A share with its 95 % interval, by Wilson.
fn share(part: u32, of: u32) -> String {
    let (n, p, z) = (f64::from(of.max(1)), f64::from(part) / f64::from(of.max(1)), 1.96_f64);
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    format!("{p:9.3}   {:.3}-{:.3}", (middle - half).max(0.0), (middle + half).min(1.0))
}
