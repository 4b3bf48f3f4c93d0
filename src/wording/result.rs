//! Whether a statement of impact says a result for people, and whether anything backs it.
//! Outcomes-based accountability asks how much, how well, and whether anyone is better off; the last matters here.

use super::lexicon::{AMOUNT, COUNTED, MEASURE, MONTH, NOTHING, NUMBER, PERSON, STAGE, STATE, SURE, TOLD, key};
use super::own::{is_own, is_rated, is_verb_with_up};
use super::words::{Word, first, read};

/// Whether words say that someone is better off (or worse): "pupils settle sooner", "absence fell". Counts of
/// meetings, training, funding and visitors to a web page are none.
#[must_use]
pub fn says_result(text: &str) -> bool {
    let words = read(text);
    // A clause ends at a full stop or semicolon, and where a quotation begins or ends.
    words.chunk_by(|a, b| a.sentence == b.sentence && b.before != ';').any(clause)
}

fn clause(words: &[Word]) -> bool {
    let all = words.iter().fold(0, |all, word| all | word.kinds);
    let any = |kinds| all & kinds != 0;
    if !any(PERSON | MEASURE | SURE | AMOUNT) {
        return false;
    }
    let person = any(PERSON);
    let counted = any(COUNTED) && words.iter().any(is_counted(words)) || is_own(words);
    let says = || words.iter().any(|word| SAYS.contains(&word.key));
    // Every word of feeling is one of how people are.
    let feels = any(STATE) && words.iter().any(|word| FEELS.contains(&word.key));
    let state = any(STATE) && words.iter().enumerate().any(|(at, word)| word.has(STATE) && !is_use(words, at));
    // "Trained staff feel more confident": a feeling is a result whoever was trained.
    if person && (feels || state && (!counted || says())) {
        return true;
    }
    // "29% still ruled out a course, down from 37%": one share against another is always a result.
    let share = words.iter().any(|word| word.before == '%') && words.iter().filter(|word| word.digit).count() > 1;
    if share && !is_rated(words) && (person || any(MEASURE | SURE)) || state && any(MEASURE) && !counted {
        return true;
    }
    // "Eleven of the fourteen are now in work or training".
    let back = || {
        words.windows(2).any(|pair| {
        matches!(pair, [a, b] if a.is(key("in")) && PLACES.contains(&b.key) || a.is(key("back")) && !b.is(key("to")))
    })
    };
    if person && back() {
        return true;
    }
    let amount = || words.iter().enumerate().position(|(at, word)| word.has(AMOUNT) && !is_more_than(words, at));
    let Some(at) = any(AMOUNT).then(amount).flatten() else {
        let now = || words.iter().any(|word| word.is(key("now")) || word.is(key("longer")));
        return person && !counted && now();
    };
    let figures = any(NUMBER) || words.iter().any(|word| word.digit);
    // "Withdrawals fell on the courses that tried it": what comes after the verb is not what fell.
    let moved = words.get(at).is_some_and(|word| MOVED.contains(&word.key));
    let before = words.get(..at).unwrap_or_default();
    let counted = if moved { is_own(before) || before.iter().any(is_counted(words)) } else { counted };
    let sure = (figures || !counted) && any(SURE);
    sure || !counted && (any(MEASURE) || person || figures)
}

/// Whether a word is something that is done or joined; the groups of a survey are not.
fn is_counted(words: &[Word]) -> impl Fn(&Word) -> bool {
    let focus = words.iter().any(|word| word.is(key("focus")));
    move |word| word.has(COUNTED) && !(focus && (word.is(key("groups")) || word.is(key("group"))))
}

/// "More than 40 parents", "up to 30", "with less than a week": a count, not a change.
fn is_more_than(words: &[Word], at: usize) -> bool {
    let (Some(word), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
    let after = words.get(at + 2).is_some_and(|word| word.digit || word.has(NUMBER));
    let than = next.is(key("than")) && after || word.is(key("than")) && (next.digit || next.has(NUMBER));
    let last = at.checked_sub(1).and_then(|at| words.get(at));
    let set = word.is(key("up"))
        && (next.is(key("to"))
            || last.is_some_and(|last| last.is(key("set")) || last.ends("ed") || is_verb_with_up(last)));
    let support =
        [key("support"), key("supporting"), key("to")].iter().any(|known| last.is_some_and(|last| last.is(*known)));
    than || set || support && word.ends("ng")
}

/// Words of feeling or progress as something else: "to support", "progress was reported to the board".
fn is_use(words: &[Word], at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|at| words.get(at));
    let to = last.is_some_and(|last| last.is(key("to")) || last.is(key("will")) || last.is(key("help")));
    to || words.get(at).is_some_and(|word| word.is(key("better")) && last.is_some_and(|last| last.is(key("to"))))
}

