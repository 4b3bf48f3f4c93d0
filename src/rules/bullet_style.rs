//! Bullets are typed as characters, or begin differently within one section.
//!
//! Markdown makes a list of lines that begin with `-`. A typed “•” or “–” looks like a bullet in the file, yet
//! runs together into one paragraph on the page; different marks in one section split it into several lists.
//!
//! `--fix` begins every bullet of such a section with `-` and a space, and puts the empty line above the first that
//! a list needs below a paragraph. Numbers stay. It leaves the report alone where a statement would read otherwise.
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
//! ```markdown bad
//! ### Activity last period
//! -Met the heads of the six partner primaries in January
//! -Trained office staff to read the weekly absence codes
//! ```
//!
//! ```markdown good
//! ### Activity last period
//! - Met the heads of the six partner primaries in January
//! - Trained office staff to read the weekly absence codes
//! ```

use crate::diagnostic::{Edit, Level};
use crate::outline::Language;
use crate::report::{Passage, Report, Statement, tight_bullet};
use crate::rule::{Check, Emit, Group, Rule, quoted};
use crate::source::{Source, Sources, Span, number};

pub(super) const RULE: Rule = Rule {
    name: "bullet-style",
    group: Group::Form,
    level: Level::Note,
    check: Check::Report(check),
    fixes: true,
    ..Rule::BASE
};

fn check(report: &Report, emit: &mut Emit<'_>) {
    match report.language {
        Language::Markdown => {}
        Language::Yaml => return in_yaml(report, emit),
        Language::Plain => return,
    }
    let (mut typed, mut mixed): (Vec<Mark>, Option<(Mark, Mark)>) = (Vec::new(), None);
    for passage in report.priorities.iter().flat_map(|priority| &priority.passages) {
        let mut first: Option<Mark> = None;
        for mark in passage.statements.iter().filter_map(|statement| mark(statement, emit.sources)) {
            let first = *first.get_or_insert(mark);
            if mixed.is_none() && mark.sign != first.sign {
                mixed = Some((first, mark));
            }
            if mark.is_typed() {
                typed.push(mark);
            }
        }
    }
    if typed.is_empty() && mixed.is_none() {
        return;
    }
    let help = "begin every bullet with `-` and a space, and leave an empty line above the first";
    let (title, edits) = ("begin every bullet with `-`", rewritten(report, emit.sources).unwrap_or_default());
    if let Some(first) = typed.first() {
        let sign = quoted(emit.sources.get(report.source).map_or("", |s| s.slice(first.span.start, first.span.end)));
        let kind = |mark: &Mark| if mark.sign.is_ascii_digit() { '1' } else { mark.sign };
        let others = if typed.iter().any(|mark| kind(mark) != kind(first)) { " or another mark" } else { "" };
        let lacking = typed.iter().filter(|mark| mark.tight).count();
        let message = match typed.len() {
            1 if first.tight => format!("a bullet has no space after its {sign}"),
            n if n == lacking => format!("{n} bullets have no space after their {sign}{others}"),
            1 => format!("a bullet is typed as {sign}"),
            n => format!("{n} bullets are typed as {sign}{others}"),
        };
        let space = format!("put a space after the {sign} of every bullet, and leave an empty line above the first");
        let (help, title) =
            if lacking < typed.len() { (help, title) } else { (&*space, "put a space after every mark") };
        emit.at(first.span, message).mark("Markdown sees no list here").advise(help).mend(title, edits);
    } else if let Some((first, other)) = mixed {
        let message =
            format!("some bullets of this section begin with `{}` and others with `{}`", first.sign, other.sign);
        emit.at(other.span, message).advise(help).also(first.span, "the first begins so").mend(title, edits);
    }
}

/// Lines of one value of YAML that begin with a `-`, but no space after it: they are read as one sentence.
fn in_yaml(report: &Report, emit: &mut Emit<'_>) {
    let Some(source) = emit.sources.get(report.source) else { return };
    let all = report.priorities.iter().flat_map(|priority| &priority.passages).flat_map(|p| &p.statements);
    let tight: Vec<Span> = all
        .map(|statement| statement.span)
        .filter(|span| {
            let words = source.slice(span.start, span.end);
            let tight = |line: &str| line.trim_start().starts_with('-') && tight_bullet(line.trim_start()).is_some();
            words.contains('\n') && words.lines().all(tight)
        })
        .collect();
    for span in tight {
        let message = "a bullet has no space after its `-`";
        emit.at(Span::new(span.source, span.start, span.start + 1), message)
            .mark("YAML sees no list here: the lines are read as one sentence")
            .advise("put a space after the `-` of every bullet");
    }
}

