//! Writes reports in canonical form: as Markdown, or as YAML under the form's keys.
//!
//! Nothing that was read is lost, and what is written reads back as the same report. Where a report
//! states a second, different district or term, that is written too: in Markdown as a `Label: value`
//! line under the top heading, in YAML under another label of the field, so that the contradiction is
//! still there to be found.

use super::{Passage, Priority, Report};
use crate::form::{Field, Form, Section, fold, fold_name};
use crate::source::Text;
use crate::term::{self, Clash, ClashKind, Scheme, Shown, Term};

mod block;
mod markdown;
mod quote;
mod yaml;
pub use quote::line as scalar;

/// A report as Markdown: front matter, a top heading, the priorities and their sections.
#[must_use]
pub fn markdown(report: &Report, form: &Form) -> String {
    markdown::write(report, form)
}

/// Reports as YAML, several as a stream of documents.
#[must_use]
pub fn yaml(reports: &[Report], form: &Form) -> String {
    let documents: Vec<String> = reports.iter().map(|report| yaml::write(report, form)).collect();
    documents.join("---\n")
}

/// A field of the report as the block at the top holds it, its values in these very words: `district: Northmoor`.
#[must_use]
pub fn key_line(form: &Form, field: Field, values: &[&str]) -> Option<String> {
    let key = quote::line(&form.field(field)?.key, false);
    let lines = match values {
        [only] => vec![format!("{key}: {}", quote::line(only, false))],
        several => list(several, &key),
    };
    Some(lines.join("\n") + "\n")
}

/// How the term is written.
enum TermWords {
    /// Understood, without a month: `Spring 2 2023/24`.
    Clear(Term),
    /// Understood, with a month, which only the map form keeps.
    Monthly(Term),
    /// Understood since the authority numbers its terms: its own words, `Term 6 2024/25`.
    Numbered(Term, String),
    /// Not understood as one term: its own words.
    Own(String),
}

/// The term, filled up from later statements that agree with it, and the later ones that do not.
fn terms(report: &Report, scheme: Scheme) -> (Option<TermWords>, Vec<&Text>) {
    let Some((first, later)) = report.terms.split_first() else { return (None, Vec::new()) };
    let reading = &first.stated.value;
    let own = fold(first.stated.text.words());
    let (mut parts, mut apart) = (reading.parts, Vec::new());
    for other in later {
        let (value, text) = (&other.stated.value, &other.stated.text);
        let unclear = value.unclear.is_some() || !value.clashes.is_empty();
        if term::differ(&parts, &value.parts).is_some() || unclear {
            apart.push(text);
        } else {
            parts = parts.or(value.parts);
        }
    }
    let clear = reading.unclear.is_none_or(|u| matches!(u, term::Unclear::NoYear | term::Unclear::NoSeason));
    // A month at odds with the rest stays at odds in the map form.
    let month_alone =
        |c: &Clash| matches!(c.kind, ClashKind::SeasonMonth | ClashKind::HalfMonth | ClashKind::YearMonth);
    let kept = clear && !reading.rest && reading.clashes.iter().all(month_alone);
    let own_words = || line(first.stated.text.markup());
    let stated = match parts.term() {
        // Written by its season a numbered term would be another without the authority's own way of counting.
        Ok(term) if kept && is_numbered(first.stated.text.words(), term, scheme) => {
            TermWords::Numbered(term, own_words())
        }
        Ok(term) if kept && term.month.is_some() => TermWords::Monthly(by_season(term)),
        Ok(term) if kept && reading.clashes.is_empty() => TermWords::Clear(by_season(term)),
        _ => TermWords::Own(own_words()),
    };
    if let TermWords::Own(_) = stated {
        // What later statements fill in, the words of the first do not say.
        apart = later.iter().map(|other| &other.stated.text).collect();
    }
    apart.retain(|text| fold(text.words()) != own);
    (Some(stated), apart)
}

fn by_season(term: Term) -> Term {
    Term { shown: Shown::BySeason, ..term }
}

/// Whether words are a whole term where the authority numbers its terms, and none elsewhere.
fn is_numbered(words: &str, term: Term, scheme: Scheme) -> bool {
    let says = |scheme: Scheme| {
        let reading = term::read(words, scheme);
        !reading.rest && reading.clashes.is_empty() && reading.term() == Ok(term)
    };
    scheme == Scheme::SixTerms && says(scheme) && !says(Scheme::ThreeTerms)
}

