//! What is found in what was read: by the readers and by every rule, at the levels that are set, with the
//! explanations that the reports give.

use super::{Input, Loaded, Scan, load_and};
use crate::diagnostic::{Diagnostic, Trouble};
use crate::explain;
use crate::form::Form;
use crate::render::findings;
use crate::report::Report;
use crate::rule::{self, Check, Group, Judged, Rows, Rule, Settings};
use crate::rules;
use crate::source::{SourceId, Sources};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

/// What is told of the reports of a file while they are at hand.
#[derive(Default)]
struct Told {
    judged: Judged,
    /// The file, if its reports explain anything.
    explains: Option<SourceId>,
}

/// Reads every input, and everything that is found in the inputs, sorted; and the files on which a rule broke.
#[must_use]
pub fn judged(inputs: Vec<Input>, form: &Form, settings: &Settings) -> (Loaded, Vec<Diagnostic>, Vec<Trouble>) {
    let rules = rule::playing(rules::ALL, form, settings);
    // The rules that tell of private words look at every report; else few words are shown.
    let private: Vec<&Rule> = rules.iter().copied().filter(|rule| rule.group == Group::Disclosure).collect();
    let tells = !private.is_empty();
    let explains = |report: &&Report, sources: &Sources| explain::explains(report, rules::ALL, sources);
    let tell = |reports: &[Report], sources: &Sources, is_report: bool| Told {
        judged: rule::judge(if is_report { &rules } else { &private }, reports, form, sources, settings),
        explains: reports.iter().find(|report| is_report && explains(report, sources)).map(|report| report.source),
    };
    let (loaded, told) = load_and(inputs, form, if tells { Scan::Now } else { Scan::WhenShown }, tell);
    let (mut judged, mut explaining) = (Judged::default(), HashSet::new());
    for told in told {
        judged = judged.and(told.judged);
        explaining.extend(told.explains);
    }
    judged = judged.and(rule::across(&rules, &loaded.corpus, form, &loaded.sources, settings));
    let found = loaded.settled(judged.found, &|report| explaining.contains(&report.source), form, settings);
    (loaded, found, judged.broken)
}

impl Loaded {
    /// Everything that is found in what was read, sorted; and the files on which a rule broke.
    #[must_use]
    pub fn judge(&self, form: &Form, settings: &Settings) -> (Vec<Diagnostic>, Vec<Trouble>) {
        let rules = rule::playing(rules::ALL, form, settings);
        let judged = rule::run(&rules, &self.corpus, form, &self.sources, settings);
        let explains = |report: &Report| explain::explains(report, rules::ALL, &self.sources);
        (self.settled(judged.found, &explains, form, settings), judged.broken)
    }

    /// What rules `found` and what the readers did, at the levels that are set, explained where a report
    /// `explains`, and sorted.
    fn settled(
        &self,
        mut found: Vec<Diagnostic>,
        explains: &dyn Fn(&Report) -> bool,
        form: &Form,
        settings: &Settings,
    ) -> Vec<Diagnostic> {
        found.extend(self.diagnostics.iter().cloned());
        settings.apply(rules::ALL, &mut found, &self.sources);
        // A rule about several reports can find nothing in one alone, nor one about two terms in a district's first.
        let alone = self.corpus.reports().len() == 1;
        let steps: OnceCell<HashSet<(SourceId, usize)>> = OnceCell::new();
        let of = |report: &Report| (report.source, report.number);
        let later = || self.corpus.steps().into_iter().map(|step| of(step.later)).collect();
        let idle = |rule: &Rule, report: &Report| match rule.check {
            Check::Step(_) => !steps.get_or_init(later).contains(&of(report)),
            Check::Corpus(_) => alone,
            _ => false,
        };
        let plays = |rule: &Rule| rule.roles.iter().all(|role| form.has_role(*role));
        // Explanations of one report come one after the other: what holds for its file is looked up once.
        let held: RefCell<HashMap<String, Cow<'_, Rows>>> = RefCell::default();
        let ran = |rule: &Rule, report: &Report| {
            let (path, mut held) = (self.sources.path(report.source), held.borrow_mut());
            if !held.contains_key(path) {
                held.clear();
                held.insert(path.to_owned(), settings.at(path));
            }
            let is_on = held.get(path).is_some_and(|rows| rows.level(rule).is_some());
            // Where part of a report could not be read, what is explained may stand in that part.
            is_on && plays(rule) && !report.cut_short && !idle(rule, report)
        };
        let explaining: Vec<&Report> = self.corpus.reports().iter().filter(|report| explains(report)).collect();
        let mut wrong = explain::apply(&mut found, rules::ALL, &explaining, form, &self.sources, &ran);
        settings.apply(rules::ALL, &mut wrong, &self.sources);
        found.extend(wrong);
        findings::sort(&mut found);
        found
    }
}
