//! An explanation stands where its rule finds nothing, has lapsed, names no rule, or is misspelt.
//!
//! An explanation tells the coordinator why a finding may stand. When what it explained has gone, when its last
//! term has passed, or when its rule is misspelt, it explains nothing, and the next reader wonders what it is for.
//! Delete it, or move it to where it belongs: right below the words it explains. An explanation is written
//! `termwise: explain RULE: the reason`, with `until TERM` after the rule if it is to lapse.
//!
//! ```markdown bad
//! ### Activity last period
//! - Visited all six partner primaries
//!   <!-- termwise: explain placeholder-text: the venue is settled in June -->
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Visited all six partner primaries, the last on a date TBC
//!   <!-- termwise: explain placeholder-text until Autumn 2023/24: the school names it by half-term -->
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Visited all six partner primaries, the last on a date TBC
//!   <!-- termwise: explain placeholder-txt: the school names it by half-term -->
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Visited all six partner primaries, the last on a date TBC
//!   <!-- termwise explain placeholder-text: the school names it by half-term -->
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Visited all six partner primaries, the last on a date TBC
//!   <!-- termwise: explain placeholder-text until Summer 2023/24: the school names it by half-term -->
//! ```

use crate::diagnostic::Level;
use crate::explain;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: explain::UNUSED,
    group: Group::Explaining,
    level: Level::Query,
    check: Check::Elsewhere,
    ..Rule::BASE
};
