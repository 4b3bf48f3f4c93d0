//! Words before and after a name or initials that say that they are a child's.

use super::lexicon::{
    ARRANGED, CHILD, FAMILY, FOLK, GIVEN, Kinds, MEETING, PEOPLE, PLACE, PLANNED, PRONOUN, TITLE, YOUNG,
};
use super::words::Said;

/// Whether the words after say that it is a child's: "(Y5)", ", Year 9", "in 7B", "aged 8", "'s mum".
pub(super) fn says_child_after(said: &Said<'_>, to: isize) -> bool {
    let gap = said.gap(to);
    let plain = gap.trim();
    let next = said.low(to + 1);
    if said.word(to).is_some_and(|word| word.owns) || gap.starts_with("'s") {
        let kin = |at: isize| {
            said.is(at, FAMILY)
                || matches!(
                    said.low(at),
                    "taxi"
                        | "escort"
                        | "ehcp"
                        | "place"
                        | "behaviour"
                        | "return"
                        | "exclusion"
                        | "suspension"
                        | "reintegration"
                        | "attendance"
                        | "tutor"
                        | "keyworker"
                        | "class"
                        | "placement"
                        | "plan"
                )
        };
        let worker = said.low(to + 1) == "social" && said.low(to + 2) == "worker";
        return kin(to + 1) || kin(to + 2) || worker;
    }
    let in_year = |at: isize| {
        let low = said.low(at);
        let numbered = said.word(at + 1).and_then(|word| word.value).is_some_and(|value| value <= 14);
        let short = low
            .strip_prefix("yr")
            .or_else(|| low.strip_prefix('y'))
            .is_some_and(|rest| rest.parse::<u32>().is_ok_and(|year| year < 15));
        let plural = said.low(at + 2).ends_with('s')
            && !said.low(at + 2).starts_with("is")
            && said.gap(at + 1) == " "
            && said.is(at + 2, PEOPLE | TITLE);
        // "TC (Year 5 lead)": a post.
        let post = |at: isize| said.gap(at - 1) == " " && said.is(at, TITLE) && said.low(at) != "miss";
        let plural = plural || numbered && post(at + 2) || short && post(at + 1);
        (matches!(low, "year" | "yr" | "y") && numbered || short) && !plural
    };
    let in_class = |at: isize| {
        let low = said.low(at);
        let digits = low.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && low.len() == digits + 1 && low.ends_with(|c: char| c.is_ascii_lowercase())
    };
    let aged = |at: isize| {
        matches!(said.low(at), "aged" | "age")
            && said.word(at + 1).is_some_and(|word| {
                word.value.is_some_and(|value| value < 20)
                    || word.start < word.end && said.low(at + 1).parse::<f32>().is_ok()
            })
    };
    let reception = |at: isize| {
        said.low(at) == "reception"
            && (said.gap(at).trim().is_empty() && said.gap(at).is_empty()
                || said.gap(at).starts_with([')', ',', '.', ';'])
                || said.gap(at).starts_with(" -"))
    };
    let breaks = matches!(plain, "(" | "," | ":" | "-" | "" | ";" | "\" ,");
    if !breaks {
        return false;
    }
    let open = !plain.is_empty() || gap.is_empty();
    if open && (in_year(to + 1) || in_class(to + 1) || aged(to + 1) || reception(to + 1))
        || plain.is_empty() && (aged(to + 1) || said.copy.text.contains(" ; ") && in_year(to + 1))
    {
        return true;
    }
    if matches!(plain, "(" | ",") && matches!(next, "both" | "all" | "each" | "now" | "then") && in_year(to + 2) {
        return true;
    }
    // ", 13, admitted"
    if plain == ","
        && said.word(to + 1).and_then(|word| word.value).is_some_and(|value| (3..=19).contains(&value))
        && said.gap(to + 1).trim() == ","
    {
        return true;
    }
    // "(13)"
    if plain == "("
        && said.gap(to + 1).starts_with(')')
        && said.is(to, GIVEN | CHILD) | said.is(to - 1, GIVEN)
        && said.word(to + 1).and_then(|word| word.value).is_some_and(|value| (4..=19).contains(&value))
    {
        return true;
    }
    // "in Year 9", "from Year 1", "in 3H"
    let led = matches!(next, "in" | "from" | "of") && plain.is_empty();
    if led && (in_year(to + 2) || in_class(to + 2) || reception(to + 2)) {
        return true;
    }
    // ", whose mother is ill"
    if plain == "," && next == "whose" && (said.is(to + 2, FAMILY) || said.is(to + 3, FAMILY)) {
        return true;
    }
    // ", pupil at", ", a Year 8 pupil", ", our hospital pupil", ", excluded pupil"
    let apposed = plain == "," || plain == "(" || plain == "-";
    apposed
        && (to + 1..to + 6).take_while(|at| *at == to + 1 || said.gap(at - 1).trim().is_empty()).any(|at| {
            let one = said.is(at, CHILD) && !said.low(at).ends_with('s') || said.low(at) == "ehcp";
            let role = said.is(at + 1, TITLE | PLACE) || (to + 1..at).any(|at| said.is(at, TITLE));
            let near = (to + 1..at).all(|at| !matches!(said.low(at), "and" | "for" | "to" | "with" | "of" | "by"));
            let next = said.low(at + 1);
            let goes_on = matches!(next, "at" | "in" | "with" | "who" | "on" | "without" | "from");
            one && !role && near && (said.gap(at) != " " || goes_on)
        })
        || apposed
            && next == "who"
            && (matches!(
                said.low(to + 2),
                "is" | "has"
                    | "holds"
                    | "starts"
                    | "was"
                    | "lives"
                    | "cannot"
                    | "speaks"
                    | "sleeps"
                    | "struggles"
                    | "finds"
                    | "wants"
                    | "refuses"
                    | "misses"
                    | "attends"
                    | "had"
                    | "needs"
                    | "will"
            ) || matches!(said.low(to + 2), "joined" | "joins" | "moved" | "came" | "arrived" | "left" | "moves")
                && (to + 3..to + 8).any(|at| in_year(at) || said.low(at) == "reception"))
}

