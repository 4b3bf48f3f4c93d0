//! Which themes the priorities belong to, and how that is known: what the officer states goes before everything, then a
//! word in the title, then words in the outcomes. Nothing is guessed beyond that: what has no theme is listed so.

use super::{Sieve, district};
use crate::corpus::{Corpus, threads};
use crate::form::{Form, Role, fold, fold_name};
use crate::report::{Passage, Priority, Report, Stated, Statement};
use crate::source::{Sources, Text};
use crate::term::Term;
use std::collections::{BTreeMap, BTreeSet};

mod built_in;
mod words;
use words::Phrase;

/// The themes that are known: the authority's own, and those built in that it does not name itself.
#[derive(Clone, Debug)]
pub struct Themes {
    names: Vec<String>,
    /// Every name of a theme, folded.
    by_name: BTreeMap<String, usize>,
    phrases: Vec<Phrase>,
}

/// A theme that a priority belongs to.
#[derive(Clone, Debug)]
pub struct Assigned<'a> {
    /// The theme's name: the authority's or the built-in one, where it is known, else as the report states it.
    pub theme: Named<'a>,
    /// How that is known.
    pub how: How<'a>,
}

/// The name of a theme, and whose words it is in.
#[derive(Clone, Debug)]
pub enum Named<'a> {
    /// That of a known theme.
    Known(String),
    /// As the report states it.
    Stated(&'a Stated<String>),
}

/// How a theme is known.
#[derive(Clone, Debug)]
pub enum How<'a> {
    /// The report states it.
    Stated,
    /// By this word in the title.
    Title(String),
    /// By this word in an outcome, the first of several.
    Outcome(String, &'a Statement),
}

impl Named<'_> {
    /// The name as it may be shown.
    #[must_use]
    pub fn shown(&self, sources: &Sources) -> String {
        match self {
            Named::Known(name) => name.clone(),
            Named::Stated(stated) => super::shown(stated, sources),
        }
    }

    /// The name as names are compared.
    pub(super) fn key(&self) -> String {
        match self {
            Named::Known(name) => fold(name),
            Named::Stated(stated) => fold(&stated.value),
        }
    }
}

/// The most themes that words give a priority; one may state more.
const MOST: usize = 3;

impl Themes {
    /// The themes that are known under a form.
    #[must_use]
    pub fn of(form: &Form) -> Themes {
        let mut themes = Themes { names: Vec::new(), by_name: BTreeMap::new(), phrases: Vec::new() };
        let mut own: Vec<(usize, Vec<(&str, bool)>)> = Vec::new();
        for theme in &form.themes {
            let at = themes.named(&theme.name);
            own.push((
                at,
                std::iter::once((theme.name.as_str(), true))
                    .chain(theme.keywords.iter().map(|word| (word.as_str(), false)))
                    .collect(),
            ));
        }
        // A word that tells of a theme may be stated for it.
        for (at, keywords) in &own {
            for (word, _) in keywords {
                themes.by_name.entry(fold(word)).or_insert(*at);
            }
        }
        let own_count = themes.names.len();
        let mut given: Vec<(usize, &str, bool)> =
            own.iter().flat_map(|(at, words)| words.iter().map(move |(word, title)| (*at, *word, *title))).collect();
        for row in built_in::ROWS {
            let names = || std::iter::once(&row.name).chain(row.aliases);
            // What the authority calls otherwise is its own theme, and its words count for that.
            let own = names().find_map(|name| themes.by_name.get(&fold(name)).copied());
            let at = own.unwrap_or_else(|| themes.named(row.name));
            names().for_each(|name| _ = themes.by_name.entry(fold(name)).or_insert(at));
            given.extend(row.words.iter().map(|word| (at, *word, false)));
            given.extend(row.in_title.iter().map(|word| (at, *word, true)));
        }
        let phrase = |written: &str, theme, in_title| Phrase {
            words: words::words(written),
            written: written.to_owned(),
            theme,
            in_title,
        };
        themes.phrases = given.iter().map(|(at, word, in_title)| phrase(word, Some(*at), *in_title)).collect();
        themes.phrases.extend(built_in::NONE.iter().map(|word| phrase(word, None, false)));
        let is_own = |phrase: &Phrase| phrase.theme.is_some_and(|at| at < own_count);
        themes.phrases.sort_by_key(|phrase| (std::cmp::Reverse(phrase.words.len()), !is_own(phrase)));
        themes
    }

