//! What a child's day is made of, said beside initials: "TJ was sent home early", "(CW)" after the boy who was excluded,
//! "check in with KW each Monday".

use super::mark::Mark;
use super::verb;
use crate::disclosure::cue::{is_of_childhood, is_office_act, sentence};
use crate::disclosure::lexicon::{
    ACTS, BEFELL, CARE, CHILD, CHILDLY, FAMILY, FOLK, FOLLOWS, ORG, PEOPLE, PLACE, PLANNED, PRONOUN, TITLE, WANTED,
    YOUNG,
};
use crate::disclosure::words::Said;

/// Whether the sentence says of the initials what is said of a child alone.
pub(super) fn lived(said: &Said<'_>, mark: &Mark) -> bool {
    let (from, to) = (mark.from, mark.to);
    bracketed(said, mark)
        || is_got_for(said, from, to)
        || is_family(said, from, to)
        || sat_with(said, from, to)
        || is_subject(said, from, to)
        || is_wanted(said, from, to)
        || moved_to(said, to)
        || stands_alone(said, mark)
}

/// "RB to Penhallow, SY to Cragside": moved, not sent.
fn moved_to(said: &Said<'_>, to: isize) -> bool {
    said.low(to + 1) == "to" && said.gap(to) == " " && said.is_capital(to + 2) && !said.is(to + 2, TITLE)
}

/// Letters that nothing makes an adult's or a body's, in a sentence of what a child has, does or is given.
fn stands_alone(said: &Said<'_>, mark: &Mark) -> bool {
    let (from, to) = (mark.from, mark.to);
    let (start, end) = sentence(said, from);
    let (left, next) = (said.low(from - 1), said.low(to + 1));
    let letters = (from..=to).map(|at| said.raw(at).len()).sum::<usize>();
    let of_adult = matches!(
        left,
        "by" | "with"
            | "from"
            | "via"
            | "through"
            | "and"
            | "the"
            | "a"
            | "an"
            | "each"
            | "all"
            | "in"
            | "near"
            | "across"
            | "contact"
            | "lead"
            | "author"
            | "minutes"
            | "chair"
            | "staff"
            | "thank"
            | "using"
            | "per"
            | "under"
            | "our"
    ) && said.gap(from - 1).trim().is_empty()
        || (start..end).any(|at| {
            said.is(at, TITLE) && !(from..=to).contains(&at) && !matches!(said.low(at), "mentor" | "tutor" | "head")
        })
        || (to + 1..to + 4).any(|at| is_office_act(said.low(at)))
        || matches!(next, "to" | "will" | "and" | "or" | "team" | "staff" | "scheme" | "list" | "group")
        || said.is(to + 1, TITLE | PLACE | PEOPLE | ORG);
    // A noun that the letters belong to, or a word in capitals beside them.
    let named =
        said.gap(to).trim_start_matches('.') == " " && (said.is_capital(to + 1) || !is_after_subject(said, to + 1));
    let beside = said.gap(from - 1) == " " && said.is_capital(from - 1) && !said.opens(from - 1);
    if letters > 3 || letters == 3 && !mark.dotted || of_adult || named || beside {
        return false;
    }
    let does = mark.dotted
        && said.gap(to).trim_start_matches('.') == " "
        && (said.is(to + 1, ACTS) || is_after_subject(said, to + 1) && !said.low(to + 1).ends_with('s'))
        && !said.is(from - 1, TITLE);
    // "S.A.T.s", "an "S.M." strand", "T.L. (T Level)"
    let spelt =
        said.gap(to).contains(['"', '(', ':']) || said.gap(from - 1).contains(['"', '(']) || said.low(to + 1) == "s";
    !spelt
        && (does
            || (start..end).filter(|at| !(from..=to).contains(at)).any(|at| {
                said.is(at, PRONOUN | CARE) && !said.is_capital(at)
                    || said.is(at, CHILDLY)
                        && !matches!(
                            said.low(at),
                            "level" | "grade" | "grades" | "attended" | "exam" | "exams" | "roll"
                        )
                    || is_of_childhood(said, at)
                    || matches!(said.low(at), "attendance" | "place" | "excluded" | "family")
            }))
}

