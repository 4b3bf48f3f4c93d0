//! Words for shares beside a count that is kept back: a percentage, "three quarters of", "a third of the 12 pupils".

use super::NOT_GIVEN;
use super::figures::{Figures, not_given};
use super::noun::{Of, of};
use crate::disclosure::lexicon::{PEOPLE, STATES};
use crate::disclosure::words::Said;

/// A percentage, with the brackets about it where nothing else stands in them.
pub(super) fn share(said: &Said<'_>, at: isize, measured: bool, figures: &mut Figures) {
    let Some(word) = said.word(at).filter(|_| said.low(at).bytes().all(|b| b.is_ascii_digit() || b == b'.')) else {
        return;
    };
    let after = said.gap(at);
    let end = match (said.low(at + 1), said.low(at + 2)) {
        _ if after.trim_start().starts_with('%') => word.end + after.find('%').unwrap_or_default() + 1,
        ("pc", _) if after == " " => said.range(at, at + 1).end,
        ("percent", _) => said.range(at, at + 1).end,
        ("per", "cent") => said.range(at, at + 2).end,
        _ => return,
    };
    if measured
        && matches!(
            said.low(at - 1),
            "from"
                | "to"
                | "at"
                | "by"
                | "is"
                | "was"
                | "attendance"
                | "under"
                | "over"
                | "below"
                | "above"
                | "than"
                | "least"
                | "county"
                | "nationally"
                | "national"
                | "england"
                | "district"
        )
    {
        return;
    }
    let low = said.copy.low.as_str();
    let (before, rest) = (low.get(..word.start).unwrap_or_default(), low.get(end..).unwrap_or_default());
    if before.ends_with(" (") && rest.starts_with(')') {
        figures.show(said.copy.place(word.start - 2..end + 1), "");
    } else {
        figures.show(said.copy.place(word.start..end), NOT_GIVEN);
    }
}

/// "25% of the 12 pupils", "a quarter of our 12 pupils": few, though nobody says how many.
pub(super) fn share_of_few(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let Some(word) = said.word(at) else { return };
    let percent = word.value.filter(|_| said.gap(at).starts_with('%'));
    let part = match said.low(at) {
        "half" => Some(50),
        "third" => Some(33),
        "quarter" => Some(25),
        "fifth" => Some(20),
        "tenth" => Some(10),
        "thirds" | "two-thirds" => Some(67),
        "quarters" | "three-quarters" => Some(75),
        _ => percent,
    };
    let Some(part) = part.filter(|part| *part < 100 && said.low(at + 1) == "of") else { return };
    let base = (at + 2..at + 4).find(|step| said.word(*step).is_some_and(|word| word.value.is_some()));
    let Some(base) = base.filter(|base| matches!(of(said, *base), Of::People(_))) else { return };
    let whole = said.word(base).and_then(|word| word.value).unwrap_or_default();
    let few = whole.saturating_mul(part).saturating_add(50) / 100;
    if !(1..=figures.most()).contains(&few) {
        return;
    }
    let led = percent.is_none() && matches!(said.low(at - 1), "a" | "one" | "two" | "three") && said.gap(at - 1) == " ";
    let from = if led { at - 1 } else { at };
    let end = if percent.is_some() { word.end + said.gap(at).find('%').unwrap_or_default() + 1 } else { word.end };
    let start = said.word(from).map_or(word.start, |word| word.start);
    figures.show(said.copy.place(start..end), not_given(true, said.opens(from)));
}

/// "three quarters of", "a third (": some.
pub(super) fn part(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let is_part = matches!(
        said.low(at),
        "half"
            | "third"
            | "thirds"
            | "quarter"
            | "quarters"
            | "fifth"
            | "fifths"
            | "tenth"
            | "tenths"
            | "two-thirds"
            | "three-quarters"
    );
    let of_all =
        said.low(at + 1) == "of" && !matches!(said.low(at + 2), "an" | "term" | "year" | "a" | "autumn" | "spring");
    // "three quarters boys", "a third were boys", but "a third was" is one more.
    let were =
        said.low(at).ends_with('s') || said.low(at) == "half" || matches!(said.low(at + 1), "were" | "are" | "have");
    let of_all = of_all || said.gap(at) == " " && (said.is(at + 1, PEOPLE) || were && said.is(at + 1, STATES));
    // "fell by a third to 4", "that is one fifth"
    let counted = |at: isize| said.word(at).is_some_and(|word| word.value.is_some()) || said.low(at) == "a";
    let by = if counted(at - 1) { at - 2 } else { at - 1 };
    let ends = said.gap(at) != " " || matches!(said.low(at + 1), "to" | "from" | "since");
    let fell = ends
        && (said.low(by) == "by"
            || counted(at - 1)
                && (matches!(said.low(at - 2), "is" | "was" | "or" | "about")
                    || said.gap(at - 2).contains([',', '('])));
    if !is_part || !(fell || of_all && said.gap(at) == " " || said.gap(at) == " (") {
        return;
    }
    let counted = said.word(at - 1).is_some_and(|word| word.value.is_some()) || said.low(at - 1) == "a";
    let from = if counted && said.gap(at - 1) == " " { at - 1 } else { at };
    let some = if fell { NOT_GIVEN } else { not_given(true, said.opens(from)) };
    figures.show(said.copy.place(said.range(from, at)), some);
}
