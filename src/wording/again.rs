//! Whether a statement is another one again, in the same words or nearly: what was copied, and what is planned once
//! more. It tells words, not meaning: a plan that comes back in other words is for `follow` to find.
//!
//! Statements are the same words again from a Jaccard of 0.8 on, of six words or more. Figures, "not" and names of
//! months are no words like others: "fell to 7%" and "fell to 6%" are news, and a meeting in March is not one in May.

use super::run::{self, FIGURE, LIGHT, MONTH, NOT, START, YEAR};

/// A statement's words, as numbers.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// Its words in their order, dates left out.
    run: Vec<u64>,
    /// Its different words, sorted, dates left out.
    set: Vec<u64>,
    /// A bit for each of them.
    sign: u128,
    /// The beginnings of those that say what it is about, sorted, and a bit for each.
    heavy: Vec<u64>,
    heavy_sign: u128,
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

impl Again {
    /// The words of a statement.
    #[must_use]
    pub fn of(text: &str) -> Again {
        let (mut again, heavy) = Again::in_order(text);
        again.set.clone_from(&again.run);
        again.set.sort_unstable();
        again.set.dedup();
        again.sign = again.set.iter().fold(0, with_bit);
        again.heavy = heavy;
        again.heavy.sort_unstable();
        again.heavy.dedup();
        again.heavy_sign = again.heavy.iter().fold(0, with_bit);
        again
    }

    /// Every run of five words, as a number; none where the statement has fewer than `least` words. A quick reading: what
    /// has no run in common is not worth a closer one.
    #[must_use]
    pub fn shingles(text: &str, least: usize) -> Vec<u64> {
        let words = run::quick(text);
        let all = words.windows(SHINGLE).filter(|_| words.len() >= least);
        all.map(|run| run.iter().fold(START, |all, word| mixed(all ^ word))).collect()
    }

    /// Its words in their order alone, and the beginnings of those that say what it is about.
    fn in_order(text: &str) -> (Again, Vec<u64>) {
        let words = run::of(text);
        let mut again = Again { key: START, run: Vec::with_capacity(words.len()), ..Again::default() };
        let mut heavy = Vec::with_capacity(words.len());
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
            if !word.is(LIGHT) {
                heavy.push(word.beginning);
            }
        }
        (again, heavy)
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
        let (mine, theirs) = (self.set.len(), other.set.len());
        if self.figures != other.figures || self.run.len().min(other.run.len()) < LEAST {
            return false;
        }
        // What differs is at most `all - both`; the bits that differ are at most as many.
        let (share, most) = (share as usize, (mine + theirs) * (100_usize.saturating_sub(share as usize)));
        if (self.sign ^ other.sign).count_ones() as usize * (100 + share) > most {
            return false;
        }
        let both = common(&self.set, &other.set);
        both * 100 >= share * (mine + theirs - both)
    }

    /// Whether the other statement has half of this one's words, in any form, those aside that say nothing of what it is
    /// about.
    #[must_use]
    pub fn is_half_in(&self, other: &Again) -> bool {
        let missing = (self.heavy_sign & !other.heavy_sign).count_ones() as usize;
        let all = self.heavy.len();
        all > 0 && missing * 2 <= all && common(&self.heavy, &other.heavy) * 2 >= all
    }

    /// Whether the other statement has all of this one's words, those aside that say nothing of what it is about.
    #[must_use]
    pub fn is_all_in(&self, other: &Again) -> bool {
        let missing = self.heavy_sign & !other.heavy_sign;
        missing == 0 && !self.heavy.is_empty() && common(&self.heavy, &other.heavy) == self.heavy.len()
    }

    /// Whether it says what the other does in another tense: the same figures, and three quarters of the words that say
    /// what it is about.
    #[must_use]
    pub fn is_told_by(&self, other: &Again) -> bool {
        let both = common(&self.heavy, &other.heavy);
        let all = self.heavy.len() + other.heavy.len() - both;
        self.figures == other.figures && all > 0 && both * 4 >= all * 3
    }

    /// A number that is the same for the same words.
    #[must_use]
    pub fn mark(&self) -> u64 {
        self.key
    }
}

fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb) ^ (hash >> 31)
}

fn with_bit(sign: u128, word: &u64) -> u128 {
    sign | 1 << (word >> 57)
}

/// How many numbers of one sorted list are in another.
fn common(a: &[u64], b: &[u64]) -> usize {
    let mut b = b.iter().peekable();
    let is_in = |one: &&u64| {
        while b.next_if(|other| other < one).is_some() {}
        b.peek() == Some(one)
    };
    a.iter().filter(is_in).count()
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
