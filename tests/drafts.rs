//! Drafts with one planted slip each, and good reports, written by others than those who wrote the rules: each
//! slip is answered by the one right finding first, and no good report by anything above a note.
//!
//! `tests/drafts/development` was at hand when the rules were written; `tests/drafts/evaluation` was written blind
//! and not looked at before the rules were done; what they missed then was mended since, as classes of sentences with
//! rows of their own, so that set is no blind one any longer; `tests/drafts/second`
//! was written blind after that. `truth.csv` says what is planted: file, rule, level, words, why.
//! `natural-development` has sentences as officers write them, most of them sound: its own README says more.
//! `cargo test --test drafts -- --nocapture` prints the tables.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on says so"
)]

use std::collections::BTreeMap;
use std::path::Path;
use termwise::diagnostic::{Diagnostic, Level};
use termwise::form::Form;
use termwise::load::{Input, load};
use termwise::rule::Settings;

/// Findings about layout alone: they are in no draft's truth, and come beside what is planted.
const LAYOUT: &[&str] = &["header-form", "section-order", "heading-wording", "bullet-style"];

#[test]
fn the_development_set_is_answered() {
    answered("development", 15, 5, &[]);
}

/// Every draft of a set has its planted finding before all others at its level or above; `slips` and `good` are
/// how many drafts there are, `missed` the slips that are known not to be answered rightly.
fn answered(set: &str, slips: usize, good: usize, missed: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts").join(set);
    let mut rows = csv::Reader::from_path(folder.join("truth.csv")).unwrap();
    let (mut counts, mut wrong) = ([0, 0], String::new());
    println!("{set}: draft, what is planted, what is found");
    for row in rows.records().map(Result::unwrap) {
        let (file, rule) = (&row[0], &row[1]);
        let found = found(&folder.join(file));
        let told: Vec<String> = found.iter().map(|f| format!("{} {}", f.level.name(), f.rule)).collect();
        let is_planted = rule != "none";
        counts[usize::from(!is_planted)] += 1;
        let right = if is_planted {
            let level = level(&row[2]);
            // An explanation may stand at a finding of its own, which its words name.
            let beside = |f: &Diagnostic| f.rule != rule && row[3].contains(f.rule);
            found.iter().find(|f| f.level >= level && !beside(f)).is_some_and(|first| first.rule == rule)
        } else {
            found.iter().all(|f| f.level == Level::Note)
        };
        let verdict = if right { "" } else { "  <- wrong" };
        println!("{file:40} {rule:28} {}{verdict}", told.join(", "));
        // One that is answered since is to be taken out of those that are known as missed.
        if right == missed.contains(&file) {
            wrong += &format!("{file}: {rule} was planted ({}), found {}\n", &row[3], told.join(", "));
        }
    }
    assert_eq!(counts, [slips, good], "drafts with a slip, and good ones");
    assert!(wrong.is_empty(), "{set}:\n{wrong}");
}

fn level(name: &str) -> Level {
    match name {
        "error" => Level::Error,
        "query" => Level::Query,
        _ => Level::Note,
    }
}

/// What is found in one file alone, in the order of its lines, but for its layout.
fn found(file: &Path) -> Vec<Diagnostic> {
    found_in(&file.file_name().unwrap().to_string_lossy(), std::fs::read(file).unwrap())
}

fn found_in(name: &str, bytes: Vec<u8>) -> Vec<Diagnostic> {
    let form = Form::built_in();
    let loaded = load(vec![Input::of(name, bytes)], &form);
    assert!(loaded.troubles.is_empty(), "{:?}", loaded.troubles);
    let (mut found, broken) = loaded.judge(&form, &Settings::default());
    assert!(broken.is_empty(), "{broken:?}");
    found.retain(|f| f.explained.is_none() && !LAYOUT.contains(&f.rule));
    found
}

#[test]
fn the_evaluation_set_is_answered() {
    answered("evaluation", 30, 10, &[]);
}

/// Written blind after what the first evaluation set had shown was mended. As found: 17 of 20 slips, and no good
/// report above a note; the classes of what was missed are mended since.
#[test]
fn the_second_evaluation_set_is_answered() {
    answered("second", 20, 12, &[]);
}

/// What a set of natural sentences must come to.
struct Floors {
    /// The most sound sentences, of a hundred, that get a finding.
    eager: f64,
    /// The least share of the faults that a rule finds, on average over the rules.
    found: f64,
    /// The most findings in a good report.
    notes: usize,
}

