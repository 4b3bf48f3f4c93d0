//! Whether a statement is another one again, in the same words or nearly: what was copied, and what is planned once
//! more. It tells words, not meaning: a plan that comes back in other words is for `follow` to find.
//!
//! Statements are the same words again from a Jaccard of 0.8 on, of six words or more. Figures, "not" and names of
//! months are no words like others: "fell to 7%" and "fell to 6%" are news, and a meeting in March is not one in May.

use super::run::{self, FIGURE, LIGHT, MONTH, NOT, YEAR};
use std::cell::OnceCell;

/// A statement's words, as numbers.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// Its words in their order, dates left out, and a bit for each.
    run: Vec<u64>,
    sign: u128,
    /// The beginnings of those that say what it is about, and a bit for each.
    heavy: Vec<u64>,
    heavy_sign: u128,
    /// The different ones of each, sorted, once they are asked for: most statements are told apart by their bits.
    set: OnceCell<Vec<u64>>,
    heavy_set: OnceCell<Vec<u64>>,
    /// All its words, in their order.
    key: u64,
    /// Its figures and negations.
    figures: u64,
    /// Its dates.
    dates: u64,
}

/// From how many words on a statement that is nearly another one is that one again.
pub const LEAST: usize = 6;
/// From which share of the different words on, in percent.
pub const SHARE: u32 = 80;

/// How many words a shingle has.
const SHINGLE: usize = 5;
/// What the words of a run are told apart by, and the word that leaves it.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
const OFF: u64 = BASE.wrapping_pow(SHINGLE as u32);

impl Again {
    /// The words of a statement.
    #[must_use]
    pub fn of(text: &str) -> Again {
        let words = run::of(text);
        let mut again = Again { key: START, run: Vec::with_capacity(words.len()), ..Again::default() };
        again.heavy.reserve(words.len());
        let (mut before, mut after) = (0, words.iter().skip(1));
        for word in &words {
            let next = after.next().map_or(0, |next| next.sorts);
            again.key = mixed(again.key ^ word.hash);
            // A figure beside the name of a month is a day or a year.
            let beside = word.is(FIGURE) && (before | next) & MONTH > 0;
            before = word.sorts;
            if beside || word.is(MONTH | YEAR) {
                again.dates = again.dates.wrapping_add(mixed(word.hash));
                continue;
            }
            if word.is(FIGURE | NOT) {
                again.figures = again.figures.wrapping_add(mixed(word.hash));
            }
            again.run.push(word.hash);
            again.sign = with_bit(again.sign, word.hash);
            if !word.is(LIGHT) {
                again.heavy.push(word.beginning);
                again.heavy_sign = with_bit(again.heavy_sign, word.beginning);
            }
        }
        again
    }

    fn set(&self) -> &[u64] {
        self.set.get_or_init(|| different(&self.run))
    }

    fn heavy(&self) -> &[u64] {
        self.heavy_set.get_or_init(|| different(&self.heavy))
    }

    /// Every run of five words, as a number; none where the statement has fewer than `least` words. A quick reading: what
    /// has no run in common is not worth a closer one.
    #[must_use]
    pub fn shingles(text: &str, least: usize) -> Vec<u64> {
        let words = run::quick(text);
        if words.len() < least.max(SHINGLE) {
            return Vec::new();
        }
        // Each run is the one before it, with a word more at its end and one less at its beginning.
        let (mut shingles, mut run) = (Vec::with_capacity(words.len()), 0_u64);
        let gone = std::iter::repeat_n(&0, SHINGLE).chain(&words);
        for ((at, word), gone) in words.iter().enumerate().zip(gone) {
            run = run.wrapping_mul(BASE).wrapping_add(*word).wrapping_sub(gone.wrapping_mul(OFF));
            if at + 1 >= SHINGLE {
                shingles.push(mixed(run));
            }
        }
        shingles
    }

    /// How many words it has, dates aside.
    #[must_use]
    pub fn words(&self) -> usize {
        self.run.len()
    }

    /// Whether it is the other one word for word, whatever the case and the marks.
    #[must_use]
    pub fn is_same(&self, other: &Again) -> bool {
        (self.key, self.figures, self.dates) == (other.key, other.figures, other.dates)
    }

    /// Whether it is the other one again, dates and figures too.
    #[must_use]
    pub fn is_again(&self, other: &Again) -> bool {
        self.dates == other.dates && (self.is_same(other) || self.is_near(other, SHARE))
    }

    /// Whether both name the same dates.
    #[must_use]
    pub fn same_dates(&self, other: &Again) -> bool {
        self.dates == other.dates
    }

    /// Whether it is the other one again, perhaps with another date.
    #[must_use]
    pub fn is_moved(&self, other: &Again) -> bool {
        self.is_same(other) || self.is_near(other, SHARE)
    }

    /// Whether both have the same figures, and `share` percent of their different words in common.
    #[must_use]
    pub fn is_near(&self, other: &Again, share: u32) -> bool {
        if self.figures != other.figures || self.run.len().min(other.run.len()) < LEAST {
            return false;
        }
        // What differs is at most `all - both`; the bits that differ are at most as many.
        let (share, all) = (share as usize, self.run.len() + other.run.len());
        if (self.sign ^ other.sign).count_ones() as usize * (100 + share) > all * 100_usize.saturating_sub(share) {
            return false;
        }
        let (mine, theirs) = (self.set(), other.set());
        let both = common(mine, theirs);
        both * 100 >= share * (mine.len() + theirs.len() - both)
    }

