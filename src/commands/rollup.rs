//! `rollup`: all districts and terms on one page.

use super::configured::{Unset, configured, places};
use super::{Printed, districts, ordered, place, troubles, unread, walk, wanted};
use crate::cli::Rollup;
use crate::config::Config;
use crate::form::{Form, fold_name, likeness};
use crate::load::{self, Loaded};
use crate::output::Look;
use crate::report::Report;
use crate::rollup::Filter;
use crate::rule::listed;
use crate::term::{Parts, Scheme, Term};
use anyhow::bail;

mod printed;

pub(super) fn run(options: Rollup, look: Look) -> anyhow::Result<Printed> {
    printed::fits(&options, look)?;
    let configured = configured(&options.configured, &places(&options.paths), Unset::Joined)?;
    let Config { form, settings } = &configured.config;
    let (mut inputs, mut missing) = load::gather(&options.paths, &walk(&options.search), "standard-input.md")?;
    configured.place(&mut inputs);
    let mut loaded = load::load(inputs, form);
    missing.extend(std::mem::take(&mut loaded.troubles));
    let filter = filter(&options, form.scheme)?;
    let mut said = troubles(&missing);
    said.extend(unread(&loaded));
    said.extend(unknown(&options.district, &districts(&loaded), form));
    if loaded.corpus.reports().is_empty() {
        if missing.is_empty() {
            bail!("nothing to roll up: no file {} looks like a report", place(&options.paths));
        }
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    let takes = |report: &Report| filter.takes_district(report.district(), form) && filter.takes_term(report.term());
    if !loaded.corpus.reports().iter().any(takes) {
        said.push(none_left(&loaded));
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    let (mut findings, broken) = loaded.judge(form, settings);
    findings.retain(|finding| finding.explained.is_none());
    said.extend(troubles(&broken));
    let code = if missing.is_empty() && broken.is_empty() { 0 } else { 2 };
    let from = printed::From { loaded: &loaded, form, findings: &findings, filter: &filter };
    let out = printed::printed(from, &options, look, &mut said)?;
    Ok(Printed { said, out, code })
}

fn filter(options: &Rollup, scheme: Scheme) -> anyhow::Result<Filter> {
    let terms = options.term.iter().map(|term| wanted(term, scheme)).collect::<anyhow::Result<Vec<_>>>()?;
    let bound = |term: &Option<String>| term.as_deref().map(|term| limit(term, scheme)).transpose();
    let (from, to) = (bound(&options.from)?, bound(&options.to)?);
    if let (Some(from), Some(to)) = (options.from.as_deref().zip(from.as_ref()), options.to.as_deref().zip(to.as_ref()))
    {
        ordered(from, to)?;
    }
    Ok(Filter { districts: options.district.clone(), terms, from, to })
}

/// A term that a range begins or ends with: without its year it would limit nothing.
fn limit(words: &str, scheme: Scheme) -> anyhow::Result<Parts> {
    let parts = wanted(words, scheme)?;
    if parts.year.is_none() {
        bail!("\u{201c}{words}\u{201d} names no school year; write it like \u{201c}Spring 2023/24\u{201d}");
    }
    Ok(parts)
}

/// What to say where the options leave no report: which there are.
fn none_left(loaded: &Loaded) -> String {
    let districts = districts(loaded);
    let districts: Vec<&str> = districts.iter().map(String::as_str).collect();
    let reports = loaded.corpus.reports();
    let mut terms: Vec<Term> = reports.iter().filter_map(Report::term).collect();
    terms.sort_unstable();
    let of = if districts.is_empty() { String::new() } else { format!(" of {}", listed(&districts, "and")) };
    let span = match (terms.first(), terms.last()) {
        (Some(first), Some(last)) if first != last => format!(", from {first} to {last}"),
        (Some(only), _) => format!(", for {only}"),
        (None, _) => String::new(),
    };
    format!("termwise: nothing to roll up: no report is of what you asked for; there are reports{of}{span}")
}

/// A line for each district that was asked for and has no report.
fn unknown(asked: &[String], known: &[String], form: &Form) -> Vec<String> {
    let has = |name: &&String| known.iter().any(|k| fold_name(k) == fold_name(&form.district(name)));
    let line = |name: &String| {
        let like = |k: &&String| likeness(&fold_name(k), &fold_name(name));
        let near = known.iter().max_by(|a, b| like(a).total_cmp(&like(b))).filter(|k| like(k) > 0.6);
        let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
        format!("termwise: there is no report of {name}{hint}")
    };
    asked.iter().filter(|name| !has(name)).map(line).collect()
}
