//! Several views as a workbook: what is to be read on the first sheet, and on one sheet each the rows of a view alone, as
//! people sort, filter and count them.

use super::{chart, opening, view};
use crate::form::Form;
use crate::page::{Block, Page, Sheet, words};
use crate::rollup::Rollup;
use crate::source::Sources;

/// The sheets of these rollups, which are of the same reports.
#[must_use]
pub fn workbook(rollups: &[Rollup<'_>], form: &Form, sources: &Sources) -> Vec<Sheet> {
    let mut blocks = Vec::new();
    if let Some(first) = rollups.first() {
        blocks = opening(first, form, sources);
        blocks.push(chart::coverage(&first.coverage, form, sources));
    }
    let (mut contents, mut remarks, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for rollup in rollups {
        let Page { title, blocks } = view(rollup, form, sources);
        let name = name(rollup.view.key());
        let is_of_sheet = |block: &Block| matches!(block, Block::Table { .. } | Block::Heading(..));
        let (tables, said): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_of_sheet);
        let mut about = words(if title == name { format!("{name}.") } else { format!("{name}: {}.", lower(&title)) });
        if said.iter().all(|block| matches!(block, Block::Note(_))) {
            let notes =
                said.into_iter().filter_map(|block| if let Block::Note(runs) = block { Some(runs) } else { None });
            about.extend(notes.flat_map(|note| words(" ").into_iter().chain(note)));
        } else {
            remarks.push(Block::Heading(1, words(title.clone())));
            remarks.extend(said);
        }
        contents.push(about);
        sheets.push(Sheet { name, page: Page { title, blocks: tables } });
    }
    blocks.extend([Block::Heading(1, words("In this workbook")), Block::List(contents)]);
    blocks.extend(remarks);
    let first = Sheet { name: "Coverage".to_owned(), page: Page { title: "Who has reported".to_owned(), blocks } };
    std::iter::once(first).chain(sheets).collect()
}

/// The name of the sheet of a view: its word on the command line.
fn name(key: &str) -> String {
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
