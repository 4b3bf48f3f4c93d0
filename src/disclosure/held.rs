//! What a report says, by what belongs together: a statement, what leads it in, a table that statements were read from,
//! a list with all its items. Places are those of the words, so the same words are judged the same in every language
//! that reports are written in.

use super::Pass;
use super::copy::{Copy, Home};
use super::glance::{Needs, glance};
use super::head;
use super::words::Said;
use crate::report::{Explanation, Passage, Priority, Report, Statement};
use crate::source::Text;
use std::ops::Range;

/// A cell of a table.
#[derive(Clone)]
pub(super) struct Cell<'a> {
    /// What stands in it.
    pub words: &'a str,
    text: &'a Text,
    from: usize,
}

impl<'a> Cell<'a> {
    /// A copy of it.
    pub fn copy(&self) -> Copy<'a> {
        let mut copy = Copy::default();
        self.add_to(&mut copy);
        copy.settled()
    }

    /// Where some of its bytes stand in the source.
    pub fn place(&self, range: Range<usize>) -> Range<u32> {
        Home::Words(self.text).place(self.from + range.start..self.from + range.end)
    }

    fn end(&self) -> usize {
        self.from + self.words.len()
    }

    fn add_to(&self, copy: &mut Copy<'a>) {
        copy.plain(Home::Words(self.text), self.from..self.end());
    }
}

/// Looks through all that a report says.
pub(super) fn walk(report: &Report, source: &str, pass: &mut Pass) {
    report.title.iter().for_each(|title| {
        pass.words(title, None);
    });
    head::walk(report, source, pass);
    explained(&report.explanations, pass);
    report.priorities.iter().for_each(|one| priority(one, pass));
    list(&report.unplaced, None, pass);
}

fn priority(priority: &Priority, pass: &mut Pass) {
    fields(priority).for_each(|text| {
        pass.words(text, None);
    });
    explained(priority.explanations(), pass);
    for passage in &priority.passages {
        passage.tail().into_iter().for_each(|tail| {
            pass.words(tail, None);
        });
        explained(passage.explanations(), pass);
        list(&passage.statements, None, pass);
    }
}

/// What a priority is called and belongs to, in the words of whoever wrote the report.
fn fields(priority: &Priority) -> impl Iterator<Item = &Text> {
    let texts = priority.title.iter().chain(priority.candidates()).chain(priority.scope()).chain(priority.receiver());
    let themes = priority.themes().iter().map(|theme| &theme.text);
    // A word that is no status is quoted where it is told of.
    let status = priority.status().filter(|status| status.value.is_none()).map(|status| &status.text);
    texts.chain(themes).chain(status)
}

/// Why a finding may stand counts nobody: it says so with the number where need be.
fn explained(explanations: &[Explanation], pass: &mut Pass) {
    explanations.iter().for_each(|one| pass.aside(&one.text));
}

/// Statements that belong together, and what leads them in.
pub(super) struct Run<'a> {
    pub lead: Option<&'a Text>,
    pub these: &'a [Statement],
}

/// The head and the rows of a table.
pub(super) type Table<'a> = (Vec<Cell<'a>>, Vec<Vec<Cell<'a>>>);

impl<'a> Run<'a> {
    /// The table that some of them were read from, and the others.
    pub fn table(&self) -> (Option<Table<'a>>, &'a [Statement]) {
        let table = table(self.these);
        let rows = table.as_ref().map_or(0, |(_, rows)| rows.len());
        (table, self.these.get(rows..).unwrap_or_default())
    }
}

/// All that belongs together in a report, one after another.
pub(super) fn runs<'a>(report: &'a Report, take: &mut dyn FnMut(&Run<'a>)) {
    let passages = report.priorities.iter().flat_map(|priority| &priority.passages);
    let lists = passages.map(|passage| &passage.statements).chain(std::iter::once(&report.unplaced));
    lists.for_each(|list| runs_of(list, None, take));
}

fn runs_of<'a>(mut rest: &'a [Statement], above: Option<&'a Text>, take: &mut dyn FnMut(&Run<'a>)) {
    while !rest.is_empty() {
        let (these, next) = next_run(rest);
        let lead = these.first().and_then(Statement::lead_in).or(above);
        take(&Run { lead, these });
        these.iter().for_each(|one| runs_of(one.children(), Some(&one.text), take));
        rest = next;
    }
}

