//! Small counts in the cells of a table whose head, row or lead-in says that people are counted.

use super::MOST;
use super::people::speaks_of_people;
use crate::disclosure::copy::{Copy, Home};
use crate::disclosure::held::Cell;
use crate::disclosure::lexicon::{MONTH, PEOPLE, PERSON, PLACE, THING};
use crate::disclosure::thing::is_thing;
use crate::disclosure::words::Said;
use crate::source::Text;
use std::ops::Range;

/// Whether a label is of a measure: "Rate", but not "Moderate".
fn is_measure(low: &str) -> bool {
    ["%", "per cent", "waiting time", "average wait"].iter().any(|one| low.contains(one))
        || has_word(
            low,
            &[
                "rate",
                "rates",
                "rated",
                "rating",
                "ratings",
                "percent",
                "percentage",
                "hours",
                "days",
                "score",
                "scores",
                "weeks",
            ],
        )
}

/// Whether a label has one of these words.
pub(in crate::disclosure) fn has_word(low: &str, words: &[&str]) -> bool {
    low.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether a label is of what tells no number of anything: ages, stages, numbers that are names.
fn is_name(label: &str) -> bool {
    let names = ["age", "year", "stage", "key stage", "month", "priority", "ref", "level"];
    names.contains(&label.to_lowercase().trim())
}

/// What says of any words beside it that they are worked out from figures, and no count.
const WORKED_OUT: &[&str] = &["average", "mean", "median", "ratio", "rank", "cost", "costs", "budget"];

/// What a column may be called beside figures of people.
const BESIDE: &[&str] =
    &["target", "date", "rating", "lead", "rag", "grade", "status", "action", "notes", "comment", "comments"];

/// What people are counted by, and in.
const COUNTED_BY: &[&str] =
    &["school", "group", "year", "term", "class", "place", "month", "autumn", "spring", "summer"];

/// Whether what a column or a row is called says that its figures are of no people; `is_thing` knows what is none. In
/// "Key Stage 3" and "Year 7" those are counted who are there.
pub(in crate::disclosure) fn is_of_other_label(label: &Cell<'_>, is_thing: impl Fn(&Said<'_>, isize) -> bool) -> bool {
    let copy = label.copy();
    let said = Said::of(&copy);
    let low = copy.low.as_str();
    let numbered = |at: isize| said.word(at + 1).is_some_and(|word| word.value.is_some());
    let thing = |at: isize| {
        is_thing(&said, at)
            && !said.is(at, MONTH)
            && !numbered(at)
            && !COUNTED_BY.contains(&said.low(at))
            && !matches!(said.low(at), "number" | "numbers" | "no" | "total" | "figure" | "figures")
    };
    let people = (0..said.len()).any(|at| said.is(at, PEOPLE) && said.word(at).is_some_and(|word| !word.owns));
    let other = |at: isize| {
        let low = said.low(at);
        WORKED_OUT.contains(&low) || BESIDE.contains(&low) || matches!(low, "age" | "ages" | "level") && !numbered(at)
    };
    let named = is_name(label.words) || (0..said.len()).any(other);
    is_measure(low) || named || low.contains('\u{a3}') || !people && (0..said.len()).any(thing)
}

/// Whether a word over a column is of several things. One of a kind is where those are who are counted: a hub, a support.
pub(in crate::disclosure) fn is_several(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    let is_name = at > 0 && said.is_capital(at - 1) && said.is(at, PLACE);
    let several = low.ends_with('s') && !low.ends_with("ss") && !is_name;
    matches!(low, "staff" | "places") || several && is_thing(said, at)
}

/// "Laptops lent to pupils": things are counted, and people are whom they are for.
fn is_for_people(said: &Said<'_>) -> bool {
    let people = (0..said.len()).find(|at| said.is(*at, PEOPLE)).unwrap_or_default();
    let is_for = |at: isize| matches!(said.low(at), "to" | "for" | "with" | "about");
    (0..people).any(is_for) && (0..people).take_while(|at| !is_for(*at)).any(|at| is_several(said, at))
}

/// Whether a row is of one child, "B" or "Pupil 2": its figures count nobody.
fn is_of_one(label: &Cell<'_>) -> bool {
    let copy = label.copy();
    let said = Said::of(&copy);
    let is_letters = |at: isize| said.raw(at).len() < 3 && said.raw(at).bytes().all(|b| b.is_ascii_alphabetic());
    let is_number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    match said.len() {
        1 => is_letters(0),
        2 => said.is(0, PERSON) && (is_letters(1) || is_number(1)),
        _ => false,
    }
}

/// Small counts in the cells of a table whose head, row or lead-in says that people are counted.
pub(in crate::disclosure) fn table(
    head: &[Cell<'_>],
    body: &[Vec<Cell<'_>>],
    lead: Option<&Text>,
    mut put: impl FnMut(Range<u32>, u32),
) {
    // "3", "03", "3/30", "3 of 30", "3 (10%)"
    let small = |cell: &Cell<'_>| -> Option<(u32, Range<usize>)> {
        let plain = cell.words.trim_matches(['*', '_', ' ']);
        let digits = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
        let (number, after) = plain.split_at_checked(digits)?;
        let part = after
            .strip_prefix('/')
            .or_else(|| after.strip_prefix(" of "))
            .or_else(|| after.strip_prefix(" (")?.strip_suffix("%)"));
        let is_part =
            part.is_some_and(|whole| !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
        let value = number.parse::<u32>().ok().filter(|value| (1..=MOST).contains(value) && digits < 3)?;
        let start = cell.words.find(plain).unwrap_or(0);
        (after.is_empty() || is_part).then_some((value, start..start + digits))
    };
    if !body.iter().flatten().any(|cell| small(cell).is_some()) {
        return;
    }
    let counts = |copy: &Copy<'_>| {
        let said = Said::of(copy);
        let measure = is_measure(&copy.low);
        let other = (0..said.len()).any(|at| {
            let low = said.low(at);
            // "Referrals to the panel": of whom there are several, stands before it.
            let is_place = COUNTED_BY.contains(&low) || matches!(said.low(at - 1), "the" | "this");
            said.is(at, THING) && !is_place || WORKED_OUT.contains(&low)
        });
        let people = speaks_of_people(&said, 0, said.len()) && !is_for_people(&said);
        people && !measure && !other
    };
    let speaks = |cell: &Cell<'_>| counts(&cell.copy());
    let led = lead.is_some_and(|lead| counts(&Copy::of(Home::Words(lead))));
    // "SEN" over a column is of pupils where another column is.
    let short = |words: &str| matches!(words, "SEN" | "SEND" | "EAL" | "FSM" | "CP" | "CiN" | "CiC" | "EHCP" | "PEX");
    let corner = head.first().is_some_and(speaks);
    let labels: Vec<(bool, bool)> =
        head.iter().map(|cell| (speaks(cell), is_of_other_label(cell, is_several))).collect();
    for row in body {
        let Some(name) = row.first() else { continue };
        // What the whole table counts, it counts row by row.
        let in_all = (led || corner) && !is_of_other_label(name, is_several) && !is_of_one(name);
        let whose = in_all || speaks(name);
        for (column, cell) in row.iter().enumerate().skip(1) {
            let Some((value, place)) = small(cell) else { continue };
            let (counted, other) = labels.get(column).copied().unwrap_or_default();
            let label = head.get(column).map_or("", |cell| cell.words);
            let beside = short(label) && labels.iter().any(|label| label.0);
            if counted || beside || whose && !other {
                put(cell.place(place), value);
            }
        }
    }
}
