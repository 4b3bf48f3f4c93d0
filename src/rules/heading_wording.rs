//! A heading has another wording than the form's.
//!
//! Its meaning is understood. The same words in every report make them easier to lay side by side, and to
//! search. Case, spaces and a colon at the end do not matter. In YAML the form's word is the section's key.
//!
//! Without a space after its `#` it is no heading to other programs. termwise knows it by the form's words.
//!
//! `--fix` writes the form's words, and the space; the level of the heading, and what follows on its line, stay.
//!
//! ```markdown bad
//! ### Exit plan
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```markdown bad
//! ###Exit strategy
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```yaml bad
//! priorities:
//!   - title: Increasing attendance
//!     exit_plan: The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```markdown good
//! ### Exit Strategy:
//! The attendance network takes the pathway on from September 2024.
//! ```
//!
//! ```yaml good partial
//! priorities:
//!   - title: Increasing attendance
//!     exit-strategy: The attendance network takes the pathway on from September 2024.
//! ```

use crate::diagnostic::{Edit, Level};
use crate::form::{Label, fold};
use crate::outline::Language;
use crate::report::{Passage, Priority};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::source::{Source, Span, number};

pub(super) const RULE: Rule = Rule {
    name: "heading-wording",
    group: Group::Form,
    level: Level::Note,
    check: Check::Priority(check),
    fixes: true,
    ..Rule::BASE
};

fn check(priority: &Priority, emit: &mut Emit<'_>) {
    if emit.language() == Language::Markdown {
        let starts = priority.passages.iter().map(|passage| passage.label.span());
        let mut all: Vec<Span> = [priority.span].into_iter().chain(starts).collect();
        // A priority without a title is pointed at by its first label.
        all.dedup();
        all.into_iter().for_each(|span| is_spaced(span, emit));
    }
    priority.passages.iter().for_each(|passage| wording(passage, priority, emit));
}

/// Says where the space after the `#` of a heading is lacking.
fn is_spaced(label: Span, emit: &mut Emit<'_>) {
    let Some(source) = emit.sources.get(label.source).filter(|source| may_lack_it(source, label)) else { return };
    let line = source.line(source.position(label.start).line);
    let words = source.slice(line.start, line.end).trim_start();
    let marks = words.len() - words.trim_start_matches('#').len();
    if marks == 0 || words.get(marks..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric)) {
        return;
    }
    let start = line.end - number(words.len());
    let (span, end) = (Span::new(label.source, start, line.end), start + number(marks));
    let marks = "#".repeat(marks);
    let help = format!("put a space after `{marks}`");
    let span = Span::new(span.source, span.start, span.start + number(source.slice(start, line.end).trim_end().len()));
    let edit = Edit { span: Span::new(label.source, end, end), text: " ".to_owned() };
    let message = format!("a space is missing after the `{marks}` of this heading");
    emit.at(span, message).mark("other programs see no heading here").advise(help.clone()).mend(help, vec![edit]);
}

/// Whether the space may be lacking: a quick look, since most headings have it.
fn may_lack_it(source: &Source, label: Span) -> bool {
    let before = source.text.as_bytes().get(..=label.start as usize).unwrap_or_default();
    let mut after = b' ';
    let mut line = before.iter().rev().take_while(|byte| **byte != b'\n');
    line.any(|byte| {
        let next = std::mem::replace(&mut after, *byte);
        *byte == b'#' && !matches!(next, b'#' | b' ')
    }) || before.last() == Some(&b'#')
}

fn wording(passage: &Passage, priority: &Priority, emit: &mut Emit<'_>) {
    let label = &passage.label;
    let (Some(section), Some(source)) = (emit.form.section(passage.section), emit.sources.get(label.span().source))
    else {
        return;
    };
    if label.words() == section.heading {
        return;
    }
    let words = fold(label.words());
    let known = emit.form.whole_label(label.words()) == Some(Label::Section(passage.section));
    let (key, canonical) = (fold(&section.key) == words, fold(&section.heading) == words);
    let (wanted, shown, help) = match emit.language() {
        Language::Markdown if known && !canonical && is_heading(source, label.span()) => {
            let shown = quoted(&section.heading);
            (section.heading.clone(), shown.clone(), format!("write {shown}"))
        }
        Language::Yaml if known && !canonical && !key => {
            (section.key.clone(), format!("`{}`", section.key), format!("write the key `{}:`", section.key))
        }
        Language::Markdown | Language::Yaml | Language::Plain => return,
    };
    // A key may not stand twice.
    let alone = emit.language() == Language::Markdown || priority.passages_of(passage.section).count() == 1;
    let edit = (alone && source.holds(label)).then(|| Edit { span: label.span(), text: wanted });
    let message = format!("{} is called {shown} in the form", emit.quote(label));
    emit.at(label.span(), message).advise(help.clone()).mend(help, edit.into_iter().collect());
}

/// Whether the words stand on a line that `#` opens.
fn is_heading(source: &Source, label: Span) -> bool {
    let line = source.line(source.position(label.start).line);
    source.slice(line.start, line.end).trim_start_matches([' ', '>']).starts_with('#')
}
