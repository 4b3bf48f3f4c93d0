//! Days at a first look: whether figures and words round them make one, whether an age leads to one.

/// The number of two digits.
pub(super) fn number(ten: u8, one: u8) -> u32 {
    u32::from(ten.wrapping_sub(b'0')) * 10 + u32::from(one.wrapping_sub(b'0'))
}

/// Whether a day and a month stand right before a year or right behind it: "14 March 2012", "March 14, 2012", "2012-03-14".
#[cold]
#[inline(never)]
pub(super) fn is_of_day(rest: &[u8], bytes: &[u8], at: usize) -> bool {
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    // "2012-03-14", not "2012-13"
    if matches!(rest.get(4), Some(b'-' | b'/' | b'.' | b',' | b' ')) && digit(rest.get(5)) {
        let day = rest.get(5..).unwrap_or_default().iter().take(4).position(|b| !b.is_ascii_digit());
        return day.is_some_and(|end| end < 3 && matches!(rest.get(5 + end), Some(b'-' | b'/' | b'.' | b' ')))
            || is_after_mark(bytes, at);
    }
    let before = bytes.get(..at).unwrap_or_default();
    let end = before.iter().rposition(u8::is_ascii_alphanumeric).map_or(0, |last| last + 1);
    if at - end > 3 {
        return false;
    }
    let before = before.get(..end).unwrap_or_default();
    let letters = before.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
    // A month, or the day of one: "14th March", "March 14th"
    let word = before.get(end - letters..).unwrap_or_default();
    let is_month =
        word.first_chunk().is_some_and(|first: &[u8; 3]| MONTHS.iter().any(|month| month.eq_ignore_ascii_case(first)));
    let day = before.get(..end - letters).unwrap_or_default();
    is_month && day.iter().rev().take(12).any(u8::is_ascii_digit)
        || letters < 3 && digit(day.last())
        || is_month && day.ends_with(b" of ")
        || is_month && day.iter().rev().nth(1).is_some_and(u8::is_ascii_alphabetic)
}

const MONTHS: [&[u8; 3]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

/// Whether a mark that parts the figures of a day stands before two digits, and a day and a month before it: "18/12/13",
/// "14-Sep-12".
pub(super) fn is_after_mark(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at.wrapping_sub(1)), Some(b'/' | b'.' | b'-')) && is_after_day(bytes, at)
}

/// Whether words after a small number go on to a day, as they do after an age: "is 18 on 4 March", "13 today (5 May 2023)".
#[inline(always)]
pub(super) fn is_before_day(after: Option<&[u8]>) -> bool {
    match after {
        Some([b' ', b'o', b'n', b' ', rest @ ..]) => rest.first().is_some_and(u8::is_ascii_digit),
        Some(
            [b' ', b't' | b'n' | b'l' | b'y', b'o' | b'e' | b'a' | b'h', ..]
            | [b' ', b'(', ..]
            | [b' ', b'i', b'n', ..],
        ) => is_led_to_day(after.unwrap_or_default()),
        _ => false,
    }
}

/// Whether a few words that tell of a day lead to one: " next week (2 December", " today, 9 May".
#[cold]
#[inline(never)]
fn is_led_to_day(after: &[u8]) -> bool {
    let words =
        [&b" today"[..], b" tomorrow", b" yesterday", b" next ", b" last ", b" the ", b" (", b" in ", b" years old"];
    words.iter().any(|word| after.starts_with(word)) && after.iter().take(24).any(u8::is_ascii_digit)
}

/// Whether a day and a month, in figures or by its name, and a mark stand right before a year.
#[cold]
#[inline(never)]
fn is_after_day(bytes: &[u8], at: usize) -> bool {
    let Some((before, [mark @ (b'/' | b'.' | b'-')])) = bytes.get(..at).and_then(|all| all.split_last_chunk()) else {
        return false;
    };
    let [.., day, b, one] = before else { return false };
    let named = [*day, *b, *one];
    one.is_ascii_digit() && (b == mark && day.is_ascii_digit() || b.is_ascii_digit() && day == mark)
        || MONTHS.iter().any(|month| month.eq_ignore_ascii_case(&named))
}
