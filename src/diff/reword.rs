//! How one statement became another, word by word.

use crate::align::{Folded, is_light};
use crate::page::{Mark, Run, Words};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Past this many pairs of words the two texts are given whole, one removed and one added.
const MANY: usize = 1_000_000;

/// The words of `from` and `to` in one line: those of both as `to` writes them, the others marked. White
/// space, case and punctuation are no change; marked runs neither begin nor end with a space.
#[must_use]
pub fn reword(from: &str, to: &str) -> Words {
    let (old, new): (Vec<&str>, Vec<&str>) = (from.split_whitespace().collect(), to.split_whitespace().collect());
    let mut runs = Vec::new();
    for stretch in stretches(&old, &new) {
        let words = |words: &[&str], range: Range<usize>| words.get(range).unwrap_or_default().join(" ");
        if stretch.same {
            push(words(&new, stretch.new), Mark::Plain, &mut runs);
        } else {
            push(words(&old, stretch.old), Mark::Removed, &mut runs);
            push(words(&new, stretch.new), Mark::Added, &mut runs);
        }
    }
    runs
}

/// Adds a run, with a plain space between it and the one before.
fn push(mut words: String, mark: Mark, runs: &mut Words) {
    if words.is_empty() {
        return;
    }
    match runs.last_mut() {
        None => {}
        Some(last) if last.mark == Mark::Plain => last.words.push(' '),
        Some(_) if mark == Mark::Plain => words.insert(0, ' '),
        Some(_) => runs.push(Run { words: " ".to_owned(), mark: Mark::Plain }),
    }
    runs.push(Run { words, mark });
}

/// Words that stayed, or those that made way for others.
struct Stretch {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

fn stretches(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    let keys = |words: &[&str]| words.iter().map(|word| Folded::of(word).key().to_owned()).collect::<Vec<_>>();
    let (before, after) = (keys(old), keys(new));
    if before.len().saturating_mul(after.len()) > MANY {
        return vec![Stretch { same: false, old: 0..old.len(), new: 0..new.len() }];
    }
    let ops = capture_diff_slices(Algorithm::Myers, &before, &after);
    let mut stretches: Vec<Stretch> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let (old, new) = (op.old_range(), op.new_range());
        // A lone "of the" between two changes reads better as part of them.
        let lone = (1..ops.len() - 1).contains(&at)
            && new.len() <= 2
            && after.get(new.clone()).is_some_and(|words| words.iter().all(|word| is_light(word)));
        let same = matches!(op, DiffOp::Equal { .. }) && !lone;
        match stretches.last_mut() {
            Some(last) if last.same == same => (last.old.end, last.new.end) = (old.end, new.end),
            _ => stretches.push(Stretch { same, old, new }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(words: &Words) -> String {
        let marked = words.iter().map(|run| match run.mark {
            Mark::Plain | Mark::Strong => run.words.clone(),
            Mark::Added => format!("{{+{}+}}", run.words),
            Mark::Removed => format!("[-{}-]", run.words),
        });
        marked.collect()
    }

    #[test]
    fn changed_words_are_marked_and_nothing_else() {
        let table = [
            ("", "", ""),
            ("", "New words", "{+New words+}"),
            ("Met the heads", "Met  the\nHeads.", "Met the Heads."),
            ("Met the six primaries", "Met the eight primaries", "Met the [-six-] {+eight+} primaries"),
            ("Fell from 9% to 7%", "Fell from 9% to 6.5%", "Fell from 9% to [-7%-] {+6.5%+}"),
            ("Agree the pathway", "Agree the new attendance pathway", "Agree the {+new attendance+} pathway"),
            ("Agree the pathway by June", "Agree the pathway", "Agree the pathway [-by June-]"),
            (
                "Wrote to heads of primaries in Northmoor",
                "Wrote to governors of secondaries in Northmoor",
                "Wrote to [-heads of primaries-] {+governors of secondaries+} in Northmoor",
            ),
            ("The plan", "This plan", "[-The-] {+This+} plan"),
        ];
        for (from, to, expected) in table {
            assert_eq!(marked(&reword(from, to)), expected);
        }
    }

    #[test]
    fn both_texts_can_be_read_off_and_long_ones_do_not_hang() {
        let folded = |words: &str| Folded::of(words).key().to_owned();
        let side = |words: &Words, without: Mark| {
            folded(&words.iter().filter(|run| run.mark != without).map(|run| run.words.as_str()).collect::<String>())
        };
        let long = |step: usize| (0..3000).map(|n| format!("w{}", n * step % 997)).collect::<Vec<_>>().join(" ");
        for (from, to) in [("a b c of d", "c of x y a"), ("a", "b"), (long(3).as_str(), long(5).as_str())] {
            let words = reword(from, to);
            assert_eq!(side(&words, Mark::Added), folded(from));
            assert_eq!(side(&words, Mark::Removed), folded(to));
        }
    }
}
