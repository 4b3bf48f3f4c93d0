//! E-mail addresses of somebody, not of a post.

use super::is_personal;
use crate::disclosure::identifier::Hit;
use crate::disclosure::lexicon::{CHILD, FAMILY, GIVEN, TITLE, kinds_of};
use crate::disclosure::words::Said;
use crate::source::Kind;

pub(super) fn email(said: &Said<'_>, heads: bool, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    for (at, _) in low.match_indices('@') {
        let (left, right) = (low.get(..at).unwrap_or_default(), low.get(at + 1..).unwrap_or_default());
        // "nell.crake @ example.org", or parted by the end of a line.
        let parted = left.ends_with(' ') || right.starts_with(' ');
        let (before, after) = (left.strip_suffix(' ').unwrap_or(left), right.strip_prefix(' ').unwrap_or(right));
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
        let start = before.len() - name.len();
        let range = start..low.len() - after.len() + place.len();
        let personal = is_personal(said);
        if parted && !name.contains(['.', '_', '-']) && !name.contains(|c: char| c.is_ascii_digit()) && !personal {
            continue;
        }
        // "our health visitor, jo.marr@nhs.example": somebody in a post.
        let at = said.at(range.start);
        let in_post = (at - 5..at).any(|step| {
            let own =
                ["mr", "mrs", "ms", "miss", "volunteer", "mentor", "coach", "sponsor", "governor", "trustee", "parent"];
            said.is(step, TITLE)
                && !own.contains(&said.low(step))
                && said.gap(step).trim().trim_end_matches([',', '(', ':']).is_empty()
        });
        let of_officers = (heads || in_post) && !personal;
        let of_post = is_role(name)
            || is_shown(name)
            || !personal && (is_named_beside(said, at, name) || is_office(host) && !names_somebody(name));
        if !of_officers && !of_post {
            hits.push((range, Kind::Email));
        }
    }
}

/// Words of which the names of mailboxes are made that belong to nobody.
const ROLES: &str = "info admin office enquir admission headteacher attend safeguard noreply no-reply career press music governor \
    help support complaint transport librar news virtualschool inclusion early project access contact team \
    reception data finance payroll booking event training job recruit education exclusion behaviour senco clerk \
    secretar webmaster postmaster privacy service panel partnership network school desk council learning sport \
    reply welfare children referral consult feedback mailbox sendiass localoffer communications comms marketing \
    hello duty ehcp mash participation forms returns survey invoices accounts helpline volunteering youth family \
    families general request appeal surger hub locality advic booking order enrol allocation complain nomination duty report census general main committee democratic licens legal research policy commission placement bursar grant exam fund unit webinar conferenc workshop bulletin mailing circular moderation \
    standards governance audit procure contract supplier estates premises facilities catering meals lettings fundrais project \
    programme pilot district board secretariat cohort scheme accessib translat interpret attendance counselling therapy \
    portage sensory psycholog cpd servicedesk census returns statutory performance insight analytic digest editor \
    publish design print photo studio kitchen timetable tuition uniform trips residential outdoor music theatre museum";

/// Names of such mailboxes, whole.
const EXACT: &str = "head send sen neet post mail hr ey cme ehe dsl foi dpo hub it ict heads pe nurse library stop me all staff web cp \
    lac cla ed parents parent la pru ep ehc haf fsm eal ict semh eyfs ks advice no reply area app apps do not donotreply sales legal mash it \
    north south east west central local school schools list lists cluster uni ward area-team team-a ed psych psychs my our the for and of at to";

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
fn names_somebody(local: &str) -> bool {
    let mut parts = local.split(['.', '_', '-', '+']);
    let initial = local.split(['.', '_', '-']).count() > 1 && parts.any(|part| part.len() == 1);
    let given = local.split(['.', '_', '-', '+']).any(|part| kinds_of(part) & GIVEN != 0);
    initial || given || local.contains(|c: char| c.is_ascii_digit())
}

/// What stands for a name where the form of an address is shown.
fn is_shown(local: &str) -> bool {
    let plain = local.replace(['.', '_', '-'], "");
    [
        "another",
        "yourname",
        "firstname",
        "firstnamelastname",
        "firstnamesurname",
        "username",
        "someone",
        "somebody",
        "name",
    ]
    .contains(&plain.as_str())
        || plain.starts_with("example")
}

/// "Grant queries to grants@…": the mailbox of what is spoken of, whatever that is.
fn is_named_beside(said: &Said<'_>, from: isize, local: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    let spoken = |part: &str| {
        (from - 12..from).any(|at| {
            said.low(at).len() > 3 && stem(said.low(at)) == stem(part) && (!said.is_capital(at) || said.opens(at))
        })
    };
    let mut parts = local.split(['.', '_', '-', '+']).filter(|part| part.len() > 3).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let whole = EXACT.split_whitespace().any(|whole| whole == part);
            whole || kinds_of(part) & (GIVEN | CHILD | FAMILY) == 0 && spoken(part)
        })
}

/// Whether an address is that of a post, not of a person.
fn is_role(local: &str) -> bool {
    let is_one = |part: &str| {
        EXACT.split_whitespace().any(|whole| whole == part)
            || ROLES.split_whitespace().any(|role| part.contains(role)) && !part.contains("house")
    };
    !local.contains(|c: char| c.is_ascii_digit()) && local.split(['.', '_', '-', '+']).all(is_one)
}
