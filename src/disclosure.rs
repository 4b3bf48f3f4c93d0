//! What a report must not give away: numbers that stand for a child, where a family lives or is reached, a child's name
//! or initials, counts so small that a neighbour knows who is meant, and totals that give such a count away.
//!
//! [`scan`] looks at what a report says, statement by statement, and for numbers and contacts at all the rest of the
//! source too: what stands in a comment or a broken key is published as well. It always runs; the rules of the group
//! `disclosure` only tell of what it found.

use crate::report::Report;
use crate::source::{Kind, Private, Source, Text};
use glance::Needs;
use held::Cell;
use identifier::Hit;
use std::ops::Range;
use words::Said;

mod again;
mod born;
mod contact;
mod copy;
mod count;
mod cue;
mod glance;
mod held;
mod identifier;
mod initials;
mod lexicon;
mod mask;
mod name;
mod rest;
mod together;
mod total;
mod words;

pub use mask::{instead_of, mask};
pub use together::{Together, together};

/// The rules that tell of counts: where they are masked there is nothing left to tell of.
pub const OF_COUNTS: &[&str] = &["small-number", "recoverable-number", "recoverable-together"];

/// Everything private in a source, in order. `reports` are those that it holds.
#[must_use]
pub fn scan(source: &Source, reports: &[Report]) -> Vec<Private> {
    let heads = reports.iter().map(head).collect();
    let mut pass = Pass { heads, private: Vec::new(), covered: Vec::new() };
    reports.iter().for_each(|report| held::walk(report, &mut pass));
    let covered = std::mem::take(&mut pass.covered);
    rest::walk(&source.text, covered, &mut pass);
    let mut private = pass.private;
    private.sort_by_key(|one| (one.at.start, one.kind, std::cmp::Reverse(one.at.end)));
    private.dedup_by(|next, one| next.at.start < one.at.end && (next.kind == one.kind || next.at == one.at));
    if private.iter().any(|one| one.kind.is_hidden()) {
        again::find(&source.text, &mut private);
        private.sort_by_key(|one| (one.at.start, one.kind));
    }
    private
}

/// Where a report says who writes it, before its first priority.
fn head(report: &Report) -> Range<u32> {
    let first = report.priorities.first().map_or(report.whole.end, |priority| priority.whole.start);
    report.whole.start..first
}

/// A walk through a source.
struct Pass {
    heads: Vec<Range<u32>>,
    private: Vec<Private>,
    /// What the report's own words are made of.
    covered: Vec<Range<u32>>,
}

impl Pass {
    fn put(&mut self, at: Range<u32>, kind: Kind, value: u32) {
        self.private.push(Private { value, ..Private::of(kind, at) });
    }

    fn cover(&mut self, text: &Text) {
        self.covered.extend(text.places());
    }

    /// Looks through a statement or a row, led in by `lead`, for what it needs to be looked through for; whether a
    /// figure is kept back in it.
    fn block(&mut self, said: &Said<'_>, lead: &Said<'_>, needs: Needs, row: bool, from: u32) -> bool {
        self.people(said, lead, needs, from);
        if needs.counts {
            let mut counts = Vec::new();
            count::find(said, lead, row, &mut counts);
            let telling = !counts.is_empty() && is_telling(said);
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
            identifier::find(said, &mut hits);
            contact::find(said, of_officers || self.is_head(from), &mut hits);
            born::find(said, &mut hits);
        }
        if needs.names {
            initials::find(said, lead, &mut hits);
        }
        if needs.names && !of_officers {
            name::find(said, lead, &mut hits);
        }
        for (range, kind) in hits {
            self.put(said.copy.place(range), kind, 0);
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

/// Whether a named school, or what makes people easy to tell, stands beside a count.
fn is_telling(said: &Said<'_>) -> bool {
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
    said.all & lexicon::CARE != 0 || (0..said.len()).any(school)
}

#[cfg(test)]
mod tests;
