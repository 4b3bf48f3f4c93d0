//! A figure that was kept back, and that a total and the other figures give away.

use super::held::Cell;
use super::lexicon::{ABOUT, BUSINESS, LABEL, MONTH, PEOPLE, TOTAL};
use super::words::Said;
use std::ops::Range;

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

/// A figure that is given away: where it is kept back, what it works out to, and where the smallest of the others is.
pub(super) type Given<T> = (Range<T>, u32, Range<T>);

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
    ];
    if loose.iter().any(|word| low.contains(word)) {
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
    let sum: u32 = numbers.iter().map(|number| number.0).sum();
    let largest = numbers.iter().map(|number| number.0).max()?;
    let (first, last) = (numbers.first()?, numbers.last()?);
    let is_total =
        first.0 == largest || last.0 == largest || numbers.iter().any(|number| number.1 && number.0 == largest);
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
            > 1;
    if groups {
        return None;
    }
    let at = figures.iter().filter_map(|figure| match figure {
        Figure::Number(value, _, at) if *value < largest => Some((*value, at)),
        Figure::Number(..) | Figure::Masked(..) => None,
    });
    let second = at.min_by_key(|one| one.0)?.1.clone();
    (is_total && numbers.len() > 1 && (1..=*most).contains(&value)).then(|| (range.clone(), value, second))
}

/// The figure to keep back as well where the one that `is_it` tells is kept back: without it the total and the others
/// would give that one away. Its place in the source.
pub(super) fn partner(said: &Said<'_>, is_it: impl Fn(u32) -> bool) -> Option<Range<u32>> {
    let mut numbers = Vec::new();
    for figure in figures(said)? {
        match figure {
            Figure::Number(value, total, at) => numbers.push((value, total, said.copy.place(at))),
            Figure::Masked(..) => return None,
        }
    }
    let own = numbers.iter().position(|number| is_it(number.2.start))?;
    let all = numbers.iter().enumerate().max_by_key(|(_, number)| number.0).map(|(at, _)| at)?;
    let sum: u32 = numbers.iter().map(|number| number.0).sum();
    let whole = numbers.get(all)?;
    let says = all == 0 || all + 1 == numbers.len() || whole.1;
    if own == all || !says || whole.0 != sum - whole.0 {
        return None;
    }
    let others = numbers.iter().enumerate().filter(|(at, _)| *at != own && *at != all);
    others.min_by_key(|(_, number)| number.0).map(|(_, number)| number.2.clone())
}

/// The only figure of a statement.
#[derive(Clone)]
pub(super) enum Alone {
    /// A number, and whether it is said to be of all.
    Number {
        value: u32,
        total: bool,
        at: Range<usize>,
    },
    /// One that is kept back, and the most that it may be.
    Masked {
        most: u32,
        at: Range<usize>,
    },
}

impl Alone {
    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        match self {
            Alone::Number { at, .. } | Alone::Masked { at, .. } => at.clone(),
        }
    }
}

/// The figure of a statement that has but one.
pub(super) fn alone(said: &Said<'_>) -> Option<Alone> {
    match <[Figure; 1]>::try_from(figures(said)?).ok()? {
        [Figure::Number(value, _, at)] => Some(Alone::Number { value, total: said.all & TOTAL != 0, at }),
        [Figure::Masked(at, most)] => Some(Alone::Masked { most, at }),
    }
}

/// Whether any figure of a block is kept back.
pub(super) fn keeps_back(said: &Said<'_>) -> bool {
    (0..said.len()).any(|at| masked(said, at).is_some() || lone_star(said, at).is_some())
}

