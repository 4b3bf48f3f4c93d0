//! Words under a section: where they belong, lead-ins, sub-headings, prompts, explanations.

use super::statement::statement;
use super::{Awaits, Binder, Sub};
use crate::form::{Field, Form};
use crate::outline::{Entry, Kind, Language};
use crate::report::{Explanation, Origin, opens_list};
use crate::source::Text;

impl Binder<'_> {
    /// Words that no label opens: a value that was awaited, or text of what is open.
    pub(super) fn words(&mut self, entry: Entry) {
        if entry.kind == Kind::Comment {
            // Among the lines of the header it stands for the report, and parts none from the next.
            let in_header = self.report.priorities.is_empty() && self.outside.is_none();
            match self.report.language {
                Language::Plain if in_header => self.report.explanations.extend(Explanation::of(entry)),
                Language::Plain => {
                    self.settle();
                    self.explain(entry);
                }
                Language::Markdown | Language::Yaml => self.explain(entry),
            }
        } else if let Some(awaits) = self.awaits.take() {
            self.value(awaits, entry);
        } else if self.report.language == Language::Plain && self.outside.is_none() {
            self.pend(entry);
        } else {
            self.place(entry);
        }
    }

    /// The value of a label on the line before. A list gives officers and themes one by one.
    fn value(&mut self, awaits: Awaits, entry: Entry) {
        match awaits {
            Awaits::Title if matches!(entry.kind, Kind::Paragraph | Kind::Line) => {
                entry.body.into_iter().for_each(|text| self.state(Field::Title, text, Origin::Label));
            }
            Awaits::Field(field, label) => {
                let list = entry.kind == Kind::Item;
                entry.body.into_iter().for_each(|text| self.state(field, text, Origin::Label));
                if list && matches!(field, Field::Officers | Field::Theme | Field::Continues) {
                    self.awaits = Some(Awaits::Field(field, label));
                }
            }
            Awaits::Title => self.words(entry),
        }
    }

    /// Plain text: a term is taken at once, all else waits for the next label.
    fn pend(&mut self, entry: Entry) {
        let header = self.report.priorities.is_empty();
        let line = entry.body.first().filter(|_| header && entry.kind == Kind::Line);
        if line.is_some_and(|text| crate::term::read(text.words(), self.form.scheme).is_term()) {
            entry.body.into_iter().for_each(|text| self.state(Field::Term, text, Origin::Heading));
        } else {
            self.pending.push(entry);
        }
    }

    /// Puts what waits where it belongs: a label has come, or the end.
    pub(super) fn settle(&mut self) {
        for entry in std::mem::take(&mut self.pending) {
            self.place(entry);
        }
        self.settle_lead();
        if let Some(Sub { words, bold }) = self.sub.take() {
            let span = words.span();
            let lone = statement(Entry::of(Kind::Paragraph, words, span), self.form);
            match self.last_statements().filter(|_| bold) {
                Some(statements) => statements.extend(lone),
                None => self.report.unplaced.extend(lone),
            }
        }
    }

    fn settle_lead(&mut self) {
        if let Some(text) = self.lead.take() {
            let span = text.span();
            self.add(Entry::of(Kind::Paragraph, text, span), None);
        }
    }

    /// Puts words into the section that is open, the priority's scope, or among what no section took.
    pub(super) fn place(&mut self, mut entry: Entry) {
        let is_text = matches!(entry.kind, Kind::Paragraph | Kind::Line);
        if !self.open && self.outside.is_none() && is_text {
            self.note_misspelt(&entry);
            if let Some(priority) = self.report.priorities.last_mut() {
                priority.more().scope.extend(entry.body);
                return;
            }
        }
        if entry.kind == Kind::Item {
            let lead = self.lead.take();
            self.add(entry, lead);
            return;
        }
        self.settle_lead();
        if entry.kind == Kind::Comment {
            self.explain(entry);
            return;
        }
        if !self.without_prompt(&mut entry) {
            return;
        }
        let opens_list = entry.body.last().is_some_and(|text| opens_list(text.words()));
        match entry.body.first() {
            Some(text) if is_text && opens_list && entry.body.len() == 1 => self.lead = Some(text.clone()),
            _ => self.add(entry, None),
        }
    }

    /// Adds a statement where words go now, unless they are the template's prompt.
    pub(super) fn add(&mut self, mut entry: Entry, lead_in: Option<Text>) {
        if !self.without_prompt(&mut entry) {
            return;
        }
        let Some(mut statement) = statement(entry, self.form) else { return };
        let heading = self.sub.take().map(|sub| sub.words);
        if lead_in.is_some() {
            statement.more().lead_in = lead_in;
        }
        if heading.is_some() {
            statement.more().heading = heading;
        }
        match self.last_statements() {
            Some(statements) => statements.push(statement),
            None => self.report.unplaced.push(statement),
        }
    }

    /// A sub-heading inside a section stays with the statement that follows it.
    pub(super) fn sub_heading(&mut self, words: Text, bold: bool) {
        self.settle();
        self.sub = Some(Sub { words, bold });
    }

    /// Takes the template's prompt off a paragraph: all of it, or its beginning. Whether anything is left.
    fn without_prompt(&mut self, entry: &mut Entry) -> bool {
        let form = self.form;
        let priority = self.report.priorities.last_mut().filter(|_| self.open && self.outside.is_none());
        let Some(passage) = priority.and_then(|p| p.passages.last_mut()) else { return true };
        if form.section(passage.section).is_none_or(|section| section.prompts.is_empty()) {
            return true;
        }
        let Some(first) = entry.body.first() else { return true };
        let Some(end) = prompt_end(first.words(), form, passage.section.0) else { return false };
        if end == 0 {
            return true;
        }
        passage.more().prompts.push(first.slice(0..end));
        let rest = Some(first.slice(end..first.words().len())).filter(|rest| !rest.words().is_empty());
        let others = std::mem::take(&mut entry.body).into_iter().skip(1);
        entry.body = rest.into_iter().chain(others).collect();
        !entry.body.is_empty() || !entry.entries.is_empty()
    }

    pub(super) fn explain(&mut self, entry: Entry) {
        let Some(explanation) = Explanation::of(entry) else { return };
        if let Some(lead) = self.lead.take() {
            let span = lead.span();
            self.add(Entry::of(Kind::Paragraph, lead, span), None);
        }
        let open = self.open;
        if let Some(statement) = self.last_statements().and_then(|statements| statements.last_mut()) {
            statement.more().explanations.push(explanation);
            return;
        }
        let target = match self.report.priorities.last_mut() {
            Some(priority) => match priority.passages.last_mut().filter(|_| open) {
                Some(passage) => &mut passage.more().explanations,
                None => &mut priority.more().explanations,
            },
            None => &mut self.report.explanations,
        };
        target.push(explanation);
    }
}

