//! What stands above each priority of a comparison: its title, its fate, and what would make a doubtful link sure.

use super::Writer;
use crate::align::{How, SURE, is_retitled};
use crate::diff::{Change, Fate};
use crate::form::Field;
use crate::outline::Language;
use crate::report::{Priority, can_be_continued};

/// A fate in a word or two.
pub(super) fn name(fate: Fate) -> &'static str {
    match fate {
        Fate::HandedOver => "handed over",
        Fate::New | Fate::Continued | Fate::Retitled | Fate::Merged | Fate::Split | Fate::Closed | Fate::Dropped => {
            fate.key()
        }
    }
}

/// Why two priorities are taken for one.
fn reason(change: &Change<'_>) -> Option<&'static str> {
    Some(match change.how? {
        How::Id => "linked by its id",
        How::Continues => "linked by what it says it continues",
        How::Title if change.fate == Fate::Retitled => "linked by a similar title",
        How::Title => "linked by its title",
        How::Outcomes => "linked by its outcomes",
    })
}

impl Writer<'_> {
    /// "Reducing exclusions, now “Transitions” (retitled; linked by its outcomes)".
    pub(super) fn heading(&self, change: &Change<'_>) -> String {
        let title = match (change.earlier, change.later) {
            (Some(earlier), Some(later)) if is_retitled(earlier, later) => {
                format!("{}, now {}", self.titled(earlier), self.all_titled(&[later]))
            }
            (_, Some(priority)) | (Some(priority), None) => self.titled(priority),
            (None, None) => String::new(),
        };
        let mut said = vec![self.fate(change)];
        let linked = change.earlier.is_some() && change.later.is_some();
        if linked && change.sure < SURE {
            said.push(format!("perhaps not the same: {}", reason(change).unwrap_or_default()));
        } else if linked && change.fate == Fate::Retitled {
            said.extend(reason(change).map(str::to_owned));
        }
        if linked && !change.from.is_empty() {
            said.push(format!("takes in {}", self.all_titled(&change.from)));
        }
        if !linked && change.how == Some(How::Outcomes) && matches!(change.fate, Fate::Merged | Fate::Split) {
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
    pub(super) fn advice(&self, change: &Change<'_>) -> Option<String> {
        let line = |words: &str| {
            let field = self.form.field(Field::Continues);
            let label = field.map_or("continues", |field| match self.language {
                Language::Yaml => &field.key,
                Language::Markdown | Language::Plain => &field.name,
            });
            format!("\u{201c}{label}: {words}\u{201d}")
        };
        let tie = |earlier: &Priority, to: String| match self.named(earlier) {
            Some(name) => format!("add the line {} to {to}", line(&name)),
            None => {
                let title = self.all_titled(&[earlier]);
                format!(
                    "give {title} an id in the earlier report, and add the line {} with that id to {to}",
                    line("\u{2026}")
                )
            }
        };
        match (change.earlier, change.later, change.like) {
            (Some(earlier), Some(_), _) if change.sure < SURE && change.into.len() > 1 => {
                let to = format!("each of {}", self.all_titled(&change.into));
                Some(format!("If it was split so, {}.", tie(earlier, to)))
            }
            (Some(earlier), Some(later), _) if change.sure < SURE => Some(match is_retitled(earlier, later) {
                true => format!("If it is the same, {}.", tie(earlier, self.all_titled(&[later]))),
                false => "The same id in both reports would make it sure.".to_owned(),
            }),
            (None, Some(later), Some(whole)) => Some(format!("If it is, {}.", tie(whole, self.all_titled(&[later])))),
            (Some(gone), None, Some(into)) => Some(format!("If it did, {}.", tie(gone, self.all_titled(&[into])))),
            _ => None,
        }
    }

    /// What became of the priority, with whoever it went to.
    fn fate(&self, change: &Change<'_>) -> String {
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
            Fate::Dropped => match change.named {
                Some(text) => {
                    let words = self.sources.words(text);
                    format!("no part of its own in the later report, which names it: \u{201c}{words}\u{201d}")
                }
                None => "dropped: the later report does not mention it".to_owned(),
            },
            Fate::New | Fate::Continued | Fate::Retitled | Fate::Merged | Fate::Split | Fate::Closed => name.to_owned(),
        }
    }

    /// What `continues` names a priority by: its id, else its title, if that can be written there.
    fn named(&self, priority: &Priority) -> Option<String> {
        let title = || priority.title.as_ref().filter(|title| can_be_continued(title.words()));
        let name = priority.id().map(|id| &id.text).or_else(title)?;
        Some(self.sources.words(name))
    }
}
