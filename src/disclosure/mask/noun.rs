//! What a figure is of, by the words beside it. Things are known by their words; of anything else that a figure may stand
//! before, nobody can say that it is no people.

use super::wording::is_verb_of_several;
use crate::disclosure::count::{is_season, time_after};
use crate::disclosure::lexicon::{
    AROUND, BEFELL, CHANGED, FAMILY, FOLK, FOLLOWS, LABEL, PEOPLE, PERSON, SPAN, STATES, THING,
};
use crate::disclosure::thing::is_thing;
use crate::disclosure::words::{Said, is_in};

/// What a figure is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// People, the last word of whom stands here.
    People(isize),
    /// What is no people: things, spans, staff, rates.
    Things,
    /// Nothing that its words say.
    Open,
}

/// The most words between a figure and what it is of.
const MOST_BETWEEN: isize = 5;

/// What the words after a figure say that it is of.
pub(super) fn of(said: &Said<'_>, at: isize) -> Of {
    let value = |at: isize| said.word(at).and_then(|word| word.value);
    let opens_clause = opens_clause(said, at);
    let (mut step, mut head, mut things, mut several, mut people) = (at + 1, None, false, false, None);
    while step <= at + MOST_BETWEEN && said.gap(step - 1) == " " && said.word(step).is_some() {
        if value(step).is_some() {
            break;
        }
        // "2 Year 9 pupils", "3 more than in autumn"
        let year = matches!(said.low(step), "year" | "years" | "yr" | "stage") && value(step + 1).is_some();
        if year || matches!(said.low(step), "more" | "fewer" | "extra" | "further" | "additional" | "other") {
            step += if year { 2 } else { 1 };
            continue;
        }
        let subject = head.is_none() && opens_clause || head.is_some() && people == head;
        if (head.is_none() || subject) && acts(said, step, subject) || goes_on(said, step) {
            break;
        }
        // "three quarters boys" is a share of them.
        if head.is_none() && matches!(said.low(step), "quarters" | "thirds" | "fifths" | "tenths") {
            return Of::Things;
        }
        // "Two sixth-formers lead the club": what stands before "the" is what they do.
        let does_it = is_in("the a an their his her our this that these those", said.low(step + 1));
        if head.is_some()
            && does_it
            && !said.low(step).ends_with('s')
            && said.gap(step) == " "
            && !said.is(step, PEOPLE | PERSON | FOLK | FAMILY)
        {
            break;
        }
        head = Some(step);
        // "2 school children", "2 pupil places": the last one is what is counted.
        if said.is(step, PEOPLE | PERSON | FOLK | FAMILY) && !is_mine(said, step) {
            (people, things) = (head, false);
        } else if is_thing(said, step) && !(step == at + 1 && value(at) == Some(1) && does(said.low(step))) {
            (people, things, several) = (None, true, said.low(step).ends_with('s'));
        } else if things && !several && said.low(step).ends_with('s') {
            // "two school attendance orders" are orders, whatever they are of.
            things = false;
        }
        step += 1;
    }
    if let Some(last) = people {
        return if is_rate(said, last) { Of::Things } else { Of::People(last) };
    }
    // "one each", "two in each": of what is not said.
    let each = matches!(said.low(step), "each" | "every") || matches!(said.low(step + 1), "each" | "every");
    if things || is_rate(said, step - 1) && !(head.is_none() && each) {
        return Of::Things;
    }
    if head.is_none() { shared(said, step) } else { Of::Open }
}

/// "2 of the 4 schools", "3 or 4 clubs", "from 5 to 3 lessons": what stands behind another figure is of both.
fn shared(said: &Said<'_>, step: isize) -> Of {
    let number = |at: isize| said.word(at).is_some_and(|word| word.value.is_some());
    let out = isize::from(said.low(step) == "out" && said.low(step + 1) == "of");
    let next = step + out + 1;
    let next = if is_in("the these those all our its their his her", said.low(next)) { next + 1 } else { next };
    let is_of = match said.low(step + out) {
        "of" if matches!(said.low(next), "them" | "whom" | "which") => return Of::Open,
        "of" if number(next) => of(said, next),
        // "4 of the class of 12", "four of the NEET group"
        "of" if (next..next + 3)
            .any(|step| is_in("class group cohort year school form intake team set list", said.low(step))) =>
        {
            return Of::Open;
        }
        "of" => of(said, next - 1),
        "or" | "to" if number(step + 1) => of(said, step + 1),
        "and" if number(step + 1) && said.low(step - 2) == "between" => of(said, step + 1),
        _ => return Of::Open,
    };
    if is_of == Of::Things { Of::Things } else { Of::Open }
}

