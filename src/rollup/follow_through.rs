//! One row for each report: what came of what the nearest earlier report of its district planned.
//!
//! A plan and what came of it are in one row, that of the later report. A filter takes rows whole: the plan is read
//! wherever it stands, so that none is parted from what came of it. So a filter of priorities asks what the later report
//! says of a priority, and only of one that it no longer holds what the earlier did.

use super::reasons::Reasons;
use super::{Sieve, district};
use crate::align::{Profile, align, continued};
use crate::corpus::{Corpus, Series};
use crate::follow::{Desk, Followed, Lexicon, Match, Outcome, Side, follow_along};
use crate::form::SectionId;
use crate::report::{Priority, Report, Stated, Statement};
use crate::term::Term;
use std::collections::HashMap;

/// A report, and what came in it of the plan before.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The term that tells what came.
    pub term: Term,
    /// Its report.
    pub report: &'a Report,
    /// The plan and what came of it; `None` for a district's first report, which has nothing to follow.
    pub plan: Option<Plan<'a>>,
    /// The report of the two that breaks off, where one does: what came of the plan cannot be told, and `plan` is `None`.
    pub broken: Option<&'a Report>,
}

/// What an earlier report planned, and what came of it.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The term of the later report, in which it was looked for.
    pub later: Term,
    /// The term of that report.
    pub term: Term,
    /// The nearest earlier report of the district.
    pub report: &'a Report,
    /// What came of each of its planned statements, in its order.
    pub outcomes: Vec<Came<'a>>,
    /// Whether there were too many statements to weigh all of them against each other.
    pub bounded: bool,
}

impl<'a> Plan<'a> {
    /// Those that no matching activity was found for.
    pub fn unmatched(&self) -> impl Iterator<Item = &Came<'a>> {
        self.outcomes.iter().filter(|came| came.outcome == Outcome::NoMatch)
    }
}

/// A planned statement, and what came of it.
#[derive(Clone, Debug)]
pub struct Came<'a> {
    /// The priority that planned it.
    pub priority: &'a Priority,
    /// The priorities of the later report that are it, or that it went into: what they are, its plan is.
    pub heirs: Vec<&'a Priority>,
    /// The statement.
    pub statement: &'a Statement,
    /// What came of it.
    pub outcome: Outcome,
    /// Whether the later report tells it as not done or put off.
    pub stalled: bool,
    /// Whether its words leave that open.
    pub open: bool,
    /// What tells of it, or plans it again.
    pub told: Option<Told<'a>>,
    /// Where nothing does: the reason that the later report gives, if it explains that.
    pub reason: Option<String>,
}

/// A statement of the later report that tells what came of a planned one.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The priority it stands in.
    pub priority: &'a Priority,
    /// Its section.
    pub section: SectionId,
    /// The statement.
    pub statement: &'a Statement,
}

