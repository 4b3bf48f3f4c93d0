//! The JSON shapes, version 1. The only place that serialises results; more fields may be added to a
//! version, none is renamed or removed.

pub mod baseline;
pub mod convert;
pub mod diff;
pub mod gitlab;
pub mod lint;
pub mod rollup;
pub mod sarif;
pub mod schema;

/// The version of every JSON output.
pub const VERSION: u32 = 1;

/// A result as JSON text. What could drive a terminal, and the bracket of what a CI runner would take for a command of its
/// own, is written as an escape, which JSON reads back as the same character.
#[must_use]
pub fn json(value: &impl serde::Serialize) -> String {
    safe(serde_json::to_string_pretty(value).unwrap_or_default())
}

/// Results as JSON, each on a line of its own.
#[must_use]
pub fn lines(values: &[impl serde::Serialize]) -> String {
    values.iter().map(|value| safe(serde_json::to_string(value).unwrap_or_default())).collect()
}

fn safe(text: String) -> String {
    let is_unsafe = |c: char| c != '\n' && crate::render::is_hidden(c);
    // Nearly none has any, and of thousands of reports this text is long: most of its lines are seen to be plain at once.
    let is_plain = |line: &str| line.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~' | b'\n'));
    if !text.contains("##") && text.split_inclusive('\n').all(|line| is_plain(line) || !line.contains(is_unsafe)) {
        return text + "\n";
    }
    let mut safe = String::with_capacity(text.len() + 1);
    let mut units = [0u16; 2];
    let mut opening = crate::render::Opening::default();
    for c in text.chars() {
        // `##` stands in words only, and so does what follows it.
        if opening.at(c) || is_unsafe(c) {
            for unit in c.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    safe.push('\n');
    safe
}
