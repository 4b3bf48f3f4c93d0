//! A figure that was kept back, and that a total and the other figures give away.

use super::lexicon::{
    ABOUT, BEFELL, BUSINESS, CARE, EVENT, FOLK, LABEL, MONTH, PEOPLE, PERSON, SPAN, THING, TITLE, TOTAL,
};
use super::words::Said;
use kept::{lone_star, masked};
use std::ops::Range;

mod kept;
mod table;
pub(super) use table::table;

/// The most that a figure is kept back for.
const MOST: u32 = 9;

/// A figure of a sentence or list.
#[derive(Clone)]
enum Figure {
    /// A number: how large, whether words beside it say that it is of all, where.
    Number(u32, bool, Range<usize>),
    /// One that is kept back, and the most that it may be.
    Masked(Range<usize>, u32),
}

/// A figure that is given away: where it is kept back, and what it works out to.
pub(super) type Given<T> = (Range<T>, u32);

/// The figure that a block and all that belongs to it give away.
pub(super) fn find(said: &Said<'_>) -> Option<Given<usize>> {
    let low = said.copy.low.as_str();
    let loose = [
        "at least",
        "more than",
        "in more than one",
        "some several",
        "not recorded",
        "not asked",
        "not known",
        "rounded",
        "calendar year",
        "a month",
        "do not report",
        "there are",
        "largest",
        "tbc",
        "so far",
        "not published",
        "to follow",
        "there is no",
        "yet to",
        "to the second",
        "no total",
        "at the second",
    ];
    if loose.iter().any(|word| low.contains(word)) {
        return None;
    }
    // "Of schools judged, 31 were good": nobody is counted.
    let things = (0..said.len()).any(|at| {
        matches!(
            said.low(at),
            "schools"
                | "settings"
                | "sessions"
                | "inspections"
                | "courses"
                | "visits"
                | "workshops"
                | "events"
                | "meetings"
                | "briefings"
                | "clubs"
                | "trips"
        )
    });
    if things && said.all & (PEOPLE | PERSON | FOLK | EVENT | BEFELL | CARE) == 0 {
        return None;
    }
    if is_of_adults(said) || is_over_time(said) {
        return None;
    }
    let figures = figures(said)?;
    let masked: Vec<&Figure> = figures.iter().filter(|figure| matches!(figure, Figure::Masked(..))).collect();
    let [Figure::Masked(range, most)] = masked.as_slice() else { return None };
    let numbers: Vec<(u32, bool)> = figures
        .iter()
        .filter_map(|figure| match figure {
            Figure::Number(value, total, _) => Some((*value, *total)),
            Figure::Masked(..) => None,
        })
        .collect();
    let sum = sum(numbers.iter().map(|number| number.0));
    let largest = numbers.iter().map(|number| number.0).max()?;
    let (first, last) = (numbers.first()?, numbers.last()?);
    let is_total = first.0 == largest && !is_parallel(said)
        || last.0 == largest
        || numbers.iter().any(|number| number.1 && number.0 == largest);
    let value = largest.checked_sub(sum - largest)?;
    // "21 juniors, 16 infants": two groups, of which neither is all.
    let groups = said.all & TOTAL == 0
        && numbers.len() == 2
        && (0..said.len())
            .filter(|at| {
                counts(said, *at)
                    && said.word(*at).is_some_and(|word| word.value.is_some())
                    && (said.is(*at + 1, PEOPLE) || said.low(*at + 1).ends_with('s'))
                    && said.gap(*at) == " "
            })
            .count()
            > 1
        && !is_all(said);
    if groups {
        return None;
    }
    (is_total && numbers.len() > 1 && (1..=*most).contains(&value)).then(|| (range.clone(), value))
}

/// Whether a word says that a figure is of all; "Year 7" does not.
fn is_total(said: &Said<'_>, at: isize) -> bool {
    let of_year = said.low(at) == "year" && said.word(at + 1).is_some_and(|word| word.value.is_some());
    said.is(at, TOTAL) && !of_year
}

/// The words that are figures.
fn counted<'s>(said: &'s Said<'_>) -> impl Iterator<Item = isize> + 's {
    (0..said.len()).filter(|at| said.word(*at).is_some_and(|word| word.value.is_some()) && counts(said, *at))
}

/// "18 governors: 12 parents, 4 staff": whether the first figure is of people in posts.
fn is_of_adults(said: &Said<'_>) -> bool {
    let first = counted(said).next();
    first.is_some_and(|at| {
        said.gap(at) == " "
            && said.is(at + 1, THING | TITLE)
            && !said.is(at + 1, PEOPLE | EVENT)
            && !matches!(said.low(at + 1), "places" | "year")
            && !said.is(at + 1, PERSON)
    }) && said.all & (EVENT | BEFELL) == 0
        && !(0..said.len()).any(|at| said.is(at, PEOPLE) && !said.is(at, FOLK))
}

