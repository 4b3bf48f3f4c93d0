//! What a report says, by what belongs together: a statement, what leads it in, a table that statements were read from,
//! a list with all its items. Places are those of the words, so the same words are judged the same in every language
//! that reports are written in.

use super::Pass;
use super::copy::{Copy, Home};
use super::words::Said;
use crate::report::{Explanation, Passage, Priority, Report, Statement};
use crate::source::Text;
use std::ops::Range;

/// A cell of a table.
#[derive(Clone)]
pub(super) struct Cell<'a> {
    /// What stands in it.
    pub words: &'a str,
    text: &'a Text,
    from: usize,
}

impl<'a> Cell<'a> {
    /// A copy of it.
    pub fn copy(&self) -> Copy<'a> {
        let mut copy = Copy::default();
        self.add_to(&mut copy);
        copy.settled()
    }

    /// Where some of its bytes stand in the source.
    pub fn place(&self, range: Range<usize>) -> Range<u32> {
        Home::Words(self.text).place(self.from + range.start..self.from + range.end)
    }

    fn end(&self) -> usize {
        self.from + self.words.len()
    }

    fn add_to(&self, copy: &mut Copy<'a>) {
        copy.plain(Home::Words(self.text), self.from..self.end());
    }
}

/// Looks through all that a report says.
pub(super) fn walk<'a>(report: &'a Report, pass: &mut Pass) {
    let none = Copy::default();
    report.title.iter().for_each(|title| pass.words(title, &none));
    explained(&report.explanations, pass);
    report.priorities.iter().for_each(|one| priority(one, pass));
    list(&report.unplaced, &none, pass);
}

fn priority<'a>(priority: &'a Priority, pass: &mut Pass) {
    let none = Copy::default();
    let texts = priority.title.iter().chain(priority.candidates()).chain(priority.scope()).chain(priority.receiver());
    texts.for_each(|text| pass.words(text, &none));
    explained(priority.explanations(), pass);
    for passage in &priority.passages {
        passage.tail().into_iter().for_each(|tail| pass.words(tail, &none));
        explained(passage.explanations(), pass);
        section(passage, pass);
    }
}

fn section<'a>(passage: &'a Passage, pass: &mut Pass) {
    list(&passage.statements, &Copy::default(), pass);
}

/// Why a finding may stand counts nobody: it says so with the number where need be.
fn explained<'a>(explanations: &'a [Explanation], pass: &mut Pass) {
    explanations.iter().for_each(|one| pass.aside(&one.text));
}

/// Statements one after another; `lead` is what they are nested in. What a statement's list is opened with, or
/// a heading, begins a list of its own.
fn list<'a>(statements: &'a [Statement], lead: &Copy<'a>, pass: &mut Pass) {
    let begins = |one: &Statement| one.lead_in().is_some() || one.heading().is_some();
    let mut rest = statements;
    while let Some((_, others)) = rest.split_first() {
        let end = 1 + others.iter().take_while(|one| !begins(one)).count();
        let (these, next) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        run(these, lead, pass);
        rest = next;
    }
}

fn run<'a>(these: &'a [Statement], above: &Copy<'a>, pass: &mut Pass) {
    let Some(first) = these.first() else { return };
    let none = Copy::default();
    first.heading().into_iter().for_each(|heading| pass.words(heading, &none));
    let own = first.lead_in().map(|lead| {
        pass.words(lead, above);
        Copy::of(Home::Words(lead))
    });
    let lead = own.as_ref().unwrap_or(above);
    pass.begin();
    match table(these) {
        Some((head, rows)) => {
            for (row, one) in rows.iter().zip(these) {
                pass.row(&head, row, lead, &one.text);
                explained(one.explanations(), pass);
            }
            pass.table(&head, &rows, lead);
        }
        None => {
            let mut opened = None;
            for one in these {
                pass.words(&one.text, opened.as_ref().unwrap_or(lead));
                explained(one.explanations(), pass);
                if !one.children().is_empty() {
                    list(one.children(), &Copy::of(Home::Words(&one.text)), pass);
                } else if one.text.words().ends_with(':') {
                    opened = Some(Copy::of(Home::Words(&one.text)));
                }
            }
        }
    }
    if pass.may_be_given_away() {
        let mut whole = Copy::default();
        let texts = these.iter().map(|one| &one.text);
        for text in lead.words().into_iter().chain(texts) {
            if !whole.text.is_empty() {
                whole.put(if whole.text.ends_with([':', ';', '.', ',']) { " " } else { " ; " }, Home::Words(text), 0);
            }
            whole.plain(Home::Words(text), 0..text.words().len());
        }
        pass.whole(&whole.settled());
    }
}

/// The head and the rows of a table that these statements were read from: its cells stand between ` / `, and what its
/// columns are called is the heading of the first row.
fn table(these: &[Statement]) -> Option<(Vec<Cell<'_>>, Vec<Vec<Cell<'_>>>)> {
    let heading = these.first()?.heading()?;
    let rows: Vec<Vec<Cell<'_>>> = these.iter().map(|one| cells(&one.text)).collect();
    let columns = rows.first()?.len();
    if columns < 2 || rows.iter().any(|row| row.len() != columns) || these.iter().any(|one| !one.children().is_empty())
    {
        return None;
    }
    let mut head = cells(heading);
    if head.len() + 1 == columns {
        // The corner of a table is often empty.
        head.insert(0, Cell { words: "", text: heading, from: 0 });
    }
    // What stands before the names of the columns is the heading above the table.
    let above = head.len().checked_sub(columns)?;
    Some((head.split_off(above), rows))
}

fn cells(text: &Text) -> Vec<Cell<'_>> {
    let mut from = 0;
    let parts = text.words().split(" / ").map(|words| {
        let cell = Cell { words, text, from };
        from += words.len() + " / ".len();
        cell
    });
    parts.collect()
}

impl Pass {
    /// Looks through words of the report, which `lead` leads in.
    fn words<'a>(&mut self, text: &'a Text, lead: &Copy<'a>) {
        self.cover(text);
        self.block(&Said::of(&Copy::of(Home::Words(text))), &Said::of(lead), false, text);
    }

    /// Looks through words that are said beside the report.
    fn aside(&mut self, text: &Text) {
        self.cover(text);
        self.uncounted(&Said::of(&Copy::of(Home::Words(text))), text.span().start, true);
    }

    /// Looks through a row of a table, each cell under the name of its column.
    fn row<'a>(&mut self, head: &[Cell<'a>], row: &[Cell<'a>], lead: &Copy<'a>, text: &'a Text) {
        self.cover(text);
        let mut copy = Copy::default();
        for (label, cell) in head.iter().zip(row) {
            if !label.words.is_empty() {
                label.add_to(&mut copy);
                copy.put(": ", Home::Words(label.text), label.end());
            }
            cell.add_to(&mut copy);
            copy.put(" ; ", Home::Words(cell.text), cell.end());
        }
        let copy = copy.settled();
        self.block(&Said::of(&copy), &Said::of(lead), true, text);
    }
}
