//! Who was expected to report, and who did.
//!
//! What the authority says counts: its districts, and the terms it expects reports for. Where it does not say, it
//! is inferred: from a district's first report on, in every term for which any district reported. Terms count by
//! academic year and season, and by their half where the authority counts halves.

use super::{Filter, district, season, shown};
use crate::corpus::{Corpus, Series, are_versions};
use crate::diagnostic::NotRead;
use crate::form::{Form, fold_name};
use crate::report::{Report, Stated};
use crate::source::{SourceId, Sources};
use crate::term::{Scheme, Term};
use std::collections::{BTreeMap, BTreeSet};

mod spelling;
pub use spelling::Misspelt;

/// What a rollup is based on.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// How many reports were expected, whether they are due or not.
    pub expected: usize,
    /// How many of them are due: those that are there, and those that are missing.
    pub due: usize,
    /// Whether the authority names its districts.
    pub districts_told: bool,
    /// Whether the authority says which terms it expects.
    pub terms_told: bool,
    /// How many of them are there, one for each district and term.
    pub received: usize,
    /// The others, by district and term.
    pub missing: Vec<Slot<'a>>,
    /// Every district and term that is looked at, and what there is of it; by district, then by term.
    pub places: Vec<Place<'a>>,
    /// The day that reports are asked for on, if one is given, as `YYYY-MM-DD`.
    pub as_at: Option<&'a str>,
    /// The files that could not be read, by name.
    pub unreadable: Vec<NotRead>,
    /// The files of a kind that reports are often written in and that is not read, by name.
    pub other_files: Vec<NotRead>,
    /// The files that termwise wrote itself, by name: they are no reports.
    pub own_pages: Vec<String>,
    /// The reports of which a part could not be read.
    pub cut_short: Vec<&'a Report>,
    /// The files of reports of a district or term that the authority does not name, one for each report.
    pub unexpected: Vec<SourceId>,
    /// Districts whose name may be that of another, misspelt.
    pub misspelt: Vec<Misspelt<'a>>,
    /// The files of reports that name no district, one for each report.
    pub unnamed: Vec<SourceId>,
    /// The files of reports that state no clear term, one for each report.
    pub unclear: Vec<SourceId>,
    /// Terms that a district has reported more than once.
    pub duplicates: Vec<Duplicate<'a>>,
}

impl Coverage<'_> {
    /// Whether reports are there that are not among the files looked at: what they say is not known.
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        self.places.iter().any(|place| place.state == State::LeftOut)
    }
}

/// What there is of a district's term.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// Which district and term.
    pub slot: Slot<'a>,
    /// Whether its report is there.
    pub state: State,
    /// Its last day, if the authority gives one.
    pub due: Option<&'a str>,
    /// Its reports.
    pub reports: Vec<&'a Report>,
}

impl Place<'_> {
    /// Whether a part of its report, of each of them if it has several, could not be read.
    #[must_use]
    pub fn is_in_part(&self) -> bool {
        !self.reports.is_empty() && self.reports.iter().all(|report| report.cut_short)
    }
}

/// Whether the report of a district's term is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// It is.
    Received,
    /// It is not.
    Missing,
    /// It is not, and its last day has passed on the day that is asked about.
    Overdue,
    /// It is not, and its last day is still to come; where none is named, nobody has reported for its term yet.
    NotDue,
    /// It is not, and it will not come: the authority says so.
    Excused,
    /// It is there, but not among the files that are rolled up.
    LeftOut,
    /// None was expected. One may be there nevertheless.
    NotExpected,
}

impl State {
    /// Its word in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Missing => "missing",
            State::Overdue => "overdue",
            State::NotDue => "not-due",
            State::Excused => "excused",
            State::LeftOut => "left-out",
            State::NotExpected => "not-expected",
        }
    }
}

