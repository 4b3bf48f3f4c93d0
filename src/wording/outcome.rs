//! Whether an intended outcome says what is done, not what changes; and whether two say the same.

use super::lexicon::{
    APPROACH, BE, BODY, BOTH, CHANGE, DET, DID, DOING, HELD, NO_PAST, PART, PERSON, PREP, PURE, SAME, SEEK, SERVED,
    SUB, THING, WORKED, key, keys,
};
use super::words::{Word, first, read};

/// An outcome that says what is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Task {
    /// A thing that is done or made: "A joint induction programme for new SENCOs".
    Plain,
    /// What is passed on, a means to a change that another outcome may say: "Sharing of best practice".
    Passing,
}

/// Whether words say what is to be done or made, and no change. Only a task that is plain from its words is one: what
/// is done, with its object, at the beginning ("Recruit a second worker"), or a thing of the work ("Termly meetings").
#[must_use]
pub fn task(text: &str) -> Option<Task> {
    let first = first(text)?;
    // Most outcomes open with a change, or with people.
    if first.has(CHANGE) && !first.has(DOING) && !text.contains("ed") {
        return None;
    }
    let words = read(text);
    if says_aim(&words) {
        return None;
    }
    let lead = words.iter().take_while(|word| LEAD.contains(&word.key)).count();
    done(words.get(lead..).unwrap_or_default()).or_else(|| is_thing(&words).then_some(Task::Plain))
}

/// Whether words lead on to the change that is wanted: "so that fewer are late", "leads to", "until".
fn says_aim(words: &[Word]) -> bool {
    let leads = |pair: &[Word]| matches!(pair, [a, b] if LEADS.contains(&a.key) && b.is(key("to")));
    words.iter().any(|word| AIM.contains(&word.key)) || words.windows(2).any(leads)
}

/// What is done, and to what: "Deliver six sessions", "Meet every head teacher", "Set up a group".
fn done(words: &[Word]) -> Option<Task> {
    let (verb, rest) = words.split_first()?;
    let next = rest.first()?;
    if verb.quoted || !joins(next) {
        return None;
    }
    let with = |known: &[u128]| known.contains(&next.key);
    let together = [key("work"), key("working"), key("engage"), key("engaging"), key("link"), key("continue")];
    let sought = verb.has(SEEK) && !next.has(BE) && !next.is(key("that"))
        || together.contains(&verb.key) && with(&[key("with"), key("alongside")])
        || verb.is(key("find")) && with(&[key("out")])
        || verb.is(key("look")) && with(&[key("at"), key("into")])
        || verb.is(key("link")) && with(&[key("up")])
        || verb.is(key("bring")) && rest.iter().take(5).any(|word| word.is(key("together")))
        || [key("set"), key("setting")].contains(&verb.key) && with(&[key("up")]);
    if sought {
        return Some(Task::Plain);
    }
    if !verb.has(DOING) {
        return None;
    }
    // "Delivery of training"; "put together a calendar", "carry out an audit".
    let skip = usize::from(next.is(key("of")) || PARTICLES.contains(&next.key));
    let object = phrase(rest.get(skip..).unwrap_or_default());
    // "Review of each plan within six weeks" is for each.
    if next.is(key("of")) && object.first().is_some_and(|word| EACH.contains(&word.key)) {
        return None;
    }
    let (head, end) = (object.last()?, skip + object.len());
    let after = rest.get(end);
    // "Review meetings happen on time": a verb after the thing makes the first word a noun's.
    let whole =
        after.is_none_or(|after| after.before != ' ' || after.has(PREP) || after.is(key("and")) || is_made(after));
    let noun = verb.has(THING) && !object.first().is_some_and(|word| word.has(DET) || word.digit) && skip == 0;
    if !whole || changes(rest) || noun && head.has(PERSON) && !verb.has(APPROACH) {
        return None;
    }
    let people = verb.has(APPROACH) && head.has(PERSON | BODY);
    match () {
        () if PASSED_ON.contains(&head.key) => Some(Task::Passing),
        () if head.has(THING) || people => Some(Task::Plain),
        () => None,
    }
}

/// Whether no mark parts a word from the one before; "a parents' evening" is one thing.
fn joins(word: &Word) -> bool {
    matches!(word.before, ' ' | '\'' | '\u{2019}')
}

