//! The sections of a priority stand in another order than the form's.
//!
//! Whoever reads many reports looks for a section at its usual place. The order tells a story: what was
//! meant, what was done, what comes next, what changed, and how it will go on.
//!
//! ```markdown bad
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//!
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//! ```
//!
//! ```markdown good
//! ### Intended outcomes
//! - Persistent absence falls in the partner primaries
//!
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//!
//! ### Impact so far
//! - Absence in the partner primaries fell from 9% to 7%
//! ```

use crate::diagnostic::Level;
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Rule, listed};

pub(super) const RULE: Rule =
    Rule { name: "section-order", group: Group::Form, level: Level::Note, check: Check::Priority(check), ..Rule::BASE };

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    for (at, passage) in priority.passages.iter().enumerate() {
        let before = || priority.passages.iter().take(at);
        if before().any(|earlier| earlier.section == passage.section) {
            continue;
        }
        let Some(other) = before().find(|earlier| earlier.section > passage.section) else { continue };
        let (Some(this), Some(that)) = (emit.form.section(passage.section), emit.form.section(other.section)) else {
            continue;
        };
        let order = listed(&emit.form.section_names(), "and");
        emit.at(passage.label.span(), format!("{} stands after {}", this.name, that.name))
            .advise(format!("move {} before {}: the order is {order}", this.name, that.name))
            .also(other.label.span(), format!("{} should come before this", this.name));
        return;
    }
}
