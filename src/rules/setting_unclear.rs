//! A setting of termwise.yaml cannot be understood, or two settings contradict each other.
//!
//! What is set is either followed or refused, never guessed at: a level that is none, words where a list belongs,
//! a label that two sections claim. Every command stops with the exit code 2 until it is mended.
//!
//! ```yaml bad file=termwise.yaml
//! districts: Northmoor
//! ```
//!
//! ```yaml bad file=termwise.yaml
//! rules:
//!   section-order: warning
//! ```
//!
//! ```yaml bad file=termwise.yaml
//! labels:
//!   activity: [Progress]
//!   impact: [Progress]
//! ```
//!
//! ```yaml good file=termwise.yaml
//! districts:
//!   - name: Northmoor
//!     aliases: [North Moor]
//! labels:
//!   activity: [Progress]
//! rules:
//!   section-order: off
//! ```

use crate::diagnostic::Level;
use crate::rule::{Check, Group, Rule};

pub(super) const RULE: Rule = Rule {
    name: "setting-unclear",
    group: Group::Settings,
    level: Level::Error,
    check: Check::Elsewhere,
    ..Rule::BASE
};
