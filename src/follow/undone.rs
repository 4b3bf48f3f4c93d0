//! Whether a statement tells of its own work, in so many words, that it was not done, was put off or is still to come.
//! What is listed so is put on a district by name: the question is asked strictly, and in doubt the answer is no. What
//! words leave open is for [`stalled`](super::stalled) to say, which asks here first.

use crate::wording::opens_in_past;

mod words;
use words::{
    AFTER_ALL, ASIDE, BEING, DOING, DROPPED, HALTED, HELD, JOINING, MADE, NO_NONE, OBJECT, PUT_OFF, PUT_OFF_TWO,
    REASON, STATES, TO_NONE, TO_PUT_OFF, UNTIL, WHEREBY,
};
#[cfg(test)]
mod tests;

/// Whether it does, whatever else it tells.
#[must_use]
pub fn is_undone(told: &str) -> bool {
    undone(told, false)
}

/// Whether it does, and tells of nothing else beside: "The guide was published, but the launch was postponed" does.
#[must_use]
pub fn is_all_undone(told: &str) -> bool {
    undone(told, true)
}

fn undone(told: &str, alone: bool) -> bool {
    let small = told.to_lowercase().replace('\u{2019}', "'");
    let words = words(&small);
    let fails = || denial(&words).filter(|rest| !is_until(rest)).or_else(|| putting_off(&words));
    let fails = || fails().is_some_and(|rest| ends(rest, false)) && is_whole(&small);
    let is_left = || (says_state(&small) || is_left(&words)) && !opens_in_past(told);
    let has_beside = |at: usize, rest: &[&str]| {
        let is_done = |pair: &[&str]| matches!(pair, [being, verb] if BEING.contains(being) && DOING.contains(verb));
        words.iter().take(at).any(|word| BEING.contains(word)) || rest.windows(2).any(is_done)
    };
    let tells = |at, (rest, strict): (&[&str], bool)| ends(rest, strict) && !(alone && has_beside(at, rest));
    (0..words.len()).any(|at| verb(&words, at).is_some_and(|found| tells(at, found)))
        || fails()
        || none(&words)
        || is_left()
}

/// The words of a text, without "we" at its beginning.
fn words(text: &str) -> Vec<&str> {
    // A part of its own may tell how it went on; a date or a place at the beginning is none.
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'').map(|word| word.trim_matches('\''));
    let words = words.filter(|word| !word.is_empty()).enumerate();
    words.filter(|(at, word)| *at > 0 || *word != "we").map(|(_, word)| word).collect()
}

/// Whether a statement says no more than one thing, and why: "Unable to find a hall, the team ran it online" goes on.
fn is_whole(text: &str) -> bool {
    let mut parts = text.split([',', ';', ':', '(', '\u{2013}', '\u{2014}']).skip(1);
    parts.all(|part| words(part).first().is_none_or(|next| REASON.contains(next)))
}

/// What follows a denied verb that opens a statement: "Unable to visit", "Did not run".
fn denial<'w, 'a>(words: &'w [&'a str]) -> Option<&'w [&'a str]> {
    match words {
        ["unable" | "failed", "to", _, rest @ ..]
        | ["not" | "wasn't" | "weren't", "able", "to", _, rest @ ..]
        | ["was" | "were", "unable", "to", _, rest @ ..]
        | ["was" | "were", "not", "able", "to", _, rest @ ..]
        | ["still" | "yet", "to", _, rest @ ..]
        | ["has" | "have", "still" | "yet", "to", _, rest @ ..]
        | ["missed", "the", "deadline", rest @ ..] => Some(rest),
        ["could", "not", verb, rest @ ..] | ["couldn't", verb, rest @ ..] if !["be", "have"].contains(verb) => {
            Some(rest)
        }
        ["did", "not", verb, rest @ ..] | ["didn't", verb, rest @ ..] if DOING.contains(verb) => Some(rest),
        ["will", verb, rest @ ..] if DOING.contains(verb) => Some(rest),
        _ => None,
    }
}