/// "2 pupils' plans": what is somebody's is counted, and not whose it is.
fn is_mine(said: &Said<'_>, at: isize) -> bool {
    said.word(at).is_some_and(|word| word.owns)
}

/// "3 a week", "2 per school", "4 pupils in every 10", "1 in 5".
fn is_rate(said: &Said<'_>, last: isize) -> bool {
    let (next, after) = (said.low(last + 1), said.low(last + 2));
    match next {
        "per" | "each" | "every" => said.gap(last) == " ",
        "a" | "an" => said.is(last + 2, THING | SPAN | LABEL) && !time_after(said, last),
        // "2 in each of the two schools" are 4.
        "in" => is_share_of(said, last) || after == "every" || after == "each" && said.low(last + 3) != "of",
        "to" | "for" | "at" if after == "a" => is_in("time class room group table", said.low(last + 3)),
        "to" | "for" | "at" => matches!(after, "every" | "each" | "once"),
        _ => false,
    }
}

/// "1 in 5", "4 in 10", but "4 in 12" is how many of how many.
fn is_share_of(said: &Said<'_>, last: isize) -> bool {
    let value = |at: isize| said.word(at).and_then(|word| word.value).filter(|value| *value < 1990);
    let Some(whole) = value(last + 2).filter(|_| said.gap(last + 1) == " ") else { return false };
    let part = value(last).unwrap_or(1);
    let divides = (2..=part).any(|by| part % by == 0 && whole % by == 0);
    whole == 10 || whole % 100 == 0 || whole < 21 && !divides
}

/// Whether a figure begins what is said of those that it counts: "and 2 missed lessons".
fn opens_clause(said: &Said<'_>, at: isize) -> bool {
    let joins = "and but while whom which where then now still only just another";
    said.opens(at) || said.gap(at - 1).contains([',', ';', ':', '(']) || is_in(joins, said.low(at - 1))
}

/// What ends as a verb does, and stands before what is counted.
const NOUNS: &str = "maintained planned targeted dedicated linked shared licensed registered combined tailored extended training meeting evening morning reading writing planning spelling learning teaching mentoring \
    counselling swimming parenting remaining existing coaching tutoring cooking ongoing outstanding following working \
    boxing gardening drawing nursing hearing thing building string";

/// What some did, where the word does not say so by its end.
const DID: &str =
    "came went got chose lost took made found told said met kept began ran gave held felt became sat won grew";

/// Whether a word is what those who are counted do: "2 attend clubs", "1 returns", "2 missed lessons".
pub(super) fn acts(said: &Said<'_>, at: isize, opens_clause: bool) -> bool {
    let low = said.low(at);
    let did = low.len() > 4 && (low.ends_with("ed") || low.ends_with("ing")) && !is_in(NOUNS, low);
    let is_one = said.word(at - 1).and_then(|word| word.value) == Some(1);
    opens_clause && !said.is(at, AROUND) && (did || is_in(DID, low) || is_verb_of_several(low))
        || is_one && said.is(at, FOLLOWS)
}

/// "1 visits", "one calls": of one only its verb ends so.
fn does(low: &str) -> bool {
    low.ends_with('s') && !low.ends_with("ss") && !matches!(low, "series" | "news" | "gcses" | "bus")
}

/// What stands between what is counted and what is said of it.
const GOES_ON: &str = "in at on by to from for and but or who whom whose with without here there elsewhere when while where \
    since so across out of than as the a an this that last then now still again also not all both each every after before \
    during until till because if which into under over onto via through per within against between being been too back home \
    away off twice once only just no none their his her our we they it he she more less plus previously earlier ago next \
    except beyond above below near outside inside around among amongst towards about upon due despite";

/// Whether a word ends what is counted: what stands behind it is said of that.
fn goes_on(said: &Said<'_>, at: isize) -> bool {
    let low = said.low(at);
    let how = low.len() > 4 && low.ends_with("ly") && !is_in("early family weekly daily monthly termly", low);
    said.is(at, STATES | BEFELL | CHANGED) || is_season(low) || how || is_in(GOES_ON, low)
}