/// The words of a thing up to what is said of it.
fn phrase(words: &[Word]) -> &[Word] {
    let ends = |(at, word): (usize, &Word)| {
        word.has(PREP | SUB | BE | PURE)
            || at > 0 && (!joins(word) || is_made(word) && words.get(at - 1).is_some_and(|last| last.has(THING)))
            || word.is(key("and"))
    };
    let end = words.iter().enumerate().position(ends).unwrap_or(words.len());
    words.get(..end.min(9)).unwrap_or_default()
}

/// Whether it only names a thing that is made or run, or one that was: "Termly newsletter to parents", "Better
/// Attendance leaflet printed". What every child or family has is a change for them.
fn is_thing(words: &[Word]) -> bool {
    let object = phrase(words);
    let Some(head) = object.last().filter(|head| head.has(THING) && object.len() < 9) else { return false };
    let rest = words.get(object.len()..).unwrap_or_default();
    let made = rest.first().is_some_and(is_made);
    let said = rest.first().is_none_or(|next| next.has(PREP) || next.before != ' ' || next.is(key("and")));
    // "Staff training" is a thing; in "parents talk" and "teachers share resources" people do something.
    let verb = head.has(BOTH);
    let before = object.get(..object.len().saturating_sub(if verb { 1 } else { 2 })).unwrap_or_default();
    let people = before.iter().any(|word| word.has(PERSON)) || object.iter().any(|word| word.has(SERVED));
    let each = |near: &[Word]| {
        near.first().is_some_and(|word| EACH.contains(&word.key)) && near.iter().any(|word| word.has(PERSON))
    };
    if made {
        // "Fewer plans asked for", but "Fewer Exclusions charter launched".
        let name = object.get(1).is_some_and(|word| word.capital);
        let fewer = object.first().is_some_and(|word| word.is(key("fewer")) || word.is(key("no"))) && !name;
        return !(fewer || changes(rest));
    }
    // "Visits valued by schools", "meetings that begin on time", "no child left out".
    let described = rest
        .iter()
        .any(|word| OF_THINGS.contains(&word.key) || !is_made(word) && word.ends("ed") && !word.has(NO_PAST));
    said && !people
        && !described
        && !head.quoted
        && !changes(words)
        && !states(words)
        && !(0..words.len()).any(|at| each(words.get(at..words.len().min(at + 4)).unwrap_or_default()))
}

fn is_made(word: &Word) -> bool {
    word.has(WORKED | DID) && (word.ends("ed") || word.has(HELD | PART | SAME))
}

/// Whether words name a change that is no topic: "training on improving attendance" is still training.
fn changes(words: &[Word]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
        let topic = before.iter().any(|word| TOPIC.contains(&word.key));
        word.has(CHANGE) && !word.ends("ng") && !word.quoted && !topic
    })
}

/// "Networks of friends that were broken are mended" says how things are.
fn states(words: &[Word]) -> bool {
    words.iter().any(|word| STATES.contains(&word.key))
}

const STATES: [u128; 6] = keys(["is", "are", "has", "have", "can", "will"]);
/// Words before the verb: "We will continue to".
const LEAD: [u128; 6] = keys(["to", "we", "will", "continue", "further", "aim"]);
/// Words that lead to the change that is wanted.
const AIM: [u128; 4] = keys(["so", "resulting", "until", "means"]);
/// The same before "to".
const LEADS: [u128; 3] = keys(["lead", "leads", "leading"]);
const PARTICLES: [u128; 4] = keys(["together", "out", "on", "up"]);
const TOPIC: [u128; 6] = keys(["on", "about", "around", "into", "for", "of"]);
/// Words that say how things are, not that they are.
const OF_THINGS: [u128; 7] = keys(["who", "that", "where", "no", "show", "shows", "themselves"]);
const EACH: [u128; 3] = keys(["every", "each", "per"]);
/// What is passed on between those who do the work.
const PASSED_ON: [u128; 8] =
    keys(["practice", "information", "knowledge", "learning", "expertise", "ideas", "experience", "resources"]);

/// Whether two texts are the same words, whatever their case, marks and spaces.
#[must_use]
pub fn same_words(a: &str, b: &str) -> bool {
    folded(a).eq(folded(b))
}

/// A number that two texts share if they are the same words.
#[must_use]
pub fn mark_of(text: &str) -> u64 {
    let add = |mark: u64, c: char| (mark ^ u64::from(c)).wrapping_mul(0x100_0000_01b3);
    if !text.is_ascii() {
        return folded(text).fold(START, add);
    }
    let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
    letters.fold(START, |mark, byte| add(mark, char::from(byte.to_ascii_lowercase())))
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
