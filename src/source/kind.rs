//! What a file is that is no plain text: a document of an office program, a web page, an archive. Known by how it begins,
//! whatever it is called.

use memchr::memmem::find;

/// What a file is, and how the words in it can be had as text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoText {
    /// What it is: "a Word document".
    pub what: &'static str,
    /// What to do, beginning with a verb or a place.
    pub how: &'static str,
}

const IN_WORD: &str = "in Word, use Save As and choose Plain Text, with the encoding UTF-8";
const WORD: NoText = NoText { what: "a Word document", how: IN_WORD };
const OLD_WORD: NoText = NoText { what: "a Word document of the old kind (.doc)", how: IN_WORD };
const RTF: NoText = NoText { what: "a Rich Text document (.rtf)", how: IN_WORD };
const WRITER: NoText = NoText {
    what: "an OpenDocument text (.odt)",
    how: "in LibreOffice or Word, use Save As and choose Text, with the encoding UTF-8",
};
const SHEET: NoText =
    NoText { what: "a spreadsheet", how: "copy the words of the report into a text file, and save that as UTF-8" };
const SLIDES: NoText =
    NoText { what: "a set of slides", how: "copy the words of the report into a text file, and save that as UTF-8" };
const ZIP: NoText = NoText { what: "a zip archive", how: "unpack it, and save the report in it as plain text" };
const PDF: NoText = NoText {
    what: "a PDF",
    how: "ask for the document that it was made from, saved as plain text with the encoding UTF-8",
};
const WEB_PAGE: NoText = NoText {
    what: "a web page (HTML)",
    how: "open it in Word, use Save As and choose Plain Text, with the encoding UTF-8",
};
const XML: NoText = NoText {
    what: "an XML document",
    how: "open it in Word, use Save As and choose Plain Text, with the encoding UTF-8",
};
/// Bytes that no text has.
pub(super) const BYTES: NoText = NoText {
    what: "no text",
    how: "send the report as Markdown, YAML or plain text; in Word, use Save As and choose Plain Text, with the encoding UTF-8",
};

/// What these bytes are, where they plainly are no text.
#[must_use]
pub(super) fn no_text(bytes: &[u8]) -> Option<&'static NoText> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") {
        let holds = |name: &[u8]| find(bytes, name).is_some();
        return Some(match () {
            () if holds(b"word/") => &WORD,
            () if holds(b"opendocument.text") => &WRITER,
            () if holds(b"xl/") || holds(b"opendocument.spreadsheet") => &SHEET,
            () if holds(b"ppt/") || holds(b"opendocument.presentation") => &SLIDES,
            () => &ZIP,
        });
    }
    if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(&OLD_WORD);
    }
    if begins(b"{\\rtf") {
        return Some(&RTF);
    }
    if begins(b"%PDF-") {
        return Some(&PDF);
    }
    let text = bytes.trim_ascii_start();
    let opens = |with: &[u8]| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if opens(b"<!doctype html") || opens(b"<html") {
        return Some(&WEB_PAGE);
    }
    if opens(b"<?xml ") {
        return Some(if find(text, b"<html").is_some() { &WEB_PAGE } else { &XML });
    }
    None
}

/// What a file is by its ending, of those that reports are often written in and that are not read.
#[must_use]
pub fn not_read(ending: &str) -> Option<&'static NoText> {
    match ending.to_ascii_lowercase().as_str() {
        "docx" | "docm" => Some(&WORD),
        "doc" => Some(&OLD_WORD),
        "odt" => Some(&WRITER),
        "rtf" => Some(&RTF),
        "pdf" => Some(&PDF),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_how_they_begin() {
        for (bytes, what) in [
            (&b"PK\x03\x04\x14\0[Content_Types].xml..word/document.xml"[..], Some("a Word document")),
            (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text", Some("an OpenDocument text (.odt)")),
            (b"PK\x03\x04\x14\0[Content_Types].xml..xl/workbook.xml", Some("a spreadsheet")),
            (b"PK\x03\x04\x14\0minutes.txt", Some("a zip archive")),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", Some("a Word document of the old kind (.doc)")),
            (b"{\\rtf1\\ansi District: North", Some("a Rich Text document (.rtf)")),
            (b"%PDF-1.7", Some("a PDF")),
            (b"\xEF\xBB\xBF\r\n<!DOCTYPE HTML>\n<html>", Some("a web page (HTML)")),
            (b"<HTML><body>", Some("a web page (HTML)")),
            (b"<?xml version=\"1.0\"?>\n<w:wordDocument/>", Some("an XML document")),
            (b"PK and RS to meet on 4 May", None),
            (b"<!-- draft --> # North", None),
            (b"# North: Spring 2024/25", None),
            (b"", None),
        ] {
            assert_eq!(no_text(bytes).map(|kind| kind.what), what, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
