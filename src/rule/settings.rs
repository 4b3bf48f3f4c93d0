//! What an authority sets of the rules: their levels and their settings, everywhere and for some paths.
//! Plain data; `config` reads it from termwise.yaml.

use super::Rule;
use crate::diagnostic::{Diagnostic, Level};
use crate::source::{SourceId, Sources};
use globset::GlobSet;
use regex::{Regex, RegexSet};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// One thing that can be set in a rule.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key.
    pub name: &'static str,
    /// What it is where nothing is set.
    pub standard: Standard,
    /// What it does, in one sentence for the authority's coordinator.
    pub about: &'static str,
}

/// What a setting is where nothing is set.
#[derive(Clone, Copy, Debug)]
pub enum Standard {
    /// A number, from 1.
    Number(u32),
    /// Words, beside those that the rule knows itself.
    Words,
    /// Patterns, beside what the rule knows itself.
    Patterns,
}

impl Setting {
    /// What it is set to, in words: "a number; 5 if not set".
    #[must_use]
    pub fn takes(&self) -> String {
        match self.standard {
            Standard::Number(usual) => format!("a number; {usual} if not set"),
            Standard::Words => "a list of words".to_owned(),
            Standard::Patterns => "a list of patterns".to_owned(),
        }
    }

    /// How it is set, on the line of its key: `most: 5`.
    #[must_use]
    pub fn example(&self) -> String {
        match self.standard {
            Standard::Number(usual) => format!("{}: {usual}", self.name),
            Standard::Words => format!("{}: [WORDS, OTHER WORDS]", self.name),
            Standard::Patterns => format!("{}: ['PATTERN', 'ANOTHER']", self.name),
        }
    }
}

/// What a setting is set to.
#[derive(Clone, Debug)]
pub enum Value {
    /// A number.
    Number(u32),
    /// Words.
    Words(Vec<String>),
    /// Patterns, compiled within bounds.
    Patterns(Patterns),
}

/// Patterns that are looked for together: one walk over a text tells which of them it holds.
#[derive(Clone, Debug)]
pub struct Patterns {
    all: RegexSet,
    each: Vec<Regex>,
}

/// Levels and values by rule.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The level that a rule is set to; `None` inside is off.
    pub levels: HashMap<&'static str, Option<Level>>,
    /// What is set in a rule, by its name and the setting's.
    pub values: HashMap<(&'static str, &'static str), Value>,
    /// Rules that are judged by, but whose findings nobody is told.
    pub untold: HashSet<&'static str>,
}

/// Rows for the files that match.
#[derive(Clone, Debug)]
pub struct Override {
    /// Which files: globs over their paths from the root.
    pub paths: GlobSet,
    /// What is set for them; what is not stays as it is everywhere.
    pub rows: Rows,
}

/// All that is set of the rules.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    everywhere: Rows,
    overrides: Vec<Override>,
}

impl Patterns {
    /// These patterns, together and each by itself, in the same order.
    #[must_use]
    pub fn new(all: RegexSet, each: Vec<Regex>) -> Patterns {
        Patterns { all, each }
    }

    /// Where the first of the patterns that a text holds stands in it.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let first = self.all.matches(text).iter().next()?;
        self.each.get(first)?.find(text).map(|found| found.range())
    }
}

impl Settings {
    /// What holds everywhere, and what differs for some paths: the last that matches wins.
    #[must_use]
    pub fn new(everywhere: Rows, overrides: Vec<Override>) -> Settings {
        Settings { everywhere, overrides }
    }

    /// These settings with a rule switched on everywhere, at its usual level where it was off.
    #[must_use]
    pub fn with(mut self, rule: &Rule) -> Settings {
        let overrides = self.overrides.iter_mut().map(|over| &mut over.rows);
        for rows in overrides.chain([&mut self.everywhere]) {
            if rows.levels.get(rule.name).is_some_and(Option::is_none) {
                rows.levels.insert(rule.name, Some(rule.level));
            }
        }
        self.everywhere.levels.entry(rule.name).or_insert(Some(rule.level));
        self
    }

