//! What of a source no statement holds: front matter, comments, code, links, all of a file that cannot be read. It is
//! published like the rest, so numbers of people, their contacts and names are looked for in it; nobody is counted there.

use super::Pass;
use super::copy::{Copy, Home};
use super::glance::{Needs, glance};
use super::held::parts;
use super::words::Said;
use crate::source::number;
use std::ops::Range;

/// Looks through what is not among `covered`, the places of the report's words. Where a file `breaks_off`, sentences may
/// stand among it.
pub(super) fn walk(text: &str, mut covered: Vec<Range<u32>>, breaks_off: bool, pass: &mut Pass) {
    if !covered.is_sorted_by_key(|place| place.start) {
        covered.sort_unstable_by_key(|place| place.start);
    }
    // What officers give of themselves ends with the head, which words that cannot be read may go on from.
    for head in &pass.heads {
        let at = covered.partition_point(|place| place.start < head.end);
        covered.insert(at, head.end..head.end);
    }
    let mut from = 0;
    for place in covered.into_iter().chain(std::iter::once(number(text.len())..u32::MAX)) {
        if place.start > from + SHORT
            && let Some(between) = text.get(from as usize..place.start as usize)
            && (breaks_off || may_tell(between))
        {
            paragraphs(between, from, pass);
        }
        from = from.max(place.end);
    }
}

/// The longest markup in which nothing can stand: a line end and the mark of a bullet.
const SHORT: u32 = 7;

/// Whether more may stand here than a heading, a key, the mark of a bullet: a digit, a mark that numbers and addresses are
/// written with.
fn may_tell(words: &str) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // Eight bytes are looked at together: those below a bound have their high bit set by what is taken from them.
    let any = |bytes: &[u8; 8]| {
        let eight = u64::from_le_bytes(*bytes);
        let below = |bound: u64, bytes: u64| bytes.wrapping_sub(bound * ONES) & !bytes;
        let is = |b: u8| below(1, eight ^ (u64::from(b) * ONES));
        let digit = below(10, eight ^ (u64::from(b'0') * ONES));
        (digit | is(b'@') | is(b'<') | is(b'`') | is(b'(') | is(b'"')) & (0x80 * ONES) != 0
    };
    let (eights, _) = words.as_bytes().as_chunks();
    words.len() > 80 || eights.iter().any(any) || words.as_bytes().last_chunk().is_none_or(any)
}

/// Where the first byte stands that a head of years alone has not: a digit, a mark that an address is written with, a
/// letter that "dot" begins with.
fn tells(head: &[u8]) -> Option<usize> {
    head.iter().position(|b| matches!(b, b'0'..=b'9' | b'@' | b'(' | b'[' | b'{' | b'd' | b'D' | 0x80..))
}

/// Whether words have no other digits than academic and calendar years, and nothing that an address is written with:
/// "2024-25", "2024/25", "2024".
fn has_years_alone(words: &str) -> bool {
    let mut rest = words.as_bytes();
    while let Some(at) = tells(rest) {
        rest = rest.get(at..).unwrap_or_default();
        rest = match rest {
            [b'0'..=b'9', ..] => match after_year(rest) {
                Some(after) => after,
                None => return false,
            },
            [b'd' | b'D', after @ ..] if !matches!(after, [b'o' | b'O', b't' | b'T', ..]) => after,
            _ => return false,
        };
    }
    true
}

/// How many digits there are, but for those of years that schools go by: "2024-25".
pub(super) fn digits_beside_years(words: &str) -> usize {
    let (mut digits, mut rest) = (0, words.as_bytes());
    while let Some(at) = rest.iter().position(u8::is_ascii_digit) {
        rest = rest.get(at..).unwrap_or_default();
        let of_school = |after: &&[u8]| rest.len() - after.len() > 4;
        rest = after_year(rest).filter(of_school).unwrap_or_else(|| {
            digits += 1;
            rest.get(1..).unwrap_or_default()
        });
    }
    digits
}

/// What stands behind a year; nothing where another number stands first.
fn after_year(words: &[u8]) -> Option<&[u8]> {
    let len = words.iter().take_while(|b| b.is_ascii_digit()).count();
    let (year, after) = words.split_at_checked(len)?;
    let in_century = match year {
        [b'1', b'9', ten, one] | [b'2', b'0', ten, one] => u32::from(ten - b'0') * 10 + u32::from(one - b'0'),
        _ => return None,
    };
    match after {
        [b'-' | b'/', ten @ b'0'..=b'9', one @ b'0'..=b'9', after @ ..] => {
            let next = u32::from(ten - b'0') * 10 + u32::from(one - b'0');
            let ends = !after.first().is_some_and(|b| b.is_ascii_alphanumeric());
            (next == (in_century + 1) % 100 && ends).then_some(after)
        }
        [b, ..] if b.is_ascii_alphabetic() => None,
        _ => Some(after),
    }
}

/// Whom a file that breaks off names as its officers or the leads of its priorities, in lower case: on the lines that say so,
/// and in the lists under them.
pub(super) fn officers(text: &str) -> Vec<String> {
    let (mut officers, mut is_listed) = (Vec::new(), false);
    for line in text.lines() {
        let line = line.trim();
        let (key, names) = line.split_once(':').unwrap_or(("", ""));
        let key = key.trim_matches(['-', '*', ' ']).to_lowercase();
        let is_key = matches!(&*key, "officer" | "officers" | "epo" | "epos" | "author" | "authors" | "lead" | "leads");
        let item = line.strip_prefix("- ").filter(|_| is_listed && !is_key);
        is_listed = is_key && names.trim().is_empty() || item.is_some();
        let names = if is_key { names } else { item.unwrap_or_default() };
        let each = names.split([',', ';', '&', '[', ']', '"', '\'', '*']).flat_map(|names| names.split(" and "));
        // A sentence names nobody's post.
        let is_name = |name: &String| (1..=4).contains(&name.split_whitespace().count());
        officers.extend(each.map(|name| name.trim().to_lowercase()).filter(is_name));
    }
    officers
}

fn paragraphs(words: &str, from: u32, pass: &mut Pass) {
    // Where officers say who they are, names are theirs, and most tell no other number than which year it is.
    let is_head = pass.is_head(from);
    if is_head && has_years_alone(words) {
        return;
    }
    let needs = glance(words, 0, pass.year);
    let needs = Needs { names: needs.names && !is_head, ..needs };
    if !needs.numbers && !needs.births && !needs.names {
        return;
    }
    let mut at = 0;
    for part in words.split("\n\n") {
        let start = from + number(at);
        for range in parts(part) {
            let mut copy = Copy::default();
            copy.plain(Home::Source(part, start), range);
            pass.people(&Said::of(&copy.settled()), &Said::of(&Copy::default()), needs, start);
        }
        at += part.len() + 2;
    }
}
