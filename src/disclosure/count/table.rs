//! Small counts in the cells of a table whose head, row or lead-in says that people are counted.

use super::MOST;
use super::people::speaks_of_people;
use crate::disclosure::copy::{Copy, Home};
use crate::disclosure::held::Cell;
use crate::disclosure::lexicon::THING;
use crate::disclosure::words::Said;
use crate::source::Text;
use std::ops::Range;

/// Small counts in the cells of a table whose head, row or lead-in says that people are counted.
pub(in crate::disclosure) fn table(
    head: &[Cell<'_>],
    body: &[Vec<Cell<'_>>],
    lead: Option<&Text>,
    mut put: impl FnMut(Range<u32>, u32),
) {
    let small = |cell: &Cell<'_>| -> Option<(u32, usize)> {
        let plain = cell.words.trim_matches(['*', '_', ' ']);
        let value = plain.parse::<u32>().ok().filter(|value| (1..=MOST).contains(value) && plain.len() == 1)?;
        Some((value, cell.words.find(plain).unwrap_or(0)))
    };
    if !body.iter().flatten().any(|cell| small(cell).is_some()) {
        return;
    }
    let speaks = |copy: &Copy<'_>| {
        let said = Said::of(copy);
        let measure = ["%", "per cent", "rate", "percent", "hours", "days", "score", "weeks", "wait"]
            .iter()
            .any(|one| copy.low.contains(one));
        let other = (0..said.len()).any(|at| said.is(at, THING) && said.low(at) != "school" && said.low(at) != "group");
        (speaks_of_people(&said, 0, said.len()) && !measure && !other, measure || other)
    };
    let generic = |words: &str| {
        let low = words.to_lowercase();
        let low = low.trim_matches(['*', ' ']);
        low.is_empty()
            || low.starts_with("20")
            || matches!(
                low,
                "number"
                    | "no."
                    | "no"
                    | "count"
                    | "total"
                    | "figure"
                    | "how many"
                    | "n"
                    | "all"
                    | "autumn"
                    | "spring"
                    | "summer"
                    | "boys"
                    | "girls"
                    | "y7"
                    | "y8"
                    | "y9"
                    | "y10"
                    | "y11"
                    | "this term"
                    | "last term"
            )
    };
    let led = lead.is_some_and(|lead| speaks(&Copy::of(Home::Words(lead))).0);
    let corner = head.first().is_some_and(|cell| speaks(&cell.copy()).0);
    let labels: Vec<(bool, bool)> = head.iter().map(|cell| speaks(&cell.copy())).collect();
    for row in body {
        let (named, barred) = row.first().map_or((false, false), |cell| speaks(&cell.copy()));
        for (column, cell) in row.iter().enumerate().skip(1) {
            let Some((value, start)) = small(cell) else { continue };
            let label = head.get(column).map_or("", |cell| cell.words);
            let (counted, other) = labels.get(column).copied().unwrap_or_default();
            let age = ["age", "year", "stage", "key stage", "month", "priority", "ref", "level"]
                .contains(&label.to_lowercase().trim());
            let is_people = counted || !other && !age && !barred && generic(label) && (named || led || corner);
            if is_people {
                put(cell.place(start..start + 1), value);
            }
        }
    }
}
