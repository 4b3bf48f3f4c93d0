//! `lint --format sarif`: SARIF 2.1.0, for code scanning and for viewers of it.
//!
//! Places are regions of the file, never its words: what is private is in no snippet. Findings that the report explains,
//! and those that the baseline knows, are in it as suppressed. Services take so many results and no more, so the worst
//! of very many are given, and that is said.

use crate::baseline::Fingerprint;
use crate::diagnostic::{Diagnostic, Fix, Level, Trouble};
use crate::render::findings::{About, Concern, Notice, Place, Results, many, sentence, shown};
use crate::source::{SourceId, Span, number};
use shape::{
    Artifact, Automation, Base, Change, Driver, Invocation, Location, Logical, Mending, Message, Notification, Outcome,
    Physical, Region, Replacement, Run, Suppression, Tool,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

mod help;
mod shape;
pub use shape::Log;

/// The most results that code scanning takes of one run.
const MOST: usize = 25_000;
/// What the paths of files start from.
const TOP: &str = "%SRCROOT%";

/// The log of a run.
#[must_use]
pub fn log(results: &Results<'_>) -> Log {
    // Every rule with its page makes a log of nothing a long one: those that have a result are enough.
    let has_found = |rule: &&About| results.found.iter().chain(results.known).any(|found| found.rule == rule.name);
    let rules: Vec<&About> = results.rules.iter().filter(has_found).collect();
    let writer = Writer { results, rules: &rules, open: RefCell::default() };
    let mut said: Vec<Notification> = results.troubles.iter().map(|trouble| unchecked(trouble, results)).collect();
    said.extend(results.ending.notices.iter().map(told));
    let (outcomes, more) = writer.outcomes();
    if more > 0 {
        let text = format!(
            "{} not in this log, which holds at most {MOST}, notes left out first; --format json has them all.",
            if more == 1 { "1 more finding is".to_owned() } else { format!("{} are", many(more, "more finding")) }
        );
        said.push(Notification { level: "warning", message: Message { text }, locations: Vec::new() });
    }
    let top =
        Base { description: Message { text: "The top of the repository that the reports are kept in.".to_owned() } };
    let driver = Driver {
        name: "termwise",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.iter().map(|rule| help::descriptor(rule)).collect(),
    };
    Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            automation_details: Automation { id: "termwise/" },
            invocations: [Invocation {
                execution_successful: results.troubles.is_empty() && results.ending.faults() == 0,
                tool_execution_notifications: said,
            }],
            original_uri_base_ids: BTreeMap::from([(TOP, top)]),
            column_kind: "unicodeCodePoints",
            results: outcomes,
        }],
    }
}

fn unchecked(trouble: &Trouble, results: &Results<'_>) -> Notification {
    let path = (results.address)(&trouble.name);
    let location = Location {
        id: None,
        physical_location: Physical { artifact_location: artifact(&path), region: None },
        logical_locations: Vec::new(),
        message: None,
    };
    let text = format!("{path} was not checked: {}", sentence(&trouble.why));
    Notification { level: "error", message: Message { text }, locations: vec![location] }
}

fn told(notice: &Notice) -> Notification {
    let location = Location {
        id: None,
        physical_location: Physical { artifact_location: artifact(&notice.path), region: None },
        logical_locations: Vec::new(),
        message: None,
    };
    let level = if notice.kind == Concern::Fault { "error" } else { "warning" };
    let text = format!("{}: {}", notice.path, notice.sentences());
    Notification { level, message: Message { text }, locations: vec![location] }
}

struct Writer<'a> {
    results: &'a Results<'a>,
    /// The rules that the log tells of.
    rules: &'a [&'a About],
    /// Which sources hold nothing private, so that a fix may be told.
    open: RefCell<HashMap<SourceId, bool>>,
}

