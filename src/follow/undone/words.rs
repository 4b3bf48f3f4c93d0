//! The words that tell of a thing that it was not done, in groups by where they must stand to say it.

/// What may not stand before the verb: it opens a part of the sentence in which the verb tells of something else.
pub(super) const ASIDE: &[&str] = &[
    "that", "which", "who", "whose", "whom", "because", "since", "after", "before", "when", "while", "where", "if",
    "as", "although", "though", "unable", "not", "no", "none", "neither", "nobody",
];
/// What a thing is said to be, or to have been.
pub(super) const BEING: &[&str] = &["is", "are", "was", "were", "has", "have", "been"];
/// Verbs that are whole by themselves: what "was postponed" was not done then.
pub(super) const PUT_OFF: &[&str] =
    &["postponed", "cancelled", "canceled", "deferred", "abandoned", "shelved", "adjourned"];
/// The same of two words.
pub(super) const PUT_OFF_TWO: &[[&str; 2]] = &[["put", "off"], ["called", "off"], ["put", "back"]];
/// What something that was to be done has not, was not or will.
pub(super) const DOING: &[&str] = &[
    "held",
    "hold",
    "happened",
    "happen",
    "started",
    "start",
    "begun",
    "begin",
    "met",
    "meet",
    "run",
    "launched",
    "launch",
    "opened",
    "open",
    "done",
    "completed",
    "complete",
    "finished",
    "finish",
    "delivered",
    "deliver",
    "sent",
    "send",
    "published",
    "publish",
    "appointed",
    "appoint",
    "recruited",
    "recruit",
    "agreed",
    "agree",
    "signed",
    "sign",
    "visited",
    "visit",
    "trained",
    "train",
    "taken",
    "take",
    "gone",
    "go",
    "carried",
    "written",
];
/// What may follow a denied verb: anything else may tell that it was done in another way.
pub(super) const REASON: &[&str] = &["because", "as", "owing", "due", "for", "this", "yet", "so"];
/// What tells that it was done after all, or something else was.
pub(super) const AFTER_ALL: &[&str] = &[
    "but",
    "however",
    "instead",
    "then",
    "later",
    "since",
    "now",
    "although",
    "though",
    "before",
    "except",
    "only",
    "alone",
    "just",
    "without",
    "held",
    "met",
    "ran",
    "run",
    "took",
    "taken",
    "went",
    "gone",
    "opened",
    "reopened",
    "resumed",
    "started",
    "restarted",
    "came",
    "completed",
    "done",
];

/// What one does on a day: where none of them took place, or one was called off, a thing was not done. Of anything else
/// ("No incident took place") that may be what was wanted.
pub(super) const HELD: &[&str] = &[
    "assembly",
    "audit",
    "briefing",
    "class",
    "clinic",
    "club",
    "conference",
    "consultation",
    "course",
    "day",
    "evening",
    "event",
    "fair",
    "forum",
    "interview",
    "launch",
    "meeting",
    "morning",
    "panel",
    "review",
    "session",
    "survey",
    "training",
    "trip",
    "visit",
    "walk",
    "workshop",
];
/// What none of is there, where "no guide was published": a thing that was to be made, agreed or filled.
pub(super) const MADE: &[&str] = &[
    "agreed",
    "appointed",
    "arranged",
    "completed",
    "delivered",
    "held",
    "launched",
    "published",
    "recruited",
    "run",
    "signed",
    "trained",
];
/// What is said to have come to nobody or nothing: "Recruited no mentors".
pub(super) const TO_NONE: &[&str] =
    &["appointed", "held", "launched", "met", "published", "ran", "recruited", "signed", "trained", "visited"];
/// What follows "no" where it counts: "no fewer than ten", "no longer".
pub(super) const NO_NONE: &[&str] = &["fewer", "later", "less", "longer", "more", "one"];
/// Verbs of which one opens a statement that tells of nothing else, with what they were about after them.
pub(super) const HALTED: &[&str] = &["postponed", "deferred", "shelved", "adjourned"];
/// The same, where what they were about is [held](HELD): a fine or a contract may be cancelled as planned.
pub(super) const DROPPED: &[&str] = &["cancelled", "canceled", "abandoned", "delayed", "paused"];
/// What opens the thing that such a verb is about.
pub(super) const OBJECT: &[&str] = &["the", "our", "a", "an", "this", "these", "both", "all", "its"];
/// What one had to do with a thing that did not come about.
pub(super) const TO_PUT_OFF: &[&str] = &["postpone", "cancel", "defer", "delay", "abandon", "shelve"];
/// What a statement may say of its thing after a colon or in brackets, and no more.
pub(super) const STATES: &[&str] = &[
    "abandoned",
    "called off",
    "cancelled",
    "canceled",
    "deferred",
    "delayed",
    "no progress",
    "not achieved",
    "not completed",
    "not done",
    "not held",
    "not met",
    "not started",
    "not yet",
    "not yet done",
    "not yet started",
    "on hold",
    "postponed",
    "put off",
    "put back",
    "still to do",
    "to be rearranged",
    "to be rescheduled",
];
/// What may follow such a state: how long, or why.
pub(super) const UNTIL: &[&str] = &["until", "till", "to", "as", "because", "owing", "due", "for"];
/// What may follow where none was there.
pub(super) const WHEREBY: &[&str] = &["with", "at", "in", "on", "this"];
/// What joins a thing to more about it.
pub(super) const JOINING: &[&str] = &["of", "to", "in", "at", "with", "on", "from", "by", "for", "between"];
