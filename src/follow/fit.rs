//! How well a later statement answers a planned one, by their words. Numbers only; what follows
//! from them is decided in `follow`.
//!
//! The weights were set on the labelled series of `tests/follow/development`; what they are worth on series that nobody
//! tuned to is measured by `tests/follow.rs` and stands in the README.

use super::kin::{ByStem, Kin};
use super::told::{Kind, Told, Word};

/// How many statements are compared in two reports of usual length.
const USUAL: f32 = 30.0;
/// In what share of statements a family of words is met.
const COMMON: f32 = 0.2;

/// What is known of the words of two reports: in how many of their statements each stands.
pub(super) struct Weights {
    /// For each stem its place among all of them, and what it weighs.
    stems: ByStem<(u32, f32)>,
    families: [f32; Kin::BITS as usize],
    /// What a word weighs that stands in one statement only.
    pub(super) rare: f32,
}

impl Weights {
    /// The weights of words over all statements that are compared: rare ones tell more.
    pub(super) fn over<'a>(statements: impl Iterator<Item = &'a Told>) -> Weights {
        let (mut stems, mut families, mut count) = (ByStem::default(), [0.0_f32; Kin::BITS as usize], 0.0_f32);
        for told in statements {
            count += 1.0;
            for word in &told.words {
                let next = u32::try_from(stems.len()).unwrap_or(u32::MAX);
                stems.entry(word.stem).or_insert((next, 0.0_f32)).1 += 1.0;
            }
            each(told.kin, |family| families.get_mut(family).into_iter().for_each(|count| *count += 1.0));
        }
        // Two short reports have as many words to choose from as two of usual length.
        let (seen, count) = (count, count.max(USUAL));
        let weight = |within: f32| ((count + 1.0) / (within + 0.5)).ln().max(0.0);
        stems.values_mut().for_each(|(_, within)| *within = weight(*within));
        // The field's families are common: some would stand in the statements that a short report lacks.
        let unseen = (USUAL - seen).max(0.0) * COMMON;
        families.iter_mut().for_each(|within| *within = weight(*within + unseen));
        Weights { stems, families, rare: weight(1.0) }
    }

    fn plain(&self, word: &Word) -> (u32, f32) {
        self.stems.get(&word.stem).copied().unwrap_or((u32::MAX, self.rare))
    }

    /// Room to lay a statement's words out in.
    pub(super) fn bench(&self) -> Bench {
        Bench(vec![None; self.stems.len()])
    }

    fn family(&self, family: usize) -> f32 {
        self.families.get(family).copied().unwrap_or(0.0)
    }
}

/// A statement with the weights of its words, in their order.
pub(super) struct Weighed<'a> {
    pub(super) told: &'a Told,
    weights: Vec<f32>,
    /// The place of each of its words among those of both reports.
    places: Vec<u32>,
    total: f32,
    has_label: bool,
}

impl<'a> Weighed<'a> {
    pub(super) fn of(told: &'a Told, weights: &Weights) -> Weighed<'a> {
        let (places, each): (Vec<u32>, Vec<f32>) = told.words.iter().map(|word| weights.plain(word)).unzip();
        let has_label = told.words.iter().any(|word| word.kind == Kind::Label);
        Weighed { told, total: each.iter().sum(), weights: each, places, has_label }
    }
}

/// The words of one planned statement laid out by their places, so that each word of a later one finds its like at once.
pub(super) struct Bench(Vec<Option<Word>>);

impl Bench {
    /// Lays out the words of a statement in place of those of another.
    pub(super) fn lay(&mut self, off: Option<&Weighed<'_>>, on: &Weighed<'_>) {
        for place in off.into_iter().flat_map(|off| &off.places) {
            self.0.get_mut(*place as usize).into_iter().for_each(|word| *word = None);
        }
        for (place, word) in on.places.iter().zip(&on.told.words) {
            self.0.get_mut(*place as usize).into_iter().for_each(|empty| *empty = Some(*word));
        }
    }

