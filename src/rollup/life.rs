//! What happened to each priority of a district over its reports: opened, retitled, merged, split, handed over,
//! closed, dropped. Which priorities are one, the threads say; which went into which, what the reports say they continue
//! and where their outcomes are.
//! Plain data; the words for it are `rollup::page`'s.

use crate::align::{Link, Part, Profile, SURE, carried, is_retitled, parts};
use crate::corpus::{Series, Thread};
use crate::form::{Form, Status};
use crate::report::{Priority, Report};
use crate::source::Text;
use crate::term::Term;
use std::collections::{HashMap, HashSet};

mod tied;

/// What happened to a priority in the report of a term.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// The term.
    pub term: Term,
    /// Of one that was away for several terms: the last of them.
    pub until: Option<Term>,
    /// What happened.
    pub what: What,
    /// The other priorities that it concerns, at most [`MOST`]; of a retitled one, itself as it was called before.
    pub others: Vec<&'a Priority>,
    /// How many more there are.
    pub more: usize,
    /// Who holds it now, where it was handed over and the report says so.
    pub receiver: Option<&'a Text>,
    /// Of one that was dropped or away: where the report names it all the same.
    pub named: Option<&'a Text>,
    /// Of one that was dropped: the reason that the report gives, if it explains that.
    pub reason: Option<String>,
    /// Whether it is not sure: the retitled priority may be another, one that was opened or dropped a part of the others.
    pub doubtful: bool,
}

/// What may happen to a priority, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum What {
    /// It stands in the first report of its district: how long it had gone on by then is not known.
    First,
    /// It is there for the first time.
    Opened,
    /// It is there for the first time, as a part of the others.
    SplitOff,
    /// It ended or was away, and goes on nevertheless.
    Resumed,
    /// It has another title than before.
    Retitled,
    /// It goes on, and the others are part of it from now on.
    TookIn,
    /// The others are parts of it, on their own now; or the report says so.
    Split,
    /// It is part of the other now; or the report says so.
    Merged,
    /// Another body holds it.
    HandedOver,
    /// The report says that it has ended.
    Closed,
    /// The report does not hold it, and a later one does again.
    Away,
    /// The report does not hold it, and nothing says why.
    Dropped,
}

impl What {
    /// Its word in JSON: `handed-over`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            What::First => "first-report",
            What::Opened => "opened",
            What::SplitOff => "split-off",
            What::Resumed => "resumed",
            What::Retitled => "retitled",
            What::TookIn => "took-in",
            What::Split => "split",
            What::Merged => "merged",
            What::HandedOver => "handed-over",
            What::Closed => "closed",
            What::Away => "away",
            What::Dropped => "dropped",
        }
    }
}

/// The most other priorities that an event names.
pub const MOST: usize = 20;