/// What is said of a report, its priorities and lists: titles, headings and the words of fields.
pub(super) fn titles<'a>(report: &'a Report, take: &mut dyn FnMut(&'a Text)) {
    report.title.iter().for_each(&mut *take);
    for priority in &report.priorities {
        fields(priority).for_each(&mut *take);
        priority.passages.iter().filter_map(Passage::tail).for_each(&mut *take);
    }
    runs(report, &mut |run| run.these.iter().filter_map(Statement::heading).for_each(&mut *take));
}

/// Every id in a report: of priorities, of those that they carry on, of statements.
pub(super) fn ids<'a>(report: &'a Report, take: &mut dyn FnMut(&'a Text)) {
    for priority in &report.priorities {
        priority.id().into_iter().chain(priority.continues()).for_each(|id| take(&id.text));
    }
    runs(report, &mut |run| run.these.iter().filter_map(Statement::id).for_each(&mut *take));
}

/// Every explanation in a report.
pub(super) fn explanations<'a>(report: &'a Report, take: &mut dyn FnMut(&'a Text)) {
    let mut each = |some: &'a [Explanation]| some.iter().for_each(|one| take(&one.text));
    each(&report.explanations);
    for priority in &report.priorities {
        each(priority.explanations());
        priority.passages.iter().for_each(|passage| each(passage.explanations()));
    }
    runs(report, &mut |run| run.these.iter().for_each(|one| each(one.explanations())));
}

/// The statements that belong together at the beginning of some, and the others. What a statement's list is opened with,
/// or a heading, begins a list of its own.
fn next_run(statements: &[Statement]) -> (&[Statement], &[Statement]) {
    let begins = |one: &Statement| one.lead_in().is_some() || one.heading().is_some();
    let end = 1 + statements.iter().skip(1).take_while(|one| !begins(one)).count();
    statements.split_at_checked(end).unwrap_or((statements, &[]))
}

/// Statements one after another; `lead` is what they are nested in.
fn list(statements: &[Statement], lead: Option<&Text>, pass: &mut Pass) {
    let mut rest = statements;
    while !rest.is_empty() {
        let (these, next) = next_run(rest);
        run(these, lead, pass);
        rest = next;
    }
}

fn run(these: &[Statement], above: Option<&Text>, pass: &mut Pass) {
    let Some(first) = these.first() else { return };
    if let Some(heading) = first.heading() {
        pass.words(heading, None);
    }
    if let Some(lead) = first.lead_in() {
        pass.words(lead, above);
    }
    let lead = first.lead_in().or(above);
    let (mut masked, from, mut others) = (false, pass.found(), these);
    if let Some((head, rows)) = table(these) {
        for (row, one) in rows.iter().zip(these) {
            masked |= pass.row(&head, row, lead, &one.text);
        }
        pass.table(&head, &rows, lead);
        others = these.get(rows.len()..).unwrap_or_default();
    }
    let mut opened = lead;
    for one in others {
        masked |= pass.words(&one.text, opened);
        list(one.children(), Some(&one.text), pass);
        if one.text.words().ends_with(':') {
            opened = Some(&one.text);
        }
    }
    these.iter().for_each(|one| explained(one.explanations(), pass));
    if masked || pass.counted_since(from) > 0 {
        // "Children missing education (23)": a heading may say of how many.
        let heading = first.heading().filter(|heading| lead.is_none() && heading.words().ends_with(')'));
        pass.given(&Said::of(&whole(lead.or(heading), these)));
    }
}

/// A list with what leads it in, as one.
fn whole<'a>(lead: Option<&'a Text>, these: &'a [Statement]) -> Copy<'a> {
    let mut whole = Copy::default();
    for text in lead.into_iter().chain(these.iter().map(|one| &one.text)) {
        if !whole.text.is_empty() {
            let between = if whole.text.ends_with([':', ';', '.', ',']) { " " } else { " ; " };
            whole.put(between, Home::Words(text), 0);
        }
        whole.plain(Home::Words(text), 0..text.words().len());
    }
    whole.settled()
}

