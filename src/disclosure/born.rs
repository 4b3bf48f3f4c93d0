//! When a child was born: a whole date that is said to be of a birth or a birthday. A cohort, a charity and a column
//! of a form have none.

use super::identifier::Hit;
use super::lexicon::{CHILD, LABEL, ORG};
use super::words::Said;
use crate::source::Kind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test runs it")]
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
    let day = "[0-9]{1,2}(?:st|nd|rd|th)?";
    let year = "(?:[0-9]{4}|'?[0-9]{2})";
    Regex::new(&format!(
        "(?:19|20)[0-9]{{6}}|[0-9]{{4}} ?[-/.] ?[0-9]{{1,2}} ?[-/.] ?[0-9]{{1,2}}\
         |[0-9]{{1,2}} ?[-/.] ?[0-9]{{1,2}} ?[-/.] ?(?:[0-9]{{4}}|[0-9]{{2}})\
         |[0-9]{{1,2}} [0-9]{{1,2}} (?:19|20)[0-9]{{2}}\
         |{day}(?: of)?[ -]{month}\\.?,?[ -]{year}|{month}\\.? {day},? {year}"
    ))
    .expect("a pattern")
});

/// Every date of birth in a block.
pub(super) fn find(said: &Said<'_>, hits: &mut Vec<Hit>) {
    let low = said.copy.low.as_str();
    let cued = [
        "born", "birth", "dob", "d.o.b", "d/o/b", "d o b", "d of b", "male", "aged", "age ", "age:", "turn", "will be",
        "becomes", "became", " b. ", "(b. ", "brn",
    ];
    if said.digits < 3 || !cued.iter().any(|cue| low.contains(cue)) {
        return;
    }
    let (mut last, mut last_date): (Option<Range<usize>>, Option<Range<usize>>) = (None, None);
    for found in DATE.find_iter(low) {
        let range = found.range();
        let letters = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (before, after) = (low.get(..range.start).unwrap_or_default(), low.get(range.end..).unwrap_or_default());
        if letters(before.chars().next_back()) || letters(after.chars().next()) || !is_date(found.as_str()) {
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
        if cohort.iter().any(|words| after.starts_with(words)) || to(after, " to ") || to(after, " - ") || since {
            continue;
        }
        // One date after another belongs to what the first was said to be.
        let lists = |last: &Range<usize>| {
            let between = low.get(last.end..range.start).unwrap_or_default();
            between.len() <= 6 && between.split([' ', ',', '/', '&', ';']).all(|word| matches!(word, "" | "and"))
        };
        if last.as_ref().is_some_and(lists)
            || is_birth(said, before, after)
            || is_childs(said, found.as_str(), before, after)
        {
            hits.push((range.clone(), Kind::DateOfBirth));
            last = Some(range);
        }
    }
}

/// Whether the numbers make a day of a year in which a child of a report may be born, or come of age.
fn is_date(words: &str) -> bool {
    let numbers: Vec<u32> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let year = |year: u32| matches!(year, 1990..=2045) || year < 46;
    match *numbers.as_slice() {
        [year_, month, day] if year_ > 999 => year(year_) && (1..=12).contains(&month) && (1..=31).contains(&day),
        [day, month, last] => year(last) && (1..=31).contains(&day) && (1..=12).contains(&month),
        [whole] => {
            let (year_, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100);
            year(year_) && (1..=12).contains(&month) && (1..=31).contains(&day)
        }
        [day, last] => year(last) && (1..=31).contains(&day),
        _ => false,
    }
}

/// Words that may stand between "date of birth" and the date: none that say what the date is of instead.
const OTHER: &[&str] = &[
    "by", "until", "due", "removed", "field", "fields", "column", "census", "template", "form", "deadline", "from",
    "before", "after", "since", "between", "updated", "checked", "audit", "box", "meeting", "on-line", "policy",
    "review",
];

fn is_birth(said: &Said<'_>, before: &str, after: &str) -> bool {
    let at = said.at(before.len());
    let cue = |step: isize| {
        let low = said.low(step);
        matches!(low, "dob" | "dobs" | "birthdate")
            || low == "b" && matches!(said.low(step - 1), "o" | "of") && said.low(step - 2) == "d"
            || matches!(low, "birth")
                && matches!(said.low(step - 1), "of")
                && matches!(said.low(step - 2), "date" | "dates")
            || low == "date" && said.low(step - 1) == "birth"
            || low == "dates" && said.low(step - 1) == "birth"
    };
    if before.ends_with("dob")
        || before == "b. "
        || before.ends_with("(b. ")
        || before.ends_with(" b. ") && !said.is(at - 2, LABEL)
    {
        return true;
    }
    if (at - 8..at).any(|step| matches!(said.low(step), "cut-off" | "cutoff" | "range")) {
        return false;
    }
    // "Date of birth on the plan, 8 July 2016"
    let labelled = (at - 8..at).rev().take_while(|step| *step >= 0).find(|step| cue(*step));
    if let Some(step) = labelled {
        let between = step + 1..at;
        let stops = between.clone().any(|at| OTHER.contains(&said.low(at)))
            || between
                .clone()
                .any(|at| said.gap(at - 1).contains(['.', '!', '?']) && said.low(at - 1).len() > 2 && at > step + 1);
        if !stops {
            return true;
        }
    }
    // "gives July 17, 2013 as birth date"
    let next = said.at(before.len() + (said.copy.low.len() - before.len() - after.len()));
    if (next..next + 6).any(|step| cue(step) || said.low(step) == "birthday" && said.low(step - 1) != "a")
        && matches!(said.low(next), "as" | "is" | "was" | "being" | "dob" | "for")
    {
        return true;
    }
    // "male, White British, 06/06/2010"
    let gap = said.gap(at - 1).trim();
    if gap == "," && (at - 5..at).any(|step| matches!(said.low(step), "male" | "female")) {
        return true;
    }
    // "birth certificate: SIMS says 10/02/2010", "birth certificate seen, 16 October 2019"
    let shown = (0..at).any(|step| said.low(step) == "birth" && matches!(said.low(step + 1), "certificate"))
        && (matches!(
            said.low(at - 1),
            "says"
                | "shows"
                | "gives"
                | "reads"
                | "has"
                | "states"
                | "said"
                | "showed"
                | "gave"
                | "giving"
                | "showing"
                | "reading"
                | "stating"
                | "with"
        ) || matches!(gap, "," | "(" | ":") && matches!(said.low(at - 1), "seen" | "certificate" | "checked"));
    // "Summer born child (28 August 2019)", "at the age of 13 years (09.12.2010)", "the child (04/05/2012)"
    let bracketed = gap == "("
        && (said.is(at - 1, CHILD) && !said.low(at - 1).ends_with('s')
            || (at - 4..at).any(|step| {
                matches!(said.low(step), "age" | "aged")
                    && (step + 1..at).any(|at| said.word(at).is_some_and(|word| word.value.is_some()))
            }));
    // "the girl with a birthday of 25 May 2016", "aged 13, born 17/05/2010"
    let of_one = said.low(at - 1) == "of" && said.low(at - 2) == "birthday"
        || said.low(at - 1) == "born"
            && said.word(at - 2).is_some_and(|word| word.value.is_some_and(|value| value < 20))
            && matches!(said.low(at - 3), "aged" | "age");
    if shown || bracketed || of_one {
        return true;
    }
    let org = |from: isize, to: isize| (from..to).any(|at| said.is(at, ORG));
    let filler = |word: &str| {
        matches!(
            word,
            "on" | "the"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "is"
                | "was"
                | "a"
        )
    };
    let mut step = at - 1;
    // "born prematurely on"
    while step > at - 5 && (filler(said.low(step)) || said.low(step).ends_with("ly") && said.low(step - 1) == "born") {
        step -= 1;
    }
    // "born in Leeds on 4 March 2013"
    if said.low(step - 1) == "in" && said.low(step - 2) == "born" && said.is_capital(step) && step < at - 1 {
        step -= 2;
    }
    match said.low(step) {
        // "Hospital letter says born": the letter was not.
        "born" => said.is(step - 1, CHILD) || !org(step - 5, step) || is_said(said.low(step - 1)),
        "birthday" | "birthdays" => {
            let own = (step - 3..step).any(|at| matches!(said.low(at), "his" | "her"));
            let of_age = (step - 2..step).any(|at| is_old(said.low(at))) || said.low(step - 1) == "its";
            !of_age && (own || !org(step - 6, step) && !org(step, at + 4)) && !of_thing(said, step)
        }
        _ => {
            let numbered = said.word(step).and_then(|word| word.value).is_some_and(|value| value < 26);
            let verb = |word: &str| {
                matches!(word, "turned" | "turns" | "turn" | "be" | "becomes" | "became" | "was" | "is" | "turning")
            };
            let turned = numbered
                && verb(said.low(step - 1))
                && step < at - 1
                && said.low(at - 1) != "by"
                && !org(step - 6, step);
            let bracket = numbered
                && step == at - 1
                && said.gap(step).contains('(')
                && matches!(said.low(step - 1), "aged" | "age");
            turned || bracket
        }
    }
}

/// Whether a day lies so many years back that only a birth is told of so, in a sentence that speaks of one: "Birthdays
/// on the list (04.02.2010, 19.08.2010)".
fn is_childs(said: &Said<'_>, date: &str, before: &str, after: &str) -> bool {
    let at = said.at(before.len());
    let next = said.at(said.copy.low.len() - after.len());
    let (start, end) = super::cue::sentence(said, at.min(said.len() - 1));
    let year = || date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let long_ago = year().any(|part| part.len() == 4 && matches!(part.parse::<u32>(), Ok(2003..=2019)))
        || year().next_back().is_some_and(|part| part.len() == 2 && matches!(part.parse::<u32>(), Ok(3..=19)));
    let told = |step: isize| {
        matches!(
            said.low(step),
            "dob" | "dobs" | "born" | "brn" | "birth" | "birthday" | "birthdays" | "birthdate" | "birthdates"
        )
    };
    let directly = told(at - 1) && !said.is(at - 2, ORG);
    let barred = (start..end)
        .any(|step| said.is(step, ORG) && !matches!(said.low(step), "school" | "nursery" | "group"))
        || (start..at).any(|step| {
            OTHER.contains(&said.low(step))
                && !matches!(said.low(step), "from" | "by" | "form" | "checked" | "review" | "meeting" | "updated")
        })
        || matches!(said.low(at - 1), "from" | "before" | "after" | "since" | "between" | "by" | "until")
        || (start..end).any(|step| {
            is_old(said.low(step))
                || matches!(
                    said.low(step),
                    "cut-off"
                        | "cutoff"
                        | "range"
                        | "act"
                        | "cohort"
                        | "its"
                        | "opened"
                        | "celebrated"
                        | "merger"
                        | "founded"
                        | "launched"
                )
        });
    let near = (at - 14..next + 8).any(|step| told(step) && step >= start && step < end);
    // "born at term on 30 October 2025"
    let recent = said.low(at - 1) == "on" && (at - 5..at - 1).any(|step| step >= start && said.low(step) == "born");
    if recent && !barred && !said.copy.low.contains("born out of") {
        return true;
    }
    (date.len() != 8 || !date.bytes().all(|b| b.is_ascii_digit()) || directly)
        && (long_ago && near && !barred || directly && long_ago)
}

/// "says", "states", "gives as": words of a paper that tells of somebody.
fn is_said(low: &str) -> bool {
    matches!(low, "says" | "said" | "states" | "stated" | "shows" | "showing" | "gives" | "as" | "saying" | "records")
}

/// "150th": older than a child is.
fn is_old(low: &str) -> bool {
    let digits = low.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.len() < low.len() && digits.parse::<u32>().is_ok_and(|year| year > 25)
        || matches!(low, "fiftieth" | "sixtieth" | "seventieth" | "hundredth" | "centenary" | "golden")
}

/// Whether a birthday is said to be that of a thing: "birthday of the toy library".
fn of_thing(said: &Said<'_>, at: isize) -> bool {
    said.low(at + 1) == "of" && (at + 2..at + 6).any(|step| said.is(step, ORG))
}
