//! `diff`: two reports side by side.

use super::configured::{Unset, configured, places};
use super::{Out, Printed, STDIN, districts, ordered, rules, spaced, troubles, unread, walk, wanted};
use crate::cli::{Diff, DiffFormat, DiffPart};
use crate::diff::{self, Comparison};
use crate::disclosure;
use crate::form::{Form, fold_name, likeness};
use crate::load::{self, Loaded};
use crate::output::Look;
use crate::page::{Block, Page, words};
use crate::render::page;
use crate::report::Report;
use crate::rule::listed;
use crate::term::Parts;
use crate::wire;
use anyhow::bail;

mod revisions;

pub(super) fn run(options: Diff, look: Look) -> anyhow::Result<Printed> {
    if options.only.is_some() && options.format == DiffFormat::Json {
        bail!("--only chooses a part of a page; --format json always holds all of them");
    }
    if let Some(rev) = &options.rev {
        return revisions::run(&options, rev, look);
    }
    let configured = configured(&options.configured, &places(&options.paths), Unset::Joined)?;
    let form = &configured.config.form;
    let (mut inputs, missing) = match (&options.district, options.paths.as_slice()) {
        (None, [old, new]) => {
            // Names sort the inputs, so each file is gathered by itself to keep which is the earlier.
            let (mut first, mut missing) = load::gather(std::slice::from_ref(old), &walk(&options.search), STDIN)?;
            let (second, more) = load::gather(std::slice::from_ref(new), &walk(&options.search), STDIN)?;
            missing.extend(more);
            let first_name = first.first().map(|input| input.name.clone()).unwrap_or_default();
            // A report compared with itself is read once, under its one name.
            first.extend(second.into_iter().filter(|input| input.name != first_name));
            (first, missing)
        }
        (None, paths) => match spaced(paths) {
            Some(hint) => return Ok(Printed { said: vec![hint], code: 2, ..Printed::default() }),
            None => bail!("name two reports, or a --district with the terms --from and --to"),
        },
        (Some(_), paths) => load::gather(paths, &walk(&options.search), STDIN)?,
    };
    if let (Some(from), Some(to)) = (options.from.as_deref(), options.to.as_deref()) {
        ordered((from, &wanted(from, form.scheme)?), (to, &wanted(to, form.scheme)?))?;
    }
    let names: Vec<String> = inputs.iter().map(|input| input.name.clone()).collect();
    configured.place(&mut inputs);
    let mut loaded = load::load(inputs, form);
    let named = options.district.as_deref().map(|district| form.district(district));
    disclosure::in_series(&mut loaded.sources, &loaded.corpus, named.as_deref());
    if !missing.is_empty() || options.district.is_none() && !loaded.troubles.is_empty() {
        let said = troubles(&missing).into_iter().chain(troubles(&loaded.troubles)).collect();
        return Ok(Printed { said, code: 2, ..Printed::default() });
    }
    let (earlier, later) = match &options.district {
        Some(district) => {
            let from = one(&loaded, form, district, options.from.as_deref().unwrap_or_default())?;
            (from, one(&loaded, form, district, options.to.as_deref().unwrap_or_default())?)
        }
        None => two(&loaded, &names)?,
    };
    let comparison = diff::compare(earlier, later, form);
    let code = u8::from(options.exit_code && !comparison.is_same());
    let mut said = troubles(&loaded.troubles);
    said.extend(unread(&loaded));
    said.extend(odd(&comparison).map(str::to_owned));
    let out = match options.format {
        DiffFormat::Json => {
            Out::Data(wire::json(&wire::diff::comparison(&comparison, form, &loaded.sources)).into_bytes())
        }
        format => page_of(&diff::page(&comparison, part(&options), form, &loaded.sources), format, look)?,
    };
    Ok(Printed { said, out, code })
}

