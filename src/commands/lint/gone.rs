//! Reports that a revision had and that are read no more: deleted, or no longer like a report. Of what was there before,
//! only the district and the term are told. A report that has moved is not gone.

use crate::form::{Form, fold_name};
use crate::load::{self, Input, Loaded};
use crate::render::findings::Gone;
use crate::report::Report;
use crate::term::Term;

/// A report as the revision had it.
pub(super) struct Was {
    /// The path of its file from the top of the repository.
    path: String,
    /// Its district and term, as they are shown.
    shown: String,
    /// Its district and term, as they are compared.
    slot: Option<(String, Term)>,
    /// How many reports its file held.
    count: usize,
    /// The name of its file in this run; none where it is there no more.
    name: Option<String>,
}

/// The reports in contents of the revision, each with the name that its file has in this run.
pub(super) fn reports(files: Vec<(Input, Option<String>)>, form: &Form) -> Vec<Was> {
    let (inputs, names): (Vec<Input>, Vec<Option<String>>) = files.into_iter().unzip();
    let paths: Vec<String> = inputs.iter().map(|input| input.name.clone()).collect();
    let loaded = load::load(inputs, form);
    let mut all = Vec::new();
    for (path, name) in paths.into_iter().zip(names) {
        let own: Vec<&Report> = in_file(&loaded, &path);
        all.extend(own.iter().map(|report| Was {
            path: path.clone(),
            shown: shown(report, &loaded),
            slot: slot(report),
            count: own.len(),
            name: name.clone(),
        }));
    }
    all
}

/// Those of the reports that were there that are read no more.
pub(super) fn gone(before: &[Was], loaded: &Loaded) -> Vec<Gone> {
    let is_there = |was: &&Was| {
        let is_edited = was.name.as_ref().is_some_and(|name| in_file(loaded, name).len() >= was.count);
        is_edited || was.slot.is_some() && loaded.corpus.reports().iter().any(|report| slot(report) == was.slot)
    };
    let told = |was: &Was| Gone {
        path: was.path.clone(),
        words: match was.name {
            None => format!("a report was deleted: {}", was.shown),
            Some(_) => format!("this file is no longer read as the report that it was: {}", was.shown),
        },
    };
    before.iter().filter(|was| !is_there(was)).map(told).collect()
}

fn in_file<'l>(loaded: &'l Loaded, name: &str) -> Vec<&'l Report> {
    loaded.corpus.reports().iter().filter(|report| loaded.sources.name(report.source) == name).collect()
}

fn slot(report: &Report) -> Option<(String, Term)> {
    Some((fold_name(report.district()?), report.term()?))
}

fn shown(report: &Report, loaded: &Loaded) -> String {
    let district = report.districts.first().map(|d| loaded.sources.value(&d.stated.value, &d.stated.text));
    let district = district.unwrap_or_else(|| "no district named".to_owned());
    report.term().map_or(district.clone(), |term| format!("{district}, {term}"))
}