    fn like(&self, place: u32) -> Option<&Word> {
        self.0.get(place as usize).and_then(Option::as_ref)
    }
}

/// What a related word counts, beside the same word.
const RELATED: f32 = 0.5;

/// How strongly the words of `later` speak for its being the answer to `planned`, whose words lie on the bench.
pub(super) fn fit(planned: &Weighed<'_>, later: &Weighed<'_>, weights: &Weights, bench: &Bench) -> f32 {
    let kin = planned.told.kin;
    let (mut shared, mut covered, mut same_kin, mut alike) = (0.0, 0.0, 0, 0);
    let mut has_label = false;
    for ((word, weight), place) in later.told.words.iter().zip(&later.weights).zip(&later.places) {
        let Some(other) = bench.like(*place) else {
            covered += if word.kin & kin == 0 { 0.0 } else { RELATED * weight };
            continue;
        };
        alike += 1;
        covered += weight;
        same_kin |= word.kin | other.kin;
        has_label |= word.kind == Kind::Label;
        // The same thing is often told with another figure, and one figure says little.
        shared += if word.kind.max(other.kind) == Kind::Figure { 0.0 } else { *weight };
    }
    // A figure in common, and nothing else, is chance.
    if shared == 0.0 && kin & later.told.kin == 0 && same_kin == 0 {
        return 0.0;
    }
    // Families that both are of without a word in common.
    let mut kinship = 0.0;
    each(kin & later.told.kin & !same_kin, |family| kinship += weights.family(family));
    // It takes two words to stand side by side.
    let pairs = if alike > 1 { common(&planned.told.pairs, &later.told.pairs, |pair| *pair) } else { 0 };
    let in_order = pairs as f32 / (planned.told.pairs.len().max(1) as f32);
    // How much of the later statement is said in the planned one, related words in part.
    let covered = if later.total > 0.0 { covered / later.total } else { 0.0 };
    let apart = planned.has_label && later.has_label && !has_label;
    2.0 * covered + in_order + 5.0 * kinship / (4.0 + planned.total.sqrt()) + 0.1 * shared
        - if apart { 1.0 } else { 0.0 }
}

/// What the words weigh that two statements share and that are no name and no figure: what is done, and with what.
pub(super) fn matter(planned: &Weighed<'_>, later: &Weighed<'_>) -> f32 {
    let mut others = planned.told.words.iter().peekable();
    let shared = later.told.words.iter().zip(&later.weights).filter(|(word, _)| {
        while others.next_if(|other| other.stem < word.stem).is_some() {}
        let other = others.next_if(|other| other.stem == word.stem);
        other.is_some_and(|other| word.kind.max(other.kind) == Kind::Plain)
    });
    shared.map(|(_, weight)| weight).sum()
}

/// How many of the planned statement's plain words are in the later one, from 0 to 1, related words in part: names, figures
/// and short forms aside, they say what is to be done.
pub(super) fn share(planned: &Told, later: &Told) -> f32 {
    let plain = planned.words.iter().filter(|word| word.kind == Kind::Plain);
    let (mut all, mut said) = (0.0, 0.0);
    for word in plain {
        all += 1.0;
        said += match holds(later, word.stem) {
            true => 1.0,
            false if word.kin & later.kin != 0 => RELATED,
            false => 0.0,
        };
    }
    if all > 0.0 { said / all } else { 0.0 }
}

/// Whether both statements name somebody or something, and nothing alike: mentors at one school are not those at another.
pub(super) fn names_apart(planned: &Told, later: &Told) -> bool {
    let names = |told: &Told| told.words.iter().filter(|word| word.kind >= Kind::Name).map(|word| word.stem).collect();
    let [mine, theirs]: [Vec<u64>; 2] = [names(planned), names(later)];
    let alike = mine.iter().any(|stem| holds(later, *stem)) || theirs.iter().any(|stem| holds(planned, *stem));
    !mine.is_empty() && !theirs.is_empty() && !alike
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
