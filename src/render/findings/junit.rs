//! Findings as test results, in the form that Jenkins reads and GitLab and Azure Pipelines take too: a suite for each
//! file, a failed case for each finding that fails the run, a skipped one for each that does not, and one that
//! passed for a file in which nothing fails.

use super::{Concern, Notice, Results, sentence};
use crate::diagnostic::{Diagnostic, Trouble};
use crate::render::{escaped, plain};
use crate::source::SourceId;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;

/// The cases of one file.
#[derive(Default)]
struct Suite {
    cases: String,
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
    /// Whether the file was checked: of one that is only told of, nothing has passed.
    checked: bool,
    /// The names of its cases: of two that are called alike, some hosts show the first only.
    names: HashSet<String>,
}

/// The page of results.
#[must_use]
pub fn junit(results: &Results<'_>) -> String {
    let mut suites: BTreeMap<String, Suite> = BTreeMap::new();
    let mut paths: HashMap<SourceId, String> = HashMap::new();
    let mut path =
        |id: SourceId| paths.entry(id).or_insert_with(|| (results.address)(results.sources.name(id))).clone();
    for checked in results.checked {
        suites.entry(path(*checked)).or_default().checked = true;
    }
    for found in results.open() {
        let path = path(found.span.source);
        let suite = suites.entry(path.clone()).or_default();
        suite.checked = true;
        suite.add(found, &path, results);
    }
    for trouble in results.troubles {
        let path = (results.address)(&trouble.name);
        suites.entry(path.clone()).or_default().cannot(trouble, &path);
    }
    for notice in &results.ending.notices {
        suites.entry(notice.path.clone()).or_default().tell(notice);
    }
    for (path, suite) in suites.iter_mut().filter(|(_, suite)| suite.checked && suite.failures + suite.errors == 0) {
        suite.case(path, "nothing to correct", "");
    }
    let total = |of: fn(&Suite) -> usize| suites.values().map(of).sum::<usize>();
    let (tests, failures, errors) = (total(|s| s.tests), total(|s| s.failures), total(|s| s.errors));
    let mut page = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    _ = writeln!(page, "<testsuites name=\"termwise\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">");
    for (path, Suite { cases, tests, failures, errors, skipped, .. }) in &suites {
        _ = writeln!(
            page,
            "<testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" \
             skipped=\"{skipped}\">\n{cases}</testsuite>",
            shown(path)
        );
    }
    page + "</testsuites>\n"
}

impl Suite {
    fn add(&mut self, found: &Diagnostic, path: &str, results: &Results<'_>) {
        let place = results.place(found.span);
        let (mut name, mut words) = (found.rule.to_owned(), format!("{path}\n"));
        if !place.elsewhere {
            let (line, column) = place.start;
            (name, words) = (format!("{name}, line {line}"), format!("{path}:{line}:{column}\n"));
            if self.names.contains(&name) {
                _ = write!(name, ", column {column}");
            }
        }
        let say = |words: &mut String, of: &str, what: &str| _ = writeln!(words, "{of}{what}");
        if !found.place.is_empty() {
            say(&mut words, "At: ", &found.place);
        }
        if let Some(help) = &found.help {
            say(&mut words, "What to do: ", help);
        }
        let words: String = words.lines().map(|line| shown(line) + "\n").collect();
        let message = shown(&format!("{}: {}", found.level.name(), sentence(&found.message)));
        let (tag, count) = match results.fails(found) {
            true => ("failure", &mut self.failures),
            false => ("skipped", &mut self.skipped),
        };
        *count += 1;
        let outcome = format!("<{tag} type=\"{}\" message=\"{message}\">{words}</{tag}>", found.rule);
        self.case(path, &name, &outcome);
    }

    fn cannot(&mut self, trouble: &Trouble, path: &str) {
        self.errors += 1;
        let message = shown(&sentence(&trouble.why));
        self.case(path, "not checked", &format!("<error type=\"not-checked\" message=\"{message}\"/>"));
    }

    fn tell(&mut self, notice: &Notice) {
        let (tag, count) = match notice.kind {
            Concern::Fault => ("error", &mut self.errors),
            Concern::Gone | Concern::Ruling | Concern::Unread => ("skipped", &mut self.skipped),
        };
        *count += 1;
        let message = shown(&notice.sentences());
        let outcome = format!("<{tag} type=\"{}\" message=\"{message}\"/>", notice.kind.name());
        self.case(&notice.path, notice.kind.title(), &outcome);
    }

    fn case(&mut self, path: &str, name: &str, outcome: &str) {
        self.tests += 1;
        let mut own = name.to_owned();
        let mut number = 1;
        while !self.names.insert(own.clone()) {
            number += 1;
            own = format!("{name}, {number}");
        }
        let (class, name) = (shown(path), shown(&own));
        _ = match outcome {
            "" => writeln!(self.cases, "<testcase classname=\"{class}\" name=\"{name}\"/>"),
            _ => writeln!(self.cases, "<testcase classname=\"{class}\" name=\"{name}\">{outcome}</testcase>"),
        };
    }
}

/// Words as XML shows them: its signs as references, and what no XML may hold written out.
fn shown(words: &str) -> String {
    escaped(&plain(words)).replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}")
}
