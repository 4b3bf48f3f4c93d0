//! A page to show: headings, notes, lists, tables and charts, before any format has had a say.

mod chart;
mod own;
mod value;
pub use chart::{Bars, Chart, Column, Grid, Lives, Moment, Part, Sign, Square, Tone};
pub use own::{GENERATOR, MARK, is_own};
pub(crate) use value::record;
pub use value::{Given, Kind, Member, Shape, Value, shapes};

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// One block of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading below the title: 1 is the highest.
    Heading(u8, Words),
    /// A paragraph.
    Note(Words),
    /// A list.
    List(Vec<Words>),
    /// A table; every row has as many cells as the head.
    Table {
        /// The columns' names.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
    /// Something for formats that draw. What it shows stands in a table of the page too, or follows from one, so that a
    /// format which draws nothing leaves it out.
    Chart(Chart),
    /// A chart, and what it shows as a table, which a format that draws nothing has alone.
    Figure {
        /// The chart.
        chart: Chart,
        /// The columns of the table.
        head: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<Cell>>,
    },
    /// Counts that stand out, each with what is counted; they follow from the tables.
    Counts(Vec<(String, String)>),
    /// A name that links lead to, for the block after it.
    Anchor(String),
    /// What leads to the parts of the page.
    Contents(Vec<Links>),
    /// What is for some readers only: its name, and a list that is folded away and not printed.
    Folded(String, Vec<Words>),
}

impl Block {
    /// Whether it is for formats alone that draw, and lead from one part to another.
    #[must_use]
    pub fn is_for_screens(&self) -> bool {
        match self {
            Block::Chart(_) | Block::Counts(_) | Block::Anchor(_) | Block::Contents(_) | Block::Folded(..) => true,
            Block::Heading(..) | Block::Note(_) | Block::List(_) | Block::Table { .. } | Block::Figure { .. } => false,
        }
    }
}

/// Links of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// What they lead to.
    pub name: String,
    /// Their words, and the anchors that they lead to.
    pub links: Vec<(String, String)>,
}

/// A page of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it goes by, a word or two.
    pub name: String,
    /// What stands on it.
    pub page: Page,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words of a report, or computed ones.
    Words(String),
    /// A count.
    Number(u64),
    /// Nothing.
    Empty,
}

/// Words in runs, some of them marked as added or removed.
pub type Words = Vec<Run>;

/// A stretch of words that are marked alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words, their spaces included.
    pub words: String,
    /// How they are marked.
    pub mark: Mark,
}

/// What is said of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    Plain,
    /// It stands out.
    Strong,
    /// It is in the later report only.
    Added,
    /// It is in the earlier report only.
    Removed,
}

/// Plain words, one run.
#[must_use]
pub fn words(words: impl Into<String>) -> Words {
    vec![Run { words: words.into(), mark: Mark::Plain }]
}
