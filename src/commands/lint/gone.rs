//! Reports that a revision had and that are read no more: deleted, written over, or no longer like a report. Of what was
//! there before, only the district and the term are told. A report that has moved is not gone.

use super::told::{UNMARK, notice};
use crate::form::{Form, fold_name};
use crate::load::{self, Input, Loaded};
use crate::render::findings::{Concern, Notice};
use crate::report::Report;
use crate::term::Term;
use std::collections::{BTreeSet, HashMap, HashSet};
use there::There;

mod there;

/// A report as the revision had it.
pub(super) struct Was {
    /// The path of its file from the top of the repository.
    pub path: String,
    /// What its file held.
    text: String,
    /// Its district and term, as they are shown.
    shown: String,
    /// Its district and term, as they are compared.
    slot: Option<(String, Term)>,
    /// What it stated.
    statements: BTreeSet<String>,
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
            statements: statements(report),
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
    /// What has changed where no report is looked for, by paths from the top of the repository.
    pub aside: &'a Loaded,
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
    let there = There::of(before, now);
    let told: Vec<(&Was, Fate, String, &str)> =
        before.iter().filter_map(|was| there.fate(was).map(|(fate, words, help)| (was, fate, words, help))).collect();
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
    let there = There::of(&[], now);
    before.iter().any(|was| was.slot.as_ref().is_some_and(|slot| !there.searched.has_near(slot)))
}

const BACK: &str = "if that is not meant, put the file back";

impl There<'_> {
    /// What became of a report, and what to do; nothing of one that is there.
    fn fate(&self, was: &Was) -> Option<(Fate, String, &'static str)> {
        let now = self.now;
        if self.is_there(was) {
            return None;
        }
        if let Some(path) = self.anywhere(was) {
            let words = format!("a report has moved to {path}, which is not among what is checked: {}", was.shown);
            return Some((Fate::Away, words, "if that is not meant, move the file back"));
        }
        let Some(name) = &was.name else {
            // The same words where nobody looks for a report: in a hidden folder, or one that is left out.
            let as_it_was = now.places.get(&was.id).filter(|path| **path != was.path).map(String::as_str);
            if let Some(path) = as_it_was.or_else(|| self.aside(was)) {
                let words = format!("a report has moved to {path}, where none is looked for: {}", was.shown);
                return Some((Fate::Away, words, "if that is not meant, move the file back"));
            }
            if let Some(report) = self.moved.get(was.path.as_str()) {
                let (path, is) = (of(report, now.loaded), shown(report, now.loaded));
                let words =
                    format!("this report has moved to {path} and is that of {is} now; it was that of {}", was.shown);
                return Some((Fate::Another, words, "see whether that is meant"));
            }
            return Some(match now.links.contains(&was.path) {
                true => (
                    Fate::Linked,
                    format!("a link stands where a report was, and is not followed: {}", was.shown),
                    BACK,
                ),
                false => (Fate::Deleted, format!("a report was deleted: {}", was.shown), BACK),
            });
        };
        match self.files.get(name.as_str()).map_or(&[][..], Vec::as_slice) {
            [] => {
                let is_own = now.loaded.own_pages.contains(name);
                let (why, help) = if is_own { (", since it says that termwise wrote it", UNMARK) } else { ("", BACK) };
                let words = format!("this file is no longer read as the report that it was{why}: {}", was.shown);
                Some((Fate::Unread, words, help))
            }
            // What its header lacks is told as findings.
            own if own.len() >= was.count
                && (was.slot.is_none() || own.iter().any(|report| is_unsaid(report, was))) =>
            {
                None
            }
            [only] if was.count == 1 => {
                let is = shown(only, now.loaded);
                Some((Fate::Another, format!("this is the report of {is} now; it was that of {}", was.shown), BACK))
            }
            _ => Some((Fate::Another, format!("this file no longer holds the report of {}", was.shown), BACK)),
        }
    }
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
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
    loaded.sources.name(report.source)
}

fn text<'l>(report: &Report, loaded: &'l Loaded) -> &'l str {
    loaded.sources.get(report.source).map_or("", |source| &source.text)
}

fn slot(report: &Report) -> Option<(String, Term)> {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
    Some((fold_name(report.district()?), report.term()?))
}

fn statements(report: &Report) -> BTreeSet<String> {
    let passages = report.priorities.iter().flat_map(|priority| &priority.passages);
    passages.flat_map(|passage| &passage.statements).map(|statement| fold_name(statement.text.words())).collect()
}

fn shown(report: &Report, loaded: &Loaded) -> String {
    let district = report.districts.first().map(|d| loaded.sources.value(&d.stated.value, &d.stated.text));
    let district = district.unwrap_or_else(|| "no district named".to_owned());
    report.term().map_or(district.clone(), |term| format!("{district}, {term}"))
}

#[cfg(test)]
thread_local! {
    /// How often a report of now was looked at.
    static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::{LOOKS, Now, Old, gone, is_lacking, reports};
    use crate::form::Form;
    use crate::load::{self, Input};
    use std::collections::{HashMap, HashSet};

    fn report(district: usize, term: &str) -> String {
        format!(
            "---\ndistrict: Place {district}\nofficers: [Asha Rowe]\nterm: {term}\n---\n\n## Priority: Reading\n\n\
             ### Activity last period\n- Opened library {district} on 14 January 2025\n- Lent {district} books\n"
        )
    }

    #[test]
    fn what_is_gone_is_told_by_looking_at_each_report_a_few_times() {
        const COUNT: usize = 2000;
        let form = Form::built_in();
        let old: Vec<Old> = (0..COUNT)
            .map(|at| {
                let path = format!("a/{at}.md");
                let input = Input { path: Some(path.clone()), ..Input::of(&path, report(at, "Spring 2 2024/25")) };
                Old { input, name: None, id: String::new() }
            })
            .collect();
        let before: Vec<_> = old.chunks(100).flat_map(|batch| reports(batch, &form)).collect();
        for (term, told) in [("Spring 2 2024/25", 0), ("Summer 1 2024/25", 1)] {
            let inputs: Vec<Input> = (0..COUNT).map(|at| Input::of(&format!("b/{at}.md"), report(at, term))).collect();
            let searched: HashSet<String> = inputs.iter().map(|input| input.name.clone()).collect();
            let loaded = load::load(inputs, &form);
            let (links, places, aside) = (HashSet::new(), HashMap::new(), load::load(Vec::new(), &form));
            let (changed, links, places, aside) = (Some(&searched), &links, &places, &aside);
            let now = Now { loaded: &loaded, searched: &searched, changed, links, places, aside };
            LOOKS.set(0);
            let notices = gone(&before, &now);
            assert_eq!((notices.len(), is_lacking(&before, &now)), (told, told > 0), "{notices:?}");
            assert!(notices.iter().all(|told| told.words.starts_with("2000 files hold other reports")), "{notices:?}");
            assert!(LOOKS.get() <= 10 * COUNT, "{} looks", LOOKS.get());
        }
    }
}
