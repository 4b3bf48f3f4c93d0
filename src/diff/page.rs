//! A comparison in a coordinator's words: what happened to each priority, and what changed in it.

use super::fields::same_district;
use super::{Change, Comparison, Fate, FieldChange, SectionChange, reword};
use crate::form::{Field, Form, Status};
use crate::outline::Language;
use crate::page::{Block, Mark, Page, Run, Words, words};
use crate::report::{Priority, Report, Statement, field_name};
use crate::source::{Sources, Text};
use heading::name;
use std::collections::HashSet;

mod came;
mod heading;

/// A part of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// What came of the plan.
    FollowThrough,
    /// What became of the priorities.
    Priorities,
    /// What changed in their sections.
    Sections,
}

/// The page of a comparison, or one part of it. Private words of either report are masked.
#[must_use]
pub fn page(comparison: &Comparison<'_>, only: Option<Part>, form: &Form, sources: &Sources) -> Page {
    let writer = Writer { form, sources, language: comparison.later.language };
    let is_asked = |part| only.is_none_or(|only| only == part);
    let mut blocks = vec![Block::Note(words(summary(comparison)))];
    if comparison.is_same() {
        let same_term = comparison.earlier.term() == comparison.later.term();
        let note = if same_term { "The two say the same." } else { "The two say the same; only the term differs." };
        blocks.push(Block::Note(words(note)));
    }
    blocks.extend(writer.broken(comparison));
    blocks.extend(writer.gap(comparison));
    blocks.extend(writer.fields(&comparison.fields));
    if is_asked(Part::FollowThrough) {
        blocks.extend(writer.came(comparison));
    }
    let changes = comparison.priorities.iter().filter(|_| only != Some(Part::FollowThrough));
    for change in changes {
        blocks.push(Block::Heading(1, words(writer.heading(change))));
        blocks.extend(writer.advice(change).map(|advice| Block::Note(words(advice))));
        // The heading names these where they are part of the fate.
        let said = |field| match change.fate {
            Fate::HandedOver => matches!(field, Field::Status | Field::Receiver),
            Fate::Merged | Fate::Split | Fate::Closed => field == Field::Status,
            Fate::New | Fate::Continued | Fate::Retitled | Fate::Dropped => false,
        };
        let fields: Vec<_> = change.fields.iter().filter(|change| !said(change.field)).cloned().collect();
        blocks.extend(writer.fields(&fields));
        if is_asked(Part::Sections) {
            blocks.extend(writer.unchanged(&change.sections));
            change.sections.iter().filter(|s| s.has_changed()).for_each(|s| blocks.extend(writer.section(s)));
        }
    }
    Page { title: writer.title(comparison), blocks }
}

/// "3 priorities: 2 continued, 1 new; 1 dropped".
fn summary(comparison: &Comparison<'_>) -> String {
    let (now, gone): (Vec<&Change<'_>>, Vec<&Change<'_>>) =
        comparison.priorities.iter().partition(|change| change.later.is_some());
    let counts = |changes: &[&Change<'_>]| {
        let count = |fate| (fate, changes.iter().filter(|change| change.fate == fate).count());
        let counts = Fate::ALL.into_iter().map(count).filter(|(_, count)| *count > 0);
        let counted = |(fate, count): (Fate, usize)| match (fate, halves(changes)) {
            (Fate::Split, (whole, parts, all)) if parts > 0 && all == count => format!("{whole} split into {parts}"),
            _ => format!("{count} {}", name(fate)),
        };
        // What the later report names, if only in a sentence, is not dropped without a word.
        let named = changes.iter().filter(|change| change.named.is_some()).count();
        let less = |(fate, count): (Fate, usize)| (fate, if fate == Fate::Dropped { count - named } else { count });
        let counts = counts.map(less).filter(|(_, count)| *count > 0).map(counted);
        counts.chain((named > 0).then(|| format!("{named} only named"))).collect::<Vec<_>>().join(", ")
    };
    let mut summary = match now.len() {
        0 => "no priorities".to_owned(),
        1 => format!("1 priority: {}", counts(&now)),
        many => format!("{many} priorities: {}", counts(&now)),
    };
    if !gone.is_empty() {
        summary.push_str("; ");
        summary.push_str(&counts(&gone));
    }
    summary
}

/// How many priorities were split, into how many of those that are there, and how many are there of both: a priority that
/// is reported once more as split is no part of itself.
fn halves(changes: &[&Change<'_>]) -> (usize, usize, usize) {
    let parts = changes.iter().filter(|change| change.fate == Fate::Split && change.later.is_some());
    let whole = |one: &Change<'_>| -> Option<*const Priority> {
        let whole = one.earlier.filter(|_| !one.into.is_empty()).or(one.from.first().copied());
        whole.map(std::ptr::from_ref)
    };
    let has_ended = |one: &Change<'_>| one.later.and_then(Priority::known_status).is_some_and(Status::ended);
    let parts: Vec<_> = parts.filter_map(|one| Some((whole(one)?, has_ended(one)))).collect();
    let wholes: HashSet<_> = parts.iter().map(|(whole, _)| whole).collect();
    (wholes.len(), parts.iter().filter(|(_, ended)| !ended).count(), parts.len())
}

