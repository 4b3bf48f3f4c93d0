//! Where each byte of a YAML scalar's value stands in the source: through quotes, escapes, folded
//! lines and the indentation of blocks.
//!
//! The raw text and the value hold the same words in the same order and differ only in white space,
//! doubled quotation marks and escapes; so the two are walked side by side, and each run that holds the
//! same bytes in both is exact.

use crate::source::{Run, number};
use granit_parser::ScalarStyle;

/// The runs of `value`, which `raw` (a scalar of this style as the source writes it, quotation marks
/// included, from byte `from` on) gives. A part that cannot be told apart is one run that is not exact.
#[must_use]
pub fn align(value: &str, style: ScalarStyle, raw: &str, from: u32) -> Vec<Run> {
    let mut raw = raw;
    let mut from = from;
    if let Some(mark) = quote(style)
        && let Some(inside) = raw.strip_prefix(mark)
    {
        raw = inside.strip_suffix(mark).unwrap_or(inside);
        from += 1;
    }
    let mut walk = Walk { value, raw, v: 0, r: 0, from, style, broke: false, runs: Vec::new() };
    while walk.v < value.len() && walk.r < raw.len() {
        if !walk.step() {
            walk.push(value.len() - walk.v, raw.len() - walk.r, false);
        }
    }
    walk.runs
}

/// The mark that opens and closes scalars of this style.
fn quote(style: ScalarStyle) -> Option<char> {
    match style {
        ScalarStyle::SingleQuoted => Some('\''),
        ScalarStyle::DoubleQuoted => Some('"'),
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => None,
    }
}

struct Walk<'a> {
    value: &'a str,
    raw: &'a str,
    v: usize,
    r: usize,
    from: u32,
    style: ScalarStyle,
    /// Whether an escaped line break has just been passed.
    broke: bool,
    runs: Vec<Run>,
}

impl Walk<'_> {
    /// Goes one run on; `false` where the two cannot be brought together.
    fn step(&mut self) -> bool {
        let (raw, value) = (self.raw.get(self.r..).unwrap_or_default(), self.value.get(self.v..).unwrap_or_default());
        let gap = blanks(raw);
        if gap > 0 {
            self.gap(raw.get(..gap).unwrap_or_default(), value);
            return true;
        }
        let doubled = match self.style {
            ScalarStyle::DoubleQuoted if raw.starts_with('\\') => return self.escape(raw, value),
            ScalarStyle::SingleQuoted => raw.starts_with("''"),
            _ => false,
        };
        self.broke = false;
        if doubled {
            self.push(1, 2, false);
            return true;
        }
        let same = self.stretch(raw);
        if value.starts_with(raw.get(..same).unwrap_or_default()) {
            self.push(same, same, true);
            return true;
        }
        // Blank lines at the start of a block belong to its value but not to its place.
        let lead = blanks(value);
        self.v += lead;
        lead > 0
    }

    /// White space: what both have in common is exact; folding makes the rest shorter or another byte.
    fn gap(&mut self, raw: &str, value: &str) {
        let given = blanks(value);
        let len = if self.style == ScalarStyle::DoubleQuoted { folded(raw, self.broke).min(given) } else { given };
        let pairs = raw.bytes().zip(value.bytes().take(len));
        let same = pairs.take_while(|(a, b)| a == b).count();
        self.broke = false;
        self.push(same, same, true);
        if len > same && raw.len() > same {
            self.push(len - same, raw.len() - same, false);
        } else {
            self.v += len - same;
            self.r += raw.len() - same;
        }
    }

    /// An escape in double quotation marks, or an escaped line break, which gives no words.
    fn escape(&mut self, raw: &str, value: &str) -> bool {
        let after = raw.get(1..).unwrap_or_default();
        if let Some(next) = after.strip_prefix('\n') {
            self.r += 2 + (next.len() - next.trim_start_matches([' ', '\t']).len());
            self.broke = true;
            return true;
        }
        self.broke = false;
        let digits = match after.chars().next() {
            Some('x') => 2,
            Some('u') if is_pair(after) => 10,
            Some('u') => 4,
            Some('U') => 8,
            Some(_) => 0,
            None => return false,
        };
        let first = after.chars().next().map_or(1, char::len_utf8);
        let gives = value.chars().next().map_or(0, char::len_utf8);
        self.push(gives, (1 + first + digits).min(raw.len()), false);
        gives > 0
    }

    /// How far the raw text goes on without white space or a mark that stands for another.
    fn stretch(&self, raw: &str) -> usize {
        let style = self.style;
        let ends = |c: char| match c {
            ' ' | '\t' | '\n' => true,
            '\\' => style == ScalarStyle::DoubleQuoted,
            '\'' => style == ScalarStyle::SingleQuoted,
            _ => false,
        };
        raw.find(ends).unwrap_or(raw.len())
    }

    fn push(&mut self, len: usize, from_len: usize, exact: bool) {
        let run = Run {
            at: number(self.v),
            len: number(len),
            from: self.from + number(self.r),
            from_len: number(from_len),
            exact,
        };
        self.v += len;
        self.r += from_len;
        match self.runs.last_mut() {
            _ if len == 0 => {}
            Some(last)
                if exact && last.exact && last.at + last.len == run.at && last.from + last.from_len == run.from =>
            {
                last.len += run.len;
                last.from_len += run.from_len;
            }
            _ => self.runs.push(run),
        }
    }
}

