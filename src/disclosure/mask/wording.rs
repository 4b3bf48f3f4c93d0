//! How a count that is kept back is written so that the sentence about it stays a sentence, and does not tell by its
//! verb that there was but one.

use super::Shown;
use crate::disclosure::lexicon;
use crate::source::{Private, Source, number};

/// The words to replace, and those instead of them: the figure alone, but all that says that it is exact.
pub(super) fn figure(source: &Source, one: &Private, threshold: u32) -> Shown {
    let words = source.slice(one.at.start, one.at.end);
    let figure = format!("{threshold} or fewer");
    // "between two and four pupils"
    if let Some((_, rest)) =
        words.split_once(" and ").filter(|_| words.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("between ")))
    {
        let end = rest.find(' ').unwrap_or(rest.len());
        return (one.at.start..one.at.end, format!("{figure}{}", rest.get(end..).unwrap_or_default()));
    }
    // A sign of times, and what makes a key of a digit, are part of it.
    let joins = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '\u{d7}' | '\u{20e3}' | '\u{fe0f}' | '\u{2010}'..='\u{2015}')
    };
    let end = words.find(|c: char| !joins(c)).unwrap_or(words.len());
    let lead = lead(source, one.at.start);
    let start = one.at.start - number(lead.len());
    if let Some(rest) = ["pair of ", "couple of ", "trio of "].iter().find_map(|pair| words.strip_prefix(pair)) {
        let start = if lead.trim().eq_ignore_ascii_case("a") { start } else { one.at.start };
        return (start..one.at.end, format!("{figure} {rest}"));
    }
    let rest = words.get(end..).unwrap_or_default();
    let end = one.at.start + number(end);
    // "4/20 pupils": "5 or fewer of 20 pupils".
    if let Some(rest) = rest.strip_prefix('/') {
        let of_all = format!(" of {rest}");
        let (base, rest) = small_base(&of_all, threshold).unwrap_or((" of ", rest));
        return (one.at.start..one.at.end, format!("{figure}{base}{rest}"));
    }
    // "1 pupil's plan": "5 or fewer pupils' plan".
    let after = source.slice(one.at.end, number(source.text.len()));
    let own = ["'s", "\u{2019}s"].into_iter().find(|own| after.starts_with(own)).unwrap_or_default();
    let low = lead.trim().to_lowercase();
    let of_these =
        matches!(low.as_str(), "the" | "these" | "those" | "our" | "their" | "his" | "her" | "its" | "my" | "other");
    if of_these && rest.trim_start().starts_with(char::is_alphabetic) && !is_of(rest) {
        // "The 3 pupils" are "the pupils".
        let said = lead.trim_end().to_owned();
        return match one.value {
            1 => (start..one.at.end, format!("{said}{}", several(rest))),
            _ => (start..end, said),
        };
    }
    let told = matches!(low.as_str(), "the" | "a" | "only" | "just" | "exactly" | "precisely");
    let start = if told { start } else { one.at.start };
    if let Some((base, rest)) = small_base(rest, threshold) {
        return (start..one.at.end, format!("{figure}{base}{rest}"));
    }
    if one.value > 1 || rest.trim().is_empty() || is_of(rest) {
        return (start..end, figure);
    }
    (start..one.at.end + number(own.len()), format!("{figure}{}", several(&format!("{rest}{own}"))))
}

/// Whether words go on with what the count is a part of.
fn is_of(words: &str) -> bool {
    words.trim_start().starts_with("of ") || words.trim_start().starts_with("out of ")
}

/// The word right before a count that belongs to it, with the space after it.
fn lead(source: &Source, start: u32) -> &str {
    let before = source.slice(0, start);
    let Some(words) = before.strip_suffix(' ') else { return "" };
    let word = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    before.get(words.len() - word.len()..).unwrap_or_default()
}

/// "of the 3 pupils" where the 3 is a small count itself: what stays of it, and the rest.
fn small_base(words: &str, threshold: u32) -> Option<(&'static str, &str)> {
    let rest = words.strip_prefix(" out").unwrap_or(words).strip_prefix(" of ")?;
    let these = rest.strip_prefix("the ").or_else(|| rest.strip_prefix("these "));
    let rest = these.unwrap_or(rest);
    let joins = |at: usize, c: char| {
        c.is_alphanumeric() || c == ',' && rest.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_numeric))
    };
    let end = rest.char_indices().find(|(at, c)| !joins(*at, *c)).map_or(rest.len(), |(at, _)| at);
    let word = rest.get(..end)?;
    let value = word.parse().ok().or_else(|| lexicon::number(&word.to_lowercase()))?;
    (value <= threshold).then_some((if these.is_some() { " of the" } else { "" }, rest.get(end..)?))
}

/// A noun as it is written of several: "pupils", "families", "children", "pupils’".
fn several(words: &str) -> String {
    for own in ["'s", "\u{2019}s"] {
        if let Some(one) = words.strip_suffix(own) {
            let many = several(one);
            let mark = own.trim_end_matches('s');
            return if many.ends_with('s') { format!("{many}{mark}") } else { format!("{many}{own}") };
        }
    }
    let low = words.to_lowercase();
    if lexicon::is_people(low.rsplit(' ').next().unwrap_or_default()) {
        return words.to_owned();
    }
    for (one, many) in [("child", "children"), ("person", "people"), ("family", "families"), ("man", "men")] {
        if let Some(rest) = words.strip_suffix(one) {
            return format!("{rest}{many}");
        }
    }
    format!("{words}s")
}

