//! The explanations that reports keep: which findings they cover, and which of them have no effect.
//!
//! An explanation is a comment, `termwise: explain RULE: REASON`. It covers the findings of its rule at what it
//! stands at: a statement, a section, a priority or the report. It never covers an error.

use crate::diagnostic::{Diagnostic, Level};
use crate::form::{Form, likeness};
use crate::outline::Language;
use crate::report::{Places, Report};
use crate::rule::{Rule, quoted};
use crate::source::{SourceId, Sources};
use crate::term::{self, Scheme};
use std::cmp::Ordering;
use std::collections::HashMap;

mod kept;
mod slips;
use kept::{Kept, kept};
use slips::slips;

/// An explanation that names a rule which found nothing where it stands.
pub const UNUSED: &str = "explanation-unused";
/// An explanation that gives no reason.
pub const WITHOUT_REASON: &str = "explanation-without-reason";
/// An explanation of an error.
pub const OF_ERROR: &str = "explanation-of-error";

/// Whether a report explains anything, or some of its words were meant to.
#[must_use]
pub fn explains(report: &Report, rules: &[Rule], sources: &Sources) -> bool {
    !kept(report).is_empty() || !slips(report, rules, sources).is_empty()
}

/// Gives the findings that `reports` explain their reason, and returns what is wrong with explanations. `ran` says
/// whether a rule could find anything in a report: without that its explanations are let be.
#[must_use]
pub fn apply(
    found: &mut [Diagnostic],
    rules: &[Rule],
    reports: &[&Report],
    form: &Form,
    sources: &Sources,
    ran: &dyn Fn(&Rule, &Report) -> bool,
) -> Vec<Diagnostic> {
    let kept: Vec<(&Report, Vec<Kept<'_>>)> = reports.iter().map(|report| (*report, kept(report))).collect();
    let mut of: HashMap<SourceId, Vec<&mut Diagnostic>> = HashMap::new();
    kept.iter().for_each(|(report, _)| _ = of.insert(report.source, Vec::new()));
    for finding in found {
        if let Some(list) = of.get_mut(&finding.span.source) {
            list.push(finding);
        }
    }
    let mut wrong = Vec::new();
    for (report, kept) in kept {
        let near = of.entry(report.source).or_default();
        near.sort_by_key(|finding| finding.span.start);
        let places = Places::of(report);
        for one in &kept {
            // What it covers begins in one stretch of them.
            let from = near.partition_point(|finding| finding.span.start < one.covers.start);
            let within = near.iter_mut().skip(from).take_while(|finding| finding.span.start <= one.covers.end);
            let covered = within.filter(|finding| one.covers.holds(finding.span));
            let amiss = one.judge(covered.map(|finding| &mut **finding), report, rules, form, sources, ran);
            // The place is that of what it stands at: a comment itself may lie outside of every section.
            wrong.extend(amiss.map(|found| Diagnostic { place: places.words(one.covers, form, sources), ..found }));
        }
        for slip in slips(report, rules, sources) {
            let (words, span) = (sources.words(&slip.words), slip.words.span());
            let message = format!("{} is not how an explanation is written, so it explains nothing", quoted(&words));
            let found = Diagnostic::new(UNUSED, Level::Query, span, message).help(slip.help(report.language));
            wrong.push(Diagnostic { place: places.words(span, form, sources), ..found });
        }
    }
    wrong
}

/// What an explanation says: "explain RULE until TERM: REASON".
struct Said<'a> {
    rule: &'a str,
    /// What stands between the rule and the colon, or the end.
    after: &'a str,
    until: Option<&'a str>,
    reason: &'a str,
}

