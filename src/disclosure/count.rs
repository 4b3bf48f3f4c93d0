//! How many people, where they are few: by the noun that is counted, by what a list or a table says is counted.

use super::copy::{Copy, Home};
use super::held::Cell;
use super::lexicon::{AROUND, FOLK, LABEL, PEOPLE, PERSON, PLACE, THING, TITLE, YOUNG};
use super::words::Said;
use crate::source::Text;
use std::ops::Range;

/// A count that is found: where in the copy, and how many.
pub(super) type Count = (Range<usize>, u32);

/// The most that may be a small count, whatever the authority sets.
const MOST: u32 = 9;

/// Every small count of people in a block.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, row: bool, counts: &mut Vec<Count>) {
    let any = PEOPLE | PERSON | FOLK;
    if (said.all | lead.all) & any == 0 && said.digits == 0 {
        return;
    }
    let is_ratio = (0..said.len()).any(|at| matches!(said.low(at), "ratio" | "ratios"));
    for at in 0..said.len() {
        let Some((value, from)) = small(said, at) else { continue };
        if is_ratio || !may_count(said, at, from) {
            continue;
        }
        let found = noun(said, at).or_else(|| elsewhere(said, at, lead, row));
        if let Some(range) = found {
            let start = said.word(from).map_or(range.start, |word| word.start).min(range.start);
            counts.push((start..range.end, value));
        }
    }
    if !row {
        slashed(said, counts);
    }
}

/// The small number that a word is, and where its words begin.
fn small(said: &Said<'_>, at: isize) -> Option<(u32, isize)> {
    let word = said.word(at)?;
    if let Some(value) = word.value {
        return Some((value, at)).filter(|_| (1..=MOST).contains(&value) && !word.owns);
    }
    match said.low(at) {
        "single" => Some((1, at)),
        "pair" | "couple" if said.low(at + 1) == "of" => Some((2, at)),
        "trio" if said.low(at + 1) == "of" => Some((3, at)),
        _ => None,
    }
}

/// Whether a number is one of how many, and not a label, a rate, a limit, an age, a time, or part of a larger one.
fn may_count(said: &Said<'_>, at: isize, from: isize) -> bool {
    let (before, after) = (said.gap(from - 1), said.gap(at));
    let (left, next) = (said.low(from - 1), said.low(at + 1));
    let glued = before.ends_with(['\u{a3}', '$', '<', '.', '/', '\u{2264}', '#', '\u{20ac}', '@', 'v'])
        || before.ends_with('-') && !before.ends_with(" -") && !before.starts_with(' ')
        || before.ends_with(':') && before.len() == 1 && said.word(from - 1).is_some_and(|word| word.value.is_some())
        || after.starts_with(['%', '/', ':', '-']) && after.len() == 1
        || after.starts_with('%')
        || after.starts_with(" %")
        || after.starts_with('-');
    let labelled =
        said.is(from - 1, LABEL) && !before.contains([':', '=', ';', '.', '(', ',']) && !before.contains(" - ");
    // "down from 9 to 4"
    let fell = |to: isize| (to - 3..to).any(|at| changes(said.low(at)));
    let change = left == "to" && said.low(from - 3) == "from" && fell(from - 3)
        || left == "from" && next == "to" && fell(from - 1);
    let limited = matches!(
        left,
        "than" | "under" | "least" | "below" | "over" | "every" | "per" | "nearest" | "@" | "until" | "threshold"
    );
    let limit = next == "or" && matches!(said.low(at + 2), "fewer" | "less" | "under" | "more" | "over" | "below")
        || matches!(next, "in" | "of") && said.low(at + 2) == "every" || next == "in" && said.word(at + 2).is_some_and(|word| word.value.is_some())
        || left == "in" && said.word(from - 2).is_some_and(|word| word.value.is_some())
        || !change && next == "to" && said.word(at + 2).is_some_and(|word| word.value.is_some())
        || !change && left == "to" && said.word(from - 2).is_some_and(|word| word.value.is_some())
        || matches!(left, "and" | "or") && said.word(from - 2).is_some_and(|word| word.value.is_some()) && said.low(from - 3) == "between"
        || next == "and" && left == "between"
        || left == "is" && said.low(from - 2) == "threshold"
        // "two or three households" tells of nobody, nor does "not one family"; "Years 5 and 6" are no counts.
        || left == "or" && said.word(from - 2).is_some_and(|word| word.value.is_some())
        || next == "or" && said.word(at + 2).is_some_and(|word| word.value.is_some())
        || matches!(left, "not" | "no")
        || matches!(left, "and" | "or") && said.word(from - 2).is_some_and(|word| word.value.is_some()) && said.is(from - 3, LABEL);
    let of_more = matches!(
        next,
        "per" | "percent" | "hundred" | "thousand" | "million" | "billion" | "k" | "m" | "half" | "quarter" | "out"
    ) && !(next == "out" && said.low(at + 2) == "of")
        || left == "point"
        || matches!(next, "pm" | "am" | "yrs" | "years" | "year-old" | "years-old")
        || matches!(next, "year" | "yr") && !said.low(at + 2).starts_with(|c: char| c.is_ascii_digit());
    let larger = said.word(from - 1).is_some_and(|word| word.value.is_some())
        && before == " "
        && said.raw(from - 1).bytes().all(|b| b.is_ascii_digit());
    !(glued || labelled || limited || limit || of_more || larger)
}

