//! The initials of a child: two or three capitals that a word beside them says are a child's.

use super::identifier::Hit;
use super::lexicon::{ACRONYM, CHILD, FAMILY, FOLK, PLACE, PRONOUN, TITLE, YOUNG};
use super::words::Said;
use crate::source::Kind;
use std::ops::Range;

/// Initials as they stand: from which word to which, and how they are written.
struct Mark {
    from: isize,
    to: isize,
    /// With points: "J.B.", "F. D.".
    dotted: bool,
    /// Letters apart: "P K".
    spaced: bool,
    /// Whether they are an abbreviation of the field.
    known: bool,
    range: Range<usize>,
}

/// Abbreviations that are written with points.
const DOTTED: &[&str] = &[
    "pe", "re", "uk", "usa", "us", "eu", "rc", "wi", "obe", "mbe", "cbe", "phd", "msc", "ba", "ma", "bsc", "am", "pm",
    "eg", "ie", "gp", "dob", "qc", "kc", "jp", "md", "tv", "bbc", "un", "upn", "uln", "nhs", "ni", "no", "la", "sen",
    "ps",
];

/// All initials of children in a block.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, hits: &mut Vec<Hit>) {
    if !has_capitals(&said.copy.text) {
        return;
    }
    let shouting = !said.copy.text.chars().any(char::is_lowercase);
    let mut at = 0;
    let mut last: Option<(isize, usize)> = None;
    while at < said.len() {
        let Some(mark) = mark(said, at) else {
            at += 1;
            continue;
        };
        at = mark.to + 1;
        let joined = last.is_some_and(|(word, _)| joins(said, word, mark.from)) && !mark.known;
        if joined || is_child(said, lead, &mark, shouting) || ahead(said, &mark, lead, shouting) {
            last = Some((mark.to, mark.range.end));
            hits.push((mark.range, Kind::Initials));
        }
    }
}

fn has_capitals(text: &str) -> bool {
    let bytes = text.as_bytes();
    let capital = |b: Option<&u8>| b.is_some_and(u8::is_ascii_uppercase);
    bytes.iter().enumerate().any(|(at, b)| {
        b.is_ascii_uppercase()
            && (capital(bytes.get(at + 1))
                || bytes.get(at + 1) == Some(&b'.')
                || bytes.get(at + 1) == Some(&b' ') && capital(bytes.get(at + 2)))
    })
}

fn mark(said: &Said<'_>, at: isize) -> Option<Mark> {
    let raw = said.raw(at);
    let letter = |at: isize| {
        let raw = said.raw(at);
        raw.len() == 1
            && raw.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
            && !said.word(at).is_some_and(|word| word.owns && said.gap(at).starts_with("'s."))
    };
    let hyphened = raw.len() == 3
        && raw.as_bytes().get(1) == Some(&b'-')
        && raw.bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
    if letter(at) || hyphened {
        let mut to = at;
        let dot = |at: isize| said.gap(at).starts_with('.') && said.gap(at).trim_start_matches('.').trim().is_empty();
        while to - at < 3 && dot(to) && letter(to + 1) && said.gap(to).len() <= 2 {
            to += 1;
        }
        if to > at {
            let start = said.word(at)?.start;
            let end = said.word(to)?.end + usize::from(said.gap(to).starts_with('.'));
            let letters: String = (at..=to).map(|at| said.low(at)).collect();
            let letters = letters.replace('-', "");
            let known = DOTTED.contains(&letters.as_str()) || letters.len() > 3;
            return Some(Mark { from: at, to, dotted: true, spaced: false, known, range: start..end });
        }
        if !hyphened && said.gap(at) == " " && letter(at + 1) && !letter(at + 2) {
            return Some(Mark {
                from: at,
                to: at + 1,
                dotted: false,
                spaced: true,
                known: false,
                range: said.range(at, at + 1),
            });
        }
        return None;
    }
    let is_mark = (2..=3).contains(&raw.len()) && raw.bytes().all(|b| b.is_ascii_uppercase());
    is_mark.then(|| Mark {
        from: at,
        to: at,
        dotted: false,
        spaced: false,
        known: said.is(at, ACRONYM),
        range: said.range(at, at),
    })
}