/// The life of one thread.
#[derive(Clone, Debug, Default)]
pub(super) struct Life<'a> {
    /// What happened, the earliest first.
    pub(super) events: Vec<Event<'a>>,
    /// The later priorities that it went into, if it did and is no more, and the terms that say so.
    pub(super) into: Vec<(Term, &'a Priority)>,
    /// The priority of the next report that it may be a part of, though too little speaks for it to be told as a fact.
    like: Option<(Term, &'a Priority)>,
}

/// The lives of a district's threads, in the order of the threads.
pub(super) fn lives<'a>(series: &Series<'a>, threads: &[Thread<'a>], form: &Form) -> Vec<Life<'a>> {
    let mut pairs = Pairs { form, known: HashMap::new(), profiles: HashMap::new() };
    let mut lives: Vec<Life<'a>> = threads.iter().map(|thread| alone(thread, series, &mut pairs)).collect();
    tied::tie(series, threads, &mut lives, &mut pairs);
    for (life, thread) in lives.iter_mut().zip(threads) {
        let Some((term, _, last)) = thread.priorities.last() else { continue };
        life.away(thread, series);
        life.went();
        // Where it went before it was taken up again is told, and is not its end.
        life.into.retain(|(then, _)| then >= term);
        let next = series.reports.iter().find(|(later, _)| later > term && !later.same_slot(term));
        // It may stand in the part of a report that could not be read.
        let next = next.filter(|(_, report)| !report.cut_short);
        if let Some((next, report)) = next.copied().filter(|_| life.into.is_empty() && ended(last).is_none()) {
            let others: Vec<&Priority> =
                life.like.into_iter().filter(|(then, _)| *then == next).map(|(_, other)| other).collect();
            let doubtful = !others.is_empty();
            let named = last.title.as_ref().and_then(|title| report.naming(title.words()));
            life.events.push(Event { others, doubtful, named, ..Event::of(next, What::Dropped) });
        }
        life.events.retain(|event| event.what != What::Opened || !follows_broken(series, event.term));
        life.events.sort_by_key(|event| (event.term, event.what));
    }
    lives
}

/// Whether the report before this term breaks off: what seems to be new may stand in the rest of it.
fn follows_broken(series: &Series<'_>, term: Term) -> bool {
    let before = series.reports.iter().rev().find(|(then, _)| *then < term && !then.same_slot(&term));
    before.is_some_and(|(_, report)| report.cut_short)
}

/// What the reports say of a priority by itself.
fn alone<'a>(thread: &Thread<'a>, series: &Series<'a>, pairs: &mut Pairs<'_, 'a>) -> Life<'a> {
    let first = series.reports.first().map(|(term, _)| *term);
    let mut life = Life::default();
    let mut before: Option<&(Term, &'a Report, &'a Priority)> = None;
    for now in &thread.priorities {
        let (term, report, priority) = *now;
        if let Some((then, earlier, same)) = before {
            let is_later = !then.same_slot(&term);
            let is_back = ended(same).is_some() || between(series, then, &term).next().is_some();
            if is_later && is_back && ended(priority).is_none() {
                life.events.push(Event::of(term, What::Resumed));
            }
            if is_later && is_retitled(same, priority) {
                let doubtful = pairs.of(earlier, report).unsure.contains(&std::ptr::from_ref(priority));
                life.events.push(Event { others: vec![same], doubtful, ..Event::of(term, What::Retitled) });
            }
        } else {
            let there = first.is_some_and(|first| first.same_slot(&term));
            life.events.push(Event::of(term, if there { What::First } else { What::Opened }));
        }
        let was = before.and_then(|(.., same)| ended(same));
        if let Some(what) = ended(priority).filter(|what| Some(*what) != was) {
            life.events.push(Event { receiver: priority.receiver(), ..Event::of(term, what) });
        }
        before = Some(now);
    }
    life
}

/// The reports of the terms between two terms.
fn between<'s, 'a>(series: &'s Series<'a>, from: &Term, to: &Term) -> impl Iterator<Item = &'s (Term, &'a Report)> {
    let start = series.reports.partition_point(|(term, _)| term <= from);
    let after = series.reports.get(start..).unwrap_or_default().iter().take_while(move |(term, _)| term < to);
    after.filter(move |(term, _)| !term.same_slot(from) && !term.same_slot(to))
}

impl<'a> Event<'a> {
    fn of(term: Term, what: What) -> Event<'a> {
        Event {
            term,
            until: None,
            what,
            others: Vec::new(),
            more: 0,
            receiver: None,
            named: None,
            reason: None,
            doubtful: false,
        }
    }

    fn concern(&mut self, other: &'a Priority) {
        if self.others.len() < MOST {
            self.others.push(other);
        } else {
            self.more += 1;
        }
    }
}

impl<'a> Life<'a> {
    /// Notes that an event concerns another priority.
    fn note(&mut self, term: Term, what: What, other: &'a Priority) {
        match self.events.iter_mut().find(|event| event.term == term && event.what == what) {
            Some(event) => event.concern(other),
            None => self.events.push(Event { others: vec![other], ..Event::of(term, what) }),
        }
    }

    /// One that was said to be split or merged before is the rest, or the whole, of what it was: it was not taken up again.
    fn goes_on(&mut self, said: Term, now: Term) {
        self.events.retain(|event| event.what != What::Resumed || event.term != now || said == now);
    }

