//! What can be typed after `lint`.

use super::values::{date, format_and_file};
use super::{Configured, Search};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
    /// Report on what has changed since this git revision only, such as origin/main, the rest as context.
    #[arg(long, value_name = "REVISION", conflicts_with = "write_baseline")]
    pub changed_since: Option<String>,
    /// With --changed-since: also tell what this commit, whose reports stand here, changes of the settings, the ignore
    /// files, the baseline and the pipeline; it is judged by those that stand here.
    #[arg(long, value_name = "REVISION", requires = "changed_since")]
    pub contribution: Option<String>,
    /// With --contribution: the commit that it is to go to, as that is now; a report that was put there meanwhile is left to
    /// check once it is merged.
    #[arg(long, value_name = "REVISION", requires = "contribution")]
    pub onto: Option<String>,
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

/// How findings are printed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingsFormat {
    /// With the lines they are about, and a closing sentence.
    Text,
    /// One line each.
    Concise,
    /// As JSON, version 1.
    Json,
    /// As JSON, a line for each finding.
    Jsonl,
    /// As SARIF 2.1.0, for code scanning.
    Sarif,
    /// As annotations of GitHub Actions, ten of a kind.
    Github,
    /// As a Code Quality report of GitLab.
    Gitlab,
    /// As issues of Azure Pipelines.
    Azure,
    /// As test results in the form of JUnit.
    Junit,
    /// As Markdown, for the summary of a pipeline.
    Markdown,
    /// As one HTML page, to read, keep or print.
    Html,
}

impl FindingsFormat {
    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<FindingsFormat> {
        FindingsFormat::from_str(name, true).ok()
    }
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
