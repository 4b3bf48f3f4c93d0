//! What a report must not give away: numbers that stand for a child, where a family lives or is reached, a child's name
//! or initials, counts so small that a neighbour knows who is meant, and totals that give such a count away.
//!
//! [`scan`] looks at what a report says, statement by statement, and for numbers and contacts at all the rest of the
//! source too: what stands in a comment or a broken key is published as well. It always runs; the rules of the group
//! `disclosure` only tell of what it found.

use crate::report::Report;
use crate::source::{Kind, Private, Source, Text};
use again::Again;
use copy::{Copy, Home};
use glance::Needs;
use held::Cell;
use identifier::Hit;
use std::cell::LazyCell;
use std::ops::Range;
use words::Said;

mod again;
mod born;
mod contact;
mod copy;
mod count;
mod cue;
mod glance;
mod head;
mod held;
mod identifier;
mod initials;
mod lexicon;
mod mask;
mod name;
mod rest;
mod thing;
mod together;
mod total;
mod weigh;
mod words;

pub use again::in_series;
pub use head::may_name;
pub use mask::{instead_of, mask};
pub use together::{Together, together};

/// The rules that tell of counts: where they are masked there is nothing left to tell of.
pub const OF_COUNTS: &[&str] = &["small-number", "recoverable-number", "recoverable-together"];

/// The year in which the school year of a report began that does not say which term it is of.
const YEAR: u32 = 2025;

/// Everything private in a source, in order. `reports` are those that it holds.
#[must_use]
pub fn scan(source: &Source, reports: &[Report]) -> Vec<Private> {
    let heads = reports.iter().map(head_of).collect();
    let breaks_off = reports.is_empty() || reports.iter().any(|report| report.cut_short);
    let covered = Vec::with_capacity(source.text.len() / 40);
    let mut pass = Pass { heads, named: Vec::new(), private: Vec::new(), covered, year: YEAR };
    for report in reports {
        pass.year = report.term().map_or(YEAR, |term| term.year.0.into());
        held::walk(report, &source.text, &mut pass);
    }
    let covered = std::mem::take(&mut pass.covered);
    rest::walk(&source.text, covered, breaks_off, &mut pass);
    let mut private = std::mem::take(&mut pass.private);
    // The officers and the districts that heads name, in lower case, are no children; few reports have names to ask for.
    let known = LazyCell::new(|| {
        let officers = if breaks_off { rest::officers(&source.text) } else { Vec::new() };
        reports.iter().flat_map(head::known).chain(officers).collect::<Vec<String>>()
    });
    private.extend(pass.named.into_iter().filter(|(one, low)| !is_known(&known, low, one.kind)).map(|(one, _)| one));
    private.sort_by_key(|one| (one.at.start, one.kind, std::cmp::Reverse(one.at.end)));
    private.dedup_by(|next, one| next.at.start < one.at.end && (next.kind == one.kind || next.at == one.at));
    if private.iter().any(|one| one.kind.is_hidden()) {
        Again::of(&source.text, &private, &known).find(&source.text, &mut private);
        private.sort_by_key(|one| (one.at.start, one.kind));
    }
    private
}

