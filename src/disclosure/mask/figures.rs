//! The figures of a report, those that are kept back, and the sums that they make. A sum gives a figure away that alone
//! is kept back in it: another one is kept back too, until each sum lacks two.

use super::{NOT_GIVEN, Shown};
use crate::source::{Kind, Private};
use std::collections::HashMap;
use std::ops::Range;

/// The most figures of which one is looked at as the sum.
const MOST_PARTS: usize = 40;

/// The most figures of a sentence of which two are taken from one another.
const MOST_OF_SENTENCE: usize = 16;

/// A figure.
struct Figure {
    value: u32,
    /// What is shown for it where it is kept back, and where.
    shown: Shown,
    hidden: bool,
    /// Whether it is a small count: whoever reads the page knows its bounds.
    small: bool,
}

/// All figures of a report that its sums are made of.
pub(super) struct Figures {
    all: Vec<Figure>,
    at: HashMap<u32, usize>,
    /// Where small counts begin, in order.
    small: Vec<u32>,
    /// Figures of which one is what the others come to.
    sums: Vec<Vec<usize>>,
    /// Other words that would tell of one.
    others: Vec<Shown>,
    /// The small counts that were found beside others.
    beside: Vec<Private>,
    threshold: u32,
}

impl Figures {
    /// The counts that are kept back.
    pub fn of(counts: &[Private], threshold: u32) -> Figures {
        let mut small: Vec<u32> = counts.iter().map(|one| one.at.start).collect();
        small.sort_unstable();
        let (all, at, sums, others, beside) = (Vec::new(), HashMap::new(), Vec::new(), Vec::new(), Vec::new());
        let mut figures = Figures { all, at, small, sums, others, beside, threshold };
        for one in counts {
            let at = figures.add(one.at.clone(), one.value, "");
            if let Some(figure) = figures.all.get_mut(at) {
                (figure.hidden, figure.small) = (true, one.kind == Kind::SmallCount);
            }
        }
        figures
    }

    /// A figure and what is shown for it if it is kept back; the one that is known to begin there, if any.
    pub fn add(&mut self, at: Range<u32>, value: u32, shown: &str) -> usize {
        *self.at.entry(at.start).or_insert_with(|| {
            self.all.push(Figure { value, shown: (at, shown.to_owned()), hidden: false, small: false });
            self.all.len() - 1
        })
    }

    /// The figure that is kept back here.
    pub fn kept(&self, start: u32) -> Option<usize> {
        let at = *self.at.get(&start)?;
        self.all.get(at).filter(|figure| figure.hidden).map(|_| at)
    }

    /// Whether a small count begins here.
    pub fn is_small(&self, start: u32) -> bool {
        self.at.get(&start).and_then(|at| self.all.get(*at)).is_some_and(|figure| figure.small)
    }

    /// Keeps a small count back that stands beside another.
    pub fn count(&mut self, place: Range<u32>, value: u32) {
        let at = self.add(place.clone(), value, "");
        if let Some(figure) = self.all.get_mut(at).filter(|figure| !figure.hidden) {
            (figure.hidden, figure.small, figure.shown.1) = (true, true, String::new());
            self.beside.push(Private { value, ..Private::of(Kind::SmallCount, place) });
        }
    }

    /// The small counts that were found beside others so far.
    pub fn beside(&self) -> &[Private] {
        &self.beside
    }

    /// The most that is a small count.
    pub fn most(&self) -> u32 {
        self.threshold
    }

    /// Whether a count is kept back between these bytes.
    pub fn keeps_back(&self, range: &Range<u32>) -> bool {
        let next = self.small.get(self.small.partition_point(|start| *start < range.start));
        next.is_some_and(|start| *start < range.end)
    }

    /// Keeps a figure back, whatever it sums up to.
    pub fn hide(&mut self, at: usize) {
        if let Some(figure) = self.all.get_mut(at) {
            figure.hidden = true;
        }
    }

    /// Has other words shown, whatever they count.
    pub fn show(&mut self, range: Range<u32>, words: &str) {
        self.others.push((range, words.to_owned()));
    }

