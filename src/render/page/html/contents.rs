//! What leads to the parts of a page: plain links. Where there is room it stands beside them, and stays in sight.

use super::escaped;
use crate::page::Links;
use crate::render::page::line;
use std::io::{self, Write};

/// Writes the links; `opens` where what follows stands beside them.
pub(super) fn write(all: &[Links], opens: bool, out: &mut dyn Write) -> io::Result<()> {
    if opens {
        writeln!(out, "<div class=\"beside\">")?;
    }
    // Whoever goes by Tab need not go through all of them.
    if let Some((words, anchor)) = all.iter().flat_map(|of| &of.links).next() {
        let words = escaped(&line(words));
        writeln!(out, "<a class=\"skip\" href=\"#{}\">Skip the contents: {words}</a>", escaped(anchor))?;
    }
    writeln!(out, "<nav aria-label=\"Contents\">")?;
    for (at, Links { name, links }) in all.iter().enumerate().filter(|(_, of)| !of.links.is_empty()) {
        // The first leads to the parts; the others choose among their like, side by side.
        let class = if at == 0 { "" } else { " class=\"choice\"" };
        writeln!(out, "<p>{}</p>\n<ul{class}>", escaped(&line(name)))?;
        for (words, anchor) in links {
            writeln!(out, "<li><a href=\"#{}\">{}</a></li>", escaped(anchor), escaped(&line(words)))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</nav>")?;
    if opens { writeln!(out, "<div class=\"parts\">") } else { Ok(()) }
}
