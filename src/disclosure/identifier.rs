//! Numbers that stand for one person: UPN, ULN, NHS number, National Insurance number. Each is told from the many
//! other long numbers of a report by its check digit, by its label, and by what else it is said to be.

use super::lexicon::{BUSINESS, CARE, CHILD, FAMILY, HEALTH, LEARNER, PRONOUN, kinds_of};
use super::words::Said;
use crate::source::Kind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

mod insurance;

/// What is found: where in the copy, and what.
pub(super) type Hit = (Range<usize>, Kind);

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern")
}

static UPN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-hj-np-rt-z][ .()/_-]{0,2}(?:[0-9][ .()/_-]{0,2}){11}[0-9a-hj-np-rt-z]"));
static TEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9](?:[ .()/_-]{0,2}[0-9]){9}"));

/// Everything of these kinds in a block that `lead` leads in.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, hits: &mut Vec<Hit>) {
    if said.digits < 4 {
        return;
    }
    let low = said.copy.low.as_str();
    if said.digits >= 11 {
        each(&UPN, low, |range| {
            let kind = upn(said, &range)?;
            Some((range, kind))
        })
        .for_each(|hit| hits.push(hit));
    }
    if said.digits >= 10 {
        let taken: Vec<Range<usize>> = hits.iter().map(|hit| hit.0.clone()).collect();
        each(&TEN, low, |range| {
            let is_free = taken.iter().all(|one| one.end <= range.start || range.end <= one.start);
            let kind = ten(said, &range).filter(|_| is_free)?;
            Some((range, kind))
        })
        .for_each(|hit| hits.push(hit));
    }
    insurance::find(said, lead, hits);
}

/// Every place where a pattern fits and `judge` says what it is; places may overlap until one is taken.
fn each<'t>(
    pattern: &'static Regex,
    low: &'t str,
    mut judge: impl FnMut(Range<usize>) -> Option<Hit> + 't,
) -> impl Iterator<Item = Hit> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let range = pattern.find_at(low, from)?.range();
            if let Some(hit) = judge(range.clone()) {
                from = hit.0.end;
                return Some(hit);
            }
            from = range.start + 1;
        }
    })
}

/// Whether a match stands by itself: no letter or digit goes on at either end, but for a label written onto it.
fn alone(low: &str, range: &Range<usize>, labels: &[&str]) -> bool {
    let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
    let mut after = after.chars();
    let goes_on = match after.next() {
        Some('-' | '/' | '.' | ':') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let mut left = before.chars().rev();
    let comes_on = match left.next() {
        // "114/P84…": a letter begins anew.
        Some('/') if low.get(range.clone()).is_some_and(|words| words.starts_with(|c: char| c.is_alphabetic())) => {
            false
        }
        Some('-' | '/' | '.' | '#' | ':') => left.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() && !labels.iter().any(|label| before.ends_with(label)),
        None => false,
    };
    !goes_on && !comes_on
}

/// How many numbers of a list are passed to come to the word before it: no list of a report has as many.
const FARTHEST: isize = 60;

/// What a number is said to be by the words beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Label {
    Own,
    Thing,
    None,
}

/// Reads the words before a number, and the few after it, until one says what it is. Other numbers and single
/// letters on the way are of the same list.
fn label(said: &Said<'_>, range: &Range<usize>, glued: &[&str], is_own: &dyn Fn(isize) -> bool) -> Label {
    let at = said.at(range.start);
    let (mut seen, mut step) = (0, at);
    // A label written onto the number is a word that begins before it.
    let onto = said.word(at - 1).filter(|word| word.end > range.start);
    if let Some(written) = onto.and_then(|word| said.copy.low.get(word.start..range.start)) {
        return if glued.contains(&written) { Label::Own } else { Label::None };
    }
    let mut thing = false;
    while step > 0 && seen < 8 && at - step < FARTHEST {
        step -= 1;
        if said.gap(step).contains(['.', '!', '?']) && said.low(step).len() > 3 && seen > 0 && said.low(step) != "ref" {
            break;
        }
        let low = said.low(step);
        if is_own(step) {
            return Label::Own;
        }
        let is_thing = said.is(step, BUSINESS) || kinds_of(low.strip_suffix('s').unwrap_or_default()) & BUSINESS != 0;
        if is_thing
            && !matches!(low, "number" | "system" | "numbers" | "quotes")
            && !(low == "quote" && step + 1 == at && said.gap(step - 1).contains(['-', ',', '.', ':', ';']))
            && seen < 4
            && !is_stood_on(said, step)
            && !(low == "form" && said.low(step - 1) == "sixth")
            && !(low == "file" && said.low(step - 1) == "on")
            && !(low == "job" && matches!(said.low(step + 1), "centre" | "coach" | "club" | "offer" | "start"))
        {
            thing = true;
            break;
        }
        seen += usize::from(!low.bytes().any(|b| b.is_ascii_digit()) && low.len() > 1);
    }
    let after = said.at(range.end);
    if (after..after + 4).take_while(|at| !said.gap(at - 1).contains(['.', ';'])).any(is_own) && !thing {
        return Label::Own;
    }
    if thing { Label::Thing } else { Label::None }
}

