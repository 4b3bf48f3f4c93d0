//! The whole of a rollup as one page to read: what it is based on, who has reported, what came of the plans, the themes, and
//! each district and each term by itself. Of very many the page shows some, and says so.

use super::{Reader, came, chart, covered, many, opening_words, priority_name, themed};
use crate::form::{Field, Form};
use crate::page::{Block, Chart, Links, Page, words};
use crate::report::field_name;
use crate::rollup::{Coverage, Rollup, Rows, View, follow_through, priorities, themes};
use crate::source::Sources;
pub(super) use drawn::drawn;
use extent::Extent;

mod districts;
mod drawn;
mod extent;
mod figures;
mod plans;
mod terms;

/// The views that the page is made of.
pub const VIEWS: [View; 4] = [View::Coverage, View::FollowThrough, View::Themes, View::Priorities];

/// What the parts of the page are made of.
struct Whole<'r, 'a> {
    coverage: &'r Coverage<'a>,
    plans: &'r [follow_through::Row<'a>],
    themes: &'r [themes::Row<'a>],
    priorities: &'r [priorities::Row<'a>],
    /// What all of them are limited to.
    limits: &'r [String],
    is_of_some: bool,
    extent: Extent<'r, 'a>,
    form: &'r Form,
    sources: &'r Sources,
}

/// A part of the page: the name of its anchor, what the contents call it, and what stands in it.
struct Part {
    anchor: &'static str,
    name: String,
    blocks: Vec<Block>,
}

/// The page of rollups of the [`VIEWS`], which are of the same reports. Only with `notes` does it end with what is for the
/// coordinator: which files to look at, and what to do.
#[must_use]
pub fn whole(rollups: &[Rollup<'_>], notes: bool, form: &Form, sources: &Sources) -> Page {
    let Some(first) = rollups.first() else { return Page::default() };
    let coverage = &first.coverage;
    let mut whole = Whole {
        coverage,
        plans: &[],
        themes: &[],
        priorities: &[],
        limits: &first.limits,
        is_of_some: first.is_of_some,
        extent: Extent::of(coverage, sources),
        form,
        sources,
    };
    for rollup in rollups {
        match &rollup.rows {
            Rows::FollowThrough(rows) => whole.plans = rows,
            Rows::Themes(rows) => whole.themes = rows,
            Rows::Priorities(rows) => whole.priorities = rows,
            Rows::Districts(_)
            | Rows::Terms(_)
            | Rows::Plans(_)
            | Rows::Findings(_)
            | Rows::Explanations(_)
            | Rows::Statements(_)
            | Rows::Coverage(_) => {}
        }
    }
    let mut page = whole.page();
    if notes {
        page.blocks.push(whole.notes());
    }
    page
}

impl Whole<'_, '_> {
    fn page(&self) -> Page {
        let parts: Vec<Part> =
            [self.reported(), self.came(), self.themes(), self.by_district(), self.by_term()].into_iter().collect();
        let mut blocks = opening_words(self.coverage, Reader::Everybody, self.form, self.sources);
        if !self.limits.is_empty() {
            let limits: Vec<&str> = self.limits.iter().map(String::as_str).collect();
            blocks.push(Block::Note(words(format!("This page is limited to {}.", listed(&limits)))));
        }
        blocks.push(Block::Counts(self.figures()));
        blocks.extend(self.extent.said(self.form).map(|said| Block::Note(words(said))));
        blocks.push(Block::Contents(self.contents(&parts)));
        for part in parts {
            blocks.push(Block::Anchor(part.anchor.to_owned()));
            blocks.push(Block::Heading(1, words(part.name)));
            blocks.extend(part.blocks);
        }
        Page { title: self.title(), blocks }
    }

    /// What whoever keeps the reports may want to know: it names files, and what can be done.
    fn notes(&self) -> Block {
        let mut notes = covered::remarks(self.coverage, self.form, self.sources);
        notes.extend(came::places(self.plans.iter().filter_map(|row| row.plan.as_ref()), self.sources));
        notes.push(
            "All rows of what this page shows a part of are in the workbook (--format xlsx), a sheet for each view."
                .to_owned(),
        );
        notes.push(
            "A page for the public is written with --mask: without small numbers, and without these notes.".to_owned(),
        );
        Block::Folded("Notes for the coordinator".to_owned(), notes.into_iter().map(words).collect())
    }

    /// "Progress of 4 districts, Spring 2023/24 to Spring 2024/25".
    fn title(&self) -> String {
        let districts = many(self.extent.all_districts, &self.district());
        match self.extent.span() {
            None => format!("Progress of {districts}"),
            Some((first, last)) if first == last => format!("Progress of {districts}, {first}"),
            Some((first, last)) => format!("Progress of {districts}, {first} to {last}"),
        }
    }

    /// What a district is called.
    fn district(&self) -> String {
        field_name(self.form, Field::District).to_lowercase()
    }

    fn term(&self) -> String {
        field_name(self.form, Field::Term).to_lowercase()
    }

    fn contents(&self, parts: &[Part]) -> Vec<Links> {
        let link = |part: &Part| (part.name.clone(), part.anchor.to_owned());
        let plural = |name: String| format!("By {name}");
        let districts = self.extent.districts.iter().enumerate();
        let terms = self.extent.terms.iter().enumerate();
        vec![
            Links { name: "On this page".to_owned(), links: parts.iter().map(link).collect() },
            Links {
                name: plural(self.district()),
                links: districts.map(|(at, one)| (one.name.clone(), districts::anchor(at))).collect(),
            },
            Links {
                name: plural(self.term()),
                links: terms.map(|(at, term)| (term.to_string(), terms::anchor(at))).collect(),
            },
        ]
    }

    fn reported(&self) -> Part {
        let rows: Vec<_> = self.extent.districts.iter().map(|one| one.places).collect();
        let grid = chart::coverage_grid(&rows, &self.extent.terms, self.coverage, self.form, self.sources);
        Part { anchor: "reported", name: "Who has reported".to_owned(), blocks: vec![Chart::Grid(grid).with_table()] }
    }

    fn themes(&self) -> Part {
        let mut blocks = themed::summary(self.themes, self.is_of_some, Reader::Everybody, self.form, self.sources);
        match drawn::themes(self.themes, &self.extent, self.form, self.sources) {
            Some(grid) => blocks.push(Chart::Grid(grid).with_table()),
            None => {
                let priority = priority_name(self.form).to_lowercase();
                blocks.push(Block::Note(words(format!("No report holds a {priority}."))));
            }
        }
        Part { anchor: "themes", name: "Themes".to_owned(), blocks }
    }
}

/// The names of districts and terms that lack a report: "Summer 2023/24, Autumn 2024/25 and 3 more".
fn lacking<'n>(names: impl Iterator<Item = String> + 'n) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| super::some(&names))
}

/// "the district Northmoor, the area Coast and the theme Attendance".
fn listed(names: &[&str]) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => names.concat(),
    }
}

/// Whether a report is due and not there.
fn lacks(place: &crate::rollup::coverage::Place<'_>) -> bool {
    covered::is_lacking(place.state)
}
