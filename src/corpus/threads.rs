//! Threads: one priority followed over the reports of its district. The matcher says which priorities of
//! two reports belong together; here those links become lines of life, none of which forks.

use super::Series;
use crate::align::{Folded, Link, Profile, carried, id};
use crate::form::{Form, Status, fold};
use crate::report::{Priority, Report};
use crate::term::Term;
use std::collections::{HashMap, HashSet};

/// One priority over the terms of its district.
#[derive(Clone, Debug)]
pub struct Thread<'a> {
    /// The reports it stands in and what each says of it, earliest first; never empty.
    pub priorities: Vec<(Term, &'a Report, &'a Priority)>,
}

/// The threads of a district, in the order in which they begin. A priority carries on one thread of the
/// nearest earlier report; where a priority is split, the surest part keeps the thread and the others
/// begin their own; one that states that it was split or merged ends its thread there. Two reports of one term are one step: a priority that both hold stands in one thread.
/// One that was away for a term or more, and is back by its id, its title or its own word, takes its thread up again.
#[must_use]
pub fn threads<'a>(series: &Series<'a>, form: &Form) -> Vec<Thread<'a>> {
    let mut threads: Vec<Thread<'a>> = Vec::new();
    let mut owners: Vec<HashMap<usize, usize>> = Vec::new();
    let mut known = Known::default();
    let profiles: Vec<_> = series.reports.iter().map(|(_, report)| Profile::all(&report.priorities, form)).collect();
    for (at, (term, report)) in series.reports.iter().enumerate() {
        let mut owner = HashMap::new();
        for before in earlier(series, at) {
            let pair = profiles.get(before).zip(profiles.get(at));
            let (Some((older, newer)), Some(known)) = (pair, owners.get(before)) else { continue };
            carry_on(carried(older, newer), known, &mut owner);
        }
        let nearest = earlier(series, at).next().and_then(|before| owners.get(before));
        let linked: HashSet<usize> = nearest.into_iter().flat_map(HashMap::values).copied().collect();
        known.take_up(&report.priorities, |thread| !linked.contains(&thread), &mut owner);
        for (number, priority) in report.priorities.iter().enumerate() {
            let thread = *owner.entry(number).or_insert(threads.len());
            match threads.get_mut(thread) {
                Some(thread) => thread.priorities.push((*term, report, priority)),
                None => threads.push(Thread { priorities: vec![(*term, report, priority)] }),
            }
            known.note(priority, thread);
        }
        owners.push(owner);
    }
    threads
}

/// The reports that the one `at` may carry on, the likeliest first: the nearest of an earlier term, and
/// the nearest of its own term, for what that one began.
fn earlier(series: &Series<'_>, at: usize) -> impl Iterator<Item = usize> {
    let slot = series.reports.get(at).map(|(term, _)| *term);
    let same = move |before: &usize| slot.zip(series.reports.get(*before)).is_some_and(|(t, (b, _))| t.same_slot(b));
    let nearest = (0..at).rev().find(|before| !same(before));
    nearest.into_iter().chain((0..at).rev().find(same))
}

/// Gives priorities without a thread the one that their link leads to, the surest link first.
fn carry_on(mut links: Vec<Link>, known: &HashMap<usize, usize>, owner: &mut HashMap<usize, usize>) {
    links.sort_by(|a, b| b.sure.total_cmp(&a.sure));
    let mut taken: HashSet<usize> = owner.values().copied().collect();
    for link in links {
        let Some(thread) = known.get(&link.earlier) else { continue };
        if !owner.contains_key(&link.later) && taken.insert(*thread) {
            owner.insert(link.later, *thread);
        }
    }
}

/// What threads go by: the ids and titles that their priorities had, each with the thread that had it last.
#[derive(Default)]
struct Known {
    ids: HashMap<String, usize>,
    /// With each title, whether its priority had an id.
    titles: HashMap<String, (usize, bool)>,
}

impl Known {
    fn note(&mut self, priority: &Priority, thread: usize) {
        let (id, title) = (id(priority), key(priority.name()));
        if !title.is_empty() {
            self.titles.insert(title, (thread, id.is_some()));
        }
        if let Some(id) = id {
            self.ids.insert(id, thread);
        }
    }

    /// Gives priorities without a thread the one that they take up again, if it is free: by the same id, else by what
    /// they say that they continue, else by the same title. Whatever says that it is new, or continues another, is not
    /// told by its title, nor is one under another id.
    fn take_up(&self, priorities: &[Priority], is_free: impl Fn(usize) -> bool, owner: &mut HashMap<usize, usize>) {
        let same_id = |priority: &Priority| self.ids.get(&id(priority)?).copied();
        let titled = |title: &str| self.titles.get(title).copied();
        let stated = |priority: &Priority| {
            let named = |words: &str| {
                let by_id = self.ids.get(&fold(words)).copied();
                by_id.or_else(|| titled(&key(words)).map(|(thread, _)| thread))
            };
            priority.continues().iter().find_map(|stated| named(&stated.value))
        };
        let same_title = |priority: &Priority| {
            let (thread, has_id) = titled(&key(priority.name()))?;
            let is_other = !priority.continues().is_empty()
                || priority.known_status() == Some(Status::New)
                || has_id && id(priority).is_some();
            (!is_other).then_some(thread)
        };
        let mut taken: HashSet<usize> = owner.values().copied().collect();
        let mut give = |reason: &dyn Fn(&Priority) -> Option<usize>| {
            for (number, priority) in priorities.iter().enumerate() {
                let Some(thread) = reason(priority).filter(|thread| is_free(*thread)) else { continue };
                if !owner.contains_key(&number) && taken.insert(thread) {
                    owner.insert(number, thread);
                }
            }
        };
        give(&same_id);
        give(&stated);
        give(&same_title);
    }
}

