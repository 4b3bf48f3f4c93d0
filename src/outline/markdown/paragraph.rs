//! A paragraph outside lists: it may be a bold heading, lines of labels and values, or typed bullets.

use super::heading;
use super::inline::{joined, settled};
use super::lines::Lines;
use crate::form::Tail;
use crate::outline::{Body, Entry, IsLabel, Kind, split_label};
use crate::source::{Layout, Span, Text};
use std::ops::Range;

/// What a paragraph holds; one that is bold as a whole is a heading where `headed`.
pub(super) fn entries(
    text: &str,
    layout: &Layout,
    lines: &mut Lines,
    span: Span,
    headed: bool,
    is_label: IsLabel<'_>,
) -> Vec<Entry> {
    let Some(whole) = lines.whole(text, layout) else { return Vec::new() };
    if lines.plain.is_some() && is_ordinary(whole.words(), is_label) {
        return vec![Entry::of(Kind::Paragraph, whole, span)];
    }
    lines.spell_out(text, layout);
    let lines = &*lines;
    let count = lines.lines.len();
    let line = |from: usize, to: usize| lines.text(text, layout, from..to);
    if headed && count == 1 && is_bold_only(lines, &whole) {
        let words = lines.unbold(text, layout).unwrap_or(whole);
        return vec![heading(7, words, span, is_label)];
    }
    let texts: Vec<Option<Text>> = (0..count).map(|at| line(at, at + 1)).collect();
    let label = |at: usize| texts.get(at)?.as_ref().and_then(|words| labelled(words, lines, at, is_label));
    let near = |at: usize| texts.get(at).and_then(Option::as_ref).is_some_and(|words| is_near(words, is_label));
    if label(0).is_some() || count > 1 && (0..count).all(|at| label(at).is_some() || near(at)) {
        return labels(count, &label, &near, &line);
    }
    if headed && let Some(found) = headings(count, &texts, &line, is_label) {
        return found;
    }
    bullets(0..count, &texts, &line).unwrap_or_else(|| vec![Entry::of(Kind::Paragraph, settled(whole), span)])
}

/// Lines with typed bullets among them, and the words before the first; `None` without any.
fn bullets(
    lines: Range<usize>,
    texts: &[Option<Text>],
    line: &dyn Fn(usize, usize) -> Option<Text>,
) -> Option<Vec<Entry>> {
    let words_of = |at: usize| texts.get(at).and_then(Option::as_ref).map_or("", Text::words);
    // Written with an escape it is meant as plain words; one star may point to a footnote.
    let tight: Vec<usize> = lines
        .clone()
        .filter(|at| {
            let text = texts.get(*at).and_then(Option::as_ref);
            text.is_some_and(|text| {
                text.markup().get(..1) == text.words().get(..1) && tight_bullet(text.words()).is_some()
            })
        })
        .collect();
    let is_tight = |at: usize| tight.binary_search(&at).is_ok() && (tight.len() > 1 || !words_of(at).starts_with('*'));
    // Below a bullet of another kind, `o` and one space is the bullet that word processors put under it.
    let mark_of = |words: &str| {
        let below = words.starts_with("o ").then_some(2);
        typed_bullet(words).or(below).or_else(|| tight_bullet(words))
    };
    let typed = lines.clone().skip_while(|at| typed_bullet(words_of(*at)).is_none() && !is_tight(*at));
    let begins = |at: &usize| is_tight(*at) || typed_bullet(words_of(*at)).is_some() || words_of(*at).starts_with("o ");
    let starts: Vec<usize> = typed.filter(begins).collect();
    let first = starts.first().copied()?;
    let mut found: Vec<Entry> = line(lines.start, first)
        .map(settled)
        .into_iter()
        .map(|t| Entry::of(Kind::Paragraph, t.clone(), t.span()))
        .collect();
    for (nth, at) in starts.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(lines.end);
        let Some(item) = line(*at, end) else { continue };
        let mark = mark_of(item.words()).unwrap_or(0);
        let words = settled(item.slice(mark..item.words().len()));
        let body = Some(words).filter(|words| !words.words().is_empty());
        found.push(Entry::of(Kind::Item, body, item.span()));
    }
    Some(found)
}