/// What follows a verb of putting off that opens a statement: "Put off the visit", "Had to cancel it".
fn putting_off<'w, 'a>(words: &'w [&'a str]) -> Option<&'w [&'a str]> {
    let opens = |rest: &[&str]| rest.first().is_some_and(|next| OBJECT.contains(next));
    match words {
        ["had", "to", "put" | "call", "off", rest @ ..] => Some(rest),
        ["had", "to", verb, rest @ ..] if TO_PUT_OFF.contains(verb) => Some(rest),
        ["put" | "called", "off", rest @ ..] | ["pushed", "back", rest @ ..] if opens(rest) => Some(rest),
        ["put", rest @ ..] if opens(rest) => {
            let off = rest.iter().position(|word| *word == "off")?;
            rest.get(off + 1..).filter(|rest| rest.first().is_none_or(|next| UNTIL.contains(next)))
        }
        ["moved", rest @ ..] if opens(rest) && is_held(rest) => {
            let next = rest.windows(2).position(|pair| pair == ["to", "next"])?;
            rest.get(next + 2..)
        }
        [verb, rest @ ..] if HALTED.contains(verb) && opens(rest) => Some(rest),
        [verb, rest @ ..] if DROPPED.contains(verb) && opens(rest) && is_held(rest) => Some(rest),
        _ => None,
    }
}

/// Whether a time is named up to which it was so: "did not open until May" says that it opened then.
fn is_until(rest: &[&str]) -> bool {
    rest.iter().any(|word| ["until", "till"].contains(word))
}

/// Whether what the words are about is what one does on a day: "the visit to the nursery".
fn is_held(words: &[&str]) -> bool {
    let thing = words.iter().take_while(|word| !JOINING.contains(word) && !ASIDE.contains(word));
    thing
        .last()
        .is_some_and(|word| HELD.contains(word) || word.strip_suffix('s').is_some_and(|one| HELD.contains(&one)))
}

/// Whether none of what was to be is there: "No guide was published", "No visit took place", "Recruited no mentors".
fn none(words: &[&str]) -> bool {
    let is_last = |rest: &[&str]| {
        rest.first().is_none_or(|next| REASON.contains(next) || WHEREBY.contains(next)) && ends(rest, false)
    };
    match words {
        ["no", rest @ ..] => {
            let verbs = ["was", "were", "has", "have", "took", "happened", "went"];
            let at = rest.iter().position(|word| verbs.contains(word)).unwrap_or(rest.len());
            let Some((thing, from)) = rest.split_at_checked(at) else { return false };
            match from {
                ["took", "place", rest @ ..] | ["went", "ahead", rest @ ..] | ["happened", rest @ ..] => {
                    is_held(thing) && is_last(rest)
                }
                ["was" | "were", verb, rest @ ..] | ["has" | "have", "been", verb, rest @ ..] => {
                    MADE.contains(verb) && !thing.iter().any(|word| ASIDE.contains(word)) && is_last(rest)
                }
                _ => false,
            }
        }
        [verb, "no" | "none", next, rest @ ..] => {
            TO_NONE.contains(verb) && !NO_NONE.contains(next) && ends(rest, false)
        }
        _ => false,
    }
}

/// Whether a thing that one does on a day is named, and that it was put off, without a verb more: "Visit to Oxmere put off".
fn is_left(words: &[&str]) -> bool {
    let at = (1..words.len()).find_map(|at| {
        let (before, from) = words.split_at_checked(at)?;
        match from {
            [verb, rest @ ..] if PUT_OFF.contains(verb) || *verb == "delayed" => Some((before, rest)),
            [one, two, rest @ ..] if PUT_OFF_TWO.contains(&[*one, *two]) => Some((before, rest)),
            _ => None,
        }
    });
    at.is_some_and(|(before, rest)| {
        let is_verb =
            |word: &&&str| word.ends_with("ed") || ["was", "were", "is", "are", "has", "have", "had"].contains(*word);
        let is_plain = !before.iter().any(|word| is_verb(&word) || ASIDE.contains(word) || *word == "for");
        is_plain && is_held(before) && rest.first().is_none_or(|next| UNTIL.contains(next)) && ends(rest, false)
    })
}

/// Whether a statement ends in a state, after a colon or in brackets: "Visit to Oxmere (not done)".
fn says_state(text: &str) -> bool {
    let ends = [':', '(', '\u{2013}', '\u{2014}'];
    let last = text.rsplit_once(ends).or_else(|| text.rsplit_once(" - ")).map(|(_, last)| words(last).join(" "));
    let is = |last: &str, state: &str| {
        let rest = last.strip_prefix(state).map(str::trim_start);
        rest.is_some_and(|rest| rest.split(' ').next().is_none_or(|next| next.is_empty() || UNTIL.contains(&next)))
    };
    last.is_some_and(|last| STATES.iter().any(|state| is(&last, state)))
}