/// How many planned statements had this outcome.
#[must_use]
pub fn count(came: &[Came<'_>], outcome: Outcome) -> usize {
    came.iter().filter(|one| one.outcome == outcome).count()
}

/// How many of those that are told, surely or possibly, are told as not done or put off.
#[must_use]
pub fn stalled(came: &[Came<'_>]) -> usize {
    came.iter().filter(|one| one.stalled).count()
}

/// What came of every plan that is followed.
#[must_use]
pub fn all<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r Row<'a>>) -> Vec<Came<'a>> {
    plans(rows.into_iter().filter_map(|row| row.plan.as_ref())).into_iter().flat_map(|plan| plan.outcomes).collect()
}

/// Each plan once. One that several reports of a term follow counts with the best that any of them tells of each statement.
#[must_use]
pub fn plans<'r, 'a: 'r>(plans: impl Iterator<Item = &'r Plan<'a>>) -> Vec<Plan<'a>> {
    let mut all: Vec<Plan<'a>> = Vec::new();
    let mut begun: HashMap<*const Report, usize> = HashMap::new();
    for plan in plans {
        let at = *begun.entry(std::ptr::from_ref(plan.report)).or_insert(all.len());
        let Some(known) = all.get_mut(at) else {
            all.push(plan.clone());
            continue;
        };
        for (known, other) in known.outcomes.iter_mut().zip(&plan.outcomes) {
            if (other.outcome, other.stalled) < (known.outcome, known.stalled) {
                known.clone_from(other);
            }
        }
        known.bounded |= plan.bounded;
    }
    all
}

/// The reports by district and term. One without a district or a clear term follows none, and none follows it.
pub(super) fn rows<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>, reasons: &Reasons<'_>) -> Vec<Row<'a>> {
    all_rows(corpus, sieve, reasons, false)
}

/// What came of the plan that each district's latest report follows, or the several of its latest term.
pub(super) fn latest<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>, reasons: &Reasons<'_>) -> Vec<(&'a str, Plan<'a>)> {
    let rows = all_rows(corpus, sieve, reasons, true);
    let of_district = rows.chunk_by(|a, b| std::ptr::eq(a.district, b.district)).filter_map(|rows| {
        let plan = plans(rows.iter().filter_map(|row| row.plan.as_ref())).pop()?;
        Some((rows.first()?.district.value.as_str(), plan))
    });
    of_district.collect()
}

fn all_rows<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>, reasons: &Reasons<'_>, only_latest: bool) -> Vec<Row<'a>> {
    let Sieve { filter, form, .. } = *sieve;
    let lexicon = Lexicon::with(&form.glossary);
    let series = corpus.series().into_iter().filter(|series| filter.takes_district(Some(series.district), form));
    let mut desk = Desk::default();
    series.flat_map(|series| of_district(&series, &lexicon, &mut desk, only_latest, sieve, reasons)).collect()
}

fn of_district<'a>(
    series: &Series<'a>,
    lexicon: &Lexicon,
    desk: &mut Desk,
    only_latest: bool,
    sieve: &Sieve<'_>,
    reasons: &Reasons<'_>,
) -> Vec<Row<'a>> {
    let Sieve { filter, form, .. } = *sieve;
    let Some(named) = series.reports.last().and_then(|(_, report)| district(report)) else { return Vec::new() };
    // Most reports are a later one and an earlier one: each is read once.
    let mut sides: HashMap<*const Report, Side<'a>> = HashMap::new();
    let mut known: HashMap<*const Report, Vec<Profile<'a>>> = HashMap::new();
    let mut row = |(at, (term, report)): (usize, &(Term, &'a Report))| {
        let report = *report;
        let earlier = series.before(at).and_then(|before| series.reports.get(before)).map(|(_, earlier)| *earlier);
        let broken = earlier.and_then(|earlier| [report, earlier].into_iter().find(|one| one.cut_short));
        let plan = earlier.filter(|_| broken.is_none()).and_then(|earlier| {
            // Of one that is followed once, only what it plans is wanted.
            let read = if only_latest { Side::planning } else { Side::read };
            sides.entry(std::ptr::from_ref(earlier)).or_insert_with(|| read(earlier, form, lexicon, desk));
            sides.entry(std::ptr::from_ref(report)).or_insert_with(|| Side::read(report, form, lexicon, desk));
            let side = |report: &Report| sides.get(&std::ptr::from_ref(report));
            let (before, after) = (side(earlier)?, side(report)?);
            for of in [earlier, report] {
                let profiles = || Profile::all(&of.priorities, form);
                known.entry(std::ptr::from_ref(of)).or_insert_with(profiles);
            }
            let profiles = |report: &Report| known.get(&std::ptr::from_ref(report));
            let links = align(profiles(earlier)?, profiles(report)?);
            let went = continued(&earlier.priorities, &report.priorities);
            let followed = follow_along(before, after, &links, &went);
            let heirs = |at: usize| -> Vec<&'a Priority> {
                let linked = links.iter().filter(|link| link.earlier == at).map(|link| link.later);
                let went = went.iter().enumerate().filter(|(_, names)| names.contains(&at)).map(|(later, _)| later);
                linked.chain(went).filter_map(|at| report.priorities.get(at)).collect()
            };
            let is_taken = |priority: &Priority, heirs: &[&Priority]| {
                if heirs.is_empty() { sieve.takes(priority) } else { heirs.iter().any(|heir| sieve.takes(heir)) }
            };
            let came = |one: &Followed<'a>| {
                let priority = earlier.priorities.get(one.priority)?;
                let heirs = heirs(one.priority);
                if !sieve.is_open() && !is_taken(priority, &heirs) {
                    return None;
                }
                let told = one.found.and_then(|found| {
                    let Match { section, statement, .. } = found;
                    Some(Told { priority: report.priorities.get(found.priority)?, section, statement })
                });
                let lost = one.outcome == Outcome::NoMatch;
                let reason = reasons.of(report, priority).filter(|_| lost).map(str::to_owned);
                let Followed { planned, outcome, stalled, open, .. } = *one;
                // Who reads a count does not see the words that leave it open.
                let outcome = if open && outcome == Outcome::Reported { Outcome::Possible } else { outcome };
                let stalled = stalled && !open;
                Some(Came { priority, heirs, statement: planned, outcome, stalled, open, told, reason })
            };
            Some(Plan {
                district: named,
                later: *term,
                term: earlier.term()?,
                report: earlier,
                outcomes: followed.all.iter().filter_map(came).collect(),
                bounded: followed.bounded,
            })
        });
        Row { district: named, term: *term, report, plan, broken }
    };
    let mut taken: Vec<_> =
        series.reports.iter().enumerate().filter(|(_, (term, _))| filter.takes_term(Some(*term))).collect();
    if let Some((_, (latest, _))) = taken.last().copied().filter(|_| only_latest) {
        taken.retain(|(_, (term, _))| term.same_slot(latest));
    }
    let mut rows: Vec<Row<'a>> = taken.into_iter().map(&mut row).collect();
    let plans_some = |row: &Row<'_>| row.plan.as_ref().is_some_and(|plan| !plan.outcomes.is_empty());
    rows.retain(|row| sieve.takes_some(row.report) || plans_some(row));
    rows
}