/// Whether a thing is where a number stands, not what it is of: "UPN on the transfer form".
fn is_stood_on(said: &Said<'_>, at: isize) -> bool {
    let on = |step: isize| matches!(said.low(step), "on" | "in" | "from" | "at" | "across");
    let whose = |step: isize| {
        matches!(
            said.low(step),
            "the" | "a" | "an" | "our" | "your" | "his" | "her" | "their" | "this" | "that" | "its"
        )
    };
    (1..4).any(|back| whose(at - back) && on(at - back - 1) && (at - back..at).all(|step| said.gap(step) == " "))
}

/// Whether what a number is of stands right before it: "order 9991…", "boiler ref 9991…".
fn is_numbered(said: &Said<'_>, at: isize) -> bool {
    let vague = |at: isize| {
        matches!(
            said.low(at),
            "no" | "number" | "ref" | "reference" | "code" | "id" | "is" | "was" | "numbers" | "refs"
        )
    };
    let thing = |at: isize| {
        said.is(at, BUSINESS) || kinds_of(said.low(at).strip_suffix('s').unwrap_or_default()) & BUSINESS != 0
    };
    thing(at - 1) && !(is_paper(said.low(at - 1)) && said.gap(at - 1) != " ")
        || vague(at - 1) && (thing(at - 2) || vague(at - 2) && thing(at - 3))
}

/// Whether a number is shown as an example of its form.
fn is_example(said: &Said<'_>, range: &Range<usize>) -> bool {
    let at = said.at(range.start);
    let told = |word: &str| {
        matches!(word, "example" | "sample" | "made-up" | "fictional" | "dummy" | "placeholder" | "format" | "specimen")
    };
    // "https://health.example/": an address.
    (at - 6..at).any(|step| told(said.low(step)) && !said.gap(step - 1).ends_with('.'))
        || (at - 2..at).any(|step| said.low(step) == "as" && matches!(said.low(step - 1), "such" | "shown"))
}

fn upn(said: &Said<'_>, range: &Range<usize>) -> Option<Kind> {
    let low = &said.copy.low;
    if !alone(low, range, &["upn"]) {
        return None;
    }
    let marks: Vec<u8> = low.get(range.clone())?.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let (first, rest) = marks.split_first()?;
    let last = rest.last()?;
    let mut sum = 0;
    for (at, mark) in rest.iter().enumerate() {
        let value = if mark.is_ascii_digit() { u32::from(mark - b'0') } else { letter(*mark)? };
        sum += value * crate::source::number(at + 2);
    }
    let digits: Vec<u8> = rest.iter().copied().filter(u8::is_ascii_digit).collect();
    if digits.iter().all(|digit| digits.first() == Some(digit)) {
        return None;
    }
    let kind = if last.is_ascii_digit() { Kind::Upn } else { Kind::TemporaryUpn };
    let area: u32 = low_number(rest.get(..3)?);
    let is_area = matches!(area, 201..=399 | 420 | 660..=681 | 701..=708 | 800..=950);
    let (at, is_right) = (said.at(range.start), letter(*first) == Some(sum % 23));
    let own = |at: isize| {
        let word = said.low(at);
        let of_pupil = matches!(word, "number" | "no" | "ref" | "id")
            && matches!(said.low(at - 1), "pupil" | "learner" | "temporary" | "unique");
        of_pupil
            || matches!(word, "upn" | "upns" | "pupil_upn")
            || word == "n" && said.low(at - 2) == "u" && said.low(at - 1) == "p"
    };
    match label(said, range, &["upn"], &own) {
        Label::Own if is_right || !is_example(said, range) => Some(kind),
        Label::None if is_right && is_area => Some(kind),
        // An order number may pass the check by chance; "the file for" one is no number of a file, and what is written of
        // a child has no number of its own.
        Label::Thing if is_right && is_area => {
            let numbered =
                matches!(said.low(at - 1), "no" | "number" | "ref" | "code" | "id") && said.is(at - 2, BUSINESS);
            let led = !numbered && !said.is(at - 1, BUSINESS)
                || said.gap(at - 1) == "_"
                || is_paper(said.low(at - 1)) && !said.is(at - 2, BUSINESS);
            led.then_some(kind)
        }
        // Mistyped, and yet said to be a child's.
        Label::None if is_area && is_spoken_of(said, at) => Some(kind),
        _ => None,
    }
}

