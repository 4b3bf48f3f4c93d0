//! Fixes put into a file: which go together, the file's new bytes, and how the change reads as a diff.
//! What a fix does is for the rule that offers it; whether it keeps what the report says is for `mend`.

use crate::diagnostic::{Edit, Fix};
use crate::source::Source;
use similar::TextDiff;

/// Those of `fixes` that neither overlap nor touch an earlier one, in their order. The others wait until these
/// are made.
#[must_use]
pub fn apart<'a>(fixes: impl IntoIterator<Item = &'a Fix>) -> Vec<&'a Fix> {
    let mut chosen: Vec<&Fix> = Vec::new();
    // The places taken so far, in order, none of which touch.
    let mut taken: Vec<(u32, u32)> = Vec::new();
    for fix in fixes {
        let touches = |edit: &Edit| {
            let near = taken.partition_point(|(_, end)| *end < edit.span.start);
            taken.get(near).is_some_and(|(start, _)| *start <= edit.span.end)
        };
        if fix.edits.is_empty() || fix.edits.iter().any(touches) {
            continue;
        }
        for edit in &fix.edits {
            let at = taken.partition_point(|place| *place < (edit.span.start, edit.span.end));
            taken.insert(at, (edit.span.start, edit.span.end));
        }
        chosen.push(fix);
    }
    chosen
}

/// The bytes of a file with fixes made that are [`apart`]: its mark, its line endings (a new line ends as most
/// of the others do) and the end of its last line stay. `None` where `bytes` are not what the source was read
/// from, or were decoded.
#[must_use]
pub fn apply(source: &Source, bytes: &[u8], fixes: &[&Fix]) -> Option<Vec<u8>> {
    let mut edits: Vec<&Edit> = fixes.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let ending = ending(bytes);
    let (mut mended, mut at) = (Vec::with_capacity(bytes.len()), 0);
    for edit in edits {
        let place = source.in_file(edit.span.start..edit.span.end)?;
        let old = with_line_feeds(bytes.get(place.clone())?);
        if old != source.slice(edit.span.start, edit.span.end).as_bytes() {
            return None;
        }
        mended.extend_from_slice(bytes.get(at..place.start)?);
        mended.extend(edit.text.replace('\n', ending).into_bytes());
        at = place.end;
    }
    mended.extend_from_slice(bytes.get(at..)?);
    Some(mended)
}

/// The line ending that most lines have.
fn ending(bytes: &[u8]) -> &'static str {
    let (mut feeds, mut returns, mut both) = (0usize, 0usize, 0usize);
    let mut before = 0;
    for byte in bytes {
        match (before, byte) {
            (b'\r', b'\n') => {
                returns -= 1;
                both += 1;
            }
            (_, b'\n') => feeds += 1,
            (_, b'\r') => returns += 1,
            _ => {}
        }
        before = *byte;
    }
    if both > feeds && both >= returns {
        "\r\n"
    } else if returns > feeds {
        "\r"
    } else {
        "\n"
    }
}

fn with_line_feeds(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'\r' if rest.peek() == Some(&b'\n') => {}
            b'\r' => plain.push(b'\n'),
            byte => plain.push(byte),
        }
    }
    plain
}

/// The change from `old` to `new` as a unified diff of the file `name`; empty where they are the same.
#[must_use]
pub fn unified(name: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(name, name).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    fn replaced(text: &str, old: &str, new: &str) -> Fix {
        let start = text.find(old).expect("it is there");
        let span = Span::new(SourceId(0), crate::source::number(start), crate::source::number(start + old.len()));
        Fix { title: String::new(), edits: vec![Edit { span, text: new.to_owned() }] }
    }

    /// A file, what is replaced in it, by what, and the file afterwards.
    #[test]
    fn marks_and_line_endings_stay() {
        let table: &[(&[u8], &str, &str, &[u8])] = &[
            (b"a\nb\nc", "b", "x\ny", b"a\nx\ny\nc"),
            (b"a\r\nb\r\nc\r\n", "b\n", "x\ny\n", b"a\r\nx\r\ny\r\nc\r\n"),
            (b"a\rb\rc", "b\n", "", b"a\rc"),
            (b"\xEF\xBB\xBFa\r\nb", "a", "x\n", b"\xEF\xBB\xBFx\r\n\r\nb"),
            (b"a\r\nb\nc\nd", "c", "x\ny", b"a\r\nb\nx\ny\nd"),
            (b"a\r\nb\r\nc\nd", "c", "x\ny", b"a\r\nb\r\nx\r\ny\nd"),
            ("caf\u{e9}\r\nb".as_bytes(), "b", "c", "caf\u{e9}\r\nc".as_bytes()),
        ];
        for (bytes, old, new, mended) in table {
            let source = Source::decode("x.md".into(), bytes.to_vec());
            let fix = replaced(&source.text, old, new);
            let is = apply(&source, bytes, &[&fix]).expect("it can be applied");
            assert_eq!(String::from_utf8_lossy(&is), String::from_utf8_lossy(mended), "{bytes:?}");
        }
    }

    #[test]
    fn what_was_decoded_or_has_changed_is_left_alone() {
        for bytes in [&b"caf\xE9 b"[..], b"\xFF\xFEb\0"] {
            let source = Source::decode("x.md".into(), bytes.to_vec());
            assert_eq!(apply(&source, bytes, &[&replaced(&source.text, "b", "c")]), None);
        }
        let source = Source::of("x.md", "a b");
        assert_eq!(apply(&source, b"a c", &[&replaced("a b", "b", "x")]), None);
        assert_eq!(apply(&source, b"a", &[&replaced("a b", "b", "x")]), None);
    }

    #[test]
    fn overlapping_fixes_wait() {
        let text = "one two three four";
        let (first, second) = (replaced(text, "one two", "a"), replaced(text, "two three", "b"));
        let (third, touching) = (replaced(text, "four", "c"), replaced(text, "one", "d"));
        let all = [&first, &second, &third, &touching];
        assert_eq!(apart(all), [&first, &third]);
        let source = Source::of("x.md", text);
        assert_eq!(apply(&source, text.as_bytes(), &apart(all)).as_deref(), Some(&b"a three c"[..]));
    }
}
