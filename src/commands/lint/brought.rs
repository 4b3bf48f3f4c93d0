//! What a change brings up elsewhere: findings in reports that are as they were, and at the settings, which are there only
//! since other reports are not what they were. So what stood there before is told apart: it is nobody's who changes another.

use super::{Job, Read};
use crate::diagnostic::Diagnostic;
use crate::load::{self, Input, Loaded};
use crate::rule::{Check, Group};
use crate::rules;
use crate::source::SourceId;
use std::collections::{HashMap, HashSet};

impl Job<'_> {
    /// Finds out what is brought up in the files that were `searched` and have not changed. The `old` files are those that
    /// stood where others do now; where a report `is_lacking` that was there, what is missing at the settings may be that one.
    pub(super) fn bring_up(self, read: &mut Read, searched: &HashSet<String>, old: Vec<Input>, is_lacking: bool) {
        let compares = |rule: &str| {
            let rule = rules::ALL.iter().find(|known| known.name == rule);
            rule.is_some_and(|rule| {
                matches!(rule.check, Check::Step(_) | Check::Corpus(_)) || rule.group == Group::Explaining
            })
        };
        let may_be = |found: &&Diagnostic| {
            let is_there = match found.span.source {
                SourceId::SETTINGS => is_lacking,
                source => {
                    let name = read.loaded.sources.name(source);
                    searched.contains(name) && !read.is_asked(name)
                }
            };
            is_there && found.explained.is_none() && compares(found.rule)
        };
        let open: Vec<&Diagnostic> = read.found.iter().filter(may_be).collect();
        if open.is_empty() {
            return;
        }
        let inputs = read.around.iter().cloned().chain(old).collect();
        let (loaded, before, _) = load::judged(inputs, &self.configured.config.form, self.settings);
        let mut known: HashMap<Key<'_>, Vec<&str>> = HashMap::new();
        for found in before.iter().filter(|found| found.explained.is_none()) {
            known.entry(key(found, &loaded)).or_default().push(&found.message);
        }
        let is_new = |found: &&Diagnostic| {
            let same = known.get_mut(&key(found, &read.loaded)).and_then(|same| {
                let at = same.iter().position(|message| *message == found.message)?;
                Some(same.swap_remove(at))
            });
            same.is_none()
        };
        let new: Vec<&Diagnostic> = open.into_iter().filter(is_new).collect();
        // What is found at the same words is the same, said otherwise; but not of reports that are missing.
        let is_other = |found: &&Diagnostic| {
            let same = known.get_mut(&key(found, &read.loaded)).filter(|_| found.span.source != SourceId::SETTINGS);
            same.and_then(Vec::pop).is_none()
        };
        read.brought = new.into_iter().filter(is_other).cloned().collect();
        for found in read.brought.iter_mut().filter(|found| found.span.source != SourceId::SETTINGS) {
            found.message += BESIDE;
        }
    }
}

/// What is said of a finding in a report that nobody changed.
const BESIDE: &str = " (this report is as it was; what has changed in others brings this up)";

/// What a finding goes by that stands in the same words before and after.
type Key<'a> = (&'a str, &'static str, u32, u32);

fn key<'a>(found: &Diagnostic, loaded: &'a Loaded) -> Key<'a> {
    (loaded.sources.name(found.span.source), found.rule, found.span.start, found.span.end)
}
