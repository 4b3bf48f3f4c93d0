//! Plain text: sentences that stand beside a section's label, on its line.

use super::Binder;
use crate::form::{Label, SectionId, Tail};
use crate::outline::{Entry, Kind, split_label};

impl Binder<'_> {
    /// Words that go on after a section's label open that section, where the priority has it neither yet nor
    /// further on. Gives back all other words: a sentence may begin as a label does.
    pub(super) fn beside(&mut self, entry: Entry, after: &[Entry]) -> Option<Entry> {
        let parted = entry.body.first().and_then(|text| {
            let is_label = |words: &str, tail: Tail| tail != Tail::None && self.named(words).is_some();
            let (end, rest, _) = split_label(text.words(), &is_label)?;
            let label = text.slice(0..end);
            Some((self.named(label.words())?, label, text.slice(rest..text.words().len())))
        });
        let Some((id, label, rest)) = parted else { return Some(entry) };
        let placed = self.awaits.is_some() || self.outside.is_some();
        if placed || rest.words().is_empty() || self.has(id) || self.comes(id, after) {
            return Some(entry);
        }
        self.open_section(id, label, None, 1);
        self.paragraphs([rest].into_iter().chain(entry.body.into_iter().skip(1)));
        None
    }

    /// The section that words are the label of.
    fn named(&self, words: &str) -> Option<SectionId> {
        match self.form.label(words) {
            Some(Label::Section(id)) => Some(id),
            _ => None,
        }
    }

    /// Whether the priority that is open has a section already.
    fn has(&self, id: SectionId) -> bool {
        self.report.priorities.last().is_some_and(|priority| priority.passages_of(id).next().is_some())
    }

    /// Whether a label further on, before the next priority, opens a section. Looked for once a priority.
    fn comes(&mut self, id: SectionId, after: &[Entry]) -> bool {
        if self.to_come.contains(&id) {
            return true;
        }
        let labels = after.iter().filter(|entry| matches!(entry.kind, Kind::Heading(_) | Kind::Label));
        for meaning in labels.filter_map(|entry| self.meaning(entry)) {
            match meaning {
                Label::Section(next) if next == id => {
                    self.to_come.push(id);
                    return true;
                }
                Label::Priority => return false,
                Label::Section(next) if self.has(next) => return false,
                Label::Section(_) | Label::Field(_) | Label::Priorities | Label::Unplaced => {}
            }
        }
        false
    }
}
