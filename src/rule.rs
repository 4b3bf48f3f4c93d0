//! The engine: it walks the reports, a rule judges one unit at a time, returns nothing and cannot fail.

use crate::corpus::{Corpus, Step};
use crate::diagnostic::{Diagnostic, Level};
use crate::form::{Field, Form, Needed, Role, Section, Status};
use crate::outline::Language;
use crate::report::{Passage, Priority, Report, Statement};
use crate::source::{Sources, Span, Text};

mod run;
pub use run::{Judged, across, judge, run};

/// Which family a rule belongs to, as the table of rules shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// What could not be read as it stands.
    Reading,
    /// District, officers, term, and the fields of priorities.
    Header,
    /// Priorities and their sections.
    Form,
    /// Several reports together.
    Repository,
}

impl Group {
    /// Its word in the table of rules.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Reading => "reading",
            Group::Header => "header",
            Group::Form => "form",
            Group::Repository => "repository",
        }
    }
}

/// What a rule judges.
#[derive(Clone, Copy)]
pub enum Check {
    /// Nothing here: the readers find it, since what cannot be read never becomes a report.
    Reading,
    /// One report.
    Report(fn(&Report, &mut Emit<'_>)),
    /// One priority of a report.
    Priority(fn(&Priority, &mut Emit<'_>)),
    /// One section of a priority.
    Passage(fn(&Passage, &Priority, &mut Emit<'_>)),
    /// One statement, nested ones too.
    Statement(fn(&Statement, &mut Emit<'_>)),
    /// A report and the nearest earlier one of its district.
    Step(fn(&Step<'_>, &mut Emit<'_>)),
    /// All reports together.
    Corpus(fn(&Corpus, &mut Emit<'_>)),
}

/// One rule: its name, what it judges, and its page.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Kebab-case, permanent.
    pub name: &'static str,
    /// Its family.
    pub group: Group,
    /// How much its findings matter unless the authority says otherwise.
    pub level: Level,
    /// Roles the form must have for the rule to say anything.
    pub roles: &'static [Role],
    /// What it judges.
    pub check: Check,
    /// The source of its file; its `//!` head is its page.
    pub page: &'static str,
}

impl Rule {
    /// The rule's page: Markdown, the first line its first sentence.
    #[must_use]
    pub fn documentation(&self) -> String {
        let head = self.page.lines().take_while(|line| line.starts_with("//!"));
        let lines: Vec<&str> = head.map(|line| line.trim_start_matches("//!")).collect();
        lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// The first sentence of its page, without the full stop.
    #[must_use]
    pub fn summary(&self) -> String {
        let page = self.documentation();
        let first = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        first.trim_end_matches('.').to_owned()
    }
}

/// What a rule is given to say what it found.
pub struct Emit<'a> {
    /// The form in force.
    pub form: &'a Form,
    /// The sources, for words that may be shown.
    pub sources: &'a Sources,
    rule: &'a Rule,
    report: Option<&'a Report>,
    found: &'a mut Vec<Diagnostic>,
}

impl Emit<'_> {
    /// A finding at `span`; add help, label and related places to what it gives.
    pub fn at(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(self.rule.name, self.rule.level, span, message));
        #[expect(clippy::expect_used, reason = "a diagnostic was pushed on the line above")]
        self.found.last_mut().expect("just pushed")
    }

    /// Words of a report in quotation marks, private parts masked, cut after about sixty characters.
    #[must_use]
    pub fn quote(&self, text: &Text) -> String {
        quoted(&self.sources.beginning(text, 1000))
    }

    /// The report that is judged; `None` where several are judged together.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        self.report
    }

    /// The language of the report that is judged; Markdown where several are judged together.
    #[must_use]
    pub fn language(&self) -> Language {
        self.report.map_or(Language::Markdown, |report| report.language)
    }

    /// What opens a section in the report's language: "the heading “### Exit strategy”", a key, a line.
    #[must_use]
    pub fn opening(&self, section: &Section) -> String {
        match self.language() {
            Language::Markdown => format!("the heading {}", quoted(&format!("### {}", section.heading))),
            Language::Yaml => format!("the key `{}:`", section.key),
            Language::Plain => format!("the line {}", quoted(&section.heading)),
        }
    }

    /// What states a field in the report's language, and where: "the line “Status: closed” under the title".
    #[must_use]
    pub fn stating(&self, field: Field, value: &str) -> String {
        let Some(row) = self.form.field(field) else { return quoted(value) };
        let (key, line) = (format!("{}: {value}", row.key), quoted(&format!("{}: {value}", row.name)));
        match (self.language(), row.of_priority) {
            (Language::Markdown, false) if self.has_block() => format!("the line `{key}` to the block at the top"),
            (Language::Markdown, false) => format!("the line `{key}` between two lines `---` at the very top"),
            (Language::Markdown | Language::Plain, true) => format!("the line {line} under the title"),
            (Language::Yaml, false) => format!("the line `{key}` at the top"),
            (Language::Yaml, true) => format!("the line `{key}` under the title"),
            (Language::Plain, false) => format!("the line {line} at the top"),
        }
    }

    /// Whether the report opens with a block of keys between two lines `---`.
    fn has_block(&self) -> bool {
        let source = self.report.and_then(|report| self.sources.get(report.source));
        source.is_some_and(|source| source.text.trim_start().starts_with("---"))
    }

    /// How much it matters that a priority says nothing under a section; `None` where it need not, or
    /// where the section may stand in a part that could not be read.
    #[must_use]
    pub fn demand(&self, section: &Section, priority: &Priority) -> Option<Level> {
        let status = priority.known_status();
        let cut_short = |report: &&Report| report.cut_short && report.language == Language::Yaml;
        let last = self.report.filter(cut_short).and_then(|report| report.priorities.last());
        match section.needed {
            _ if last.is_some_and(|last| last.whole == priority.whole) => None,
            Needed::Never => None,
            Needed::WhileOpen if status.is_some_and(Status::ended) => None,
            Needed::WhileOpen if status == Some(Status::OnHold) => Some(Level::Note),
            Needed::WhileOpen | Needed::Always => Some(self.rule.level),
        }
    }

    /// A priority in a sentence: its title in quotation marks, or "this priority".
    #[must_use]
    pub fn priority(&self, priority: &Priority) -> String {
        priority.title.as_ref().map_or_else(|| "this priority".to_owned(), |title| self.quote(title))
    }
}

/// Words in quotation marks, cut at a word after about sixty characters.
#[must_use]
pub fn quoted(words: &str) -> String {
    let mut short = String::new();
    for word in words.split_whitespace() {
        if short.chars().count() + word.chars().count() > 60 && !short.is_empty() {
            short.push_str(" \u{2026}");
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.extend(word.chars().take(80));
    }
    format!("\u{201c}{short}\u{201d}")
}

/// Words one after another as a sentence lists them: "new, ongoing or closed" with "or" as `last`.
#[must_use]
pub fn listed(words: &[impl AsRef<str>], last: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}
