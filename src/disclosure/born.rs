//! When a child was born: a whole date that is said to be of a birth or a birthday. A cohort, a charity and a column
//! of a form have none.

use super::identifier::Hit;
use super::lexicon::{AGES, BESIDE, BIRTH, MONTH, PEOPLE, PRONOUN, THING, TURN};
use super::weigh::Traits;
use super::words::Said;
use crate::source::Kind;
use date::{BARE, DATE, Era, year};
use std::ops::Range;

pub(super) mod date;

/// Every date of birth in a block that `lead` leads in, of a report whose school year began in the year `report`.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, report: u32, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    let cued = (said.all | lead.all) & (BESIDE | BIRTH | TURN) != 0 || low.contains("dob");
    if said.digits < 3 && !cued {
        return;
    }
    let led = is_led(lead);
    let mut next = 0;
    while let Some(found) = DATE.find_at(low, next) {
        let range = found.range();
        // "Aged 12 - 05/05/2013": the first figure is of something else.
        let goes_on = low.get(range.end..).is_some_and(|after| {
            after.starts_with(['/', '-', '.'])
                && after.get(1..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
        });
        let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
        // "Neil 4/5/2013": the last letter of a name is no figure.
        let is_part = before.ends_with(|c: char| c.is_alphanumeric()) && found.as_str().starts_with(['o', 'i', 'l'])
            || before.ends_with(|c: char| c.is_ascii_digit())
            || after.starts_with(|c: char| c.is_ascii_digit());
        let figure = found.as_str().bytes().take_while(u8::is_ascii_digit).count().max(1);
        next = if goes_on || is_part { range.start + figure } else { range.end };
        // "On 1 May 17 pupils", "8 January - 16 February": a figure of what comes next.
        let next_word = said.at(range.end);
        let short = found.as_str().rsplit_once([' ', '-']).is_some_and(|(day, year)| {
            year.len() == 2 && day.trim_end_matches([' ', '-']).ends_with(|c: char| c.is_alphabetic())
        });
        let is_next = short
            && ((said.is(next_word, PEOPLE | MONTH)
                || said.is(next_word, THING) && said.low(next_word).ends_with('s'))
                || found.as_str().contains(" - "));
        let Some(year) = year(found.as_str()).filter(|_| !goes_on && !is_part && !is_next) else { continue };
        let era = Era::of(year, report);
        if (era != Era::Recent || cued || led || is_aged(said, &range)) && is_births(said, lead, &range, (era, led)) {
            hits.push((range, Kind::DateOfBirth));
        }
    }
    if !cued && !led {
        return;
    }
    for (at, _) in low.match_indices(|c: char| c.is_ascii_digit()) {
        let (before, rest) = low.split_at_checked(at).unwrap_or_default();
        let Some(found) = BARE.find(rest) else { continue };
        let Some(year) = year(found.as_str()) else { continue };
        let range = at..at + found.end();
        let free = hits.iter().all(|hit| hit.0.end <= range.start || range.end <= hit.0.start);
        let begins = !before.ends_with(|c: char| c.is_ascii_digit());
        if free && begins && is_births(said, lead, &range, (Era::of(year, report), led)) {
            hits.push((range, Kind::DateOfBirth));
        }
    }
}

/// Whether a day is that of a birth; `led` where what leads in says so.
fn is_births(said: &Said<'_>, lead: &Said<'_>, range: &Range<usize>, (era, led): (Era, bool)) -> bool {
    let mut traits = Traits::default();
    let low = said.copy.low.as_str();
    let (era, written) = (era.name(), written(low.get(range.clone()).unwrap_or_default()));
    traits.put(&["day", era]);
    traits.put(&["day written", &written]);
    traits.put(&["day", era, "written", &written]);
    if led {
        traits.put(&["day under a label"]);
    }
    let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
    if is_bound(low.get(range.clone()).unwrap_or_default()) {
        traits.put(&["day a year at school begins or ends on"]);
    }
    for (side, at) in [("before", said.at(range.start)), ("after", said.at(range.end))] {
        if let Some(how) = age(said, side, at) {
            traits.put(&["age", side, how]);
            traits.put(&[era, "age", side, how]);
        }
    }
    // "dob230909"
    let onto = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    if let Some(label) = before.get(onto..).filter(|label| !label.is_empty()) {
        traits.put(&["before", "1", label]);
        traits.put(&["before", label]);
        traits.put(&["near", label]);
    }
    // A pair of days is of a term, a cohort, a change.
    let next = (0..NEAR.min(after.len() + 1)).rev().find_map(|end| after.get(..end)).unwrap_or_default();
    if let Some(day) = DATE.find(next) {
        traits.put(&["day, then", next.get(..day.start()).unwrap_or_default().trim(), "a day"]);
    }
    let last =
        (before.len().saturating_sub(NEAR)..=before.len()).find_map(|start| before.get(start..)).unwrap_or_default();
    if let Some(day) = DATE.find_iter(last).last() {
        traits.put(&["a day, then", last.get(day.end()..).unwrap_or_default().trim(), "day"]);
    }
    traits.around(said, lead, range, if led { "led" } else { era });
    traits.tip(Kind::DateOfBirth, said, range)
}

