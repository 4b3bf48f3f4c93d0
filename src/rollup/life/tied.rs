//! Priorities that went into each other: merged, split, or a part of another.

use super::{Life, Pairs, What, ended};
use crate::align::{SURE, continued};
use crate::corpus::{Series, Thread};
use crate::report::{Priority, Report};
use crate::term::Term;
use std::collections::{HashMap, HashSet};

/// What the reports say of priorities that went into each other, and their outcomes where nothing is said. It is told
/// once, although officers leave in a report what was continued the term before.
pub(super) fn tie<'a>(series: &Series<'a>, threads: &[Thread<'a>], lives: &mut [Life<'a>], pairs: &mut Pairs<'_, 'a>) {
    let numbered = threads.iter().enumerate();
    let owners: HashMap<*const Priority, usize> = numbered
        .flat_map(|(at, thread)| {
            thread.priorities.iter().map(move |(.., priority)| (std::ptr::from_ref(*priority), at))
        })
        .collect();
    let owner = |priority: &Priority| owners.get(&std::ptr::from_ref(priority)).copied();
    let mut seen = HashSet::new();
    for (at, (term, report)) in series.reports.iter().enumerate() {
        let before = series.reports.iter().take(at).rev();
        let Some((then, earlier)) = before.into_iter().find(|(then, _)| !then.same_slot(term)) else { continue };
        let named = continued(&earlier.priorities, &report.priorities);
        let told: HashSet<usize> = named.iter().flatten().copied().collect();
        for (later, named) in report.priorities.iter().zip(&named) {
            for older in named.iter().filter_map(|at| earlier.priorities.get(*at)) {
                let Some((from, to)) = owner(older).zip(owner(later)).filter(|(from, to)| from != to) else { continue };
                if seen.insert((from, to)) {
                    part(threads, lives, [*then, *term], (from, older), (to, later));
                }
            }
        }
        // Outcomes can tell of those alone that stand in one report of the two.
        let all = earlier.priorities.iter().chain(&report.priorities);
        let stands = |then: Option<&(Term, &Report, &Priority)>| then.is_some_and(|(then, ..)| then.same_slot(term));
        let comes = |thread: &Thread<'_>| stands(thread.priorities.first()) || !stands(thread.priorities.last());
        if !all.filter_map(|priority| threads.get(owner(priority)?)).any(comes) {
            continue;
        }
        for one in pairs.parts(earlier, report) {
            let is_stated = told.contains(&one.earlier) || named.get(one.later).is_some_and(|named| !named.is_empty());
            let both = earlier.priorities.get(one.earlier).zip(report.priorities.get(one.later));
            let Some((older, later)) = both.filter(|_| !is_stated) else { continue };
            let Some((from, to)) = owner(older).zip(owner(later)).filter(|(from, to)| from != to) else { continue };
            if one.sure < SURE {
                looks_like(lives, *term, (from, older), (to, later));
            } else if seen.insert((from, to)) {
                part(threads, lives, [*then, *term], (from, older), (to, later));
            }
        }
    }
}

/// Two priorities may be parts of one: that is said beside what is known.
fn looks_like<'a>(
    lives: &mut [Life<'a>],
    term: Term,
    (from, older): (usize, &'a Priority),
    (to, later): (usize, &'a Priority),
) {
    lives.get_mut(from).into_iter().for_each(|life| life.like = Some((term, later)));
    let opened = lives.get_mut(to).and_then(|life| life.events.iter_mut().find(|event| event.what == What::Opened));
    if let Some(event) = opened.filter(|event| event.term == term && event.others.is_empty()) {
        event.others.push(older);
        event.doubtful = true;
    }
}

/// One priority went into another between two terms, or a part of it did.
fn part<'a>(
    threads: &[Thread<'a>],
    lives: &mut [Life<'a>],
    [then, term]: [Term; 2],
    (from, older): (usize, &'a Priority),
    (to, later): (usize, &'a Priority),
) {
    let in_term = |thread: usize, term: &Term| {
        let all = threads.get(thread).into_iter().flat_map(|thread| &thread.priorities);
        all.rev().find(|(then, ..)| then.same_slot(term)).map(|(.., priority)| *priority)
    };
    // What is reported once more as merged or split has ended, and is no part of itself.
    let still = in_term(from, &term);
    let end = ended(still.unwrap_or(older));
    let (goes_on, before) = (still.is_some() && end.is_none(), in_term(to, &then));
    let begins = before.is_none();
    let is_part = begins && (goes_on || end == Some(What::Split));
    if let Some(life) = lives.get_mut(from) {
        if goes_on {
            // Who said it before is told so then, and was not taken up again.
            let stated = life.events.iter().rev().find(|event| event.what == What::Split && event.term <= then);
            let said = stated.filter(|_| ended(older) == Some(What::Split)).map_or(term, |event| event.term);
            life.note(said, What::Split, later);
            life.goes_on(said, term);
        } else {
            life.into.push((term, later));
        }
    }
    if let Some(life) = lives.get_mut(to) {
        if is_part {
            life.events.retain(|event| event.what != What::Opened);
        }
        if before.and_then(ended) == Some(What::Merged) {
            life.goes_on(then, term);
        }
        life.note(term, if is_part { What::SplitOff } else { What::TookIn }, older);
    }
}
