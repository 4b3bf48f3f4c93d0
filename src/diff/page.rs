//! A comparison in a coordinator's words: what happened to each priority, and what changed in it.

use super::fields::{retitled, same_district};
use super::{Change, Comparison, Fate, FieldChange, SectionChange, reword};
use crate::align::How;
use crate::form::{Field, Form};
use crate::outline::Language;
use crate::page::{Block, Mark, Page, Run, Words, words};
use crate::report::{Priority, Report, Statement, field_name};
use crate::source::{Sources, Text};

mod came;

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
    blocks.extend(writer.gap(comparison));
    blocks.extend(writer.fields(&comparison.fields));
    if is_asked(Part::FollowThrough) {
        blocks.extend(writer.came(comparison));
    }
    let changes = comparison.priorities.iter().filter(|_| only != Some(Part::FollowThrough));
    for change in changes {
        blocks.push(Block::Heading(1, words(writer.heading(change, comparison))));
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
            (Fate::Split, (whole, parts)) if parts > 0 && parts == count => format!("{whole} split into {parts}"),
            _ => format!("{count} {}", name(fate)),
        };
        counts.map(counted).collect::<Vec<_>>().join(", ")
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

/// How many priorities were split, and into how many of those that are there.
fn halves(changes: &[&Change<'_>]) -> (usize, usize) {
    let parts = changes.iter().filter(|change| change.fate == Fate::Split && change.later.is_some());
    let mut wholes: Vec<*const Priority> = parts
        .filter_map(|one| one.earlier.filter(|_| one.into.len() > 1).or(one.from.first().copied()))
        .map(std::ptr::from_ref)
        .collect();
    let count = wholes.len();
    wholes.sort_unstable();
    wholes.dedup();
    (wholes.len(), count)
}

fn name(fate: Fate) -> &'static str {
    match fate {
        Fate::HandedOver => "handed over",
        Fate::New | Fate::Continued | Fate::Retitled | Fate::Merged | Fate::Split | Fate::Closed | Fate::Dropped => {
            fate.key()
        }
    }
}

