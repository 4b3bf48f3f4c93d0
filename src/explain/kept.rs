//! Where the explanations of a report stand, and what each covers.

use crate::report::{Explanation, Passage, Report, Statement};
use crate::source::Span;

/// An explanation and what it stands at.
pub(super) struct Kept<'a> {
    pub explanation: &'a Explanation,
    pub covers: Span,
}

/// Every explanation of a report with what it stands at, the innermost first.
pub(super) fn kept(report: &Report) -> Vec<Kept<'_>> {
    let mut all = Vec::new();
    for priority in &report.priorities {
        for passage in &priority.passages {
            match passage.statements.as_slice() {
                // What is said of a section of one statement is said of that statement.
                [only] => {
                    statements(only.children(), &mut all);
                    add(only.explanations(), reach(passage), &mut all);
                }
                several => statements(several, &mut all),
            }
            add(passage.explanations(), reach(passage), &mut all);
        }
        add(priority.explanations(), priority.whole, &mut all);
    }
    statements(&report.unplaced, &mut all);
    add(&report.explanations, report.whole, &mut all);
    all
}

fn add<'a>(list: &'a [Explanation], covers: Span, all: &mut Vec<Kept<'a>>) {
    all.extend(list.iter().map(|explanation| Kept { explanation, covers }));
}

fn statements<'a>(list: &'a [Statement], all: &mut Vec<Kept<'a>>) {
    for statement in list {
        statements(statement.children(), all);
        add(statement.explanations(), statement.span, all);
    }
}

/// A section from its label to the last of what stands in it.
fn reach(passage: &Passage) -> Span {
    let parts = passage.statements.iter().map(|statement| statement.span);
    parts.chain(passage.prompts().iter().map(|prompt| prompt.span())).fold(passage.label.span(), Span::to)
}
