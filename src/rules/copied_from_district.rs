//! A statement stands in the report of another district too.
//!
//! What one district did and reached is seldom what its neighbour did, to the word. A copied sentence may tell of work that was
//! never done here; if it was done together, naming the other district says so.
//!
//! Activity, Planned and Impact are compared with the reports of other districts for the same and the neighbouring terms. The
//! place whose term, and then whose file, comes first is taken for the original. Statements count from twelve words on, with four
//! fifths of their words in common and the same figures and dates. Wording that more than three districts share is the
//! template's, or the county's, and does not count (set `districts` lower where a county has few); nor does a statement that
//! names the other district, or speaks of several: "staff from both districts".
//!
//! A district that has a new name looks like another one: its old name belongs under `aliases` in `termwise.yaml`, as
//! `districts: [{name: Ravelsby Vale, aliases: [Ravelsby]}]`.
//!
//! ```markdown bad file=eastvale.md
//! ---
//! district: Eastvale
//! officers: [Noor Abadi]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Activity last period
//! - Trained the office staff of nine schools to read the weekly codes with the early help team
//! ```
//!
//! ```markdown bad file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Activity last period
//! - Trained the office staff of nine schools to read the weekly codes with the early help team
//! ```
//!
//! ```markdown good file=eastvale.md
//! ---
//! district: Eastvale
//! officers: [Noor Abadi]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Activity last period
//! - Trained the office staff of nine schools in both districts, together with Northmoor, to read the weekly codes
//! ```
//!
//! ```markdown good file=northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Activity last period
//! - Trained the office staff of nine schools in both districts, together with Eastvale, to read the weekly codes
//! ```

use crate::corpus::Corpus;
use crate::diagnostic::Level;
use crate::form::{Role, fold, fold_name};
use crate::report::{Priority, Report, Statement};
use crate::rule::{Check, Emit, Group, Rule, Setting, Standard};
use crate::term::Term;
use crate::wording::{Again, SHARE};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(super) const RULE: Rule = Rule {
    name: "copied-from-district",
    group: Group::Repository,
    level: Level::Query,
    settings: &[
        Setting {
            name: "alike",
            standard: Standard::Number(SHARE),
            about: "How many of a hundred different words two statements have in common when one is a copy.",
        },
        Setting {
            name: "words",
            standard: Standard::Number(12),
            about: "From how many words on a statement is compared with those of other districts.",
        },
        Setting {
            name: "districts",
            standard: Standard::Number(3),
            about: "In how many districts' reports the same wording may stand before it counts as the template's.",
        },
    ],
    check: Check::Corpus(check),
    ..Rule::BASE
};

/// A report that belongs to a district and a term.
struct Placed<'a> {
    report: &'a Report,
    district: usize,
    name: String,
    term: Term,
}

/// A statement that may be a copy.
struct Said<'a> {
    placed: usize,
    priority: usize,
    statement: &'a Statement,
    /// How many of its shingles are not the template's, and how many are.
    own: u32,
    shared: u32,
}

/// A statement and the one of another district that it is like.
type Copy<'a> = (&'a Statement, &'a Statement);

/// The most statements with the same five words that are compared with each other, and pairs in all: no honest
/// collection has as many.
const CROWD: usize = 24;
const PAIRS: usize = 1 << 20;

fn check(corpus: &Corpus, emit: &mut Emit<'_>) {
    let placed = placed(corpus);
    if placed.iter().all(|one| one.district == 0) {
        return;
    }
    let (mut said, index) = index(&placed, emit);
    let pairs = pairs(&index, &placed, &mut said, emit.number("districts") as usize);
    // Each later statement with its first original, told for each priority and each report that it is like.
    let mut told: BTreeMap<(usize, usize, usize), Vec<Copy<'_>>> = BTreeMap::new();
    let mut done = BTreeSet::new();
    for (first, copy) in pairs {
        let (Some(original), Some(later)) = (said.get(first), said.get(copy)) else { continue };
        if !done.contains(&copy) && is_copy(original, later, &placed, emit) {
            done.insert(copy);
            let of_one = told.entry((later.placed, later.priority, original.placed)).or_default();
            of_one.push((later.statement, original.statement));
        }
    }
    for ((copy, _, original), copies) in told {
        if let Some((copy, original)) = placed.get(copy).zip(placed.get(original)) {
            tell(&copies, copy, original, &placed, emit);
        }
    }
}