/// What one does, and what several do.
const VERBS: &str = "was were is are has have does do goes go says say attends attend settles settle needs need gets get \
    lives live remains remain moves move starts start stays stay works work waits wait travels travel awaits await requires require \
    receives receive comes come makes make takes take continues continue wants want uses use sees see keeps keep reads read \
    returns return feels feel enjoys enjoy joins join leaves leave meets meet hopes hope finds find shares share \
    looks look cares care shows show stands stand manages manage speaks speak struggles struggle refuses refuse misses miss arrives arrive wears wear learns learn plays play tells tell \
    helps help thinks think knows know likes like loves love walks walk asks ask eats eat sits sit sleeps sleep";

/// Whether a word is what several do: "need".
pub(super) fn is_verb_of_several(word: &str) -> bool {
    VERBS.split_whitespace().skip(1).step_by(2).any(|many| many == word)
}

/// The pronouns of one, and those of several.
const PRONOUNS: &str = "he they she they him them his their himself themselves herself themselves";

fn other(list: &str, word: &str) -> Option<String> {
    let mut words = list.split_whitespace();
    while let (Some(one), Some(many)) = (words.next(), words.next()) {
        if one == word {
            return Some(many.to_owned());
        }
    }
    None
}

/// The words after a count of one, and right before it, as they are written of several.
pub(super) fn one_as_several(source: &Source, one: &Private) -> Vec<Shown> {
    let mut shown = Vec::new();
    for (verb, many) in [("here was ", "were"), ("here is ", "are"), ("here has been ", "have been")] {
        let start = one.at.start.saturating_sub(number(verb.len()));
        if source.slice(start, one.at.start) == verb {
            shown.push((start + 5..one.at.start - 1, many.to_owned()));
        }
    }
    let rest = source.slice(one.at.end, number(source.text.len()));
    // "1 pupil's plan was late": the plan was.
    if rest.starts_with(['\'', '\u{2019}']) {
        return shown;
    }
    let end = rest.find(['\n', '|']).unwrap_or(rest.len()).min(400);
    let end = (0..=end).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or_default();
    let rest = rest.get(..end).unwrap_or_default();
    // Whose verb comes next: that of the one who is counted, until another is spoken of.
    // "up from 1 in autumn, and the school is glad": nothing is said of that one but that it was.
    let beside =
        matches!(lead(source, one.at.start).trim(), "from" | "against" | "than" | "with" | "to" | "was" | "versus");
    let (mut own, mut at, mut first) = (!beside, 0, true);
    // "still 1, the head says": without people of its own a count is the subject of its own clause alone.
    let is_bare = !source.slice(one.at.start, one.at.end).contains(' ');
    // What stands in brackets speaks of the one only where it says so: "(returns)" is no verb.
    let (mut inside, mut kept) = (false, true);
    let words: Vec<&str> = rest.split([' ', ',', '(', ')']).collect();
    for (number_of, word) in words.iter().enumerate() {
        let (start, low) = (one.at.end + number(at), word.to_lowercase());
        let next = words.get(number_of + 1).map_or_else(String::new, |next| next.to_lowercase());
        let place = start..start + number(word.len());
        let before = rest.get(..at).unwrap_or_default();
        let is_inside = before.matches('(').count() > before.matches(')').count();
        match (inside, is_inside) {
            (false, true) => kept = std::mem::replace(&mut own, false),
            (true, false) => own = kept,
            _ => {}
        }
        inside = is_inside;
        own &= !(is_bare && before.contains(','));
        // Beyond its own sentence only a pronoun speaks of that one.
        own &= !before.ends_with(['.', '!', '?', ';', ':', '"', '\u{201c}', '\u{2018}'])
            && !before.trim_end().ends_with(['.', '!', '?', ';', ':']);
        at += word.len() + 1;
        if let Some(many) = other(PRONOUNS, &low).or_else(|| (low == "her").then(|| her(&next).to_owned())) {
            own |= matches!(low.as_str(), "he" | "she");
            shown.push((place, many));
        } else if let Some(many) = other(VERBS, &low).filter(|_| own) {
            (own, first) = (false, false);
            shown.push((place, many));
        } else if matches!(low.as_str(), "who" | "and" | "but" | "now" | "still" | "also" | "then" | "that") {
            let goes_on = other(VERBS, &next).is_some() || matches!(next.as_str(), "now" | "still" | "also" | "then");
            own = goes_on || own && first && low != "and" && low != "but";
        } else if matches!(
            low.as_str(),
            "as" | "because" | "when" | "while" | "after" | "before" | "if" | "so" | "since"
        ) {
            own = false;
        }
    }
    shown
}

/// "her" before what is hers, and by itself.
fn her(next: &str) -> &'static str {
    let ends = ["", "to", "in", "at", "on", "and", "for", "with", "by", "from", "but", "as", "when", "after", "back"];
    if ends.contains(&next) { "them" } else { "their" }
}
