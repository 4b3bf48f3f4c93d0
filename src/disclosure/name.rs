//! The name of a child: words with capitals that a word beside them says are a child's. Nobody is guessed at by a
//! name alone, and whoever is in a post is none.

use super::cue::{says_child_after, says_child_before};
use super::identifier::Hit;

use super::lexicon::{
    ACTS, CARE, CHILD, CHILDLY, COMMON, FAMILY, FOLK, GIVEN, LABEL, MANY, PERSON, PLACE, PLANNED, PRONOUN, TITLE, YOUNG,
};
use super::words::Said;
use crate::source::Kind;
use beside::told_beside;
use run::{ends_as_verb, in_post, is_given, may_be_name, part, run};

mod beside;
mod run;

/// All names of children in a block; a list may be led in as one of children.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, hits: &mut Vec<Hit>) {
    let cues = CHILD | FAMILY | PRONOUN | YOUNG;
    // A year group, an age or a plan may stand beside a name too.
    let beside = LABEL | CARE | PERSON;
    if (said.all | lead.all) & (cues | GIVEN | beside) == 0 && said.digits == 0 && !said.copy.low.contains('-') {
        return;
    }
    let mut at = 0;
    while at < said.len() {
        let Some(to) = run(said, at) else {
            at += 1;
            continue;
        };
        if is_child(said, lead, at, to) || among(said, lead, at, to) {
            let mut range = said.range(at, to);
            if said.raw(to).len() == 1 && said.gap(to).starts_with('.') {
                range.end += 1;
            }
            hits.push((range, Kind::Name));
        }
        at = to + 1;
    }
}

fn is_child(said: &Said<'_>, lead: &Said<'_>, from: isize, to: isize) -> bool {
    if !may_be_name(said, from, to) || in_post(said, from, to) {
        return false;
    }
    let several = to > from;
    // "Autumn Pell"
    let season = several && said.is(from, GIVEN) && said.is(from, COMMON) && said.gap(from) == " ";
    let given = is_given(said, from) || season;
    if several && !part(said, from) && given {
        return true;
    }
    let owns = said.word(to).is_some_and(|word| word.owns);
    // "Northmoor's parents' forum" is of a place.
    let kin = owns
        && (to + 1..to + 3).any(|at| said.is(at, FAMILY) || matches!(said.low(at), "carer" | "ehcp"))
        && !(said.is(to + 1, MANY) && said.word(to + 1).is_some_and(|word| word.owns));
    if kin && (given || several) || kin && said.opens(from) && !ends_as_verb(said.low(from)) {
        return true;
    }
    let before = says_child_before(said, from);
    let with_kin =
        given && said.low(from - 1) == "and" && said.is(from - 2, FAMILY) && !said.low(from - 2).ends_with('s');
    let row = said.low(from - 1) == "name"
        && said.gap(from - 1).trim() == ":"
        && given
        && said.all & TITLE == 0
        && (0..said.len()).any(|at| {
            matches!(said.low(at), "school" | "year" | "class" | "age" | "hours" | "hrs" | "form" | "provision")
        });
    let case = given && said.low(from - 1) == "of" && said.low(from - 2) == "case";
    // "the pupil known as Kezia", "his name is Declan"
    let called = said.gap(from - 1) == " "
        && (matches!(said.low(from - 1), "called" | "named")
            || said.low(from - 1) == "as" && said.low(from - 2) == "known")
        && (from - 6..from - 1).any(|at| said.is(at, CHILD) && !said.low(at).ends_with('s'))
        || said.low(from - 1) == "is" && said.low(from - 2) == "name" && said.is(from - 3, PRONOUN | CHILD);
    // "reintegration plan for Leon Batt"
    let planned = given && several && said.low(from - 1) == "for" && said.low(from - 2) == "plan";
    if with_kin || row || case || called || planned {
        return true;
    }
    if before && (given || several) {
        return true;
    }
    // "Year 6 pupil Dominik", "child Wren"
    if before
        && said.is(from - 1, CHILD)
        && said.gap(from - 1) == " "
        && !said.low(from - 1).ends_with('s')
        && verb(said, to + 1)
    {
        return true;
    }
    let year_old = said.low(from - 1).ends_with("-year-old") && said.gap(from - 1) == " ";
    if year_old && (given || several) {
        return true;
    }
    let author = matches!(said.low(from - 1), "read" | "reading" | "studied" | "studying");
    if says_child_after(said, to) && !author && (given || several && !said.is(from - 1, PLACE)) {
        return true;
    }
    let who = said.low(to + 1) == "who"
        && said.low(to + 2) == "is"
        && said.word(to + 3).is_some_and(|word| word.value.is_some_and(|value| value < 20));
    if who && given {
        return true;
    }
    if !given {
        return filed(said, from, to);
    }
    if told_beside(said, from, to) {
        return true;
    }
    // "Poppy Llewell, notice 3 Nov" under "Elective home education:", "outcome / Mohammed Bellhouse / Copperhay"
    let of_adult = (said.all | lead.all) & TITLE != 0;
    let under = from == 0
        && several
        && !said.is(from, COMMON)
        && matches!(said.gap(to), ", " | ": " | " - " | " (")
        && (!said.is_capital(to + 1) || says_child_after(said, to))
        && (lead.all & (CARE | CHILDLY | PLANNED) != 0 || lead.copy.low.contains("home ed"));
    let between = several && said.gap(from - 1) == " / " && said.gap(to) == " / ";
    if (under || between) && !of_adult {
        return true;
    }
    let pronoun = said.all & PRONOUN != 0;
    let one = (0..said.len()).any(|at| {
        let low = said.low(at);
        let named = said.is(at, CHILD) && !low.ends_with('s')
            || said.is(at, FOLK) && said.is(at - 1, YOUNG) && matches!(low, "person" | "man" | "woman" | "carer");
        // "pupil parliament", "every child": nobody of whom a name might be.
        let next = said.low(at + 1);
        let goes_on = said.is_capital(at + 1)
            || ends_as_verb(next)
            || verb(said, at + 1)
            || matches!(
                next,
                "who"
                    | "whose"
                    | "at"
                    | "in"
                    | "from"
                    | "with"
                    | "and"
                    | "to"
                    | "on"
                    | "aged"
                    | "called"
                    | "named"
                    | "for"
                    | "of"
                    | "has"
                    | "after"
                    | "by"
                    | "when"
                    | "that"
                    | "had"
                    | ""
            );
        let attribute = said.gap(at) == " "
            && (!goes_on
                || said.is(at + 1, PLACE | TITLE)
                || is_titled(said, at)
                || matches!(next, "bursaries" | "passes" | "houses" | "crossing"));
        let any = matches!(said.low(at - 1), "every" | "each" | "per" | "any" | "no" | "parent");
        named && !attribute && !any && !said.is(at, FAMILY) || low.ends_with("-year-old")
    });
    let school = (0..said.len()).any(|at| {
        matches!(said.low(at), "year" | "reception")
            && (said.word(at + 1).is_some_and(|word| word.value.is_some()) || said.low(at) == "reception")
    }) || ["teacher", "class", "school", "nurture", "tutor", "lesson", "playtime", "classroom"]
        .iter()
        .any(|word| said.copy.low.contains(word));
    let opening = said.opens(from)
        || said.opens_or_quoted(from)
        || matches!(said.low(from - 1), "when" | "for" | "like" | "of" | "with" | "to" | "by" | "and" | "that");
    if several && one && !plural_only(said) {
        return true;
    }
    let met = matches!(
        said.low(from - 1),
        "met"
            | "meet"
            | "visited"
            | "visit"
            | "saw"
            | "see"
            | "supported"
            | "support"
            | "helped"
            | "help"
            | "mentored"
            | "mentor"
    );
    if pronoun && school && met && said.gap(from - 1) == " " {
        return true;
    }
    if pronoun && school && (opening || several && owns) && (several || verb(said, to + 1) || owns) {
        return true;
    }
    let listed = lead.all & CHILD != 0
        && said.opens(from)
        && several
        && (said.gap(to).starts_with([',', ' ', ':', '(']) || said.gap(to).is_empty())
        && !lead.copy.low.contains("staff");
    let quoted = one && (said.gap(from - 1).contains(['"', '\'']) || said.low(from - 1) == "like");
    // "Connor Yarlside / Whinfell / managed move", "Ibrahim Sesay - new to the country, no school place"
    let row = from == 0
        && several
        && (said.gap(to) == " / " && said.copy.low.matches(" / ").count() > 1 || matches!(said.gap(to), " - " | ": "))
        && said.all & TITLE == 0
        && (to + 1..said.len()).any(|at| said.is(at, CARE | CHILDLY | PLANNED) || said.low(at) == "move");
    listed || quoted || row || filed(said, from, to)
}