/// The reports that have a district and a term, earliest first.
fn placed(corpus: &Corpus) -> Vec<Placed<'_>> {
    let mut districts: HashMap<String, usize> = HashMap::new();
    let mut placed = Vec::new();
    for report in corpus.reports() {
        let Some((district, term)) = report.district().zip(report.term()) else { continue };
        let (name, next) = (fold_name(district), districts.len());
        let district = *districts.entry(name.clone()).or_insert(next);
        placed.push(Placed { report, district, name, term });
    }
    placed.sort_by_key(|one| (one.term, one.report.source, one.report.number));
    placed
}

/// Half of the number of a shingle, and below it the number of the statement that has it: one number, which is soon
/// sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry(u64);

impl Entry {
    fn of(shingle: u64, statement: u32) -> Entry {
        Entry(shingle & !u64::from(u32::MAX) | u64::from(statement))
    }

    fn shingle(self) -> u64 {
        self.0 >> 32
    }

    fn statement(self) -> u32 {
        self.0 as u32
    }
}

/// The statements of Activity, Planned and Impact, and their shingles, sorted.
fn index<'a>(placed: &[Placed<'a>], emit: &Emit<'_>) -> (Vec<Said<'a>>, Vec<Entry>) {
    let least = emit.number("words") as usize;
    // There is a shingle for about every word.
    let bytes: usize = placed.iter().map(|one| (one.report.whole.end - one.report.whole.start) as usize).sum();
    let (mut said, mut index) = (Vec::new(), Vec::with_capacity(bytes / 8));
    for (at, one) in placed.iter().enumerate() {
        for (priority, of) in one.report.priorities.iter().enumerate() {
            for passage in &of.passages {
                let role = emit.form.section(passage.section).map(|section| section.role);
                if !matches!(role, Some(Role::Activity | Role::Planned | Role::Impact)) {
                    continue;
                }
                for statement in &passage.statements {
                    let shingles = Again::shingles(&statement.whole(), least);
                    if shingles.is_empty() {
                        continue;
                    }
                    let Ok(number) = u32::try_from(said.len()) else { break };
                    index.extend(shingles.iter().map(|shingle| Entry::of(*shingle, number)));
                    said.push(Said { placed: at, priority, statement, own: 0, shared: 0 });
                }
            }
        }
    }
    index.sort_unstable();
    index.dedup();
    (said, index)
}

/// The pairs of statements of two districts that share wording which is not the template's, the copy second; those of the
/// earliest originals first.
fn pairs(index: &[Entry], placed: &[Placed<'_>], said: &mut [Said<'_>], most: usize) -> Vec<(usize, usize)> {
    let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
    for alike in index.chunk_by(|a, b| a.shingle() == b.shingle()) {
        let district = |entry: &Entry| {
            said.get(entry.statement() as usize).and_then(|one| placed.get(one.placed)).map(|one| one.district)
        };
        let first = alike.first().and_then(district);
        if alike.iter().all(|one| district(one) == first) {
            count(alike, said, |one| one.own += 1);
            continue;
        }
        let districts: BTreeSet<_> = alike.iter().take(most.saturating_mul(CROWD)).filter_map(district).collect();
        if districts.len() > most || alike.len() > most.saturating_mul(CROWD) {
            count(alike, said, |one| one.shared += 1);
            continue;
        }
        for (at, copy) in alike.iter().map(|entry| entry.statement()).enumerate() {
            let near = alike.iter().take(at).rev().take(CROWD).map(|entry| entry.statement());
            for first in near.filter(|first| are_neighbours(*first, copy, placed, said)) {
                if pairs.len() < PAIRS {
                    *pairs.entry((first, copy)).or_default() += 1;
                }
            }
        }
        count(alike, said, |one| one.own += 1);
    }
    // One run of five words in common is chance.
    let mut pairs: Vec<(usize, usize)> =
        pairs.into_iter().filter(|(_, shared)| *shared > 1).map(|((a, b), _)| (a as usize, b as usize)).collect();
    pairs.sort_unstable();
    pairs
}

fn count(alike: &[Entry], said: &mut [Said<'_>], mut add: impl FnMut(&mut Said<'_>)) {
    for entry in alike {
        if let Some(one) = said.get_mut(entry.statement() as usize) {
            add(one);
        }
    }
}

/// Whether two statements stand in reports of different districts for the same season or two that follow each other.
fn are_neighbours(first: u32, copy: u32, placed: &[Placed<'_>], said: &[Said<'_>]) -> bool {
    let of = |number: u32| said.get(number as usize).and_then(|one| placed.get(one.placed));
    let season = |term: Term| u32::from(term.year.0) * 3 + term.season as u32;
    of(first)
        .zip(of(copy))
        .is_some_and(|(a, b)| a.district != b.district && season(a.term).abs_diff(season(b.term)) <= 1)
}