/// The edits that begin every bullet of a section with typed or several marks alike; `None` where one of them does
/// not stand at the beginning of its line, or is set in below another: how deep it was meant nobody can tell.
fn rewritten(report: &Report, sources: &Sources) -> Option<Vec<Edit>> {
    let source = sources.get(report.source)?;
    let mut edits = Vec::new();
    for passage in report.priorities.iter().flat_map(|priority| &priority.passages) {
        let mut signs = passage.statements.iter().filter_map(|statement| mark(statement, sources));
        let first = signs.next();
        let alike =
            first.is_none_or(|first| !first.is_typed() && signs.all(|mark| mark.sign == first.sign && !mark.tight));
        if !alike {
            edits.extend(in_passage(passage, source, sources)?);
        }
    }
    Some(edits)
}

fn in_passage(passage: &Passage, source: &Source, sources: &Sources) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    // Where the last typed bullet began, and the sign and inset of the first.
    let (mut typed, mut first): (Option<u32>, Option<(char, u32)>) = (None, None);
    for statement in &passage.statements {
        let Some(mark) = mark(statement, sources).or_else(|| below(statement, source)) else { continue };
        let line = source.line(source.position(mark.span.start).line).start;
        if !source.slice(line, mark.span.start).trim().is_empty() {
            return None;
        }
        if matches!(mark.sign, '-' | '*' | '+') && !mark.tight {
            edits.extend((mark.sign != '-').then(|| Edit { span: mark.span, text: "-".to_owned() }));
            continue;
        }
        let inset = mark.span.start - line;
        let (sign, outermost) = *first.get_or_insert((mark.sign, inset));
        let (is_number, numbered) = (mark.sign.is_ascii_digit(), sign.is_ascii_digit());
        if inset != outermost || mark.sign == 'o' && sign != 'o' || is_number != numbered {
            return None;
        }
        let rest = source.slice(mark.span.end, statement.span.end);
        let space = number(rest.len() - rest.trim_start().len());
        let above = source.slice(passage.label.span().end, line);
        let goes_on = typed.is_some_and(|at| !source.slice(at, line).contains("\n\n"));
        let last = above.trim_end_matches([' ', '\t']).strip_suffix('\n').unwrap_or(above);
        let below_words = !last.is_empty() && !last.ends_with('\n') && last.contains('\n');
        let number = if sign.is_ascii_digit() { source.slice(mark.span.start, mark.span.end) } else { "-" };
        let above = if below_words && !goes_on { "\n" } else { "" };
        let span = Span::new(mark.span.source, line, mark.span.end + space);
        edits.push(Edit { span, text: format!("{above}{number} ") });
        typed = Some(line);
    }
    Some(edits)
}

/// The `o` that word processors put before a bullet below a bullet.
fn below(statement: &Statement, source: &Source) -> Option<Mark> {
    let Span { source: id, start, end } = statement.span;
    let mut signs = source.slice(start, end).chars();
    let is_typed = statement.bullet && signs.next() == Some('o') && signs.next().is_some_and(char::is_whitespace);
    is_typed.then(|| Mark { sign: 'o', span: Span::new(id, start, start + 1), tight: false })
}

#[derive(Clone, Copy)]
struct Mark {
    sign: char,
    span: Span,
    /// Whether the space after it is lacking.
    tight: bool,
}

impl Mark {
    /// Whether Markdown sees no list there.
    fn is_typed(self) -> bool {
        self.tight || !self.sign.is_ascii()
    }
}

/// The sign that a statement's words begin with in the file, if it makes a bullet of them.
fn mark(statement: &Statement, sources: &Sources) -> Option<Mark> {
    let Span { source, start, end } = statement.span;
    let words = sources.get(source)?.slice(start, end);
    if let Some(len) = statement.bullet.then(|| tight_bullet(words)).flatten() {
        let span = Span::new(source, start, start + number(len));
        return Some(Mark { sign: words.chars().next()?, span, tight: true });
    }
    let mut signs = words.chars();
    let (sign, next) = (signs.next()?, signs.next()?);
    let bullet = matches!(sign, '-' | '*' | '+') && statement.bullet || !sign.is_ascii() && TYPED.contains(&sign);
    let width = number(sign.len_utf8());
    (bullet && next.is_whitespace()).then(|| Mark { sign, span: Span::new(source, start, start + width), tight: false })
}

/// Signs that word processors put before the items of a list.
const TYPED: &[char] = &['•', '·', '–', '—', '‣', '◦', '▪', '●', '○', '■', '§', '\u{f0b7}', '\u{f0a7}'];
