//! What a rule is given: the form, the words it may show, its settings, and a way to say what it found.

use super::{Patterns, Rows, Rule};
use crate::diagnostic::{Diagnostic, Level};
use crate::form::{Field, Form, Needed, Role, Section, SectionId, Status};
use crate::outline::Language;
use crate::report::{Priority, Report, Statement, Unknown, can_be_continued};
use crate::source::{Private, Sources, Span, Text};

/// What a rule is given to say what it found.
pub struct Emit<'a> {
    /// The form in force.
    pub form: &'a Form,
    /// The sources, for words that may be shown.
    pub sources: &'a Sources,
    pub(super) rule: &'a Rule,
    pub(super) rows: &'a Rows,
    pub(super) report: Option<&'a Report>,
    pub(super) found: &'a mut Vec<Diagnostic>,
}

impl<'a> Emit<'a> {
    /// A finding at `span`; add help, label and related places to what it gives.
    pub fn at(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(self.rule.name, self.rule.level, span, message));
        #[expect(clippy::expect_used, reason = "a diagnostic was pushed on the line above")]
        self.found.last_mut().expect("just pushed")
    }

    /// Whether what another rule finds in this report is told: what it would say is then not said twice.
    #[must_use]
    pub fn tells(&self, other: &Rule) -> bool {
        self.rows.tells(other)
    }

    /// The number that a setting of this rule has here.
    #[must_use]
    pub fn number(&self, setting: &str) -> u32 {
        self.rows.number(self.rule, setting)
    }

    /// The words that a setting of this rule has here, as the authority writes them.
    #[must_use]
    pub fn words(&self, setting: &str) -> &'a [String] {
        self.rows.words(self.rule, setting)
    }

    /// The patterns that a setting of this rule has here, if any.
    #[must_use]
    pub fn patterns(&self, setting: &str) -> Option<&'a Patterns> {
        self.rows.patterns(self.rule, setting)
    }

    /// Words of a report in quotation marks, private parts masked, cut after about sixty characters.
    #[must_use]
    pub fn quote(&self, text: &Text) -> String {
        quoted(&self.sources.beginning(text, 1000))
    }

    /// What was found to be private in the report that is judged, and where it stands first, in order.
    #[must_use]
    pub fn private(&self) -> Vec<(&'a Private, Span)> {
        let Some(report) = self.report else { return Vec::new() };
        let kept = self.sources.get(report.source).map_or(&[][..], |source| source.kept());
        let whole = report.whole.start..report.whole.end;
        let of_report = kept.iter().filter(|one| !one.again && whole.contains(&one.at.start));
        of_report.map(|one| (one, Span::new(report.source, one.at.start, one.at.end))).collect()
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

    /// What the section of a role is called; the first, where several share the role.
    #[must_use]
    pub fn called(&self, role: Role) -> &'a str {
        self.form.sections.iter().find(|section| section.role == role).map_or("", |section| &section.name)
    }

    /// What ties a priority to the earlier one that it carries on: the line “Continues: ID”, or an id for both.
    #[must_use]
    pub fn tying(&self, earlier: &Priority) -> String {
        let title = earlier.title.as_ref().filter(|title| can_be_continued(title.words()));
        let name = earlier.id().map(|id| &id.text).or(title);
        let line = name.map(|name| self.stating(Field::Continues, &self.sources.beginning(name, 100)));
        line.unwrap_or_else(|| "the same id to it in both reports".to_owned())
    }

    /// Whether an explanation of this rule stands at a statement: it is then told of by itself.
    #[must_use]
    pub fn is_explained(&self, statement: &Statement) -> bool {
        let names = |words: &str| words.to_ascii_lowercase().contains(self.rule.name);
        statement.explanations().iter().any(|explanation| names(explanation.text.words()))
    }

    /// What gives a statement an id in the report's language: "`{#pathway}` at its end".
    #[must_use]
    pub fn giving_id(&self, id: &str) -> String {
        match self.language() {
            Language::Markdown | Language::Plain => format!("`{{#{id}}}` at its end"),
            Language::Yaml => format!("`id: {id}` beside its `text:`"),
        }
    }

    /// What stands before a place on its line.
    #[must_use]
    pub fn before(&self, span: Span) -> &'a str {
        let source = self.sources.get(span.source);
        source.map_or("", |source| source.slice(source.whole_lines(span.start..span.start).start, span.start))
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
            Needed::WhileOpen | Needed::Always => Some(Level::Error),
        }
    }

    /// The section that a label of this priority is a misspelling of, where the priority lacks that section and
    /// should have it, and how much that matters.
    #[must_use]
    pub fn misspelt(&self, unknown: &Unknown) -> Option<(&'a Section, Level)> {
        let priority = self.report?.priorities.get(unknown.priority?).filter(|_| unknown.section)?;
        let meant = self.form.nearest(unknown.label.words(), true)?;
        let (at, section) = self.form.sections.iter().enumerate().find(|(_, section)| section.heading == meant)?;
        let is_there = priority.passages_of(SectionId(at)).next().is_some();
        let level = self.demand(section, priority).filter(|_| !is_there)?;
        Some((section, level))
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
    let (mut short, mut length) = ("\u{201c}".to_owned(), 0);
    for word in words.split_whitespace() {
        let of_word = word.chars().count();
        if length + of_word > 60 && length > 0 {
            short.push_str(" \u{2026}");
            break;
        }
        if length > 0 {
            short.push(' ');
            length += 1;
        }
        short.extend(word.chars().take(80));
        length += of_word.min(80);
    }
    short.push('\u{201d}');
    short
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
