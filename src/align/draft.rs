//! Reports made by hand, for the tests of comparing: every word of them stands in a source, so that it
//! can be shown, and hidden.

use crate::form::{Form, SectionId, Status};
use crate::outline::Language;
use crate::report::{Headed, Origin, Passage, Priority, PriorityMore, Report, Stated, Statement, StatementMore};
use crate::source::{Source, SourceId, Sources, Span, Text, number};
use crate::term::{self, Scheme};

/// What a priority of a test says; empty words are left out of the report.
#[derive(Clone, Default)]
pub(crate) struct Draft {
    pub(crate) title: &'static str,
    pub(crate) id: &'static str,
    pub(crate) continues: &'static [&'static str],
    pub(crate) status: &'static str,
    pub(crate) receiver: &'static str,
    /// Keys of sections and statements: `words >> nested >> nested {#id}`.
    pub(crate) sections: &'static [(&'static str, &'static [&'static str])],
}

/// A priority of this title, with one intended outcome.
pub(crate) fn draft(title: &'static str, sections: &'static [(&'static str, &'static [&'static str])]) -> Draft {
    Draft { title, sections, ..Draft::default() }
}

/// A report as the later or earlier side of a comparison.
pub(crate) fn report(at: u32, district: &str, term: &str, drafts: &[Draft]) -> (Source, Report) {
    let mut desk = Desk { id: SourceId(at), text: String::new() };
    let district = desk.stated(district, |words| words.to_owned());
    let term = desk.stated(term, |words| term::read(words, Scheme::default()));
    let priorities = drafts.iter().map(|draft| desk.priority(draft)).collect();
    let whole = Span::new(desk.id, 0, number(desk.text.len()));
    let report = Report {
        source: desk.id,
        language: Language::Markdown,
        number: 0,
        districts: district.into_iter().map(|stated| Headed { stated, origin: Origin::Key }).collect(),
        officers: Vec::new(),
        nameless: Vec::new(),
        terms: term.into_iter().map(|stated| Headed { stated, origin: Origin::Key }).collect(),
        submitted: None,
        priorities,
        title: None,
        unplaced: Vec::new(),
        unknown: Vec::new(),
        explanations: Vec::new(),
        span: whole,
        whole,
        cut_short: false,
        cut_at: None,
    };
    (Source::of(&format!("{at}.md"), &desk.text), report)
}

/// Two reports of Northmoor and their sources.
pub(crate) fn pair(earlier: &[Draft], later: &[Draft]) -> (Report, Report, Sources) {
    let (first, earlier) = report(0, "Northmoor", "Spring 2 2023/24", earlier);
    let (second, later) = report(1, "Northmoor", "Summer 1 2023/24", later);
    (earlier, later, Sources::new(vec![first, second]))
}

struct Desk {
    id: SourceId,
    text: String,
}

impl Desk {
    fn text(&mut self, words: &str) -> Text {
        let start = number(self.text.len());
        self.text.push_str(words);
        let span = Span::new(self.id, start, number(self.text.len()));
        self.text.push('\n');
        Text::exact(words, span)
    }

    fn stated<T>(&mut self, words: &str, read: impl Fn(&str) -> T) -> Option<Stated<T>> {
        (!words.is_empty()).then(|| Stated { value: read(words), text: self.text(words) })
    }

    fn priority(&mut self, draft: &Draft) -> Priority {
        let title = (!draft.title.is_empty()).then(|| self.text(draft.title));
        let span = title.as_ref().map_or(Span::new(self.id, 0, 0), Text::span);
        let sections = draft.sections.iter();
        Priority {
            title,
            more: Some(Box::new(PriorityMore {
                id: self.stated(draft.id, str::to_owned),
                continues: draft.continues.iter().filter_map(|id| self.stated(id, str::to_owned)).collect(),
                status: self.stated(draft.status, Status::read),
                receiver: (!draft.receiver.is_empty()).then(|| self.text(draft.receiver)),
                ..PriorityMore::default()
            })),
            passages: sections.map(|(key, statements)| self.passage(key, statements)).collect(),
            span,
            whole: span,
        }
    }

    fn passage(&mut self, key: &str, statements: &[&str]) -> Passage {
        let at = Form::built_in().sections.iter().position(|section| section.key == key).expect("a key of the form");
        Passage {
            section: SectionId(at),
            label: self.text(key),
            statements: statements.iter().map(|words| self.statement(words)).collect(),
            more: None,
        }
    }

    fn statement(&mut self, words: &str) -> Statement {
        let (words, id) = words.split_once(" {#").map_or((words, None), |(words, id)| (words, id.strip_suffix('}')));
        let (own, nested) = words.split_once(" >> ").map_or((words, ""), |parts| parts);
        let text = self.text(own);
        let more = StatementMore {
            id: id.map(|id| self.text(id)),
            children: nested.split(" >> ").filter(|n| !n.is_empty()).map(|n| self.statement(n)).collect(),
            ..StatementMore::default()
        };
        let span = text.span();
        Statement::new(text, true, span, more)
    }
}