/// A district's name, and whose words it is in.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    /// As its latest report states it.
    Stated(&'a Stated<String>),
    /// As the authority does.
    Told(&'a str),
}

impl Name<'_> {
    /// The name as names are compared.
    #[must_use]
    pub fn folded(&self) -> String {
        match self {
            Name::Stated(stated) => fold_name(&stated.value),
            Name::Told(name) => fold_name(name),
        }
    }

    /// The name as it may be shown.
    #[must_use]
    pub fn shown(&self, sources: &Sources) -> String {
        match self {
            Name::Stated(stated) => shown(stated, sources),
            Name::Told(name) => (*name).to_owned(),
        }
    }
}

/// A term of a district.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'a> {
    /// The district.
    pub district: Name<'a>,
    /// The term.
    pub term: Term,
}

/// Reports of one district for one term.
#[derive(Clone, Debug)]
pub struct Duplicate<'a> {
    /// District and term, as the first of the reports states it.
    pub slot: Slot<'a>,
    /// Their files.
    pub sources: Vec<SourceId>,
    /// The file of the one that counts, where they are versions of one report.
    pub counted: Option<SourceId>,
}

/// The coverage of what the filter takes. Of a filter that asks for a half, a district that reported
/// another half of that season is not missing, unless the authority counts halves: it was not expected to
/// report twice.
#[must_use]
pub fn coverage<'a>(corpus: &'a Corpus, form: &'a Form, filter: &Filter) -> Coverage<'a> {
    let series = corpus.series();
    let slots = Slots {
        terms: slots(&series, form),
        latest: series.iter().filter_map(|one| one.reports.last()).map(|(term, _)| *term).max(),
    };
    let districts = form.districts.list();
    let mut coverage = Coverage {
        expected: 0,
        due: 0,
        districts_told: !districts.is_empty(),
        terms_told: !form.expected.is_empty(),
        received: 0,
        missing: Vec::new(),
        places: Vec::new(),
        as_at: form.as_at.as_deref(),
        unreadable: Vec::new(),
        other_files: Vec::new(),
        own_pages: Vec::new(),
        cut_short: corpus.reports().iter().filter(|report| report.cut_short && filter.takes(report, form)).collect(),
        unexpected: Vec::new(),
        misspelt: Vec::new(),
        unnamed: pick(corpus, |r| r.district().is_none() && (r.term().is_none() || filter.takes_term(r.term()))),
        unclear: pick(corpus, |r| {
            r.term().is_none() && (r.district().is_none() || filter.takes_district(r.district(), form))
        }),
        duplicates: Vec::new(),
    };
    let mut by_name: BTreeMap<String, &Series<'a>> = series.iter().map(|one| (fold_name(one.district), one)).collect();
    for told in districts.iter().filter(|told| filter.takes_district(Some(&told.name), form)) {
        let reports = by_name.remove(&fold_name(&told.name)).map_or(&[][..], |one| &one.reports);
        coverage.add(Name::Told(&told.name), reports, &slots, form, filter);
    }
    for one in by_name.values().filter(|one| filter.takes_district(Some(one.district), form)) {
        let Some(name) = one.reports.last().and_then(|(_, report)| district(report)) else { continue };
        if coverage.districts_told {
            let taken = one.reports.iter().filter(|(term, _)| filter.takes_term(Some(*term)));
            for (term, report) in taken {
                coverage.unexpected.push(report.source);
                coverage.place_unexpected(Name::Stated(name), *term, report);
            }
        } else {
            coverage.add(Name::Stated(name), &one.reports, &slots, form, filter);
        }
    }
    coverage.versions(corpus, &series, form, filter);
    coverage.misspelt = spelling::misspelt(&coverage, &series, form);
    coverage.expect_none_twice();
    coverage.due = coverage.received + coverage.missing.len();
    coverage.expected = coverage.due + coverage.places.iter().filter(|place| place.state == State::NotDue).count();
    coverage.unexpected.sort_unstable();
    coverage
}

