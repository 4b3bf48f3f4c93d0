//! Bars of counts, their parts one after another.

use super::{Share, Tall, class, key, mark, name, open};
use crate::page::{Bars, Part};
use std::io::{self, Write};

/// The height of a bar with the gap after it, and of the bar, in tenths of the letters' size.
const ROW: usize = 25;
const BAR: usize = 19;

pub(super) fn write(bars: &Bars, number: usize, out: &mut dyn Write) -> io::Result<()> {
    let there: Vec<&Part> = bars.parts.iter().filter(|part| part.counts.iter().any(|count| *count > 0)).collect();
    let entries: Vec<(String, String)> =
        there.iter().map(|part| (mark(Some(part.tone), ""), part.name.clone())).collect();
    key(&entries, out)?;
    open(&bars.title, &said(bars, &there), number, ROW * bars.labels.len(), out)?;
    for (at, label) in bars.labels.iter().enumerate() {
        name(label, Tall(ROW * at + 14), true, out)?;
    }
    let count = |part: &Part, at: usize| part.counts.get(at).copied().unwrap_or(0);
    let total = |at: usize| there.iter().map(|part| count(part, at)).sum::<u64>();
    let most = (0..bars.labels.len()).map(total).max().unwrap_or(0);
    for at in 0..bars.labels.len() {
        let (mut begun, top) = (0, ROW * at);
        for part in &there {
            let count = count(part, at);
            if count == 0 {
                continue;
            }
            let (x, width, tone) = (Share::of(begun, most), Share::of(count, most), class(part.tone));
            writeln!(
                out,
                "<rect class=\"{tone}\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{}\" rx=\"2\"/>",
                Tall(top),
                Tall(BAR)
            )?;
            // A count that finds no room stands in the table alone.
            let room = if width.0 < 350 { None } else { Some(if width.0 < 1_200 { " wide-only" } else { "" }) };
            if let Some(room) = room {
                let middle = Share::of(2 * begun + count, 2 * most);
                writeln!(
                    out,
                    "<text class=\"on-{tone}{room}\" x=\"{middle}\" y=\"{}\">{count}</text>",
                    Tall(top + 14)
                )?;
            }
            begun += count;
        }
        if begun == 0 {
            writeln!(out, "<text class=\"on-none at-start\" y=\"{}\">nothing planned</text>", Tall(top + 14))?;
        }
    }
    writeln!(out, "</svg>")
}

/// The most bars that are told one by one.
const TOLD: usize = 12;

/// What the bars say: each by itself, where they are few, else all together.
fn said(bars: &Bars, there: &[&Part]) -> String {
    let counts = |count: &dyn Fn(&Part) -> u64| {
        let counts = there.iter().map(|part| (count(part), &part.name)).filter(|(count, _)| *count > 0);
        counts.map(|(count, name)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    };
    if bars.labels.len() > TOLD {
        return format!("In all: {}.", counts(&|part| part.counts.iter().sum()));
    }
    let bar = |(at, label): (usize, &String)| {
        let counts = counts(&|part| part.counts.get(at).copied().unwrap_or(0));
        format!("{label}: {}", if counts.is_empty() { "nothing planned" } else { &counts })
    };
    format!("{}.", bars.labels.iter().enumerate().map(bar).collect::<Vec<_>>().join("; "))
}
