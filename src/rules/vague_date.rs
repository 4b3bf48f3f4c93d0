//! A day lacks its month, a plan's month lacks the year that it needs, or a date is none.
//!
//! The report is read long after the week it was written in: by the coordinator in July, by a committee next year.
//! “On the 24th” then means nothing. Write the date out once, and nobody needs to ask: “on 24 May 2024”. A plan that
//! is due “soon” is never late; that is a note only.
//!
//! A month needs no year where it can be read in one way only: in the plan of a spring term “by the end of June” is the
//! June to come, in that of an autumn “in December” is this December. It needs one across the turn of the year, as in
//! “by the end of February” in a plan of the autumn: whoever reads that in the next year has to work out which
//! February. And it needs one where the month had passed: “by the end of September” in a plan written in November is
//! the next September, or was left over from the plan before.
//!
//! The date on which the report was submitted is a day of the calendar, in any usual spelling.
//!
//! ```markdown bad
//! ### Activity last period
//! - Met the heads of the six partner primaries on the 24th
//! ```
//!
//! ```markdown bad
//! ### Planned activity next period
//! - Open a second family room in due course
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Visited all six partner primaries between the 24th and the 28th
//! ```
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Autumn 2 2024/25
//! ---
//!
//! ### Planned activity next period
//! - By the end of February the profile will be in use in all six schools
//! ```
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Autumn 2 2024/25
//! ---
//!
//! ### Planned activity next period
//! - By the end of September the profile will be in use in all six schools
//! ```
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! submitted: 31/02/2024
//! ---
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Held the 1st meeting on 24 May 2024, by which time the 3rd cohort was in its 2nd year
//! - Rose from the 4th quartile to the 1st and came 3rd in the county quiz
//! - Opened the room on the 1st and 4th floor on the 3rd and 17th of May
//! - Met on 3 June and again on the 24th, and now meet on the 2nd Tuesday of each month
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Opened the family room in November and reviewed the autumn term's figures; the guide comes out each January
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Autumn 2 2024/25
//! submitted: 13 December 2024
//! ---
//!
//! ### Planned activity next period
//! - Agree the profile with the heads by the end of December
//! - By the end of February 2025 the profile will be in use in all six schools
//! ```
//!
//! ```markdown good
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 1 2024/25
//! ---
//!
//! ### Planned activity next period
//! - Agree the profile with the heads by the end of February
//! - By the end of September the profile will be in use in all six schools
//! ```
//!
//! ```markdown good
//! ### Planned activity next period
//! - Ring home as soon as a pupil misses a second day, and soon after the break bring the lists to the heads
//! ```

use crate::diagnostic::Level;
use crate::form::{Field, Role};
use crate::report::{Passage, Report, Statement, field_name};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::term::{Season, Term, month_name};
use crate::wording::{Dated, Loose, dated, loose_day};

pub(super) const RULE: Rule =
    Rule { name: "vague-date", group: Group::Content, level: Level::Query, check: Check::Report(check), ..Rule::BASE };

fn check(report: &Report, emit: &mut Emit<'_>) {
    submitted(report, emit);
    let passages = report.priorities.iter().flat_map(|priority| &priority.passages);
    passages.for_each(|passage| within(passage, emit));
}

/// The day of submission; one that is still to be filled in is a placeholder.
fn submitted(report: &Report, emit: &mut Emit<'_>) {
    let Some(stated) = &report.submitted else { return };
    let words = stated.text.words();
    let fault = match dated(words) {
        Dated::Day => return,
        Dated::NoSuchDay => "and there is no such day",
        Dated::No => "which is no date",
    };
    let is_open = words.len() <= 4 || !words.contains(|c: char| c.is_lowercase() || c.is_ascii_digit());
    if !is_open {
        let name = field_name(emit.form, Field::Submitted);
        let message = format!("{name} says {}, {fault}", emit.quote(&stated.text));
        emit.at(stated.text.span(), message).advise("write year, month and day, such as 2024-12-13");
    }
}

fn within(passage: &Passage, emit: &mut Emit<'_>) {
    let role = emit.form.section(passage.section).map(|section| section.role);
    judge(&passage.statements, role, emit);
}

fn judge(statements: &[Statement], role: Option<Role>, emit: &mut Emit<'_>) {
    for statement in statements {
        let text = &statement.text;
        let ahead = matches!(role, Some(Role::Planned | Role::Exit));
        // Only a plan is surely of the months that come next.
        let term = || emit.report().filter(|_| role == Some(Role::Planned))?.term();
        match loose_day(text.words(), ahead, term) {
            Some(Loose::Day(range)) => {
                let day = emit.quote(&text.slice(range.clone()));
                let of = if day.contains(" the ") { "of " } else { "" };
                // What is still to come lies in another month than the report's, and nobody can tell which.
                let term = emit.report().filter(|_| !ahead).and_then(|report| report.term());
                let example = term.and_then(|term| own_month(&term));
                let help = example.map_or("add the month and the year".to_owned(), |(month, year)| {
                    format!("add the month and the year, such as {}", more(&day, &format!("{of}{month} {year}")))
                });
                let several = day.contains(" and ") || day.contains(" to ");
                let lacks = if several { "names days without their month" } else { "names a day without its month" };
                emit.at(text.span_of(range), format!("{day} {lacks}")).advise(help);
            }
            Some(Loose::Month { at, year, passed }) => {
                let month = emit.quote(&text.slice(at.clone()));
                let dated = more(&month, &year.to_string());
                let term = emit.report().filter(|_| passed).and_then(|report| report.term());
                let (message, help) = match term {
                    Some(term) => (
                        format!("{month} names a month that had passed by {term}, and no year"),
                        format!("write {dated} if the next is meant; else name the month that is"),
                    ),
                    None => (
                        format!("{month} names a month without its year, and seems to be next year"),
                        format!("add the year: {dated}"),
                    ),
                };
                emit.at(text.span_of(at), message).advise(help);
            }
            Some(Loose::Vague(range)) => {
                let message =
                    format!("{} says no day by which it can be asked after", emit.quote(&text.slice(range.clone())));
                let found = emit.at(text.span_of(range), message);
                found.advise("name the month and the year, or the half-term: “by the end of June 2024”").level =
                    Level::Note;
            }
            None => {}
        }
        judge(statement.children(), role, emit);
    }
}

/// The month and year of a report that is for one month: of a longer term nobody can tell which month is meant.
fn own_month(term: &Term) -> Option<(&'static str, u16)> {
    let month = term.month?;
    month_name(month).map(|name| (name, term.year.0 + u16::from(term.season != Season::Autumn)))
}

/// The officer's words in quotation marks with what they lack.
fn more(words: &str, more: &str) -> String {
    quoted(&format!("{} {more}", words.trim_matches(['\u{201c}', '\u{201d}'])))
}
