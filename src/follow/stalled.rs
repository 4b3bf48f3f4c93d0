//! Whether a statement of Activity tells that a thing was done: that it was put off or is still to come, or that it was
//! only begun, is told apart. What it says of its own work only: that no pupil was excluded is a success, and an Impact is
//! not asked.

use crate::wording::{opens_in_past, still_to_come};

/// What a statement says of the thing that was planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Says {
    /// That it was done, as far as its words tell.
    Done,
    /// That it was begun, prepared or talked of, or that something else was done instead.
    Begun,
    /// That it was not done, was put off, or is still to come.
    Stalled,
}

/// Words and phrases that say wherever they stand that a thing was not done.
const ANYWHERE: &[&str] = &[
    " cancelled ",
    " postponed ",
    " put back ",
    " put off ",
    " on hold ",
    " deferred ",
    " delayed ",
    " delay in ",
    " delay to ",
    " delays in ",
    " delays to ",
    " abandoned ",
    " fell through ",
    " turned down ",
    " unsuccessful ",
    " not funded ",
    " not secured ",
    " shelved ",
    " paused ",
    " held up ",
    " slipped ",
    " rescheduled ",
    " rearranged ",
    " moved to the ",
    " was moved ",
    " were moved ",
    " been moved ",
    " not go ahead ",
    " no longer going ahead ",
    " not take place ",
    " never took place ",
    " unable to ",
    " yet to be ",
    " yet to start ",
    " yet to happen ",
    " not yet ",
    " still to be ",
    " remains to be ",
    " remain to be ",
    " still awaiting ",
    " awaited ",
];
/// Words that say it among the first of a statement: further on they are often about something else.
const FIRST: &[&str] = &[" no ", " not ", " never ", " unable ", " cannot ", " neither "];
/// How many words those are.
const OPENING: usize = 6;
/// Verbs that say it with "not" or "never", wherever they stand.
const DENIED: &[&str] = &["did", "has", "have", "had", "was", "were", "is", "are", "could", "can", "will", "would"];
/// What follows these is what somebody said, or is about something else.
const TOLD_OF: &[&str] = &[
    "said", "say", "told", "tell", "felt", "feel", "showed", "shows", "found", "that", "who", "whose", "which",
    "because", "where", "when", "if", "why", "asked", "reported", "learned", "whether",
];
/// What says that a thing was begun, prepared or talked of.
const BEGUN: &[&str] = &[
    " began to ",
    " begun to ",
    " started to ",
    " begin to plan ",
    " began planning ",
    " started planning ",
    " plans to ",
    " plans for ",
    " preparing to ",
    " preparing for ",
    " preparations ",
    " discussed whether ",
    " discussed how ",
    " considered whether ",
    " explored whether ",
    " being planned ",
    " being arranged ",
    " in preparation ",
    " planning for ",
    " would ",
    " instead of ",
    " rather than ",
];
/// What a plan sets out to do, and what says that the contrary came about.
const CONTRARY: &[(&[&str], &[&str])] = &[
    (&["open", "reopen"], &["closed", "shut"]),
    (&["reduce", "cut", "lower", "shorten", "bring down"], &["grew", "rose", "increased", "went up"]),
    (&["increase", "raise", "grow", "expand"], &["fell", "dropped", "decreased", "went down", "shrank"]),
    (&["recruit", "appoint", "keep", "retain"], &["lost", "left"]),
];

/// What `told` says of what was `planned`, in words that the plan had not.
pub(super) fn says(planned: &str, told: &str) -> Says {
    if !may_tell_otherwise(told) {
        let to_come = !opens_in_past(told) && still_to_come(told, || None).is_some();
        return if to_come { Says::Stalled } else { Says::Done };
    }
    let main = without_asides(&told.to_lowercase().replace('\u{2019}', "'"));
    let (main, turn) = main.split_once(" but ").or_else(|| main.split_once("however")).unwrap_or((&main, ""));
    let (main, turn, plan) = (plain(main), plain(turn), plain(planned));
    let is_new = |phrase: &&&str| !plan.contains(**phrase);
    let has = |text: &str, phrases: &[&str]| phrases.iter().filter(is_new).any(|phrase| text.contains(phrase));
    let is_denied = |text: &str| has(text, ANYWHERE) || has(opening(text), FIRST) || denied(text) && !denied(&plan);
    let put_off = main.split(' ').nth(1).is_some_and(|first| ANYWHERE.iter().any(|phrase| phrase.trim() == first));
    let begun = has(&main, BEGUN) || contrary(&plan, &main);
    match opens_in_past(told) && !put_off {
        true if begun || !turn.is_empty() && is_denied(&turn) => Says::Begun,
        true => Says::Done,
        false if is_denied(&main) || is_denied(&turn) => Says::Stalled,
        false if begun => Says::Begun,
        false if still_to_come(told, || None).is_some() => Says::Stalled,
        false => Says::Done,
    }
}

