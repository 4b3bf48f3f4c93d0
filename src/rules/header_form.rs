//! The district or the term stands in the text, not in the block at the top.
//!
//! Both ways are read. In the block at the top everyone finds them at the same place, the folder's tools
//! can list them, and a change of layout cannot lose them.
//!
//! ```markdown bad
//! # Northmoor: Spring 2 2023/24
//!
//! **District:** Northmoor
//!
//! **Officers:** Asha Rowe and Tom Pell
//!
//! **Term:** Spring 2 2023/24
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # Northmoor: Spring 2 2023/24
//! ```

use crate::diagnostic::Level;
use crate::form::Field;
use crate::outline::Language;
use crate::report::{Headed, Origin, Report, field_name};
use crate::rule::{Check, Emit, Group, Rule, listed};
use crate::source::Text;

pub(super) const RULE: Rule =
    Rule { name: "header-form", group: Group::Header, level: Level::Note, check: Check::Report(check), ..Rule::BASE };

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.language != Language::Markdown {
        return;
    }
    let mut labelled: Vec<(Field, &Text)> = Vec::new();
    labelled.extend(in_text(&report.districts).map(|text| (Field::District, text)));
    labelled.extend(in_text(&report.terms).map(|text| (Field::Term, text)));
    labelled.sort_by_key(|(_, text)| text.span());
    let Some((_, first)) = labelled.first() else { return };
    let names: Vec<&str> = labelled.iter().map(|(field, _)| field_name(emit.form, *field)).collect();
    let line = |(field, text): &(Field, &Text)| {
        emit.form.field(*field).map(|row| format!("`{}: {}`", row.key, emit.sources.words(text)))
    };
    let lines: Vec<String> = labelled.iter().filter_map(line).collect();
    let stand = if names.len() == 1 { "stands" } else { "stand" };
    let message = format!("{} {stand} in the text, not in the block at the top", listed(&names, "and"));
    let help =
        format!("write {} between two lines `---` at the very top, and take them out here", listed(&lines, "and"));
    emit.at(first.span(), message).advise(help);
}

/// The words of a value that only a label or table in the text states.
fn in_text<T>(stated: &[Headed<T>]) -> Option<&Text> {
    let labelled = |headed: &&Headed<T>| headed.origin == Origin::Label;
    let in_block = stated.iter().any(|headed| headed.origin == Origin::Key);
    stated.iter().find(labelled).filter(|_| !in_block).map(|headed| &headed.stated.text)
}
