//! Running rules: over the reports of one file, which may be done while they are at hand, and over all reports
//! together.

use super::{Check, Emit, Rule, Settings};
use crate::corpus::Corpus;
use crate::diagnostic::{BROKE, Diagnostic, TOGETHER, Trouble};
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

/// The rules that have something to judge: the form has the roles they speak of, and they are on for some file.
#[must_use]
pub fn playing<'a>(rules: &'a [Rule], form: &Form, settings: &Settings) -> Vec<&'a Rule> {
    let plays = |rule: &&Rule| rule.roles.iter().all(|role| form.has_role(*role)) && settings.may_be_on(rule);
    rules.iter().filter(plays).collect()
}

/// Judges every report of the corpus by every rule, in parallel over reports. The findings come in the order of
/// reports and rules, at the rules' own levels ([`Settings::apply`] sets the authority's).
#[must_use]
pub fn run(rules: &[&Rule], corpus: &Corpus, form: &Form, sources: &Sources, settings: &Settings) -> Judged {
    let judge = |report: &Report| judge(rules, std::slice::from_ref(report), form, sources, settings);
    let each: Vec<Judged> = corpus.reports().par_iter().map(judge).collect();
    let judged = each.into_iter().fold(Judged::default(), Judged::and);
    judged.and(across(rules, corpus, form, sources, settings))
}

impl Judged {
    /// Both, one after the other.
    #[must_use]
    pub fn and(mut self, other: Judged) -> Judged {
        self.found.extend(other.found);
        self.broken.extend(other.broken);
        self
    }

    /// Takes what `check` finds; where it breaks, that it does, under this name and once.
    fn take(&mut self, name: &str, check: impl FnOnce(&mut Vec<Diagnostic>)) {
        let mut found = Vec::new();
        match catch_unwind(AssertUnwindSafe(|| check(&mut found))) {
            Ok(()) => self.found.append(&mut found),
            Err(_) if self.broken.iter().any(|trouble| trouble.name == name) => {}
            Err(_) => self.broken.push(Trouble { name: name.to_owned(), why: BROKE.to_owned() }),
        }
    }
}

/// Judges reports by themselves, by every rule that needs no other report.
#[must_use]
pub fn judge(rules: &[&Rule], reports: &[Report], form: &Form, sources: &Sources, settings: &Settings) -> Judged {
    let mut judged = Judged::default();
    let judge_one = |report: &Report| {
        let (mut found, rows) = (Vec::new(), settings.at(sources.path(report.source)));
        for rule in rules {
            let mut emit = Emit { form, sources, rule, rows: &rows, report: Some(report), found: &mut found };
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

/// What the rules find that need several reports at once. One that breaks finds nothing in what it breaks on.
#[must_use]
pub fn across(rules: &[&Rule], corpus: &Corpus, form: &Form, sources: &Sources, settings: &Settings) -> Judged {
    let steps = corpus.steps();
    let mut judged = Judged::default();
    for rule in rules {
        match rule.check {
            Check::Step(check) => {
                for step in &steps {
                    judged.take(sources.name(step.later.source), |found| {
                        let rows = settings.at(sources.path(step.later.source));
                        check(step, &mut Emit { form, sources, rule, rows: &rows, report: Some(step.later), found });
                        tell_places(step.later, found, form, sources);
                    });
                }
            }
            Check::Corpus(check) => judged.take(TOGETHER, |found| {
                let rows = settings.everywhere();
                check(corpus, &mut Emit { form, sources, rule, rows, report: None, found });
            }),
            Check::Elsewhere | Check::Report(_) | Check::Priority(_) | Check::Passage(_) | Check::Statement(_) => {}
        }
    }
    judged
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
        Check::Elsewhere | Check::Step(_) | Check::Corpus(_) => {}
    }
}

fn judge_statements(check: fn(&Statement, &mut Emit<'_>), statements: &[Statement], emit: &mut Emit<'_>) {
    for statement in statements {
        check(statement, emit);
        judge_statements(check, statement.children(), emit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align;
    use crate::diagnostic::Level;

    const FINDS: Rule = Rule { name: "finds", level: Level::Note, ..Rule::BASE };

    #[test]
    fn a_rule_that_breaks_on_several_reports_does_not_stop_the_others() {
        let (earlier, later, sources) = align::draft::pair(&[], &[]);
        let corpus = Corpus::new(vec![earlier, later]);
        let rules = [
            Rule { check: Check::Step(|_, _| panic!("a step")), ..Rule::BASE },
            Rule { check: Check::Corpus(|_, _| panic!("together")), ..Rule::BASE },
            Rule { check: Check::Step(|_, _| panic!("another step")), ..Rule::BASE },
            Rule { check: Check::Step(|step, emit| _ = emit.at(step.later.span, "a step")), ..FINDS },
            Rule { check: Check::Corpus(|all, emit| _ = emit.at(all.reports()[0].span, "together")), ..FINDS },
        ];
        let rules: Vec<&Rule> = rules.iter().collect();
        let judged = run(&rules, &corpus, &Form::built_in(), &sources, &Settings::default());
        let found: Vec<&str> = judged.found.iter().map(|found| found.message.as_str()).collect();
        let broken: Vec<(&str, &str)> = judged.broken.iter().map(|t| (t.name.as_str(), t.why.as_str())).collect();
        assert_eq!(found, ["a step", "together"]);
        assert_eq!(broken, [("1.md", BROKE), (TOGETHER, BROKE)]);
    }
}
