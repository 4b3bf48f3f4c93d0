//! Each term by itself: who has reported, what happened to priorities, and what came of the plans before it.

use super::{Part, Whole, lacking, lacks};
use crate::form::Status;
use crate::page::{Block, words};
use crate::rollup::coverage::{Place, State};
use crate::rollup::follow_through::{Row, all};
use crate::rollup::life::What;
use crate::rollup::page::{came, chart, priority_name, several};
use crate::term::Term;

/// The name of the anchor of a term, by its place.
pub fn anchor(at: usize) -> String {
    format!("term-{}", at + 1)
}

/// What is counted of a term, and how it is called; of what is in a first report nothing is known to have happened.
const COUNTED: [(What, &str); 10] = [
    (What::Opened, "first reported"),
    (What::SplitOff, "split off"),
    (What::Resumed, "taken up again"),
    (What::Retitled, "retitled"),
    (What::TookIn, "took in others"),
    (What::Split, "split"),
    (What::Merged, "merged"),
    (What::HandedOver, "handed over"),
    (What::Closed, "closed"),
    (What::Dropped, "no longer reported"),
];

impl Whole<'_, '_> {
    pub(super) fn by_term(&self) -> Part {
        let blocks = self.extent.terms.iter().enumerate().flat_map(|(at, term)| {
            let heading = Block::Heading(2, words(term.to_string()));
            vec![Block::Anchor(anchor(at)), heading, Block::Note(words(self.of_term(*term)))]
        });
        let mut name = format!("{} by {}", self.term(), self.term());
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        Part { anchor: "terms", name, blocks: blocks.collect() }
    }

    /// "Reports: 3 of 4; missing: Saltmarsh. Priorities: 2 first reported, 1 retitled. Plans: 5 to 7 of 9 planned statements are
    /// reported."
    fn of_term(&self, term: Term) -> String {
        let of_term = |place: &&Place<'_>| place.slot.term == term;
        let places: Vec<&Place<'_>> = self.coverage.places.iter().filter(of_term).collect();
        let received = places.iter().filter(|place| place.state == State::Received).count();
        let missing: Vec<&&Place<'_>> = places.iter().filter(|place| lacks(place)).collect();
        let mut said = format!("Reports: {received} of {}", received + missing.len());
        let names = missing.iter().map(|place| place.slot.district.shown(self.sources));
        said += &lacking(names).map_or_else(String::new, |names| format!("; missing: {names}"));
        said += ".";
        let is_in = |then: Term| chart::place_of(&[term], then).is_some();
        let events = || self.priorities.iter().flat_map(|row| &row.life).filter(|event| is_in(event.term));
        let counts = COUNTED.iter().map(|(what, name)| {
            let count = events().filter(|event| event.what == *what).count();
            (count, if (*what, count) == (What::TookIn, 1) { "took in another" } else { name })
        });
        let rests = self.rests(is_in);
        let counts =
            counts.chain([(rests.0, "on hold"), (rests.1, "no longer on hold")]).filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, name)| format!("{count} {name}")).collect();
        if !counts.is_empty() {
            said += &format!(" {}: {}.", several(priority_name(self.form)), counts.join(", "));
        }
        let outcomes = all(self.plans.iter().filter(|row: &&Row<'_>| is_in(row.term)));
        if !outcomes.is_empty() {
            said += &format!(" Plans: {}.", came::rate(&outcomes));
        }
        said
    }

    /// How many priorities are on hold in a term, and how many that were are so no longer.
    fn rests(&self, is_in: impl Fn(Term) -> bool) -> (usize, usize) {
        let (mut rest, mut again) = (0, 0);
        for row in self.priorities {
            let mut rested = false;
            for (term, status) in row.stands() {
                let rests = status == Some(Status::OnHold);
                rest += usize::from(rests && is_in(term));
                again += usize::from(rested && !rests && is_in(term));
                rested = rests;
            }
        }
        (rest, again)
    }
}
