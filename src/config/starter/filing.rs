//! Where the reports lie, as a pattern: the one that most of their paths are of.

use super::is_pattern;
use crate::form::{Filing, fold};
use crate::report::Report;
use crate::source::Sources;
use crate::term::{self, Parts, Scheme, Term};
use std::collections::BTreeMap;

/// The pattern that most of the reports lie by, and how many of them; `None` where no pattern says what they do.
pub fn pattern(reports: &[Report], sources: &Sources) -> Option<(String, usize)> {
    let mut patterns: BTreeMap<String, usize> = BTreeMap::new();
    for report in reports {
        let of = |district: &str| read(sources.path(report.source), district);
        let Some(pattern) = report.district().and_then(of) else { continue };
        *patterns.entry(pattern).or_default() += 1;
    }
    let (pattern, _) =
        patterns.into_iter().filter(|(pattern, _)| is_pattern(pattern)).max_by_key(|(_, count)| *count)?;
    let filing = Filing::read(&pattern).ok()?;
    let says_so = |report: &&Report| {
        let filed = filing.filed(sources.path(report.source), &crate::form::Districts::default(), Scheme::default());
        let (Some(filed), Some(district)) = (filed, report.district()) else { return false };
        let parts = |term: Term| Parts {
            year: Some(term.year),
            season: Some(term.season),
            half: term.half,
            month: term.month,
            shown: term.shown,
        };
        let term = report.term().map(parts);
        let same = filed.district.is_none_or(|filed| fold(&filed) == fold(district));
        same && term.is_none_or(|term| term::differ(&term, &filed.term).is_none())
    };
    let count = reports.iter().filter(says_so).count();
    // A pattern that does not fit most reports would only raise questions.
    (count * 5 >= reports.len() * 4).then_some((pattern, count))
}

/// A path with the parts that say the district and the term in braces.
fn read(path: &str, district: &str) -> Option<String> {
    let (folders, file) = path.rsplit_once('/').map_or((None, path), |(folders, file)| (Some(folders), file));
    let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts = folders.into_iter().flat_map(|folders| folders.split('/')).chain([file]);
    let parts: Vec<String> = parts.map(|part| piece(part, district)).collect();
    let pattern = parts.join("/");
    pattern.contains("{district}").then_some(pattern)
}

/// One part of a path: `{district}`, `{term}`, both, or its own words.
fn piece(part: &str, district: &str) -> String {
    let (folded, district) = (fold(part), fold(district));
    if folded == district {
        return "{district}".to_owned();
    }
    if let Some(holder) = holder(part) {
        return holder.to_owned();
    }
    // Words that folding leaves as long as they are can be parted where the folded ones are.
    let places = [district.len(), part.len().saturating_sub(district.len() + 1)];
    for (at, is_first) in places.into_iter().zip([true, false]).filter(|_| folded.len() == part.len()) {
        let (Some(before), Some(mark), Some(after)) = (part.get(..at), part.get(at..=at), part.get(at + 1..)) else {
            continue;
        };
        if !matches!(mark, "-" | "_" | " ") {
            continue;
        }
        let (name, rest) = if is_first { (before, after) } else { (after, before) };
        match holder(rest).filter(|_| fold(name) == district) {
            Some(holder) if is_first => return format!("{{district}}{mark}{holder}"),
            Some(holder) => return format!("{holder}{mark}{{district}}"),
            None => {}
        }
    }
    part.to_owned()
}

/// What these words of a path say of a term, if that is all that they say.
fn holder(words: &str) -> Option<&'static str> {
    let reading = term::read(words, Scheme::default());
    if reading.rest || !reading.clashes.is_empty() {
        return None;
    }
    match reading.parts {
        Parts { season: Some(_), .. } => Some("{term}"),
        Parts { year: Some(_), .. } => Some("{academic_year}"),
        _ => None,
    }
}
