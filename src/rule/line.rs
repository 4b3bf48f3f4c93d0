//! The reports of one district, and what is read of each once for all the steps that it takes part in: how the matcher
//! sees it, and the words of its statements. It does not compare reports; a `Step` does.

use crate::align::Profile;
use crate::corpus::Series;
use crate::follow::{Desk, Lexicon, Side};
use crate::form::{Form, Role, SectionId, fold};
use crate::report::{Passage, Report, Statement};
use crate::wording::{self, Again};
use std::cell::{OnceCell, RefCell};

/// The reports of one district, each read at most once for all the steps that it takes part in.
pub(super) struct Line<'a> {
    pub(super) series: &'a Series<'a>,
    pub(super) form: &'a Form,
    lexicon: &'a Lexicon,
    desk: RefCell<Desk>,
    sides: Vec<OnceCell<Side<'a>>>,
    said: Vec<OnceCell<AllSaid<'a>>>,
    profiles: Vec<OnceCell<Vec<Profile<'a>>>>,
}

/// What a report says, and where each run of words stands in it.
struct AllSaid<'a> {
    all: Vec<Said<'a>>,
    /// The number of each statement's words, the part of its section, and its place; sorted.
    by_words: Vec<(u64, Role, usize)>,
}

/// A statement in Activity, Planned or Impact.
pub struct Said<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The priority it stands in, by its number in the report, from 0.
    pub priority: usize,
    /// The section it stands in.
    pub passage: &'a Passage,
    /// The part that section plays.
    pub role: Role,
    /// Its words.
    pub again: Again,
    /// Its id, folded.
    pub id: Option<String>,
}

impl<'a> Line<'a> {
    pub(super) fn of(series: &'a Series<'a>, form: &'a Form, lexicon: &'a Lexicon) -> Line<'a> {
        let count = series.reports.len();
        let (mut sides, mut said, mut profiles) = (Vec::new(), Vec::new(), Vec::new());
        sides.resize_with(count, OnceCell::new);
        said.resize_with(count, OnceCell::new);
        profiles.resize_with(count, OnceCell::new);
        Line { series, form, lexicon, desk: RefCell::default(), sides, said, profiles }
    }

    /// What the priorities of the report at this place are known by.
    pub(super) fn profiles(&self, at: usize) -> &[Profile<'a>] {
        let both = self.profiles.get(at).zip(self.series.reports.get(at));
        both.map_or(&[], |(known, (_, report))| known.get_or_init(|| Profile::all(&report.priorities, self.form)))
    }

    pub(super) fn side(&self, at: usize, report: &'a Report) -> Option<&Side<'a>> {
        let read = || Side::read(report, self.form, self.lexicon, &mut self.desk.borrow_mut());
        self.sides.get(at).map(|side| side.get_or_init(read))
    }

    fn all_said(&self, at: usize) -> Option<&AllSaid<'a>> {
        let (said, (_, report)) = self.said.get(at).zip(self.series.reports.get(at))?;
        Some(said.get_or_init(|| {
            let all = said_in(report, self.form);
            let known = |(at, said): (usize, &Said<'_>)| (said.again.mark(), said.role, at);
            let mut by_words: Vec<(u64, Role, usize)> = (0..).zip(&all).map(known).collect();
            by_words.sort_unstable();
            AllSaid { all, by_words }
        }))
    }

    pub(super) fn said(&self, at: usize) -> &[Said<'a>] {
        self.all_said(at).map_or(&[], |said| &said.all)
    }

    /// The statement of the report at this place that `said` is again, in a section of the same role: the same words
    /// before others that are nearly the same.
    pub(super) fn again_in(&self, said: &Said<'a>, at: usize, many: usize) -> Option<&Said<'a>> {
        let earlier = self.all_said(at)?;
        let known = (said.again.mark(), said.role);
        let first = earlier.by_words.partition_point(|(mark, role, _)| (*mark, *role) < known);
        let same = earlier.by_words.iter().skip(first).take_while(|(mark, role, _)| (*mark, *role) == known);
        let same = same.take(SAME).filter_map(|(.., at)| earlier.all.get(*at));
        let mut same = same.filter(|other| said.is_again(other));
        let near = || {
            let few = earlier.all.len().saturating_mul(many) <= MANY;
            earlier.all.iter().filter(move |_| few).find(|other| said.is_again(other))
        };
        same.next().or_else(near)
    }
}

/// The statements of a report that say something in Activity, Planned and Impact.
fn said_in<'a>(report: &'a Report, form: &Form) -> Vec<Said<'a>> {
    let mut said = Vec::new();
    for (priority, of) in report.priorities.iter().enumerate() {
        for passage in &of.passages {
            let Some(role) = form.section(passage.section).map(|section| section.role) else { continue };
            if !matches!(role, Role::Activity | Role::Planned | Role::Impact) {
                continue;
            }
            for statement in passage.statements.iter().filter(|statement| !statement.is_bare_none()) {
                let again = Again::of(&statement.whole());
                let id = statement.id().map(|id| fold(id.words())).filter(|id| !id.is_empty());
                said.push(Said { statement, priority, passage, role, again, id });
            }
        }
    }
    said
}

/// Words that say how often a thing is done.
const OFTEN: [&str; 6] = ["daily", "weekly", "fortnightly", "monthly", "termly", "annual"];
const TIMES: [&str; 7] = ["day", "week", "fortnight", "month", "term", "half", "year"];

/// The most pairs of statements that are compared word by word; beyond, only the same words are found. No real report
/// has as many.
pub(super) const MANY: usize = 1 << 22;

/// The most statements with the same words, in sections of the same role, among which the one is looked for.
const SAME: usize = 200;

impl Said<'_> {
    /// Whether it is another statement again, in a section of the same role. Two ids that differ tell two statements
    /// apart; a plan with the same id is the same, and its date may have moved.
    fn is_again(&self, other: &Said<'_>) -> bool {
        if self.role != other.role {
            return false;
        }
        let moved = self.role == Role::Planned;
        match (&self.id, &other.id) {
            (Some(mine), Some(theirs)) if mine != theirs => false,
            (Some(_), Some(_)) if moved => true,
            _ if moved => self.again.is_moved(&other.again),
            _ => self.again.is_again(&other.again),
        }
    }

    /// Whether it says that there was or is nothing, and why: "None this term because the post was vacant".
    #[must_use]
    pub fn says_none(&self) -> bool {
        wording::says_none(self.statement.text.words())
    }

    /// Whether it is a plan that is to be done and then done with.
    #[must_use]
    pub fn waits(&self) -> bool {
        !wording::plans_nothing(self.statement.text.words()) && !self.recurs()
    }

    /// Whether it says that it is done again and again: "each month", "weekly".
    #[must_use]
    pub fn recurs(&self) -> bool {
        let words = fold(self.statement.text.words());
        let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let each = |two: &[&str]| matches!(two, ["each" | "every", time] if TIMES.contains(time));
        words.iter().any(|word| OFTEN.contains(word)) || words.windows(2).any(each)
    }

    /// The section of the form that it stands in.
    #[must_use]
    pub fn section(&self) -> SectionId {
        self.passage.section
    }
}