/// Whether a day is the first or the last of those who start school together.
fn is_bound(date: &str) -> bool {
    let begins = |bounds: &[&str]| bounds.iter().any(|bound| date.trim_start_matches('0').starts_with(bound));
    begins(&["31 aug", "31st aug", "31st of aug", "31/8/", "31/08", "31.8.", "31.08", "31-08", "31-8-"])
        || begins(&["1 sep", "1st sep", "1st of sep", "1/9/", "1/09", "1.9.", "1.09", "1-09", "1-9-"])
}

/// Whether somebody comes of an age, or into the world, on a day of late: much else is done on such days.
fn is_aged(said: &Said<'_>, range: &Range<usize>) -> bool {
    let sides = [("before", said.at(range.start)), ("after", said.at(range.end))];
    said.all & AGES != 0
        || (0..said.len()).any(|at| said.low(at) == "baby")
        || sides.iter().any(|(side, at)| age(said, side, *at).is_some_and(|how| how != "alone"))
}

/// How an age stands beside a day: said of somebody who is that old then, said of one, or alone.
fn age(said: &Said<'_>, side: &str, at: isize) -> Option<&'static str> {
    let steps = if side == "before" { at - 6..at } else { at..at + 8 };
    let ages =
        steps.filter(|step| said.word(*step).and_then(|word| word.value).is_some_and(|age| (2..26).contains(&age)));
    let is_verb = |at: isize| {
        matches!(
            said.low(at).split('\'').next().unwrap_or_default(),
            "be" | "is"
                | "was"
                | "turns"
                | "turned"
                | "turning"
                | "turn"
                | "becomes"
                | "became"
                | "reaches"
                | "reached"
        )
    };
    let one = |at: isize| said.is(at, PRONOUN) || said.low(at).starts_with("he'") || said.low(at).starts_with("she'");
    ages.map(|age| {
        let told = (age - 3..age).any(one)
            || matches!(said.low(age - 1), "aged" | "age")
            || said.low(age + 1) == "years" && said.low(age + 2) == "old";
        match (age - 3..age).any(is_verb) {
            true if told => "of one who turns",
            true => "turned",
            false if told => "of one",
            false if said.opens(age) => "first",
            false => "alone",
        }
    })
    .min_by_key(|how| ["of one who turns", "turned", "of one", "first", "alone"].iter().position(|one| one == how))
}

/// How many bytes before and behind a day another one stands beside it.
const NEAR: usize = 40;

/// How a day is written: "99/99/9999", "9 m 9999" with a month, "9 a 9999" with another word.
fn written(date: &str) -> String {
    let mut written = String::new();
    for c in date.chars() {
        match c {
            '0'..='9' => written.push('9'),
            c if c.is_alphabetic() => {
                if !written.ends_with('a') {
                    written.push('a');
                }
            }
            c => written.push(c),
        }
    }
    let known = MONTHS.iter().any(|month| date.contains(month));
    if known { written.replace('a', "m") } else { written }
}

/// How months begin, short enough for any way of writing them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether what leads in a list says that dates of birth stand in it: "Dates of birth:".
fn is_led(lead: &Said<'_>) -> bool {
    let told = |at: isize| {
        matches!(lead.low(at), "dob" | "dobs" | "birthdays" | "birthdates" | "birthdate")
            || lead.low(at) == "birth" && lead.low(at - 1) == "of"
            || lead.low(at) == "b" && lead.low(at - 1) == "o" && lead.low(at - 2) == "d"
    };
    let last = (0..lead.len()).rev().find(|at| told(*at));
    last.is_some_and(|last| lead.len() - last < 4)
}