/// Headings of the form that lack the space after their `#`, with the words between them; `None` without any.
fn headings(
    count: usize,
    texts: &[Option<Text>],
    line: &dyn Fn(usize, usize) -> Option<Text>,
    is_label: IsLabel<'_>,
) -> Option<Vec<Entry>> {
    let level = |at: usize| texts.get(at)?.as_ref().and_then(|text| tight_heading(text.markup(), is_label));
    let mut starts: Vec<usize> = (0..count).filter(|at| level(*at).is_some()).collect();
    let first = *starts.first()?;
    starts.push(count);
    let paragraph = |from: usize, to: usize| {
        let text = if from < to { line(from, to).map(settled) } else { None };
        let whole = || text.map(|text| Entry::of(Kind::Paragraph, text.clone(), text.span())).into_iter().collect();
        bullets(from..to, texts, line).unwrap_or_else(whole)
    };
    let mut found: Vec<Entry> = paragraph(0, first);
    for pair in starts.windows(2) {
        let [at, next] = pair else { continue };
        if let (Some(level), Some(Some(text))) = (level(*at), texts.get(*at)) {
            let words = text.slice(usize::from(level)..text.words().len());
            found.push(heading(level, words, text.span(), is_label));
        }
        found.extend(paragraph(at + 1, *next));
    }
    Some(found)
}

/// The level of a heading of the form that lacks the space after its `#`, misspelt or not: `###Impact so far`.
pub(crate) fn tight_heading(markup: &str, is_label: IsLabel<'_>) -> Option<u8> {
    let words = markup.trim_start_matches('#');
    let level = u8::try_from(markup.len() - words.len()).ok().filter(|level| (1..=6).contains(level))?;
    let known = || split_label(words, is_label).is_some() || is_label(words, Tail::NearSection);
    (words.starts_with(char::is_alphanumeric) && known()).then_some(level)
}

/// A label on a line of its own at the margin, straight below the words of a bullet: CommonMark lets it go on
/// with them, but whoever wrote it began a section. Gives the bullet's own lines, and what the rest holds.
pub(super) fn below_item(
    text: &str,
    layout: &Layout,
    lines: &Lines,
    is_label: IsLabel<'_>,
) -> Option<(usize, Vec<Entry>)> {
    let count = lines.lines.len();
    let line = |from: usize, to: usize| lines.text(text, layout, from..to);
    let label = |at: usize| {
        let place = lines.lines.get(at).filter(|_| at > 0)?.text.start;
        let at_margin = text.get(..place).is_some_and(|before| before.trim_end_matches('*').ends_with('\n'));
        let words = line(at, at + 1).filter(|words| at_margin && words.words().starts_with(char::is_uppercase))?;
        // One word may be the last of a sentence, which was broken before it.
        let found = labelled(&words, lines, at, is_label).filter(|(label, _)| label.words().contains(' '))?;
        found.1.is_none().then_some(found)
    };
    let first = (1..count).find(|at| label(*at).is_some())?;
    Some((first, labels(count, &label, &|_| false, &line)))
}

/// Lines that begin with labels; a line without one goes on with the value before it on the label's line, but one
/// that nearly has one (`near`) is a paragraph of its own.
fn labels(
    count: usize,
    label: &dyn Fn(usize) -> Option<(Text, Option<Text>)>,
    near: &dyn Fn(usize) -> bool,
    line: &dyn Fn(usize, usize) -> Option<Text>,
) -> Vec<Entry> {
    let starts: Vec<usize> = (0..count).filter(|at| label(*at).is_some() || near(*at)).collect();
    let mut found = Vec::new();
    for (nth, at) in starts.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(count);
        let Some((name, value)) = label(*at) else {
            found.extend(line(*at, end).map(settled).map(|text| Entry::of(Kind::Paragraph, text.clone(), text.span())));
            continue;
        };
        // A label alone on its line has the next line for its value; what follows that is no part of it.
        let last = if value.is_none() { end.min(at + 2) } else { end };
        let parts: Vec<Text> = value.into_iter().chain(line(at + 1, last)).collect();
        let body: Body = joined(&parts, " ").into();
        let span = body.last().map_or(name.span(), |value| name.span().to(value.span()));
        found.push(Entry { kind: Kind::Label, label: Some(name), body, entries: Vec::new(), span });
        found.extend(line(last, end).map(settled).map(|text| {
            let span = text.span();
            Entry::of(Kind::Paragraph, text, span)
        }));
    }
    found
}

