//! What `lint` says it has checked, so that a clean report is not met with silence, and how a query is explained.

use super::around::View;
use super::choose::Choice;
use crate::corpus::Step;
use crate::diagnostic::{Diagnostic, Level};
use crate::form::Form;
use crate::load::Loaded;
use crate::outline::Language;
use crate::report::{Priority, Report};
use crate::rule::{Check, Group, Rule, Settings, listed, quoted};
use crate::rules;
use crate::source::{SourceId, Sources};
use crate::term::Term;
use std::collections::HashSet;

/// The most priorities of one report that are listed.
const MOST: usize = 12;

/// What the reports that were asked for could be compared with.
pub struct Seen<'a> {
    /// Those that have an earlier report of their district in view, each with that one; two at most.
    steps: Vec<Step<'a>>,
    /// Whether reports of other districts and other files of the term were in view.
    together: bool,
    view: View,
}

impl<'a> Seen<'a> {
    /// What was in view of these reports.
    pub fn of(asked: &[&Report], loaded: &'a Loaded, view: View) -> Seen<'a> {
        let place = |report: &Report| (report.source, report.number);
        let places: HashSet<_> = asked.iter().map(|report| place(report)).collect();
        let steps = loaded.corpus.steps().into_iter().filter(|step| places.contains(&place(step.later)));
        // Of many, one that has an earlier report says enough.
        let steps = steps.take(2).collect();
        let together = loaded.corpus.reports().len() > 1 && (view == View::Root || asked.len() > 1);
        Seen { steps, together, view }
    }

    /// Whether a rule had what it judges.
    fn serves(&self, rule: &Rule) -> bool {
        match rule.check {
            Check::Step(_) => !self.steps.is_empty(),
            Check::Corpus(_) => self.together,
            _ => true,
        }
    }
}

/// What was understood of the reports, and by which rules they were judged, a line each.
pub fn lines(
    reports: &[&Report],
    form: &Form,
    settings: &Settings,
    choice: &Choice,
    seen: &Seen<'_>,
    sources: &Sources,
) -> Vec<String> {
    let mut lines = match reports {
        [] => return Vec::new(),
        [only] => one(only, form, sources),
        several => vec![collection(several)],
    };
    let compared = seen.steps.first().filter(|_| compares(settings, choice));
    if let ([_], Some(step)) = (reports, compared) {
        let term = step.earlier.term().map(|term| format!(" for {term}")).unwrap_or_default();
        lines.push(format!("compared with the report{term}, {}", sources.name(step.earlier.source)));
    }
    lines.push(judged(settings, choice, seen));
    lines
}

/// Whether a rule is on and asked for. Those about termwise.yaml judge no report.
fn is_on(rule: &Rule, settings: &Settings, choice: &Choice) -> bool {
    rule.group != Group::Settings && settings.may_be_on(rule) && choice.asks(rule)
}

/// The rules that had something to judge: none where no report was read.
pub fn rules(reports: &[&Report], settings: &Settings, choice: &Choice, seen: &Seen<'_>) -> Vec<&'static str> {
    if reports.is_empty() {
        return Vec::new();
    }
    let judged = rules::ALL.iter().filter(|rule| is_on(rule, settings, choice) && seen.serves(rule));
    judged.map(|rule| rule.name).collect()
}

/// What of the reports could not be read, and from where on.
pub fn unread(reports: &[&Report], sources: &Sources) -> Vec<String> {
    let part = |report: &&Report| {
        let line = sources.start(report.cut_at?).line;
        Some(format!("{} from line {line} on", sources.name(report.source)))
    };
    let mut parts: Vec<String> = reports.iter().filter_map(part).collect();
    parts.dedup();
    parts
}

/// Whether any rule that is on and asked for compares a report with the one before.
fn compares(settings: &Settings, choice: &Choice) -> bool {
    let of_steps = |rule: &Rule| matches!(rule.check, Check::Step(_)) && is_on(rule, settings, choice);
    rules::ALL.iter().any(of_steps)
}

/// That there was nothing to compare with, where a rule would have.
pub fn unseen(
    reports: &[&Report],
    settings: &Settings,
    choice: &Choice,
    seen: &Seen<'_>,
    sources: &Sources,
) -> Option<String> {
    if !seen.steps.is_empty() || !compares(settings, choice) {
        return None;
    }
    match reports {
        [] => None,
        [only] => {
            let district = only.districts.first().filter(|_| only.term().is_some())?;
            let district = sources.value(&district.stated.value, &district.stated.text);
            let none = format!("no earlier report of {district} was in view, so nothing was compared with one");
            Some(match seen.view {
                View::Root => none,
                View::Folder => format!("{none}; if there is one, name its file too, or the folder that holds both"),
                View::Crowded => {
                    "this folder holds too many files to look for an earlier report in, so nothing was compared with one; \
                     name its file too"
                        .to_owned()
                }
            })
        }
        _ => Some(
            "none of them has an earlier report of its district in view, so nothing was compared with one".to_owned(),
        ),
    }
}

/// One report: its header, then each priority with its sections.
fn one(report: &Report, form: &Form, sources: &Sources) -> Vec<String> {
    let district = report.districts.first().map(|d| sources.value(&d.stated.value, &d.stated.text));
    let officers: Vec<String> = report.officers.iter().map(|o| sources.value(&o.value, &o.text)).collect();
    let term = report.term().map(|term| format!(" for {term}")).unwrap_or_default();
    let by = if officers.is_empty() { String::new() } else { format!(", by {}", listed(&officers, "and")) };
    let header = format!("read as the report of {}{term}{by}", district.as_deref().unwrap_or("an unnamed district"));
    let mut lines = vec![header];
    lines.extend(report.priorities.iter().take(MOST).map(|priority| sections(priority, form, sources)));
    let more = report.priorities.len().saturating_sub(MOST);
    lines.extend((more > 0).then(|| format!("and {more} more priorities")));
    lines
}

/// A priority, and how many statements each of its sections holds.
fn sections(priority: &Priority, form: &Form, sources: &Sources) -> String {
    let title = priority.title.as_ref().map_or_else(|| "a priority".to_owned(), |t| quoted(&sources.beginning(t, 160)));
    let count = |(at, section): (usize, &crate::form::Section)| {
        let passages: Vec<_> = priority.passages_of(crate::form::SectionId(at)).collect();
        let statements: usize = passages.iter().map(|passage| passage.statements.len()).sum();
        (!passages.is_empty()).then(|| format!("{} {statements}", section.name))
    };
    let counts: Vec<String> = form.sections.iter().enumerate().filter_map(count).collect();
    format!("{title}, with statements: {}", counts.join(", "))
}

/// Several reports: how many districts, terms and priorities.
fn collection(reports: &[&Report]) -> String {
    let mut districts: Vec<&str> = reports.iter().filter_map(|report| report.district()).collect();
    districts.sort_unstable();
    districts.dedup();
    let mut terms: Vec<Term> = reports.iter().filter_map(|report| report.term()).collect();
    terms.sort();
    let span = match terms.as_slice() {
        [] => String::new(),
        [first, .., last] if first.to_string() != last.to_string() => format!(", from {first} to {last}"),
        [first, ..] => format!(", for {first}"),
    };
    let priorities: usize = reports.iter().map(|report| report.priorities.len()).sum();
    let many = |n: usize, one: &str, more: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {more}") };
    let districts = many(districts.len(), "district", "districts");
    format!("read as reports of {districts}{span}, with {}", many(priorities, "priority", "priorities"))
}

/// Which groups of rules judged, and which rules did not. What had nothing to compare judged nothing.
fn judged(settings: &Settings, choice: &Choice, seen: &Seen<'_>) -> String {
    let reports = || rules::ALL.iter().filter(|rule| rule.group != Group::Settings);
    let on = |rule: &&Rule| is_on(rule, settings, choice);
    let serves = |rule: &&Rule| on(rule) && seen.serves(rule);
    let mut groups: Vec<Group> = reports().filter(serves).map(|rule| rule.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let groups: Vec<&str> = groups.into_iter().map(Group::name).collect();
    let off: Vec<&str> = reports().filter(|rule| !on(rule)).map(|rule| rule.name).collect();
    let off = match off.len() {
        0 => String::new(),
        1..=4 => format!("; left out: {}", listed(&off, "and")),
        n => format!("; {n} other rules were left out"),
    };
    match groups.as_slice() {
        [] => format!("no rule had anything to judge{off}"),
        groups => format!("judged by the rules of {}{off}", listed(groups, "and")),
    }
}

/// Whether a place lies in the block of keys at the top of a Markdown report, where comments begin with `#`.
fn in_block(text: &str, at: u32) -> bool {
    let end = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---"));
    end.is_some_and(|end| (at as usize) < end + "---\n".len())
}

/// Whether a rule is about explanations.
pub fn explains(rule: &str) -> bool {
    rules::ALL.iter().any(|known| known.name == rule && known.group == Group::Explaining)
}

/// How a query is explained, with the first that is open as the example, in the language of its file.
pub fn explaining(found: &[Diagnostic], sources: &Sources) -> Option<String> {
    let open = |finding: &&Diagnostic| {
        // What is said of termwise.yaml is put right there.
        let in_report = finding.span.source != SourceId::SETTINGS;
        finding.level == Level::Query && finding.explained.is_none() && in_report
    };
    let query = found.iter().find(|finding| open(finding) && !explains(finding.rule))?;
    let source = sources.get(query.span.source)?;
    let how = match Language::of(&source.name).unwrap_or(Language::Markdown) {
        Language::Markdown if in_block(&source.text, query.span.start) => {
            format!("# termwise: explain {}: the reason", query.rule)
        }
        Language::Markdown => format!("<!-- termwise: explain {}: the reason -->", query.rule),
        Language::Yaml => format!("# termwise: explain {}: the reason", query.rule),
        Language::Plain => format!("Explain {}: the reason", query.rule),
    };
    Some(format!("To explain a query, write on the line below it, such as: {how}"))
}
