//! What names a finding for as long as it stands: services that keep findings from run to run know it again by this.
//! It is made of what the finding is about and says, never of its line, and of words as they are shown: what is
//! private is masked before it is hashed.

use super::Entry;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// The name of a finding, alike from run to run.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Fingerprint {
    /// The hash of what it is about, in figures and letters.
    pub hash: String,
    /// Which of the findings that are about the same it is, from 1.
    pub number: usize,
}

/// The fingerprints of findings in one order, given with the file that each stands in: no two are the same.
#[must_use]
pub fn fingerprints<'a>(entries: impl IntoIterator<Item = (&'a str, Entry)>) -> Vec<Fingerprint> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let number = |hash: String| {
        let number = seen.entry(hash.clone()).or_default();
        *number += 1;
        Fingerprint { hash, number: *number }
    };
    entries.into_iter().map(|(path, entry)| hash(path, &entry)).map(number).collect()
}

fn hash(path: &str, entry: &Entry) -> String {
    let Entry { rule, district, term, priority, words, message } = entry;
    // A report that knows its district and term is known by them, wherever its file lies.
    let path = if district.is_some() && term.is_some() { "" } else { path };
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let mut hasher = Sha256::new();
    for part in [rule, path, &part(district), &part(term), &part(priority), words, message] {
        // The length parts what is hashed: no two lists of parts read alike.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut text = String::with_capacity(40);
    hasher.finalize().iter().take(20).for_each(|byte| _ = write!(text, "{byte:02x}"));
    text
}

impl Fingerprint {
    /// Both parts as one word.
    #[must_use]
    pub fn words(&self) -> String {
        if self.number == 1 { self.hash.clone() } else { format!("{}{:04x}", self.hash, self.number) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(words: &str, district: Option<&str>) -> Entry {
        let owned = |words: &str| Some(words.to_owned());
        Entry {
            rule: "vague-date".to_owned(),
            district: district.map(str::to_owned),
            term: owned("Spring 2 2023/24"),
            priority: owned("Attendance"),
            words: words.to_owned(),
            message: "names a day without its month".to_owned(),
        }
    }

    #[test]
    fn no_two_findings_share_one() {
        let of = |path: &'static str, words, district| (path, entry(words, district));
        let all = fingerprints([
            of("a.md", "the 19th", Some("North")),
            of("b.md", "the 19th", Some("North")),
            of("a.md", "the 20th", Some("North")),
            of("a.md", "the 19th", None),
            of("b.md", "the 19th", None),
        ]);
        let words: std::collections::HashSet<String> = all.iter().map(Fingerprint::words).collect();
        assert_eq!(words.len(), all.len());
        // A report that was moved keeps its findings, one that says nothing of itself cannot.
        assert_eq!((all[0].hash == all[1].hash, all[1].number), (true, 2));
        assert_ne!(all[3].hash, all[4].hash);
    }
}
