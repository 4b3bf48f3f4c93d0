//! Counts that are written as two numbers: "4/20 pupils" is 4 of 20, "3-4 pupils" is no more than 4.

use super::compared::{is_measured, time_after};
use super::elsewhere::sentence_of;
use super::people::noun;
use super::{Count, MOST};
use crate::disclosure::lexicon::{EVENT, PEOPLE};
use crate::disclosure::words::Said;

/// The most that a range of people with a hyphen comes to: "3-4 pupils". In copies every dash is one. "1-5" keeps a count
/// back.
pub(super) fn range(said: &Said<'_>, at: isize) -> Option<u32> {
    let (least, most) = said.low(at).split_once('-')?;
    let value = |digits: &str| digits.parse::<u32>().ok().filter(|_| digits.len() == 1);
    let (least, most) = (value(least)?, value(most)?);
    // "groups of 3-4 pupils", "lessons for 3-4 pupils" tell how many may come, not who did.
    let limited = matches!(said.low(at - 1), "of" | "for" | "per" | "each" | "every" | "to" | "in" | "on" | "under");
    let exact = least < most && (least > 1 || most < 4);
    (0 < least && exact && !limited && noun(said, at).is_some()).then_some(most)
}

/// "between two and four pupils": from the first word on, no more than the second number.
pub(super) fn between(said: &Said<'_>, at: isize) -> Option<Count> {
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    let (least, most) = (value(at + 1)?, value(at + 3).filter(|most| (1..=MOST).contains(most))?);
    let pair = said.low(at) == "between" && said.low(at + 2) == "and" && least < most;
    let limited = matches!(said.low(at - 1), "for" | "per" | "each" | "every" | "to" | "in" | "on")
        || matches!(said.low(at - 2), "groups" | "teams" | "classes" | "sets");
    let range = noun(said, at + 3).filter(|_| pair && !limited)?;
    Some((said.word(at)?.start..range.end, most))
}

/// Whether a number is one of two between which cases have moved: "Exclusions: 4 to 2", not "Referrals: 2 to 3 a week".
pub(super) fn is_moved(said: &Said<'_>, at: isize) -> bool {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let first = if said.low(at - 1) == "to" { at - 2 } else { at };
    let ends = said.gap(first + 2) != " " || time_after(said, first + 2);
    said.low(first + 1) == "to"
        && number(first)
        && number(first + 2)
        && said.is(first - 1, EVENT)
        && said.gap(first - 1).trim() == ":"
        && ends
        && !said.gap(first + 2).starts_with(['%', '/', '-'])
}

/// "Pupils back in class: 4/9", but not "Pupils' rating of the hub: 4/9".
fn is_labelled(said: &Said<'_>, at: isize) -> bool {
    let sentence = sentence_of(said, at);
    let ends = said.gap(at + 1).trim_end().is_empty() || said.gap(at + 1).starts_with([',', '.', ';', ')']);
    let label = said.gap(at - 1).trim() == ":" && said.is(sentence, PEOPLE) && at - sentence < 8;
    let owns = said.word(sentence).is_some_and(|word| word.owns);
    ends && label && !owns && !is_measured(said, sentence, at)
}

/// "4/20 pupils with SEND": not "Year 3/4 pupils", "on 3/4/2025", "3/4 of pupils".
pub(super) fn share(said: &Said<'_>, at: isize) -> Option<Count> {
    let (word, whole) = (said.word(at)?, said.word(at + 1)?);
    let value =
        word.value.filter(|value| (1..=MOST).contains(value) && whole.value.is_some_and(|all| *value <= all))?;
    let alone = said.gap(at) == "/" && said.gap(at + 1) == " " && !said.gap(at - 1).ends_with(['/', '.', '-']);
    let dated = matches!(said.low(at - 1), "on" | "by" | "since" | "until" | "from" | "before" | "after");
    if let Some(range) = noun(said, at + 1).filter(|_| alone && !dated && said.low(at + 2) != "of") {
        return Some((word.start..range.end, value));
    }
    (said.gap(at) == "/" && is_labelled(said, at)).then_some((word.start..whole.end, value))
}
