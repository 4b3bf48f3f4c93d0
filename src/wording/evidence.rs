//! Whether anything stands behind what an impact statement says: a figure, a survey, somebody's words; and whether it
//! says that there is nothing to tell yet.

use super::lexicon::{BODY, MONTH, NOTHING, NUMBER, PERSON, STAGE, THING, TOLD, key, keys};
use super::words::{Word, first, read};

/// Whether a figure, a survey, somebody's words, data or a case stands behind words. Dates and "Year 7" are no figures.
#[must_use]
pub fn gives_evidence(text: &str) -> bool {
    if text.contains(['%', '\u{a3}']) {
        return true;
    }
    let words = read(text);
    let quotation = words.iter().filter(|word| word.quoted).count() > 2;
    let case = |pair: &[Word]| matches!(pair, [a, b] if (a.is(key("one")) || a.is(key("no"))) && b.has(PERSON) || a.is(key("no")) && b.is(key("one")));
    quotation
        || words.iter().enumerate().any(|(at, word)| word.has(TOLD) || is_figure(&words, at))
        || words.windows(2).any(case)
}

/// Whether a number counts something: no date, year, age, class or ordinal.
pub(super) fn is_figure(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let (last, next) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at + 1));
    if word.has(NUMBER) {
        let next_is = |kinds| next.is_some_and(|next| next.has(kinds));
        let after = words.get(at + 2).is_some_and(|word| word.has(BODY | STAGE | THING));
        // "A third", but not "the third cohort"; "the three schools" count no result.
        let share = last.is_some_and(|last| last.is(key("a")) || last.is(key("by")));
        let of = next.is_some_and(|next| OF.contains(&next.key));
        let unit = next.is_some_and(|next| UNITS.contains(&next.key));
        return match PARTS.contains(&word.key) {
            true => (share || of) && !next_is(STAGE),
            false => of || unit || !next_is(BODY | STAGE | THING) && !after,
        };
    }
    if !word.digit {
        return false;
    }
    let dated = |word: Option<&Word>| word.is_some_and(|word| word.has(MONTH) && word.capital);
    let staged = last.is_some_and(|last| last.has(STAGE))
        || last.is_some_and(|last| [key("to"), key("and")].contains(&last.key))
            && at.checked_sub(3).and_then(|at| words.get(at)).is_some_and(|word| word.has(STAGE));
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| word.ends(ending));
    let bytes = word.key.to_be_bytes();
    let [.., first, second, _, _] = bytes;
    let calendar = word.key >> 32 == 0 && matches!((first, second), (b'1', b'9') | (b'2', b'0'));
    // "2022/23", and ages such as "9-12".
    let year = calendar || bytes.iter().any(|byte| matches!(byte, b'/' | b'-'));
    !year && !staged && !ordinal && !dated(last) && !dated(next)
}

/// What results are counted in.
const UNITS: [u128; 6] = keys(["weeks", "days", "months", "hours", "points", "times"]);
const OF: [u128; 4] = keys(["of", "in", "more", "fewer"]);
/// Parts of a whole that are ordinals too.
const PARTS: [u128; 7] = keys(["half", "third", "thirds", "quarter", "quarters", "fifth", "tenth"]);

/// Whether words say that it is too early to tell, or that there is nothing, and why.
#[must_use]
pub fn too_early(text: &str) -> bool {
    // Nearly no statement holds any of these, nor opens with "none".
    let opens = first(text).is_some_and(|word| word.has(NOTHING) || word.is(key("on")));
    if !opens && !text.contains("oo ") && !text.contains("not yet") && !text.contains("Not yet") {
        return false;
    }
    let words = read(text);
    if says_early(&words) {
        return true;
    }
    let opens =
        |known: &[&str]| words.len() >= known.len() && words.iter().zip(known).all(|(word, known)| word.is(key(known)));
    let opening = [
        &["none"][..],
        &["nil"],
        &["n/a"],
        &["not", "applicable"],
        &["nothing"],
        &["no", "impact"],
        &["no", "change"],
        &["no", "difference"],
        &["no", "effect"],
        &["on", "hold"],
    ];
    opening.iter().any(|known| opens(known))
}

/// Whether words say that it is too early to tell.
#[must_use]
pub fn is_early(text: &str) -> bool {
    says_early(&read(text))
}

fn says_early(words: &[Word]) -> bool {
    words.windows(2).any(|pair| match pair {
        [a, b] => a.is(key("too")) && (b.is(key("early")) || b.is(key("soon"))) || a.is(key("not")) && b.is(key("yet")),
        _ => false,
    })
}
