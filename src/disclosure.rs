//! What a report must not give away: numbers that stand for a child, where a family lives or is reached, a child's name
//! or initials, counts so small that a neighbour knows who is meant, and totals that give such a count away.
//!
//! [`scan`] looks at all of a source, whatever of it termwise reads as a statement: what stands in a footnote or a
//! broken key is published too. It always runs; the rules of the group `disclosure` only tell of what it found.

use crate::report::Report;
use crate::source::{Kind, Private, Source, number};
use blocks::{Block, Cell, Visit};
use copy::Copy;
use identifier::Hit;
use std::ops::Range;
use words::Said;

mod blocks;
mod born;
mod contact;
mod copy;
mod count;
mod identifier;
mod initials;
mod lexicon;
mod name;
mod total;
mod words;

/// Everything private in a source, in order. `reports` are those that it holds.
#[must_use]
pub fn scan(source: &Source, reports: &[Report]) -> Vec<Private> {
    let heads: Vec<Range<usize>> = reports.iter().map(head).collect();
    let mut found = Found { heads, private: Vec::new(), masked: false };
    blocks::walk(&source.text, &mut found);
    let mut private = found.private;
    private.sort_by_key(|one| (one.at.start, one.kind, std::cmp::Reverse(one.at.end)));
    private.dedup_by(|next, one| next.at.start < one.at.end && (next.kind == one.kind || next.at == one.at));
    private
}

/// Where a report says who writes it, before its first priority.
fn head(report: &Report) -> Range<usize> {
    let first = report.priorities.first().map_or(report.whole.end, |priority| priority.whole.start);
    report.whole.start as usize..first as usize
}

struct Found {
    heads: Vec<Range<usize>>,
    private: Vec<Private>,
    /// Whether a figure of what was last looked at may be kept back.
    masked: bool,
}

impl Found {
    fn put(&mut self, at: Range<u32>, kind: Kind, value: u32, telling: bool) {
        self.private.push(Private { at, kind, value, telling });
    }
}

impl Visit for Found {
    fn block(&mut self, block: &Block<'_>) {
        let (said, lead) = (Said::of(block.copy), Said::of(block.lead));
        let mut hits: Vec<Hit> = Vec::new();
        identifier::find(&said, &mut hits);
        let at_head = self.heads.iter().any(|head| head.contains(&block.from)) || names_officers(&said);
        contact::find(&said, at_head, &mut hits);
        born::find(&said, &mut hits);
        initials::find(&said, &lead, &mut hits);
        if !names_officers(&said) {
            name::find(&said, &lead, &mut hits);
        }
        for (range, kind) in hits {
            self.put(block.copy.place(range), kind, 0, false);
        }
        let mut counts = Vec::new();
        if !block.row {
            count::find(&said, &lead, block.row, &mut counts);
            count::slashed(&said, &mut counts);
        } else {
            count::find(&said, &lead, true, &mut counts);
        }
        // Why a finding may stand is said in a comment, with the number where need be.
        if block.copy.low.starts_with("<!--") || block.copy.low.starts_with("# termwise") {
            counts.clear();
        }
        let telling = !counts.is_empty() && is_telling(&said);
        for (range, value) in counts {
            self.put(block.copy.place(range), Kind::SmallCount, value, telling);
        }
        self.masked |= total::may_be_masked(&said);
        if let Some((range, value)) = total::find(&said) {
            self.put(block.copy.place(range), Kind::Recoverable, value, false);
        }
    }

    fn wants_groups(&mut self) -> bool {
        std::mem::take(&mut self.masked)
    }

    fn table(&mut self, rows: &[Vec<Cell<'_>>], lead: &Copy) {
        let private = &mut self.private;
        let mut put = |at, kind, value| private.push(Private { at, kind, value, telling: false });
        count::table(rows, lead, |at, value| put(at, Kind::SmallCount, value));
        total::table(rows, |at, value| put(at, Kind::Recoverable, value));
    }

    fn group(&mut self, whole: &Copy, _from: usize) {
        if let Some((range, value)) = total::find(&Said::of(whole)) {
            self.put(whole.place(range), Kind::Recoverable, value, false);
        }
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

/// Marks what may not be shown in a source.
pub fn hide(source: &mut Source, private: Vec<Private>) {
    for one in private.iter().filter(|one| one.kind.is_hidden()) {
        let is_number =
            matches!(one.kind, Kind::Upn | Kind::TemporaryUpn | Kind::Uln | Kind::NhsNumber | Kind::NiNumber);
        source.hide(one.at.start..one.at.end.min(number(source.text.len())), !is_number);
    }
    source.keep(private);
}

#[cfg(test)]
mod tests;