    /// These settings with a rule switched off everywhere.
    #[must_use]
    pub fn without(mut self, rule: &Rule) -> Settings {
        let overrides = self.overrides.iter_mut().map(|over| &mut over.rows);
        for rows in overrides.chain([&mut self.everywhere]) {
            rows.levels.insert(rule.name, None);
        }
        self
    }

    /// These settings with a rule that is judged by, but whose findings nobody is told.
    #[must_use]
    pub fn untold(mut self, rule: &Rule) -> Settings {
        self.everywhere.untold.insert(rule.name);
        self
    }

    /// What holds where no path says otherwise.
    #[must_use]
    pub fn everywhere(&self) -> &Rows {
        &self.everywhere
    }

    /// What holds for the file with this path from the root.
    #[must_use]
    pub fn at(&self, path: &str) -> Cow<'_, Rows> {
        let mut rows = Cow::Borrowed(&self.everywhere);
        for over in self.overrides.iter().filter(|over| over.paths.is_match(path)) {
            let rows = rows.to_mut();
            rows.levels.extend(&over.rows.levels);
            rows.values.extend(over.rows.values.iter().map(|(name, value)| (*name, value.clone())));
        }
        rows
    }

    /// Whether a rule is on for any file.
    #[must_use]
    pub fn may_be_on(&self, rule: &Rule) -> bool {
        let on = |rows: &Rows| rows.levels.get(rule.name).is_some_and(Option::is_some);
        self.everywhere.level(rule).is_some() || self.overrides.iter().any(|over| on(&over.rows))
    }

    /// Gives every finding of `rules` the level that is set for its rule and file, and takes away those of rules
    /// that are off there. A finding that its rule made graver or milder than its usual keeps its own level.
    pub fn apply(&self, rules: &[Rule], found: &mut Vec<Diagnostic>, sources: &Sources) {
        let by_name: HashMap<&str, &Rule> = rules.iter().map(|rule| (rule.name, rule)).collect();
        // What holds for a file is looked up once for all its findings.
        let mut by_source: HashMap<SourceId, Cow<'_, Rows>> = HashMap::new();
        found.retain_mut(|finding| {
            let Some(rule) = by_name.get(finding.rule) else { return true };
            let source = finding.span.source;
            let rows = by_source.entry(source).or_insert_with(|| self.at(sources.path(source)));
            let Some(level) = rows.level(rule) else { return false };
            if finding.level == rule.level {
                finding.level = level;
            }
            true
        });
    }
}

impl Rows {
    /// The level of a rule here; `None` where it is off.
    #[must_use]
    pub fn level(&self, rule: &Rule) -> Option<Level> {
        let usual = rule.on.then_some(rule.level);
        self.levels.get(rule.name).copied().unwrap_or(usual)
    }

    /// Whether what a rule finds here is told.
    #[must_use]
    pub fn tells(&self, rule: &Rule) -> bool {
        self.level(rule).is_some() && !self.untold.contains(rule.name)
    }

    /// A number set in a rule, else its standard; 0 if there is no such setting.
    #[must_use]
    pub fn number(&self, rule: &Rule, setting: &str) -> u32 {
        match self.value(rule, setting) {
            Some(Value::Number(number)) => *number,
            _ => match rule.settings.iter().find(|known| known.name == setting).map(|known| known.standard) {
                Some(Standard::Number(number)) => number,
                _ => 0,
            },
        }
    }

    /// The words set in a rule; none where nothing is set.
    #[must_use]
    pub fn words(&self, rule: &Rule, setting: &str) -> &[String] {
        match self.value(rule, setting) {
            Some(Value::Words(words)) => words,
            _ => &[],
        }
    }

    /// The patterns set in a rule; `None` where nothing is set.
    #[must_use]
    pub fn patterns(&self, rule: &Rule, setting: &str) -> Option<&Patterns> {
        match self.value(rule, setting) {
            Some(Value::Patterns(patterns)) => Some(patterns),
            _ => None,
        }
    }

    fn value(&self, rule: &Rule, setting: &str) -> Option<&Value> {
        let known = rule.settings.iter().find(|known| known.name == setting)?;
        self.values.get(&(rule.name, known.name))
    }
}
