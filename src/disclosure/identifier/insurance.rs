//! National Insurance numbers. They have no check digit, and many a thing is numbered in the same form.

use super::{Hit, Label, alone, each, is_called_thing, is_example, is_numbered, label, pattern};
use crate::disclosure::cue;
use crate::disclosure::lexicon::BUSINESS;
use crate::disclosure::words::Said;
use crate::source::Kind;
use regex::Regex;
use slip::slips;
use std::ops::Range;
use std::sync::LazyLock;
use whose::{is_of_one, is_of_one_beside_things, is_one_of_things, is_series};

mod slip;
mod whose;

static NINO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-z]{2}[ ./_-]{0,3}[0-9](?:[ ./_-]{0,2}[0-9]){5}[ ./_-]{0,3}[a-d]"));

/// Every one in a block.
pub(super) fn find(said: &Said<'_>, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    let from = hits.len();
    if said.digits >= 6 {
        each(&NINO, low, |range| ni(said, &range).then_some((range, Kind::NiNumber))).for_each(|hit| hits.push(hit));
    }
    let whole: Vec<Range<usize>> = hits.iter().skip(from).map(|hit| hit.0.clone()).collect();
    let labels: Vec<isize> = (0..said.len()).filter(|at| is_label(said, *at) && is_national(said, *at)).collect();
    if labels.is_empty() {
        return;
    }
    let is_free = |slip: &Range<usize>| whole.iter().all(|one| one.end <= slip.start || slip.end <= one.start);
    hits.extend(slips(said, &labels).into_iter().filter(is_free).map(|range| (range, Kind::NiNumber)));
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

fn ni(said: &Said<'_>, range: &Range<usize>) -> bool {
    let low = &said.copy.low;
    if !alone(low, range, &["ni", "nino", "number"]) {
        return false;
    }
    let Some(words) = low.get(range.clone()) else { return false };
    let (before, after) = (said.at(range.start) - 1, said.at(range.end));
    // "of the pack on tax and NI": what stands behind a number says what it is only where it is led in.
    let led_in = said.gap(after - 1).contains(['(', '-', ',', '=', '/'])
        || matches!(said.low(after), "is" | "was" | "as" | "given" | "being" | "for" | "shown" | "in");
    let own = |at: isize| is_label(said, at) && (at <= before || led_in);
    if is_shown_as_form(said, words) || words.starts_with("ni") {
        return false;
    }
    let example = is_example(said, range);
    // "NI code XL…": the label stands right before it.
    let directly = (before - 1..=before).any(own) && !said.is(before - 1, BUSINESS);
    // "GB 20 61 33 A, he says that this is his National Insurance"
    let later = led_in
        && !is_numbered(said, before + 1)
        && (after..cue::sentence(said, after - 1).1).any(|at| is_label(said, at) && is_national(said, at));
    if directly || later || label(said, range, &["ni", "nino"], &own) == Label::Own {
        // The number of an insurance that is not said to be National has its own form.
        let national = (0..said.len()).any(|at| is_label(said, at) && is_national(said, at));
        return !is_never(words) || national && !example;
    }
    if is_never(words) || example || is_called_thing(said, range) {
        return false;
    }
    match label(said, range, &["ni", "nino"], &own) {
        // A printer, a sailing and an exam week have the same form.
        Label::None => {
            !is_series(said, before, after)
                && !is_one_of_things(said, range)
                && is_of_one(said, before, low.get(range.end..).unwrap_or_default())
        }
        _ => is_of_one_beside_things(said, before, words),
    }
}

/// Whether the letters are none that a number begins with.
fn is_never(words: &str) -> bool {
    let mut letters = words.bytes();
    let (Some(one), Some(two)) = (letters.next(), letters.next()) else { return true };
    matches!(one, b'd' | b'f' | b'i' | b'q' | b'u' | b'v')
        || matches!(two, b'd' | b'f' | b'i' | b'o' | b'q' | b'u' | b'v')
        || matches!(&[one, two], b"bg" | b"gb" | b"kn" | b"nk" | b"nt" | b"tn" | b"zz")
}
