//! Counts whose people stand elsewhere: before them in the sentence, in a label, in what leads a list in.

use super::people::{noun, people, speaks_of_people};
use crate::disclosure::lexicon::{CHANGED, EVENT, PEOPLE, STATES, THING};
use crate::disclosure::words::Said;
use std::ops::Range;

/// A count whose people stand elsewhere: before it in the sentence, in the label, in what leads the list in.
pub(super) fn elsewhere(said: &Said<'_>, at: isize, lead: &Said<'_>, row: bool) -> Option<Range<usize>> {
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
    let verb = said.is(at + 1, STATES);
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
    let of_all = said.low(sentence) == "of"
        && at > sentence + 2
        && said.word(sentence + 1).is_some_and(|word| word.value.is_some());
    if parts_one
        && of_all
        && matches!(said.low(at + 1), "in" | "at" | "is" | "are" | "was" | "were" | "on" | "has" | "have")
        && noun(said, sentence + 1).is_some()
    {
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
    let changed = |step: isize| said.is(step, CHANGED) || said.low(step) == "from";
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
        (people && !other) && (number || (from..to).any(|step| said.is(step, EVENT)))
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