/// Whether the words before say that it is a child's: "pupil", "the boy", "mother of".
pub(super) fn says_child_before(said: &Said<'_>, from: isize) -> bool {
    let gap = said.gap(from - 1);
    let plain = gap.trim();
    let left = said.low(from - 1);
    let direct = matches!(plain, "" | ":" | "," | "(" | "[" | "-" | "\"" | ": \"" | "=") && !gap.contains('/');
    if !direct || from == 0 {
        return false;
    }
    let child = |at: isize| {
        let word = said.low(at);
        let young = said.is(at, FOLK) && said.is(at - 1, YOUNG);
        let owned = said.word(at).is_some_and(|word| word.owns);
        (said.is(at, CHILD) || young) && !owned && !matches!(word, "pupils" | "children" | "students" | "learners")
    };
    if child(from - 1) && (plain != "," || !said.low(from - 1).ends_with('s') || plain == ":") {
        return true;
    }
    if matches!(left, "called" | "named" | "as") && (from - 5..from - 1).any(child) && said.low(from - 1) != "as"
        || left == "as" && said.low(from - 2) == "known"
    {
        return true;
    }
    if left == "care" && said.low(from - 2) == "in" && child(from - 3) || left == "law" {
        return true;
    }
    if matches!(left, "initials" | "initial" | "excluded" | "suspended" | "reintegrated" | "refusing") && plain == ":"
        || left == "initials" && gap == " "
    {
        return true;
    }
    // "Pupil name:", "Name of child:", "Child's name:"
    let named = left == "name" && said.is(from - 2, CHILD | FAMILY)
        || said.is(from - 1, CHILD) && said.low(from - 2) == "of" && said.low(from - 3) == "name";
    let subject = matches!(left, "discussed" | "subject" | "concerned") && plain == ":";
    // "mother of", "EHCP for"
    let kin = left == "of" && said.is(from - 2, FAMILY) && said.low(from - 2) != "kin"
        || left == "of" && said.low(from - 2) == "family";
    let plan = matches!(left, "for" | "of") && said.is(from - 2, PLANNED);
    // "reintegration meeting held for"
    let done = left == "for" && said.is(from - 2, ARRANGED) && (from - 6..from - 2).any(|at| said.is(at, MEETING));
    let arrival = left == "arrival" && said.low(from - 2) == "new" && gap == " ";
    let filed = left == "case" && gap == " " && !matches!(said.low(from - 2), "in" | "business" | "the");
    if arrival || filed {
        return true;
    }
    let case = left == "of" && said.low(from - 2) == "case" && said.low(from - 3) != "the";
    // "The twins, Ivy and Olive, cry"
    let twins = plain == ","
        && matches!(
            left,
            "twins" | "siblings" | "brothers" | "sisters" | "triplets" | "cousins" | "children" | "boys" | "girls"
        )
        && (matches!(said.low(from - 2), "the" | "two" | "both" | "three") || said.is_capital(from - 2));
    if case || twins {
        return true;
    }
    let many = plain == ":" && matches!(left, "pupils" | "children" | "students" | "learners" | "boys" | "girls");
    named || subject || kin || plan || done || many
}