impl<'a> Said<'a> {
    fn read(words: &'a str) -> Option<Said<'a>> {
        let word = words.split_whitespace().next()?;
        let rest = words.trim_start().get(word.len()..)?;
        if !word.eq_ignore_ascii_case("explain") {
            return None;
        }
        let (what, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let rule = what.split_whitespace().next().unwrap_or_default();
        let after = what.trim_start().get(rule.len()..).unwrap_or_default().trim();
        let until = after.get(..5).filter(|word| word.eq_ignore_ascii_case("until")).and(after.get(5..));
        Some(Said { rule, after, until: until.map(str::trim), reason: reason.trim() })
    }
}

impl Kept<'_> {
    /// Explains the findings of its rule among `covered`; what is wrong with it where it explains none.
    fn judge<'d>(
        &self,
        covered: impl Iterator<Item = &'d mut Diagnostic>,
        report: &Report,
        rules: &[Rule],
        form: &Form,
        sources: &Sources,
        ran: &dyn Fn(&Rule, &Report) -> bool,
    ) -> Option<Diagnostic> {
        let span = self.explanation.text.span();
        let query =
            |rule, message: String, help: String| Some(Diagnostic::new(rule, Level::Query, span, message).help(help));
        let words = sources.words(&self.explanation.text);
        if self.explanation.lacks_name {
            // A comment that names no rule is a remark to somebody else.
            let rule = meant(&words, rules)?;
            let fault = match report.language {
                Language::Plain => "is not how an explanation is written",
                Language::Markdown | Language::Yaml => "lacks the word “termwise:” before it",
            };
            let message = format!("{} {fault}, so it explains nothing", quoted(&words));
            return query(UNUSED, message, spelt(Some(rule), report.language));
        }
        let Some(said) = Said::read(&words) else {
            let message = format!("{} is not how an explanation is written, so it explains nothing", quoted(&words));
            return query(UNUSED, message, spelt(meant(&words, rules), report.language));
        };
        if said.rule.is_empty() {
            let message = "this explanation names no rule, so it explains nothing".to_owned();
            return query(UNUSED, message, spelt(None, report.language));
        }
        if let Some((first, rest)) = said.rule.split_once(',') {
            let next = if rest.is_empty() { said.after.split_whitespace().next().unwrap_or_default() } else { rest };
            if nearest(first, rules).is_some() && nearest(next.trim_end_matches(','), rules).is_some() {
                let message = "this names more than one rule, so it explains nothing".to_owned();
                return query(
                    UNUSED,
                    message,
                    "write one explanation for each rule, each on a line of its own".to_owned(),
                );
            }
        }
        let Some(rule) = rules.iter().find(|rule| rule.name == said.rule.to_ascii_lowercase()) else {
            let message = format!("no rule is called {}, so this explains nothing", quoted(said.rule));
            let help = nearest(said.rule, rules).map_or_else(
                || "copy the rule's name from the finding: it stands in square brackets".to_owned(),
                |rule| format!("write \u{201c}{}\u{201d} if that is what you mean", rule.name),
            );
            return query(UNUSED, message, help);
        };
        let (errors, mut open): (Vec<&mut Diagnostic>, Vec<&mut Diagnostic>) = covered
            .filter(|finding| finding.rule == rule.name && finding.explained.is_none())
            .partition(|finding| finding.level == Level::Error);
        let has_reason = said.reason.chars().any(char::is_alphanumeric);
        if open.is_empty() && !errors.is_empty() {
            let message =
                format!("\u{201c}{}\u{201d} is an error here, and an explanation does not put it right", rule.name);
            return query(OF_ERROR, message, "correct what the error says, and delete the explanation".to_owned());
        }
        if open.is_empty() {
            let message = format!("nothing here calls for an explanation of \u{201c}{}\u{201d}", rule.name);
            let help = "delete it; if it belongs to another place, move it right below the words it explains";
            return ran(rule, report).then(|| query(UNUSED, message, help.to_owned())).flatten();
        }
        if !has_reason {
            let uncoloned = said.after.trim_start_matches(|c: char| !c.is_alphanumeric());
            let until =
                said.until.is_none_or(|term| !self.explanation.text.words().contains(':') && term.contains(' '));
            if until && !uncoloned.is_empty() {
                let message = format!("no colon parts \u{201c}{}\u{201d} from the reason", rule.name);
                let until = if said.until.is_some() { " until TERM" } else { "" };
                let help = format!("write it as `explain {}{until}: ` and the reason", rule.name);
                return query(WITHOUT_REASON, message, help);
            }
            let message = format!("the explanation of \u{201c}{}\u{201d} gives no reason", rule.name);
            return query(
                WITHOUT_REASON,
                message,
                format!(
                    "write why it may stand, as in `explain {}: agreed with the schools on 14 June 2024`",
                    rule.name
                ),
            );
        }
        match said.until.map(|term| (term, lapsed(term, report, form.scheme))) {
            Some(("", _)) => {
                let message = "no term stands after “until”, so this explains nothing".to_owned();
                query(
                    UNUSED,
                    message,
                    "write the last term it holds for, as in “until Summer 2 2024/25”, or leave it out".to_owned(),
                )
            }
            Some((term, None)) => {
                let message =
                    format!("{} after \u{201c}until\u{201d} is no term, so this explains nothing", quoted(term));
                query(
                    UNUSED,
                    message,
                    "write the last term it holds for, as in \u{201c}until Summer 2 2024/25\u{201d}, or leave it out"
                        .to_owned(),
                )
            }
            Some((term, Some(true))) => {
                let message = format!("this explanation held until {term} and has lapsed");
                query(UNUSED, message, "see to what it explained, or say why it still stands and until when".to_owned())
            }
            None | Some((_, Some(false))) => {
                open.iter_mut().for_each(|finding| finding.explained = Some(said.reason.to_owned()));
                None
            }
        }
    }
}

/// The rule that a misspelt name is nearest to.
fn nearest<'r>(name: &str, rules: &'r [Rule]) -> Option<&'r Rule> {
    let near = |rule: &&Rule| likeness(rule.name, name);
    // Most names are too long or too short to be alike, and need not be looked at letter by letter.
    let about = |rule: &&Rule| rule.name.len().abs_diff(name.len()) * 4 <= rule.name.len().max(name.len());
    rules.iter().filter(about).max_by(|a, b| near(a).total_cmp(&near(b))).filter(|rule| near(rule) > 0.75)
}

/// The rule that is named, or nearly named, somewhere in the first of these words.
fn meant<'r>(words: &str, rules: &'r [Rule]) -> Option<&'r Rule> {
    let names = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| !word.is_empty()).take(5);
    let names = names.map(|name| name.to_ascii_lowercase());
    names.into_iter().find_map(|name| nearest(name.strip_prefix("explain-").unwrap_or(&name), rules))
}

/// How an explanation of a rule is written in a language, as advice.
fn spelt(rule: Option<&Rule>, language: Language) -> String {
    let name = rule.map_or("RULE", |rule| rule.name);
    match language {
        Language::Plain => format!("write “Explain {name}: ” and the reason, or delete it"),
        Language::Markdown | Language::Yaml => {
            format!("write `termwise: explain {name}: ` and the reason, or delete it")
        }
    }
}

/// Whether a report's term is past the one that an explanation holds until; `None` where that is no term. In a
/// report without a term nothing has lapsed.
fn lapsed(until: &str, report: &Report, scheme: Scheme) -> Option<bool> {
    let reading = term::read(until, scheme);
    let limit = Some(reading.parts).filter(|parts| parts.year.is_some() && !reading.rest)?;
    Some(report.term().is_some_and(|term| term.against(&limit) == Ordering::Greater))
}
