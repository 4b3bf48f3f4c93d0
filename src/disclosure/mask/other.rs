//! Numbers that count no people, whatever stands behind them: labels, bounds, dates, hours, names, and what is measured or
//! set.

use crate::disclosure::count::{is_named, is_season, time_after};
use crate::disclosure::lexicon::{BEFELL, CHANGED, EVENT, MONTH, PEOPLE, STATES};
use crate::disclosure::thing::is_thing;
use crate::disclosure::words::{Said, is_in};

/// Whether a number counts no people, by what it is or by what leads it in.
pub(super) fn is_other(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    is_named(said, at, at) && !is_of_season(said, at)
        || is_bound(said, at)
        || is_label(said, at)
        || is_date(said, at)
        || is_day(said, at)
        || is_address(said, at)
        || is_span(said, at)
        || is_hour(said, at, sentence)
        || is_name(said, at, sentence)
        || is_of_what_leads(said, at, sentence)
}

/// Where people are counted, or what they are on.
pub(super) fn holds_people(low: &str) -> bool {
    let holds = "schools classes groups hubs areas settings colleges centres units districts academies primaries secondaries \
        cohorts services providers plans timetables villages towns wards parishes estates communities streets homes houses";
    is_in(holds, low)
}

/// What is measured or set, and not counted.
pub(super) fn is_measure(low: &str) -> bool {
    let set = "score scores rating ratings rate average mean median grade grades marks rank scale ratio target targets goal aim \
        limit cap capacity maximum minimum threshold version draft";
    is_in(set, low) || is_in(SCORED, low)
}

/// What is done to a number that is no count.
const SCORED: &str = "scored rated graded ranked marked averaged";

/// "Autumn 4, Spring 2": where a season stands before more than a half of it, none of them is called by its number.
fn is_of_season(said: &Said<'_>, at: isize) -> bool {
    let more = |at: isize| {
        said.word(at).and_then(|word| word.value).is_some_and(|value| (3..1990).contains(&value) || value == 0)
    };
    is_season(said.low(at - 1))
        && (1..said.len()).any(|step| is_season(said.low(step - 1)) && said.gap(step - 1) == " " && more(step))
}

/// "5 or fewer", "at least 3", "up to 4", "groups of 3": it says of nobody how many there are.
fn is_bound(said: &Said<'_>, at: isize) -> bool {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some_and(|value| value < 1990));
    let (left, second) = (said.low(at - 1), said.low(at - 2));
    let after = said.low(at + 1) == "or"
        && matches!(said.low(at + 2), "fewer" | "less" | "more" | "under" | "over" | "below" | "above");
    let plain = said.gap(at - 1) == " " || said.gap(at - 1).trim() == ".";
    let before = plain
        && match left {
            "least" | "most" | "under" | "below" | "over" | "above" | "every" | "per" | "nearest" | "until" => true,
            // "fewer than 5" is how others keep a count back; "fewer than 5 last term" is one.
            "than" => {
                matches!(second, "fewer" | "less" | "more")
                    && (second != "more" || said.low(at - 3) == "no")
                    && !time_after(said, at)
            }
            "to" => {
                second == "up"
                    && matches!(said.low(at - 3), "for" | "of" | "in" | "with" | "take" | "takes" | "hold" | "holds")
            }
            "of" => matches!(second, "groups" | "teams" | "classes" | "sets" | "tables" | "pods" | "pairs"),
            "in" => number(at - 2),
            "no" => said.gap(at - 1).trim() == "." || said.gap(at - 1) == " ",
            "number" | "nos" | "question" | "questions" => said.gap(at - 1) == " ",
            _ => false,
        };
    // "1 to 1"
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    let even = said.low(at + 1) == "to" && value(at + 2) == value(at) || left == "to" && value(at - 2) == value(at);
    before || after || even && value(at) == Some(1)
}

/// After it a number is a name: of one in any place, of several only where two or more are named.
const NAMES: &str = "flat lesson junction ext extension letter paper recommendation radio study page line slide episode volume \
    proposal goal aim objective appendix annex table figure chart stars";
const LED_NAMES: &str = "team bus line house";
const SEVERAL: &str = "classes rooms actions grades levels stages phases tiers bands units lessons items outcomes objectives \
    sections questions weeks ages flats";

