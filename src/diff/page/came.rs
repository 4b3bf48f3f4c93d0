//! What came of the plan, in words: "no matching activity found", never "not done".

use super::{Comparison, Writer};
use crate::follow::{FollowThrough, Followed, Outcome};
use crate::page::{Bars, Block, Chart, Mark, Part, Run, Tone, words};
use crate::report::Priority;

/// The parts of a bar, as a rollup has them: what is told as not done is in no other.
type Meant = (&'static str, Tone, fn(&Followed<'_>) -> bool);
const PARTS: [Meant; 5] = [
    ("Reported", Tone::Good, |one| one.outcome == Outcome::Reported && !one.stalled && !one.open),
    ("Possibly reported", Tone::Unsure, |one| one.outcome == Outcome::Possible && !one.stalled || one.open),
    ("Told as not done", Tone::Halted, |one| one.stalled && !one.open),
    ("Planned again", Tone::Waiting, |one| one.outcome == Outcome::CarriedForward),
    ("No matching activity found", Tone::Lacking, |one| one.outcome == Outcome::NoMatch),
];

impl Writer<'_> {
    /// The terms between the two reports, where there are any: what was planned then is not known.
    pub(super) fn gap(&self, comparison: &Comparison<'_>) -> Option<Block> {
        let between = comparison.earlier.term()?.between(&comparison.later.term()?);
        let name =
            |(year, season): &(crate::term::AcademicYear, crate::term::Season)| format!("{} {year}", season.name());
        let note = match between.as_slice() {
            [] => return None,
            [only] => format!("One term lies between the two: {}.", name(only)),
            [first, .., last] => {
                format!("{} terms lie between the two: {} to {}.", between.len(), name(first), name(last))
            }
        };
        Some(Block::Note(words(note)))
    }

    /// Which of the reports break off, and what cannot be told for that.
    pub(super) fn broken(&self, comparison: &Comparison<'_>) -> Option<Block> {
        let (earlier, later) = (comparison.earlier, comparison.later);
        let broken = [earlier, later].into_iter().filter(|report| report.cut_short).map(|report| {
            let line = report.cut_at.map_or(0, |at| self.sources.start(at).line);
            format!("{} breaks off at line {line}", self.sources.name(report.source))
        });
        let broken = broken.collect::<Vec<_>>().join(", and ");
        let seems = match (earlier.cut_short, later.cut_short) {
            (false, false) => return None,
            (true, false) => "what seems new",
            (false, true) => "what seems dropped or removed",
            (true, true) => "what seems new, dropped or removed",
        };
        let note = format!(
            "{broken}: what came of the plan cannot be told before that is mended, and {seems} may stand in the part that could not \
             be read."
        );
        Some(Block::Note(words(note)))
    }

    /// Each planned statement with what came of it, by priority of the earlier report; none where nothing was planned.
    pub(super) fn came(&self, comparison: &Comparison<'_>) -> Vec<Block> {
        let followed = &comparison.followed;
        if followed.all.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(1, words("What came of the plan")), Block::Note(words(counted(followed)))];
        blocks.push(Block::Chart(Chart::Bars(self.drawn(comparison))));
        if followed.bounded {
            let note = "There are too many statements to weigh each against all others: only those with the same id or \
                        the same words were found.";
            blocks.push(Block::Note(words(note)));
        }
        for (at, priority) in comparison.earlier.priorities.iter().enumerate() {
            let of = followed.all.iter().filter(|one| one.priority == at);
            let items: Vec<Vec<Run>> = of.map(|one| self.one(one, priority, comparison)).collect();
            if !items.is_empty() {
                blocks.push(Block::Heading(2, words(self.titled(priority))));
                blocks.push(Block::List(items));
            }
        }
        blocks
    }

    /// What came of the plan of each priority, drawn; its numbers follow from the lists.
    fn drawn(&self, comparison: &Comparison<'_>) -> Bars {
        let followed = &comparison.followed.all;
        let planned = |at: usize| followed.iter().any(|one| one.priority == at);
        let priorities: Vec<(usize, &Priority)> =
            comparison.earlier.priorities.iter().enumerate().filter(|(at, _)| planned(*at)).collect();
        let part = |(name, tone, is_meant): (&str, Tone, fn(&Followed<'_>) -> bool)| {
            let count = |at: usize| followed.iter().filter(|one| one.priority == at && is_meant(one)).count();
            let counts = priorities.iter().map(|(at, _)| u64::try_from(count(*at)).unwrap_or(u64::MAX)).collect();
            Part { name: name.to_owned(), tone, counts }
        };
        Bars {
            title: "What came of what was planned".to_owned(),
            of: self.form.priority.first().cloned().unwrap_or_else(|| "Priority".to_owned()),
            labels: priorities.iter().map(|(_, priority)| self.titled(priority)).collect(),
            parts: PARTS.into_iter().map(part).collect(),
        }
    }

    /// "reported in Activity: Meet the heads → Met the heads of five schools".
    fn one(&self, one: &Followed<'_>, priority: &Priority, comparison: &Comparison<'_>) -> Vec<Run> {
        let shown = |statement: &crate::report::Statement| statement.flat(&|text| self.sources.words(text));
        let run = |words: String, mark| Run { words, mark };
        let planned = shown(one.planned);
        let Some(found) = one.found else {
            return vec![run("no matching activity found: ".to_owned(), Mark::Strong), run(planned, Mark::Plain)];
        };
        let told = shown(found.statement);
        let section = self.form.section(found.section).map_or("", |section| &section.name);
        // Where it is the priority that this one goes on as, that needs no saying.
        let elsewhere = comparison.later.priorities.get(found.priority);
        let elsewhere = elsewhere.filter(|later| !self.goes_on_as(priority, later, comparison));
        let under = elsewhere.map_or(String::new(), |later| format!(" under {}", self.all_titled(&[later])));
        let stalled = match (one.open, one.stalled) {
            (true, _) => ", in words that leave open whether it was done",
            (false, true) => " as not done or put off",
            (false, false) => "",
        };
        let label = match one.outcome {
            Outcome::Reported => format!("reported in {section}{under}{stalled}: "),
            Outcome::Possible => format!("possibly reported in {section}{under}{stalled}: "),
            Outcome::CarriedForward if one.sure => format!("planned again{under}: "),
            Outcome::CarriedForward => format!("possibly planned again{under}: "),
            Outcome::NoMatch => String::new(),
        };
        let mut runs = vec![run(label, Mark::Strong), run(planned.clone(), Mark::Plain)];
        let same = if planned == told { "the same words".to_owned() } else { format!("\u{201c}{told}\u{201d}") };
        runs.push(run(format!(" \u{2192} {same}"), Mark::Plain));
        runs
    }

    fn goes_on_as(&self, earlier: &Priority, later: &Priority, comparison: &Comparison<'_>) -> bool {
        comparison.priorities.iter().any(|change| {
            let is = |one: Option<&Priority>, other: &Priority| one.is_some_and(|one| std::ptr::eq(one, other));
            is(change.earlier, earlier) && is(change.later, later)
        })
    }
}