/// The label that opens a line, and its value. A bold label may be a section's; running text may only
/// hold a field's.
fn labelled(words: &Text, lines: &Lines, at: usize, is_label: IsLabel<'_>) -> Option<(Text, Option<Text>)> {
    let line = lines.lines.get(at)?;
    let bold = lines.bold.partition_point(|bold| bold.start < line.words.start);
    let bold = lines.bold.get(bold).filter(|bold| bold.start == line.words.start && bold.end <= line.words.end);
    let known = |words: &str, tail: Tail| match (tail, bold) {
        (Tail::None, _) => is_label(words, Tail::None),
        (Tail::Colon, Some(bold)) => words.len() + 2 >= bold.len() && is_label(words, Tail::Colon),
        (Tail::Colon, None) => is_label(words, Tail::Value),
        (Tail::Dash | Tail::Value | Tail::Near | Tail::NearSection, _) => false,
    };
    let (end, rest, _) = split_label(words.words(), &known)?;
    if is_escaped(words, end) {
        return None;
    }
    let value = words.slice(rest..words.words().len());
    Some((words.slice(0..end), (!value.words().is_empty()).then_some(value)))
}

/// Whether a line begins with words that are nearly a field's label, and a colon.
fn is_near(words: &Text, is_label: IsLabel<'_>) -> bool {
    words.words().split_once(':').is_some_and(|(head, _)| is_label(head.trim_end(), Tail::Near))
}

/// Whether a line without markup is neither label nor typed bullet.
fn is_ordinary(words: &str, is_label: IsLabel<'_>) -> bool {
    let known = |words: &str, tail: Tail| match tail {
        Tail::None => is_label(words, Tail::None),
        Tail::Colon => is_label(words, Tail::Value),
        Tail::Dash | Tail::Value | Tail::Near | Tail::NearSection => false,
    };
    typed_bullet(words).is_none()
        && tight_bullet(words).is_none()
        && tight_heading(words, is_label).is_none()
        && split_label(words, &known).is_none()
}

/// Whether the label, or the colon after it, is written with an escape: then it is meant as plain words.
fn is_escaped(words: &Text, end: usize) -> bool {
    let markup = words.markup().trim_start_matches(['*', '_']);
    let label = words.words().get(..end).unwrap_or_default();
    let Some(after) = markup.strip_prefix(label) else { return true };
    after.trim_start_matches(['*', '_', ' ']).starts_with(['\\', '&'])
}

fn is_bold_only(lines: &Lines, whole: &Text) -> bool {
    let bold: usize = lines.bold.iter().map(ExactSizeIterator::len).sum();
    bold > 0 && bold >= whole.words().trim_end_matches(':').len() && whole.words().chars().count() <= 160
}

/// The bytes of a typed bullet and the space after it, as word processors leave them in pasted text.
pub(crate) fn typed_bullet(words: &str) -> Option<usize> {
    // Nearly all words begin with a letter of their own.
    if words.bytes().next().is_none_or(|first| first.is_ascii() && first != b'o') {
        return None;
    }
    let mark = words.chars().next()?;
    let after = words.get(mark.len_utf8()..)?;
    let spaces = after.len() - after.trim_start().len();
    let bullet = match mark {
        '\u{2022}' | '\u{b7}' | '\u{25aa}' | '\u{25cf}' | '\u{25cb}' | '\u{25e6}' | '\u{2023}' | '\u{25a0}'
        | '\u{a7}' | '\u{f0b7}' => true,
        '\u{2013}' | '\u{2014}' => spaces > 0,
        'o' => spaces > 0 && after.starts_with(['\t', '\u{a0}']) || spaces > 1,
        _ => false,
    };
    bullet.then_some(mark.len_utf8() + spaces)
}

/// The bytes of a bullet or number that no space follows, though words do: `-Met the heads`, `1.Met`.
#[must_use]
pub fn tight_bullet(words: &str) -> Option<usize> {
    let first = words.bytes().next()?;
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let len = match first {
        b'-' | b'*' | b'+' => 1,
        b'0'..=b'9' if digits <= 2 && words.get(digits..)?.starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    let after = words.get(len..)?;
    let begins = if first == b'-' { char::is_alphabetic } else { char::is_uppercase };
    after.starts_with(begins).then_some(len)
}
