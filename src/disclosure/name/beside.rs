//! What else the sentence of a name says: that somebody is taught, driven, missed or ill, as only a child of a report
//! is; or that somebody does what is done in an office.

use super::run::is_given;
use crate::disclosure::cue::{is_of_childhood, is_office_act, sentence, tells_of_child};
use crate::disclosure::lexicon::{
    BEFELL, BELONGS, CARE, CHILD, CHILDLY, COMMON, FAMILY, MEETING, ORG, PLACE, PLAIN, PLANNED, PRONOUN, STAGE, TITLE,
    WANTED, WEAK,
};
use crate::disclosure::words::Said;

/// Whether the sentence of a given name tells of a child, and nothing says that an adult or a thing is meant.
pub(super) fn told_beside(said: &Said<'_>, from: isize, to: isize) -> bool {
    let (start, end) = sentence(said, from);
    let alone = to == from;
    // "Daisy chain", "the Holly and Ivy clubs": a word like others.
    let cues = if alone && said.is(from, COMMON) { PRONOUN } else { PRONOUN | CHILDLY };
    // Whom a report names with no post, body or office work beside the name is likely a child.
    let bare = !said.is(from, COMMON)
        && !(start..end).any(|at| {
            (said.is(at, TITLE) || said.is(at, PLACE) && said.is_capital(at)) && !(from..=to).contains(&at)
        })
        && from > start
        // "Harper Green", "Kingsley Wood"
        && (alone || !said.is(to, WEAK))
        && (alone || said.gap(from - 1) == " ")
        && (said.gap(from - 1) != " "
            || !matches!(said.low(from - 1), "with" | "by" | "from" | "and" | "through" | "via" | "contact" | "lead"));
    // "Kyle Benson to Cragside"
    let moved = !(alone && said.is(from, COMMON))
        && said.low(to + 1) == "to"
        && said.gap(to) == " "
        && said.is_capital(to + 2)
        && !said.is(to + 2, TITLE);
    if moved && !is_of_thing(said, start, end, from, to) {
        return true;
    }
    // "Managed move, Hexlow to Brockmoor: Ciaran Dooley", "Timetables: Ruby 9-12, Ethan 9-11"
    let labelled = !(alone && said.is(from, COMMON))
        && (start..from).any(|at| said.gap(at).trim() == ":")
        && (start..from).any(|at| said.is(at, MEETING | BEFELL | CHILDLY | CARE))
        && !(start..end).any(|at| said.is(at, TITLE));
    let beside_other = alone
        && said.is(from, COMMON)
        && (start..from).any(|at| said.gap(at).trim() == ":")
        && tells_of_child(said, start, end, from, to, CHILDLY)
        && (start..end).any(|at| at != from && is_given(said, at) && !said.is(at, COMMON) && said.is_capital(at));
    // "EBSA plan for Wren – see attached"
    let got = alone
        && said.is(from, COMMON)
        && said.low(from - 1) == "for"
        && said.is(from - 2, WANTED)
        && !said.is(from, PLAIN)
        && said.gap(to) != " "
        && !said.gap(to).starts_with('/')
        && !(start..end).any(|at| said.is(at, PLACE | TITLE) && said.is_capital(at) && at != from);
    let unseen = matches!(said.low(to + 1), "has" | "is" | "was")
        && said.gap(to) == " "
        && !(alone && said.is(from, COMMON))
        && (to + 2..to + 6).any(|at| {
            matches!(said.low(at), "seen" | "absent" | "off" | "school" | "home" | "attending" | "missed" | "roll")
        });
    if labelled || beside_other || got || unseen {
        return !is_of_office(said, start, from, to) && !is_of_thing(said, start, end, from, to);
    }
    let told = tells_of_child(said, start, end, from, to, cues)
        || is_had(said, from, to)
        || is_seen_weekly(said, from, to)
        || has_got(said, from, to)
        || !(alone && said.is(from, COMMON)) && (to + 1..end).any(|at| is_of_childhood(said, at))
        || is_taught(said, start, end, from, to)
        || bare;
    told && !is_of_office(said, start, from, to) && !is_of_thing(said, start, end, from, to)
}

