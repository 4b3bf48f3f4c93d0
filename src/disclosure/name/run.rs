//! Which words may be a name at all: not of a school, a street, a week, an award, nor of somebody in a post.

use crate::disclosure::cue::says_child_after;
use crate::disclosure::lexicon::{ACRONYM, CHILD, FAMILY, GIVEN, MONTH, PLACE, PLAIN, TITLE, WEAK, kinds_of};
use crate::disclosure::words::Said;

/// A word that may be part of a name.
pub(super) fn part(said: &Said<'_>, at: isize) -> bool {
    let raw = said.raw(at);
    let Some(first) = raw.chars().next() else { return false };
    let half = raw.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    first.is_uppercase()
        && !half
        && (raw.len() > 1 || said.gap(at).starts_with('.'))
        && !raw.bytes().any(|b| b.is_ascii_digit())
}

/// A given name, or two in one: "Chloe-Anne".
pub(super) fn is_given(said: &Said<'_>, at: isize) -> bool {
    let doubled = || {
        let (low, raw) = (said.low(at), said.raw(at));
        low.split_once('-')
            .is_some_and(|(first, _)| kinds_of(first) & GIVEN != 0 && kinds_of(first) & (PLAIN | MONTH) == 0)
            && raw.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase))
    };
    said.is(at, GIVEN) && !said.is(at, PLAIN | MONTH) || doubled()
}

/// Where a run of words that may be a name ends; `None` where none begins.
pub(super) fn run(said: &Said<'_>, at: isize) -> Option<isize> {
    let shouting = !said.copy.text.chars().any(char::is_lowercase);
    let given = |at: isize| is_given(said, at);
    // "pupil kayla dunstan": without capitals a known given name right after the word for a child.
    let small =
        !part(said, at) && given(at) && said.is(at - 1, CHILD) && said.gap(at - 1) == " " && said.gap(at) == " ";
    if small {
        let more = !said.is(at + 1, PLAIN | PLACE | TITLE | CHILD)
            && said.low(at + 1).len() > 3
            && !ends_as_verb(said.low(at + 1));
        return Some(at + isize::from(more));
    }
    // "jordan brackley yr9"
    let noted = !part(said, at)
        && given(at)
        && said.gap(at) == " "
        && said.gap(at + 1) == " "
        && said.low(at + 1).len() > 3
        && said.word(at + 1).is_some_and(|word| word.kinds == 0)
        && said
            .low(at + 2)
            .strip_prefix('y')
            .is_some_and(|year| year.trim_start_matches('r').parse::<u32>().is_ok_and(|year| year < 14));
    if noted {
        return Some(at + 1);
    }
    // A season or a month is a given name as well, where a surname follows that nothing else is.
    let season =
        matches!(said.low(at), "summer" | "autumn" | "april" | "june" | "may" | "august" | "will" | "christian")
            && said.gap(at) == " "
            && part(said, at + 1)
            && !said.is(at + 1, PLAIN | PLACE | MONTH | TITLE | CHILD)
            && said.raw(at + 1).chars().any(char::is_lowercase);
    // "Call Jake": a sentence begins with a capital too.
    if !given(at) && !season && said.opens(at) && given(at + 1) && part(said, at + 1) && said.gap(at) == " " {
        return None;
    }
    if !part(said, at) || said.is(at, TITLE | PLACE | CHILD) && !given(at) || said.is(at, PLAIN | MONTH) && !season {
        return None;
    }
    if shouting {
        let first = given(at) && said.is(at - 1, CHILD);
        let more = !said.is(at + 1, PLAIN | PLACE | TITLE) && said.gap(at) == " " && said.raw(at + 1).len() > 2;
        // "DEVON TRASKER – Y10"
        let in_year = given(at) && more && says_child_after(said, at + 1);
        return (first || in_year).then_some(at + isize::from(more));
    }
    if !said.raw(at).chars().any(char::is_lowercase) && said.raw(at).len() > 1 {
        // "pupil MARLON ETHERBY"
        let loud = |at: isize| {
            said.raw(at).len() > 2
                && said.raw(at).bytes().all(|b| b.is_ascii_uppercase())
                && !said.is(at, PLAIN | PLACE | TITLE | ACRONYM)
        };
        let named = said.is(at - 1, CHILD) && said.gap(at - 1) == " " && said.gap(at) == " ";
        return (named && loud(at) && loud(at + 1) && given(at)).then_some(at + 1);
    }
    let mut to = at;
    while to - at < 3 && !said.word(to).is_some_and(|word| word.owns) {
        let gap = said.gap(to);
        let first = to == at && said.raw(at).len() == 1 && gap == ". ";
        let letter = said.raw(to + 1).len() == 1 && said.is_capital(to + 1) && !matches!(said.low(to + 1), "i" | "a");
        if gap != " " && !first
            || !part(said, to + 1) && !letter
            || said.is(to + 1, MONTH) && said.word(to + 2).is_some_and(|word| word.value.is_some())
        {
            break;
        }
        let raw = said.raw(to + 1);
        if raw.len() > 1 && !raw.chars().any(char::is_lowercase) {
            break;
        }
        to += 1;
    }
    (said.raw(to).len() > 1 || to > at).then_some(to)
}

