//! Two numbers in one: "2/20", "3 in 4", "3:1". Beside a count that is kept back they say how it is made up.

use super::noun::{Of, of};
use crate::disclosure::lexicon::{LABEL, MONTH};
use crate::disclosure::words::{Said, is_in};

/// Two numbers that are read as one.
pub(super) enum Pair {
    /// How many of how many: "2/20", up to the end of the second.
    Part(usize),
    /// How one stands to another: "3 in 4", "1/3 of", "3:1".
    Ratio(usize),
}

/// The pair that a number begins, unless it is a day, a time, a mark, or of things.
pub(super) fn pair(said: &Said<'_>, at: isize) -> Option<Pair> {
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    // "3-1", but "1-3" is no more than 3
    if let Some((one, other)) = said.low(at).split_once('-') {
        let (one, other) = (one.parse::<u32>().ok()?, other.parse::<u32>().ok()?);
        return (other <= one && one < 100 && !is_known(said, at, at)).then_some(Pair::Ratio(said.word(at)?.end));
    }
    let (joins, second) = match said.gap(at) {
        "/" | ":" => (said.gap(at), at + 1),
        " " if matches!(said.low(at + 1), "in" | "to") && said.gap(at + 1) == " " => (said.low(at + 1), at + 2),
        _ => return None,
    };
    let (part, whole, end) = (value(at)?, value(second)?, said.word(second)?.end);
    let is_of_more =
        said.gap(at - 1).ends_with(['/', ':', '.', '-', '\u{a3}']) || said.gap(second).starts_with(['/', ':', '%']);
    if is_of_more || part.max(whole) > 99 || is_known(said, at, second) {
        return None;
    }
    let of_all = said.low(second + 1) == "of" && said.gap(second) == " ";
    // "2 in 3 of them", but "2 in 2024/25"
    match joins {
        "/" if of_all || part > whole => Some(Pair::Ratio(end)),
        "/" => Some(Pair::Part(end)),
        // "1:1 support", "at 3:30"
        ":" => {
            let staffed = (0..said.len()).any(|step| is_in("support staffing supervision tuition", said.low(step)));
            (part != whole && said.raw(second).len() == 1 && !staffed).then_some(Pair::Ratio(end))
        }
        "in" => (part < whole && !clause_opens(said, at)).then_some(Pair::Ratio(end)),
        // "a ratio of 3 to 1": what goes from one to another is told by itself.
        _ => is_in("ratio split", said.low(at - 1)).then_some(Pair::Ratio(end)),
    }
}

/// Whether a number is the first of a clause of its own: "left; 1 in 5 families replied".
fn clause_opens(said: &Said<'_>, at: isize) -> bool {
    said.opens(at) || said.gap(at - 1).contains(';')
}

/// "on 3/4", "Years 3/4", "rated 4/5", "2/3 lessons".
fn is_known(said: &Said<'_>, at: isize, second: isize) -> bool {
    let left = said.low(at - 1);
    let plain = said.gap(at - 1) == " ";
    let month = said.word(second).and_then(|word| word.value).is_some_and(|value| (1..13).contains(&value));
    let dated = plain && month && matches!(left, "on" | "by" | "since" | "until" | "before" | "after" | "dated");
    let named =
        plain && (said.is(at - 1, LABEL) || is_in("classes tiers phases levels rooms stages units bands", left));
    dated || named || said.is(second + 1, MONTH) || of(said, second) == Of::Things
}
