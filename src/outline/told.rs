//! What a comment holds for termwise: what stands after `termwise:`, or all of a comment that was nearly written so.

use super::{Body, Entry, Kind};
use crate::form::likeness;
use crate::source::{Span, Text};
use std::ops::Range;

/// The bytes of words that are meant for termwise: `explain RULE: REASON` of `termwise: explain RULE: REASON`. Where
/// the name or the colon is not as it should be, all of them, so that the slip can be told of.
pub(super) fn told(words: &str) -> Option<Range<usize>> {
    let start = words.len() - words.trim_start().len();
    let words = words.trim();
    let (name, rest) = opening(words);
    if let Some(said) = rest.strip_prefix(':').filter(|_| name.eq_ignore_ascii_case(NAME)) {
        let said = said.trim_start().len();
        return Some(start + words.len() - said..start + words.len());
    }
    // "Term-wise" and "Term wise" are two words.
    let (second, after) = opening(rest.strip_prefix(['-', ' ', '_']).unwrap_or_default());
    let is_meant = is_name(name) && opens(rest.trim_start_matches(|c: char| !c.is_alphanumeric()))
        || name.len() < NAME.len()
            && name.starts_with(['t', 'T'])
            && is_name(&format!("{name}{second}"))
            && opens(after.trim_start_matches(|c: char| !c.is_alphanumeric()));
    is_meant.then_some(start..start + words.len())
}

/// The same of the words of a comment, where the name may be missing: `explain RULE: REASON`.
pub(super) fn told_in_comment(comment: &str) -> Option<Range<usize>> {
    let start = comment.len() - comment.trim_start().len();
    told(comment).or_else(|| lacks_name(comment).then(|| start..comment.trim_end().len()))
}

/// A comment that holds `words` for termwise, which stand behind `before`. Words that lack the name are its label: they
/// tell nothing, but whoever wrote them can be told.
pub(super) fn comment(before: &str, words: Text, span: Span) -> Entry {
    if before.trim_end().ends_with(':') || !lacks_name(words.words()) {
        return Entry::of(Kind::Comment, words, span);
    }
    Entry { label: Some(words), ..Entry::of(Kind::Comment, Body::None, span) }
}

/// Whether words begin as an explanation does without the name: "explain small-number".
fn lacks_name(words: &str) -> bool {
    let (verb, rest) = opening(words.trim_start());
    let rule = rest.trim_start_matches([' ', ':', '-']);
    let rule = rule.split([':', ' ', '\n']).next().unwrap_or_default();
    verb.len().abs_diff(VERB.len()) <= 2
        && rest.len() > rule.len()
        && rule.contains('-')
        && rule.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
        && likeness(&verb.to_lowercase(), VERB) >= NEAR
}

/// The letters that words begin with, and the rest.
fn opening(words: &str) -> (&str, &str) {
    words.split_at(words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len()))
}

/// Few comments begin with a word of that length, and need be looked at further.
fn is_name(word: &str) -> bool {
    word.len().abs_diff(NAME.len()) <= 2 && likeness(&word.to_lowercase(), NAME) >= NEAR
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
    ["ignore", "disable", "allow", "skip", "suppress"].contains(&word) || likeness(word, VERB) >= NEAR
}

const NAME: &str = "termwise";
const VERB: &str = "explain";

/// How alike a misspelt word is to the one that is meant.
const NEAR: f64 = 0.7;

#[cfg(test)]
mod tests {
    use super::{told, told_in_comment};

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
            ("term-wise: explain a-b: c", Some("term-wise: explain a-b: c")),
            ("Term wise: explain a-b: c", Some("Term wise: explain a-b: c")),
            ("term by term: explain a-b", None),
            ("explain a-b: c", None),
            ("", None),
        ] {
            assert_eq!(told(comment).and_then(|range| comment.get(range)), said, "{comment}");
        }
    }

    #[test]
    fn a_comment_may_lack_the_name() {
        for (comment, said) in [
            (" termwise: explain a-b: c ", Some("explain a-b: c")),
            (" explain a-b: c ", Some("explain a-b: c")),
            ("Explian: a-b", Some("Explian: a-b")),
            ("explain-a-b: c", Some("explain-a-b: c")),
            ("explain why it fell: c", None),
            ("explain", None),
            ("complain a-b: c", None),
        ] {
            assert_eq!(told_in_comment(comment).and_then(|range| comment.get(range)), said, "{comment}");
        }
    }
}
