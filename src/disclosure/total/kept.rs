//! Figures that are kept back, as sentences and lists write them.

use super::MOST;
use crate::disclosure::lexicon::LABEL;
use crate::disclosure::words::Said;
use std::ops::Range;

/// A figure that is kept back: where it stands, the most that it may be, and its last word.
pub(super) fn masked(said: &Said<'_>, at: isize) -> Option<(Range<usize>, u32, isize)> {
    let word = said.word(at)?;
    let (low, before, after) = (said.low(at), said.gap(at - 1), said.gap(at));
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    let time = |at: isize| {
        matches!(
            said.low(at),
            "minutes" | "weeks" | "days" | "hours" | "years" | "months" | "minute" | "schools" | "pupils'"
        )
    };
    let limit = |value: Option<u32>| value.filter(|value| *value <= MOST + 1);
    if matches!(low, "fewer" | "less")
        && said.low(at + 1) == "than"
        && let Some(most) = limit(value(at + 2))
        && !time(at + 3)
    {
        return Some((said.range(at, at + 2), most.saturating_sub(1), at + 2));
    }
    if low == "under"
        && !matches!(said.low(at - 1), "children" | "pupils" | "aged" | "those" | "or" | "infants" | "young")
        && let Some(most) = limit(value(at + 1))
        && said.low(at + 1) != "fives"
        && !(value(at - 1).is_none() && before.is_empty())
        && !(at > 0 && said.low(at - 1) == "six")
    {
        return Some((said.range(at, at + 1), most.saturating_sub(1), at + 1));
    }
    if let Some(most) = limit(word.value)
        && said.low(at + 1) == "or"
        && matches!(said.low(at + 2), "fewer" | "less" | "under")
        && !matches!(said.low(at + 3), "free" | "half")
    {
        return Some((said.range(at, at + 2), most, at + 2));
    }
    if let Some(most) = limit(word.value)
        && before.trim_end().ends_with('<')
        && !time(at + 1)
    {
        let start = word.start - (before.len() - before.rfind('<').unwrap_or(0));
        return Some((start..word.end, most, at));
    }
    let shut = |gap: &str| gap.is_empty() || gap.starts_with([',', ';', '.', ')', ']', ' ', '|', '/', ':', '"']);
    if matches!(low, "suppressed" | "masked" | "redacted" | "withheld") {
        return Some((word.start..word.end, 5, at));
    }
    // "1-5", "1 to 5": a range from one to a small number.
    let to_five = match (word.value, said.gap(at)) {
        (Some(1), "-") => value(at + 1).map(|most| (most, at + 1)),
        (Some(1), " ") if low == "1" && said.low(at + 1) == "to" => value(at + 2).map(|most| (most, at + 2)),
        _ => None,
    };
    let range = to_five.or_else(|| {
        let most = low.strip_prefix("1-")?.parse().ok()?;
        Some((most, at))
    });
    if let Some((most, last)) = range
        && (3..=MOST).contains(&most)
        && !said.is(at - 1, LABEL)
        && shut(said.gap(last))
        && !time(last + 1)
        && said.low(last + 1) != "scale"
    {
        return Some((said.range(at, last), most, last));
    }
    // "n/d", "supp."
    if low == "supp"
        || low == "n"
            && after == "/"
            && matches!(said.low(at + 1), "d" | "p" | "r")
            && said.is_capital(at) == said.is_capital(at + 1)
    {
        let last = at + isize::from(low == "n");
        return Some((said.range(at, last), 5, last));
    }
    if low == "not" && matches!(said.low(at + 1), "shown" | "given" | "printed" | "published") {
        return Some((said.range(at, at + 1), 5, at + 1));
    }
    if low == "small" && said.low(at - 1) == "too" {
        return Some((said.range(at - 1, at), 5, at));
    }
    // "autumn 40, spring 27, summer low"
    let listed = before == " "
        && said.gap(at - 2).contains(',')
        && value(at - 2).is_some()
        && said.low(at - 1).len() > 3
        && after.starts_with([')', '.', ';', ',']);
    if low == "low" && (before.contains(':') || before.contains(" - ") || listed) && !after.starts_with(" ") {
        return Some((word.start..word.end, 5, at));
    }
    let letter = matches!(low, "c" | "x") && !after.starts_with(" =") && said.raw(at) == low;
    let labelled = before.is_empty()
        || before.ends_with([' ', '[', '(', '/', ':', '"', '=', '<'])
            && !matches!(said.low(at - 1), "or" | "grade" | "class" | "room");
    let goes = value(at + 1).is_some() && after == " " || said.low(at + 1) == "minute";
    let tail =
        after.starts_with(' ') && (said.low(at + 1) == "minutes" || said.is(at - 1, LABEL) && said.raw(at) == "C");
    // "http://x.y", "x/c.md"
    let in_path = before == "/" && said.low(at - 1).len() > 1 && value(at - 1).is_none();
    let in_address = in_path || before.contains("//") || matches!(after, "." | ":") && said.word(at + 1).is_some();
    if letter && labelled && shut(after) && !goes && !tail && !in_address && at > 0 {
        return Some((word.start..word.end, 5, at));
    }
    None
}

/// A star by itself after a word stands for a figure: where.
pub(super) fn lone_star(said: &Said<'_>, at: isize) -> Option<Range<usize>> {
    let gap = said.gap(at);
    // "118 (SEN support) + # (EHCP)"
    if let Some(hash) = gap.find(" + # ") {
        let hash = said.word(at).map_or(0, |word| word.end) + hash + 3;
        return Some(hash..hash + 1);
    }
    // "64 white British, 33 Asian, * Black"
    if gap == ", * " {
        let star = said.word(at).map_or(0, |word| word.end) + 2;
        return Some(star..star + 1);
    }
    let star = gap.find(" *").filter(|star| !gap.get(star + 2..).unwrap_or_default().starts_with(['*', ' ']))?;
    let star = said.word(at).map_or(0, |word| word.end) + star + 1;
    Some(star..star + 1)
}
