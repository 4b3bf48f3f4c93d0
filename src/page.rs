//! A page to show: headings, notes, lists and tables, before any format has had a say.

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
