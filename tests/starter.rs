//! What `init` writes, over every fixture and the examples: `lint` finds in the reports with it what it found without.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;

use rayon::prelude::*;
use serde_json::Value;
use shell::Folder;
use std::path::{Path, PathBuf};

#[test]
fn a_starter_changes_no_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root.join("fixtures")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.push(root.join("examples/reports"));
    folders.sort();
    let places: Vec<(usize, &PathBuf)> = folders.iter().filter(|folder| folder.is_dir()).enumerate().collect();
    let told: Vec<Option<String>> =
        places.par_iter().map(|(number, folder)| changed(*number, folder.strip_prefix(root).unwrap())).collect();
    let written: Vec<String> = told.into_iter().flatten().collect();
    assert!(written.len() > 100, "only {} starters", written.len());
    let wrong = written.concat();
    assert!(wrong.is_empty(), "{wrong}");
}

/// What a starter changes in what is found in a folder; `None` where there is nothing to begin with.
fn changed(number: usize, folder: &Path) -> Option<String> {
    let name = folder.to_string_lossy().into_owned();
    let place = Folder::new(&format!("starter-{number}"), Some(&name));
    _ = std::fs::remove_dir_all(place.path().join("examples"));
    _ = std::fs::remove_file(place.path().join("termwise.yaml"));
    let before = found(&place);
    let ran = place.run("termwise init");
    let there = place.path().join("termwise.yaml").exists();
    assert_eq!(there, !ran.out.is_empty(), "{name}: {}{}", ran.out, ran.err);
    // Nothing that looks like a report.
    if !there {
        assert_eq!(ran.code, 2, "{name}: {}", ran.err);
        return None;
    }
    let after = found(&place);
    let again = place.run("termwise init");
    assert!(again.code == 2 && again.err.contains("is there already, and is left as it is"), "{name}: {}", again.err);
    Some(if before == after { String::new() } else { format!("{name}: {before:?}\n  {after:?}\n") })
}

/// What `lint` finds in a folder: the rule, its level and where.
fn found(place: &Folder) -> Vec<(String, String, Value)> {
    let ran = place.run("termwise lint --format json .");
    let json: Value = serde_json::from_str(&ran.out).unwrap_or(Value::Null);
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = json["findings"].as_array().cloned().unwrap_or_default();
    all.iter().map(|one| (words(&one["rule"]), words(&one["level"]), one["start"].clone())).collect()
}
