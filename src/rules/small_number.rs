//! So few children or families are counted that somebody could tell who they are.
//!
//! “Two pupils of Wharf Lane were excluded” tells every parent at the gate which two. The Department for Education has long
//! kept back counts of one to five, as councils and the Office for National Statistics do; authorities set their own
//! threshold, and `threshold` says yours. Write “5 or fewer pupils”, or leave the number out. Nought may stand: nobody is in
//! it. `termwise rollup --mask` writes so by itself, for pages that are published.
//!
//! Pupils, children, young people, families, cases, referrals, exclusions and the like are counted; schools, meetings, staff and
//! ages are not. It is an error where the reports are published (`publication: public`) and a named school or a
//! characteristic such as special needs, care or health stands in the same line.
//!
//! ```markdown bad
//! ### Activity last period
//! - Found a nursery for three children whose setting had closed
//! ```
//!
//! ```markdown bad
//! ### Impact so far
//!
//! | School | Pupils excluded |
//! |---|---|
//! | Fellside | 12 |
//! | Thornbeck | 2 |
//! ```
//!
//! ```markdown good
//! ### Impact so far
//! - 5 or fewer children needed a second visit, and no pupils were excluded
//! - Year 6 pupils of three schools met twice; 1 in 5 pupils aged 14-16 took one of 30 courses, at £386 each
//! ```

use crate::diagnostic::Level;
use crate::disclosure;
use crate::form::Publication;
use crate::report::Report;
use crate::rule::{Check, Emit, Group, Rows, Rule, Setting, Standard};
use crate::source::Kind;

pub(super) const RULE: Rule = Rule {
    name: "small-number",
    group: Group::Disclosure,
    level: Level::Query,
    settings: &[Setting {
        name: "threshold",
        standard: Standard::Number(5),
        about: "The largest count of people that is too small to be given, from 1 to 9.",
    }],
    check: Check::Report(check),
    ..Rule::BASE
};

/// The largest count that is too small to be given.
#[must_use]
pub fn threshold(rows: &Rows) -> u32 {
    rows.number(&RULE, "threshold").clamp(1, 9)
}

fn check(_: &Report, emit: &mut Emit<'_>) {
    let threshold = emit.number("threshold").clamp(1, 9);
    for (one, span) in emit.private() {
        if one.kind != Kind::SmallCount || one.value > threshold {
            continue;
        }
        let shown = emit.sources.shown(span).split_whitespace().collect::<Vec<_>>().join(" ");
        let public = emit.form.publication == Publication::Public && one.telling.is_some();
        let beside = one.telling.map_or_else(String::new, |what| format!(", all the more with {what} beside it"));
        let message = format!("“{shown}” counts so few that somebody could tell who is meant{beside}");
        let whose = match threshold {
            5 => "counts of 1 to 5 are kept back by the practice of the Department for Education".to_owned(),
            1 => "your authority’s termwise.yaml keeps counts of 1 back".to_owned(),
            most => format!("your authority’s termwise.yaml keeps counts of 1 to {most} back"),
        };
        let instead = emit.sources.get(span.source).map(|source| disclosure::instead_of(source, one, threshold));
        let help = format!("write “{}”, or leave the number out; {whose}", instead.unwrap_or_default());
        let found = emit.at(span, message).advise(help);
        if public {
            found.level = Level::Error;
        }
    }
}