/// The terms that reports are expected for, and the latest that anybody has reported for.
struct Slots {
    terms: BTreeSet<Term>,
    latest: Option<Term>,
}

impl Slots {
    /// Whether nobody has reported for this term, or for a later one.
    fn is_ahead(&self, slot: Term) -> bool {
        self.latest.is_some_and(|latest| season(slot) > season(latest) || slot > latest && !fills(&slot, &latest))
    }

    /// What is to be said of a report that is not there.
    fn lacking(&self, name: Name<'_>, slot: Term, form: &Form) -> State {
        let name = match name {
            Name::Stated(stated) => stated.value.as_str(),
            Name::Told(name) => name,
        };
        let is_elsewhere = || {
            let terms = if form.elsewhere.is_empty() { None } else { form.elsewhere.get(&fold_name(name)) };
            terms.is_some_and(|terms| terms.iter().any(|term| fills(&slot, term)))
        };
        match (form.as_at.is_some(), form.due(slot)) {
            _ if is_elsewhere() => State::LeftOut,
            _ if form.is_excused(name, slot) => State::Excused,
            _ if form.is_overdue(slot) => State::Overdue,
            (true, Some(_)) => State::NotDue,
            _ if self.is_ahead(slot) => State::NotDue,
            _ => State::Missing,
        }
    }
}

