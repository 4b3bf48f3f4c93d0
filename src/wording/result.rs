//! What a statement of impact tells: work that was done, that something is better, or something else.
//! Outcomes-based accountability asks how much, how well, and whether anyone is better off. Only what is surely work, or surely a bare claim, is named so: whatever else an officer writes may
//! be the result, in words that no dictionary has.

use super::evidence::is_figure;
use super::lexicon::{
    BE, BETTER, BODY, DET, DID, HELD, MEASURE, NOTHING, NUMBER, PREP, PRONOUN, PURE, REACH, SAME, SERVED, SUB, THING,
    WORKED, key, keys,
};
use super::words::{Word, read};

/// What a statement of impact tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tells {
    /// Nothing that is known here, and nothing of people or figures.
    Other,
    /// Work that was done, and no more: "30 courses delivered".
    Work,
    /// Something of people or figures, which may be a result.
    Perhaps,
    /// That something is better, "pupils are calmer", or what somebody says of it.
    Better,
}

/// What a statement of impact tells. Where one part of it tells of more than work, so does the whole.
#[must_use]
pub fn tells(text: &str) -> Tells {
    let words = read(text);
    if is_voice(&words) {
        return Tells::Better;
    }
    parts(&words).filter(|part| part.len() > 2 || part.len() == words.len()).map(of_part).max().unwrap_or(Tells::Other)
}

/// Somebody's own words: in quotation marks, or told.
fn is_voice(words: &[Word]) -> bool {
    let said = |word: &Word| !word.capital && VOICE.contains(&word.key);
    words.iter().filter(|word| word.quoted && !word.capital).count() > 2 || words.iter().any(said)
}

/// The parts of a statement that could be sentences of their own.
fn parts(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let ends = |at: usize| {
            rest.get(at).is_some_and(|word| {
                word.sentence != first.sentence
                    || matches!(word.before, ';' | ':' | '\u{2013}')
                    || word.is(key("and")) && is_clause(rest.get(..at)) && opens_clause(rest.get(at + 1..))
            })
        };
        let end = (1..rest.len()).find(|at| ends(*at)).unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(part)
    })
}

fn is_clause(words: Option<&[Word]>) -> bool {
    words.unwrap_or_default().iter().any(is_finite)
}

/// Whether words open a clause with a subject of its own.
fn opens_clause(words: Option<&[Word]>) -> bool {
    let words = words.unwrap_or_default();
    let verb = words.iter().take_while(|word| word.before == ' ').position(is_finite);
    verb.is_some_and(|at| at > 0)
}

fn is_finite(word: &Word) -> bool {
    word.has(BE | PURE | HELD) || HAS.contains(&word.key)
}

fn of_part(whole: &[Word]) -> Tells {
    // "Of the 14 trained, nine are in work" tells of the nine.
    let lead = whole.first().is_some_and(|word| word.has(PREP));
    let comma = whole.iter().skip(1).position(|word| word.before == ',').filter(|_| lead);
    let part = comma.and_then(|at| whole.get(at + 1..)).unwrap_or(whole);
    let own = is_own(part);
    let any = |known: &dyn Fn(&Word) -> bool| whole.iter().any(known);
    if (0..part.len()).any(|at| is_better(part, at, own)) {
        return Tells::Better;
    }
    let compared = if own { any(&|word| word.is(key("down"))) } else { is_compared(whole) };
    if (own || is_work(part)) && !compared && !any(&|word| word.has(NOTHING) || word.is(key("nobody"))) {
        return Tells::Work;
    }
    let perhaps = (0..whole.len()).any(|at| may_be_result(whole, at));
    if perhaps { Tells::Perhaps } else { Tells::Other }
}

/// Whether a part tells of what only those do who run the work, or of what may be done with a thing of the work.
fn is_work(part: &[Word]) -> bool {
    // What stands under the main clause is background: "pupils who were trained".
    let under = |word: &Word| word.has(SUB) && !word.is(key("than"));
    let main = part.iter().skip(1).position(under).map_or(part, |end| part.get(..=end).unwrap_or(part));
    let thing = part.iter().any(|word| word.has(THING | REACH));
    main.iter().enumerate().any(|(at, word)| {
        let worked = word.has(WORKED) && !describes(main, at) && !word.quoted;
        worked || thing && word.has(DID) && !is_present(main, at)
    })
}

/// "Pupils run the assembly" tells of them; "was set up" and "put on" tell of the work.
fn is_present(words: &[Word], at: usize) -> bool {
    let both = words.get(at).is_some_and(|word| word.has(SAME) || word.is(key("run")));
    let last = at.checked_sub(1).and_then(|at| words.get(at));
    both && last.is_some_and(|last| !last.has(BE | PURE | PRONOUN) && !HAS.contains(&last.key))
}

/// Whether a word says that something is better. More of the work is still work (`own`), unless somebody feels it;
/// fewer visits are a result.
fn is_better(part: &[Word], at: usize, own: bool) -> bool {
    let Some(word) = part.get(at) else { return false };
    let felt = FEELS.contains(&word.key) || FALLS.contains(&word.key) && !word.capital;
    let better = word.has(BETTER) && !is_count(part, at) && (!own || felt || shows(part));
    better || is_coming_down(part, at)
}

/// "The survey shows fewer exclusions": what a thing of the work says of people.
fn shows(part: &[Word]) -> bool {
    let people = part.iter().any(|word| word.has(SERVED | MEASURE));
    people && part.iter().any(|word| SHOWS.contains(&word.key))
}

