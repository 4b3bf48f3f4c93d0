//! What the officers' words say, as far as a small dictionary tells: whether a sentence is about the past or the
//! future, a change or an activity, which day it leaves open, who takes something over. English, British or American.
//!
//! The lists follow what makes a good outcome or impact statement (Evaluation Support Scotland, outcomes-based
//! accountability, guides to exit strategies) and the words of published reports. A word that is not in them says
//! nothing; the functions are total. Whether that is worth a finding is for the rules.

mod again;
mod days;
mod holder;
mod lexicon;
mod outcome;
mod own;
mod result;
mod tense;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use again::{Again, LEAST, SHARE};
pub use days::{Loose, loose_day};
pub use holder::{Held, held, will_settle};
pub use outcome::{is_activity, mark_of, same_words};
pub use result::{gives_evidence, is_early, says_result, too_early};
pub use tense::{only_past, still_to_come};
pub use told::in_the_past;
