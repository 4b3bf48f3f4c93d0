//! Whether a statement tells what was done or what is still to come. A sentence with both is neither.

use super::days::past_the_term;
use super::lexicon::{
    ADVERB, BASE, BE, BODY, BOTH, DET, GOES_ON, HELD, MEANS_TO, MONTH, NO_PAST, NOTHING, PART, PERSON, PLANNED, PREP,
    PROMISED, PRONOUN, PURE, PURPOSE, SAME, STAGE, SUB, THING, TIME, WEEKDAY, key, keys,
};
use super::words::{Word, first, read};
use crate::term::Term;
use std::ops::Range;

/// Where a statement opens with what is still to come and does not say in the same sentence what was done:
/// "Cohort 3 will start after Easter". A date after `term` is still to come.
#[must_use]
pub fn still_to_come(text: &str, term: impl FnOnce() -> Option<Term>) -> Option<Range<usize>> {
    // Nearly every statement opens with what was done: "Held the spring meeting".
    if first(text).is_none_or(|word| is_past_form(&word) || word.has(NOTHING)) {
        return None;
    }
    // Where it is plain that a thing was done, the rest need not be read.
    if text.len() < 300
        && !text.contains(". ")
        && [" was ", " were ", " has been ", " have been "].iter().any(|was| text.contains(was))
    {
        return None;
    }
    let words = read(text);
    let sentence = words.chunk_by(|a, b| a.sentence == b.sentence).next()?;
    let told = (0..sentence.len()).any(|at| is_past(sentence, at));
    if told || opens_on_hold(sentence) {
        return None;
    }
    let goes_on = sentence.iter().any(|word| word.has(GOES_ON));
    let later = || later_on(sentence) || past_the_term(sentence, term().as_ref());
    let future = (0..sentence.len()).any(|at| is_future(sentence, at)) || (!goes_on && later()) || is_order(sentence);
    future.then(|| whole(sentence))
}

/// Whether a statement opens with what was done: "Held the spring meeting".
#[must_use]
pub fn opens_in_past(text: &str) -> bool {
    first(text).is_some_and(|word| is_past_form(&word))
}

/// Where a statement of a plan tells what was done, and nothing in it is still to come: "Headteachers signed the
/// protocol".
#[must_use]
pub fn only_past(text: &str, term: impl FnOnce() -> Option<Term>) -> Option<Range<usize>> {
    if is_bare_done(text) {
        return Some(0..text.len());
    }
    // Nearly every plan opens with what is to be done: "Hold the summer meeting", "To hold it".
    if first(text)
        .is_none_or(|word| word.is(TO) || word.has(BASE | NOTHING) || (word.has(BOTH | SAME) && !word.has(HELD | PURE)))
    {
        return None;
    }
    let words = read(text);
    let mut sentences = words.chunk_by(|a, b| a.sentence == b.sentence);
    let opening = sentences.next()?;
    if opens_on_hold(opening) || !tells(opening) {
        return None;
    }
    let term = term();
    let plans = |sentence: &[Word]| {
        let any = |judge: fn(&[Word], usize) -> bool| (0..sentence.len()).any(|at| judge(sentence, at));
        any(is_future)
            || any(promises)
            || any(turns_to_plan)
            || later_on(sentence)
            || past_the_term(sentence, term.as_ref())
    };
    let order = |sentence: &[Word]| sentence.first().is_some_and(|word| word.has(BASE) || word.has(BOTH));
    let all_past = !plans(opening) && sentences.all(|sentence| !plans(sentence) && !order(sentence));
    all_past.then(|| whole(opening))
}

/// Whether all that words say is that it is done.
fn is_bare_done(text: &str) -> bool {
    const LONGEST: usize = 24;
    let bare = || text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    text.len() <= LONGEST && DONE.contains(&bare().as_str())
}

/// All of a sentence, without the mark at its end.
fn whole(sentence: &[Word]) -> Range<usize> {
    let at = |word: Option<&Word>| word.map_or(0..0, Word::range);
    at(sentence.first()).start..at(sentence.last()).end
}

fn opens_on_hold(sentence: &[Word]) -> bool {
    matches!(sentence, [first, second, ..] if first.is(ON) && second.is(key("hold")))
        || sentence.first().is_some_and(|word| word.has(NOTHING))
}

/// Whether a form may be past, whatever stands around it.
fn is_past_form(word: &Word) -> bool {
    word.has(PURE | HELD | SAME) || (word.ends("ed") && !word.has(NO_PAST))
}

fn before(words: &[Word], at: usize) -> Option<&Word> {
    at.checked_sub(1).and_then(|at| words.get(at))
}

