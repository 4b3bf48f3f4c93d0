//! The engine: it walks the reports, a rule judges one unit at a time, returns nothing and cannot fail.

use crate::corpus::{Corpus, Step};
use crate::diagnostic::{BROKE, Diagnostic, Level, Trouble};
use crate::form::{Form, Role};
use crate::report::{Passage, Places, Priority, Report, Statement};
use crate::source::Sources;
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

mod emit;
mod settings;
pub use emit::{Emit, listed, quoted};
pub use settings::{Override, Rows, Setting, Settings, Standard, Value};

/// Which family a rule belongs to, as the table of rules shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// What could not be read as it stands.
    Reading,
    /// District, officers, term, and the fields of priorities.
    Header,
    /// Priorities and their sections.
    Form,
    /// What the sections say.
    Content,
    /// Several reports together.
    Repository,
    /// The explanations that reports keep.
    Explaining,
    /// termwise.yaml itself.
    Settings,
}

impl Group {
    /// Its word in the table of rules.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Reading => "reading",
            Group::Header => "header",
            Group::Form => "form",
            Group::Content => "content",
            Group::Repository => "repository",
            Group::Explaining => "explaining",
            Group::Settings => "settings",
        }
    }
}

/// What a rule judges.
#[derive(Clone, Copy)]
pub enum Check {
    /// Nothing here: it is found on the way, by the readers (what cannot be read never becomes a report) or
    /// where explanations are matched with findings.
    Elsewhere,
    /// One report.
    Report(fn(&Report, &mut Emit<'_>)),
    /// One priority of a report.
    Priority(fn(&Priority, &mut Emit<'_>)),
    /// One section of a priority.
    Passage(fn(&Passage, &Priority, &mut Emit<'_>)),
    /// One statement, nested ones too.
    Statement(fn(&Statement, &mut Emit<'_>)),
    /// A report and the nearest earlier one of its district.
    Step(fn(&Step<'_>, &mut Emit<'_>)),
    /// All reports together.
    Corpus(fn(&Corpus, &mut Emit<'_>)),
}

/// One rule: its name, what it judges, and its page.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Kebab-case, permanent.
    pub name: &'static str,
    /// Its family.
    pub group: Group,
    /// How much its findings matter unless the authority says otherwise.
    pub level: Level,
    /// Whether it is on unless the authority says otherwise.
    pub on: bool,
    /// Roles the form must have for the rule to say anything.
    pub roles: &'static [Role],
    /// What the authority can set in it besides its level.
    pub settings: &'static [Setting],
    /// What it judges.
    pub check: Check,
    /// Whether it offers to mend what it finds, where that is safe.
    pub fixes: bool,
    /// The source of its file; its `//!` head is its page.
    pub page: &'static str,
}

impl Rule {
    /// What most rules have in common; each states the rest.
    pub const BASE: Rule = Rule {
        name: "",
        group: Group::Form,
        level: Level::Note,
        on: true,
        roles: &[],
        settings: &[],
        check: Check::Elsewhere,
        fixes: false,
        page: "",
    };

    /// The rule's page: Markdown, the first line its first sentence.
    #[must_use]
    pub fn documentation(&self) -> String {
        let head = self.page.lines().take_while(|line| line.starts_with("//!"));
        let lines: Vec<&str> = head.map(|line| line.trim_start_matches("//!")).collect();
        lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// The first sentence of its page, without the full stop.
    #[must_use]
    pub fn summary(&self) -> String {
        let page = self.documentation();
        let first = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        first.trim_end_matches('.').to_owned()
    }
}

/// Judges every report of the corpus by every rule that is on, in parallel over reports. The findings come in
/// the order of reports and rules, at the rules' own levels ([`Settings::apply`] sets the authority's); sort them
/// for people. A report on which a rule breaks is a trouble, and does not stop the others.
#[must_use]
pub fn run(
    rules: &[Rule],
    corpus: &Corpus,
    form: &Form,
    sources: &Sources,
    settings: &Settings,
) -> (Vec<Diagnostic>, Vec<Trouble>) {
    let plays = |rule: &&Rule| rule.roles.iter().all(|role| form.has_role(*role)) && settings.may_be_on(rule);
    let rules: Vec<&Rule> = rules.iter().filter(plays).collect();
    let steps = corpus.steps();
    let judge_one = |report: &Report| {
        let (mut found, rows) = (Vec::new(), settings.at(sources.path(report.source)));
        for rule in &rules {
            let mut emit = Emit { form, sources, rule, rows: &rows, report: Some(report), found: &mut found };
            judge_report(rule.check, report, &mut emit);
        }
        tell_places(report, &mut found, form, sources);
        found
    };
    let judge = |report: &Report| {
        catch_unwind(AssertUnwindSafe(|| judge_one(report)))
            .map_err(|_| Trouble { name: sources.name(report.source).to_owned(), why: BROKE.to_owned() })
    };
    let judged: Vec<Result<Vec<Diagnostic>, Trouble>> = corpus.reports().par_iter().map(judge).collect();
    let (mut all, mut broken) = (Vec::new(), Vec::new());
    for one in judged {
        match one {
            Ok(mut found) => all.append(&mut found),
            Err(trouble) => broken.push(trouble),
        }
    }
    for rule in &rules {
        match rule.check {
            Check::Step(check) => {
                for step in &steps {
                    let (mut found, rows) = (Vec::new(), settings.at(sources.path(step.later.source)));
                    let report = Some(step.later);
                    check(step, &mut Emit { form, sources, rule, rows: &rows, report, found: &mut found });
                    tell_places(step.later, &mut found, form, sources);
                    all.append(&mut found);
                }
            }
            Check::Corpus(check) => {
                let rows = settings.everywhere();
                check(corpus, &mut Emit { form, sources, rule, rows, report: None, found: &mut all });
            }
            Check::Elsewhere | Check::Report(_) | Check::Priority(_) | Check::Passage(_) | Check::Statement(_) => {}
        }
    }
    (all, broken)
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