/// What a coordinator hardly meant: two districts, or the later report first.
fn odd(comparison: &Comparison<'_>) -> Option<&'static str> {
    if comparison.may_be_renamed() {
        return Some(
            "termwise: these are reports of two districts with the same priorities, so what came of the plan is not looked for; if it \
             is one district with a new name, list the old one under its `aliases` in termwise.yaml",
        );
    }
    if comparison.has_two_districts() {
        return Some("termwise: these are reports of two districts, so what came of the plan is not looked for");
    }
    let backwards =
        "termwise: the first report is for the later term; name the earlier one first, to see what came of its plan";
    comparison.is_backwards().then_some(backwards)
}

/// The part of a page that is asked for.
fn part(options: &Diff) -> Option<diff::Part> {
    options.only.map(|part| match part {
        DiffPart::FollowThrough => diff::Part::FollowThrough,
        DiffPart::Priorities => diff::Part::Priorities,
        DiffPart::Sections => diff::Part::Sections,
    })
}

/// What a page to send on says of itself.
const NOT_TO_PUBLISH: &str =
    "This page shows small numbers as the reports give them. It is for colleagues, and not for publication.";

/// A page in one of its formats; JSON, which is none, as text.
fn page_of(sheet: &Page, format: DiffFormat, look: Look) -> anyhow::Result<Out> {
    let mut bytes = Vec::new();
    Ok(match format {
        DiffFormat::Text | DiffFormat::Json => {
            page::text::ruled(sheet, rules(look), look.width, look.colour, &mut bytes)?;
            Out::Text(String::from_utf8(bytes)?)
        }
        DiffFormat::Markdown => {
            page::markdown::write(sheet, &mut bytes)?;
            Out::Data(bytes)
        }
        DiffFormat::Html => {
            // Names are masked, small numbers are not: they are what is compared.
            let mut sheet = sheet.clone();
            sheet.blocks.push(Block::Note(words(NOT_TO_PUBLISH)));
            page::html::write(&sheet, &mut bytes)?;
            Out::Data(bytes)
        }
    })
}

/// The two reports of two files, in the order in which the files were named.
fn two<'a>(loaded: &'a Loaded, names: &[String]) -> anyhow::Result<(&'a Report, &'a Report)> {
    let only = |name: &String| {
        let mut of_file = loaded.corpus.reports().iter().filter(|r| loaded.sources.name(r.source) == *name);
        match (of_file.next(), of_file.next()) {
            (Some(report), None) => Ok(report),
            (None, _) if loaded.own_pages.contains(name) => {
                bail!("{name} is a page that termwise wrote, and no report")
            }
            (None, _) => match loaded.no_text.iter().find(|file| file.name == *name) {
                Some(file) => bail!("{name} is {}, and no report; {}", file.what, file.how.unwrap_or_default()),
                None => bail!("{name} holds no report"),
            },
            (Some(_), Some(_)) => bail!("{name} holds several reports; choose with --district, --from and --to"),
        }
    };
    match names {
        // A report compared with itself is read once under one name.
        [same] => Ok((only(same)?, only(same)?)),
        [old, new] => Ok((only(old)?, only(new)?)),
        _ => bail!("name two reports, not folders; or give a --district with the terms --from and --to"),
    }
}

/// The one report of a district in a term.
fn one<'a>(loaded: &'a Loaded, form: &Form, district: &str, term: &str) -> anyhow::Result<&'a Report> {
    let parts: Parts = wanted(term, form.scheme)?;
    let name = fold_name(&form.district(district));
    let all = loaded.corpus.reports();
    let of_district: Vec<&Report> = all.iter().filter(|r| r.district().is_some_and(|d| fold_name(d) == name)).collect();
    if of_district.is_empty() {
        let known = districts(loaded);
        let near = known.iter().max_by(|a, b| like(a, district).total_cmp(&like(b, district)));
        match near.filter(|n| like(n, district) > 0.6) {
            Some(near) => bail!("there is no report of {district}; did you mean {near}?"),
            None => bail!("there is no report of {district}; there are reports of {}", known.join(", ")),
        }
    }
    let matching: Vec<&&Report> = of_district.iter().filter(|r| r.term().is_some_and(|t| t.matches(&parts))).collect();
    match matching.as_slice() {
        [only] => Ok(only),
        [] => {
            let mut terms: Vec<_> = of_district.iter().filter_map(|r| r.term()).collect();
            terms.sort_unstable();
            let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
            bail!("{district} has no report for {term}; it has reports for {}", terms.join(", "))
        }
        several => {
            let names: Vec<&str> = several.iter().map(|r| loaded.sources.name(r.source)).collect();
            let mut terms: Vec<_> = several.iter().filter_map(|r| r.term()).collect();
            terms.dedup();
            let how = match terms.as_slice() {
                [_] => "they are for the same term, so compare two files by name: `termwise diff EARLIER LATER`",
                _ => "name the term more exactly",
            };
            bail!("{} reports of {district} match {term}: {}; {how}", names.len(), listed(&names, "and"))
        }
    }
}

fn like(a: &str, b: &str) -> f64 {
    likeness(&fold_name(a), &fold_name(b))
}
