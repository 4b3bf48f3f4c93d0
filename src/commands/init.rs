//! `init`: a first termwise.yaml from the reports that are there.

use super::{Out, Printed, place, troubles, unread, unwritten, walk};
use crate::cli::Init;
use crate::config::starter::{Seen, Switch};
use crate::config::{self, Config, NAME};
use crate::files;
use crate::load::{self, Input, Loaded};
use crate::render::plain;
use crate::rules;
use crate::source::{Source, SourceId};
use crate::term::Term;
use anyhow::bail;
use std::io;
use std::path::{Path, PathBuf};

pub(super) fn run(options: &Init) -> anyhow::Result<Printed> {
    let folder = folder(&options.paths);
    let file = options.output.clone().unwrap_or_else(|| folder.join(NAME));
    free(&folder, &file, options.output.is_some())?;
    let (mut inputs, mut missing) = load::gather(&options.paths, &walk(&options.search), "standard-input.md")?;
    let mut paths = files::FromRoot::new(&folder);
    for input in &mut inputs {
        input.path = paths.path(&input.place(), !input.named);
    }
    let (seen, text, loaded) = starter(&inputs);
    missing.extend(loaded.troubles.iter().cloned());
    let mut said = troubles(&missing);
    said.extend(unread(&loaded));
    if seen.reports == 0 {
        if missing.is_empty() {
            bail!(
                "nothing to begin with: no file {} looks like a report; name the folder that holds them",
                place(&options.paths)
            );
        }
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    files::create(&file, text.as_bytes()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => there_already(&file),
        _ => unwritten(&file, &error),
    })?;
    let code = if missing.is_empty() { 0 } else { 2 };
    Ok(Printed { said, out: Out::Text(told(&seen, &file, options)), code })
}

/// What the reports say, and the file's words: with the settings that come from them if with those the very same is
/// found in them, else with those switched off.
#[must_use]
fn starter(inputs: &[Input]) -> (Seen, String, Loaded) {
    let built_in = Config::built_in();
    let (loaded, before) = found(inputs, &built_in);
    let seen = Seen::of(&loaded.corpus, &loaded.sources);
    let text = seen.text(Switch::On);
    let read = config::read(&Source::of(NAME, &text), SourceId(0), rules::ALL);
    let sound = read.faults.is_empty() && read.trouble.is_none();
    let text = if sound && found(inputs, &read.config).1 == before { text } else { seen.text(Switch::Off) };
    (seen, text, loaded)
}

/// What is found in the reports: the rule, where, and at which level.
fn found(inputs: &[Input], config: &Config) -> (Loaded, Vec<String>) {
    let loaded = load::load(inputs.to_vec(), &config.form);
    let (found, _) = loaded.judge(&config.form, &config.settings);
    let mut found: Vec<String> =
        found.iter().map(|found| format!("{} {:?} {:?}", found.rule, found.span, found.level)).collect();
    found.sort_unstable();
    (loaded, found)
}

/// The folder that holds all of the paths.
fn folder(paths: &[PathBuf]) -> PathBuf {
    let of = |path: &PathBuf| match files::is_folder(path) {
        true => path.clone(),
        false => path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(".".into(), Path::to_path_buf),
    };
    let mut folders = paths.iter().map(of);
    let first = folders.next().unwrap_or_else(|| PathBuf::from("."));
    folders.fold(first, |all, folder| {
        let holds = |above: &&Path| folder.starts_with(above);
        all.ancestors()
            .find(holds)
            .filter(|above| !above.as_os_str().is_empty())
            .unwrap_or(Path::new("."))
            .to_path_buf()
    })
}

/// That nothing is in the way: the file is not there, and no other holds for the reports.
fn free(folder: &Path, file: &Path, named: bool) -> anyhow::Result<()> {
    let holds = files::settings(&folder.join(NAME)).filter(|_| !named);
    match holds {
        Some(there) if !there.ends_with(NAME) => bail!(
            "{} is there, which is not read under this name; call it {NAME}, or take it away",
            files::name(&there)
        ),
        Some(there) if files::name(&there) != files::name(file) => bail!(
            "{} is there already and holds for these reports; it is left as it is. Write a second one for comparison \
             with --output FILE",
            files::name(&there)
        ),
        Some(there) => Err(there_already(&there)),
        None => Ok(()),
    }
}

fn there_already(file: &Path) -> anyhow::Error {
    anyhow::anyhow!(
        "{} is there already, and is left as it is; write to another file with --output FILE, and take from it what you \
         need",
        files::name(file)
    )
}

/// What was written, and what to do next.
fn told(seen: &Seen, file: &Path, options: &Init) -> String {
    let name = plain(&files::name(file));
    let many = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let reports = many(seen.reports, "report");
    let mut said = format!("{name} is written, from {reports} of {}", many(seen.districts.len(), "district"));
    let ends = (seen.terms.keys().next(), seen.terms.keys().next_back());
    said += &match ends {
        (Some(first), Some(last)) if first != last => format!(", {} to {}", term(first), term(last)),
        (Some(only), _) => format!(", {}", term(only)),
        _ => String::new(),
    };
    said += ".\n\nWhat to do next:\n- Open it in any text editor and read it: each part says what it is for.\n";
    for group in &seen.alike {
        let names: Vec<String> = group.iter().map(|name| format!("\u{201c}{}\u{201d}", plain(name))).collect();
        said += &format!("- Are {} one district? The file shows how to say so.\n", crate::rule::listed(&names, "and"));
    }
    let typed = |name: &str| if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() };
    let paths: Vec<String> =
        options.paths.iter().map(|path| format!(" {}", typed(&plain(&files::name(path))))).collect();
    let paths = if paths.is_empty() { " .".to_owned() } else { paths.concat() };
    let config = if options.output.is_some() { format!(" --config {}", typed(&name)) } else { String::new() };
    said + &format!("- After every change `termwise lint{config}{paths}` tells whether it is in order.\n")
}

fn term(term: &Term) -> String {
    plain(&term.to_string())
}