/// Whether a word is people as they are counted after a number, and the last word of them.
fn people(said: &Said<'_>, at: isize) -> Option<isize> {
    let low = said.low(at);
    let old = low.ends_with("-year-olds") || low.ends_with("-year-old") && !said.is(at + 1, THING);
    let of_year = low.ends_with('s')
        && low.trim_end_matches('s').parse::<u32>().is_ok_and(|year| year < 14)
        && matches!(said.low(at - 1), "year" | "y" | "yr");
    if old || of_year {
        return Some(at);
    }
    let plural = said.is(at, PEOPLE);
    let folk = said.is(at, FOLK) && (said.is(at - 1, YOUNG) || said.low(at - 1) == "teenage");
    if !(plural || folk || said.is(at, PERSON)) || said.word(at)?.owns {
        return None;
    }
    // "pupil workshops", "case studies", "family hub": what is counted comes after.
    let next = said.gap(at) == " " && (said.is(at + 1, THING | PLACE) || said.is(at + 1, PERSON | PEOPLE));
    if next && !said.is(at + 1, PERSON | PEOPLE) {
        return None;
    }
    if next {
        return people(said, at + 1);
    }
    // "one family liaison officer"
    if !plural
        && !folk
        && said.gap(at) == " "
        && said.gap(at + 1) == " "
        && said.is(at + 2, TITLE | THING)
        && !said.is(at + 1, AROUND)
        && !said.low(at + 1).ends_with("ed")
        && said.low(at + 1).len() > 4
    {
        return None;
    }
    let singular = !plural && !folk;
    let attribute = singular
        && said.gap(at) == " "
        && said.low(at + 1).ends_with('s')
        && !matches!(said.low(at + 1), "is" | "was" | "has" | "does");
    let verb = said.low(at + 1);
    let is_verb = matches!(
        verb,
        "needs"
            | "gets"
            | "lives"
            | "attends"
            | "remains"
            | "moves"
            | "starts"
            | "stays"
            | "works"
            | "waits"
            | "travels"
            | "awaits"
            | "requires"
            | "receives"
            | "across"
            | "as"
            | "this"
    );
    (!attribute || is_verb).then_some(at)
}

