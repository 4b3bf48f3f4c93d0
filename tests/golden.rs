//! Every folder of `fixtures/`, and what termwise makes of the reports in it.
//!
//! A folder holds the input files of one case and the pages that are expected of them: `expected.txt` always,
//! `diff.txt` where the inputs are `earlier.*` and `later.*`, `rollup.txt` where the folder's name says so or it is there
//! (a file `term.filter` holds the term it is limited to, a file `as-at` the day that it is of), `convert.md` and `convert.yaml` where they are there, and
//! in `fixed` what `--fix` makes of each input that it changes.
//! A `termwise.yaml` is the configuration of its case; where it has faults they are all of the page.
//! Files in a folder `walked` are found by walking, all others are named. `BLESS=1` writes the pages anew: read them
//! before they are kept.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test that cannot go on says so")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use termwise::config::{self, Config};
use termwise::form::Form;
use termwise::load::{Content, Input, Loaded, gather, load};
use termwise::mend::Judge;
use termwise::outline::Language;
use termwise::render::page;
use termwise::report::write;
use termwise::rollup::{Filter, View};
use termwise::rules::ALL;
use termwise::source::{Source, SourceId, Sources};
use termwise::{diff, files::Walk, rollup, term};

#[path = "golden/round.rs"]
mod round;
#[path = "golden/seeds.rs"]
mod seeds;
#[path = "golden/shown.rs"]
mod shown;
#[path = "golden/twins.rs"]
mod twins;
#[path = "golden/words.rs"]
mod words;

#[test]
fn every_folder_gives_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let pages = match configured(&folder) {
            Ok(config) => {
                let mut pages = pages(&folder, &name, &load(inputs(&folder), &config.form), &config);
                pages.extend(fixed(&folder, &config));
                pages
            }
            Err(faults) => vec![("expected.txt".to_owned(), faults)],
        };
        for (page, is) in pages {
            let file = folder.join(&page);
            if bless {
                std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                std::fs::write(&file, &is).unwrap();
            }
            let expected = std::fs::read_to_string(&file).unwrap_or_default();
            if is != expected {
                wrong += &format!("\nfixtures/{name}/{page}\n{}", difference(&expected, &is));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nBLESS=1 writes what is there now; read it before you keep it");
}

/// The pages that a folder's case is judged by, with what they say now.
fn pages(folder: &Path, name: &str, loaded: &Loaded, config: &Config) -> Vec<(String, String)> {
    let form = &config.form;
    let found = loaded.judge(form, &config.settings).0;
    let mut pages = vec![("expected.txt", shown::page(loaded, &found, form))];
    let reports = loaded.corpus.reports();
    let of = |stem: &str| reports.iter().find(|r| loaded.sources.name(r.source).starts_with(stem));
    if let (Some(earlier), Some(later)) = (of("earlier."), of("later.")) {
        let comparison = diff::compare(earlier, later, form);
        pages.push(("diff.txt", text(&diff::page(&comparison, None, form, &loaded.sources))));
    }
    if name.contains("rollup") || folder.join("rollup.txt").exists() {
        let term = std::fs::read_to_string(folder.join("term.filter")).ok();
        let terms = term.iter().map(|t| term::read(t.trim(), form.scheme).parts).collect();
        let filter = Filter { terms, ..Filter::default() };
        let page = |view: View| {
            rollup::page::page(&rollup::roll(view, &loaded.corpus, form, &found, &filter), form, &loaded.sources)
        };
        // What all of them open with is written once.
        let first = page(View::Districts);
        let view = |view: View| {
            let mut page = page(view);
            let alike = first.blocks.iter().zip(&page.blocks).take_while(|(a, b)| a == b).count();
            page.blocks.drain(..if view == View::Districts { 0 } else { alike });
            format!("{}\n{}", view.key(), text(&page))
        };
        pages.push(("rollup.txt", View::ALL.map(view).join("\n")));
    }
    if folder.join("convert.md").exists() {
        let markdown: Vec<String> = reports.iter().map(|report| write::markdown(report, form)).collect();
        pages.push(("convert.md", markdown.join("\n")));
    }
    if folder.join("convert.yaml").exists() {
        pages.push(("convert.yaml", write::yaml(reports, form)));
    }
    pages.into_iter().map(|(page, is)| (page.to_owned(), is)).collect()
}

/// What `--fix` makes of each input that it changes; an empty page for one that it should have changed.
fn fixed(folder: &Path, config: &Config) -> Vec<(String, String)> {
    let judge = Judge { form: &config.form, settings: &config.settings };
    let page = |input: Input| {
        let (page, Content::Bytes(bytes)) = (format!("fixed/{}", input.name), &input.content) else { return None };
        let mended = judge.mend(&input, bytes, &|_, _| true).unwrap();
        let is = mended.map(|mended| String::from_utf8(mended.bytes).unwrap());
        (is.is_some() || folder.join(&page).exists()).then(|| (page, is.unwrap_or_default()))
    };
    inputs(folder).into_iter().filter_map(page).collect()
}

/// The configuration of a folder, the built-in one where it holds none; else the page of its faults.
fn configured(folder: &Path) -> Result<Config, String> {
    let Ok(bytes) = std::fs::read(folder.join(config::NAME)) else { return Ok(Config::built_in()) };
    let source = Arc::new(Source::decode(config::NAME.to_owned(), bytes));
    let mut read = config::read(&source, SourceId::SETTINGS, ALL);
    let sources = Sources::default().beside(Some(Arc::clone(&source)));
    let trouble = read.trouble.map(|why| format!("trouble: {why}\n"));
    let faults: String = read.faults.iter().map(|fault| shown::finding(fault, &sources)).chain(trouble).collect();
    // The day that a case is looked at on stands in a file `as-at`.
    let as_at = std::fs::read_to_string(folder.join("as-at")).ok();
    read.config.form.as_at = as_at.map(|day| day.trim().to_owned());
    read.config.form.settings = Some(source);
    if faults.is_empty() { Ok(read.config) } else { Err(faults) }
}

/// The form of a folder's reports.
fn form_of(folder: &Path) -> Form {
    configured(folder).map_or_else(|_| Form::built_in(), |config| config.form)
}

fn text(sheet: &termwise::page::Page) -> String {
    let mut bytes = Vec::new();
    page::text::write(sheet, 100, false, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The folders of `fixtures/`, but for the twins.
fn folders() -> Vec<PathBuf> {
    let all = std::fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = all.filter(|path| path.is_dir() && !path.ends_with("twins")).collect();
    folders.sort();
    folders
}

/// The input files of a folder: those that are named, and those that are found by walking.
fn inputs(folder: &Path) -> Vec<Input> {
    let expected = ["expected.txt", "diff.txt", "rollup.txt", "convert.md", "convert.yaml"];
    let mut inputs = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_report = Language::of(&name).is_some() && name != config::NAME;
        if path.is_file() && is_report && !expected.contains(&name.as_str()) {
            inputs.push(Input::of(&name, std::fs::read(&path).unwrap()));
        }
    }
    let walked = folder.join("walked");
    if walked.exists() {
        let (found, troubles) = gather(&[walked], &Walk::default(), "").unwrap();
        assert!(troubles.is_empty(), "{troubles:?}");
        inputs.extend(found.into_iter().map(|input| {
            let Content::File(path) = &input.content else { panic!("a file was found that is none") };
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            Input { name, ..input }
        }));
    }
    inputs
}

/// The lines that differ, with a few around them.
fn difference(expected: &str, is: &str) -> String {
    similar::TextDiff::from_lines(expected, is).unified_diff().context_radius(2).to_string()
}