/// "classes 3 and 4", "grades 4 and 5", "ages of 4 and 5", "by Team 2", "Flat 4".
fn is_label(said: &Said<'_>, at: isize) -> bool {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let (mut first, mut joined) = (at, is_joined(said, at).is_some());
    while let Some(before) =
        [first - 1, first - 2].into_iter().find(|before| is_joined(said, *before) == Some(first) && number(*before))
    {
        (first, joined) = (before, true);
    }
    let (left, second) = (said.low(first - 1), said.low(first - 2));
    let plain = said.gap(first - 1) == " ";
    let led = is_in("by in on with at near from to see under of", second) && said.is_capital(first - 1);
    plain && (is_in(NAMES, left) || is_in(LED_NAMES, left) && led || joined && is_in(SEVERAL, left))
        || joined && left == "of" && is_in("ages grades levels", second)
}

/// The number that is joined to one: "3 and 4", "3, 4", "3 to 4".
fn is_joined(said: &Said<'_>, at: isize) -> Option<isize> {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let by_word = is_in("and or to", said.low(at + 1)) && said.gap(at) == " " && said.gap(at + 1) == " ";
    match said.gap(at).trim() {
        "," | "/" | "&" if number(at + 1) => Some(at + 1),
        _ => (by_word && number(at) && number(at + 2)).then_some(at + 2),
    }
}

/// "on May 4", "from Monday 4 to Friday 8 May", "between 2 and 4 pm".
fn is_day(said: &Said<'_>, at: isize) -> bool {
    let (left, second) = (said.low(at - 1), said.low(at - 2));
    let plain = said.gap(at - 1) == " ";
    let of_month =
        said.is(at - 1, MONTH) && said.is_capital(at - 1) && is_in("on by since until from to before after", second);
    let weekday = is_in("monday tuesday wednesday thursday friday saturday sunday", left);
    let of_week = weekday && (at + 1..at + 7).any(|step| said.is(step, MONTH) && said.is_capital(step));
    let hour = |low: &str| {
        is_in("pm am o'clock noon", low) || low.ends_with("pm") && low.starts_with(|c: char| c.is_ascii_digit())
    };
    let led = is_in("between from", left) && is_in("and to", said.low(at + 1));
    let of_time = led && (hour(said.low(at + 2)) || said.gap(at + 2) == " " && hour(said.low(at + 3)));
    plain && (of_month || of_week || of_time)
}

/// What a street is called, and where somebody or something is.
const STREETS: &str =
    "street road lane avenue drive crescent terrace grove gardens close row court square hill way place walk";
const WHERE: &str = "at near from of on opposite outside behind by beside is in to";

/// "at 5 High Street", "near 2 Mill Lane and 3 Station Road", but "2 Beck Road" alone may be of pupils from there.
pub(super) fn is_address(said: &Said<'_>, at: isize) -> bool {
    let named = |step: &isize| said.is_capital(*step) && said.gap(step - 1) == " ";
    let street = |step: isize| said.is_capital(step) && is_in(STREETS, said.low(step));
    let end = (at + 1..at + 4).take_while(named).find(|step| street(*step));
    let joined =
        said.gap(at - 1).trim() == "," && street(at - 1) || is_in("and or", said.low(at - 1)) && street(at - 2);
    let of_people = |end: isize| said.gap(end) == " " && said.is(end + 1, PEOPLE);
    end.is_some_and(|end| !of_people(end)) && (is_in(WHERE, said.low(at - 1)) || joined)
}

/// "5, 4 and 3 days", "for 4 and 3 days": of what the last of them is of.
fn is_span(said: &Said<'_>, at: isize) -> bool {
    let (mut last, mut many, mut and) = (at, 0, false);
    while let Some(next) = is_joined(said, last) {
        (and, many, last) = (said.low(last + 1) == "and", many + 1, next);
    }
    let (mut first, mut before) = (at, 0);
    while let Some(found) = [first - 1, first - 2].into_iter().find(|step| is_joined(said, *step) == Some(first)) {
        (first, before) = (found, before + 1);
    }
    let led = is_in("for of given after", said.low(first - 1));
    many > 0
        && and
        && (led || many + before > 1)
        && said.gap(last) == " "
        && is_in("days weeks months hours minutes", said.low(last + 1))
}

/// "3 May", "3 and 4 June", "May 4".
fn is_date(said: &Said<'_>, at: isize) -> bool {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let mut step = at;
    while step < at + 12 {
        let joined = matches!(said.gap(step).trim(), "," | "/" | "&") && number(step + 1);
        step += match said.low(step + 1) {
            _ if joined => 1,
            "and" | "or" | "to" if number(step + 2) => 2,
            _ => break,
        };
    }
    let numeric = said.raw(at).bytes().all(|b| b.is_ascii_digit() || b == b'-');
    numeric
        && said.gap(step) == " "
        && said.is(step + 1, MONTH)
        && (said.low(step + 1) != "may" || said.is_capital(step + 1))
}

