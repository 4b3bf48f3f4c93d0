//! The figures of a sentence, and what in it would tell of a count that is kept back: a change, a share, a multiple.

use super::NOT_GIVEN;
use super::figures::{Figures, not_given};
use super::noun::{Of, acts, of};
use super::other::is_address;
use crate::disclosure::count::is_name_of_item;
use crate::disclosure::lexicon::{BEFELL, CHANGED, PEOPLE, PERSON, SPAN, STATES};
use crate::disclosure::total::counts;
use crate::disclosure::words::Said;
use std::ops::Range;

/// The figures of some words, in order.
pub(super) fn figures(said: &Said<'_>, figures: &mut Figures) -> Vec<usize> {
    let mut line = Vec::new();
    for at in 0..said.len() {
        let Some(word) = said.word(at) else { continue };
        let place = said.copy.place(word.start..word.end);
        if let Some(kept) = figures.kept(place.start) {
            line.push(kept);
            continue;
        }
        // "1:1 support"
        let is_ratio = said.gap(at) == ":" || said.gap(at - 1) == ":";
        // "2 Year 9, 1 Year 10"
        let is_year = matches!(said.low(at - 1), "year" | "yr") && said.is_capital(at - 1) && said.gap(at - 1) == " ";
        let says = || {
            !is_ratio
                && !is_year
                && !is_name_of_item(said, at)
                && !is_address(said, at)
                && (counts(said, at) || moves(said, at))
                && of(said, at) != Of::Things
        };
        let Some(value) = word.value.filter(|_| says()) else { continue };
        if !(1990..=2100).contains(&value) {
            line.push(figures.add(place, value, instead(said, at)));
        }
    }
    line
}

/// Keeps back what tells of a count in the same words.
pub(super) fn read(said: &Said<'_>, figures: &mut Figures) {
    let starts = |at: isize| said.word(at).map(|word| said.copy.place(word.start..word.end).start);
    (0..said.len()).for_each(|at| share_of_few(said, at, figures));
    if !(0..said.len()).any(|at| starts(at).is_some_and(|start| figures.kept(start).is_some())) {
        return;
    }
    let measured = is_measure(&said.copy.low);
    for at in 0..said.len() {
        let Some(word) = said.word(at).copied() else { continue };
        if let Some(value) = word.value
            && tells_change(said, at)
        {
            let place = said.copy.place(word.start..word.end);
            if let Some((range, words)) = signed(said, at) {
                figures.show(said.copy.place(range), words);
            } else if figures.kept(place.start).is_none() {
                let figure = figures.add(place, value, instead(said, at));
                figures.hide(figure);
            }
        }
        share(said, at, measured, figures);
        part(said, at, figures);
        ordinal(said, at, figures);
        of_two(said, at, figures);
        times(said, at, figures);
    }
}

/// Whether words are of attendance and the like, of which a percentage tells nothing about how many there are.
pub(super) fn is_measure(low: &str) -> bool {
    // Who are persistently absent are pupils.
    let of_pupils = ["persistent", "severe"].iter().any(|one| low.contains(one));
    let measured = ["attend", "absence", "attainment", "progress", "punctual", "lateness", "timetable"];
    !of_pupils && measured.iter().any(|one| low.contains(one))
}

