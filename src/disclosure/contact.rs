//! Where somebody can be reached: telephones, e-mail addresses, postcodes of homes. What an office gives to all is
//! not private, nor is what officers give of themselves at the top of their report.

use super::identifier::Hit;
use super::lexicon::{BUSINESS, CHILD, FAMILY, HOME, MANY, OFFICE, PERSON, PRIVATELY, PRONOUN, YOUNG};
use super::words::Said;
use crate::source::Kind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern")
}

static PHONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:(?:\+|00)44[ .-]{0,2}(?:\(0\) ?)?|\(?0)[1237](?:[ .()-]{0,2}[0-9]){8,9}"));
static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[a-pr-uwyz][a-hk-y]?[0-9][0-9a-z]? {0,2}[0-9][abd-hjlnp-uw-z]{2}"));
static SPELT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[a-z0-9][a-z0-9._-]*(?: ?[\[({]at[\])}] ?| at )[a-z0-9-]+(?:(?: ?[\[({]dot[\])}] ?| dot )[a-z]+)+")
});

/// Everything of these kinds in a block; `heads` where officers say who they are.
pub(super) fn find(said: &Said<'_>, heads: bool, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    if low.contains('@') {
        email(said, heads, hits);
    }
    if low.contains("dot") {
        hits.extend(SPELT.find_iter(low).map(|found| (found.range(), Kind::Email)));
    }
    if said.digits >= 9 {
        for found in PHONE.find_iter(low) {
            if telephone(said, found.range(), heads) {
                hits.push((found.range(), Kind::Telephone));
            }
        }
    }
    if said.digits >= 2 {
        let mut from = 0;
        while let Some(found) = POSTCODE.find_at(low, from) {
            from = found.start() + 1;
            if postcode(said, &found.range()) {
                hits.push((found.range(), Kind::Postcode));
                from = found.end();
            }
        }
    }
}

/// Whether one person is spoken of, who has this for their own.
fn is_personal(said: &Said<'_>) -> bool {
    (0..said.len()).any(|at| {
        let Some(word) = said.word(at) else { return false };
        let next = said.is(at + 1, OFFICE) || matches!(said.low(at + 1), "education" | "rep's");
        word.kinds & (FAMILY | PRIVATELY) != 0 && word.kinds & MANY == 0 && !next
            || word.kinds & (FAMILY | PRIVATELY) != 0
                && word.owns
                && said.is(at, FAMILY)
                && !said.low(at).ends_with('s')
    })
}

fn telephone(said: &Said<'_>, range: Range<usize>, heads: bool) -> bool {
    let low = said.copy.low.as_str();
    let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | '#' | '\u{a3}');
    let stays = |c: Option<char>| !c.is_some_and(joins);
    let glued =
        before.ends_with(['.', '-']) && before.trim_end_matches(['.', '-']).ends_with(|c: char| c.is_ascii_digit());
    let listed = before.ends_with("/") && !before.trim_end_matches(['/', ' ']).ends_with(|c: char| c.is_alphabetic());
    let ends = stays(after.chars().next()) || after.starts_with('/');
    let dashed = after.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    if !(stays(before.chars().next_back()) || listed) || glued || !ends || dashed {
        return false;
    }
    let words = low.get(range.clone()).unwrap_or_default();
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let own = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| words.contains('+')));
    let own = own.unwrap_or(&digits).trim_start_matches('0');
    let at = said.at(range.start);
    let of_thing =
        |step: isize| said.is(step, BUSINESS) && !matches!(said.low(step), "call" | "account" | "form" | "number");
    let numbered = matches!(said.low(at - 1), "number" | "no" | "ref" | "code");
    if of_thing(at - 1) || numbered && of_thing(at - 2) {
        return false;
    }
    let personal = is_personal(said);
    if heads && !personal {
        return false;
    }
    let public = (0..said.len()).any(|at| said.is(at, OFFICE) && !said.is(at, PRIVATELY));
    match own.as_bytes() {
        [b'7', b'0' | b'6', ..] => false,
        [b'7', ..] if own.len() == 10 => {
            personal || !said.words.iter().any(|word| word.kinds & OFFICE != 0 && is_before(said, word.end, &range))
        }
        // The large cities' numbers have ten digits after the nought; a few of the country's have nine.
        [b'2', ..] | [b'1', b'1', ..] | [b'1', _, b'1', ..] if own.len() != 10 => false,
        [b'1' | b'2', ..] if matches!(own.len(), 9 | 10) => personal || !public && one_number(words),
        [b'3', ..] => own.len() == 10 && personal && !heads,
        _ => false,
    }
}

/// Whether a word ends shortly before a place.
fn is_before(said: &Said<'_>, end: usize, range: &Range<usize>) -> bool {
    end <= range.start && range.start - end < 12 && said.copy.low.len() > range.start
}

/// Whether the digits stand as those of one telephone, not as days, months and years.
fn one_number(words: &str) -> bool {
    let groups: Vec<usize> = words.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|len| *len > 0).collect();
    groups.first().is_some_and(|first| *first >= 3)
        || groups.len() > 1 && groups.first() == Some(&2) && words.starts_with('+')
}

