//! Several views as a workbook: what is to be read on the first sheet, and on one sheet each the rows of a view alone, as
//! people sort, filter and count them.

use super::{after, before, chart, heading, opening, shown_rows};
use crate::form::Form;
use crate::page::{Block, Chart, Page, Sheet, words};
use crate::rollup::Rollup;
use crate::source::Sources;

/// The sheets of these rollups, which are of the same reports. Each is made when it is asked for: of thousands of
/// reports a single one takes as much memory as all that was read.
pub fn workbook<'r>(
    rollups: &'r [Rollup<'_>],
    form: &'r Form,
    sources: &'r Sources,
) -> impl Iterator<Item = Sheet> + use<'r> {
    let rows = move |rollup: &Rollup<'_>| Sheet {
        name: name(rollup.view.key()),
        page: Page { title: heading(&rollup.rows, form), blocks: vec![shown_rows(rollup, form, sources, true)] },
    };
    std::iter::once_with(move || summary(rollups, form, sources)).chain(rollups.iter().map(rows))
}

/// The first sheet: what is to be read.
fn summary(rollups: &[Rollup<'_>], form: &Form, sources: &Sources) -> Sheet {
    let mut blocks = Vec::new();
    if let Some(first) = rollups.first() {
        blocks = opening(first, form, sources);
        blocks.push(Block::Chart(Chart::Bars(chart::coverage(&first.coverage, form, sources))));
    }
    let (mut contents, mut drawn, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    for rollup in rollups {
        let (title, name) = (heading(&rollup.rows, form), name(rollup.view.key()));
        let said = before(rollup, form, sources).into_iter().chain(after(rollup, form, sources));
        // Said once, though several views say it.
        let said = led(said.filter(|block| !remarks.contains(block) && !drawn.contains(block)).collect());
        let mut about = words(if title == name { format!("{name}.") } else { format!("{name}: {}.", lower(&title)) });
        if said.iter().all(|block| matches!(block, Block::Note(_))) {
            let notes =
                said.into_iter().filter_map(|block| if let Block::Note(runs) = block { Some(runs) } else { None });
            about.extend(notes.flat_map(|note| words(" ").into_iter().chain(note)));
        } else {
            // What is drawn is seen first.
            let is_drawn = said.iter().any(|block| matches!(block, Block::Chart(_)));
            let part = if is_drawn { &mut drawn } else { &mut remarks };
            part.push(Block::Heading(1, words(title)));
            part.extend(said);
        }
        contents.push(about);
    }
    blocks.extend([Block::Heading(1, words("In this workbook")), Block::List(contents)]);
    blocks.extend(drawn.into_iter().chain(remarks));
    Sheet { name: "Summary".to_owned(), page: Page { title: "Who has reported".to_owned(), blocks } }
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
