//! One command each: load, compute, render.

use crate::cli::{Cli, Command, Search};
use crate::diagnostic::{NotRead, Trouble};
use crate::files::{self, Walk};
use crate::form::likeness;
use crate::load::Loaded;
use crate::output::{Look, Output};
use crate::render::page::text::Rules;
use crate::rule::listed;
use crate::source::Text;
use crate::term::{self, Parts, Scheme, Season, Unclear};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

mod configured;
mod convert;
mod diff;
mod explain;
mod init;
mod lint;
mod outputs;
mod rollup;

/// The bytes of stack that every thread has, whatever the system's default: nesting limits count on it.
const STACK: usize = 16 * 1024 * 1024;

/// The name that standard input goes by where it is given none.
const STDIN: &str = "standard-input.md";

/// What to say where standard input is given a name and not read.
const NO_STDIN: &str = "--stdin-filename names standard input, which is read where the path is `-`: write `-` for the path, or leave the \
     option out";

/// Runs the command and gives the exit code: 0, 1, or 2 if the job could not be done.
#[must_use]
pub fn run(cli: Cli) -> u8 {
    let mut output = Output::standard(cli.color.into());
    let threads = cli.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK).build();
    let earned = match pool {
        Ok(pool) => work(cli.command, &mut output, &pool),
        Err(error) => Err(anyhow::anyhow!("no threads could be had to work with: {error}")),
    };
    let earned = earned.unwrap_or_else(|error| {
        match error.downcast_ref::<configured::Faulty>() {
            Some(faulty) => faulty.lines().iter().for_each(|line| output.say(line)),
            None => output.say(&format!("termwise: {error:#}")),
        }
        2
    });
    output.finish(earned)
}

fn work(command: Command, output: &mut Output, pool: &rayon::ThreadPool) -> anyhow::Result<u8> {
    let look = output.look;
    // Printing stays on this thread: what a command prints is gathered where it is computed.
    let done = catch_unwind(AssertUnwindSafe(|| {
        pool.install(|| match command {
            Command::Lint(options) => lint::run(options, look),
            Command::Diff(options) => diff::run(options, look),
            Command::Rollup(options) => rollup::run(options, look),
            Command::Convert(options) => convert::run(&options),
            Command::Init(options) => init::run(&options),
            Command::Explain(options) => explain::explain(&options),
            Command::Schema(options) => explain::schema(&options),
            Command::Completions { shell } => Ok(explain::completions(shell)),
            Command::Man { command } => explain::manual(command.as_deref()),
        })
    }));
    let printed = match done {
        Ok(printed) => printed?,
        Err(_) => {
            anyhow::bail!("termwise broke; this is a fault of termwise, please report it with the command you ran")
        }
    };
    printed.said.iter().for_each(|line| output.say(line));
    match printed.out {
        Out::Text(text) => output.text(&text),
        Out::Data(data) => output.data(&data),
    }
    Ok(printed.code)
}

/// What a command has to print, and the exit code it earned.
#[derive(Default)]
struct Printed {
    said: Vec<String>,
    out: Out,
    code: u8,
}

/// What goes to standard output.
enum Out {
    /// For people.
    Text(String),
    /// For machines.
    Data(Vec<u8>),
}

impl Default for Out {
    fn default() -> Out {
        Out::Text(String::new())
    }
}

fn walk(search: &Search) -> Walk {
    Walk { exclude: search.exclude.clone(), no_ignore: search.no_ignore, hidden: search.hidden }
}

/// What tables in the terminal are ruled with.
fn rules(look: Look) -> Rules {
    if look.ascii { Rules::Ascii } else { Rules::Drawn }
}

/// A line for each file that could not be worked on.
fn troubles(list: &[Trouble]) -> Vec<String> {
    list.iter().map(|trouble| format!("termwise: {}: {}", trouble.name, trouble.why)).collect()
}

/// What to say of files among the reports that are of a kind that is not read: whoever sent one thinks it was handed in.
fn not_read(files: &[NotRead]) -> Option<String> {
    let names: Vec<&str> = files.iter().take(MOST_NAMED).map(|file| file.name.as_str()).collect();
    let more = files.len().saturating_sub(names.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    match files {
        [] => None,
        [only] => {
            let (what, how) = (&only.what, only.how.unwrap_or_default());
            Some(format!("{} is {what} and was not read; if it is a report, save it as plain text: {how}", only.name))
        }
        [first, ..] => Some(format!(
            "{} files are of a kind that is not read: {}{more}; save those that are reports as plain text: {}",
            files.len(),
            names.join(", "),
            first.how.unwrap_or_default()
        )),
    }
}

/// The most files that are named one by one.
const MOST_NAMED: usize = 10;

/// Where was searched, in words: "here", "in reports and drafts".
fn place(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| files::name(path)).collect();
    if names.is_empty() { "here".to_owned() } else { format!("in {}", listed(&names, "and")) }
}

