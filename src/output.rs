//! The only way to standard output and standard error.
//!
//! Words that came from a file, a name or the command line are escaped on their way out, so that a
//! report cannot drive a terminal. A reader that closes the pipe ends the output quietly; any other
//! failure to write is remembered, and makes the run end with exit code 2.

use std::borrow::Cow;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// What the run prints to, and how.
pub struct Output {
    out: io::BufWriter<Box<dyn Write>>,
    err: Box<dyn Write>,
    closed: bool,
    failed: Option<io::Error>,
    /// How what is printed looks.
    pub look: Look,
}

/// How text for people looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether standard output is coloured.
    pub colour: bool,
    /// Columns to wrap at.
    pub width: usize,
    /// All the columns that there are, for lines of reports.
    pub columns: usize,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    /// Whether that terminal shows letters and ASCII signs only, so that tables are ruled, and words quoted, with those.
    pub ascii: bool,
}

/// When to colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Colour {
    /// As `NO_COLOR`, `FORCE_COLOR` and `CLICOLOR_FORCE` say, else where standard output is a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Output {
    /// Standard output and standard error, coloured as asked and as the environment says.
    #[must_use]
    pub fn standard(colour: Colour) -> Output {
        let terminal = io::stdout().is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let named = |name: &str| std::env::var(name).unwrap_or_default();
        let dumb = named("TERM") == "dumb";
        let colour = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if set("NO_COLOR") => false,
            Colour::Auto => terminal && !dumb || set("FORCE_COLOR") || set("CLICOLOR_FORCE"),
        };
        let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let width =
            columns.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))).unwrap_or(100);
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(named);
        // What goes into a file or a pipe is the same on every computer.
        let ascii = terminal && is_ascii(dumb, cfg!(windows), &locale);
        let look = Look { colour, width: width.clamp(40, 140), columns: width.max(40), terminal, ascii };
        Output {
            out: io::BufWriter::new(Box::new(io::stdout())),
            err: Box::new(io::stderr()),
            closed: false,
            failed: None,
            look,
        }
    }

    /// Prints text for people to standard output.
    pub fn text(&mut self, text: &str) {
        let safe = escaped(text, self.look.colour);
        self.put(self.spelt(&safe).as_bytes());
    }

    /// Prints data to standard output as it is; only a terminal is kept from what could drive it.
    pub fn data(&mut self, data: &[u8]) {
        if self.look.terminal {
            let text = String::from_utf8_lossy(data).into_owned();
            self.put(escaped(&text, false).as_bytes());
        } else {
            self.put(data);
        }
    }

    /// Prints a line for people to standard error. A line end in it (a file may be named so) does not end it.
    pub fn say(&mut self, line: &str) {
        self.explain(&crate::render::plain(line));
    }

    /// Prints lines for people to standard error, such as how a command is used.
    pub fn explain(&mut self, lines: &str) {
        // Where standard error is closed there is nobody to tell.
        _ = writeln!(self.err, "{}", self.spelt(&escaped(lines, false)));
    }

    /// Words as the terminal can show them: quotation marks and dashes in ASCII where it shows no others.
    fn spelt<'a>(&self, words: &'a str) -> Cow<'a, str> {
        if self.look.ascii { in_ascii(words) } else { Cow::Borrowed(words) }
    }

    fn put(&mut self, bytes: &[u8]) {
        if !self.closed && self.failed.is_none() {
            let written = self.out.write_all(bytes);
            self.note(written);
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => self.failed = Some(error),
        }
    }

    /// Ends the output. The exit code is `earned`, or 2 if results could not be written.
    #[must_use]
    pub fn finish(mut self, earned: u8) -> u8 {
        if !self.closed && self.failed.is_none() {
            let flushed = self.out.flush();
            self.note(flushed);
        }
        if let Some(error) = &self.failed {
            let words = error.to_string();
            let why = words.split(" (os error").next().unwrap_or_default();
            let line = format!("termwise: the results could not be written: {why}");
            self.say(&line);
            // What is still in the buffer cannot be written either; it is let go without another try.
            let (_, _) = std::mem::replace(&mut self.out, io::BufWriter::new(Box::new(io::sink()))).into_parts();
            return 2;
        }
        if self.closed {
            let (_, _) = std::mem::replace(&mut self.out, io::BufWriter::new(Box::new(io::sink()))).into_parts();
        }
        earned
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.data(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a terminal of this kind, with these settings of the locale, the first that is set holding, cannot be relied
/// on for more than ASCII. A Windows console is written to in UTF-16, whatever its code page.
fn is_ascii(dumb: bool, windows: bool, locale: &[String]) -> bool {
    let set = locale.iter().find(|value| !value.is_empty()).map_or("C", String::as_str).to_ascii_lowercase();
    let encoding = set.split(['.', '@']).nth(1).unwrap_or_default().replace('-', "");
    dumb || !windows && encoding != "utf8"
}

/// The same words with the typographic marks of termwise's own sentences, and of most reports, in ASCII.
fn in_ascii(words: &str) -> Cow<'_, str> {
    let mark = |c: char| match c {
        '\u{201c}' | '\u{201d}' => "\"",
        '\u{2018}' | '\u{2019}' => "'",
        '\u{2013}' | '\u{2014}' => "-",
        '\u{2026}' => "...",
        '\u{2192}' => ">",
        '\u{2022}' => "*",
        _ => "",
    };
    if words.chars().all(|c| mark(c).is_empty()) {
        return Cow::Borrowed(words);
    }
    let mut spelt = String::with_capacity(words.len());
    for c in words.chars() {
        match mark(c) {
            "" => spelt.push(c),
            mark => spelt.push_str(mark),
        }
    }
    Cow::Owned(spelt)
}

/// Text for people that is written to a file, as it would be printed without colour: a file ends up in a log too.
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    escaped(text, false)
}

