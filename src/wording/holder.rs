//! Who holds the work when a priority ends: a body that takes, keeps or is handed it, a means that keeps it up, or
//! a day from which it does. A hope ("will be commonplace") names none of them.

use super::lexicon::{BODY, DET, HOLDS, MEANS, MONTH, PASSES, TIME, WEEKDAY, key};
use super::words::{Word, read};

/// What an exit text names.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Held {
    /// A body that holds the work, or will.
    pub receiver: bool,
    /// A contract, budget or policy that keeps it up, or a day.
    pub means: bool,
}

/// What an exit text names; `bodies` are further names of bodies.
#[must_use]
pub fn held(text: &str, bodies: &[String]) -> Held {
    let words = read(text);
    let known = bodies.iter().any(|body| names(text, body));
    let receiver = known || (0..words.len()).any(|at| takes(&words, at) || passed(&words, at) || owns(&words, at));
    let dated = |(at, word): (usize, &Word)| {
        let month = word.has(MONTH) && word.capital;
        let year = word.digit && word.key >> 24 != 0 && word.key.to_be_bytes().contains(&b'0');
        let term = word.has(TIME) && at > 0 && words.get(at - 1).is_some_and(|last| last.is(key("next")));
        month || year || term
    };
    Held { receiver, means: words.iter().any(|word| word.has(MEANS)) || words.iter().enumerate().any(dated) }
}

/// Whether a text names a body, as whole words and in any case.
fn names(text: &str, body: &str) -> bool {
    let (text, body) = (text.to_lowercase(), body.trim().to_lowercase());
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let whole = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + body.len()..).and_then(|after| after.chars().next());
        edge(before) && edge(after)
    };
    !body.is_empty() && text.match_indices(&body).any(|(at, _)| whole(at))
}

/// Whether a word names a body, by its kind or as a name.
fn is_body(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let opens = at == 0 || words.get(at - 1).is_some_and(|last| last.sentence != word.sentence);
    let name = word.capital && !opens && !word.has(MONTH | WEEKDAY | DET | TIME);
    word.has(BODY) || name && !word.is(key("i"))
}

/// A body, and what it does: "The heads' forum will take the guide on".
fn takes(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|_| is_body(words, at)) else { return false };
    let within = |next: &&Word| next.sentence == word.sentence;
    let rest = words.iter().skip(at + 1).take(16).take_while(within);
    let mut seen = 0;
    for (ahead, next) in rest.enumerate() {
        let here = at + 1 + ahead;
        if next.has(HOLDS) && !is_weak(words, here) {
            return true;
        }
        let light = next.has(BODY) || next.capital || LIGHT.contains(&next.key) || next.ends("ly");
        seen += usize::from(!light);
        if seen > 4 || STOPS.contains(&next.key) || next.before == ';' {
            return false;
        }
    }
    false
}

/// Verbs that say it whoever does: "will own it", "takes over the list".
fn owns(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|_| at > 0) else { return false };
    let next = words.get(at + 1);
    let takes = word.is(key("take")) || word.is(key("takes")) || word.is(key("took"));
    let over = next.is_some_and(|next| next.is(key("over")) || next.is(key("on")));
    let last = words.get(at - 1);
    let verb = last.is_some_and(|last| {
        last.before != '.' && !last.is(key("their")) && !last.is(key("its")) && !last.is(key("to"))
    });
    verb && (word.is(key("own")) && last.is_some_and(|last| last.is(key("will")))
        || word.is(key("owns"))
        || takes && over)
}

/// Forms that hold nothing by themselves: "the lead of", "can run".
fn is_weak(words: &[Word], at: usize) -> bool {
    let (Some(word), next) = (words.get(at), words.get(at + 1)) else { return true };
    let last = at.checked_sub(1).and_then(|at| words.get(at));
    let each = last.is_some_and(|last| [key("each"), key("all"), key("both")].contains(&last.key));
    let noun =
        !each && last.is_some_and(|last| last.has(DET) || last.is(key("of")) || last.is(key("and")) && word.has(BODY));
    let of = !word.is(key("responsible")) && next.is_some_and(|next| next.is(key("of")) || next.is(key("for")));
    let able = last
        .is_some_and(|last| last.is(key("can")) || last.is(key("could")) || last.is(key("may")) || last.is(key("to")));
    let aim = [key("include"), key("includes")].contains(&word.key) && next.is_none();
    noun || of || aim || able && !agreed(words, at) || gives_away(words, at)
}

