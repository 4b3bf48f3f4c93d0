//! The report names two different districts, or lies under another one.
//!
//! Mostly the report was begun as a copy of another district's and one name stayed behind. Everything in it
//! then counts for the district that is named first. The folder or file name counts where termwise.yaml has a
//! `path` that says so.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # Eastvale: Spring 2 2023/24
//! ```
//!
//! ```yaml bad file=termwise.yaml
//! path: reports/{district}/{term}
//! ```
//!
//! ```markdown bad file=reports/eastvale/spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown good
//! ---
//! district: Harrow Fell
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # HARROW FELL: Spring 2 2023/24
//! ```

use crate::diagnostic::Level;
use crate::form::{fold, fold_name};
use crate::report::{Origin, Report};
use crate::rule::{Check, Emit, Group, Rule, quoted};

pub(super) const RULE: Rule = Rule {
    name: "district-contradiction",
    group: Group::Header,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let Some((first, later)) = report.districts.split_first() else { return };
    for other in later.iter().filter(|other| other.stated.value != first.stated.value) {
        let (here, there) = (fold_name(&other.stated.value), fold_name(&first.stated.value));
        let heading = other.origin == Origin::Heading || first.origin == Origin::Heading;
        if here == there || heading && (names(&here, &there) || names(&there, &here)) {
            continue;
        }
        let (here, there) = (&other.stated.text, &first.stated.text);
        let message = format!("the district is {} here, but {} before", emit.quote(here), emit.quote(there));
        let found = emit
            .at(here.span(), message)
            .advise("write the name of the district that the report is for in both places");
        found.also(there.span(), "the first, which counts");
    }
    let filed = emit.form.filed(emit.sources.path(report.source)).and_then(|filed| filed.district);
    let Some(filed) = filed else { return };
    let (here, there) = (fold(&filed), fold(&first.stated.value));
    if here == there || names(&here, &there) || names(&there, &here) {
        return;
    }
    let text = &first.stated.text;
    let message = format!("the district is {}, but the file lies under {}", emit.quote(text), quoted(&filed));
    emit.at(text.span(), message).advise("correct the district here, or move the file to the place of its district");
}

/// Whether a heading holds a name as whole words: "Northmoor Education Partnership" is no other district.
fn names(heading: &str, name: &str) -> bool {
    let words = |words: &str| words.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let (heading, name) = (words(heading), words(name));
    heading.windows(name.len().max(1)).any(|part| part == name)
}