/// "35 pupils in March, 31 in May": the same people at two times are no parts of one another.
fn is_over_time(said: &Said<'_>) -> bool {
    let timed = |at: isize| {
        (at + 1..at + 6)
            .take_while(|step| said.word(*step).is_some_and(|word| word.value.is_none()))
            .any(|step| said.is(step, MONTH) && matches!(said.low(step - 1), "in" | "by" | "last" | "since"))
    };
    let mut figures = counted(said);
    said.all & TOTAL == 0 && figures.next().is_some_and(timed) && figures.next().is_some_and(timed)
}

/// "Year 7 21, Year 8 19", "Cragside 20, Whinfell 17": whether the first figure is one of several that stand alike.
fn is_parallel(said: &Said<'_>) -> bool {
    let mut figures = counted(said);
    let (Some(first), Some(second)) = (figures.next(), figures.next()) else { return false };
    let label = |at: isize| if said.word(at - 1).is_some_and(|word| word.value.is_some()) { at - 2 } else { at - 1 };
    let (one, two) = (label(first), label(second));
    let plain = |at: isize| {
        at >= 0
            && !said.is(at, PEOPLE | PERSON | EVENT | BEFELL | CARE | TOTAL | FOLK)
            && (said.is_capital(at) || said.is(at, LABEL))
            && !said.low(at).ends_with("ed")
    };
    let between = |at: isize| matches!(said.gap(at).trim(), "" | "/" | ":");
    let of_people = (0..first).any(|at| said.is(at, PEOPLE | EVENT | TOTAL | CARE | FOLK))
        && !said.gap(one - 1).contains([':', ';']);
    let alike = matches!(said.low(one), "year" | "yr") && said.low(one) == said.low(two)
        || plain(one) && plain(two) && between(first - 1) && between(second - 1) && !of_people;
    // "31 said yes, 28 said it helped"
    let verb = said.low(first + 1);
    let said_alike = verb == said.low(second + 1)
        && said.gap(first) == " "
        && matches!(
            verb,
            "said" | "attended" | "came" | "answered" | "replied" | "chose" | "stayed" | "thought" | "agreed"
        );
    if said_alike && !(0..said.len()).any(|at| is_total(said, at)) {
        return true;
    }
    alike && said.gap(first).trim_start().starts_with([',', ';']) && !(0..said.len()).any(|at| is_total(said, at))
}

/// "26 pupils joined, 25 boys and": whether the first figure is of people in general, and the next of some of them.
fn is_all(said: &Said<'_>) -> bool {
    let general = |at: isize| {
        matches!(
            said.low(at),
            "pupils"
                | "children"
                | "learners"
                | "students"
                | "families"
                | "cases"
                | "referrals"
                | "plans"
                | "apprentices"
        ) || said.low(at) == "young" && said.low(at + 1) == "people"
    };
    let mut counted =
        (0..said.len()).filter(|at| said.word(*at).is_some_and(|word| word.value.is_some()) && counts(said, *at));
    let (first, second) = (counted.next(), counted.next());
    first.is_some_and(|at| general(at + 1)) && second.is_some_and(|at| !general(at + 1))
}

/// Numbers together; no report counts so many that they go over.
pub(super) fn sum(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.fold(0, u32::saturating_add)
}

/// The only figure of a statement.
#[derive(Clone)]
pub(super) enum Alone {
    /// A number, and whether it is said to be of all.
    Number { value: u32, total: bool, at: Range<usize> },
    /// One that is kept back, and the most that it may be.
    Masked { most: u32, at: Range<usize> },
}

impl Alone {
    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        match self {
            Alone::Number { at, .. } | Alone::Masked { at, .. } => at.clone(),
        }
    }
}

