//! What stands under Activity or Planned is the text of the report before, word for word or nearly.
//!
//! What was done this term is not what was done last term, so a copy tells the reader nothing, and often it is one that
//! was left standing by mistake. Of Activity each statement counts; of Planned only a section that is last term's as a
//! whole, in two statements or more: a single plan that comes back is for `carried-forward`.
//!
//! Statements are copies from six words and four fifths of their words on, with the same figures and, under Activity,
//! the same dates: the meeting of 6 March is not that of 8 May. A whole section of two statements or more, and a report that
//! says nothing else than the one before, are copies however few their words. Two ids that differ tell two statements apart;
//! the same id on both tells that a plan is carried forward on purpose.
//!
//! Intended outcomes repeat by design and are not looked at, nor is a priority that is on hold or had ended already. Work
//! that both reports plan as well may be told in the same words, and so may the reason why nothing was done. Plans that
//! Activity or Impact tells of may stand again: the next meeting is planned as the last one was; and so may what is done
//! each month.
//!
//! An explanation at one of several copied statements covers that one; the others are still told of.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Activity last period
//! - Met the heads of the six partner primaries about first-day calls
//! ```
//!
//! ```markdown bad file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Activity last period
//! - Met the heads of the six partner primaries about first-day calls
//! ```
//!
//! ```markdown good file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Activity last period
//! - Held the network meeting for attendance leads at Ravelsby Primary on 6 March 2024
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
//! - Held the network meeting for attendance leads at Ravelsby Primary on 8 May 2024
//! ```
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Planned activity next period
//! - Open a breakfast start at Oxmere Juniors and two more schools
//! - Train the office staff of every school in reading the codes
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
//! - Open a breakfast start at Oxmere Juniors and two more schools
//! - Train the office staff of every school in reading the codes
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
//! - Open a breakfast start at Oxmere Juniors and two more schools {#breakfast}
//! - Train the office staff of every school in reading the codes {#codes}
//! ```
//!
//! ```markdown good file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ### Planned activity next period
//! - Open a breakfast start at Oxmere Juniors and two more schools {#breakfast}
//! - Train the office staff of every school in reading the codes {#codes}
//! ```

use crate::diagnostic::{Diagnostic, Level};
use crate::form::Role;
use crate::rule::{Check, Copied, Emit, Group, Rule, Said, Step};

pub(super) const RULE: Rule =
    Rule { name: "copied-forward", group: Group::Terms, level: Level::Query, check: Check::Step(check), ..Rule::BASE };

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let of_one = |a: &Said<'_>, b: &Said<'_>| (a.priority, a.section()) == (b.priority, b.section());
    for section in step.said().chunk_by(of_one) {
        let Some(first) = section.first() else { continue };
        match first.role {
            Role::Activity => activity(section, step, emit),
            Role::Planned => planned(section, step, emit),
            Role::Outcomes | Role::Impact | Role::Exit | Role::Other => {}
        }
    }
}

fn activity<'s, 'a>(section: &'s [Said<'a>], step: &Step<'s, 'a>, emit: &mut Emit<'_>) {
    let rests = |(said, first): &Copied<'_, '_>| step.pauses(said.priority) || step.had_ended(first.priority);
    let mut copies = step.copies(section);
    let routine = |said: &Said<'_>| said.says_none() || !step.is_all_again() && step.is_routine(said);
    copies.retain(|copy| !rests(copy) && !routine(copy.0));
    let (own, copies): (Vec<_>, Vec<_>) = copies.into_iter().partition(|(said, _)| emit.is_explained(said.statement));
    own.into_iter().for_each(|copy| tell_activity(&[copy], section.len(), step, emit));
    tell_activity(&copies, section.len(), step, emit);
}

fn tell_activity(copies: &[Copied<'_, '_>], all: usize, step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let Some((said, first)) = copies.first() else { return };
    let (activity, since, how) = (emit.called(Role::Activity), step.since, how(copies));
    let help = format!(
        "say what was done since then and what came of it this time; if the work went on in the same way, say so with its \
         dates, or explain why the words of {since} still hold"
    );
    let some = copies.len();
    let (span, message) = match some {
        1 => {
            let words = emit.quote(&said.statement.text);
            (said.statement.text.span(), format!("{words} stood under {activity} in {since} already, {how}"))
        }
        _ => {
            let counted = if some == all { counted(all) } else { format!("{some} of {all} statements") };
            (said.passage.label.span(), format!("{counted} under {activity} stood there in {since} already, {how}"))
        }
    };
    let found = emit.at(span, message).advise(help);
    match copies {
        [_] => _ = found.also(first.statement.text.span(), format!("the same in {since}")),
        several => show(several, step, found),
    }
}

fn planned<'s, 'a>(section: &'s [Said<'a>], step: &Step<'s, 'a>, emit: &mut Emit<'_>) {
    let copies = step.whole_plan_again(section);
    let (own, copies): (Vec<_>, Vec<_>) = copies.into_iter().partition(|(said, _)| emit.is_explained(said.statement));
    own.into_iter().for_each(|copy| tell_planned(&[copy], section.len(), step, emit));
    tell_planned(&copies, section.len(), step, emit);
}

fn tell_planned(copies: &[Copied<'_, '_>], all: usize, step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let Some((said, first)) = copies.first() else { return };
    let (planned, since, how) = (emit.called(Role::Planned), step.since, how(copies));
    let them = if copies.len() == 1 { "it" } else { "them" };
    let (span, message) = match copies.len() {
        1 => {
            let words = emit.quote(&said.statement.text);
            (said.statement.text.span(), format!("{words} was planned in {since} already, {how}"))
        }
        some => {
            let counted = if some == all { counted(all) } else { format!("{some} of {all} statements") };
            (said.passage.label.span(), format!("{counted} under {planned} were planned in {since} already, {how}"))
        }
    };
    let help = format!(
        "say under {} or {} what came of {them}, and plan what comes next; what is carried forward on purpose keeps one id in \
         both reports, such as {}",
        emit.called(Role::Activity),
        emit.called(Role::Impact),
        emit.giving_id("pathway"),
    );
    let found = emit.at(span, message).advise(help);
    match copies {
        [_] => _ = found.also(first.statement.text.span(), format!("the same in {since}")),
        several => show(several, step, found),
    }
}

fn show(copies: &[Copied<'_, '_>], step: &Step<'_, '_>, found: &mut Diagnostic) {
    for (said, first) in copies.iter().take(MOST) {
        found.also(said.statement.text.span(), "stood there already");
        found.also(first.statement.text.span(), format!("the same in {}", step.since));
    }
}

/// The most copies that are shown.
const MOST: usize = 6;

fn counted(all: usize) -> String {
    if all == 2 { "both statements".to_owned() } else { format!("all {all} statements") }
}

fn how(copies: &[Copied<'_, '_>]) -> &'static str {
    match copies.iter().all(|(said, first)| said.again.is_same(&first.again)) {
        true => "word for word",
        false => "in nearly the same words",
    }
}
