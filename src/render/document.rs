//! A paper: what is told, written by a template. Those built in are templates like an authority's own; both are given
//! the same values, and neither can read a file or run anything.
//!
//! Words of reports come out as words: the formatter escapes all that Markdown would read, and there is no filter that
//! would let them pass.

use crate::page::{MARK, Value};
use engine::engine;
use std::io::{self, Write};

mod engine;
mod fault;
mod given;
mod hint;
mod html;
mod parts;
mod words;
pub use fault::Fault;
pub use html::html;

/// The papers that are built in: what each is called, and its template.
pub const BUILT_IN: [(&str, &str); 4] = [
    ("thematic", include_str!("document/thematic.md.jinja")),
    ("scrutiny", include_str!("document/scrutiny.md.jinja")),
    ("regional", include_str!("document/regional.md.jinja")),
    ("board", include_str!("document/board.md.jinja")),
];

/// Sentences that several papers share.
const SHARED: (&str, &str) = ("shared.md.jinja", include_str!("document/shared.md.jinja"));

/// What the template goes by in the engine; a part that is built in goes by its own name.
const NAME: &str = "the template";

/// The most bytes of a paper.
const LONGEST: usize = 32 * 1024 * 1024;

/// The most bytes of a template.
pub const LARGEST: usize = 256 * 1024;

/// The template of a paper that is built in.
#[must_use]
pub fn built_in(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, template)| *template)
}

/// The paper in Markdown that a template makes of what is told.
///
/// # Errors
/// What is wrong with the template, in its author's terms.
pub fn markdown(template: &str, told: &Value) -> Result<String, Fault> {
    let alone = told.get("districts").is_some_and(|districts| matches!(districts, Value::List(all) if all.len() < 2));
    let (mut engine, missed) = engine(alone);
    let given = given::given(told, &missed);
    // Parts are handed the whole of it under a name.
    engine.add_global("paper", given.clone());
    let mut written = Bounded(Vec::new());
    let rendered =
        engine.template_from_named_str(NAME, template).and_then(|it| it.render_captured_to(given, &mut written));
    rendered.map_err(|error| Fault::of(&error, template, told, &missed))?;
    if let Some(fault) = parts::misplaced(template) {
        return Err(fault);
    }
    Ok(tidy(&String::from_utf8_lossy(&written.0)))
}

/// Memory that takes no more than a paper may have.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::Error::other("the paper grows too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A text without the empty lines that tags leave behind, and with the mark by which it is known as no report.
fn tidy(written: &str) -> String {
    // What parts words from those beside them is not needed where nothing stands beside them.
    let mut written = written.replace("<!-- -->\n", "\n").replace("%<!-- --> ", "% ");
    for stop in [";", ",", ".", ":", ")"] {
        written = written.replace(&format!("<!-- -->{stop}"), stop);
    }
    let mut text = String::with_capacity(written.len() + 64);
    let mut lines = written.lines().map(str::trim_end).skip_while(|line| line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() && lines.peek().is_none_or(|next| next.is_empty()) {
            continue;
        }
        text.push_str(line);
        text.push('\n');
    }
    text + "\n" + MARK + "\n"
}