/// A title as `align` compares it.
fn key(title: &str) -> String {
    Folded::of(title).key().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::rollup::made::{Made, P};

    /// Each thread as "title@term title@term".
    fn told(made: Made) -> Vec<String> {
        let corpus = Corpus::new(made.reports);
        let form = Form::built_in();
        let told = |thread: Thread<'_>| {
            let each = thread.priorities.iter().map(|(term, _, p)| format!("{}@{term}", p.name()));
            each.collect::<Vec<_>>().join(" > ")
        };
        corpus.series().iter().flat_map(|series| threads(series, &form)).map(told).collect()
    }

    #[test]
    fn a_retitled_priority_stays_one_thread() {
        let mut made = Made::default();
        made.report("a", Some("North"), Some((2023, 1, None)), &[P::of("Attendance").id("att"), P::of("Reading")]);
        made.report("b", Some("North"), Some((2023, 2, None)), &[P::of("Being there").id("att"), P::of("Maths")]);
        made.report("c", Some("North"), Some((2023, 3, None)), &[P::of("Maths")]);
        assert_eq!(
            told(made),
            [
                "Attendance@Autumn 2023/24 > Being there@Spring 2023/24",
                "Reading@Autumn 2023/24",
                "Maths@Spring 2023/24 > Maths@Summer 2023/24",
            ]
        );
    }

    #[test]
    fn a_split_priority_does_not_fork_its_thread() {
        let mut made = Made::default();
        made.report("a", Some("North"), Some((2023, 1, None)), &[P::of("Attendance").id("att")]);
        let parts = [P::of("Primary").id("p").continues("att"), P::of("Secondary").id("s").continues("att")];
        made.report("b", Some("North"), Some((2023, 2, None)), &parts);
        assert_eq!(told(made), ["Attendance@Autumn 2023/24 > Primary@Spring 2023/24", "Secondary@Spring 2023/24"]);
    }

    #[test]
    fn one_that_was_away_takes_its_thread_up_again() {
        let mut made = Made::default();
        let (spring, summer) = ((2023, 2, None), (2023, 3, None));
        let inclusion = P::of("Inclusion").id("inc");
        made.report("a", Some("North"), Some((2023, 1, None)), &[P::of("Reading"), inclusion, P::of("Speech")]);
        made.report("b", Some("North"), Some(spring), &[P::of("Maths")]);
        let back = [
            P::of("Belonging").id("belonging").continues("inc"),
            P::of("reading"),
            P::of("Speech").status(Status::New, ""),
            P::of("Maths"),
        ];
        made.report("c", Some("North"), Some(summer), &back);
        assert_eq!(
            told(made),
            [
                "Reading@Autumn 2023/24 > reading@Summer 2023/24",
                "Inclusion@Autumn 2023/24 > Belonging@Summer 2023/24",
                "Speech@Autumn 2023/24",
                "Maths@Spring 2023/24 > Maths@Summer 2023/24",
                "Speech@Summer 2023/24",
            ]
        );
    }

    #[test]
    fn another_id_or_a_link_to_another_is_no_return() {
        let mut made = Made::default();
        let old = [P::of("Reading").id("read"), P::of("Speech")];
        made.report("a", Some("North"), Some((2023, 1, None)), &old);
        made.report("b", Some("North"), Some((2023, 2, None)), &[P::of("Maths").id("maths")]);
        let new = [P::of("Reading").id("books"), P::of("Maths").id("maths"), P::of("Speech").continues("maths")];
        made.report("c", Some("North"), Some((2023, 3, None)), &new);
        assert_eq!(told(made).iter().filter(|thread| thread.contains('>')).count(), 1);
    }

    #[test]
    fn two_reports_of_one_term_are_one_step() {
        let mut made = Made::default();
        made.report("a", Some("North"), Some((2023, 1, None)), &[P::of("Old")]);
        made.report("b", Some("North"), Some((2023, 2, None)), &[P::of("Old"), P::of("New")]);
        made.report("c", Some("North"), Some((2023, 2, None)), &[P::of("New"), P::of("Old")]);
        let old = "Old@Autumn 2023/24 > Old@Spring 2023/24 > Old@Spring 2023/24";
        assert_eq!(told(made), [old, "New@Spring 2023/24 > New@Spring 2023/24"]);
    }
}
