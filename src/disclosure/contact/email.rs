//! E-mail addresses of somebody, not of a post.

use super::is_personal;
use crate::disclosure::identifier::Hit;
use crate::disclosure::lexicon::{BUSINESS, CHILD, FAMILY, GIVEN, PLACE, THING, kinds_of};
use crate::disclosure::weigh::{self, Traits};
use crate::disclosure::words::Said;
use crate::source::Kind;
use regex::Regex;
use std::ops::Range;

/// Addresses with their `@`.
pub(super) fn email(said: &Said<'_>, lead: &Said<'_>, heads: bool, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    // "%40" is how a link has it.
    for (at, mark) in low.match_indices('@').chain(low.match_indices("%40")) {
        let (left, right) = (low.get(..at).unwrap_or_default(), low.get(at + mark.len()..).unwrap_or_default());
        // "nell.crake @ example.org", or parted by the end of a line.
        let parted = left.ends_with(' ') || right.starts_with(' ');
        let (before, after) = (left.strip_suffix(' ').unwrap_or(left), right.strip_prefix(' ').unwrap_or(right));
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
        let local = before.len() - before.chars().rev().take_while(|c| is_local(*c)).map(char::len_utf8).sum::<usize>();
        let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let domain = after.chars().take_while(|c| is_domain(*c)).map(char::len_utf8).sum::<usize>();
        let name = before.get(local..).unwrap_or_default();
        let name = name.trim_start_matches(['.', '_', '-', '\'', '+']);
        let whole = after.get(..domain).unwrap_or_default();
        let length = broken_off(after, whole).unwrap_or_else(|| whole.trim_end_matches(['.', '-']).len());
        let place = after.get(..length).unwrap_or_default().replace(" dot ", ".").replace(' ', "").replace(',', ".");
        let Some((host, top)) = place.rsplit_once('.') else { continue };
        let is_file = matches!(top, "pdf" | "doc" | "docx" | "xls" | "xlsx" | "csv" | "png" | "jpg" | "md" | "txt");
        let is_url = before.get(..before.len() - name.len()).unwrap_or_default().ends_with("//");
        let is_top = top.len() > 1 && top.chars().all(char::is_alphabetic) && !is_file;
        if name.is_empty() || host.is_empty() || !is_top || is_url {
            continue;
        }
        let parted = parted || place.len() < length;
        let plain = !name.contains(['.', '_', '-']) && !name.contains(|c: char| c.is_ascii_digit());
        if parted && plain && !is_personal(said) {
            continue;
        }
        let start = before.len() - name.len();
        let range = start..low.len() - after.len() + length;
        if is_somebodys(said, lead, heads, range.clone(), (name, host)) {
            hits.push((range, Kind::Email));
        }
    }
}

/// How long a domain is that a space or the end of a line stands in, before or behind its last dot: "example. com".
fn broken_off(after: &str, whole: &str) -> Option<usize> {
    if whole.trim_end_matches('.').contains('.') || whole.is_empty() {
        return None;
    }
    let rest = after.get(whole.len()..)?;
    // "example,com", "example dot com"
    let marks = [" .", ",", " dot", "(dot)", "[dot]", " (dot)", " [dot]"];
    let dotted = if whole.ends_with('.') { rest } else { marks.iter().find_map(|mark| rest.strip_prefix(mark))? };
    let rest = dotted.strip_prefix(' ').unwrap_or(dotted);
    let top = TOPS
        .iter()
        .find(|top| rest.strip_prefix(**top).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())))?;
    Some(after.len() - rest.len() + top.len())
}

/// The last parts of the domains that people have addresses at.
const TOPS: [&str; 8] = ["com", "org", "net", "co.uk", "org.uk", "ac.uk", "uk", "example"];

/// Addresses whose marks are written as words: "jo (at) mail dot example".
pub(super) fn spelt(said: &Said<'_>, lead: &Said<'_>, heads: bool, pattern: &Regex, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    for found in pattern.captures_iter(low) {
        let (Some(whole), Some(name), Some(host)) = (found.get(0), found.get(1), found.get(2)) else { continue };
        let bracketed = low.get(name.end()..host.start()).is_some_and(|between| between.trim() != "at");
        // "Look us up at hub dot example": a place to go to, unless somebody writes or is written to.
        let told = |at: isize| {
            matches!(
                said.low(at),
                "e-mail" | "email" | "mail" | "mails" | "e-mails" | "emails" | "address" | "addresses"
            )
        };
        let at = said.at(whole.start());
        let local = name.as_str().replace(" dot ", ".").replace(" underscore ", "_").replace(" dash ", "-");
        let named = local.contains(['.', '_', '-']) || local.contains(|c: char| c.is_ascii_digit());
        let meant = bracketed || named || is_personal(said) || (at - 10..at + 8).any(told);
        if meant && is_somebodys(said, lead, heads, whole.range(), (&local, host.as_str())) {
            hits.push((whole.range(), Kind::Email));
        }
    }
}