/// The terms that reports are expected for: those that the authority names, else those that any district reported.
fn slots(series: &[Series<'_>], form: &Form) -> BTreeSet<Term> {
    if !form.expected.is_empty() {
        return form.expected.iter().copied().collect();
    }
    let terms: Vec<Term> = series.iter().flat_map(|one| &one.reports).map(|(term, _)| *term).collect();
    if form.scheme == Scheme::ThreeTerms {
        return terms.into_iter().map(season).collect();
    }
    let of_half = |term: &Term| term.half_or_implied().map(|half| Term { half: Some(half), ..season(*term) });
    let mut slots: BTreeSet<Term> = terms.iter().filter_map(of_half).collect();
    // A season of which nobody named a half is one slot; else a report of the whole season is one of its halves.
    let whole: Vec<Term> =
        terms.into_iter().map(season).filter(|s| !slots.iter().any(|slot| season(*slot) == *s)).collect();
    slots.extend(whole);
    slots
}

fn pick(corpus: &Corpus, is_meant: impl Fn(&Report) -> bool) -> Vec<SourceId> {
    corpus.reports().iter().filter(|report| is_meant(report)).map(|report| report.source).collect()
}

/// Whether a report for this term is the one that was expected for a slot.
pub(super) fn fills(slot: &Term, term: &Term) -> bool {
    let half = slot.half.and(term.half_or_implied());
    slot.same_slot(&Term { half, ..season(*term) })
}

impl<'a> Coverage<'a> {
    fn add(&mut self, name: Name<'a>, reports: &[(Term, &'a Report)], slots: &Slots, form: &'a Form, filter: &Filter) {
        let takes = |(term, _): &&(Term, &'a Report)| filter.takes_term(Some(*term));
        let begins = reports.first().filter(|_| !self.districts_told).map(|(term, _)| *term);
        let is_begun = |slot: &Term| begins.is_none_or(|first| *slot >= season(first) || fills(slot, &first));
        let from = self.places.len();
        for slot in slots.terms.iter().filter(|slot| filter.takes_slot(**slot)) {
            let filling = || reports.iter().filter(|(term, _)| fills(slot, term));
            let district = Slot { district: name, term: *slot };
            let state = match filling().next() {
                // It is there, under a half that was not asked for.
                Some(_) if !filling().any(|one| takes(&one)) => continue,
                Some(_) => State::Received,
                None if !is_begun(slot) => State::NotExpected,
                None => slots.lacking(name, *slot, form),
            };
            match state {
                State::Received => self.received += 1,
                State::Missing | State::Overdue => self.missing.push(district),
                State::NotDue | State::Excused | State::LeftOut | State::NotExpected => {}
            }
            let reports = filling().filter(takes).map(|(_, report)| *report).collect();
            self.places.push(Place { slot: district, state, due: form.due(*slot), reports });
        }
        let mut seasons: BTreeMap<Term, Vec<(Term, &'a Report)>> = BTreeMap::new();
        for (term, report) in reports.iter().filter(takes) {
            if slots.terms.iter().any(|slot| fills(slot, term)) {
                seasons.entry(season(*term)).or_default().push((*term, *report));
            } else {
                self.unexpected.push(report.source);
                self.place_unexpected(name, *term, report);
            }
        }
        if let Some(own) = self.places.get_mut(from..) {
            own.sort_by_key(|place| place.slot.term);
        }
        let several = seasons.values().filter(|reports| reports.len() > 1);
        self.duplicates.extend(several.filter_map(|reports| duplicate(name, reports)));
    }

    /// Expects nothing more of a district that may be another, misspelt, where the districts are inferred.
    fn expect_none_twice(&mut self) {
        let names: Vec<String> =
            self.misspelt.iter().filter(|one| !one.is_told).map(|one| fold_name(&one.stated.value)).collect();
        let is_one = |slot: &Slot<'_>| match slot.district {
            Name::Stated(stated) => names.contains(&fold_name(&stated.value)),
            Name::Told(_) => false,
        };
        self.missing.retain(|slot| !is_one(slot));
        let lacking = |state: State| matches!(state, State::Missing | State::Overdue | State::NotDue);
        let places = self.places.iter_mut().filter(|place| lacking(place.state) && is_one(&place.slot));
        places.for_each(|place| place.state = State::NotExpected);
    }

    /// The reports of which a version was set aside.
    fn versions(&mut self, corpus: &'a Corpus, series: &[Series<'a>], form: &Form, filter: &Filter) {
        let mut known: BTreeMap<(SourceId, usize), Duplicate<'a>> = BTreeMap::new();
        for aside in corpus.aside().iter().filter(|report| filter.takes(report, form)) {
            let Some((of, then)) = aside.district().map(fold_name).zip(aside.term()) else { continue };
            let own = series.iter().filter(|one| fold_name(one.district) == of).flat_map(|one| &one.reports);
            let kept = own.filter(|(term, report)| term.same_slot(&then) && are_versions(report, aside));
            let kept = kept.map(|(_, report)| *report).min_by_key(|report| (report.source, report.number));
            let Some(kept) = kept else { continue };
            let (Some(term), Some(name)) = (kept.term(), district(kept)) else { continue };
            let slot = Slot { district: Name::Stated(name), term };
            let duplicate = || Duplicate { slot, sources: vec![kept.source], counted: Some(kept.source) };
            known.entry((kept.source, kept.number)).or_insert_with(duplicate).sources.push(aside.source);
        }
        self.duplicates.extend(known.into_values());
    }

    /// A report that was not expected.
    fn place_unexpected(&mut self, district: Name<'a>, term: Term, report: &'a Report) {
        let slot = Slot { district, term: season(term) };
        self.places.push(Place { slot, state: State::NotExpected, due: None, reports: vec![report] });
    }
}

/// Those reports of one season that share their place in it with another of them.
fn duplicate<'a>(district: Name<'a>, reports: &[(Term, &'a Report)]) -> Option<Duplicate<'a>> {
    let alike =
        |at: usize, term: &Term| reports.iter().enumerate().any(|(i, (other, _))| i != at && other.same_slot(term));
    let mut double =
        reports.iter().enumerate().filter(|(at, (term, _))| alike(*at, term)).map(|(_, pair)| pair).peekable();
    let term = double.peek()?.0;
    Some(Duplicate {
        slot: Slot { district, term },
        sources: double.map(|(_, report)| report.source).collect(),
        counted: None,
    })
}
