//! Which reports and priorities a rollup is of, by its options; a name that there is none of is refused with the one that
//! may be meant.

use super::super::{ordered, wanted};
use crate::cli::Rollup;
use crate::form::{Form, Status, fold, fold_name, likeness};
use crate::load::Loaded;
use crate::report::Report;
use crate::rollup::Filter;
use crate::rollup::themes::Themes;
use crate::rule::listed;
use crate::term::{Parts, Term};
use anyhow::bail;

/// The terms that are asked for, and the day that reports are asked for on.
///
/// # Errors
/// Words that are no term, terms in the wrong order.
pub(super) fn filter(options: &Rollup, form: &Form) -> anyhow::Result<Filter> {
    let terms = options.term.iter().map(|term| wanted(term, form.scheme)).collect::<anyhow::Result<Vec<_>>>()?;
    let bound = |term: &Option<String>| term.as_deref().map(|term| limit(term, form)).transpose();
    let (from, to) = (bound(&options.from)?, bound(&options.to)?);
    if let (Some(from), Some(to)) = (options.from.as_deref().zip(from.as_ref()), options.to.as_deref().zip(to.as_ref()))
    {
        ordered(from, to)?;
    }
    let statuses = options.status.iter().map(|words| status(words)).collect::<anyhow::Result<Vec<_>>>()?;
    let (districts, areas, themes) = (options.district.clone(), options.area.clone(), options.theme.clone());
    Ok(Filter { districts, terms, from, to, areas, themes, statuses })
}

/// That there is what the names stand for.
///
/// # Errors
/// A district, area or theme that there is none of.
pub(super) fn known(options: &Rollup, filter: &Filter, loaded: &Loaded, form: &Form) -> anyhow::Result<()> {
    let told = || form.districts.list().iter();
    if !options.district.is_empty() {
        districts(options, loaded, form)?;
    }
    let mut areas: Vec<&str> = told().filter_map(|one| one.area.as_deref()).collect();
    areas.sort_unstable();
    areas.dedup();
    for name in &options.area {
        if areas.is_empty() {
            bail!("no district has an area: give it one in termwise.yaml, such as `area: {name}` under its name");
        }
        if !areas.iter().any(|known| fold_name(known) == fold_name(name)) {
            bail!("no district lies in an area {name}{}", meant(name, &areas));
        }
    }
    if !options.theme.is_empty() {
        themes(options, loaded, form)?;
    }
    halves(options, filter, loaded, form)?;
    statuses(filter, loaded)
}

/// That there are reports of the districts that are asked for, or termwise.yaml names them.
fn districts(options: &Rollup, loaded: &Loaded, form: &Form) -> anyhow::Result<()> {
    let reports = super::districts(loaded);
    let mut districts: Vec<&str> = reports.iter().map(String::as_str).collect();
    let told = form.districts.list().iter();
    districts.extend(told.flat_map(|one| std::iter::once(&one.name).chain(&one.aliases)).map(String::as_str));
    districts.sort_unstable();
    districts.dedup();
    for name in &options.district {
        let is_known = districts.iter().any(|known| fold_name(known) == fold_name(&form.district(name)));
        if !is_known {
            if name.trim().is_empty() {
                bail!("--district wants the name of a district after it{}", meant("", &districts));
            }
            bail!("there is no report of {name}{}", meant(name, &districts));
        }
    }
    Ok(())
}

/// That there are reports of the half of a term that is asked for, where there are some of its season: else a page without
/// any would look as if they were missing.
fn halves(options: &Rollup, filter: &Filter, loaded: &Loaded, form: &Form) -> anyhow::Result<()> {
    for (words, asked) in options.term.iter().zip(&filter.terms).filter(|(_, asked)| asked.half.is_some()) {
        let mut there: Vec<Term> = loaded.corpus.reports().iter().filter_map(Report::term).collect();
        // Where half terms are expected, one that nobody reported for is missing.
        if form.expected.iter().any(|term| term.matches(asked)) {
            continue;
        }
        let season = Parts { half: None, month: None, ..*asked };
        there.retain(|term| term.matches(&season));
        if there.is_empty() || there.iter().any(|term| term.matches(asked)) {
            continue;
        }
        let mut names: Vec<String> = there.iter().map(Term::to_string).collect();
        names.sort_unstable();
        names.dedup();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        bail!("no report is for {words}; there are reports for {}", listed(&names, "and"));
    }
    Ok(())
}

