//! termwise.yaml: an authority's own form and settings. From text to a [`Form`] and to the [`Settings`] of the
//! rules, and what is wrong with the text, each fault with its place.
//!
//! What may stand in the file is one table (`shape.rs`): the reader checks by it, and the schema is made from it.
//! Finding the file and saying what is wrong with it is for others.

use crate::diagnostic::Diagnostic;
use crate::form::{Form, Limit, Publication, Theme};
use crate::outline::{Outline, yaml};
use crate::rule::{Rule, Settings};
use crate::source::{Origin, Source, SourceId, Span};
use check::Faults;
use entry::{get, items, keys, texts, words};

mod check;
mod districts;
mod entry;
mod excused;
mod labels;
mod patterns;
mod rules;
mod schema;
mod sections;
mod shape;
pub mod starter;
mod terms;
#[cfg(test)]
mod tests;
pub use entry::is_date;
pub use schema::schema;

/// The name of the file.
pub const NAME: &str = "termwise.yaml";

/// What an authority has set.
#[derive(Clone, Debug)]
pub struct Config {
    /// The form in force.
    pub form: Form,
    /// The levels and settings of the rules.
    pub settings: Settings,
}

impl Config {
    /// What is in force where an authority sets nothing.
    #[must_use]
    pub fn built_in() -> Config {
        Config { form: Form::built_in(), settings: Settings::default() }
    }
}

/// What reading a termwise.yaml came to.
#[derive(Debug)]
pub struct Read {
    /// What it sets, as far as it could be understood.
    pub config: Config,
    /// Its faults, in the order of their places.
    pub faults: Vec<Diagnostic>,
    /// How many more there are, which are only counted.
    pub more: usize,
    /// Why it was not read, in words, if it was not.
    pub trouble: Option<String>,
}

/// Reads a termwise.yaml that may set these rules. Total: any text gives a configuration.
#[must_use]
pub fn read(source: &Source, id: SourceId, rules: &[Rule]) -> Read {
    if matches!(source.origin, Origin::Binary(_)) {
        let trouble = Some("this is not a text file".to_owned());
        return Read { config: Config::built_in(), faults: Vec::new(), more: 0, trouble };
    }
    let Outline { mut reports, diagnostics, over_limit } = yaml::plainly(source, id);
    let mut faults = Faults::new(rules, diagnostics);
    if let Some(second) = reports.get(1) {
        let help = "take the line `---` out, so that all keys stand together";
        faults.unclear(second.span, "a second document begins here, and termwise.yaml is one").advise(help);
    }
    let config = match reports.is_empty() {
        true => Config::built_in(),
        false => configured(&reports.swap_remove(0), &mut faults),
    };
    // A part that cannot be read leaves others in the wrong place: one fault at a time is told then.
    let unreadable = faults.list.iter().any(|fault| fault.rule == "unreadable");
    faults.list.retain(|fault| !unreadable || fault.rule == "unreadable");
    faults.list.sort_by_key(|fault| (fault.span.start, fault.span.end));
    let more = if unreadable { 0 } else { faults.more };
    faults.list.iter_mut().for_each(|fault| hush(fault, source));
    Read { config, faults: faults.list, more, trouble: over_limit.map(|over| over.why) }
}

/// Masks what is private in the settings where a fault quotes it.
fn hush(fault: &mut Diagnostic, source: &Source) {
    for one in source.kept().iter().filter(|one| one.kind.is_hidden()) {
        let (words, shown) = (source.slice(one.at.start, one.at.end), source.shown(one.at.clone()));
        let told = [&mut fault.message, &mut fault.label, &mut fault.place].into_iter().chain(fault.help.as_mut());
        told.filter(|told| told.contains(words)).for_each(|told| *told = told.replace(words, &shown));
    }
}

fn configured(document: &crate::outline::Entry, faults: &mut Faults<'_>) -> Config {
    faults.check(document, &shape::Shape::Map(shape::TOP), "termwise.yaml");
    let mut form = labels::form(document, sections::sections(get(document, "sections"), faults), faults);
    form.districts = districts::districts(get(document, "districts"), faults);
    if let Some(terms) = get(document, "terms") {
        terms::terms(terms, &mut form, faults);
    }
    excused::excused(get(document, "rules"), &mut form, faults);
    form.filing = get(document, "path").and_then(|entry| patterns::filing(entry, faults));
    form.themes = get(document, "themes").map_or_else(Vec::new, |entry| {
        let theme = |(name, value): (&crate::source::Text, _)| Theme {
            name: name.words().to_owned(),
            keywords: texts(value).map(|text| text.words().to_owned()).collect(),
        };
        keys(entry).map(theme).collect()
    });
    form.glossary = get(document, "glossary").map_or_else(Vec::new, |entry| {
        let meaning = |(name, value): (&crate::source::Text, _)| {
            Some((name.words().to_owned(), words(value)?.words().to_owned()))
        };
        keys(entry).filter_map(meaning).collect()
    });
    if get(document, "publication").and_then(words).is_some_and(|text| crate::form::fold(text.words()) == "public") {
        form.publication = Publication::Public;
    }
    for limit in Limit::ALL {
        let set = get(document, "limits").and_then(|limits| get(limits, limit.name())).and_then(words);
        let value = set.and_then(|text| limit.read(text.words()));
        if let Some(value) = value.filter(|value| (limit.least()..=limit.most()).contains(value)) {
            form.limits.set(limit, value);
        }
    }
    let mut patterns = patterns::Patterns::default();
    let everywhere = rules::rows(get(document, "rules"), &mut patterns, faults);
    let overrides = get(document, "overrides").map_or_else(Vec::new, |entry| {
        items(entry).filter_map(|one| rules::over(one, &mut patterns, faults)).collect()
    });
    Config { form, settings: Settings::new(everywhere, overrides) }
}

/// Where a key or an entry of a list is pointed at: its key, else its first words.
fn place(entry: &crate::outline::Entry) -> Span {
    let own = entry.label.as_ref().or(entry.body.first());
    own.map_or_else(|| entry.entries.first().map_or(entry.span, place), crate::source::Text::span)
}
