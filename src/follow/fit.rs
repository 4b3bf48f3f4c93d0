//! How well a later statement answers a planned one, by their words and by where they stand. Numbers only; what follows
//! from them is decided in `follow`.
//!
//! The weights were set on the labelled series of `tests/follow/development`; what they are worth on series that nobody
//! tuned to is measured by `tests/follow.rs` and stands in the README.

use super::kin::{ByStem, Kin};
use super::told::{Kind, Told, Word};

/// What is known of the words of two reports: in how many of their statements each stands.
pub(super) struct Weights {
    stems: ByStem<f32>,
    families: [f32; Kin::BITS as usize],
    /// What a word weighs that stands in one statement only.
    rare: f32,
}

impl Weights {
    /// The weights of words over all statements that are compared: rare ones tell more.
    pub(super) fn over<'a>(statements: impl Iterator<Item = &'a Told>) -> Weights {
        let (mut stems, mut families, mut count) = (ByStem::default(), [0.0_f32; Kin::BITS as usize], 0.0_f32);
        for told in statements {
            count += 1.0;
            told.words.iter().for_each(|word| *stems.entry(word.stem).or_insert(0.0_f32) += 1.0);
            each(told.kin, |family| families.get_mut(family).into_iter().for_each(|count| *count += 1.0));
        }
        let weight = |within: f32| ((count + 1.0) / (within + 0.5)).ln().max(0.0);
        stems.values_mut().for_each(|within| *within = weight(*within));
        families.iter_mut().for_each(|within| *within = weight(*within));
        Weights { stems, families, rare: weight(1.0) }
    }

    fn plain(&self, word: &Word) -> f32 {
        self.stems.get(&word.stem).copied().unwrap_or(self.rare)
    }

    fn family(&self, family: usize) -> f32 {
        self.families.get(family).copied().unwrap_or(0.0)
    }
}

/// A statement with the weights of its words, in their order.
pub(super) struct Weighed<'a> {
    pub(super) told: &'a Told,
    weights: Vec<f32>,
    total: f32,
    has_label: bool,
}

impl<'a> Weighed<'a> {
    pub(super) fn of(told: &'a Told, weights: &Weights) -> Weighed<'a> {
        let each: Vec<f32> = told.words.iter().map(|word| weights.plain(word)).collect();
        let has_label = told.words.iter().any(|word| word.kind == Kind::Label);
        Weighed { told, total: each.iter().sum(), weights: each, has_label }
    }
}

/// What speaks for and against a later statement being the answer to a planned one.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Fit {
    /// All of it together.
    pub(super) strength: f32,
    /// How much of the later statement is said in the planned one, from 0 to 1; related words count in part.
    pub(super) covered: f32,
    /// Whether the planned statement's first word, which says what is to be done, is met.
    pub(super) does: bool,
}

/// What a related word counts, beside the same word.
const RELATED: f32 = 0.5;

/// How well `later` answers `planned`, where they stand aside.
pub(super) fn fit(planned: &Weighed<'_>, later: &Weighed<'_>, weights: &Weights) -> Fit {
    let (mut shared, mut covered, mut same_kin) = (0.0, 0.0, 0);
    let (mut has_label, mut first) = (false, false);
    let mut others = planned.told.words.iter().peekable();
    for (word, weight) in later.told.words.iter().zip(&later.weights) {
        while others.next_if(|other| other.stem < word.stem).is_some() {}
        let Some(other) = others.next_if(|other| other.stem == word.stem) else {
            covered += if word.kin & planned.told.kin == 0 { 0.0 } else { RELATED * weight };
            continue;
        };
        covered += weight;
        same_kin |= word.kin | other.kin;
        has_label |= word.kind == Kind::Label;
        first |= planned.told.first.is_some_and(|first| first.stem == word.stem);
        // The same thing is often told with another figure, and one figure says little.
        shared += if word.kind.max(other.kind) == Kind::Figure { 0.0 } else { *weight };
    }
    // Families that both are of without a word in common.
    let mut kinship = 0.0;
    each(planned.told.kin & later.told.kin & !same_kin, |family| kinship += weights.family(family));
    let in_order =
        common(&planned.told.pairs, &later.told.pairs, |pair| *pair) as f32 / (planned.told.pairs.len().max(1) as f32);
    let covered = if later.total > 0.0 { covered / later.total } else { 0.0 };
    let apart = planned.has_label && later.has_label && !has_label;
    let does = first || planned.told.first.is_some_and(|first| first.kin & later.told.kin != 0);
    let strength = 2.0 * covered + in_order + 5.0 * kinship / (4.0 + planned.total.sqrt()) + 0.1 * shared
        - if apart { 1.0 } else { 0.0 };
    Fit { strength, covered, does }
}

/// How many of the numbers of one sorted list are in another.
fn common<T>(a: &[T], b: &[T], number: impl Fn(&T) -> u64) -> usize {
    let mut b = b.iter().map(&number).peekable();
    let is_in = |one: &u64| {
        while b.next_if(|other| other < one).is_some() {}
        b.peek() == Some(one)
    };
    a.iter().map(&number).filter(is_in).count()
}

fn each(kin: Kin, mut act: impl FnMut(usize)) {
    let mut left = kin;
    while left != 0 {
        act(left.trailing_zeros() as usize);
        left &= left - 1;
    }
}

/// The stems by which two planned statements that are alike can be told apart, those of each that the other has not;
/// `None` where they are not alike.
pub(super) fn twins(a: &Told, b: &Told) -> Option<[Vec<u64>; 2]> {
    // Most are not alike, which is soon seen.
    let shared = common(&a.words, &b.words, |word| word.stem);
    if shared == 0 || shared < a.words.len() + b.words.len() - 2 * shared {
        return None;
    }
    let only = |one: &Told, other: &Told| -> Vec<u64> {
        let stems = one.words.iter().map(|word| word.stem);
        stems.filter(|stem| !holds(other, *stem)).collect()
    };
    Some([only(a, b), only(b, a)])
}

/// Whether a statement has this stem.
pub(super) fn holds(told: &Told, stem: u64) -> bool {
    told.words.binary_search_by_key(&stem, |word| word.stem).is_ok()
}
