//! Who holds the work when a priority ends: a body that takes, keeps or is handed it. And whether words leave that
//! open: they hope ("will be commonplace"), put it off ("to be agreed"), or name nobody and nothing at all.

use super::lexicon::{
    ARRANGED, BODY, DET, HOLDS, MEANS, MONTH, NOTHING, PASSES, PERSON, PRONOUN, SERVED, TIME, WEEKDAY, key, keys,
};
use super::words::{Word, read};

/// Whether a text names a body that holds the work, or will; `bodies` are further names of bodies.
#[must_use]
pub fn held(text: &str, bodies: &[String]) -> bool {
    let words = read(text);
    let known = bodies.iter().any(|body| names(text, body));
    known || (0..words.len()).any(|at| takes(&words, at) || passed(&words, at) || owns(&words, at))
}

/// How far words leave open who keeps the work up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Open {
    /// They name somebody, or an arrangement, or are too many to be sure.
    No,
    /// They name nobody, and nothing that keeps it up.
    Bare,
    /// They hope, or put it off.
    Hope,
}

/// How far an exit text leaves open who keeps the work up, where no body is said to hold it.
#[must_use]
pub fn leaves_open(text: &str) -> Open {
    let words = read(text);
    let low = format!(" {} ", text.to_lowercase().replace(['\n', ',', '.', ';', '-', '\u{2019}'], " "));
    let paid = words.iter().any(|word| word.has(MEANS));
    let put_off = PUT_OFF.iter().any(|hope| low.contains(hope));
    // "None needed" has its reason with it.
    if !put_off && words.first().is_some_and(|word| word.has(NOTHING)) {
        return Open::No;
    }
    if put_off || !paid && HOPES.iter().any(|hope| low.contains(hope)) {
        return Open::Hope;
    }
    let someone = |at: usize| {
        is_body(&words, at)
            || words
                .get(at)
                .is_some_and(|word| word.has(PERSON) && !word.has(SERVED | PRONOUN) && !word.is(key("everyone")))
    };
    let arranged = |word: &Word| word.has(MEANS | ARRANGED) || word.digit || word.has(MONTH) && word.capital;
    // "LCC will hold this": short forms in capitals are bodies, or near enough.
    let is_short = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let short = text.split(|c: char| !c.is_alphanumeric()).any(is_short);
    let named = short || words.len() > LONG || words.iter().any(arranged) || (0..words.len()).any(someone);
    if named || words.is_empty() { Open::No } else { Open::Bare }
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
            return !left_open(words, at + 1, here);
        }
        let light = next.has(BODY) || next.capital || LIGHT.contains(&next.key) || next.ends("ly");
        seen += usize::from(!light);
        if seen > 4 || STOPS.contains(&next.key) || next.before == ';' {
            return false;
        }
    }
    false
}

/// Whether the body that holds it is itself still to be found: "the team who takes it on is to be decided".
fn left_open(words: &[Word], from: usize, verb: usize) -> bool {
    let whose = words.get(from..verb).unwrap_or_default();
    let is_which = |word: &Word| WHICH.contains(&word.key);
    let Some(held) = words.get(verb).filter(|_| whose.iter().any(is_which)) else { return false };
    let mut rest = words.iter().skip(verb + 1).take_while(|next| next.sentence == held.sentence);
    rest.any(|next| SETTLED.contains(&next.key) || SOUGHT.contains(&next.key))
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
    let open = left_open(words, at.saturating_sub(3), at);
    verb && !open
        && (word.is(key("own")) && last.is_some_and(|last| last.is(key("will")))
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

/// The most words of a text that is sure to name nobody where no body of the dictionary is in it.
const LONG: usize = 25;
/// Words that put it off, or see nobody.
const PUT_OFF: [&str; 32] = [
    " not known ",
    " not yet ",
    " not clear ",
    " no decision ",
    " undecided ",
    " will be sought ",
    " be found ",
    " momentum ",
    " someone ",
    " somebody ",
    " to be agreed ",
    " to be decided ",
    " to be determined ",
    " to be confirmed ",
    " to be explored ",
    " to be developed ",
    " being explored ",
    " being considered ",
    " being discussed ",
    " under discussion ",
    " under consideration ",
    " will be explored ",
    " will be developed ",
    " will be considered ",
    " no plan ",
    " no plans ",
    " none yet ",
    " nothing has been ",
    " tbc ",
    " no body has been found ",
    " nobody has been found ",
    " no one has been found ",
];
/// Words of a hope.
const HOPES: [&str; 32] = [
    " commonplace ",
    " second nature ",
    " live on ",
    " lives on ",
    " living on ",
    " legacy ",
    " outlast ",
    " outlive ",
    " sustainability ",
    " sustainable ",
    " self sustaining ",
    " culture change ",
    " cultural change ",
    " ongoing support ",
    " by itself ",
    " by themselves ",
    " look after itself ",
    " look after themselves ",
    " take root ",
    " normal landscape ",
    " way of life ",
    " embedded practice ",
    " will be embedded ",
    " will be sustained ",
    " will be in place ",
    " be established ",
    " will be kept up ",
    " beyond the life ",
    " hoped ",
    " we hope ",
    " hopefully ",
    " keep going ",
];
/// What opens a clause about a body.
const WHICH: [u128; 3] = keys(["who", "which", "that"]);
/// What is said of a body that nobody knows yet.
const SOUGHT: [u128; 6] = keys(["found", "known", "clear", "determined", "sought", "undecided"]);
/// What makes "to host" more than a wish.
const AGREED: [u128; 6] = keys(["agreed", "committed", "offered", "undertaken", "continue", "continues"]);
/// Verbs by which a body gives work up.
const GIVES: [u128; 14] = keys([
    "let", "pass", "hand", "give", "step", "stop", "end", "close", "withdraw", "release", "leave", "drop", "conclude",
    "retire",
]);
/// Verbs whose "by" names the giver.
const GIVEN: [u128; 9] =
    keys(["passed", "handed", "transferred", "given", "entrusted", "moved", "returned", "handover", "gone"]);
/// Verbs that say of an open question that somebody will close it.
const SETTLES: [u128; 12] = keys([
    "settle",
    "settles",
    "decide",
    "decides",
    "agree",
    "agrees",
    "confirm",
    "confirms",
    "discuss",
    "discusses",
    "propose",
    "proposes",
]);
/// The same after "to be" or "will be".
const SETTLED: [u128; 5] = keys(["settled", "decided", "agreed", "confirmed", "discussed"]);
const TOWARDS: [u128; 6] = keys(["to", "with", "under", "into", "by", "within"]);
/// What stays in a place: "kept in the heads' handbook".
const STAYS: [u128; 9] =
    keys(["kept", "held", "embedded", "placed", "housed", "included", "stays", "remains", "based"]);
/// Words that may stand between a body and what it does.
const LIGHT: [u128; 14] =
    keys(["will", "has", "have", "agreed", "to", "now", "then", "also", "and", "of", "the", "for", "in", "its"]);
/// Words after which another subject may stand.
const STOPS: [u128; 10] = keys(["stepped", "steps", "that", "where", "because", "so", "be", "ended", "whom", "but"]);