fn reason(change: &Change<'_>) -> Option<&'static str> {
    Some(match change.how? {
        How::Id => "linked by its id",
        How::Continues => "linked by what it says it continues",
        How::Title if change.fate == Fate::Retitled => "linked by a similar title",
        How::Title => "linked by its title",
        How::Outcomes => "linked by its outcomes",
    })
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
        let (before, after) = (self.term(earlier), self.term(later));
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
        let stated = || report.terms.first().map(|term| self.sources.words(&term.stated.text));
        report.term().map(|term| term.to_string()).or_else(stated).unwrap_or_else(|| "no term".to_owned())
    }

    fn titled(&self, priority: &Priority) -> String {
        let title = priority.title.as_ref().map(|title| self.sources.words(title));
        title.unwrap_or_else(|| "a priority without a title".to_owned())
    }

    /// What `continues` names a priority by: its id, else its title.
    fn named(&self, priority: &Priority) -> String {
        priority.id().map_or_else(|| self.titled(priority), |id| self.sources.words(&id.text))
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

    /// "Reducing exclusions, now “Transitions” (retitled; linked by its outcomes)".
    fn heading(&self, change: &Change<'_>, comparison: &Comparison<'_>) -> String {
        let title = match (change.earlier, change.later) {
            (Some(earlier), Some(later)) if retitled(earlier, later) => {
                format!("{}, now {}", self.titled(earlier), self.all_titled(&[later]))
            }
            (_, Some(priority)) | (Some(priority), None) => self.titled(priority),
            (None, None) => String::new(),
        };
        let mut said = vec![self.fate(change, comparison)];
        let linked = change.earlier.is_some() && change.later.is_some();
        if linked && change.sure < 0.8 {
            said.push(format!("perhaps not the same: {}", reason(change).unwrap_or_default()));
        } else if linked && change.fate == Fate::Retitled {
            said.extend(reason(change).map(str::to_owned));
        }
        if linked && !change.from.is_empty() {
            said.push(format!("takes in {}", self.all_titled(&change.from)));
        }
        if !linked && change.how == Some(How::Outcomes) {
            said.push("by its outcomes".to_owned());
        }
        if let Some(like) = change.like {
            let like = self.all_titled(&[like]);
            said.push(match change.later {
                Some(_) => format!("looks like a part of {like}, continued"),
                None => format!("looks as if it went into {like}"),
            });
        }
        format!("{title} ({})", said.join("; "))
    }

    /// What would make a doubtful link sure.
    fn advice(&self, change: &Change<'_>) -> Option<String> {
        let line = |earlier: &Priority| {
            let field = self.form.field(Field::Continues);
            let label = field.map_or("continues", |field| match self.language {
                Language::Yaml => &field.key,
                Language::Markdown | Language::Plain => &field.name,
            });
            format!("\u{201c}{label}: {}\u{201d}", self.named(earlier))
        };
        match (change.earlier, change.later, change.like) {
            (Some(earlier), Some(_), _) if change.sure < 0.8 && change.into.len() > 1 => Some(format!(
                "If it was split so, add the line {} to each of {}.",
                line(earlier),
                self.all_titled(&change.into)
            )),
            (Some(earlier), Some(later), _) if change.sure < 0.8 => Some(match retitled(earlier, later) {
                true => format!("If it is the same, add the line {} to {}.", line(earlier), self.all_titled(&[later])),
                false => "The same id in both reports would make it sure.".to_owned(),
            }),
            (None, Some(later), Some(whole)) => {
                Some(format!("If it is, add the line {} to {}.", line(whole), self.all_titled(&[later])))
            }
            (Some(gone), None, Some(into)) => {
                Some(format!("If it did, add the line {} to {}.", line(gone), self.all_titled(&[into])))
            }
            _ => None,
        }
    }

    fn fate(&self, change: &Change<'_>, comparison: &Comparison<'_>) -> String {
        let name = name(change.fate);
        match change.fate {
            Fate::HandedOver => {
                let receiver = change.later.or(change.earlier).and_then(|p| p.receiver());
                let to = receiver
                    .map_or_else(|| "; no receiver named".to_owned(), |to| format!(" to {}", self.sources.words(to)));
                format!("{name}{to}")
            }
            Fate::Split if change.earlier.is_none() => format!("split from {}", self.all_titled(&change.from)),
            Fate::Split | Fate::Merged if !change.into.is_empty() => {
                format!("{name} into {}", self.all_titled(&change.into))
            }
            Fate::Dropped => {
                let title = change.earlier.and_then(|earlier| earlier.title.as_ref());
                match title.and_then(|title| comparison.later.naming(title.words())) {
                    Some(text) => {
                        let words = self.sources.words(text);
                        format!("no part of its own in the later report, which names it: \u{201c}{words}\u{201d}")
                    }
                    None => "dropped: the later report does not mention it".to_owned(),
                }
            }
            Fate::New | Fate::Continued | Fate::Retitled | Fate::Merged | Fate::Split | Fate::Closed => name.to_owned(),
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
mod tests {
    use super::*;
    use crate::align::draft::{Draft, draft, pair, report};
    use crate::diff::compare;

    fn written(page: &Page) -> Vec<String> {
        let marked = |words: &Words| {
            let runs = words.iter().map(|run| match run.mark {
                Mark::Plain | Mark::Strong => run.words.clone(),
                Mark::Added => format!("{{+{}+}}", run.words),
                Mark::Removed => format!("[-{}-]", run.words),
            });
            runs.collect::<String>()
        };
        let mut lines = vec![page.title.clone()];
        for block in &page.blocks {
            match block {
                Block::Heading(level, words) => {
                    lines.push(format!("{} {}", "#".repeat(*level as usize), marked(words)))
                }
                Block::Note(words) => lines.push(marked(words)),
                Block::List(items) => lines.extend(items.iter().map(|item| format!("- {}", marked(item)))),
                Block::Table { .. } => lines.push("a table".to_owned()),
                Block::Chart(_) => lines.push("a chart".to_owned()),
            }
        }
        lines
    }

    fn compared(earlier: &[Draft], later: &[Draft]) -> Vec<String> {
        let (earlier, later, sources) = pair(earlier, later);
        let form = Form::built_in();
        written(&page(&compare(&earlier, &later, &form), None, &form, &sources))
    }

    #[test]
    fn a_page_says_what_happened_in_words() {
        const ABSENCE: (&str, &[&str]) = ("intended_outcomes", &["Absence falls in six primaries"]);
        const EARLIER: &[(&str, &[&str])] = &[
            ABSENCE,
            ("activity", &["Met the six heads", "Trained staff", "Wrote home"]),
            ("exit_strategy", &["The network takes it on"]),
        ];
        const LATER: &[(&str, &[&str])] = &[
            ABSENCE,
            ("activity", &["Met the eight heads: >> A >> B", "Opened a drop-in", "Wrote home"]),
            ("exit_strategy", &["The network takes it on"]),
        ];
        let earlier = [draft("Reducing absence", EARLIER), draft("Gone", &[("planned", &["Agree it"])])];
        let later = [Draft { status: "on-hold", ..draft("Belonging", LATER) }, draft("Reading", &[])];
        let expected = [
            "Northmoor: Spring 2 2023/24 \u{2192} Summer 1 2023/24",
            "2 priorities: 1 retitled, 1 new; 1 dropped",
            "# What came of the plan",
            "Of 1 planned statement, none is reported and for 1 no matching activity was found.",
            "## Gone",
            "- no matching activity found: Agree it",
            "# Reducing absence, now \u{201c}Belonging\u{201d} (retitled; linked by its outcomes)",
            "- Status: not stated, now {+on-hold+}",
            "Intended outcomes: unchanged (1); Exit strategy: unchanged (1)",
            "## Activity",
            "- reworded: Met the [-six-] {+eight+} heads: {+A; B+}",
            "- added: {+Opened a drop-in+}",
            "- removed: [-Trained staff-]",
            "- unchanged: 1",
            "# Reading (new)",
            "# Gone (dropped: the later report does not mention it)",
            "## Planned",
            "- removed: [-Agree it-]",
        ];
        assert_eq!(compared(&earlier, &later), expected);
    }

    #[test]
    fn headings_name_receivers_and_relatives() {
        let known = |id, title, continues| Draft { id, title, continues, ..Draft::default() };
        let ended = |title, status, receiver| Draft { title, status, receiver, ..Draft::default() };
        type Row = (Vec<Draft>, Vec<Draft>, Vec<&'static str>);
        let table: Vec<Row> = vec![
            (
                vec![draft("A", &[]), draft("B", &[]), draft("C", &[])],
                vec![
                    ended("A", "handed-over", "the Youth Futures Team"),
                    ended("B", "handed-over", ""),
                    ended("C", "closed", ""),
                ],
                vec![
                    "# A (handed over to the Youth Futures Team)",
                    "# B (handed over; no receiver named)",
                    "# C (closed)",
                ],
            ),
            (
                vec![known("a", "A", &[]), known("b", "B", &[])],
                vec![known("c", "C", &["a", "b"])],
                vec![
                    "# A, now \u{201c}C\u{201d} (retitled; linked by what it says it continues; takes in \u{201c}B\u{201d})",
                    "# B (merged into \u{201c}C\u{201d})",
                ],
            ),
            (
                vec![known("a", "A", &[])],
                vec![known("b", "B", &["a"]), known("c", "C", &["a"])],
                vec![
                    "# A, now \u{201c}B\u{201d} (split into \u{201c}B\u{201d} and \u{201c}C\u{201d})",
                    "# C (split from \u{201c}A\u{201d})",
                ],
            ),
            (
                vec![draft("A", &[]), draft("A", &[])],
                vec![draft("A", &[])],
                vec![
                    "# A (continued; perhaps not the same: linked by its title)",
                    "# A (dropped: the later report does not mention it)",
                ],
            ),
            (vec![], vec![draft("", &[])], vec!["# a priority without a title (new)"]),
        ];
        for (earlier, later, expected) in table {
            let headings = compared(&earlier, &later).into_iter().filter(|line| line.starts_with('#'));
            assert_eq!(headings.collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn titles_name_districts_and_terms_or_say_that_there_is_none() {
        let table = [
            (("Northmoor", "Spring 2 2023/24"), ("northmoor", ""), "northmoor: Spring 2 2023/24 \u{2192} no term"),
            (("Northmoor", ""), ("Eastholme", ""), "Northmoor: no term \u{2192} Eastholme: no term"),
            (("", ""), ("Eastholme", "later"), "no district: no term \u{2192} Eastholme: later"),
            (("", "before"), ("", "after"), "no district: before \u{2192} after"),
        ];
        let form = Form::built_in();
        for (before, after, title) in table {
            let (first, earlier) = report(0, before.0, before.1, &[]);
            let (second, later) = report(1, after.0, after.1, &[]);
            let page = page(&compare(&earlier, &later, &form), None, &form, &Sources::new(vec![first, second]));
            assert_eq!(page.title, title);
            assert_eq!(page.blocks.first(), Some(&Block::Note(words("no priorities"))));
        }
    }

    #[test]
    fn private_words_never_reach_the_page() {
        const SECRET: &str = "secret";
        let said = |receiver, sections| Draft { receiver, status: "handed-over", ..draft("Plan secret", sections) };
        let earlier = said("Old secret", &[("activity", &["Rang secret at six", "Sent secret away"])]);
        let later = said("secret", &[("activity", &["Rang the secret at two", "Wrote >> to secret"])]);
        let (first, earlier) = report(0, "Secret secret", "By secret", &[earlier]);
        let (second, later) = report(1, "Other secret", "With secret", &[later]);
        let mut sources = [first, second];
        for source in &mut sources {
            let places: Vec<usize> = source.text.match_indices(SECRET).map(|(at, _)| at).collect();
            places.iter().for_each(|at| {
                source.hide(crate::source::number(*at)..crate::source::number(at + SECRET.len()), false)
            });
        }
        let sources = Sources::new(sources.into());
        let form = Form::built_in();
        let comparison = compare(&earlier, &later, &form);
        let lines = written(&page(&comparison, None, &form, &sources)).join("\n");
        assert!(!lines.contains(SECRET) && lines.contains("******"), "{lines}");
        let json = serde_json::to_string(&crate::wire::diff::comparison(&comparison, &form, &sources));
        let json = json.expect("plain data");
        assert!(!json.contains(SECRET) && json.contains("******"), "{json}");
    }
}
