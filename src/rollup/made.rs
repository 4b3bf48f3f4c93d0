//! Reports made by hand, for tests alone.

use crate::form::{SectionId, Status};
use crate::outline::Language;
use crate::report::{Headed, Origin, Passage, Priority, PriorityMore, Report, Stated, Statement, StatementMore};
use crate::source::{Source, SourceId, Sources, Span, Text, number};
use crate::term::{AcademicYear, Parts, Reading, Season};

/// A priority to make.
#[derive(Clone, Default)]
pub struct P {
    title: String,
    id: Option<String>,
    continues: Vec<String>,
    status: Option<Status>,
    receiver: Option<String>,
    sections: Vec<(usize, Vec<String>)>,
}

impl P {
    /// A priority with this title.
    pub fn of(title: &str) -> P {
        P { title: title.into(), ..P::default() }
    }

    /// With an id.
    pub fn id(self, id: &str) -> P {
        P { id: Some(id.into()), ..self }
    }

    /// That carries on another.
    pub fn continues(mut self, id: &str) -> P {
        self.continues.push(id.into());
        self
    }

    /// With a status, and who takes it over.
    pub fn status(self, status: Status, receiver: &str) -> P {
        P { status: Some(status), receiver: Some(receiver.into()).filter(|r: &String| !r.is_empty()), ..self }
    }

    /// With statements in a section; one that begins with `>` is nested in the one before it.
    pub fn section(mut self, section: usize, statements: &[&str]) -> P {
        self.sections.push((section, statements.iter().map(|s| (*s).to_owned()).collect()));
        self
    }
}

/// Reports and the sources they are in.
#[derive(Default)]
pub struct Made {
    names: Vec<String>,
    texts: Vec<String>,
    pub reports: Vec<Report>,
}

/// A year by its first part, a season from 1 (Autumn), a half.
pub type T = (u16, u8, Option<u8>);

/// What is said of a term.
pub fn parts((year, season, half): T) -> Parts {
    let season = [Season::Autumn, Season::Spring, Season::Summer][usize::from(season) - 1];
    Parts { year: Some(AcademicYear(year)), season: Some(season), half, ..Parts::default() }
}

impl Made {
    /// Adds a report in a file of its own.
    pub fn report(&mut self, name: &str, district: Option<&str>, term: Option<T>, priorities: &[P]) {
        self.names.push(name.into());
        self.texts.push(String::new());
        self.another(district, term, priorities);
    }

    /// Adds a report to the file of the one before it.
    pub fn another(&mut self, district: Option<&str>, term: Option<T>, priorities: &[P]) {
        let source = SourceId(number(self.texts.len() - 1));
        let start = self.text().len();
        let districts = district.iter().map(|name| headed((*name).to_owned(), self.words(name))).collect();
        let reading = |t: T| Reading { parts: parts(t), unclear: None, clashes: vec![], rest: false };
        let terms = term.iter().map(|t| headed(reading(*t), self.words("term"))).collect();
        let priorities = priorities.iter().map(|p| self.priority(p)).collect();
        let whole = Span::new(source, number(start), number(self.text().len()));
        let report = Report {
            source,
            language: Language::Yaml,
            number: 0,
            districts,
            officers: vec![],
            nameless: vec![],
            terms,
            submitted: None,
            priorities,
            title: None,
            unplaced: vec![],
            unknown: vec![],
            explanations: vec![],
            span: whole,
            whole,
            cut_short: false,
            cut_at: None,
        };
        self.reports.push(report);
    }

    /// The sources, in order.
    pub fn sources(&self) -> Sources {
        Sources::new(self.names.iter().zip(&self.texts).map(|(name, text)| Source::of(name, text)).collect())
    }

    fn text(&mut self) -> &mut String {
        self.texts.last_mut().unwrap()
    }

    /// Words on a line of their own.
    fn words(&mut self, words: &str) -> Text {
        let source = SourceId(number(self.texts.len() - 1));
        let start = number(self.text().len());
        self.text().push_str(words);
        let span = Span::new(source, start, number(self.text().len()));
        self.text().push('\n');
        Text::exact(words, span)
    }

    fn stated(&mut self, words: &str) -> Stated<String> {
        Stated { value: words.into(), text: self.words(words) }
    }

    fn priority(&mut self, p: &P) -> Priority {
        let title = Some(self.words(&p.title)).filter(|_| !p.title.is_empty());
        let span = title.as_ref().map_or(Span::new(SourceId(0), 0, 0), Text::span);
        Priority {
            title,
            more: Some(Box::new(PriorityMore {
                id: p.id.as_ref().map(|id| self.stated(id)),
                continues: p.continues.iter().map(|id| self.stated(id)).collect(),
                status: p.status.map(|s| Stated { value: Some(s), text: self.words(s.key()) }),
                receiver: p.receiver.as_ref().map(|r| self.words(r)),
                ..PriorityMore::default()
            })),
            passages: p.sections.iter().map(|(id, said)| self.passage(*id, said)).collect(),
            span,
            whole: span,
        }
    }

    fn passage(&mut self, id: usize, said: &[String]) -> Passage {
        let label = self.words("label");
        let mut statements: Vec<Statement> = Vec::new();
        for words in said {
            match (words.strip_prefix('>'), statements.last_mut()) {
                (Some(nested), Some(last)) => last.more().children.push(self.statement(nested)),
                _ => statements.push(self.statement(words)),
            }
        }
        Passage { section: SectionId(id), label, statements, more: None }
    }

    fn statement(&mut self, words: &str) -> Statement {
        let text = self.words(words);
        let span = text.span();
        Statement::new(text, true, span, StatementMore::default())
    }
}

fn headed<V>(value: V, text: Text) -> Headed<V> {
    Headed { stated: Stated { value, text }, origin: Origin::Key }
}