/// Whether an address is that of a person, not of a post.
fn is_somebodys(
    said: &Said<'_>,
    lead: &Said<'_>,
    heads: bool,
    range: Range<usize>,
    (name, host): (&str, &str),
) -> bool {
    let (personal, office) = (is_personal(said), is_office(host));
    // What officers give of themselves at the top of their report is theirs, and a mailbox that is called by its post is
    // nobody's unless somebody is told of.
    if (heads || is_role(name, office, false)) && !personal || is_shown(name) {
        return false;
    }
    let at = said.at(range.start);
    let mut traits = Traits::default();
    for (holds, name) in [
        (personal, "told of one"),
        (office, "at an office"),
        (is_role(name, office, personal), "of a post"),
        (names_somebody(name, office), "of somebody"),
        (is_named_beside(said, at, name), "of what is spoken of"),
        (is_example(said, at), "example"),
        (name.contains(|c: char| c.is_ascii_digit()), "with figures"),
        (name.split(PARTS).any(|part| part.len() > 3 && host.contains(part)), "as its host"),
    ] {
        if holds {
            traits.put(&[name]);
        }
    }
    let marks: String = name.chars().filter(|c| PARTS.contains(c)).collect();
    traits.put(&["name with", &marks]);
    for part in name.split(PARTS) {
        let plain: String = part.chars().filter(|c| !c.is_ascii_digit()).collect();
        let long = if plain.len() < 3 { "short" } else { "long" };
        traits.put(&["name", &plain]);
        traits.put(&["name", long]);
        traits.put(&["name begins", plain.get(..4).unwrap_or_default()]);
        traits.put(&["name ends", plain.len().checked_sub(4).and_then(|at| plain.get(at..)).unwrap_or_default()]);
        weigh::kinds_of(&plain).for_each(|kind| traits.put(&["name", kind]));
    }
    for part in host.split(['.', '-']) {
        traits.put(&["host", part]);
        traits.put(&["host begins", part.get(..4).unwrap_or_default()]);
        traits.put(&["host ends", part.len().checked_sub(4).and_then(|at| part.get(at..)).unwrap_or_default()]);
        weigh::kinds_of(part).for_each(|kind| traits.put(&["host", kind]));
    }
    traits.around(said, lead, &range, "");
    traits.tip(Kind::Email, said, &range)
}

/// What parts of the name of a mailbox stand apart by.
const PARTS: [char; 4] = ['.', '_', '-', '+'];

/// Words of which the names of mailboxes are made that belong to nobody.
const ROLES: &str = "info admin office enquir admission headteacher attend safeguard noreply no-reply career press music governor \
    help support complaint transport librar news virtualschool inclusion early project access contact team \
    reception data finance payroll booking event training job recruit education exclusion behaviour senco clerk \
    secretar webmaster postmaster privacy service panel partnership network school desk council learning sport \
    reply welfare children referral forum fostering kinship outreach mentoring consult feedback mailbox sendiass localoffer communications comms marketing \
    hello duty ehcp mash participation forms returns survey invoices accounts helpline volunteering youth \
    general request appeal surger hub locality advic booking order enrol allocation complain nomination duty report census general main committee democratic licens legal research policy commission placement bursar grant exam fund unit webinar conferenc workshop bulletin mailing circular moderation \
    standards governance audit procure contract supplier estates premises facilities catering meals lettings fundrais project \
    programme pilot district board secretariat cohort scheme accessib translat interpret attendance counselling therapy \
    portage sensory psycholog cpd servicedesk census returns statutory performance insight analytic digest editor \
    absence absent apply breakfast wraparound \
    publish design print photo studio kitchen timetable tuition uniform trips residential outdoor music theatre museum";

/// Names of such mailboxes, whole.
const EXACT: &str = "family families grandparents head send sen neet post mail hr ey cme ehe dsl foi dpo hub it ict heads pe nurse library stop me all staff web cp \
    lac cla ed parents parent la pru ep ehc haf fsm eal ict semh eyfs ks advice no reply area app apps do not donotreply sales legal mash it \
    north south east west central local school schools list lists cluster uni ward area-team team-a ed psych psychs my our the for and of at to hall plot ipad tablet laptop kiosk device scan signin copier printer";

/// Where people keep mailboxes of their own, or schools those of their pupils.
const OWN_HOSTS: &str = "gmail googlemail hotmail outlook live yahoo ymail rocketmail icloud me mac aol btinternet btopenworld sky \
    talktalk virginmedia virgin ntlworld blueyonder tiscali plus plusnet protonmail proton msn mail gmx zoho fastmail wp onet \
    interia seznam orange example";

/// Whether a host is an office's.
fn is_office(host: &str) -> bool {
    let own = |part: &str| {
        OWN_HOSTS.split_whitespace().any(|one| one == part)
            || ["pupil", "student", "learner", "mail", "inbox", "home", "family"].iter().any(|one| part.contains(one))
    };
    !host.split(['.', '-']).any(own)
}

