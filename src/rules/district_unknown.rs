//! The district is none of those that the authority names in termwise.yaml.
//!
//! A district under a second spelling becomes a second district: its earlier reports look like another's, and
//! the right one counts as not having reported. Where it is a spelling that people use, add it to the `aliases`
//! of the district. Nothing is said where termwise.yaml names no districts.
//!
//! ```yaml bad file=termwise.yaml
//! districts: [Northmoor, Eastvale]
//! ```
//!
//! ```markdown bad file=northmore.md
//! ---
//! district: Northmore
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```yaml good file=termwise.yaml
//! districts:
//!   - name: Northmoor
//!     aliases: [Northmore]
//! ```
//!
//! ```markdown good file=northmore.md
//! ---
//! district: Northmore
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```

use crate::diagnostic::Level;
use crate::form::{Field, fold_name, likeness};
use crate::report::{Report, field_name};
use crate::rule::{Check, Emit, Group, Rule, listed, quoted};

pub(super) const RULE: Rule = Rule {
    name: "district-unknown",
    group: Group::Header,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    let (known, Some(first)) = (&emit.form.districts, report.districts.first()) else { return };
    let stated = &first.stated;
    if known.list().is_empty() || known.find(&stated.value).is_some() {
        return;
    }
    let field = field_name(emit.form, Field::District).to_lowercase();
    let message = format!("{} is no {field} that termwise.yaml names", emit.quote(&stated.text));
    let words = fold_name(stated.text.words());
    let names = known
        .list()
        .iter()
        .take(1000)
        .flat_map(|one| std::iter::once(&one.name).chain(&one.aliases).map(move |n| (n, one)));
    let near = names.map(|(name, one)| (likeness(&fold_name(name), &words), one));
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(score, _)| *score >= 0.6);
    let all: Vec<&str> = known.list().iter().map(|one| one.name.as_str()).take(MOST).collect();
    let found = emit.at(stated.text.span(), message);
    match best {
        Some((_, one)) => found.mark(format!("did you mean {}?", quoted(&one.name))).advise(format!(
            "write {} if that is the {field}; a spelling that is in use can be added to its `aliases` in termwise.yaml",
            quoted(&one.name)
        )),
        None if known.list().len() > MOST => found.advise(format!("write the {field} as termwise.yaml names it")),
        None => {
            found.advise(format!("write one of {}, or add it to `districts` in termwise.yaml", listed(&all, "and")))
        }
    };
}

/// The most districts that help lists.
const MOST: usize = 20;
