//! Which figures of a report stand together: in a sentence, a list, a column or a row of a table.

use super::figures::Figures;
use super::{NOT_GIVEN, beside, sentence};
use crate::disclosure::copy::{Copy, Home};
use crate::disclosure::count::is_of_other_label;
use crate::disclosure::held::{self, Cell, Run};
use crate::disclosure::thing::is_thing;
use crate::disclosure::words::Said;
use crate::report::Report;
use crate::source::Text;
use std::ops::Range;

/// Reads all that belongs together in a report.
pub(super) fn read(report: &Report, figures: &mut Figures) {
    held::explanations(report, &mut |text| words(text, Beside::Own, figures));
    held::titles(report, &mut |text| words(text, Beside::Own, figures));
    held::runs(report, &mut |run| {
        let lead = run.these.first().and_then(|first| first.lead_in());
        lead.into_iter().for_each(|lead| words(lead, Beside::Own, figures));
        let (table, others) = run.table();
        let keeps = |text: &Text, figures: &Figures| figures.keeps_back(&(text.span().start..text.span().end));
        let mut beside = match run.lead.is_some_and(|lead| keeps(lead, figures)) {
            true => Beside::Led,
            false => Beside::Own,
        };
        for one in others {
            words(&one.text, beside, figures);
            if beside == Beside::Own && keeps(&one.text, figures) {
                beside = Beside::After;
            }
        }
        list(run, others, figures);
        if let Some((head, rows)) = table {
            self::table(&head, &rows, figures);
        }
    });
}

/// Which small counts some words stand beside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Their own alone.
    Own,
    /// One in an item before them.
    After,
    /// One in what leads them in.
    Led,
}

/// A sentence, or several in one statement.
fn words(text: &Text, stands: Beside, figures: &mut Figures) {
    let keeps = figures.keeps_back(&(text.span().start..text.span().end));
    if !keeps && stands == Beside::Own {
        return;
    }
    for part in held::parts(text.words()) {
        let mut copy = Copy::default();
        copy.plain(Home::Words(text), part);
        let copy = copy.settled();
        let said = Said::of(&copy);
        if !keeps && stands == Beside::After {
            beside::subjects(&said, figures);
            continue;
        }
        beside::read(&said, figures, stands == Beside::Led);
        sentence::read(&said, figures);
        let line = sentence::figures(&said, figures);
        figures.line(&line);
        figures.pairs(&line);
    }
}

/// A list with what leads it in, but for a table in it.
fn list(run: &Run<'_>, others: &[crate::report::Statement], figures: &mut Figures) {
    let texts = run.lead.into_iter().chain(others.iter().map(|one| &one.text));
    let mut line = Vec::new();
    for text in texts {
        for part in held::parts(text.words()) {
            let mut copy = Copy::default();
            copy.plain(Home::Words(text), part);
            line.extend(sentence::figures(&Said::of(&copy.settled()), figures));
        }
    }
    line.dedup();
    figures.line(&line);
}

/// A table: each column, each row, and the shares of what is kept back.
fn table(head: &[Cell<'_>], rows: &[Vec<Cell<'_>>], figures: &mut Figures) {
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); head.len()];
    for row in rows {
        in_row(head, row, figures);
        let mut line = Vec::new();
        let mut shares = Vec::new();
        let mut keeps = false;
        for (at, cell) in row.iter().enumerate() {
            // The first cell of a row is its name, unless it says what it counts.
            if at == 0 && !cell.words.contains(' ') {
                continue;
            }
            let whole = cell.place(0..cell.words.len());
            if let Some((start, end, value)) = figure(cell) {
                let place = cell.place(start..end);
                keeps |= figures.kept(place.start).is_some();
                let figure = figures.add(place, value, NOT_GIVEN);
                line.push(figure);
                columns.get_mut(at).into_iter().for_each(|column| column.push(figure));
            } else if figures.kept(whole.start).is_some() {
                let figure = figures.add(whole, 0, "");
                line.push(figure);
                columns.get_mut(at).into_iter().for_each(|column| column.push(figure));
            }
            let is_measure = head.get(at).is_some_and(|label| sentence::is_measure(&label.words.to_lowercase()));
            shares.extend(share(cell).filter(|_| !is_measure));
        }
        if keeps {
            shares.into_iter().for_each(|(share, words)| figures.show(share, words));
        }
        figures.line(&line);
    }
    columns.iter().for_each(|column| figures.line(column));
}

/// A row with a small count: its other cells stand beside it, but for those under the name of something else.
fn in_row(head: &[Cell<'_>], row: &[Cell<'_>], figures: &mut Figures) {
    let keeps: Vec<bool> = row.iter().map(|cell| figures.keeps_back(&cell.place(0..cell.words.len()))).collect();
    if !keeps.contains(&true) {
        return;
    }
    for (at, (cell, keeps)) in row.iter().zip(keeps).enumerate() {
        let is_other = || at == 0 || head.get(at).is_some_and(|label| is_of_other_label(label, is_thing));
        if keeps || !is_other() {
            beside::read(&Said::of(&cell.copy()), figures, true);
        }
    }
}

/// The number that a cell begins with.
fn figure(cell: &Cell<'_>) -> Option<(usize, usize, u32)> {
    let start = cell.words.find(|c: char| !matches!(c, '*' | '_' | ' ' | '~' | '-' | '+'))?;
    let rest = cell.words.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
    let after = rest.get(end..)?;
    let value = rest.get(..end)?.replace(',', "").parse().ok()?;
    (!after.starts_with(['%', '.'])).then_some((start, start + end, value))
}

/// Where a cell gives a share, and what to show there.
fn share(cell: &Cell<'_>) -> Option<(Range<u32>, &'static str)> {
    let end = cell.words.find('%')?;
    let before = cell.words.get(..end)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ')).len();
    if let Some(figure) = before.get(..start)?.strip_suffix(" (")
        && cell.words.get(end + 1..)?.starts_with(')')
    {
        return Some((cell.place(figure.len()..end + 2), ""));
    }
    let start = start + (before.get(start..)?.len() - before.get(start..)?.trim_start().len());
    (start < end).then(|| (cell.place(start..end + 1), NOT_GIVEN))
}