/// The head and the rows of a table that these statements were read from: its cells stand between ` / `, and what its
/// columns are called is the heading of the first row.
fn table(these: &[Statement]) -> Option<Table<'_>> {
    let heading = these.first()?.heading()?;
    let columns = cells(&these.first()?.text).len();
    let rows = these.iter().map(|one| if one.children().is_empty() { cells(&one.text) } else { Vec::new() });
    let rows: Vec<Vec<Cell<'_>>> = rows.take_while(|row| row.len() == columns).collect();
    if columns < 2 || rows.is_empty() {
        return None;
    }
    let mut head = cells(heading);
    if head.len() + 1 == columns {
        // The corner of a table is often empty.
        head.insert(0, Cell { words: "", text: heading, from: 0 });
    }
    // What stands before the names of the columns is the heading above the table.
    let above = head.len().checked_sub(columns)?;
    Some((head.split_off(above), rows))
}

fn cells(text: &Text) -> Vec<Cell<'_>> {
    let mut from = 0;
    let parts = text.words().split(" / ").map(|words| {
        let cell = Cell { words, text, from };
        from += words.len() + " / ".len();
        cell
    });
    parts.collect()
}

/// The longest words that are looked through at once, in bytes: a line of a hostile file may be millions of them long,
/// and every number is judged by all that stands beside it.
const LONG: usize = 4000;

/// Words by parts that are not too long. Parts overlap, so that nothing is cut in two that belongs together.
pub(super) fn parts(words: &str) -> impl Iterator<Item = Range<usize>> {
    let border = |mut at: usize| {
        while !words.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let starts = (0..words.len().max(1)).step_by(LONG);
    starts.map(move |start| border(start.saturating_sub(LONG / 20))..border((start + LONG).min(words.len())))
}

impl Pass {
    /// Looks through words of the report, which `lead` leads in; whether a figure is kept back in them.
    fn words(&mut self, text: &Text, lead: Option<&Text>) -> bool {
        self.cover(text);
        let (words, lead) = (text.words(), lead.filter(|lead| lead.words().len() <= LONG));
        let led = lead.map_or(0, |lead| glance(lead.words(), 0, self.year).all);
        let needs = glance(words, led, self.year);
        if needs.none() {
            return false;
        }
        let (home, lead) = (Home::Words(text), lead.map(|lead| Copy::of(Home::Words(lead))).unwrap_or_default());
        let (lead, mut masked) = (Said::of(&lead), false);
        for part in parts(words) {
            let mut copy = Copy::default();
            copy.plain(home, part);
            masked |= self.block(&Said::of(&copy.settled()), &lead, needs, false, text.span().start);
        }
        masked
    }

    /// Looks through words that are said beside the report: nobody is counted there.
    fn aside(&mut self, text: &Text) {
        self.cover(text);
        let needs = glance(text.words(), 0, self.year);
        if needs.numbers || needs.births || needs.names {
            let copy = Copy::of(Home::Words(text));
            self.people(&Said::of(&copy), &Said::of(&Copy::default()), needs, text.span().start);
        }
    }

    /// Looks through a row of a table, each cell under the name of its column; whether a figure is kept back in it.
    fn row<'a>(&mut self, head: &[Cell<'a>], row: &[Cell<'a>], lead: Option<&'a Text>, text: &'a Text) -> bool {
        self.cover(text);
        let lead = lead.filter(|lead| lead.words().len() <= LONG);
        let labels = head.iter().map(|label| label.words);
        let led = labels.chain(lead.map(Text::words)).fold(0, |all, words| all | glance(words, 0, self.year).all);
        let needs = glance(text.words(), led, self.year);
        if needs.none() {
            return false;
        }
        let mut copy = Copy::default();
        for (label, cell) in head.iter().zip(row) {
            if !label.words.is_empty() {
                label.add_to(&mut copy);
                copy.put(": ", Home::Words(label.text), label.end());
            }
            cell.add_to(&mut copy);
            copy.put(" ; ", Home::Words(cell.text), cell.end());
        }
        let (copy, lead) = (copy.settled(), lead.map(|lead| Copy::of(Home::Words(lead))).unwrap_or_default());
        // What the heads of the columns say of the cells under them, a glance at the cells alone does not see.
        let needs = Needs { names: true, numbers: true, ..needs };
        self.block(&Said::of(&copy), &Said::of(&lead), needs, true, text.span().start)
    }
}