/// "support for Tyler", "discussed Tyler Strickland", "Tyler's timetable".
fn is_had(said: &Said<'_>, from: isize, to: isize) -> bool {
    let (alone, left) = (to == from, said.low(from - 1));
    let common = alone && said.is(from, COMMON);
    if said.gap(from - 1) != " " && from > 0 || from == 0 {
        let written = !alone && said.is(from, COMMON) && said.is(to, WEAK);
        return said.word(to).is_some_and(|word| word.owns) && said.is(to + 1, BELONGS) && !common && !written;
    }
    let dealt = matches!(
        left,
        "discussed"
            | "discuss"
            | "admitted"
            | "admit"
            | "excluded"
            | "exclude"
            | "suspended"
            | "suspend"
            | "referred"
            | "refer"
            | "re-refer"
            | "re-referred"
            | "reintegrate"
            | "collect"
            | "collected"
            | "escort"
            | "escorted"
            | "assess"
            | "assessed"
            | "enrol"
            | "enrolled"
            | "encourage"
            | "encouraged"
            | "praised"
            | "restrained"
            | "reassess"
            | "readmit"
    );
    let seen = alone
        && matches!(
            left,
            "visit"
                | "visited"
                | "support"
                | "supported"
                | "about"
                | "concerning"
                | "re"
                | "help"
                | "helped"
                | "mentor"
                | "tutor"
                | "observe"
                | "observed"
                | "teach"
                | "taught"
        );
    let wanted = matches!(left, "for" | "about" | "re") && said.is(from - 2, WANTED) && !said.is_capital(from - 2);
    // "Frank Field's review" is somebody's who wrote one.
    let written = !alone && said.is(from, COMMON) && said.is(to, WEAK);
    let owned = said.word(to).is_some_and(|word| word.owns) && said.is(to + 1, BELONGS) && !written;
    !common && (dealt || seen || wanted || owned)
}

/// "Rhys now has a place", "Casey Brough needs a taxi"
fn has_got(said: &Said<'_>, from: isize, to: isize) -> bool {
    let has = to + 1 + isize::from(matches!(said.low(to + 1), "now" | "still" | "again"));
    !(to == from && said.is(from, COMMON))
        && said.gap(to) == " "
        && matches!(said.low(has), "has" | "had" | "needs" | "got" | "gets" | "lost")
        && (has + 1..has + 4).any(|at| {
            matches!(
                said.low(at),
                "place" | "taxi" | "tutor" | "laptop" | "placement" | "timetable" | "diagnosis" | "bus"
            )
        })
        && !matches!(said.low(has + 3), "on")
}

/// "keep meeting Alisha every Friday"
fn is_seen_weekly(said: &Said<'_>, from: isize, to: isize) -> bool {
    to == from
        && !said.is(from, COMMON)
        && said.gap(from - 1) == " "
        && matches!(
            said.low(from - 1),
            "meeting"
                | "seeing"
                | "mentoring"
                | "visiting"
                | "supporting"
                | "helping"
                | "tutoring"
                | "teaching"
                | "collecting"
                | "escorting"
                | "driving"
        )
        && matches!(said.low(to + 1), "every" | "each" | "weekly" | "daily" | "twice" | "once" | "at" | "on")
}

/// "Mohsin is learning English and has joined the chess club in Year 5"
fn is_taught(said: &Said<'_>, start: isize, end: isize, from: isize, to: isize) -> bool {
    let year = (to + 1..end).any(|at| {
        said.low(at) == "year"
            && said.low(at - 1) == "in"
            && said.word(at + 1).is_some_and(|word| word.value.is_some_and(|value| value < 14))
            && (said.gap(at + 1) != " " || !said.is(at + 2, TITLE | PLACE | PLAIN))
    });
    let office = (to + 1..to + 4).any(|at| is_office_act(said.low(at)) || said.is(at, TITLE));
    year && from == start
        && !said.is(from, COMMON)
        && said.gap(to) == " "
        && matches!(
            said.low(to + 1),
            "is" | "has" | "was" | "joined" | "started" | "starts" | "moved" | "can" | "cannot"
        )
        && !office
}

