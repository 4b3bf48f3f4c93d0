//! Which themes the priorities belong to, and how that is known: what the officer states goes before everything, then a
//! word in the title, then words in the outcomes. Nothing is guessed beyond that: what has no theme is listed so.

use crate::form::{Form, Role, fold};
use crate::report::{Passage, Priority, Stated, Statement};
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

mod built_in;
mod rows;
mod words;
pub use rows::{Row, Spread, themes};
pub(super) use rows::{group, rows, told};
use words::{Phrase, Phrases};

/// The themes that are known: the authority's own, and those built in that it does not name itself.
#[derive(Clone, Debug)]
pub struct Themes {
    names: Vec<String>,
    /// Every name of a theme, folded.
    by_name: BTreeMap<String, usize>,
    phrases: Phrases,
    /// How many of the themes are the authority's own, the first.
    own: usize,
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
    /// The report states it, in these words where the theme is called otherwise.
    Stated(Option<&'a Stated<String>>),
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
        let mut themes = Themes { names: Vec::new(), by_name: BTreeMap::new(), phrases: Phrases::default(), own: 0 };
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
        themes.own = own_count;
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
        let mut phrases: Vec<Phrase> =
            given.iter().map(|(at, word, in_title)| phrase(word, Some(*at), *in_title)).collect();
        phrases.extend(built_in::NONE.iter().map(|word| phrase(word, None, false)));
        let is_own = |phrase: &Phrase| phrase.theme.is_some_and(|at| at < own_count);
        phrases.sort_by_key(|phrase| (std::cmp::Reverse(phrase.words.len()), !is_own(phrase)));
        themes.phrases = Phrases::new(phrases);
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
        let found = self.phrases.found(title, true).into_iter().take(MOST);
        found.filter_map(|phrase| Some((self.names.get(phrase.theme?)?.as_str(), phrase.written.as_str()))).collect()
    }

    /// The themes of a priority, and how they are known; none where nothing tells.
    #[must_use]
    pub fn of_priority<'a>(&self, priority: &'a Priority, form: &Form) -> Vec<Assigned<'a>> {
        let stated: Vec<Assigned<'a>> = priority
            .themes()
            .iter()
            .map(|stated| match self.find(&stated.value) {
                None => Assigned { theme: Named::Stated(stated), how: How::Stated(None) },
                Some(name) => {
                    let other = Some(stated).filter(|stated| fold(&stated.value) != fold(name));
                    Assigned { theme: Named::Known(name.to_owned()), how: How::Stated(other) }
                }
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
            for phrase in self.phrases.found(outcome.text.words(), false) {
                if let Some(theme) = phrase.theme {
                    // A word that the authority chose tells by itself, as one of a title does.
                    let weight = if theme < self.own { 2 } else { 1 };
                    counts.entry(theme).or_insert((0, &phrase.written, outcome)).0 += weight;
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
