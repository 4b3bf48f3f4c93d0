//! Where a priority stands: the words for it, and those that are near them.

use super::{fold, likeness};

/// Where a priority stands. Stated by the officer, never guessed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Status {
    /// First reported this term.
    New,
    /// Going on.
    Ongoing,
    /// Paused, to be taken up again.
    OnHold,
    /// Another body holds it now.
    HandedOver,
    /// Now part of another priority.
    Merged,
    /// Now several priorities.
    Split,
    /// Ended.
    Closed,
}

impl Status {
    /// All of them, in the order of a priority's life.
    pub const ALL: [Status; 7] = [
        Status::New,
        Status::Ongoing,
        Status::OnHold,
        Status::HandedOver,
        Status::Merged,
        Status::Split,
        Status::Closed,
    ];

    /// Its word in reports and JSON: `handed-over`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::New => "new",
            Status::Ongoing => "ongoing",
            Status::OnHold => "on-hold",
            Status::HandedOver => "handed-over",
            Status::Merged => "merged",
            Status::Split => "split",
            Status::Closed => "closed",
        }
    }

    /// The status these words state, labels folded: "Handed over" is `handed-over`.
    #[must_use]
    pub fn read(words: &str) -> Option<Status> {
        let folded = fold(words);
        Status::ALL.into_iter().find(|status| fold(status.key()) == folded)
    }

    /// The status whose word is nearest to misspelt words, for "did you mean".
    #[must_use]
    pub fn nearest(words: &str) -> Option<Status> {
        let folded = fold(words);
        let near = |status: &Status| likeness(&folded, &fold(status.key()));
        let best = Status::ALL.into_iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
        (near(&best) >= 0.7).then_some(best)
    }

    /// Whether the priority has ended in this report, so that nothing need be planned.
    #[must_use]
    pub fn ended(self) -> bool {
        matches!(self, Status::HandedOver | Status::Merged | Status::Split | Status::Closed)
    }
}
