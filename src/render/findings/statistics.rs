//! How often each rule found something, the most frequent first.

use crate::diagnostic::{Diagnostic, Level};
use std::collections::BTreeMap;

/// A line for each rule and level: how many findings, and what `summary` says the rule is about. Findings that are
/// explained are not counted.
#[must_use]
pub fn statistics(findings: &[Diagnostic], summary: &dyn Fn(&str) -> String) -> String {
    let mut counts: BTreeMap<(&str, Level), usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.explained.is_none()) {
        *counts.entry((finding.rule, finding.level)).or_default() += 1;
    }
    let mut rows: Vec<((&str, Level), usize)> = counts.into_iter().collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then(b.0.1.cmp(&a.0.1)).then(a.0.cmp(&b.0)));
    let digits = rows.iter().map(|row| row.1.to_string().len()).max().unwrap_or(0);
    let width = rows.iter().map(|row| row.0.0.len()).max().unwrap_or(0);
    let line = |((rule, level), count): &((&str, Level), usize)| {
        format!("{count:>digits$}  {:5}  {rule:width$}  {}\n", level.name(), summary(rule))
    };
    rows.iter().map(line).collect()
}
