//! Keys and values that are written so plainly that no parser is needed to take them apart: `district: Northmoor`,
//! lists and keys set in under a key. Nearly all front matter is written so, and a parser needs as long for it as for
//! a third of the report. Anything else in it, and all of it is left to the parser, which has the last word on what
//! YAML means: a law in the tests holds the two to the same events.

use granit_parser::{Event, ScalarStyle, StructureStyle};

/// What the parser would say of a place: the event, where it begins and ends, and its column.
pub type Step<'a> = (Event<'a>, usize, usize, usize);

/// The most lines that are taken apart here.
const MOST_LINES: usize = 64;

/// What the parser would say of this text, its documents' ends left out; `None` where it is not all plain.
#[must_use]
pub fn steps(text: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Steps { all: Vec::with_capacity(24), inner: Inner::None };
    steps.all.push((Event::DocumentStart(false, None), 0, 0, 0));
    steps.all.push((Event::MappingStart(StructureStyle::Block, 0, None), 0, 0, 0));
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let words = line.strip_suffix('\n').unwrap_or(line);
        let rest = words.trim_start_matches(' ');
        let column = words.len() - rest.len();
        if number == MOST_LINES {
            return None;
        }
        if column == 0 {
            steps.close(at)?;
            let (key, value) = parted(words)?;
            steps.scalar(key, at, 0)?;
            match value {
                "" => steps.inner = Inner::Awaited,
                _ => steps.scalar(value, at + words.len() - value.len(), words.len() - value.len())?,
            }
        } else {
            steps.set_in(rest, at + column, column)?;
        }
        at += line.len();
    }
    steps.close(at)?;
    steps.all.push((Event::MappingEnd, at, at, 0));
    (at > 0).then_some(steps.all)
}

/// What stands under the last key of the first column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inner {
    /// Nothing: it has its value.
    None,
    /// Something that is still to come.
    Awaited,
    /// A list whose marks stand in this column.
    List(usize),
    /// Keys of this column.
    Map(usize),
}

struct Steps<'a> {
    all: Vec<Step<'a>>,
    inner: Inner,
}

impl<'a> Steps<'a> {
    /// A line that is set in.
    fn set_in(&mut self, rest: &'a str, at: usize, column: usize) -> Option<()> {
        let item = rest.strip_prefix("- ");
        if self.inner == Inner::Awaited {
            let (inner, event) = match item {
                Some(_) => (Inner::List(column), Event::SequenceStart(StructureStyle::Block, 0, None)),
                None => (Inner::Map(column), Event::MappingStart(StructureStyle::Block, 0, None)),
            };
            self.inner = inner;
            self.all.push((event, at, at, column));
        }
        match (self.inner, item) {
            (Inner::List(same), Some(item)) if same == column => self.scalar(item, at + 2, column + 2),
            (Inner::Map(same), None) if same == column => {
                let (key, value) = parted(rest)?;
                let before = rest.len() - value.len();
                self.scalar(key, at, column)?;
                self.scalar(value, at + before, column + before)
            }
            _ => None,
        }
    }

    /// Ends what stands under the last key, before `at`; `None` where nothing does.
    fn close(&mut self, at: usize) -> Option<()> {
        match std::mem::replace(&mut self.inner, Inner::None) {
            Inner::None => {}
            Inner::Awaited => return None,
            Inner::List(_) => self.all.push((Event::SequenceEnd, at, at, 0)),
            Inner::Map(_) => self.all.push((Event::MappingEnd, at, at, 0)),
        }
        Some(())
    }

    /// Words that are a scalar without quotation marks, on one line.
    fn scalar(&mut self, words: &'a str, at: usize, column: usize) -> Option<()> {
        let bytes = words.as_bytes();
        let opens = bytes.first().is_some_and(u8::is_ascii_alphanumeric);
        let ends = !bytes.last().is_some_and(|last| matches!(last, b' ' | b':'));
        let parts = |pair: &[u8]| matches!(pair, b": " | b" #");
        let plain = opens && ends && bytes.iter().all(|b| matches!(b, b' '..=b'~')) && !bytes.windows(2).any(parts);
        let event = Event::Scalar(words.into(), ScalarStyle::Plain, 0, None);
        plain.then(|| self.all.push((event, at, at + words.len(), column)))
    }
}

