//! Counts whose people stand elsewhere: before them in the sentence, in a label, in what leads a list in.

use super::joined::{
    asks_when, comes_to_all, goes_on_counting, in_list_of_people, is_of_other, named_before, of_group,
    opens_with_people,
};
use super::people::{noun, people, speaks_of_people};
use super::table::has_word;
use crate::disclosure::lexicon::{AROUND, BEFELL, CARE, CHANGED, EVENT, LABEL, PEOPLE, STATES, THING, TITLE};
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
    let sentence = sentence_of(said, at);
    if of_group(said, at, sentence)
        || named_before(said, at, sentence)
        || goes_on_counting(said, at, sentence)
        || in_list_of_people(said, lead, at, sentence, row)
        || comes_to_all(said, at, sentence)
    {
        return own;
    }
    if befell(said, at, sentence) || part_of_counted(said, at, sentence) || listed(said, at, sentence) {
        return own;
    }
    // "of whom four are care leavers"
    if matches!(said.low(at - 1), "whom" | "them") && said.low(at - 2) == "of"
        || said.low(at + 1) == "of"
            && matches!(said.low(at + 2), "whom" | "them" | "these" | "those")
            && said.gap(at + 2) == " "
    {
        return own.filter(|_| speaks_of_people(said, 0, at) || (at..at + 8).any(|step| said.is(step, CARE)));
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
    // "Of 20 pupils 4 came back"
    let right_after = noun(said, sentence + 1).is_some_and(|range| said.at(range.end) == at)
        && (said.is(at + 1, STATES | BEFELL) || said.low(at + 1) == "came" || said.low(at + 1).ends_with("ed"));
    if of_all
        && (right_after
            || parts_one
                && matches!(said.low(at + 1), "in" | "at" | "is" | "are" | "was" | "were" | "on" | "has" | "have")
                && noun(said, sentence + 1).is_some())
    {
        return own;
    }
    // "Of 19 in the hub, 4 are looked after", "two are pregnant", "3 have epilepsy"
    let in_need = matches!(said.low(at + 1), "are" | "were" | "have" | "is" | "was" | "has")
        && !said.is(at - 1, THING | PEOPLE)
        && (said.low(at + 2) == "looked" && said.low(at + 3) == "after"
            || matches!(
                said.low(at + 2),
                "pregnant" | "autistic" | "deaf" | "blind" | "epileptic" | "bereaved" | "pupils" | "neet"
            ))
        && (parts_one || at == sentence || goes_on);
    if in_need {
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
    let changed = |step: isize| said.is(step, CHANGED) || said.low(step) == "from";
    let moves = matches!(said.low(at - 1), "to" | "from" | "by") && (sentence..at - 1).any(changed)
        || said.is(at - 1, CHANGED) && said.low(at + 1) == "to";
    let stays = matches!(
        said.low(at - 1),
        "is" | "was" | "were" | "now" | "stands" | "stood" | "at" | "remains" | "totalled" | "numbered" | "reached"
    );
    // "the group for deaf pupils (4) went"
    let bracketed = before == " (" && after.starts_with(')') && people_alone(said, at - 1);
    if bracketed && people(said, at - 1) == Some(at - 1) && said.is(at - 1, PEOPLE) {
        return own;
    }
    // "Young carers known to Cragside (4) meet"
    let known = before == " (" && after.starts_with(')') && opened_by_people(said, at, sentence);
    if known {
        return own;
    }
    // "refusers now back: Holmefield 1, Penhallow 3, Stanbury 7"
    let first = (sentence..at).find(|step| said.gap(*step).trim() == ":");
    let placed = first.is_some_and(|colon| {
        speaks_of_people(said, sentence, colon + 1)
            && !(sentence..=colon)
                .any(|step| said.is(step, THING) && !said.is(step, PEOPLE) && said.low(step) != "school")
            && colon + 1 < at
            && (colon + 1..=at).all(|step| {
                said.word(step).is_some_and(|word| word.value.is_some())
                    || said.is_capital(step) && !said.is(step, LABEL)
            })
            && before == " "
            && (after.starts_with([',', ';']) || after.trim_end().is_empty() || after == ".")
            && (after.starts_with([',', ';']) || said.gap(at - 2).contains([',', ';']))
    });
    if placed && !row {
        return own;
    }
    let closes = ends
        || after.starts_with(" (")
        || matches!(
            said.low(at + 1),
            "to" | "from" | "in" | "this" | "by" | "last" | "since" | "after" | "for" | "at" | "against" | "and"
        );
    // "the number of pupils on part-time timetables", "children on plans: 4"
    let whose = |at: isize| {
        said.is(at, PEOPLE)
            && matches!(said.low(at + 1), "on" | "with" | "without" | "awaiting" | "under")
            && said.gap(at) == " "
    };
    let counted = |from: isize, to: isize| {
        let number = (from..to).any(|step| matches!(said.low(step), "number" | "numbers" | "total" | "count"));
        let people = (from..to).any(|step| said.is(step, PEOPLE) && people_alone(said, step));
        let other = (from..to)
            .any(|step| said.is(step, THING) && !matches!(said.low(step), "year" | "place" | "school"))
            || said.low(at + 1) == "points";
        let other = other && !(from..to).any(whose);
        (people && !other) && (number || (from..to).any(|step| said.is(step, EVENT | BEFELL)))
    };
    let of_them = (moves || stays && said.low(at - 1) == "now")
        && opens_with_people(said, sentence, at)
        && (is_described(said, sentence)
            || !(sentence..at).any(|step| said.is(step, THING | TITLE) && !said.is(step, PEOPLE)))
        && is_counting(said)
        && !is_of_other(said, at);
    if of_them && closes && said.low(at - 1) != "by" {
        return own;
    }
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
    let led = speaks_of_people(lead, 0, lead.len()) && is_counting(lead) && !asks_when(lead);
    // "of suspended students: none 31; Sikh 2": the label before the first colon leads the list in.
    let colon = (sentence..at).find(|step| said.gap(*step).contains(':'));
    let opened = colon.is_some_and(|colon| {
        colon < at - 1
            // "Families supported: 40; volunteers: 2" is two labels.
            && said.word(colon + 1).is_some_and(|word| word.value.is_none())
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
    // "Boys 3, girls 12", "Excluded 3"
    let named = before == " "
        && said.is(at - 1, PEOPLE | BEFELL)
        && (at == 1
            || at == 2
                && (said.low(0).ends_with("ly") || said.is(0, AROUND) || matches!(said.low(0), "permanent" | "total"))
            || said.gap(at - 2).contains([',', ';', ':', '(', '.']))
        && said.raw(at).bytes().all(|b| b.is_ascii_digit());
    if named && !row {
        return own;
    }
    let label = separated && ends && part < at && at - part < 12;
    if label
        && before.trim() != ","
        && speaks_of_people(said, part, at)
        && (whose(part)
            || !(part..at).any(|step| {
                said.is(step, THING)
                && !said.is(step, PEOPLE)
                && said.low(step) != "place"
                && said.low(step) != "school"
                && said.low(step) != "year"
                // "EHCPs issued in 20 weeks: 4"
                && said.word(step - 1).is_none_or(|word| word.value.is_none())
            }))
    {
        return own;
    }
    None
}

/// Where the sentence begins that a word stands in.
pub(super) fn sentence_of(said: &Said<'_>, at: isize) -> isize {
    (0..=at).rev().find(|step| said.opens(*step)).unwrap_or(0)
}

/// "Pupils without a place", "Children in care out of school": which of them are counted is said right behind them.
fn is_described(said: &Said<'_>, sentence: isize) -> bool {
    let next = said.low(sentence + 1);
    said.is(sentence, PEOPLE)
        && said.gap(sentence) == " "
        && said.word(sentence).is_some_and(|word| !word.owns)
        && matches!(next, "without" | "with" | "out" | "in" | "on" | "not" | "who" | "missing" | "awaiting" | "under")
}

/// Whether a sentence begins with people of whom all up to a bracket is said: "Pupils with a social worker (4)".
fn opened_by_people(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let Some(noun) = (sentence..sentence + 3).find(|step| speaks_of_people(said, sentence, step + 1)) else {
        return false;
    };
    let goes_on = matches!(
        said.low(noun + 1),
        "known"
            | "at"
            | "in"
            | "on"
            | "with"
            | "without"
            | "from"
            | "awaiting"
            | "out"
            | "waiting"
            | "not"
            | "under"
            | "new"
    );
    goes_on
        && noun + 1 < at
        && at - noun < 9
        && (noun + 1..at)
            .all(|step| said.word(step).is_some_and(|word| word.value.is_none()) && !said.is(step, THING | LABEL))
        && (noun..at - 1).all(|step| said.gap(step) == " ")
}

/// What a count may go on with that is a part of others: "3 in care", "2 to CAMHS", "4 Y8".
fn goes_on_as_part(said: &Said<'_>, at: isize) -> bool {
    let next = said.low(at + 1);
    let of_year = next.strip_prefix('y').is_some_and(|year| year.parse::<u32>().is_ok_and(|year| year < 14));
    said.gap(at) == " "
        && (of_year
            || matches!(
                next,
                "in" | "at" | "on" | "with" | "to" | "not" | "back" | "still" | "now" | "full-time" | "part-time"
            ))
}

/// "3 excluded", "2 were excluded", "Only 1 has an EHCP", "3 with SEND": what befell them says that they are people.
fn befell(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let adverb = isize::from(said.low(at + 1).ends_with("ly"));
    let own = |step: isize| said.is(step, BEFELL) && !(said.gap(step) == " " && said.low(step + 1).ends_with('s'));
    if own(at + 1 + adverb) && (0..=adverb).all(|step| said.gap(at + step) == " ") {
        return true;
    }
    let opens = at == sentence
        || at == sentence + 1 && matches!(said.low(sentence), "only" | "just" | "another" | "and")
        || said.gap(at - 1).starts_with([';', ',', ':']);
    let closes = |step: isize| {
        said.gap(step) != " "
            || matches!(said.low(step + 1), "and" | "but" | "this" | "last" | "in" | "at" | "from" | "for" | "since")
    };
    // "3 with SEND", "2 in care": nothing is counted before that it may be of.
    let need = |step: isize| said.is(step, CARE) && closes(step);
    let with = matches!(said.low(at + 1), "with" | "in") && (need(at + 2) || said.low(at + 2) == "an" && need(at + 3));
    let has =
        matches!(said.low(at + 1), "has" | "have" | "had") && matches!(said.low(at + 2), "an" | "a") && need(at + 3);
    let were = matches!(said.low(at + 1), "were" | "was" | "are" | "is")
        && (own(at + 2) || own(at + 3) && said.low(at + 2).ends_with("ly"));
    let been = matches!(said.low(at + 1), "has" | "have" | "had") && said.low(at + 2) == "been" && own(at + 3);
    if (opens || said.low(at - 1) == "and") && befell_later(said, at) {
        return true;
    }
    opens && said.gap(at) == " " && (been || with && !counts_things(said, at, sentence) || has || were)
}

/// "3 in Year 7 and 2 in Year 8 were excluded": up to what befell them, only where they are is said.
fn befell_later(said: &Said<'_>, at: isize) -> bool {
    let is_place = |step: isize| {
        let low = said.low(step);
        said.is(step, LABEL)
            || said.word(step).is_some_and(|word| word.value.is_some())
            || said.is_capital(step)
            || matches!(low, "in" | "at" | "from" | "and" | "reception" | "nursery" | "primary" | "secondary")
    };
    let Some(verb) = (at + 1..at + 16).find(|step| !is_place(*step)) else { return false };
    let plain = (at..verb).all(|step| matches!(said.gap(step).trim(), "" | ","));
    plain
        && matches!(said.low(at + 1), "in" | "at" | "from")
        && matches!(said.low(verb), "were" | "was")
        && said.is(verb + 1, BEFELL)
}

/// Whether the number before this one is of things, not of people.
fn counts_things(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let before = (sentence..at).rev().find(|step| said.word(*step).is_some_and(|word| word.value.is_some()));
    before.is_some_and(|step| noun(said, step).is_none()) || (sentence..at).any(|step| said.is(step, THING))
}

/// "40 pupils (3 in care)", "24 pupils: 21 in mainstream and 3 in special schools": a part of those who were counted.
fn part_of_counted(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let before = said.gap(at - 1).trim();
    let joined =
        matches!(before, "(" | "-" | ":" | ",") || before.is_empty() && matches!(said.low(at - 1), "and" | "including");
    if !joined || !goes_on_as_part(said, at) || matches!(said.low(at + 1), "to" | "with") {
        return false;
    }
    for step in (sentence..at - 1).rev() {
        let Some(value) = said.word(step).and_then(|word| word.value) else { continue };
        if said.is(step - 1, LABEL) && said.gap(step - 1) == " " {
            continue;
        }
        if noun(said, step).is_some() {
            return said.word(at).and_then(|word| word.value).is_some_and(|part| part < value);
        }
        if !goes_on_as_part(said, step) && !said.is(step + 1, STATES) {
            return false;
        }
    }
    false
}

/// "Children: 3 of 20 in care", "Referrals: 2 to CAMHS, 14 to early help": one of several after a label of people.
/// "Beck Road 3, Fellside 4, Thornbeck 5 pupils": the noun stands with the last one.
fn listed(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let colon = (sentence..at).find(|step| said.gap(*step).trim() == ":");
    let labelled = colon.is_some_and(|colon| {
        let thing = (sentence..=colon).any(|step| said.is(step, THING) && !said.is(step, PEOPLE));
        let first = colon + 1 == at;
        let later = said.gap(at - 1).trim() == ","
            && said.word(colon + 1).is_some_and(|word| word.value.is_some())
            && !is_of_other(said, colon + 1);
        let out = isize::from(said.low(at + 1) == "out");
        let of_all = said.low(at + 1 + out) == "of" && said.word(at + 2 + out).is_some_and(|word| word.value.is_some());
        // "Children with a plan: four out of 30"
        let with = said.is(sentence, PEOPLE) && matches!(said.low(sentence + 1), "with" | "without" | "on" | "under");
        let thing = thing && !with;
        (first || later)
            && colon - sentence < 5
            && speaks_of_people(said, sentence, colon + 1)
            && !thing
            && (goes_on_as_part(said, at) || of_all)
    });
    labelled || named_later(said, at)
}

/// "Beck Road 3, Fellside 4" where "Thornbeck 5 pupils" follows.
fn named_later(said: &Said<'_>, at: isize) -> bool {
    let mut step = at;
    while said.gap(step - 1) == " " && said.is_capital(step - 1) && said.gap(step).trim() == "," && step < at + 40 {
        let next = (step + 1..step + 6).find(|next| said.word(*next).is_some_and(|word| word.value.is_some()));
        let Some(next) = next.filter(|next| (step + 1..*next).all(|name| said.is_capital(name))) else { return false };
        if noun(said, next).is_some() {
            return next > step + 1;
        }
        step = next;
    }
    false
}

/// Whether several of these people are meant, not one that is somebody's.
fn people_alone(said: &Said<'_>, at: isize) -> bool {
    !(said.gap(at) == " " && said.is(at + 1, THING))
}

/// Whether what leads a list in is of people, and says nothing of a measure other than how many.
pub(super) fn is_counting(lead: &Said<'_>) -> bool {
    let low = &lead.copy.low;
    // "Moderate needs" are no rate.
    !has_word(low, &["rate", "rates", "rated", "rating", "ratings"])
        && !["%", "per cent", "percentage", "score", "hours", "days", "sessions", "priorit"]
            .iter()
            .any(|word| low.contains(word))
}
