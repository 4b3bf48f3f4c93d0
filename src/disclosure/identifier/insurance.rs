//! National Insurance numbers. They have no check digit, and many a thing is numbered in the same form.

use super::{Hit, Label, alone, each, is_called_thing, is_example, is_numbered, label, pattern};
use crate::disclosure::lexicon::{CHILD, FAMILY, LABEL, NINUMBER, PERSON, PRONOUN, TITLE};
use crate::disclosure::words::Said;
use crate::source::Kind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static NINO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-z]{2}[ ./-]{0,2}[0-9](?:[ ./-]{0,2}[0-9]){5}[ ./-]{0,2}[a-d]"));

/// Every one in a block.
pub(super) fn find(said: &Said<'_>, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    each(&NINO, low, |range| ni(said, &range).then_some((range, Kind::NiNumber))).for_each(|hit| hits.push(hit));
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
    let (one, two) =
        (words.as_bytes().first().copied().unwrap_or(b' '), words.as_bytes().get(1).copied().unwrap_or(b' '));
    let never = matches!(one, b'd' | b'f' | b'i' | b'q' | b'u' | b'v')
        || matches!(two, b'd' | b'f' | b'i' | b'o' | b'q' | b'u' | b'v')
        || matches!((one, two), (b'b' | b't', b'g' | b'n') | (b'g', b'b') | (b'k' | b'n', b'k' | b't') | (b'z', b'z'))
            && matches!(words.get(..2), Some("bg" | "gb" | "kn" | "nk" | "nt" | "tn" | "zz"));
    let own = |at: isize| {
        let low = said.low(at);
        matches!(low, "ni" | "nino" | "ninos" | "payroll")
            || low == "insurance" && (said.low(at - 1) == "national" || said.low(at + 1) == "number")
            || low == "hmrc"
            || low == "i" && said.low(at - 1) == "n"
    };
    // "Circular CR 15 24 00 A", "CR 15 24 00 A is the room code"
    let before = said.at(range.start) - 1;
    let thing = said.gap(before) == " "
        && matches!(
            said.low(before),
            "circular"
                | "request"
                | "review"
                | "code"
                | "bulletin"
                | "memo"
                | "paper"
                | "guidance"
                | "briefing"
                | "section"
                | "event"
                | "scheme"
                | "notice"
                | "plan"
                | "strategy"
                | "newsletter"
                | "pack"
                | "session"
                | "workshop"
        );
    let after = said.at(range.end);
    let own_label = (before - 4..=before).chain(after..after + 5).any(own);
    if (thing || is_called_thing(said, range)) && !own_label {
        return false;
    }
    match label(said, range, &["ni", "nino"], &own) {
        Label::Own => !is_example(said, range) || !never,
        _ if never || is_example(said, range) => false,
        // A printer, a sailing and an exam week have the same form.
        Label::None => !is_series(said, before, after),
        found => {
            let led = matches!(
                said.low(before),
                "applicant"
                    | "claimant"
                    | "payee"
                    | "employee"
                    | "to"
                    | "for"
                    | "from"
                    | "under"
                    | "of"
                    | "is"
                    | "with"
                    | "by"
                    | "and"
                    | "or"
                    | ""
            );
            let of_one = said.is(before, TITLE | CHILD | FAMILY) && said.gap(before) == " ";
            let led = led || of_one || before < 0 || said.gap(before).contains('(');
            let strict = found == Label::None
                || matches!(
                    said.low(before),
                    "for" | "under" | "to" | "from" | "applicant" | "claimant" | "payee" | "employee"
                )
                || said.low(before) == "by" && said.low(before - 1).ends_with("ed")
                // "for XA 90 21 17 A and XS 14 52 80 D"
                || matches!(said.low(before), "and" | "or" | "")
                    && matches!(said.low(before - 1), "a" | "b" | "c" | "d")
                    && said.word(before - 2).is_some_and(|word| word.value.is_some());
            let strict = strict || of_one;
            // "tags MK100200A to MK100260A": one of several of a thing.
            let of_several = said.low(before - 1).bytes().any(|b| b.is_ascii_digit())
                && matches!(said.low(before), "to" | "and" | "or");
            let bare = !is_numbered(said, before + 1) && words.len() == 9 && !of_several;
            let signed = said.low(before) == "by" && matches!(said.low(before - 1), "signed" | "claimed" | "completed");
            // A course code or a lot number has the same form: somebody must be paid or helped by it.
            bare || led && strict && (said.all & NINUMBER != 0 || signed || of_one)
        }
    }
}
