//! Reads YAML: reports written as YAML, and the front matter of Markdown ones.
//!
//! The parser's events are put into our own tree, so that every key and every word keeps its place and
//! one fault never hides the rest. No type is guessed: a scalar is the words that stand there. Anchors,
//! aliases, tags and merge keys are faults to be reported, never followed.

use super::{Entry, Kind, MAX_YAML, MAX_YAML_NESTING, Outline};
use crate::source::{Source, SourceId, number};
use granit_parser::{ErrorKind, Parser};
use std::ops::Range;
use std::sync::Arc;
use tree::Tree;

mod scalar;
mod tree;
mod trouble;
mod value;

/// Reads a YAML source: one report for each document of its stream that says anything.
#[must_use]
pub fn read(source: &Source, id: SourceId) -> Outline {
    let mut out = Outline::default();
    let mut documents = documents(&source.text, 0..source.text.len(), id, false, &mut out);
    documents.retain(|d| !d.body.is_empty() || d.entries.iter().any(|e| e.kind != Kind::Comment));
    out.reports = documents;
    out
}

/// Reads a YAML source whose values are no prose: their words are as they are written, stars and brackets too.
#[must_use]
pub fn plainly(source: &Source, id: SourceId) -> Outline {
    let mut out = Outline::default();
    out.reports = documents(&source.text, 0..source.text.len(), id, true, &mut out);
    out
}

/// Reads front matter, which stands at `range` of the source. Gives what stands at its top, keys as a rule;
/// what cannot be read goes to `out`.
#[must_use]
pub fn map(source: &Source, range: Range<usize>, id: SourceId, out: &mut Outline) -> Vec<Entry> {
    let mut entries = Vec::new();
    for document in documents(&source.text, range, id, false, out) {
        if !document.body.is_empty() {
            entries.push(Entry::of(Kind::Paragraph, document.body, document.span));
        }
        entries.extend(document.entries);
    }
    entries
}

/// Every document of a stream, also those that hold nothing but comments; `verbatim` where no markup is read.
fn documents(whole: &Arc<String>, range: Range<usize>, id: SourceId, verbatim: bool, out: &mut Outline) -> Vec<Entry> {
    let from = number(range.start);
    let text = whole.get(range).unwrap_or_default();
    if text.len() > MAX_YAML {
        let (size, most) = (text.len().div_ceil(1024), MAX_YAML / 1024);
        out.over_limit = Some(format!("this YAML is {size} KB; termwise reads at most {most} KB"));
        return Vec::new();
    }
    let options = granit_parser::options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // Guidance for officers is often a long run of comments; the size limit bounds it.
        max_buffered_comment_events: MAX_YAML,
        flow_nesting_limit: MAX_YAML_NESTING,
        block_nesting_limit: MAX_YAML_NESTING,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut tree = Tree::new(whole, text, id, from, verbatim);
    // Front matter stands under a line of its own.
    let lines_before = whole.get(..from as usize).unwrap_or_default().matches('\n').count();
    while let Some(event) = parser.next_event() {
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
            let why = format!(
                "on line {line} lists and keys nest more than {MAX_YAML_NESTING} deep; termwise reads no further"
            );
            out.over_limit = Some(why);
            break;
        }
    }
    let (documents, diagnostics) = tree.finish();
    out.diagnostics.extend(diagnostics);
    documents
}

#[cfg(test)]
mod tests;