/// A key and the value behind its colon, which may be empty.
fn parted(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let words = value.trim_start_matches(' ');
    (value.is_empty() || words.len() < value.len() && !words.is_empty()).then_some((key, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use granit_parser::Parser;
    use proptest::prelude::*;

    /// What the parser says of the text, as `steps` says it.
    fn parsed(text: &str) -> Option<Vec<Step<'_>>> {
        let mut all = Vec::new();
        for event in Parser::new_from_str(text) {
            let (event, span) = event.ok()?;
            let range = span.byte_range()?;
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                // Where it ends, a map or list has no column that anybody asks for.
                Event::MappingEnd | Event::SequenceEnd => all.push((event, range.start, range.end, 0)),
                _ => all.push((event, range.start, range.end, span.start.col())),
            }
        }
        Some(all)
    }

    #[test]
    fn plain_keys_need_no_parser() {
        let plain = [
            "district: Northmoor\nofficers:\n  - Asha Rowe\n  - Tom Pell\nterm: Spring 2 2023/24\n",
            "district: Lower Fell\nterm:\n    academic-year: 2023-24\n    season: spring\nsubmitted: 2024-03-01",
            "a:   b:c, [d] {e} & f\n",
        ];
        for text in plain {
            let steps = steps(text).unwrap();
            assert_eq!(steps, parsed(text).unwrap(), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_parser() {
        let others = [
            "",
            "\n",
            "a",
            "a:",
            "a:\nb: c",
            "a: 'b'",
            "a: [b]",
            "a: b # c",
            "a: b: c",
            "a: b:",
            "a: \n",
            "- a",
            "a: b\n  c",
            "a:\n  - b\n    c",
            "a:\n  - b\n - c",
            "a:\n  - b: c",
            "a:\n  b:\n    c: d",
            "a: b\n\nc: d",
            "a: \u{e9}",
            "a:\tb",
            "? a",
            "a:\n- b",
            "a: *b",
            "a: ~",
            "...",
            "a:\n  b: c\n  - d",
            " a: b",
            "a: b\r",
            "a: b ",
            "a : b",
        ];
        for text in others {
            if let Some(steps) = steps(text) {
                assert_eq!(Some(steps), parsed(text), "{text:?}");
                assert_eq!(text, "a : b");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn the_parser_says_the_same(
            lines in prop::collection::vec(
                ("(|  |  |    )", "(- |- |)", "[ab0-1:#,'\\[ ~/é-]{0,6}", "(:|: |:  |)", "[ab0-1:#,'\\[ ~/é-]{0,6}"), 1..6),
            ending in "\n?",
        ) {
            let lines = lines.iter().map(|(a, b, c, d, e)| format!("{a}{b}{c}{d}{e}")).collect::<Vec<_>>();
            let text = lines.join("\n") + &ending;
            if let Some(steps) = steps(&text) {
                prop_assert_eq!(Some(steps), parsed(&text), "{:?}", text);
            }
        }

        #[test]
        fn the_parser_says_the_same_of_keys_and_values(
            lines in prop::collection::vec(("(a|Key 2|x-y|n)", "( +[ab0][a-c0-2:#,/() -]{0,6}[bc]|)", prop::collection::vec("( |  |    )(- |k: |- j: |)[ab0][ab :-]{0,4}", 0..3)), 1..4),
        ) {
            let line = |(key, value, under): &(String, String, Vec<String>)| {
                let under: String = under.iter().map(|line| format!("\n{line}")).collect();
                format!("{key}:{value}{under}")
            };
            let text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
            if let Some(steps) = steps(&text) {
                prop_assert_eq!(Some(steps), parsed(&text), "{:?}", text);
            }
        }
    }
}