/// Whether the word at `at` tells what was done; generous, since it makes a rule silent.
fn is_past(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| !word.quoted) else { return false };
    let (last, next) = (before(words, at), words.get(at + 1));
    if word.has(PURE) || is_done(words, at) {
        return true;
    }
    if last.is_some_and(|last| last.has(BE) || last.is(TO) || last.is(WILL)) {
        return false;
    }
    if word.has(SAME) {
        return at == 0 || last.is_some_and(|last| last.has(PRONOUN));
    }
    if word.has(HELD) {
        return true;
    }
    word.ends("ed") && !word.has(NO_PAST) && !describes(last, word, next) && !is_set_for(words, at)
}

/// "Three workshops planned for June".
fn is_set_for(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| is_timed(word)) else { return false };
    let ahead = |next: &Word| {
        next.has(MONTH | WEEKDAY | TIME) || next.digit || [key("after"), key("next"), key("later")].contains(&next.key)
    };
    let named = before(words, at).is_some_and(|last| !last.has(BE | PRONOUN | DET));
    let time = words.get(at + 2).is_some_and(ahead) || words.get(at + 3).is_some_and(|next| next.has(TIME));
    named && !word.quoted && words.get(at + 1).is_some_and(|next| next.is(key("for"))) && time
}

/// Whether a word in -ed describes the noun after it: "the planned assemblies".
fn describes(last: Option<&Word>, word: &Word, next: Option<&Word>) -> bool {
    let opens = last.is_none_or(|last| last.has(DET | PREP) || last.digit);
    let noun = next.is_some_and(|next| !next.has(DET | PREP | PRONOUN) && !next.digit && next.before == ' ');
    opens && noun && (last.is_some() || word.has(PLANNED))
}

/// Whether the word is "have" with a participle: "has now been agreed".
fn is_done(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| HAVE.contains(&word.key) || has_ve(word)) else { return false };
    let modal = before(words, at).is_some_and(|last| last.is(TO) || MODAL.contains(&last.key));
    let rest = words.iter().skip(at + 1).take(4).find(|next| !next.has(ADVERB) && !next.is(YET));
    let participle = |next: &Word| next.has(PART | HELD | SAME) || (next.ends("ed") && !next.has(NO_PAST));
    !modal && !word.quoted && rest.is_some_and(participle)
}

fn has_ve(word: &Word) -> bool {
    word.key & 0xff_ffff == key("'ve")
}

/// Whether the word speaks of what is still to come: "will", "is to", "due to start", "to be arranged".
fn is_future(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| !word.quoted) else { return false };
    let (last, next) = (before(words, at), words.get(at + 1));
    let then = words.get(at + 2);
    let verb = |word: Option<&Word>| word.is_some_and(|word| word.has(BASE | BOTH) && !word.capital);
    if word.is(WILL) || word.is(key("won't")) || word.is(key("shall")) || word.key & 0xff_ffff == key("'ll") {
        let noun = last.is_some_and(|last| last.has(DET) && !last.digit && last.is(key("the")) || last.is(key("free")));
        return !noun && !under(words, at);
    }
    if is_hope(words, at) || is_set_for(words, at) {
        return !under(words, at);
    }
    if !next.is_some_and(|next| next.is(TO)) || !(verb(then)) {
        if word.is(key("lined")) && next.is_some_and(|next| next.is(key("up"))) {
            return last.is_some_and(|last| last.has(BE));
        }
        let set = word.has(PLANNED) || word.is(key("due"));
        let ahead =
            next.is_some_and(|next| [key("for"), key("in"), ON, TO, key("next"), key("after")].contains(&next.key));
        // "The delay is due to illness" gives a reason.
        let ahead = ahead && !(word.is(key("due")) && next.is_some_and(|next| next.is(TO)));
        return set && ahead && last.is_some_and(|last| last.has(BE)) && is_timed(word);
    }
    if word.is(key("going")) {
        return last.is_some_and(|last| last.has(BE | ADVERB));
    }
    if word.is(key("is")) || word.is(key("are")) {
        return last.is_some_and(|last| !last.has(PURPOSE) && !last.ends("is")) && !under(words, at);
    }
    if word.has(MEANS_TO) {
        let noun = last.is_some_and(|last| last.has(DET | PREP));
        return !noun && (!word.ends("ed") || last.is_some_and(|last| last.has(BE)));
    }
    // A noun, and what is to come of it: "Meeting to be arranged", "workshops to take place".
    let passive = then.is_some_and(|then| then.is(key("be")))
        && words.get(at + 3).is_some_and(|part| part.ends("ed") || part.has(PART | HELD | SAME));
    let starts = then.is_some_and(|then| [key("start"), key("begin"), key("resume")].contains(&then.key))
        && words.get(at + 3).is_none_or(|next| next.has(PREP) || next.before != ' ');
    let happens = starts
        || then.is_some_and(|then| then.is(key("follow")))
        || then.is_some_and(|then| then.is(key("take"))) && words.get(at + 3).is_some_and(|part| part.is(key("place")));
    let verbless = !words
        .iter()
        .take(at + 1)
        .skip(at.saturating_sub(30))
        .any(|word| word.has(BE) || word.ends("ed") || LINKED.contains(&word.key));
    (passive || happens) && verbless && !word.has(SUB | MEANS_TO)
}

