//! What the tree is built of: the maps and lists that are open, and what waits for its place in them.

use crate::outline::{Body, Entry};
use crate::source::Text;

/// An open document, map or list.
pub struct Level {
    /// What it is.
    pub shape: Shape,
    /// Whether brackets hold it, so that columns mean nothing.
    pub flow: bool,
    /// The column of its keys or list markers, from 0.
    pub column: usize,
    /// Where it begins, the marker of the list item that it is included.
    pub start: usize,
    /// Where its first mark stands, until something is in it.
    pub end: usize,
    /// A document's own words.
    pub body: Body,
    /// What stands in it so far.
    pub entries: Vec<Entry>,
}

/// What a level is.
pub enum Shape {
    /// A document.
    Document,
    /// A map, with the key whose value comes next.
    Map(Option<Key>),
    /// A list.
    List,
}

/// A key whose value is still to come.
pub struct Key {
    /// Its words.
    pub label: Text,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A value as its key, item or document takes it.
pub struct Node {
    /// Its words.
    pub body: Body,
    /// What stands under it.
    pub entries: Vec<Entry>,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A comment that has no place yet.
pub struct Loose {
    /// The comment.
    pub entry: Entry,
    /// Where it begins.
    pub start: usize,
    /// Its column, from 0.
    pub column: usize,
}