/// "Of 9 planned statements, 5 to 7 are reported, 1 is planned again, and for 1 no matching activity was found."
pub(super) fn counted(followed: &FollowThrough<'_>) -> String {
    let count = |outcome| followed.count(outcome);
    let (reported, possible) = (count(Outcome::Reported), count(Outcome::Possible));
    let (again, none) = (count(Outcome::CarriedForward), count(Outcome::NoMatch));
    let is = |n: usize| if n == 1 { "is" } else { "are" };
    let told = match possible {
        0 if reported == 0 => "none is reported".to_owned(),
        0 => format!("{reported} {} reported", is(reported)),
        _ if reported == 0 => format!("up to {possible} {} reported", is(possible)),
        _ => format!("{reported} to {} are reported", reported + possible),
    };
    let open = followed.all.iter().filter(|one| one.open).count();
    let told = match (followed.stalled(), open) {
        (0, 0) => told,
        (stalled, 0) => format!("{told} ({stalled} as not done or put off)"),
        (0, open) => format!("{told} ({open} in words that leave open whether it was done)"),
        (stalled, open) => {
            format!("{told} ({stalled} as not done or put off, {open} in words that leave open whether it was done)")
        }
    };
    let doubtful = followed.all.iter().filter(|one| one.outcome == Outcome::CarriedForward && !one.sure).count();
    let again = match again - doubtful {
        _ if again == 0 => None,
        sure if doubtful == 0 => Some(format!("{sure} {} planned again", is(sure))),
        0 => Some(format!("up to {again} {} planned again", is(again))),
        sure => Some(format!("{sure} to {again} are planned again")),
    };
    let none = (none > 0).then(|| format!("for {none} no matching activity was found"));
    let parts: Vec<String> = [Some(told), again, none].into_iter().flatten().collect();
    let listed = match parts.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => parts.concat(),
    };
    match followed.all.len() {
        1 => format!("Of 1 planned statement, {listed}."),
        all => format!("Of {all} planned statements, {listed}."),
    }
}