/// Whether a word goes on with a sentence after somebody's name.
fn is_after_subject(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    said.is(at, ACTS | FOLLOWS)
        || verb(said, at) && !low.ends_with('s')
        || matches!(
            low,
            "in" | "on"
                | "at"
                | "from"
                | "until"
                | "for"
                | "as"
                | "who"
                | "so"
                | "but"
                | "because"
                | "after"
                | "since"
                | "this"
                | "next"
                | "last"
                | "went"
                | "came"
                | "fell"
                | "rose"
                | "still"
                | "now"
                | "again"
                | "by"
                | "about"
                | "is"
                | "are"
                | "off"
                | "out"
                | "back"
                | "made"
                | "got"
                | "did"
                | "had"
                | "could"
                | "would"
                | "kept"
                | "told"
                | "took"
        )
}

/// "The boy excluded in May (CW)": nobody stands nearer than the child.
fn bracketed(said: &Said<'_>, mark: &Mark) -> bool {
    let (from, to) = (mark.from, mark.to);
    if said.gap(from - 1) != " (" || !said.gap(to).starts_with(')') {
        return false;
    }
    let (start, _) = sentence(said, from);
    let child = (start..from).rev().find(|at| said.is(*at, CHILD) && !said.low(*at).ends_with('s'));
    let letters: String = (from..=to).map(|at| said.low(at)).collect();
    child.is_some_and(|child| {
        // "a pupil of the Harbour Academy (HA)"
        let spelt = letters.chars().next().is_some_and(|first| {
            (child..from).any(|at| {
                said.low(at).starts_with(first) && said.low(at + 1).starts_with(letters.get(1..2).unwrap_or("-"))
            })
        });
        !spelt && from - child < 9 && (child + 1..from).all(|at| !said.is(at, TITLE | PLACE | ORG))
    })
}

/// "Bus pass for HK was lost", "Concern for BN": got for one child, not for a school, a district, somebody in a post.
pub(super) fn is_got_for(said: &Said<'_>, from: isize, to: isize) -> bool {
    let got = matches!(
        said.low(from - 2),
        "referral"
            | "re-referral"
            | "taxi"
            | "pass"
            | "risk-assessment"
            | "assessment"
            | "tuition"
            | "placement"
            | "escort"
            | "concern"
            | "concerns"
            | "worries"
            | "laptop"
            | "bed"
            | "uniform"
            | "appeal"
            | "timetable"
            | "package"
            | "therapy"
            | "wheelchair"
            | "mentor"
            | "counselling"
            | "place"
            | "places"
            | "passport"
            | "move"
            | "glasses"
            | "tutor"
            | "bursary"
            | "chaperone"
            | "interpreter"
            | "respite"
            | "application"
            | "target"
            | "targets"
            | "start"
            | "transfer"
            | "exclusion"
            | "suspension"
            | "admission"
            | "behaviour"
            | "progress"
            | "return"
            | "reintegration"
            | "readmission"
            | "restraint"
            | "attendance"
            | "removal"
            | "visit"
            | "visits"
    ) && matches!(said.low(from - 1), "for" | "about" | "to" | "of");
    let visit =
        matches!(said.low(from - 2), "visit" | "visits") && said.low(from - 3) == "home" || said.low(from - 1) != "to";
    let next = said.low(to + 1);
    let goes_on = said.gap(to) != " "
        || said.is(to + 1, ACTS)
        || matches!(
            next,
            "until"
                | "from"
                | "at"
                | "on"
                | "in"
                | "this"
                | "next"
                | "by"
                | "ended"
                | "ends"
                | "starts"
                | "as"
                | "after"
                | "since"
                | "while"
                | "because"
                | "so"
                | "again"
                | "still"
                | "before"
                | "shared"
                | "agreed"
                | "refused"
                | "approved"
                | ""
        )
        || next.ends_with("ed");
    let adult =
        said.gap(to).contains('(') && said.is(to + 1, TITLE) || said.gap(to) == ", " && said.is(to + 1, TITLE | PLACE);
    // "for RN and the six schools"
    said.gap(from - 1) == " " && got && visit && goes_on && !adult && !said.is_capital(to + 1)
}

