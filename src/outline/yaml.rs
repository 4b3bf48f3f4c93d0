//! Reads YAML: reports written as YAML, and the front matter of Markdown ones.
//!
//! The parser's events are put into our own tree, so that every key and every word keeps its place and
//! one fault never hides the rest. No type is guessed: a scalar is the words that stand there. Anchors,
//! aliases, tags and merge keys are faults to be reported, never followed.

use super::{Entry, Kind, MAX_LABELS, Outline, Over};
use crate::form::{Limit, Limits};
use crate::source::{Source, SourceId, Span, number};
use granit_parser::{ErrorKind, Parser};
use std::ops::Range;
use std::sync::Arc;
use tree::Tree;

mod bare;
mod scalar;
mod tree;
mod trouble;
mod value;

/// Reads a YAML source: one report for each document of its stream that says anything.
#[must_use]
pub fn read(source: &Source, id: SourceId, limits: &Limits) -> Outline {
    let mut out = Outline::default();
    let mut documents = documents(&source.text, 0..source.text.len(), id, Way { verbatim: false, limits }, &mut out);
    documents.retain(|d| !d.body.is_empty() || d.entries.iter().any(|e| e.kind != Kind::Comment));
    share_out(&mut documents, number(source.text.len()));
    out.reports = documents;
    out
}

/// Gives every part of a file to one of its reports: each goes on to where the next one begins, the first begins with the
/// file and the last ends with it. Comments before, between and behind them are published too, and so is what could not
/// be read.
fn share_out(documents: &mut [Entry], end: u32) {
    let starts: Vec<u32> = documents.iter().skip(1).map(|next| next.span.start).chain([end]).collect();
    let mut from = 0;
    for (document, to) in documents.iter_mut().zip(starts) {
        document.span = Span::new(document.span.source, from, to);
        from = to;
    }
}

/// Reads a YAML source whose values are no prose: their words are as they are written, stars and brackets too. It sets
/// limits itself, so those that are usual hold for it.
#[must_use]
pub fn plainly(source: &Source, id: SourceId) -> Outline {
    let mut out = Outline::default();
    let way = Way { verbatim: true, limits: &Limits::default() };
    out.reports = documents(&source.text, 0..source.text.len(), id, way, &mut out);
    out
}

/// Reads front matter, which stands at `range` of the source. Gives what stands at its top, keys as a rule;
/// what cannot be read goes to `out`.
#[must_use]
pub fn map(source: &Source, range: Range<usize>, id: SourceId, limits: &Limits, out: &mut Outline) -> Vec<Entry> {
    let mut entries = Vec::new();
    for document in documents(&source.text, range, id, Way { verbatim: false, limits }, out) {
        if !document.body.is_empty() {
            entries.push(Entry::of(Kind::Paragraph, document.body, document.span));
        }
        entries.extend(document.entries);
    }
    entries
}

/// How a stream is read.
#[derive(Clone, Copy)]
struct Way<'a> {
    /// Whether values are taken as they are written, with no markup in them.
    verbatim: bool,
    limits: &'a Limits,
}

/// Every document of a stream, also those that hold nothing but comments.
fn documents(whole: &Arc<String>, range: Range<usize>, id: SourceId, way: Way<'_>, out: &mut Outline) -> Vec<Entry> {
    let from = number(range.start);
    let text = whole.get(range).unwrap_or_default();
    let (size, nesting) = (way.limits.of(Limit::Yaml), way.limits.yaml_nesting());
    if text.len() > size {
        let why = format!("this YAML is larger than the {} that are read", way.limits.words(Limit::Yaml));
        out.over_limit = Some(Over { why, limit: Some(Limit::Yaml) });
        return Vec::new();
    }
    let options = granit_parser::options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // Guidance for officers is often a long run of comments; the size limit bounds it.
        max_buffered_comment_events: size,
        flow_nesting_limit: nesting,
        block_nesting_limit: nesting,
    };
    let mut tree = Tree::new(whole, text, id, from, way);
    let steps = if nesting > DEPTH { bare::steps(text) } else { None };
    if let Some(steps) = steps {
        for (event, start, end, column) in steps {
            tree.event(event, start, end, column);
        }
        return finished(tree, out);
    }
    let mut parser = Parser::new_from_str_with_options(text, options);
    // Front matter stands under a line of its own.
    let lines_before = whole.get(..from as usize).unwrap_or_default().matches('\n').count();
    while let Some(event) = parser.next_event() {
        if tree.labels > MAX_LABELS {
            out.over_limit = Some(Over::fixed(MAX_LABELS, "keys and groups of keys"));
            break;
        }
        let too_deep = match event {
            Ok((event, span)) => (!tree.take(event, span)).then(|| span.start.line()),
            Err(error) if *error.kind() == ErrorKind::RecursionLimitExceeded => Some(error.marker().line()),
            Err(error) => {
                tree.fail(&error);
                if !matches!(parser.proceed_next_document(), Ok(true)) {
                    break;
                }
                None
            }
        };
        if let Some(line) = too_deep {
            let line = line + lines_before;
            let bullets = way.limits.words(Limit::Nesting);
            let why = format!(
                "on line {line} lists and keys nest more than {nesting} deep, which is {bullets} bullets in bullets; \
                 the rest is not read"
            );
            out.over_limit = Some(Over { why, limit: Some(Limit::Nesting) });
            break;
        }
    }
    finished(tree, out)
}

/// The documents of a tree; what is wrong with them goes to `out`.
fn finished(mut tree: Tree<'_>, out: &mut Outline) -> Vec<Entry> {
    out.over_limit = out.over_limit.take().or(tree.over.take());
    let (documents, diagnostics) = tree.finish();
    out.diagnostics.extend(diagnostics);
    documents
}

/// How deep keys nest that are written plainly.
const DEPTH: usize = 3;

#[cfg(test)]
mod tests;
