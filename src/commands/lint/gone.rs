//! Reports that a revision had and that are read no more: deleted, written over, or no longer like a report. Of what was
//! there before, only the district and the term are told. A report that has moved is not gone.

use super::told::notice;
use crate::form::{Form, fold_name};
use crate::load::{self, Input, Loaded};
use crate::render::findings::{Concern, Notice};
use crate::report::Report;
use crate::term::Term;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A report as the revision had it.
pub(super) struct Was {
    /// The path of its file from the top of the repository.
    path: String,
    /// What its file held.
    text: String,
    /// Its district and term, as they are shown.
    shown: String,
    /// Its district and term, as they are compared.
    slot: Option<(String, Term)>,
    /// The titles of its priorities.
    titles: BTreeSet<String>,
    /// How many reports its file held.
    count: usize,
    /// The name of its file in this run; none where it is there no more.
    name: Option<String>,
    /// What git calls the content of its file.
    id: String,
}

/// A file of the revision.
pub(super) struct Old {
    /// What it held.
    pub input: Input,
    /// The name that it has in this run; none where it is there no more.
    pub name: Option<String>,
    /// What git calls its content.
    pub id: String,
}

/// The reports in files of the revision.
pub(super) fn reports(files: &[Old], form: &Form) -> Vec<Was> {
    let loaded = load::load(files.iter().map(|old| old.input.clone()).collect(), form);
    let mut all = Vec::new();
    for Old { input, name, id } in files {
        let path = &input.name;
        let own: Vec<&Report> = loaded.corpus.reports().iter().filter(|report| of(report, &loaded) == *path).collect();
        all.extend(own.iter().map(|report| Was {
            path: path.clone(),
            text: text(report, &loaded).to_owned(),
            shown: shown(report, &loaded),
            slot: slot(report),
            titles: titles(report),
            count: own.len(),
            name: name.clone(),
            id: id.clone(),
        }));
    }
    all
}

/// Where the reports of this run stand.
pub(super) struct Now<'a> {
    /// All that were read.
    pub loaded: &'a Loaded,
    /// The names of the files that were looked for, whether they have changed or not.
    pub searched: &'a HashSet<String>,
    /// Those of them that are new or have changed; `None` for all.
    pub changed: Option<&'a HashSet<String>>,
    /// Paths at which there is a link now.
    pub links: &'a HashSet<String>,
    /// A path of each content that is somewhere new, by what git calls the content.
    pub places: &'a HashMap<String, String>,
}

/// What became of a report.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Deleted,
    Linked,
    Away,
    Unread,
    Another,
}

const FATES: [Fate; 5] = [Fate::Deleted, Fate::Linked, Fate::Unread, Fate::Another, Fate::Away];

impl Fate {
    /// The same became of several.
    fn of_several(self, count: usize) -> String {
        match self {
            Fate::Deleted => format!("{count} reports were deleted"),
            Fate::Linked => format!("links stand where {count} reports were, and are not followed"),
            Fate::Away => format!("{count} reports have moved to where none is looked for"),
            Fate::Unread => format!("{count} files are no longer read as the reports that they were"),
            Fate::Another => format!("{count} files hold other reports than they did"),
        }
    }
}

/// The most reports of one fate that are told one by one, and that are named where they are told together.
const MOST: usize = 3;
const MOST_NAMED: usize = 20;

/// What there is to tell of the reports that were there, and are read no more as what they were.
pub(super) fn gone(before: &[Was], now: &Now<'_>) -> Vec<Notice> {
    let told: Vec<(&Was, Fate, String, &str)> =
        before.iter().filter_map(|was| now.fate(was).map(|(fate, words, help)| (was, fate, words, help))).collect();
    let mut notices = Vec::new();
    for fate in FATES {
        let same: Vec<_> = told.iter().filter(|(_, of, ..)| *of == fate).collect();
        if same.len() <= MOST {
            notices.extend(same.iter().map(|(was, _, words, help)| notice(Concern::Gone, &was.path, words, help)));
            continue;
        }
        let named: Vec<&str> = same.iter().take(MOST_NAMED).map(|(was, ..)| was.shown.as_str()).collect();
        let more = same.len() - named.len();
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        let words = format!("{}: {}{more}", fate.of_several(same.len()), named.join("; "));
        let help = "if that is not meant, put the files back";
        notices.extend(same.first().map(|(was, ..)| notice(Concern::Gone, &was.path, &words, help)));
    }
    notices
}

/// Whether a report is there no more as what it was, wherever its words are: whoever expects it lacks it.
pub(super) fn is_lacking(before: &[Was], now: &Now<'_>) -> bool {
    let is_there = |was: &Was| now.searched().any(|report| slot(report) == was.slot || is_finer(report, was));
    before.iter().any(|was| was.slot.is_some() && !is_there(was))
}

const BACK: &str = "if that is not meant, put the file back";