/// The people that a number counts where they follow it: "two Year 10 pupils", "4 of the 17 pupils".
fn noun(said: &Said<'_>, at: isize) -> Option<Range<usize>> {
    let start = said.word(at)?.start;
    let mut step = at + 1;
    let mut between = 0;
    let mut totals = 0;
    loop {
        let gap = said.gap(step - 1);
        let is_plain = gap.trim().is_empty()
            || matches!(gap.trim(), "(" | ")" | ") " | "-" | ",") && between > 0
            || gap.trim() == "("
            || gap.trim() == ")";
        if !is_plain || said.word(step).is_none() {
            return None;
        }
        if let Some(last) = people(said, step) {
            // "3 pupils in every 100", "two pupils to a class", "nine cases in ten"
            let (next, after) = (said.low(last + 1), said.low(last + 2));
            let of_ten =
                next == "in" && said.word(last + 2).is_some_and(|word| word.value.is_some_and(|value| value > 1));
            if of_ten
                || matches!(next, "in" | "from" | "to" | "of")
                    && matches!(after, "every" | "each" | "a")
                    && !(matches!(after, "a") && next != "to")
                || matches!(next, "per" | "each")
            {
                return None;
            }
            return Some(start..said.word(last)?.end);
        }
        let word = said.word(step)?;
        let low = said.low(step);
        if word.value.is_some() {
            let of_year = matches!(said.low(step - 1), "year" | "yr" | "y" | "years");
            let in_total = matches!(said.low(step - 1), "of" | "the" | "these" | "those" | "all");
            // "Two (2) young carers"
            let again = said.gap(step - 1).contains('(') && word.value == said.word(at)?.value;
            if !of_year && !again && !in_total {
                return None;
            }
            totals += u32::from(in_total);
        } else if low == "out" && said.low(step + 1) == "of" || low == "of" {
            totals += 1;
        } else {
            let described = word.kinds & AROUND != 0
                || low.len() > 4
                    && ["ed", "al", "ic", "ish", "ian", "ive", "ous", "less", "able", "ese", "ing"]
                        .iter()
                        .any(|end| low.ends_with(end))
                    && word.kinds & THING == 0
                || low.contains('-') && low.bytes().any(|b| b.is_ascii_alphabetic()) && word.kinds & THING == 0
                || said.is_capital(step) && !low.ends_with('s') && word.kinds & (THING | PLACE) == 0
                || low.len() == 2 && low.starts_with('y');
            let described = described
                || low.ends_with("ly")
                || low == "after" && said.low(step - 1) == "looked"
                || low == "x" && between == 0;
            if !described || word.owns && !said.is_capital(step) {
                return None;
            }
        }
        between += 1;
        step += 1;
        if between > 6 || totals > 3 {
            return None;
        }
    }
}

/// Whether words say that people are counted: they name several of them, or what befell one.
fn speaks_of_people(said: &Said<'_>, from: isize, to: isize) -> bool {
    (from..to).any(|at| {
        let plural = said.is(at, PEOPLE) && !said.word(at).is_some_and(|word| word.owns);
        let folk = said.is(at, FOLK) && said.is(at - 1, YOUNG);
        let event = said.low(at) == "exclusion" || said.low(at) == "suspension";
        let of_thing = said.gap(at) == " " && said.is(at + 1, THING) && !said.is(at + 1, PEOPLE);
        (plural || folk || event) && !of_thing
    })
}

