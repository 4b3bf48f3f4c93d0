//! Numbers for National Insurance with a slip in them.

use super::{is_label, is_shown_as_form};
use crate::disclosure::identifier::pattern;
use crate::disclosure::words::Said;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The form with what people and scanners make of it: a letter for a figure, figures one by one or a box each, another last
/// letter or none.
static SLIP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[a-z][ .,/|;_-]{0,3}[a-z][ .,/|;_()\[\]-]{0,4}[0-9oilsz](?:[ .,/|;_()\[\]-]{0,4}[0-9oilsz]){5}(?:[ .,/|;_()\[\]-]{0,4}[a-z]\b|\b)",
    )
});

/// Every one; without a last letter, or with letters among its figures, only where it is `told` of National Insurance.
pub(super) fn slips(said: &Said<'_>, told: bool) -> impl Iterator<Item = Range<usize>> {
    (0..said.len()).filter(|at| said.low(*at).len() < 20).filter_map(move |at| slip(said, at, told))
}

/// A number that begins with a word.
fn slip(said: &Said<'_>, at: isize, told: bool) -> Option<Range<usize>> {
    let start = said.word(at)?.start;
    let words = SLIP.find(said.copy.low.get(start..)?)?.as_str();
    let range = start..start + words.len();
    let raw = said.copy.text.get(range.clone())?;
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let glued = words.bytes().take(3).filter(u8::is_ascii_alphabetic).count() == 2 && !words.get(..3)?.contains(' ');
    let shown = glued || raw.bytes().take_while(|b| !b.is_ascii_digit()).all(|b| !b.is_ascii_lowercase());
    let ends = said.copy.low.get(range.end..)?;
    let goes_on = ends.starts_with(|c: char| c.is_alphanumeric())
        || ends.starts_with(['/', '-', '.']) && ends.get(1..)?.starts_with(|c: char| c.is_ascii_digit());
    let ends_so = digits == 6 && words.ends_with(['a', 'b', 'c', 'd']);
    let whole =
        digits >= 4 && shown && !goes_on && !words.starts_with("ni") && !is_label(said, at) && (told || ends_so);
    (whole && !is_shown_as_form(said, words)).then_some(range)
}
