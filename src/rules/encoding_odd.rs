//! The file is not in UTF-8, and its letters had to be guessed.
//!
//! Older Windows programs save curly quotes, dashes, £ and accents in a way of their own. termwise reads the
//! file as Windows-1252, which is nearly always right; where it is not, names and amounts come out wrong in
//! every document made from the report. Save it as UTF-8: in Notepad, Save As, and choose UTF-8 below the
//! name. What was guessed is never rewritten in place.
//!
//! ```markdown bad windows-1252
//! ### Activity last period
//! - Opened the children’s breakfast room at Ravelsby Primary for £400
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Opened the children’s breakfast room at Ravelsby Primary for £400
//! ```

use crate::diagnostic::Level;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule =
    Rule { name: "encoding-odd", group: Group::Reading, level: Level::Query, check: Check::Elsewhere, ..Rule::BASE };