/// How many bytes of white space folding leaves of a run of it.
fn folded(raw: &str, broke: bool) -> usize {
    match raw.matches('\n').count() {
        0 => raw.len(),
        breaks if broke => breaks,
        1 => 1,
        breaks => breaks - 1,
    }
}

/// Whether `\u` opens the first half of a surrogate pair with the second half behind it.
fn is_pair(after: &str) -> bool {
    let half = |digits: Option<&str>| digits.and_then(|d| u32::from_str_radix(d, 16).ok());
    half(after.get(1..5)).is_some_and(|h| (0xD800..0xDC00).contains(&h)) && after.get(5..7) == Some("\\u")
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', '\n']).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Layout, SourceId};
    use granit_parser::{Event, Parser};
    use proptest::prelude::*;

    /// Every character of every scalar leads to itself in the source, or to an escape that gives it.
    fn check(text: &str) -> usize {
        let mut seen = 0;
        for event in Parser::new_from_str(text) {
            let Ok((event, span)) = event else { break };
            let Event::Scalar(value, style, ..) = event else { continue };
            let range = span.byte_range().unwrap();
            let raw = text.get(range.clone()).unwrap();
            if raw.is_empty() {
                continue;
            }
            let runs = align(&value, style, raw, number(range.start));
            let layout = Layout::of(SourceId(0), runs);
            for (at, c) in value.char_indices().filter(|(_, c)| !matches!(c, ' ' | '\t' | '\n')) {
                let place = layout.span(at..at + c.len_utf8());
                let there = text.get(place.start as usize..place.end as usize).unwrap();
                let escaped = there.starts_with('\\') && style == ScalarStyle::DoubleQuoted
                    || there == "''" && style == ScalarStyle::SingleQuoted;
                let own = there.chars().eq([c]);
                assert!(own || escaped && gives(there, c), "{c:?} at {at} of {value:?} is {there:?} in {text:?}");
                seen += 1;
            }
        }
        seen
    }

    /// Whether a scalar of just this escape has the value `c`.
    fn gives(escape: &str, c: char) -> bool {
        let mark = if escape == "''" { '\'' } else { '"' };
        let text = format!("{mark}{escape}{mark}");
        let mut scalars = Parser::new_from_str(&text).filter_map(Result::ok).filter_map(|(e, _)| match e {
            Event::Scalar(value, ..) => Some(value.into_owned()),
            _ => None,
        });
        scalars.next().is_some_and(|value| value.chars().eq([c]))
    }

    #[test]
    fn every_style_leads_back_to_the_words() {
        let cases = [
            "plain words",
            "k: this is\n  a multi line\n  scalar\n\n  para  \n",
            "k: é “x” ✓\n   ü",
            "k: 'it''s\n  ok ''q'''",
            "k: \"a \\\n   b\\n\\u00e9\\t\\\"x\\\" \\ y\n   folded\n\n  para \\uD83D\\uDE00 \\U0001F600 \\x41\"",
            "k: \"tr\\\n   \\  ail \\\n\n   e\\_f  \"",
            "k: \"\n lead\n\n\n trail\n \"",
            "k: |\n\n  lead\n   in\n\n  é out\n\nx: y",
            "k: |2\n    x\n  y\n",
            "k: |+\n  keep\n\n\nx: |-\n  strip\n  two\n",
            "k: >\n  folded\n  more é\n\n  para\n    * set in\n    * again\n\n  end\n",
            "k: >2-\n\n    x\n  y\n",
            "- |  # note\n  text\n\n  more\n- >-\n  a\n  b",
            "k: \"\\\\ \\/ \\N \\_ \\L\"",
            "k: a\tb\n   c",
            "k: |\n  a\tb  \n  \tc\n",
        ];
        for text in cases {
            assert!(check(text) > 0, "{text:?}");
        }
    }

    #[test]
    fn a_folded_value_has_its_words_exact() {
        let text = "one\n  two";
        let layout = Layout::of(SourceId(0), align("one two", ScalarStyle::Plain, text, 10));
        let place = layout.span(4..7);
        assert_eq!((place.start, place.end), (16, 19));
        let both = layout.span(0..7);
        assert_eq!((both.start, both.end), (10, 19));
    }

    proptest! {
        #[test]
        fn any_words_in_any_style(
            lines in prop::collection::vec("[a-zé✓'\"\\\\ :#-]{0,12}", 1..6),
            style in 0..5usize,
        ) {
            let text = match style {
                0 => format!("- |\n{}", lines.iter().map(|l| format!("  x{l}\n")).collect::<String>()),
                1 => format!("- >\n{}", lines.iter().map(|l| format!("  {l}\n")).collect::<String>()),
                2 => format!("- '{}'", lines.iter().map(|l| l.replace('\'', "''")).collect::<Vec<_>>().join("\n  ")),
                3 => {
                    let safe = lines.iter().map(|l| l.replace('\\', "\\\\").replace('"', "\\\""));
                    let safe = safe.map(|l| l.replace('é', "\\u00e9\\n"));
                    format!("- \"{}\"", safe.collect::<Vec<_>>().join("\n \\\n  "))
                }
                _ => format!("- z{}", lines.join("\n  ")),
            };
            check(&text);
        }
    }
}
