//! Lives over time: a line for each, and a sign where something happened.

use super::grid::{head, head_height};
use super::{Share, Tall, id, key, long, name, open};
use crate::page::{Lives, Moment, Sign};
use std::io::{self, Write};

/// The height of a life, and where its line is, in tenths of the letters' size.
const ROW: usize = 34;
const LINE: usize = 22;

pub(super) fn write(lives: &Lives, number: usize, out: &mut dyn Write) -> io::Result<()> {
    let drawing = |sign: Sign| format!("<use href=\"#{}\" x=\"10\" y=\"10\"/>", id(sign));
    let entries: Vec<(String, String)> = lives.key.iter().map(|(sign, said)| (drawing(*sign), said.clone())).collect();
    key(&entries, out)?;
    let top = head_height(&lives.columns);
    open(&lives.title, &said(lives), number, top + ROW * lives.rows.len(), out)?;
    head(&lives.columns, out)?;
    let all = long(lives.columns.len()) * 2;
    for at in 0..lives.columns.len() {
        let x = Share::of(long(at) * 2 + 1, all);
        let end = Tall(top + ROW * lives.rows.len());
        writeln!(out, "<line class=\"term\" x1=\"{x}\" x2=\"{x}\" y1=\"{}\" y2=\"{end}\"/>", Tall(top))?;
    }
    for (row, (title, moments)) in lives.rows.iter().enumerate() {
        let y = top + ROW * row;
        name(title, Tall(y + 10), false, out)?;
        life(moments, Tall(y + LINE), all, out)?;
    }
    writeln!(out, "</svg>")
}

/// A life's line, and its signs.
fn life(moments: &[Moment], y: Tall, all: u64, out: &mut dyn Write) -> io::Result<()> {
    let middle = |at: usize| Share::of(long(at) * 2 + 1, all);
    let mut before: Option<(usize, &Moment)> = None;
    for (at, moment) in moments.iter().enumerate() {
        if !moment.there && moment.signs.is_empty() {
            continue;
        }
        if let Some((from, earlier)) = before {
            let rests = earlier.signs.iter().any(|(sign, _)| *sign == Sign::Rests);
            let class = match from + 1 == at && moment.there {
                true if rests => "life resting",
                true => "life",
                false => "life away",
            };
            writeln!(
                out,
                "<line class=\"{class}\" x1=\"{}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/>",
                middle(from),
                middle(at)
            )?;
        }
        before = Some((at, moment));
    }
    for (at, moment) in moments.iter().enumerate() {
        if moment.goes_on {
            let (from, to) = (middle(at), Share::of(long(at) * 2 + 2, all));
            writeln!(out, "<line class=\"life\" x1=\"{from}\" x2=\"{to}\" y1=\"{y}\" y2=\"{y}\"/>")?;
            writeln!(out, "<use href=\"#sign-on\" x=\"{to}\" y=\"{y}\"/>")?;
        }
        match moment.signs.as_slice() {
            [] if moment.there => writeln!(out, "<use href=\"#sign-at\" x=\"{}\" y=\"{y}\"/>", middle(at))?,
            [] => {}
            signs => {
                writeln!(out, "<svg x=\"{}\" y=\"{y}\" overflow=\"visible\">", middle(at))?;
                // Beside each other, the first where the line is.
                for (place, (sign, _)) in signs.iter().enumerate() {
                    writeln!(out, "<use href=\"#{}\" x=\"{}\"/>", id(*sign), place * 19)?;
                }
                writeln!(out, "</svg>")?;
            }
        }
    }
    Ok(())
}

/// What the lives say together.
fn said(lives: &Lives) -> String {
    let signs = || lives.rows.iter().flat_map(|(_, moments)| moments).flat_map(|moment| &moment.signs);
    let counts = lives.key.iter().map(|(sign, said)| {
        let count = signs().filter(|(there, _)| there == sign).count();
        format!("{said}: {count}")
    });
    let counts: Vec<String> = counts.collect();
    let (rows, of) = (lives.rows.len(), lives.of.to_lowercase());
    let counts = if counts.is_empty() { String::new() } else { format!("; {}", counts.join("; ")) };
    format!("{of}: {rows}{counts}.")
}
