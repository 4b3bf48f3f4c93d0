//! When a child was born: a whole date that is said to be of a birth or a birthday. A cohort, a charity and a column
//! of a form have none.

use super::identifier::Hit;
use super::lexicon::{BIRTH, TURN};
use super::words::Said;
use crate::source::Kind;
use date::{BARE, DATE, Era, era, is_date, is_long_ago};
use said::{is_labelled, is_led};
use std::ops::Range;
use told::is_told;
use weigh::is_births;

mod date;
mod said;
mod told;
mod weigh;
mod whom;

/// Every date of birth in a block that `lead` leads in.
pub(super) fn find(said: &Said<'_>, lead: &Said<'_>, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    if said.digits < 3 {
        return;
    }
    let led = is_led(lead);
    // A day of late is one of a birth only where a word says so.
    let cued = led
        || (said.all | lead.all) & (BIRTH | TURN) != 0
        || ["born", "birth", "dob", " on "].iter().any(|cue| low.contains(cue));
    let (mut last, mut last_date): (Option<Range<usize>>, Option<Range<usize>>) = (None, None);
    let mut next = 0;
    while let Some(found) = DATE.find_at(low, next) {
        let range = found.range();
        // "Aged 12 - 05/05/2013": the first figure is of something else.
        let goes_on = low.get(range.end..).is_some_and(|after| {
            after.starts_with(['/', '-', '.'])
                && after.get(1..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
        });
        let figure = found.as_str().bytes().take_while(u8::is_ascii_digit).count().max(1);
        next = if goes_on { range.start + figure } else { range.end };
        if goes_on {
            continue;
        }
        let letters = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
        if letters(before.chars().next_back()) || letters(after.chars().next()) || !is_date(found.as_str()) {
            continue;
        }
        if !cued && era(found.as_str()) == Era::Recent {
            continue;
        }
        // "born on 1 September 2013 or later", "DOB of 1 September 2019 to 31 August 2020": a cohort.
        let cohort = [" or later", " or earlier", " or after", " or before", " onward", " and later", " and after"];
        let to = |words: &str, from: &str| {
            words.starts_with(from) && DATE.find(words).is_some_and(|date| date.start() == from.len())
        };
        let since = last_date
            .as_ref()
            .is_some_and(|last: &Range<usize>| matches!(low.get(last.end..range.start), Some(" to " | " - " | "-")));
        last_date = Some(range.clone());
        // "DOB changed from 3 May 2012 to 5 May 2012": no cohort.
        let mended = ["changed from ", "corrected from ", "amended from ", "altered from "];
        let mended = (low.contains("birth") || low.contains("dob"))
            && mended.iter().any(|words| low.contains(words))
            && is_long_ago(found.as_str());
        if mended && (to(after, " to ") || since) {
            hits.push((range, Kind::DateOfBirth));
            continue;
        }
        if cohort.iter().any(|words| after.starts_with(words)) || to(after, " to ") || to(after, " - ") || since {
            continue;
        }
        // One date after another belongs to what the first was said to be.
        let lists = |last: &Range<usize>| {
            let between = low.get(last.end..range.start).unwrap_or_default();
            between.len() <= 14
                && between.split([' ', ',', '/', '&', ';']).all(|word| {
                    matches!(word, "" | "and")
                        || is_long_ago(found.as_str()) && matches!(word, "for" | "not" | "or" | "instead" | "of")
                })
        };
        if last.as_ref().is_some_and(lists)
            || led && said.at(range.start) < 3
            || is_labelled(said, before, is_long_ago(found.as_str()))
            || era(found.as_str()) != Era::Grown && is_told(said, found.as_str(), before, after)
            || is_births(said, lead, found.as_str(), before, after)
        {
            hits.push((range.clone(), Kind::DateOfBirth));
            last = Some(range);
        }
    }
    if !cued {
        return;
    }
    for (at, _) in low.match_indices(|c: char| c.is_ascii_digit()) {
        let (before, rest) = low.split_at_checked(at).unwrap_or_default();
        let Some(found) = BARE.find(rest).filter(|found| is_date(found.as_str())) else { continue };
        let range = at..at + found.end();
        let free = hits.iter().all(|hit| hit.0.end <= range.start || range.end <= hit.0.start);
        if free && !before.ends_with(|c: char| c.is_ascii_digit()) && is_labelled(said, led_up(before), true) {
            hits.push((range, Kind::DateOfBirth));
        }
    }
}

/// What stands before "is", "given as" and the like.
fn led_up(before: &str) -> &str {
    let before = before.trim_end();
    let words = [" given as", " shown as", " typed as", " is", " was", " as", " of"];
    words.iter().find_map(|words| before.strip_suffix(words)).unwrap_or(before)
}