/// What results are counted in.
const UNITS: [u128; 8] =
    [key("point"), key("points"), key("months"), key("weeks"), key("days"), key("hours"), key("lessons"), key("times")];

/// Where a young person may be at last: "in work".
const PLACES: [u128; 7] = [
    key("work"),
    key("education"),
    key("employment"),
    key("training"),
    key("school"),
    key("college"),
    key("apprenticeships"),
];

/// Verbs by which people are heard.
const SAYS: [u128; 8] =
    [key("said"), key("say"), key("says"), key("told"), key("tell"), key("report"), key("reported"), key("describe")];

/// Verbs of going up or down.
const MOVED: [u128; 14] = [
    key("fell"),
    key("falls"),
    key("fallen"),
    key("rose"),
    key("rises"),
    key("risen"),
    key("dropped"),
    key("grew"),
    key("climbed"),
    key("halved"),
    key("doubled"),
    key("shortened"),
    key("decreased"),
    key("declined"),
];

const FEELS: [u128; 12] = [
    key("feel"),
    key("feels"),
    key("felt"),
    key("feeling"),
    key("confident"),
    key("confidence"),
    key("calmer"),
    key("happier"),
    key("safer"),
    key("surer"),
    key("settled"),
    key("sooner"),
];

/// Whether a figure, a survey, a quotation, data or a case stands behind words. Dates and "Year 7" are no figures.
#[must_use]
pub fn gives_evidence(text: &str) -> bool {
    if text.contains(['%', '\u{a3}']) {
        return true;
    }
    let words = read(text);
    let quotation = words.iter().filter(|word| word.quoted).count() > 2;
    quotation || words.iter().enumerate().any(|(at, word)| word.has(TOLD) || is_figure(&words, at))
}

/// Whether a number counts something: no date, year, age, class or ordinal.
fn is_figure(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let (last, next) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at + 1));
    if word.has(NUMBER) {
        let half_term = word.is(key("half")) && next.is_some_and(|next| next.is(key("term")));
        let part = next.is_some_and(|next| {
            [key("of"), key("in"), key("more"), key("fewer")].contains(&next.key) || next.has(PERSON)
        });
        let share = last.is_some_and(|last| last.is(key("a"))) && !half_term;
        let unit = next.is_some_and(|next| UNITS.contains(&next.key));
        return part && !half_term || unit || share && !next.is_some_and(|next| next.has(STAGE));
    }
    if !word.digit {
        return false;
    }
    let dated = |word: Option<&Word>| word.is_some_and(|word| word.has(MONTH) && word.capital);
    let staged = last.is_some_and(|last| last.has(STAGE))
        || last.is_some_and(|last| [key("to"), key("and")].contains(&last.key))
            && at.checked_sub(3).and_then(|at| words.get(at)).is_some_and(|word| word.has(STAGE));
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| word.ends(ending));
    let bytes = word.key.to_be_bytes();
    let [.., first, second, _, _] = bytes;
    let calendar = word.key >> 32 == 0 && matches!((first, second), (b'1', b'9') | (b'2', b'0'));
    // "2022/23", and ages such as "9-12".
    let year = calendar || bytes.iter().any(|byte| matches!(byte, b'/' | b'-'));
    !year && !staged && !ordinal && !dated(last) && !dated(next)
}

/// Whether words say that it is too early to tell, or that there is nothing, and why.
#[must_use]
pub fn too_early(text: &str) -> bool {
    // Nearly no statement holds any of these, nor opens with "none".
    let opens = first(text).is_some_and(|word| word.has(NOTHING) || word.is(key("on")));
    if !opens && !text.contains("oo ") && !text.contains("not yet") && !text.contains("Not yet") {
        return false;
    }
    let words = read(text);
    if says_early(&words) {
        return true;
    }
    let opens =
        |known: &[&str]| words.len() >= known.len() && words.iter().zip(known).all(|(word, known)| word.is(key(known)));
    let opening = [
        &["none"][..],
        &["nil"],
        &["n/a"],
        &["not", "applicable"],
        &["nothing"],
        &["no", "impact"],
        &["no", "change"],
        &["on", "hold"],
    ];
    opening.iter().any(|known| opens(known))
}

/// Whether words say that it is too early to tell.
#[must_use]
pub fn is_early(text: &str) -> bool {
    says_early(&read(text))
}

fn says_early(words: &[Word]) -> bool {
    words.windows(2).any(|pair| match pair {
        [a, b] => a.is(key("too")) && (b.is(key("early")) || b.is(key("soon"))) || a.is(key("not")) && b.is(key("yet")),
        _ => false,
    })
}