/// A star by itself after a word stands for a figure: where.
fn lone_star(said: &Said<'_>, at: isize) -> Option<Range<usize>> {
    let gap = said.gap(at);
    let star = gap.find(" *").filter(|star| !gap.get(star + 2..).unwrap_or_default().starts_with(['*', ' ']))?;
    let star = said.word(at).map_or(0, |word| word.end) + star + 1;
    Some(star..star + 1)
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
                || said.gap(at - 1).ends_with('~')
            {
                return None;
            }
            let total = (at - 3..at + 3).any(|step| said.is(step, TOTAL));
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
fn counts(said: &Said<'_>, at: isize) -> bool {
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
        && !after.starts_with([',', '.', ')']) | (after.trim().starts_with('-'));
    let month = said.is(at + 1, MONTH) && after == " "
        || said.is(at - 1, MONTH)
            && before == " "
            && said.word(at).and_then(|word| word.value).is_some_and(|value| value > 1990);
    let share = after.starts_with('%')
        || said.low(at + 1) == "percent"
        || said.low(at + 1) == "per"
        || before.ends_with(['\u{a3}', '.', '$']);
    let time = after == " "
        && matches!(
            said.low(at + 1),
            "weeks"
                | "days"
                | "months"
                | "years"
                | "hours"
                | "minutes"
                | "minute"
                | "languages"
                | "pages"
                | "yards"
                | "miles"
                | "schools"
        );
    let aged = matches!(left, "aged" | "age")
        || left == "to" && said.word(at - 2).is_some_and(|word| word.value.is_some())
        || said.low(at + 1) == "to" && said.word(at + 2).is_some_and(|word| word.value.is_some());
    let one = said.raw(at).bytes().all(|b| b.is_ascii_alphabetic()) && said.low(at) == "one";
    !(labelled || year || month || share || time || aged || one)
}

/// A figure that is kept back: where it stands, the most that it may be, and its last word.
fn masked(said: &Said<'_>, at: isize) -> Option<(Range<usize>, u32, isize)> {
    let word = said.word(at)?;
    let (low, before, after) = (said.low(at), said.gap(at - 1), said.gap(at));
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    let time = |at: isize| {
        matches!(
            said.low(at),
            "minutes" | "weeks" | "days" | "hours" | "years" | "months" | "minute" | "schools" | "pupils'"
        )
    };
    let limit = |value: Option<u32>| value.filter(|value| *value <= MOST + 1);
    if matches!(low, "fewer" | "less")
        && said.low(at + 1) == "than"
        && let Some(most) = limit(value(at + 2))
        && !time(at + 3)
    {
        return Some((said.range(at, at + 2), most.saturating_sub(1), at + 2));
    }
    if low == "under"
        && !matches!(said.low(at - 1), "children" | "pupils" | "aged" | "those" | "or" | "infants" | "young")
        && let Some(most) = limit(value(at + 1))
        && said.low(at + 1) != "fives"
        && !(value(at - 1).is_none() && before.is_empty())
        && !(at > 0 && said.low(at - 1) == "six")
    {
        return Some((said.range(at, at + 1), most.saturating_sub(1), at + 1));
    }
    if let Some(most) = limit(word.value)
        && said.low(at + 1) == "or"
        && matches!(said.low(at + 2), "fewer" | "less" | "under")
        && !matches!(said.low(at + 3), "free" | "half")
    {
        return Some((said.range(at, at + 2), most, at + 2));
    }
    if let Some(most) = limit(word.value)
        && before.trim_end().ends_with('<')
        && !time(at + 1)
    {
        let start = word.start - (before.len() - before.rfind('<').unwrap_or(0));
        return Some((start..word.end, most, at));
    }
    let shut = |gap: &str| gap.is_empty() || gap.starts_with([',', ';', '.', ')', ']', ' ', '|', '/', ':', '"']);
    if matches!(low, "suppressed" | "masked" | "redacted" | "withheld") {
        return Some((word.start..word.end, 5, at));
    }
    if low == "not" && matches!(said.low(at + 1), "shown" | "given" | "printed" | "published") {
        return Some((said.range(at, at + 1), 5, at + 1));
    }
    if low == "small" && said.low(at - 1) == "too" {
        return Some((said.range(at - 1, at), 5, at));
    }
    if low == "low" && (before.contains(':') || before.contains(" - ")) && !after.starts_with(" ") {
        return Some((word.start..word.end, 5, at));
    }
    let letter = matches!(low, "c" | "x") && !after.starts_with(" =") && said.raw(at) == low;
    let labelled = before.is_empty()
        || before.ends_with([' ', '[', '(', '/', ':', '"', '=', '<'])
            && !matches!(said.low(at - 1), "or" | "grade" | "class" | "room");
    let goes = value(at + 1).is_some() && after == " " || said.low(at + 1) == "minute";
    let tail =
        after.starts_with(' ') && (said.low(at + 1) == "minutes" || said.is(at - 1, LABEL) && said.raw(at) == "C");
    // "http://x.y", "x/c.md"
    let in_address = before.contains("//") || matches!(after, "." | ":") && said.word(at + 1).is_some();
    if letter && labelled && shut(after) && !goes && !tail && !in_address && at > 0 {
        return Some((word.start..word.end, 5, at));
    }
    None
}

/// The figures of a table that its totals give away, by columns and by rows.
pub(super) fn table(head: &[Cell<'_>], body: &[Vec<Cell<'_>>], mut put: impl FnMut(Given<u32>)) {
    if !body.iter().flatten().any(|cell| is_masked(cell.words)) {
        return;
    }
    let label = |cell: &Cell<'_>| {
        let copy = cell.copy();
        let said = Said::of(&copy);
        said.all & TOTAL != 0 || matches!(copy.low.as_str(), "district" | "england" | "county")
    };
    let columns = head.len();
    for column in 1..columns {
        let cells: Vec<&Cell<'_>> = body.iter().filter_map(|row| row.get(column)).collect();
        let total =
            body.last().and_then(|row| row.first()).is_some_and(|cell| label(cell) || cell.words.contains("**"));
        give_away(&cells, total, &mut put);
    }
    for row in body {
        let cells: Vec<&Cell<'_>> = row.iter().skip(1).collect();
        let total = head.last().is_some_and(label);
        if total {
            give_away(&cells, true, &mut put);
        }
    }
}

