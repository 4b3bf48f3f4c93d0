//! The priorities that a paper is about, each with its themes and the reports that it is told from.

use super::records::{Change, Priority, Titled};
use super::{MOST, figures, slot};
use crate::form::{Form, Role, Status, fold_name};
use crate::report::{self, Report};
use crate::rollup::life::{Event, What};
use crate::rollup::page::event_words;
use crate::rollup::priorities::{End, Row};
use crate::rollup::statements::words;
use crate::rollup::themes::{Themes, told};
use crate::rollup::{Sieve, shown, title};
use crate::source::Sources;
use crate::term::Term;
use std::collections::BTreeMap;

/// What everything is gathered from.
pub(super) struct From<'f, 'a> {
    pub(super) sieve: &'f Sieve<'f>,
    pub(super) form: &'a Form,
    pub(super) sources: &'a Sources,
    pub(super) themes: Themes,
    /// The latest term of the paper.
    pub(super) last: Option<Term>,
    /// The terms of which a report of each district was looked at.
    pub(super) seen: BTreeMap<String, Vec<Term>>,
}

/// A priority of a paper.
#[derive(Debug)]
pub(super) struct One<'a> {
    pub(super) row: Row<'a>,
    pub(super) district: String,
    pub(super) title: String,
    /// The themes that are wanted: each by its folded name and as it is shown.
    pub(super) themes: Vec<(String, String)>,
    /// What the latest report says of it.
    pub(super) now: (Term, &'a Report, &'a report::Priority),
    /// What the first report of the period says, where that is not the latest.
    pub(super) then: Option<(Term, &'a report::Priority)>,
    /// What the report before the latest says.
    pub(super) before: Option<(Term, &'a report::Priority)>,
    /// The terms of its reports of the period; none for one that ended in it without one.
    pub(super) terms: Vec<Term>,
}

impl<'a> One<'a> {
    pub(super) fn of(row: Row<'a>, from: &From<'_, 'a>) -> Option<One<'a>> {
        let now = *row.said.last()?;
        let filter = from.sieve.filter;
        let earlier =
            || row.said.iter().filter(|(term, ..)| !term.same_slot(&now.0)).map(|(term, _, one)| (*term, *one));
        let before = earlier().next_back();
        let then = earlier().find(|(term, _)| filter.takes_term(Some(*term)));
        let terms = row.said.iter().map(|(term, ..)| *term).filter(|term| filter.takes_term(Some(*term))).collect();
        let kept: Vec<(Term, &report::Priority)> = row.said.iter().map(|(term, _, one)| (*term, *one)).collect();
        let assigned = told(&kept, &from.themes, from.form).map(|(_, assigned)| assigned).unwrap_or_default();
        let wanted = assigned.into_iter().map(|one| (one.theme.key(), one.theme.shown(from.sources)));
        let themes = wanted.filter(|(key, _)| from.sieve.takes_theme(key)).collect();
        let titled = row.title.map(|words| title(words, from.sources));
        Some(One {
            district: shown(row.district, from.sources),
            title: titled.unwrap_or_else(|| "(without a title)".to_owned()),
            themes,
            now,
            then,
            before,
            terms,
            row,
        })
    }

    pub(super) fn named(&self) -> Titled {
        Titled { title: self.title.clone(), district: self.district.clone() }
    }

    /// How many statements its reports hold.
    pub(super) fn statements(&self) -> usize {
        let passages = self.row.said.iter().flat_map(|(.., priority)| &priority.passages);
        passages.map(|passage| passage.statements.len()).sum()
    }

    /// The statements of its latest report with this role, if that is of the period.
    pub(super) fn says<'s>(&'s self, form: &'s Form, role: Role) -> impl Iterator<Item = &'a report::Statement> + 's {
        let priority = self.now.2;
        let plays = move |passage: &&report::Passage| {
            form.section(passage.section).is_some_and(|section| section.role == role) && !passage.is_empty()
        };
        let passages = priority.passages.get(..).filter(|_| !self.terms.is_empty()).unwrap_or_default();
        passages.iter().filter(plays).flat_map(|passage| &passage.statements)
    }

    /// What a template is given of it.
    pub(super) fn record(&self, from: &From<'_, 'a>) -> Priority {
        let From { form, sources, .. } = *from;
        let row = &self.row;
        let list = |role| self.says(form, role).map(|one| words(one, sources)).collect();
        let (term, _, priority) = self.now;
        let of_period = !self.terms.is_empty();
        let figures = if of_period { figures::figures(self.then, (term, priority), form, sources) } else { Vec::new() };
        let figures_left_out = figures.len().saturating_sub(MOST.figures);
        Priority {
            title: self.title.clone(),
            district: self.district.clone(),
            earlier_titles: row.earlier_titles.iter().map(|words| title(words, sources)).collect(),
            themes: self.themes.iter().map(|(_, name)| name.clone()).collect(),
            first_term: self.terms.first().unwrap_or(&row.first).to_string(),
            latest_term: row.latest.to_string(),
            reports: self.terms.len(),
            status: self.status(),
            stood: self.stood(from),
            stands: self.stands(),
            status_before: self.before.map_or_else(String::new, |(_, priority)| stated(priority.known_status())),
            term_before: self.before.map_or_else(String::new, |(term, _)| term.to_string()),
            is_current: Some(slot(self.now.0, form)) == from.last,
            stage: self.stage().to_owned(),
            receiver: row.receiver.map_or_else(String::new, |words| title(words, sources)),
            ending: self.ending(sources),
            life: row.life.iter().map(|event| event_words(event, sources)).collect(),
            outcomes: list(Role::Outcomes),
            activity: list(Role::Activity),
            planned: list(Role::Planned),
            impact: list(Role::Impact),
            exit: list(Role::Exit),
            figures: figures.into_iter().take(MOST.figures).collect(),
            figures_left_out,
        }
    }

    /// Where it stands.
    pub(super) fn status(&self) -> String {
        match self.row.end {
            Some(End::Stated(status)) => stated(Some(status)),
            Some(End::Unreported) => "no longer reported".to_owned(),
            None => stated(self.row.status),
        }
    }

    /// What ended it, the latest if there are several; nothing while it goes on.
    fn end(&self) -> Option<&Event<'a>> {
        let ends =
            |what: What| matches!(what, What::Merged | What::Split | What::HandedOver | What::Closed | What::Dropped);
        self.row.life.iter().rev().find(|event| ends(event.what)).filter(|_| self.row.end.is_some())
    }

    fn ending(&self, sources: &Sources) -> String {
        self.end().map_or_else(String::new, |event| event_words(event, sources))
    }

    /// What ended it in a term that it has no report of.
    fn ended_since(&self) -> Option<&Event<'a>> {
        self.end().filter(|event| event.term > self.now.0 && !event.term.same_slot(&self.now.0))
    }

    /// Where it stood in the report before what [`Self::stands`] tells.
    fn stood(&self, from: &From<'_, 'a>) -> String {
        let told = |(term, priority): (Term, &report::Priority)| match priority.known_status() {
            None => term.to_string(),
            status => format!("{}, {term}", stated(status)),
        };
        match (self.ended_since(), self.before) {
            (Some(_), _) => told((self.now.0, self.now.2)),
            (None, Some(before)) => told(before),
            (None, None) if self.has_earlier_elsewhere(from) => "not looked at".to_owned(),
            (None, None) => "none".to_owned(),
        }
    }

    /// Whether the report of its district before its first one is there and was not looked at.
    fn has_earlier_elsewhere(&self, from: &From<'_, 'a>) -> bool {
        let (name, now) = (fold_name(&self.row.district.value), self.now.0);
        let is_before = |term: &Term| *term < now && !term.same_slot(&now);
        let seen = from.seen.get(&name).into_iter().flatten().copied().filter(is_before).max();
        let elsewhere = from.form.elsewhere.get(&name).into_iter().flatten().copied().filter(is_before).max();
        elsewhere.is_some_and(|there| seen.is_none_or(|seen| seen < there && !seen.same_slot(&there)))
    }

    /// Where it stands, and since which term.
    fn stands(&self) -> String {
        match self.ended_since() {
            Some(event) if event.what == What::Dropped => format!("not in the report for {}", event.term),
            Some(event) => format!("{}, {}", self.status(), event.term),
            None if self.row.end.is_none() && self.row.status.is_none() => self.now.0.to_string(),
            None => format!("{}, {}", self.status(), self.now.0),
        }
    }

    fn stage(&self) -> &'static str {
        match (self.row.end, self.row.status) {
            (Some(End::Unreported), _) => "no longer reported",
            (Some(End::Stated(_)), _) => "ended",
            (None, Some(Status::OnHold)) => "on hold",
            (None, Some(Status::New)) => "new",
            (None, None) => "reported",
            (None, _) => "under way",
        }
    }

    /// That it was put on hold in the latest term, or taken up again: its life tells neither.
    pub(super) fn held(&self, from: &From<'_, 'a>) -> Option<Change> {
        let (term, _, now) = self.now;
        let was_held = self.before.is_some_and(|(_, before)| before.known_status() == Some(Status::OnHold));
        let what = match (was_held, now.known_status()) {
            (false, Some(Status::OnHold)) => format!("on hold in {term}"),
            (true, Some(Status::New | Status::Ongoing)) => format!("taken up again in {term}, after it was on hold"),
            _ => return None,
        };
        let is_now = Some(slot(term, from.form)) == from.last;
        is_now.then(|| Change { priority: self.title.clone(), district: self.district.clone(), what })
    }

    /// Whether its status is not that of the report before.
    pub(super) fn has_changed(&self) -> bool {
        self.before.is_none_or(|(_, priority)| stated(priority.known_status()) != self.status())
    }
}

fn stated(status: Option<Status>) -> String {
    status.map_or_else(|| "not stated".to_owned(), |status| status.key().replace('-', " "))
}
