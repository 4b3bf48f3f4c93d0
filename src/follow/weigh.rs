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
    // A plan that is told may be planned once more, which takes no lead from what tells it.
    let plans: Vec<bool> = columns.iter().map(|item| item.role == Role::Planned).collect();
    let width = columns.len();
    let mut fits = Vec::with_capacity(before.len() * width);
    let (mut told, mut all, mut heads) = (Vec::new(), Vec::new(), vec![Top::NONE; width]);
    let (mut bench, mut last) = (weights.bench(), None);
    for (at, (row, item)) in before.iter().zip(rows).enumerate() {
        bench.lay(last, row);
        last = Some(row);
        let others = planned.iter().filter(|other| !std::ptr::eq(**other, *item));
        let twins: Vec<[Vec<u64>; 2]> = others.filter_map(|other| twins(&item.told, &other.told)).collect();
        let (mut best_told, mut best) = (Top::NONE, Top::NONE);
        for (place, (((column, other), plans), head)) in
            after.iter().zip(columns).zip(&plans).zip(&mut heads).enumerate()
        {
            let mut strength = if told_apart(item, other) { 0.0 } else { fit(row, column, &weights, &bench) };
            let has = |stems: &[u64]| stems.iter().any(|stem| holds(&other.told, *stem));
            let is_twins = twins.iter().any(|[mine, theirs]| has(theirs) && !has(mine));
            strength += if is_kept(item, other) { KEPT } else { 0.0 };
            strength += if other.role == Role::Impact { IMPACT } else { 0.0 };
            strength -= if is_twins { TWIN } else { 0.0 };
            fits.push(strength);
            best.meet(place, strength);
            best_told.meet(place, if *plans { 0.0 } else { strength });
            head.meet(at, strength);
        }
        told.push(best_told);
        all.push(best);
    }
    let at = |row: usize, column: usize| fits.get(row * width + column).copied().unwrap_or_default();
    let plans = |column: usize| plans.get(column) == Some(&true);
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
        let least = if plans(column) { AGAIN } else { ANSWERS };
        let odds = Some(odds(row, column)).filter(|odds| *odds > UNLIKELY);
        odds.map(likely).filter(|score| *score >= least).map_or(0.0, |score| score + 0.05)
    };
    // The assignment asks for each again and again.
    let mut worths = Vec::with_capacity(fits.len());
    for row in 0..rows.len() {
        worths.extend((0..width).map(|column| grade(row, column)));
    }
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
    const NONE: Top = Top { first: 0.0, at: usize::MAX, second: 0.0 };

    fn meet(&mut self, at: usize, strength: f32) {
        if strength > self.first {
            *self = Top { first: strength, at, second: self.first };
        } else {
            self.second = self.second.max(strength);
        }
    }

    /// The greatest but for the one that stands here.
    fn but(&self, at: usize) -> f32 {
        if at == self.at { self.second } else { self.first }
    }
}