/// What is written of one child, and seldom numbered.
fn is_paper(low: &str) -> bool {
    matches!(low, "form" | "log" | "note" | "file" | "minute" | "document" | "study")
}

/// "attendance for C8…", "whether J8… is the right child": a sentence of a child, in which a number stands for somebody.
fn is_spoken_of(said: &Said<'_>, at: isize) -> bool {
    let left = said.low(at - 1);
    let led =
        matches!(left, "for" | "of" | "that" | "whether" | "given" | "about" | "as" | "by" | "with" | "and" | "from")
            || left.ends_with("ed") && said.gap(at - 1) == " ";
    let (start, end) = super::cue::sentence(said, at);
    let told = (start..end).any(|step| {
        said.is(step, CHILD | FAMILY | PRONOUN | CARE)
            || matches!(said.low(step), "attendance" | "roll" | "off-rolling" | "timetable" | "leavers" | "enrolled")
            || matches!(said.low(step), "returned" | "arrived") && said.low(step + 1) == "from"
    });
    led && told && !(start..at).any(|step| said.is(step, BUSINESS) && !is_paper(said.low(step)))
}

/// The value of a check letter: A to Z without I, O and S.
fn letter(mark: u8) -> Option<u32> {
    "abcdefghjklmnpqrtuvwxyz".bytes().position(|one| one == mark).map(crate::source::number)
}

fn low_number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit.saturating_sub(b'0')))
}