/// "Mark Hill to arrange", "training from Mark Hill", "thanks to Mark Hill", "Mark Hill (Youth Futures)".
fn is_of_office(said: &Said<'_>, start: isize, from: isize, to: isize) -> bool {
    let first = if is_given(said, to + 2) && said.low(to + 1) == "and" { to + 2 } else { to };
    let next = said.low(first + 1);
    let near = said.gap(first) == " ";
    let acts = near
        && (matches!(next, "to" | "will" | "and")
            && next != "and"
            && !matches!(said.low(first + 2), "be" | "need" | "miss" | "have")
            || is_office_act(next)
            || matches!(next, "has" | "have" | "is") && is_office_act(said.low(first + 2))
            || matches!(next, "from" | "of" | "at")
                && (said.is_capital(first + 2) || said.low(first + 2) == "the" && said.is_capital(first + 3))
            || next == "and"
                && matches!(said.low(to + 2), "her" | "his" | "the" | "their" | "team")
                && said.low(to + 3) == "team");
    let body = said.gap(to).contains('(')
        && said.is_capital(to + 1)
        && said.word(to + 1).is_some_and(|word| word.value.is_none())
        && !matches!(said.low(to + 1).get(..1), Some("y"))
        || said.gap(to) == " (" && to > from && !begins_child(said, to + 1)
        || said.gap(to) == ", " && said.is_capital(to + 1) && to > from && !is_given(said, to + 1);
    let before = (start.max(from - 4)..from).any(|at| {
        matches!(
            said.low(at),
            "thanks"
                | "thank"
                | "led"
                | "chaired"
                | "delivered"
                | "run"
                | "written"
                | "presented"
                | "by-line"
                | "colleague"
                | "colleagues"
                | "prepared"
                | "liaise"
                | "author"
                | "trained"
                | "hosted"
                | "facilitated"
                | "training"
                | "speaker"
                | "talk"
                | "talks"
                | "advice"
                | "welcome"
                | "appointed"
        ) && !matches!(said.low(from - 1), "for" | "about" | "of" | "that")
            || said.low(at) == "meeting"
                && at + 1 < from
                && !matches!(said.low(from - 1), "for" | "about" | "of" | "that")
    });
    // "EWO visited Brooke at home"
    let dealt = said.low(from - 1).ends_with("ed")
        || matches!(said.low(from - 1), "met" | "saw" | "took" | "has" | "says" | "said" | "reports" | "tells");
    let beside = (from - 2..from).any(|at| said.is(at, TITLE) && said.gap(at) == " " && !(dealt && at == from - 2))
        && said.gap(from - 1) == " "
        && !matches!(
            said.low(from - 1),
            "that" | "for" | "of" | "about" | "to" | "by" | "with" | "told" | "see" | "and"
        );
    // "Speech therapy for Noah will begin"
    let got = said.low(from - 1) == "for" && said.is(from - 2, WANTED | CHILDLY | PLANNED);
    acts && !got || body || before || beside
}

/// Books, buildings, values, countries: what else is called by a given name.
fn is_of_thing(said: &Said<'_>, start: isize, end: isize, from: isize, to: isize) -> bool {
    let told = (start..end).any(|at| {
        matches!(
            said.low(at),
            "book"
                | "books"
                | "film"
                | "films"
                | "novel"
                | "poem"
                | "poems"
                | "story"
                | "author"
                | "play"
                | "production"
                | "scenario"
                | "made-up"
                | "fictional"
                | "character"
                | "characters"
                | "doll"
                | "dolls"
                | "dog"
                | "dogs"
                | "mascot"
                | "puppet"
                | "values"
                | "virtues"
                | "colours"
                | "bands"
                | "countries"
                | "wards"
                | "storm"
                | "towns"
                | "composer"
                | "queen"
                | "king"
                | "saint"
                | "persona"
                | "pony"
                | "ponies"
                | "guinea"
                | "rabbit"
                | "named"
                | "exhibition"
                | "museum"
                | "history"
                | "studied"
                | "poetry"
                | "trophy"
                | "musical"
                | "theatre"
                | "actor"
                | "brand"
                | "boat"
                | "opera"
                | "staged"
                | "anonymised"
                | "pseudonym"
                | "pseudonyms"
                | "names"
                | "classes"
        )
    });
    // "Hector the class bear"
    let toy = (to + 2..to + 5)
        .any(|at| matches!(said.low(at), "bear" | "dog" | "puppet" | "rabbit" | "cat" | "hamster" | "lion"));
    let the = said.low(to + 1) == "the" && (said.is_capital(to + 2) || toy) && said.gap(to) == " "
        || said.low(to + 1) == "ward" && said.gap(to) == " ";
    let of_place = matches!(
        said.low(from - 1),
        "in" | "near" | "at" | "the" | "across" | "around" | "between" | "project" | "operation"
    ) && !(to > from && said.low(from - 1) == "at");
    let placed = said.gap(to) == " " && said.is(to + 1, PLACE) || said.low(to + 1) == "and" && said.is(to + 3, PLACE);
    let kind = said.word(to).is_some_and(|word| word.owns) && said.is_capital(to + 1) && !said.is(to + 1, PLAIN);
    let quoted = said.gap(from - 1).contains('"') && said.gap(to).contains('"');
    let body = to > from && (from + 1..=to).any(|at| said.is(at, ORG));
    // "Discuss with Alison whether", but not "met with Kian and his nan"
    let asked = !(said.low(to + 1) == "and" && matches!(said.low(to + 2), "his" | "her") && said.is(to + 3, FAMILY))
        && said.low(from - 1) == "with"
        && matches!(
            said.low(from - 2),
            "discuss"
                | "discussed"
                | "liaise"
                | "liaised"
                | "met"
                | "meet"
                | "shared"
                | "share"
                | "agree"
                | "agreed"
                | "check"
        );
    told || body || asked || the || of_place || placed || kind || quoted
}

/// "(Year 3", "(13)", "(aged six)", "(his mum": of a child, no body.
fn begins_child(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    said.word(at).is_some_and(|word| word.value.is_some())
        || low.starts_with('y')
        || said.is(at, CHILD | PRONOUN | CHILDLY | STAGE | FAMILY | CARE)
        || matches!(low, "both" | "a" | "not" | "now")
}
