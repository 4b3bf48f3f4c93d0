//! A priority looks like one of the report before, but another may be meant.
//!
//! Two priorities of the same title, two that share their outcomes, or two ids that differ: then it cannot be told what
//! goes on from what, and what was planned is looked for in the wrong place. One line settles it for good. Of a priority
//! that was split every part needs that line: with it at one alone, the others look new.
//!
//! An id that stays from term to term makes every link sure.
//!
//! ```markdown bad file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! Id: attendance
//! ```
//!
//! ```markdown bad file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ## Priority: Being in school
//! Id: in-school
//! ```
//!
//! ```markdown good file=spring-2.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! ## Priority: Increasing attendance
//! Id: attendance
//! ```
//!
//! ```markdown good file=summer-1.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 2023/24
//! ---
//!
//! ## Priority: Being in school
//! Id: in-school
//! Continues: attendance
//! ```

use crate::diagnostic::Level;
use crate::report::Priority;
use crate::rule::{Check, Emit, Group, Heir, Rule, Step, listed};

pub(super) const RULE: Rule =
    Rule { name: "link-unsure", group: Group::Terms, level: Level::Query, check: Check::Step(check), ..Rule::BASE };

fn check(step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    for (at, earlier) in step.earlier.priorities.iter().enumerate() {
        let pieces = step.pieces(at);
        pieces.iter().filter(|piece| !piece.sure).for_each(|piece| split(piece, &pieces, earlier, step, emit));
    }
    for guess in step.guesses().filter(|guess| !guess.sure && !guess.split) {
        let (Some(title), Some(old)) = (&guess.later.title, &guess.earlier.title) else { continue };
        let (later, earlier, since) = (emit.quote(title), emit.quote(old), step.since);
        let (mine, theirs) = (guess.later.id(), guess.earlier.id());
        let message = match (mine, theirs) {
            (Some(mine), Some(theirs)) => format!(
                "{later} looks like {earlier} of {since} continued, but the id is {} now and was {} then",
                emit.quote(&mine.text),
                emit.quote(&theirs.text)
            ),
            _ if guess.retitled => {
                format!("{later} looks like {earlier} of {since} continued, but another priority fits as well")
            }
            _ => format!(
                "{later} is a title that stands more than once, so it cannot be told which goes on from {since}"
            ),
        };
        let help = format!(
            "if it continues {earlier}, add {}; if it is a new priority, explain that",
            emit.tying(guess.earlier)
        );
        emit.at(title.span(), message).advise(help).also(old.span(), format!("the one of {since}"));
    }
}

/// One of several priorities that each hold a part of an earlier one.
fn split(piece: &Heir<'_>, pieces: &[Heir<'_>], earlier: &Priority, step: &Step<'_, '_>, emit: &mut Emit<'_>) {
    let (Some(title), Some(old)) = (&piece.priority.title, &earlier.title) else { return };
    let (whole, since) = (emit.quote(old), step.since);
    let others: Vec<&Heir<'_>> = pieces.iter().filter(|other| other.at != piece.at).collect();
    let so_do = if others.len() == 1 { "so does" } else { "so do" };
    let message = format!(
        "{} looks like a part of {whole} of {since}, and {so_do} {}",
        emit.quote(title),
        listed(&named(&others, emit), "and")
    );
    let help = format!(
        "if it was split into {}, give each of them {}; if this is a new priority, explain that",
        listed(&named(&pieces.iter().collect::<Vec<_>>(), emit), "and"),
        emit.tying(earlier)
    );
    emit.at(title.span(), message).advise(help).also(old.span(), format!("the one of {since}"));
}

/// Titles, those beyond the first few as a number.
fn named(pieces: &[&Heir<'_>], emit: &Emit<'_>) -> Vec<String> {
    let shown = if pieces.len() > SHOWN + 1 { SHOWN } else { pieces.len() };
    let mut named: Vec<String> = pieces.iter().take(shown).map(|piece| emit.priority(piece.priority)).collect();
    named.extend((pieces.len() > shown).then(|| format!("{} others", pieces.len() - shown)));
    named
}

/// The most titles that are named.
const SHOWN: usize = 4;
