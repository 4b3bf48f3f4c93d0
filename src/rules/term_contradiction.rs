//! What is said of the term does not agree: season, month, year, heading or the file's folder.
//!
//! A report that was begun as a copy of last term's often keeps one of the old words. It is then filed
//! under the wrong term, and the right one looks as if nobody had reported. Months between two terms
//! (February, April, August) contradict little. A folder or file name counts only if all of it is a term; where
//! termwise.yaml has a `path`, it counts where that pattern says.
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Summer 1 - March 2024
//! ---
//! ```
//!
//! ```markdown bad
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//!
//! # Northmoor: Summer 1 2023/24
//! ```
//!
//! ```markdown bad file=reports/2023-24/summer-1/northmoor.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 2023/24
//! ---
//! ```
//!
//! ```markdown good file=reports/2023-24/spring-2/may.md
//! ---
//! district: Northmoor
//! officers: [Asha Rowe, Tom Pell]
//! term: Spring 2 - March 2024
//! ---
//!
//! # Northmoor: Spring 2023/24
//! ```

use crate::diagnostic::Level;
use crate::report::{Headed, Report, Stated};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::term::{self, Clash, Parts, Reading, Scheme, Unclear};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "term-contradiction",
    group: Group::Header,
    level: Level::Query,
    check: Check::Report(check),
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    for headed in &report.terms {
        if let Some(clash) = headed.stated.value.clashes.first() {
            inside(&headed.stated, clash, emit);
        }
    }
    let Some(first) = report.terms.first() else { return };
    let mut said = Parts::default();
    for headed in &report.terms {
        let parts = headed.stated.value.parts;
        if term::differ(&said, &parts).is_some() {
            between(&report.terms, &headed.stated, emit);
            break;
        }
        said = said.or(parts);
    }
    let path = emit.sources.path(report.source);
    let filed = match &emit.form.filing {
        Some(_) => emit.form.filed(path).map(|filed| (filed.words, filed.term)),
        None => of_path(emit.sources.name(report.source), emit.form.scheme),
    };
    if let Some((folder, parts)) = filed
        && term::differ(&said, &parts).is_some()
    {
        let text = &first.stated.text;
        let message = format!("the term is {}, but the file lies under {}", emit.quote(text), quoted(&folder));
        emit.at(text.span(), message).advise("correct the term here, or move the file to the folder of its term");
    }
}

/// A later statement that differs from one before it.
fn between(terms: &[Headed<Reading>], later: &Stated<Reading>, emit: &mut Emit<'_>) {
    let differs = |first: &&Headed<Reading>| term::differ(&first.stated.value.parts, &later.value.parts).is_some();
    let Some(first) = terms.iter().find(differs) else { return };
    let (here, there) = (&later.text, &first.stated.text);
    let message = format!("the term is {} here, but {} before", emit.quote(here), emit.quote(there));
    let found = emit.at(here.span(), message).advise("write the term that the report is for in both places");
    found.also(there.span(), "the first, which counts");
}

/// One statement that says two things: "Summer 1 - March 2024".
fn inside(stated: &Stated<Reading>, clash: &Clash, emit: &mut Emit<'_>) {
    let text = &stated.text;
    let slice = |range: &Range<usize>| text.slice(with_season(text.words(), range));
    let (first, second) = (slice(&clash.first), slice(&clash.second));
    let help = "write the term that the report is for, and take out or correct what does not belong to it";
    if first.words().is_empty() || second.words().is_empty() {
        let message = format!("{} names two terms at once", emit.quote(text));
        emit.at(text.span(), message).advise(help);
    } else {
        let message = format!("{} and {} do not go together", emit.quote(&first), emit.quote(&second));
        emit.at(second.span(), message).advise(help).also(first.span(), "the first is here");
    }
}

/// The place of a part of a term; of a half, which is a number only, with the word before it: "Spring 1".
fn with_season(words: &str, part: &Range<usize>) -> Range<usize> {
    let is_number = words.get(part.clone()).is_some_and(|half| half.len() == 1);
    let before = words.get(..part.start).filter(|_| is_number).unwrap_or_default().trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let named = !word.is_empty() && word.chars().all(char::is_alphabetic);
    if named { before.len() - word.len()..part.end } else { part.clone() }
}

/// What the last folders and the file's name say of the term: only parts that are a term as a whole, and
/// no month by itself, since files are often named after the month they were written in.
fn of_path(name: &str, scheme: Scheme) -> Option<(String, Parts)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut parts: Vec<&str> = stem.rsplit(['/', '\\']).take(4).collect();
    parts.reverse();
    // No folder of a term is longer, and most folders of a repository hold no term at all.
    parts.retain(|part| part.len() <= 40);
    let mut last = None;
    parts.retain(|part| {
        let reading = term::read(part, scheme);
        let month_alone = reading.parts.month.is_some() && reading.parts.year.is_none();
        let is_kept = reading.is_term() && !month_alone && matches!(reading.unclear, None | Some(Unclear::WholeYear));
        if is_kept {
            last = Some(reading);
        }
        is_kept
    });
    // One by itself has been read already.
    let reading = match parts.len() {
        0 | 1 => last?,
        _ => term::read(&parts.join(" "), scheme),
    };
    let clear = reading.clashes.is_empty() && matches!(reading.unclear, None | Some(Unclear::WholeYear));
    clear.then(|| (parts.join("/"), reading.parts))
}
