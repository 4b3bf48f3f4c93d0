//! Running rules: over the reports of one file, which may be done while they are at hand, and over all reports
//! together.

use super::{Check, Emit, Rule};
use crate::corpus::Corpus;
use crate::diagnostic::{BROKE, Diagnostic, Trouble};
use crate::form::Form;
use crate::report::{Places, Report, Statement};
use crate::source::Sources;
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What rules found in the reports of a file.
#[derive(Debug, Default)]
pub struct Judged {
    /// The findings, in the order of reports and rules; sort them for people.
    pub found: Vec<Diagnostic>,
    /// The reports on which a rule breaks. It does not stop the others.
    pub broken: Vec<Trouble>,
}

/// Judges every report of the corpus by every rule, in parallel over reports.
#[must_use]
pub fn run(rules: &[Rule], corpus: &Corpus, form: &Form, sources: &Sources) -> (Vec<Diagnostic>, Vec<Trouble>) {
    let judge = |report: &Report| judge(rules, std::slice::from_ref(report), form, sources);
    let judged: Vec<Judged> = corpus.reports().par_iter().map(judge).collect();
    let (mut all, mut broken) = (Vec::new(), Vec::new());
    for one in judged {
        all.extend(one.found);
        broken.extend(one.broken);
    }
    all.extend(across(rules, corpus, form, sources));
    (all, broken)
}

/// Judges reports by themselves, by every rule that needs no other report.
#[must_use]
pub fn judge(rules: &[Rule], reports: &[Report], form: &Form, sources: &Sources) -> Judged {
    let mut judged = Judged::default();
    let judge_one = |report: &Report| {
        let mut found = Vec::new();
        for rule in rules.iter().filter(|rule| applies(rule, form)) {
            let mut emit = Emit { form, sources, rule, report: Some(report), found: &mut found };
            judge_report(rule.check, report, &mut emit);
        }
        tell_places(report, &mut found, form, sources);
        found
    };
    for report in reports {
        match catch_unwind(AssertUnwindSafe(|| judge_one(report))) {
            Ok(mut found) => judged.found.append(&mut found),
            Err(_) => {
                let name = sources.name(report.source).to_owned();
                judged.broken.push(Trouble { name, why: BROKE.to_owned() });
            }
        }
    }
    judged
}

/// What the rules find that need several reports at once.
#[must_use]
pub fn across(rules: &[Rule], corpus: &Corpus, form: &Form, sources: &Sources) -> Vec<Diagnostic> {
    let steps = corpus.steps();
    let mut all = Vec::new();
    for rule in rules.iter().filter(|rule| applies(rule, form)) {
        match rule.check {
            Check::Step(check) => {
                for step in &steps {
                    let mut found = Vec::new();
                    check(step, &mut Emit { form, sources, rule, report: Some(step.later), found: &mut found });
                    tell_places(step.later, &mut found, form, sources);
                    all.append(&mut found);
                }
            }
            Check::Corpus(check) => check(corpus, &mut Emit { form, sources, rule, report: None, found: &mut all }),
            Check::Reading | Check::Report(_) | Check::Priority(_) | Check::Passage(_) | Check::Statement(_) => {}
        }
    }
    all
}

/// Whether the form has all the roles that a rule speaks of.
fn applies(rule: &Rule, form: &Form) -> bool {
    rule.roles.iter().all(|role| form.has_role(*role))
}

/// Says of each finding where in the report it is, in words.
fn tell_places(report: &Report, found: &mut [Diagnostic], form: &Form, sources: &Sources) {
    if found.is_empty() {
        return;
    }
    let places = Places::of(report);
    // What is about the report as a whole is in none of its priorities, wherever it has to point.
    for diagnostic in found.iter_mut().filter(|diagnostic| diagnostic.span != report.span) {
        diagnostic.place = places.words(diagnostic.span, form, sources);
    }
}

fn judge_report(check: Check, report: &Report, emit: &mut Emit<'_>) {
    match check {
        Check::Report(check) => check(report, emit),
        Check::Priority(check) => report.priorities.iter().for_each(|priority| check(priority, emit)),
        Check::Passage(check) => {
            for priority in &report.priorities {
                priority.passages.iter().for_each(|passage| check(passage, priority, emit));
            }
        }
        Check::Statement(check) => {
            let sections = report.priorities.iter().flat_map(|p| &p.passages).map(|p| p.statements.as_slice());
            sections.for_each(|statements| judge_statements(check, statements, emit));
        }
        Check::Reading | Check::Step(_) | Check::Corpus(_) => {}
    }
}

fn judge_statements(check: fn(&Statement, &mut Emit<'_>), statements: &[Statement], emit: &mut Emit<'_>) {
    for statement in statements {
        check(statement, emit);
        judge_statements(check, statement.children(), emit);
    }
}
