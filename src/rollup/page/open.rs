//! What whoever is given a page is to know of the reports behind it: how many are not counted, and why. No file is named.

use super::{many, some};
use crate::form::{Field, Form};
use crate::report::field_name;
use crate::rollup::coverage::Coverage;
use crate::rollup::shown;
use crate::source::Sources;

/// The most that one kind of remark tells of one by one.
const MOST: usize = 12;

/// What could not be read, what is there and does not count: a sentence each.
pub(super) fn remarks(coverage: &Coverage<'_>, form: &Form, sources: &Sources) -> Vec<String> {
    let (one, every) = (field_name(form, Field::District).to_lowercase(), field_name(form, Field::Term).to_lowercase());
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    let mut remarks = Vec::new();
    let unread = coverage.unreadable.len();
    if unread > 0 {
        remarks.push(format!("{} could not be read and {} not counted.", many(unread, "file"), are(unread)));
    }
    let other = coverage.other_files.len();
    if other > 0 {
        remarks.push(format!("{} of a kind that is not read {} not counted.", many(other, "file"), are(other)));
    }
    let in_part = &coverage.cut_short;
    if !in_part.is_empty() {
        let of = |report: &&crate::report::Report| {
            let name = report.districts.first().map(|name| shown(&name.stated, sources));
            let parts = [name, report.term().map(|term| term.to_string())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let of: Vec<String> = in_part.iter().map(of).filter(|of| !of.is_empty()).collect();
        let named = if of.is_empty() { String::new() } else { format!(": {}", some(&of)) };
        let it = if in_part.len() == 1 { "it" } else { "them" };
        remarks.push(format!(
            "{} {} received in part{named}. What came of plans to and from {it} cannot be told.",
            many(in_part.len(), "report"),
            are(in_part.len())
        ));
    }
    for (there, lacks) in [
        (&coverage.unexpected, format!("of a {one} or {every} that is not among those expected")),
        (&coverage.unnamed, format!("without a {one}")),
        (&coverage.unclear, format!("without a clear {every}")),
    ] {
        if !there.is_empty() {
            remarks.push(format!("{} {lacks} {} not counted.", many(there.len(), "report"), are(there.len())));
        }
    }
    remarks.extend(coverage.duplicates.iter().take(MOST).map(|double| {
        let (name, term) = (double.slot.district.shown(sources), double.slot.term);
        let count = if double.counted.is_none() { "all of them count" } else { "one of them counts" };
        format!("{name} has {} for {term}, and {count}.", many(double.sources.len(), "report"))
    }));
    remarks
}