/// The district, or what stands for it and is no name, and later ones that differ.
fn districts(report: &Report) -> (Option<&Text>, Vec<&Text>) {
    let named = report.districts.iter().map(|d| (d.stated.value.as_str(), &d.stated.text));
    let mut all = named.chain(report.nameless(Field::District).map(|text| (text.words(), text)));
    let Some((first, text)) = all.next() else { return (None, Vec::new()) };
    let name = fold_name(first);
    (Some(text), all.filter(|(other, _)| fold_name(other) != name).map(|(_, text)| text).collect())
}

/// The lines of the header as YAML writes them, in front matter or in a report: a key a line.
fn header(report: &Report, form: &Form) -> Vec<String> {
    let mut lines = Vec::new();
    let key = |field: Field| form.field(field).map(|row| quote::line(&row.key, false));
    if let (Some(key), Some(district)) = (key(Field::District), districts(report).0) {
        lines.push(format!("{key}: {}", quote::line(district.markup(), false)));
    }
    let names = report.officers.iter().map(|officer| &officer.text).chain(report.nameless(Field::Officers));
    let names: Vec<&str> = names.map(Text::markup).collect();
    if let (Some(key), false) = (key(Field::Officers), names.is_empty()) {
        lines.extend(list(&names, &key));
    }
    if let (Some(key), Some(stated)) = (key(Field::Term), terms(report, form.scheme).0) {
        lines.push(format!("{key}: {}", term_value(&stated)));
    }
    if let (Some(key), Some(submitted)) = (key(Field::Submitted), &report.submitted) {
        lines.push(format!("{key}: {}", quote::line(submitted.text.markup(), false)));
    }
    lines
}

/// Names under a key: on one line where they are short and plain, else one a line.
fn list(names: &[&str], key: &str) -> Vec<String> {
    let row = names.iter().map(|name| quote::line(name, true)).collect::<Vec<_>>().join(", ");
    if row.len() <= 90 && !row.contains(['"', '\'']) {
        return vec![format!("{key}: [{row}]")];
    }
    let each = names.iter().map(|name| format!("  - {}", quote::line(name, false)));
    std::iter::once(format!("{key}:")).chain(each).collect()
}

fn term_value(stated: &TermWords) -> String {
    match stated {
        TermWords::Clear(term) => quote::line(&term.to_string(), false),
        TermWords::Own(words) | TermWords::Numbered(_, words) => quote::line(words, false),
        TermWords::Monthly(term) => {
            let number = |name: &str, value: Option<u8>| value.map_or(String::new(), |v| format!(", {name}: {v}"));
            let (half, month) = (number("half", term.half), number("month", term.month));
            format!("{{academic_year: {}, season: {}{half}{month}}}", term.year, term.season.key())
        }
    }
}

/// A priority's fields that are a line each, in canonical order.
fn fields(priority: &Priority) -> Vec<(Field, Vec<&str>)> {
    let status = priority.status().map(|s| s.value.map_or(s.text.markup(), |known| known.key()));
    let rows = [
        (Field::Id, priority.id().into_iter().map(|id| id.text.markup()).collect()),
        (Field::Status, status.into_iter().collect()),
        (Field::Theme, priority.themes().iter().map(|t| t.text.markup()).collect()),
        (Field::Continues, priority.continues().iter().map(|c| c.text.markup()).collect()),
        (Field::Receiver, priority.receiver().into_iter().map(Text::markup).collect::<Vec<_>>()),
    ];
    rows.into_iter().filter(|(_, values)| !values.is_empty()).collect()
}

/// The passages in the order of the form's sections; those of one section stay in their own order.
fn passages<'a>(priority: &'a Priority, form: &'a Form) -> Vec<(&'a Passage, &'a Section)> {
    let known = priority.passages.iter().filter_map(|p| Some((p, form.section(p.section)?)));
    let mut passages: Vec<_> = known.collect();
    passages.sort_by_key(|(passage, _)| passage.section);
    passages
}

/// Whether a passage's own label says more than the section's: `Progress made since January`.
fn has_own_label(passage: &Passage, section: &Section) -> bool {
    let label = fold(passage.label.words());
    let opens = section.prefixes.iter().any(|prefix| label.starts_with(&fold(prefix)));
    let mut known = section.labels.iter().chain([&section.heading, &section.key]);
    opens && !known.any(|known| fold(known) == label)
}

/// Words on one line, with single spaces.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a markup.
fn paragraphs(markup: &str) -> impl Iterator<Item = &str> {
    markup.split("\n\n").map(str::trim).filter(|p| !p.is_empty())
}

#[cfg(test)]
mod tests;