/// The columns and rows of a table whose last figure is the sum of the others: those others, each with its cell.
pub(super) fn whole_lines<'a>(head: &[Cell<'a>], body: &[Vec<Cell<'a>>], mut take: impl FnMut(&[(u32, &Cell<'a>)])) {
    let mut line = |cells: Vec<&Cell<'a>>| {
        let numbers: Vec<(u32, &Cell<'a>)> =
            cells.iter().filter_map(|cell| Some((cell.words.trim_matches(['*', '_', ' ']).parse().ok()?, *cell))).collect();
        if let Some((last, parts)) = numbers.split_last()
            && numbers.len() == cells.len()
            && parts.len() > 1
            && parts.iter().map(|part| part.0).sum::<u32>() == last.0
        {
            take(parts);
        }
    };
    for column in 1..head.len() {
        line(body.iter().filter_map(|row| row.get(column)).collect());
    }
    body.iter().for_each(|row| line(row.iter().skip(1).collect()));
}

/// One line of figures, its last one of all.
fn give_away(cells: &[&Cell<'_>], total: bool, put: &mut impl FnMut(Given<u32>)) {
    let Some((last, parts)) = cells.split_last() else { return };
    let plain = |words: &str| words.trim_matches(['*', '_', ' ', '`', '~']).replace(',', "");
    let Ok(whole) = plain(last.words).parse::<u32>() else { return };
    let (mut sum, mut masked, mut second) = (0u32, Vec::new(), None);
    for cell in parts {
        let words = plain(cell.words);
        match words.parse::<u32>() {
            Ok(value) => {
                sum = sum.saturating_add(value);
                second = second.filter(|(least, _)| *least <= value).or(Some((value, cell)));
            }
            Err(_) if is_masked(cell.words) => masked.push(cell),
            Err(_) => return,
        }
    }
    let [cell] = masked.as_slice() else { return };
    let Some(value) = whole.checked_sub(sum).filter(|value| (1..=MOST).contains(value)) else { return };
    // Without a word for the total, the figures themselves must say that it is one: three of them at least.
    if total || parts.len() > 2 {
        let place = |cell: &Cell<'_>| cell.place(0..cell.words.len());
        put((place(cell), value, second.map_or(0..0, |(_, cell)| place(cell))));
    }
}

/// Whether a cell says that its figure is kept back.
fn is_masked(words: &str) -> bool {
    let low = words.trim_matches(['[', ']', '(', ')', '_', ' ', '`']).to_lowercase();
    let low = low.trim_matches(['*', '_']);
    low.is_empty() && words.contains('*')
        || matches!(
            low,
            "c" | "x"
                | "low"
                | "k"
                | "suppressed"
                | "masked"
                | "redacted"
                | "withheld"
                | "s"
                | "#"
                | "-"
                | "confidential"
                | "not shown"
                | "n/p"
        )
        || low.starts_with(['<', '\u{2264}'])
        || ["fewer than", "less than", "under ", "or fewer", "or less"].iter().any(|one| low.contains(one))
}
