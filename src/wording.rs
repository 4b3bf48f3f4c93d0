//! What the officers' words say, as far as a small dictionary tells: whether a sentence is about the past or the
//! future, a change or an activity, which day it leaves open, who takes something over. English, British or American.
//!
//! The lists follow what makes a good outcome or impact statement (Evaluation Support Scotland, outcomes-based
//! accountability, guides to exit strategies) and the words of published reports. A word that is not in them says
//! nothing; the functions are total. Whether that is worth a finding is for the rules.

mod again;
mod date;
mod days;
mod evidence;
mod holder;
pub(crate) mod letters;
mod lexicon;
mod nothing;
mod outcome;
mod result;
mod run;
mod soon;
mod tense;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use again::{Again, LEAST, SHARE};
pub use date::{Dated, dated};
pub use days::{Loose, loose_day};
pub use evidence::{gives_evidence, is_early, too_early};
pub use holder::{Open, held, leaves_open, will_settle};
pub use nothing::{plans_nothing, says_none};
pub use outcome::{Task, mark_of, same_words, task};
pub use result::{Tells, tells};
pub use tense::{only_past, opens_in_past, still_to_come};
pub use told::in_the_past;
