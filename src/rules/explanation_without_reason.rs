//! An explanation gives no reason.
//!
//! The reason is all that an explanation is for: it is kept in the report, where the coordinator reads it. Without
//! one the finding stands. Write why it may stand after the colon, in a sentence that will still be clear next term.
//!
//! ```markdown bad
//! ### Activity last period
//! - Visited all six partner primaries, the last on a date TBC
//!   <!-- termwise: explain placeholder-text -->
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Visited all six partner primaries, the last on a date TBC
//!   <!-- termwise: explain placeholder-text: the school names it by half-term -->
//! ```

use crate::diagnostic::Level;
use crate::explain;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: explain::WITHOUT_REASON,
    group: Group::Explaining,
    level: Level::Query,
    check: Check::Elsewhere,
    ..Rule::BASE
};
