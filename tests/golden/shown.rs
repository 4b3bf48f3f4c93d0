//! A report as a compact page: all that was read, each part with its place.

use termwise::diagnostic::Diagnostic;
use termwise::form::{Form, Status};
use termwise::load::Loaded;
use termwise::report::{Explanation, Headed, Origin, Passage, Priority, Report, Statement};
use termwise::source::{Sources, Span, Text};

/// Every file with its reports and what is found in it, then the files that are no reports.
pub fn page(loaded: &Loaded, found: &[Diagnostic], form: &Form) -> String {
    let mut page = String::new();
    let mut at = 0;
    while let Some(source) = loaded.sources.get(termwise::source::SourceId(at)) {
        let is_here = |span: Span| span.source.0 == at;
        if !loaded.not_reports.contains(&source.name) {
            page += &format!("== {}\n", source.name);
            for one in loaded.corpus.reports().iter().filter(|r| is_here(r.whole)) {
                page += &Shown { form, sources: &loaded.sources }.report(one);
            }
            let here: String = found.iter().filter(|d| is_here(d.span)).map(|d| finding(d, &loaded.sources)).collect();
            page += &format!("findings\n{}\n", if here.is_empty() { "  none\n" } else { &here });
        }
        at += 1;
    }
    page.extend(loaded.not_reports.iter().map(|name| format!("no report: {name}\n")));
    page.extend(loaded.troubles.iter().map(|t| format!("trouble: {}: {}\n", t.name, t.why)));
    page
}

/// A finding with its place.
pub fn finding(found: &Diagnostic, sources: &Sources) -> String {
    let (start, end) = sources.position(found.span);
    let place = format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column);
    let mut lines = format!("  {place} {}[{}] {}\n", found.level.name(), found.rule, found.message);
    if !found.label.is_empty() {
        lines += &format!("      marked: {}\n", found.label);
    }
    for other in &found.related {
        let (start, _) = sources.position(other.span);
        lines += &format!("      {}:{} {}\n", start.line, start.column, other.message);
    }
    if !found.place.is_empty() {
        lines += &format!("      in: {}\n", found.place);
    }
    if let Some(reason) = &found.explained {
        lines += &format!("      explained: {reason}\n");
    }
    lines + &found.help.as_ref().map_or(String::new(), |help| format!("      help: {help}\n"))
}

struct Shown<'a> {
    form: &'a Form,
    sources: &'a Sources,
}

impl Shown<'_> {
    fn report(&self, report: &Report) -> String {
        let term = match report.term() {
            Some(term) => {
                let month = term.month.map_or(String::new(), |month| format!(", month {month}"));
                format!("{term}{month}")
            }
            None => match report.terms.first() {
                Some(first) => format!("{:?}", first.stated.value.term()),
                None => "none".to_owned(),
            },
        };
        let mut page = format!("district: {}\n", report.district().unwrap_or("none"));
        page.extend(report.districts.iter().map(|d| self.headed(d, &d.stated.value)));
        page.extend(report.officers.iter().map(|o| format!("officer: {}\n", self.words(&o.text))));
        page += &format!("term: {term}\n");
        page.extend(report.terms.iter().map(|t| self.headed(t, t.stated.text.words())));
        page.extend(report.submitted.iter().map(|s| format!("submitted: {}\n", s.value)));
        page.extend(report.title.iter().map(|t| format!("title: {}\n", self.words(t))));
        page += &self.explanations(&report.explanations, "");
        page.extend(report.priorities.iter().map(|priority| self.priority(priority)));
        if !report.unplaced.is_empty() {
            page += "unplaced\n";
            page.extend(report.unplaced.iter().map(|s| self.statement(s, "  ")));
        }
        for unknown in &report.unknown {
            let kind = if unknown.section { "section" } else { "field" };
            page += &format!("unknown {kind}: {}\n", self.words(&unknown.label));
        }
        page
    }

    fn headed<T>(&self, headed: &Headed<T>, value: &str) -> String {
        let origin = match headed.origin {
            Origin::Key => "key",
            Origin::Label => "label",
            Origin::Heading => "heading",
            Origin::Path => "path",
        };
        format!("  {origin} {} = {value}\n", self.words(&headed.stated.text))
    }

    fn priority(&self, priority: &Priority) -> String {
        let title = priority.title.as_ref().map_or(format!("{} (untitled)", self.at(priority.span)), |t| self.words(t));
        let mut page = format!("priority {title}\n");
        page.extend(priority.candidates().iter().map(|line| format!("  perhaps: {}\n", self.words(line))));
        page.extend(priority.id().into_iter().map(|id| format!("  id: {}\n", id.value)));
        if let Some(status) = priority.status() {
            page += &format!("  status: {} ({})\n", status.value.map_or("unknown", Status::key), status.text.words());
        }
        page.extend(priority.continues().iter().map(|c| format!("  continues: {}\n", c.value)));
        page.extend(priority.receiver().into_iter().map(|r| format!("  receiver: {}\n", self.words(r))));
        page.extend(priority.themes().iter().map(|t| format!("  theme: {}\n", t.value)));
        page.extend(priority.scope().iter().map(|s| format!("  scope: {}\n", self.words(s))));
        page += &self.explanations(priority.explanations(), "  ");
        page.extend(priority.passages.iter().map(|passage| self.passage(passage)));
        page
    }

    fn passage(&self, passage: &Passage) -> String {
        let key = self.form.section(passage.section).map_or("", |section| section.key.as_str());
        let tail = passage.tail().map_or(String::new(), |tail| format!(" | tail: {}", self.words(tail)));
        let mut page = format!("  {key}: {}{tail}\n", self.words(&passage.label));
        page.extend(passage.prompts().iter().map(|p| format!("    prompt: {}\n", self.words(p))));
        page += &self.explanations(passage.explanations(), "    ");
        page.extend(passage.statements.iter().map(|s| self.statement(s, "    ")));
        page
    }

    fn statement(&self, statement: &Statement, inset: &str) -> String {
        let mut page = String::new();
        page.extend(statement.heading().into_iter().map(|words| format!("{inset}heading: {}\n", self.words(words))));
        page.extend(statement.lead_in().into_iter().map(|words| format!("{inset}lead-in: {}\n", self.words(words))));
        let id = statement.id().map_or(String::new(), |id| format!("[{}] ", id.words()));
        let mark = if statement.bullet { "- " } else { "" };
        page += &format!("{inset}{mark}{id}{}\n", self.words(&statement.text));
        page += &self.explanations(statement.explanations(), &format!("{inset}  "));
        page.extend(statement.children().iter().map(|child| self.statement(child, &format!("{inset}  "))));
        page
    }

    fn explanations(&self, explanations: &[Explanation], inset: &str) -> String {
        explanations.iter().map(|e| format!("{inset}explained: {}\n", self.words(&e.text))).collect()
    }

    /// Words with their place, and their markup where it differs.
    fn words(&self, text: &Text) -> String {
        let one_line = |words: &str| words.replace('\n', " ⏎ ");
        let markup = if text.is_marked() { format!("   ~ {}", one_line(text.markup())) } else { String::new() };
        format!("{} {}{markup}", self.at(text.span()), one_line(text.words()))
    }

    fn at(&self, span: Span) -> String {
        let (start, _) = self.sources.position(span);
        format!("{}:{}", start.line, start.column)
    }
}