fn is_copy(first: &Said<'_>, copy: &Said<'_>, placed: &[Placed<'_>], emit: &Emit<'_>) -> bool {
    if copy.shared > copy.own {
        return false;
    }
    let (a, b) = (Again::of(&first.statement.whole()), Again::of(&copy.statement.whole()));
    let says_enough = a.words().min(b.words()) >= emit.number("words") as usize;
    if !says_enough || !(a.is_same(&b) || a.same_dates(&b) && a.is_near(&b, emit.number("alike"))) {
        return false;
    }
    let names = |said: &Said<'_>, other: &Said<'_>| {
        let name = placed.get(other.placed).map_or("", |other| other.name.as_str());
        let words = fold_name(&said.statement.whole());
        names_whole(&words, name) || words.split(|c: char| !c.is_alphanumeric()).any(|word| SEVERAL.contains(&word))
    };
    !names(first, copy) && !names(copy, first)
}

/// Whether a name stands among words, and not as a part of one: "Ely" is not named in "timely".
fn names_whole(words: &str, name: &str) -> bool {
    let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut found = words.match_indices(name);
    found.any(|(at, _)| {
        let before = words.get(..at).and_then(|before| before.chars().next_back());
        let after = words.get(at + name.len()..).and_then(|after| after.chars().next());
        !name.is_empty() && is_apart(before) && is_apart(after)
    })
}

/// Words that speak of several districts.
const SEVERAL: [&str; 3] = ["districts", "localities", "neighbouring"];

/// Whether two reports of different terms have the same priorities by title and outcomes: those of a district with a new
/// name are the same, and the reports of the one end before those of the other begin.
fn is_renamed(copy: &Placed<'_>, original: &Placed<'_>, all: &[Placed<'_>], emit: &Emit<'_>) -> bool {
    let both = all.iter().any(|one| {
        one.district == original.district && one.term >= copy.term
            || one.district == copy.district && one.term <= original.term
    });
    let (earlier, later) = (&original.report.priorities, &copy.report.priorities);
    let words = |priority: &Priority| {
        let outcomes = priority.statements(emit.form, Role::Outcomes).map(|one| fold(one.text.words()));
        (fold(priority.name()), outcomes.collect::<Vec<_>>())
    };
    !both && !later.is_empty() && earlier.iter().map(words).eq(later.iter().map(words))
}

fn tell(copies: &[Copy<'_>], copy: &Placed<'_>, original: &Placed<'_>, all: &[Placed<'_>], emit: &mut Emit<'_>) {
    let renamed = is_renamed(copy, original, all, emit).then(|| copy.report.districts.first()).flatten();
    let renamed = renamed.map(|own| emit.quote(&own.stated.text));
    let (own, copies): (Vec<Copy<'_>>, Vec<Copy<'_>>) = copies.iter().partition(|(copy, _)| emit.is_explained(copy));
    own.into_iter().for_each(|one| tell_all(&[one], original, renamed.as_deref(), emit));
    tell_all(&copies, original, renamed.as_deref(), emit);
}

fn tell_all(copies: &[Copy<'_>], original: &Placed<'_>, renamed: Option<&str>, emit: &mut Emit<'_>) {
    let Some(((copy, _), others)) = copies.split_first() else { return };
    let Some(district) = original.report.districts.first() else { return };
    let (words, whose, term) = (emit.quote(&copy.text), emit.quote(&district.stated.text), original.term);
    let message = match others.len() {
        0 => format!("{words} stands in the report of {whose} for {term} too"),
        1 => format!("{words} and another statement stand in the report of {whose} for {term} too"),
        more => format!("{words} and {more} other statements stand in the report of {whose} for {term} too"),
    };
    let help = match renamed {
        Some(own) => format!(
            "if {own} is the new name of {whose}, list {whose} under its `aliases` in termwise.yaml, or ask your coordinator to; \
             if they are two districts, write what was done in this one, in its own words"
        ),
        None => format!(
            "write what was done and reached in this district, in its own words; if the work was done together, name {whose} in \
             the statement, or explain that"
        ),
    };
    let found = emit.at(copy.text.span(), message).advise(help);
    for (at, (copy, first)) in copies.iter().take(MOST).enumerate() {
        if at > 0 {
            found.also(copy.text.span(), "this one too");
        }
        found.also(first.text.span(), "the first is here");
    }
}

/// The most places of one kind that are shown.
const MOST: usize = 6;