/// A line that says how to write a name with spaces, where parts of one were given as several paths.
fn spaced(paths: &[PathBuf]) -> Option<String> {
    let names: Vec<String> = paths.iter().take(20).map(|path| path.to_string_lossy().into_owned()).collect();
    let runs = (0..names.len()).flat_map(|from| (from + 2..=names.len()).map(move |to| from..to));
    let mut whole = runs.filter_map(|run| names.get(run)).map(|run| run.join(" "));
    let there = whole.find(|name| files::real(Path::new(name)).is_some())?;
    Some(format!("termwise: put a name with spaces in quotation marks: \"{there}\""))
}

/// Why a file was not written, in words for people.
fn unwritten(file: &Path, error: &io::Error) -> anyhow::Error {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you have no permission to write there".to_owned(),
        _ => error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    };
    anyhow::anyhow!("{} could not be written: {why}", files::name(file))
}

/// A term to look for, as coarse as it is given. All of its words must be understood: with a season that is
/// misspelt, the year alone would take in terms that nobody asked for.
fn wanted(words: &str, scheme: Scheme) -> anyhow::Result<Parts> {
    let reading = term::read(words, scheme);
    let parts = reading.parts;
    let coarse = matches!(reading.unclear, None | Some(Unclear::WholeYear | Unclear::NoYear | Unclear::NoSeason));
    let half = parts.half.is_none_or(|half| matches!(half, 1 | 2));
    if parts == Parts::default() || reading.rest || !coarse || !half || !reading.clashes.is_empty() {
        if let Some(meant) = meant(words, scheme) {
            anyhow::bail!("\u{201c}{words}\u{201d} is no term; did you mean \u{201c}{meant}\u{201d}?");
        }
        anyhow::bail!(
            "\u{201c}{words}\u{201d} is no term; write it like \u{201c}Spring 2 2023/24\u{201d}, \u{201c}Autumn 2024/25\u{201d} or \u{201c}2023/24\u{201d}"
        );
    }
    Ok(parts)
}

/// The term that is meant where the season's name is misspelt.
fn meant(words: &str, scheme: Scheme) -> Option<String> {
    let seasons = [Season::Autumn, Season::Spring, Season::Summer].map(Season::name);
    let mended = words.split_whitespace().map(|word| {
        let like = |season: &&str| likeness(&season.to_lowercase(), &word.to_lowercase());
        let near = seasons.into_iter().max_by(|a, b| like(a).total_cmp(&like(b)));
        near.filter(|near| like(near) >= 0.6).unwrap_or(word)
    });
    let mended = mended.collect::<Vec<_>>().join(" ");
    let reading = term::read(&mended, scheme);
    (mended != words && !reading.rest && reading.clashes.is_empty() && reading.term().is_ok()).then_some(mended)
}

/// That the terms after --from and --to stand in this order, as far as both say.
fn ordered(from: (&str, &Parts), to: (&str, &Parts)) -> anyhow::Result<()> {
    let ((from, a), (to, b)) = (from, to);
    let Some(years) = a.year.zip(b.year).map(|(a, b)| a.cmp(&b)) else { return Ok(()) };
    let halves = a.half.zip(b.half).map_or(Ordering::Equal, |(a, b)| a.cmp(&b));
    let within = a.season.zip(b.season).map_or(Ordering::Equal, |(a, b)| a.cmp(&b).then(halves));
    if years.then(within) == Ordering::Greater {
        anyhow::bail!(
            "--from \u{201c}{from}\u{201d} is later than --to \u{201c}{to}\u{201d}; change them over, the earlier term first"
        );
    }
    Ok(())
}

/// A line for each fault that keeps words of a report from being read.
fn unread(loaded: &Loaded) -> Vec<String> {
    let unread = loaded.diagnostics.iter().filter(|d| d.rule == "unreadable");
    let line = |d: &crate::diagnostic::Diagnostic| {
        let (start, _) = loaded.sources.position(d.span);
        format!("termwise: {}:{}:{}: {}", loaded.sources.name(d.span.source), start.line, start.column, d.message)
    };
    unread.map(line).collect()
}

/// The districts that there are reports of, each once, as they may be shown.
fn districts(loaded: &Loaded) -> Vec<String> {
    // Most reports state a name that others state: one is looked at for what may be shown of it.
    let mut stated: BTreeMap<&str, &Text> = BTreeMap::new();
    for district in loaded.corpus.reports().iter().filter_map(|report| report.districts.first()) {
        stated.entry(&district.stated.value).or_insert(&district.stated.text);
    }
    let mut names: Vec<String> = stated.iter().map(|(name, text)| loaded.sources.value(name, text)).collect();
    names.sort_unstable();
    names.dedup();
    names
}
