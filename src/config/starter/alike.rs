//! Which names of districts look like one: misspelt, written together, cut short, or with a word more.

use crate::form::{fold, likeness};

/// How alike two spellings of one name are, at least.
const NEAR: f64 = 0.75;
/// The most names that are compared, each with every other.
const MOST: usize = 1000;

/// Names that look like one district, in groups, in the order in which they are given.
#[must_use]
pub fn alike(names: &[&str]) -> Vec<Vec<String>> {
    let names = names.get(..MOST).unwrap_or(names);
    let words: Vec<Vec<String>> = names.iter().map(|name| words(name)).collect();
    // Each name belongs to the first that it, or one that is like it, is like.
    let mut group: Vec<usize> = (0..names.len()).collect();
    for (at, one) in words.iter().enumerate() {
        for (before, other) in words.iter().enumerate().take(at) {
            if is_like(one, other) {
                let (Some(here), Some(there)) = (group.get(at).copied(), group.get(before).copied()) else { continue };
                group.iter_mut().filter(|group| **group == here.max(there)).for_each(|group| *group = here.min(there));
            }
        }
    }
    let of = |first: usize| names.iter().zip(&group).filter(move |(_, group)| **group == first);
    let groups = (0..names.len()).map(|first| of(first).map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
    groups.filter(|names| names.len() > 1).collect()
}

/// The words of a name that tell it from others.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace(['.', ',', '\'', '\u{2019}'], "");
    folded.split(' ').filter(|word| !matches!(*word, "" | "the" | "of" | "and" | "&")).map(str::to_owned).collect()
}

fn is_like(one: &[String], other: &[String]) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (joined, other_joined) = (one.concat(), other.concat());
    if joined == other_joined || !are_opposed(one, other) && likeness(&joined, &other_joined) >= NEAR {
        return true;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.iter().zip(long).all(|(a, b)| is_word(a, b))
}

/// Whether a pair of words tells two neighbours apart, however alike the rest is: "North Fell", "South Fell"; "Area 1",
/// "Area 2".
fn are_opposed(one: &[String], other: &[String]) -> bool {
    const SIDES: [&str; 12] =
        ["north", "south", "east", "west", "central", "mid", "upper", "lower", "inner", "outer", "greater", "new"];
    let side = |word: &str| SIDES.into_iter().find(|side| word.starts_with(side));
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    one.iter().zip(other).filter(|(a, b)| a != b).any(|(a, b)| match (side(a), side(b)) {
        (Some(a), Some(b)) => a != b,
        _ => is_number(a) && is_number(b),
    })
}

/// Whether two words are one, or one of them is cut short: "N", "Lanc", "Lancs".
fn is_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = long.chars();
    let in_order = short.chars().all(|c| rest.any(|other| other == c));
    // As counties are cut short: their beginning, and an s.
    let beginning = short.get(..3).is_some_and(|beginning| long.starts_with(beginning));
    let is_short = long.len() > short.len() + 2;
    a == b || is_short && (long.starts_with(short) || beginning && short.ends_with('s') && in_order)
}
