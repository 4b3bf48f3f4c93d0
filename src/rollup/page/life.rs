//! The life of a priority in words: "first reported in Summer 2023/24; retitled in Autumn 2024/25 from “Attendance”".

use crate::form::Status;
use crate::page::Cell;
use crate::report::Priority;
use crate::rollup::life::{Event, What};
use crate::rollup::priorities::Row;
use crate::rollup::title;
use crate::source::Sources;
use crate::term::Term;

pub(super) fn life(events: &[Event<'_>], sources: &Sources) -> Cell {
    let told: Vec<String> = events.iter().map(|event| told(event, sources)).collect();
    Cell::Words(told.join("; "))
}

/// The same with the terms in which it was on hold, which are no events of a life; of files that were named, the first
/// report is that of those.
pub(super) fn with_rests(row: &Row<'_>, leaves_out: bool, sources: &Sources) -> Cell {
    let said = |event: &Event<'_>| match (event.what, leaves_out) {
        (What::First, true) => format!("in the first report looked at, {}", event.term),
        _ => told(event, sources),
    };
    let mut all: Vec<(Term, String)> = row.life.iter().map(|event| (event.term, said(event))).collect();
    let mut rested = false;
    for (term, status) in row.stands() {
        let rests = status == Some(Status::OnHold);
        match (rested, status) {
            (false, Some(Status::OnHold)) => all.push((term, format!("on hold in {term}"))),
            (true, Some(Status::New | Status::Ongoing)) => all.push((term, format!("no longer on hold in {term}"))),
            _ => {}
        }
        rested = rests;
    }
    all.sort_by_key(|(term, _)| *term);
    Cell::Words(all.into_iter().map(|(_, said)| said).collect::<Vec<_>>().join("; "))
}

/// What happened to a priority: "first reported in Summer 2023/24".
pub(in crate::rollup) fn told(event: &Event<'_>, sources: &Sources) -> String {
    let Event { term, .. } = event;
    let others = || named(event, sources);
    match event.what {
        What::First => format!("in the first report, {term}"),
        What::Opened if event.doubtful => format!("first reported in {term}, perhaps as a part of {}", others()),
        What::Opened => format!("first reported in {term}"),
        What::SplitOff => format!("split off from {} in {term}", others()),
        What::Resumed => format!("taken up again in {term}"),
        What::Retitled if event.doubtful => format!("perhaps retitled in {term} from {}", others()),
        What::Retitled => format!("retitled in {term} from {}", others()),
        What::TookIn => format!("took in {} in {term}", others()),
        What::Split if event.others.is_empty() => format!("split in {term}"),
        What::Split if event.others.len() == 1 => format!("split in {term}: a part of it is {} now", others()),
        What::Split => format!("split in {term}: parts of it are {} now", others()),
        What::Merged if event.others.is_empty() => format!("merged in {term}"),
        What::Merged => format!("merged into {} in {term}", others()),
        What::HandedOver => match event.receiver {
            Some(receiver) => format!("handed over to {} in {term}", title(receiver, sources)),
            None => format!("handed over in {term}, no receiver named"),
        },
        What::Closed => format!("closed in {term}"),
        What::Dropped if let Some(reason) = &event.reason => {
            format!("not in the report for {term}, which explains it: {reason}")
        }
        What::Dropped | What::Away if let Some(text) = event.named.filter(|_| !event.doubtful) => {
            let words = title(text, sources);
            format!("no part of its own in the report for {term}, which names it: \u{201c}{words}\u{201d}")
        }
        What::Away => match event.until {
            Some(until) => format!("not in the reports from {term} to {until}"),
            None => format!("not in the report for {term}"),
        },
        What::Dropped if event.doubtful => {
            format!("not in the report for {term}; perhaps it is a part of {} now", others())
        }
        What::Dropped => format!("not in the report for {term}, and nothing says why"),
    }
}

/// Titles in quotation marks: "“A”, “B” and 3 more".
fn named(event: &Event<'_>, sources: &Sources) -> String {
    let quoted = |priority: &&Priority| match &priority.title {
        Some(words) => format!("\u{201c}{}\u{201d}", title(words, sources)),
        None => "a priority without a title".to_owned(),
    };
    let mut all: Vec<String> = event.others.iter().map(quoted).collect();
    if event.more > 0 {
        all.push(format!("{} more", event.more));
    }
    match all.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => all.concat(),
    }
}