/// A count whose people stand elsewhere: before it in the sentence, in the label, in what leads the list in.
fn elsewhere(said: &Said<'_>, at: isize, lead: &Said<'_>, row: bool) -> Option<Range<usize>> {
    let word = said.word(at)?;
    let (before, after) = (said.gap(at - 1), said.gap(at));
    let ends = after.is_empty()
        || after.starts_with([';', ',', '.', '('])
        || after.starts_with(" (")
        || after.starts_with(" ;")
        || after.starts_with(" -");
    let own = Some(word.start..word.end);
    let sentence = (0..=at)
        .rev()
        .find(|step| *step == 0 || said.gap(step - 1).contains(['.', '!', '?']) && said.low(step - 1).len() > 1)
        .unwrap_or(0);
    // "of whom four are care leavers"
    if matches!(said.low(at - 1), "whom" | "them") && said.low(at - 2) == "of"
        || said.low(at + 1) == "of" && matches!(said.low(at + 2), "whom" | "them")
    {
        return own.filter(|_| speaks_of_people(said, 0, at));
    }
    // "fourteen pupils were re-integrated and two were not"
    let verb = matches!(
        said.low(at + 1),
        "were"
            | "was"
            | "are"
            | "have"
            | "has"
            | "had"
            | "did"
            | "remain"
            | "remains"
            | "is"
            | "do"
            | "does"
            | "could"
            | "will"
            | "went"
            | "left"
            | "moved"
    );
    let goes_on = matches!(said.low(at - 1), "and" | "but" | "while" | "only" | "just" | "with" | "the")
        || before.trim() == ","
        || before.trim() == ";";
    if verb
        && goes_on
        && (sentence..at).any(|step| {
            said.word(step).is_some_and(|word| word.value.is_some())
                && said.word(step + 1).is_some()
                && noun(said, step).is_some_and(|range| range.end < word.start)
        })
    {
        return own;
    }
    // "Of 29 pupils on the list, 20 are in secondaries and 2 in special schools"
    let parts_one = before.trim() == "," || said.low(at - 1) == "and" && said.gap(at - 2).trim().len() < 2;
    let of_all = said.low(sentence) == "of" && at > sentence + 2 && said.word(sentence + 1).is_some_and(|word| word.value.is_some());
    if parts_one && of_all && matches!(said.low(at + 1), "in" | "at" | "is" | "are" | "was" | "were" | "on" | "has" | "have") && noun(said, sentence + 1).is_some() {
        return own;
    }
    // "a further two were home educated pupils"
    let are = matches!(said.low(at + 1), "were" | "are" | "was" | "is") && said.word(at).is_some();
    let named = |step: &isize| said.is(*step, PEOPLE) && people(said, *step).is_some() && said.low(step + 1) != "of";
    if are
        && !said.is(at - 1, THING | PEOPLE)
        && (at + 2..at + 6).take_while(|step| said.gap(step - 1) == " ").any(|step| named(&step))
    {
        return own;
    }
    let numeral = word.value.is_some();
    if !numeral {
        return None;
    }
    let changed = |step: isize| changes(said.low(step)) || said.low(step) == "from";
    let moves = matches!(said.low(at - 1), "to" | "from" | "by") && (sentence..at - 1).any(changed);
    let stays = matches!(said.low(at - 1), "is" | "was" | "were" | "stands" | "stood" | "at" | "remains");
    let closes = ends
        || matches!(
            said.low(at + 1),
            "to" | "from" | "in" | "this" | "by" | "last" | "since" | "after" | "for" | "at" | "against" | "and"
        );
    let counted = |from: isize, to: isize| {
        let number = (from..to).any(|step| matches!(said.low(step), "number" | "numbers" | "total" | "count"));
        let people = (from..to).any(|step| said.is(step, PEOPLE) && people_alone(said, step));
        let other = (from..to)
            .any(|step| said.is(step, THING) && !matches!(said.low(step), "year" | "place" | "school"))
            || said.low(at + 1) == "points";
        (people && !other)
            && (number
                || (from..to).any(|step| {
                    matches!(
                        said.low(step),
                        "exclusions" | "suspensions" | "cases" | "referrals" | "neet" | "cla" | "exclusion"
                    )
                }))
    };
    if (moves || stays) && closes && counted(sentence, at) && said.low(at - 1) != "by" && !after.starts_with(" per") {
        return own;
    }
    if !ends && !after.trim().is_empty() {
        return None;
    }
    // "Girls permanently excluded = 1", "Weapon – 2", "none 31; Sikh 2"
    let separated = before.contains(':') || before.contains(" - ") || before.contains('=') || before == " : ";
    let part = (0..=at)
        .rev()
        .find(|step| {
            *step == 0 || said.gap(step - 1).contains([';', '.']) && !said.gap(step - 1).trim_start().starts_with(':')
        })
        .unwrap_or(0);
    let led = speaks_of_people(lead, 0, lead.len()) && is_counting(lead);
    // "of suspended students: none 31; Sikh 2": the label before the first colon leads the list in.
    let colon = (sentence..at).find(|step| said.gap(*step).contains(':'));
    let opened = colon.is_some_and(|colon| {
        colon < at - 1
            && speaks_of_people(said, sentence, colon + 1)
            && said.copy.low.get(word.end..).is_some_and(|rest| rest.contains([';', ',']))
                | before.contains(';')
                | (part > sentence)
    });
    if !row
        && (led || opened)
        && (separated
            || !before.contains([',', '(']) && part < at && said.word(part).is_some_and(|word| word.value.is_none()))
        && ends
    {
        let thing = (part..at).any(|step| said.is(step, THING));
        return own.filter(|_| !thing);
    }
    let label = separated && ends && part < at && at - part < 12;
    if label
        && before.trim() != ","
        && speaks_of_people(said, part, at)
        && !(part..at).any(|step| {
            said.is(step, THING)
                && !said.is(step, PEOPLE)
                && said.low(step) != "place"
                && said.low(step) != "school"
                && said.low(step) != "year"
        })
    {
        return own;
    }
    None
}