/// That there are priorities of these themes.
fn themes(options: &Rollup, loaded: &Loaded, form: &Form) -> anyhow::Result<()> {
    let known = Themes::of(form);
    let priorities = loaded.corpus.reports().iter().flat_map(|report| &report.priorities);
    let assigned = priorities.flat_map(|priority| known.of_priority(priority, form));
    let mut there: Vec<String> = assigned.map(|one| one.theme.shown(&loaded.sources)).collect();
    there.sort_by_key(|name| fold(name));
    there.dedup_by(|a, b| fold(a) == fold(b));
    let names: Vec<&str> = there.iter().map(String::as_str).collect();
    for name in &options.theme {
        let theme = known.find(name);
        if there.iter().any(|there| fold(there) == fold(theme.unwrap_or(name))) {
            continue;
        }
        match theme {
            Some(_) if names.is_empty() => bail!("no priority is of the theme {name}, and none has a theme"),
            Some(_) => bail!("no priority is of the theme {name}; there are {}", listed(&names, "and")),
            None => {
                let all = names.iter().copied().chain(known.names().iter().map(String::as_str));
                let near = nearest(name, &all.collect::<Vec<_>>());
                bail!("there is no theme {name}{}", near.unwrap_or_else(|| meant(name, &names)));
            }
        }
    }
    Ok(())
}

/// That priorities state these statuses.
fn statuses(filter: &Filter, loaded: &Loaded) -> anyhow::Result<()> {
    let priorities = || loaded.corpus.reports().iter().flat_map(|report| &report.priorities);
    let stated: Vec<Status> = priorities().filter_map(|priority| priority.known_status()).collect();
    let there: Vec<&str> = Status::ALL.into_iter().filter(|status| stated.contains(status)).map(Status::key).collect();
    match filter.statuses.iter().find(|status| !stated.contains(status)) {
        None => Ok(()),
        Some(status) if there.is_empty() => {
            bail!("no priority states the status {}, and none states any", status.key())
        }
        Some(status) => bail!("no priority states the status {}; there are {}", status.key(), listed(&there, "and")),
    }
}

fn status(words: &str) -> anyhow::Result<Status> {
    let known = || listed(&Status::ALL.map(Status::key), "or");
    match (Status::read(words), Status::nearest(words)) {
        (Some(status), _) => Ok(status),
        (None, Some(near)) => bail!("\u{201c}{words}\u{201d} is no status; did you mean {}?", near.key()),
        (None, None) => bail!("\u{201c}{words}\u{201d} is no status; write {}", known()),
    }
}

/// The name that may be meant, as a question; else those that there are, where they are few.
pub(super) fn meant(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(near) => near,
        None if known.is_empty() || known.len() > 40 => String::new(),
        None => format!("; there are {}", listed(known, "and")),
    }
}

/// The name that is like this one, as a question.
pub(super) fn nearest(name: &str, known: &[&str]) -> Option<String> {
    let like = |known: &&&str| likeness(&fold_name(known), &fold_name(name));
    let near = known.iter().max_by(|a, b| like(a).total_cmp(&like(b))).filter(|known| like(known) > 0.55)?;
    Some(format!("; did you mean {near}?"))
}

/// A term that a range begins or ends with: without its year it would limit nothing.
fn limit(words: &str, form: &Form) -> anyhow::Result<Parts> {
    let parts = wanted(words, form.scheme)?;
    if parts.year.is_none() {
        bail!("\u{201c}{words}\u{201d} names no school year; write it like \u{201c}Spring 2023/24\u{201d}");
    }
    Ok(parts)
}