/// What follows a verb that tells so at this place, and whether only a reason may.
fn verb<'w, 'a>(words: &'w [&'a str], at: usize) -> Option<(&'w [&'a str], bool)> {
    let (before, from) = words.split_at_checked(at)?;
    let rest = |count: usize| from.get(count..).unwrap_or_default();
    let [_, ..] = before else { return None };
    if before.iter().any(|word| ASIDE.contains(word)) || before.iter().any(|word| word.ends_with("n't")) {
        return None;
    }
    match from {
        ["was" | "were" | "is" | "are", verb, ..] if PUT_OFF.contains(verb) => Some((rest(2), false)),
        ["was" | "were" | "is" | "are", one, two, ..] if PUT_OFF_TWO.contains(&[*one, *two]) => Some((rest(3), false)),
        ["has" | "have", "been", verb, ..] if PUT_OFF.contains(verb) => Some((rest(3), false)),
        ["has" | "have", "been", "delayed" | "paused", ..] => Some((rest(3), false)),
        ["has" | "have", "been", one, two, ..] if PUT_OFF_TWO.contains(&[*one, *two]) => Some((rest(4), false)),
        ["is" | "are", "still", "to", _, ..] | ["is" | "are", "yet", "to", _, ..] => Some((rest(4), false)),
        ["has" | "have", "yet", "to", _, ..] | ["has" | "have", "still", "to", _, ..] => Some((rest(4), false)),
        ["is" | "are", "not", "yet", ..] => Some((rest(3), false)),
        ["is" | "are", "due", "to", _, ..] => Some((rest(4), false)),
        ["is" | "are", "planned" | "scheduled", "for", ..] => Some((rest(3), false)),
        ["is" | "are", "on", "hold", ..] => Some((rest(3), false)),
        ["had", "to", "be", verb, ..] if PUT_OFF.contains(verb) => Some((rest(4), false)),
        ["had", "to", "be", one, two, ..] if PUT_OFF_TWO.contains(&[*one, *two]) => Some((rest(5), false)),
        ["had", "to", "wait", ..] => Some((rest(3), false)),
        ["fell", "through", "when" | "after", ..] => Some((rest(3), false)),
        ["fell", "through", ..] => Some((rest(2), true)),
        ["never", "took", "place" | "off", ..] | ["never", "went", "ahead", ..] => Some((rest(3), true)),
        ["failed", "to", verb, ..] if DOING.contains(verb) && !is_until(from) => Some((rest(3), false)),
        ["was" | "were", "unable", "to", verb, ..] if DOING.contains(verb) && !is_until(from) => Some((rest(4), false)),
        ["was" | "were", "not", "able", "to", verb, ..] if DOING.contains(verb) && !is_until(from) => {
            Some((rest(5), false))
        }
        ["will", "now", "be", verb, ..] if DOING.contains(verb) => Some((rest(4), false)),
        ["will", "be", verb, ..] if DOING.contains(verb) => Some((rest(3), false)),
        ["will", verb, ..] if DOING.contains(verb) && *verb != "go" => Some((rest(2), false)),
        ["has" | "have" | "was" | "were" | "did" | "could", "not", ..] => denied(rest(2)),
        ["hasn't" | "haven't" | "wasn't" | "weren't" | "didn't" | "couldn't", ..] => denied(rest(1)),
        _ => None,
    }
}

/// What follows the verb of doing after "has not", "was not", "did not".
fn denied<'w, 'a>(rest: &'w [&'a str]) -> Option<(&'w [&'a str], bool)> {
    let is_yet = rest.first() == Some(&"yet");
    let rest = rest.get(usize::from(is_yet)..).unwrap_or_default();
    let rest = if matches!(rest.first(), Some(&"been" | &"be")) { rest.get(1..).unwrap_or_default() } else { rest };
    let (verb, after) = rest.split_first()?;
    if !DOING.contains(verb) || is_until(after) {
        return None;
    }
    match (*verb, after) {
        ("taken" | "take", ["place", rest @ ..]) => Some((rest, !is_yet)),
        ("gone" | "go", ["ahead", rest @ ..]) | ("carried", ["out", rest @ ..]) => Some((rest, !is_yet)),
        ("taken" | "take" | "gone" | "go" | "carried", _) => None,
        (_, rest) => Some((rest, !is_yet)),
    }
}

/// Whether nothing that follows tells that it was done after all.
fn ends(rest: &[&str], strict: bool) -> bool {
    let mut after = rest;
    while let Some((word, more)) = after.split_first() {
        after = match after {
            ["will" | "to", "be", _, rest @ ..] | ["will", _, rest @ ..] => rest,
            ["and", "will", ..] => more,
            _ if AFTER_ALL.contains(word) || *word == "and" => return false,
            _ => more,
        };
    }
    !strict || rest.first().is_none_or(|next| REASON.contains(next))
}
