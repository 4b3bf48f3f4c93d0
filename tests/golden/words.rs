//! Whatever a report says is said in what is written of it: each word of its file that is not a label, a key, a
//! comment or markup.

use super::round::below;
use std::collections::BTreeSet;
use std::path::Path;
use termwise::form::Form;
use termwise::load::{Loaded, load};
use termwise::report::write;

/// Keys of maps that stand for a value; tags of HTML; bullets; escapes; what parts two officers.
const MARKUP: &str = "priorities text id lead in heading children academic year season half month name
    div br pre xml version class td ii u201cquoted u201d null and";

#[test]
fn every_word_is_written() {
    let form = Form::built_in();
    let mut wrong = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for input in below(&root.join("fixtures")).into_iter().chain(below(&root.join("examples"))) {
        let name = input.name.clone();
        if name.ends_with("expected.txt") || name.ends_with("rollup.txt") || name.ends_with("diff.txt") {
            continue;
        }
        let loaded = load(vec![input], &form);
        let lost = lost(&loaded, &form);
        if !lost.is_empty() {
            wrong += &format!("\n{name}: {}", lost.join(" "));
        }
    }
    assert!(wrong.is_empty(), "these words are lost:{wrong}");
}

/// The words of a file that do not stand in what is written of its reports. One with faults that keep words
/// from being read is not converted at all.
fn lost(loaded: &Loaded, form: &Form) -> Vec<String> {
    let reports = loaded.corpus.reports();
    let unread = loaded.diagnostics.iter().any(|d| d.rule == "unreadable");
    let Some(source) = reports.first().filter(|_| !unread).and_then(|first| loaded.sources.get(first.source)) else {
        return Vec::new();
    };
    let mut known: BTreeSet<String> = words(MARKUP).into_iter().collect();
    for report in reports {
        known.extend(words(&write::markdown(report, form)));
        // What is understood as a term or date is written in its own way.
        report.terms.iter().for_each(|term| known.extend(words(term.stated.text.words())));
    }
    for label in form.sections.iter().flat_map(|s| [&s.heading, &s.name].into_iter().chain(&s.labels)) {
        known.extend(words(label));
    }
    for field in &form.fields {
        [&field.name].into_iter().chain(&field.labels).for_each(|label| known.extend(words(label)));
    }
    form.priority.iter().for_each(|label| known.extend(words(label)));
    let text = without_comments(&source.text, source.name.ends_with(".yaml"));
    // One sign may be a bullet, or the number of a label.
    words(&text).into_iter().filter(|word| word.chars().nth(1).is_some() && !known.contains(word)).collect()
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A text without the comments of HTML, and without those of YAML where that is its language.
fn without_comments(text: &str, yaml: bool) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        plain.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    let words = |line: &str| match line.split_once("# ").filter(|(before, _)| yaml && before.trim().is_empty()) {
        Some((before, _)) => before.to_owned(),
        None => line.to_owned(),
    };
    plain.lines().map(words).collect::<Vec<_>>().join("\n")
}
