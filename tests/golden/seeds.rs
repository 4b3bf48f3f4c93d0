//! Two published reports, where they are at hand. They name real people, so they are no part of this repository.

use super::{difference, round};
use std::path::Path;
use termwise::form::Form;
use termwise::load::{Input, Loaded, load};
use termwise::report::Report;
use termwise::rule::Settings;
use termwise::term::Season;

/// A seed by the number that its name begins with, as it was read; `None` where the seeds are not at hand.
fn seed(number: &str) -> Option<Loaded> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: there is no folder ../shared/seeds beside this repository");
        return None;
    };
    let file = files.map(|f| f.unwrap().path()).find(|f| f.file_name().unwrap().to_string_lossy().starts_with(number));
    let bytes = std::fs::read(file.unwrap_or_else(|| panic!("no seed {number}"))).unwrap();
    Some(load(vec![Input::of("seed.txt", bytes)], &Form::built_in()))
}

fn only(loaded: &Loaded) -> &Report {
    let [only] = loaded.corpus.reports() else { panic!("not one report") };
    only
}

fn counts(report: &Report) -> Vec<Vec<usize>> {
    report.priorities.iter().map(|p| p.passages.iter().map(|p| p.statements.len()).collect()).collect()
}

fn officers(report: &Report) -> Vec<&str> {
    report.officers.iter().map(|officer| officer.value.as_str()).collect()
}

fn rules_found(loaded: &Loaded) -> Vec<&'static str> {
    loaded.judge(&Form::built_in(), &Settings::default()).0.iter().map(|d| d.rule).collect()
}

#[test]
fn the_labelled_seed() {
    let Some(loaded) = seed("000") else { return };
    let report = only(&loaded);
    assert_eq!((report.district(), officers(report)), (Some("Morecambe Bay"), vec!["Craig Brown"]));
    let term = report.term().unwrap();
    assert_eq!((term.to_string().as_str(), term.month), ("Spring 2 2023/24", Some(3)));
    let titles: Vec<&str> = report.priorities.iter().map(|p| p.name()).collect();
    let expected = [
        "Further reduce exclusions, both permanent and suspensions",
        "Increasing attendance",
        "Increasing those in Education, Employment or Training (EET)",
    ];
    assert_eq!(titles, expected);
    assert_eq!(counts(report), [[3, 4, 4, 3, 1], [3, 1, 2, 4, 1], [2, 2, 3, 4, 2]]);
    let prompts = report.priorities.iter().map(|p| p.passages.last().map_or(0, |exit| exit.prompts().len()));
    assert_eq!(prompts.collect::<Vec<_>>(), [1, 1, 1]);
    assert!(report.unplaced.is_empty() && report.unknown.is_empty());
    assert_eq!(rules_found(&loaded).iter().filter(|rule| **rule == "template-prompt").count(), 3);
    convert_keeps(&loaded);
}

#[test]
fn the_flattened_seed() {
    let Some(loaded) = seed("001") else { return };
    let report = only(&loaded);
    assert_eq!((report.district(), officers(report)), (None, vec!["Alicia Dixon", "Alan Garner"]));
    let term = report.term().unwrap();
    assert_eq!((term.season, term.half, term.month), (Season::Autumn, None, Some(10)));
    assert_eq!(term.to_string(), "Autumn 2024/25");
    let [only] = report.priorities.as_slice() else { panic!("not one priority") };
    assert_eq!((only.name(), counts(report)), ("We are Community", vec![vec![5, 6, 5, 7, 3]]));
    assert!(only.passages.iter().all(|p| p.label.words().starts_with("Exit") != p.statements.iter().all(|s| s.bullet)));
    assert!(report.unplaced.is_empty() && report.unknown.is_empty());
    assert!(rules_found(&loaded).contains(&"district-missing"));
    convert_keeps(&loaded);
}

/// What `convert` writes of a seed is the same report, and has no finding that the seed has not.
fn convert_keeps(loaded: &Loaded) {
    let faults = round::faults(loaded, &Form::built_in());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let form = Form::built_in();
    let mut was = rules_found(loaded);
    was.sort_unstable();
    let report = only(loaded);
    for (name, text) in [
        ("seed.md", termwise::report::write::markdown(report, &form)),
        ("seed.yaml", termwise::report::write::yaml(std::slice::from_ref(report), &form)),
    ] {
        let again = load(vec![Input::of(name, text)], &form);
        let mut is = rules_found(&again);
        is.sort_unstable();
        let lines = |rules: &[&str]| rules.join("\n") + "\n";
        assert!(is == was, "{name}\n{}", difference(&lines(&was), &lines(&is)));
    }
}
