//! Patterns that an authority writes: for words, for files, for the paths of reports. All of them are bounded.

use super::check::Faults;
use super::entry::{texts, words};
use crate::form::Filing;
use crate::outline::Entry;
use crate::rule;
use crate::source::Text;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use regex::{RegexBuilder, RegexSetBuilder};

/// The most bytes of one pattern.
const LONGEST: usize = 1000;
/// The most patterns of a file, of every kind together.
const MOST: usize = 100;
/// The most bytes that a compiled pattern may take.
const COMPILED: usize = 1 << 18;
/// The most bytes that the compiled patterns of a list may take together.
const TOGETHER: usize = 1 << 20;
/// How a pattern becomes smaller.
const SMALLER: &str = "write fewer or shorter patterns, with smaller numbers in braces, and [a-z] or [0-9] for \\w or \\d, \
                       which stand for the letters and figures of every language";

/// How many patterns there have been.
#[derive(Default)]
pub struct Patterns {
    count: usize,
}

impl Patterns {
    /// Whether one more pattern is within bounds.
    fn takes(&mut self, text: &Text, faults: &mut Faults<'_>) -> bool {
        self.count += 1;
        if self.count == MOST + 1 {
            let message = format!("this is the {}st pattern; termwise takes at most {MOST}", MOST + 1);
            faults.unclear(text.span(), message).advise("say with fewer patterns what is meant");
        }
        let length = text.words().len();
        if length > LONGEST {
            let message = format!("this pattern is {length} characters long; termwise takes at most {LONGEST}");
            faults.unclear(text.span(), message).advise("write several shorter ones");
        }
        self.count <= MOST && length <= LONGEST
    }

    /// The patterns for words in a list; `None` where they are too large together.
    pub fn words(&mut self, list: &Entry, faults: &mut Faults<'_>) -> Option<rule::Patterns> {
        let (mut words, mut each) = (Vec::new(), Vec::new());
        for text in texts(list) {
            if !self.takes(text, faults) {
                continue;
            }
            match RegexBuilder::new(text.words()).size_limit(COMPILED).dfa_size_limit(COMPILED).build() {
                Ok(pattern) => {
                    words.push(text.words());
                    each.push(pattern);
                }
                Err(regex::Error::CompiledTooBig(_)) => {
                    faults.unclear(text.span(), "this pattern is too large to be worked with").advise(SMALLER);
                }
                Err(error) => {
                    // Its last line alone says what is wrong; the others draw the pattern.
                    let error = error.to_string();
                    let why = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
                    let help = "mend it; a sign that stands for itself, such as ( or *, has \\ before it";
                    faults.unclear(text.span(), format!("this pattern cannot be understood: {why}")).advise(help);
                }
            }
        }
        match RegexSetBuilder::new(words).size_limit(TOGETHER).dfa_size_limit(TOGETHER).build() {
            Ok(all) => Some(rule::Patterns::new(all, each)),
            Err(_) => {
                let message = "these patterns are too large together to be worked with";
                faults.unclear(super::place(list), message).advise(SMALLER);
                None
            }
        }
    }

    /// The patterns for files in a list, with what lies in the folders that match; a name without `/` is meant
    /// wherever it stands.
    pub fn files(&mut self, list: &Entry, faults: &mut Faults<'_>) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for text in texts(list) {
            if !self.takes(text, faults) {
                continue;
            }
            let pattern = text.words().replace('\\', "/");
            if leads_out(&pattern) {
                let help = "write the way from that folder on, such as `reports/2019-20/**`";
                let message = "this leads out of the folder that the reports are counted from";
                faults.unclear(text.span(), message).advise(help);
                continue;
            }
            // With a slash before it a name is meant at the top only.
            let own = pattern.trim_start_matches("./").trim_end_matches('/');
            let pattern = own.trim_start_matches('/');
            let pattern = if own.contains('/') { pattern.to_owned() } else { format!("**/{pattern}") };
            let glob =
                |pattern: &str| GlobBuilder::new(pattern).literal_separator(true).backslash_escape(false).build();
            match (glob(&pattern), glob(&format!("{pattern}/**"))) {
                (Ok(files), Ok(inside)) => _ = set.add(files).add(inside),
                _ => {
                    let help = "write it like `drafts`, `*.txt` or `reports/2019-20/**`";
                    faults.unclear(text.span(), "this pattern for files cannot be understood").advise(help);
                }
            }
        }
        set.build().unwrap_or_else(|_| {
            let help = "write fewer braces and stars";
            faults.unclear(super::place(list), "these patterns are too large to be worked with").advise(help);
            GlobSet::empty()
        })
    }
}

/// Whether a pattern for files names a disk, or goes up: no path from the root does.
fn leads_out(pattern: &str) -> bool {
    let mut bytes = pattern.bytes();
    let disk = bytes.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && bytes.next() == Some(b':');
    disk || pattern.split('/').any(|part| part == "..")
}

/// The pattern for the paths of reports.
pub fn filing(entry: &Entry, faults: &mut Faults<'_>) -> Option<Filing> {
    let text = words(entry)?;
    if !Patterns::default().takes(text, faults) {
        return None;
    }
    match Filing::read(text.words()) {
        Ok(filing) => Some(filing),
        Err((message, help)) => {
            faults.unclear(text.span(), message).advise(help);
            None
        }
    }
}
