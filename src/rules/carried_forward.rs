//! The same plan comes back from term to term.
//!
//! A plan may well take longer than a term, but a reader wants to know what holds it up, and whether anybody still means
//! to do it. The first time is worth a note; from the third time on it is a query, so that somebody decides: do it, change
//! it, or let it go.
//!
//! A plan is the same where both terms give it one id, or where the words are the same, or nearly (six words or more, four
//! fifths of them, the same figures; its date may have moved). A plan of which Activity or Impact tells this term is none
//! that waits, nor is one for each week or month; a priority that is on hold or has ended is left alone. A section that is
//! last term's as a whole is for `copied-forward`.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Planned activity next period
//! - Open a breakfast start at Oxmere Juniors and two more schools by 10 May 2024
//! ```
//!
//! ```markdown bad file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Planned activity next period
//! - Open a breakfast start at Oxmere Juniors and two more schools by 28 June 2024
//! ```
//!
//! ```markdown good file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Planned activity next period
//! - Hold the summer meeting of the attendance network with leads of all schools
//! ```
//!
//! ```markdown good file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Activity last period
//! - Held the summer meeting of the attendance network with leads of all schools on 8 May 2024
//! ### Planned activity next period
//! - Hold the autumn meeting of the attendance network with leads of all schools
//! ```

use crate::diagnostic::{Diagnostic, Level};
use crate::form::Role;
use crate::rule::{Check, Emit, Group, Rule, Said, Setting, Standard, Step, listed};
use crate::term::Term;

pub(super) const RULE: Rule = Rule {
    name: "carried-forward",
    group: Group::Terms,
    level: Level::Note,
    roles: &[Role::Planned],
    settings: &[Setting {
        name: "query-from",
        standard: Standard::Number(3),
        about: "From which time on it is a query that the same plan is carried forward.",
    }],
    check: Check::Step(check),
    ..Rule::BASE
};

/// A plan, and where it stood before, the nearest first.
struct Carried<'s, 'a> {
    plan: &'s Said<'a>,
    before: Vec<(Term, &'s Said<'a>)>,
}

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let query_from = emit.number("query-from") as usize;
    let plans = step.said().chunk_by(|a, b| (a.priority, a.role) == (b.priority, b.role));
    for plans in plans.filter(|plans| plans.first().is_some_and(|plan| plan.role == Role::Planned)) {
        // A plan that stands again as a whole is told by `copied-forward`.
        if !step.whole_plan_again(plans).is_empty() {
            continue;
        }
        let open = plans.iter().filter(|plan| step.goes_on(plan.priority));
        let carried = open.map(|plan| Carried { plan, before: step.chain(plan) });
        let carried = carried.filter(|one| !one.before.is_empty() && one.plan.waits() && !step.tells_of(one.plan));
        let (long, short): (Vec<_>, Vec<_>) = carried.partition(|one| one.before.len() >= query_from);
        long.iter().for_each(|one| tell_long(one, emit));
        let (own, short): (Vec<_>, Vec<_>) = short.into_iter().partition(|one| emit.is_explained(one.plan.statement));
        own.iter().for_each(|one| tell_one(one, emit));
        match short.as_slice() {
            [] => {}
            [only] => tell_one(only, emit),
            several => tell_several(several, step.since, emit),
        }
    }
}

const ADVICE: &str =
    "say what holds it up and by when it will be done; if it is no longer wanted, say so and leave it out";

fn tell_one(one: &Carried<'_, '_>, emit: &mut Emit<'_>) {
    let message = said(one, emit);
    show(one, emit.at(one.plan.statement.text.span(), message).advise(ADVICE));
}

fn tell_long(one: &Carried<'_, '_>, emit: &mut Emit<'_>) {
    let message = said(one, emit);
    let help = "settle what becomes of it: say what holds it up and who clears that away by when, plan it in smaller steps, or \
                say that it is given up";
    let found = emit.at(one.plan.statement.text.span(), message).advise(help);
    found.level = found.level.max(Level::Query);
    show(one, found);
}

fn said(one: &Carried<'_, '_>, emit: &Emit<'_>) -> String {
    let terms: Vec<String> = one.before.iter().rev().map(|(term, _)| term.to_string()).collect();
    let since = match terms.as_slice() {
        [first, .., last] if terms.len() > 4 => format!("it has been planned in every report from {first} to {last}"),
        terms => format!("it was planned in {}", listed(terms, "and")),
    };
    let words = emit.quote(&one.plan.statement.text);
    format!("{words} is carried forward for the {} time: {since}", time(one.before.len()))
}

/// One note for several plans of a section.
fn tell_several(several: &[Carried<'_, '_>], since: Term, emit: &mut Emit<'_>) {
    let Some(first) = several.first() else { return };
    let mut quotes: Vec<String> = several.iter().take(QUOTED).map(|one| emit.quote(&one.plan.statement.text)).collect();
    match several.len().saturating_sub(QUOTED) {
        0 => {}
        1 => quotes.push("one other".to_owned()),
        more => quotes.push(format!("{more} others")),
    }
    let message = format!("{} plans are carried forward from {since}: {}", several.len(), listed(&quotes, "and"));
    let help =
        "say of each what holds it up and by when it will be done; if it is no longer wanted, say so and leave it out";
    let found = emit.at(first.plan.statement.text.span(), message).advise(help);
    for (at, one) in several.iter().take(MOST).enumerate() {
        if at > 0 {
            found.also(one.plan.statement.text.span(), "this one too");
        }
        show(one, found);
    }
}

fn show(one: &Carried<'_, '_>, found: &mut Diagnostic) {
    for (term, said) in one.before.iter().take(MOST).rev() {
        found.also(said.statement.text.span(), format!("planned in {term}"));
    }
}

/// The most places of one kind that are shown, and the most plans that are quoted.
const MOST: usize = 6;
const QUOTED: usize = 3;

/// "first", "second", "12th".
fn time(count: usize) -> String {
    let ending = match (count, count % 10, count % 100) {
        (1, ..) => return "first".to_owned(),
        (2, ..) => return "second".to_owned(),
        (3, ..) => return "third".to_owned(),
        (4, ..) => return "fourth".to_owned(),
        (_, _, 11..=13) => "th",
        (_, 1, _) => "st",
        (_, 2, _) => "nd",
        (_, 3, _) => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}
