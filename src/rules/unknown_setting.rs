//! termwise.yaml holds a key, or names a rule, that termwise does not know.
//!
//! A misspelt key would set nothing, and nobody would be told. So a fault of termwise.yaml stops every command,
//! with the exit code 2, until it is mended. `termwise schema --of config` prints all that can be set, for editors
//! that check while you type.
//!
//! ```yaml bad file=termwise.yaml
//! distrcts:
//!   - Northmoor
//! ```
//!
//! ```yaml bad file=termwise.yaml
//! rules:
//!   sections-missing: note
//! ```
//!
//! ```yaml good file=termwise.yaml
//! districts:
//!   - Northmoor
//! rules:
//!   section-missing: query
//! ```

use crate::diagnostic::Level;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "unknown-setting",
    group: Group::Settings,
    level: Level::Error,
    check: Check::Elsewhere,
    ..Rule::BASE
};