    /// Says in which terms it was away, unless it had ended before, or a report says where it went.
    fn away(&mut self, thread: &Thread<'a>, series: &Series<'a>) {
        for ((then, _, same), (back, ..)) in thread.priorities.iter().zip(thread.priorities.iter().skip(1)) {
            let mut missed = between(series, then, back);
            let Some((term, report)) = missed.next() else { continue };
            if ended(same).is_some() || self.into.iter().any(|(into, _)| into > then && into < back) {
                continue;
            }
            let until = missed.last().map(|(until, _)| *until).filter(|until| !until.same_slot(term));
            let named = same.title.as_ref().and_then(|title| report.naming(title.words()));
            self.events.push(Event { until, named, ..Event::of(*term, What::Away) });
        }
    }

    /// Says where a priority went that is no more: in the event that its own last report states, if it does. That another
    /// goes on with one that was handed over or closed is told of that other: it ended as its own report says.
    fn went(&mut self) {
        let said = |event: &&Event<'_>| {
            matches!(event.what, What::Merged | What::Split | What::HandedOver | What::Closed | What::Resumed)
        };
        let stood = |by: Term| {
            let until = self.events.iter().filter(|event| event.term <= by || event.term.same_slot(&by));
            until.filter(said).max_by_key(|event| event.term).map(|event| event.what)
        };
        self.into.retain(|(term, _)| !matches!(stood(*term), Some(What::HandedOver | What::Closed)));
        let Some((term, _)) = self.into.first().copied() else { return };
        let said = self.events.iter_mut().rev().find(|event| matches!(event.what, What::Merged | What::Split));
        if let Some(event) = said.filter(|event| event.others.is_empty()) {
            self.into.iter().for_each(|(_, other)| event.concern(other));
            return;
        }
        let mut event = Event::of(term, if self.into.len() > 1 { What::Split } else { What::Merged });
        self.into.iter().for_each(|(_, other)| event.concern(other));
        self.events.push(event);
    }
}

/// How the priorities of two reports are linked, asked once for each two.
struct Pairs<'f, 'a> {
    form: &'f Form,
    known: HashMap<[*const Report; 2], Pair>,
    profiles: HashMap<*const Report, Vec<Profile<'a>>>,
}

/// How the priorities of two reports are linked.
#[derive(Default)]
struct Pair {
    links: Vec<Link>,
    /// The later ones that are perhaps not those that their links lead to.
    unsure: HashSet<*const Priority>,
}

impl<'a> Pairs<'_, 'a> {
    /// What the priorities of an earlier and a later report are known by.
    fn profiles(&mut self, earlier: &'a Report, later: &'a Report) -> [&[Profile<'a>]; 2] {
        for report in [earlier, later] {
            let of = || Profile::all(&report.priorities, self.form);
            self.profiles.entry(std::ptr::from_ref(report)).or_insert_with(of);
        }
        [earlier, later].map(|report| self.profiles.get(&std::ptr::from_ref(report)).map_or(&[][..], Vec::as_slice))
    }

    fn of(&mut self, earlier: &'a Report, later: &'a Report) -> &Pair {
        let both = [earlier, later].map(std::ptr::from_ref);
        if !self.known.contains_key(&both) {
            let [before, after] = self.profiles(earlier, later);
            let links = carried(before, after);
            let unsure = links.iter().filter(|link| link.sure < SURE);
            let unsure = unsure.filter_map(|link| later.priorities.get(link.later)).map(std::ptr::from_ref).collect();
            self.known.insert(both, Pair { links, unsure });
        }
        self.known.entry(both).or_default()
    }

    /// What the outcomes tell of priorities of theirs that went into others or came out of them.
    fn parts(&mut self, earlier: &'a Report, later: &'a Report) -> Vec<Part> {
        let links = self.of(earlier, later).links.clone();
        let [before, after] = self.profiles(earlier, later);
        parts(before, after, &links)
    }
}

/// How a priority's own status says that it ended.
fn ended(priority: &Priority) -> Option<What> {
    match priority.known_status()? {
        Status::HandedOver => Some(What::HandedOver),
        Status::Merged => Some(What::Merged),
        Status::Split => Some(What::Split),
        Status::Closed => Some(What::Closed),
        Status::New | Status::Ongoing | Status::OnHold => None,
    }
}