impl Writer<'_> {
    /// The results, and how many more there are.
    fn outcomes(&self) -> (Vec<Outcome>, usize) {
        let Results { found, known, fingerprints, .. } = *self.results;
        let of_found = found.iter().zip(fingerprints).map(|(finding, print)| (finding, print, false));
        let of_known = known.iter().zip(fingerprints.iter().skip(found.len())).map(|(f, print)| (f, print, true));
        let all: Vec<(&Diagnostic, &Fingerprint, bool)> = of_found.chain(of_known).collect();
        let more = all.len().saturating_sub(MOST);
        if more == 0 {
            return (all.into_iter().map(|(found, print, known)| self.outcome(found, print, known)).collect(), 0);
        }
        let kept: HashSet<*const Diagnostic> = shown(found, MOST).into_iter().map(std::ptr::from_ref).collect();
        let kept = all.into_iter().filter(|(found, ..)| kept.contains(&std::ptr::from_ref(*found)));
        let kept: Vec<Outcome> = kept.map(|(found, print, known)| self.outcome(found, print, known)).collect();
        let more = found.len() + known.len() - kept.len();
        (kept, more)
    }

    fn outcome(&self, found: &Diagnostic, print: &Fingerprint, known: bool) -> Outcome {
        let results = self.results;
        let suppression =
            |kind, why: &str| vec![Suppression { kind, status: "accepted", justification: why.to_owned() }];
        let suppressions = match (&found.explained, known) {
            (Some(reason), _) => Some(suppression("inSource", reason)),
            (None, true) => Some(suppression("external", "the baseline knows it")),
            // One that is suppressed nowhere says so where others are.
            (None, false) => None,
        };
        let help = found.help.as_ref().map_or(String::new(), |help| format!("\nWhat to do: {}", sentence(help)));
        let related = found.related.iter().zip(1..).map(|(other, id)| Location {
            id: Some(id),
            message: Some(Message { text: sentence(&other.message) }),
            ..self.location(other.span, "")
        });
        Outcome {
            rule_id: found.rule,
            rule_index: self.rules.iter().position(|rule| rule.name == found.rule).unwrap_or_default(),
            level: level(found.level),
            message: Message { text: sentence(&found.message) + &help },
            locations: [self.location(found.span, &found.place)],
            related_locations: related.collect(),
            partial_fingerprints: BTreeMap::from([
                ("primaryLocationLineHash", format!("{:.16}:{}", print.hash, print.number)),
                ("termwise/v1", print.words()),
            ]),
            baseline_state: results.has_baseline.then_some(if known { "unchanged" } else { "new" }),
            suppressions,
            fixes: found.mendable().and_then(|fix| self.mending(fix)).into_iter().collect(),
        }
    }

    fn location(&self, span: Span, place: &str) -> Location {
        let at = self.results.place(span);
        let logical = (!place.is_empty()).then(|| Logical { fully_qualified_name: place.to_owned() });
        Location {
            id: None,
            physical_location: Physical {
                artifact_location: artifact(&at.path),
                region: (!at.elsewhere).then(|| region(&at)),
            },
            logical_locations: logical.into_iter().collect(),
            message: None,
        }
    }

    /// A fix, where nothing that is private could be in its words.
    fn mending(&self, fix: &Fix) -> Option<Mending> {
        let id = fix.edits.first()?.span.source;
        let sources = self.results.sources;
        let is_open =
            || sources.get(id).is_some_and(|source| source.shown(0..number(source.text.len())) == *source.text);
        let is_open = *self.open.borrow_mut().entry(id).or_insert_with(is_open);
        let replacement = |edit: &crate::diagnostic::Edit| Replacement {
            deleted_region: region(&self.results.place(edit.span)),
            inserted_content: Message { text: edit.text.clone() },
        };
        is_open.then(|| Mending {
            description: Message { text: sentence(&fix.title) },
            artifact_changes: [Change {
                artifact_location: artifact(&(self.results.address)(sources.name(id))),
                replacements: fix.edits.iter().map(replacement).collect(),
            }],
        })
    }
}

fn region(place: &Place) -> Region {
    Region { start_line: place.start.0, start_column: place.start.1, end_line: place.end.0, end_column: place.end.1 }
}

fn artifact(path: &str) -> Artifact {
    Artifact { uri: uri(path), uri_base_id: TOP }
}

/// A path as a relative address.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The word for a level.
fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Query => "warning",
        Level::Note => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::baseline::{Entry, fingerprints};
    use crate::diagnostic::Edit;
    use crate::render::findings::Ending;
    use crate::source::{Source, Sources};
    use serde_json::Value;

    fn told(found: &[Diagnostic], sources: &Sources) -> Value {
        let entry = |finding: &Diagnostic| ("", Entry::of(finding, None, sources));
        let results = Results {
            found,
            known: &[],
            has_baseline: false,
            fingerprints: &fingerprints(found.iter().map(entry)),
            troubles: &[],
            checked: &[],
            ending: &Ending::default(),
            rules: &[],
            fails_at: None,
            foreign_settings: false,
            sources,
            address: &str::to_owned,
        };
        serde_json::to_value(log(&results)).expect("a log is JSON")
    }

    #[test]
    fn of_very_many_findings_the_worst_are_given_and_that_is_said() {
        let sources = Sources::new(vec![Source::of("a.md", "words")]);
        let one = |level| Diagnostic::new("a-rule", level, Span::new(SourceId(0), 0, 5), "a fact");
        let mut found: Vec<Diagnostic> = (0..MOST + 5).map(|_| one(Level::Note)).collect();
        found.push(one(Level::Error));
        let log = told(&found, &sources);
        let results = log["runs"][0]["results"].as_array().expect("a list");
        assert_eq!(results.len(), MOST);
        assert_eq!(results.iter().filter(|one| one["level"] == "error").count(), 1);
        let said = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
        assert!(said.as_str().is_some_and(|said| said.starts_with("6 more findings are")), "{said}");
    }

    #[test]
    fn a_fix_is_told_only_where_nothing_is_private() {
        let mut source = Source::of("a.md", "Alex Doe came\n\u{2022} one\n");
        let span = Span::new(SourceId(0), 14, 17);
        let mut finding = Diagnostic::new("a-rule", Level::Note, span, "a fact");
        finding.mend("begin it with a hyphen", vec![Edit { span, text: "-".to_owned() }]);
        let found = [finding];
        let fixes =
            |source: Source| told(&found, &Sources::new(vec![source]))["runs"][0]["results"][0]["fixes"].clone();
        let replacement = "/0/artifactChanges/0/replacements/0/deletedRegion/startLine";
        assert_eq!(fixes(Source::of("a.md", &source.text)).pointer(replacement), Some(&Value::from(2)));
        source.hide(0..8, false);
        assert_eq!(fixes(source), Value::Null);
    }

    #[test]
    fn paths_are_addresses() {
        assert_eq!(uri("a b/\u{e9}:#?%/x.md"), "a%20b/%C3%A9%3A%23%3F%25/x.md");
    }
}
