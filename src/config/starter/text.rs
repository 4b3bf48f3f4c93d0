//! The words of the file. A line that begins with `# ` explains; one that begins with `#` and a key, or with `#` and more
//! than one space, is a setting that is switched off: without the `#` it holds, as the tests try.

use super::{Seen, Switch};
use crate::config::NAME;
use crate::report::write::scalar;
use crate::term::{Scheme, Term};
use std::fmt::Write;

/// The whole file.
pub fn text(seen: &Seen, switch: Switch) -> String {
    let mut text = opening(seen);
    districts(seen, switch, &mut text);
    terms(seen, &mut text);
    path(seen, &mut text);
    themes(seen, switch, &mut text);
    text += REST;
    text
}

fn opening(seen: &Seen) -> String {
    format!(
        "\
# {NAME}: what termwise goes by for the reports in this folder and the folders in it.
# `termwise init` wrote it from {reports}. As it stands, `lint` finds what it found before.
#
# Sentences like this one explain. A line such as `#publication: public` is a setting that is switched off: take the
# `#` away to switch it on, and those of the lines that belong to it. Change what you like; `termwise lint` tells you
# where something is misspelt. `termwise schema --of config` prints all that can be set.
",
        reports = many(seen.reports, "report"),
    )
}

fn districts(seen: &Seen, switch: Switch, text: &mut String) {
    *text += "
# The districts that report. `lint` then asks about a report of any other (district-unknown), and `rollup` expects a
# report from each of them.
";
    if seen.unnamed > 0 {
        _ = writeln!(text, "# {} no district.", verb(seen.unnamed, "report", "names", "name"));
    }
    if seen.left_out > 0 {
        let (verb, their) = if seen.left_out == 1 { ("has a name", "is") } else { ("have names", "are") };
        let count = many(seen.left_out, "district");
        _ = writeln!(text, "# {count} {verb} that cannot be written here, and {their} left out.");
    }
    if seen.districts.is_empty() {
        *text +=
            "#districts:\n#  - Northmoor\n#  - name: Harrow Fell\n#    aliases: [Harrowfell, Harrow Fell and Dales]\n";
        return;
    }
    let off = if switch == Switch::Off { "#" } else { "" };
    if switch == Switch::Off {
        *text += "# They are switched off, since with them `lint` would find something else than it does now: where two spellings\n\
                  # differ only by a hyphen, say, they would count as one district.\n";
    }
    _ = writeln!(text, "{off}districts:");
    let is_alike = |name: &String| seen.alike.iter().any(|group| group.contains(name));
    for group in &seen.alike {
        // The name in most reports is the likeliest to be right; of those, the longest.
        let reports =
            |name: &&String| seen.districts.iter().find(|(one, _)| one == *name).map_or(0, |(_, count)| *count);
        let best = group.iter().rev().max_by_key(|name| (reports(name), name.len()));
        let others: Vec<String> = group.iter().filter(|name| Some(*name) != best).map(|name| inner(name)).collect();
        _ = writeln!(
            text,
            "{off}  # Are these one district under {} names? If they are, write them as one:",
            group.len()
        );
        _ = writeln!(text, "{off}  #   - name: {}", inner(best.map_or("", String::as_str)));
        _ = writeln!(text, "{off}  #     aliases: [{}]", others.join(", "));
        for name in group {
            entry(name, reports(&name), off, text);
        }
    }
    if !seen.alike.is_empty() && seen.districts.iter().any(|(name, _)| !is_alike(name)) {
        _ = writeln!(text, "{off}  # The others:");
    }
    for (name, count) in seen.districts.iter().filter(|(name, _)| !is_alike(name)) {
        entry(name, *count, off, text);
    }
    let first = seen.districts.first().map_or("", |(name, _)| name);
    _ = write!(
        text,
        "{off}  # More can be said of each, such as its other names, its code and its part of the county:\n\
         {off}  #   - name: {}\n{off}  #     aliases: [Another spelling]\n{off}  #     code: E07000121\n{off}  #     area: West\n",
        scalar(first, false)
    );
}

fn entry(name: &str, count: usize, off: &str, text: &mut String) {
    _ = writeln!(text, "{off}  - {:24}  # {}", scalar(name, false), many(count, "report"));
}

/// A name between brackets.
fn inner(name: &str) -> String {
    scalar(name, true)
}

