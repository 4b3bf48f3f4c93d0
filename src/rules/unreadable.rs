//! Part of the report cannot be read as it stands.
//!
//! Nothing in a part that cannot be read is checked, compared or rolled up, so work that was done would not
//! be counted. Most often a bracket or a quotation mark is left open, or a line of a list is indented
//! differently from its neighbours. A Word document or a PDF that was given the name of a text file cannot
//! be read either: in Word, use Save As and choose Plain Text.
//!
//! ```yaml bad
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell
//! term: Spring 2 2023/24
//! ```
//!
//! ```yaml good
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ```

use crate::diagnostic::Level;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule =
    Rule { name: "unreadable", group: Group::Reading, level: Level::Error, check: Check::Elsewhere, ..Rule::BASE };
