//! National Insurance numbers. They have no check digit, and many a thing is numbered in the same form.

use super::{Hit, Label, alone, each, is_called_thing, is_example, is_numbered, label, pattern};
use crate::disclosure::lexicon::{BUSINESS, CHILD, FAMILY, LABEL, NINUMBER, PERSON, PRONOUN, TITLE};
use crate::disclosure::words::Said;
use crate::source::Kind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static NINO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-z]{2}[ ./-]{0,2}[0-9](?:[ ./-]{0,2}[0-9]){5}[ ./-]{0,2}[a-d]"));

/// The same with what people and scanners make of it: a letter for a figure, figures one by one, another last letter or none.
static SLIP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[a-z] ?[a-z][ ./-]{0,2}[0-9oilsz](?:[ ./-]{0,2}[0-9oilsz]){5}(?:[ ./-]{0,2}[a-z]\b|\b)")
});

/// Every one in a block.
pub(super) fn find(said: &Said<'_>, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    let from = hits.len();
    if said.digits >= 6 {
        each(&NINO, low, |range| ni(said, &range).then_some((range, Kind::NiNumber))).for_each(|hit| hits.push(hit));
    }
    let whole: Vec<Range<usize>> = hits.iter().skip(from).map(|hit| hit.0.clone()).collect();
    for at in (0..said.len()).filter(|at| is_label(said, *at) && is_national(said, *at)) {
        let slip = slip(said, at).filter(|slip| whole.iter().all(|one| one.end <= slip.start || slip.end <= one.start));
        hits.extend(slip.map(|range| (range, Kind::NiNumber)));
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

/// A number with a slip in it, a few words after its label.
fn slip(said: &Said<'_>, label: isize) -> Option<Range<usize>> {
    let stops = |at: isize| said.gap(at - 1).contains(['.', ';', '!', '?']) && said.low(at - 1).len() > 3;
    let other = |at: isize| {
        at > label
            && (said.is(at, BUSINESS | LABEL) && !matches!(said.low(at), "code" | "form" | "no" | "number" | "file"))
    };
    (label + 1..label + 9).take_while(|at| !stops(*at) && !other(at - 1)).find_map(|at| {
        let start = said.word(at)?.start;
        let found = SLIP.find_at(&said.copy.low, start).filter(|found| found.start() == start)?;
        let (words, raw) = (found.as_str(), said.copy.text.get(found.range())?);
        let digits = words.bytes().filter(u8::is_ascii_digit).count();
        let glued =
            words.bytes().take(3).filter(u8::is_ascii_alphabetic).count() == 2 && !words.get(..3)?.contains(' ');
        let shown = glued || raw.bytes().take_while(|b| !b.is_ascii_digit()).all(|b| !b.is_ascii_lowercase());
        let ends = said.copy.low.get(found.end()..)?;
        let goes_on = ends.starts_with(|c: char| c.is_alphanumeric())
            || ends.starts_with(['/', '-', '.']) && ends.get(1..)?.starts_with(|c: char| c.is_ascii_digit());
        (digits >= 4 && shown && !goes_on && !words.starts_with("ni") && !is_shown_as_form(said, words))
            .then_some(found.range())
    })
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
    digits == "123456" && (0..said.len()).any(told)
}

/// Whether letters and digits are a product's, a journey's or a period's: "GE 20 40 60 A series", "sailing XP120744A".
fn is_series(said: &Said<'_>, before: isize, after: isize) -> bool {
    let of_product = matches!(
        said.low(after),
        "series" | "range" | "model" | "edition" | "type" | "version" | "class" | "printer" | "device" | "engine"
    );
    let of_journey = |at: isize| {
        matches!(
            said.low(at),
            "sailing"
                | "flight"
                | "crossing"
                | "ferry"
                | "train"
                | "coach"
                | "departure"
                | "circular"
                | "minutes"
                | "ref"
                | "reference"
        )
    };
    let labelled = said.gap(before).trim_start_matches('.') == " "
        && (said.is(before, LABEL) || of_journey(before) || of_journey(before - 1));
    let of_one = said.all & (NINUMBER | FAMILY | PRONOUN | PERSON | TITLE) != 0;
    of_product || labelled && !of_one || labelled && of_journey(before)
}

fn ni(said: &Said<'_>, range: &Range<usize>) -> bool {
    let low = &said.copy.low;
    if !alone(low, range, &["ni", "nino"]) {
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
    if directly || label(said, range, &["ni", "nino"], &own) == Label::Own {
        // The number of an insurance that is not said to be National has its own form.
        let national = (0..said.len()).any(|at| is_label(said, at) && is_national(said, at));
        return !is_never(words) || national && !example;
    }
    if is_never(words) || example || is_called_thing(said, range) {
        return false;
    }
    match label(said, range, &["ni", "nino"], &own) {
        // A printer, a sailing and an exam week have the same form.
        Label::None => !is_series(said, before, after) && !is_one_of_things(said, range) && is_of_one(said, before),
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

/// "wristbands XA100001A to XA100500A": one of many things.
fn is_one_of_things(said: &Said<'_>, range: &Range<usize>) -> bool {
    let low = &said.copy.low;
    let next = low.get(range.end..).and_then(|after| after.strip_prefix(" to "));
    let last = low.get(..range.start).and_then(|before| before.strip_suffix(" to "));
    next.is_some_and(|next| NINO.find(next).is_some_and(|found| found.start() == 0))
        || last.is_some_and(|last| NINO.find_iter(last).any(|found| found.end() == last.len()))
}

/// Whether a number that nothing is said of is somebody's: what stands before it has no number of its own.
fn is_of_one(said: &Said<'_>, before: isize) -> bool {
    let (left, gap) = (said.low(before), said.gap(before).trim());
    // "XC208193A and XC208194A": what the first is of, the second is of too.
    if matches!(left, "and" | "or") {
        let figure = |at: isize| said.low(at).len() == 1 || said.low(at).bytes().any(|b| b.is_ascii_digit());
        let first = (0..before).rev().find(|at| !(figure(*at) || said.low(*at).len() == 2 && figure(*at + 1)));
        if first != Some(before - 1) {
            return is_of_one(said, first.unwrap_or(-1));
        }
    }
    // "Parent A XR…"
    if left.len() == 1 && said.is(before - 1, CHILD | FAMILY | PERSON) {
        return true;
    }
    if before < 0 || said.is(before, CHILD | FAMILY | TITLE | PERSON | PRONOUN) || is_paid(left) {
        return true;
    }
    let told = said.all & (NINUMBER | FAMILY | PRONOUN | CHILD | PERSON) != 0
        || (0..said.len()).any(|at| is_paid(said.low(at)));
    // "EYPP form → XH…", "this: XJ…", "10:42 GL… found"
    let marked = !left.is_ascii() || said.word(before).is_some_and(|word| word.value.is_some());
    if !gap.is_empty() || marked {
        return told || matches!(left, "this" | "these" | "is" | "following") || gap.starts_with(['.', '?', '!']);
    }
    let tells = left.ends_with("ed")
        && !matches!(left, "marked" | "labelled" | "numbered" | "tagged" | "stamped" | "coded")
        || matches!(
            left,
            "sent"
                | "gave"
                | "quotes"
                | "shows"
                | "has"
                | "had"
                | "holds"
                | "wants"
                | "put"
                | "wrote"
                | "reads"
                | "says"
                | "chase"
                | "check"
                | "recheck"
                | "restore"
                | "remove"
                | "redact"
                | "tell"
                | "ask"
                | "confirm"
                | "delete"
                | "find"
                | "found"
                | "match"
                | "lists"
                | "gives"
                | "kept"
                | "keeps"
                | "took"
                | "got"
                | "brought"
                | "take"
                | "needs"
                | "us"
                | "me"
                | "it"
                | "ends"
                | "query"
                | "correct"
                | "is"
                | "was"
                | "not"
                | "that"
                | "whether"
                | "re-run"
                | "rerun"
                | "with"
                | "for"
                | "from"
                | "by"
                | "of"
                | "to"
                | "and"
                | "or"
                | "about"
                | "re"
                | "quote"
                | "read"
                | "knows"
                | "uses"
        );
    tells
        || told
            && matches!(
                left,
                "on" | "in" | "until" | "under" | "at" | "number" | "no" | "as" | "out" | "up" | "via" | "against"
            )
}

/// Papers and offices by which people are paid or helped, and what they are called there.
fn is_paid(low: &str) -> bool {
    matches!(
        low,
        "nursery"
            | "funding"
            | "match"
            | "recheck"
            | "entitlement"
            | "voucher"
            | "mr"
            | "mrs"
            | "ms"
            | "miss"
            | "uc"
            | "fsm"
            | "dwp"
            | "hmrc"
            | "jobcentre"
            | "p45"
            | "p60"
            | "eypp"
            | "ecs"
            | "checker"
            | "payslip"
            | "payslips"
            | "slip"
            | "credit"
            | "tax"
            | "check"
            | "intern"
            | "interns"
            | "internship"
            | "traineeship"
            | "starter"
            | "leaver"
            | "leavers"
            | "household"
            | "client"
            | "customer"
            | "bursar"
            | "employer"
            | "employers"
            | "apprenticeship"
            | "ema"
            | "welfare"
            | "pension"
            | "wage-slip"
            | "eligibility"
            | "earnings"
            | "pay"
            | "paid"
    )
}

/// Whether a number is somebody's though a thing that has one too is spoken of: a course code or a lot number has the
/// same form, so somebody must be paid or helped by it.
fn is_of_one_beside_things(said: &Said<'_>, before: isize, words: &str) -> bool {
    let left = said.low(before);
    let beside = matches!(said.gap(before).trim(), "" | "(" | ",");
    let of_one = (said.is(before, TITLE | CHILD | FAMILY) || is_paid(left)) && beside;
    // "for XA 90 21 17 A and XS 14 52 80 D"
    let second = matches!(left, "and" | "or" | "")
        && matches!(said.low(before - 1), "a" | "b" | "c" | "d")
        && said.word(before - 2).is_some_and(|word| word.value.is_some());
    let strict = second
        || of_one
        || matches!(left, "for" | "under" | "to" | "from" | "applicant" | "claimant" | "payee" | "employee")
        || left == "by" && said.low(before - 1).ends_with("ed");
    // "tags MK100200A to MK100260A": one of several of a thing.
    let of_several = said.low(before - 1).bytes().any(|b| b.is_ascii_digit()) && matches!(left, "to" | "and" | "or");
    // "UC claim in dad's name, XG…": what a claim or an account has is the number of whoever made it.
    let claimed = (before - 3..=before).rev().find(|at| said.is(*at, BUSINESS)).is_some_and(|at| {
        matches!(said.low(at), "claim" | "claims" | "forms" | "account" | "award" | "file" | "form" | "application")
    });
    let claimed = claimed
        && (said.all & (FAMILY | PRONOUN) != 0
            || (!said.gap(before).trim().is_empty() || matches!(left, "with" | "as" | "of" | "for"))
                && (0..said.len()).any(|at| is_paid(said.low(at))))
        && !matches!(left, "ref" | "reference" | "no" | "number" | "code" | "id" | "version");
    let bare = !is_numbered(said, before + 1) && words.len() == 9 && !of_several && is_of_one(said, before);
    let signed = left == "by" && matches!(said.low(before - 1), "signed" | "claimed" | "completed");
    bare || claimed || strict && (said.all & NINUMBER != 0 || signed || of_one)
}
