//! The papers of `rollup --document`: how they read for the example county, that they hold for every fixture, that words
//! of reports stay words in them, and what authors of templates are told.
//!
//! `BLESS=1` writes the papers of `tests/documents` anew: read them, aloud, before they are kept.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use termwise::config::{self, Config};
use termwise::files::Walk;
use termwise::form::Form;
use termwise::load::{Input, Loaded, gather, load};
use termwise::page::{Given, Value};
use termwise::render::document::{self, BUILT_IN, Fault};
use termwise::rollup::coverage::coverage;
use termwise::rollup::{Filter, documents};
use termwise::source::{Source, SourceId};
use termwise::{rules, term};

#[path = "documents/edges.rs"]
mod edges;
#[path = "documents/hostile.rs"]
mod hostile;
#[path = "documents/lives.rs"]
mod lives;
#[path = "documents/templates.rs"]
mod templates;

/// What papers on some reports are written from; `None` where the filter takes none.
fn told(loaded: &Loaded, form: &Form, filter: &Filter) -> Option<Value> {
    let covered = coverage(&loaded.corpus, form, filter);
    let paper = documents::paper(&loaded.corpus, form, &loaded.sources, &[], filter, &covered)?;
    Some(paper.value())
}

/// A paper that is built in, on some reports.
fn paper(name: &str, loaded: &Loaded, form: &Form, filter: &Filter) -> Option<String> {
    let written = document::markdown(document::built_in(name).unwrap(), &told(loaded, form, filter)?);
    Some(written.unwrap_or_else(|fault: Fault| unreachable!("{name}: {fault:?}")))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The example county: its settings, and its reports.
fn county() -> (Config, Loaded) {
    let text = std::fs::read_to_string(root().join("examples/termwise.yaml")).unwrap();
    let read = config::read(&Source::of(config::NAME, &text), SourceId::SETTINGS, rules::ALL);
    let (inputs, _) = gather(&[root().join("examples/reports")], &Walk::default(), "").unwrap();
    let loaded = load(inputs, &read.config.form);
    assert_eq!(loaded.corpus.reports().len(), 15);
    (read.config, loaded)
}

#[test]
fn papers_on_the_example_county_read_as_they_did() {
    let (config, loaded) = county();
    let form = &config.form;
    let autumn = term::read("Autumn 2024/25", form.scheme).parts;
    let one = Filter { districts: vec!["Northmoor".into()], terms: vec![autumn], ..Filter::default() };
    let theme = Filter { themes: vec!["Attendance".into()], ..Filter::default() };
    let mut wrong = String::new();
    for (filter, of) in [(Filter::default(), ""), (one, "-of-one-report"), (theme, "-of-one-theme")] {
        for (name, _) in BUILT_IN {
            let is = paper(name, &loaded, form, &filter).unwrap();
            let file = root().join(format!("tests/documents/{name}{of}.md"));
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&file, &is).unwrap();
            }
            let expected = std::fs::read_to_string(&file).unwrap_or_default();
            if is != expected {
                let changed = similar::TextDiff::from_lines(&expected, &is);
                _ = writeln!(wrong, "{}\n{}", file.display(), changed.unified_diff().context_radius(1));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nBLESS=1 writes what is there now; read it before you keep it");
}

/// Every folder of fixtures that can be read, with its settings.
fn fixtures() -> Vec<(String, Form, Loaded)> {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root().join("fixtures")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut all = Vec::new();
    for folder in folders.into_iter().filter(|path| path.is_dir()) {
        let form = match std::fs::read_to_string(folder.join(config::NAME)) {
            Ok(text) => config::read(&Source::of(config::NAME, &text), SourceId::SETTINGS, rules::ALL).config.form,
            Err(_) => Form::built_in(),
        };
        let Ok((inputs, _)) = gather(std::slice::from_ref(&folder), &Walk::default(), "") else { continue };
        let loaded = load(inputs, &form);
        if !loaded.corpus.reports().is_empty() {
            all.push((folder.file_name().unwrap().to_string_lossy().into_owned(), form, loaded));
        }
    }
    assert!(all.len() > 80, "only {} folders have reports", all.len());
    all
}

/// What is wrong with how a paper reads, whatever it is about.
fn slips(paper: &str) -> Vec<String> {
    let mut slips: Vec<String> = Vec::new();
    let words =
        [" ,", " .", " ;", "  ", "..", ": .", "()", " 1 reports", " 1 districts", " 1 priorities", "[]", "none none"];
    let lines: Vec<&str> = paper.lines().filter(|line| !line.is_empty() && !line.starts_with("<!--")).collect();
    for line in &lines {
        let own = !line.trim_start().starts_with('-');
        slips
            .extend(words.iter().filter(|slip| own && line.contains(**slip)).map(|slip| format!("{slip:?} in {line}")));
        if own && line.ends_with([',', ';']) {
            slips.push(format!("left open: {line}"));
        }
    }
    let level = |line: &str| line.chars().take_while(|c| *c == '#').count();
    for pair in lines.windows(2) {
        if let [heading, next] = pair
            && level(heading) > 0
            && level(next) > 0
            && level(next) <= level(heading)
        {
            slips.push(format!("nothing under {heading}"));
        }
        if let [lead, next] = pair
            && lead.ends_with(':')
            && !next.trim_start().starts_with(['-', '#'])
        {
            slips.push(format!("leads to nothing: {lead}"));
        }
    }
    if lines.last().is_none_or(|last| level(last) > 0) {
        slips.push("ends with a heading".to_owned());
    }
    slips
}

#[test]
fn papers_on_every_fixture_are_whole() {
    let (mut wrong, mut papers) = (String::new(), 0);
    for (folder, form, loaded) in fixtures() {
        for (name, _) in BUILT_IN {
            let Some(markdown) = paper(name, &loaded, &form, &Filter::default()) else { continue };
            papers += 1;
            for slip in slips(&markdown) {
                _ = writeln!(wrong, "{folder}, {name}: {slip}");
            }
            let mut page = Vec::new();
            document::html(&markdown, &mut page).unwrap();
            assert!(page.ends_with(b"</html>\n") && markdown.ends_with("<!-- written by termwise -->\n"));
        }
    }
    assert!(papers > 300, "only {papers} papers");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A collection of reports, as YAML.
fn collection(reports: &[(&str, &str)]) -> Loaded {
    load(reports.iter().map(|(name, text)| Input::of(name, *text)).collect(), &Form::built_in())
}
