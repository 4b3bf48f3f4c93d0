//! Findings as a page to read, for a web page and for the summary of a pipeline: the next step first, then what was
//! found, file by file, and what was looked for and not found. How it looks is for the writers of pages.

use super::text::{asides, counted, ready};
use super::{Concern, Notice, Results, many, sentence, shown};
use crate::diagnostic::{Diagnostic, Level};
use crate::page::{Block, Cell, Mark, Page, Run, Words, words};
use crate::source::Source;
use std::collections::HashSet;

/// How much of a run stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it, with what was looked for and not found: a page of its own.
    Whole,
    /// The findings, the first of many: part of another page.
    Short,
}

/// The most files that are named as not read.
const MOST_UNREAD: usize = 10;

/// The most findings of a short page: it goes where a megabyte is the limit.
const MOST: usize = 250;

/// The page of a run.
#[must_use]
pub fn sheet(results: &Results<'_>, extent: Extent) -> Page {
    let (ending, mut blocks) = (results.ending, Vec::new());
    blocks.push(Block::Note(vec![run(&ready(ending), Mark::Strong)]));
    blocks.extend(counted(ending).into_iter().chain(asides(ending)).map(|line| Block::Note(words(capital(&line)))));
    let most = if extent == Extent::Whole { ending.room.findings } else { MOST };
    let found = shown(results.found, most);
    if let Some(more) = results.found.len().checked_sub(found.len()).filter(|more| *more > 0) {
        let more = if more == 1 { "1 more finding is".to_owned() } else { format!("{more} more findings are") };
        let more = format!(
            "{more} not on this page, notes left out first; findings.jsonl of the run, or --format jsonl, has them all."
        );
        blocks.push(Block::Note(words(more)));
    }
    // What fails the run by itself comes before all that does not.
    let (faults, others): (Vec<&Notice>, Vec<&Notice>) =
        ending.notices.iter().partition(|notice| notice.kind == Concern::Fault);
    blocks.extend(told("What cannot be taken as it is", &faults));
    blocks.extend(by_file(results));
    blocks.extend(told("What else to look at", &others));
    if !results.troubles.is_empty() {
        blocks.push(Block::Heading(1, words("Not checked")));
        let line = |name: &str, why: &str| vec![run(name, Mark::Strong), run(&format!(": {why}"), Mark::Plain)];
        blocks.push(Block::List(results.troubles.iter().map(|t| line(&t.name, &t.why)).collect()));
    }
    // The files with the worst come first; the others stand as they are named.
    let mut files: Vec<&[&Diagnostic]> = found.chunk_by(|a, b| a.span.source == b.span.source).collect();
    files.sort_by_key(|of| std::cmp::Reverse(worst(of)));
    for of in files {
        let Some(source) = of.first().and_then(|found| results.sources.get(found.span.source)) else { continue };
        // Of one report, the title has its name already.
        let is_all = of.first().is_some_and(|found| *results.checked == [found.span.source]);
        blocks.push(Block::Heading(1, words(if is_all { "What was found" } else { &source.name })));
        let mut told = HashSet::new();
        // What must be corrected comes first; within a level, as it stands in the report.
        let mut of: Vec<&Diagnostic> = of.to_vec();
        of.sort_by_key(|found| std::cmp::Reverse(found.level));
        of.iter().for_each(|found| blocks.extend(finding(found, source, told.insert(found.rule), results)));
    }
    let summary = ending.summary;
    // A clean report is met with what was read of it, as in the text.
    if extent == Extent::Whole || summary.errors + summary.queries + summary.troubles == 0 {
        blocks.extend(read(results));
    }
    if extent == Extent::Whole {
        blocks.extend(passed(results));
    }
    Page { title: title(results), blocks }
}

