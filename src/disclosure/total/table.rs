//! Columns and rows of a table with their totals.

use super::{Given, MOST};
use crate::disclosure::held::Cell;
use crate::disclosure::lexicon::TOTAL;
use crate::disclosure::words::Said;

/// The figures of a table that its totals give away, by columns and by rows.
pub(in crate::disclosure) fn table(head: &[Cell<'_>], body: &[Vec<Cell<'_>>], mut put: impl FnMut(Given<u32>)) {
    if !body.iter().flatten().any(|cell| is_masked(cell.words)) {
        return;
    }
    let label = |cell: &Cell<'_>| {
        let copy = cell.copy();
        let said = Said::of(&copy);
        said.all & TOTAL != 0 || matches!(copy.low.as_str(), "district" | "england" | "county")
    };
    let columns = head.len();
    for column in 1..columns {
        let cells: Vec<&Cell<'_>> = body.iter().filter_map(|row| row.get(column)).collect();
        let total =
            body.last().and_then(|row| row.first()).is_some_and(|cell| label(cell) || cell.words.contains("**"));
        give_away(&cells, total, &mut put);
    }
    for row in body {
        let cells: Vec<&Cell<'_>> = row.iter().skip(1).collect();
        let total = head.last().is_some_and(label);
        if total {
            give_away(&cells, true, &mut put);
        }
    }
}

/// One line of figures, its last one of all.
fn give_away(cells: &[&Cell<'_>], total: bool, put: &mut impl FnMut(Given<u32>)) {
    let Some((last, parts)) = cells.split_last() else { return };
    let plain = |words: &str| words.trim_matches(['*', '_', ' ', '`', '~']).replace(',', "");
    let Ok(whole) = plain(last.words).parse::<u32>() else { return };
    let (mut sum, mut masked) = (0u32, Vec::new());
    for cell in parts {
        let words = plain(cell.words);
        match words.parse::<u32>() {
            Ok(value) => sum = sum.saturating_add(value),
            Err(_) if is_masked(cell.words) => masked.push(cell),
            Err(_) => return,
        }
    }
    let [cell] = masked.as_slice() else { return };
    let Some(value) = whole.checked_sub(sum).filter(|value| (1..=MOST).contains(value)) else { return };
    // Without a word for the total, the figures themselves must say that it is one: three of them at least.
    if total || parts.len() > 2 {
        put((cell.place(0..cell.words.len()), value));
    }
}

/// Whether a cell says that its figure is kept back.
fn is_masked(words: &str) -> bool {
    let low = words.trim_matches(['[', ']', '(', ')', '_', ' ', '`']).to_lowercase();
    let low = low.trim_matches(['*', '_']);
    low.is_empty() && words.contains('*')
        || matches!(
            low,
            "c" | "x"
                | "low"
                | "k"
                | "suppressed"
                | "masked"
                | "redacted"
                | "withheld"
                | "s"
                | "#"
                | "-"
                | "\u{2013}"
                | "\u{2014}"
                | ".."
                | "..."
                | "\u{2026}"
                | "confidential"
                | "not shown"
                | "n/p"
        )
        || low.starts_with(['<', '\u{2264}'])
        || ["fewer than", "less than", "under ", "or fewer", "or less"].iter().any(|one| low.contains(one))
}