/// The figure of a statement that has but one, or sets another beside it, and the word before which what it counts is
/// said: "11 pupils were excluded, against 14 in both districts" has the figure of all too.
pub(super) fn alone(said: &Said<'_>) -> Option<(Vec<Alone>, isize)> {
    let beside = |at: &isize| {
        matches!(said.low(*at), "against" | "versus" | "compared")
            || matches!(said.low(*at), "up" | "down") && matches!(said.low(*at + 1), "from" | "on")
    };
    let end = (1..said.len()).find(beside).unwrap_or(said.len());
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for figure in figures(said)? {
        let (alone, from) = match figure {
            Figure::Number(value, _, at) => {
                let part = if said.at(at.start) < end { 0..end } else { end..said.len() };
                let total = part.clone().any(|at| said.is(at, TOTAL));
                (Alone::Number { value, total, at }, part.start)
            }
            Figure::Masked(at, most) => {
                let from = if said.at(at.start) < end { 0 } else { end };
                (Alone::Masked { most, at }, from)
            }
        };
        if from == 0 { first.push(alone) } else { second.push(alone) }
    }
    let [_] = first.as_slice() else { return None };
    // What is set beside it and is not of all is of another time or place.
    if let [Alone::Number { total: true, .. }] = second.as_slice() {
        first.append(&mut second);
    }
    Some((first, end))
}

/// Whether any figure of a block is kept back.
pub(super) fn keeps_back(said: &Said<'_>) -> bool {
    (0..said.len()).any(|at| masked(said, at).is_some() || lone_star(said, at).is_some())
}

/// The figures of a block; `None` where one of them is not exact or of something else.
fn figures(said: &Said<'_>) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    let mut at = 0;
    while at < said.len() {
        if let Some((range, most, to)) = masked(said, at) {
            figures.push(Figure::Masked(range, most));
            at = to + 1;
            continue;
        }
        if let Some(value) = said.word(at).and_then(|word| word.value)
            && counts(said, at)
        {
            if (at - 2..at).any(|step| said.is(step, ABOUT) && said.gap(step).trim().is_empty())
                && (said.low(at - 1) != "up")
                && !(said.low(at - 1) == "over"
                    && matches!(said.low(at - 2), "take" | "took" | "taking" | "taken" | "handed"))
                && !(said.low(at - 1) == "of" && said.low(at - 3) == "made")
                || said.gap(at - 1).ends_with('~')
            {
                return None;
            }
            let total = (at - 3..at + 3).any(|step| is_total(said, step));
            figures.push(Figure::Number(value, total, said.range(at, at)));
        }
        if let Some(star) = lone_star(said, at) {
            figures.push(Figure::Masked(star, 5));
        }
        at += 1;
    }
    Some(figures)
}

/// Whether a number is a figure, and not a label, an age, a share, a date, or how long something took.
pub(super) fn counts(said: &Said<'_>, at: isize) -> bool {
    let (before, after) = (said.gap(at - 1), said.gap(at));
    let left = said.low(at - 1);
    let labelled = said.is(at - 1, LABEL | BUSINESS)
        && before == " "
        && !matches!(
            left,
            "class"
                | "room"
                | "year"
                | "project"
                | "unit"
                | "run"
                | "set"
                | "group"
                | "day"
                | "summer"
                | "autumn"
                | "spring"
                | "june"
                | "july"
                | "may"
        );
    let year = left == "year"
        && before == " "
        && said.word(at).and_then(|word| word.value).is_some_and(|value| value < 14)
        && (!after.starts_with([',', '.', ')']) | (after.trim().starts_with('-')) || said.low(at - 2) == "in");
    let month = said.is(at + 1, MONTH) && after == " "
        || said.is(at - 1, MONTH)
            && before == " "
            && said.word(at).and_then(|word| word.value).is_some_and(|value| value > 1990);
    // "2023/24"
    let period = |at: isize| {
        said.gap(at) == "/"
            && said.word(at).and_then(|word| word.value).is_some_and(|value| (1990..2100).contains(&value))
    };
    let month = month || period(at) || period(at - 1);
    let share = after.starts_with('%')
        || said.low(at + 1) == "percent"
        || said.low(at + 1) == "per"
        || before.ends_with(['\u{a3}', '.', '$']);
    let time = after == " " && said.is(at + 1, SPAN);
    let aged = matches!(left, "aged" | "age")
        || left == "to" && said.word(at - 2).is_some_and(|word| word.value.is_some())
        || said.low(at + 1) == "to" && said.word(at + 2).is_some_and(|word| word.value.is_some());
    // "(16) 36; (17) 14": an age that a figure follows.
    let aged = aged
        || before.ends_with('(')
            && after.starts_with(") ")
            && after.len() == 2
            && said.word(at + 1).is_some_and(|word| word.value.is_some())
        || before.ends_with('(') && after.starts_with(") [");
    // "8 in 10 pupils"
    let value = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let aged = aged || said.low(at + 1) == "in" && value(at + 2) || left == "in" && value(at - 2);
    let one = said.raw(at).bytes().all(|b| b.is_ascii_alphabetic()) && said.low(at) == "one";
    !(labelled || year || month || share || time || aged || one)
}
