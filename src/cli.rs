//! The command line: what can be typed, and nothing of what it does.

use crate::output::Colour;
use crate::rule::listed;
use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

mod usage;
pub use usage::usage;

/// Checks, compares and rolls up termly progress reports. Nothing leaves this computer.
///
/// A report is a Markdown (.md), YAML (.yaml) or plain-text (.txt) file: one district, one term.
#[derive(Parser, Debug)]
#[command(name = "termwise", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to colour what is printed.
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN", display_order = 900)]
    pub color: When,
    /// How many files are worked on at once; all processors if not given.
    #[arg(long, global = true, value_name = "N", value_parser = threads, display_order = 901)]
    pub threads: Option<u16>,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Check reports before they are sent.
    #[command(visible_alias = "check")]
    Lint(Lint),
    /// Compare two reports: what came of last term's.
    Diff(Diff),
    /// Roll districts and terms up into one page.
    Rollup(Rollup),
    /// Write a report in its canonical form, as Markdown, YAML or JSON.
    Convert(Convert),
    /// Write a first termwise.yaml from the reports that are there.
    Init(Init),
    /// Tell what a rule is about and how to mend what it finds; without a rule, list them all.
    Explain(Explain),
    /// Print the JSON Schema of the YAML form, of termwise.yaml or of a JSON output.
    Schema(Schema),
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Options of `lint`.
#[derive(Args, Debug)]
pub struct Lint {
    /// Files and folders to check; `-` is standard input. The current folder if none is given.
    pub paths: Vec<PathBuf>,
    /// How the findings are printed.
    #[arg(short, long, value_enum, default_value = "text", env = "TERMWISE_FORMAT")]
    pub format: FindingsFormat,
    /// Also write the findings to a file in this format; may be given several times.
    #[arg(long, value_name = "FORMAT=FILE", value_parser = format_and_file::<FindingsFormat>)]
    pub output: Vec<(FindingsFormat, PathBuf)>,
    /// The lowest level that makes the exit code 1.
    #[arg(long, value_enum, default_value = "query", value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// Report on these rules or groups of rules only, such as section-missing or content; commas between several.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules or groups of rules out; commas between several.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Report on this term only, such as "Spring 2023/24"; may be given several times.
    #[arg(long)]
    pub term: Vec<String>,
    /// Report on this term and later ones only.
    #[arg(long, value_name = "TERM")]
    pub since: Option<String>,
    /// Also tell the reports that are overdue on this day, YYYY-MM-DD, by the due dates of termwise.yaml.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_at: Option<String>,
    /// Show the findings that the reports explain too, with the reasons.
    #[arg(long)]
    pub explained: bool,
    /// Count the findings of each rule instead of showing them.
    #[arg(long)]
    pub statistics: bool,
    /// Leave out the findings that this file knows.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write the findings that there are now to the baseline.
    #[arg(long, requires = "baseline", conflicts_with_all = ["select", "ignore", "term", "since", "diff", "show_files"])]
    pub write_baseline: bool,
    /// Check each report by itself: no look at the reports around it, and no rule that needs several.
    #[arg(long)]
    pub alone: bool,
    /// Print the names of the files that would be checked or left out, and check nothing.
    #[arg(long)]
    pub show_files: bool,
    /// The name that standard input goes by, `standard-input.md` if not given; its ending tells the language, and
    /// if there is such a file, standard input stands for it.
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,
    /// Print errors and the closing sentence only.
    #[arg(short, long)]
    pub quiet: bool,
    /// Mend in the files what can be mended without changing a statement, a title or a value, then check
    /// what is left.
    #[arg(long, conflicts_with = "show_files")]
    pub fix: bool,
    /// With --fix: print what would be changed as a unified diff, and write nothing; exit with 1 if there is
    /// anything.
    #[arg(long, requires = "fix", conflicts_with_all = ["output", "statistics"])]
    pub diff: bool,
    /// Which termwise.yaml holds.
    #[command(flatten)]
    pub configured: Configured,
    /// How folders are searched.
    #[command(flatten)]
    pub search: Search,
}

/// How folders are searched.
#[derive(Args, Debug, Clone)]
pub struct Search {
    /// Leave out files and folders that match this glob; may be given several times.
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,
    /// Check files that .gitignore and .ignore leave out too.
    #[arg(long)]
    pub no_ignore: bool,
    /// Search hidden folders too.
    #[arg(long)]
    pub hidden: bool,
}

/// Which termwise.yaml holds.
#[derive(Args, Debug, Clone)]
pub struct Configured {
    /// Go by this termwise.yaml, not by the nearest one up the tree.
    #[arg(long, value_name = "FILE", env = "TERMWISE_CONFIG", hide_env_values = true, value_parser = any_path())]
    pub config: Option<PathBuf>,
    /// Go by the built-in form and rules, whatever a termwise.yaml says.
    #[arg(long)]
    pub no_config: bool,
}