/// The words of the sentence that a word stands in.
pub(super) fn sentence(said: &Said<'_>, at: isize) -> (isize, isize) {
    let start = (0..=at).rev().find(|at| said.opens(*at)).unwrap_or(0);
    let end = (at + 1..said.len()).find(|at| said.opens(*at)).unwrap_or(said.len());
    (start, end)
}

/// Whether words of a sentence, but for those from `from` to `to`, tell of one child: he, her mum, a taxi, a fight.
pub(super) fn tells_of_child(said: &Said<'_>, start: isize, end: isize, from: isize, to: isize, cues: Kinds) -> bool {
    (start..end).filter(|at| !(from..=to).contains(at)).any(|at| {
        let low = said.low(at);
        let kin = said.is(at, FAMILY)
            && !low.ends_with('s')
            && !matches!(low, "parent" | "carer" | "baby" | "kin" | "foster" | "guardian");
        // "Hearing Support Team": a body.
        let body = said.is_capital(at) && !said.opens(at) && said.is_capital(at + 1)
            || said.gap(at) == " " && said.is(at + 1, PLACE) && said.is_capital(at);
        said.is(at, cues) && (said.is(at, PRONOUN) || !body) || kin
    })
}

/// What is told of children alone.
pub(super) fn is_of_childhood(said: &Said<'_>, at: isize) -> bool {
    matches!(
        said.low(at),
        "slept"
            | "sleeps"
            | "refused"
            | "refuses"
            | "swore"
            | "cried"
            | "cries"
            | "bolted"
            | "absconded"
            | "truanted"
            | "bit"
            | "kicked"
            | "hit"
            | "punched"
            | "threw"
            | "lunchtime"
            | "playtime"
            | "playground"
            | "timetable"
            | "classroom"
            | "taxi"
            | "foster"
            | "excluded"
            | "suspended"
            | "ehcp"
            | "camhs"
            | "phonics"
            | "reads"
            | "homework"
            | "lesson"
            | "lessons"
            | "corridor"
            | "corridors"
            | "peer"
            | "peers"
            | "classmate"
            | "classmates"
            | "uniform"
            | "detention"
            | "isolation"
            | "reintegrated"
            | "re-admitted"
            | "readmitted"
            | "stammer"
            | "seizure"
            | "inhaler"
    ) || said.low(at) == "home" && matches!(said.low(at - 1), "sent" | "at" | "went" | "taken" | "walked")
        || said.low(at) == "school" && matches!(said.low(at - 1), "into" | "off" | "missed" | "refusing" | "misses")
        || said.low(at) == "school" && said.low(at - 1) == "of" && said.low(at - 2) == "out"
}

/// What is done in an office: "led", "chairs", "drafted".
pub(super) fn is_office_act(low: &str) -> bool {
    matches!(
        low,
        "led"
            | "leads"
            | "leading"
            | "chaired"
            | "chairs"
            | "delivered"
            | "delivers"
            | "delivering"
            | "presented"
            | "presents"
            | "organised"
            | "organises"
            | "arranged"
            | "arranges"
            | "circulated"
            | "drafted"
            | "drafts"
            | "met"
            | "trained"
            | "trains"
            | "explained"
            | "gave"
            | "opened"
            | "hosted"
            | "hosts"
            | "agreed"
            | "emailed"
            | "contacted"
            | "updated"
            | "coordinates"
            | "coordinated"
            | "manages"
            | "managed"
            | "advised"
            | "advises"
            | "sent"
            | "offered"
            | "facilitated"
            | "facilitates"
            | "marked"
            | "audited"
            | "thanked"
            | "confirmed"
            | "supports"
            | "supported"
            | "visited"
            | "visits"
            | "ran"
            | "runs"
            | "oversees"
            | "compiled"
            | "wrote"
            | "shared"
            | "shares"
            | "reported"
            | "reports"
            | "attended"
            | "spoke"
            | "sits"
            | "collects"
            | "collated"
            | "retires"
            | "retired"
            | "recruited"
            | "appointed"
            | "teaches"
            | "taught"
            | "raised"
            | "provided"
            | "provides"
            | "reviewed"
            | "produced"
            | "observed"
            | "observes"
            | "monitors"
            | "tracks"
            | "analysed"
            | "worked"
            | "works"
            | "set"
            | "introduced"
    )
}
