//! Laws of writing: what is written reads back as the same report, and is written the same again.

use super::{folders, form_of, inputs};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use termwise::diagnostic::{Diagnostic, Level};
use termwise::form::Form;
use termwise::load::{Input, Loaded, load};
use termwise::outline::Language;
use termwise::report::write;
use termwise::rule::Settings;
use termwise::{report::Report, wire};

#[test]
fn every_report_reads_back_from_what_is_written() {
    let mut wrong = String::new();
    let mut files: Vec<(String, Vec<Input>, Form)> =
        folders().iter().map(|folder| (folder.display().to_string(), inputs(folder), form_of(folder))).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    files.push(("twins".to_owned(), below(&root.join("fixtures/twins")), Form::built_in()));
    files.push(("examples".to_owned(), below(&root.join("examples")), Form::built_in()));
    for (folder, inputs, mut form) in files {
        // What is written is read under another path.
        form.filing = None;
        for input in inputs {
            // Nor does a folder's name count then.
            let name = input.name.rsplit('/').next().unwrap_or_default().to_owned();
            let input = Input { name: name.clone(), ..input };
            let loaded = load(vec![input], &form);
            wrong.extend(faults(&loaded, &form).iter().map(|fault| format!("\n{folder}/{name}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The files below a folder that hold reports.
pub fn below(folder: &Path) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let name = path.display().to_string();
            // Recipes for pipelines and pages of findings are no reports.
            if path.ends_with("examples/ci") || path.ends_with("lint-formats/pages") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else if Language::of(&name).is_some() && !path.ends_with("termwise.yaml") {
                inputs.push(Input::of(&name, std::fs::read(&path).unwrap()));
            }
        }
    }
    inputs
}

/// What does not hold for one file: nothing, where all is well. A file with faults that keep words from being
/// read is not converted at all.
pub fn faults(loaded: &Loaded, form: &Form) -> Vec<String> {
    if !loaded.troubles.is_empty() || loaded.diagnostics.iter().any(|d| d.rule == "unreadable") {
        return Vec::new();
    }
    let reports = loaded.corpus.reports();
    let mut faults = Vec::new();
    let yaml = write::yaml(reports, form);
    let again = load(vec![Input::of("report.yaml", yaml.clone())], form);
    let mut compare = |what: &str, is: &str, was: &str| {
        if is != was {
            faults.push(format!("{what}\n{}", super::difference(was, is)));
        }
    };
    compare("read back from YAML it is another report", &data(&again, form), &data(loaded, form));
    compare("YAML is written otherwise again", &write::yaml(again.corpus.reports(), form), &yaml);
    compare("read back from YAML it has other findings", &rules(&again, form), &rules(loaded, form));
    let written = |reports: &[Report]| reports.iter().map(|r| write::markdown(r, form)).collect::<Vec<_>>();
    let markdown = written(reports);
    let inputs = markdown.iter().enumerate().map(|(at, text)| Input::of(&format!("{at:03}.md"), text.as_bytes()));
    let again = load(inputs.collect(), form);
    compare("read back from Markdown it is another report", &data(&again, form), &data(loaded, form));
    let twice = written(again.corpus.reports());
    compare("Markdown is written otherwise again", &twice.join("\n"), &markdown.join("\n"));
    compare("the way by Markdown leads to other YAML", &write::yaml(again.corpus.reports(), form), &yaml);
    compare("read back from Markdown it has other findings", &rules(&again, form), &rules(loaded, form));
    faults
}

/// The reports as data, without what writing changes: their paths and places.
pub fn data(loaded: &Loaded, form: &Form) -> String {
    let shape = wire::convert::convert(loaded.corpus.reports(), form, &loaded.sources);
    let mut value = serde_json::to_value(shape).unwrap();
    strip(&mut value);
    serde_json::to_string_pretty(&value).unwrap() + "\n"
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            ["path", "line", "column"].iter().for_each(|key| _ = map.remove(*key));
            map.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

/// The rules that find something, but for those about layout and bytes, which writing mends, and those about
/// words without a place, which writing puts among the rest that has none.
fn rules(loaded: &Loaded, form: &Form) -> String {
    let layout = [
        "header-form",
        "heading-wording",
        "bullet-style",
        "section-order",
        "encoding-odd",
        "unknown-field",
        "unknown-section",
        "text-outside-sections",
    ];
    let found = loaded.judge(form, &Settings::default()).0;
    // A misspelt label that says what a priority lacks is gone from what is written; that it lacks it is said then.
    let told = |found: &Diagnostic| match (found.rule, found.level) {
        ("unknown-section", Level::Error) => "section-missing",
        (rule, _) => rule,
    };
    let rules: BTreeSet<&str> = found.iter().map(told).filter(|rule| !layout.contains(rule)).collect();
    rules.into_iter().map(|rule| format!("{rule}\n")).collect()
}
