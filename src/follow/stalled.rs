//! Whether a statement of Activity tells that a thing was done: that it was put off or is still to come, or that it was
//! only begun, is told apart. What it says of its own work only: that no pupil was excluded is a success, and an Impact is
//! not asked.

use super::told::count;
use super::{is_all_undone, is_undone};
use crate::wording::{opens_in_past, still_to_come};

mod words;
use words::{
    AFTER_ALL, ANYWHERE, BEGUN, CAME, CONTRARY, DENIED, FAILED, FAILING, FIRST, GOING_ON, OPENING, STARTING, TELLING,
    TOLD_OF, UNDONE,
};

/// What a statement says of the thing that was planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Says {
    /// That it was done, as far as its words tell.
    Done,
    /// That it was begun, prepared or talked of, or that something else was done instead.
    Begun,
    /// Perhaps that it was not done, was put off, or is still to come: its words leave that open.
    Open,
    /// In so many words that it was not done, was put off, or is still to come.
    Stalled,
}

/// Whether a statement of Activity tells what was done: neither that it was not, nor words that leave that open.
#[must_use]
pub fn tells_done(told: &str) -> bool {
    match graded("", told) {
        Says::Open => !is_undone(told) && has_any(&plain(told), AFTER_ALL),
        _ => !is_undone(told),
    }
}

/// What `told` says of what was `planned`, in words that the plan had not. That it was not done is said of a district by
/// name: both ways of judging must say so, and of all that it tells.
pub(super) fn says(planned: &str, told: &str) -> Says {
    match graded(planned, told) {
        Says::Open if is_all_undone(told) => Says::Stalled,
        says => says,
    }
}

/// The same of what is only begun, and of what leaves it open.
pub(super) fn graded(planned: &str, told: &str) -> Says {
    match told_of(planned, told) {
        Says::Done if partly(planned, told) => Says::Begun,
        says => says,
    }
}

fn told_of(planned: &str, told: &str) -> Says {
    if !may_tell_otherwise(told) {
        // A plan that is copied word for word tells neither.
        let to_come = !opens_in_past(told) && still_to_come(told, || None).is_some();
        return if to_come && plain(planned) != plain(told) { Says::Open } else { Says::Done };
    }
    let main = without_asides(&told.to_lowercase().replace('\u{2019}', "'"));
    let (main, turn) = main.split_once(" but ").or_else(|| main.split_once("however")).unwrap_or((&main, ""));
    let (main, turn, plan) = (plain(main), plain(turn), plain(planned));
    let is_new = |phrase: &&&str| !plan.contains(**phrase);
    let has = |text: &str, phrases: &[&str]| phrases.iter().filter(is_new).any(|phrase| text.contains(phrase));
    // That there was none of a thing may be what was wanted: without a plan nothing says otherwise.
    let has_none = |text: &str| !planned.is_empty() && has(opening(text), FIRST);
    let is_denied = |text: &str| has(text, ANYWHERE) || has_none(text) || denied(text) && !denied(&plan);
    let put_off = main.split(' ').nth(1).is_some_and(|first| ANYWHERE.iter().any(|phrase| phrase.trim() == first));
    let (own, past) = (own(&main), opens_in_past(told));
    let begun = has(&main, BEGUN) || contrary(&plan, &main) || undone(&plan, &own, past) || drafted(&plan, &main);
    let begun = begun || in_vain(&plan, told);
    let fails = || {
        let first = opening_words(&main).next();
        // "Failed applications were reviewed" is of them.
        let is_of_it = || WAS.iter().all(|was| !main.contains(&format!(" {was} ")));
        first.is_some_and(|first| FAILING.contains(&first) && !plan.contains(first) && is_of_it())
            || none_of(&plan, &main)
    };
    let has_started = || STARTING.iter().any(|verb| opening(&plan).contains(&format!(" {verb} ")));
    match past && !put_off {
        true if fails() || opens_with(&own, FAILED) => Says::Open,
        true if begun || has(&own, FAILED) || !turn.is_empty() && is_denied(&turn) => Says::Begun,
        true => Says::Done,
        false if is_denied(&main) || is_denied(&turn) || fails() || has(&own, FAILED) => Says::Open,
        false if begun || has(&own, GOING_ON) && !has_started() => Says::Begun,
        false if still_to_come(told, || None).is_some() => Says::Open,
        false => Says::Done,
    }
}

/// A quick look, which most statements do not pass.
fn may_tell_otherwise(told: &str) -> bool {
    let mut words = told.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
        TELLING.binary_search_by(|telling| telling.bytes().cmp(small())).is_ok()
    })
}

fn has_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
}

/// The first words of a text.
fn opening(text: &str) -> &str {
    text.match_indices(' ').nth(OPENING).map_or(text, |(end, _)| text.get(..=end).unwrap_or(""))
}

/// Whether a verb is denied, and not in what somebody else said.
fn denied(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let of_its_own = words.iter().take_while(|word| !TOLD_OF.contains(word)).count();
    let own = words.iter().take(of_its_own).enumerate();
    let mut verbs = own.filter(|(_, word)| word.ends_with("n't") || DENIED.contains(word));
    verbs.any(|(at, word)| word.ends_with("n't") || matches!(words.get(at + 1), Some(&"not" | &"never")))
}

