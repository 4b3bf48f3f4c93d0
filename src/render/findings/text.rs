//! Findings with the lines they are about, in the manner of a compiler, and a closing sentence.

use super::{Concern, Ending, Room, Summary, shown};
use crate::diagnostic::{Diagnostic, Level};
use crate::render::plain;
use crate::source::{Sources, Span};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};
use std::fmt::Write;

/// Lines of more bytes than this are cut around the marks before they are laid out.
const LONG_LINE: u32 = 2_000;
/// The fewest columns before an excerpt: for the number of its line, of one figure, and a rule.
const GUTTER: usize = 4;

/// The findings, then what they add up to and what to do next.
#[must_use]
pub fn text(findings: &[Diagnostic], ending: &Ending, sources: &Sources, colour: bool, width: usize) -> String {
    let room = &ending.room;
    let mut page = laid_out(findings, sources, colour, width, room);
    if let Some(more) = findings.len().checked_sub(room.findings).filter(|more| *more > 0) {
        let raising = if room.raising.is_empty() { String::new() } else { format!(" ({})", room.raising) };
        let most = room.findings;
        _ = writeln!(
            page,
            "{} not shown, since this text shows at most {most}, notes left out first{raising}; --format json and \
             --format concise give them all.\n",
            if more == 1 { "1 more finding is".to_owned() } else { format!("{more} more findings are") },
        );
    }
    page.push_str(&closing(ending));
    page
}

/// The findings with the lines they are about, and nothing more.
#[must_use]
pub fn excerpts(findings: &[Diagnostic], sources: &Sources, colour: bool, width: usize) -> String {
    laid_out(findings, sources, colour, width, &Room::default())
}

fn laid_out(findings: &[Diagnostic], sources: &Sources, colour: bool, width: usize, room: &Room) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(width.min(room.excerpt + GUTTER));
    let around = u32::try_from(room.excerpt).unwrap_or(LONG_LINE);
    let mut page = String::new();
    for found in shown(findings, room.findings) {
        let told = renderer.render(&[group(found, sources, around)]);
        told.lines().filter(|line| !is_bare_mark(line)).for_each(|line| {
            page.push_str(line);
            page.push('\n');
        });
        page.push('\n');
    }
    page
}

/// Whether a line is nothing but the mark of another file: an excerpt whose place is given by itself has one, coloured
/// or not, before its own line.
fn is_bare_mark(line: &str) -> bool {
    let mut parts = line.split('\x1b');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('m').map_or("", |(_, words)| words));
    line.contains(":::") && std::iter::once(first).chain(rest).collect::<String>().trim() == ":::"
}

/// A finding; of a long line, `around` bytes before its words and after them are enough.
fn group<'a>(found: &Diagnostic, sources: &Sources, around: u32) -> Group<'a> {
    let level = match found.level {
        _ if found.explained.is_some() => Shown::INFO.with_name("explained"),
        Level::Error => Shown::ERROR,
        Level::Query => Shown::WARNING.with_name("query"),
        Level::Note => Shown::NOTE,
    };
    let group = Group::with_title(level.primary_title(plain(&found.message)).id(found.rule));
    let mut group = with_excerpt(group, found.span, &found.label, AnnotationKind::Primary, sources, around);
    for other in &found.related {
        group = with_excerpt(group, other.span, &other.message, AnnotationKind::Context, sources, around);
    }
    // Where the message names the priority, and there is no more to the place, once is enough.
    if !found.place.is_empty() && !found.message.contains(&found.place) {
        group = group.element(Shown::NOTE.with_name("at").message(plain(&found.place)));
    }
    match (&found.explained, &found.help) {
        (Some(reason), _) => group.element(Shown::NOTE.with_name("reason").message(plain(reason))),
        (None, Some(help)) => group.element(Shown::HELP.message(plain(help))),
        (None, None) => group,
    }
}

/// Adds the first line of a span, its words marked.
fn with_excerpt<'a>(
    group: Group<'a>,
    span: Span,
    label: &str,
    kind: AnnotationKind,
    sources: &Sources,
    around: u32,
) -> Group<'a> {
    let Some(source) = sources.get(span.source) else { return group };
    let start = source.position(span.start);
    let line = source.line(start.line);
    let mark = span.start.clamp(line.start, line.end)..span.end.clamp(line.start, line.end);
    let (mut from, mut to) = (line.start, line.end);
    if to - from > LONG_LINE {
        from = boundary(&source.text, from.max(mark.start.saturating_sub(around)));
        to = boundary(&source.text, to.min(mark.start.saturating_add(around)));
    }
    let part = |a: u32, b: u32| plain(&source.shown(a..b.max(a)));
    let (before, marked, after) =
        (part(from, mark.start), part(mark.start, mark.end.min(to)), part(mark.end.min(to), to));
    let is_as_written = from == line.start && before.len() == (mark.start - from) as usize;
    let place = before.len()..before.len() + marked.len();
    let annotation: Annotation<'a> = kind.span(place);
    let annotation = if label.is_empty() { annotation } else { annotation.label(plain(label)) };
    let snippet = Snippet::source(before + &marked + &after).line_start(start.line as usize).annotation(annotation);
    let name = plain(&source.name);
    if is_as_written {
        return group.element(snippet.path(name));
    }
    // The column cannot be told from words that were cut or escaped, so the place is given by itself.
    let origin = Origin::path(name).line(start.line as usize).char_column(start.column as usize);
    group.element(origin).element(snippet)
}

