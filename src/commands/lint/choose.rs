//! Which rules and which terms a run of `lint` reports on.

use super::super::wanted;
use crate::cli::Lint;
use crate::form::likeness;
use crate::report::Report;
use crate::rollup::Filter;
use crate::rule::{Check, Group, Rule, Settings};
use crate::rules::ALL;
use crate::term::{Scheme, Term};
use anyhow::bail;
use std::collections::HashSet;

/// The rules and terms that are asked for.
pub struct Choice {
    select: Option<HashSet<&'static str>>,
    /// Those of them that are selected by their own names: a group only narrows what is on.
    named: HashSet<&'static str>,
    ignore: HashSet<&'static str>,
    /// Whether each report is judged by itself: no rule then looks at several.
    alone: bool,
    terms: Filter,
}

impl Choice {
    /// What the options ask for; `scheme` is how terms are counted.
    ///
    /// # Errors
    /// A name that is no rule and no group, or words that are no term.
    pub fn of(options: &Lint, scheme: Scheme) -> anyhow::Result<Choice> {
        let terms = options.term.iter().map(|term| wanted(term, scheme)).collect::<Result<_, _>>()?;
        let from = options.since.as_deref().map(|term| wanted(term, scheme)).transpose()?;
        if let Some(since) = options.since.as_ref().filter(|_| from.is_some_and(|from| from.year.is_none())) {
            bail!("--since needs the year too: write \u{201c}{since} 2024/25\u{201d}, with the right year");
        }
        let by_name = |name: &String| {
            let known = ALL.iter().map(|rule| rule.name);
            known.into_iter().find(|known| known.eq_ignore_ascii_case(name.trim()))
        };
        let choice = Choice {
            named: options.select.iter().filter_map(by_name).collect(),
            select: if options.select.is_empty() { None } else { Some(rules(&options.select)?) },
            ignore: rules(&options.ignore)?,
            alone: options.alone,
            terms: Filter { terms, from, ..Filter::default() },
        };
        if !ALL.iter().any(|rule| choice.asks(rule)) {
            bail!("--ignore leaves out every rule that --select asks for");
        }
        if !ALL.iter().any(|rule| choice.asks(rule) && !choice.leaves_alone(rule)) {
            bail!(
                "--alone looks at one report at a time, and every rule that --select asks for compares several; leave one of the two out"
            );
        }
        Ok(choice)
    }

    /// Whether every rule and every term is asked for.
    #[must_use]
    pub fn is_all(&self) -> bool {
        !self.limits_rules() && self.terms.terms.is_empty() && self.terms.from.is_none()
    }

    /// Whether only some rules are asked for.
    #[must_use]
    pub fn limits_rules(&self) -> bool {
        self.select.is_some() || !self.ignore.is_empty()
    }

    /// The settings with the rules that are asked for by name switched on, and those left out switched off, unless
    /// explanations are asked about: what they explain must then be found.
    #[must_use]
    pub fn applied(&self, settings: Settings) -> Settings {
        let named = |rule: &Rule| self.named.contains(rule.name);
        let explained = ALL.iter().any(|rule| rule.group == Group::Explaining && self.asks(rule));
        ALL.iter().fold(settings, |settings, rule| match (self.takes(rule.name), named(rule)) {
            _ if self.leaves_alone(rule) => settings.without(rule),
            (true, true) => settings.with(rule),
            (false, _) if explained => settings.untold(rule),
            (false, _) => settings.without(rule),
            (true, false) => settings,
        })
    }

    /// Whether a rule compares reports, where each is to be judged by itself.
    fn leaves_alone(&self, rule: &Rule) -> bool {
        self.alone && matches!(rule.check, Check::Step(_) | Check::Corpus(_))
    }

    /// Whether findings of a rule are told. What cannot be read is told whatever is selected.
    #[must_use]
    pub fn takes(&self, rule: &str) -> bool {
        let selected = self.select.as_ref().is_none_or(|select| select.contains(rule));
        (selected || rule == "unreadable") && !self.ignore.contains(rule)
    }

    /// Whether a rule is asked for.
    #[must_use]
    pub fn asks(&self, rule: &Rule) -> bool {
        self.select.as_ref().is_none_or(|select| select.contains(rule.name)) && !self.ignore.contains(rule.name)
    }

    /// Whether a term that reports are expected for is asked for.
    #[must_use]
    pub fn expects(&self, term: Term) -> bool {
        self.terms.takes_slot(term)
    }

    /// Whether a report's term is asked for; one without a clear term always is.
    #[must_use]
    pub fn is_in_term(&self, report: &Report) -> bool {
        report.term().is_none_or(|term| self.terms.takes_term(Some(term)))
    }
}

/// The rules that names of rules and groups stand for.
fn rules(names: &[String]) -> anyhow::Result<HashSet<&'static str>> {
    let mut chosen = HashSet::new();
    for name in names.iter().map(|name| name.trim()) {
        let of = |group: Group| group.name().eq_ignore_ascii_case(name);
        let meant = ALL.iter().filter(|rule| rule.name.eq_ignore_ascii_case(name) || of(rule.group) && rule.on);
        let meant: Vec<&str> = meant.map(|rule| rule.name).collect();
        if meant.is_empty() {
            let known = ALL.iter().flat_map(|rule| [rule.name, rule.group.name()]);
            let near = known.max_by(|a, b| likeness(a, name).total_cmp(&likeness(b, name)));
            let hint = near.filter(|near| likeness(near, name) > 0.5).map_or_else(
                || "; `termwise explain` lists them all".to_owned(),
                |near| format!("; did you mean `{near}`?"),
            );
            bail!("there is no rule or group of rules `{name}`{hint}");
        }
        chosen.extend(meant);
    }
    Ok(chosen)
}