/// The sets that there are: each a folder with `sentences.csv` and `good`.
const SETS: &[(&str, Floors)] = &[
    ("natural-development", Floors { eager: 1.0, found: 0.95, notes: 0 }),
    ("natural-evaluation", Floors { eager: 4.5, found: 0.8, notes: 1 }),
];

/// A note that comes too easily is not read. Each sentence is judged as the only statement of its section in an
/// otherwise sound report; the table counts for every rule what it found rightly, what wrongly, and what it missed.
#[test]
fn natural_sentences_are_judged() {
    for (set, floors) in SETS {
        natural(set, floors);
    }
}

fn natural(set: &str, floors: &Floors) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts").join(set);
    let mut rows = csv::Reader::from_path(folder.join("sentences.csv")).unwrap();
    let mut table: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let (mut sound, mut eager, mut wrong) = (0, 0, String::new());
    for row in rows.records().map(Result::unwrap) {
        let (id, section, text, advice) = (&row[0], &row[1], &row[2], &row[3]);
        let found = found_in("sentence.md", alone(section, text).into_bytes());
        let told: Vec<&str> = found.iter().map(|f| f.rule).collect();
        if advice.is_empty() {
            sound += 1;
            eager += usize::from(!told.is_empty());
        } else {
            table.entry(advice.to_owned()).or_default()[if told.contains(&advice) { 0 } else { 2 }] += 1;
        }
        for rule in told.iter().filter(|rule| **rule != advice) {
            table.entry((*rule).to_owned()).or_default()[1] += 1;
        }
        if told != Vec::from_iter((!advice.is_empty()).then_some(advice)) {
            wrong += &format!("{id} {section}: {text}\n    is {advice:?}, found {told:?}\n");
        }
    }
    println!("{set}\n{wrong}\n{:28} true false missed", "rule");
    for (rule, [right, false_alarms, missed]) in &table {
        println!("{rule:28} {right:4} {false_alarms:5} {missed:6}");
    }
    let recalls = table.values().filter(|row| row[0] + row[2] > 0).map(|row| share(row[0], row[0] + row[2]));
    let recall = recalls.clone().sum::<f64>() / recalls.count() as f64;
    let eager = 100.0 * share(eager, sound);
    println!(
        "{sound} sound sentences, {eager:.1} of a hundred with a finding; {recall:.2} of the faults of a rule found"
    );
    assert!(eager <= floors.eager && recall >= floors.found, "{set}: {eager:.1}, {recall:.2}");
    let mut files: Vec<_> = std::fs::read_dir(folder.join("good")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{set} has no good report");
    let counts: Vec<(String, Vec<&str>)> = files
        .iter()
        .map(|file| {
            (file.file_name().unwrap().to_string_lossy().into_owned(), found(file).iter().map(|f| f.rule).collect())
        })
        .collect();
    let all: usize = counts.iter().map(|(_, told)| told.len()).sum();
    println!("{:.2} findings in a good report", share(all, counts.len()));
    for (file, told) in counts.iter().filter(|(_, told)| !told.is_empty()) {
        println!("{file:40} {}", told.join(", "));
    }
    assert!(counts.iter().all(|(_, told)| told.len() <= floors.notes), "{set}: a good report with too many findings");
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// A sound report of one priority, but for one section, which holds one statement.
fn alone(section: &str, text: &str) -> String {
    let mut report = "---\ndistrict: Northmoor\nofficers: [Asha Rowe]\nterm: Spring 2 2024/25\n---\n\n\
                      ## Priority: Increasing attendance\n"
        .to_owned();
    for (name, heading, sound) in SOUND {
        report += &format!("\n### {heading}\n\n- {}\n", if name == section { text } else { sound });
    }
    assert!(report.contains(text), "{section} is no section");
    report
}

const SOUND: [(&str, &str, &str); 5] = [
    ("outcomes", "Intended outcomes", "Persistent absence falls in the partner primaries"),
    ("activity", "Activity last period", "Met the heads of the six partner primaries on 14 January 2025"),
    ("planned", "Planned activity next period", "Agree the attendance pathway with the heads by 14 June 2025"),
    ("impact", "Impact so far", "Absence in the partner primaries fell from 9% to 7%"),
    ("exit", "Exit strategy", "The attendance network takes the pathway on from September 2025"),
];