/// Options of `diff`.
#[derive(Args, Debug)]
pub struct Diff {
    /// The earlier and the later report; or, with --district, the folders to look in.
    pub paths: Vec<PathBuf>,
    /// The district whose reports of two terms to compare.
    #[arg(long, requires_all = ["from", "to"])]
    pub district: Option<String>,
    /// The earlier term: "Spring 2 2023/24".
    #[arg(long, value_name = "TERM", requires = "district")]
    pub from: Option<String>,
    /// The later term.
    #[arg(long, value_name = "TERM", requires = "district")]
    pub to: Option<String>,
    /// Compare the reports that changed between two git revisions of a folder: main..HEAD.
    #[arg(long, value_name = "A..B", conflicts_with = "district")]
    pub rev: Option<String>,
    /// How the comparison is printed.
    #[arg(short, long, value_enum, default_value = "text")]
    pub format: DiffFormat,
    /// Show one part only: what came of the plan, what became of the priorities, or what changed in their sections.
    #[arg(long, value_enum, value_name = "PART")]
    pub only: Option<DiffPart>,
    /// Exit with 1 if the reports differ, as `git diff --exit-code` does.
    #[arg(long)]
    pub exit_code: bool,
    /// Which termwise.yaml holds.
    #[command(flatten)]
    pub configured: Configured,
    /// How folders are searched.
    #[command(flatten)]
    pub search: Search,
}

/// Options of `rollup`.
#[derive(Args, Debug)]
pub struct Rollup {
    /// Files and folders to roll up. The current folder if none is given.
    pub paths: Vec<PathBuf>,
    /// What each row is about; districts if not given, and in a workbook all of these, a sheet each.
    #[arg(short, long, value_enum)]
    pub view: Option<View>,
    /// How the page is printed.
    #[arg(short, long, value_enum, default_value = "table")]
    pub format: PageFormat,
    /// Also write the page to a file in this format, such as xlsx=progress.xlsx; may be given several times.
    #[arg(long, value_name = "FORMAT=FILE", value_parser = format_and_file::<PageFormat>)]
    pub output: Vec<(PageFormat, PathBuf)>,
    /// Only this district; may be given several times.
    #[arg(long)]
    pub district: Vec<String>,
    /// Only the districts of this area, as termwise.yaml has it; may be given several times.
    #[arg(long)]
    pub area: Vec<String>,
    /// Only this term, such as "Spring 2023/24" or "2023/24"; may be given several times.
    #[arg(long)]
    pub term: Vec<String>,
    /// Only this term and later ones.
    #[arg(long, value_name = "TERM")]
    pub from: Option<String>,
    /// Only this term and earlier ones.
    #[arg(long, value_name = "TERM")]
    pub to: Option<String>,
    /// Only priorities of this theme; may be given several times.
    #[arg(long)]
    pub theme: Vec<String>,
    /// Only priorities that state this status, such as on-hold; may be given several times.
    #[arg(long)]
    pub status: Vec<String>,
    /// Say which missing reports are overdue on this day, YYYY-MM-DD, by the due dates of termwise.yaml.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_at: Option<String>,
    /// Sort the rows by this column: counts from the largest, terms from the earliest, words from A to Z.
    #[arg(long, value_name = "COLUMN")]
    pub sort: Option<String>,
    /// Show the first N rows, and say how many are left out.
    #[arg(long, value_name = "N", value_parser = count, allow_hyphen_values = true)]
    pub limit: Option<usize>,
    /// Which termwise.yaml holds.
    #[command(flatten)]
    pub configured: Configured,
    /// How folders are searched.
    #[command(flatten)]
    pub search: Search,
}

/// Options of `convert`.
#[derive(Args, Debug)]
pub struct Convert {
    /// The report to convert; `-` is standard input.
    pub file: PathBuf,
    /// What to write.
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub to: Language,
    /// Write to this file, or, where the file holds several reports, into this folder.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// The name that standard input goes by, `standard-input.md` if not given; its ending tells the language.
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,
    /// Which termwise.yaml holds.
    #[command(flatten)]
    pub configured: Configured,
}

/// Options of `init`.
#[derive(Args, Debug)]
pub struct Init {
    /// Folders or files with reports. The current folder if none is given.
    pub paths: Vec<PathBuf>,
    /// Write to this file, not to termwise.yaml in the folder of the reports; nothing is ever written over.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How folders are searched.
    #[command(flatten)]
    pub search: Search,
}

/// Options of `explain`.
#[derive(Args, Debug)]
pub struct Explain {
    /// The rule, such as section-missing.
    pub rule: Option<String>,
}