/// What there is to tell of files beside findings, under this heading.
fn told(heading: &str, notices: &[&Notice]) -> Vec<Block> {
    if notices.is_empty() {
        return Vec::new();
    }
    let line = |notice: &&Notice| {
        vec![run(&notice.path, Mark::Strong), run(&format!(": {}", notice.sentences()), Mark::Plain)]
    };
    vec![Block::Heading(1, words(heading)), Block::List(notices.iter().map(line).collect())]
}

/// The worst level among findings that count.
fn worst(found: &[&Diagnostic]) -> Option<Level> {
    found.iter().filter(|found| found.explained.is_none()).map(|found| found.level).max()
}

fn title(results: &Results<'_>) -> String {
    match results.checked {
        [only] if results.ending.summary.reports <= 1 => format!("Check of {}", results.sources.name(*only)),
        [] if !results.ending.notices.is_empty() => "Check of what has changed".to_owned(),
        checked => format!("Check of {}", many(checked.len().max(results.ending.summary.reports), "report")),
    }
}

/// How many findings each file has, where there are several files.
fn by_file(results: &Results<'_>) -> Option<Block> {
    let row = |of: &[Diagnostic]| {
        let file = of.first()?.span.source;
        let count = |level| {
            let of = of.iter().filter(|found| found.explained.is_none() && found.level == level);
            Cell::Number(of.count() as u64)
        };
        let name = Cell::Words(results.sources.name(file).to_owned());
        Some(vec![name, count(Level::Error), count(Level::Query), count(Level::Note)])
    };
    let mut files: Vec<&[Diagnostic]> = results.found.chunk_by(|a, b| a.span.source == b.span.source).collect();
    files.sort_by_key(|of| std::cmp::Reverse(worst(&of.iter().collect::<Vec<_>>())));
    let rows: Vec<Vec<Cell>> = files.into_iter().filter_map(row).collect();
    let head = ["File", "Errors", "Queries", "Notes"].map(str::to_owned).to_vec();
    (rows.len() > 1).then_some(Block::Table { head, rows })
}

/// What a finding says, where, and what to do about it; of the first of its rule in a file, why it matters too.
fn finding(found: &Diagnostic, source: &Source, first: bool, results: &Results<'_>) -> [Block; 2] {
    let level = match found.level {
        _ if found.explained.is_some() => "Explained",
        Level::Error => "Error",
        Level::Query => "Query",
        Level::Note => "Note",
    };
    let place = if found.place.is_empty() { String::new() } else { format!(": {}", found.place) };
    let mut lines = vec![line("Where", &format!("line {}{place}", source.position(found.span.start).line))];
    lines.extend(quote(found, source, results.ending.room.excerpt));
    for other in &found.related {
        let start = results.sources.start(other.span).line;
        let file = if other.span.source == found.span.source {
            String::new()
        } else {
            format!("{}, ", results.sources.name(other.span.source))
        };
        let words: String = results.sources.shown(other.span).chars().take(results.ending.room.excerpt).collect();
        lines.push(line("See also", &format!("{file}line {start}: \u{201c}{}\u{201d} ({})", words, other.message)));
    }
    match (&found.explained, &found.help) {
        (Some(reason), _) => lines.push(line("Reason given", reason)),
        (None, Some(help)) => lines.push(line("What to do", &quoted(help))),
        (None, None) => {}
    }
    let about = results.rules.iter().find(|rule| rule.name == found.rule && first);
    lines.extend(about.and_then(why).map(|why| line("Why it matters", &why)));
    lines.push(line("Rule", found.rule));
    [Block::Heading(2, words(format!("{level}: {}", sentence(&found.message)))), Block::List(lines)]
}

/// Why a rule looks: the first two sentences of the second paragraph of its page, without marks.
fn why(rule: &super::About) -> Option<String> {
    let why = rule.page.split("\n\n").nth(1).filter(|why| !why.starts_with("```"))?;
    let why = why.replace('\n', " ").replace(['`', '*'], "");
    let sentences: Vec<&str> = why.split(". ").take(2).collect();
    Some(format!("{}.", sentences.join(". ").trim_end_matches('.')))
}

