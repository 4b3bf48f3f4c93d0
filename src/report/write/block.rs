//! Paragraphs that Markdown takes for paragraphs: openings that would make them a heading, a list or
//! another block, or a label of the form, are escaped.
//!
//! A label is undone by escaping its colon (`\:`) or dash (`\-`, `&#8211;`), or the first letter of a
//! label that stands alone (`&#73;mpact`): readers take only unescaped words for a label.

use crate::form::{Form, Tail};
use crate::outline::markdown::{opens_with_tag, tight_bullet, tight_heading};
use crate::outline::split_label;

/// One paragraph of markup; `form` where its lines could be read as labels. White space at the start of
/// its lines is left off.
pub fn paragraph(markup: &str, form: Option<&Form>) -> String {
    let lines = markup.trim().split('\n').map(|line| {
        let line = opening(line.trim_start());
        let tight = |form: &Form| tight_heading(&line, &|words, tail| form.is_label(words, tail)).is_some();
        let line = if form.is_some_and(tight) { format!("\\{line}") } else { line };
        form.and_then(|form| unlabelled(&line, form)).unwrap_or(line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Words for the end of a heading's line, where closing `#`s would be left out.
pub fn heading(markup: &str) -> String {
    let line = super::line(markup);
    let closing = line.len() - line.trim_end_matches('#').len();
    match line.get(..line.len() - closing) {
        Some(words) if closing > 0 && words.ends_with(' ') => format!("{words}\\{}", "#".repeat(closing)),
        _ => line,
    }
}

/// The same for words that could be read as a label, and are none.
pub fn sub_heading(markup: &str, form: &Form) -> String {
    let line = heading(markup);
    unlabelled(&line, form).unwrap_or(line)
}

/// Whether a paragraph is bold as a whole, so that it would be read as a heading.
pub fn is_bold(markup: &str) -> bool {
    let markup = markup.trim();
    ["**", "__"].iter().any(|mark| {
        let inside = markup.strip_prefix(mark).and_then(|m| m.strip_suffix(mark));
        inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(mark))
    })
}

/// A line with the character escaped that would open a block.
fn opening(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line.get(digits..).unwrap_or_default();
    let is_number = (1..=9).contains(&digits) && after.starts_with(['.', ')']);
    if is_number && (ends_word(after.get(1..)) || tight_bullet(line).is_some()) {
        return format!("{}\\{after}", line.get(..digits).unwrap_or_default());
    }
    if opens_block(line) || is_tight(line) { format!("\\{line}") } else { line.to_owned() }
}

fn opens_block(line: &str) -> bool {
    let Some(first) = line.chars().next() else { return false };
    let after = line.trim_start_matches(first);
    let count = line.len() - after.len();
    let only = |chars: &str| line.chars().all(|c| chars.contains(c));
    match first {
        '#' => count <= 6 && ends_word(Some(after)),
        '+' => count == 1 && ends_word(Some(after)),
        '-' => count == 1 && ends_word(Some(after)) || only("-:| "),
        '*' => count == 1 && ends_word(Some(after)) || only("* "),
        '_' => count >= 3 && only("_ ") || line.len() >= 3 && only("_ "),
        '=' => only("= "),
        ':' => line.contains('-') && only("-:| "),
        '>' | '|' => true,
        '`' | '~' => count >= 3,
        '<' => !opens_with_tag(line),
        '[' => line.contains("]:") || ["[ ] ", "[x] ", "[X] "].iter().any(|task| line.starts_with(task)),
        _ => false,
    }
}

/// Whether a line begins with a bullet that lacks its space. A star may open emphasis.
fn is_tight(line: &str) -> bool {
    let emphasis = line.strip_prefix('*').is_some_and(|rest| rest.contains('*'));
    tight_bullet(line).is_some() && !emphasis
}

/// Whether a mark ends here, so that it would open a block.
fn ends_word(after: Option<&str>) -> bool {
    after.is_some_and(|after| after.is_empty() || after.starts_with([' ', '\t']))
}

/// A line that reads as a label, escaped so that it does not.
fn unlabelled(line: &str, form: &Form) -> Option<String> {
    let plain: String = line.chars().filter(|c| !matches!(c, '*' | '_')).collect();
    let (_, _, tail) = split_label(&plain, &|words, tail| form.is_label(words, tail))?;
    if tail == Tail::None && !plain.trim_end().ends_with(':') {
        let at = line.find(|c| !matches!(c, '*' | '_'))?;
        let letter = line.get(at..)?.chars().next()?;
        let (before, after) = (line.get(..at)?, line.get(at + letter.len_utf8()..)?);
        return Some(format!("{before}&#{};{after}", u32::from(letter)));
    }
    let marks: &[char] = if tail == Tail::Dash { &['-', '\u{2013}', '\u{2014}'] } else { &[':'] };
    let at = separator(line, marks, form, tail)?;
    let mark = line.get(at..)?.chars().next()?;
    let escaped = match mark {
        '\u{2013}' | '\u{2014}' => format!("&#{};", u32::from(mark)),
        mark => format!("\\{mark}"),
    };
    Some(format!("{}{escaped}{}", line.get(..at)?, line.get(at + mark.len_utf8()..)?))
}

/// Where the mark stands that ends the label: a label may itself hold a dash.
fn separator(line: &str, marks: &[char], form: &Form, tail: Tail) -> Option<usize> {
    let ends = |at: &usize| {
        let head: String = line.get(..*at).unwrap_or_default().chars().filter(|c| !matches!(c, '*' | '_')).collect();
        form.is_label(head.trim_end(), tail)
    };
    let found: Vec<usize> = line.match_indices(marks).map(|(at, _)| at).collect();
    found.iter().find(|at| ends(at)).or(found.first()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_of_blocks_are_escaped() {
        let cases = [
            ("# five", "\\# five"),
            ("#five", "#five"),
            ("- a", "\\- a"),
            ("-5 pupils", "-5 pupils"),
            ("-Met the heads", "\\-Met the heads"),
            ("1.Met the heads", "1\\.Met the heads"),
            ("*Met* the heads", "*Met* the heads"),
            ("* a", "\\* a"),
            ("*a* b", "*a* b"),
            ("**a** b", "**a** b"),
            ("+ a", "\\+ a"),
            ("1. a", "1\\. a"),
            ("12) a", "12\\) a"),
            ("1.5 more", "1.5 more"),
            ("> a", "\\> a"),
            ("|a|", "\\|a|"),
            ("---", "\\---"),
            ("a\n===", "a\n\\==="),
            ("a | b\n--- | ---", "a | b\n\\--- | ---"),
            ("***", "\\***"),
            ("___", "\\___"),
            ("```", "\\```"),
            ("<https://x.org>", "<https://x.org>"),
            ("<a@b.org> a", "<a@b.org> a"),
            ("<a href=\"x\">a</a> b", "<a href=\"x\">a</a> b"),
            ("<b>a</b> b", "<b>a</b> b"),
            ("<b>a", "<b>a"),
            ("</b> a", "</b> a"),
            ("<insert date> a", "\\<insert date> a"),
            ("< a", "\\< a"),
            // CommonMark's blocks of HTML, in its order, where they are words inside a line.
            ("<script>a</script> b", "\\<script>a</script> b"),
            ("<textarea>", "\\<textarea>"),
            ("<!-- a", "\\<!-- a"),
            ("<?a b?> c", "\\<?a b?> c"),
            ("<!A b> c", "\\<!A b> c"),
            ("<![CDATA[a]]> b", "\\<![CDATA[a]]> b"),
            ("<title>a</title>", "\\<title>a</title>"),
            ("<insert date>", "\\<insert date>"),
            ("</insert>", "\\</insert>"),
            ("[ ] a", "\\[ ] a"),
            ("[a]: b", "\\[a]: b"),
            ("     a", "a"),
        ];
        for (markup, expected) in cases {
            assert_eq!(paragraph(markup, None), expected);
            assert_eq!(paragraph(expected, None), expected, "once is enough");
        }
    }

    #[test]
    fn labels_are_escaped_once() {
        let form = Form::built_in();
        let cases = [
            ("Impact so far: it rose", "Impact so far\\: it rose"),
            ("Impact: it rose: twice", "Impact\\: it rose: twice"),
            ("**Impact**: it rose", "**Impact**\\: it rose"),
            ("**Impact:** it rose", "**Impact\\:** it rose"),
            ("Impact - it rose", "Impact \\- it rose"),
            ("Impact – it rose", "Impact &#8211; it rose"),
            ("Impact", "&#73;mpact"),
            ("Impact:", "Impact\\:"),
            ("#Impact", "\\#Impact"),
            ("Term: Spring", "Term\\: Spring"),
            ("words\nStatus: new", "words\nStatus\\: new"),
            ("In this term: much", "In this term: much"),
        ];
        for (markup, expected) in cases {
            assert_eq!(paragraph(markup, Some(&form)), expected);
            assert_eq!(paragraph(expected, Some(&form)), expected, "once is enough");
        }
    }

    #[test]
    fn headings_keep_their_marks() {
        assert_eq!(heading("C #"), "C \\#");
        assert_eq!(heading("C#"), "C#");
        assert!(is_bold("**a b**") && !is_bold("**a** b **c**") && !is_bold("****"));
    }
}