    /// Whether the other statement has half of this one's words, in any form, those aside that say nothing of what it is
    /// about.
    #[must_use]
    pub fn is_half_in(&self, other: &Again) -> bool {
        let missing = (self.heavy_sign & !other.heavy_sign).count_ones() as usize;
        if self.heavy.is_empty() || missing * 2 > self.heavy.len() {
            return false;
        }
        common(self.heavy(), other.heavy()) * 2 >= self.heavy().len()
    }

    /// Whether the other statement has all of this one's words, those aside that say nothing of what it is about.
    #[must_use]
    pub fn is_all_in(&self, other: &Again) -> bool {
        let missing = self.heavy_sign & !other.heavy_sign;
        missing == 0 && !self.heavy.is_empty() && common(self.heavy(), other.heavy()) == self.heavy().len()
    }

    /// Whether it says what the other does in another tense: the same figures, and three quarters of the words that say
    /// what it is about.
    #[must_use]
    pub fn is_told_by(&self, other: &Again) -> bool {
        if self.figures != other.figures {
            return false;
        }
        let (mine, theirs) = (self.heavy(), other.heavy());
        let both = common(mine, theirs);
        let all = mine.len() + theirs.len() - both;
        all > 0 && both * 4 >= all * 3
    }

    /// A number that is the same for the same words.
    #[must_use]
    pub fn mark(&self) -> u64 {
        self.key
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb) ^ (hash >> 31)
}

fn with_bit(sign: u128, word: u64) -> u128 {
    sign | 1 << (word >> 57)
}

/// The different ones of these numbers, sorted.
fn different(all: &[u64]) -> Vec<u64> {
    let mut all = all.to_vec();
    all.sort_unstable();
    all.dedup();
    all
}

/// How many numbers of one sorted list are in another, none of them twice in either.
fn common(mut a: &[u64], mut b: &[u64]) -> usize {
    let mut both = 0;
    while let ([mine, others @ ..], [theirs, rest @ ..]) = (a, b) {
        both += usize::from(mine == theirs);
        (a, b) = (if mine <= theirs { others } else { a }, if theirs <= mine { rest } else { b });
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_again_is_told_from_news() {
        let table = [
            // The two, whether the second is the first again, and whether it is so with another date.
            ("Met the heads of the six primaries.", "met the heads of the six primaries", true, true),
            ("Met heads", "Met heads!", true, true),
            ("Met the heads", "Met the governors", false, false),
            (
                "Met the heads of the partner primaries about first-day calls",
                "We met the heads of the partner primaries about first-day calls",
                true,
                true,
            ),
            (
                "Agree the pathway with the heads of all schools by 10 May 2024",
                "Agree the pathway with the heads of all schools by 28 June 2024",
                false,
                true,
            ),
            (
                "Absence in the primaries fell from 9% to 7%",
                "Absence in the primaries fell from 9% to 6%",
                false,
                false,
            ),
            (
                "Absence in the primaries fell by 10.5 points",
                "Absence in the primaries fell by 105 points",
                false,
                false,
            ),
            ("The heads have agreed to the new route", "The heads have not agreed to the new route", false, false),
            ("Visit the schools of cohort two in turn", "Visit the schools of cohort three in turn", false, false),
            (
                "Train the office staff of every school in reading codes",
                "Train the office staff of every school in first aid",
                false,
                false,
            ),
            ("", "", true, true),
        ];
        for (a, b, again, moved) in table {
            let (first, second) = (Again::of(a), Again::of(b));
            assert_eq!(first.is_again(&second), again, "{a:?} {b:?}");
            assert_eq!(second.is_again(&first), again, "{b:?} {a:?}");
            assert_eq!(first.is_moved(&second), moved, "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_quick_look_never_hides_what_is_near() {
        let words: Vec<String> =
            (0..40).map(|at| format!("w{}", (b'a' + at % 26) as char).repeat(1 + at as usize / 26)).collect();
        for length in LEAST..40 {
            for changed in 0..length {
                let first = words[..length].join(" ");
                let other: Vec<String> = words[..length]
                    .iter()
                    .enumerate()
                    .map(|(at, w)| if at < changed { format!("x{w}") } else { w.clone() })
                    .collect();
                let near = 100 * (length - changed) >= 80 * (length + changed);
                assert_eq!(Again::of(&first).is_near(&Again::of(&other.join(" ")), 80), near, "{length} {changed}");
            }
        }
    }

    #[test]
    fn what_is_told_is_found_within_it() {
        let plan = Again::of("Hold the half-termly meeting of the attendance network");
        let told = Again::of("Held the half-termly meeting of the attendance network at Oxmere Juniors");
        assert!(plan.is_half_in(&told) && !plan.is_half_in(&Again::of("Wrote a guide for the parents of the network")));
        assert!(!Again::of("").is_half_in(&told) && !Again::of("the of and").is_half_in(&told));
        assert_eq!(Again::shingles("Hold the half-termly meeting of the attendance network", 8).len(), 5);
        assert!(Again::shingles("Hold the half-termly meeting of the attendance network", 10).is_empty());
        let all = Again::of("Visited Ferrow, Oakhill and Kirkley");
        assert!(Again::of("Visit Oakhill").is_all_in(&all) && !Again::of("Visit Oakhill and Dray").is_all_in(&all));
    }
}
