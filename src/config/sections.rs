//! The sections of an authority's own form.

use super::check::Faults;
use super::entry::{Is, chosen, get, is, items, strings, words};
use super::shape::{REQUIRED, ROLE};
use super::{entry, place};
use crate::form::{Form, Needed, Role, Section, fold, likeness};
use crate::outline::Entry;
use crate::rule::quoted;
use crate::source::{Span, Text};

/// A section, and where its words stand in the file.
pub struct Own {
    /// The section.
    pub section: Section,
    /// Its key, heading, labels and prefixes that stand in the file, each with its place.
    pub stated: Vec<(String, Span)>,
}

/// The most sections of a form, and the most labels or prefixes of one.
pub const MOST: usize = 100;

/// The sections that are listed; the built-in ones where none are.
pub fn sections(list: Option<&Entry>, faults: &mut Faults<'_>) -> Vec<Own> {
    let built_in = Form::built_in().sections;
    let mut listed: Vec<&Entry> = list.into_iter().flat_map(items).collect();
    if let Some(surplus) = listed.get(MOST) {
        let help = "list those that every priority has; the rest belongs into them as text";
        faults.unclear(place(surplus), format!("a form has at most {MOST} sections")).advise(help);
        listed.truncate(MOST);
    }
    if listed.is_empty() {
        return built_in.into_iter().map(|section| Own { section, stated: Vec::new() }).collect();
    }
    let mut sections: Vec<Own> = Vec::new();
    for item in listed {
        let Some(own) = section(item, &built_in, faults) else { continue };
        match sections.iter().find(|first| fold(&first.section.key) == fold(&own.section.key)) {
            Some(first) => {
                let message = format!("two sections have the key `{}`", own.section.key);
                let span = first.stated.first().map(|(_, span)| *span);
                let found = faults.unclear(place(item), message);
                found.advise("give each section its own `key:`");
                if let Some(span) = span {
                    found.also(span, "the first");
                }
            }
            None => sections.push(own),
        }
    }
    sections
}

fn section(item: &Entry, built_in: &[Section], faults: &mut Faults<'_>) -> Option<Own> {
    let known = |words: &str| built_in.iter().find(|section| fold(&section.key) == fold(words)).cloned();
    if let Is::Words(text) = is(item) {
        // A bare word may be a heading of the authority's own; one that is nearly a key is that key, misspelt.
        let near = |section: &&Section| likeness(&fold(&section.key), &fold(text.words())) > 0.75;
        if let Some(meant) = built_in.iter().find(near).filter(|_| known(text.words()).is_none()) {
            let message = format!("{} is no key of the built-in form", quoted(text.words()));
            let own = format!("write `{}`; if it is a section of your own, write it as `heading:`", meant.key);
            faults.unclear(text.span(), message).mark(format!("did you mean `{}`?", meant.key)).advise(own);
            return None;
        }
        let section = known(text.words()).unwrap_or_else(|| fresh(&derived(text.words()), text.words()));
        return Some(Own { section, stated: vec![(text.words().to_owned(), text.span())] });
    }
    let given = |name: &str| get(item, name).and_then(words);
    let (key, heading) = (given("key"), given("heading"));
    let Some(first) = key.or(heading) else {
        if matches!(is(item), Is::Map) {
            let help = "write its heading, such as `heading: Impact so far`";
            faults.unclear(place(item), "this section has neither heading nor key").advise(help);
        }
        return None;
    };
    let name = key.map_or_else(|| derived(first.words()), |key| key.words().to_owned());
    let mut section = match (known(&name), heading) {
        (Some(section), _) => section,
        (None, Some(heading)) => fresh(&name, heading.words()),
        (None, None) => {
            let message = format!("this section has no heading, and {} is none of the built-in form", quoted(&name));
            let all: Vec<&str> = built_in.iter().map(|section| section.key.as_str()).collect();
            let help = format!("write its `heading:`; the keys of the built-in form are {}", all.join(", "));
            faults.unclear(first.span(), message).advise(help);
            return None;
        }
    };
    if !is_key(&section.key) {
        let message = format!("{} cannot be a key", quoted(&section.key));
        let help = "write `key:` with small letters, figures and `_`, a letter first: `where_we_are`";
        faults.unclear(first.span(), message).advise(help);
        return None;
    }
    change(&mut section, item, heading);
    for words in [&mut section.labels, &mut section.prefixes, &mut section.prompts] {
        if words.len() > MOST {
            let help = "keep those that stand in reports";
            faults
                .unclear(place(item), format!("one section has at most {MOST} labels, prefixes or prompts"))
                .advise(help);
            words.truncate(MOST);
        }
    }
    let texts = |name: &'static str| get(item, name).into_iter().flat_map(entry::texts);
    let stated = key.into_iter().chain(heading).chain(texts("labels")).chain(texts("prefixes"));
    let stated = stated.map(|text| (text.words().to_owned(), text.span())).collect();
    Some(Own { section, stated })
}

/// What the file states of a section, over what it was.
fn change(section: &mut Section, item: &Entry, heading: Option<&Text>) {
    let given = |name: &str| get(item, name).and_then(words).map(|text| text.words().to_owned());
    let old = section.heading.clone();
    if let Some(heading) = heading {
        heading.words().clone_into(&mut section.heading);
        heading.words().clone_into(&mut section.name);
    }
    section.name = given("name").unwrap_or_else(|| section.name.clone());
    match get(item, "labels") {
        Some(labels) => section.labels = strings(labels),
        // Reports in the old wording are still understood.
        None if fold(&old) != fold(&section.heading) => section.labels.push(old),
        None => {}
    }
    if let Some(prefixes) = get(item, "prefixes") {
        section.prefixes = strings(prefixes);
    }
    if let Some(prompts) = get(item, "prompts") {
        section.prompts = strings(prompts);
    }
    section.role = match chosen(item, "role", ROLE) {
        Some("outcomes") => Role::Outcomes,
        Some("activity") => Role::Activity,
        Some("planned") => Role::Planned,
        Some("impact") => Role::Impact,
        Some("exit") => Role::Exit,
        Some(_) => Role::Other,
        None => section.role,
    };
    section.needed = match chosen(item, "required", REQUIRED) {
        Some("always") => Needed::Always,
        Some("while-open") => Needed::WhileOpen,
        Some(_) => Needed::Never,
        None if section.role == Role::Planned => Needed::WhileOpen,
        None => section.needed,
    };
}

fn fresh(key: &str, heading: &str) -> Section {
    Section {
        key: key.to_owned(),
        heading: heading.to_owned(),
        name: heading.to_owned(),
        labels: Vec::new(),
        prefixes: Vec::new(),
        prompts: Vec::new(),
        role: Role::Other,
        needed: Needed::Always,
    }
}

/// The key of a section by its heading: `where_are_we_now`.
fn derived(heading: &str) -> String {
    let words = heading.to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("_")
}

fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.len() <= 60
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