    /// The number of a theme of this name, which is then known.
    fn named(&mut self, name: &str) -> usize {
        if let Some(at) = self.by_name.get(&fold(name)) {
            return *at;
        }
        self.by_name.insert(fold(name), self.names.len());
        self.names.push(name.to_owned());
        self.names.len() - 1
    }

    /// The names of all of them, the authority's first.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The theme of this name or alias.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.by_name.get(&fold(name)).and_then(|at| self.names.get(*at)).map(String::as_str)
    }

    /// The themes that words of a title tell of, with the word for each.
    #[must_use]
    pub fn of_title(&self, title: &str) -> Vec<(&str, &str)> {
        let found = words::found(title, true, &self.phrases).into_iter().take(MOST);
        found.filter_map(|phrase| Some((self.names.get(phrase.theme?)?.as_str(), phrase.written.as_str()))).collect()
    }

    /// The themes of a priority, and how they are known; none where nothing tells.
    #[must_use]
    pub fn of_priority<'a>(&self, priority: &'a Priority, form: &Form) -> Vec<Assigned<'a>> {
        let stated: Vec<Assigned<'a>> = priority
            .themes()
            .iter()
            .map(|stated| Assigned {
                theme: self.find(&stated.value).map_or(Named::Stated(stated), |name| Named::Known(name.to_owned())),
                how: How::Stated,
            })
            .collect();
        if !stated.is_empty() {
            return once(stated);
        }
        let known = |name: &str, how| Assigned { theme: Named::Known(name.to_owned()), how };
        let titled = self.of_title(priority.name());
        if !titled.is_empty() {
            return titled.into_iter().map(|(name, word)| known(name, How::Title(word.to_owned()))).collect();
        }
        let mut counts: BTreeMap<usize, (usize, &str, &'a Statement)> = BTreeMap::new();
        let is_meant = |passage: &&'a Passage| form.section(passage.section).is_some_and(|s| s.role == Role::Outcomes);
        for outcome in priority.passages.iter().filter(is_meant).flat_map(|passage| &passage.statements) {
            for phrase in words::found(outcome.text.words(), false, &self.phrases) {
                if let Some(theme) = phrase.theme {
                    counts.entry(theme).or_insert((0, &phrase.written, outcome)).0 += 1;
                }
            }
        }
        // One outcome that mentions a theme beside others of other themes says too little.
        let most = counts.values().map(|(count, ..)| *count).max().unwrap_or(0);
        let alone = counts.len() == 1;
        let told = counts.iter().filter(|(_, (count, ..))| *count == most && (most > 1 || alone));
        let told = told.filter_map(|(at, (_, word, outcome))| {
            Some(known(self.names.get(*at)?, How::Outcome((*word).to_owned(), outcome)))
        });
        let told: Vec<Assigned<'a>> = told.collect();
        if told.len() > 2 { Vec::new() } else { told }
    }
}

/// Each theme once.
fn once(assigned: Vec<Assigned<'_>>) -> Vec<Assigned<'_>> {
    let mut seen = BTreeSet::new();
    assigned.into_iter().filter(|one| seen.insert(one.theme.key())).collect()
}

/// A priority of a district, and one of the themes it belongs to.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The theme, and how it is known; `None` for a priority that has none.
    pub assigned: Option<Assigned<'a>>,
    /// In how many districts the theme is found.
    pub districts: usize,
    /// The district, as its latest report states it.
    pub district: &'a Stated<String>,
    /// The priority in the latest report that tells of its themes.
    pub priority: &'a Priority,
    /// Its latest title, if one could be told.
    pub title: Option<&'a Text>,
    /// That report.
    pub report: &'a Report,
    /// The first term it is reported in.
    pub first: Term,
    /// The latest term it is reported in.
    pub latest: Term,
    /// How many reports it stands in.
    pub reports: usize,
}