impl<'a> Now<'a> {
    fn searched(&self) -> impl Iterator<Item = &'a Report> + use<'_, 'a> {
        let all = self.loaded.corpus.reports().iter();
        all.filter(|report| self.searched.contains(of(report, self.loaded)))
    }

    /// What became of a report, and what to do; nothing of one that is there.
    fn fate(&self, was: &Was) -> Option<(Fate, String, &'static str)> {
        let all = self.loaded.corpus.reports();
        let is_new = |report: &&Report| self.changed.is_none_or(|new| new.contains(of(report, self.loaded)));
        let is_it = |report: &Report| {
            was.slot.is_some() && slot(report) == was.slot
                || was.name.is_none() && text(report, self.loaded) == was.text
        };
        if self.searched().any(is_it) || self.searched().filter(is_new).any(|report| is_finer(report, was)) {
            return None;
        }
        if let Some(report) = all.iter().find(|report| is_it(report)) {
            let words = format!(
                "a report has moved to {}, which is not among what is checked: {}",
                of(report, self.loaded),
                was.shown
            );
            return Some((Fate::Away, words, "if that is not meant, move the file back"));
        }
        let Some(name) = &was.name else {
            let is_like =
                |report: &&Report| !was.titles.is_empty() && titles(report) == was.titles && is_near(report, was);
            if let Some(report) = self.searched().filter(is_new).find(is_like) {
                let (path, is) = (of(report, self.loaded), shown(report, self.loaded));
                let words =
                    format!("this report has moved to {path} and is that of {is} now; it was that of {}", was.shown);
                return Some((Fate::Another, words, "see whether that is meant"));
            }
            // The same words where nobody looks for a report: in a hidden folder, or one that is left out.
            if let Some(path) = self.places.get(&was.id).filter(|path| **path != was.path) {
                let words = format!("a report has moved to {path}, where none is looked for: {}", was.shown);
                return Some((Fate::Away, words, "if that is not meant, move the file back"));
            }
            return Some(match self.links.contains(&was.path) {
                true => (
                    Fate::Linked,
                    format!("a link stands where a report was, and is not followed: {}", was.shown),
                    BACK,
                ),
                false => (Fate::Deleted, format!("a report was deleted: {}", was.shown), BACK),
            });
        };
        let own: Vec<&Report> = all.iter().filter(|report| of(report, self.loaded) == name).collect();
        match own.as_slice() {
            [] => Some((
                Fate::Unread,
                format!("this file is no longer read as the report that it was: {}", was.shown),
                BACK,
            )),
            // What its header lacks is told as findings.
            own if own.len() >= was.count
                && (was.slot.is_none() || own.iter().any(|report| is_unsaid(report, was))) =>
            {
                None
            }
            [only] if was.count == 1 => {
                let is = shown(only, self.loaded);
                Some((Fate::Another, format!("this is the report of {is} now; it was that of {}", was.shown), BACK))
            }
            _ => Some((Fate::Another, format!("this file no longer holds the report of {}", was.shown), BACK)),
        }
    }
}

/// Whether a report is for what may be the same term, said more or less finely.
fn is_finer(report: &Report, was: &Was) -> bool {
    slot(report)
        .zip(was.slot.as_ref())
        .is_some_and(|((district, term), (old, before))| district == *old && term.same_slot(before))
}

/// Whether a report is of the same district or the same term.
fn is_near(report: &Report, was: &Was) -> bool {
    was.slot.as_ref().is_none_or(|(district, term)| {
        report.district().is_some_and(|own| fold_name(own) == *district)
            || report.term().is_some_and(|own| own == *term)
    })
}

/// Whether a report leaves its district or term open, and says nothing else than it did.
fn is_unsaid(report: &Report, was: &Was) -> bool {
    let (district, term) = (report.district().map(fold_name), report.term());
    (district.is_none() || term.is_none())
        && was.slot.as_ref().is_none_or(|(old, before)| {
            district.is_none_or(|district| district == *old) && term.is_none_or(|term| term == *before)
        })
}

/// The name of the file of a report.
fn of<'l>(report: &Report, loaded: &'l Loaded) -> &'l str {
    loaded.sources.name(report.source)
}

fn text<'l>(report: &Report, loaded: &'l Loaded) -> &'l str {
    loaded.sources.get(report.source).map_or("", |source| &source.text)
}

fn slot(report: &Report) -> Option<(String, Term)> {
    Some((fold_name(report.district()?), report.term()?))
}

fn titles(report: &Report) -> BTreeSet<String> {
    report.priorities.iter().filter_map(|priority| Some(fold_name(priority.title.as_ref()?.words()))).collect()
}

fn shown(report: &Report, loaded: &Loaded) -> String {
    let district = report.districts.first().map(|d| loaded.sources.value(&d.stated.value, &d.stated.text));
    let district = district.unwrap_or_else(|| "no district named".to_owned());
    report.term().map_or(district.clone(), |term| format!("{district}, {term}"))
}
