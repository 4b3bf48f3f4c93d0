//! The template's own question still stands above the answer.
//!
//! It reads as if the district had written it, and it is printed in every document made from the report. Where
//! the question stands alone, the section is empty, and `section-empty` says so.
//!
//! `--fix` deletes the question, and the empty line that it would leave. The answer stays as it is.
//!
//! ```markdown bad
//! ### Exit strategy
//! Where this priority will no longer be a locality group focus, how will this work be sustained?
//!
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```markdown good
//! ### Exit strategy
//! The attendance network takes the pathway on from September 2024.
//! ```

use crate::diagnostic::{Edit, Level};
use crate::form::SectionId;
use crate::outline::Language;
use crate::report::{Passage, Priority};
use crate::rule::{Check, Emit, Group, Rule};
use crate::source::{Source, Span, Text, number};
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    name: "template-prompt",
    group: Group::Form,
    level: Level::Query,
    check: Check::Priority(check),
    fixes: true,
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    if priority.passages.iter().all(|part| part.prompts().is_empty()) {
        return;
    }
    let answers = priority.passages.iter().filter(|part| !part.is_empty());
    let answered: HashSet<SectionId> = answers.map(|part| part.section).collect();
    // Without an answer it is the empty section that is told, where an answer is owed.
    let owed = |id: SectionId| emit.form.section(id).is_some_and(|section| emit.demand(section, priority).is_some());
    let told = |part: &&Passage| answered.contains(&part.section) || !owed(part.section);
    let asks: Vec<&Passage> = priority.passages.iter().filter(told).collect();
    for (part, prompt) in asks.into_iter().flat_map(|part| part.prompts().iter().map(move |prompt| (part, prompt))) {
        let is_answered = answered.contains(&part.section);
        let help = if is_answered {
            "delete the question, and keep the answer"
        } else {
            "write an answer in its place, or delete the question"
        };
        let source = emit.sources.get(prompt.span().source);
        let span = source.and_then(|source| deleted(source, prompt, emit.language()));
        let edit = span.map(|span| Edit { span, text: String::new() });
        emit.at(prompt.span(), "the template's own question is still here")
            .advise(help)
            .mend("delete the question", edit.into_iter().collect());
    }
}

/// What to delete so that the question is gone: its lines with an empty one beside them, or the question alone
/// where the answer stands on its line. In YAML, only an item that is the question.
fn deleted(source: &Source, prompt: &Text, language: Language) -> Option<Span> {
    let span = prompt.span();
    let lines = source.whole_lines(span.start..span.end);
    let (before, after) = (source.slice(lines.start, span.start), source.slice(span.end, lines.end));
    let bare = |words: &str| words.trim_matches([' ', '\t', '\n', '-', '*', '_', '>', '"', '\'']).is_empty();
    let in_item = language == Language::Markdown || before.trim_start().starts_with("- ");
    if language == Language::Plain || !same(source.slice(span.start, span.end), prompt.words()) || !bare(before) {
        return None;
    }
    if !bare(after) {
        let alone = before.is_empty() || before.ends_with([' ', '\t']);
        let space = after.len() - after.trim_start_matches([' ', '\t']).len();
        let parted = alone && space > 0 && language == Language::Markdown;
        return parted.then(|| Span::new(span.source, span.start, span.end + number(space)));
    }
    let mut gone = lines;
    if language == Language::Markdown {
        let next = source.whole_lines(gone.end..gone.end);
        if next.end > gone.end && source.slice(next.start, next.end).trim().is_empty() {
            gone.end = next.end;
        } else if next.end == gone.end {
            let kept = source.slice(0, gone.start).trim_end_matches([' ', '\t', '\n']);
            let ends_line = source.slice(0, gone.end).ends_with('\n');
            gone.start = gone.start.min(number(kept.len()) + u32::from(ends_line));
        }
    }
    in_item.then(|| Span::new(span.source, gone.start, gone.end))
}

/// Whether both are the same words, however they are broken into lines.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
