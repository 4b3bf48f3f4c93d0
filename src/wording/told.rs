//! A plan as it would be told once it is done: "Cohort 3 will start" as "Cohort 3 started", for a rewording.

use super::lexicon::{BASE, BOTH, key};
use super::tense::{WILL, is_order};
use super::words::read;
use std::ops::Range;

/// How a sentence that speaks of what is to come would tell it as done: where the words before its verb stand, and
/// the verb's past form: "Cohort 3", "started".
#[must_use]
pub fn in_the_past(text: &str, sentence: Range<usize>) -> Option<(Range<usize>, String)> {
    let words = read(text.get(sentence.clone())?);
    let will = words.iter().position(|word| word.is(WILL) && !word.quoted);
    let at = match (will, words.first()) {
        (Some(will), _) => will + 1,
        (None, Some(first)) if first.has(BASE | BOTH) && is_order(&words) => 0,
        _ => return None,
    };
    let verb = words.get(at).filter(|verb| verb.has(BASE | BOTH) && !verb.is(key("be")))?;
    let end = words.get(at.saturating_sub(1)).filter(|_| will.is_some()).map_or(0, |will| will.range().start);
    let base = text.get(sentence.clone())?.get(verb.range())?.to_lowercase();
    Some((sentence.start..sentence.start + end, past(&base)))
}

/// The past form of a verb of the dictionary.
fn past(base: &str) -> String {
    if let Some((_, past)) = IRREGULAR.iter().find(|(known, _)| *known == base) {
        return (*past).to_owned();
    }
    let vowel = |c: char| "aeiou".contains(c);
    let mut back = base.chars().rev();
    match (back.next(), back.next(), back.next()) {
        (Some('e'), ..) => format!("{base}d"),
        (Some('y'), Some(c), _) if !vowel(c) => format!("{}ied", base.trim_end_matches('y')),
        (Some(c), Some(v), Some(first)) if DOUBLED.contains(&base) && vowel(v) && !vowel(first) => {
            format!("{base}{c}ed")
        }
        _ => format!("{base}ed"),
    }
}

/// Verbs that double their last letter before "ed".
const DOUBLED: [&str; 10] = ["plan", "map", "submit", "stop", "refer", "commit", "transfer", "trim", "step", "swap"];
const IRREGULAR: [(&str, &str); 38] = [
    ("become", "became"),
    ("begin", "began"),
    ("bring", "brought"),
    ("build", "built"),
    ("buy", "bought"),
    ("choose", "chose"),
    ("cut", "cut"),
    ("deal", "dealt"),
    ("draw", "drew"),
    ("feed", "fed"),
    ("find", "found"),
    ("get", "got"),
    ("give", "gave"),
    ("go", "went"),
    ("grow", "grew"),
    ("hear", "heard"),
    ("hold", "held"),
    ("keep", "kept"),
    ("lead", "led"),
    ("let", "let"),
    ("make", "made"),
    ("meet", "met"),
    ("put", "put"),
    ("read", "read"),
    ("ring", "rang"),
    ("run", "ran"),
    ("see", "saw"),
    ("seek", "sought"),
    ("send", "sent"),
    ("set", "set"),
    ("show", "showed"),
    ("sit", "sat"),
    ("speak", "spoke"),
    ("take", "took"),
    ("teach", "taught"),
    ("tell", "told"),
    ("undertake", "undertook"),
    ("write", "wrote"),
];
