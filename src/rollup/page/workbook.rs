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
    let (mut contents, mut drawn, mut remarks, mut sheets) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for rollup in rollups {
        let Page { title, blocks } = view(rollup, form, sources, true);
        let name = name(rollup.view.key());
        let (tables, said): (Vec<Block>, Vec<Block>) =
            blocks.into_iter().partition(|block| matches!(block, Block::Table { .. }));
        // Said once, though several views say it.
        let said = led(said.into_iter().filter(|block| !remarks.contains(block) && !drawn.contains(block)).collect());
        let mut about = words(if title == name { format!("{name}.") } else { format!("{name}: {}.", lower(&title)) });
        if said.iter().all(|block| matches!(block, Block::Note(_))) {
            let notes =
                said.into_iter().filter_map(|block| if let Block::Note(runs) = block { Some(runs) } else { None });
            about.extend(notes.flat_map(|note| words(" ").into_iter().chain(note)));
        } else {
            // What is drawn is seen first.
            let is_drawn = said.iter().any(|block| matches!(block, Block::Chart(_)));
            let part = if is_drawn { &mut drawn } else { &mut remarks };
            part.push(Block::Heading(1, words(title.clone())));
            part.extend(said);
        }
        contents.push(about);
        sheets.push(Sheet { name, page: Page { title, blocks: tables } });
    }
    blocks.extend([Block::Heading(1, words("In this workbook")), Block::List(contents)]);
    blocks.extend(drawn.into_iter().chain(remarks));
    let first = Sheet { name: "Summary".to_owned(), page: Page { title: "Who has reported".to_owned(), blocks } };
    std::iter::once(first).chain(sheets).collect()
}

/// The blocks with their headings one lower, but for those that lead to nothing here.
fn led(blocks: Vec<Block>) -> Vec<Block> {
    let mut led: Vec<Block> = Vec::new();
    for block in blocks {
        let is_heading = |block: &Block| matches!(block, Block::Heading(..));
        if is_heading(&block) && led.last().is_some_and(is_heading) {
            led.pop();
        }
        led.push(match block {
            Block::Heading(level, words) => Block::Heading(level.saturating_add(1), words),
            other => other,
        });
    }
    led.pop_if(|last| matches!(last, Block::Heading(..)));
    led
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
