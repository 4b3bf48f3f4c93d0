//! A heading or key stands where a section belongs, and the form knows no such section.
//!
//! Its text belongs to none of the five sections, so it is left out when districts are compared. Mostly the
//! heading is misspelt; where the section it was meant for is missing otherwise, that makes it an error. A heading inside a section is welcome: give it one `#` more than the section's.
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
use crate::form::SectionId;
use crate::outline::Language;
use crate::report::{Priority, Report};
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};

pub(super) const RULE: Rule = Rule {
    name: "unknown-section",
    group: Group::Reading,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    for unknown in report.unknown.iter().filter(|unknown| unknown.section) {
        let label = &unknown.label;
        let near = emit.form.nearest(label.words(), true);
        let meant = near.and_then(|name| emit.form.sections.iter().find(|section| section.heading == name));
        let lacking = emit.misspelt(unknown);
        let help = match (meant, unknown.priority, report.language) {
            (Some(section), ..) if lacking.is_some() => {
                format!("write {}; without it this priority has no {}", emit.opening(section), section.name)
            }
            (Some(section), ..) => format!("write {} if that is what it is", emit.opening(section)),
            (None, None, Language::Markdown | Language::Plain) => {
                let priority = emit.form.priority.first().map_or("", String::as_str);
                let title = quoted(&format!("{priority}: {}", emit.sources.words(label)));
                format!("write {title} if it is a priority, or move its words into one")
            }
            (None, priority, language) => {
                let absent =
                    priority.and_then(|at| report.priorities.get(at)).map_or_else(Vec::new, |p| absent(p, emit));
                let within = match language {
                    Language::Markdown => "make it a smaller heading, with one `#` more, inside one of the sections",
                    Language::Yaml => "move its words to the key of one of the sections",
                    Language::Plain => "move its words into one of the sections",
                };
                let within = format!("{within}: {}", listed(&emit.form.section_names(), "and"));
                match absent.as_slice() {
                    // With more than two to choose from the sentence would help nobody.
                    [_] | [_, _] => format!("write {} if that is what it is; if not, {within}", listed(&absent, "or")),
                    _ => within,
                }
            }
        };
        // Without a space after them the `#` begin no heading; what is read of it then is a guess, and a right one.
        let tight = report.language == Language::Markdown && emit.before(label.span()).ends_with('#');
        let help = if tight { format!("put a space after the `#`, and {help}") } else { help };
        let under = near.map_or_else(String::new, |name| format!("did you mean {}?", quoted(name)));
        let found = emit.at(label.span(), format!("the form has no section {}", emit.quote(label)));
        found.mark(under).advise(help);
        if let Some((_, level)) = lacking {
            found.level = found.level.max(level);
        }
    }
}

/// What opens each of the sections that this priority should have and has not: the unknown one may be it.
fn absent(priority: &Priority, emit: &Emit<'_>) -> Vec<String> {
    let sections = emit.form.sections.iter().enumerate();
    let absent = sections.filter(|(at, section)| {
        emit.demand(section, priority).is_some() && priority.passages_of(SectionId(*at)).next().is_none()
    });
    absent.map(|(_, section)| emit.opening(section)).collect()
}
