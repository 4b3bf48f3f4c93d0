//! An error is explained, which does not put it right.
//!
//! An error must be corrected: without a term, a section or an exit strategy the report cannot be used, whatever the
//! reason. Correct what the error says and delete the explanation. If there is nothing to report, say so and why in the section
//! itself: “None: the network could not meet while its chair was ill” is an answer.
//!
//! ```markdown bad
//! ### Activity last period
//! <!-- termwise: explain section-empty: nothing happened -->
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! None: the network could not meet while its chair was ill; it meets again on 5 June 2024.
//! ```

use crate::diagnostic::Level;
use crate::explain;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: explain::OF_ERROR,
    group: Group::Explaining,
    level: Level::Query,
    check: Check::Elsewhere,
    ..Rule::BASE
};