fn ten(said: &Said<'_>, range: &Range<usize>) -> Option<Kind> {
    let low = &said.copy.low;
    if !alone(low, range, &["uln", "nhs"]) {
        return None;
    }
    let words = low.get(range.clone())?;
    let digits: Vec<u32> = words.bytes().filter(u8::is_ascii_digit).map(|b| u32::from(b - b'0')).collect();
    if digits.iter().all(|digit| digits.first() == Some(digit)) {
        return None;
    }
    let nhs = |at: isize| {
        let is_nhs = said.low(at) == "nhs" || said.low(at) == "s" && said.low(at - 1) == "h" && said.low(at - 2) == "n";
        let says = matches!(said.low(at + 1), "number" | "numbers" | "no" | "nos" | "num" | "id" | "record" | "ref");
        let next = said.word(at + 1).is_none_or(|word| word.end > range.start);
        is_nhs && (says || next)
            || matches!(said.low(at), "nhs_number" | "nhs-number" | "nhsno" | "nhs-no")
            || said.low(at) == "number" && said.low(at - 1) == "nhs"
            || said.low(at) == "service" && said.low(at - 1) == "health" && said.low(at - 2) == "national"
            || said.low(at) == "patient"
    };
    let uln = |at: isize| {
        let of_learner =
            matches!(said.low(at), "number" | "numbers" | "no" | "nos" | "ref" | "reference" | "id" | "record")
                && matches!(said.low(at - 1), "learner" | "learner's");
        of_learner
            || matches!(said.low(at), "uln" | "ulns")
            || said.low(at) == "learner" && said.gap(at).contains('#')
            || matches!(said.low(at), "records" | "record") && said.low(at - 1) == "learning"
    };
    let sum: u32 = digits.iter().zip((1..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let parted = words.bytes().any(|b| !b.is_ascii_digit());
    let grouped = groups(words) == [3, 3, 4];
    let stop = digits.first() == Some(&0);
    // "Zoom 999 876 1212", "meeting ID 999 876 1212"
    let at = said.at(range.start);
    let call = (at - 4..at).any(|at| {
        matches!(said.low(at), "zoom" | "teams" | "webinar") || said.low(at) == "id" && said.low(at - 1) == "meeting"
    });
    // "ULN 9999834484; the letter of 999 529 0308": the label is of the first.
    let is_nhs = sum.is_multiple_of(11) && !stop && !call;
    // "12/03/2023 10": a date, unless the groups are those of one number.
    if words.contains('/') && !grouped {
        return None;
    }
    let of_learner = label(said, range, &["uln"], &uln);
    if !(is_nhs && grouped && parted) && of_learner == Label::Own && !is_example(said, range) {
        return Some(Kind::Uln);
    }
    let of_patient = label(said, range, &["nhs"], &nhs);
    match of_patient {
        Label::Own if !is_example(said, range) => return Some(Kind::NhsNumber),
        Label::None if is_nhs && grouped && parted => return Some(Kind::NhsNumber),
        // "quote 999 356 5709 when ringing" the wheelchair service.
        Label::Thing
            if is_nhs
                && grouped
                && parted
                && said.all & HEALTH != 0
                && (!(said.is(at - 1, BUSINESS) || said.is(at - 2, BUSINESS))
                    || !is_numbered(said, at)
                    || said.low(at - 1) == "quote"
                    || said.gap(at - 1) == ", ") =>
        {
            return Some(Kind::NhsNumber);
        }
        _ => {}
    }
    if stop || call || is_example(said, range) || !is_thought_one(words) {
        return None;
    }
    // "nursing log for 9998 060257": of somebody, whatever stands before.
    let led = matches!(said.low(at - 1), "for" | "of" | "by" | "with" | "that" | "on" | "but" | "from" | "reached")
        && said.gap(at - 1) == " ";
    let numbered = is_numbered(said, at);
    let clear = of_patient == Label::None || led;
    let free = !is_called_thing(said, range) && (clear || !numbered);
    // "number 9999736660": of something, where nobody learns or is treated.
    let vague = matches!(said.low(at - 1), "number" | "no" | "ref" | "reference" | "id" | "code" | "numbers" | "refs");
    let of_nobody = vague && said.gap(at - 1) == " " && !said.is(at - 2, CHILD | FAMILY | HEALTH | LEARNER);
    let says = |own: &dyn Fn(isize) -> bool| (0..said.len()).any(own);
    let free_of_papers = clear || !said.is(at - 1, BUSINESS) || said.gap(at - 1) == ": ";
    if free && free_of_papers && is_nhs && !of_nobody && (said.all & HEALTH != 0 || grouped && parted) {
        return Some(Kind::NhsNumber);
    }
    // What the words say elsewhere, and the check digit bears out.
    if is_nhs && !numbered && says(&nhs) {
        return Some(Kind::NhsNumber);
    }
    if is_uln(&digits) && says(&|at| matches!(said.low(at), "uln" | "ulns" | "lrs")) {
        return Some(Kind::Uln);
    }
    // "student 9999668599", whatever its check digit.
    let named = said.is(at - 1, CHILD) && said.is(at - 1, LEARNER)
        || matches!(said.low(at - 1), "apprentice" | "candidate" | "trainee" | "lrn");
    let direct = matches!(said.gap(at - 1).trim(), "" | ":" | "(" | "," | "-" | "#" | "no");
    if named && direct && !said.low(at - 1).ends_with('s') {
        return Some(Kind::Uln);
    }
    let learns = said.all & LEARNER != 0;
    let is_learner = is_uln(&digits) && free && (learns || clear && !(grouped && parted));
    (is_learner && (!vague || said.all & LEARNER != 0)).then_some(Kind::Uln)
}

/// Whether ten digits have the check digit of a ULN.
fn is_uln(digits: &[u32]) -> bool {
    let Some((last, first)) = digits.split_last() else { return false };
    let rest = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
    rest != 0 && *last == 10 - rest && !digits.ends_with(&[0; 4])
}

/// Whether digits stand in groups in which people write one number.
fn is_thought_one(words: &str) -> bool {
    matches!(*groups(words).as_slice(), [10] | [3, 3, 4] | [5, 5] | [4, 3, 3] | [4, 6] | [6, 4] | [4, 4, 2])
}

/// "1234567890 is the room code": what a number is, said after it.
fn is_called_thing(said: &Said<'_>, range: &Range<usize>) -> bool {
    let after = said.at(range.end);
    matches!(said.low(after), "is" | "was")
        && matches!(said.low(after + 1), "the" | "a" | "our" | "an")
        && (after + 2..after + 5).any(|at| said.is(at, BUSINESS))
}

/// How many digits stand together.
fn groups(words: &str) -> Vec<usize> {
    words.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|len| *len > 0).collect()
}