fn terms(seen: &Seen, text: &mut String) {
    *text += "\n# How terms are counted (three-terms, half-terms or six-terms), which terms every district reports for, and by when.\n\
              # With these and the districts, what is missing is told.\n";
    let (scheme, says) = match seen.scheme {
        Scheme::ThreeTerms => ("three-terms", "name whole terms, such as \u{201c}Spring 2023/24\u{201d}"),
        Scheme::HalfTerms => ("half-terms", "name a half of a term, such as \u{201c}Spring 2\u{201d}"),
        Scheme::SixTerms => ("six-terms", "count terms by number, such as \u{201c}Term 3\u{201d}"),
    };
    if seen.terms.is_empty() {
        let expected = if seen.scheme == Scheme::ThreeTerms { "Autumn 2024/25" } else { "Autumn 1 2024/25" };
        _ = write!(
            text,
            "#terms:\n#  scheme: {scheme}\n#  expected: [{expected}]\n#  due:\n#    {expected}: 2024-12-13\n"
        );
        return;
    }
    _ = writeln!(text, "# Most reports {says}. Seen so far:");
    let mut year = None;
    for (term, count) in &seen.terms {
        if year != Some(term.year) {
            _ = write!(text, "{}# - {}: ", if year.is_some() { "\n" } else { "" }, term.year);
        } else {
            *text += ", ";
        }
        year = Some(term.year);
        let half = term.half.map_or_else(String::new, |half| format!(" {half}"));
        _ = write!(text, "{}{half} ({})", term.season.name(), many(*count, "report"));
    }
    _ = writeln!(text, "\n#terms:\n#  scheme: {scheme}\n#  expected:");
    // A report that states no half, among others that do, says nothing of which half was expected.
    let counted = |term: &&Term| seen.scheme == Scheme::ThreeTerms || term.half.is_some();
    let expected: Vec<&Term> = seen.terms.keys().filter(counted).collect();
    expected.iter().for_each(|term| _ = writeln!(text, "#    - {term}"));
    if let Some(last) = expected.last() {
        let year = last.year.0 + u16::from(last.season != crate::term::Season::Autumn);
        let day = match last.season {
            crate::term::Season::Autumn => "12-13",
            crate::term::Season::Spring => "03-28",
            crate::term::Season::Summer => "07-11",
        };
        _ = writeln!(text, "#  due:\n#    {last}: {year}-{day}");
    }
}

fn path(seen: &Seen, text: &mut String) {
    *text += "\n# Where reports are kept, from this folder on. A report that names no district is then that of the file it lies in, and\n\
              # `lint` asks about one that lies under another district or term than it names.\n";
    match &seen.filing {
        Some((pattern, count)) => {
            let all = if *count == seen.reports { String::new() } else { format!(" of {}", seen.reports) };
            let are = if *count == 1 && all.is_empty() { "lies" } else { "lie" };
            _ = writeln!(text, "# {count}{all} {} {are} so:", if seen.reports == 1 { "report" } else { "reports" });
            _ = writeln!(text, "#path: {}", scalar(pattern, true));
        }
        None => *text += "#path: \"{academic_year}/{term}/{district}\"\n",
    }
}

fn themes(seen: &Seen, switch: Switch, text: &mut String) {
    *text += "\n# The themes of your strategy, each with words that tell of it in titles and outcomes.\n";
    if seen.themes.is_empty() {
        *text += "#themes:\n#  Attendance: [absence, late, first-day call]\n#  Early years: [nursery, Reception, childminder]\n";
        return;
    }
    let off = if switch == Switch::Off { "#" } else { "" };
    _ = writeln!(
        text,
        "# These are stated in reports; words can be added between the brackets, such as [absence, late].\n{off}themes:"
    );
    for (name, count) in &seen.themes {
        let said = if *count == 1 { "1 time".to_owned() } else { format!("{count} times") };
        _ = writeln!(text, "{off}  {:28}  # stated {said}", format!("{}: []", scalar(name, false)));
    }
}

/// What is wanted most, after what the reports tell.
const REST: &str = "
# What you call things, where your form has other words for them; reports in the old words are still understood.
#names:
#  district: Locality
#labels:
#  activity: [What we have done, Progress made]

# The sections of a priority, where yours are not Intended outcomes, Activity, Planned, Impact and Exit strategy: list
# all that you have, in order. Those of the five that stay need only their key.
#sections:
#  - intended_outcomes
#  - activity
#  - planned
#  - key: impact
#    heading: What difference it has made
#    prompts: [\"What has changed, and how do you know?\"]
#  - exit_strategy
#  - heading: Risks
#    role: other
#    required: never

# Abbreviations that every reader of the reports knows, or that are spelt out here for them.
#glossary:
#  SEND: special educational needs and disabilities

# Who gets to see the reports: internal, or public if they are published.
#publication: public

# How serious a finding is (error, query, note or off), and what else a rule can be told. `termwise explain` lists the
# rules, `termwise explain too-many-outcomes` tells of one and its settings.
#rules:
#  officer-missing: error
#  heading-wording: off
#  too-many-outcomes:
#    level: note
#    most: 6

# The same for some files only, such as years that are not to be mended any more.
#overrides:
#  - paths: [2019-20/**]
#    rules:
#      vague-date: off

# How much is read of a report, and how much is shown; the usual is more than enough for any report.
#limits:
#  file: 10 MiB
#  findings: 10000
";

/// "1 report", "2 reports".
fn many(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn verb(count: usize, noun: &str, one: &str, several: &str) -> String {
    format!("{} {}", many(count, noun), if count == 1 { one } else { several })
}