/// Text without anything that could drive a terminal or a CI runner: control, bidi, tag and other invisible
/// characters are written as `\u{202e}`, and so is the sign that would make a line a runner's command
/// (`::error::` at its beginning, `##[error]` anywhere). With `colour`, our own colour sequences pass;
/// words of reports have lost theirs before they get here.
fn escaped(text: &str, colour: bool) -> Cow<'_, str> {
    let is_shown = |c: char| matches!(c, '\n' | '\t') || colour && c == '\u{1b}' || !crate::render::is_hidden(c);
    // Nearly every line is ordinary words, and goes out as it is.
    let is_safe = |line: &str| {
        let may_command = line.trim_start().starts_with("::") || line.contains("##") && line.contains('[');
        !may_command && line.chars().all(is_shown)
    };
    if text.split_inclusive('\n').all(is_safe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        if is_safe(line) {
            safe.push_str(line);
            continue;
        }
        let words = line.trim_start();
        // A runner reads from `::` to the next `::`; without a second one the line is words.
        let is_command = words.strip_prefix("::").is_some_and(|rest| rest.contains("::"));
        let opens = is_command.then_some(line.len() - words.len());
        let mut opening = crate::render::Opening::default();
        for (at, c) in line.char_indices() {
            let commands = opening.at(c) || opens == Some(at);
            if is_shown(c) && !commands { safe.push(c) } else { safe.extend(c.escape_unicode()) }
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::{escaped, in_ascii, is_ascii};

    #[test]
    fn quotation_marks_in_ascii() {
        let said = "\u{201c}Northmoor\u{2019}s plan\u{201d} \u{2013} 5 \u{2192} 7 caf\u{e9}s\u{2026}";
        assert_eq!(in_ascii(said), "\"Northmoor's plan\" - 5 > 7 caf\u{e9}s...");
    }

    #[test]
    fn tables_are_ruled_as_the_terminal_can_show_them() {
        for (dumb, windows, locale, ascii) in [
            (false, false, ["", "", "en_GB.UTF-8"], false),
            (false, false, ["", "", "C.utf8"], false),
            (false, false, ["", "", "C"], true),
            (false, false, ["", "", "en_GB.ISO-8859-1"], true),
            (false, false, ["C", "en_GB.UTF-8", "en_GB.UTF-8"], true),
            (false, false, ["", "en_GB.utf8@euro", "C"], false),
            (false, false, ["", "", ""], true),
            (true, false, ["", "", "en_GB.UTF-8"], true),
            (false, true, ["", "", ""], false),
        ] {
            assert_eq!(is_ascii(dumb, windows, &locale.map(str::to_owned)), ascii, "{dumb} {windows} {locale:?}");
        }
    }

    #[test]
    fn no_line_commands_a_runner() {
        let table = [
            ("::error::x", r"\u{3a}:error::x"),
            ("a\n  ::set-output name=x::y\n", "a\n  \\u{3a}:set-output name=x::y\n"),
            ("a ::error::x", "a ::error::x"),
            (" ::: draft.md:3:7", " ::: draft.md:3:7"),
            ("a ##[error]x", r"a ##\u{5b}error]x"),
            ("##vso[task.x]y", r"##vso\u{5b}task.x]y"),
            ("### Impact [so far]", "### Impact [so far]"),
            ("## [x]", "## [x]"),
        ];
        for (text, safe) in table {
            assert_eq!(escaped(text, false), safe);
        }
    }
}