/// "the 5 Pupil Referral Units": a word for a child that is part of what something is called.
fn is_titled(said: &Said<'_>, at: isize) -> bool {
    said.is_capital(at) && said.is_capital(at + 1) && !said.is(at + 1, GIVEN)
}

/// "pupil file “Holroyd, Jessamy”": the surname first.
fn filed(said: &Said<'_>, from: isize, to: isize) -> bool {
    let about = (from - 4..from).any(|at| said.is(at, CHILD) && !said.low(at).ends_with('s'));
    let quoted = said.gap(from - 1).contains('"');
    about && quoted && to == from && said.gap(to) == ", " && part(said, to + 1)
        || about && said.gap(from - 1) == ", " && said.gap(to).starts_with('"') && to == from
}

fn plural_only(said: &Said<'_>) -> bool {
    (0..said.len()).all(|at| !said.is(at, CHILD) || said.low(at).ends_with('s') || said.low(at) == "children")
        && !said.copy.low.contains("-year-old")
        && said.all & FOLK == 0
}

fn verb(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    said.is(at, ACTS) || low.len() > 3 && (low.ends_with("ed") || low.ends_with('s') && !low.ends_with("ss"))
}

/// Whether a name stands in a list of children: "the siblings Ada, Bram and Connie Leckie".
fn among(said: &Said<'_>, lead: &Said<'_>, from: isize, to: isize) -> bool {
    let given = |at: isize| is_given(said, at);
    if !given(from) || in_post(said, from, to) {
        return false;
    }
    let mut step = from;
    for _ in 0..8 {
        let joined = match said.low(step - 1) {
            "and" => step - 2,
            _ if said.gap(step - 1).trim() == "," => step - 1,
            _ => return false,
        };
        let first = (joined - 2..=joined).filter(|at| given(*at)).find(|at| run(said, *at) == Some(joined));
        let Some(first) = first.or_else(|| given(joined).then_some(joined)) else { return false };
        let many = matches!(
            said.low(first - 1),
            "siblings"
                | "twins"
                | "brothers"
                | "sisters"
                | "cousins"
                | "pupils"
                | "children"
                | "students"
                | "learners"
                | "boys"
                | "girls"
        );
        if many || is_child(said, lead, first, joined) {
            return true;
        }
        step = first;
    }
    false
}