/// "DH and his brother", "ML (13) has", "saw TB about his asthma", "works with JT daily".
fn is_family(said: &Said<'_>, from: isize, to: isize) -> bool {
    let (_, end) = sentence(said, from);
    let next = said.low(to + 1);
    let kin = matches!(next, "and" | "with")
        && said.gap(to) == " "
        && matches!(said.low(to + 2), "his" | "her")
        && (said.is(to + 3, FAMILY) || said.is(to + 4, FAMILY));
    let aged = said.gap(to) == " ("
        && said.gap(to + 1).starts_with(") ")
        && said.word(to + 1).and_then(|word| word.value).is_some_and(|value| (4..=19).contains(&value))
        && (said.is(to + 2, ACTS) || verb(said, to + 2));
    let about = next == "about" && matches!(said.low(to + 2), "his" | "her") && said.gap(to) == " ";
    let seen = matches!(
        said.low(from - 1),
        "saw" | "sees" | "seen" | "visited" | "assessed" | "supports" | "taught" | "teaches"
    ) && said.gap(from - 1) == " "
        && (about
            || (to + 1..end).any(|at| is_of_childhood(said, at))
            || said.low(to + 2) == "class"
            || said.low(to + 2) == "home");
    let often = said.low(from - 1) == "with"
        && matches!(
            said.low(from - 2),
            "works" | "work" | "working" | "session" | "sessions" | "time" | "sits" | "meets"
        )
        && matches!(next, "daily" | "each" | "every" | "twice" | "weekly" | "once")
        && said.gap(to) == " ";
    kin || aged || seen || often
}

/// "check in with KW", "a session with KW each Monday".
fn sat_with(said: &Said<'_>, from: isize, to: isize) -> bool {
    let left = said.low(from - 1);
    let checks = left == "with"
        && (said.low(from - 2) == "in" && said.low(from - 3).starts_with("check")
            || matches!(
                said.low(from - 2),
                "sits" | "sit" | "sat" | "reads" | "read" | "plays" | "walks" | "lessons" | "lunch"
            ));
    let fetched = matches!(
        left,
        "collect"
            | "collected"
            | "collects"
            | "escort"
            | "escorted"
            | "readmit"
            | "readmitted"
            | "re-admit"
            | "exclude"
            | "excluded"
            | "suspended"
            | "suspend"
            | "reintegrate"
            | "reintegrated"
            | "restrained"
            | "bullied"
            | "bullying"
    );
    said.gap(from - 1) == " " && (checks || fetched) && !said.is(to + 1, TITLE)
}

/// "TJ was sent home", "ZP at Cragside has been given a laptop", "Since Easter FW has slept in class".
fn is_subject(said: &Said<'_>, from: isize, to: isize) -> bool {
    let (start, end) = sentence(said, from);
    let that =
        matches!(said.low(from - 1), "that" | "because" | "but" | "so" | "where" | "while" | "now" | "why" | "how")
            && said.gap(from - 1) == " ";
    let since = matches!(
        said.low(start),
        "since" | "after" | "from" | "until" | "when" | "before" | "by" | "in" | "last" | "this"
    ) && from - start < 4;
    if !(said.opens_or_quoted(from) || since || that) {
        return false;
    }
    // "at Cragside", "from Beck Road"
    let mut next = to + 1;
    if matches!(said.low(next), "at" | "from") && said.gap(to) == " " && said.is_capital(next + 1) {
        next += 2;
        while said.is_capital(next) && next < to + 6 {
            next += 1;
        }
    }
    let near = (to..next).all(|at| said.gap(at) == " ");
    let acts = said.is(next, ACTS) || verb(said, next);
    let passive = matches!(said.low(next), "was" | "is" | "were") || said.low(next + 1) == "been";
    let office = (next..next + 3).any(|at| is_office_act(said.low(at))) && !passive;
    let adult = (start..end).any(|at| said.is(at, TITLE) && at < from);
    let been = matches!(said.low(next), "was" | "is" | "has" | "will" | "had")
        && (next + 1..next + 4).any(|at| {
            matches!(
                said.low(at),
                "sent" | "taught" | "driven" | "slept" | "missed" | "absent" | "collected" | "restrained" | "withdrawn"
            ) || said.is(at, CHILDLY | CARE) && !said.low(at).starts_with("attend")
        });
    // "has been given a laptop", "was found a place"
    let given = (next + 1..next + 4).any(|at| {
        matches!(said.low(at), "given" | "found" | "offered" | "lent" | "bought" | "refused")
            && (at + 1..at + 5).any(|at| said.is(at, WANTED | PLANNED | CHILDLY))
            && !(at + 1..at + 4)
                .any(|at| matches!(said.low(at), "lead" | "role" | "post" | "job" | "task" | "contract"))
    });
    let lives = given || (next..end).any(|at| is_of_childhood(said, at));
    near && acts && !office && !adult && (been || lives)
}