fn email(said: &Said<'_>, heads: bool, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    for (at, _) in low.match_indices('@') {
        let (before, after) = (low.get(..at).unwrap_or_default(), low.get(at + 1..).unwrap_or_default());
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
        let local = before.len() - before.chars().rev().take_while(|c| is_local(*c)).map(char::len_utf8).sum::<usize>();
        let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let domain = after.chars().take_while(|c| is_domain(*c)).map(char::len_utf8).sum::<usize>();
        let name = before.get(local..).unwrap_or_default();
        let name = name.trim_start_matches(['.', '_', '-', '\'', '+']);
        let place = after.get(..domain).unwrap_or_default().trim_end_matches(['.', '-']);
        let Some((host, top)) = place.rsplit_once('.') else { continue };
        let is_file = matches!(top, "pdf" | "doc" | "docx" | "xls" | "xlsx" | "csv" | "png" | "jpg" | "md" | "txt");
        let is_url = before.get(..before.len() - name.len()).unwrap_or_default().ends_with("//");
        let is_top = top.len() > 1 && top.chars().all(char::is_alphabetic) && !is_file;
        if name.is_empty() || host.is_empty() || !is_top || is_url {
            continue;
        }
        let range = at - name.len()..at + 1 + place.len();
        let personal = is_personal(said);
        let of_officers = heads && !personal;
        if !of_officers && !is_role(name) {
            hits.push((range, Kind::Email));
        }
    }
}

/// Words of which the names of mailboxes are made that belong to nobody.
const ROLES: &[&str] = &[
    "info",
    "admin",
    "office",
    "enquir",
    "admission",
    "headteacher",
    "attend",
    "safeguard",
    "noreply",
    "no-reply",
    "career",
    "press",
    "music",
    "governor",
    "help",
    "support",
    "complaint",
    "transport",
    "librar",
    "news",
    "virtualschool",
    "inclusion",
    "early",
    "project",
    "access",
    "contact",
    "team",
    "reception",
    "data",
    "finance",
    "payroll",
    "booking",
    "event",
    "training",
    "job",
    "recruit",
    "education",
    "exclusion",
    "behaviour",
    "senco",
    "clerk",
    "secretar",
    "webmaster",
    "postmaster",
    "privacy",
    "service",
    "panel",
    "partnership",
    "network",
    "school",
    "desk",
    "council",
    "learning",
    "sport",
    "reply",
    "welfare",
    "children",
    "referral",
    "consult",
    "feedback",
    "mailbox",
    "sendiass",
    "localoffer",
    "communications",
    "comms",
    "marketing",
    "hello",
    "duty",
    "ehcp",
    "mash",
    "participation",
    "forms",
    "returns",
    "survey",
    "invoices",
    "accounts",
    "helpline",
    "volunteering",
    "youth",
    "family",
    "families",
    "general",
    "main",
    "committee",
    "democratic",
    "licens",
    "legal",
    "research",
    "policy",
    "commission",
    "placement",
    "bursar",
];
const EXACT: &[&str] = &[
    "head", "send", "sen", "post", "mail", "hr", "ey", "cme", "ehe", "dsl", "foi", "dpo", "hub", "it", "ict", "heads",
    "pe", "nurse", "library", "stop", "me", "all", "staff", "web", "cp", "lac", "cla", "ed", "parents", "parent", "la",
    "pru", "ep",
];

/// Whether an address is that of a post, not of a person.
fn is_role(local: &str) -> bool {
    let is_one =
        |part: &str| EXACT.contains(&part) || ROLES.iter().any(|role| part.contains(role)) && !part.contains("house");
    !local.contains(|c: char| c.is_ascii_digit()) && local.split(['.', '_', '-', '+']).all(is_one)
}

/// The areas that postcodes begin with.
const AREAS: &str = " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex \
    fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np \
    nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa \
    wc wd wf wn wr ws wv yo ze ";

fn postcode(said: &Said<'_>, range: &Range<usize>) -> bool {
    let low = said.copy.low.as_str();
    let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let words = low.get(range.clone()).unwrap_or_default();
    let area: String = words.chars().take_while(char::is_ascii_alphabetic).collect();
    if joins(before.chars().next_back()) || joins(after.chars().next()) || !AREAS.contains(&format!(" {area} ")) {
        return false;
    }
    // "KS2 3rd", "E4 2nd", "M6 2pm" are no postcodes.
    if words.ends_with("st") && words.contains("1s")
        || words.ends_with("nd")
        || words.ends_with("rd") && words.contains("3r")
        || words.ends_with("pm")
        || words.ends_with("am")
    {
        return false;
    }
    let at = said.at(range.start);
    let mut score = 0;
    for step in 0..said.len() {
        let Some(word) = said.word(step) else { continue };
        let (near, next) = (step < at && at - step <= 4, said.low(step + 1));
        let of_office = said.is(step + 1, OFFICE) || matches!(next, "education" | "hub" | "safety" | "protection");
        let sent = matches!(said.low(step - 1), "return" | "email" | "e-mail" | "school" | "web" | "office");
        if word.kinds & HOME != 0 && !sent && (said.low(step) != "moved" || said.all & (FAMILY | PRONOUN | PERSON) != 0)
        {
            score += if step < at && at - step <= 7 { 6 } else { 2 };
        }
        if word.kinds & (FAMILY | PRIVATELY | PRONOUN | CHILD | PERSON) != 0 && word.kinds & MANY == 0 && !of_office {
            score += 2;
        }
        if word.kinds & YOUNG != 0 || word.kinds & MANY != 0 && !of_office {
            score += 1;
        }
        if word.kinds & OFFICE != 0 && word.kinds & HOME == 0 {
            score -= if near { 4 } else { 0 };
        }
        if word.kinds & BUSINESS != 0 && near {
            score -= 2;
        }
        score += i32::from(matches!(said.low(step), "home_pc" | "minor" | "ms" | "rider's" | "pick-up"));
    }
    score > 0
}