/// Whether the word is a hope for what is not so yet: "it is hoped that", "we hope the", "should be able to". "They
/// hope to" and "is expected to" need no verb of the dictionary.
fn is_hope(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let (last, next) = (before(words, at), words.get(at + 1));
    let is = |word: Option<&Word>, known: &[u128]| word.is_some_and(|word| known.contains(&word.key));
    let does = |word: Option<&Word>| word.is_some_and(|word| !word.has(PREP) && !word.digit && !word.capital);
    let to = is(next, &[TO]) && does(words.get(at + 2));
    if HOPED.contains(&word.key) {
        let it = at > 1 && before(words, at - 1).is_some_and(|it| it.is(key("it")));
        let is_it = is(last, &[key("it's")]) || it && is(last, &[key("is")]);
        return is_it && (to || is(next, &[key("that")])) || is(last, &[key("is")]) && to;
    }
    if word.is(key("hope")) || word.is(key("hopes")) {
        let whole = is(last, &[key("we"), key("they"), key("i")]) && next.is_some_and(|next| next.has(DET | PRONOUN));
        let hopes = last.is_some_and(|last| last.has(PERSON | BODY | PRONOUN));
        return hopes && (to || is(next, &[key("that")])) || whole;
    }
    let able = is(next, &[key("be")]) && is(words.get(at + 2), &[key("able")]) && is(words.get(at + 3), &[TO]);
    word.is(key("should")) && able
}

/// Whether a word in -ed, or "due", speaks of a time: "is scheduled for", not "is needed for".
fn is_timed(word: &Word) -> bool {
    let timed =
        ["planned", "scheduled", "booked", "arranged", "expected", "timetabled", "due", "proposed", "anticipated"];
    timed.iter().any(|timed| word.is(key(timed)))
}

/// Whether a clause under another has opened shortly before: "which will stay", "what will happen".
fn under(words: &[Word], at: usize) -> bool {
    words.iter().take(at).skip(at.saturating_sub(4)).any(|word| word.has(SUB) && !word.is(key("so")))
}

/// Whether it says a time to come: "next term", "later this year", "in due course", "once staffing is settled".
fn later_on(words: &[Word]) -> bool {
    words.iter().enumerate().filter(|(_, word)| !word.quoted).any(|(at, word)| {
        let (last, next) = (before(words, at), words.get(at + 1));
        let time = |word: Option<&Word>| word.is_some_and(|word| word.has(TIME));
        if word.is(key("next")) {
            return time(next) && last.is_none_or(|last| !last.is(key("the")) || at < 2);
        }
        if word.is(key("later")) {
            return next.is_some_and(|next| next.is(key("this"))) && time(words.get(at + 2));
        }
        if word.is(key("due")) {
            return next.is_some_and(|next| next.is(key("course")));
        }
        if word.is(key("once")) {
            let rest = words.get(at + 1..).unwrap_or_default();
            return rest
                .iter()
                .take(6)
                .any(|word| [key("is"), key("are"), key("has"), key("have")].contains(&word.key))
                && !next.is_some_and(|next| [key("a"), key("per"), key("every"), key("again")].contains(&next.key));
        }
        word.is(key("coming")) && time(next)
    })
}

/// Whether a sentence is an order, as a plan is written: "Hold a workshop in June".
pub(super) fn is_order(words: &[Word]) -> bool {
    let (Some(first), Some(next)) = (words.first(), words.get(1)) else { return false };
    if first.quoted || next.before != ' ' {
        return false;
    }
    let plain = next.has(DET | PRONOUN) || next.digit;
    if first.is(TO) {
        return next.has(BASE | BOTH) && !next.is(key("be"));
    }
    // "Explore More day", "Meet the teacher evening": titles.
    let title = next.capital && !next.has(STAGE | MONTH);
    let meets = matches!(words, [_, the, who, what, ..]
        if the.is(key("the")) && who.has(PERSON) && what.before == ' ' && (what.has(THING) || what.is(key("day"))));
    let open = first.has(BASE) && !next.is(key("of"));
    (open || first.has(BOTH) && plain) && !first.is(CONTINUE) && !title && !meets
}