/// What every part of the page needs.
struct Writer<'a> {
    form: &'a Form,
    sources: &'a Sources,
    /// That of the later report, to which a line can still be added.
    language: Language,
}

impl Writer<'_> {
    /// "Northmoor: Spring 2 2023/24 → Summer 1 2023/24"; both districts where they differ.
    fn title(&self, comparison: &Comparison<'_>) -> String {
        let (earlier, later) = (comparison.earlier, comparison.later);
        let (mut before, mut after) = (self.term(earlier), self.term(later));
        // Two reports of one term may be of two months.
        if before == after
            && let Some((first, second)) = self.stated_term(earlier).zip(self.stated_term(later))
        {
            (before, after) = (first, second);
        }
        if same_district(earlier, later) {
            return format!("{}: {before} \u{2192} {after}", self.district(later));
        }
        format!("{}: {before} \u{2192} {}: {after}", self.district(earlier), self.district(later))
    }

    fn district(&self, report: &Report) -> String {
        let first = report.districts.first();
        first.map_or_else(
            || "no district".to_owned(),
            |first| self.sources.value(&first.stated.value, &first.stated.text),
        )
    }

    fn term(&self, report: &Report) -> String {
        let stated = || self.stated_term(report);
        report.term().map(|term| term.to_string()).or_else(stated).unwrap_or_else(|| "no term".to_owned())
    }

    /// The term in the report's own words.
    fn stated_term(&self, report: &Report) -> Option<String> {
        report.terms.first().map(|term| self.sources.words(&term.stated.text))
    }

    fn titled(&self, priority: &Priority) -> String {
        let title = priority.title.as_ref().map(|title| self.sources.words(title));
        title.unwrap_or_else(|| "a priority without a title".to_owned())
    }

    /// Titles in quotation marks: "“A”, “B” and “C”".
    fn all_titled(&self, priorities: &[&Priority]) -> String {
        let quoted = |priority: &&Priority| match &priority.title {
            Some(title) => format!("\u{201c}{}\u{201d}", self.sources.words(title)),
            None => "a priority without a title".to_owned(),
        };
        let all: Vec<String> = priorities.iter().map(quoted).collect();
        match all.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            [most @ .., last] => format!("{} and {last}", most.join(", ")),
        }
    }

    /// "Officers: Asha Rowe, now Asha Rowe and Tom Pell", one item a field.
    fn fields(&self, changes: &[FieldChange<'_>]) -> Option<Block> {
        let side = |texts: &[&Text]| {
            let all: Vec<String> = texts.iter().map(|text| self.sources.words(text)).collect();
            if all.is_empty() { "not stated".to_owned() } else { all.join(", ") }
        };
        let item = |change: &FieldChange<'_>| {
            let run = |words: String, mark| Run { words, mark };
            vec![
                run(format!("{}: ", field_name(self.form, change.field)), Mark::Plain),
                run(side(&change.earlier), if change.earlier.is_empty() { Mark::Plain } else { Mark::Removed }),
                run(", now ".to_owned(), Mark::Plain),
                run(side(&change.later), if change.later.is_empty() { Mark::Plain } else { Mark::Added }),
            ]
        };
        (!changes.is_empty()).then(|| Block::List(changes.iter().map(item).collect()))
    }

    /// "Intended outcomes: unchanged (3); Exit strategy: unchanged (1)".
    fn unchanged(&self, sections: &[SectionChange<'_>]) -> Option<Block> {
        let same = sections.iter().filter(|section| !section.has_changed() && section.unchanged > 0);
        let each = same.map(|section| format!("{}: unchanged ({})", self.section_name(section), section.unchanged));
        let all: Vec<String> = each.collect();
        (!all.is_empty()).then(|| Block::Note(words(all.join("; "))))
    }

    fn section_name(&self, section: &SectionChange<'_>) -> &str {
        self.form.section(section.section).map_or("", |section| &section.name)
    }

    /// What changed, said and marked: not everyone sees colours.
    fn section(&self, section: &SectionChange<'_>) -> Vec<Block> {
        let shown = |statement: &Statement| statement.flat(&|text| self.sources.words(text));
        let item = |label: &str, mut rest: Words| {
            rest.insert(0, Run { words: format!("{label}: "), mark: Mark::Plain });
            rest
        };
        let whole = |label, statement, mark| item(label, vec![Run { words: shown(statement), mark }]);
        let reworded = section.reworded.iter().map(|(from, to)| item("reworded", reword(&shown(from), &shown(to))));
        let added = section.added.iter().map(|statement| whole("added", statement, Mark::Added));
        let removed = section.removed.iter().map(|statement| whole("removed", statement, Mark::Removed));
        let mut items: Vec<Words> = reworded.chain(added).chain(removed).collect();
        if section.unchanged > 0 {
            items.push(words(format!("unchanged: {}", section.unchanged)));
        }
        vec![Block::Heading(2, words(self.section_name(section))), Block::List(items)]
    }
}

#[cfg(test)]
mod tests;