/// Whether initials stand in one list with those before.
fn joins(said: &Said<'_>, last: isize, next: isize) -> bool {
    let gap = |at: isize| matches!(said.gap(at).trim(), "," | "/" | "&" | "");
    next == last + 1 && matches!(said.gap(last).trim(), "," | "/" | "&")
        || next == last + 2 && said.low(last + 1) == "and" && gap(last) && gap(last + 1)
}

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
                    "taxi" | "escort" | "ehcp" | "attendance" | "tutor" | "keyworker" | "class" | "placement" | "plan"
                )
        };
        return kin(to + 1) || kin(to + 2);
    }
    let in_year = |at: isize| {
        let low = said.low(at);
        let numbered = said.word(at + 1).and_then(|word| word.value).is_some_and(|value| value <= 14);
        let short =
            low.len() <= 3 && low.starts_with('y') && low.get(1..).is_some_and(|rest| rest.parse::<u32>().is_ok());
        let plural = said.low(at + 2).ends_with('s')
            && !said.low(at + 2).starts_with("is")
            && said.gap(at + 1) == " "
            && said.is(at + 2, super::lexicon::PEOPLE | TITLE);
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
    if plain == "(" && next == "both" && in_year(to + 2) {
        return true;
    }
    // ", 13, admitted"
    if plain == ","
        && said.word(to + 1).and_then(|word| word.value).is_some_and(|value| (3..=19).contains(&value))
        && said.gap(to + 1).trim() == ","
    {
        return true;
    }
    // "in Year 9", "from Year 1", "in 3H"
    let led = matches!(next, "in" | "from" | "of") && plain.is_empty();
    if led && (in_year(to + 2) || in_class(to + 2) || reception(to + 2)) {
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
            && matches!(said.low(to + 2), "is" | "has" | "holds" | "starts" | "was" | "lives" | "cannot" | "attends")
}

/// Whether the words before say that it is a child's: "pupil", "the boy", "mother of".
pub(super) fn says_child_before(said: &Said<'_>, from: isize) -> bool {
    let gap = said.gap(from - 1);
    let plain = gap.trim();
    let left = said.low(from - 1);
    let direct = matches!(plain, "" | ":" | "," | "(" | "-" | "\"" | ": \"" | "=") && !gap.contains('/');
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
    if matches!(left, "initials" | "initial" | "excluded") && plain == ":" {
        return true;
    }
    // "Pupil name:", "Name of child:", "Child's name:"
    let named = left == "name" && said.is(from - 2, CHILD | FAMILY)
        || said.is(from - 1, CHILD) && said.low(from - 2) == "of" && said.low(from - 3) == "name";
    let subject = matches!(left, "discussed" | "subject" | "concerned") && plain == ":";
    // "mother of", "EHCP for"
    let kin = left == "of" && said.is(from - 2, FAMILY) && said.low(from - 2) != "kin"
        || left == "of" && said.low(from - 2) == "family";
    let plan = matches!(left, "for" | "of")
        && matches!(
            said.low(from - 2),
            "ehcp"
                | "ehc"
                | "attendance"
                | "placement"
                | "tuition"
                | "timetable"
                | "taxi"
                | "reintegration"
                | "suspension"
                | "exclusion"
                | "pep"
                | "placements"
                | "mentoring"
                | "bullying"
                | "carer"
                | "hours"
                | "behaviour"
        );
    // "reintegration meeting held for"
    let done = left == "for"
        && matches!(
            said.low(from - 2),
            "held"
                | "agreed"
                | "arranged"
                | "made"
                | "found"
                | "sought"
                | "requested"
                | "secured"
                | "offered"
                | "completed"
                | "started"
                | "planned"
                | "booked"
                | "needed"
                | "convened"
                | "submitted"
        )
        && (from - 6..from - 2).any(|at| {
            matches!(
                said.low(at),
                "meeting"
                    | "plan"
                    | "placement"
                    | "place"
                    | "tuition"
                    | "transport"
                    | "taxi"
                    | "review"
                    | "timetable"
                    | "referral"
                    | "assessment"
                    | "mentoring"
                    | "reintegration"
                    | "pep"
                    | "provision"
                    | "move"
            )
        });
    let many = plain == ":" && matches!(left, "pupils" | "children" | "students" | "learners" | "boys" | "girls");
    named || subject || kin || plan || done || many
}

fn is_child(said: &Said<'_>, lead: &Said<'_>, mark: &Mark, shouting: bool) -> bool {
    let (from, to) = (mark.from, mark.to);
    let next = said.raw(to + 1);
    let titled = said.is(from - 1, TITLE) && said.gap(from - 1).trim().trim_end_matches('.').is_empty();
    let surname = !shouting
        && said.is_capital(to + 1)
        && next.len() > 2
        && next.chars().skip(1).any(char::is_lowercase)
        && said.gap(to).trim().trim_start_matches('.').is_empty();
    let before = says_child_before(said, from);
    let room = matches!(
        said.low(from - 1),
        "room"
            | "phase"
            | "grade"
            | "class"
            | "form"
            | "classes"
            | "house"
            | "team"
            | "action"
            | "plan"
            | "block"
            | "set"
            | "unit"
            | "option"
            | "group"
    );
    // "PA (persistent absence)"
    let defined = said.gap(to).trim_start_matches('.').trim() == "("
        && !said.is_capital(to + 1)
        && said.word(to + 1).is_some_and(|word| word.value.is_none())
        && said.low(to + 1).len() > 4
        && said.low(to + 1) != "reception"
        && said.low(to).starts_with(said.low(to + 1).get(..1).unwrap_or("-"));
    if titled || room || defined {
        return false;
    }
    if mark.spaced {
        return before;
    }
    if shouting {
        return before && !mark.known;
    }
    if surname && !before {
        return false;
    }
    let after = says_child_after(said, to) || mark.dotted && after_dot(said, mark);
    if mark.known {
        // Some abbreviations are initials too, where a year group says so in so many words.
        let soft = matches!(
            said.low(from),
            "sa" | "mp"
                | "al"
                | "ir"
                | "ed"
                | "am"
                | "ok"
                | "cd"
                | "vi"
                | "iv"
                | "pc"
                | "ba"
                | "ms"
                | "mr"
                | "st"
                | "co"
                | "ne"
                | "se"
                | "sw"
                | "nw"
                | "md"
                | "pd"
                | "ad"
                | "nb"
                | "di"
                | "jo"
                | "my"
                | "ie"
                | "ra"
                | "iro"
                | "sl"
                | "pt"
                | "dv"
                | "hi"
                | "sn"
                | "tb"
                | "cp"
                | "pp"
                | "nc"
                | "ht"
                | "ap"
                | "ep"
                | "dt"
                | "cc"
                | "or"
                | "sos"
        );
        let strict = soft
            && matches!(said.gap(to).trim(), "," | "(" | "-" | ":" | "" | ";")
            && !said.low(to + 1).starts_with("in")
            && after
            && (!said.gap(to).trim().is_empty() || said.copy.text.contains(" ; "));
        let named = soft && before && !(said.gap(to) == " " && said.low(to + 1).len() > 3 && !verb(said, to + 1));
        // "AM's mother": what has a mother is no abbreviation.
        let mother = said.low(from).len() == 2
            && said.word(to).is_some_and(|word| word.owns)
            && matches!(
                said.low(to + 1),
                "mum" | "mother" | "dad" | "father" | "gran" | "nan" | "brother" | "sister" | "grandmother" | "aunt"
            );
        return strict || named || mother;
    }
    if before || after {
        return true;
    }
    let pronoun = said.words.iter().any(|word| word.kinds & PRONOUN != 0);
    let school_child = (0..said.len()).any(|at| said.is(at, CHILD) && !said.low(at).ends_with('s'))
        || lead.all & CHILD != 0 && lead.len() < 8;
    let year = (0..said.len())
        .any(|at| matches!(said.low(at), "year" | "yr") && said.word(at + 1).is_some_and(|word| word.value.is_some()));
    if mark.dotted {
        let from_school = said.low(to + 1) == "from" && said.is_capital(to + 2)
            || said.low(to + 1) == "at" && said.is_capital(to + 2);
        return pronoun && (year || school_child) || from_school || school_child && from == 0;
    }
    // "HJ hit his TA again", "When YL leaves Year 11"
    let acts = verb(said, to + 1) && said.gap(to) == " ";
    let own = (to + 1..to + 5).any(|at| said.is(at, PRONOUN));
    let leaves = matches!(said.low(to + 1), "leaves" | "starts" | "joins" | "left" | "joined" | "enters")
        && (to + 2..to + 4).any(|at| said.low(at) == "year");
    acts && own && year && said.opens_or_quoted(from) || leaves
}

/// After points the words that say it come behind one more: "K.T., who", "J.B. (Y5)".
fn after_dot(said: &Said<'_>, mark: &Mark) -> bool {
    let gap = said.gap(mark.to).trim_start_matches('.').trim();
    let year = |at: isize| {
        matches!(said.low(at), "year" | "yr") && said.word(at + 1).is_some_and(|word| word.value.is_some())
            || said.low(at).len() <= 3 && said.low(at).starts_with('y') && said.low(at).len() > 1
    };
    let next = mark.to + 1;
    let kin = said.word(mark.to).is_some_and(|word| word.owns) && said.is(next, FAMILY);
    matches!(gap, "," | "(" | ":" | "-" | "")
        && (year(next) && !gap.is_empty() || said.low(next) == "in" && gap.is_empty() && year(next + 1))
        || gap == "," && said.low(next) == "who"
        || matches!(said.low(next), "aged" | "age") && gap == ","
        || kin
}

fn verb(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    matches!(
        low,
        "hit"
            | "is"
            | "was"
            | "has"
            | "had"
            | "will"
            | "cannot"
            | "went"
            | "left"
            | "told"
            | "said"
            | "ran"
            | "bit"
            | "threw"
            | "now"
            | "does"
            | "did"
            | "refuses"
            | "back"
    ) || low.len() > 3
        && (low.ends_with("ed")
            || low.ends_with('s') && !low.ends_with("ss") && !low.ends_with("ers") && !low.ends_with("ors"))
}

/// Whether a list of initials is said to be of children by what comes after its last one: "JS and DW (both Y8)".
fn ahead(said: &Said<'_>, mark: &Mark, lead: &Said<'_>, shouting: bool) -> bool {
    if mark.known || mark.spaced {
        return false;
    }
    let (mut last, mut steps) = (mark.to, 0);
    while steps < 5 {
        let next = [last + 1, last + 2].into_iter().find(|next| joins(said, last, *next));
        let Some(other) = next.and_then(|next| self::mark(said, next)).filter(|other| !other.known) else {
            return false;
        };
        if is_child(said, lead, &other, shouting) {
            return true;
        }
        last = other.to;
        steps += 1;
    }
    false
}
