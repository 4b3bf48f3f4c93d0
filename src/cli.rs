//! The command line: what can be typed, and nothing of what it does.

use crate::output::Colour;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use values::{any_path, threads};

mod diff;
mod lint;
mod rollup;
mod usage;
mod values;
pub use diff::{Diff, DiffFormat, DiffPart};
pub use lint::{FailOn, FindingsFormat, Lint};
pub use rollup::{PageFormat, Rollup, View};
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
    /// Print a page of the manual, for `man`: that of termwise, or of a command.
    Man {
        /// The command, such as lint.
        command: Option<String>,
    },
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
    #[value(alias = "findings")]
    Lint,
    /// A line of lint --format jsonl.
    Lines,
    /// The JSON of diff.
    Diff,
    /// The JSON of diff --rev.
    Revisions,
    /// The JSON of rollup.
    Rollup,
    /// The JSON of convert.
    Convert,
}