/// Options of `schema`.
#[derive(Args, Debug)]
pub struct Schema {
    /// What to describe.
    #[arg(long, value_enum, default_value = "report", value_name = "WHAT")]
    pub of: Shape,
    /// Which termwise.yaml holds.
    #[command(flatten)]
    pub configured: Configured,
}

/// When to colour.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl From<When> for Colour {
    fn from(when: When) -> Colour {
        match when {
            When::Auto => Colour::Auto,
            When::Always => Colour::Always,
            When::Never => Colour::Never,
        }
    }
}

/// How findings are printed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingsFormat {
    /// With the lines they are about, and a closing sentence.
    Text,
    /// One line each.
    Concise,
    /// As JSON, version 1.
    Json,
}

/// How a comparison is printed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffFormat {
    /// For the terminal.
    Text,
    /// As Markdown.
    Markdown,
    /// As one HTML page, to send on or print.
    Html,
    /// As JSON, version 1.
    Json,
}

/// A part of a comparison.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffPart {
    /// What came of each planned statement.
    FollowThrough,
    /// What became of each priority, and its fields.
    Priorities,
    /// What became of each priority, and what changed in its sections.
    Sections,
}

/// How a rollup is printed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFormat {
    /// For the terminal.
    Table,
    /// As Markdown.
    Markdown,
    /// As one HTML page, to send on or print.
    Html,
    /// The table alone, for a spreadsheet.
    Csv,
    /// As a workbook for Excel or LibreOffice, with charts.
    Xlsx,
    /// As JSON, version 1.
    Json,
}

/// What each row of a rollup is about.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// A district.
    Districts,
    /// A term.
    Terms,
    /// A theme of a priority, and how it is known.
    Themes,
    /// A priority over its terms.
    Priorities,
    /// A district's term: what came of the plan of its report before.
    FollowThrough,
    /// What lint finds.
    Findings,
    /// What lint finds and a report explains, with the reason.
    Explanations,
    /// A statement.
    Statements,
    /// A district's term: whether its report is there.
    Coverage,
}

/// What `convert` writes.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The canonical Markdown form.
    Markdown,
    /// The YAML form.
    Yaml,
    /// JSON, version 1.
    Json,
}

/// What `schema` describes.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A report in the YAML form.
    Report,
    /// The settings of an authority: termwise.yaml.
    Config,
    /// The JSON of lint.
    Lint,
    /// The JSON of diff.
    Diff,
    /// The JSON of diff --rev.
    Revisions,
    /// The JSON of rollup.
    Rollup,
    /// The JSON of convert.
    Convert,
}

/// The lowest level that makes the exit code 1.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// Errors only.
    Error,
    /// Queries and errors.
    Query,
    /// Anything.
    Note,
    /// Nothing: findings never do.
    Never,
}

/// A path, or none at all: in scripts a name is often left empty.
fn any_path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

impl FindingsFormat {
    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<FindingsFormat> {
        FindingsFormat::from_str(name, true).ok()
    }
}

fn format_and_file<F: ValueEnum>(value: &str) -> Result<(F, PathBuf), String> {
    let known: Vec<String> = F::value_variants()
        .iter()
        .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
        .collect();
    let (format, file) = value.split_once('=').ok_or_else(|| {
        // The ending of a name that stands alone tells what was meant.
        let ending = value.rsplit_once('.').map(|(_, ending)| ending);
        let ending = ending.filter(|ending| known.iter().any(|format| format == ending));
        let example = ending.map_or_else(|| "json=results.json".to_owned(), |ending| format!("{ending}={value}"));
        format!("write it as FORMAT=FILE, such as {example}")
    })?;
    let format = F::from_str(format, true)
        .map_err(|_| format!("the format is {}, not \u{201c}{format}\u{201d}", listed(&known, "or")))?;
    if file.is_empty() { Err("name a file after the =".to_owned()) } else { Ok((format, PathBuf::from(file))) }
}

fn threads(value: &str) -> Result<u16, String> {
    let number = value.parse().ok().filter(|number| (1..=256).contains(number));
    number.ok_or_else(|| "give a number from 1 to 256".to_owned())
}

/// A number of rows.
fn count(value: &str) -> Result<usize, String> {
    value.parse().map_err(|_| "give a number in figures, such as 20".to_owned())
}

/// A day.
fn date(value: &str) -> Result<String, String> {
    if crate::config::is_date(value) {
        return Ok(value.to_owned());
    }
    let is_shaped = value.len() == 10
        && value.char_indices().all(|(at, c)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    Err(match is_shaped {
        true => "there is no such day; give year, month and day, such as 2025-04-05".to_owned(),
        false => "give year, month and day, such as 2025-04-05".to_owned(),
    })
}
