//! Bullets are typed as characters, or begin differently within one section.
//!
//! Markdown makes a list of lines that begin with `-`. A typed “•” or “–” looks like a bullet in the file, yet
//! runs together into one paragraph on the page; different marks in one section split it into several lists.
//!
//! ```markdown bad
//! ### Activity last period
//! • Met the heads of the six partner primaries in January
//! • Trained office staff to read the weekly absence codes
//! ```
//!
//! ```markdown bad
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//! * Trained office staff to read the weekly absence codes
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//! - Trained office staff to read the weekly absence codes
//! ```

use crate::diagnostic::Level;
use crate::outline::Language;
use crate::report::{Report, Statement};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::source::{Sources, Span, number};

pub(super) const RULE: Rule =
    Rule { name: "bullet-style", group: Group::Form, level: Level::Note, check: Check::Report(check), ..Rule::BASE };

fn check(report: &Report, emit: &mut Emit<'_>) {
    if report.language != Language::Markdown {
        return;
    }
    let (mut typed, mut mixed): (Vec<Mark>, Option<(Mark, Mark)>) = (Vec::new(), None);
    for passage in report.priorities.iter().flat_map(|priority| &priority.passages) {
        let mut first: Option<Mark> = None;
        for mark in passage.statements.iter().filter_map(|statement| mark(statement, emit.sources)) {
            let first = *first.get_or_insert(mark);
            if mixed.is_none() && mark.sign != first.sign {
                mixed = Some((first, mark));
            }
            if !mark.sign.is_ascii() {
                typed.push(mark);
            }
        }
    }
    let help = "begin every bullet with `-` and a space, and leave an empty line above the first";
    if let Some(first) = typed.first() {
        let sign = quoted(&first.sign.to_string());
        let others = if typed.iter().any(|mark| mark.sign != first.sign) { " or another character" } else { "" };
        let message = match typed.len() {
            1 => format!("a bullet is typed as {sign}"),
            n => format!("{n} bullets are typed as {sign}{others}"),
        };
        emit.at(first.span, message).mark("Markdown sees no list here").advise(help);
    } else if let Some((first, other)) = mixed {
        let message =
            format!("some bullets of this section begin with `{}` and others with `{}`", first.sign, other.sign);
        emit.at(other.span, message).advise(help).also(first.span, "the first begins so");
    }
}

#[derive(Clone, Copy)]
struct Mark {
    sign: char,
    span: Span,
}

/// The sign that a statement's words begin with in the file, if it makes a bullet of them.
fn mark(statement: &Statement, sources: &Sources) -> Option<Mark> {
    let Span { source, start, end } = statement.span;
    let mut signs = sources.get(source)?.slice(start, end).chars();
    let (sign, next) = (signs.next()?, signs.next()?);
    let bullet = matches!(sign, '-' | '*' | '+') && statement.bullet || !sign.is_ascii() && TYPED.contains(&sign);
    let width = number(sign.len_utf8());
    (bullet && next.is_whitespace()).then(|| Mark { sign, span: Span::new(source, start, start + width) })
}

/// Signs that word processors put before the items of a list.
const TYPED: &[char] = &['•', '·', '–', '—', '‣', '◦', '▪', '●', '○', '■', '§', '\u{f0b7}', '\u{f0a7}'];
