//! Names and labels of fields, sections and the priority; and that no two of them are called alike.

use super::check::{Faults, backed};
use super::entry::{get, keys, texts, words};
use super::sections::{MOST, Own};
use crate::form::{Field, FieldLabels, Form, fold};
use crate::outline::Entry;
use crate::rule::quoted;
use crate::source::{Span, Text};
use std::collections::HashMap;

/// The word for the priority itself among the keys of fields and sections.
const PRIORITY: &str = "priority";

/// The most labels of all parts together.
const MOST_IN_ALL: usize = 1000;

/// The form of these sections, with the labels and names that the file adds.
pub fn form(document: &Entry, own: Vec<Own>, faults: &mut Faults<'_>) -> Form {
    let built_in = Form::built_in();
    let (mut fields, mut priority) = (built_in.fields, built_in.priority);
    let (mut sections, mut stated) = (Vec::new(), Vec::new());
    for Own { section, stated: words } in own {
        sections.push(section);
        stated.extend(words);
    }
    for (key, value) in get(document, "names").into_iter().flat_map(keys) {
        let (folded, Some(name)) = (fold(key.words()), words(value)) else { continue };
        if folded == PRIORITY {
            priority.insert(0, name.words().to_owned());
        } else if let Some(row) = fields.iter_mut().find(|row| fold(&row.key) == folded) {
            let old = std::mem::replace(&mut row.name, name.words().to_owned());
            row.labels.push(old);
        } else {
            unknown(key, &fields, &[], "in `names`", faults);
            continue;
        }
        stated.push((name.words().to_owned(), name.span()));
    }
    let section_keys: Vec<String> = sections.iter().map(|section| section.key.clone()).collect();
    for (key, value) in get(document, "labels").into_iter().flat_map(keys) {
        let folded = fold(key.words());
        let labels = if folded == PRIORITY {
            &mut priority
        } else if let Some(section) = sections.iter_mut().find(|section| fold(&section.key) == folded) {
            &mut section.labels
        } else if let Some(row) = fields.iter_mut().find(|row| fold(&row.key) == folded) {
            &mut row.labels
        } else {
            unknown(key, &fields, &section_keys, "in `labels`", faults);
            continue;
        };
        let before = labels.len();
        labels.extend(texts(value).map(|text| text.words().to_owned()));
        if labels.len() > MOST {
            let message =
                format!("{} has {} labels, and a part of the form has at most {MOST}", backed(key), labels.len());
            faults.unclear(key.span(), message).advise("keep those that stand in reports");
            labels.truncate(MOST);
        }
        let more = labels.len().saturating_sub(before);
        stated.extend(texts(value).take(more).map(|text| (text.words().to_owned(), text.span())));
    }
    let all = sections.iter().map(|section| section.labels.len()).chain(fields.iter().map(|row| row.labels.len()));
    let count = all.sum::<usize>() + priority.len();
    if count > MOST_IN_ALL {
        let message = format!("the form has {count} labels, and termwise takes at most {MOST_IN_ALL}");
        let at = get(document, "labels").or_else(|| get(document, "sections")).unwrap_or(document);
        faults.unclear(super::place(at), message).advise("keep those that stand in reports");
    }
    let form = Form::new(sections, fields, priority);
    contradictions(&form, &stated, faults);
    form
}

fn unknown(key: &Text, fields: &[FieldLabels], sections: &[String], whose: &str, faults: &mut Faults<'_>) {
    let fields = fields.iter().map(|row| row.key.as_str());
    let known: Vec<&str> = fields.chain(sections.iter().map(String::as_str)).chain([PRIORITY]).collect();
    faults.unknown(key, &known, whose);
}

/// Labels that two parts of the form go by. The words of the file are at fault, those of the built-in form stay.
fn contradictions(form: &Form, stated: &[(String, Span)], faults: &mut Faults<'_>) {
    let mut places: HashMap<String, Vec<(&str, Span)>> = HashMap::new();
    for (words, span) in stated {
        places.entry(fold(words)).or_default().push((words, *span));
    }
    let mut owners: HashMap<String, (usize, String)> = HashMap::new();
    for (number, (owner, words)) in claims(form).enumerate() {
        for word in words {
            let folded = fold(word);
            let (first, name) = owners.entry(folded.clone()).or_insert_with(|| (number, owner.clone())).clone();
            if first == number || folded.is_empty() {
                continue;
            }
            // Said once, however often the words stand there.
            let Some(spans) = places.remove(&folded) else { continue };
            let Some((word, span)) = spans.last() else { continue };
            let message = format!("{} would stand for {name} and for {owner}", quoted(word));
            let found = faults.unclear(*span, message);
            found.advise("let each word stand for one part of the form: write another here, or take it out");
            if let [(_, other), _, ..] = spans.as_slice() {
                found.also(*other, "the first");
            }
        }
    }
}

/// Every part of the form, by its key, with all words that it goes by.
fn claims(form: &Form) -> impl Iterator<Item = (String, Vec<&String>)> {
    let sections = form.sections.iter().map(|section| {
        let words = [&section.key, &section.heading].into_iter().chain(&section.labels).chain(&section.prefixes);
        (format!("the section `{}`", section.key), words.collect())
    });
    // The title of a priority has no label of its own.
    let fields = form.fields.iter().filter(|row| row.field != Field::Title);
    let fields = fields.map(|row| {
        let words = [&row.key, &row.name].into_iter().chain(&row.labels);
        (format!("the field `{}`", row.key), words.collect())
    });
    sections.chain(fields).chain([("the priority".to_owned(), form.priority.iter().collect())])
}
