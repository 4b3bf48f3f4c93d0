//! Where the reports of a run stand, each looked at once: by district and term, by file and by what they hold. So that what
//! became of thousands of others takes a look at each, not at every pair.

use super::{Now, Was, of, slot, statements, text};
use crate::report::Report;
use crate::term::{AcademicYear, Season, Term};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The reports of a run.
pub(super) struct There<'a> {
    pub now: &'a Now<'a>,
    /// The terms of those that were looked for.
    pub searched: Terms,
    /// Those of them that are new or have changed.
    new: Terms,
    /// The words of the files that were looked for.
    texts: HashSet<&'a str>,
    /// The file of each district and term, and of each words, of all that were read.
    of_slot: HashMap<(String, Term), &'a str>,
    of_text: HashMap<&'a str, &'a str>,
    /// The file of each district and term where no report is looked for.
    aside: HashMap<(String, Term), &'a str>,
    /// The reports of each file.
    pub files: HashMap<&'a str, Vec<&'a Report>>,
    /// The reports that hold what those held that are there no more, by the paths of these.
    pub moved: HashMap<&'a str, &'a Report>,
}

/// The terms that there are reports of, by district and season.
#[derive(Default)]
pub(super) struct Terms(HashMap<(String, AcademicYear, Season), HashSet<Term>>);

impl Terms {
    fn add(&mut self, (district, term): (String, Term)) {
        self.0.entry((district, term.year, term.season)).or_default().insert(term);
    }

    fn of(&self, (district, term): &(String, Term)) -> impl Iterator<Item = &Term> {
        self.0.get(&(district.clone(), term.year, term.season)).into_iter().flatten()
    }

    fn has(&self, slot: &(String, Term)) -> bool {
        self.of(slot).any(|term| *term == slot.1)
    }

    /// Whether there is one for what may be the same term, said more or less finely.
    pub fn has_near(&self, slot: &(String, Term)) -> bool {
        self.of(slot).any(|term| term.same_slot(&slot.1))
    }
}

impl<'a> There<'a> {
    pub fn of(before: &'a [Was], now: &'a Now<'a>) -> There<'a> {
        let mut there = There {
            now,
            searched: Terms::default(),
            new: Terms::default(),
            texts: HashSet::new(),
            of_slot: HashMap::new(),
            of_text: HashMap::new(),
            aside: now.aside.corpus.reports().iter().filter_map(|one| Some((slot(one)?, of(one, now.aside)))).collect(),
            files: HashMap::new(),
            moved: HashMap::new(),
        };
        let edited: HashSet<&str> = before.iter().filter_map(|was| was.name.as_deref()).collect();
        let mut fresh = Vec::new();
        for report in now.loaded.corpus.reports() {
            let (file, words, slot) = (of(report, now.loaded), text(report, now.loaded), slot(report));
            there.files.entry(file).or_default().push(report);
            there.of_text.entry(words).or_insert(file);
            if let Some(slot) = slot.clone() {
                there.of_slot.entry(slot).or_insert(file);
            }
            if !now.searched.contains(file) {
                continue;
            }
            there.texts.insert(words);
            let is_new = now.changed.is_none_or(|new| new.contains(file));
            if let Some(slot) = slot {
                there.searched.add(slot.clone());
                if is_new {
                    there.new.add(slot);
                }
            }
            if is_new && !edited.contains(file) {
                fresh.push(report);
            }
        }
        let lost = before.iter().filter(|was| was.name.is_none() && !there.is_there(was)).collect();
        there.moved = moved(lost, &fresh);
        there
    }

    /// Whether a report is there as what it was, if it is in another file.
    pub fn is_there(&self, was: &Was) -> bool {
        was.slot.as_ref().is_some_and(|slot| self.searched.has(slot) || self.new.has_near(slot))
            || was.name.is_none() && self.texts.contains(was.text.as_str())
    }

    /// The file that has it, whether it was looked for or not.
    pub fn anywhere(&self, was: &Was) -> Option<&'a str> {
        let by_text = || self.of_text.get(was.text.as_str()).filter(|_| was.name.is_none());
        was.slot.as_ref().and_then(|slot| self.of_slot.get(slot)).or_else(by_text).copied()
    }

    /// The file that has it where no report is looked for.
    pub fn aside(&self, was: &Was) -> Option<&'a str> {
        was.slot.as_ref().and_then(|slot| self.aside.get(slot)).copied()
    }
}

/// Which of the new reports hold what those that are `lost` held: most statements of both are the same. One is for one; where
/// that is in doubt, it is for none.
fn moved<'a>(lost: Vec<&'a Was>, fresh: &[&'a Report]) -> HashMap<&'a str, &'a Report> {
    if lost.is_empty() {
        return HashMap::new();
    }
    let states: Vec<BTreeSet<String>> = fresh.iter().map(|report| statements(report)).collect();
    // A statement that stands in several tells none of them.
    let mut owners: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, statements) in states.iter().enumerate() {
        for statement in statements {
            owners.entry(statement).and_modify(|owner| *owner = None).or_insert(Some(at));
        }
    }
    let mut found: HashMap<&str, &Report> = HashMap::new();
    let mut taken = HashSet::new();
    for was in lost {
        let mut shares: HashMap<usize, usize> = HashMap::new();
        for at in was.statements.iter().filter_map(|statement| *owners.get(statement.as_str())?) {
            *shares.entry(at).or_default() += 1;
        }
        let likest = shares.into_iter().max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)));
        let Some((at, (new, report))) = likest.and_then(|(at, _)| Some((at, states.get(at).zip(fresh.get(at))?)))
        else {
            continue;
        };
        let same = new.intersection(&was.statements).count();
        if same * 2 > new.len().max(was.statements.len()) && taken.insert(at) {
            found.insert(&was.path, report);
        }
    }
    found
}
