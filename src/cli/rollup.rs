//! What can be typed after `rollup`.

use super::values::{count, date, format_and_file};
use super::{Configured, Search};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Options of `rollup`.
#[derive(Args, Debug)]
pub struct Rollup {
    /// Files and folders to roll up. The current folder if none is given.
    pub paths: Vec<PathBuf>,
    /// What each row is about; districts if not given, in a workbook all of these, a sheet each, and in HTML all there
    /// is to see, on one page.
    #[arg(short, long, value_enum)]
    pub view: Option<View>,
    /// Write a paper instead: thematic, scrutiny, regional or board, or one by your own template, a file NAME.md.jinja.
    #[arg(long, value_name = "PAPER", conflicts_with_all = ["view", "sort", "limit"])]
    pub document: Option<String>,
    /// How the page is printed; table if not given, and a paper as markdown.
    #[arg(short, long, value_enum)]
    pub format: Option<PageFormat>,
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
    /// Write "5 or fewer" for every number up to the threshold of small-number, unless its words say that it is of no
    /// people, and leave out figures by which one could be worked out: for a page that is published.
    #[arg(long)]
    pub mask: bool,
    /// Which termwise.yaml holds.
    #[command(flatten)]
    pub configured: Configured,
    /// How folders are searched.
    #[command(flatten)]
    pub search: Search,
}

impl Rollup {
    /// How it is printed.
    #[must_use]
    pub fn format(&self) -> PageFormat {
        let own = if self.document.is_some() { PageFormat::Markdown } else { PageFormat::Table };
        self.format.unwrap_or(own)
    }
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
    /// A planned statement: what came of it, and what tells of it.
    Plans,
    /// What lint finds.
    Findings,
    /// What lint finds and a report explains, with the reason.
    Explanations,
    /// A statement.
    Statements,
    /// A district's term: whether its report is there.
    Coverage,
}