/// The priorities by theme, those of most districts first, and last those without one.
pub(super) fn rows<'a>(corpus: &'a Corpus, sieve: &Sieve<'_>) -> Vec<Row<'a>> {
    let Sieve { filter, form, .. } = *sieve;
    let themes = Themes::of(form);
    let mut rows: Vec<Row<'a>> = Vec::new();
    for series in corpus.series().into_iter().filter(|series| filter.takes_district(Some(series.district), form)) {
        let Some(named) = series.reports.last().and_then(|(_, report)| district(report)) else { continue };
        for thread in threads(&series, form) {
            let kept = thread.priorities.iter().filter(|(term, ..)| filter.takes_term(Some(*term)));
            let kept: Vec<&(Term, &'a Report, &'a Priority)> = kept.collect();
            let (Some((first, ..)), Some((latest, newest, last))) = (kept.first(), kept.last()) else { continue };
            if !sieve.takes(last) {
                continue;
            }
            let told =
                kept.iter().rev().map(|(_, report, priority)| (*report, *priority, themes.of_priority(priority, form)));
            let stated = |assigned: &[Assigned<'_>]| assigned.iter().any(|one| matches!(one.how, How::Stated));
            // What any of its reports states goes before what words of a later one tell.
            let mut told: Vec<_> = told.filter(|(.., assigned)| !assigned.is_empty()).collect();
            told.sort_by_key(|(.., assigned)| !stated(assigned));
            let (report, priority, assigned) = told.into_iter().next().unwrap_or((*newest, *last, Vec::new()));
            let title = kept.iter().rev().find_map(|(.., priority)| priority.title.as_ref());
            let row = |assigned| Row {
                assigned,
                districts: 0,
                district: named,
                priority,
                title,
                report,
                first: *first,
                latest: *latest,
                reports: kept.len(),
            };
            match assigned.is_empty() {
                true => rows.push(row(None)),
                false => rows.extend(
                    assigned.into_iter().filter(|one| sieve.takes_theme(&one.theme.key())).map(|one| row(Some(one))),
                ),
            }
        }
    }
    spread(&mut rows);
    rows
}

/// Counts the districts of each theme, and puts the themes of most districts first.
fn spread(rows: &mut [Row<'_>]) {
    let mut districts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let key = |row: &Row<'_>| row.assigned.as_ref().map(|assigned| assigned.theme.key());
    for row in rows.iter() {
        if let Some(theme) = key(row) {
            districts.entry(theme).or_default().insert(fold_name(&row.district.value));
        }
    }
    for row in rows.iter_mut() {
        row.districts = key(row).and_then(|theme| districts.get(&theme)).map_or(0, BTreeSet::len);
    }
    group(rows);
}

/// Puts the rows of each theme together, those of most districts first, those without a theme last.
pub(super) fn group(rows: &mut [Row<'_>]) {
    rows.sort_by_cached_key(|row| {
        let theme = row.assigned.as_ref().map(|assigned| assigned.theme.key());
        (theme.is_none(), std::cmp::Reverse(row.districts), theme)
    });
}

/// A theme over all districts.
#[derive(Clone, Debug)]
pub struct Spread<'r, 'a> {
    /// The theme.
    pub theme: &'r Named<'a>,
    /// The districts that have it, each once.
    pub districts: Vec<&'a Stated<String>>,
    /// How many priorities belong to it.
    pub priorities: usize,
}

/// The themes of rows that stand in order, each with its districts.
#[must_use]
pub fn themes<'r, 'a>(rows: &'r [Row<'a>]) -> Vec<Spread<'r, 'a>> {
    let key = |row: &Row<'_>| row.assigned.as_ref().map(|assigned| assigned.theme.key());
    let same = |a: &Row<'_>, b: &Row<'_>| key(a) == key(b);
    let of = |rows: &'r [Row<'a>]| {
        let theme = &rows.first()?.assigned.as_ref()?.theme;
        let mut districts: Vec<&'a Stated<String>> = rows.iter().map(|row| row.district).collect();
        let mut seen = BTreeSet::new();
        districts.retain(|name| seen.insert(fold_name(&name.value)));
        Some(Spread { theme, districts, priorities: rows.len() })
    };
    rows.chunk_by(same).filter_map(of).collect()
}
