//! A template that changes a part of one that is built in: it can fill the blocks that are there, and nothing else that it
//! says would be seen. Both are told to its author, since the engine drops them without a word.

use super::{BUILT_IN, fault::Fault};
use crate::render::plain;

/// What is wrong with how a template fills another, if it does and anything is.
pub(super) fn misplaced(template: &str) -> Option<Fault> {
    let all = tags(template);
    let (_, parent) = all.iter().find_map(|tag| tag.words.strip_prefix("extends ").map(|name| (tag, name)))?;
    let parent = parent.trim().trim_matches(['"', '\'']).strip_suffix(".md.jinja")?;
    let (_, of_parent) = BUILT_IN.iter().find(|(name, _)| *name == parent)?;
    let known: Vec<&'static str> = blocks(&tags(of_parent)).into_iter().map(|(_, name)| name).collect();
    // A block within one of its own is shown with it.
    let outer = outermost(&all);
    if let Some((line, name)) = outer.iter().find(|(_, name)| !known.contains(name)) {
        let fact = plain(&format!(
            "\u{201c}{parent}\u{201d} has no block \u{201c}{name}\u{201d}, so that this would not be seen"
        ));
        let help = Some(format!("its blocks are {}", known.join(", ")));
        return Some(Fault { line: Some(*line), fact, help, missed: Some((plain(name), known)), meant: None });
    }
    let line = outside(template, &all)?;
    let fact =
        format!("this stands outside the blocks that fill \u{201c}{parent}\u{201d}, so that it would not be seen");
    let help = Some(format!("write it within one of its blocks: {}", known.join(", ")));
    Some(Fault { line: Some(line), fact, help, missed: None, meant: None })
}

/// A tag of a template: where it begins and ends, and what it says.
pub(super) struct Tag<'t> {
    from: usize,
    to: usize,
    pub line: usize,
    pub words: &'t str,
}

/// The tags, comments and values of a template; those of a comment and a value say nothing here.
pub(super) fn tags(template: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = template.get(at..).and_then(|rest| rest.find('{')) {
        let from = at + found;
        let close = match template.get(from..from + 2) {
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = from + 1;
                continue;
            }
        };
        let Some(length) = template.get(from + 2..).and_then(|rest| rest.find(close)) else { break };
        let to = from + 2 + length + 2;
        let inner = template.get(from + 2..from + 2 + length).unwrap_or_default();
        let words = if close == "%}" { inner.trim_matches(['-', '+']).trim() } else { "" };
        let line = template.get(..from).unwrap_or_default().matches('\n').count() + 1;
        tags.push(Tag { from, to, line, words });
        at = to;
    }
    tags
}

/// The blocks that tags open, each with its line.
fn blocks<'t>(tags: &[Tag<'t>]) -> Vec<(usize, &'t str)> {
    tags.iter().filter_map(|tag| tag.words.strip_prefix("block ").map(|name| (tag.line, name.trim()))).collect()
}

/// The same, without those within others.
fn outermost<'t>(tags: &[Tag<'t>]) -> Vec<(usize, &'t str)> {
    let mut deep = 0_usize;
    let mut found = Vec::new();
    for tag in tags {
        if let Some(name) = tag.words.strip_prefix("block ") {
            if deep == 0 {
                found.push((tag.line, name.trim()));
            }
            deep += 1;
        } else if tag.words.starts_with("endblock") {
            deep = deep.saturating_sub(1);
        }
    }
    found
}

/// The line of the first words outside what holds words for later: blocks, macros, and what is set.
fn outside(template: &str, tags: &[Tag<'_>]) -> Option<usize> {
    let (mut deep, mut at) = (0_usize, 0);
    for tag in tags {
        let between = template.get(at..tag.from).unwrap_or_default();
        if deep == 0 && !between.trim().is_empty() {
            return line_of(template, at);
        }
        let first = tag.words.split_whitespace().next().unwrap_or_default();
        match first {
            "block" | "macro" => deep += 1,
            "set" if !tag.words.contains('=') => deep += 1,
            "endblock" | "endmacro" | "endset" => deep = deep.saturating_sub(1),
            _ => {}
        }
        at = tag.to;
    }
    let rest = template.get(at..).unwrap_or_default();
    if rest.trim().is_empty() { None } else { line_of(template, at) }
}

/// The line of the first word from here on.
fn line_of(template: &str, at: usize) -> Option<usize> {
    let rest = template.get(at..)?;
    let start = at + rest.len() - rest.trim_start().len();
    Some(template.get(..start)?.matches('\n').count() + 1)
}