    /// Figures in the order in which they stand: each that the ones right after or before it come to, and the largest
    /// if all others do.
    pub fn line(&mut self, line: &[usize]) {
        for at in 0..line.len() {
            let (before, after) = line.split_at(at);
            let Some((whole, after)) = after.split_first() else { continue };
            self.run(*whole, after.iter());
            self.run(*whole, before.iter().rev());
        }
        let value = |at: &usize| self.all.get(*at).map_or(0, |one| one.value);
        // "Brought forward 12, opened 15, closed 24, open 3"
        if let [before, opened, closed, after] = line
            && value(before) + value(opened) == value(closed) + value(after)
        {
            self.sums.push(line.to_vec());
        }
        let (sum, most) = (line.iter().map(value).fold(0, u32::saturating_add), line.iter().map(value).max());
        if (3..=MOST_PARTS).contains(&line.len()) && most.is_some_and(|most| most == sum - most) {
            self.sums.push(line.to_vec());
        }
    }

    /// A sum and its first parts that come to it.
    fn run<'l>(&mut self, whole: usize, parts: impl Iterator<Item = &'l usize>) {
        let value = |at: usize| self.all.get(at).map_or(0, |one| one.value);
        let (of_all, mut sum, mut taken) = (value(whole), 0u32, vec![whole]);
        for part in parts.take(MOST_PARTS) {
            sum = sum.saturating_add(value(*part));
            taken.push(*part);
            if sum >= of_all {
                break;
            }
        }
        if sum == of_all && sum > 0 && taken.len() > 2 {
            self.sums.push(taken);
        }
    }

    /// Every two figures of a sentence that differ by one that is kept back.
    pub fn pairs(&mut self, line: &[usize]) {
        if line.len() > MOST_OF_SENTENCE {
            return;
        }
        let value = |at: usize| self.all.get(at).map_or(0, |one| one.value);
        let mut found = Vec::new();
        for kept in line.iter().filter(|at| self.all.get(**at).is_some_and(|one| one.hidden)) {
            for more in line.iter().filter(|at| *at != kept) {
                let is_other = |at: &&usize| *at != kept && *at != more && value(**at) + value(*kept) == value(*more);
                found.extend(line.iter().filter(is_other).map(|less| vec![*kept, *more, *less]));
            }
        }
        self.sums.append(&mut found);
    }

    /// What is kept back for the counts' sake, and the words that would tell of one.
    pub fn kept_back(mut self) -> Vec<Shown> {
        let mut of: Vec<Vec<usize>> = vec![Vec::new(); self.all.len()];
        for (sum, parts) in self.sums.iter().enumerate() {
            for part in parts {
                if let Some(of) = of.get_mut(*part) {
                    of.push(sum);
                }
            }
        }
        let mut open: Vec<usize> = (0..self.sums.len()).collect();
        while let Some(sum) = open.pop() {
            let Some(next) = self.sums.get(sum).and_then(|parts| self.needed(parts)) else { continue };
            self.hide(next);
            open.extend(of.get(next).into_iter().flatten());
        }
        let hidden = self.all.into_iter().filter(|one| one.hidden && !one.shown.1.is_empty());
        self.others.into_iter().chain(hidden.map(|one| one.shown)).collect()
    }

    /// The figure that a sum needs kept back as well: the smallest of the others.
    fn needed(&self, parts: &[usize]) -> Option<usize> {
        let figures = || parts.iter().filter_map(|at| self.all.get(*at).map(|one| (*at, one)));
        let hidden = figures().filter(|one| one.1.hidden).count();
        let small: Vec<u32> = figures().filter(|one| one.1.hidden && one.1.small).map(|one| one.1.value).collect();
        let (many, sum) = (crate::source::number(small.len()), small.iter().sum::<u32>());
        // Two counts of 5 at the most that make 10 are 5 and 5.
        let bound = sum <= many + 1 || sum + 1 >= many * self.threshold;
        let is_told = hidden == 1 || hidden > 1 && small.len() == hidden && bound;
        let others = figures().filter(|one| is_told && !one.1.hidden);
        others.min_by_key(|one| one.1.value).map(|one| one.0)
    }
}

/// What stands instead of a figure that is kept back: where it says how many there are of some, that they are some.
pub(super) fn not_given(counts: bool, opens: bool) -> &'static str {
    match (counts, opens) {
        (true, true) => "Some",
        (true, false) => "some",
        (false, _) => NOT_GIVEN,
    }
}
