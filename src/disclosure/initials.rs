//! The initials of a child: two or three capitals that a word beside them says are a child's.

use super::cue::{is_of_childhood, is_office_act, says_child_after, says_child_before, sentence, tells_of_child};
use super::identifier::Hit;
use super::lexicon::{
    ACRONYM, ACTS, CARE, CHILD, CHILDLY, FAMILY, PEOPLE, PLANNED, PRONOUN, SOFT, TITLE, WANTED, kinds_of,
};
use super::words::Said;
use crate::source::Kind;
use mark::{Mark, has_capitals, joins, mark};

mod life;
mod mark;

/// All initials of children in a block.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, hits: &mut Vec<Hit>) {
    if !has_capitals(&said.copy.text) {
        return;
    }
    // "WA – Y10" is no line in capitals.
    let shouting = !said.copy.text.chars().any(char::is_lowercase) && said.len() > 4;
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
    // "an existing Learning Mentor (LM) framework"
    let letters: Vec<char> = (from..=to).flat_map(|at| said.low(at).chars()).collect();
    let abbreviates = said.gap(from - 1) == " ("
        && letters.iter().rev().zip(1..).all(|(letter, back)| said.low(from - back).starts_with(*letter));
    if titled || room || defined || abbreviates {
        return false;
    }
    if mark.spaced {
        return before || life::is_got_for(said, from, to) || told_of_one(said, mark);
    }
    if shouting {
        let year = said.gap(to).contains(['(', '-', ',']) && says_child_after(said, to);
        return !mark.known && (before || year || life::listed(said, lead, mark));
    }
    if surname && !before {
        return false;
    }
    let after = says_child_after(said, to) || mark.dotted && after_dot(said, mark);
    // "a pupil (A.M., Year 9)"
    if mark.known && mark.dotted && before && said.gap(from - 1).contains('(') && said.gap(to).contains(',') {
        return true;
    }
    // "K.A. until July": in points no abbreviation of the field, whatever it would be without them.
    if mark.dotted && told_beside(said, mark) {
        return true;
    }
    if mark.known {
        // Some abbreviations are initials too, where a year group says so in so many words.
        let soft = said.is(from, SOFT);
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
        // "“RE” (Year 4)", "NW Y11": a year group of its own.
        let quoted = said.gap(from - 1).contains('"') && said.gap(to).contains('(') && in_year(said, to + 1);
        let in_own = soft
            && said.gap(to) == " "
            && said.low(to + 1).starts_with('y')
            && in_year(said, to + 1)
            && !said.is(to + 2, PEOPLE | TITLE);
        let among = soft
            && life::figured(said, to)
            && (0..said.len()).any(|at| {
                self::mark(said, at)
                    .is_some_and(|other| !other.known && other.from != from && life::figured(said, other.to))
            });
        // "Transport for IT (Y5)"
        let got = said.low(from).len() == 2
            && said.low(from - 1) == "for"
            && said.is(from - 2, WANTED | PLANNED | CHILDLY)
            && said.gap(to) == " ("
            && in_year(said, to + 1)
            && said.low(to + 1).starts_with('y');
        return got || strict || named || mother || quoted || in_own || among;
    }
    if before || after {
        return true;
    }
    // "HN Y2, agree to assess"
    let short = said.low(to + 1).starts_with('y') && said.low(to + 1) != "year" && in_year(said, to + 1);
    if short && said.gap(to) == " " && raw_length(said, mark) == 2 && !said.is(to + 2, PEOPLE | TITLE) {
        return true;
    }
    if told_of_one(said, mark) {
        return true;
    }
    if told_beside(said, mark) || life::lived(said, mark) || life::listed(said, lead, mark) {
        return true;
    }
    // "KB from Beck Road Primary School"
    let from_school = matches!(said.low(to + 1), "from" | "at")
        && said.is_capital(to + 2)
        && (to + 3..to + 7).take_while(|at| said.is_capital(*at) && said.gap(at - 1) == " ").any(|at| {
            matches!(
                said.low(at),
                "school" | "academy" | "primary" | "high" | "college" | "infants" | "juniors" | "nursery"
            )
        });
    if from_school && raw_length(said, mark) == 2 {
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

/// Whether the sentence tells of a child, and nothing says that the letters are an adult's, or of a thing.
fn told_beside(said: &Said<'_>, mark: &Mark) -> bool {
    let (from, to) = (mark.from, mark.to);
    let (start, _) = sentence(said, from);
    let end = (to + 1..said.len()).find(|at| said.opens(*at) && *at > to + 1).unwrap_or(said.len());
    let letters: String = (from..=to).map(|at| said.low(at)).collect();
    let small = matches!(
        letters.as_str(),
        "in" | "at"
            | "on"
            | "of"
            | "is"
            | "or"
            | "so"
            | "my"
            | "me"
            | "he"
            | "we"
            | "be"
            | "do"
            | "go"
            | "if"
            | "up"
            | "an"
            | "as"
            | "no"
    );
    let kinds = kinds_of(&letters);
    let singular = |at: isize| said.is(at, CHILD) && !said.low(at).ends_with('s');
    // "the only girl in the group, N.W., has asked"
    let soft = kinds & SOFT != 0
        && mark.dotted
        && (said.gap(to) != ". " || verb(said, to + 1))
        && ((start..end).any(singular) || tells_of_child(said, start, end, from, to, PRONOUN));
    let abbreviated = (kinds & ACRONYM != 0 || mark.known) && !small && !soft;
    let office = is_office_act(said.low(to + 1))
        || matches!(said.low(to + 1), "to" | "will" | "leads" | "lead" | "colleagues" | "team" | "s")
            && !(said.low(to + 1) == "met" && mark.dotted)
        || matches!(
            said.low(from - 1),
            "author" | "minutes" | "by" | "paper" | "chair" | "with" | "the" | "an" | "and" | "all" | "each"
        ) && !(matches!(said.low(from - 1), "with" | "by" | "and") && mark.dotted)
        || (from - 2..from).any(|at| {
            matches!(said.low(at), "mr" | "mrs" | "ms" | "miss" | "dr" | "cllr" | "author" | "minutes" | "paper")
        })
        || said.gap(to).trim_start_matches('.').trim() == "," && (to + 1..to + 4).any(|at| said.is(at, TITLE))
        || said.gap(to).contains(" (")
            && said.word(to + 1).is_some_and(|word| word.value.is_none())
            && !said.low(to + 1).starts_with('y')
            && !said.is(to + 1, CARE | CHILD | FAMILY | PRONOUN | CHILDLY);
    if abbreviated || office {
        return false;
    }
    if mark.dotted {
        return tells_of_child(said, start, end, from, to, PRONOUN | CHILDLY | WANTED)
            || (start..end).any(|at| singular(at) || in_year(said, at) || matches!(said.low(at), "aged" | "age"));
    }
    // "VC said nobody shouts, which has done much for her", "AJM - re-refer to CAMHS"
    let opening = said.opens_or_quoted(from) || said.gap(from - 1).contains(['(', '\'']);
    let speaks = verb(said, to + 1) && said.gap(to) == " " && raw_length(said, mark) == 2;
    let listed = said.gap(to).starts_with(" - ") || said.gap(to).starts_with(": ");
    let joined = said.gap(from - 1).contains('(') && matches!(said.gap(to).trim(), "&" | ",");
    let own = tells_of_child(said, start, end, from, to, PRONOUN);
    opening
        && (speaks && own
            || listed
                && (own
                    || tells_of_child(said, start, end, from, to, CHILDLY)
                    || said.all & CARE != 0
                    || said.low(to + 1) == "managed" && said.low(to + 2) == "move"))
        || joined
            && (from - 2..from).any(|at| said.is(at, CHILD | PEOPLE) && at > from - 2)
            && !said.is(from - 1, TITLE)
}

/// Whether the sentence goes on to tell of one child, whatever stands before the letters: "things with EW have got worse,
/// and mum will keep him off".
fn told_of_one(said: &Said<'_>, mark: &Mark) -> bool {
    let (from, to) = (mark.from, mark.to);
    let (start, end) = sentence(said, from);
    if mark.known || raw_length(said, mark) != 2 {
        return false;
    }
    let (left, next) = (said.low(from - 1), said.low(to + 1));
    let barred = matches!(
        left,
        "the"
            | "a"
            | "an"
            | "each"
            | "all"
            | "our"
            | "by"
            | "author"
            | "chair"
            | "lead"
            | "using"
            | "in"
            | "under"
            | "via"
    ) && said.gap(from - 1) == " "
        || said.gap(to) == " "
            && (said.is_capital(to + 1)
                || is_office_act(next)
                || matches!(
                    next,
                    "to" | "will" | "team" | "staff" | "colleagues" | "list" | "group" | "scheme" | "tool"
                ))
        || (start..end).any(|at| matches!(said.low(at), "mr" | "mrs" | "ms" | "dr" | "minutes" | "author" | "cllr"))
        || said.is(from - 1, TITLE)
        || said.gap(to).contains('(')
        || said.gap(from - 1).contains('(') && !said.is(from - 1, CHILD);
    let later = |kinds| (to + 1..end).any(|at| said.is(at, kinds));
    let kin = (to + 1..end).any(|at| {
        said.is(at, FAMILY)
            && !said.low(at).ends_with('s')
            && !matches!(said.low(at), "parent" | "carer" | "baby" | "kin" | "foster" | "guardian")
    });
    let lived = (start..end).any(|at| said.is(at, CHILDLY) || is_of_childhood(said, at));
    let comes =
        said.opens(from) && said.gap(to) == " " && (verb(said, to + 1) || matches!(next, "came" | "got" | "comes"));
    !barred && (comes && kin || later(PRONOUN) && (kin || lived) || kin && lived)
}

/// "Year 9", "Y9", "yr9".
fn in_year(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    matches!(low, "year" | "yr") && said.word(at + 1).is_some_and(|word| word.value.is_some())
        || low
            .strip_prefix("yr")
            .or_else(|| low.strip_prefix('y'))
            .is_some_and(|rest| rest.parse::<u32>().is_ok_and(|year| year < 15))
}

fn raw_length(said: &Said<'_>, mark: &Mark) -> usize {
    (mark.from..=mark.to).map(|at| said.raw(at).len()).sum()
}

/// After points the words that say it come behind one more: "K.T., who", "J.B. (Y5)".
fn after_dot(said: &Said<'_>, mark: &Mark) -> bool {
    let gap = said.gap(mark.to).trim_start_matches('.').trim();
    let year = |at: isize| {
        matches!(said.low(at), "year" | "yr") && said.word(at + 1).is_some_and(|word| word.value.is_some())
            || said.low(at).len() <= 3 && said.low(at).starts_with('y') && said.low(at).len() > 1
    };
    let class = |at: isize| {
        let low = said.low(at);
        low.len() > 1
            && low.len() < 4
            && low.ends_with(|c: char| c.is_ascii_lowercase())
            && low.starts_with(|c: char| c.is_ascii_digit())
    };
    let next = mark.to + 1;
    let kin = said.word(mark.to).is_some_and(|word| word.owns) && said.is(next, FAMILY);
    // "R.A.'s mum"
    let own = said.gap(mark.to) == ".'" && said.low(next) == "s" && said.is(next + 1, FAMILY);
    own || matches!(gap, "," | "(" | ":" | "-" | "")
        && (year(next) && !gap.is_empty()
            || said.low(next) == "in"
                && gap.is_empty()
                && (year(next + 1) || class(next + 1) || said.low(next + 1) == "form" && class(next + 2)))
        || gap == "," && said.low(next) == "who"
        || matches!(said.low(next), "aged" | "age") && gap == ","
        || kin
}

fn verb(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    said.is(at, ACTS)
        || low.len() > 3
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
