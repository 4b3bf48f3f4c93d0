//! Whose a number is that no label says to be for National Insurance, by who and what stands beside it.

use super::NINO;
use crate::disclosure::identifier::is_numbered;
use crate::disclosure::lexicon::{BUSINESS, CHILD, FAMILY, LABEL, NINUMBER, PERSON, PRONOUN, TITLE};
use crate::disclosure::words::Said;
use std::ops::Range;

/// Whether letters and digits are a product's, a journey's or a period's: "GE 20 40 60 A series", "sailing XP120744A".
pub(super) fn is_series(said: &Said<'_>, before: isize, after: isize) -> bool {
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

/// "wristbands XA100001A to XA100500A": one of many things.
pub(super) fn is_one_of_things(said: &Said<'_>, range: &Range<usize>) -> bool {
    let low = &said.copy.low;
    let next = low.get(range.end..).and_then(|after| after.strip_prefix(" to "));
    let last = low.get(..range.start).and_then(|before| before.strip_suffix(" to "));
    next.is_some_and(|next| NINO.find(next).is_some_and(|found| found.start() == 0))
        || last.is_some_and(|last| NINO.find_iter(last).any(|found| found.end() == last.len()))
}

/// Whether a number that nothing is said of is somebody's: what stands before it has no number of its own.
pub(super) fn is_of_one(said: &Said<'_>, before: isize, after: &str) -> bool {
    let (left, gap) = (said.low(before), said.gap(before).trim());
    // "XC208193A and XC208194A": what the first is of, the second is of too.
    if matches!(left, "and" | "or") {
        let figure = |at: isize| said.low(at).len() == 1 || said.low(at).bytes().any(|b| b.is_ascii_digit());
        let first = (0..before).rev().find(|at| !(figure(*at) || said.low(*at).len() == 2 && figure(*at + 1)));
        if first != Some(before - 1) {
            return is_of_one(said, first.unwrap_or(-1), after);
        }
    }
    // "Parent A XR…"
    if left.len() == 1 && said.is(before - 1, CHILD | FAMILY | PERSON) {
        return true;
    }
    let person = said.is(before, CHILD | FAMILY | TITLE | PERSON | PRONOUN) && left != "case"
        || matches!(left, "partner" | "ex-partner" | "husband" | "wife" | "escort" | "driver" | "employee" | "payee");
    if person || is_paid(left) && left != "voucher" {
        return true;
    }
    // "Chair lift (XR…)": no chair of anything.
    let in_post = |at: isize| said.is(at, TITLE) && !matches!(said.low(at), "chair" | "head" | "lead" | "dog");
    let told = said.all & (NINUMBER | FAMILY | PRONOUN | CHILD | PERSON) != 0
        || (0..said.len()).any(|at| is_paid(said.low(at)) || in_post(at));
    if before < 0 {
        // A cell that tells of nobody may be any code.
        return told || !after.trim_start().starts_with(['|', '/', ';']);
    }
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
                | "say"
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
                | "have"
                | "saw"
                | "see"
                | "seen"
                | "declares"
                | "add"
                | "use"
                | "hold"
                | "send"
                | "ring"
        );
    // "college saw XY…", "parent declares XM…": what somebody does is no thing.
    let does = told
        && said.is(before - 1, CHILD | FAMILY | PERSON | PRONOUN | TITLE)
        && !said.is(before, LABEL | BUSINESS)
        && left.ends_with('s');
    tells
        || does
        || told
            && said.low(before - 1) != "case"
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
            | "hr"
            | "esa"
            | "jsa"
            | "wages"
            | "allowance"
            | "checks"
            | "apprentices"
            | "partner"
            | "escort"
            | "ta"
    )
}

/// Whether a number is somebody's though a thing that has one too is spoken of: a course code or a lot number has the
/// same form, so somebody must be paid or helped by it.
pub(super) fn is_of_one_beside_things(said: &Said<'_>, before: isize, words: &str) -> bool {
    let left = said.low(before);
    let beside = matches!(said.gap(before).trim(), "" | "(" | "," | ":");
    let of_one = (said.is(before, TITLE | CHILD | FAMILY) || is_paid(left) && left != "voucher") && beside;
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
                && (0..said.len()).any(|at| is_paid(said.low(at)) && said.low(at) != "paid"))
        && !matches!(left, "ref" | "reference" | "no" | "number" | "code" | "id" | "version");
    let bare = !is_numbered(said, before + 1) && words.len() == 9 && !of_several && is_of_one(said, before, "");
    // "the apprentice's contract has XC…"
    let held = matches!(left, "has" | "have" | "had" | "shows" | "got" | "holds" | "sent" | "say" | "says")
        && (said.all & (FAMILY | PRONOUN | CHILD | PERSON | TITLE) != 0
            || (0..said.len()).any(|at| is_paid(said.low(at))));
    let signed = left == "by" && matches!(said.low(before - 1), "signed" | "claimed" | "completed");
    bare || held || claimed || strict && (said.all & NINUMBER != 0 || signed || of_one)
}