/// "opens at 3", "ran from 3 to 5", but "exclusions began at 5 and ended at 3".
fn is_hour(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let clause = clause_of(said, at, sentence);
    let stems = |low: &str, stems: &[&str]| low.len() < 9 && stems.iter().any(|stem| low.starts_with(stem));
    let counted = (clause..at).any(|step| said.is(step, EVENT | CHANGED));
    let opens = |step| stems(said.low(step), &["open", "clos", "meet", "met"]);
    let people = (clause..at).any(|step| said.is(step, PEOPLE));
    let starts = |step| stems(said.low(step), &["start", "finish", "begin", "began", "end", "runs", "ran"]);
    let near = !counted && (clause.max(at - 6)..at - 1).any(|step| opens(step) || !people && starts(step));
    let led = is_in("at from to till until between before after by", said.low(at - 1));
    near && led || is_in("o'clock noon sharp", said.low(at + 1)) || said.gap(at - 1).ends_with('@')
}

/// Where the clause begins that a word stands in.
fn clause_of(said: &Said<'_>, at: isize, sentence: isize) -> isize {
    (sentence..at).rev().find(|step| said.gap(*step).contains([',', ';'])).map_or(sentence, |end| end + 1)
}

/// "Three Rivers Academy", "no one", "a new one".
fn is_name(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let is_word = said.raw(at).bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    let name =
        is_word && at > sentence && said.is_capital(at) && said.is_capital(at + 1) && !said.gap(at - 1).contains(':');
    let leads = ["a", "an", "the", "this", "that", "each", "every", "no", "which", "any", "some", "another"];
    let led = leads.contains(&said.low(at - 1)) || leads.contains(&said.low(at - 2)) && said.gap(at - 1) == " ";
    let alone =
        said.low(at) == "one" && led && !matches!(said.low(at - 1), "and" | "to" | "from" | "of" | "was" | "only");
    // "pupils without one"
    let alone =
        alone || said.low(at) == "one" && matches!(said.low(at - 1), "without" | "need" | "needs" | "want" | "wants");
    let alone = alone || said.low(at) == "one" && said.low(at - 1) == "had" && said.low(at - 2) == "not";
    let by_one = said.low(at - 1) == "by" && said.low(at - 2) == "one" && said.low(at) == "one";
    name || alone || by_one || said.low(at) == "one" && matches!(said.low(at + 1), "another" | "by" | "off")
}

/// "rated the hub 4".
pub(super) fn is_scored(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    (clause_of(said, at, sentence).max(at - 6)..at).any(|step| is_in(SCORED, said.low(step)))
}

/// "visits rose to 3", "sessions: 3", "scored 4", "a target of 2": of what leads the figure in.
fn is_of_what_leads(said: &Said<'_>, at: isize, sentence: isize) -> bool {
    let clause = clause_of(said, at, sentence);
    if is_scored(said, at, sentence) {
        return true;
    }
    let between = "to from at now only just still also been about nearly of stood stands";
    let passes = |step: isize| {
        let number = said.word(step).is_some_and(|word| word.value.is_some());
        number || said.is(step, STATES | CHANGED) || is_in(between, said.low(step))
    };
    let mut step = at - 1;
    while step >= clause && step > at - 8 && !said.gap(step).contains('(') && passes(step) {
        step -= 1;
    }
    if step < clause || said.gap(step).contains('(') {
        return false;
    }
    let low = said.low(step);
    // "from 3 pupils in two schools 2 came back": no subject.
    let held = "at in on with without from under awaiting for to across";
    let inside = (step - 2..step).any(|step| is_in(held, said.low(step)));
    let of_people = (clause..step).any(|step| said.is(step, PEOPLE | EVENT));
    // "Home visits to 4", but "visits rose to 4"
    let led = !is_in("to about", said.low(at - 1))
        || (clause..at).any(|step| said.is(step, CHANGED) || is_in(SCORED, said.low(step)) || said.low(step) == "from");
    // "Number of schools: 5", where nobody is spoken of
    let any = (0..said.len()).any(|step| said.is(step, PEOPLE | EVENT | BEFELL));
    is_measure(low)
        || low.ends_with('s')
            && is_thing(said, step)
            && (!holds_people(low) || !any && said.gap(step).contains(':'))
            && led
            && !inside
            && !of_people
}
