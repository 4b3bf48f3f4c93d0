//! The words and phrases that tell whether a thing was done, in groups by what they say and where they must stand to say it.

/// Words and phrases that say wherever they stand that a thing was not done.
pub(super) const ANYWHERE: &[&str] = &[
    " cancelled ",
    " postponed ",
    " put back ",
    " put off ",
    " on hold ",
    " deferred ",
    " delayed ",
    " delay in ",
    " delay to ",
    " delays in ",
    " delays to ",
    " abandoned ",
    " fell through ",
    " turned down ",
    " unsuccessful ",
    " not funded ",
    " not secured ",
    " shelved ",
    " paused ",
    " held up ",
    " slipped ",
    " rescheduled ",
    " rearranged ",
    " moved to the ",
    " was moved ",
    " were moved ",
    " been moved ",
    " not go ahead ",
    " no longer going ahead ",
    " not take place ",
    " never took place ",
    " unable to ",
    " yet to be ",
    " yet to start ",
    " yet to happen ",
    " not yet ",
    " still to be ",
    " remains to be ",
    " remain to be ",
    " still awaiting ",
    " awaited ",
];
/// What says of a thing that it, or another in its place, was done after all.
pub(super) const AFTER_ALL: &[&str] = &[" was held ", " were held ", " took place ", " went ahead ", " ran ", " met "];
/// Words that say it among the first of a statement: further on they are often about something else.
pub(super) const FIRST: &[&str] = &[" no ", " not ", " never ", " unable ", " cannot ", " neither "];
/// How many words those are.
pub(super) const OPENING: usize = 6;
/// Verbs that say it with "not" or "never", wherever they stand.
pub(super) const DENIED: &[&str] =
    &["did", "has", "have", "had", "was", "were", "is", "are", "could", "can", "will", "would"];
/// What follows these is what somebody said, or is about something else.
pub(super) const TOLD_OF: &[&str] = &[
    "said", "say", "told", "tell", "felt", "feel", "showed", "shows", "found", "that", "who", "whose", "which",
    "because", "where", "when", "if", "why", "asked", "reported", "learned", "whether",
];
/// What says that a thing was begun, prepared or talked of.
pub(super) const BEGUN: &[&str] = &[
    " began to ",
    " begun to ",
    " started to ",
    " begin to plan ",
    " began planning ",
    " started planning ",
    " plans to ",
    " plans for ",
    " preparing to ",
    " preparing for ",
    " preparations ",
    " discussed whether ",
    " discussed how ",
    " considered whether ",
    " explored whether ",
    " being planned ",
    " being arranged ",
    " in preparation ",
    " planning for ",
    " would ",
    " instead of ",
    " rather than ",
];
/// What a plan sets out to do, and what says that the contrary came about.
pub(super) const CONTRARY: &[(&[&str], &[&str])] = &[
    (&["open", "reopen"], &["closed", "shut"]),
    (&["reduce", "cut", "lower", "shorten", "bring down"], &["grew", "rose", "increased", "went up"]),
    (&["increase", "raise", "grow", "expand"], &["fell", "dropped", "decreased", "went down", "shrank"]),
    (&["recruit", "appoint", "keep", "retain"], &["lost", "left"]),
];
/// The same, where the statement opens with the verb or has it after "was": elsewhere it is often of another thing.
pub(super) const UNDONE: &[(&[&str], &[&str])] = &[
    (&["secure", "obtain", "win", "keep", "retain", "renew"], &["lost"]),
    (&["extend", "expand", "widen", "continue", "set up", "start", "launch"], &["ended", "stopped", "closed"]),
    (&["publish", "issue", "share", "send", "submit", "launch", "introduce"], &["withdrew", "withdrawn"]),
];
/// What says of a statement's own matter, and not of what somebody told, that it came to nothing.
pub(super) const FAILED: &[&str] = &[
    " failed to ",
    " declined to ",
    " refused to ",
    " missed the deadline ",
    " decided against ",
    " decided not to ",
    " so it was dropped ",
    " nobody applied ",
    " no one applied ",
];
/// Verbs that say it as the first of a statement.
pub(super) const FAILING: &[&str] = &["failed", "missed"];
/// What says of a thing that it goes on, or is arranged, and not that it is done.
pub(super) const GOING_ON: &[&str] =
    &[" is under way ", " are under way ", " is underway ", " are underway ", " is booked ", " are booked "];
/// Plans that ask no more than that a thing goes on.
pub(super) const STARTING: &[&str] = &["start", "begin", "launch", "open", "run", "continue", "keep", "book", "set up"];
/// What nobody did, so that a thing was in vain.
pub(super) const CAME: &[&str] =
    &["came", "attended", "applied", "responded", "replied", "enrolled", "volunteered", "turned up", "signed up"];
/// Words of which one stands in everything that tells more than that a thing was done; sorted. "didn't" ends in a word "t".
pub(super) const TELLING: &[&str] = &[
    "abandoned",
    "applied",
    "awaited",
    "awaiting",
    "back",
    "began",
    "begin",
    "begun",
    "being",
    "booked",
    "but",
    "cancelled",
    "cannot",
    "closed",
    "considered",
    "decided",
    "declined",
    "decreased",
    "deferred",
    "delay",
    "delayed",
    "delays",
    "discussed",
    "down",
    "drafted",
    "dropped",
    "ended",
    "explored",
    "failed",
    "fell",
    "funded",
    "grew",
    "hold",
    "however",
    "increased",
    "instead",
    "left",
    "longer",
    "lost",
    "missed",
    "moved",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "not",
    "off",
    "paused",
    "planning",
    "plans",
    "postponed",
    "preparation",
    "preparations",
    "preparing",
    "rather",
    "rearranged",
    "refused",
    "remain",
    "remains",
    "rescheduled",
    "rose",
    "secured",
    "shelved",
    "shrank",
    "shut",
    "slipped",
    "started",
    "still",
    "stopped",
    "t",
    "through",
    "unable",
    "under",
    "underway",
    "unsuccessful",
    "up",
    "went",
    "withdrawn",
    "withdrew",
    "would",
    "yet",
];