/// Whether a local part has a given name in it, an initial beside a longer part, or the digits of a pupil's login.
fn names_somebody(local: &str, office: bool) -> bool {
    let mut parts = local.split(['.', '_', '-', '+']);
    let initial = local.split(['.', '_', '-']).count() > 1 && parts.any(|part| part.len() == 1);
    let given = local.split(['.', '_', '-', '+']).any(|part| kinds_of(part) & GIVEN != 0);
    let login = local
        .split(['.', '_', '-', '+'])
        .any(|part| part.contains(|c: char| c.is_ascii_digit()) && !(office && is_numbered(part)));
    initial || given || login
}

/// Whether digits say which of several, or of which year, a mailbox is: "year11", "census2026", "ks4".
fn is_numbered(part: &str) -> bool {
    let stem = part.trim_end_matches(|c: char| c.is_ascii_digit());
    let of_several =
        matches!(stem, "" | "year" | "y" | "yr" | "ks" | "term" | "class" | "team" | "group" | "phase" | "box")
            || stem.len() > 3 && (kinds_of(stem) & (PLACE | BUSINESS | THING) != 0 || is_role_part(stem, true));
    // "year4team"
    let of_class = stem.is_empty()
        || part
            .split(|c: char| c.is_ascii_digit())
            .all(|run| matches!(run, "" | "year" | "ks" | "class" | "plus") || is_role_part(run, true));
    let of_year = part.get(stem.len()..).is_some_and(|digits| digits.len() == 4 && digits.starts_with("20"));
    of_several || of_class || of_year && is_role_part(stem, true)
}

/// What stands for a name where the form of an address is shown.
fn is_shown(local: &str) -> bool {
    let plain = local.replace(['.', '_', '-'], "");
    [
        "yourname",
        "firstname",
        "firstnamelastname",
        "firstnamesurname",
        "username",
        "someone",
        "somebody",
        "name",
        "another",
    ]
    .contains(&plain.as_str())
        || plain.starts_with("example")
        || plain.starts_with("your")
        || plain.ends_with("bloggs")
        || plain.bytes().all(|b| b == b'x')
}

/// "for example jo@…", "e.g. jo@…"
fn is_example(said: &Said<'_>, at: isize) -> bool {
    matches!(said.low(at - 1), "example" | "sample" | "eg")
        || said.low(at - 1) == "g" && said.low(at - 2) == "e"
        || said.low(at - 1) == "as" && said.low(at - 2) == "such"
}

/// "Grant queries to grants@…": the mailbox of what is spoken of, whatever that is.
fn is_named_beside(said: &Said<'_>, from: isize, local: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    let spoken = |part: &str| {
        (from - 12..from).any(|at| {
            // Another address speaks of nothing: "t.mallin@… and a.mallin@…".
            let addressed = said.gap(at).starts_with('@') || said.gap(at - 1).ends_with(['@', '.', '_', '+']);
            said.low(at).len() > 3
                && !addressed
                && stem(said.low(at)) == stem(part)
                && (!said.is_capital(at) || said.opens(at))
        })
    };
    // "Nanny's address is nanny.jo@…": what is short must be a mailbox's own word.
    let short = local
        .split(['.', '_', '-', '+'])
        .any(|part| part.len() < 4 && !EXACT.split_whitespace().any(|whole| whole == part));
    let mut parts = local.split(['.', '_', '-', '+']).filter(|part| part.len() > 3).peekable();
    !short
        && parts.peek().is_some()
        && parts.all(|part| {
            let whole = EXACT.split_whitespace().any(|whole| whole == part);
            whole || kinds_of(part) & (GIVEN | CHILD | FAMILY) == 0 && spoken(part)
        })
}

/// Whether an address is that of a post, not of a person. Where somebody's own may be spoken of, "projectmum" is no post's.
fn is_role(local: &str, office: bool, personal: bool) -> bool {
    let is_one = |part: &str| {
        let digits = part.contains(|c: char| c.is_ascii_digit());
        let kin = personal && KIN.iter().any(|kin| part.ends_with(kin));
        if digits { office && is_numbered(part) } else { is_role_part(part, office) && !kin }
    };
    local.split(['.', '_', '-', '+']).all(is_one)
}

/// What somebody of a family is called at home.
const KIN: [&str; 5] = ["mum", "dad", "nan", "gran", "mam"];

/// At an office any part of a name may say what it is for; where people have addresses, "mrsjobson" has no job.
fn is_role_part(part: &str, office: bool) -> bool {
    EXACT.split_whitespace().any(|whole| whole == part)
        || ROLES
            .split_whitespace()
            .any(|role| if office { part.contains(role) } else { part.starts_with(role) || part.ends_with(role) })
            && !part.contains("house")
}