/// Whether the sentence's main verb is past: read strictly, and no further than the first clause under another.
fn tells(words: &[Word]) -> bool {
    let opens_under = words.first().is_some_and(|word| word.has(SUB) || OPENING.contains(&word.key));
    let start = if opens_under { words.iter().position(|word| word.before == ',').unwrap_or(words.len()) } else { 0 };
    let main = words.get(start..).unwrap_or_default();
    for (at, word) in main.iter().enumerate() {
        let clause = word.has(SUB) && at > 0 && !word.is(key("that"));
        if clause || word.before == '(' || word.has(BE) || word.quoted && at == 0 {
            return false;
        }
        if is_main_past(main, at) {
            return true;
        }
        if word.is(key("that")) {
            return false;
        }
    }
    false
}

fn is_main_past(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| !word.quoted) else { return false };
    let (last, next) = (before(words, at), words.get(at + 1));
    if word.has(PURE) || is_done(words, at) {
        return true;
    }
    if last.is_some_and(|last| last.has(BE | PREP) || last.is(TO)) || next.is_some_and(|next| next.is(BY)) {
        return false;
    }
    // "Carried out a review".
    let particle = next.is_some_and(|next| [key("out"), key("up"), key("round"), key("back")].contains(&next.key));
    let next = if particle { words.get(at + 2) } else { next };
    let object = next.is_some_and(|next| next.has(DET | PRONOUN) || next.digit || next.capital || next.is(WITH));
    if word.has(HELD) {
        return object;
    }
    if !word.ends("ed") || word.has(NO_PAST) || is_timed(word) || next.is_some_and(|next| next.is(key("for"))) {
        return false;
    }
    if at == 0 {
        // "Adapted materials", "trained volunteers" name what is there.
        let follows = next.is_some_and(|next| next.has(DET | PREP | PRONOUN) || next.digit || next.capital);
        let object = next.is_some_and(|next| ARTICLE.contains(&next.key));
        return object || !word.has(PLANNED) && (follows || PLAINLY.contains(&word.key));
    }
    // "Officers worked closely" tells; "data reviewed termly" and "mentors matched with pupils" may be plans.
    if !object || next.is_some_and(|next| next.is(WITH)) {
        return ALONE.contains(&word.key)
            && last.is_some_and(|last| !last.has(DET))
            && !next.is_some_and(|next| next.is(TO));
    }
    !describes(last, word, next) && !last.is_some_and(|last| last.is(key("and")) && at < 3)
}

/// Whether it is a promise of something: "agreed to share".
fn promises(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.has(PROMISED)) && words.get(at + 1).is_some_and(|next| next.is(TO))
}

/// Whether a plan begins inside the sentence, after a mark: "Living Safely – explore links".
fn turns_to_plan(words: &[Word], at: usize) -> bool {
    let marked = |word: &Word| at > 0 && matches!(word.before, '-' | '\u{2013}' | '\u{2014}' | ':' | ';');
    words.get(at).is_some_and(|word| marked(word) && word.has(BASE | BOTH) && !word.capital)
}

/// What says by itself that it is done.
const DONE: [&str; 12] = [
    "done",
    "all done",
    "completed",
    "complete",
    "all completed",
    "all complete",
    "now complete",
    "now completed",
    "finished",
    "achieved",
    "delivered",
    "actioned",
];
/// What never describes a noun: "attended sessions".
const PLAINLY: [u128; 10] = keys([
    "attended",
    "visited",
    "delivered",
    "launched",
    "hosted",
    "contacted",
    "emailed",
    "phoned",
    "asked",
    "circulated",
]);
/// Verbs that need no object: "officers worked".
const ALONE: [u128; 10] = keys([
    "worked",
    "talked",
    "listened",
    "proved",
    "started",
    "ended",
    "happened",
    "turned",
    "participated",
    "responded",
]);
const ARTICLE: [u128; 6] = keys(["the", "a", "an", "our", "all", "both"]);
const TO: u128 = key("to");
const ON: u128 = key("on");
const BY: u128 = key("by");
const WITH: u128 = key("with");
const YET: u128 = key("yet");
pub(super) const WILL: u128 = key("will");
const CONTINUE: u128 = key("continue");
/// Hopes and expectations, as they are told without saying whose.
const HOPED: [u128; 5] = keys(["hoped", "expected", "anticipated", "intended", "envisaged"]);
const HAVE: [u128; 4] = keys(["have", "has", "haven't", "hasn't"]);
const MODAL: [u128; 7] = keys(["will", "would", "may", "might", "could", "should", "must"]);
/// Verbs before "to be" that make it no plan.
const LINKED: [u128; 12] = keys([
    "need",
    "needs",
    "continue",
    "continues",
    "seem",
    "seems",
    "appear",
    "appears",
    "likely",
    "able",
    "have",
    "has",
]);
/// Words that open a sentence with what came before the main thing.
const OPENING: [u128; 7] = keys(["having", "after", "following", "once", "as", "before", "since"]);
