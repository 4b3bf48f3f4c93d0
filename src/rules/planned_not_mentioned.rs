//! Something that was planned last term is not mentioned in this report.
//!
//! The coordinator reads this report beside last term's plan and asks about each gap, so say it first: what came of it, or why
//! not. Most plans are done and told in other words; so this is no more than a question, and never says that anything was
//! not done.
//!
//! Activity, Impact and Planned of all priorities are searched for each planned statement by its words, the names in it and
//! the field's related words; what may be meant counts as mentioned. An id at both ends makes the match sure. There is one
//! note for each priority. It is silent where the priority has ended or is on hold, since its status says why; where the
//! priority is gone (see `priority-dropped`) or its link is in doubt (`link-unsure`); and where Activity and Impact say
//! nothing yet.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ### Planned activity next period
//! - Interview parents at the gates of three primaries about their mornings
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
//! - Wrote a guide to first-day calls with the network
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
//! - Interview parents at the gates of three primaries about their mornings {#interviews}
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
//! - Listened to forty families on what makes the school run hard {#interviews}
//! ```

use crate::diagnostic::Level;
use crate::form::Role;
use crate::report::Statement;
use crate::rule::{Check, Emit, Group, Rule, Step, listed};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "planned-not-mentioned",
    group: Group::Terms,
    level: Level::Note,
    roles: &[Role::Planned, Role::Activity],
    check: Check::Step(check),
    ..Rule::BASE
};

/// The most statements that are quoted.
const QUOTED: usize = 3;
/// From how many words on a plan says enough to be looked for.
const LEAST: usize = 3;

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    if !step.alone || step.later.cut_short || !step.plans().any(|priority| heir(step, priority).is_some()) {
        return;
    }
    let Some(matches) = step.matches() else { return };
    if matches.bounded {
        let message = format!(
            "there are too many statements to look for each one that was planned in {}; only ids and the same words were \
             looked for",
            step.since
        );
        let help = "give each planned statement an id, and the statement that tells of it the same one";
        emit.at(step.later.span, message).advise(help).also(step.earlier.span, "the report before");
        return;
    }
    let mut planned = vec![0; step.earlier.priorities.len()];
    for (_, priority, _) in matches.planned() {
        planned.get_mut(priority).into_iter().for_each(|count| *count += 1);
    }
    let unanswered: Vec<_> = step.unanswered().filter(|(plan, _)| says_enough(plan)).collect();
    for of_one in unanswered.chunk_by(|a, b| a.1 == b.1) {
        let Some((_, at)) = of_one.first().copied() else { continue };
        if let Some(span) = heir(step, at) {
            let of_one: Vec<&Statement> = of_one.iter().map(|(plan, _)| *plan).collect();
            tell(&of_one, planned.get(at).copied().unwrap_or(0), span, step, emit);
        }
    }
}

/// Where to point for a priority of the earlier report: the one that it went into, if that goes on and says anything.
fn heir(step: &Step<'_, '_>, earlier: usize) -> Option<Span> {
    let heirs: Vec<_> = step.heirs(earlier).collect();
    let first = heirs.first()?;
    let all = heirs.iter().all(|heir| heir.sure && step.goes_on(heir.at));
    (all && heirs.iter().any(|heir| step.tells(heir.at))).then_some(first.priority.span)
}

fn says_enough(plan: &Statement) -> bool {
    let words = plan.text.words().split_whitespace().count();
    words >= LEAST || !plan.children().is_empty()
}

fn tell(some: &[&Statement], all: usize, span: Span, step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let since = step.since;
    let mut quotes: Vec<String> = some.iter().take(QUOTED).map(|one| emit.quote(&one.text)).collect();
    match some.len().saturating_sub(quotes.len()) {
        0 => {}
        1 => quotes.push("one other".to_owned()),
        more => quotes.push(format!("{more} others")),
    }
    let message = match some.len() {
        1 => format!("no matching activity found for {}, planned in {since}", listed(&quotes, "and")),
        n if n == all => format!(
            "no matching activity found for {} statements planned in {since}: {}",
            if all == 2 { "either of the two".to_owned() } else { format!("any of the {all}") },
            listed(&quotes, "and")
        ),
        n => format!(
            "no matching activity found for {n} of {all} statements planned in {since}: {}",
            listed(&quotes, "and")
        ),
    };
    let id = some.iter().find_map(|one| one.id()).map(|id| emit.sources.beginning(id, 60));
    let id = id.as_deref().map_or_else(|| emit.giving_id("network"), |id| emit.giving_id(id));
    let which = if some.len() == 1 { "it" } else { "each" };
    let help = format!(
        "report {which} under {} or {}, plan it again, or say why not; an id at both ends, such as {id}, makes the match sure",
        emit.called(Role::Activity),
        emit.called(Role::Impact),
    );
    let found = emit.at(span, message).advise(help);
    for one in some.iter().take(MOST) {
        found.also(one.text.span(), format!("planned in {since}"));
    }
}

/// The most places that are shown.
const MOST: usize = 8;
