//! Weighing planned statements against those that are told: how strong each pair is, what lead it has over its rivals, and
//! which of them together fit best. The bounds are kept by who asks.

use super::Item;
use super::fit::{Weighed, Weights, fit, holds, matter, names_apart, share, twins};
use super::settle::told_apart;
use crate::align::assign;
use crate::form::Role;

/// What it is worth that a statement stands under the same priority as the plan.
const KEPT: f32 = 0.75;
/// Impact tells of plans in words of its own, so that less speaks for a match there.
const IMPACT: f32 = 0.5;
/// What it costs that the later statement has the name or figure of the plan's twin, and not its own.
const TWIN: f32 = 1.0;
/// How strong the best of some thirty unrelated statements of the same priority is, so that the only statement of a short
/// report has no lead by being alone.
const CHANCE: f32 = 1.3;
/// From which likelihood on a match is told as a fact, and how many of the plan's plain words the statement must have
/// beside it: statements with the same names and another matter in them can be as strong as true answers, but seldom have
/// this lead over their rivals and the matter too. Words in common that are no names must weigh as much as one that
/// stands in a single statement.
const SURE: [(f64, f32); 2] = [(0.9, 0.5), (0.83, 0.66)];
/// From which likelihood on a statement that tells something may be the answer.
const ANSWERS: f64 = 0.42;
/// From which likelihood on a plan is the same again.
const AGAIN: f64 = 0.38;
/// Odds, as a logarithm, that are too low for any of these: most pairs part here.
const UNLIKELY: f64 = -0.5;

/// For each of the rows, the column that answers it, how likely, and whether surely. The last rows and columns, as many as
/// are `settled`, are there as rivals only.
pub(super) fn weigh(
    planned: &[&Item<'_>],
    rows: &[&Item<'_>],
    columns: &[&Item<'_>],
    later: &[Item<'_>],
    settled: usize,
    is_kept: &dyn Fn(&Item<'_>, &Item<'_>) -> bool,
) -> Vec<Option<(usize, f64, bool)>> {
    let all = planned.iter().map(|item| &item.told).chain(later.iter().map(|item| &item.told));
    let weights = Weights::over(all);
    let before: Vec<Weighed<'_>> = rows.iter().map(|item| Weighed::of(&item.told, &weights)).collect();
    let after: Vec<Weighed<'_>> = columns.iter().map(|item| Weighed::of(&item.told, &weights)).collect();
    let mut fits = Vec::with_capacity(before.len() * after.len());
    let (mut bench, mut last) = (weights.bench(), None);
    for (row, item) in before.iter().zip(rows) {
        bench.lay(last, row);
        last = Some(row);
        let twins: Vec<[Vec<u64>; 2]> = planned
            .iter()
            .filter(|other| !std::ptr::eq(**other, *item))
            .filter_map(|o| twins(&item.told, &o.told))
            .collect();
        for (column, other) in after.iter().zip(columns) {
            let mut strength = if told_apart(item, other) { 0.0 } else { fit(row, column, &weights, &bench) };
            let has = |stems: &[u64]| stems.iter().any(|stem| holds(&other.told, *stem));
            let is_twins = twins.iter().any(|[mine, theirs]| has(theirs) && !has(mine));
            strength += if is_kept(item, other) { KEPT } else { 0.0 };
            strength += if other.role == Role::Impact { IMPACT } else { 0.0 };
            strength -= if is_twins { TWIN } else { 0.0 };
            fits.push(strength);
        }
    }
    let width = columns.len();
    let at = |row: usize, column: usize| fits.get(row * width + column).copied().unwrap_or_default();
    // A plan that is told may be planned once more, which takes no lead from what tells it.
    let plans = |column: usize| columns.get(column).is_some_and(|item| item.role == Role::Planned);
    let tops_of = |of: &dyn Fn(usize) -> bool| -> Vec<Top> {
        (0..rows.len())
            .map(|row| Top::of((0..width).map(|column| if of(column) { at(row, column) } else { 0.0 })))
            .collect()
    };
    let (told, all) = (tops_of(&|column| !plans(column)), tops_of(&|_| true));
    let heads: Vec<Top> = (0..width).map(|column| Top::of((0..rows.len()).map(|row| at(row, column)))).collect();
    let odds = |row: usize, column: usize| {
        let strength = at(row, column);
        let rival = |tops: &[Top], at: usize, own: usize| tops.get(at).map_or(0.0, |top| top.but(own));
        let lead = strength
            - rival(if plans(column) { &all } else { &told }, row, column).max(rival(&heads, column, row)).max(CHANCE);
        together(strength, lead)
    };
    let likely = |odds: f64| 1.0 / (1.0 + (-odds).exp());
    let open = [rows.len().saturating_sub(settled), width.saturating_sub(settled)];
    let grade = |row: usize, column: usize| {
        if row >= open[0] || column >= open[1] {
            return 0.0;
        }
        // Most pairs are too weak to be likely, whatever their lead over others.
        let strength = at(row, column);
        if together(strength, strength - CHANCE) <= UNLIKELY {
            return 0.0;
        }
        let least = if columns.get(column).is_some_and(|item| item.role == Role::Planned) { AGAIN } else { ANSWERS };
        let odds = Some(odds(row, column)).filter(|odds| *odds > UNLIKELY);
        odds.map(likely).filter(|score| *score >= least).map_or(0.0, |score| score + 0.05)
    };
    // The assignment asks for each again and again.
    let worths: Vec<f64> =
        (0..rows.len()).flat_map(|row| (0..width).map(move |column| (row, column))).map(|(r, c)| grade(r, c)).collect();
    let worth = |row: usize, column: usize| worths.get(row * width + column).copied().unwrap_or(0.0);
    let given = assign(rows.len(), width, &worth);
    let graded = given.into_iter().enumerate().map(|(row, column)| {
        let column = column?;
        let score = likely(odds(row, column));
        let is_fact = |row: &Weighed<'_>, column: &Weighed<'_>| {
            let said = share(row.told, column.told);
            SURE.iter().any(|(sure, most)| score >= *sure && said >= *most)
                && matter(row, column) >= weights.rare
                && !names_apart(row.told, column.told)
        };
        let fact = before.get(row).zip(after.get(column)).is_some_and(|(row, column)| is_fact(row, column));
        Some((column, score.min(0.99), fact))
    });
    graded.collect()
}

/// The odds, as a logarithm, that a strength and a lead over all rivals give.
fn together(strength: f32, lead: f32) -> f64 {
    0.6 * f64::from(strength) + 1.35 * f64::from(lead) - 2.4
}

/// The greatest of several strengths, where it stands, and the greatest of the others.
#[derive(Clone, Copy)]
struct Top {
    first: f32,
    at: usize,
    second: f32,
}

impl Top {
    fn of(strengths: impl Iterator<Item = f32>) -> Top {
        let mut top = Top { first: 0.0, at: usize::MAX, second: 0.0 };
        for (at, strength) in strengths.enumerate() {
            if strength > top.first {
                top = Top { first: strength, at, second: top.first };
            } else {
                top.second = top.second.max(strength);
            }
        }
        top
    }

    /// The greatest but for the one that stands here.
    fn but(&self, at: usize) -> f32 {
        if at == self.at { self.second } else { self.first }
    }
}