/// The line that a finding is about, its words marked, cut where it is long.
fn quote(found: &Diagnostic, source: &Source, most: usize) -> Option<Words> {
    let at = source.line(source.position(found.span.start).line);
    let (from, to) = (found.span.start.clamp(at.start, at.end), found.span.end.clamp(at.start, at.end));
    if from == to {
        return None;
    }
    let (before, marked, after) = (source.shown(at.start..from), source.shown(from..to), source.shown(to..at.end));
    // The mark that makes a heading or a bullet of the line says nothing.
    let start = before.trim_start_matches('#').trim_start_matches(' ');
    let before = ["- ", "* ", "\u{2022} "].iter().find_map(|mark| start.strip_prefix(mark)).unwrap_or(start).to_owned();
    let room = most.saturating_sub(marked.chars().count()) / 2;
    let skipped = before.chars().count().saturating_sub(room);
    let mut text = vec![run("It says:", Mark::Strong), run(if skipped > 0 { " \u{2026} " } else { " " }, Mark::Plain)];
    text.push(run(&before.chars().skip(skipped).collect::<String>(), Mark::Plain));
    text.push(run(&cut(&marked, most), Mark::Strong));
    text.push(run(&cut(&after, room), Mark::Plain));
    Some(text)
}

/// Words that begin a paragraph.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Help as people read it on a page: what is to be typed stands in quotation marks.
fn quoted(help: &str) -> String {
    let mut parts = help.split('`');
    let mut text = parts.next().unwrap_or_default().to_owned();
    if help.matches('`').count() % 2 == 1 {
        return help.to_owned();
    }
    for (at, part) in parts.enumerate() {
        text.push(if at % 2 == 0 { '\u{201c}' } else { '\u{201d}' });
        text.push_str(part);
    }
    text
}

/// The first `most` characters.
fn cut(words: &str, most: usize) -> String {
    let short: String = words.chars().take(most).collect();
    if short.len() == words.len() { short } else { short + " \u{2026}" }
}

/// What was read, so that a reader sees whether that is the report.
fn read(results: &Results<'_>) -> Vec<Block> {
    if results.ending.checked.is_empty() {
        return Vec::new();
    }
    let lines = results.ending.checked.iter().map(|line| words(sentence(line))).collect();
    vec![Block::Heading(1, words("What was read")), Block::List(lines)]
}

/// The rules that found nothing.
fn passed(results: &Results<'_>) -> Vec<Block> {
    let has_found = |name: &str| results.found.iter().chain(results.known).any(|found| found.rule == name);
    let passed: Vec<_> = results.rules.iter().filter(|rule| rule.judged && !has_found(rule.name)).collect();
    if passed.is_empty() {
        return Vec::new();
    }
    let row = |rule: &&super::About| {
        [&rule.summary, rule.group, rule.name].map(|words| Cell::Words(words.to_owned())).to_vec()
    };
    let head = ["Looked for, and not found", "Group", "Rule"].map(str::to_owned).to_vec();
    let found_nothing = format!("{} looked and found nothing.", many(passed.len(), "rule"));
    let mut blocks = vec![Block::Heading(1, words("What is in order")), Block::Note(words(found_nothing))];
    let unread = &results.ending.unread;
    if !unread.is_empty() {
        let named = unread.iter().take(MOST_UNREAD).cloned().collect::<Vec<_>>().join("; ");
        let more = unread.len().saturating_sub(MOST_UNREAD);
        let what = if more > 0 { format!("{named}; and {more} more") } else { named };
        blocks
            .push(Block::Note(words(format!("In what could not be read, little or nothing was looked for: {what}."))));
    }
    blocks.push(Block::Table { head, rows: passed.iter().map(row).collect() });
    blocks
}

fn line(of: &str, what: &str) -> Words {
    vec![run(&format!("{of}:"), Mark::Strong), run(&format!(" {what}"), Mark::Plain)]
}

fn run(words: &str, mark: Mark) -> Run {
    Run { words: words.to_owned(), mark }
}
