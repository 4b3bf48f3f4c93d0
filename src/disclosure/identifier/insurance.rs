//! National Insurance numbers. They have no check digit, and many a thing is numbered in the same form.

use super::{Hit, Label, alone, each, is_called_thing, is_example, is_numbered, label, pattern};
use crate::disclosure::cue;
use crate::disclosure::lexicon::BUSINESS;
use crate::disclosure::weigh::Traits;
use crate::disclosure::words::Said;
use crate::source::Kind;
use regex::Regex;
use slip::slips;
use std::ops::Range;
use std::sync::LazyLock;

mod slip;

static NINO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-z]{2}[ ./_-]{0,3}[0-9](?:[ ./_-]{0,2}[0-9]){5}[ ./_-]{0,3}[a-d]"));

/// Every one in a block that `lead` leads in.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    if said.digits < 4 {
        return;
    }
    let from = hits.len();
    let labels = ["ni", "nino", "number"];
    each(&NINO, low, |range| {
        let found = alone(low, &range, &labels) && ni(said, lead, &range);
        found.then_some((range, Kind::NiNumber))
    })
    .for_each(|hit| hits.push(hit));
    let told = (0..said.len()).any(|at| is_label(said, at) && is_national(said, at));
    for slip in slips(said, told) {
        let is_free = hits.iter().skip(from).all(|one| one.0.end <= slip.start || slip.end <= one.0.start);
        if is_free && ni(said, lead, &slip) {
            hits.push((slip, Kind::NiNumber));
        }
    }
}

/// Whether a word says that a number is for National Insurance.
fn is_label(said: &Said<'_>, at: isize) -> bool {
    match said.low(at) {
        "ni" | "nino" | "ninos" | "hmrc" => true,
        "payroll" => !matches!(said.low(at + 1), "batch" | "run" | "period" | "week" | "month" | "code" | "ref"),
        "natins" | "nat-ins" => true,
        "insurance" | "ins" => {
            matches!(said.low(at - 1), "national" | "nat" | "nat'l" | "natl" | "n")
                || matches!(said.low(at + 1), "number" | "no") && !said.is(at - 1, BUSINESS)
        }
        low if low.starts_with("ni-") => true,
        low if low.starts_with("insur") => matches!(said.low(at - 1), "national" | "nat"),
        "i" => said.low(at - 1) == "n",
        _ => false,
    }
}

/// Whether a label is of National Insurance and no other: "insurance number" alone may be of a bus.
fn is_national(said: &Said<'_>, at: isize) -> bool {
    said.low(at) != "insurance" || matches!(said.low(at - 1), "national" | "nat" | "nat'l" | "natl")
}

/// Whether a number shows what one looks like: "e.g. AB 12 34 56 C".
fn is_shown_as_form(said: &Said<'_>, words: &str) -> bool {
    let told = |at: isize| {
        matches!(
            said.low(at),
            "example"
                | "sample"
                | "dummy"
                | "test"
                | "demo"
                | "training"
                | "format"
                | "made-up"
                | "fictional"
                | "poster"
                | "leaflet"
                | "specimen"
                | "placeholder"
                | "eg"
        ) || said.low(at) == "g" && said.low(at - 1) == "e"
    };
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    digits.bytes().all(|b| b == b'0') && words.starts_with("xx")
        || digits == "123456" && (words.starts_with("qq") || (0..said.len()).any(told))
}

fn ni(said: &Said<'_>, lead: &Said<'_>, range: &Range<usize>) -> bool {
    let low = &said.copy.low;
    let Some(words) = low.get(range.clone()) else { return false };
    if is_shown_as_form(said, words) || words.starts_with("ni") {
        return false;
    }
    let (at, next) = (said.at(range.start), said.at(range.end));
    let mut traits = Traits::default();
    let own = |at: isize| is_label(said, at) && is_national(said, at);
    let named = match label(said, range, &["ni", "nino"], &own) {
        Label::Own => "insurance",
        Label::Thing => "thing",
        Label::None => "nothing",
    };
    traits.put(&["label of", named]);
    let raw = said.copy.text.get(range.clone()).unwrap_or_default();
    let written: String = raw
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            'a'..='z' => 'a',
            c => c,
        })
        .collect();
    traits.put(&["number written", &written]);
    let (start, end) = cue::sentence(said, at.min(said.len() - 1));
    for (holds, name) in [
        (is_never(words), "never given out"),
        (is_example(said, range), "example"),
        (is_called_thing(said, range), "called a thing"),
        (is_numbered(said, at), "number of a thing"),
        (is_one_of_things(said, range), "one of several"),
        ((start..at).any(own), "insurance before"),
        ((next..end).any(own), "insurance after"),
        ((0..said.len()).any(own), "insurance"),
    ] {
        if holds {
            traits.put(&[name]);
        }
    }
    traits.around(said, lead, range, named);
    traits.tip(Kind::NiNumber, said, range)
}

/// Whether the letters are none that a number begins with.
fn is_never(words: &str) -> bool {
    let mut letters = words.bytes();
    let (Some(one), Some(two)) = (letters.next(), letters.next()) else { return true };
    matches!(one, b'd' | b'f' | b'i' | b'q' | b'u' | b'v')
        || matches!(two, b'd' | b'f' | b'i' | b'o' | b'q' | b'u' | b'v')
        || matches!(&[one, two], b"bg" | b"gb" | b"kn" | b"nk" | b"nt" | b"tn" | b"zz")
}

/// "wristbands XA100001A to XA100500A": one of many things.
fn is_one_of_things(said: &Said<'_>, range: &Range<usize>) -> bool {
    let low = &said.copy.low;
    let next = low.get(range.end..).and_then(|after| after.strip_prefix(" to "));
    let last = low.get(..range.start).and_then(|before| before.strip_suffix(" to "));
    next.is_some_and(|next| NINO.find(next).is_some_and(|found| found.start() == 0))
        || last.is_some_and(|last| NINO.find_iter(last).any(|found| found.end() == last.len()))
}
