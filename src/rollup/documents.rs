//! What the papers are written from that coordinators owe to others: one tree of plain data for every template, the
//! authority's own too. It chooses and cuts; how a paper reads is its template's.
//!
//! Nothing is computed across measures, and nothing is made up: words are those of the reports as they may be shown,
//! all else is a count or a name.

use super::coverage::Coverage;
use super::follow_through::{self, Plan};
use super::life::{Event, What};
use super::priorities::End;
use super::reasons::Reasons;
use super::{Filter, Sieve, priorities, season, shown};
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostic;
use crate::follow::Outcome;
use crate::form::{Field, Form, Status, fold_name};
use crate::report::{Priority, Report, field_name};
use crate::source::Sources;
use crate::term::{Scheme, Term};
use gathered::{From, One};
use records::{Change, District, Most, Moves, Names, Paper};
use std::collections::{BTreeMap, BTreeSet, HashSet};

mod chosen;
mod covered;
mod figures;
mod gathered;
mod latest;
mod plans;
pub mod records;
mod strands;

/// How much a paper shows of each list. A paper is read: what is left out is counted, and said.
const MOST: Most = Most {
    statements: 8,
    outcomes: 4,
    priorities: 6,
    case_studies: 3,
    figures: 2,
    impact: 8,
    done: 12,
    plans: 10,
    changes: 20,
    districts: 12,
    status: 60,
};

/// What a paper on the reports that the filter takes is written from; `None` where it takes none. `coverage` is that of
/// the same filter; of `findings` only the reasons count that reports give.
#[must_use]
pub fn paper<'a>(
    corpus: &'a Corpus,
    form: &'a Form,
    sources: &'a Sources,
    findings: &[Diagnostic],
    filter: &Filter,
    coverage: &Coverage<'a>,
) -> Option<Paper> {
    let sieve = &Sieve::of(filter, form);
    let reasons = &Reasons::among(findings);
    let taken: Vec<&Report> = corpus.reports().iter().filter(|report| filter.takes(report, form)).collect();
    let rows = priorities::rows(corpus, sieve, reasons);
    // One rule for the whole paper: a priority is wanted as the latest report by then has it, and a report for what it tells
    // of those. A paper of none of the priorities would say of districts that they report nothing.
    let reports: Vec<&Report> = if sieve.is_open() { taken } else { telling(&rows, filter) };
    let is_of_none = if sieve.is_open() { reports.is_empty() && coverage.places.is_empty() } else { rows.is_empty() };
    if is_of_none {
        return None;
    }
    let terms: BTreeSet<Term> =
        reports.iter().filter_map(|report| report.term()).map(|term| slot(term, form)).collect();
    let (first, last) = (terms.first().copied(), terms.last().copied());
    let from = &From { sieve, form, sources, themes: super::themes::Themes::of(form), last, seen: seen(corpus) };
    let all: Vec<One<'_>> = rows.into_iter().filter_map(|row| One::of(row, from)).collect();
    // A plan belongs to its priority, whatever that priority's status or theme was by then, and to what that went into.
    let every = Filter { statuses: Vec::new(), themes: Vec::new(), ..filter.clone() };
    let rows = follow_through::rows(corpus, &Sieve::of(&every, form), reasons);
    let mut followed: Vec<Plan<'_>> = follow_through::plans(rows.iter().filter_map(|row| row.plan.as_ref()));
    if !sieve.is_open() {
        let said = all.iter().flat_map(|one| &one.row.said).map(|(.., priority)| std::ptr::from_ref(*priority));
        let wanted: HashSet<*const Priority> = said.collect();
        for plan in &mut followed {
            let is_wanted = |priority: &Priority| wanted.contains(&std::ptr::from_ref(priority));
            plan.outcomes.retain(|came| is_wanted(came.priority) || came.heirs.iter().any(|heir| is_wanted(heir)));
        }
    }
    let of_latest: Vec<&Plan<'_>> = followed.iter().filter(|plan| Some(slot(plan.later, form)) == last).collect();
    let before = last.and_then(|last| {
        let all = corpus.reports().iter().filter(|report| filter.takes_district(report.district(), form));
        all.filter_map(Report::term).map(|term| slot(term, form)).filter(|term| *term < last).max()
    });
    // A district that skipped the term before is followed from the one that it reported: that is told apart.
    let is_gap = |plan: &&&Plan<'_>| before.is_some_and(|before| slot(plan.term, form) < before);
    let terms_seen: BTreeSet<Term> = {
        let all = corpus.reports().iter().filter(|report| filter.takes_district(report.district(), form));
        all.filter_map(Report::term).map(|term| slot(term, form)).collect()
    };
    let skips = |plan: &&Plan<'_>| {
        let between = |term: &Term| slot(plan.term, form) < *term && *term < slot(plan.later, form);
        terms_seen.iter().any(between)
    };
    let (gaps, next): (Vec<&Plan<'_>>, Vec<&Plan<'_>>) = followed.iter().partition(skips);
    let (across, near): (Vec<&Plan<'_>>, Vec<&Plan<'_>>) = of_latest.iter().partition(|plan| is_gap(plan));
    let told = |term: Option<Term>| term.map_or_else(|| "(no clear term)".to_owned(), |term| term.to_string());
    let changes = changes(&all, last, from);
    let status = latest::status(&all, last, from);
    Some(Paper {
        period: if first == last { told(last) } else { format!("{} to {}", told(first), told(last)) },
        first_term: told(first),
        latest_term: told(last),
        term_before: before.map_or_else(String::new, |term| term.to_string()),
        terms: terms.iter().map(Term::to_string).collect(),
        reports: reports.iter().filter(|report| report.district().is_some() && report.term().is_some()).count(),
        limits: limits(filter, form),
        names: names(form),
        coverage: covered::covered(coverage, last, sources),
        districts: districts(&reports, &all, &followed, last, from),
        priorities: all.len(),
        priorities_reported: all.iter().filter(|one| !one.terms.is_empty()).count(),
        themes: strands::themes(&all, from),
        strands: strands::strands(&all, from),
        case_studies: strands::case_studies(&all).into_iter().map(|one| one.record(from)).collect(),
        less_common: strands::less_common(&all, from),
        impact: strands::impact(&all, from),
        followed: plans::followed_of(&followed.iter().collect::<Vec<_>>()),
        followed_next: plans::followed_of(&next),
        followed_gaps: plans::followed_of(&gaps),
        followed_latest: plans::followed_of(&near),
        followed_across: plans::followed_of(&across),
        put_off: latest::put_off(&all, &of_latest, from),
        moves: moves(&all, from),
        status_left_out: status.1,
        status: status.0,
        changes_left_out: changes.len().saturating_sub(MOST.changes),
        changes: changes.into_iter().take(MOST.changes).collect(),
        done: latest::done(&all, &of_latest, from),
        next: latest::next(&all, last, from),
        not_found: plans::listed(&near, |came| came.outcome == Outcome::NoMatch, sources),
        not_found_across: plans::listed(&across, |came| came.outcome == Outcome::NoMatch, sources),
        not_done: plans::listed(&of_latest, |came| came.stalled, sources),
        most: MOST,
    })
}