/// Words of which one stands in everything that tells more than that a thing was done; sorted. "didn't" ends in a word "t".
const TELLING: &[&str] = &[
    "abandoned",
    "awaited",
    "awaiting",
    "back",
    "began",
    "begin",
    "begun",
    "being",
    "but",
    "cancelled",
    "cannot",
    "closed",
    "considered",
    "decreased",
    "deferred",
    "delay",
    "delayed",
    "delays",
    "discussed",
    "down",
    "dropped",
    "explored",
    "fell",
    "funded",
    "grew",
    "hold",
    "however",
    "increased",
    "instead",
    "left",
    "longer",
    "lost",
    "moved",
    "neither",
    "never",
    "no",
    "not",
    "off",
    "paused",
    "planning",
    "plans",
    "postponed",
    "preparation",
    "preparations",
    "preparing",
    "rather",
    "rearranged",
    "remain",
    "remains",
    "rescheduled",
    "rose",
    "secured",
    "shelved",
    "shrank",
    "shut",
    "slipped",
    "started",
    "still",
    "t",
    "through",
    "unable",
    "unsuccessful",
    "up",
    "went",
    "would",
    "yet",
];

/// A quick look, which most statements do not pass.
fn may_tell_otherwise(told: &str) -> bool {
    let mut words = told.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
        TELLING.binary_search_by(|telling| telling.bytes().cmp(small())).is_ok()
    })
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
mod tests {
    use super::*;

    #[test]
    fn what_says_itself_that_it_was_not_done_is_told_apart() {
        let plan = "Agree a protocol; recruit mentors; visit six primaries; hold the spring conference";
        let stalled = [
            "No joint protocol was agreed with the police",
            "We could not recruit the two mentors",
            "We didn\u{2019}t visit the six primaries",
            "The mentor visits are on hold until May",
            "The fair was put back to the autumn",
            "The spring conference for governors at Kirkley Hall did not take place",
            "The spring conference for governors at Kirkley Hall never took place",
            "The spring conference for governors at Kirkley Hall could not be held because of snow",
            "The spring conference for governors has slipped to the summer term",
            "The spring conference for governors will now be held in June 2026",
            "The spring conference for governors is still to be arranged",
            "We will launch cohort 2 at Oakhill Academy in June 2026",
            "There is a delay in training lunchtime staff at Ferrow Juniors",
            "Findings were due to be presented to the board but the meeting was moved",
            "Bids were submitted for Living Safely however this was not secured",
            "The drama meeting for parents fell through when the hall was double booked",
            "Postponed the visits to the six primaries",
            "The college has doubts about the agreement and will not sign it before the summer",
        ];
        assert_eq!(stalled.map(|told| (told, says(plan, told))), stalled.map(|told| (told, Says::Stalled)));
        let done = [
            "Met the six heads, who had not heard of the scheme before",
            "Agreed the protocol with the police and the fire service, not only the schools",
            "Visited the six primaries",
            "The parent forum, which was delayed in the autumn, met on 4 February 2026",
            "Held the parent forum; two parents cancelled on the day",
            "Held the spring conference for governors, which had been postponed from November",
            "Held the spring conference without delay, and no governor cancelled",
            "The spring conference was held at Kirkley Hall",
            "Pupils of the six primaries said that they did not know whom to ask",
        ];
        assert_eq!(done.map(|told| (told, says(plan, told))), done.map(|told| (told, Says::Done)));
        let begun = [
            "Began to plan the spring conference",
            "Discussed whether to hold the spring conference",
            "Plans to launch cohort 2 at Oakhill Academy are underway",
            "Launched cohort 2 at Ferrow Academy instead of Oakhill Academy",
            "Visited the six primaries but could not recruit mentors",
        ];
        assert_eq!(begun.map(|told| (told, says(plan, told))), begun.map(|told| (told, Says::Begun)));
        assert_eq!(says("Open the nurture room", "Closed the nurture room"), Says::Begun);
        assert_eq!(says("Reduce the waiting list", "The waiting list grew"), Says::Begun);
        assert_eq!(
            says("Ask why bids are turned down", "Asked the three schools why their bids are turned down"),
            Says::Done
        );
    }

    #[test]
    fn the_quick_look_lets_through_all_that_is_looked_for() {
        assert!(TELLING.is_sorted());
        let phrases = ANYWHERE.iter().chain(FIRST).chain(BEGUN).map(|phrase| (*phrase).to_owned());
        let others = CONTRARY.iter().flat_map(|(_, others)| others.iter().map(|other| (*other).to_owned()));
        let denied = DENIED
            .iter()
            .flat_map(|verb| [format!("{verb} not"), format!("{verb} never"), format!("{verb}n\u{2019}t")]);
        for phrase in phrases.chain(others).chain(denied).chain(["but not".to_owned(), "However".to_owned()]) {
            assert!(may_tell_otherwise(&phrase), "{phrase}");
        }
    }
}
