//! How well a later statement answers a planned one, by their words. Numbers only; what follows
//! from them is decided in `follow`.
//!
//! The weights were set on the labelled series of `tests/follow/development`; what they are worth on series that nobody
//! tuned to is measured by `tests/follow.rs` and stands in the README.

use super::kin::Kin;
use super::told::{Kind, Told, Word};

/// How many statements are compared in two reports of usual length.
const USUAL: f32 = 30.0;
/// In what share of statements a family of words is met.
const COMMON: f32 = 0.2;

/// What is known of the words of two reports: in how many of their statements each stands.
pub(super) struct Weights {
    /// By the number of a stem: in how many statements it stands.
    within: Vec<u32>,
    /// What a stem weighs by that count, and a family.
    of_stems: Vec<f32>,
    families: [f32; Kin::BITS as usize],
    /// What a word weighs that stands in one statement only.
    pub(super) rare: f32,
}

impl Weights {
    /// The weights of words over all statements that are compared: rare ones tell more.
    pub(super) fn over<'a>(statements: impl Iterator<Item = &'a Told>) -> Weights {
        let (mut within, mut families, mut count) = (Vec::new(), [0_u32; Kin::BITS as usize], 0_u32);
        for told in statements {
            count = count.saturating_add(1);
            for word in &told.words {
                let at = word.id as usize;
                if at >= within.len() {
                    within.resize(at + 1, 0_u32);
                }
                within.get_mut(at).into_iter().for_each(|count| *count = count.saturating_add(1));
            }
            each(told.kin, |family| families.get_mut(family).into_iter().for_each(|count| *count += 1));
        }
        // Two short reports have as many words to choose from as two of usual length.
        let (seen, all) = (count as f32, (count as f32).max(USUAL));
        let weight = |within: f32| ((all + 1.0) / (within + 0.5)).ln().max(0.0);
        let most = within.iter().max().copied().unwrap_or(0);
        let of_stems = (0..=most.max(1)).map(|within| weight(within as f32)).collect();
        // The field's families are common: some would stand in the statements that a short report lacks.
        let unseen = (USUAL - seen).max(0.0) * COMMON;
        let most = families.iter().max().copied().unwrap_or(0);
        let of_families: Vec<f32> = (0..=most).map(|within| weight(within as f32 + unseen)).collect();
        let families = families.map(|within| of_families.get(within as usize).copied().unwrap_or(0.0));
        Weights { within, of_stems, families, rare: weight(1.0) }
    }

    fn plain(&self, word: &Word) -> f32 {
        let within = self.within.get(word.id as usize).copied().unwrap_or(1);
        self.of_stems.get(within as usize).copied().unwrap_or(self.rare)
    }

    /// Room to lay a statement's words out in.
    pub(super) fn bench(&self) -> Bench {
        Bench(vec![None; self.within.len()])
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

/// The words of one planned statement laid out by their numbers, so that each word of a later one finds its like at once.
pub(super) struct Bench(Vec<Option<(Kind, Kin)>>);

impl Bench {
    /// Lays out the words of a statement in place of those of another.
    pub(super) fn lay(&mut self, off: Option<&Weighed<'_>>, on: &Weighed<'_>) {
        for word in off.into_iter().flat_map(|off| &off.told.words) {
            self.0.get_mut(word.id as usize).into_iter().for_each(|place| *place = None);
        }
        for word in &on.told.words {
            self.0.get_mut(word.id as usize).into_iter().for_each(|place| *place = Some((word.kind, word.kin)));
        }
    }

    fn like(&self, word: &Word) -> Option<(Kind, Kin)> {
        self.0.get(word.id as usize).copied().flatten()
    }
}

/// What a related word counts, beside the same word.
const RELATED: f32 = 0.5;

/// How strongly the words of `later` speak for its being the answer to `planned`, whose words lie on the bench.
pub(super) fn fit(planned: &Weighed<'_>, later: &Weighed<'_>, weights: &Weights, bench: &Bench) -> f32 {
    if planned.told.is_strange_to(later.told) {
        return 0.0;
    }
    let kin = planned.told.kin;
    let (mut shared, mut covered, mut same_kin, mut alike) = (0.0, 0.0, 0, 0);
    let mut has_label = false;
    for (word, weight) in later.told.words.iter().zip(&later.weights) {
        let Some((kind, other)) = bench.like(word) else {
            covered += if word.kin & kin == 0 { 0.0 } else { RELATED * weight };
            continue;
        };
        alike += 1;
        covered += weight;
        same_kin |= word.kin | other;
        has_label |= word.kind == Kind::Label;
        // The same thing is often told with another figure, and one figure says little.
        shared += if word.kind.max(kind) == Kind::Figure { 0.0 } else { *weight };
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

/// How many of the numbers of one sorted list are in another, no number twice in either.
fn common<T>(mut a: &[T], mut b: &[T], number: impl Fn(&T) -> u64) -> usize {
    let mut both = 0;
    while let ([first, others @ ..], [second, rest @ ..]) = (a, b) {
        let (mine, theirs) = (number(first), number(second));
        both += usize::from(mine == theirs);
        (a, b) = (if mine <= theirs { others } else { a }, if theirs <= mine { rest } else { b });
    }
    both
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
    if a.most_shared(b) * 3 < a.words.len() + b.words.len() {
        return None;
    }
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