fn contrary(plan: &str, told: &str) -> bool {
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(&format!(" {word} ")));
    CONTRARY.iter().any(|(aims, others)| has(opening(plan), aims) && has(told, others) && !has(told, aims))
}

/// The words of a statement without "we" at its beginning.
fn opening_words(told: &str) -> impl Iterator<Item = &str> {
    told.split(' ').filter(|word| !word.is_empty()).skip_while(|word| *word == "we")
}

/// What a statement says before it turns to what others said or are.
fn own(text: &str) -> String {
    let words: Vec<&str> =
        text.split(' ').filter(|word| !word.is_empty()).take_while(|w| !TOLD_OF.contains(w)).collect();
    format!(" {} ", words.join(" "))
}

fn opens_with(text: &str, phrases: &[&str]) -> bool {
    let text = text.strip_prefix(" we").unwrap_or(text);
    phrases.iter().any(|phrase| text.starts_with(phrase))
}

/// Whether a word is another form of the plan's verb: the same letters at the beginning, as many as tell words apart.
fn is_of(plan: &str, word: &str) -> bool {
    let stem = word.get(..5).unwrap_or(word);
    stem.len() >= 4 && plan.trim_start().starts_with(stem)
}

/// Whether what the plan set out to do was ended, lost or taken back.
fn undone(plan: &str, told: &str, past: bool) -> bool {
    let words: Vec<&str> = opening_words(told).collect();
    let told = |other: &&str| {
        let mut at = words.iter().enumerate().filter(|(_, word)| *word == other).map(|(at, _)| at);
        at.any(|at| at == 0 || !past && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|w| WAS.contains(w)))
    };
    let aims = |aims: &[&str]| aims.iter().any(|aim| opening(plan).contains(&format!(" {aim} ")));
    UNDONE.iter().any(|(of, others)| aims(of) && others.iter().any(&told))
}

const WAS: &[&str] = &["was", "were", "been", "is", "are"];

/// Whether a thing was only drafted or thought of: "Drafted a letter", "Considered setting up a panel".
fn drafted(plan: &str, told: &str) -> bool {
    let mut words = opening_words(told);
    match words.next() {
        Some("drafted") => {
            let went_on = |word: &str| ["sent", "shared", "published", "agreed", "signed", "issued"].contains(&word);
            !plan.contains(" draft") && !words.any(went_on)
        }
        Some("considered") if plan.starts_with(" consider") => false,
        Some("considered" | "explored") => words.next().is_some_and(|next| next.ends_with("ing")),
        _ => false,
    }
}

/// Whether the plan's own verb is told with "no" or "none of": "Recruited no mentors".
fn none_of(plan: &str, told: &str) -> bool {
    let mut words = opening_words(told);
    let verb = words.next();
    verb.is_some_and(|verb| is_of(plan, verb)) && matches!(words.next(), Some("no" | "none" | "neither"))
}

/// Whether nobody came, or was what the plan wanted somebody to be: "Interviewed for a lead; nobody was appointed".
fn in_vain(plan: &str, told: &str) -> bool {
    let told = plain(told);
    let after =
        [" nobody ", " no one ", " none "].iter().filter_map(|none| told.split_once(none)).map(|(_, after)| after);
    let mut after = after.filter(|_| ![" nobody ", " no one "].iter().any(|none| plan.contains(none)));
    after.any(|after| {
        let mut words = after.split(' ').skip_while(|word| WAS.contains(word));
        CAME.iter().any(|came| after.starts_with(came))
            || words.next().is_some_and(|word| word.ends_with("ed") && is_of(plan, word))
    })
}

/// Whether fewer are told of than were planned: "Visited three of the eight nurseries" for "Visit the eight nurseries".
fn partly(planned: &str, told: &str) -> bool {
    if !told.contains(" of the ") {
        return false;
    }
    let (plan, told) = (plain(planned), plain(told));
    let words: Vec<&str> = told.split(' ').filter(|word| !word.is_empty()).collect();
    words.windows(4).any(|of| match of {
        [few, "of", "the", all] => {
            let (few, of_all) = (count(few), count(all));
            few > 0 && few < of_all && plan.split(' ').any(|word| count(word) == of_all)
        }
        _ => false,
    })
}

/// A text without what is said in passing: ", which was put off in the autumn,", "without delay", what follows a semicolon.
fn without_asides(text: &str) -> String {
    let first = text.split([';', '(']).next().unwrap_or(text);
    let mut parts = first.split(", ");
    let mut main = parts.next().unwrap_or_default().to_owned();
    let aside = |part: &&str| {
        ["which ", "who ", "whose ", "having ", "originally ", "although ", "despite ", "and no "]
            .iter()
            .any(|opening| part.starts_with(opening))
    };
    for part in parts.filter(|part| !aside(part)) {
        main.push_str(", ");
        main.push_str(part);
    }
    for opening in [" which had ", " that had ", " without ", " despite ", " after being "] {
        main.truncate(main.find(opening).unwrap_or(main.len()));
    }
    main
}

/// A text in small letters, one space around each word.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let mut plain = String::with_capacity(lower.len() + 2);
    plain.push(' ');
    for word in lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        plain.push_str(word);
        plain.push(' ');
    }
    plain
}

#[cfg(test)]
mod tests;
