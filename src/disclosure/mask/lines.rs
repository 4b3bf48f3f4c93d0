//! Which figures of a report stand together: in a sentence, a list, a column or a row of a table.

use super::figures::Figures;
use super::{NOT_GIVEN, beside, sentence};
use crate::disclosure::copy::{Copy, Home};
use crate::disclosure::count::{has_word, is_of_other_label, is_several};
use crate::disclosure::held::{self, Cell, Run};
use crate::disclosure::thing::is_thing;
use crate::disclosure::words::Said;
use crate::report::Report;
use crate::source::Text;
use std::ops::Range;

/// Reads all that belongs together in a report.
pub(super) fn read(report: &Report, figures: &mut Figures) {
    held::explanations(report, &mut |text| words(text, figures));
    held::titles(report, &mut |text| words(text, figures));
    held::runs(report, &mut |run| {
        let lead = run.these.first().and_then(|first| first.lead_in());
        lead.into_iter().for_each(|lead| words(lead, figures));
        let (table, others) = run.table();
        others.iter().for_each(|one| words(&one.text, figures));
        list(run, others, figures);
        if let Some((head, rows)) = table {
            self::table(&head, &rows, figures);
        }
    });
}

/// A sentence, or several in one statement.
fn words(text: &Text, figures: &mut Figures) {
    for part in held::parts(text.words()) {
        let mut copy = Copy::default();
        copy.plain(Home::Words(text), part);
        let copy = copy.settled();
        let said = Said::of(&copy);
        beside::read(&said, figures);
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
    let low = |at: usize| head.get(at).map(|label| label.words.to_lowercase()).unwrap_or_default();
    let measured: Vec<bool> = (0..head.len()).map(|at| sentence::is_measure(&low(at))).collect();
    let of_shares: Vec<bool> = (0..head.len()).map(|at| is_share(&low(at))).collect();
    // The first column names its rows, unless it has figures alone and no name of what is numbered.
    let named = head.first().is_none_or(|label| is_of_other_label(label, is_thing));
    let first = !named && rows.iter().all(|row| row.first().is_some_and(|cell| figure(cell).is_some()));
    let (mut shares, mut keeps) = (Vec::new(), false);
    for row in rows {
        in_row(head, row, first, figures);
        let mut line = Vec::new();
        for (at, cell) in row.iter().enumerate() {
            // The first cell of a row is its name, unless it says what it counts.
            if at == 0 && !first && !cell.words.contains(' ') {
                continue;
            }
            let whole = cell.place(0..cell.words.len());
            let measured = measured.get(at).copied().unwrap_or_default();
            if of_shares.get(at).copied().unwrap_or_default() && at > 0 {
                shares.extend(number(cell).filter(|_| !measured).map(|range| (cell.place(range), NOT_GIVEN)));
                continue;
            }
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
            shares.extend(share(cell).filter(|_| !measured));
        }
        figures.line(&line);
    }
    // The shares of the other rows, or of all, give the one that is left out.
    if keeps {
        shares.into_iter().for_each(|(share, words)| figures.show(share, words));
    }
    columns.iter().for_each(|column| figures.line(column));
}

/// Whether a column is called a share, so that its figures are shares without a sign.
fn is_share(low: &str) -> bool {
    let shares = ["percent", "percentage", "share", "proportion", "per", "rate", "rates", "each", "average", "mean"];
    low.contains('%') || has_word(low, &shares)
}

/// The small figures of a row, but for those under the name, or after the name, of something else.
fn in_row(head: &[Cell<'_>], row: &[Cell<'_>], first: bool, figures: &mut Figures) {
    let keeps: Vec<bool> = row.iter().map(|cell| figures.keeps_back(&cell.place(0..cell.words.len()))).collect();
    // "Closed in 3 months" is no row of months.
    let numbered = |name: &Cell<'_>| name.words.contains(|c: char| c.is_ascii_digit());
    let of_things = |name: &Cell<'_>| !numbered(name) && is_of_other_label(name, is_several);
    let of_things = !keeps.contains(&true) && row.first().is_some_and(of_things);
    for (at, (cell, keeps)) in row.iter().zip(keeps).enumerate() {
        let is_other = || at == 0 && !first || head.get(at).is_some_and(|label| is_of_other_label(label, is_thing));
        if keeps || !of_things && !is_other() {
            beside::read(&Said::of(&cell.copy()), figures);
        }
    }
}

/// Where the number of a cell stands.
fn number(cell: &Cell<'_>) -> Option<Range<usize>> {
    let start = cell.words.find(|c: char| c.is_ascii_digit())?;
    let rest = cell.words.get(start..)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '%'))).unwrap_or(rest.len());
    Some(start..start + end)
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
