//! What a rule is given of a report and the nearest earlier one of its district: which priorities are which, what came
//! of the plans, which statements stand again. Each is worked out once, when the first rule asks for it; rules only read.

use super::line::{Line, MANY, Said};
use crate::align::{How, Link, Names, Part, align, continued, parts};
use crate::follow::Matches;
use crate::form::{Role, SectionId, Status};
use crate::report::{Priority, Report, Statement};
use crate::term::Term;
use crate::wording::Again;
use crate::wording::LEAST;
use std::cell::OnceCell;
use std::collections::HashSet;

/// A report and the nearest earlier report of its district.
pub struct Step<'s, 'a> {
    /// The earlier report.
    pub earlier: &'a Report,
    /// The later report, which is judged.
    pub later: &'a Report,
    /// The term of the earlier report.
    pub since: Term,
    /// Whether each is the only report of its district and term.
    pub alone: bool,
    line: &'s Line<'a>,
    at: usize,
    before: usize,
    ties: OnceCell<Ties>,
    matches: OnceCell<Matches<'s, 'a>>,
    tells: OnceCell<Vec<bool>>,
    all_again: OnceCell<bool>,
    parts: OnceCell<Vec<Part>>,
}

/// How the priorities of two reports hang together.
struct Ties {
    links: Vec<Link>,
    /// For each earlier priority, the place of its link among them.
    by_earlier: Vec<Option<usize>>,
    /// For each later priority, the earlier ones that it says it continues.
    named: Vec<Vec<usize>>,
    /// For each earlier priority, the later ones that it went into, and whether that is sure.
    heirs: Vec<Vec<(usize, bool)>>,
    /// For each later priority, whether any went into it.
    goes_back: Vec<bool>,
}

impl Ties {
    fn of(earlier: &[Priority], later: &[Priority], links: Vec<Link>) -> Ties {
        let named = continued(earlier, later);
        let (mut heirs, mut goes_back) = (vec![Vec::new(); earlier.len()], vec![false; later.len()]);
        let linked = links.iter().map(|link| (link.earlier, link.later, link.sure > 0.5));
        let names = named.iter().enumerate().flat_map(|(at, names)| names.iter().map(move |first| (*first, at, true)));
        for (first, at, sure) in linked.chain(names) {
            heirs.get_mut(first).into_iter().for_each(|heirs| heirs.push((at, sure)));
            goes_back.get_mut(at).into_iter().for_each(|place| *place = true);
        }
        let mut by_earlier = vec![None; earlier.len()];
        for (at, link) in links.iter().enumerate() {
            by_earlier.get_mut(link.earlier).into_iter().for_each(|place| *place = Some(at));
        }
        Ties { links, by_earlier, named, heirs, goes_back }
    }
}

/// A priority of the later report that a priority of the earlier one went into.
#[derive(Clone, Copy)]
pub struct Heir<'a> {
    /// The priority.
    pub priority: &'a Priority,
    /// Its number in the later report, from 0.
    pub at: usize,
    /// Whether the report says so, or the words leave no doubt.
    pub sure: bool,
}

/// A statement, and the earlier one that it is again.
pub type Copied<'s, 'a> = (&'s Said<'a>, &'s Said<'a>);

/// Two priorities that are taken for one by their words.
#[derive(Clone, Copy)]
pub struct Guess<'a> {
    /// The earlier one.
    pub earlier: &'a Priority,
    /// The later one.
    pub later: &'a Priority,
    /// Whether the title is another, and the outcomes are those that both have.
    pub retitled: bool,
    /// Whether nothing else would have done as well, and no id speaks against it.
    pub sure: bool,
    /// Whether the earlier one seems to have been split, or says so.
    pub split: bool,
}

impl<'s, 'a> Step<'s, 'a> {
    /// The step to the report at this place of a series, if there is an earlier report.
    pub(super) fn to(line: &'s Line<'a>, at: usize) -> Option<Step<'s, 'a>> {
        let series = line.series;
        let before = series.before(at)?;
        let (term, later) = *series.reports.get(at)?;
        let (since, earlier) = *series.reports.get(before)?;
        let of = |slot: &Term| series.reports.iter().filter(|(other, _)| other.same_slot(slot)).count();
        let alone = of(&term) == 1 && of(&since) == 1;
        Some(Step {
            earlier,
            later,
            since,
            alone,
            line,
            at,
            before,
            ties: OnceCell::new(),
            matches: OnceCell::new(),
            tells: OnceCell::new(),
            all_again: OnceCell::new(),
            parts: OnceCell::new(),
        })
    }

