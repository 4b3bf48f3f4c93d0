//! Threads: one priority followed over the reports of its district. The matcher says which priorities of
//! two reports belong together; here those links become lines of life, none of which forks.

use super::Series;
use crate::align::{Link, align};
use crate::form::Form;
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
/// begin their own. Two reports of one term are one step: a priority that both hold stands in one thread.
#[must_use]
pub fn threads<'a>(series: &Series<'a>, form: &Form) -> Vec<Thread<'a>> {
    let mut threads: Vec<Thread<'a>> = Vec::new();
    let mut owners: Vec<HashMap<usize, usize>> = Vec::new();
    for (at, (term, report)) in series.reports.iter().enumerate() {
        let mut owner = HashMap::new();
        for before in earlier(series, at) {
            let (Some((_, older)), Some(known)) = (series.reports.get(before), owners.get(before)) else { continue };
            carry_on(align(&older.priorities, &report.priorities, form), known, &mut owner);
        }
        for (number, priority) in report.priorities.iter().enumerate() {
            let thread = *owner.entry(number).or_insert(threads.len());
            match threads.get_mut(thread) {
                Some(thread) => thread.priorities.push((*term, report, priority)),
                None => threads.push(Thread { priorities: vec![(*term, report, priority)] }),
            }
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
    fn two_reports_of_one_term_are_one_step() {
        let mut made = Made::default();
        made.report("a", Some("North"), Some((2023, 1, None)), &[P::of("Old")]);
        made.report("b", Some("North"), Some((2023, 2, None)), &[P::of("Old"), P::of("New")]);
        made.report("c", Some("North"), Some((2023, 2, None)), &[P::of("New"), P::of("Old")]);
        let old = "Old@Autumn 2023/24 > Old@Spring 2023/24 > Old@Spring 2023/24";
        assert_eq!(told(made), [old, "New@Spring 2023/24 > New@Spring 2023/24"]);
    }
}