/// Whether the words of a run are those of a name: not of a school, a street, a week, an award.
pub(super) fn may_be_name(said: &Said<'_>, from: isize, to: isize) -> bool {
    let given = is_given(said, from);
    let plain = (from..=to).any(|at| {
        said.is(at, PLAIN | MONTH)
            && !(at == from && to > from && said.is(at, MONTH | GIVEN))
            && !(at == from && to == from + 1 && matches!(said.low(at), "summer" | "autumn"))
            && !(at > from && given && said.is(at, GIVEN))
            || said.is(at, PLACE) && !(at > from && given && at == to && said.is(at, WEAK))
    });
    let placed = said.gap(to) == " "
        && said.is(to + 1, PLACE)
        && !said.word(to).is_some_and(|word| word.owns)
        && said.low(to + 1) != "and";
    let of_place = said.word(to).is_some_and(|word| word.owns) && said.is(to + 1, PLACE) && said.is_capital(to + 1);
    let saint = matches!(
        said.low(from - 1),
        "st" | "storm" | "team" | "saint" | "lady" | "hm" | "the" | "in" | "at" | "near" | "ward"
    ) && said.gap(from - 1).trim().is_empty();
    !(plain || placed || of_place || saint && !(given && to > from))
}

/// Whether somebody is in a post: by a title or role before the name or after it.
pub(super) fn in_post(said: &Said<'_>, from: isize, to: isize) -> bool {
    let before = said.is(from - 1, TITLE)
        && !said.is(from - 1, GIVEN)
        && said.gap(from - 1).trim().trim_end_matches(['.', ',']).is_empty();
    // "Volunteers Jean and Bob"
    let many =
        kinds_of(said.low(from - 1).strip_suffix('s').unwrap_or_default()) & TITLE != 0 && said.gap(from - 1) == " ";
    let before = before || many;
    // "our thanks to Colin Braithwaite, who"
    let goes = matches!(said.low(from - 2), "go" | "goes")
        && (from - 6..from - 2).any(|at| matches!(said.low(at), "thanks" | "credit" | "congratulations" | "praise"));
    let thanked = said.low(from - 1) == "to" && (goes || matches!(said.low(from - 2), "thanks" | "grateful"))
        || said.low(from - 1) == "thank";
    let mr = matches!(said.low(from - 1), "mr" | "mrs" | "ms" | "miss" | "dr");
    let gap = said.gap(to).trim();
    let apposed = matches!(gap, "," | "(" | "-" | "") && said.low(to + 1) != "who";
    let after = apposed
        && (to + 1..to + 5).take_while(|at| *at == to + 1 || said.gap(at - 1).trim().is_empty()).any(|at| {
            let role = said.is(at, TITLE) && !said.is(at, GIVEN) && !said.word(at).is_some_and(|word| word.owns);
            let of = (to + 1..at).all(|at| {
                !matches!(
                    said.low(at),
                    "his" | "her" | "for" | "with" | "to" | "told" | "and" | "of" | "after" | "who" | "by"
                ) && !ends_as_verb(said.low(at))
                    && !said.is(at, FAMILY)
            });
            role && of && (!gap.is_empty() || said.low(to + 1) == "the")
        });
    before || mr || after || thanked
}

pub(super) fn ends_as_verb(low: &str) -> bool {
    low.ends_with("ed") || low.ends_with('s') || low.ends_with("ing")
}
