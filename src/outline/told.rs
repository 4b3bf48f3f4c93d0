//! What a comment holds for termwise: what stands after `termwise:`, or all of a comment that was nearly written so.

use crate::form::likeness;
use std::ops::Range;

/// The bytes of a comment's words that are meant for termwise: `explain RULE: REASON` of `termwise: explain RULE:
/// REASON`. Where the name or the colon is not as it should be, all of them, so that the slip can be told of.
pub(super) fn told(comment: &str) -> Option<Range<usize>> {
    let start = comment.len() - comment.trim_start().len();
    let words = comment.trim();
    let (name, rest) = words.split_at(words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len()));
    if let Some(said) = rest.strip_prefix(':').filter(|_| name.eq_ignore_ascii_case(NAME)) {
        let said = said.trim_start().len();
        return Some(start + words.len() - said..start + words.len());
    }
    // Few comments begin with a word of that length, and need be looked at further.
    let is_name = name.len().abs_diff(NAME.len()) <= 2 && likeness(&name.to_lowercase(), NAME) >= NEAR;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    (is_name && opens(rest)).then_some(start..start + words.len())
}

/// Whether all of a comment was kept, since its name or colon is not as it should be.
#[must_use]
pub fn is_nearly_told(kept: &str) -> bool {
    told(kept).is_some()
}

/// Whether words begin with what termwise may be told to do, or nearly.
pub(super) fn opens(words: &str) -> bool {
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.len() <= 12 && is_verb(&word.to_lowercase())
}

fn is_verb(word: &str) -> bool {
    ["ignore", "disable", "allow", "skip", "suppress"].contains(&word) || likeness(word, "explain") >= NEAR
}

const NAME: &str = "termwise";

/// How alike a misspelt word is to the one that is meant.
const NEAR: f64 = 0.7;

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn what_is_meant_for_termwise() {
        for (comment, said) in [
            (" termwise: explain a-b: c ", Some("explain a-b: c")),
            ("Termwise:", Some("")),
            ("termwise: anything", Some("anything")),
            (" termwise explain a-b: c", Some("termwise explain a-b: c")),
            ("termwise : explian a-b", Some("termwise : explian a-b")),
            ("termwize: explain-a", Some("termwize: explain-a")),
            ("termwise, disable all", Some("termwise, disable all")),
            ("termwise reads this", None),
            ("termwise", None),
            ("explain a-b: c", None),
            ("", None),
        ] {
            assert_eq!(told(comment).and_then(|range| comment.get(range)), said, "{comment}");
        }
    }
}
