//! What can be typed after `diff`.

use super::{Configured, Search};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