/// Whether "agreed" is followed by a giving up: "the group agreed on 8 July 2026 to let this priority go to others".
fn gives_away(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| word.is(key("agreed"))) else { return false };
    let mut rest = words.iter().skip(at + 1).take(12).take_while(|next| next.sentence == word.sentence);
    rest.any(|next| GIVES.contains(&next.key))
}

/// Whether a text says who or what will settle what it leaves open: "the board decides", "to be agreed with heads".
#[must_use]
pub fn will_settle(text: &str) -> bool {
    let words = read(text);
    (0..words.len()).any(|at| {
        let last = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).map_or(0, |word| word.key);
        let is = |known: &[u128]| words.get(at).is_some_and(|word| known.contains(&word.key));
        // "Too early to decide" settles nothing.
        let open = last(1) == key("to") && [key("early"), key("soon")].contains(&last(2));
        is(&SETTLES) && !open || is(&SETTLED) && last(1) == key("be")
    })
}

/// Whether "to" stands after a promise: "has agreed to host".
fn agreed(words: &[Word], at: usize) -> bool {
    let mut before = words.get(at.saturating_sub(3)..at).unwrap_or_default().iter();
    before.any(|word| AGREED.contains(&word.key))
}

/// What is passed, and to whom: "the boxes pass to the library service", "managed under CAPs".
fn passed(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| word.has(PASSES)) else { return false };
    let rest = words.get(at + 1..).unwrap_or_default();
    let stays = STAYS.contains(&word.key);
    // Who passes it on is no receiver: "the guide was handed on by the locality group".
    let given = GIVEN.contains(&word.key);
    let towards =
        |next: &Word| TOWARDS.contains(&next.key) && !(given && next.is(key("by"))) || stays && next.is(key("in"));
    let near = rest.iter().take(6).position(|next| towards(next) && next.sentence == word.sentence);
    let Some(link) = near.map(|near| at + 1 + near) else { return false };
    let within = |next: &&Word| {
        next.sentence == word.sentence && !next.is(key("and")) && !next.is(key("across")) && !STOPS.contains(&next.key)
    };
    let to = words.iter().skip(link + 1).take(8).take_while(within);
    to.enumerate().any(|(ahead, next)| {
        is_body(words, link + 1 + ahead) || ahead == 0 && [key("them"), key("it")].contains(&next.key)
    })
}

/// What makes "to host" more than a wish.
const AGREED: [u128; 6] =
    [key("agreed"), key("committed"), key("offered"), key("undertaken"), key("continue"), key("continues")];
/// Verbs by which a body gives work up.
const GIVES: [u128; 14] = [
    key("let"),
    key("pass"),
    key("hand"),
    key("give"),
    key("step"),
    key("stop"),
    key("end"),
    key("close"),
    key("withdraw"),
    key("release"),
    key("leave"),
    key("drop"),
    key("conclude"),
    key("retire"),
];
/// Verbs whose "by" names the giver.
const GIVEN: [u128; 9] = [
    key("passed"),
    key("handed"),
    key("transferred"),
    key("given"),
    key("entrusted"),
    key("moved"),
    key("returned"),
    key("handover"),
    key("gone"),
];
/// Verbs that say of an open question that somebody will close it.
const SETTLES: [u128; 12] = [
    key("settle"),
    key("settles"),
    key("decide"),
    key("decides"),
    key("agree"),
    key("agrees"),
    key("confirm"),
    key("confirms"),
    key("discuss"),
    key("discusses"),
    key("propose"),
    key("proposes"),
];
/// The same after "to be" or "will be".
const SETTLED: [u128; 5] = [key("settled"), key("decided"), key("agreed"), key("confirmed"), key("discussed")];
const TOWARDS: [u128; 6] = [key("to"), key("with"), key("under"), key("into"), key("by"), key("within")];
/// What stays in a place: "kept in the heads' handbook".
const STAYS: [u128; 9] = [
    key("kept"),
    key("held"),
    key("embedded"),
    key("placed"),
    key("housed"),
    key("included"),
    key("stays"),
    key("remains"),
    key("based"),
];
/// Words that may stand between a body and what it does.
const LIGHT: [u128; 14] = [
    key("will"),
    key("has"),
    key("have"),
    key("agreed"),
    key("to"),
    key("now"),
    key("then"),
    key("also"),
    key("and"),
    key("of"),
    key("the"),
    key("for"),
    key("in"),
    key("its"),
];
/// Words after which another subject may stand.
const STOPS: [u128; 10] = [
    key("stepped"),
    key("steps"),
    key("that"),
    key("where"),
    key("because"),
    key("so"),
    key("be"),
    key("ended"),
    key("whom"),
    key("but"),
];