/// What stands instead of a figure.
fn instead(said: &Said<'_>, at: isize) -> &'static str {
    let (before, left) = (said.gap(at - 1), said.low(at - 1));
    let of_them = said.low(at + 1) == "of" && matches!(said.low(at + 2), "them" | "these" | "those" | "whom");
    let named = said.gap(at) == " " && (said.is(at + 1, PEOPLE | STATES) || said.low(at + 1) == "others" || of_them);
    let led = matches!(left, "of" | "from" | "to" | "by" | "than" | "the" | "these" | "those" | "our" | "about")
        || before.contains([':', '=', '(']);
    not_given(named && !led, said.opens(at))
}

/// "from 12 to 15", where something changes: not ages.
fn moves(said: &Said<'_>, at: isize) -> bool {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let from = said.low(at - 1) == "from" && said.low(at + 1) == "to" && number(at + 2);
    let to = said.low(at - 1) == "to" && number(at - 2) && said.low(at - 3) == "from";
    (from || to) && !said.gap(at).starts_with(['%', '-']) && !said.is(at + 1, SPAN) && !said.copy.low.contains(" age")
}

/// Whether a figure of people tells by how much another has changed.
pub(super) fn tells_change(said: &Said<'_>, at: isize) -> bool {
    let may = counts(said, at) || said.low(at) == "one";
    may && (is_change(said, at) || is_multiple(said, at) || signed(said, at).is_some()) && of(said, at) != Of::Things
}

/// "(-2)", "+1": what to write instead, and where.
fn signed(said: &Said<'_>, at: isize) -> Option<(Range<usize>, &'static str)> {
    let (word, before) = (said.word(at)?, said.gap(at - 1));
    let is_sign = before.ends_with(['-', '+']) && before.trim_end_matches(['-', '+']).ends_with([' ', '(']);
    let is_alone = before.starts_with(" (") && before.len() == 3 && said.gap(at).starts_with(')');
    match (is_sign, is_alone) {
        (false, _) => None,
        (true, true) => Some((word.start - 3..word.end + 1, "")),
        (true, false) => Some((word.start - 1..word.end, NOT_GIVEN)),
    }
}

/// "a fall of 5", "by 5", "5 fewer", "down 2 since autumn".
fn is_change(said: &Said<'_>, at: isize) -> bool {
    let (left, next) = (said.low(at - 1), said.low(at + 1));
    let change = ["rise", "fall", "drop", "increase", "decrease", "reduction", "gain", "cut", "change", "difference"];
    let since = matches!(next, "since" | "on" | "against") || said.gap(at).starts_with(')');
    left == "of" && change.contains(&said.low(at - 2))
        || matches!(left, "up" | "down") && since
        || left == "by" && (at - 8..at).any(|step| said.is(step, CHANGED) || change.contains(&said.low(step)))
        || matches!(next, "fewer" | "more" | "less" | "higher" | "lower") && said.low(at - 1) != "or"
}

/// "twice last year's 2".
fn is_multiple(said: &Said<'_>, at: isize) -> bool {
    let near = (at - 5..at).rev().take_while(|step| matches!(said.gap(*step).trim(), "" | "'s"));
    near.into_iter().any(|step| matches!(said.low(step), "twice" | "double" | "half" | "triple" | "treble" | "thrice"))
}

/// A percentage, with the brackets about it where nothing else stands in them.
fn share(said: &Said<'_>, at: isize, measured: bool, figures: &mut Figures) {
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
fn share_of_few(said: &Said<'_>, at: isize, figures: &mut Figures) {
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

/// "doubled from 4 to 8", "twice as many as the 4 in autumn": how many times it was tells the one by the other.
fn times(said: &Said<'_>, at: isize, figures: &mut Figures) {
    changed(said, at, figures);
    let first = if said.low(at) == "times" { at - 1 } else { at };
    let many = matches!(said.low(at), "twice" | "double" | "half")
        || said.low(at) == "times" && said.word(first).is_some_and(|word| word.value.is_some());
    // "twice as many visits" is of visits.
    let of_people = matches!(said.low(at + 3), "as" | "") || said.is(at + 3, PEOPLE);
    if many && said.low(at + 1) == "as" && said.low(at + 2) == "many" && of_people {
        let more = match (said.low(at) == "half", said.opens(first)) {
            (true, false) => "fewer",
            (true, true) => "Fewer",
            (false, false) => "more",
            (false, true) => "More",
        };
        let (end, than) = if said.low(at + 3) == "as" { (at + 3, " than") } else { (at + 2, "") };
        figures.show(said.copy.place(said.range(first, end)), &format!("{more}{than}"));
    }
}

/// "doubled from 4", "had more than doubled to 8": the verb, where a figure follows that it says how often another is in.
fn changed(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let grows = match said.low(at) {
        "doubled" | "trebled" | "tripled" | "quadrupled" => true,
        "halved" => false,
        _ => return,
    };
    let figure = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let is_of_figures = matches!(said.low(at + 1), "from" | "to") && (figure(at + 2) || figure(at + 3));
    if !is_of_figures {
        return;
    }
    let about =
        |word: &str| matches!(word, "nearly" | "almost" | "about" | "roughly" | "over" | "more" | "than" | "just");
    let first = (0..at).rev().take_while(|step| about(said.low(*step))).last().unwrap_or(at);
    let verb = match (said.low(first - 1), grows) {
        ("has" | "have" | "had" | "having", true) => "risen",
        ("has" | "have" | "had" | "having", false) => "fallen",
        ("is" | "are" | "was" | "were" | "be" | "been" | "being", _) => "changed",
        (_, true) if said.opens(first) => "Rose",
        (_, false) if said.opens(first) => "Fell",
        (_, true) => "rose",
        (_, false) => "fell",
    };
    figures.show(said.copy.place(said.range(first, at)), verb);
}

/// "the fourth is a girl", "a third has joined them": how many it makes of them.
fn ordinal(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let is_ordinal = matches!(said.low(at), "second" | "third" | "fourth" | "fifth" | "2nd" | "3rd" | "4th" | "5th");
    if !is_ordinal || !matches!(said.low(at - 1), "a" | "the") || said.gap(at - 1) != " " {
        return;
    }
    let ends =
        said.gap(at) != " " || matches!(said.low(at + 1), "a" | "an" | "one" | "to" | "at" | "in" | "from" | "also");
    // "in the second" is of a time or a place.
    let where_ = matches!(said.low(at - 2), "in" | "on" | "at" | "by" | "from" | "during" | "for" | "since" | "until");
    if !where_ && (ends || said.is(at + 1, PERSON | STATES | BEFELL)) {
        // "a third" at the end may be a share.
        let another = match (said.low(at - 1) == "a" && ends, said.opens(at - 1)) {
            (true, _) => NOT_GIVEN,
            (false, true) => "Another",
            (false, false) => "another",
        };
        figures.show(said.copy.place(said.range(at - 1, at)), another);
    }
}

/// "both returned", "neither has", "the other is in Year 9": that they were two.
fn of_two(said: &Said<'_>, at: isize, figures: &mut Figures) {
    let left = said.low(at - 1);
    let of_people = said.is(at - 1, PEOPLE) || matches!(left, "they" | "who" | "them" | "whom");
    let ends = said.gap(at) != " " || matches!(said.low(at + 1), "in" | "at" | "to" | "from" | "a" | "an");
    let says = said.is(at + 1, PEOPLE | STATES | BEFELL) || acts(said, at + 1, true);
    // "both boys and girls", "both in school and at home"
    let joins =
        (at + 2..at + 6).any(|step| matches!(said.low(step), "and" | "or" | "nor") && said.gap(step - 1) == " ");
    let of_them = said.low(at + 1) == "of" && matches!(said.low(at + 2), "them" | "these" | "those" | "whom" | "the");
    let first = if said.low(at) == "other" && left == "the" && said.gap(at - 1) == " " { at - 1 } else { at };
    let (is_told, instead) = match said.low(at) {
        "both" => (of_them || (says || of_people || ends) && !joins, ["all", "All"]),
        "neither" => (of_them || says && !joins, ["none", "None"]),
        "other" => (first < at && (says || ends), ["the rest", "The rest"]),
        _ => return,
    };
    if is_told {
        let [low, capital] = instead;
        figures.show(said.copy.place(said.range(first, at)), if said.is_capital(first) { capital } else { low });
    }
}

/// "three quarters of", "a third (": some.
fn part(said: &Said<'_>, at: isize, figures: &mut Figures) {
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
    // "fell by a third to 4"
    let fell = said.gap(at) == " " && said.low(at - 2) == "by" && matches!(said.low(at + 1), "to" | "from");
    if !is_part || !(fell || of_all && said.gap(at) == " " || said.gap(at) == " (") {
        return;
    }
    let counted = said.word(at - 1).is_some_and(|word| word.value.is_some()) || said.low(at - 1) == "a";
    let from = if counted && said.gap(at - 1) == " " { at - 1 } else { at };
    let some = if fell { NOT_GIVEN } else { not_given(true, said.opens(from)) };
    figures.show(said.copy.place(said.range(from, at)), some);
}
