//! The assignment of rows to columns with the greatest total worth (Hungarian method, shortest
//! augmenting paths), the same one both ways where several are as great. It knows numbers only, not what they are about.

use std::hash::{DefaultHasher, Hash, Hasher};

/// For every row the column it is given to, if that is worth anything: one to one, the total worth as
/// great as can be. What is worth 0 or less (or is no number) is never assigned. The time taken grows with
/// the smaller side squared times the larger; callers keep both in bounds.
#[must_use]
pub(crate) fn assign(rows: usize, columns: usize, worth: &dyn Fn(usize, usize) -> f64) -> Vec<Option<usize>> {
    let (mut given, mut wanted, mut contested) = (vec![None; rows], vec![false; columns], false);
    let mut useful = vec![false; columns];
    for (row, place) in given.iter_mut().enumerate() {
        let mut most = 0.0;
        for (column, useful) in useful.iter_mut().enumerate() {
            let worth = worth(row, column);
            *useful |= worth > 0.0;
            if worth > most {
                (most, *place) = (worth, Some(column));
            }
        }
        let wanted = place.and_then(|column| wanted.get_mut(column));
        contested |= wanted.is_some_and(|wanted| std::mem::replace(wanted, true));
    }
    // Where no two rows want the same column most, each has what it wants.
    if !contested {
        return given;
    }
    let rows: Vec<usize> = (0..).zip(&given).filter(|(_, column)| column.is_some()).map(|(row, _)| row).collect();
    let columns: Vec<usize> = (0..).zip(&useful).filter(|(_, useful)| **useful).map(|(column, _)| column).collect();
    let of = |all: &[usize], at: usize| all.get(at).copied().unwrap_or(usize::MAX);
    let small = shared_out(rows.len(), columns.len(), &|row, column| worth(of(&rows, row), of(&columns, column)));
    for (row, column) in rows.iter().zip(small) {
        given.get_mut(*row).into_iter().for_each(|place| *place = column.map(|column| of(&columns, column)));
    }
    given
}

/// The same, given what each row and each column holds, as a number. Of several that fit best, those are taken that
/// would be taken the other way round too, so that what one comparison adds, the reverse one removes: those that stand
/// alike far down come first, then a toss that knows no side.
#[must_use]
pub(crate) fn assign_both_ways(
    rows: &[u64],
    columns: &[u64],
    worth: &dyn Fn(usize, usize) -> f64,
) -> Vec<Option<usize>> {
    let longest = rows.len().max(columns.len()).max(1) as f64;
    let tie = |row: usize, column: usize| {
        let (first, second) = (rows.get(row).copied().unwrap_or(0), columns.get(column).copied().unwrap_or(0));
        let toss = tossed(first.min(second), first.max(second), row.min(column), row.max(column));
        1e-6 * (1.0 - row.abs_diff(column) as f64 / longest) + 1e-8 * toss
    };
    let weighed = |row: usize, column: usize| match worth(row, column) {
        worth if worth > 0.0 => worth + tie(row, column),
        _ => 0.0,
    };
    assign(rows.len(), columns.len(), &weighed)
}

/// A number from 0 to 1 that these give, always the same.
fn tossed(first: u64, second: u64, row: usize, column: usize) -> f64 {
    let mut hasher = DefaultHasher::new();
    (first, second, row, column).hash(&mut hasher);
    (hasher.finish() >> 40) as f64 / f64::from(1_u32 << 24)
}

/// The same, of rows and columns that are all worth something somewhere.
fn shared_out(rows: usize, columns: usize, worth: &dyn Fn(usize, usize) -> f64) -> Vec<Option<usize>> {
    if rows > columns {
        let mut given = vec![None; rows];
        for (column, row) in shared_out(columns, rows, &|column, row| worth(row, column)).into_iter().enumerate() {
            if let Some(place) = row.and_then(|row| given.get_mut(row)) {
                *place = Some(column);
            }
        }
        return given;
    }
    let cost = |row, column| -worth(row, column).max(0.0);
    let mut table = vec![Column { row: None, price: 0.0, slack: 0.0, back: None, seen: false }; columns];
    let mut prices = vec![0.0; rows];
    for row in 0..rows {
        take_in(row, &mut table, &mut prices, &cost);
    }
    let mut given = vec![None; rows];
    for (column, row) in table.iter().enumerate().filter_map(|(at, column)| Some((at, column.row?))) {
        if let Some(place) = given.get_mut(row).filter(|_| worth(row, column) > 0.0) {
            *place = Some(column);
        }
    }
    given
}

