//! Whether a clause of an impact statement is about the district's own services and events alone: what its team can
//! offer now, what was adopted or filled, who has agreed to what, how a lunch was rated. None of that is a change
//! for people yet, however much more of it there is.

use super::lexicon::{BODY, DET, PART, PERSON, PRONOUN, key};
use super::words::Word;

/// What a clause is about.
pub(super) fn is_own(words: &[Word]) -> bool {
    (0..words.len()).any(|at| can_offer(words, at) || agrees(words, at) || is_adopted(words, at)) || is_rated(words)
}

/// Whether it is how an event was liked: that is no result even where a share stands against another.
pub(super) fn is_rated(words: &[Word]) -> bool {
    let rated = |word: &Word| word.is(key("rated")) || word.is(key("rating")) || word.is(key("ratings"));
    words.iter().any(rated) && words.iter().any(|word| EVENT.contains(&word.key))
}

/// "The number of visits that the team can make".
fn can_offer(words: &[Word], at: usize) -> bool {
    let (Some(who), Some(can), Some(does)) = (words.get(at), words.get(at + 1), words.get(at + 2)) else {
        return false;
    };
    let able = can.is(key("can")) || can.is(key("could"));
    able && SERVANT.contains(&who.key) && SERVES.contains(&does.key)
}

/// "Seventeen schools have agreed to the meeting", "more heads committed to the pledge".
fn agrees(words: &[Word], at: usize) -> bool {
    let to = words.get(at + 1).is_some_and(|next| next.is(key("to")));
    let agreed = words.get(at).is_some_and(|word| PROMISED.contains(&word.key)) && to;
    agreed && words.get(..at).unwrap_or_default().iter().any(|word| word.has(BODY))
}

/// "The policy was adopted on 3 March", "the vacancy has been filled", "a stronger charter was agreed by heads".
fn is_adopted(words: &[Word], at: usize) -> bool {
    let adopted = words.get(at).is_some_and(|word| ADOPTED.contains(&word.key));
    let subject = words.get(at.saturating_sub(7)..at).unwrap_or_default();
    let opens = words.first().is_some_and(|word| word.is(key("since")) || word.is(key("after")));
    let people = |word: &Word| word.has(PERSON | PRONOUN) && !word.has(DET | PART);
    adopted && !opens && subject.iter().any(|word| PAPER.contains(&word.key)) && !subject.iter().any(people)
}

/// Whether "up" belongs to a verb that counts nothing: "took up post", "drew up a list".
pub(super) fn is_verb_with_up(last: &Word) -> bool {
    WITH_UP.contains(&last.key)
}

/// Those who work for the district.
const SERVANT: [u128; 13] = [
    key("we"),
    key("team"),
    key("teams"),
    key("service"),
    key("services"),
    key("officer"),
    key("officers"),
    key("adviser"),
    key("advisers"),
    key("panel"),
    key("hub"),
    key("clinic"),
    key("centre"),
];
const SERVES: [u128; 13] = [
    key("make"),
    key("offer"),
    key("run"),
    key("deliver"),
    key("hold"),
    key("provide"),
    key("give"),
    key("visit"),
    key("take"),
    key("reach"),
    key("support"),
    key("host"),
    key("cover"),
];
const PROMISED: [u128; 6] =
    [key("agreed"), key("committed"), key("pledged"), key("promised"), key("volunteered"), key("undertaken")];
const ADOPTED: [u128; 10] = [
    key("adopted"),
    key("approved"),
    key("agreed"),
    key("rewritten"),
    key("revised"),
    key("ratified"),
    key("signed"),
    key("filled"),
    key("appointed"),
    key("updated"),
];
/// What is adopted, signed or filled.
const PAPER: [u128; 13] = [
    key("policy"),
    key("policies"),
    key("strategy"),
    key("charter"),
    key("protocol"),
    key("plan"),
    key("agreement"),
    key("constitution"),
    key("post"),
    key("posts"),
    key("vacancy"),
    key("vacancies"),
    key("role"),
];
/// What people come to once.
const EVENT: [u128; 22] = [
    key("lunch"),
    key("lunches"),
    key("breakfast"),
    key("event"),
    key("events"),
    key("day"),
    key("evening"),
    key("session"),
    key("sessions"),
    key("training"),
    key("workshop"),
    key("workshops"),
    key("meeting"),
    key("meetings"),
    key("course"),
    key("courses"),
    key("conference"),
    key("webinar"),
    key("briefing"),
    key("festival"),
    key("fair"),
    key("talk"),
];
const WITH_UP: [u128; 14] = [
    key("took"),
    key("take"),
    key("takes"),
    key("taken"),
    key("taking"),
    key("drew"),
    key("drawn"),
    key("wrote"),
    key("written"),
    key("met"),
    key("made"),
    key("built"),
    key("put"),
    key("sent"),
];