/// The reports that tell of some priorities, each once, by district and term.
fn telling<'a>(rows: &[priorities::Row<'a>], filter: &Filter) -> Vec<&'a Report> {
    let mut seen = HashSet::new();
    let said = rows.iter().flat_map(|row| &row.said).filter(|(term, ..)| filter.takes_term(Some(*term)));
    said.map(|(_, report, _)| *report).filter(|report| seen.insert(std::ptr::from_ref(*report))).collect()
}

/// The terms that reports of each district are of.
fn seen(corpus: &Corpus) -> BTreeMap<String, Vec<Term>> {
    let mut seen: BTreeMap<String, Vec<Term>> = BTreeMap::new();
    for report in corpus.reports() {
        if let (Some(district), Some(term)) = (report.district(), report.term()) {
            seen.entry(fold_name(district)).or_default().push(term);
        }
    }
    seen
}

/// The term as coverage counts it.
fn slot(term: Term, form: &Form) -> Term {
    match form.scheme {
        Scheme::ThreeTerms => season(term),
        Scheme::HalfTerms | Scheme::SixTerms => Term { half: term.half_or_implied(), ..season(term) },
    }
}

/// What a paper or page is limited to, beside terms, which it names anyway.
pub(super) fn limits(filter: &Filter, form: &Form) -> Vec<String> {
    let district = names(form).district;
    let named = |what: &str, names: &[String]| match names {
        [] => None,
        [name] => Some(format!("the {what} {name}")),
        [most @ .., last] => Some(format!("the {} {} and {last}", several(what), most.join(", "))),
    };
    let statuses: Vec<String> = filter.statuses.iter().map(|status| status.key().replace('-', " ")).collect();
    let all = [
        named(&district, &filter.districts),
        named("area", &filter.areas),
        named("theme", &filter.themes),
        named("status", &statuses),
    ];
    all.into_iter().flatten().collect()
}