/// A column while the assignment grows.
#[derive(Clone)]
struct Column {
    row: Option<usize>,
    price: f64,
    /// How much dearer the cheapest way here is, and the column that way comes from (`None`: the new row).
    slack: f64,
    back: Option<usize>,
    seen: bool,
}

/// Finds the cheapest way to take in one more row, and moves the rows along it.
fn take_in(new: usize, table: &mut [Column], prices: &mut [f64], cost: &dyn Fn(usize, usize) -> f64) {
    for column in table.iter_mut() {
        (column.slack, column.back, column.seen) = (f64::INFINITY, None, false);
    }
    let (mut row, mut at) = (new, None);
    loop {
        let own = prices.get(row).copied().unwrap_or(0.0);
        let (mut least, mut nearest) = (f64::INFINITY, None);
        for (place, column) in table.iter_mut().enumerate().filter(|(_, column)| !column.seen) {
            let slack = cost(row, place) - own - column.price;
            if slack < column.slack {
                (column.slack, column.back) = (slack, at);
            }
            if column.slack < least {
                (least, nearest) = (column.slack, Some(place));
            }
        }
        raise(new, least, table, prices);
        at = nearest;
        let Some(column) = nearest.and_then(|place| table.get_mut(place)) else { return };
        column.seen = true;
        match column.row {
            Some(taken) => row = taken,
            None => break,
        }
    }
    while let Some(place) = at {
        at = table.get(place).and_then(|column| column.back);
        let moved = at.map_or(Some(new), |back| table.get(back).and_then(|column| column.row));
        if let Some(column) = table.get_mut(place) {
            column.row = moved;
        }
    }
}

/// Changes the prices by `least`, so that one more column costs nothing extra.
fn raise(new: usize, least: f64, table: &mut [Column], prices: &mut [f64]) {
    let mut pay = |row: Option<usize>| {
        if let Some(price) = row.and_then(|row| prices.get_mut(row)) {
            *price += least;
        }
    };
    pay(Some(new));
    for column in table {
        if column.seen {
            pay(column.row);
            column.price -= least;
        } else {
            column.slack -= least;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(row: usize, rows: usize, columns: usize, taken: &mut Vec<bool>, worth: &[f64]) -> f64 {
        if row == rows {
            return 0.0;
        }
        let mut most = best(row + 1, rows, columns, taken, worth);
        for column in 0..columns {
            if !taken[column] && worth[row * columns + column] > 0.0 {
                taken[column] = true;
                most = most.max(worth[row * columns + column] + best(row + 1, rows, columns, taken, worth));
                taken[column] = false;
            }
        }
        most
    }

    #[test]
    fn the_total_is_as_great_as_trying_everything_finds() {
        let mut seed: u64 = 7;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for round in 0..600 {
            let (rows, columns) = (next(6) as usize, next(6) as usize);
            // Few different values in odd rounds, so that ties and zeros are common.
            let values = if round % 2 == 0 { 1000 } else { 3 };
            let worth: Vec<f64> = (0..rows * columns).map(|_| next(values) as f64 / values as f64).collect();
            let given = assign(rows, columns, &|row, column| worth[row * columns + column]);
            let mut seen = vec![false; columns];
            let mut total = 0.0;
            for (row, column) in given.iter().enumerate().filter_map(|(row, column)| Some((row, (*column)?))) {
                assert!(!std::mem::replace(&mut seen[column], true), "column {column} is given twice");
                assert!(worth[row * columns + column] > 0.0);
                total += worth[row * columns + column];
            }
            let most = best(0, rows, columns, &mut vec![false; columns], &worth);
            assert_eq!(given.len(), rows);
            assert!((total - most).abs() < 1e-9, "{rows}x{columns}: {total} is not {most} in {worth:?}");
        }
    }

    #[test]
    fn odd_numbers_and_empty_sides_are_harmless() {
        assert_eq!(assign(2, 0, &|_, _| 1.0), [None, None]);
        assert_eq!(assign(0, 2, &|_, _| 1.0), []);
        assert_eq!(assign(2, 2, &|row, _| if row == 0 { f64::NAN } else { -1.0 }), [None, None]);
    }
}