/// Those for whom the work is done, what is measured of them, a figure, "none".
fn may_be_result(part: &[Word], at: usize) -> bool {
    let Some(word) = part.get(at) else { return false };
    word.has(SERVED | MEASURE | NOTHING) || word.digit && is_figure(part, at) || SERVED_TOO.contains(&word.key)
}

/// Whether what a part is about is a thing of the work: "Five network meetings held", "we send more newsletters".
fn is_own(part: &[Word]) -> bool {
    let ends = |word: &Word| word.has(PREP | SUB | BE | PURE | HELD | WORKED | DID) || HAS.contains(&word.key);
    let subject = part.iter().take_while(|word| !ends(word) && word.before != ',').last();
    let waiting = part.iter().any(|word| word.is(key("waiting")));
    let more = |pair: &[Word]| matches!(pair, [more, thing] if more.is(key("more")) && thing.has(THING));
    // "Good attendance at the conference".
    let at = |triple: &[Word]| matches!(triple, [came, at, a, b] if CAME.contains(&came.key) && at.has(PREP) && (a.has(THING) || b.has(THING)));
    subject.is_some_and(|word| word.has(THING | REACH) && !word.has(BODY) && !waiting)
        || part.windows(2).any(more)
        || part.windows(4).any(at)
}

/// A participle before a noun: "ten trained volunteers".
fn describes(words: &[Word], at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|at| words.get(at));
    let noun = |next: &Word| !next.has(DET | PREP | SUB) && !next.digit && next.before == ' ';
    let next = words.get(at + 1).is_some_and(|next| noun(next) && !(at == 0 && next.has(THING | REACH)));
    next && (at == 0 || last.is_some_and(|last| last.has(DET | PREP | NUMBER) || last.digit))
}

/// "More than 40 parents", "no fewer than", "raised at the forum", "across the fell": a count, or another use of the word.
fn is_count(words: &[Word], at: usize) -> bool {
    let next = |ahead: usize| words.get(at + ahead);
    let figure = |word: Option<&Word>| word.is_some_and(|word| word.digit || word.has(NUMBER));
    let than = next(1).is_some_and(|word| word.is(key("than"))) && figure(next(2));
    let raised = words.get(at).is_some_and(|word| word.is(key("raised")) || word.is(key("engaged")));
    let about = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|last| TOPIC.contains(&last.key));
    // "Dropped their own forms".
    let dropped =
        words.get(at).is_some_and(|word| word.is(key("dropped"))) && next(1).is_some_and(|word| word.has(DET));
    let the = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|last| last.is(key("the")));
    let fell = the && words.get(at).is_some_and(|word| word.is(key("fell")));
    than || raised || about || dropped || fell
}

/// "Exclusions are coming down", "attendance has gone up".
fn is_coming_down(words: &[Word], at: usize) -> bool {
    let is = |at: usize, known: &[u128]| words.get(at).is_some_and(|word| known.contains(&word.key));
    is(at, &[key("coming"), key("come"), key("going"), key("gone"), key("went"), key("came")])
        && is(at + 1, &[key("down"), key("up")])
}

/// Whether a part sets something beside what it was, or says how things are now.
fn is_compared(part: &[Word]) -> bool {
    let last = part.last().is_some_and(|word| word.is(key("before")))
        || part.windows(2).any(|pair| matches!(pair, [a, b] if a.is(key("before")) && b.before == ','));
    let year = |pair: &[Word]| {
        matches!(pair, [a, b] if a.is(key("last")) && b.is(key("year")) || a.is(key("used")) && b.is(key("to"))
            || a.is(key("first")) && b.is(key("time")) || a.is(key("from")) && (b.digit || b.has(NUMBER)))
    };
    // "More than 300" counts.
    let than = |pair: &[Word]| matches!(pair, [a, b] if a.is(key("than")) && !b.digit && !b.has(NUMBER));
    last || part.iter().any(|word| COMPARED.contains(&word.key)) || part.windows(2).any(|pair| year(pair) || than(pair))
}

const HAS: [u128; 4] = keys(["has", "have", "had", "will"]);
/// Others for whom the work is done, who may take it on too.
const SERVED_TOO: [u128; 6] = keys(["parents", "carers", "mothers", "fathers", "residents", "nobody"]);
/// What is counted of an event.
const CAME: [u128; 3] = keys(["attendance", "feedback", "interest"]);
/// Verbs by which people are heard.
const VOICE: [u128; 12] = keys([
    "say",
    "says",
    "said",
    "tell",
    "tells",
    "told",
    "describe",
    "describes",
    "described",
    "report",
    "commented",
    "felt",
]);
/// What a thing of the work does to people.
const SHOWS: [u128; 12] = keys([
    "show",
    "shows",
    "showed",
    "found",
    "suggests",
    "indicates",
    "led",
    "helped",
    "means",
    "brought",
    "cut",
    "confirms",
]);
/// What nobody boasts of their own meetings and visits.
const FALLS: [u128; 12] = keys([
    "fell",
    "fallen",
    "falling",
    "dropped",
    "reduced",
    "reduction",
    "reductions",
    "declined",
    "decreased",
    "fewer",
    "less",
    "lower",
]);
/// What people feel.
const FEELS: [u128; 9] =
    keys(["feel", "feels", "confident", "confidence", "calmer", "happier", "safer", "surer", "settled"]);
/// What leads to a topic: "a talk on better sleep".
const TOPIC: [u128; 5] = keys(["on", "about", "around", "towards", "for"]);
const COMPARED: [u128; 14] = keys([
    "so",
    "use",
    "used",
    "against",
    "compared",
    "instead",
    "longer",
    "ago",
    "previously",
    "earlier",
    "down",
    "still",
    "now",
    "twice",
]);