fn names(form: &Form) -> Names {
    let field = |field| field_name(form, field).to_lowercase();
    let (district, term) = (field(Field::District), field(Field::Term));
    let priority = form.priority.first().map_or_else(|| "priority".to_owned(), |name| name.to_lowercase());
    Names {
        districts: several(&district),
        terms: several(&term),
        priorities: several(&priority),
        district,
        term,
        priority,
    }
}

/// A noun as it is written of several: "priorities".
pub(super) fn several(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

fn districts(
    reports: &[&Report],
    all: &[One<'_>],
    followed: &[Plan<'_>],
    last: Option<Term>,
    from: &From<'_, '_>,
) -> Vec<District> {
    let mut by_name: BTreeMap<String, Vec<(Option<Term>, &Report)>> = BTreeMap::new();
    for report in reports {
        if let Some(district) = report.district() {
            by_name.entry(fold_name(district)).or_default().push((report.term(), report));
        }
    }
    let district = |(key, mut reports): (String, Vec<(Option<Term>, &Report)>)| {
        reports.sort_by_key(|(term, _)| *term);
        let (latest, report) = reports.last().copied()?;
        let mut terms: Vec<String> =
            reports.iter().filter_map(|(term, _)| *term).map(|term| term.to_string()).collect();
        terms.dedup();
        let own = all.iter().filter(|one| fold_name(&one.row.district.value) == key);
        let plans = followed.iter().filter(|plan| fold_name(&plan.district.value) == key);
        let outcomes: Vec<_> = plans.flat_map(|plan| plan.outcomes.clone()).collect();
        Some(District {
            name: report.districts.first().map_or_else(String::new, |name| shown(&name.stated, from.sources)),
            officers: report.officers.iter().map(|officer| shown(officer, from.sources)).collect(),
            reports: reports.len(),
            terms,
            latest_term: latest.map_or_else(String::new, |term| term.to_string()),
            is_current: latest.is_some_and(|term| Some(slot(term, from.form)) == last),
            followed: plans::followed(&outcomes),
            priorities: own.map(|one| one.record(from)).collect(),
        })
    };
    by_name.into_iter().filter_map(district).collect()
}

/// What became of priorities in the period, counted: each once by where it stands in the end, so that these add up to all of
/// them, and each once by what else happened to it, however often that did.
fn moves(all: &[One<'_>], from: &From<'_, '_>) -> Moves {
    let filter = from.sieve.filter;
    let on = || all.iter().filter(|one| one.row.end.is_none());
    let is_current = |one: &&One<'_>| one.terms.last().map(|term| slot(*term, from.form)) == from.last;
    let reported = on().filter(is_current).count();
    let is_held = |one: &&One<'_>| one.row.status == Some(Status::OnHold);
    let ended = |end: End| all.iter().filter(|one| one.row.end == Some(end)).count();
    let had = |meant: &[What]| {
        let is_meant = |event: &Event<'_>| meant.contains(&event.what) && filter.takes_term(Some(event.term));
        all.iter().filter(|one| one.row.life.iter().any(is_meant)).count()
    };
    Moves {
        reported,
        on_hold: on().filter(is_current).filter(is_held).count(),
        earlier: on().count() - reported,
        merged: ended(End::Stated(Status::Merged)),
        split: ended(End::Stated(Status::Split)),
        handed_over: ended(End::Stated(Status::HandedOver)),
        closed: ended(End::Stated(Status::Closed)),
        dropped: ended(End::Unreported),
        opened: had(&[What::Opened, What::SplitOff]),
        retitled: had(&[What::Retitled]),
        resumed: had(&[What::Resumed]),
    }
}

/// What became of priorities in the latest term, one of each district in turn.
fn changes(all: &[One<'_>], last: Option<Term>, from: &From<'_, '_>) -> Vec<Change> {
    let of_one = |one: &One<'_>| {
        let now = one.row.life.iter().filter(|event| Some(slot(event.term, from.form)) == last);
        let told = now.filter(|event| event.what != What::First);
        let change = |event| Change {
            priority: one.title.clone(),
            district: one.district.clone(),
            what: super::page::event_words(event, from.sources),
        };
        told.map(change).chain(one.held(from)).collect::<Vec<_>>()
    };
    chosen::turns(all.iter().flat_map(of_one).collect(), |change: &Change| &change.district)
}