fn boundary(text: &str, at: u32) -> u32 {
    let mut at = at;
    while !text.is_char_boundary(at as usize) && at > 0 {
        at -= 1;
    }
    at
}

/// What the findings add up to, and the next step.
#[must_use]
pub fn closing(ending: &Ending) -> String {
    let summary = &ending.summary;
    let mut page = String::new();
    for notice in &ending.notices {
        _ = writeln!(page, "{}: {}", plain(&notice.path), plain(&notice.words));
    }
    counted(ending).iter().for_each(|line| _ = writeln!(page, "{line}"));
    if summary.errors + summary.queries + summary.troubles == 0 {
        ending.checked.iter().for_each(|line| _ = writeln!(page, "  - {}", plain(line)));
    }
    asides(ending).iter().for_each(|line| _ = writeln!(page, "{}", plain(line)));
    _ = writeln!(page, "{}", ready(ending));
    page
}

/// How much was found in how many reports.
pub(super) fn counted(ending: &Ending) -> Option<String> {
    let summary = &ending.summary;
    let Summary { reports, errors, queries, notes, .. } = *summary;
    if errors + queries + notes > 0 {
        let found = listed(&[count(errors, "error"), count(queries, "query"), count(notes, "note")]);
        let of = match (reports, summary.with_findings) {
            (_, 0) if summary.at_settings > 0 => "the settings".to_owned(),
            (1, _) => "1 report".to_owned(),
            (reports, with) => format!("{with} of {reports} reports"),
        };
        let and = summary.at_settings > 0 && summary.with_findings > 0;
        let of = if and { format!("{of} and in the settings") } else { of };
        let mendable = (summary.fixable > 0).then(|| format!("{} can be mended with --fix", summary.fixable));
        let mended = (summary.mended > 0).then(|| format!("{} mended", summary.mended));
        let parts: Vec<String> = mended.into_iter().chain(mendable).collect();
        let aside = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
        Some(format!("{found} in {of}{aside}"))
    } else if reports > 0 {
        let new = if summary.known > 0 { "new " } else { "" };
        let mended =
            if summary.mended > 0 { format!(" ({} mended)", many(summary.mended, "finding")) } else { String::new() };
        Some(format!("{} checked: nothing {new}to correct{mended}", many(reports, "report")))
    } else {
        None
    }
}

/// What else there is to know: what was not compared, what does not count, and how a query is explained.
pub(super) fn asides(ending: &Ending) -> Vec<String> {
    let summary = &ending.summary;
    let mut lines: Vec<String> = ending.unseen.iter().cloned().collect();
    if summary.explained > 0 {
        let are = if summary.explained == 1 { "is" } else { "are" };
        let how = if ending.explained { "" } else { " (--explained shows them)" };
        lines.push(format!("{} {are} explained{how}", many(summary.explained, "finding")));
    }
    if summary.known > 0 {
        let are = if summary.known == 1 { "is" } else { "are" };
        lines.push(format!("{} {are} in the baseline and left out", many(summary.known, "finding")));
    }
    // Where what is passed by is told file by file, it need not be counted.
    if summary.not_reports > 0 && !ending.notices.iter().any(|notice| notice.kind == Concern::Unread) {
        let (files, are) = (
            many(summary.not_reports, "file"),
            if summary.not_reports == 1 { "is no report and was" } else { "are no reports and were" },
        );
        lines.push(format!("{files} {are} left out (--show-files lists them)"));
    }
    lines.extend(ending.explaining.iter().filter(|_| summary.queries > 0).cloned());
    lines
}

/// The next step.
pub(super) fn ready(ending: &Ending) -> String {
    let Summary { errors, notes, known, troubles, queries_at_settings, of_explanations, .. } = ending.summary;
    let others = ending.summary.queries.saturating_sub(queries_at_settings + of_explanations);
    let to_do = [
        count(errors, "error").map(|errors| format!("correct {errors}")),
        count(others, "query").map(|queries| format!("correct or explain {queries}")),
        count(of_explanations, "explanation").map(|them| format!("correct or delete {them}")),
        count(queries_at_settings, "query").map(|queries| format!("see to {queries} at the settings")),
        count(troubles, "file").map(|files| format!("see why {files} could not be checked")),
        (ending.faults() > 0).then(|| "see to what cannot be taken as it is".to_owned()),
    ];
    if ending.stopped {
        return "Nothing was checked.".to_owned();
    }
    if let Some(nothing) = ending.nothing.as_ref().filter(|_| troubles + ending.faults() == 0) {
        return plain(nothing);
    }
    match (to_do.iter().any(Option::is_some), notes) {
        (true, _) => format!("Not ready to submit: {}.", listed(&to_do)),
        (false, _) if ending.partial => {
            "Nothing to correct by the rules chosen; run it with all of them before you submit.".to_owned()
        }
        (false, _) if known > 0 => "Nothing new since the baseline was written.".to_owned(),
        (false, 0) => "Ready to submit.".to_owned(),
        (false, 1) => "Ready to submit. The note is advice: take what helps.".to_owned(),
        (false, notes) => format!("Ready to submit. The {notes} notes are advice: take what helps."),
    }
}

fn count(n: usize, of: &str) -> Option<String> {
    (n > 0).then(|| many(n, of))
}

/// "1 error", "2 queries".
#[must_use]
pub fn many(n: usize, of: &str) -> String {
    match (n, of.strip_suffix('y')) {
        (1, _) => format!("1 {of}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        (_, None) => format!("{n} {of}s"),
    }
}

/// "a, b and c" of those that are there.
fn listed(parts: &[Option<String>]) -> String {
    let there: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    match there.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests;
