//! Numbers for National Insurance with a slip in them, which a label must vouch for.

use super::{is_label, is_national, is_shown_as_form};
use crate::disclosure::cue;
use crate::disclosure::identifier::pattern;
use crate::disclosure::lexicon::{BUSINESS, LABEL};
use crate::disclosure::words::Said;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The form with what people and scanners make of it: a letter for a figure, figures one by one or a box each, another last
/// letter or none.
static SLIP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[a-z](?: ?[|/;]? ?)[a-z][ ./|;_-]{0,3}[0-9oilsz](?:[ ./|;_-]{0,3}[0-9oilsz]){5}(?:[ ./|;_-]{0,3}[a-z]\b|\b)",
    )
});

/// Every one that stands in the sentence of a label, after it or shortly before.
pub(super) fn slips(said: &Said<'_>, labels: &[isize]) -> Vec<Range<usize>> {
    let starts = (0..said.len()).filter(|at| said.low(*at).len() < 15);
    starts
        .filter_map(|at| slip(said, at).filter(|slip| labels.iter().any(|label| says(said, *label, at, slip))))
        .collect()
}

/// Whether a label at one word is of the number at another.
fn says(said: &Said<'_>, label: isize, at: isize, slip: &Range<usize>) -> bool {
    let stops = |at: isize| said.gap(at - 1).contains(['.', ';', '!', '?']) && said.low(at - 1).len() > 3;
    let other = |at: isize| {
        said.is(at, BUSINESS | LABEL) && !matches!(said.low(at), "code" | "form" | "no" | "number" | "file" | "payroll")
    };
    if label < at {
        return at - label < 15 && !(label + 1..=at).any(stops) && !(label + 1..at).any(other);
    }
    let next = said.at(slip.end);
    let (_, end) = cue::sentence(said, next - 1);
    // "workbook XJ 40 28 19 A covers National Insurance"
    let led_in = label == next || said.gap(next - 1).contains(['(', '-', ',', '=', '/', '[']);
    led_in && label < end.min(next + 7) && is_national(said, label) && !other(at - 1) && !(next..label).any(other)
}

/// A number that begins with a word.
fn slip(said: &Said<'_>, at: isize) -> Option<Range<usize>> {
    let start = said.word(at)?.start;
    let found = SLIP.find_at(&said.copy.low, start).filter(|found| found.start() == start)?;
    let (words, raw) = (found.as_str(), said.copy.text.get(found.range())?);
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let glued = words.bytes().take(3).filter(u8::is_ascii_alphabetic).count() == 2 && !words.get(..3)?.contains(' ');
    let shown = glued || raw.bytes().take_while(|b| !b.is_ascii_digit()).all(|b| !b.is_ascii_lowercase());
    let ends = said.copy.low.get(found.end()..)?;
    let goes_on = ends.starts_with(|c: char| c.is_alphanumeric())
        || ends.starts_with(['/', '-', '.']) && ends.get(1..)?.starts_with(|c: char| c.is_ascii_digit());
    let whole = digits >= 4 && shown && !goes_on && !words.starts_with("ni") && !is_label(said, at);
    (whole && !is_shown_as_form(said, words)).then_some(found.range())
}
