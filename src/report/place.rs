//! The place of a span in words: "Increasing attendance, Activity, 3rd bullet".
//!
//! A report may hold thousands of findings and thousands of statements, so where each part begins is
//! looked up in order, never searched for from the top.

use super::{Passage, Priority, Report, Statement};
use crate::form::Form;
use crate::source::{Sources, Span};

/// The most bytes of a title that a place repeats.
const LONGEST: usize = 160;

/// Where the parts of a report stand, for telling the place of many spans.
#[derive(Debug)]
pub struct Places<'a> {
    priorities: Vec<Part<'a>>,
    /// Labels that the form does not know, where a section would stand.
    unknown: Vec<Span>,
}

/// A priority, and its passages by the beginning of their labels.
#[derive(Debug)]
struct Part<'a> {
    priority: &'a Priority,
    /// How far this priority or one before it reaches.
    furthest: u32,
    passages: Vec<&'a Passage>,
    /// The number of each statement among those like it, for every passage.
    numbers: Vec<Vec<(&'a Statement, usize)>>,
}

impl<'a> Places<'a> {
    /// The places of a report.
    #[must_use]
    pub fn of(report: &'a Report) -> Places<'a> {
        let mut sorted: Vec<&Priority> = report.priorities.iter().collect();
        sorted.sort_by_key(|priority| priority.whole.start);
        let mut furthest = 0;
        let part = |priority: &'a Priority| {
            furthest = furthest.max(priority.whole.end);
            let mut passages: Vec<&Passage> = priority.passages.iter().collect();
            passages.sort_by_key(|passage| passage.label.span().start);
            let numbers = passages.iter().map(|passage| numbered(&passage.statements)).collect();
            Part { priority, furthest, passages, numbers }
        };
        let unknown = report.unknown.iter().filter(|label| label.section).map(|label| label.whole).collect();
        Places { priorities: sorted.into_iter().map(part).collect(), unknown }
    }

    /// The place of `span` in words; empty where the report has no name for it: in its header, or for the
    /// report as a whole, which a span without words points at.
    #[must_use]
    pub fn words(&self, span: Span, form: &Form, sources: &Sources) -> String {
        if span.start == span.end {
            return String::new();
        }
        let seen = self.priorities.partition_point(|part| part.priority.whole.start <= span.start);
        let before = self.priorities.iter().take(seen).rev().take_while(|part| part.furthest >= span.end);
        let Some(part) = before.into_iter().find(|part| part.priority.whole.holds(span)) else {
            return String::new();
        };
        let title = part.priority.title.as_ref().map(|title| sources.beginning(title, LONGEST));
        let mut words = vec![title.unwrap_or_else(|| "a priority without a title".to_owned())];
        let near = self.unknown.partition_point(|label| label.start <= span.start);
        if near.checked_sub(1).and_then(|at| self.unknown.get(at)).is_some_and(|label| label.holds(span)) {
            return words.join(", ");
        }
        let at = part.passages.partition_point(|passage| passage.label.span().start <= span.start);
        if let Some((passage, numbers)) =
            at.checked_sub(1).and_then(|at| part.passages.get(at).zip(part.numbers.get(at)))
        {
            // In a table with a column for each section, what stands in one lies behind the labels of all.
            let in_other = || part.passages.iter().zip(&part.numbers).find(|(_, numbers)| nth(numbers, span).is_some());
            let is_here = passage.label.span().holds(span) || nth(numbers, span).is_some();
            let (passage, numbers) =
                (!is_here).then(in_other).flatten().map_or((passage, numbers), |(passage, numbers)| (passage, numbers));
            words.extend(form.section(passage.section).map(|section| section.name.clone()));
            words.extend(nth(numbers, span));
        }
        words.join(", ")
    }
}

/// Statements by where they begin, each with its number among the bullets or the paragraphs.
fn numbered(statements: &[Statement]) -> Vec<(&Statement, usize)> {
    let (mut bullets, mut paragraphs) = (0, 0);
    let mut numbered: Vec<(&Statement, usize)> = Vec::with_capacity(statements.len());
    for statement in statements {
        let count = if statement.bullet { &mut bullets } else { &mut paragraphs };
        *count += 1;
        numbered.push((statement, *count));
    }
    numbered.sort_by_key(|(statement, _)| statement.span.start);
    numbered
}

fn nth(numbers: &[(&Statement, usize)], span: Span) -> Option<String> {
    let at = numbers.partition_point(|(statement, _)| statement.span.start <= span.start);
    let (statement, number) = numbers.get(at.checked_sub(1)?).filter(|(s, _)| s.span.holds(span))?;
    Some(format!("{} {}", ordinal(*number), if statement.bullet { "bullet" } else { "paragraph" }))
}

/// "1st", "2nd", "3rd", "4th", "11th".
#[must_use]
pub fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