/// "Tuition for DR to stop when he joins": got for one, of whom the sentence says he.
fn is_wanted(said: &Said<'_>, from: isize, to: isize) -> bool {
    let (_, end) = sentence(said, from);
    said.low(from - 1) == "for"
        && said.gap(from - 1) == " "
        && said.is(from - 2, WANTED | PLANNED)
        && (to + 1..end).any(|at| said.is(at, PRONOUN))
}

/// "Attendance: JP 34%, KL 41%": each with a figure of its own, under a word for what a child has.
pub(super) fn figured(said: &Said<'_>, to: isize) -> bool {
    let colon = (0..5).find(|at| said.gap(*at).trim() == ":");
    colon.is_some_and(|colon| {
        (0..=colon).any(|at| {
            matches!(
                said.low(at),
                "attendance" | "hours" | "suspension" | "suspensions" | "reading" | "term" | "age" | "lates"
            )
        }) && said.word(to + 1).is_some_and(|word| word.value.is_some())
            && said.gap(to) == " "
            && (0..colon).all(|at| !said.is(at, TITLE))
    })
}

/// "HB / Whinfell / no timetable", and an item of nothing but initials under "Pupils to be seen:".
pub(super) fn listed(said: &Said<'_>, lead: &Said<'_>, mark: &Mark) -> bool {
    let (from, to) = (mark.from, mark.to);
    let row = from == 0
        && said.gap(to) == " / "
        && said.is_capital(to + 1)
        && said.raw(to + 1).chars().any(char::is_lowercase)
        && (to + 2..said.len()).any(|at| said.gap(at - 1) == " / ")
        && (to + 2..said.len()).any(|at| said.is(at, CHILDLY | CARE | WANTED | PLANNED));
    let letters = |at: isize| {
        said.raw(at).bytes().all(|b| b.is_ascii_uppercase()) && said.raw(at).len() < 4 || said.low(at) == "and"
    };
    // "Pupils on reduced timetables: JR, AK, SL"
    let colon = (0..9).find(|at| said.gap(*at).trim() == ":");
    let opened = colon.is_some_and(|colon| {
        colon < from && leads_children(said) && (colon + 1..said.len()).all(letters) && !said.is(colon, TITLE)
    });
    let bare = (0..said.len()).all(letters) && leads_children(lead);
    // "Pupils JT/KS/AL to be reviewed"
    let several = said.is(from - 1, CHILD)
        && said.gap(from - 1) == " "
        && matches!(said.gap(to), "/" | ", " | " & ")
        && letters(to + 1)
        && !mark.known;
    row || figured(said, to) || bare || opened || several
}

/// Whether the words that lead a list in say first that it is one of children.
fn leads_children(lead: &Said<'_>) -> bool {
    (0..3).any(|at| {
        let young = lead.is(at, FOLK) && lead.is(at - 1, YOUNG);
        let many = lead.is(at, CHILD | PEOPLE) && !lead.word(at).is_some_and(|word| word.owns);
        let befell = at == 0 && lead.is(at, BEFELL);
        (young || many || befell) && !(lead.gap(at) == " " && lead.is(at + 1, TITLE | PLACE | ORG | CHILD))
    }) && !(0..3).any(|at| lead.is(at, TITLE))
}
