//! One report in Markdown and in YAML: the same report, and the same findings.

use super::{difference, fixtures, round};
use termwise::diagnostic::Diagnostic;
use termwise::form::Form;
use termwise::load::{Input, Loaded, load};
use termwise::report::{Report, Statement};
use termwise::rule::Settings;
use termwise::source::Sources;

#[test]
fn twins_give_the_same_report_and_findings() {
    let form = Form::built_in();
    let folder = fixtures().join("twins");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_string_lossy().strip_suffix(".md").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= 8, "only {} pairs", names.len());
    let mut wrong = String::new();
    for name in names {
        let read = |ending: &str| {
            let file = format!("{name}.{ending}");
            load(vec![Input::of(&file, std::fs::read(folder.join(&file)).unwrap())], &form)
        };
        let (markdown, yaml) = (read("md"), read("yaml"));
        for (what, one, other) in [
            ("report", round::data(&markdown, &form), round::data(&yaml, &form)),
            ("findings", told(&markdown, &form), told(&yaml, &form)),
        ] {
            if one != other {
                wrong += &format!("\n{name}: another {what} in YAML\n{}", difference(&one, &other));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Series of reports say the same when those in Markdown are written as YAML.
#[test]
fn series_give_the_same_findings_in_yaml() {
    let mut count = 0;
    for folder in super::folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with("terms-") {
            continue;
        }
        count += 1;
        let config = super::configured(&folder).unwrap();
        let told = |inputs: Vec<Input>| {
            let loaded = load(inputs, &config.form);
            let found = loaded.judge(&config.form, &config.settings).0;
            let line = |d: &Diagnostic| {
                let file = loaded.sources.name(d.span.source);
                let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
                let related: Vec<&str> = d.related.iter().map(|other| other.message.as_str()).collect();
                format!("{stem} {} {}[{}]: {} {related:?}\n", d.place, d.level.name(), d.rule, d.message)
            };
            // Bullets of Markdown are items of a list in YAML.
            found.iter().map(line).collect::<String>().replace("bullet", "item").replace(".md", ".yaml")
        };
        let inputs = super::inputs(&folder);
        let written = inputs.iter().map(|input| {
            let loaded = load(vec![input.clone()], &config.form);
            let stem = input.name.rsplit_once('.').unwrap().0;
            Input::of(&format!("{stem}.yaml"), termwise::report::write::yaml(loaded.corpus.reports(), &config.form))
        });
        let (one, other) = (told(inputs.clone()), told(written.collect()));
        assert!(one == other, "{name}: other findings in YAML\n{}", difference(&one, &other));
        assert!(!one.is_empty(), "{name} has no finding");
    }
    assert!(count >= 8, "only {count} series");
}

/// Every finding that is not about layout: its rule, and the priority, section and statement that it is about.
fn told(loaded: &Loaded, form: &Form) -> String {
    let layout = ["header-form", "heading-wording", "bullet-style"];
    let report = loaded.corpus.reports().first().unwrap();
    let found = loaded.judge(form, &Settings::default()).0;
    let found = found.iter().filter(|d| !layout.contains(&d.rule));
    found
        .map(|d| format!("{} {}[{}]: {}\n", about(d, report, form, &loaded.sources), d.level.name(), d.rule, d.message))
        .collect()
}

fn about(found: &Diagnostic, report: &Report, form: &Form, sources: &Sources) -> String {
    if found.place.is_empty() {
        return "the report".to_owned();
    }
    let Some(priority) = report.priorities.iter().rev().find(|p| p.whole.holds(found.span)) else {
        return "the report".to_owned();
    };
    let starts = |s: &Statement| s.span.start.min(s.text.span().start);
    let passage = priority
        .passages
        .iter()
        .find(|p| p.label.span().holds(found.span) || p.statements.iter().any(|s| s.span.holds(found.span)));
    let section = passage.and_then(|p| form.section(p.section)).map_or("", |section| section.key.as_str());
    let statement =
        passage.and_then(|p| p.statements.iter().filter(|s| s.span.holds(found.span)).max_by_key(|s| starts(s)));
    let words = statement.map_or(String::new(), |s| sources.words(&s.text));
    format!("{} / {section} / {words}", priority.name())
}
