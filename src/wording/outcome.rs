//! Whether an intended outcome says what is done, not what changes; and whether two say the same.

use super::lexicon::{CHANGE, DOING, PERSON, PREP, PURE, SUB, THING, key};
use super::words::{Word, first, read};

/// Whether words say what is to be done or made, and no change: "Sharing of best practice", "A joint induction
/// programme for new SENCOs".
#[must_use]
pub fn is_activity(text: &str) -> bool {
    if first(text).is_none_or(|word| word.has(CHANGE) && !word.has(DOING)) {
        return false;
    }
    let words = read(text);
    // What is done to change something else is still no change: "Share practice on improving attendance".
    let changes = |word: &Word| word.has(CHANGE) && !word.ends("ng") && !word.quoted;
    if words.iter().any(changes) {
        return false;
    }
    // "Support is there for every young carer" says how things are.
    if words.iter().take(6).any(|word| STATES.contains(&word.key)) {
        return false;
    }
    let opening = words.iter().find(|word| !word.is(key("to")) && !word.is(key("continue")) && !word.is(key("we")));
    opening.is_some_and(|word| word.has(DOING) && !word.quoted) || is_thing(&words)
}

/// Whether it only names a thing that is made or run: its first noun, before any "for", "of" or verb, is one.
fn is_thing(words: &[Word]) -> bool {
    let parts = |word: &Word| {
        word.has(PREP | SUB) || word.is(key("and")) || !matches!(word.before, ' ' | '"' | '\u{201c}' | '\'')
    };
    let head = words.iter().enumerate().take_while(|(at, word)| *at == 0 || !parts(word)).map(|(_, word)| word);
    let short = head.clone().count() < 8;
    let verb = head.clone().any(|word| word.has(PURE | PERSON));
    short && !verb && head.last().is_some_and(|word| word.has(THING))
}

const STATES: [u128; 6] = [key("is"), key("are"), key("has"), key("have"), key("can"), key("will")];

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
