//! The report names two different districts.
//!
//! Mostly the report was begun as a copy of another district's and one name stayed behind. Everything in it
//! then counts for the district that is named first.
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
use crate::form::fold_name;
use crate::report::{Origin, Report};
use crate::rule::{Check, Emit, Group, Rule};

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
}

/// Whether a heading holds a name as whole words: "Northmoor Education Partnership" is no other district.
fn names(heading: &str, name: &str) -> bool {
    let words = |words: &str| words.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let (heading, name) = (words(heading), words(name));
    heading.windows(name.len().max(1)).any(|part| part == name)
}
