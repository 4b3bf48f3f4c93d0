//! What a line of plain text begins with, and how far in; the width that lines are broken at.

use crate::outline::markdown::typed_bullet;

/// The widths that programs break lines at.
const WRAPPED: std::ops::RangeInclusive<usize> = 60..=80;

/// The width that lines of the text were broken to fit, as old editors and mail do: none is longer, and twice
/// or more a line goes on in the middle of a sentence because its next word did not fit.
pub(super) fn wrapped_at(text: &str) -> Option<usize> {
    let width = text.lines().map(|line| line.trim_end().chars().count()).max()?;
    if !WRAPPED.contains(&width) {
        return None;
    }
    let goes_on = |(before, line): &(&str, &str)| {
        let first = line.split_whitespace().next().unwrap_or_default();
        first.starts_with(char::is_lowercase)
            && bullet(line.trim()).is_none()
            && before.trim_end().chars().count() + 1 + first.chars().count() > width
    };
    (text.lines().zip(text.lines().skip(1)).filter(goes_on).count() >= 2).then_some(width)
}

pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The bytes of a bullet or number and the space after it, and its rank among bullets that stand equally
/// far in: word processors use `•`, then `o`, then `§`.
pub(super) fn bullet(words: &str) -> Option<(usize, usize)> {
    if let Some(mark) = typed_bullet(words) {
        let rank = if words.starts_with('o') { 1 } else { usize::from(words.starts_with('\u{a7}')) * 2 };
        return Some((mark, rank));
    }
    let (mark, rest) = words.split_once(char::is_whitespace)?;
    let len = words.len() - rest.trim_start().len();
    let numeral = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let closed = mark.ends_with([')', '.']) && !numeral.is_empty();
    let is_number = numeral.len() <= 3 && numeral.chars().all(|c| c.is_ascii_digit());
    let is_letter = mark.ends_with(')') && numeral.len() == 1 && numeral.chars().all(|c| c.is_ascii_lowercase());
    let is_roman = numeral.len() <= 4 && numeral.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let plain = matches!(mark, "-" | "*" | "+" | "o");
    let second = usize::from(mark == "o");
    (plain || closed && (is_number || is_letter || is_roman)).then_some((len, second))
}
