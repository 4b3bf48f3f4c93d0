//! One line a finding: `path:line:column: level[rule] message`.

use crate::diagnostic::Diagnostic;
use crate::render::plain;
use crate::source::Sources;

/// The findings, one a line: all of them, since scripts read them too.
#[must_use]
pub fn concise(findings: &[Diagnostic], sources: &Sources) -> String {
    let line = |found: &Diagnostic| -> String {
        let start = sources.start(found.span);
        let name = plain(sources.name(found.span.source));
        let level = if found.explained.is_some() { "explained" } else { found.level.name() };
        let reason = found.explained.as_ref().map_or_else(String::new, |why| format!(" ({})", plain(why)));
        let (rule, message) = (found.rule, plain(&found.message));
        format!("{name}:{}:{}: {level}[{rule}] {message}{reason}\n", start.line, start.column)
    };
    findings.iter().map(line).collect()
}
