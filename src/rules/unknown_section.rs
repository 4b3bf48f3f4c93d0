//! A heading or key stands where a section belongs, and the form knows no such section.
//!
//! Its text belongs to none of the five sections, so it is left out when districts are compared. Mostly the
//! heading is misspelt. A heading inside a section is welcome: give it one `#` more than the section's.
//!
//! ```markdown bad
//! ### Planed activity next period
//! - Agree the attendance pathway with the heads by 14 June 2024
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//!
//! ### Thanks
//! - The office staff of Ravelsby Primary found the rooms
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//!
//! #### Thanks
//! - The office staff of Ravelsby Primary found the rooms
//! ```

use crate::diagnostic::Level;
use crate::outline::Language;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};

pub(super) const RULE: Rule = Rule {
    name: "unknown-section",
    group: Group::Reading,
    level: Level::Query,
    roles: &[],
    check: Check::Report(check),
    page: "",
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    for unknown in report.unknown.iter().filter(|unknown| unknown.section) {
        let label = &unknown.label;
        let near = emit.form.nearest(label.words(), true);
        let meant = near.and_then(|name| emit.form.sections.iter().find(|section| section.heading == name));
        let help = match (meant, unknown.priority, report.language) {
            (Some(section), ..) => format!("write {} if that is what it is", emit.opening(section)),
            (None, None, Language::Markdown | Language::Plain) => {
                let priority = emit.form.priority.first().map_or("", String::as_str);
                let title = quoted(&format!("{priority}: {}", emit.sources.words(label)));
                format!("write {title} if it is a priority, or move its words into one")
            }
            (None, _, language) => {
                let within = match language {
                    Language::Markdown => "make it a smaller heading, with one `#` more, inside one of the sections",
                    Language::Yaml => "move its words to the key of one of the sections",
                    Language::Plain => "move its words into one of the sections",
                };
                format!("{within}: {}", listed(&emit.form.section_names(), "and"))
            }
        };
        let under = near.map_or_else(String::new, |name| format!("did you mean {}?", quoted(name)));
        emit.at(label.span(), format!("the form has no section {}", emit.quote(label))).mark(under).advise(help);
    }
}
