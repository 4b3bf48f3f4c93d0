//! What a change brings up elsewhere: findings in reports that are as they were, and at the settings, which are there only
//! since other reports are not what they were. So what stood there before is told apart: it is nobody's who changes another.

use super::{Job, Read};
use crate::diagnostic::Diagnostic;
use crate::files;
use crate::load::{self, Input, Loaded};
use crate::rule::{Check, Group};
use crate::rules;
use crate::source::{SourceId, Span};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::Path;

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
        // By what is said as well, as a baseline knows them: another at the same words is another.
        let mut known: HashMap<Key<'_>, usize> = HashMap::new();
        for found in before.iter().filter(|found| found.explained.is_none()) {
            *known.entry(key(found, &loaded)).or_default() += 1;
        }
        let is_new = |found: &&Diagnostic| match known.get_mut(&key(found, &read.loaded)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        };
        read.brought = open.into_iter().filter(is_new).cloned().collect();
    }
}

impl Job<'_> {
    /// Leaves out what a page that is no report held before: nothing could be explained there, and the page may be a guide
    /// with examples. `top` is where the repository begins, from where the paths of the `old` files are.
    pub(super) fn leave_old(self, read: &mut Read, old: &[Input], top: &Path) {
        let pages: HashSet<String> = read.left_out.iter().map(|name| files::address(Path::new(name), top)).collect();
        let old = old.iter().filter(|input| pages.contains(&input.name));
        let old = old.map(|input| Input { handed_in: true, ..input.clone() }).collect();
        let (before, found, _) = load::judged(old, &self.configured.config.form, self.settings);
        let mut known: HashMap<(String, &'static str, &str), usize> = HashMap::new();
        for found in &found {
            let words = words(found.span, &before);
            *known.entry((before.sources.name(found.span.source).to_owned(), found.rule, words)).or_default() += 1;
        }
        let mut new = std::mem::take(&mut read.found);
        new.retain_mut(|found| {
            let name = read.loaded.sources.name(found.span.source);
            let path = files::address(Path::new(name), top);
            if !pages.contains(&path) {
                return true;
            }
            if let Some(left) = known.get_mut(&(path, found.rule, words(found.span, &read.loaded))).filter(|n| **n > 0)
            {
                *left -= 1;
                return false;
            }
            let help = found.help.get_or_insert_default();
            *help += OTHERWISE;
            true
        });
        read.found = new;
    }
}

/// What to do with a page that is no report, and is to hold what a report may not.
const OTHERWISE: &str = "; if this page is to hold it as an example, name the page in the file .ignore of the branch that this \
                         goes to";

impl Read {
    /// Says of findings in reports that nobody changed why they are told.
    pub(super) fn tell_beside(&mut self) {
        let (loaded, asked) = (&self.loaded, self.asked.as_ref());
        let is_beside = |found: &&mut Diagnostic| {
            let is_asked = asked.is_none_or(|asked| asked.contains(loaded.sources.name(found.span.source)));
            found.span.source != SourceId::SETTINGS && !is_asked
        };
        for found in self.found.iter_mut().filter(is_beside) {
            found.message += BESIDE;
        }
    }
}

/// A finding as it would be told were all reports checked: a host knows it by these words from run to run, whoever
/// brought it up.
pub(super) fn as_in_all(finding: &Diagnostic) -> Cow<'_, Diagnostic> {
    let told = [BESIDE, FOREIGN].into_iter().find_map(|told| finding.message.strip_suffix(told));
    told.map_or(Cow::Borrowed(finding), |message| {
        Cow::Owned(Diagnostic { message: message.to_owned(), ..finding.clone() })
    })
}

/// What is said of a finding at settings that a contribution changes.
pub(super) const FOREIGN: &str = " (by the settings of the branch that this goes to)";

/// What is said of a finding in a report that nobody changed.
const BESIDE: &str = " (this report is as it was; what has changed in another brings this up)";

/// What a finding goes by before and after: its file, rule and place, what it says, and what is said of which other words.
type Key<'a> = (&'a str, &'static str, (u32, u32), String, Vec<(String, &'a str)>);

fn key<'a>(found: &Diagnostic, loaded: &'a Loaded) -> Key<'a> {
    let related = found.related.iter().map(|other| (other.message.clone(), words(other.span, loaded))).collect();
    let name = loaded.sources.name(found.span.source);
    (name, found.rule, (found.span.start, found.span.end), found.message.clone(), related)
}

fn words(span: Span, loaded: &Loaded) -> &str {
    loaded.sources.get(span.source).map_or("", |source| source.slice(span.start, span.end))
}
