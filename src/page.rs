//! A page to show: headings, notes, lists, tables and charts, before any format has had a say.

mod own;
mod value;
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
    /// Counts side by side, for formats that draw. Its numbers stand in a table of the page too, or follow from
    /// one, so that a format which draws nothing leaves it out.
    Chart(Chart),
}

/// Counts to be drawn as a bar for each label, its parts one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// What the labels are: the name of their column.
    pub of: String,
    /// The bars' names, in order.
    pub labels: Vec<String>,
    /// The parts of the bars.
    pub parts: Vec<Part>,
}

/// A part of each bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What is counted.
    pub name: String,
    /// How good that is, which says how it is coloured.
    pub tone: Tone,
    /// The counts, one for each label.
    pub counts: Vec<u64>,
}

/// How good it is what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is as it should be.
    Good,
    /// It may be as it should be.
    Unsure,
    /// It was begun, or meant, and did not come about.
    Halted,
    /// It is still to come.
    Waiting,
    /// It is not there, or was not found.
    Lacking,
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