    /// The earlier reports of the district, the nearest first.
    pub fn all_earlier(&self) -> impl Iterator<Item = &'a Report> {
        let all = self.line.series.reports.get(..=self.before).unwrap_or_default();
        all.iter().rev().map(|(_, report)| *report)
    }

    /// What a `continues` can name in the earlier reports, so many of them at most, the nearest first.
    #[must_use]
    pub fn names(&self, most: usize) -> Vec<Names> {
        self.all_earlier().take(most).map(|report| Names::of(&report.priorities)).collect()
    }

    fn ties(&self) -> &Ties {
        self.ties.get_or_init(|| {
            let links = align(self.line.profiles(self.before), self.line.profiles(self.at));
            Ties::of(&self.earlier.priorities, &self.later.priorities, links)
        })
    }

    /// The priorities of the later report that this one of the earlier went into: the one that it is linked to, and
    /// those that say that they continue it.
    pub fn heirs(&self, earlier: usize) -> impl Iterator<Item = Heir<'a>> {
        let heirs = self.ties().heirs.get(earlier).into_iter().flatten();
        let later = &self.later.priorities;
        heirs.filter_map(|(at, sure)| Some(Heir { priority: later.get(*at)?, at: *at, sure: *sure }))
    }

    /// The priorities of the later report that none of the earlier went into.
    pub fn begun(&self) -> impl Iterator<Item = &'a Priority> {
        let all = self.later.priorities.iter().zip(&self.ties().goes_back);
        all.filter(|(_, goes_back)| !**goes_back).map(|(priority, _)| priority)
    }

    /// The priorities that are taken for one without an id, a `continues` or the same title that says so.
    pub fn guesses(&self) -> impl Iterator<Item = Guess<'a>> {
        let (earlier, later) = (&self.earlier.priorities, &self.later.priorities);
        let is_guess = |link: &&Link| match link.how {
            How::Id | How::Continues => false,
            How::Title => link.sure <= 0.5,
            How::Outcomes => true,
        };
        self.ties().links.iter().filter(is_guess).filter_map(|link| {
            Some(Guess {
                earlier: earlier.get(link.earlier)?,
                later: later.get(link.later)?,
                retitled: link.how == How::Outcomes,
                sure: link.sure > 0.5,
                split: !self.pieces(link.earlier).is_empty()
                    || earlier.get(link.earlier)?.known_status() == Some(Status::Split),
            })
        })
    }

    /// What the outcomes tell of priorities that went into others or came out of them.
    fn parts(&self) -> &[Part] {
        let (earlier, later) = (self.line.profiles(self.before), self.line.profiles(self.at));
        self.parts.get_or_init(|| parts(earlier, later, &self.ties().links))
    }

    /// The priority of both reports that has by now most of the outcomes of one that is not in the later report.
    #[must_use]
    pub fn taken_in(&self, earlier: usize) -> Option<&'a Priority> {
        let goes_on = |part: &&Part| self.ties().goes_back.get(part.later) == Some(&true);
        let part = self.parts().iter().filter(goes_on).find(|part| part.earlier == earlier)?;
        self.later.priorities.get(part.later)
    }

    /// The priorities of the later report that an earlier one seems to have been split into, two or more: the one that is
    /// taken for it, or says that it continues it, and those with most of their outcomes from it. None where the earlier
    /// one goes on under its own id or title, or says itself what it came to.
    #[must_use]
    pub fn pieces(&self, earlier: usize) -> Vec<Heir<'a>> {
        let ties = self.ties();
        let settled = |link: &Link| match link.how {
            How::Id => true,
            How::Title => link.sure > 0.5,
            How::Continues | How::Outcomes => false,
        };
        let ended = self.earlier.priorities.get(earlier).and_then(Priority::known_status).is_some_and(Status::ended);
        let link = ties.by_earlier.get(earlier).copied().flatten().and_then(|at| ties.links.get(at));
        if ended || link.is_some_and(settled) {
            return Vec::new();
        }
        let begun = |at: usize| ties.goes_back.get(at) == Some(&false);
        // Without a priority that none went into there is nothing that it could have come to as well.
        let parts = if ties.goes_back.contains(&false) { self.parts() } else { &[] };
        let parts = parts.iter().filter(|part| part.earlier == earlier && begun(part.later));
        let parts = parts.filter_map(|part| {
            Some(Heir { priority: self.later.priorities.get(part.later)?, at: part.later, sure: false })
        });
        let said = |at: usize| ties.named.get(at).is_some_and(|named| named.contains(&earlier));
        let mut pieces: Vec<Heir<'_>> = self.heirs(earlier).map(|heir| Heir { sure: said(heir.at), ..heir }).collect();
        pieces.sort_by_key(|heir| heir.at);
        pieces.dedup_by_key(|heir| heir.at);
        pieces.extend(parts);
        pieces.sort_by_key(|heir| heir.at);
        if pieces.len() > 1 { pieces } else { Vec::new() }
    }

    /// Which statement answers what the earlier report planned; there are none where a report cannot be read for it.
    pub fn matches(&self) -> Option<&Matches<'s, 'a>> {
        let sides = self.line.side(self.before, self.earlier).zip(self.line.side(self.at, self.later));
        let (ties, (earlier, later)) = (self.ties(), sides?);
        Some(self.matches.get_or_init(|| Matches::of(earlier, later, &ties.links, &ties.named)))
    }

    /// The planned statements that no statement of the later report seems to be about, nor has most of its words, each
    /// with the number of its priority: one that answers another plan counts where it has them all ("Visited Ferrow,
    /// Oakhill and Kirkley").
    pub fn unanswered(&self) -> impl Iterator<Item = (&'a Statement, usize)> {
        let taken: HashSet<*const Statement> =
            self.matches().into_iter().flat_map(Matches::answers).map(std::ptr::from_ref).collect();
        let none = self.matches().into_iter().flat_map(Matches::planned).filter(|(.., found)| !found);
        none.filter(move |(planned, ..)| {
            let plan = Again::of(&planned.whole());
            let is_taken = |said: &Said<'_>| taken.contains(&std::ptr::from_ref(said.statement));
            let answers =
                |said: &Said<'_>| plan.is_half_in(&said.again) && (!is_taken(said) || plan.is_all_in(&said.again));
            !self.said().iter().any(answers)
        })
        .map(|(planned, priority, _)| (planned, priority))
    }

    /// What the later report says in Activity, Planned and Impact.
    #[must_use]
    pub fn said(&self) -> &'s [Said<'a>] {
        self.line.said(self.at)
    }

    /// The priorities of the earlier report that plan anything, by their numbers, each once.
    pub fn plans(&self) -> impl Iterator<Item = usize> {
        let plans = |priority: &Priority| {
            let is_planned = |id: SectionId| self.line.form.section(id).is_some_and(|s| s.role == Role::Planned);
            priority.passages.iter().any(|passage| is_planned(passage.section) && !passage.statements.is_empty())
        };
        (0..).zip(&self.earlier.priorities).filter(move |(_, priority)| plans(priority)).map(|(at, _)| at)
    }

    /// Whether a priority of the later report tells of anything in Activity or Impact.
    #[must_use]
    pub fn tells(&self, later: usize) -> bool {
        let tells = self.tells.get_or_init(|| {
            let mut tells = vec![false; self.later.priorities.len()];
            for said in self.said().iter().filter(|said| said.role != Role::Planned) {
                tells.get_mut(said.priority).into_iter().for_each(|place| *place = true);
            }
            tells
        });
        tells.get(later) == Some(&true)
    }

    /// The statement of the earlier report that one of the later is again.
    #[must_use]
    pub fn again(&self, said: &Said<'a>) -> Option<&'s Said<'a>> {
        self.line.again_in(said, self.before, self.said().len())
    }

    /// Where a statement stood in the reports before, without a break, the nearest first.
    #[must_use]
    pub fn chain(&self, said: &'s Said<'a>) -> Vec<(Term, &'s Said<'a>)> {
        let (mut last, mut at, mut chain) = (said, Some(self.before), Vec::new());
        while let Some(here) = at.filter(|_| chain.len() < LONGEST) {
            let term = self.line.series.reports.get(here).map(|(term, _)| *term);
            let Some((term, same)) = term.zip(self.line.again_in(last, here, self.said().len())) else { break };
            chain.push((term, same));
            (last, at) = (same, self.line.series.before(here));
        }
        chain
    }

    /// The statements of a section that the earlier report has in a section of the same role, each with the one there. A
    /// statement of few words may well be the same by chance, but not a whole section, nor all of a report.
    #[must_use]
    pub fn copies(&self, section: &'s [Said<'a>]) -> Vec<Copied<'s, 'a>> {
        let mut copies: Vec<_> = section.iter().filter_map(|said| Some((said, self.again(said)?))).collect();
        let all = copies.len() == section.len();
        if !(all && (copies.len() > 1 || self.is_all_again())) {
            copies.retain(|(said, _)| said.again.words() >= LEAST);
        }
        copies
    }

    /// Whether the later report says in Activity, Planned and Impact what the earlier one says, and nothing else.
    #[must_use]
    pub fn is_all_again(&self) -> bool {
        *self.all_again.get_or_init(|| {
            let (said, before) = (self.said(), self.line.said(self.before));
            said.len() == before.len() && said.iter().all(|said| self.again(said).is_some())
        })
    }

    /// Whether a statement tells of what both reports plan as well: the work of every term, such as a panel that meets.
    #[must_use]
    pub fn is_routine(&self, said: &Said<'_>) -> bool {
        let plans = |other: &Said<'_>| other.role == Role::Planned && said.again.is_told_by(&other.again);
        let (now, before) = (self.said(), self.line.said(self.before));
        let few = now.len().saturating_mul(now.len().max(before.len())) <= MANY;
        few && now.iter().any(plans) && before.iter().any(plans)
    }

    /// The statements of a section that plans nothing but what the earlier report planned, two or more, of which nothing is
    /// told this term and none is carried forward on purpose, with an id; else none.
    #[must_use]
    pub fn whole_plan_again(&self, section: &'s [Said<'a>]) -> Vec<Copied<'s, 'a>> {
        let copies = self.copies(section);
        let on_purpose = |(said, first): &Copied<'_, '_>| said.id.is_some() && said.id == first.id;
        let is_new = |copy: &Copied<'_, '_>| {
            on_purpose(copy) || !self.goes_on(copy.0.priority) || !copy.0.waits() || self.tells_of(copy.0)
        };
        match copies.len() < 2 || copies.len() < section.len() || copies.iter().any(is_new) {
            true => Vec::new(),
            false => copies,
        }
    }

    /// Whether a priority of the later report goes on: it has not ended and does not pause.
    #[must_use]
    pub fn goes_on(&self, later: usize) -> bool {
        let status = self.later.priorities.get(later).and_then(Priority::known_status);
        !status.is_some_and(|status| status.ended() || status == Status::OnHold)
    }

    /// Whether a priority of the earlier report had ended then.
    #[must_use]
    pub fn had_ended(&self, earlier: usize) -> bool {
        self.earlier.priorities.get(earlier).and_then(Priority::known_status).is_some_and(Status::ended)
    }

    /// Whether a priority of the later report is on hold.
    #[must_use]
    pub fn pauses(&self, later: usize) -> bool {
        self.later.priorities.get(later).and_then(Priority::known_status) == Some(Status::OnHold)
    }

    /// Whether Activity or Impact of the later report tells of a plan, so that the plan that stands again is a further
    /// one of its kind, such as the next meeting of a network.
    #[must_use]
    pub fn tells_of(&self, plan: &Said<'_>) -> bool {
        let few = self.said().len().saturating_mul(self.said().len()) <= MANY;
        let has_id = |other: &Said<'_>| plan.id.is_some() && plan.id == other.id;
        let is_told = |other: &Said<'_>| has_id(other) || few && plan.again.is_half_in(&other.again);
        self.said().iter().any(|other| other.role != Role::Planned && is_told(other))
    }
}

/// The most reports back that a statement is followed.
const LONGEST: usize = 100;
