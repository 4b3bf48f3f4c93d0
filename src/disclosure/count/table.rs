//! Small counts in the cells of a table whose head, row or lead-in says that people are counted.

use super::MOST;
use super::people::speaks_of_people;
use crate::disclosure::copy::{Copy, Home};
use crate::disclosure::held::Cell;
use crate::disclosure::lexicon::{MONTH, PEOPLE, THING};
use crate::disclosure::words::Said;
use crate::source::Text;
use std::ops::Range;

/// Whether the head of a column is the name of a school or a place: "Beck Road".
fn names_place(label: &str) -> bool {
    let copy = label.trim_matches(['*', ' ']);
    let plain = ["Target", "Cost", "Date", "Rating", "Rank", "Lead", "Status", "Action", "Notes", "Comment", "RAG"];
    !copy.is_empty()
        && !plain.iter().any(|word| copy.contains(word))
        && copy.split(' ').all(|word| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic))
}

/// Whether a label is of a measure.
fn is_measure(low: &str) -> bool {
    ["%", "per cent", "rate", "percent", "hours", "days", "score", "weeks", "wait"].iter().any(|one| low.contains(one))
}

/// Whether a label is of what tells no number of anything: ages, stages, numbers that are names.
fn is_name(label: &str) -> bool {
    let names = ["age", "year", "stage", "key stage", "month", "priority", "ref", "level"];
    names.contains(&label.to_lowercase().trim())
}

/// Whether what a column is called says that its figures are of no people; `is_thing` knows what is none. In "Key Stage 3"
/// and "Year 7" those are counted who are there.
pub(in crate::disclosure) fn is_of_other_label(label: &Cell<'_>, is_thing: impl Fn(&Said<'_>, isize) -> bool) -> bool {
    let copy = label.copy();
    let said = Said::of(&copy);
    let low = copy.low.as_str();
    let others = ["target", "cost", "date", "rating", "rank", "lead", "rag", "grade", "average", "ratio"];
    let holds = ["school", "group", "year", "term", "class", "place", "autumn", "spring", "summer"];
    let numbered = |at: isize| said.word(at + 1).is_some_and(|word| word.value.is_some());
    let thing =
        |at: isize| is_thing(&said, at) && !said.is(at, MONTH) && !numbered(at) && !holds.contains(&said.low(at));
    let people = (0..said.len()).any(|at| said.is(at, PEOPLE) && said.word(at).is_some_and(|word| !word.owns));
    let named = is_name(label.words) || (0..said.len()).any(|at| others.contains(&said.low(at)));
    is_measure(low) || named || low.contains('\u{a3}') || !people && (0..said.len()).any(thing)
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
    let speaks = |copy: &Copy<'_>| {
        let said = Said::of(copy);
        let measure = is_measure(&copy.low);
        let other = (0..said.len()).any(|at| said.is(at, THING) && said.low(at) != "school" && said.low(at) != "group");
        (speaks_of_people(&said, 0, said.len()) && !measure && !other, measure || other)
    };
    let generic = |words: &str| {
        let low = words.to_lowercase();
        let low = low.trim_matches(['*', ' ']);
        low.is_empty()
            || low.starts_with("20")
            || matches!(
                low,
                "number"
                    | "no."
                    | "no"
                    | "count"
                    | "total"
                    | "figure"
                    | "how many"
                    | "n"
                    | "all"
                    | "autumn"
                    | "spring"
                    | "summer"
                    | "boys"
                    | "girls"
                    | "y7"
                    | "y8"
                    | "y9"
                    | "y10"
                    | "y11"
                    | "this term"
                    | "last term"
            )
    };
    let led = lead.is_some_and(|lead| speaks(&Copy::of(Home::Words(lead))).0);
    // "SEN" over a column is of pupils where another column is.
    let short = |words: &str| matches!(words, "SEN" | "SEND" | "EAL" | "FSM" | "CP" | "CiN" | "CiC" | "EHCP" | "PEX");
    let corner = head.first().is_some_and(|cell| speaks(&cell.copy()).0);
    let labels: Vec<(bool, bool)> = head.iter().map(|cell| speaks(&cell.copy())).collect();
    for row in body {
        let (named, barred) = row.first().map_or((false, false), |cell| speaks(&cell.copy()));
        for (column, cell) in row.iter().enumerate().skip(1) {
            let Some((value, place)) = small(cell) else { continue };
            let label = head.get(column).map_or("", |cell| cell.words);
            let (counted, other) = labels.get(column).copied().unwrap_or_default();
            let age = is_name(label);
            let whose = named || led || corner;
            let of_place = named && names_place(label);
            let beside = short(label) && labels.iter().any(|label| label.0);
            let is_people = counted || beside || !other && !age && !barred && (generic(label) && whose || of_place);
            if is_people {
                put(cell.place(place), value);
            }
        }
    }
}