/// Whether the head of the report names whoever this name or address is of.
fn is_known(known: &[String], low: &str, kind: Kind) -> bool {
    match kind {
        Kind::Name => {
            known.iter().any(|name| name.strip_prefix(low).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        }
        // "AR and TP to draft": the officers'.
        Kind::Initials => known.iter().any(|name| {
            let letters = name.split([' ', '-']).filter_map(|word| word.chars().next());
            name.contains(' ') && letters.eq(low.chars().filter(char::is_ascii_alphabetic))
        }),
        Kind::Email => {
            let local = low.split('@').next().unwrap_or_default().replace(['.', '_', '-'], " ");
            known.iter().any(|name| name.contains(' ') && *name == local)
        }
        _ => false,
    }
}

/// How many digits a number has that stands for somebody, at the least: that of National Insurance.
const FEWEST: usize = 6;

/// What the name of a file gives away: a number that stands for somebody.
#[must_use]
pub fn in_name(name: &str) -> Option<Kind> {
    if rest::digits_beside_years(name) < FEWEST || !glance::glance(name, 0, YEAR).numbers {
        return None;
    }
    let copy = Copy::of(Home::Source(name, 0));
    let mut hits = Vec::new();
    identifier::find(&Said::of(&copy), &Said::of(&Copy::default()), &mut hits);
    hits.first().map(|hit| hit.1)
}

/// Where a report says who writes it, before its first priority.
fn head_of(report: &Report) -> Range<u32> {
    // Nobody knows what stands where a report breaks off.
    let cut = report.cut_at.map(|at| at.start).filter(|at| *at >= report.whole.start);
    let first = report.priorities.first().map(|priority| priority.whole.start);
    report.whole.start..cut.into_iter().chain(first).min().unwrap_or(report.whole.end)
}

/// A walk through a source.
struct Pass {
    heads: Vec<Range<u32>>,
    /// Names, initials and addresses, in lower case, that may be those of officers.
    named: Vec<(Private, String)>,
    private: Vec<Private>,
    /// The year in which the school year of the report began.
    year: u32,
    /// What the report's own words are made of.
    covered: Vec<Range<u32>>,
}

impl Pass {
    fn put(&mut self, at: Range<u32>, kind: Kind, value: u32) {
        self.private.push(Private { value, ..Private::of(kind, at) });
    }

    fn cover(&mut self, text: &Text) {
        text.add_places(&mut self.covered);
    }

    /// Looks through a statement or a row, led in by `lead`, for what it needs to be looked through for; whether a
    /// figure is kept back in it.
    fn block(&mut self, said: &Said<'_>, lead: &Said<'_>, needs: Needs, row: bool, from: u32) -> bool {
        self.people(said, lead, needs, from);
        if needs.counts {
            let mut counts = Vec::new();
            count::find(said, lead, row, &mut counts);
            let telling = if counts.is_empty() { None } else { telling(said) };
            for (range, value) in counts {
                let at = said.copy.place(range);
                self.private.push(Private { value, telling, ..Private::of(Kind::SmallCount, at) });
            }
        }
        let masked = needs.figures && total::keeps_back(said);
        if masked {
            self.given(said);
        }
        masked
    }

    fn is_head(&self, at: u32) -> bool {
        self.heads.iter().any(|head| head.contains(&at))
    }

    fn people(&mut self, said: &Said<'_>, lead: &Said<'_>, needs: Needs, from: u32) {
        let mut hits: Vec<Hit> = Vec::new();
        let of_officers = names_officers(said);
        if needs.numbers {
            identifier::find(said, lead, &mut hits);
            contact::find(said, lead, of_officers || self.is_head(from), &mut hits);
        }
        if needs.numbers || needs.births {
            born::find(said, lead, self.year, &mut hits);
        }
        if needs.names {
            initials::find(said, lead, &mut hits);
        }
        if needs.names && !of_officers {
            name::find(said, lead, &mut hits);
        }
        for (range, kind) in hits {
            let at = said.copy.place(range.clone());
            if matches!(kind, Kind::Name | Kind::Initials | Kind::Email) {
                let low = said.copy.low.get(range).unwrap_or_default().to_owned();
                self.named.push((Private::of(kind, at), low));
            } else {
                self.put(at, kind, 0);
            }
        }
    }

    fn found(&self) -> usize {
        self.private.len()
    }

    fn counted_since(&self, from: usize) -> usize {
        self.private.iter().skip(from).filter(|one| one.kind == Kind::SmallCount).count()
    }

    /// The figure that the others of the same words give away.
    fn given(&mut self, said: &Said<'_>) {
        if let Some((at, value)) = total::find(said) {
            self.put(said.copy.place(at), Kind::Recoverable, value);
        }
    }

    /// Looks through a table as a whole.
    fn table(&mut self, head: &[Cell<'_>], rows: &[Vec<Cell<'_>>], lead: Option<&Text>) {
        count::table(head, rows, lead, |at, value| self.put(at, Kind::SmallCount, value));
        total::table(head, rows, |(at, value)| self.put(at, Kind::Recoverable, value));
    }
}

/// Whether a line says who the officers are: what stands on it is theirs.
fn names_officers(said: &Said<'_>) -> bool {
    (0..4).any(|at| {
        matches!(said.low(at), "officer" | "officers" | "epo" | "epos" | "author" | "authors")
            && (said.gap(at).trim_start().starts_with([':', '|', ';'])
                || said.low(at + 1) == "e-mail"
                || said.low(at + 1) == "email")
    })
}

/// What makes a few people easy to tell beside their count: a named school, a need. What they are counted by says nothing
/// more of them.
fn telling(said: &Said<'_>) -> Option<&'static str> {
    let school = |at: isize| {
        matches!(
            said.low(at),
            "primary"
                | "school"
                | "academy"
                | "high"
                | "college"
                | "infants"
                | "junior"
                | "nursery"
                | "secondary"
                | "pru"
        ) && said.is_capital(at)
            && said.is_capital(at - 1)
            && !said.opens(at - 1)
    };
    let need = |at: isize| {
        let low = said.low(at);
        let young = said.is(at - 1, lexicon::YOUNG);
        said.is(at, lexicon::CARE)
            && !(low.starts_with("exclu") || low.starts_with("suspen") || low.starts_with("carer") && !young)
    };
    if (0..said.len()).any(school) {
        Some("a named school")
    } else if said.all & lexicon::CARE != 0 && (0..said.len()).any(need) {
        Some("a need or the care that they are in")
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
