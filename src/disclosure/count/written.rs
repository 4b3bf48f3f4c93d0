//! Counts that are written as two numbers: "4/20 pupils" is 4 of 20, "3-4 pupils" is no more than 4.

use super::people::noun;
use super::{Count, MOST};
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

/// "4/20 pupils with SEND": not "Year 3/4 pupils", "on 3/4/2025", "3/4 of pupils".
pub(super) fn share(said: &Said<'_>, at: isize) -> Option<Count> {
    let (word, whole) = (said.word(at)?, said.word(at + 1)?);
    let value =
        word.value.filter(|value| (1..=MOST).contains(value) && whole.value.is_some_and(|all| *value <= all))?;
    let alone = said.gap(at) == "/" && said.gap(at + 1) == " " && !said.gap(at - 1).ends_with(['/', '.', '-']);
    let dated = matches!(said.low(at - 1), "on" | "by" | "since" | "until" | "from" | "before" | "after");
    let range = noun(said, at + 1).filter(|_| alone && !dated && said.low(at + 2) != "of")?;
    Some((word.start..range.end, value))
}
