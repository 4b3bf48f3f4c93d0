//! Running rules: over the reports of one file, which may be done while they are at hand, and over all reports
//! together.

use super::line::Line;
use super::step::Step;
use super::{Check, Emit, Rule, Settings};
use crate::corpus::{Corpus, Series};
use crate::diagnostic::{BROKE, Diagnostic, TOGETHER, Trouble};
use crate::follow::Lexicon;
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
    let mut judged = Judged::default();
    let of_steps: Vec<(&Rule, StepCheck)> = rules
        .iter()
        .filter_map(|rule| match rule.check {
            Check::Step(check) => Some((*rule, check)),
            _ => None,
        })
        .collect();
    if !of_steps.is_empty() {
        let lexicon = Lexicon::with(&form.glossary);
        let series = corpus.series();
        let judge = |series: &Series<'_>| along(&of_steps, series, form, &lexicon, sources, settings);
        let each: Vec<Judged> = series.par_iter().map(judge).collect();
        judged = each.into_iter().fold(judged, Judged::and);
    }
    for rule in rules {
        if let Check::Corpus(check) = rule.check {
            judged.take(TOGETHER, |found| {
                let rows = settings.everywhere();
                check(corpus, &mut Emit { form, sources, rule, rows, report: None, found });
                for one in found.chunk_by_mut(|one, next| one.span.source == next.span.source) {
                    tell_places_among(corpus.reports(), one, form, sources);
                }
            });
        }
    }
    judged
}

type StepCheck = fn(&Step<'_, '_>, &mut Emit<'_>);

/// What the rules find in the steps of one district.
fn along(
    rules: &[(&Rule, StepCheck)],
    series: &Series<'_>,
    form: &Form,
    lexicon: &Lexicon,
    sources: &Sources,
    settings: &Settings,
) -> Judged {
    let (line, mut judged) = (Line::of(series, form, lexicon), Judged::default());
    for step in (0..series.reports.len()).filter_map(|at| Step::to(&line, at)) {
        let rows = settings.at(sources.path(step.later.source));
        for (rule, check) in rules.iter().filter(|(rule, _)| rows.level(rule).is_some()) {
            judged.take(sources.name(step.later.source), |found| {
                check(&step, &mut Emit { form, sources, rule, rows: &rows, report: Some(step.later), found });
                tell_places(step.later, found, form, sources);
            });
        }
    }
    judged
}

/// The same for findings in one file, which may hold several reports.
fn tell_places_among(reports: &[Report], found: &mut [Diagnostic], form: &Form, sources: &Sources) {
    let Some(source) = found.first().map(|first| first.span.source) else { return };
    let before = reports.partition_point(|report| report.source < source);
    let of_file = reports.iter().skip(before).take_while(|report| report.source == source);
    for report in of_file {
        let is_in = |finding: &Diagnostic| report.whole.holds(finding.span);
        for one in found.iter_mut().filter(|finding| is_in(finding)) {
            tell_places(report, std::slice::from_mut(one), form, sources);
        }
    }
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