/// Where a prompt of the section ends in these words: 0 if they do not begin with one.
fn prompt_end(words: &str, form: &Form, section: usize) -> Option<usize> {
    let prompts = &form.sections.get(section)?.prompts;
    if form.is_prompt(words) {
        return Some(words.len());
    }
    let begins = |prompt: &String| {
        let head = words.get(..prompt.len()).filter(|head| head.eq_ignore_ascii_case(prompt));
        head.map(str::len).or_else(|| opened(words, prompt))
    };
    Some(prompts.iter().find_map(begins).unwrap_or(0))
}

/// Where a prompt ends that words open with, its marks and spaces aside; what follows begins a sentence of its own.
fn opened(words: &str, prompt: &str) -> Option<usize> {
    let counts = |c: &char| c.is_alphanumeric();
    let mut letters = words.char_indices().filter(|(_, c)| counts(c));
    let mut end = 0;
    for wanted in prompt.chars().filter(counts) {
        let (at, c) = letters.next()?;
        if !c.eq_ignore_ascii_case(&wanted) {
            return None;
        }
        end = at + c.len_utf8();
    }
    let rest = words.get(end..)?;
    let answer = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !OPENS.contains(&c));
    let marks = rest.len() - answer.len();
    let is_parted = marks > 0 && (!answer.starts_with(char::is_lowercase) || rest.starts_with(['?', '.', ':', '!']));
    (end > 0 && is_parted).then_some(end + marks)
}

/// Marks that an answer may open with.
const OPENS: [char; 8] = ['\u{201c}', '"', '\u{2018}', '\'', '(', '[', '\u{a3}', '{'];