/// Whether a word says that a figure changed.
fn changes(low: &str) -> bool {
    matches!(
        low,
        "fell"
            | "fall"
            | "falls"
            | "rose"
            | "rise"
            | "rises"
            | "dropped"
            | "drops"
            | "drop"
            | "down"
            | "up"
            | "reduced"
            | "went"
            | "gone"
            | "grew"
            | "increased"
            | "decreased"
            | "halved"
            | "cut"
            | "fallen"
            | "risen"
            | "reduction"
            | "moved"
    )
}

/// Whether several of these people are meant, not one that is somebody's.
fn people_alone(said: &Said<'_>, at: isize) -> bool {
    !(said.gap(at) == " " && said.is(at + 1, THING))
}

/// Whether what leads a list in is of people, and says nothing of a measure other than how many.
fn is_counting(lead: &Said<'_>) -> bool {
    let low = &lead.copy.low;
    !["%", "per cent", "percentage", "rate", "score", "hours", "days", "sessions", "priorit"]
        .iter()
        .any(|word| low.contains(word))
}

/// "16/2" after "boys/girls:".
fn slashed(said: &Said<'_>, counts: &mut Vec<Count>) {
    for at in 1..said.len() {
        let (one, two) = (said.word(at - 1), said.word(at));
        let (Some(one), Some(two)) = (one, two) else { continue };
        let (Some(first), Some(second)) = (one.value, two.value) else { continue };
        if said.gap(at - 1) != "/" || !said.gap(at - 2).contains(':') || said.gap(at).starts_with('/') {
            continue;
        }
        if speaks_of_people(said, (at - 8).max(0), at - 1) && said.gap(at - 3) == "/" {
            let mut put = |value: u32, range: Range<usize>| {
                if (1..=MOST).contains(&value) {
                    counts.push((range, value));
                }
            };
            put(first, one.start..one.end);
            put(second, two.start..two.end);
        }
    }
}

/// Small counts in the cells of a table whose head, row or lead-in says that people are counted.
pub(super) fn table(head: &[Cell<'_>], body: &[Vec<Cell<'_>>], lead: Option<&Text>, mut put: impl FnMut(Range<u32>, u32)) {
    let small = |cell: &Cell<'_>| -> Option<(u32, usize)> {
        let plain = cell.words.trim_matches(['*', '_', ' ']);
        let value = plain.parse::<u32>().ok().filter(|value| (1..=MOST).contains(value) && plain.len() == 1)?;
        Some((value, cell.words.find(plain).unwrap_or(0)))
    };
    if !body.iter().flatten().any(|cell| small(cell).is_some()) {
        return;
    }
    let speaks = |copy: &Copy<'_>| {
        let said = Said::of(copy);
        let measure = ["%", "per cent", "rate", "percent", "hours", "days", "score", "weeks", "wait"]
            .iter()
            .any(|one| copy.low.contains(one));
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
    let corner = head.first().is_some_and(|cell| speaks(&cell.copy()).0);
    let labels: Vec<(bool, bool)> = head.iter().map(|cell| speaks(&cell.copy())).collect();
    for row in body {
        let (named, barred) = row.first().map_or((false, false), |cell| speaks(&cell.copy()));
        for (column, cell) in row.iter().enumerate().skip(1) {
            let Some((value, start)) = small(cell) else { continue };
            let label = head.get(column).map_or("", |cell| cell.words);
            let (counted, other) = labels.get(column).copied().unwrap_or_default();
            let age = ["age", "year", "stage", "key stage", "month", "priority", "ref", "level"]
                .contains(&label.to_lowercase().trim());
            let is_people = counted || !other && !age && !barred && generic(label) && (named || led || corner);
            if is_people {
                put(cell.place(start..start + 1), value);
            }
        }
    }
}
