//! The file of `lint --baseline`, version 1.

use crate::baseline::{Baseline, Entry};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    findings: Vec<Known>,
}

#[derive(Serialize, Deserialize)]
struct Known {
    rule: String,
    district: Option<String>,
    term: Option<String>,
    priority: Option<String>,
    words: String,
    message: String,
    count: usize,
}

/// The file of a baseline: JSON in a fixed order, so that two versions of it compare line by line.
#[must_use]
pub fn write(baseline: &Baseline) -> String {
    let known = |(entry, count): (&Entry, usize)| {
        let Entry { rule, district, term, priority, words, message } = entry.clone();
        Known { rule, district, term, priority, words, message, count }
    };
    super::json(&File { version: super::VERSION, findings: baseline.entries().map(known).collect() })
}

/// The baseline in a file's text.
///
/// # Errors
/// Why it is none, in words for people.
pub fn read(text: &str) -> Result<Baseline, String> {
    let file: File = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("it is no baseline of termwise (line {}, column {})", error.line(), error.column()))?;
    if file.version != super::VERSION {
        return Err(format!(
            "it is a baseline of version {}, and this termwise reads version {}",
            file.version,
            super::VERSION
        ));
    }
    let mut baseline = Baseline::default();
    for known in file.findings.into_iter().filter(|known| known.count > 0) {
        let Known { rule, district, term, priority, words, message, count } = known;
        baseline.add(Entry { rule, district, term, priority, words, message }, count);
    }
    Ok(baseline)
}
