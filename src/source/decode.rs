//! From the bytes of a file to text: the byte-order mark, the encoding, the line endings.
//! UTF-8 first; then UTF-16 where a mark says so; else Windows-1252, which gives every byte a character.

use super::kind::{BYTES, no_text};
use super::{Origin, Source, number};
use crate::page::is_own;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::sync::{Arc, OnceLock};

impl Source {
    /// Decodes the bytes of an input called `name`. Never fails: bytes that are no text at all (they hold
    /// NUL, or begin as another kind of file does) give an empty text and [`Origin::Binary`].
    #[must_use]
    pub fn decode(name: String, bytes: Vec<u8>) -> Source {
        let (text, origin, mark) = decoded(bytes);
        let (text, returns) = with_line_feeds(text);
        Source {
            path: name.clone(),
            name,
            text: Arc::new(text),
            origin,
            mark,
            returns,
            lines: OnceLock::new(),
            counts: OnceLock::new(),
            look: None,
            kept: OnceLock::new(),
            hidden: OnceLock::new(),
            instead: Vec::new(),
        }
    }
}

fn decoded(bytes: Vec<u8>) -> (String, Origin, u32) {
    // A web page that termwise wrote is known by what stands in it.
    if let Some(kind) = no_text(&bytes).filter(|_| !std::str::from_utf8(&bytes).is_ok_and(is_own)) {
        return (String::new(), Origin::Binary(kind), 0);
    }
    let (encoding, mark) = Encoding::for_bom(&bytes).unwrap_or((UTF_8, 0));
    let body = bytes.get(mark..).unwrap_or_default();
    if encoding == UTF_8 {
        if mark == 0 && memchr::memchr(0, body).is_none() {
            return match String::from_utf8(bytes) {
                Ok(text) => (text, Origin::File, 0),
                Err(error) => windows_1252(error.as_bytes()),
            };
        }
        if body.contains(&0) {
            return (String::new(), Origin::Binary(&BYTES), 0);
        }
        return match std::str::from_utf8(body) {
            Ok(text) => (text.to_owned(), Origin::File, number(mark)),
            Err(_) => windows_1252(body),
        };
    }
    let (text, _) = encoding.decode_without_bom_handling(body);
    if text.contains('\0') {
        return (String::new(), Origin::Binary(&BYTES), 0);
    }
    (text.into_owned(), Origin::Decoded(encoding.name()), 0)
}

fn windows_1252(bytes: &[u8]) -> (String, Origin, u32) {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    (text.into_owned(), Origin::Decoded(WINDOWS_1252.name()), 0)
}

/// The text with every CRLF and lone CR made LF, and where in it a CR was left out.
fn with_line_feeds(text: String) -> (String, Vec<u32>) {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return (text, Vec::new());
    }
    let (mut plain, mut returns) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' && rest.peek() == Some(&'\n') {
            returns.push(number(plain.len()));
        } else {
            plain.push(if c == '\r' { '\n' } else { c });
        }
    }
    (plain, returns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Position;

    /// Bytes, the text they give, the origin, and line and column of the word "needle".
    #[test]
    fn every_encoding_and_line_ending_is_read_with_right_places() {
        let utf16 = |text: &str, le: bool| -> Vec<u8> {
            let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
            units.flat_map(|u| if le { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        let table: Vec<(Vec<u8>, Origin, Position)> = vec![
            (b"a\nb needle".to_vec(), Origin::File, Position { line: 2, column: 3 }),
            (b"\xEF\xBB\xBFneedle".to_vec(), Origin::File, Position { line: 1, column: 1 }),
            (b"a\r\n\r\nb needle".to_vec(), Origin::File, Position { line: 3, column: 3 }),
            (b"a\rb\rc needle".to_vec(), Origin::File, Position { line: 3, column: 3 }),
            ("caf\u{e9} needle".into(), Origin::File, Position { line: 1, column: 6 }),
            (b"caf\xE9\n\x91needle\x92".to_vec(), Origin::Decoded("windows-1252"), Position { line: 2, column: 2 }),
            (utf16("\u{e9}\r\n needle", true), Origin::Decoded("UTF-16LE"), Position { line: 2, column: 2 }),
            (utf16("\u{e9}\r\n needle", false), Origin::Decoded("UTF-16BE"), Position { line: 2, column: 2 }),
        ];
        for (bytes, origin, place) in table {
            let source = Source::decode("x.md".into(), bytes.clone());
            assert_eq!(source.origin, origin, "{bytes:?}");
            let at = source.text.find("needle").expect("the needle is read");
            assert_eq!(source.position(number(at)), place, "{bytes:?}");
            if let Some(file) = source.in_file(number(at)..number(at + 6)) {
                assert_eq!(bytes.get(file), Some(&b"needle"[..]), "{bytes:?}");
            }
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_said_to_be_binary() {
        assert_eq!(Source::decode("x.md".into(), b"PK\x03\0\0".to_vec()).origin, Origin::Binary(&BYTES));
    }

    #[test]
    fn private_words_keep_three_characters_and_the_last() {
        let mut source = Source::of("x.md", "pupil N800000000001 moved");
        source.hide(6..19, false);
        assert_eq!(source.shown(0..25), "pupil N80*********1 moved");
        let mut short = Source::of("x.md", "Amy moved");
        short.hide(0..3, false);
        assert_eq!(short.shown(0..9), "*** moved");
        let mut long = Source::of("x.md", "Maximilian and Jo moved");
        long.hide(0..10, true);
        long.hide(15..17, true);
        assert_eq!(long.shown(0..23), "*** and *** moved");
    }
}
